import { type DistinctFailure, distinctFailures, mostImportantFirst } from '../../results/distinct-failures.ts';
import type { Results } from '../../results/results.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { damageWords, notRunNames } from '../text/interrupted.ts';
import { codeSpan } from '../text/markdown.ts';
import { verdictLine } from '../text/verdict-line.ts';
import { briefFailure, foldedConsole, foldedTimeline, renderFailure } from './summary-failure.ts';
import { renderHardware } from './summary-hardware.ts';
import { renderTable, renderTimings } from './summary-table.ts';

// GitHub drops a summary of more than 1 MiB as a whole.
const maxBytes = 900_000;
const maxFailures = 40;
const maxNotes = 30;
const maxNote = 400;
// A heading and a path, at most.
const briefBytes = 3000;
const noRoom = 'What there is to say has no room in a summary: all of it is in `results.json` and `report.html`.';

/** What a summary has besides the results, where somebody knows it. */
export interface SummaryExtras {
  /** Where everything lies: an address that we made. */
  readonly artifactUrl?: string | undefined;
  /** The last lines of a console log, by its path in the results; undefined: there is none. */
  readonly consoleTail?: (path: string) => string | undefined;
  /** The text of any other log, by its path in the results; undefined: it is not there. */
  readonly readLog?: (path: string) => string | undefined;
}

/**
 * `summary.md`: the verdict in a line, cells and tests as a table, each distinct failure once, hardware, timings.
 * Whatever a guest printed stands in code spans and code blocks only.
 */
export function renderSummary(results: Results, extras: SummaryExtras = {}): string {
  const { artifactUrl } = extras;
  const link = artifactUrl === undefined ? [] : [`[Logs, artifacts and results of this run](${artifactUrl})`];
  const opening = [
    `${verdictSymbol(results)} **${verdictLine(results)}**`,
    ...renderMerge(results),
    ...renderInterruption(results),
    renderTable(results),
    ...link,
  ];
  const closing = [renderHardware(results), renderTimings(results)];
  const failures = renderFailures(results, maxBytes - sizeOf([...opening, ...closing]), extras);
  const parts = [...opening, ...failures, ...closing].filter((part) => part !== '');
  return `${(sizeOf(parts) <= maxBytes ? parts : [...opening.slice(0, 1), ...link, noRoom]).join('\n\n')}\n`;
}

/** What a merge found, before anything that might look complete. */
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

/** What an interruption kept from running. */
function renderInterruption(results: Results): readonly string[] {
  const { names, more } = notRunNames(results, maxNotes);
  const damage = damageWords(results, maxNotes).map((what) => `- ${codeSpan(cutLine(what, maxNote))}`);
  if (names.length + damage.length === 0) return [];
  const lines = [...damage, ...names.map((name) => `- not run: ${codeSpan(cutLine(name, maxNote))}`)];
  return [[...lines, ...(more > 0 ? [`- and ${more} more, in \`results.json\``] : [])].join('\n')];
}

function verdictSymbol({ exitStatus }: Results): string {
  return exitStatus === 0 ? '✅' : '❌';
}

/** The further down, the less of each: first consoles and timelines go, then all but a line. What went is said. */
function renderFailures(results: Results, budgetBytes: number, extras: SummaryExtras): readonly string[] {
  const all = distinctFailures(results);
  if (all.length === 0) return [];
  const failures = all.length > maxFailures ? mostImportantFirst(all) : all;
  const shown: string[] = [];
  let left = budgetBytes;
  let cut = 0;
  for (const [index, failure] of failures.slice(0, maxFailures).entries()) {
    const versions = versionsOf(failure, index + 1, extras);
    // What comes after must have room for a line each.
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
    ...(cut > 0 ? [`${cut} of these ${cut === 1 ? 'is' : 'are'} shortened, for lack of room.`] : []),
    ...(more > 0 ? [`…and ${more} more, all in \`results.json\` and \`junit.xml\`.`] : []),
  ];
}

function versionsOf(
  failure: DistinctFailure,
  number: number,
  { consoleTail, readLog }: SummaryExtras,
): readonly string[] {
  const { console, test } = failure;
  const tail = consoleTail?.(console);
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
