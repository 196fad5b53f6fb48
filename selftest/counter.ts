import { defineDevice, KiB } from 'qemu-driver-test/device';

/** Counts what is written to it, and raises an interrupt at its limit. */
export default defineDevice({
  name: 'counter',
  pci: { vendor: 0x1de5, device: 0x00ff, class: 0xff0000 },
  interrupts: { msi: 1, names: ['full'] },
  bars: {
    0: {
      size: 4 * KiB,
      registers: {
        ID: { at: 0x00, access: 'RO', reset: 0x5e1f7e57 },
        COUNT: { at: 0x04, access: 'RO' },
      },
    },
  },
  controls: { count: { type: 'number', initial: 3, min: 0, max: 1000 } },
  read: { COUNT: ({ controls }) => controls.count },
});
