import { defineI2cDevice } from 'qemu-driver-test/device';

/** A sensor as National's LM75: a pointer of one byte, and registers of one or two. */
export default defineI2cDevice({
  name: 'lm75',
  i2c: { address: 0x48, type: 'lm75', compatible: 'national,lm75' },
  endian: 'big',
  registers: {
    TEMP: { at: 0, width: 2, access: 'RO', about: '9 bits, in halves of a degree' },
    CONF: {
      at: 1,
      fields: {
        SHUTDOWN: { bits: 0 },
        COMPARATOR: { bits: 1 },
        POLARITY: { bits: 2 },
        FAULT_QUEUE: { bits: [4, 3] },
      },
    },
    THYST: { at: 2, width: 2, reset: 0x4b00 },
    TOS: { at: 3, width: 2, reset: 0x5000 },
  },
  controls: { temperature: { type: 'number', initial: 21, min: -55, max: 125, unit: '°C' } },
  read: { TEMP: ({ controls }) => (Math.round(controls.temperature * 2) << 7) & 0xffff },
});
