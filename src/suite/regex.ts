import { wording } from './problem-wording.ts';
import type { Wording } from './suite-problem.ts';

/** Compiles an author's regular expression (JavaScript's syntax, no flags); undefined when it was reported as wrong. */
export function parseRegex(pattern: string, complain: (words: Wording) => void): RegExp | undefined {
  try {
    return new RegExp(pattern);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    complain(wording.badRegex(pattern, cause.message.slice(cause.message.lastIndexOf(': ') + 2)));
    return undefined;
  }
}
