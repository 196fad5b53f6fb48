import { basename, relative } from 'node:path';
import type { BootFailure } from '../diagnose/boot-failure.ts';
import { describeEnding } from '../diagnose/describe-ending.ts';
import { isHostExhausted } from '../host/system-error.ts';
import type { Cell, PlannedTest } from '../plan/plan.ts';
import type { PlannedStart, TemplatePlan } from '../plan/start-plan.ts';
import type { BootEntry } from '../record/entries.ts';
import { published } from '../record/test-result.ts';
import { bootDirectory, bootOnce, type BootOutcome, bootTold, type CellBoot } from './boot-cells.ts';
import { type BootRequest, isCellsOwn } from './boot-machines.ts';
import { keepStack } from './internal-error.ts';
import { type Run, suppliesOf } from './run.ts';
import type { Task } from './schedule.ts';
import { bootableCells, ownTemplate, type SettledAccelerator } from './settle-accelerator.ts';
import { type CachedTemplate, TemplateCache } from './template-cache.ts';

/** Templates that could not be made or had dead clones. Each is reported once, to the listener and in the record. */
class TemplateLosses {
  readonly #run: Pick<Run, 'listener' | 'signal' | 'record'>;

  constructor(run: Pick<Run, 'listener' | 'signal' | 'record'>) {
    this.#run = run;
  }

  /** A loss because of a cancelled run does not count. */
  add(plan: TemplatePlan, reason: string): void {
    const { signal, listener, record } = this.#run;
    if (signal.aborted) return;
    const note = `tests boot cold instead of being cloned from ${nameOf(plan)}: ${reason}`;
    // The record keeps the order, and the end of the run waits for it.
    void record.append({ entry: 'template-lost', cell: plan.cell.id, note });
    listener({ kind: 'warning', message: `${plan.cell.id}: ${note}` });
  }
}

/** The difference between a template and the others of its cell. */
function nameOf({ args, diskImage, tree }: TemplatePlan): string {
  const more = [
    ...(args.length === 0 ? [] : [args.join(' ')]),
    ...(diskImage === undefined ? [] : [basename(diskImage.text)]),
    ...(tree === undefined ? [] : ['a device tree']),
  ];
  return more.length === 0 ? "the cell's machine" : `the machine with ${more.join(' and ')}`;
}

/** The basis of the tests: the boot of each cell, and further templates. Disposing frees the templates. */
export class CellBoots implements Disposable {
  readonly templateCache: TemplateCache;
  readonly preparations: readonly Task[];
  readonly #run: Run;
  readonly #losses: TemplateLosses;
  readonly #cellTasks = new Map<Cell, Task>();
  readonly #templateTasks = new Map<TemplatePlan, Task>();
  readonly #boots = new Map<Cell, CellBoot>();
  readonly #early: SettledAccelerator['boot'];
  /** Of the cells that do without a boot as long as no test asks for it. Undefined: none has. */
  readonly #asked = new Map<Cell, Promise<void> | undefined>();

