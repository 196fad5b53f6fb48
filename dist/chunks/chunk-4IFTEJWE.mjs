import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  WorkerThread,
  describeExpectation,
  patternPlaces
} from "./chunk-AGUDLKZO.mjs";
import {
  deferred
} from "./chunk-PNGENSD7.mjs";

// src/host/process/worker-threads.ts
var usualPatienceMs = 200;
var WorkerThreads = class {
  #script;
  #limits;
  #patienceMs;
  #all = /* @__PURE__ */ new Set();
  #idle = [];
  /** Questions without a thread, in order. */
  #waiting = /* @__PURE__ */ new Set();
  #isOver = false;
  /**
   * `script`: a JavaScript file that calls `answerQuestions`. The first thread starts at once, before it is needed. A
   * question waits `patienceMs` for an idle thread.
   */
  constructor(script, limits, patienceMs = usualPatienceMs) {
    this.#script = script;
    this.#limits = limits;
    this.#patienceMs = patienceMs;
    this.#idle.push(this.#start());
  }
  /** Never rejects. */
  async ask(question) {
    const thread = this.#idle.pop() ?? await this.#nextIdle();
    if (thread === void 0) return { kind: "failed", error: new Error("the threads were ended") };
    const answer = await thread.ask(question);
    if (thread.isOver) this.#all.delete(thread);
    else this.#release(thread);
    return answer;
  }
  /** The first thread that becomes idle; a new one if that takes long, or if there is none; none after the end. */
  async #nextIdle() {
    if (this.#all.size === 0) return this.#isOver ? void 0 : this.#start();
    const next = deferred();
    this.#waiting.add(next);
    const timer = setTimeout(() => next.resolve(this.#start()), this.#patienceMs);
    try {
      return await next.promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(next);
    }
  }
  #release(thread) {
    const [next] = this.#waiting;
    if (next === void 0) {
      this.#idle.push(thread);
      return;
    }
    this.#waiting.delete(next);
    next.resolve(thread);
  }
  #start() {
    const thread = new WorkerThread(this.#script, this.#limits);
    this.#all.add(thread);
    return thread;
  }
  /** Ends all threads, and settles when their memory is the host's again. Never rejects. */
  async end() {
    const all = [...this.#all];
    this[Symbol.dispose]();
    await Promise.all(all.map(async (thread) => await thread.end()));
  }
  [Symbol.dispose]() {
    this.#isOver = true;
    for (const next of this.#waiting) next.resolve(void 0);
    for (const thread of this.#all) thread[Symbol.dispose]();
    this.#all.clear();
    this.#idle.length = 0;
  }
};

// src/engine/judging/judge-threads.ts
var usualLimits = { memoryMiB: 512, answerMs: 3e4 };
var JudgeThreads = class {
  #limits;
  #threads;
  /** `script`: `judge-worker.mjs` of our distribution. The first thread starts at once, before it is needed. */
  constructor(script, limits = usualLimits) {
    this.#limits = limits;
    this.#threads = new WorkerThreads(script, limits);
  }
  judge = async (job) => {
    const answer = await this.#ask({ kind: "judge", job });
    switch (answer.kind) {
      case "answer":
        return answer.value;
      case "failed":
        throw answer.error;
      case "late":
      case "out-of-memory":
        return notJudged(job, this.#gaveUp(answer, patternPlaces(job.rules)));
    }
  };
  findBugs = async (boot) => {
    const answer = await this.#ask({ kind: "find-bugs", boot });
    switch (answer.kind) {
      case "answer":
        return answer.value;
      case "failed":
        throw answer.error;
      case "late":
      case "out-of-memory":
        throw new Error(`${boot.consolePath}: ${this.#gaveUp(answer, [])}`);
    }
  };
  #ask(question) {
    return this.#threads.ask(question);
  }
  /** Names the suite's pattern that was being tried, if any. */
  #gaveUp({ kind, step }, places) {
    const { answerMs, memoryMiB } = this.#limits;
    const limit = kind === "late" ? `${answerMs / 1e3} s` : `${memoryMiB} MiB of memory`;
    const place = places[step - 1];
    if (place !== void 0)
      return `${place} takes more than ${limit} on the guest's output: use a pattern that does not backtrack`;
    return `reading the guest's output takes more than ${limit}`;
  }
  /** Nothing can be judged any more. Settles when the memory of the threads is the host's again. Never rejects. */
  async end() {
    await this.#threads.end();
  }
  [Symbol.dispose]() {
    this.#threads[Symbol.dispose]();
  }
};
function notJudged({ rules }, reason) {
  return {
    outcome: "error",
    ok: false,
    expected: describeExpectation(rules.expectation),
    reason: `it could not be judged: ${reason}`,
    findings: [],
    subtests: [],
    whereabouts: [],
    notes: []
  };
}

export {
  JudgeThreads
};
