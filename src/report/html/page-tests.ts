import { cutLine } from '../cut-text.ts';
import { unexpectedPass } from '../distinct-failures.ts';
import { plainLine } from '../escape-text.ts';
import type { Results, TestResult } from '../results.ts';
import { embeddedBytes } from './embed-json.ts';
import type { PageTest } from './page-data.ts';

/** For the lines of all tests: some 40,000 of them. */
const maxBytes = 6_000_000;
const maxBrief = 160;

/** The tests that a page shows, in the order of the results, and a line for each. */
export interface ChosenTests {
  readonly tests: readonly TestResult[];
  readonly lines: readonly PageTest[];
  readonly leftOut: number;
}

/** All tests while there is room; then those that are not as expected come first. */
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

/** Not as expected, then failed as expected, then the rest; each in its order. */
export function byImportance(tests: readonly TestResult[]): readonly TestResult[] {
  const rank = (test: TestResult): number => (test.ok ? (isQuiet(test) ? 2 : 1) : 0);
  return [0, 1, 2].flatMap((wanted) => tests.filter((test) => rank(test) === wanted));
}

/** It has nothing to tell: no log of it is worth a page. */
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
  };
}
