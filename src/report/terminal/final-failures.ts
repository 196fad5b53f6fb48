import { type DistinctFailure, distinctFailures, unexpectedPass } from '../../results/distinct-failures.ts';
import type { Results, StageResult, TestResult } from '../../results/results.ts';
import { failedTeardown } from '../../results/sweep-result.ts';
import { plainLine, plainText } from '../../text/escape-text.ts';
import { fitWidth, padWidth, textWidth, wrapWords } from '../../text/text-width.ts';
import { cellLabels } from '../text/cell-labels.ts';
import { parameterWords } from '../text/parameter-words.ts';
import { excerptReport, type ReportExcerpt } from '../text/kernel-report.ts';
import { shownMoments } from '../text/describe-timeline.ts';
import type { FinalLook } from './final-cells.ts';
import { deviceLines, timelineLines } from './final-devices.ts';
import { kernelLines } from './final-kernel-lines.ts';

const maxDetailed = 5;
const maxBrief = 10;
const maxReasonLines = 10;
const maxListed = 4;
/** The number of failures whose last moments are shown in full. The others get only a few. */
const maxTold = 2;
const fewMoments = 8;
const widest = 100;
const indent = '   ';
const labelWidth = 12;

/** A block for each of the first distinct failures, then a line each, then a count. */
export function failureBlocks(results: Results, look: FinalLook): readonly string[] {
  const failures = distinctFailures(results);
  const labels = cellLabels(results.cells);
  const place = (test: TestResult): string => labels.get(test.cell) ?? plainLine(test.cell);
  const head = (failure: DistinctFailure, why: string): string => {
    const name = [`${failures.indexOf(failure) + 1}) ${plainLine(failure.test.id)}`, place(failure.test), why].filter(
      (part) => part !== '',
    );
    return headLine(name.join('   '), failure.test, look);
  };
  const detailed = failures
    .slice(0, maxDetailed)
    .map((failure, index) =>
      [
        head(failure, ''),
        ...details(failure, { look, place, moments: index < maxTold ? shownMoments : fewMoments }),
      ].join('\n'),
    );
  const brief = failures
    .slice(maxDetailed, maxDetailed + maxBrief)
    .map((failure) => head(failure, plainLine(failure.finding?.title ?? failure.test.reason)));
  const more = failures.length - detailed.length - brief.length;
  if (more > 0) brief.push(`and ${more} more: ${look.directory}/summary.md`);
  return [...detailed, ...(brief.length > 0 ? [brief.join('\n')] : [])];
}

function headLine(name: string, { outcome, flaky }: TestResult, { style, columns }: FinalLook): string {
  const word =
    flaky === true
      ? `${outcome.toUpperCase()}, FLAKY`
      : outcome === 'pass' || outcome === 'skip'
        ? `${outcome.toUpperCase()}, NOT OK`
        : outcome.toUpperCase();
  const width = Math.min(widest, columns) - word.length;
  return `${style.bold(padWidth(fitWidth(name, width - 2), width))}${style.red(word)}`;
}

interface Telling {
  readonly look: FinalLook;
  readonly place: (test: TestResult) => string;
  /** How many of the last moments are shown. */
  readonly moments: number;
}

function details(failure: DistinctFailure, { look, place, moments }: Telling): readonly string[] {
  const { test, finding, console, build } = failure;
  const excerpt: ReportExcerpt =
    finding === undefined ? { frames: [], lastWords: undefined } : excerptReport(finding.report);
  const log = finding === undefined ? tellingStage(test)?.log : undefined;
  const timeline = timelineLines(failure, look, moments);
  return [
    ...whatHappened(failure, look),
    ...frameLines(failure, excerpt, look),
    ...furtherLeaks(failure, look),
    ...labelled('parameters', parameterWords(test)),
    ...elsewhere(failure, look, place),
    ...labelled(
      'last words',
      excerpt.lastWords === undefined
        ? undefined
        : fitWidth(plainLine(excerpt.lastWords), look.columns - indent.length - labelWidth),
    ),
    ...deviceLines(test, look),
    ...(timeline.length > 0 ? timeline : kernelLines(failure, look)),
    ...labelled('output', log === undefined ? undefined : `${look.directory}/${plainLine(log)}`),
    ...labelled(
      'console',
      console && `${look.directory}/${plainLine(console)}${finding === undefined ? '' : `:${finding.line}`}`,
    ),
    ...labelled('build log', build && `${look.directory}/${plainLine(build.log)}`),
    ...labelled('timeline', test.timeline === undefined ? undefined : `${look.directory}/${plainLine(test.timeline)}`),
    ...labelled('post-mortem', postMortemDirectory(test, look)),
    ...labelled('again', plainText(test.reproduce)),
    ...labelled('shell', plainText(test.shell)),
  ];
}

