import type { Outcome } from '../../diagnose/verdict.ts';
import { testsNotRun } from '../../results/not-run.ts';
import type { Results, TestResult } from '../../results/results.ts';
import { formatDuration } from '../../text/duration.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { interruption } from './interrupted.ts';

/** The verdict in one line: `47 of 48 as expected (43 passed, 4 failed as they should) · 1 crashed · 19 s`. */
export function verdictLine(results: Results): string {
  const { tests, totals, durationMs } = results;
  const counted = `${totals.ok} of ${totals.tests} as expected${asExpected(tests)}`;
  return [
    ...inconclusive(results),
    counted,
    ...notAsExpected(tests, testsNotRun(results).length),
    formatDuration(durationMs),
  ].join(' · ');
}

const maxMissing = 300;

function inconclusive(results: Results): readonly string[] {
  const { exitStatus, merged } = results;
  const interrupted = interruption(results);
  if (interrupted !== undefined) return [interrupted];
  const [missing, ...more] = merged?.missing ?? [];
  if (missing !== undefined)
    return [
      `Incomplete: ${cutLine(plainLine(missing), maxMissing)} ` +
        `missing${more.length === 0 ? '' : `, and ${more.length} more`}`,
    ];
  return exitStatus === 69 ? ['Nothing could be concluded'] : [];
}

function asExpected(tests: readonly TestResult[]): string {
  const count = (matches: (test: TestResult) => boolean): number =>
    tests.filter((test) => test.ok && matches(test)).length;
  const passed = count(({ outcome }) => outcome === 'pass');
  const skipped = count(({ outcome }) => outcome === 'skip');
  const failed = count(({ outcome }) => outcome !== 'pass' && outcome !== 'skip');
  const parts = [
    ...(passed > 0 ? [`${passed} passed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(failed > 0 ? [`${failed} failed as ${failed === 1 ? 'it' : 'they'} should`] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/**
 * @param notRun the number of errors that are tests not run; these are reported separately
 */
function notAsExpected(tests: readonly TestResult[], notRun: number): readonly string[] {
  const counts = new Map<Outcome, number>();
  const flaky = tests.filter((test) => test.flaky === true).length;
  for (const test of tests)
    if (!test.ok && test.flaky !== true) counts.set(test.outcome, (counts.get(test.outcome) ?? 0) + 1);
  const errors = (counts.get('error') ?? 0) - notRun;
  if (errors > 0) counts.set('error', errors);
  else counts.delete('error');
  return [
    ...[...counts].map(([outcome, count]) => `${count} ${notOkWords[outcome]}`),
    ...(flaky > 0 ? [`${flaky} flaky`] : []),
  ];
}

/** What a test did when that was not expected. */
export const notOkWords: Readonly<Record<Outcome, string>> = {
  pass: 'passed but should not have',
  fail: 'failed',
  skip: 'skipped but should not have been',
  timeout: 'timed out',
  hang: 'hung',
  crash: 'crashed',
  error: 'could not be judged',
};
