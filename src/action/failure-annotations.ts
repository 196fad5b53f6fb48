import { cellLabels } from '../report/text/cell-labels.ts';
import { excerptReport } from '../report/text/kernel-report.ts';
import { type PlacedFailure, placedFailures, type SourcePlaces } from '../report/text/placed-failure.ts';
import type { Results } from '../results/results.ts';
import { plainLine, plainText } from '../text/escape-text.ts';
import type { Annotation } from './annotation.ts';

/** The results that a merge did not find. All others may be green, but the run is incomplete. */
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

/** One annotation per distinct failure, however many cells show it, the most useful first. */
export function failureAnnotations(results: Results, places: SourcePlaces): readonly Annotation[] {
  const labels = cellLabels(results.cells);
  return placedFailures(results, places).map((placed) =>
    annotate(placed, (cell) => labels.get(cell) ?? plainLine(cell)),
  );
}

function annotate(placed: PlacedFailure, labelOf: (cell: string) => string): Annotation {
  const { place, title } = placed;
  return { level: 'error', file: place?.file, line: place?.line, title, message: messageOf(placed, labelOf) };
}

function messageOf(
  { failure: { test, tests, finding, build }, reason }: PlacedFailure,
  labelOf: (cell: string) => string,
): string {
  const seen = tests.slice(0, 4).map(({ id, cell }) => `${plainLine(id)} (${labelOf(cell)})`);
  const more = tests.length - seen.length;
  const frames =
    finding === undefined ? [] : excerptReport(finding.report).frames.map((frame) => `  ${plainLine(frame)}`);
  return [
    `${seen.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    reason,
    ...frames,
    ...(build === undefined ? [] : [`All of the output: ${plainLine(build.log)}`]),
    `Again: ${plainLine(test.reproduce)}`,
  ].join('\n');
}
