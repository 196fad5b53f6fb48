import type { Results } from '../results/results.ts';

/** What came of a job, in a word for later jobs and steps. */
export type JobOutcome = 'ok' | 'not-ok' | 'inconclusive' | 'invalid' | 'cancelled';

export function outcomeOf({ totals, exitStatus }: Results, { aborted }: AbortSignal): JobOutcome {
  if (aborted) return 'cancelled';
  if (exitStatus === 69) return 'inconclusive';
  return totals.notOk > 0 ? 'not-ok' : 'ok';
}
