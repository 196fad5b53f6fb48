import { describe, expect, it } from 'vitest';
import { applyRelocation, operationsOf } from '../../../src/symbols/relocation.ts';

const riscv = 243;

function applied(bytes: readonly number[], ...steps: readonly (readonly [type: number, value: bigint])[]): number[] {
  const content = Buffer.from([...bytes, ...Array<number>(8).fill(0)]);
  for (const [type, value] of steps) {
    const operation = operationsOf(riscv)?.[type];
    if (operation === undefined) throw new Error(`no relocation ${type}`);
    applyRelocation(content, { place: 0, value, operation });
  }
  return [...content.subarray(0, bytes.length)];
}

describe('riscv writes the difference of two places', () => {
  it('as a sum, in numbers that wrap around', () => {
    expect(applied([0, 0], [34, 0x1000_0120n], [38, 0x1000_0010n])).toEqual([0x10, 1]);
    expect(applied([5], [33, 3n])).toEqual([8]);
    expect(applied([5], [37, 6n])).toEqual([0xff]);
    expect(applied([0, 0, 0, 0], [35, 2n], [39, 3n])).toEqual([0xff, 0xff, 0xff, 0xff]);
  });

  it('in six bits, and leaves the other two', () => {
    expect(applied([0xc0], [53, 0x47n])).toEqual([0xc7]);
    expect(applied([0xc7], [52, 8n])).toEqual([0xff]);
  });

  it('in a number of as many bytes as there are', () => {
    expect(applied([0x80, 0x00], [60, 0x1000_0400n], [61, 0x1000_0300n])).toEqual([0x80, 0x02]);
    expect(applied([0x80, 0x80, 0x00], [60, 7n], [61, 2n])).toEqual([0x85, 0x80, 0x00]);
  });
});

it('a note for the linker changes nothing', () => {
  expect(applied([1, 2], [51, 99n])).toEqual([1, 2]);
});

it('of an unknown architecture nothing is known', () => {
  expect(operationsOf(21)).toBeUndefined();
});
