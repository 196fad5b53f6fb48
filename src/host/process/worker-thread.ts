import { runInNewContext } from 'node:vm';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { deferred, type Deferred } from '../deferred.ts';

/** Limits of a thread for one question. */
export interface ThreadLimits {
  /** The size of its JavaScript heap. */
  readonly memoryMiB: number;
  /** For the thread's start, and again for its answer. */
  readonly answerMs: number;
}

/** The answer to a question. `step`: the last number that the thread set with `AnswerSteps.at`. */
export type ThreadAnswer =
  | { readonly kind: 'answer'; readonly value: unknown }
  /** The thread's own code threw. */
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'late'; readonly step: number }
  | { readonly kind: 'out-of-memory'; readonly step: number };

/** Set by a thread while it answers, so that a step that never ends can be named. */
export interface AnswerSteps {
  readonly at: (step: number) => void;
}

/**
 * A thread that answers one question at a time. If it takes too long or too much memory, or dies, it is ended and
 * unusable (`isOver`). Only answers reach the asking thread, never its failures.
 */
export class WorkerThread implements Disposable {
  readonly #worker: Worker;
  readonly #limits: ThreadLimits;
  readonly #step = new Int32Array(new SharedArrayBuffer(4));
  #open: Deferred<ThreadAnswer> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  /** `script`: a JavaScript file that calls `answerQuestions`. */
  constructor(script: string, limits: ThreadLimits) {
    this.#limits = limits;
    this.#worker = new Worker(script, {
      workerData: { step: this.#step },
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMiB },
    });
    this.#worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'ready') this.#timer?.refresh();
      else this.#settle(answerOf(message));
    });
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      const step = this.#lastStep;
      this.#end(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'out-of-memory', step } : { kind: 'failed', error },
      );
    });
    this.#worker.on('exit', (status) =>
      this.#end({ kind: 'failed', error: new Error(`the thread ended with status ${status}`) }),
    );
    // An idle thread does not keep the process alive; a working one does.
    this.#worker.unref();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Asks a question that can be cloned, after the previous answer. Never rejects. */
  async ask(question: unknown): Promise<ThreadAnswer> {
    if (this.#isOver || this.#open !== undefined)
      throw new Error('Internal error: a thread is asked that is over or busy');
    const open = deferred<ThreadAnswer>();
    this.#open = open;
    Atomics.store(this.#step, 0, 0);
    this.#worker.ref();
    this.#timer = setTimeout(() => this.#end({ kind: 'late', step: this.#lastStep }), this.#limits.answerMs);
    this.#worker.postMessage(question);
    try {
      return await open.promise;
    } finally {
      clearTimeout(this.#timer);
      this.#worker.unref();
    }
  }

  get #lastStep(): number {
    return Atomics.load(this.#step, 0);
  }

  #settle(answer: ThreadAnswer): void {
    this.#open?.resolve(answer);
    this.#open = undefined;
  }

  /** Ends the thread, and settles when its memory is the host's again. Never rejects. */
  async end(): Promise<void> {
    this[Symbol.dispose]();
    await this.#worker.terminate();
  }

  #end(answer: ThreadAnswer): void {
    if (!this.#isOver) void this.#worker.terminate();
    this.#isOver = true;
    this.#settle(answer);
  }

  [Symbol.dispose](): void {
    this.#end({ kind: 'failed', error: new Error('the thread was ended') });
  }
}

type ThreadMessage =
  // The start, which takes long on a busy host, is over: from now on the thread is answering.
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string | undefined };

function answerOf(message: Exclude<ThreadMessage, { kind: 'ready' }>): ThreadAnswer {
  if (message.kind === 'answer') return message;
  const error = new Error(message.message);
  if (message.stack !== undefined) error.stack = message.stack;
  return { kind: 'failed', error };
}

/** For the thread: answers every question, and passes on exceptions. */
export function answerQuestions(answer: (question: unknown, steps: AnswerSteps) => unknown): void {
  const port = parentPort;
  if (port === null) throw new Error('Internal error: this is no worker thread');
  const { step } = workerData as { readonly step: Int32Array };
  const steps: AnswerSteps = { at: (value) => void Atomics.store(step, 0, value) };
  const ready: ThreadMessage = { kind: 'ready' };
  port.postMessage(ready);
  port.on('message', (question: unknown) => {
    let message: ThreadMessage;
    try {
      message = { kind: 'answer', value: answer(question, steps) };
    } catch (error) {
      message =
        error instanceof Error
          ? { kind: 'failed', message: error.message, stack: error.stack }
          : { kind: 'failed', message: String(error), stack: undefined };
    }
    port.postMessage(message);
  });
}

/**
 * For each list of texts, whether any pattern matches any of them. The suite's patterns may take for ever on some
 * texts: undefined when they were not done in time.
 */
export function matchEach(
  patterns: readonly RegExp[],
  lists: readonly (readonly string[])[],
  limitMs: number,
): readonly boolean[] | undefined {
  if (patterns.length === 0) return lists.map(() => false);
  try {
    // Only code in a separate context can be interrupted.
    return runInNewContext(
      'lists.map((texts) => texts.some((text) => patterns.some((pattern) => pattern.test(text))))',
      { patterns, lists },
      { timeout: limitMs },
    ) as boolean[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
}
