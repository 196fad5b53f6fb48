import type { Outcome } from '../diagnose/verdict.ts';
import type { Results, TestResult } from '../report/results.ts';
import { InputError } from './input-error.ts';

/** What turns the step red, besides that nothing could be concluded or results are missing, which always do. */
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

/** Whether the step is to fail. A test that is as expected never makes it. */
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

function kindOf({ outcome, flaky }: TestResult): string {
  return flaky === true ? 'flaky' : outcome;
}
