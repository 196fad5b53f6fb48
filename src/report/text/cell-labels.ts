import type { CellResult } from '../../results/results.ts';
import { plainLine } from '../../text/escape-text.ts';
import { shortKernelSpec } from '../../text/short-spec.ts';

const maxLabel = 32;

/** A label for each cell: `debian:6.12 · small`, or its id when the label would be long or ambiguous. */
export function cellLabels(cells: readonly CellResult[]): ReadonlyMap<string, string> {
  const spoken = cells.map(
    ({ kernel, machine }) => `${plainLine(shortKernelSpec(kernel.spec))} · ${plainLine(machine.name)}`,
  );
  return new Map(
    cells.map(({ id }, index) => {
      const label = spoken[index] ?? id;
      const isOwn = spoken.indexOf(label) === spoken.lastIndexOf(label);
      return [id, isOwn && label.length <= maxLabel ? label : plainLine(id)];
    }),
  );
}
