import { describeExpectation } from '../../diagnose/expectation.ts';
import type { Finding } from '../../diagnose/finding.ts';
import type { Verdict } from '../../diagnose/verdict.ts';
import type { ThreadAnswer, ThreadLimits } from '../../host/process/worker-thread.ts';
import { WorkerThreads } from '../../host/process/worker-threads.ts';
import { type JudgeQuestion, patternPlaces } from './judge-question.ts';
import type { BootConsole, Judge, JudgeJob } from './judge.ts';

/** Under load, a console of 17 MiB takes several seconds. */
const usualLimits: ThreadLimits = { memoryMiB: 512, answerMs: 30_000 };

/**
 * Judges in separate threads. A text or pattern that takes for ever costs only its own test, and no machine's deadline
 * waits for it.
 */
export class JudgeThreads implements Judge, Disposable {
  readonly #limits: ThreadLimits;
  readonly #threads: WorkerThreads;

  /** `script`: `judge-worker.mjs` of our distribution. The first thread starts at once, before it is needed. */
  constructor(script: string, limits: ThreadLimits = usualLimits) {
    this.#limits = limits;
    this.#threads = new WorkerThreads(script, limits);
  }

  readonly judge = async (job: JudgeJob): Promise<Verdict> => {
    const answer = await this.#ask({ kind: 'judge', job });
    switch (answer.kind) {
      case 'answer':
        // The value was made by our own code in the thread, and cloned.
        return answer.value as Verdict;
      case 'failed':
        throw answer.error;
      case 'late':
      case 'out-of-memory':
        return notJudged(job, this.#gaveUp(answer, patternPlaces(job.rules)));
    }
  };

  readonly findBugs = async (boot: BootConsole): Promise<readonly Finding[]> => {
    const answer = await this.#ask({ kind: 'find-bugs', boot });
    switch (answer.kind) {
      case 'answer':
        return answer.value as readonly Finding[];
      case 'failed':
        throw answer.error;
      case 'late':
      case 'out-of-memory':
        throw new Error(`${boot.consolePath}: ${this.#gaveUp(answer, [])}`);
    }
  };

  #ask(question: JudgeQuestion): Promise<ThreadAnswer> {
    return this.#threads.ask(question);
  }

  /** Names the suite's pattern that was being tried, if any. */
  #gaveUp(
    { kind, step }: Extract<ThreadAnswer, { kind: 'late' | 'out-of-memory' }>,
    places: readonly string[],
  ): string {
    const { answerMs, memoryMiB } = this.#limits;
    const limit = kind === 'late' ? `${answerMs / 1000} s` : `${memoryMiB} MiB of memory`;
    const place = places[step - 1];
    if (place !== undefined)
      return `${place} takes more than ${limit} on the guest's output: use a pattern that does not backtrack`;
    return `reading the guest's output takes more than ${limit}`;
  }

  /** Nothing can be judged any more. Settles when the memory of the threads is the host's again. Never rejects. */
  async end(): Promise<void> {
    await this.#threads.end();
  }

  [Symbol.dispose](): void {
    this.#threads[Symbol.dispose]();
  }
}

/** An attempt that cannot be judged is never a pass. */
function notJudged({ rules }: JudgeJob, reason: string): Verdict {
  return {
    outcome: 'error',
    ok: false,
    expected: describeExpectation(rules.expectation),
    reason: `it could not be judged: ${reason}`,
    findings: [],
    subtests: [],
    whereabouts: [],
    notes: [],
  };
}
