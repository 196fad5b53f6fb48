import { deferred, type Deferred } from '../host/deferred.ts';
import type { Cell } from '../plan/plan.ts';
import type { TemplatePlan } from '../plan/start-plan.ts';
import type { AcceleratorChoice } from './accelerator.ts';
import { bootDirectory, bootOnce, isCellsOwn, type BootOutcome, type CellBoot } from './boot-cells.ts';
import { buildFailure } from './run-planned.ts';
import type { PlanRun } from './run-plan.ts';
import type { CellSupplies } from './supplies.ts';
import type { Shelved, TemplateShelf } from './template-shelf.ts';

export interface Templates {
  readonly shelf: TemplateShelf;
  readonly templatesInUse: readonly TemplatePlan[];
}

/** Each cell's own boot, and who waits for it. */
export class CellBoots {
  readonly #run: PlanRun;
  readonly #templates: Templates;
  readonly #boots = new Map<Cell, Deferred<CellBoot | undefined>>();

  constructor(run: PlanRun, templates: Templates) {
    this.#run = run;
    this.#templates = templates;
    for (const cell of bootableCells(run)) this.#boots.set(cell, deferred());
  }

  /** Undefined: it needed none, or the run was cancelled before it. */
  async of(cell: Cell): Promise<CellBoot | undefined> {
    return await this.#boots.get(cell)?.promise;
  }

  async all(): Promise<ReadonlyMap<Cell, CellBoot>> {
    const known = new Map<Cell, CellBoot>();
    for (const [cell, { promise }] of this.#boots) {
      const boot = await promise;
      if (boot !== undefined) known.set(cell, boot);
    }
    return known;
  }

  async boot(cell: Cell): Promise<void> {
    await this.#bootOn(cell, { ...this.#run.accelerator, fallsBack: false });
  }

  /** Boots a cell and returns what all others are to be booted on. */
  async settleAccelerator(cell: Cell): Promise<AcceleratorChoice> {
    const { accelerator, listener } = this.#run;
    const choice = await this.#bootOn(cell, accelerator);
    if (choice !== accelerator) listener({ kind: 'warning', message: `${choice.reason}. ${choice.advice ?? ''}` });
    return { ...choice, fallsBack: false };
  }

  async #bootOn(cell: Cell, choice: AcceleratorChoice): Promise<AcceleratorChoice> {
    const { signal, listener, outDirectory } = this.#run;
    const booted = this.#boots.get(cell);
    if (signal.aborted) {
      booted?.resolve(undefined);
      return choice;
    }
    const template = this.#templates.templatesInUse.find((plan) => plan.cell === cell && isCellsOwn(plan));
    listener({ kind: 'provision-begin', what: cell.id, activity: 'booting' });
    try {
      const outcome = await bootOnce({ cell, supplies: suppliesOf(this.#run, cell), template, directory: bootDirectory(outDirectory, cell), signal }, choice);
      // Of a cell that does not boot no test is run at all: nothing is lost with its template.
      if (template !== undefined && outcome.boot.outcome === 'ok') this.#templates.shelf.put(template, shelve(outcome));
      listener({ kind: 'provision-end', what: cell.id, durationMs: outcome.boot.durationMs });
      booted?.resolve(outcome.boot);
      return outcome.choice;
    } catch (error) {
      // The pool reports it; nobody must wait for this boot any more.
      booted?.resolve(undefined);
      throw error;
    }
  }
}

/** A cell all of whose tests have no module to test needs no boot. */
export function bootableCells(run: PlanRun): readonly Cell[] {
  return run.plan.cells.filter((cell) => run.plan.tests.some((planned) => planned.cell === cell && buildFailure(planned, suppliesOf(run, cell)) === undefined));
}

/** A template that is no cell's own boot. `number`: tells its logs from those of the others, from 1 on. */
export function bootTemplate(template: TemplatePlan, number: number, run: PlanRun): Promise<BootOutcome> {
  const { cell } = template;
  const directory = bootDirectory(run.outDirectory, cell, `template-${number}`);
  return bootOnce({ cell, supplies: suppliesOf(run, cell), template, directory, signal: run.signal }, { ...run.accelerator, fallsBack: false });
}

export function shelve({ boot, template, templateFailure }: BootOutcome): Shelved {
  if (template !== undefined) return { kind: 'template', template };
  return { kind: 'none', reason: templateFailure ?? boot.detail };
}

export function suppliesOf({ supplies }: Pick<PlanRun, 'supplies'>, cell: Cell): CellSupplies {
  const found = supplies.get(cell);
  if (found === undefined) throw new Error(`Internal error: cell ${cell.id} was planned, but not supplied`);
  return found;
}
