import type { Finding } from '../../diagnose/finding.ts';
import type { Results } from '../../results/results.ts';
import { handledOutcomes, pointOutcomes, type PointResult, type SweepResult } from '../../results/sweep-result.ts';
import { formatDuration } from '../../text/duration.ts';
import { defuseCommands, plainLine } from '../../text/escape-text.ts';
import { fitWidth, hangingLines, wrapWords } from '../../text/text-width.ts';
import { accessWords, groupPoints, numbersOf, type PointGroup, pointNumber } from '../../results/point-groups.ts';
import { createStyle } from '../text/style.ts';
import { countedWords, errorPathWords, outcomeCounts } from '../text/sweep-words.ts';
import type { FinalLook } from './final-cells.ts';
import { coverageBlock } from './final-coverage.ts';
import { failureBlocks } from './final-failures.ts';
import type { FinalOptions } from './final.ts';

const maxBad = 20;
const maxGood = 10;
const maxWordLines = 3;
const maxFindings = 6;
const maxFiles = 12;

/**
 * The end of a sweep on one screen: the results of each fault, what happened at its points, each distinct failure once,
 * the verdict last.
 */
export function renderSweep(sweep: SweepResult, results: Results, options: FinalOptions): string {
  const look: FinalLook = {
    style: createStyle(options.color),
    columns: Math.max(40, options.columns),
    directory: options.resultsDirectory,
    readLog: options.readLog,
  };
  const verdict = look.style.bold(
    results.exitStatus === 0 ? look.style.green(verdictOf(sweep)) : look.style.red(verdictOf(sweep)),
  );
  const parts = [
    faultRows(sweep).join('\n'),
    pointRows(sweep.points, results, look).join('\n'),
    ...failureBlocks(results, look),
    ...errorPathBlock(sweep, look),
    ...coverageBlock(results, look),
    verdict,
  ];
  return `${defuseCommands(parts.filter((part) => part !== '').join('\n\n'))}\n`;
}

/** A row per fault. */
function faultRows({ faults, points }: SweepResult): readonly string[] {
  const width = Math.max(...faults.map(({ text }) => text.length));
  return faults.map((fault) => {
    const { text } = fault;
    const counts = outcomeCounts(points.filter((point) => point.fault === text));
    return `  ${plainLine(text).padEnd(width)}   ${countedWords(fault).padEnd(16)}   ${counts}`.trimEnd();
  });
}

/**
 * What happened at the points: first those that were not handled, then the others. Points that ended alike share an
 * entry: the access and the outcome, and below them the evidence.
 */
function pointRows(points: readonly PointResult[], results: Results, look: FinalLook): readonly string[] {
  const groups = groupPoints(points);
  const isBad = ({ outcome }: PointGroup): boolean => !handledOutcomes.includes(outcome);
  return [
    ...entries(groups.filter(isBad), maxBad, { results, look, paint: look.style.red }),
    ...entries(
      groups.filter((group) => !isBad(group)),
      maxGood,
      { results, look, paint: look.style.green },
    ),
  ];
}

interface EntryLook {
  readonly results: Results;
  readonly look: FinalLook;
  readonly paint: (text: string) => string;
}

function entries(groups: readonly PointGroup[], max: number, entryLook: EntryLook): readonly string[] {
  const lines = groups.slice(0, max).flatMap((group) => entry(group, entryLook));
  const left = groups.slice(max).reduce((sum, { points }) => sum + points.length, 0);
  return left === 0 ? lines : [...lines, `  and ${left} more points: report.html, sweep.json`];
}

function entry(
  { fault, outcome, access, why, points }: PointGroup,
  { results, look, paint }: EntryLook,
): readonly string[] {
  const count = points.length === 1 ? '' : ` ×${points.length}`;
  const [first] = points;
  const isAlone = first !== undefined && points.length === 1;
  const numbers = isAlone ? pointNumber(first) : numbersOf(points);
  const head = [`${fault} ${numbers}`, isAlone ? accessWords(first) : (access ?? 'no access')]
    .map(plainLine)
    .join('   ');
  const words = evidenceOf(why, points, results)
    .slice(0, maxFindings)
    .flatMap((line) => wrapWords(plainLine(line), look.columns - 6).slice(0, maxWordLines));
  const label = `${outcome}${count}`;
  const width = look.columns - label.length - 5;
  return [
    `  ${fitWidth(fitPath(head, width), width)}   ${paint(label)}`,
    ...words.map((line) => `      ${look.style.dim(line)}`),
  ];
}

/** Of a long path, the file and its line say most: `in edu_probe (…/edu.c:120)`. */
function fitPath(head: string, width: number): string {
  return head.length <= width ? head : head.replace(/\((?:[^()/]{1,200}\/){1,40}([^()/]{1,200}:\d{1,9})\)/, '(…/$1)');
}

/** The evidence, with the line of source, if one is known. Several leaks have a line each. */
function evidenceOf(why: string, [first]: readonly PointResult[], { tests }: Results): readonly string[] {
  const findings = tests.find(({ id }) => id === first?.test)?.findings ?? [];
  const place = (source: Finding['source']): string => (source === undefined ? '' : `   ${source.file}:${source.line}`);
  return first?.outcome === 'leaked' && findings.length > 1
    ? findings.map(({ title, source }) => `${title}${place(source)}`)
    : [`${why}${place(findings[0]?.source)}`];
}

/** How much of the error paths ran, and what nobody reached. */
function errorPathBlock({ errorPaths }: SweepResult, { columns, directory }: FinalLook): readonly string[] {
  if (errorPaths === undefined) return [];
  const left = errorPaths.files.filter(({ unreached }) => unreached !== '');
  const lines = [
    `error paths: ${errorPathWords(errorPaths)}${left.length === 0 ? '' : '; not reached:'}`,
    ...left
      .slice(0, maxFiles)
      .flatMap(({ file, unreached }) => hangingLines('  - ', plainLine(`${file}: ${unreached}`), columns)),
    ...(left.length > maxFiles ? [`  and ${left.length - maxFiles} more files: ${directory}/sweep.json`] : []),
  ];
  return [lines.join('\n')];
}

function verdictOf({ points, totals, durationMs }: SweepResult): string {
  const others = pointOutcomes
    .filter((outcome) => !handledOutcomes.includes(outcome) && totals[outcome] > 0)
    .map((outcome) => `${totals[outcome]} ${outcome}`);
  const missed = totals.missed === 0 ? [] : [`${totals.missed} missed`];
  return [
    `${totals.absorbed + totals.reported} of ${points.length} points handled (${totals.reported} reported, ` +
      `${totals.absorbed} absorbed)`,
    ...others,
    ...missed,
    formatDuration(durationMs),
  ].join(' · ');
}
