import { accessWords, groupPoints, numbersOf } from '../../results/point-groups.ts';
import { handledOutcomes, type SweepResult } from '../../results/sweep-result.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { codeSpan, markdownTable } from '../text/markdown.ts';
import { countedWords, errorPathWords, outcomeCounts } from '../text/sweep-words.ts';

const maxPoints = 40;
const maxFiles = 40;
const maxText = 300;

/** What came of a sweep: each fault, the points that were not handled, and how much of the error paths ran. */
export function renderSweepSummary({ faults, points, errorPaths }: SweepResult): string {
  return [
    '## Sweep',
    markdownTable(
      ['fault', 'counted', 'points'],
      faults.map((fault) => [
        span(fault.text),
        countedWords(fault),
        outcomeCounts(points.filter((point) => point.fault === fault.text)),
      ]),
    ),
    unhandled(points),
    ...(errorPaths === undefined ? [] : [errorPathBlock(errorPaths)]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function unhandled(points: SweepResult['points']): string {
  const groups = groupPoints(points.filter(({ outcome }) => !handledOutcomes.includes(outcome)));
  if (groups.length === 0) return '';
  const rows = groups
    .slice(0, maxPoints)
    .map((group) => [
      span(`${group.fault} ${numbersOf(group.points)}`),
      span(group.points[0] === undefined ? '' : accessWords(group.points[0])),
      group.outcome,
      span(group.why),
    ]);
  const more = groups.length - rows.length;
  const table = markdownTable(['point', 'access or call', 'driver', 'evidence'], rows);
  return more > 0 ? `${table}\n\n…and ${more} more, in \`sweep.json\`.` : table;
}

function errorPathBlock(errorPaths: NonNullable<SweepResult['errorPaths']>): string {
  const left = errorPaths.files.filter(({ unreached }) => unreached !== '');
  return [
    `Error paths: ${errorPathWords(errorPaths)}.`,
    ...left.slice(0, maxFiles).map(({ file, unreached }) => `- not reached: ${span(`${file}:${unreached}`)}`),
    ...(left.length > maxFiles ? [`- and ${left.length - maxFiles} more files, in \`sweep.json\``] : []),
  ].join('\n');
}

function span(text: string): string {
  return codeSpan(cutLine(plainLine(text), maxText));
}
