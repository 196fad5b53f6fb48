import { defineDevice, DmaError, KiB, ms } from 'qemu-driver-test/device';

/** A device with one of everything. */
export const sample = defineDevice({
  name: 'sample',
  pci: { vendor: 0x1de5, device: 0x0042, class: 0xff0000, revision: 3 },
  interrupts: { msi: 4, msix: { vectors: 4, bar: 2 }, names: ['done', 'error', 'tick', 'spare'] },
  bars: {
    0: {
      size: 4 * KiB,
      registers: {
        ID: { at: 0x00, access: 'RO', reset: 0xcafe0042 },
        SCRATCH: { at: 0x04, access: 'RW', reset: 0x11223344 },
        EVENTS: { at: 0x08, access: 'W1C', reset: 0xff },
        ARM: { at: 0x0c, access: 'W1S' },
        COUNT: { at: 0x10, access: 'RC', reset: 7 },
        SECRET: { at: 0x14, access: 'WO' },
        CONTROL: { at: 0x18, fields: { GO: { bits: 0 }, MODE: { bits: [3, 2] }, BUSY: { bits: 31, access: 'RO' } } },
        LOCKED: { at: 0x1c, access: 'RW', lockedBy: 'CONTROL.BUSY' },
        SMALL: { at: 0x20, width: 1, access: 'RW' },
        HALF: { at: 0x22, width: 2, access: 'RW' },
        INPUT: { at: 0x24, access: 'RO' },
        BELL: { at: 0x28, access: 'WO' },
        ADDRESS: { at: 0x30, width: 8 },
        LENGTH: { at: 0x38 },
        RESULT: { at: 0x3c, access: 'RO' },
        BREAK: { at: 0x40, access: 'WO' },
      },
      memory: { WINDOW: { at: 0x400, size: 256 }, ROM: { at: 0x500, size: 16, access: 'RO' } },
    },
    2: { size: 8 * KiB },
  },
  controls: {
    input: { type: 'number', initial: 5, min: 0, max: 100, unit: 'mV' },
    pulses: { type: 'number', initial: 0, readOnly: true },
    mode: { type: 'choice', initial: 'slow', of: ['slow', 'fast'] },
    door: { type: 'switch', initial: false },
  },
  state: (): { data: Buffer } => ({ data: Buffer.alloc(0) }),
  reset: ({ memory }) => {
    memory.ROM.write('read only memory');
  },
  read: { INPUT: ({ controls }) => controls.input },
  write: {
    BELL: ({ interrupts, controls }, vector) => {
      controls.pulses++;
      interrupts.raise(vector & 3);
    },
    BREAK: ({ clock }, how) => {
      if (how === 1) throw new TypeError('the model has a bug');
      if (how === 2) return Promise.reject(new RangeError('later'));
      if (how === 3)
        clock.after(1 * ms, () => {
          throw new Error('in a timer');
        });
      return undefined;
    },
    // GO: fetches LENGTH bytes with MODE 0, sends them back with MODE 1.
    CONTROL: async ({ regs, fields, state, dma, interrupts }) => {
      if (!fields.CONTROL.GO) return;
      fields.CONTROL.GO = 0;
      fields.CONTROL.BUSY = 1;
      regs.RESULT = 0;
      try {
        if (fields.CONTROL.MODE === 0) state.data = await dma.read(regs.ADDRESS, regs.LENGTH);
        else await dma.write(regs.ADDRESS, state.data);
        regs.RESULT = 1;
        interrupts.raise(0);
      } catch (error) {
        if (!(error instanceof DmaError)) throw error;
        regs.RESULT = 0x80 + ['no-bus-master', 'refused', 'failed', 'too-many', 'gone'].indexOf(error.reason);
        interrupts.raise(1);
      }
      fields.CONTROL.BUSY = 0;
    },
  },
  changed: { door: ({ interrupts }) => interrupts.raise(2) },
});

export type SampleBars = typeof sample.bars;
export type SampleControls = typeof sample.controls;
