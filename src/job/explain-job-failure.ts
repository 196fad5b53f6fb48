import { explain, type Explanation } from '../command/explain-failure.ts';
import { plainText } from '../text/escape-text.ts';
import { InputError } from './input.ts';
import { NoParts } from './merge-parts.ts';

/** The message and exit status for a job that failed without results. */
export function explainJobFailure(error: unknown): Explanation {
  if (error instanceof InputError) return { message: plainText(error.message), exitStatus: 2 };
  return error instanceof NoParts ? { message: plainText(error.message), exitStatus: 69 } : explain(error);
}
