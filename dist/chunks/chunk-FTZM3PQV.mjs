import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  LineSplitter
} from "./chunk-CV4MAWGW.mjs";
import {
  deferred
} from "./chunk-PNGENSD7.mjs";
import {
  makeDirectory
} from "./chunk-PC3WFA6B.mjs";

// src/run/evidence/evidence.ts
import { join, relative } from "node:path";

// src/host/files/capped-log.ts
import { closeSync, fstatSync, mkdirSync, openSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
var ByteRing = class {
  #capacity;
  #bytes;
  /** The position of the next byte. */
  #next = 0;
  #length = 0;
  constructor(capacity) {
    this.#capacity = capacity;
  }
  get length() {
    return this.#length;
  }
  /** Adds bytes and returns how many older ones they displaced. */
  push(chunk) {
    this.#bytes ??= Buffer.alloc(this.#capacity);
    const kept = chunk.subarray(Math.max(0, chunk.length - this.#capacity));
    const first = kept.copy(this.#bytes, this.#next);
    kept.copy(this.#bytes, 0, first);
    this.#next = this.#capacity === 0 ? 0 : (this.#next + kept.length) % this.#capacity;
    const whole = this.#length + chunk.length;
    this.#length = Math.min(whole, this.#capacity);
    return whole - this.#length;
  }
  /** Removes and returns everything, oldest first. */
  take() {
    if (this.#bytes === void 0) return Buffer.alloc(0);
    const start = this.#next - this.#length;
    const taken = start >= 0 ? Buffer.from(this.#bytes.subarray(start, this.#next)) : Buffer.concat([this.#bytes.subarray(start + this.#capacity), this.#bytes.subarray(0, this.#next)]);
    this.#length = 0;
    return taken;
  }
};
function largestLog({ headBytes, tailBytes, extraBytes }) {
  return headBytes + tailBytes + extraBytes + 64 * 1024;
}
var CappedLog = class {
  #path;
  #descriptor;
  #onFailure;
  #tail;
  #headLeft;
  #extraLeft;
  #leftOut = 0;
  #announced = 0;
  #isOpen = true;
  #usable = true;
  constructor(path, limits, onFailure) {
    this.#path = path;
    this.#onFailure = onFailure;
    this.#tail = new ByteRing(limits.tailBytes);
    this.#headLeft = limits.headBytes;
    this.#extraLeft = limits.extraBytes;
    this.#descriptor = this.#attempt(() => {
      mkdirSync(dirname(path), { recursive: true });
      return openSync(path, "w", 420);
    });
  }
  /** Bytes that are in no file. */
  get leftOutBytes() {
    return this.#leftOut;
  }
  /** After `close`, bytes only count as left out. */
  write(chunk) {
    if (!this.#usable) {
      this.#leftOut += chunk.length;
      return;
    }
    const head = chunk.subarray(0, this.#headLeft);
    this.#headLeft -= head.length;
    this.#append(head);
    if (head.length < chunk.length) this.#leftOut += this.#tail.push(chunk.subarray(head.length));
  }
  /** Current output matters: the tail so far and at least this many more bytes go to the file. */
  grant(bytes) {
    const added = this.#tail.length + Math.max(0, bytes - this.#headLeft);
    if (!this.#usable || added === 0 || added > this.#extraLeft) return;
    this.#extraLeft -= added;
    this.#flushTail();
    this.#headLeft = Math.max(this.#headLeft, bytes);
  }
  /**
   * Writes the tail and closes the file. A file that is no longer at its path counts as a failure, because a reader
   * would find nothing and take that for silence. May be called repeatedly.
   */
  close() {
    const descriptor = this.#descriptor;
    if (descriptor === void 0 || !this.#isOpen) return;
    this.#isOpen = false;
    if (this.#usable) this.#flushTail();
    if (this.#usable) this.#attempt(() => requireInPlace(descriptor, this.#path));
    this.#attempt(() => closeSync(descriptor));
    this.#usable = false;
  }
  #flushTail() {
    if (this.#leftOut > this.#announced) {
      this.#append(Buffer.from(`
[qemu-driver-test: ${this.#leftOut - this.#announced} bytes left out here]
`));
      this.#announced = this.#leftOut;
    }
    this.#append(this.#tail.take());
  }
  #append(bytes) {
    const descriptor = this.#descriptor;
    if (descriptor === void 0 || !this.#usable) return;
    this.#attempt(() => {
      for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    });
  }
  #attempt(action) {
    try {
      return action();
    } catch (error) {
      this.#usable = false;
      this.#onFailure(error instanceof Error ? error : new Error(String(error)));
      return void 0;
    }
  }
};
function requireInPlace(descriptor, path) {
  const own = fstatSync(descriptor);
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.ino !== own.ino || there.dev !== own.dev) throw new Error("it was removed during the run");
}

// src/run/evidence/awaited-count.ts
var AwaitedCount = class {
  #count = 0;
  #waiting = [];
  add(more) {
    this.#count += more;
    if (this.#waiting.length === 0) return;
    for (const { atLeast, resolve } of this.#waiting) if (this.#count >= atLeast) resolve();
    this.#waiting = this.#waiting.filter(({ atLeast }) => this.#count < atLeast);
  }
  reaches(atLeast) {
    return new Promise((resolve) => {
      if (this.#count >= atLeast) resolve();
      else this.#waiting.push({ atLeast, resolve });
    });
  }
};

// src/run/evidence/post-mortem-console.ts
var maxBytes = 1024 * 1024;
var PostMortemConsole = class {
  #chunks = [];
  #length = 0;
  #lastPushedMs = performance.now();
  push(chunk) {
    this.#lastPushedMs = performance.now();
    const kept = chunk.subarray(0, maxBytes - this.#length);
    this.#length += kept.length;
    if (kept.length > 0) this.#chunks.push(kept);
  }
  /** Bytes kept so far. */
  get length() {
    return this.#length;
  }
  /** Time since the last output. */
  get quietMs() {
    return performance.now() - this.#lastPushedMs;
  }
  get text() {
    return Buffer.concat(this.#chunks, this.#length).toString("utf8");
  }
};

// src/run/evidence/run-record.ts
var stageNames = ["suite-setup", "setup", "run", "teardown", "suite-teardown"];
var notStarted = { phase: "kernel-silent", signs: { shortage: void 0, panic: void 0 } };

// src/run/evidence/evidence.ts
var mebibyte = 1024 * 1024;
var consoleLimits = { headBytes: 8 * mebibyte, tailBytes: mebibyte, extraBytes: 8 * mebibyte };
var stageLimits = { headBytes: 8 * mebibyte, tailBytes: mebibyte, extraBytes: 0 };
var reportGrantBytes = mebibyte;
var maxConsoleLine = 64 * 1024;
var firstKernelWords = "Linux version ";
var maxLogBytes = largestLog(consoleLimits);
function evidencePaths(directory) {
  makeDirectory(directory);
  return { consolePath: join(directory, "console.log"), qemuLogPath: join(directory, "qemu.log") };
}
function collectEvidence(machine, place) {
  const { directory } = place;
  const paths = evidencePaths(directory);
  const stageLogPath = (stage) => join(directory, "logs", `${stage}.log`);
  const lost = deferred();
  let failure;
  const placeOf = (path) => ({
    path,
    onFailure: (error) => {
      failure ??= `${relative(directory, path)}: ${error.message}`;
      lost.resolve(failure);
    }
  });
  const console = collectConsole(machine.channel("console"), placeOf(paths.consolePath), place);
  const stages = new Map(
    stageNames.map((stage) => [stage, collectLazily(machine.channel(`log.${stage}`), placeOf(stageLogPath(stage)))])
  );
  const logs = [console, ...stages.values()];
  const speakers = [machine.channel("monitor"), machine.channel("control")].map(ended);
  const close = () => logs.flatMap((log) => log.close());
  return {
    ...paths,
    stageLogPath,
    stageRan: (stage) => stages.get(stage)?.open(),
    bootPhase: console.bootPhase,
    divertConsole: console.divert,
    complete: async (written) => {
      const stagesHeard = [...written].map(([stage, bytes]) => stages.get(stage)?.received.reaches(bytes));
      await Promise.all([console.marked, ...stagesHeard]);
    },
    drained: Promise.all([...speakers, ...logs.map((log) => log.ended)]).then(() => void 0),
    lost: lost.promise,
    endingWith: (ending) => failure === void 0 ? ending : { kind: "host-failed", detail: failure },
    close,
    [Symbol.dispose]: () => void close()
  };
}
function collectConsole(stream, { path, onFailure }, { tripwire, onConsoleLine, mark }) {
  const log = new CappedLog(path, consoleLimits, onFailure);
  let phase = "kernel-silent";
  const marked = deferred();
  const lines = new LineSplitter({
    maxLength: maxConsoleLine,
    onLine: (bytes) => {
      onConsoleLine?.(bytes);
      const line = bytes.toString("latin1");
      if (tripwire(line)) log.grant(reportGrantBytes);
      if (phase === "kernel-silent" && line.includes(firstKernelWords)) phase = "kernel-started";
      if (line.includes("qdt: init started")) phase = "init-started";
      if (mark !== void 0 && line.includes(mark)) marked.resolve(void 0);
      if (line.includes("qdt: no port named qdt.control")) phase = "port-missing";
    }
  });
  let answers;
  stream.on("data", (chunk) => {
    if (answers !== void 0) {
      answers.push(chunk);
      return;
    }
    lines.push(chunk);
    log.write(chunk);
  });
  return {
    ended: ended(stream),
    close: () => closeAndTell(log, "console.log"),
    bootPhase: () => phase,
    marked: marked.promise,
    divert: () => answers ??= new PostMortemConsole()
  };
}
function collectLazily(stream, { path, onFailure }) {
  let log;
  const openLog = () => log ??= new CappedLog(path, stageLimits, onFailure);
  const received = new AwaitedCount();
  stream.on("data", (chunk) => {
    openLog().write(chunk);
    received.add(chunk.length);
  });
  const name = path.slice(path.lastIndexOf("/logs/") + 1);
  return {
    open: openLog,
    received,
    ended: ended(stream),
    close: () => log === void 0 ? [] : closeAndTell(log, name)
  };
}
function closeAndTell(log, name) {
  log.close();
  return log.leftOutBytes === 0 ? [] : [`${name}: ${log.leftOutBytes} bytes were left out of the middle`];
}
function ended(stream) {
  return new Promise((resolve) => {
    stream.once("end", () => resolve());
    stream.once("close", () => resolve());
  });
}

export {
  CappedLog,
  stageNames,
  notStarted,
  maxLogBytes,
  evidencePaths,
  collectEvidence
};
