import { explain, type Explanation } from '../command/explain-failure.ts';
import type { Results } from '../results/results.ts';
import { plainText } from '../text/escape-text.ts';
import { InputError } from './input.ts';
import { NoParts } from './merge-parts.ts';

/** What came of a job, in a word for later jobs and steps. */
export type JobOutcome = 'ok' | 'not-ok' | 'inconclusive' | 'invalid' | 'cancelled';

export function outcomeOf({ totals, exitStatus }: Results, { aborted }: AbortSignal): JobOutcome {
  if (aborted) return 'cancelled';
  if (exitStatus === 69) return 'inconclusive';
  return totals.notOk > 0 ? 'not-ok' : 'ok';
}

/** The message and exit status for a job that failed without results. */
export function explainJobFailure(error: unknown): Explanation {
  if (error instanceof InputError) return { message: plainText(error.message), exitStatus: 2 };
  return error instanceof NoParts ? { message: plainText(error.message), exitStatus: 69 } : explain(error);
}
