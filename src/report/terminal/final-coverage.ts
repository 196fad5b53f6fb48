import type { Results } from '../../results/results.ts';
import { plainLine } from '../../text/escape-text.ts';
import { hangingLines } from '../../text/text-width.ts';
import { cellLabels } from '../text/cell-labels.ts';
import { coverageWords } from '../text/coverage-words.ts';
import type { FinalLook } from './final-cells.ts';

const maxFiles = 12;
const maxReasons = 6;

/** Which lines of the modules ran: in all, the files with the most that did not, and where it was not measured. */
export function coverageBlock(
  { coverage, cells }: Results,
  { style, columns, directory }: FinalLook,
): readonly string[] {
  if (coverage === undefined) return [];
  const { files, notMeasured } = coverage;
  const labels = cellLabels(cells);
  const shown = files.toSorted((a, b) => b.lines - b.reached - (a.lines - a.reached)).slice(0, maxFiles);
  const lines = [
    ...(files.length === 0 ? [] : [`coverage: ${coverageWords(coverage)}`]),
    ...shown.flatMap((file) => hangingLines('  - ', `${plainLine(file.file)}: ${coverageWords(file)}`, columns)),
    ...(files.length > shown.length ? [`  and ${files.length - shown.length} more: ${directory}/summary.md`] : []),
    ...notMeasured.slice(0, maxReasons).flatMap(({ cell, suite, reason }) => {
      const where = `${plainLine(suite)} (${labels.get(cell) ?? plainLine(cell)})`;
      return hangingLines('', style.yellow(`coverage of ${where} was not measured: ${plainLine(reason)}`), columns);
    }),
    ...(notMeasured.length > maxReasons
      ? [`and ${notMeasured.length - maxReasons} more: ${directory}/results.json`]
      : []),
  ];
  return [lines.join('\n')];
}
