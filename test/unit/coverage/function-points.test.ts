import { expect, it } from 'vitest';
import type { ElfSymbol } from '../../../src/binary/elf-symbols.ts';
import { pointsOfFunctions } from '../../../src/coverage/function-points.ts';

const symbol = (name: string, section: number, value: number, sizeBytes: number): ElfSymbol => ({
  name,
  section,
  value: BigInt(value),
  sizeBytes,
  isCode: true,
});

it('belong to the function that holds them, with its cold part', () => {
  const symbols = [
    symbol('edu_probe', 1, 0, 100),
    symbol('edu_open', 1, 100, 50),
    symbol('edu_probe.cold', 2, 0, 10),
    { ...symbol('edu_ids', 1, 0, 200), isCode: false },
    symbol('label', 1, 20, 0),
  ];
  const calls = [
    { inSection: 1, offset: 0, number: 0 },
    { inSection: 1, offset: 99, number: 1 },
    { inSection: 1, offset: 100, number: 2 },
    { inSection: 2, offset: 9, number: 3 },
    { inSection: 2, offset: 10, number: 4 },
    { inSection: 1, offset: 120, number: undefined },
  ];
  expect(pointsOfFunctions(calls, symbols, ({ number }) => number)).toEqual(
    new Map([
      ['edu_probe', new Set([0, 1, 3])],
      ['edu_open', new Set([2])],
    ]),
  );
});
