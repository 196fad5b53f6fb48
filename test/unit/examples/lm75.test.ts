import { createTestBus } from '../../../src/device.ts';
import { expect, test } from 'vitest';
import eeprom from '../../../examples/lm75/models/eeprom.ts';
import lm75 from '../../../examples/lm75/models/lm75.ts';

test.each([
  [21, 0x1500],
  [-12.5, 0xf380],
  [125, 0x7d00],
  [-55, 0xc900],
])('a temperature of %d is 0x%s', async (degrees, word) => {
  const bus = await createTestBus(lm75);
  bus.setControl('temperature', degrees);
  expect(await bus.read('TEMP')).toBe(word);
});

test('the limit has two bytes, the high one first', async () => {
  const bus = await createTestBus(lm75);
  expect([...(await bus.i2c.writeRead([0x03], 2))]).toEqual([0x50, 0x00]);
  await bus.write('TOS', 0x3c00);
  expect(await bus.read('TOS')).toBe(0x3c00);
});

test('an EEPROM is busy after it was written', async () => {
  const bus = await createTestBus(eeprom);
  await bus.i2c.write([0x07, 0x11, 0x22]);
  await expect(bus.i2c.read(1)).rejects.toThrow('nak-address');
  await bus.step(2000);
  expect([...(await bus.i2c.writeRead([0x07], 2))]).toEqual([0x11, 0xff]);
  expect([...(await bus.i2c.writeRead([0x00], 2))]).toEqual([0x22, 0xff]);
});
