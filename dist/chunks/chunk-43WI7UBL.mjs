import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  asObject
} from "./chunk-ZOCY7ZAN.mjs";
import {
  deferred
} from "./chunk-PNGENSD7.mjs";

// src/machine/qmp/message.ts
function encodeExactJson(value) {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return `[${value.map(encodeExactJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return value === void 0 ? "null" : JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== void 0);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${encodeExactJson(field)}`).join(",")}}`;
}
var stringOrLongNumber = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,20}(?![\d.eE])/g;
var mark = "\0";
function parseExactJson(text) {
  const value = JSON.parse(text);
  if (!/\d{16}/.test(text) || text.includes("\\u0000")) return value;
  const markNumber = (found) => found.startsWith('"') ? found : JSON.stringify(`${mark}${found}`);
  return JSON.parse(text.replace(stringOrLongNumber, markNumber), (_name, field) => {
    return typeof field === "string" && /^\0-?\d{16,20}$/.test(field) ? wholeNumber(field.slice(1)) : field;
  });
}
function wholeNumber(digits) {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}
var QmpError = class extends Error {
  name = "QmpError";
  phase;
  /** QEMU's error class, for example `CommandNotFound`; undefined except in `execute`. */
  errorClass;
  constructor(phase, message, errorClass) {
    super(message);
    this.phase = phase;
    this.errorClass = errorClass;
  }
};
function parseQmpMessage(line) {
  const message = parseObject(line);
  if (message === void 0) return void 0;
  if ("QMP" in message) return { kind: "greeting", version: greetingVersion(message["QMP"]) };
  if (typeof message["event"] === "string") {
    return { kind: "event", event: { name: message["event"], data: asObject(message["data"]) ?? {} } };
  }
  const id = typeof message["id"] === "number" ? message["id"] : void 0;
  if ("return" in message) return { kind: "return", id, value: asObject(parseExactJson(line))?.["return"] };
  const error = asObject(message["error"]);
  if (error === void 0) return void 0;
  return { kind: "error", id, errorClass: asText(error["class"]), description: asText(error["desc"]) };
}
function parseObject(line) {
  try {
    return asObject(JSON.parse(line));
  } catch {
    return void 0;
  }
}
function asText(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
function greetingVersion(greeting) {
  const qemu = asObject(asObject(asObject(greeting)?.["version"])?.["qemu"]);
  return [qemu?.["major"], qemu?.["minor"], qemu?.["micro"]].map(String).join(".");
}

// src/run/watch/deadline.ts
var longestTimerMs = 2 ** 31 - 1;
function startDeadline(afterMs, value) {
  let isCancelled = false;
  let timer;
  const passed = new Promise((resolve, reject) => {
    const pass = () => {
      if (isCancelled) return;
      try {
        resolve(value());
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    timer = setTimeout(() => setImmediate(pass), Math.min(afterMs, longestTimerMs));
  });
  const cancel = () => {
    isCancelled = true;
    clearTimeout(timer);
  };
  return { passed, cancel };
}
async function atMost(promise, limitMs) {
  const deadline = startDeadline(limitMs, () => "late");
  try {
    return await Promise.race([promise.then(() => "settled"), deadline.passed]);
  } finally {
    deadline.cancel();
  }
}
function pause(durationMs) {
  return new Promise((resolve) => setTimeout(resolve, durationMs).unref());
}
function startDeadlines(session, evidence, { bootDeadlineMs, timeoutMs, limits }) {
  const { promise: passed, resolve, reject } = deferred();
  let isStopped = false;
  let isPreparing = false;
  let current;
  const start = (afterMs, ending) => {
    if (isStopped) return;
    current?.cancel();
    current = startDeadline(afterMs, ending);
    current.passed.then(resolve, reject);
  };
  if (session.isRestored)
    start(limits.restoreMs, () => ({
      kind: "agent-lost",
      detail: `the restored guest gave no answer within ${limits.restoreMs / 1e3} s`
    }));
  else start(bootDeadlineMs, () => ({ kind: "boot-deadline", timeoutMs: bootDeadlineMs, phase: evidence.bootPhase() }));
  const prepare = () => {
    isPreparing = true;
    start(limits.prepareMs, () => ({
      kind: "agent-lost",
      detail: `no answer to the first commands within ${limits.prepareMs / 1e3} s`
    }));
  };
  const stop = () => {
    isStopped = true;
    current?.cancel();
  };
  return {
    passed,
    alive: prepare,
    progress: () => {
      if (isPreparing) prepare();
    },
    stagesBegin: () => {
      isPreparing = false;
      start(timeoutMs, async () => ({
        kind: "deadline",
        timeoutMs,
        answering: await isAnswering(session, limits.heartbeatGraceMs)
      }));
    },
    leakScanBegins: () => start(limits.leakScanMs, () => ({
      kind: "agent-lost",
      detail: `the scan for leaks did not end within ${limits.leakScanMs / 1e3} s`
    })),
    stop,
    [Symbol.dispose]: stop
  };
}
async function isAnswering(session, graceMs) {
  const askedMs = performance.now();
  while (performance.now() - askedMs < graceMs) {
    if (session.lastHeardMs > askedMs) return true;
    await pause(50);
  }
  return false;
}

export {
  encodeExactJson,
  parseExactJson,
  QmpError,
  parseQmpMessage,
  startDeadline,
  atMost,
  pause,
  startDeadlines
};
