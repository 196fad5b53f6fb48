import { defineUsbDevice } from 'qemu-driver-test/device';

export default defineUsbDevice({
  name: 'echo',
  usb: { vendor: 0x1de5, product: 0xec40, speed: 'high' },
  interfaces: {
    data: { class: 0xff, endpoints: { words: { out: 1, type: 'bulk' }, echo: { in: 1, type: 'bulk' } } },
  },
  received: { words: ({ endpoints }, bytes) => endpoints.echo.send(bytes) },
});
