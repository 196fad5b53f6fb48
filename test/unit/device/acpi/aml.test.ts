import { describe, expect, it } from 'vitest';
import { integer, list, named, namePath, text } from '../../../../src/device/acpi/aml.ts';
import { ssdt } from '../../../../src/device/acpi/ssdt.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';
import { type AmlCase, amlCases } from './aml-cases.ts';
import { compiled, disassembled, hasCompiler } from './reference-compiler.ts';

function encoded({ objects }: AmlCase): string {
  return Buffer.concat(objects.map(({ bytes }) => bytes)).toString('hex');
}

describe('the language of ACPI', () => {
  it.each(amlCases.map((one) => [one.what, one] as const))('has %s', (_what, one) => {
    expect(encoded(one)).toBe(one.expected.replaceAll(' ', ''));
  });

  it.runIf(hasCompiler).each(amlCases.map((one) => [one.what, one] as const))(
    "has %s as Intel's compiler",
    (_what, one) => {
      expect(encoded(one)).toBe(compiled(one.source, temporaryDirectory()).toString('hex'));
    },
  );

  it('has longer lists and objects', () => {
    const numbers = Array.from({ length: 300 }, () => integer(0x12345678));
    const { bytes } = list(numbers);
    // An operator for many, and a length of two bytes: 4 bits in the first, 8 in the second.
    expect([...bytes.subarray(0, 6)]).toEqual([0x13, 0x41, 0x5e, 0x0b, 0x2c, 0x01]);
    expect(bytes.length).toBe(1 + 0x5e1);
    const long = named('TEXT', list([text('x'.repeat(70_000))]));
    expect([...long.bytes.subarray(5, 10)]).toEqual([0x12, 0x86, 0x17, 0x11, 0x01]);
  });

  it('refuses a path that it cannot write', () => {
    expect(() => namePath('\\_SB.tooLong')).toThrow('Internal error: \\_SB.tooLong is no path of ACPI');
  });
});

describe('a table', () => {
  const table = ssdt('TEST', [named('_ADR', integer(0))]);

  it('has a header, and bytes that add up to 0', () => {
    expect(table.subarray(0, 4).toString()).toBe('SSDT');
    expect(table.readUInt32LE(4)).toBe(table.length);
    expect(table.subarray(10, 24).toString()).toBe('QDT   TEST    ');
    expect(table.reduce((sum, byte) => sum + byte, 0) & 0xff).toBe(0);
    expect(table.subarray(36).toString('hex')).toBe('085f41445200');
  });

  it.runIf(hasCompiler)("is read by Intel's disassembler", () => {
    const source = disassembled(table, temporaryDirectory());
    expect(source).toContain('DefinitionBlock ("", "SSDT", 2, "QDT   ", "TEST    ", 0x00000001)');
    expect(source).toContain('Name (_ADR, Zero)');
    expect(source).not.toContain('Incorrect checksum');
  });
});
