import { type DistinctFailure, unexpectedPass } from '../../results/distinct-failures.ts';
import { deviceWords } from '../../results/hardware/unfired-faults.ts';
import { parseTimeline } from '../../results/parse-timeline.ts';
import type { TestResult } from '../../results/results.ts';
import { formatDuration } from '../../text/duration.ts';
import { plainLine, plainText } from '../../text/escape-text.ts';
import { cutLine, cutText } from '../../text/text-width.ts';
import { codeBlock, codeSpan } from '../text/markdown.ts';
import { markWords, momentWords, shownMoments, describeTimeline } from '../text/describe-timeline.ts';
import { parameterWords } from '../text/parameter-words.ts';
import { notOkWords } from '../text/verdict-line.ts';

const maxColumns = 200;

/** The last moments of a failed machine, collapsed; undefined when there are none. */
export function foldedTimeline({ finding }: Pick<DistinctFailure, 'finding'>, text: string): string | undefined {
  const { until, before, mark } = describeTimeline(parseTimeline(text).entries, finding);
  if (before.length === 0) return undefined;
  const shown = before.slice(-shownMoments);
  const words = [...shown.map(momentWords), ...(mark === undefined ? [] : [markWords(mark)])];
  const timeWidth = Math.max(...words.map(({ at }) => at.length));
  const whoWidth = Math.max(...words.map(({ who }) => who.length));
  const lines = words.map(({ at, who, text: said }) =>
    cutLine(`${at.padStart(timeWidth)}  ${who.padEnd(whoWidth)}  ${said}`, maxColumns),
  );
  const count = shown.length < before.length ? `the last ${shown.length} of ${before.length} moments` : 'all moments';
  const summary = `<summary>Before the ${until}: ${count}, in milliseconds since the launch</summary>`;
  return [`<details>${summary}`, codeBlock(lines.join('\n'), 'text'), '</details>'].join('\n\n');
}

const evidenceLimit = { lines: 45, columns: 240 };
const consoleLimit = { lines: 60, columns: 240 };
const lineLimit = 500;
const reproduceLimit = 4000;
const maxListed = 12;

/** A distinct failure as a section of the summary. The collapsed parts come before the command. */
export function renderFailure(failure: DistinctFailure, number: number, folded: readonly string[] = []): string {
  const { test, finding } = failure;
  const evidence = [...(isLong(test.reason) ? [test.reason] : []), ...(finding === undefined ? [] : [finding.report])];
  const blocks = [...evidence.map((text) => codeBlock(cutText(text, evidenceLimit), 'text')), ...modelStacks(test)];
  const again = codeBlock(cutLine(plainText(test.reproduce), reproduceLimit), 'sh');
  return [headingOf(failure, number), facts(failure).join('\n'), ...blocks, ...folded, 'Again:', again].join('\n\n');
}

/** The end of a console, collapsed. */
export function foldedConsole(tail: string): string {
  return [
    '<details><summary>Last lines of the console</summary>',
    codeBlock(cutText(tail, consoleLimit), 'text'),
    '</details>',
  ].join('\n\n');
}

/** The same in one or two lines. */
export function briefFailure(failure: DistinctFailure, number: number): string {
  return [headingOf(failure, number), ...logFacts(failure)].join('\n\n');
}

function headingOf({ test, finding }: DistinctFailure, number: number): string {
  return (
    `### ${number}. ${span(finding?.title ?? test.id)} ` +
    (finding === undefined ? notOkWords[test.outcome] : `(${test.outcome})`)
  );
}

function facts(failure: DistinctFailure): readonly string[] {
  const { test, tests, finding } = failure;
  const parameters = parameterWords(test);
  return [
    ...whereSeen(tests),
    ...(parameters === undefined ? [] : [`- parameters: ${span(parameters)}`]),
    ...(finding?.source === undefined ? [] : [`- source: ${span(`${finding.source.file}:${finding.source.line}`)}`]),
    `- reason: ${span(unexpectedPass(test) ?? firstLine(test.reason))}`,
    ...failedSubtests(test),
    `- took: ${phases(test)}`,
    ...logFacts(failure),
    ...stageLog(test),
    ...otherFindings(test),
    ...deviceFacts(test),
    ...(test.timeline === undefined ? [] : [`- timeline: ${span(test.timeline)}`]),
    ...postMortem(test),
    ...test.notes.slice(0, maxListed).map((note) => `- note: ${span(note)}`),
  ];
}

