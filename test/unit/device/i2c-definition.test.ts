import { describe, expect, it } from 'vitest';
import { DefinitionError } from '../../../src/device/definition/check-definition.ts';
import { isDeviceModel } from '../../../src/device/definition/model.ts';
import { defineI2cDevice } from '../../../src/device/i2c/define-i2c-device.ts';
import { sensor } from './i2c-models.ts';

function problemsOf(given: object): string {
  try {
    defineI2cDevice({ name: 'wrong', i2c: { address: 0x48 }, registers: { A: { at: 0 } }, ...given });
    return '';
  } catch (error) {
    if (error instanceof DefinitionError) return error.message.replace('device wrong:\n', '');
    throw error;
  }
}

describe('defineI2cDevice', () => {
  it('makes a device', () => {
    expect(isDeviceModel(sensor)).toBe(true);
    expect([sensor.bus, sensor.endian, sensor.addressBytes, sensor.autoIncrement]).toEqual(['i2c', 'big', 1, 'none']);
  });

  it.each<[string, object, string]>([
    ['a reserved address', { i2c: { address: 0x03 } }, '  i2c.address: expected 7 bits from 0x8 to 0x77, found 0x3'],
    [
      'an address with the bit of the direction',
      { i2c: { address: 0x90 } },
      '  i2c.address: expected 7 bits from 0x8 to 0x77, found 0x90; is it an address of 8 bits, which is 0x48?',
    ],
    [
      'a type that the kernel cannot take',
      { i2c: { address: 0x48, type: 'a b' } },
      '  i2c.type: expected up to 19 letters, digits, ".", "_" and "-", found "a b"',
    ],
    [
      'a property that is no whole number',
      { properties: { size: 1.5 } },
      '  properties.size: expected true, whole numbers of up to 64 bits, or texts of up to 1024 characters, found 1.5',
    ],
    [
      'nothing at all',
      { registers: {} },
      '  expected registers and memory, or transfer, or writeByte and readByte, found none of them',
    ],
    [
      'registers besides whole messages',
      { transfer: () => undefined },
      '  expected registers and memory, or transfer, or writeByte and readByte, ' +
        'found registers with transfer; keep one of these forms',
    ],
    [
      'whole messages besides bytes',
      { registers: {}, transfer: () => undefined, start: () => undefined, readByte: () => 0 },
      '  expected registers and memory, or transfer, or writeByte and readByte, ' +
        'found transfer with start and readByte; keep one of these forms',
    ],
    [
      'memory without a byte-wise pointer',
      { registers: {}, memory: { M: { at: 0, size: 16 } } },
      "  memory: expected autoIncrement 'byte', because each of its bytes has an address, found 'none'",
    ],
    ['a width', { registers: { A: { at: 0, width: 5 } } }, '  A: expected a width of 1, 2, 3, 4 or 8 bytes, found 5'],
    ['a reset value', { registers: { A: { at: 0, reset: 0x100 } } }, '  A: its reset value 0x100 has more than 8 bits'],
    ['the same pointer', { registers: { A: { at: 1 }, B: { at: 1 } } }, '  B: at 0x1, it overlaps A'],
    [
      'registers that overlap byte by byte',
      { registers: { A: { at: 0, width: 2 }, B: { at: 1 } }, autoIncrement: 'byte' },
      "  B: at 0x1, it overlaps A; with autoIncrement 'byte' each byte has an address. " +
        'Does the pointer count registers instead?',
    ],
    [
      'a place beyond the pointer',
      { registers: { A: { at: 0x100 } } },
      '  A: expected a place below 0x100, which its pointer can reach, found 0x100',
    ],
    [
      'pages that do not fill the memory',
      { registers: {}, memory: { M: { at: 0, size: 20, page: 8 } }, autoIncrement: 'byte' },
      '  M: expected pages that fill its 20 bytes, found pages of 8',
    ],
    ['a handler of nothing', { read: { B: () => 0 } }, '  a read handler for B: no such register'],
    ['a handler of no control', { changed: { heat: () => undefined } }, '  changed.heat: no such control'],
    ['the order of bytes', { endian: 'middle' }, '  endian: expected big or little, found middle'],
  ])('refuses %s', (_, given, problem) => {
    expect(problemsOf(given)).toBe(problem);
  });

  it('tells all problems at once', () => {
    const found = problemsOf({ i2c: { address: 0 }, registers: { A: { at: 0, width: 5 } }, addressBytes: 3 });
    expect(found.split('\n')).toHaveLength(3);
  });

  it('takes registers of two bytes at neighbouring pointers, if the pointer counts registers', () => {
    expect(problemsOf({ registers: { A: { at: 0, width: 2 }, B: { at: 1 } } })).toBe('');
  });
});
