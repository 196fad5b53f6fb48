import { type DistinctFailure, distinctFailures, mostImportantFirst } from '../../results/distinct-failures.ts';
import type { BuildResult, Results } from '../../results/results.ts';
import type { SweepResult } from '../../results/sweep-result.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { damageWords, notRunNames } from '../text/interrupted.ts';
import { codeSpan } from '../text/markdown.ts';
import { verdictLine } from '../text/verdict-line.ts';
import { briefFailure, foldedConsole, foldedTimeline, renderFailure } from './summary-failure.ts';
import { renderCoverage } from './summary-coverage.ts';
import { renderSweepSummary } from './summary-sweep.ts';
import { renderHardware } from './summary-hardware.ts';
import { renderTable, renderTimings } from './summary-table.ts';
import { shortKernelSpec } from '../../text/short-spec.ts';

// GitHub rejects a summary of more than 1 MiB.
const maxBytes = 900_000;
const maxFailures = 40;
const maxNotes = 30;
const maxNote = 400;
const maxKernels = 6;
// The size of a heading and a path.
const briefBytes = 3000;
const noRoom = 'The results do not fit in a summary. `results.json` and `report.html` have them.';

/** What a summary shows in addition to the results, if available. */
export interface SummaryExtras {
  /** The address of the artifact, made by us. */
  readonly artifactUrl?: string | undefined;
  /** The last lines of a console log, by its path in the results; undefined when it does not exist. */
  readonly consoleTail?: (path: string) => string | undefined;
  /** The text of any other log, by its path in the results; undefined when it does not exist. */
  readonly readLog?: (path: string) => string | undefined;
  /** What the run was a sweep of. */
  readonly sweep?: SweepResult;
}

/**
 * `summary.md`: the verdict in one line, a table of cells and tests, each distinct failure once, hardware, timings. A
 * guest's text appears only in code spans and code blocks.
 */
export function renderSummary(results: Results, extras: SummaryExtras = {}): string {
  const { artifactUrl } = extras;
  const link = artifactUrl === undefined ? [] : [`[Logs, artifacts and results of this run](${artifactUrl})`];
  const opening = [
    `${verdictSymbol(results)} **${verdictLine(results)}**`,
    ...renderMerge(results),
    ...renderInterruption(results),
    ...renderWarnings(results),
    renderTable(results),
    ...link,
  ];
  const closing = [
    extras.sweep === undefined ? '' : renderSweepSummary(extras.sweep),
    renderHardware(results),
    renderCoverage(results),
    renderTimings(results),
  ];
  const failures = renderFailures(results, maxBytes - sizeOf([...opening, ...closing]), extras);
  const parts = [...opening, ...failures, ...closing].filter((part) => part !== '');
  return `${(sizeOf(parts) <= maxBytes ? parts : [...opening.slice(0, 1), ...link, noRoom]).join('\n\n')}\n`;
}

/** What a merge found. It comes first, so that nothing looks complete that is not. */
function renderMerge({ merged }: Results): readonly string[] {
  const lines = [
    ...(merged?.missing ?? []).map((what) => `- ❌ missing: ${codeSpan(cutLine(plainLine(what), maxNote))}`),
    ...(merged?.notes ?? []).map((note) => `- note: ${codeSpan(cutLine(plainLine(note), maxNote))}`),
  ];
  const shown = lines.slice(0, maxNotes);
  return lines.length === 0
    ? []
    : [
        [
          ...shown,
          ...(lines.length > shown.length ? [`- and ${lines.length - shown.length} more, in \`results.json\``] : []),
        ].join('\n'),
      ];
}

/** What was not run, and what is lost. */
function renderInterruption(results: Results): readonly string[] {
  const { names, more } = notRunNames(results, maxNotes);
  const damage = damageWords(results, maxNotes).map((what) => `- ${codeSpan(cutLine(what, maxNote))}`);
  if (names.length + damage.length === 0) return [];
  const lines = [...damage, ...names.map((name) => `- not run: ${codeSpan(cutLine(name, maxNote))}`)];
  return [[...lines, ...(more > 0 ? [`- and ${more} more, in \`results.json\``] : [])].join('\n')];
}

