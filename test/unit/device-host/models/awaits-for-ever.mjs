import { defineDevice } from 'qemu-driver-test/device';

console.log('loading');
await new Promise(() => undefined);

export default defineDevice({ name: 'late', pci: { vendor: 1, device: 2, class: 0x118000 }, bars: {} });
