import { crashPlace } from '../device/instance/model-crash.ts';
import { cellLabels } from '../report/cell-labels.ts';
import {
  distinctFailures,
  mostImportantFirst,
  unexpectedPass,
  type DistinctFailure,
} from '../report/distinct-failures.ts';
import { plainLine, plainText } from '../report/escape-text.ts';
import { cutText } from '../report/cut-text.ts';
import { excerptReport } from '../report/kernel-report.ts';
import type { Results, TestResult } from '../report/results.ts';
import { notOkWords } from '../report/verdict-line.ts';
import type { Annotation } from './annotation.ts';

/** Where the repository has what a failure is about, relative to the workspace; undefined: it has not. */
export interface SourcePlaces {
  /** A finding's source file, of the suite of this test. */
  readonly source: (testId: string, file: string) => string | undefined;
  /** A test's `run`. */
  readonly run: (testId: string) => string | undefined;
}

const reasonLimit = { lines: 12, columns: 300 };

/** What a merge did not find: the rest may all be green, and is not all. */
export function missingAnnotations({ merged }: Results): readonly Annotation[] {
  const missing = merged?.missing ?? [];
  if (missing.length === 0) return [];
  return [
    {
      level: 'error',
      file: undefined,
      line: undefined,
      title: 'Results are missing',
      message: plainText(missing.join('\n')),
    },
  ];
}

/** One annotation for each distinct failure, however many cells show it, the most telling first. */
export function failureAnnotations(results: Results, places: SourcePlaces): readonly Annotation[] {
  const labels = cellLabels(results.cells);
  const ranked = mostImportantFirst(distinctFailures(results));
  // What lies on a line of the driver says most.
  const onSource = ranked.filter((failure) => sourceOf(failure, places) !== undefined);
  return [...onSource, ...ranked.filter((failure) => !onSource.includes(failure))].map((failure) =>
    annotate(failure, places, (cell) => labels.get(cell) ?? plainLine(cell)),
  );
}

function annotate(failure: DistinctFailure, places: SourcePlaces, labelOf: (cell: string) => string): Annotation {
  const { test, finding } = failure;
  const run = places.run(test.id);
  const place = sourceOf(failure, places) ?? { file: run, line: run === undefined ? undefined : 1 };
  const title =
    finding === undefined ? `${test.id} ${test.flaky === true ? 'is flaky' : notOkWords[test.outcome]}` : finding.title;
  return { level: 'error', ...place, title: plainLine(title), message: messageOf(failure, labelOf) };
}

/** The driver's line that the kernel complained of, or the line on which a device model broke. */
function sourceOf(
  { test, finding }: DistinctFailure,
  places: SourcePlaces,
): { readonly file: string; readonly line: number } | undefined {
  const source = finding === undefined ? brokenModelPlace(test) : finding.source;
  const file = source && places.source(test.id, source.file);
  return source === undefined || file === undefined ? undefined : { file, line: source.line };
}

function brokenModelPlace({ devices = [] }: TestResult): { readonly file: string; readonly line: number } | undefined {
  return devices.map(({ crash }) => crash && crashPlace(crash.stack)).find((place) => place !== undefined);
}

function messageOf({ test, tests, finding }: DistinctFailure, labelOf: (cell: string) => string): string {
  const seen = tests.slice(0, 4).map(({ id, cell }) => `${plainLine(id)} (${labelOf(cell)})`);
  const more = tests.length - seen.length;
  const frames =
    finding === undefined ? [] : excerptReport(finding.report).frames.map((frame) => `  ${plainLine(frame)}`);
  return [
    `${seen.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    plainText(cutText(unexpectedPass(test) ?? test.reason, reasonLimit)).trim(),
    ...frames,
    `Again: ${plainLine(test.reproduce)}`,
  ].join('\n');
}
