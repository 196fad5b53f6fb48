import { definePlatformDevice, DmaError, ms } from 'qemu-driver-test/device';

const measuring = 1 * ms;

/**
 * A measurement begins with a write to START or RECORD, and ends with an interrupt. The value is there with its
 * complement: in registers, or in memory at the address that was written.
 */
export default definePlatformDevice({
  name: 'meter',
  platform: { driver: 'qdt-meter' },
  interrupts: { line: true },
  bars: {
    0: {
      size: 0x100,
      registers: {
        ID: { at: 0x00, access: 'RO', reset: 0x4d455431 },
        START: { at: 0x04, access: 'WO' },
        DONE: { at: 0x08, access: 'W1C', about: 'bit 0: a measurement has ended' },
        VALUE: { at: 0x0c, access: 'RO' },
        CHECK: { at: 0x10, access: 'RO', about: 'the complement of VALUE' },
        RECORD: { at: 0x14, access: 'WO' },
      },
    },
  },
  controls: { value: { type: 'number', initial: 4711, min: 0, max: 65_535 } },
  write: {
    START: ({ regs, clock, controls, interrupts }) => {
      clock.after(measuring, () => {
        regs.VALUE = controls.value;
        regs.CHECK = ~controls.value >>> 0;
        regs.DONE = 1;
        interrupts.raise();
      });
    },
    RECORD: async ({ regs, dma, controls, interrupts }, address) => {
      const record = Buffer.alloc(8);
      record.writeUInt32LE(controls.value);
      record.writeUInt32LE(~controls.value >>> 0, 4);
      try {
        await dma.write(address, record);
      } catch (error) {
        // The driver sees that nothing has come.
        if (!(error instanceof DmaError)) throw error;
      }
      regs.DONE = 1;
      interrupts.raise();
    },
    DONE: ({ regs, interrupts }) => {
      if (regs.DONE === 0) interrupts.lower();
    },
  },
});
