import { defineI2cDevice } from '../../../src/device/i2c/define-i2c-device.ts';

/** Registers of one and two bytes, by a pointer that stays. */
export const sensor = defineI2cDevice({
  name: 'sensor',
  i2c: { address: 0x48, type: 'lm75' },
  registers: {
    TEMP: { at: 0, width: 2, access: 'RO' },
    CONF: { at: 1, fields: { SHUTDOWN: { bits: 0 }, QUEUE: { bits: [4, 3] } } },
    THYST: { at: 2, width: 2, reset: 0x4b00 },
  },
  controls: { temperature: { type: 'number', initial: 21 } },
  read: { TEMP: ({ controls }) => (Math.round(controls.temperature * 2) << 7) & 0xffff },
});

/** Bytes with addresses of 16 bits, each with the value of its address. */
export const cells = defineI2cDevice({
  name: 'cells',
  i2c: { address: 0x50 },
  addressBytes: 2,
  autoIncrement: 'byte',
  memory: { CELLS: { at: 0, size: 1024, page: 32 } },
  reset: ({ memory }) => {
    for (let at = 0; at < memory.CELLS.length; at++) memory.CELLS[at] = at & 0xff;
  },
});