  /** `early`: the boot that settled the accelerator. */
  constructor(run: Run, early: SettledAccelerator['boot']) {
    this.#run = run;
    this.#early = early;
    const users = templatesOf(run.starts.values(), run.choices.repeat);
    this.#losses = new TemplateLosses(run);
    this.templateCache = new TemplateCache(users, {
      make: (plan, number, isAnew) => this.#makeTemplate(plan, number, isAnew),
      onLoss: (plan, reason) => this.#losses.add(plan, reason),
      onEnd: (template) => run.services.forks.release(template),
    });
    // Whatever is planned later finds the templates of the plan.
    if (run.later !== undefined) this.templateCache.expect(templatesOf(run.starts.values(), 1));
    const bootable = bootableCells(run);
    for (const cell of bootable)
      if (cell !== early?.cell && canWait(run, cell)) this.#asked.set(cell, undefined);
      else this.#cellTasks.set(cell, this.#cellTask(cell));
    for (const cell of run.plan.cells) {
      const { missing } = suppliesOf(run, cell);
      if (missing !== undefined) this.#cellTasks.set(cell, this.#missingTask(cell, missing));
    }
    for (const plan of new Set(users))
      if (bootable.includes(plan.cell) && !isCellsOwn(plan)) this.#templateTasks.set(plan, this.#templateTask(plan));
    // A cell's templates are made right after its boot, so that its tests do not wait for other cells.
    this.preparations = run.plan.cells.flatMap((cell) => [
      ...[this.#cellTasks.get(cell)].filter((task) => task !== undefined),
      ...[...this.#templateTasks].filter(([plan]) => plan.cell === cell).map(([, own]) => own),
    ]);
  }

  /** Undefined: the cell needed no boot until now, or the run was cancelled before it. */
  of(cell: Cell): CellBoot | undefined {
    return this.#boots.get(cell);
  }

  /** Whether the cell has not booted because its tests have not asked for it. */
  isWaiting(cell: Cell): boolean {
    return this.#asked.has(cell) && !this.#boots.has(cell);
  }

  /** Boots a cell that has waited, once, whoever asks first. A bug of ours is the boot's failure. */
  async ask(cell: Cell): Promise<void> {
    const asked =
      this.#asked.get(cell) ?? this.#provide(cell).catch((error: unknown) => this.#recordBroken(cell, error));
    this.#asked.set(cell, asked);
    await asked;
  }

  /** The tasks that must end before a test begins. */
  preparationsFor(planned: PlannedTest): readonly Task[] {
    const start = this.#run.starts.get(planned);
    const template = start?.kind === 'clone' ? this.#templateTasks.get(start.template) : undefined;
    const boot = this.#cellTasks.get(planned.cell);
    return template !== undefined ? [template] : boot !== undefined ? [boot] : [];
  }

  #cellTask(cell: Cell): Task {
    return {
      kind: 'prepare',
      needs: [],
      run: async () => {
        if ((this.#run.signal.aborted || this.#run.failureLimit.isReached) && this.#early?.cell !== cell) return;
        await this.#provide(cell).catch((error: unknown) => this.#recordBroken(cell, error));
      },
    };
  }

  /** Its boot has failed before it was tried. */
  #missingTask(cell: Cell, reason: string): Task {
    return { kind: 'prepare', needs: [], run: () => this.#recordBoot(cell, brokenBoot(reason)) };
  }

  async #provide(cell: Cell): Promise<void> {
    const template = ownTemplate(this.#run.starts, cell);
    const outcome = this.#early?.cell === cell ? this.#early.outcome : await this.#boot(cell, template);
    // When the cell does not boot, none of its tests runs, so the missing template is no loss.
    if (template !== undefined && outcome.boot.outcome === 'ok')
      this.templateCache.put(template, cacheTemplate(outcome));
    const findings = await this.#run.services.locator.locateBoot(
      outcome.boot.findings,
      cell,
      suppliesOf(this.#run, cell),
    );
    await this.#recordBoot(cell, { ...outcome.boot, findings });
  }

  /** A bug of ours fails the tests of this cell only. */
  async #recordBroken(cell: Cell, error: unknown): Promise<void> {
    if (isHostExhausted(error)) {
      await this.#recordBoot(cell, brokenBoot(describeEnding({ kind: 'host-failed', detail: error.message })));
      return;
    }
    const { outDirectory } = this.#run;
    const internalError = keepStack(error, this.#run, relative(outDirectory, bootDirectory(outDirectory, cell)));
    await this.#recordBoot(cell, { ...brokenBoot(`Internal error: ${internalError.detail}`), internalError });
  }

  async #boot(cell: Cell, template: TemplatePlan | undefined): ReturnType<typeof bootOnce> {
    const { outDirectory, accelerator } = this.#run;
    const request = this.#request(cell, template, bootDirectory(outDirectory, cell));
    // A cell without a boot loses all its tests, so TCG is tried after any end of it.
    const outcome = await bootTold(request, accelerator.choiceFor(cell), (ending) => {
      accelerator.isGoneBy(ending, 'boot');
      return true;
    });
    if (outcome.accelerator !== accelerator.of(cell)) accelerator.leaveKvm(cell, outcome.choice.reason);
    return outcome;
  }

  async #recordBoot(cell: Cell, boot: CellBoot): Promise<void> {
    this.#boots.set(cell, boot);
    await this.#run.record.append(bootEntry(cell, boot));
  }

  #templateTask(plan: TemplatePlan): Task {
    const boot = this.#cellTasks.get(plan.cell);
    return {
      kind: 'prepare',
      needs: boot === undefined ? [] : [boot],
      run: async () => {
        const { signal, failureLimit } = this.#run;
        if (signal.aborted || failureLimit.isReached) return;
        if (this.of(plan.cell)?.outcome === 'ok' || this.isWaiting(plan.cell)) await this.templateCache.take(plan);
      },
    };
  }

