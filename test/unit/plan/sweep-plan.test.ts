import { describe, expect, it } from 'vitest';
import { countingTest, pointTest, sweepFaults, sweptAccesses } from '../../../src/plan/sweep-plan.ts';
import { shellCommandLine } from '../../../src/results/reproduce.ts';
import { planOf, suite, suiteTest } from './plan-request.ts';

const own = { text: 'irq-delay by=5ms', file: '/s/edu/a/info/faults', line: 1 };
const [planned] = planOf([suite('/s/edu', [], { tests: [suiteTest('/s/edu', 'a', { faults: [own] })] })]).tests;
if (planned === undefined) throw new Error('expected a test');

describe('the points of a sweep', () => {
  it('keep the faults that the test has, and add one at one access', () => {
    const [fault] = sweepFaults(['dma-fail direction=write']);
    if (fault === undefined) throw new Error('expected a fault');
    const point = pointTest(planned, {
      test: 'a',
      device: 'edu0',
      fault,
      nth: 3,
      faultId: 'sweep',
      baseline: { console: 'c/console.log', logs: [] },
    });
    expect([point.id, point.test.name]).toEqual(['edu/a.dma-fail.3', 'a.dma-fail.3']);
    expect(point.test.faults.map(({ text }) => text)).toEqual([
      'irq-delay by=5ms',
      'dma-fail direction=write nth=3 device=edu0 id=sweep',
    ]);
    expect(shellCommandLine(point, { invocation: ['qemu-driver-test'], suitePath: 'edu' })).toContain(
      "shell edu/a --fault 'dma-fail direction=write nth=3 device=edu0 id=sweep'",
    );
  });

  it('have names of their own where two faults are of one kind', () => {
    expect(
      sweepFaults(['dma-fail direction=write', 'irq-drop', 'dma-fail direction=read']).map(({ label }) => label),
    ).toEqual(['dma-fail', 'irq-drop', 'dma-fail-2']);
  });

  it('are counted by faults that never fire', () => {
    const counting = countingTest(planned, 'edu0', sweepFaults(['dma-fail', 'irq-drop']));
    expect(counting.id).toBe('edu/a');
    expect(counting.test.faults.map(({ text }) => text)).toEqual([
      'irq-delay by=5ms',
      `dma-fail nth=${Number.MAX_SAFE_INTEGER} device=edu0 id=sweep-dma-fail`,
      `irq-drop nth=${Number.MAX_SAFE_INTEGER} device=edu0 id=sweep-irq-drop`,
    ]);
  });
});

describe('sweptAccesses', () => {
  it.each([
    [0, 5, []],
    [3, 5, [1, 2, 3]],
    [5, 5, [1, 2, 3, 4, 5]],
    [100, 5, [1, 26, 51, 75, 100]],
    [100, 1, [1]],
  ])('of %i, at most %i', (counted, maxPoints, accesses) => {
    expect(sweptAccesses(counted, maxPoints)).toEqual(accesses);
  });
});
