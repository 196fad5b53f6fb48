import { defineDevice, KiB, ms } from 'qemu-driver-test/device';

/** A scale, for a driver with mistakes that only failing hardware shows. */
export default defineDevice({
  name: 'scale',
  pci: { vendor: 0x1de5, device: 0x0020, class: 0x118000 },
  interrupts: { msi: 1, names: ['weighed'] },
  bars: {
    0: {
      size: 4 * KiB,
      registers: {
        ID: { at: 0x00, access: 'RO', reset: 0x5ca1e001 },
        UNIT: { at: 0x04, access: 'RO', reset: 1, about: 'number of a unit in the table that the driver has' },
        SAMPLES: { at: 0x08, access: 'RO', reset: 3, about: 'how many samples a weighing has' },
        SAMPLE: { at: 0x0c, access: 'RO', reset: 70 },
        START: { at: 0x10, access: 'WO' },
      },
    },
  },
  write: { START: ({ clock, interrupts }) => void clock.after(1 * ms, () => interrupts.raise()) },
});
