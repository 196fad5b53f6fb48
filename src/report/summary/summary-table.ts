import { isNotRunIn } from '../../results/not-run.ts';
import type { BootResult, CellResult, Results, TestResult } from '../../results/results.ts';
import { medianMs } from '../../results/totals.ts';
import { releaseWords } from '../../results/kernel-release.ts';
import { formatDuration } from '../../text/duration.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { codeSpan, markdownTable } from '../text/markdown.ts';
import { markOf } from '../text/style.ts';

const maxColumns = 16;
const maxRows = 300;
const maxCellName = 200;

/** Cells across, tests down. When not everything fits, tests that are not as expected come first. */
export function renderTable(results: Results): string {
  const { cells, tests } = results;
  const isNotRun = isNotRunIn(results);
  if (tests.length === 0) return '';
  const bad = tests.filter(({ ok }) => !ok);
  const [badCells, badTests] = [new Set(bad.map(({ cell }) => cell)), new Set(bad.map(({ id }) => id))];
  const columns = mostTelling(
    cells.map(({ id }) => id),
    (id) => badCells.has(id),
    maxColumns,
  );
  const ids = [...new Set(tests.map(({ id }) => id))];
  const rows = mostTelling(ids, (id) => badTests.has(id), maxRows);
  const byPlace = new Map(tests.map((test) => [placeOf(test.id, test.cell), test]));
  const table = markdownTable(
    ['test', ...columns.map(name)],
    rows.map((id) => [cellName(id), ...columns.map((cell) => renderPlace(byPlace.get(placeOf(id, cell)), isNotRun))]),
  );
  return [table, ...leftOut(ids.length - rows.length, 'test'), ...leftOut(cells.length - columns.length, 'cell')].join(
    '\n\n',
  );
}

function cellName(text: string): string {
  return codeSpan(cutLine(plainLine(text), maxCellName));
}

function renderPlace(test: TestResult | undefined, isNotRun: (test: TestResult) => boolean): string {
  if (test === undefined) return '';
  if (isNotRun(test)) return '❌ not run';
  switch (markOf(test)) {
    case 'passed':
      return '✓ pass';
    case 'skipped':
      return '– skip';
    case 'expected-failure':
      return `x ${test.outcome}, as expected`;
    case 'not-ok':
      if (test.flaky === true) return '❌ **flaky**';
      return test.outcome === 'pass' || test.outcome === 'skip'
        ? `❌ **${test.outcome}, not expected**`
        : `❌ **${test.outcome}**`;
  }
}

// The chosen tests keep their order.
function mostTelling(ids: readonly string[], isNotOk: (id: string) => boolean, limit: number): readonly string[] {
  if (ids.length <= limit) return ids;
  const notOk = new Set(ids.filter(isNotOk).slice(0, limit));
  const others = new Set(ids.filter((id) => !notOk.has(id)).slice(0, limit - notOk.size));
  return ids.filter((id) => notOk.has(id) || others.has(id));
}

function leftOut(count: number, noun: string): readonly string[] {
  return count > 0 ? [`…and ${count} more ${count === 1 ? noun : `${noun}s`}, in \`results.json\`.`] : [];
}

function placeOf(id: string, cell: string): string {
  return JSON.stringify([id, cell]);
}

const maxCells = 50;
const slowest = 5;
const maxName = 300;

/** Durations and environment. */
export function renderTimings(results: Results): string {
  const { cells, host } = results;
  const table = markdownTable(
    ['cell', 'kernel', 'machine', 'QEMU', 'boot', 'per test (median)'],
    cells.slice(0, maxCells).map((cell) => cellRow(results, cell)),
  );
  const speed =
    `${host.accelerator.toUpperCase()} on ${host.cpus} CPUs and ${host.memoryMiB} MiB: ` + name(host.acceleratorReason);
  const more = cells.length > maxCells ? [`…and ${cells.length - maxCells} more cells.`] : [];
  return ['## Timings', table, ...more, speed, ...slowestTests(results)].join('\n\n');
}

function bootWords({ outcome, durationMs, bootedAt, imageReason }: BootResult): string {
  if (outcome === 'not-needed') return 'by the tests';
  const form = imageReason === undefined ? '' : ', by its bzImage';
  return `${outcome}, ${bootedAt === undefined ? formatDuration(durationMs) : 'by an earlier run'}${form}`;
}

function cellRow({ tests }: Results, { id, kernel, machine, qemu, boot }: CellResult): readonly string[] {
  const median = medianMs(tests.filter((test) => test.cell === id));
  return [
    name(id),
    name(releaseWords(kernel)),
    name(machine.args.join(' ')),
    name(qemu.version),
    bootWords(boot),
    median === undefined ? '' : formatDuration(median),
  ];
}

function name(text: string): string {
  return codeSpan(cutLine(plainLine(text.slice(0, 4 * maxName)), maxName));
}

function slowestTests({ tests }: Results): readonly string[] {
  if (tests.length <= slowest) return [];
  const ordered = tests.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, slowest);
  const named = ordered.map(({ id, cell, durationMs }) => `${name(id)} in ${name(cell)} ${formatDuration(durationMs)}`);
  return [`Slowest: ${named.join(', ')}.`];
}