  /** Makes a template that is not a cell's own boot. `number` keeps its logs apart from those of others. */
  async #makeTemplate(template: TemplatePlan, number: number, isAnew: boolean): Promise<CachedTemplate> {
    const { cell } = template;
    const request = this.#request(cell, template, bootDirectory(this.#run.outDirectory, cell, `template-${number}`));
    const { accelerator } = this.#run;
    return cacheTemplate(
      await bootOnce(isAnew ? { ...request, templates: 'renewed' } : request, accelerator.choiceFor(cell), (ending) =>
        accelerator.isGoneBy(ending, 'boot'),
      ),
    );
  }

  #request(cell: Cell, template: TemplatePlan | undefined, directory: string): BootRequest {
    return { cell, template, templates: this.#run.choices.templates, directory, run: this.#run };
  }

  [Symbol.dispose](): void {
    this.templateCache[Symbol.dispose]();
  }
}

/**
 * Whether the boot of a cell can wait until a test has a reason to ask for it. Each of its tests boots a disk image, or
 * is a clone of one that is up, or of a machine with a device tree of ours: that shows better than the cell's own boot
 * that the kernel starts.
 */
function canWait({ plan, starts }: Run, cell: Cell): boolean {
  return plan.tests.every(
    (planned) => planned.cell !== cell || planned.imageInit !== undefined || isCloneWithTree(starts.get(planned)),
  );
}

function isCloneWithTree(start: PlannedStart | undefined): boolean {
  return start?.kind === 'clone' && start.template.tree !== undefined;
}

/** The template of each start, as often as it is used. */
export function templatesOf(starts: Iterable<PlannedStart>, repeat: number): readonly TemplatePlan[] {
  return [...starts].flatMap((start) =>
    start.kind === 'clone' ? Array<TemplatePlan>(repeat).fill(start.template) : [],
  );
}

function brokenBoot(message: string): CellBoot {
  return { outcome: 'failed', durationMs: 0, findings: [], failure: { kind: 'other', message, hint: undefined } };
}

function bootEntry(cell: Cell, boot: CellBoot): BootEntry {
  const { outcome, durationMs, findings, bootedAt, image, imageReason, failure } = boot;
  return {
    entry: 'boot',
    cell: cell.id,
    outcome,
    durationMs,
    findings: findings.map(published),
    ...(bootedAt === undefined ? {} : { bootedAt: bootedAt.toISOString() }),
    ...(image === undefined ? {} : { image }),
    ...(imageReason === undefined ? {} : { imageReason }),
    ...(failure === undefined ? {} : { failure: publishedFailure(failure) }),
  };
}

function publishedFailure({ kind, message, hint }: BootFailure): NonNullable<BootEntry['failure']> {
  return { kind, message, ...(hint === undefined ? {} : { hint }) };
}

/** The template that a boot made, for the cache. */
export function cacheTemplate(outcome: BootOutcome): CachedTemplate {
  const { boot, template, templateFailure, imageFailure, accelerator } = outcome;
  if (template !== undefined) return { kind: 'template', template, accelerator };
  const reason = templateFailure ?? boot.failure?.message ?? 'it was not saved';
  return { kind: 'none', reason, ...(imageFailure === undefined ? {} : { imageFailure }) };
}
