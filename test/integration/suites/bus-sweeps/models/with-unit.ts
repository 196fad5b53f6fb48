import { defineI2cDevice } from 'qemu-driver-test/device';

/** A value, and the number of its unit. */
export default defineI2cDevice({
  name: 'with-unit',
  i2c: { address: 0x49, type: 'with-unit' },
  registers: { UNIT: { at: 0, access: 'RO', reset: 1 }, VALUE: { at: 1, width: 2, access: 'RO', reset: 70 } },
});
