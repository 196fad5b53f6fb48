import type { BootResult, CellResult } from '../results.ts';
import type { MergeInput } from './merge-input.ts';

export interface MergedCells {
  readonly cells: readonly CellResult[];
  /** Cells that share a name and are not quite the same. */
  readonly notes: readonly string[];
  /** For each cell whose boot is told: the results whose boot that is. */
  readonly bootFrom: ReadonlyMap<string, MergeInput>;
}

/**
 * Cells by their id, in the order in which they appear. Of several boots the first that failed is told, else the first.
 */
export function mergeCells(inputs: readonly MergeInput[]): MergedCells {
  const sharing = new Map<string, { readonly cell: CellResult; readonly input: MergeInput }[]>();
  for (const input of inputs) {
    for (const cell of input.results.cells) {
      const same = sharing.get(cell.id);
      if (same === undefined) sharing.set(cell.id, [{ cell, input }]);
      else same.push({ cell, input });
    }
  }
  const cells: CellResult[] = [];
  const notes: string[] = [];
  const bootFrom = new Map<string, MergeInput>();
  for (const [id, all] of sharing) {
    const [first] = all;
    if (first === undefined) continue;
    const told =
      all.find(({ cell }) => cell.boot.outcome === 'failed') ??
      all.find(({ cell }) => cell.boot.outcome === 'ok') ??
      first;
    bootFrom.set(id, told.input);
    cells.push({ ...first.cell, boot: withFindings(told.cell.boot) });
    for (const other of all)
      notes.push(
        ...differences(first.cell, other.cell).map(
          (what) => `${id}: ${what} in ${first.input.name} is not that in ${other.input.name}`,
        ),
      );
  }
  return { cells, notes, bootFrom };
}

/** A boot that is told stands in the results as it is: its findings name lines of its own console. */
function withFindings({ outcome, durationMs, findings }: BootResult): BootResult {
  return { outcome, durationMs, findings };
}

function differences(one: CellResult, other: CellResult): readonly string[] {
  const facts: readonly (readonly [string, (cell: CellResult) => string])[] = [
    ['the kernel', ({ kernel }) => kernel.sha256],
    ['QEMU', ({ qemu }) => qemu.sha256],
    ['the machine', ({ machine, arch }) => JSON.stringify([machine.name, machine.args, arch])],
  ];
  return facts.filter(([, of]) => of(one) !== of(other)).map(([what]) => what);
}
