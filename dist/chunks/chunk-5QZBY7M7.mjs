import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  deferred
} from "./chunk-KTFFVCLG.mjs";

// src/host/worker-thread.ts
import { Worker, parentPort, workerData } from "node:worker_threads";
var WorkerThread = class {
  #worker;
  #limits;
  #step = new Int32Array(new SharedArrayBuffer(4));
  #open;
  #isOver = false;
  /** `script`: a JavaScript file that calls `answerQuestions`. */
  constructor(script, limits) {
    this.#limits = limits;
    this.#worker = new Worker(script, {
      workerData: { step: this.#step },
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMiB }
    });
    this.#worker.on("message", (message) => this.#settle(answerOf(message)));
    this.#worker.on("error", (error) => {
      const step = this.#lastStep;
      this.#end(
        error.code === "ERR_WORKER_OUT_OF_MEMORY" ? { kind: "out-of-memory", step } : { kind: "failed", error }
      );
    });
    this.#worker.on(
      "exit",
      (status) => this.#end({ kind: "failed", error: new Error(`the thread ended with status ${status}`) })
    );
    this.#worker.unref();
  }
  get isOver() {
    return this.#isOver;
  }
  /** Asks what can be cloned to another thread, after the answer to the last question. Never rejects. */
  async ask(question) {
    if (this.#isOver || this.#open !== void 0)
      throw new Error("Internal error: a thread is asked that is over or busy");
    const open = deferred();
    this.#open = open;
    Atomics.store(this.#step, 0, 0);
    this.#worker.ref();
    const timer = setTimeout(() => this.#end({ kind: "late", step: this.#lastStep }), this.#limits.answerMs);
    this.#worker.postMessage(question);
    try {
      return await open.promise;
    } finally {
      clearTimeout(timer);
      this.#worker.unref();
    }
  }
  get #lastStep() {
    return Atomics.load(this.#step, 0);
  }
  #settle(answer) {
    this.#open?.resolve(answer);
    this.#open = void 0;
  }
  #end(answer) {
    if (!this.#isOver) void this.#worker.terminate();
    this.#isOver = true;
    this.#settle(answer);
  }
  [Symbol.dispose]() {
    this.#end({ kind: "failed", error: new Error("the thread was ended") });
  }
};
function answerOf(message) {
  if (message.kind === "answer") return message;
  const error = new Error(message.message);
  if (message.stack !== void 0) error.stack = message.stack;
  return { kind: "failed", error };
}
function answerQuestions(answer) {
  const port = parentPort;
  if (port === null) throw new Error("Internal error: this is no worker thread");
  const { step } = workerData;
  const steps = { at: (value) => void Atomics.store(step, 0, value) };
  port.on("message", (question) => {
    let message;
    try {
      message = { kind: "answer", value: answer(question, steps) };
    } catch (error) {
      message = error instanceof Error ? { kind: "failed", message: error.message, stack: error.stack } : { kind: "failed", message: String(error), stack: void 0 };
    }
    port.postMessage(message);
  });
}

// src/engine/judging/judge-question.ts
function patternPlaces({ expectation, expectConsole }) {
  const title = expectation.kind === "crash" && expectation.title !== void 0 ? [`the pattern /${expectation.title.source}/ of info/expect-failure`] : [];
  return [
    ...expectConsole.map(({ file, line, pattern }) => `${file}:${line}: the pattern /${pattern.source}/`),
    ...title
  ];
}
function watchPatterns({ expectation, expectConsole, ...rest }, at) {
  const watch = (pattern, step) => new WatchedPattern(
    pattern,
    () => at(step),
    () => at(0)
  );
  const title = expectation.kind === "crash" ? expectation.title : void 0;
  return {
    ...rest,
    expectConsole: expectConsole.map((line, index) => ({ ...line, pattern: watch(line.pattern, index + 1) })),
    expectation: title === void 0 ? expectation : { kind: "crash", title: watch(title, expectConsole.length + 1) }
  };
}
var WatchedPattern = class extends RegExp {
  #begin;
  #end;
  constructor(pattern, begin, end) {
    super(pattern.source, pattern.flags);
    this.#begin = begin;
    this.#end = end;
  }
  exec(text) {
    this.#begin();
    const found = super.exec(text);
    this.#end();
    return found;
  }
};

// src/diagnose/expectation.ts
function describeExpectation(expectation) {
  switch (expectation.kind) {
    case "pass":
    case "fail":
    case "timeout":
    case "hang":
      return expectation.kind;
    case "any-failure":
      return "any failure";
    case "crash":
      return expectation.title === void 0 ? "crash" : `crash ${expectation.title.source}`;
  }
}
function contradiction(expectation, outcome, findings) {
  if (outcome === "error") return "";
  switch (expectation.kind) {
    case "pass":
      return outcome === "pass" || outcome === "skip" ? void 0 : "";
    case "any-failure":
      return outcome === "pass" || outcome === "skip" ? `expected any failure, but the outcome is ${outcome}` : void 0;
    case "fail":
    case "timeout":
    case "hang":
      return outcome === expectation.kind ? void 0 : `expected ${expectation.kind}, but the outcome is ${outcome}`;
    case "crash":
      return crashContradiction(expectation.title, outcome, findings);
  }
}
function crashContradiction(title, outcome, findings) {
  if (outcome !== "crash") return `expected a crash, but the outcome is ${outcome}`;
  if (title === void 0 || findings.some((finding) => title.test(finding.title))) return void 0;
  return `expected a crash whose title matches ${title.source}, found ` + findings.map((finding) => finding.title).join(", ");
}

export {
  describeExpectation,
  contradiction,
  WorkerThread,
  answerQuestions,
  patternPlaces,
  watchPatterns
};