/** The stage whose output says most. In a sweep `run` may fail; what counts is the teardown. */
function tellingStage(test: TestResult): StageResult | undefined {
  const teardown = test.point === undefined ? undefined : failedTeardown(test);
  return teardown ?? test.stages.find(({ exitStatus }) => exitStatus !== 0);
}

function whatHappened({ test, finding }: DistinctFailure, { columns }: FinalLook): readonly string[] {
  const reason = unexpectedPass(test) ?? test.reason;
  const texts = finding === undefined || reason.includes(finding.title) ? [reason] : [finding.title, reason];
  const lines = texts
    .flatMap((text) => plainText(text).trimEnd().split('\n'))
    .flatMap((line) => wrapLine(line, columns - indent.length));
  const left = lines.length - maxReasonLines;
  return [...lines.slice(0, maxReasonLines), ...(left > 0 ? [`… ${left} more lines in summary.md`] : [])].map(
    (line) => indent + line,
  );
}

// A line that fits is not wrapped, so that a compiler's carets stay in place.
function wrapLine(line: string, columns: number): readonly string[] {
  return textWidth(line) <= columns ? [line] : wrapWords(line, columns);
}

function frameLines(
  { finding }: DistinctFailure,
  { frames }: ReportExcerpt,
  { columns }: FinalLook,
): readonly string[] {
  const source =
    finding?.source === undefined
      ? []
      : [`${plainLine(finding.source.file)}:${finding.source.line}   ← first frame in your code`];
  return [...source, ...frames.map(plainLine)].map(
    (line) => `${indent}  ${fitWidth(line, columns - indent.length - 2)}`,
  );
}

const maxLeaks = 20;

/** A driver that leaves one thing behind often leaves more, and each has a line of its own. */
function furtherLeaks({ test, finding }: DistinctFailure, { columns }: FinalLook): readonly string[] {
  const leaks = test.findings.filter(
    ({ kind, fingerprint }) => kind === 'leak' && fingerprint !== finding?.fingerprint,
  );
  const lines = leaks
    .slice(0, maxLeaks)
    .map(({ title, source }) => plainLine(source === undefined ? title : `${title} (${source.file}:${source.line})`));
  const more = leaks.length > maxLeaks ? [`… ${leaks.length - maxLeaks} more in summary.md`] : [];
  return [...lines, ...more].map(
    (line, index) =>
      `${indent}${(index === 0 ? 'left too' : '').padEnd(labelWidth)}` +
      fitWidth(line, columns - indent.length - labelWidth),
  );
}

function elsewhere(
  { test, tests }: DistinctFailure,
  look: FinalLook,
  place: (test: TestResult) => string,
): readonly string[] {
  const others = tests.slice(1).map((other) => {
    if (other.id === test.id) return place(other);
    return other.cell === test.cell ? plainLine(other.id) : `${plainLine(other.id)} in ${place(other)}`;
  });
  if (others.length === 0) return [];
  const more = others.length > maxListed ? ` and ${others.length - maxListed} more` : '';
  const lines = wrapWords(others.slice(0, maxListed).join(', ') + more, look.columns - indent.length - labelWidth);
  return lines.map((line, index) => `${indent}${(index === 0 ? 'also' : '').padEnd(labelWidth)}${line}`);
}

function postMortemDirectory({ postMortem }: TestResult, look: FinalLook): string | undefined {
  const first = postMortem?.files[0];
  return first === undefined ? undefined : `${look.directory}/${plainLine(first.slice(0, first.lastIndexOf('/') + 1))}`;
}

function labelled(label: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`${indent}${label.padEnd(labelWidth)}${value}`];
}
