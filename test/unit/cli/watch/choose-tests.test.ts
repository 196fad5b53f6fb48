import { describe, expect, it } from 'vitest';
import {
  chooseTests,
  type DependsOn,
  emptyMemory,
  failedTests,
  joinTriggers,
  type RanTo,
  remember,
  type Trigger,
  type WatchMemory,
} from '../../../../src/cli/watch/choose-tests.ts';
import type { Plan } from '../../../../src/plan/plan.ts';
import type { Results } from '../../../../src/results/results.ts';
import { planOf, suite } from '../../plan/plan-request.ts';
import { cell, results, test } from '../../report/sample-results.ts';

const plan = planOf([suite('/work/edu', ['dma', 'irq', 'probe'])]);
const cellId = plan.cells[0]?.id ?? '';
const resultCell = cell('debian:6.12', 'default', { id: cellId });
/** A test depends on the directory of its name. */
const byName: DependsOn = ({ test: { name } }, path) => path.startsWith(`/work/edu/${name}/`);

function resultsOf(outcomes: Readonly<Record<string, 'pass' | 'fail' | 'error'>>): Results {
  return results(
    [resultCell],
    Object.entries(outcomes).map(([name, outcome]) => test(`edu/${name}`, cellId, { outcome, ok: outcome === 'pass' })),
  );
}

/** What is known after a run of all tests. */
function after(end: RanTo, before: WatchMemory = emptyMemory): WatchMemory {
  return remember(before, plan, end);
}

const chosen = (trigger: Trigger, memory: WatchMemory): readonly string[] =>
  chooseTests(plan, trigger, memory, byName).tests.map(({ id }) => id);
const changed = (...paths: readonly string[]): Trigger => ({ kind: 'changed', paths: new Set(paths) });
const oneFailed = after({ kind: 'ended', results: resultsOf({ dma: 'pass', irq: 'pass', probe: 'fail' }) });

describe('the tests of the next run', () => {
  it('are those that depend on a changed file', () => {
    expect(chosen(changed('/work/edu/irq/run', '/elsewhere'), oneFailed)).toEqual(['edu/irq']);
    expect(chosen(changed('/elsewhere'), oneFailed)).toEqual([]);
  });

  it('are all of them, or the failed ones, on request', () => {
    expect(chosen({ kind: 'all' }, oneFailed)).toEqual(['edu/dma', 'edu/irq', 'edu/probe']);
    expect(chosen({ kind: 'failed' }, oneFailed)).toEqual(['edu/probe']);
  });

  it('have the name that was asked for, by a part of it or by a glob, until it is replaced', () => {
    expect(chosen({ kind: 'name', pattern: 'rob' }, oneFailed)).toEqual(['edu/probe']);
    expect(chosen({ kind: 'name', pattern: '*/?rq' }, oneFailed)).toEqual(['edu/irq']);
    const named = { ...oneFailed, pattern: 'irq' };
    expect(chosen(changed('/work/edu/irq/run', '/work/edu/dma/run'), named)).toEqual(['edu/irq']);
    expect(chosen({ kind: 'name', pattern: '' }, named)).toHaveLength(3);
  });

  it('include new tests, and those that were stopped before their end, after any change', () => {
    const stopped = after({ kind: 'stopped', results: resultsOf({ dma: 'pass', irq: 'error', probe: 'fail' }) });
    expect(chosen(changed('/elsewhere'), stopped)).toEqual(['edu/irq']);
    const withNew: Plan = planOf([suite('/work/edu', ['dma', 'irq', 'new', 'probe'])]);
    expect(chooseTests(withNew, changed(), oneFailed, byName).tests.map(({ id }) => id)).toEqual(['edu/new']);
  });

  it('leave no cell without a test', () => {
    expect(chooseTests(plan, changed('/elsewhere'), oneFailed, byName).cells).toEqual([]);
  });
});

describe('what is remembered', () => {
  it('is the last verdict of each test', () => {
    expect(failedTests(plan, oneFailed).map(({ id }) => id)).toEqual(['edu/probe']);
    const mended = after({ kind: 'ended', results: resultsOf({ probe: 'pass' }) }, oneFailed);
    expect(failedTests(plan, mended)).toEqual([]);
  });

  it('is an error as a failure, unless the run was stopped', () => {
    const ended = after({ kind: 'ended', results: resultsOf({ dma: 'error', irq: 'pass', probe: 'pass' }) });
    expect([failedTests(plan, ended).map(({ id }) => id), ended.pending.size]).toEqual([['edu/dma'], 0]);
  });

  it('is that nothing was tested, when a run came to nothing', () => {
    const nothing = after({ kind: 'nothing' }, oneFailed);
    expect([nothing.pending.size, failedTests(plan, nothing).length]).toEqual([3, 1]);
  });

  it('is not a test that was not run', () => {
    const notRun = [{ id: 'edu/irq', cell: cellId }];
    const cut: Results = {
      ...resultsOf({ dma: 'pass', irq: 'error', probe: 'pass' }),
      interrupted: { notRun, damage: [] },
    };
    expect([...after({ kind: 'ended', results: cut }).pending]).toHaveLength(1);
  });
});

describe('two triggers', () => {
  it('of changes are one of all changes', () => {
    expect(joinTriggers(changed('/a'), changed('/b'))).toEqual(changed('/a', '/b'));
    expect(joinTriggers(undefined, changed('/b'))).toEqual(changed('/b'));
  });

  it('lose no request: a change that mends a suite runs what was asked before', () => {
    expect(joinTriggers({ kind: 'all' }, changed('/b'))).toEqual({ kind: 'all' });
    expect(joinTriggers(changed('/a'), { kind: 'failed' })).toEqual({ kind: 'failed' });
  });
});
