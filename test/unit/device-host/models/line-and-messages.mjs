import { defineDevice } from 'qemu-driver-test/device';

export default defineDevice({
  name: 'line-and-messages',
  pci: { vendor: 1, device: 3, class: 0 },
  bars: { 0: { size: 16 } },
  interrupts: { intx: true, msi: 1 },
});
