import { describe, expect, test } from 'vitest';
import { addCoverage } from '../../../src/device/log/coverage.ts';
import { type HardwareCoverage } from '../../../src/device/log/hardware-coverage.ts';

const untouched: HardwareCoverage = {
  registers: {
    ID: { reads: 0, writes: 0, fields: {} },
    CONTROL: { reads: 0, writes: 0, fields: { START: { reads: 0, writtenZero: 0, writtenNonZero: 0 } } },
  },
  interrupts: { done: 0 },
  dma: { reads: 0, writes: 0, bytes: 0 },
  unmapped: 0,
};

const used: HardwareCoverage = {
  registers: {
    ID: { reads: 3, writes: 0, fields: {} },
    CONTROL: { reads: 1, writes: 2, fields: { START: { reads: 1, writtenZero: 4, writtenNonZero: 5 } } },
  },
  interrupts: { done: 6 },
  dma: { reads: 7, writes: 8, bytes: 4096 },
  unmapped: 9,
};

describe('the coverage of two devices together', () => {
  test('is the sum of every count', () => {
    expect(addCoverage(used, used)).toEqual({
      registers: {
        ID: { reads: 6, writes: 0, fields: {} },
        CONTROL: { reads: 2, writes: 4, fields: { START: { reads: 2, writtenZero: 8, writtenNonZero: 10 } } },
      },
      interrupts: { done: 12 },
      dma: { reads: 14, writes: 16, bytes: 8192 },
      unmapped: 18,
    });
  });

  test('is that of the one when the other touched nothing', () => {
    expect(addCoverage(used, untouched)).toEqual(used);
    expect(addCoverage(untouched, used)).toEqual(used);
  });

  test('has DMA only where a bus has it', () => {
    const { dma, ...without } = used;
    expect(addCoverage(without, without)).not.toHaveProperty('dma');
    expect(addCoverage(used, without).dma).toEqual(dma);
  });

  test('changes neither of them', () => {
    const before = structuredClone(used);
    addCoverage(used, used);
    expect(used).toEqual(before);
  });

  test('has everything that either of two models of one name declares, the first one’s names first', () => {
    const newer: HardwareCoverage = {
      registers: {
        VERSION: { reads: 1, writes: 0, fields: {} },
        CONTROL: { reads: 0, writes: 1, fields: { STOP: { reads: 0, writtenZero: 0, writtenNonZero: 1 } } },
      },
      interrupts: { error: 1 },
      dma: { reads: 0, writes: 0, bytes: 0 },
      unmapped: 0,
    };
    const sum = addCoverage(used, newer);
    expect(Object.keys(sum.registers)).toEqual(['ID', 'CONTROL', 'VERSION']);
    expect(sum.registers['CONTROL']).toEqual({
      reads: 1,
      writes: 3,
      fields: {
        START: { reads: 1, writtenZero: 4, writtenNonZero: 5 },
        STOP: { reads: 0, writtenZero: 0, writtenNonZero: 1 },
      },
    });
    expect(sum.interrupts).toEqual({ done: 6, error: 1 });
  });

  test('a register may be called as JavaScript calls something of its own', () => {
    const odd = { ...untouched, registers: Object.fromEntries([['__proto__', { reads: 1, writes: 0, fields: {} }]]) };
    const sum = addCoverage(odd, odd);
    expect(Object.entries(sum.registers)).toEqual([['__proto__', { reads: 2, writes: 0, fields: {} }]]);
  });
});
