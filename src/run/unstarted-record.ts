import { now } from '../host/clock.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { Ending, RunRecord } from './run-record.ts';

/** The record of a test that never got a machine. `directory` is relative to the results directory. */
export function unstartedRecord(planned: PlannedTest, directory: string, ending: Extract<Ending, { kind: 'not-started' | 'cancelled' | 'host-failed' }>): RunRecord {
  return {
    planned,
    start: 'cold',
    startedAt: now(),
    startMs: undefined,
    durationMs: 0,
    isHeard: false,
    ending,
    stages: [],
    directory,
    consolePath: `${directory}/console.log`,
    consoleText: '',
    runOutput: '',
    artifacts: [],
    devices: [],
    notes: [],
  };
}
