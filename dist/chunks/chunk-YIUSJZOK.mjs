import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  WorkerThread,
  describeExpectation,
  patternPlaces
} from "./chunk-QP5YMBDG.mjs";

// src/engine/judging/judge-threads.ts
var usualLimits = { memoryMiB: 512, answerMs: 3e4 };
var JudgeThreads = class {
  #script;
  #limits;
  #idle = [];
  #all = /* @__PURE__ */ new Set();
  /** `script`: `judge-worker.mjs` of our distribution. The first thread starts at once, before it is needed. */
  constructor(script, limits = usualLimits) {
    this.#script = script;
    this.#limits = limits;
    this.#idle.push(this.#start());
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
  async #ask(question) {
    const thread = this.#idle.pop() ?? this.#start();
    const answer = await thread.ask(question);
    if (thread.isOver) this.#all.delete(thread);
    else this.#idle.push(thread);
    return answer;
  }
  #start() {
    const thread = new WorkerThread(this.#script, this.#limits);
    this.#all.add(thread);
    return thread;
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
  [Symbol.dispose]() {
    for (const thread of this.#all) thread[Symbol.dispose]();
    this.#all.clear();
    this.#idle.length = 0;
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
