import type { Finding } from '../diagnose/finding.ts';
import { isNotRunIn } from './not-run.ts';
import { pointKey } from './point-groups.ts';
import type { BuildResult, CellResult, Results, TestResult } from './results.ts';

/** A failure, however many tests and cells show it. */
export interface DistinctFailure {
  /** The test that is shown: the first. */
  readonly test: TestResult;
  /** All affected tests, including the first, in the order of the results. */
  readonly tests: readonly TestResult[];
  /** The kernel's report, from the test or, if no stage began, from the boot of its cell. */
  readonly finding: Finding | undefined;
  /** Path of the console log with it, relative to the results directory; undefined: nothing was booted for it. */
  readonly console: string | undefined;
  /** The failed build of its modules; undefined: it failed for another reason. */
  readonly build: BuildResult | undefined;
}

/**
 * The distinct failures: crashes are equal when their fingerprints are, errors when their reasons are, points of a
 * sweep when their accesses and evidence are, others when test and reason are. Times in a reason, and a test's last
 * output, do not matter.
 */
export function distinctFailures(results: Results): readonly DistinctFailure[] {
  const { cells, tests } = results;
  const isNotRun = isNotRunIn(results);
  const cellById = new Map(cells.map((cell) => [cell.id, cell]));
  const groups = new Map<string, TestResult[]>();
  for (const test of tests) {
    // Tests that were not run are reported separately.
    if (test.ok || isNotRun(test)) continue;
    const key = keyOf(test, evidenceOf(test, cellById.get(test.cell)).finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [test]);
    else group.push(test);
  }
  return [...groups.values()].flatMap((group) => {
    const [test] = group;
    return test === undefined ? [] : [{ test, tests: group, ...evidenceOf(test, cellById.get(test.cell)) }];
  });
}

const importance: readonly string[] = ['crash', 'hang', 'timeout', 'fail', 'error', 'pass', 'skip'];

/** Kernel reports first, for use where not everything fits. Equal ones keep their order. */
export function mostImportantFirst(failures: readonly DistinctFailure[]): readonly DistinctFailure[] {
  return failures.toSorted((a, b) => importance.indexOf(a.test.outcome) - importance.indexOf(b.test.outcome));
}

/** The explanation for a test that passed unexpectedly. A pass may also lack a required message. */
export function unexpectedPass(test: TestResult): string | undefined {
  if (test.outcome !== 'pass' || test.ok || test.expected === 'pass') return undefined;
  return `It passed, but ${test.expected} was expected. If the bug is fixed, remove its ` + 'info/expect-failure.';
}

function keyOf(test: TestResult, finding: Finding | undefined): string {
  if (finding !== undefined) return JSON.stringify([test.outcome, finding.fingerprint]);
  if (test.point !== undefined) return JSON.stringify([test.outcome, pointKey(test.point)]);
  const reason = test.reason
    .replace(/\d+(?:\.\d+)? ?(?:ms|s|min)\b/g, 'TIME')
    .replace(/^(run ended with exit status \d+): .*$/s, '$1');
  return JSON.stringify([test.outcome, test.outcome === 'error' ? '' : test.id, reason]);
}

type FailureEvidence = Pick<DistinctFailure, 'finding' | 'console' | 'build'>;

function evidenceOf(test: TestResult, cell: CellResult | undefined): FailureEvidence {
  const build = test.buildLog === undefined ? undefined : cell?.builds?.find(({ log }) => log === test.buildLog);
  const bootFinding = cell?.boot.outcome === 'failed' && test.startMs === null ? cell.boot.findings[0] : undefined;
  const own = test.findings[0];
  if (own !== undefined || bootFinding === undefined || cell === undefined)
    return { finding: own, console: test.console, build };
  return { finding: bootFinding, console: `${cell.id}/boot/console.log`, build };
}
