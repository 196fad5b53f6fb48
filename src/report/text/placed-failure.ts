import { crashPlace } from '../../device/instance/model-crash.ts';
import {
  type DistinctFailure,
  distinctFailures,
  mostImportantFirst,
  unexpectedPass,
} from '../../results/distinct-failures.ts';
import type { BuildResult, Results, TestResult } from '../../results/results.ts';
import { plainLine, plainText } from '../../text/escape-text.ts';
import { cutText } from '../../text/text-width.ts';
import { notOkWords } from './verdict-line.ts';

/** A line of the repository. */
export interface SourcePlace {
  /** Relative to the checkout. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Finds the file of a failure, relative to the checkout; undefined when the repository does not have it. */
export interface SourcePlaces {
  /** The source file of a finding in this test's suite. */
  readonly source: (testId: string, file: string) => string | undefined;
  /** The test's `run`. */
  readonly run: (testId: string) => string | undefined;
}

/** A distinct failure, however many cells show it, and the line of the repository to which it belongs. */
export interface PlacedFailure {
  readonly failure: DistinctFailure;
  /** A line of the driver, else the test's `run`; undefined: the repository has neither. */
  readonly place: SourcePlace | undefined;
  /** On one line. */
  readonly title: string;
  /** Why the test is not ok. */
  readonly reason: string;
}

const reasonLimit = { lines: 12, columns: 300 };

/** All distinct failures, the most useful first: one on a line of the driver is the most useful. */
export function placedFailures(results: Results, places: SourcePlaces): readonly PlacedFailure[] {
  const ranked = mostImportantFirst(distinctFailures(results));
  const onSource = ranked.filter((failure) => sourceOf(failure, places) !== undefined);
  return [...onSource, ...ranked.filter((failure) => !onSource.includes(failure))].map((failure) => ({
    failure,
    place: sourceOf(failure, places) ?? runPlace(failure, places),
    title: plainLine(titleOf(failure)),
    reason: plainText(cutText(unexpectedPass(failure.test) ?? failure.test.reason, reasonLimit)).trim(),
  }));
}

function titleOf({ test, finding, build }: DistinctFailure): string {
  if (build !== undefined) return `${build.suite} does not build`;
  return finding?.title ?? `${test.id} ${test.flaky === true ? 'is flaky' : notOkWords[test.outcome]}`;
}

function runPlace({ test }: DistinctFailure, places: SourcePlaces): SourcePlace | undefined {
  const file = places.run(test.id);
  return file === undefined ? undefined : { file, line: 1 };
}

/** The line that the kernel blames, that a compiler rejects, or where a device model crashed. */
function sourceOf(failure: DistinctFailure, places: SourcePlaces): SourcePlace | undefined {
  const { test, finding, build } = failure;
  if (finding === undefined && build !== undefined) return compilerPlace(build, (file) => places.source(test.id, file));
  const source = finding === undefined ? brokenModelPlace(test) : finding.source;
  const file = source && places.source(test.id, source.file);
  return source === undefined || file === undefined ? undefined : { file, line: source.line };
}

/** The first error in a file of the repository. The very first may be in a header of the kernel. */
function compilerPlace(
  { messages }: BuildResult,
  inRepository: (file: string) => string | undefined,
): SourcePlace | undefined {
  for (const { severity, file, line } of messages) {
    if (severity !== 'error' || file === undefined || line === undefined) continue;
    const found = inRepository(file);
    if (found !== undefined) return { file: found, line };
  }
  return undefined;
}

function brokenModelPlace({ devices = [] }: TestResult): SourcePlace | undefined {
  return devices.map(({ crash }) => crash && crashPlace(crash.stack)).find((place) => place !== undefined);
}
