import { describe, expect, it } from 'vitest';
import { countingTest, evenlySpaced, pointTest, sweepFaults } from '../../../src/plan/sweep-plan.ts';
import { reproduceCommand, shellCommandLine } from '../../../src/results/reproduce.ts';
import { planOf, suite, suiteTest } from './plan-request.ts';

const own = { text: 'irq-delay by=5ms', file: '/s/edu/a/info/faults', line: 1 };
const [planned] = planOf([suite('/s/edu', [], { tests: [suiteTest('/s/edu', 'a', { faults: [own] })] })]).tests;
if (planned === undefined) throw new Error('expected a test');

describe('the points of a sweep', () => {
  it('keep the faults that the test has, and add one at one access', () => {
    const [fault] = sweepFaults(['dma-fail direction=write']);
    if (fault === undefined) throw new Error('expected a fault');
    const point = pointTest(planned, {
      device: 'edu0',
      fault,
      nth: 3,
      call: undefined,
      settings: 'nth=3 device=edu0',
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

  it('name the place of a call, and which time it fails there', () => {
    const [fault] = sweepFaults(['call-fail group=dma']);
    if (fault === undefined) throw new Error('expected a fault');
    const point = pointTest(planned, {
      device: undefined,
      fault,
      nth: 3,
      call: { name: 'dma_set_mask in edu_probe', reached: 4, time: 2 },
      settings: 'function=dma_set_mask at=edu_probe+0x5 nth=2',
      baseline: { console: 'c/console.log', logs: [] },
    });
    expect(point.id).toBe('edu/a.call-fail.3-2');
    expect(point.test.faults.at(-1)?.text).toBe(
      'call-fail group=dma function=dma_set_mask at=edu_probe+0x5 nth=2 id=sweep',
    );
    expect(reproduceCommand(point, { invocation: ['qdt'], suitePath: 'edu' })).toContain(
      "qdt sweep edu/a --fault 'call-fail group=dma' --point 3.2",
    );
  });

  it('have names of their own where two faults are of one kind', () => {
    expect(
      sweepFaults(['dma-fail direction=write', 'irq-drop', 'dma-fail direction=read']).map(({ label }) => label),
    ).toEqual(['dma-fail', 'irq-drop', 'dma-fail-2']);
  });

  it('are counted by faults that never fire', () => {
    const counting = countingTest(planned, sweepFaults(['dma-fail', 'irq-drop']), 'device=edu0');
    expect(counting.id).toBe('edu/a');
    expect(counting.test.faults.map(({ text }) => text)).toEqual([
      'irq-delay by=5ms',
      `dma-fail nth=${Number.MAX_SAFE_INTEGER} device=edu0 id=sweep-dma-fail`,
      `irq-drop nth=${Number.MAX_SAFE_INTEGER} device=edu0 id=sweep-irq-drop`,
    ]);
  });
});

describe('evenlySpaced', () => {
  it.each([
    [0, 5, []],
    [3, 5, [1, 2, 3]],
    [5, 5, [1, 2, 3, 4, 5]],
    [100, 5, [1, 26, 51, 75, 100]],
    [100, 1, [1]],
  ])('of %i, at most %i', (count, max, chosen) => {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    expect(evenlySpaced(numbers, max)).toEqual(chosen);
  });
});
