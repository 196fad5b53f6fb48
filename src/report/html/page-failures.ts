import type { Outcome } from '../../diagnose/verdict.ts';
import { distinctFailures, unexpectedPass } from '../../results/distinct-failures.ts';
import { accessWords, pointNumber } from '../../results/point-groups.ts';
import type { Results, TestResult } from '../../results/results.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { excerptReport } from '../text/kernel-report.ts';
import { embeddedBytes } from './embed-json.ts';
import type { PageFailure, PagePoint, PageTest } from './page-data.ts';

const maxFailures = 200;
const maxTests = 200;
const lineLength = 300;
const maxReport = 100_000;

/** The distinct failures, those reported by the kernel first. */
export function pageFailures(results: Results): {
  readonly failures: readonly PageFailure[];
  readonly leftOut: number;
} {
  const all = [...distinctFailures(results)].sort((a, b) => weightOf(a) - weightOf(b));
  const indexOf = new Map(results.tests.map((test, index) => [test, index]));
  const failures = all.slice(0, maxFailures).map(({ test, tests, finding }): PageFailure => {
    const { frames, lastWords } =
      finding === undefined ? { frames: [], lastWords: undefined } : excerptReport(finding.report.slice(0, maxReport));
    return {
      title: shown(finding?.title ?? test.id),
      outcome: test.outcome,
      ...(finding?.source === undefined
        ? {}
        : { source: { file: shown(finding.source.file), line: finding.source.line } }),
      reason: shownLines(unexpectedPass(test) ?? test.reason),
      frames: frames.map(shown),
      lastWords: shown(lastWords ?? ''),
      tests: tests.slice(0, maxTests).map((one) => indexOf.get(one) ?? 0),
    };
  });
  return { failures, leftOut: all.length - failures.length };
}

function weightOf({ test }: { readonly test: { readonly outcome: Outcome } }): number {
  return weights[test.outcome];
}

const weights: Readonly<Record<Outcome, number>> = {
  crash: 0,
  hang: 1,
  timeout: 2,
  fail: 3,
  error: 4,
  pass: 5,
  skip: 5,
};

const maxReasonLines = 4;

/** A failed build has the compiler's first error on a line of its own. */
function shownLines(text: string): string {
  return text.split('\n', maxReasonLines).map(shown).join('\n');
}

function shown(text: string): string {
  return cutLine(plainLine(text.slice(0, 4 * lineLength)), lineLength);
}

/** The limit for the lines of all tests: about 40,000 of them. */
const maxBytes = 6_000_000;
const maxBrief = 160;

/** The tests on the page, in the order of the results, each with its line. */
export interface ChosenTests {
  readonly tests: readonly TestResult[];
  readonly lines: readonly PageTest[];
  readonly leftOut: number;
}

/** All tests if they fit; otherwise those that are not as expected come first. */
export function chooseTests({ cells, tests }: Results): ChosenTests {
  const cellIndex = new Map(cells.map(({ id }, index) => [id, index]));
  const lines = new Map<TestResult, PageTest>();
  let left = maxBytes;
  for (const test of byImportance(tests)) {
    const line = pageTest(test, cellIndex.get(test.cell) ?? 0);
    left -= embeddedBytes(line);
    if (left < 0) break;
    lines.set(test, line);
  }
  const chosen = tests.filter((test) => lines.has(test));
  return {
    tests: chosen,
    lines: chosen.flatMap((test) => lines.get(test) ?? []),
    leftOut: tests.length - chosen.length,
  };
}

/** First not as expected, then failed as expected, then the rest; each group keeps its order. */
export function byImportance(tests: readonly TestResult[]): readonly TestResult[] {
  const rank = (test: TestResult): number => (test.ok ? (isQuiet(test) ? 2 : 1) : 0);
  return [0, 1, 2].flatMap((wanted) => tests.filter((test) => rank(test) === wanted));
}

/** None of its logs is worth showing. */
export function isQuiet(test: TestResult): boolean {
  return test.ok && (test.outcome === 'pass' || test.outcome === 'skip') && test.flaky !== true;
}

function pageTest(test: TestResult, cell: number): PageTest {
  const brief =
    test.ok && test.outcome === 'pass' ? '' : (test.findings[0]?.title ?? unexpectedPass(test) ?? test.reason);
  return {
    id: plainLine(test.id),
    cell,
    outcome: test.outcome,
    ok: test.ok,
    ...(test.flaky === true ? { flaky: true as const } : {}),
    durationMs: test.durationMs,
    brief: cutLine(plainLine(brief.slice(0, 4 * maxBrief)), maxBrief),
    ...(test.point === undefined ? {} : { point: pagePoint(test.point) }),
  };
}

function pagePoint(point: NonNullable<TestResult['point']>): PagePoint {
  const { fault, access, outcome, why } = point;
  return {
    fault: shown(fault),
    number: pointNumber(point),
    access: access === undefined ? '' : shown(accessWords(point)),
    outcome,
    why: shown(why),
  };
}
