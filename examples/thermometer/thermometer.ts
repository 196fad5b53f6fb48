import { defineDevice, KiB } from 'qemu-driver-test/device';

export default defineDevice({
  name: 'thermometer',
  pci: { vendor: 0x1de5, device: 0x0010, class: 0x118000 },
  interrupts: { msi: 1, names: ['too-hot'] },
  bars: {
    0: {
      size: 4 * KiB,
      registers: {
        ID:          { at: 0x00, access: 'RO', reset: 0x7e4a0001 },
        TEMPERATURE: { at: 0x04, access: 'RO', about: 'degrees Celsius' },
        LIMIT:       { at: 0x08, access: 'RW', reset: 80 },
        EVENTS:      { at: 0x0c, fields: { TOO_HOT: { bits: 0, access: 'W1C' } } },
      },
    },
  },
  controls: { temperature: { type: 'number', initial: 20, min: -40, max: 125, unit: '°C' } },
  read: { TEMPERATURE: ({ controls }) => controls.temperature },
  changed: {
    temperature: ({ regs, fields, interrupts }, value) => {
      if (value <= regs.LIMIT) return;
      fields.EVENTS.TOO_HOT = 1;
      interrupts.raise();
    },
  },
});
