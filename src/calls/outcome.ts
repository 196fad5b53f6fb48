import { nearestNames } from '../text/nearest-name.ts';
import { errnos } from './errno.ts';

/** How the helper makes a call look as if it had failed (guest/calls/calls.h). */
export type FailureKind = 'value' | 'argument' | 'get' | 'put';

/** One way in which a function fails. */
export interface FailureOutcome {
  /** As `value=` names it: `ENOMEM`, `NULL`, `timeout`. */
  readonly name: string;
  readonly kind: FailureKind;
  /** What the caller gets, or for `argument` the number of the argument that it gets back, from 0. */
  readonly value: number;
}

/** Outcomes that are no error numbers. */
const plainOutcomes: ReadonlyMap<string, Omit<FailureOutcome, 'name'>> = new Map([
  ['NULL', { kind: 'value', value: 0 }],
  // Booleans, and counts of what was done.
  ['false', { kind: 'value', value: 0 }],
  ['zero', { kind: 'value', value: 0 }],
  // Waiting returns what is left of the time.
  ['timeout', { kind: 'value', value: 0 }],
  // DMA_MAPPING_ERROR, and registers of a device that is gone.
  ['ones', { kind: 'value', value: -1 }],
]);

/** Words beside the outcomes: they say what the value is for the reader of a line. */
const descriptions = ['ERR_PTR'];

export const outcomeNames: readonly string[] = [...plainOutcomes.keys(), 'uncopied', ...errnos.keys()];

/** A word that is no outcome: its nearest names. */
export interface UnknownOutcome {
  readonly unknown: string;
  readonly nearest: readonly string[];
}

/**
 * Parses the words after a function's name: `NULL`, `false`, `zero`, `timeout`, `ones`, error names, `ERR_PTR` before
 * them, `uncopied:2` (the third argument comes back), `get:EFAULT` and `put:EFAULT` (results in other registers).
 */
export function parseOutcomes(words: readonly string[]): readonly FailureOutcome[] | UnknownOutcome {
  const outcomes: FailureOutcome[] = [];
  for (const word of words) {
    if (descriptions.includes(word)) continue;
    const outcome = parseOutcome(word);
    if (outcome === undefined) return { unknown: word, nearest: nearestNames(word, outcomeNames, 3) };
    outcomes.push(outcome);
  }
  return outcomes;
}

function parseOutcome(word: string): FailureOutcome | undefined {
  const plain = plainOutcomes.get(word);
  if (plain !== undefined) return { name: word, ...plain };
  const [, argument] = /^uncopied:([0-5])$/.exec(word) ?? [];
  if (argument !== undefined) return { name: 'uncopied', kind: 'argument', value: Number(argument) };
  const [, register, name = ''] = /^(?:(get|put):)?(E[A-Z0-9_]+)$/.exec(word) ?? [];
  const number = errnos.get(name);
  if (number === undefined) return undefined;
  return { name, kind: register === 'get' || register === 'put' ? register : 'value', value: -number };
}
