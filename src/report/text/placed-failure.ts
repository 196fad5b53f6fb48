import { crashPlace } from '../../device/instance/model-crash.ts';
import {
  type DistinctFailure,
  distinctFailures,
  mostImportantFirst,
  unexpectedPass,
} from '../../results/distinct-failures.ts';
import type { Results, TestResult } from '../../results/results.ts';
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
  /** The driver's line, else the test's `run`; undefined: the repository has neither. */
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

function titleOf({ test, finding }: DistinctFailure): string {
  return finding?.title ?? `${test.id} ${test.flaky === true ? 'is flaky' : notOkWords[test.outcome]}`;
}

function runPlace({ test }: DistinctFailure, places: SourcePlaces): SourcePlace | undefined {
  const file = places.run(test.id);
  return file === undefined ? undefined : { file, line: 1 };
}

/** The driver's line that the kernel blames, or the line where a device model crashed. */
function sourceOf({ test, finding }: DistinctFailure, places: SourcePlaces): SourcePlace | undefined {
  const source = finding === undefined ? brokenModelPlace(test) : finding.source;
  const file = source && places.source(test.id, source.file);
  return source === undefined || file === undefined ? undefined : { file, line: source.line };
}

function brokenModelPlace({ devices = [] }: TestResult): SourcePlace | undefined {
  return devices.map(({ crash }) => crash && crashPlace(crash.stack)).find((place) => place !== undefined);
}
