import { expect, it } from 'vitest';
import { unhandled } from '../../../src/diagnose/handled.ts';
import type { Outcome } from '../../../src/diagnose/verdict.ts';
import type { Ending, StageName } from '../../../src/run/evidence/run-record.ts';

const completed: Ending = { kind: 'completed' };

it.each<[string, Outcome, Partial<Record<StageName, number>>, Ending, string | undefined]>([
  ['a test that goes on', 'pass', { run: 0, teardown: 0 }, completed, undefined],
  ['a test that fails', 'fail', { run: 1, teardown: 0 }, completed, undefined],
  ['a driver that does not probe', 'error', { 'suite-setup': 1, 'suite-teardown': 1 }, completed, undefined],
  ['a crash', 'crash', { run: 0 }, completed, ''],
  ['a hang', 'hang', { run: 0 }, { kind: 'deadline', timeoutMs: 1, answering: false }, ''],
  [
    'a module that cannot be unloaded after a failure',
    'fail',
    { 'suite-setup': 0, run: 1, 'suite-teardown': 1 },
    completed,
    'something was left behind: suite-teardown ended with exit status 1',
  ],
  [
    'a module that cannot be unloaded after a pass, whose reason says so',
    'error',
    { 'suite-setup': 0, run: 0, 'suite-teardown': 1 },
    completed,
    '',
  ],
  ['a machine that was lost', 'error', { 'suite-setup': 1 }, { kind: 'agent-lost', detail: '' }, ''],
])('%s', (_name, ...[outcome, statuses, ending, reason]) => {
  // Object.entries widens the keys, which are those of the record above.
  const stages = (Object.entries(statuses) as [StageName, number][]).map(([name, exitStatus]) => ({
    name,
    exitStatus,
    durationMs: 1,
    log: '',
  }));
  expect(unhandled({ ending, stages }, outcome)).toBe(reason);
});
