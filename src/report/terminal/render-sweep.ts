import type { Results, TestResult } from '../../results/results.ts';
import {
  failedTeardown,
  type PointOutcome,
  pointOutcomes,
  type PointResult,
  type SweepResult,
} from '../../results/sweep-result.ts';
import { formatDuration } from '../../text/duration.ts';
import { defuseCommands, plainLine } from '../../text/escape-text.ts';
import { cutLine, fitWidth } from '../../text/text-width.ts';
import { createStyle } from '../text/style.ts';
import type { FinalLook } from './final-cells.ts';
import { failureBlocks } from './final-failures.ts';
import type { FinalOptions } from './final.ts';

const maxListed = 20;
const maxWords = 200;

/**
 * The end of a sweep on one screen: the results of each fault, each point that was not handled, each distinct failure
 * once, the verdict last.
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
    pointRows(sweep, results, look).join('\n'),
    ...failureBlocks(results, look, sweep),
    verdict,
  ];
  return `${defuseCommands(parts.filter((part) => part !== '').join('\n\n'))}\n`;
}

/** A row per fault. */
function faultRows({ faults, points }: SweepResult): readonly string[] {
  const width = Math.max(...faults.map(({ text }) => text.length));
  return faults.map(({ text, counted, swept }) => {
    const accesses =
      swept === counted ? `${counted} ${counted === 1 ? 'access' : 'accesses'}` : `${swept} of ${counted} accesses`;
    return (
      `  ${plainLine(text).padEnd(width)}   ${accesses.padEnd(16)}   ` +
      countsOf(points.filter((point) => point.fault === text))
    ).trimEnd();
  });
}

function countsOf(points: readonly PointResult[]): string {
  return pointOutcomes
    .map((outcome) => [outcome, points.filter((point) => point.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');
}

const handled: readonly PointOutcome[] = ['absorbed', 'reported', 'missed'];

/** A row per point that was not handled: the access, the outcome, and the driver's line. */
function pointRows({ points }: SweepResult, { tests }: Results, look: FinalLook): readonly string[] {
  const bad = points.filter(({ outcome }) => !handled.includes(outcome));
  const rows = bad.slice(0, maxListed).map((point) => {
    const test = tests.find(({ id }) => id === point.test);
    return fitWidth(
      `  ${[
        `${point.fault} ${point.nth}`,
        point.access ?? '',
        point.outcome,
        ...(test === undefined ? [] : whatAndWhere(test, look)),
      ]
        .filter((part) => part !== '')
        .map(plainLine)
        .join('   ')}`,
      look.columns,
    );
  });
  return bad.length > maxListed ? [...rows, `  and ${bad.length - maxListed} more points: sweep.json`] : rows;
}

function whatAndWhere(test: TestResult, look: FinalLook): readonly string[] {
  const { findings, reason, postMortem } = test;
  const [finding] = findings;
  if (finding === undefined) return [postMortem?.whereabouts[0] ?? leftBehind(test, look) ?? reason];
  return [finding.title, ...(finding.source === undefined ? [] : [`${finding.source.file}:${finding.source.line}`])];
}

/** What the teardown said that did not work any more. The reason begins with what `run` said, which is no fault. */
function leftBehind(test: TestResult, { readLog }: FinalLook): string | undefined {
  const stage = failedTeardown(test);
  if (stage === undefined) return undefined;
  const said =
    (readLog(stage.log) ?? '')
      .slice(-4 * maxWords)
      .trimEnd()
      .split('\n')
      .at(-1)
      ?.trim() ?? '';
  const ended = stage.exitStatus === null ? 'did not end' : `ended with exit status ${stage.exitStatus}`;
  return `${stage.name}: ${said === '' ? ended : cutLine(said, maxWords)}`;
}

function verdictOf({ points, totals, durationMs }: SweepResult): string {
  const others = pointOutcomes
    .filter((outcome) => !handled.includes(outcome) && totals[outcome] > 0)
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
