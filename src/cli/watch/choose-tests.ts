import type { Plan, PlannedTest } from '../../plan/plan.ts';
import { matchesGlob } from '../../plan/select-tests.ts';
import type { Results, TestResult } from '../../results/results.ts';

/** Why tests run again. */
export type Trigger =
  | { readonly kind: 'all' }
  | { readonly kind: 'failed' }
  /** By name; an empty pattern shows all tests again. */
  | { readonly kind: 'name'; readonly pattern: string }
  | { readonly kind: 'changed'; readonly paths: ReadonlySet<string> };

/** What is known of the tests, over all runs since the start. Tests are named by `testKey`. */
export interface WatchMemory {
  /** Whether the last run of a test was ok. */
  readonly verdicts: ReadonlyMap<string, boolean>;
  /** Tests that should have run, and were interrupted. */
  readonly pending: ReadonlySet<string>;
  /** Only tests with such a name run; empty: all. */
  readonly pattern: string;
}

export const emptyMemory: WatchMemory = { verdicts: new Map(), pending: new Set(), pattern: '' };

export function testKey({ cell, id }: { readonly cell: Pick<PlannedTest['cell'], 'id'>; readonly id: string }): string {
  return JSON.stringify([cell.id, id]);
}

/** Whether a changed path belongs to a test. */
export type DependsOn = (planned: PlannedTest, path: string) => boolean;

/**
 * The tests to run now. A change also runs what was interrupted, and tests that are new. The
 * pattern stays in force until it is replaced.
 */
export function chooseTests(plan: Plan, trigger: Trigger, memory: WatchMemory, dependsOn: DependsOn): Plan {
  const isNamed = nameFilter(trigger.kind === 'name' ? trigger.pattern : memory.pattern);
  const isChosen = (planned: PlannedTest): boolean => {
    const key = testKey(planned);
    switch (trigger.kind) {
      case 'all':
      case 'name':
        return true;
      case 'failed':
        return memory.verdicts.get(key) === false;
      case 'changed':
        return (
          memory.pending.has(key) ||
          !memory.verdicts.has(key) ||
          [...trigger.paths].some((path) => dependsOn(planned, path))
        );
    }
  };
  const tests = plan.tests.filter((planned) => isNamed(planned) && isChosen(planned));
  return { cells: plan.cells.filter((cell) => tests.some((planned) => planned.cell === cell)), tests };
}

/** A pattern without `*` and `?` matches anywhere in `suite/test`. */
function nameFilter(pattern: string): (planned: PlannedTest) => boolean {
  if (pattern === '') return () => true;
  if (!/[*?]/.test(pattern)) return ({ id }) => id.includes(pattern);
  return ({ id, test }) => matchesGlob(pattern, id) || matchesGlob(pattern, test.name);
}

/** How a run ended. `stopped`: before its end, because its results were out of date. */
export type RanTo = { readonly kind: 'ended' | 'stopped'; readonly results: Results } | { readonly kind: 'nothing' };

/** Remembers what a run has shown. Tests without a verdict stay pending: they did not run, or were stopped. */
export function remember(memory: WatchMemory, ran: Plan, end: RanTo): WatchMemory {
  const verdicts = verdictsOf(end);
  const pending = new Set(memory.pending);
  for (const key of ran.tests.map(testKey)) {
    if (verdicts.has(key)) pending.delete(key);
    else pending.add(key);
  }
  return { ...memory, pending, verdicts: new Map([...memory.verdicts, ...verdicts]) };
}

function verdictsOf(end: RanTo): ReadonlyMap<string, boolean> {
  if (end.kind === 'nothing') return new Map();
  const keyOf = ({ id, cell }: { readonly id: string; readonly cell: string }): string => JSON.stringify([cell, id]);
  const notRun = new Set(end.results.interrupted?.notRun.map(keyOf));
  // A machine that was stopped with the run is an error of its test, and says nothing about the driver.
  const isStopped = ({ outcome }: TestResult): boolean => end.kind === 'stopped' && outcome === 'error';
  const judged = end.results.tests.filter((test) => !notRun.has(keyOf(test)) && !isStopped(test));
  return new Map(judged.map((test) => [keyOf(test), test.ok]));
}

/** Whether the last run of a test was not ok. */
export function isFailed({ verdicts }: WatchMemory): (planned: PlannedTest) => boolean {
  return (planned) => verdicts.get(testKey(planned)) === false;
}

/** The tests of the plan whose last run was not ok, in its order. */
export function failedTests(plan: Plan, memory: WatchMemory): readonly PlannedTest[] {
  return plan.tests.filter(isFailed(memory));
}

/** One trigger for two, of which the first had no effect yet. */
export function joinTriggers(first: Trigger | undefined, then: Trigger): Trigger {
  if (first === undefined || then.kind !== 'changed') return then;
  return first.kind === 'changed' ? { kind: 'changed', paths: new Set([...first.paths, ...then.paths]) } : first;
}