/** The logs in which to look first: the console, and the output of a build that failed. */
function logFacts({ finding, console, build }: DistinctFailure): readonly string[] {
  return [
    ...(console === undefined
      ? []
      : [`- console: ${span(`${console}${finding === undefined ? '' : `:${finding.line}`}`)}`]),
    ...(build === undefined ? [] : [`- output of the build: ${span(build.log)}`]),
  ];
}

function modelStacks({ devices = [] }: TestResult): readonly string[] {
  return devices
    .slice(0, maxListed)
    .flatMap(({ id, crash }) =>
      crash === undefined || crash.stack === ''
        ? []
        : [`Where the model of ${span(id)} crashed:`, codeBlock(cutText(crash.stack, evidenceLimit), 'text')],
    );
}

function deviceFacts({ devices = [] }: TestResult): readonly string[] {
  const lines = deviceWords(devices).map(({ about, text }) => `- ${about}: ${span(text)}`);
  return lines.length > maxListed
    ? [...lines.slice(0, maxListed), `- and ${lines.length - maxListed} more faults, in \`results.json\``]
    : lines;
}

// For example compiler output.
function isLong(reason: string): boolean {
  return reason.trimEnd().includes('\n');
}

function firstLine(reason: string): string {
  return reason.trimStart().split('\n', 1)[0] ?? '';
}

function whereSeen(tests: readonly TestResult[]): readonly string[] {
  const cellsById = new Map<string, string[]>();
  for (const { id, cell } of tests) cellsById.set(id, [...(cellsById.get(id) ?? []), cell]);
  const lines = [...cellsById].slice(0, maxListed).map(([id, cells]) => `- ${span(id)} in ${listed(cells)}`);
  return cellsById.size > maxListed ? [...lines, `- and ${cellsById.size - maxListed} more tests`] : lines;
}

function failedSubtests({ subtests }: TestResult): readonly string[] {
  const failed = subtests.filter(({ status }) => status === 'fail' || status === 'crash' || status === 'error');
  if (failed.length === 0) return [];
  return [`- subtests not ok, ${failed.length} of ${subtests.length}: ${listed(failed.map(({ name }) => name))}`];
}

/** The durations of the start, of each stage and of the machine as a whole. */
function phases({ start, startMs, stages, durationMs }: TestResult): string {
  const parts = [
    ...(startMs === null ? [] : [`${start === 'clone' ? 'clone' : 'boot'} ${formatDuration(startMs)}`]),
    ...stages.map(
      (stage) =>
        `${stage.name} ${formatDuration(stage.durationMs)}${stage.exitStatus === null ? ' (did not end)' : ''}`,
    ),
  ];
  return `${parts.length === 0 ? '' : `${parts.join(', ')}; `}${formatDuration(durationMs)} in all`;
}

/** The log of the failed stage. It says more than the console when the kernel reported nothing. */
function stageLog({ stages }: TestResult): readonly string[] {
  const stage = stages.find(({ exitStatus }) => exitStatus !== 0);
  return stage === undefined ? [] : [`- output of ${stage.name}: ${span(stage.log)}`];
}

function postMortem({ postMortem }: TestResult): readonly string[] {
  if (postMortem === undefined) return [];
  const places = postMortem.whereabouts.slice(0, maxListed).map((place) => `- stood: ${span(place)}`);
  return [...places, ...(postMortem.files.length === 0 ? [] : [`- post-mortem: ${listed(postMortem.files)}`])];
}

function otherFindings({ findings }: TestResult): readonly string[] {
  return findings.slice(1, maxListed).map(({ title, line }) => `- also: ${span(title)}, line ${line} of the console`);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, maxListed).map((name) => span(name));
  return names.length > maxListed ? `${shown.join(', ')} and ${names.length - maxListed} more` : shown.join(', ');
}

function span(text: string): string {
  return codeSpan(cutLine(plainLine(text), lineLimit));
}
