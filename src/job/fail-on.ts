import type { Outcome } from '../diagnose/verdict.ts';
import type { Results, TestResult } from '../results/results.ts';
import { InputError } from './input.ts';

/** What makes the job fail. Missing results and a run without conclusion always do. */
export type FailOn =
  | { readonly kind: 'not-ok' }
  | { readonly kind: 'never' }
  | { readonly kind: 'outcomes'; readonly outcomes: ReadonlySet<string> };

const outcomes: readonly (Outcome | 'flaky')[] = ['pass', 'fail', 'skip', 'timeout', 'hang', 'crash', 'error', 'flaky'];

/** @throws InputError */
export function parseFailOn(lines: readonly string[]): FailOn {
  const words = lines.flatMap((line) => line.split(/[\s,]+/)).filter((word) => word !== '');
  const [first = 'not-ok'] = words;
  if (words.length <= 1 && (first === 'not-ok' || first === 'never')) return { kind: first };
  const unknown = words.find((word) => !outcomes.some((outcome) => outcome === word));
  if (unknown !== undefined)
    throw new InputError(
      'fail-on',
      `expected not-ok, never, or some of ${outcomes.join(', ')}, found ${JSON.stringify(unknown)}.`,
    );
  return { kind: 'outcomes', outcomes: new Set(words) };
}

/** Whether the job fails. A test that is as expected never causes that. */
export function isFailure(failOn: FailOn, { exitStatus, tests, merged }: Results): boolean {
  if (exitStatus === 69 || (merged?.missing ?? []).length > 0) return true;
  const notOk = tests.filter(({ ok }) => !ok);
  switch (failOn.kind) {
    case 'not-ok':
      return notOk.length > 0;
    case 'never':
      return false;
    case 'outcomes':
      return notOk.some((test) => failOn.outcomes.has(kindOf(test)));
  }
}

/** The exit status of the job: 69 when nothing could be concluded, else 1 if it fails. */
export function exitStatusOf(failOn: FailOn, results: Results): number {
  if (results.exitStatus === 69) return 69;
  return isFailure(failOn, results) ? 1 : 0;
}

function kindOf({ outcome, flaky }: TestResult): string {
  return flaky === true ? 'flaky' : outcome;
}
