import { basename } from 'node:path';
import type { RunListener } from '../event/event.ts';
import type { Cell } from '../plan/plan.ts';
import type { TemplatePlan } from '../plan/start-plan.ts';

export interface LosingRun {
  readonly listener: RunListener;
  readonly signal: AbortSignal;
}

/** Templates that could not be made or whose clones were dead: each told once, to who listens and in the results. */
export class TemplateLosses {
  readonly #run: LosingRun;
  readonly #notes = new Map<Cell, readonly string[]>();

  constructor(run: LosingRun) {
    this.#run = run;
  }

  get byCell(): ReadonlyMap<Cell, readonly string[]> {
    return this.#notes;
  }

  /** What is lost because the run was cancelled is none. */
  add(plan: TemplatePlan, reason: string): void {
    if (this.#run.signal.aborted) return;
    const note = `tests boot cold instead of being cloned from ${nameOf(plan)}: ${reason}`;
    this.#notes.set(plan.cell, [...(this.#notes.get(plan.cell) ?? []), note]);
    this.#run.listener({ kind: 'warning', message: `${plan.cell.id}: ${note}` });
  }
}

/** What tells a template from the others of its cell. */
function nameOf({ args, diskImage }: TemplatePlan): string {
  const more = [...(args.length === 0 ? [] : [args.join(' ')]), ...(diskImage === undefined ? [] : [basename(diskImage)])];
  return more.length === 0 ? "the cell's machine" : `the machine with ${more.join(' and ')}`;
}
