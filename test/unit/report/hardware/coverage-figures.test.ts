import { describe, expect, test } from 'vitest';
import { coverageFigures } from '../../../../src/results/hardware/coverage-figures.ts';
import { faultWords, unfiredFaults } from '../../../../src/results/hardware/unfired-faults.ts';
import { eduHardware, faultyDevice, test as testResult } from '../sample-results.ts';

describe('how much of a device was used', () => {
  test('counts registers, fields and interrupts, and names the others', () => {
    expect(coverageFigures(eduHardware.coverage)).toEqual({
      registers: { touched: 2, all: 3, never: ['STATUS'] },
      // BUSY is in a register that was never touched: that says it.
      fields: { touched: 1, all: 3, never: ['CONTROL.RESET'] },
      interrupts: { touched: 1, all: 2, never: ['error'] },
      exchanges: { touched: 0, all: 0, never: [] },
      dma: '2 reads, 1 write, 12 KiB',
      unmapped: 0,
    });
  });

  test('counts what is exchanged on a bus without registers', () => {
    const exchanges = { answers: { count: 3, bytes: 192 }, TARE: { count: 0, bytes: 0 } };
    expect(coverageFigures({ ...eduHardware.coverage, exchanges }).exchanges).toEqual({
      touched: 1,
      all: 2,
      never: ['TARE'],
    });
  });

  test.each([
    [{ reads: 0, writes: 0, bytes: 0 }, 'none'],
    [{ reads: 1, writes: 0, bytes: 17 }, '1 read, 17 B'],
    [{ reads: 0, writes: 9, bytes: 1_600_000 }, '9 writes, 1.5 MiB'],
    [{ reads: 1, writes: 1, bytes: 64 * 1024 ** 3 }, '1 read, 1 write, 64 GiB'],
  ])('DMA of %o is %s', (dma, words) => {
    expect(coverageFigures({ ...eduHardware.coverage, dma }).dma).toBe(words);
  });
});

describe('what became of a fault', () => {
  test.each([
    [
      { fired: 1, counted: 1, first: { atUs: 1, access: 'interrupt 0' } },
      'fired at 1 of 1 access, first at interrupt 0',
    ],
    [
      { fired: 12, counted: 300, first: { atUs: 1, access: 'read of STATUS' } },
      'fired at 12 of 300 accesses, first at read of STATUS',
    ],
    [{ fired: 0, counted: 0 }, 'never fired; it counted no access'],
    [{ fired: 0, counted: 1 }, 'never fired; it counted 1 access'],
    [{ fired: 0, counted: 4, isCleared: true }, 'never fired before it was cleared; it counted 4 accesses'],
  ])('%o is told as: %s', (report, words) => {
    expect(faultWords({ id: 'x', text: 'x', isCleared: false, ...report })).toBe(words);
  });
});

describe('faults that tested nothing', () => {
  test('are listed once with their cells, without skipped tests', () => {
    const tests = ['small', 'big'].map((cell) => testResult('edu/dma', cell, { devices: [faultyDevice] }));
    const skipped = testResult('edu/none', 'small', { outcome: 'skip', devices: [faultyDevice] });
    expect(unfiredFaults([...tests, skipped, testResult('edu/plain', 'small')])).toEqual([
      { test: 'edu/dma', device: 'edu0', fault: faultyDevice.faults[1], cells: ['small', 'big'] },
    ]);
  });
});