/** The compiler's warnings, which are easily overlooked when the tests pass. */
function renderWarnings({ cells }: Results): readonly string[] {
  const groups = new Map<string, { readonly build: BuildResult; readonly kernels: Set<string> }>();
  for (const { kernel, builds = [] } of cells) {
    for (const build of builds.filter(({ warnings }) => warnings > 0)) {
      const key = JSON.stringify([build.suite, build.messages]);
      const group = groups.get(key) ?? { build, kernels: new Set() };
      group.kernels.add(shortKernelSpec(kernel.spec));
      groups.set(key, group);
    }
  }
  const lines = [...groups.values()].map(({ build, kernels }) => `- ⚠️ ${warningWords(build, [...kernels])}`);
  if (lines.length === 0) return [];
  const more = lines.length - maxNotes;
  return [[...lines.slice(0, maxNotes), ...(more > 0 ? [`- and ${more} more, in \`results.json\``] : [])].join('\n')];
}

function warningWords({ suite, warnings, messages, log }: BuildResult, kernels: readonly string[]): string {
  const first = messages.find(({ severity }) => severity === 'warning');
  const words =
    first === undefined ? '' : `${first.file === undefined ? '' : `${first.file}:${first.line ?? 1}: `}${first.text}`;
  const span = (text: string): string => codeSpan(cutLine(plainLine(text), maxNote));
  const count = `${warnings} compiler ${warnings === 1 ? 'warning' : 'warnings'}`;
  const where = kernels.slice(0, maxKernels).map(span).join(', ');
  return `${count} in ${span(suite)} for ${where}: ${span(words)} (${span(log)})`;
}

function verdictSymbol({ exitStatus }: Results): string {
  return exitStatus === 0 ? '✅' : '❌';
}

/** Later failures are shown in less detail: first without consoles and timelines, then in one line. Cuts are marked. */
function renderFailures(results: Results, budgetBytes: number, extras: SummaryExtras): readonly string[] {
  const all = distinctFailures(results);
  if (all.length === 0) return [];
  const failures = all.length > maxFailures ? mostImportantFirst(all) : all;
  const shown: string[] = [];
  let left = budgetBytes;
  let cut = 0;
  for (const [index, failure] of failures.slice(0, maxFailures).entries()) {
    const versions = versionsOf(failure, index + 1, extras);
    // The remaining failures need room for one line each.
    const fits = versions.findIndex(
      (version) => sizeOf([version]) <= left - briefBytes * (failures.length - index - 1),
    );
    const version = versions[fits];
    if (version === undefined) break;
    if (fits > 0) cut += 1;
    left -= sizeOf([version]);
    shown.push(version);
  }
  const more = failures.length - shown.length;
  return [
    '## Not as expected',
    ...shown,
    ...(cut > 0 ? [`${cut} of these ${cut === 1 ? 'is' : 'are'} shortened to fit.`] : []),
    ...(more > 0 ? [`…and ${more} more, in \`results.json\` and \`junit.xml\`.`] : []),
  ];
}

function versionsOf(
  failure: DistinctFailure,
  number: number,
  { consoleTail, readLog }: SummaryExtras,
): readonly string[] {
  const { console, test } = failure;
  const tail = console === undefined ? undefined : consoleTail?.(console);
  const timeline = test.timeline === undefined ? undefined : readLog?.(test.timeline);
  const folded = [
    ...(timeline === undefined ? [] : [foldedTimeline(failure, timeline)]),
    ...(tail === undefined ? [] : [foldedConsole(tail)]),
  ].filter((part) => part !== undefined);
  return [
    ...(folded.length === 0 ? [] : [renderFailure(failure, number, folded)]),
    renderFailure(failure, number),
    briefFailure(failure, number),
  ];
}

function sizeOf(parts: readonly string[]): number {
  const encoder = new TextEncoder();
  return parts.reduce((sum, part) => sum + encoder.encode(part).length + 2, 0);
}
