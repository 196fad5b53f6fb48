import { describe, expect, it } from 'vitest';
import { callProblems } from '../../../src/engine/call-faults.ts';
import { callsOf, missingCalls } from '../../../src/engine/call-jobs.ts';
import type { CellSupplies } from '../../../src/engine/supplies.ts';
import type { PlannedTest } from '../../../src/plan/plan.ts';
import type { Suite } from '../../../src/suite/suite.ts';
import { suite, suiteTest } from '../plan/plan-request.ts';

const failable = (...texts: readonly string[]): Suite['failable'] =>
  texts.map((text, index) => ({ text, file: '/s/edu/info/failable', line: index + 1 }));

function withFaults(faults: readonly string[], changes: Partial<Suite> = {}): Suite {
  const lines = faults.map((text, index) => ({ text, file: '/s/edu/a/info/faults', line: index + 1 }));
  const test = suiteTest('/s/edu', 'a', { faults: lines });
  return suite('/s/edu', [], { tests: [test], moduleDirectories: ['/s/edu/driver'], ...changes });
}

describe('callProblems', () => {
  it('are none of faults that make sense, also with functions of the suite', () => {
    const own = failable('my_alloc NULL', 'my_get ERR_PTR ENODEV group=mine');
    expect(
      callProblems(withFaults(['call-fail function=my_alloc', 'call-fail group=mine'], { failable: own })),
    ).toEqual([]);
  });

  it('name the line of a fault with an unknown function, and the nearest names', () => {
    expect(callProblems(withFaults(['irq-drop', 'call-fail function=misc_registre']))).toEqual([
      {
        file: '/s/edu/a/info/faults',
        line: 2,
        message: expect.stringContaining('did you mean misc_register') as string,
        hint: expect.stringContaining('docs/error-paths.md') as string,
      },
    ]);
  });

  it('name the lines of info/failable that are not understood or come twice', () => {
    const own = failable('my_alloc NUL', 'other NULL', 'other ENOMEM');
    expect(callProblems(withFaults([], { failable: own })).map(({ line, message }) => [line, message])).toEqual([
      [1, 'my_alloc: "NUL" is no way to fail'],
      [3, 'other is in line 2, too'],
    ]);
  });

  it('say what to add to a suite that builds no modules', () => {
    expect(callProblems(withFaults(['call-fail'], { moduleDirectories: [] }))).toMatchObject([
      { file: '/s/edu/a/info/faults', line: 1, hint: expect.stringContaining('info/modules') as string },
    ]);
  });
});

describe('a test that asks for calls that fail', () => {
  const asking = withFaults(['call-fail group=dma']);
  const test = { suite: asking, test: asking.tests[0] } as unknown as PlannedTest;
  const supplies = (kind: 'ready' | 'missing'): CellSupplies =>
    ({
      calls: {
        helper: kind === 'ready' ? { kind, path: '/h.ko' } : { kind, reason: 'no kprobes' },
        modules: new Map([[asking, [{ name: 'edu', imports: new Set(['kfree']) }]]]),
      },
    }) as unknown as CellSupplies;

  it('gets what its modules call, and its faults', () => {
    const { calls } = callsOf(test, supplies('ready'));
    expect(calls?.faults.map(({ text }) => text)).toEqual(['call-fail group=dma']);
    expect(missingCalls(test, supplies('ready'))).toBeUndefined();
  });

  it('is not run on a kernel that cannot have the helper', () => {
    expect(missingCalls(test, supplies('missing'))).toBe('no kprobes');
  });
});
