import { basename } from 'node:path';
import type { TemplatePlan } from '../plan/start-plan.ts';
import type { Run } from './run.ts';

/** Templates that could not be made or whose clones were dead: each told once, to who listens and in the record. */
export class TemplateLosses {
  readonly #run: Pick<Run, 'listener' | 'signal' | 'record'>;

  constructor(run: Pick<Run, 'listener' | 'signal' | 'record'>) {
    this.#run = run;
  }

  /** What is lost because the run was cancelled is none. */
  add(plan: TemplatePlan, reason: string): void {
    const { signal, listener, record } = this.#run;
    if (signal.aborted) return;
    const note = `tests boot cold instead of being cloned from ${nameOf(plan)}: ${reason}`;
    // The record keeps the order, and the end of the run waits for it.
    void record.append({ entry: 'template-lost', cell: plan.cell.id, note });
    listener({ kind: 'warning', message: `${plan.cell.id}: ${note}` });
  }
}

/** What tells a template from the others of its cell. */
function nameOf({ args, diskImage }: TemplatePlan): string {
  const more = [
    ...(args.length === 0 ? [] : [args.join(' ')]),
    ...(diskImage === undefined ? [] : [basename(diskImage)]),
  ];
  return more.length === 0 ? "the cell's machine" : `the machine with ${more.join(' and ')}`;
}
