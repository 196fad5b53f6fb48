import { defineI2cDevice } from 'qemu-driver-test/device';

export default defineI2cDevice({
  name: 'sensor',
  i2c: { address: 0x48 },
  endian: 'big',
  registers: { TEMPERATURE: { at: 0, width: 2, access: 'RO', reset: 0x1580 } },
});
