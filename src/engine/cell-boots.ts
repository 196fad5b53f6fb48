import type { Cell, PlannedTest } from '../plan/plan.ts';
import type { TemplatePlan } from '../plan/start-plan.ts';
import type { AcceleratorChoice } from './accelerator.ts';
import { bootDirectory, bootOnce, isCellsOwn, type BootOutcome, type CellBoot } from './boot-cells.ts';
import { buildFailure } from './run-planned.ts';
import type { PlanRun } from './run-plan.ts';
import type { Task } from './schedule.ts';
import type { CellSupplies } from './supplies.ts';
import { TemplateLosses } from './template-losses.ts';
import { TemplateShelf, type Shelved } from './template-shelf.ts';

/** What tests stand on: each cell's own boot, and templates beyond it. Disposing of it frees the templates. */
export class CellBoots implements Disposable {
  readonly shelf: TemplateShelf;
  readonly losses: TemplateLosses;
  readonly preparations: readonly Task[];
  readonly #cellTasks = new Map<Cell, Task>();
  readonly #templateTasks = new Map<TemplatePlan, Task>();
  readonly #boots = new Map<Cell, CellBoot>();
  readonly #templates: readonly TemplatePlan[];
  #run: PlanRun;

  constructor(run: PlanRun) {
    this.#run = run;
    const users = [...run.starts.values()].flatMap((start) => (start.kind === 'clone' ? Array<TemplatePlan>(run.repeat).fill(start.template) : []));
    this.#templates = [...new Set(users)];
    this.losses = new TemplateLosses(run);
    this.shelf = new TemplateShelf(users, {
      make: (plan, number) => this.#makeTemplate(plan, number),
      onLoss: (plan, reason) => this.losses.add(plan, reason),
    });
    for (const cell of bootableCells(run)) this.#cellTasks.set(cell, this.#cellTask(cell));
    for (const plan of this.#templates) if (this.#cellTasks.has(plan.cell) && !isCellsOwn(plan)) this.#templateTasks.set(plan, this.#templateTask(plan));
    // A cell's templates follow its boot, so that no cell's tests wait for those of all others.
    this.preparations = [...this.#cellTasks].flatMap(([cell, task]) => [task, ...[...this.#templateTasks].filter(([plan]) => plan.cell === cell).map(([, own]) => own)]);
  }

  /** The run as it goes on: with the accelerator that the first boot has settled. */
  get run(): PlanRun {
    return this.#run;
  }

  /** Undefined: it needed no boot, or the run was cancelled before it. */
  of(cell: Cell): CellBoot | undefined {
    return this.#boots.get(cell);
  }

  get known(): ReadonlyMap<Cell, CellBoot> {
    return this.#boots;
  }

  /** What has to be there before a test begins. */
  preparationsFor(planned: PlannedTest): readonly Task[] {
    const start = this.#run.starts.get(planned);
    const template = start?.kind === 'clone' ? this.#templateTasks.get(start.template) : undefined;
    const boot = this.#cellTasks.get(planned.cell);
    return template !== undefined ? [template] : boot !== undefined ? [boot] : [];
  }

  /** When KVM only looks good, the first boot decides for all, before anything else begins. */
  async settleAccelerator(): Promise<void> {
    const { accelerator, listener } = this.#run;
    const [first] = this.#cellTasks.keys();
    if (first === undefined || !accelerator.fallsBack) return;
    const choice = await this.#boot(first, accelerator);
    if (choice !== accelerator) listener({ kind: 'warning', message: `${choice.reason}. ${choice.advice ?? ''}` });
    this.#run = { ...this.#run, accelerator: { ...choice, fallsBack: false } };
  }

  /** Boots a cell, unless it has been booted to settle the accelerator. */
  async #boot(cell: Cell, choice: AcceleratorChoice): Promise<AcceleratorChoice> {
    const { signal, listener, outDirectory } = this.#run;
    if (signal.aborted || this.#boots.has(cell)) return choice;
    const template = this.#templates.find((plan) => plan.cell === cell && isCellsOwn(plan));
    listener({ kind: 'provision-begin', what: cell.id, activity: 'booting' });
    const outcome = await bootOnce({ cell, supplies: suppliesOf(this.#run, cell), template, directory: bootDirectory(outDirectory, cell), signal }, choice);
    // Of a cell that does not boot no test is run at all: nothing is lost with its template.
    if (template !== undefined && outcome.boot.outcome === 'ok') this.shelf.put(template, shelve(outcome));
    listener({ kind: 'provision-end', what: cell.id, durationMs: outcome.boot.durationMs });
    this.#boots.set(cell, outcome.boot);
    return outcome.choice;
  }

  #cellTask(cell: Cell): Task {
    return {
      kind: 'prepare',
      needs: [],
      run: async () => {
        await this.#boot(cell, { ...this.#run.accelerator, fallsBack: false });
      },
    };
  }

  #templateTask(plan: TemplatePlan): Task {
    const boot = this.#cellTasks.get(plan.cell);
    return {
      kind: 'prepare',
      needs: boot === undefined ? [] : [boot],
      run: async () => {
        if (!this.#run.signal.aborted && this.of(plan.cell)?.outcome === 'ok') await this.shelf.take(plan);
      },
    };
  }

  /** A template that is no cell's own boot. `number`: tells its logs from those of the others. */
  async #makeTemplate(template: TemplatePlan, number: number): Promise<Shelved> {
    const { cell } = template;
    const { outDirectory, signal, accelerator } = this.#run;
    const directory = bootDirectory(outDirectory, cell, `template-${number}`);
    return shelve(await bootOnce({ cell, supplies: suppliesOf(this.#run, cell), template, directory, signal }, { ...accelerator, fallsBack: false }));
  }

  [Symbol.dispose](): void {
    this.shelf[Symbol.dispose]();
  }
}

/** A cell all of whose tests have no module to test needs no boot. */
function bootableCells(run: PlanRun): readonly Cell[] {
  return run.plan.cells.filter((cell) => run.plan.tests.some((planned) => planned.cell === cell && buildFailure(planned, suppliesOf(run, cell)) === undefined));
}

/** What a boot gave to the shelf. */
export function shelve({ boot, template, templateFailure }: BootOutcome): Shelved {
  if (template !== undefined) return { kind: 'template', template };
  return { kind: 'none', reason: templateFailure ?? boot.detail };
}

export function suppliesOf({ supplies }: Pick<PlanRun, 'supplies'>, cell: Cell): CellSupplies {
  const found = supplies.get(cell);
  if (found === undefined) throw new Error(`Internal error: cell ${cell.id} was planned, but not supplied`);
  return found;
}
