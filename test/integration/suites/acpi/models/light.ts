import { defineI2cDevice } from 'qemu-driver-test/device';

/** Milliseconds of an integration, by the value of its field. */
const integrationMs: Readonly<Record<number, number>> = { 12: 25, 8: 50, 0: 100, 1: 200, 2: 400, 3: 800 };
/** At 800 ms, a count is 5 thousandths of a lux. */
const countsOfLux = 200;

/** A sensor of ambient light, Capella's CM32181. Its driver has no table of I2C names: only ACPI finds it. */
export default defineI2cDevice({
  name: 'cm32181',
  i2c: { address: 0x10, acpi: 'CPLM3218' },
  endian: 'little',
  registers: {
    CMD: {
      at: 0,
      width: 2,
      fields: {
        DISABLE: { bits: 0 },
        INTERRUPT: { bits: 1 },
        PERSISTENCE: { bits: [5, 4] },
        INTEGRATION: { bits: [9, 6] },
        SENSITIVITY: { bits: [12, 11] },
      },
    },
    ALS: { at: 4, width: 2, access: 'RO', about: 'the counts of an integration' },
    ID: { at: 7, width: 2, access: 'RO', reset: 0x81 },
  },
  controls: { light: { type: 'number', initial: 100, min: 0, max: 10_000, unit: 'lux' } },
  read: {
    ALS: ({ controls, fields }) => {
      if (fields.CMD.DISABLE === 1) return 0;
      const share = (integrationMs[fields.CMD.INTEGRATION] ?? 100) / 800;
      return Math.min(0xffff, Math.round(controls.light * countsOfLux * share));
    },
  },
});
