import { cutLine } from './cut-text.ts';
import { distinctFailures } from './distinct-failures.ts';
import { plainLine } from './escape-text.ts';
import { codeSpan } from './markdown.ts';
import { renderFailure } from './summary-failure.ts';
import { renderTable } from './summary-table.ts';
import { renderTimings } from './summary-timings.ts';
import type { Results } from './results.ts';
import { verdictLine } from './verdict-line.ts';

// GitHub drops a summary of more than 1 MiB as a whole.
const maxBytes = 900_000;
const maxFailures = 40;
const maxNotes = 30;
const maxNote = 400;

/**
 * `summary.md`: the verdict in a line, cells and tests as a table, each distinct failure once, timings.
 * Whatever a guest printed stands in code spans and code blocks only.
 */
export function renderSummary(results: Results): string {
  const opening = [`${verdictSymbol(results)} **${verdictLine(results)}**`, ...renderMerge(results), renderTable(results)];
  const timings = renderTimings(results);
  const failures = renderFailures(results, maxBytes - sizeOf([...opening, timings]));
  return `${[...opening, ...failures, timings].filter((part) => part !== '').join('\n\n')}\n`;
}

/** What a merge found, before anything that might look complete. */
function renderMerge({ merged }: Results): readonly string[] {
  const lines = [...(merged?.missing ?? []).map((what) => `- ❌ missing: ${codeSpan(cutLine(plainLine(what), maxNote))}`), ...(merged?.notes ?? []).map((note) => `- note: ${codeSpan(cutLine(plainLine(note), maxNote))}`)];
  const shown = lines.slice(0, maxNotes);
  return lines.length === 0 ? [] : [[...shown, ...(lines.length > shown.length ? [`- and ${lines.length - shown.length} more, in \`results.json\``] : [])].join('\n')];
}

function verdictSymbol({ exitStatus }: Results): string {
  return exitStatus === 0 ? '✅' : '❌';
}

function renderFailures(results: Results, budgetBytes: number): readonly string[] {
  const failures = distinctFailures(results);
  if (failures.length === 0) return [];
  const shown: string[] = [];
  let left = budgetBytes;
  for (const [index, failure] of failures.slice(0, maxFailures).entries()) {
    const section = renderFailure(failure, index + 1);
    left -= sizeOf([section]);
    if (left < 0) break;
    shown.push(section);
  }
  const more = failures.length - shown.length;
  return ['## Not as expected', ...shown, ...(more > 0 ? [`…and ${more} more, all in \`results.json\` and \`junit.xml\`.`] : [])];
}

function sizeOf(parts: readonly string[]): number {
  const encoder = new TextEncoder();
  return parts.reduce((sum, part) => sum + encoder.encode(part).length + 2, 0);
}
