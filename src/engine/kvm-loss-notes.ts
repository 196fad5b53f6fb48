import { now } from '../host/clock.ts';
import type { OnKvmLost } from './run-accelerator.ts';
import type { Run } from './run.ts';

/** Warns, and leaves a note with the boot of each cell that it concerns. */
export function kvmLossNotes({ plan, record, listener }: Pick<Run, 'plan' | 'record' | 'listener'>): OnKvmLost {
  return (cell, reason) => {
    const since = now().toISOString().slice(11, 19);
    const note =
      cell === undefined
        ? `KVM was lost at ${since} UTC, and all machines that started since ran on TCG: ${reason}`
        : `its machines ran on TCG: ${reason}`;
    listener({ kind: 'warning', message: cell === undefined ? note : `${cell.id}: ${note}` });
    for (const { id } of cell === undefined ? plan.cells : [cell])
      void record.append({ entry: 'template-lost', cell: id, note });
  };
}
