import type { HostResources } from '../host/resources.ts';
import { memoryMiB } from '../machine/memory-size.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { PlannedStart } from '../plan/start-plan.ts';

/** The emulator's own memory, in addition to the guest's. */
const overheadMiB = 160;

/**
 * The memory that an ordinary test's clone does not share with others, as an upper limit. `npm run bench` measures it:
 * docs/benchmarks.md.
 */
const privatePagesMiB = 64;

/** The number of machines at a time: one per processor, as far as memory allows. */
export function automaticJobs(
  starts: ReadonlyMap<PlannedTest, PlannedStart>,
  { cpus, availableMemoryMiB }: HostResources,
): number {
  const machines = [...starts].map(([{ cell, suite, test }, start]) => ({
    start,
    memoryMiB: memoryMiB([cell.machine.args, suite.qemuArgs, test.qemuArgs]),
  }));
  const needMiB = Math.max(
    0,
    ...machines.map(
      ({ start, memoryMiB: own }) => overheadMiB + (start.kind === 'clone' ? Math.min(own, privatePagesMiB) : own),
    ),
  );
  const leftMiB = availableMemoryMiB - templatesMiB(machines);
  return Math.max(1, Math.min(cpus, Math.floor(leftMiB / needMiB)));
}

/** Usually two templates exist at a time: the tests of one cell end while the next cell boots. */
function templatesMiB(machines: readonly { readonly start: PlannedStart; readonly memoryMiB: number }[]): number {
  const sizes = new Map(
    machines.flatMap(({ start, memoryMiB: own }) => (start.kind === 'clone' ? [[start.template, own] as const] : [])),
  );
  return [...sizes.values()]
    .sort((a, b) => b - a)
    .slice(0, 2)
    .reduce((sum, size) => sum + size, 0);
}

/**
 * A step of a run. A `prepare` makes something that others need, a booted cell or a template; a `test` yields a result.
 */
export interface Task {
  readonly kind: 'prepare' | 'test';
  /** Tasks that must end, successfully or not, before this one begins. */
  readonly needs: readonly Task[];
  readonly run: () => Promise<void>;
}

/**
 * Runs tasks, at most `atOnce` at a time. Tests that can begin go first, in the order given. The next preparation
 * begins while the last of them run, so that cells interleave, slots stay busy, and few templates are in memory at
 * once. A failure does not delay other tasks: all run, then the first failure is thrown.
 */
export async function runScheduled(tasks: readonly Task[], atOnce: number): Promise<void> {
  const queue = new ReadyQueue(tasks);
  const failures: unknown[] = [];
  const slots = Math.max(1, atOnce);
  let running = 0;
  await new Promise<void>((resolve) => {
    const begin = (task: Task): void => {
      running++;
      void attempt(task, failures).then(() => {
        running--;
        queue.end(task);
        fill();
      });
    };
    const fill = (): void => {
      for (let task = queue.next(slots, running); task !== undefined; task = queue.next(slots, running)) begin(task);
      if (running === 0) resolve();
    };
    fill();
  });
  if (failures.length > 0) throw failures[0];
  if (queue.left > 0) throw new Error(`Internal error: ${queue.left} tasks wait for each other`);
}

async function attempt(task: Task, failures: unknown[]): Promise<void> {
  try {
    await task.run();
  } catch (error) {
    failures.push(error);
  }
}

/** The tasks that can begin, and those that wait. Linear in the number of tasks, except for a sort per preparation. */
class ReadyQueue {
  readonly #place: ReadonlyMap<Task, number>;
  readonly #waitingFor = new Map<Task, number>();
  readonly #dependents = new Map<Task, Task[]>();
  readonly #ready: Readonly<Record<Task['kind'], ReadyList>>;

  constructor(tasks: readonly Task[]) {
    this.#place = new Map(tasks.map((task, index) => [task, index]));
    const free = tasks.filter(({ needs }) => needs.length === 0);
    this.#ready = {
      prepare: new ReadyList(free.filter(({ kind }) => kind === 'prepare')),
      test: new ReadyList(free.filter(({ kind }) => kind === 'test')),
    };
    for (const task of tasks) {
      for (const needed of task.needs) this.#addDependent(needed, task);
      if (task.needs.length > 0) this.#waitingFor.set(task, task.needs.length);
    }
  }

  /** The number of tasks that have not begun and cannot begin. */
  get left(): number {
    return this.#waitingFor.size;
  }

  /** Takes the next task; undefined: all slots are taken, or nothing can begin. */
  next(slots: number, running: number): Task | undefined {
    if (running >= slots) return undefined;
    const { prepare, test } = this.#ready;
    return test.length >= slots ? test.take() : (prepare.take() ?? test.take());
  }

  end(task: Task): void {
    const freed = (this.#dependents.get(task) ?? []).filter((dependent) => this.#isFreed(dependent));
    this.#dependents.delete(task);
    for (const kind of ['prepare', 'test'] as const)
      this.#ready[kind].add(
        freed.filter((one) => one.kind === kind),
        (one) => this.#place.get(one) ?? 0,
      );
  }

  #addDependent(needed: Task, task: Task): void {
    const known = this.#dependents.get(needed);
    if (known === undefined) this.#dependents.set(needed, [task]);
    else known.push(task);
  }

  #isFreed(dependent: Task): boolean {
    const waitingFor = (this.#waitingFor.get(dependent) ?? 1) - 1;
    if (waitingFor > 0) this.#waitingFor.set(dependent, waitingFor);
    else this.#waitingFor.delete(dependent);
    return waitingFor <= 0;
  }
}

/** Tasks that can begin, ordered by position. */
class ReadyList {
  #tasks: readonly Task[];
  #taken = 0;

  constructor(tasks: readonly Task[]) {
    this.#tasks = tasks;
  }

  get length(): number {
    return this.#tasks.length - this.#taken;
  }

  take(): Task | undefined {
    if (this.length === 0) return undefined;
    return this.#tasks[this.#taken++];
  }

  add(more: readonly Task[], placeOf: (task: Task) => number): void {
    if (more.length === 0) return;
    this.#tasks = [...this.#tasks.slice(this.#taken), ...more].sort((a, b) => placeOf(a) - placeOf(b));
    this.#taken = 0;
  }
}
