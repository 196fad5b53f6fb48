import { describeExpectation } from '../../diagnose/expectation.ts';
import type { Finding } from '../../diagnose/finding.ts';
import type { Verdict } from '../../diagnose/verdict.ts';
import { type ThreadAnswer, type ThreadLimits, WorkerThread } from '../../host/process/worker-thread.ts';
import { type JudgeQuestion, patternPlaces } from './judge-question.ts';
import type { BootConsole, Judge, JudgeJob } from './judge.ts';

/** A console of 17 MiB takes a few seconds under load. */
const usualLimits: ThreadLimits = { memoryMiB: 512, answerMs: 30_000 };

/**
 * Judges in threads of their own: a text or a pattern that takes for ever costs its test alone, and no machine's
 * deadline waits for it. An idle thread is used again; one that gave no answer is never.
 */
export class JudgeThreads implements Judge, Disposable {
  readonly #script: string;
  readonly #limits: ThreadLimits;
  readonly #idle: WorkerThread[] = [];
  readonly #all = new Set<WorkerThread>();

  /**
   * `script`: `judge-worker.mjs` of our own distribution. The first thread starts at once, before anybody waits for it.
   */
  constructor(script: string, limits: ThreadLimits = usualLimits) {
    this.#script = script;
    this.#limits = limits;
    this.#idle.push(this.#start());
  }

  readonly judge = async (job: JudgeJob): Promise<Verdict> => {
    const answer = await this.#ask({ kind: 'judge', job });
    switch (answer.kind) {
      case 'answer':
        // Made by our own code in the thread, and cloned.
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

  async #ask(question: JudgeQuestion): Promise<ThreadAnswer> {
    const thread = this.#idle.pop() ?? this.#start();
    const answer = await thread.ask(question);
    if (thread.isOver) this.#all.delete(thread);
    else this.#idle.push(thread);
    return answer;
  }

  #start(): WorkerThread {
    const thread = new WorkerThread(this.#script, this.#limits);
    this.#all.add(thread);
    return thread;
  }

  /** Names the pattern that was being tried, where it was one of the suite's. */
  #gaveUp(
    { kind, step }: Extract<ThreadAnswer, { kind: 'late' | 'out-of-memory' }>,
    places: readonly string[],
  ): string {
    const { answerMs, memoryMiB } = this.#limits;
    const limit = kind === 'late' ? `${answerMs / 1000} s` : `${memoryMiB} MiB of memory`;
    const place = places[step - 1];
    if (place !== undefined)
      return `${place} takes more than ${limit} on what the guest printed: write a pattern that does not backtrack`;
    return `reading what the guest printed takes more than ${limit}`;
  }

  [Symbol.dispose](): void {
    for (const thread of this.#all) thread[Symbol.dispose]();
    this.#all.clear();
    this.#idle.length = 0;
  }
}

/** What cannot be judged is never a pass. */
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
