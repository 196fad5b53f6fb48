import type { Results, TestResult } from '../../results/results.ts';
import { type Expectation, expectations } from './expectations.ts';

/** A row of the self-test's table. */
export interface SelftestRow {
  readonly id: string;
  readonly shows: string;
  readonly start: string;
  readonly found: string;
  /** Each way in which the verdict is not the expected one. Empty: it is. */
  readonly differences: readonly string[];
}

/** `undecided`: no verdict says anything about this host, because no test ran. */
export type SelftestVerdict =
  | { readonly kind: 'right' | 'wrong'; readonly rows: readonly SelftestRow[] }
  | { readonly kind: 'undecided'; readonly reason: string };

/**
 * Compares the verdicts of a run with the expected ones. @param source text of the driver, whose comments name lines
 */
export function compareVerdicts(results: Results, source: string): SelftestVerdict {
  const deadBoot = results.cells.find(({ boot }) => boot.outcome !== 'ok');
  if (deadBoot !== undefined)
    return { kind: 'undecided', reason: results.tests[0]?.reason ?? `the kernel of ${deadBoot.id} did not boot` };
  const rows = results.cells.flatMap(({ id: cell }) =>
    expectations.map((expected) => {
      const test = results.tests.find((one) => one.id === expected.id && one.cell === cell);
      return test === undefined ? missing(expected) : rowOf(expected, test, source);
    }),
  );
  return { kind: rows.every(({ differences }) => differences.length === 0) ? 'right' : 'wrong', rows };
}

function missing({ id, shows }: Expectation): SelftestRow {
  return { id, shows, start: '', found: 'not run', differences: ['expected a verdict, found none'] };
}

function rowOf(expected: Expectation, test: TestResult, source: string): SelftestRow {
  const place = test.findings[0]?.source;
  const at = place === undefined ? '' : ` at ${nameOf(place.file)}:${place.line}`;
  return {
    id: expected.id,
    shows: expected.shows,
    start: test.start,
    found: `${test.outcome}${at}`,
    differences: [...wrongVerdict(expected, test), ...wrongPlace(expected, test, source)],
  };
}

function wrongVerdict(expected: Expectation, test: TestResult): readonly string[] {
  const differences: string[] = [];
  const { reason } = test;
  if (test.outcome !== expected.outcome)
    differences.push(`expected ${expected.outcome}, found ${test.outcome}${reason === '' ? '' : `: ${reason}`}`);
  else if (test.ok !== expected.ok)
    differences.push(`expected that it is ${expected.ok ? '' : 'not '}as its suite expects: ${reason}`);
  else if (expected.reason?.test(reason) === false)
    differences.push(`expected a reason like ${expected.reason.source}, found ${JSON.stringify(reason)}`);
  if (expected.start !== undefined && test.start !== expected.start)
    differences.push(`expected a start as ${expected.start}, found ${test.start}: ${test.startReason}`);
  return differences;
}

function wrongPlace({ at, artifact }: Expectation, test: TestResult, source: string): readonly string[] {
  const differences: string[] = [];
  if (artifact !== undefined && !test.artifacts.some((path) => path.endsWith(artifact)))
    differences.push(`expected the artifact ${artifact.slice(1)}, found ${test.artifacts.join(', ') || 'none'}`);
  if (at === undefined) return differences;
  const line = lineOf(source, at);
  const found = test.findings[0]?.source;
  if (found === undefined || nameOf(found.file) !== 'probe.c' || found.line !== line)
    differences.push(
      `expected probe.c:${line}, found ${found === undefined ? 'no line' : `${nameOf(found.file)}:${found.line}`}`,
    );
  return differences;
}

/** The line with this comment, from 1. */
function lineOf(source: string, comment: string): number {
  return source.split('\n').findIndex((line) => line.includes(`/* ${comment} */`)) + 1;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
