import { defineDevice } from 'qemu-driver-test/device';

console.log('loaded');

export default defineDevice({
  name: 'prints',
  pci: { vendor: 1, device: 1, class: 0 },
  bars: { 0: { size: 16, registers: { ID: { at: 0 } } } },
});
