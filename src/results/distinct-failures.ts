import type { Finding } from '../diagnose/finding.ts';
import type { CellResult, Results, TestResult } from './results.ts';

/** One thing that went wrong, however many tests and cells show it. */
export interface DistinctFailure {
  /** The test that is shown for it: the first. */
  readonly test: TestResult;
  /** All of them, the first included, in the order of the results. */
  readonly tests: readonly TestResult[];
  /** The kernel's report, from the test or, when no stage began, from its cell's boot. */
  readonly finding: Finding | undefined;
  /** Path of the console log that shows it, relative to the results directory. */
  readonly console: string;
}

/**
 * What is not as expected, each once: crashes are the same when their fingerprint is, errors when their reason is,
 * anything else when test and reason are. Figures of time in a reason do not count, nor what a test said last.
 */
export function distinctFailures({ cells, tests, interrupted }: Results): readonly DistinctFailure[] {
  const notRun = new Set(interrupted?.notRun.map(({ id, cell }) => JSON.stringify([id, cell])));
  const cellById = new Map(cells.map((cell) => [cell.id, cell]));
  const groups = new Map<string, TestResult[]>();
  for (const test of tests) {
    // What an interruption kept from running is told by itself.
    if (test.ok || notRun.has(JSON.stringify([test.id, test.cell]))) continue;
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

/** What the kernel itself complained of first, for where there is no room for everything. Equals keep their order. */
export function mostImportantFirst(failures: readonly DistinctFailure[]): readonly DistinctFailure[] {
  return failures.toSorted((a, b) => importance.indexOf(a.test.outcome) - importance.indexOf(b.test.outcome));
}

/** What was expected, for a test that did better than that. A pass can also lack a message that was required. */
export function unexpectedPass(test: TestResult): string | undefined {
  if (test.outcome !== 'pass' || test.ok || test.expected === 'pass') return undefined;
  return (
    `It passed, which is not ok here: ${test.expected} was expected. If what it shows is mended, remove its ` +
    'info/expect-failure.'
  );
}

function keyOf(test: TestResult, finding: Finding | undefined): string {
  if (finding !== undefined) return JSON.stringify([test.outcome, finding.fingerprint]);
  const reason = test.reason
    .replace(/\d+(?:\.\d+)? ?(?:ms|s|min)\b/g, 'TIME')
    .replace(/^(run ended with exit status \d+): .*$/s, '$1');
  return JSON.stringify([test.outcome, test.outcome === 'error' ? '' : test.id, reason]);
}

function evidenceOf(test: TestResult, cell: CellResult | undefined): Pick<DistinctFailure, 'finding' | 'console'> {
  const bootFinding = cell?.boot.outcome === 'failed' && test.startMs === null ? cell.boot.findings[0] : undefined;
  const own = test.findings[0];
  if (own !== undefined || bootFinding === undefined || cell === undefined)
    return { finding: own, console: test.console };
  return { finding: bootFinding, console: `${cell.id}/boot/console.log` };
}
