import { deferred, type Deferred } from '../deferred.ts';
import { type ThreadAnswer, type ThreadLimits, WorkerThread } from './worker-thread.ts';

/** A thread takes 25 MiB, and about as long as this to start. */
const usualPatienceMs = 200;

/**
 * As many threads as there are questions that take long. Idle threads are reused; a thread that did not answer is not.
 * Another thread starts only when no thread becomes idle soon.
 */
export class WorkerThreads implements Disposable {
  readonly #script: string;
  readonly #limits: ThreadLimits;
  readonly #patienceMs: number;
  readonly #all = new Set<WorkerThread>();
  readonly #idle: WorkerThread[] = [];
  /** Questions without a thread, in order. */
  readonly #waiting = new Set<Deferred<WorkerThread | undefined>>();
  #isOver = false;

  /**
   * `script`: a JavaScript file that calls `answerQuestions`. The first thread starts at once, before it is needed. A
   * question waits `patienceMs` for an idle thread.
   */
  constructor(script: string, limits: ThreadLimits, patienceMs = usualPatienceMs) {
    this.#script = script;
    this.#limits = limits;
    this.#patienceMs = patienceMs;
    this.#idle.push(this.#start());
  }

  /** Never rejects. */
  async ask(question: unknown): Promise<ThreadAnswer> {
    const thread = this.#idle.pop() ?? (await this.#nextIdle());
    if (thread === undefined) return { kind: 'failed', error: new Error('the threads were ended') };
    const answer = await thread.ask(question);
    if (thread.isOver) this.#all.delete(thread);
    else this.#release(thread);
    return answer;
  }

  /** The first thread that becomes idle; a new one if that takes long, or if there is none; none after the end. */
  async #nextIdle(): Promise<WorkerThread | undefined> {
    if (this.#all.size === 0) return this.#isOver ? undefined : this.#start();
    const next = deferred<WorkerThread | undefined>();
    this.#waiting.add(next);
    const timer = setTimeout(() => next.resolve(this.#start()), this.#patienceMs);
    try {
      return await next.promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(next);
    }
  }

  #release(thread: WorkerThread): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#idle.push(thread);
      return;
    }
    this.#waiting.delete(next);
    next.resolve(thread);
  }

  #start(): WorkerThread {
    const thread = new WorkerThread(this.#script, this.#limits);
    this.#all.add(thread);
    return thread;
  }

  /** Ends all threads, and settles when their memory is the host's again. Never rejects. */
  async end(): Promise<void> {
    const all = [...this.#all];
    this[Symbol.dispose]();
    await Promise.all(all.map(async (thread) => await thread.end()));
  }

  [Symbol.dispose](): void {
    this.#isOver = true;
    for (const next of this.#waiting) next.resolve(undefined);
    for (const thread of this.#all) thread[Symbol.dispose]();
    this.#all.clear();
    this.#idle.length = 0;
  }
}
