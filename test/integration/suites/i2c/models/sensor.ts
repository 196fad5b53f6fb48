import { defineI2cDevice } from 'qemu-driver-test/device';

export default defineI2cDevice({
  name: 'sensor',
  i2c: { address: 0x48, type: 'lm75' },
  registers: {
    TEMP: { at: 0, width: 2, access: 'RO' },
    CONF: { at: 1 },
    THYST: { at: 2, width: 2, reset: 0x4b00 },
    TOS: { at: 3, width: 2, reset: 0x5000 },
  },
  controls: { temperature: { type: 'number', initial: 21 } },
  read: {
    TEMP: ({ controls }) => {
      if (controls.temperature > 1000) throw new Error('asked to');
      return (Math.round(controls.temperature * 2) << 7) & 0xffff;
    },
  },
});
