import { now } from '../host/clock.ts';
import type { Ending, RunRecord } from './run-record.ts';

export type UnstartedEnding = Extract<Ending, { kind: 'not-started' | 'cancelled' | 'host-failed' | 'internal-error' }>;

/** The record of a test that never got a machine. `directory` is relative to the results directory. */
export function unstartedRecord(directory: string, ending: UnstartedEnding): RunRecord {
  return {
    start: 'cold',
    startedAt: now(),
    startMs: undefined,
    durationMs: 0,
    isHeard: false,
    ending,
    stages: [],
    directory,
    consolePath: `${directory}/console.log`,
    artifacts: [],
    devices: [],
    notes: [],
  };
}
