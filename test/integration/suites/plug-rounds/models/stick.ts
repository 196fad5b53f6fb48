import { defineUsbDevice } from 'qemu-driver-test/device';

/** Something that is there, and nothing more. */
export default defineUsbDevice({
  name: 'stick',
  usb: { vendor: 0x1de5, product: 0x0001, speed: 'high', strings: { product: 'Stick' } },
  interfaces: { only: { class: 0xff, endpoints: { commands: { out: 1, type: 'bulk' } } } },
});
