import { defineDevice } from 'qemu-driver-test/device';

export default defineDevice({
  name: 'plain',
  pci: { vendor: 1, device: 2, class: 0 },
  bars: { 0: { size: 16, registers: { ID: { at: 0, reset: 7 } } } },
});
