import { definePlatformDevice } from 'qemu-driver-test/device';
import { bear, mood } from './mood.ts';

/** As much of the meter as its driver needs. */
export default definePlatformDevice({
  name: 'bad-meter',
  platform: { driver: 'qdt-meter' },
  interrupts: { line: true },
  bars: {
    0: {
      size: 0x100,
      registers: {
        ID: { at: 0x00, access: 'RO', reset: 0x4d455431 },
        START: { at: 0x04, access: 'WO' },
        DONE: { at: 0x08, access: 'W1C' },
        VALUE: { at: 0x0c, access: 'RO', reset: 7 },
        CHECK: { at: 0x10, access: 'RO', reset: 0xfffffff8 },
      },
    },
  },
  controls: mood,
  write: {
    START: ({ controls, regs, interrupts }) => {
      bear(controls.mood);
      regs.DONE = 1;
      interrupts.raise();
    },
    DONE: ({ interrupts }) => interrupts.lower(),
  },
});
