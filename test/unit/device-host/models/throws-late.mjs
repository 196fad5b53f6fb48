import { defineDevice } from 'qemu-driver-test/device';

export default defineDevice({
  name: 'throws-late', pci: { vendor: 1, device: 1, class: 0 }, bars: { 0: { size: 16 } },
  reset: ({ clock }) => clock.after(1, () => late()),
});

function late() {
  throw new Error('too late');
}
