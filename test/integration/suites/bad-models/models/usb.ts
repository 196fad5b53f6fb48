import { defineUsbDevice } from 'qemu-driver-test/device';
import { bear, mood } from './mood.ts';

/** As much of the scale as its driver needs. */
export default defineUsbDevice({
  name: 'bad-usb',
  usb: { vendor: 0x1de5, product: 0x0acd },
  interfaces: {
    data: {
      class: 0xff,
      endpoints: {
        commands: { out: 1, type: 'bulk' },
        answers: { in: 1, type: 'bulk' },
        alarms: { in: 2, type: 'interrupt', everyMs: 8, packet: 8 },
      },
    },
  },
  controls: mood,
  control: {
    WEIGHT: {
      request: 0x11,
      in: ({ controls }) => {
        bear(controls.mood);
        return Buffer.of(7, 0, 0, 0);
      },
    },
  },
});
