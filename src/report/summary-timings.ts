import { cutLine } from './cut-text.ts';
import { formatDuration } from './duration.ts';
import { plainLine } from './escape-text.ts';
import { codeSpan, markdownTable } from './markdown.ts';
import { medianMs } from './median.ts';
import type { CellResult, Results } from './results.ts';

const maxCells = 50;
const slowest = 5;
const maxName = 300;

/** How long it took, and on what. */
export function renderTimings(results: Results): string {
  const { cells, host } = results;
  const table = markdownTable(
    ['cell', 'kernel', 'machine', 'QEMU', 'boot', 'a test (median)'],
    cells.slice(0, maxCells).map((cell) => cellRow(results, cell)),
  );
  const speed =
    `${host.accelerator.toUpperCase()} on ${host.cpus} CPUs and ${host.memoryMiB} MiB: ` + name(host.acceleratorReason);
  const more = cells.length > maxCells ? [`…and ${cells.length - maxCells} more cells.`] : [];
  return ['## Timings', table, ...more, speed, ...slowestTests(results)].join('\n\n');
}

function cellRow({ tests }: Results, { id, kernel, machine, qemu, boot }: CellResult): readonly string[] {
  const median = medianMs(tests.filter((test) => test.cell === id).map(({ durationMs }) => durationMs));
  return [
    name(id),
    name(kernel.release),
    name(machine.args.join(' ')),
    name(qemu.version),
    boot.outcome === 'not-needed' ? 'with each test' : `${boot.outcome}, ${formatDuration(boot.durationMs)}`,
    median === undefined ? '' : formatDuration(median),
  ];
}

function name(text: string): string {
  return codeSpan(cutLine(plainLine(text.slice(0, 4 * maxName)), maxName));
}

function slowestTests({ tests }: Results): readonly string[] {
  if (tests.length <= slowest) return [];
  const ordered = tests.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, slowest);
  return [
    `Slowest: ${ordered.map(({ id, cell, durationMs }) => `${name(id)} in ${name(cell)} ${formatDuration(durationMs)}`).join(', ')}.`,
  ];
}
