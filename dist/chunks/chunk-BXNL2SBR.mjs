import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  ShapeMismatch,
  amount,
  arrayOf,
  boolean,
  insidePath,
  keyOf,
  matching,
  name,
  number,
  object,
  objectWith,
  oneOf,
  orNull,
  recordOf,
  string,
  whole
} from "./chunk-BD2LEHZD.mjs";
import {
  parseJson
} from "./chunk-ZOCY7ZAN.mjs";
import {
  isSystemError
} from "./chunk-ECW3NRHC.mjs";
import {
  bounds
} from "./chunk-STATPHJ4.mjs";

// src/results/parse-results.ts
function parseResults(text, called = "results.json") {
  const parsed = parseJson(text, bounds.results);
  if (parsed.kind === "problem") return { kind: "problem", message: `${called}: ${parsed.reason}` };
  try {
    const results = resultsShape(parsed.value, `${called}: `);
    const contradiction = contradictionIn(results);
    return contradiction === void 0 ? { kind: "results", results } : { kind: "problem", message: `${called}: ${contradiction}` };
  } catch (cause) {
    if (cause instanceof ShapeMismatch) return { kind: "problem", message: cause.message };
    throw cause;
  }
}
function contradictionIn({ cells, tests }) {
  const ids = new Set(cells.map(({ id }) => id));
  if (ids.size < cells.length) return "cells: two of them have the same id";
  const places = /* @__PURE__ */ new Set();
  for (const [index, { id, cell: of }] of tests.entries()) {
    if (!ids.has(of)) return `tests[${index}].cell: expected the id of a cell, found ${JSON.stringify(of)}`;
    const place = `${of}/${id}`;
    if (places.has(place)) return `tests[${index}]: ${JSON.stringify(place)} is there twice`;
    places.add(place);
  }
  return void 0;
}
var outcome = keyOf({ pass: 0, fail: 0, skip: 0, timeout: 0, hang: 0, crash: 0, error: 0 });
var stageName = keyOf({ "suite-setup": 0, setup: 0, run: 0, teardown: 0, "suite-teardown": 0 });
var subtestStatus = keyOf({ pass: 0, fail: 0, skip: 0, todo: 0, crash: 0, error: 0 });
var findingKind = keyOf({
  panic: 0,
  oops: 0,
  bug: 0,
  warning: 0,
  kasan: 0,
  kmsan: 0,
  kcsan: 0,
  kfence: 0,
  ubsan: 0,
  lockdep: 0,
  "rcu-stall": 0,
  "soft-lockup": 0,
  "hard-lockup": 0,
  "hung-task": 0,
  "atomic-sleep": 0,
  "memory-leak": 0,
  oom: 0,
  refcount: 0,
  gpf: 0,
  "null-deref": 0,
  "page-fault": 0,
  "stack-overflow": 0,
  general: 0,
  reboot: 0,
  lost: 0
});
var cellId = matching(/^(?!\.\.?$)[A-Za-z0-9._-]+$/, "the id of a cell");
var testName = matching(/^[^\0]+$/, "the id of a test");
var testId = (value, place) => insidePath(testName(value, place), place);
var moment = matching(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  "a time such as 2026-01-31T12:00:00.000Z"
);
var finding = objectWith(
  { kind: findingKind, title: string, fingerprint: string, line: whole(), report: string },
  { source: object({ file: string, line: whole() }) }
);
var boot = objectWith(
  { outcome: oneOf(["ok", "failed", "not-needed"]), durationMs: amount, findings: arrayOf(finding) },
  { notes: arrayOf(string) }
);
var cellShapes = {
  id: cellId,
  kernel: object({ spec: string, release: name, sha256: name }),
  machine: object({ name, args: arrayOf(string) }),
  arch: name,
  qemu: object({ version: name, sha256: name }),
  boot
};
var cell = object(cellShapes);
var stage = object({
  name: stageName,
  exitStatus: orNull(whole(-(2 ** 31), 2 ** 31)),
  durationMs: amount,
  log: insidePath
});
var subtest = objectWith(
  { name: string, status: subtestStatus },
  { reason: string }
);
var attempt = object({
  outcome,
  ok: boolean,
  reason: string,
  startMs: orNull(amount),
  durationMs: amount,
  console: insidePath
});
var postMortem = object({ files: arrayOf(insidePath), whereabouts: arrayOf(string) });
var faultHit = object({ atUs: amount, access: string });
var fault = objectWith(
  { id: string, text: string, fired: whole(), counted: whole(), isCleared: boolean },
  { first: faultHit, last: faultHit }
);
var crash = object({ during: string, message: string, stack: string });
var device = objectWith(
  { id: string, model: string, faults: arrayOf(fault) },
  { crash }
);
var fieldCoverage = object({ reads: whole(), writtenZero: whole(), writtenNonZero: whole() });
var registerCoverage = object({
  reads: whole(),
  writes: whole(),
  fields: recordOf(fieldCoverage)
});
var coverage = object({
  registers: recordOf(registerCoverage),
  interrupts: recordOf(whole()),
  dma: object({ reads: whole(), writes: whole(), bytes: amount }),
  unmapped: whole()
});
var hardware = object({ suite: name, model: string, machines: whole(), coverage });
var test = objectWith(
  {
    id: testId,
    cell: cellId,
    description: string,
    outcome,
    ok: boolean,
    expected: string,
    reason: string,
    start: oneOf(["clone", "cold"]),
    startReason: string,
    startMs: orNull(amount),
    durationMs: amount,
    stages: arrayOf(stage),
    findings: arrayOf(finding),
    subtests: arrayOf(subtest),
    artifacts: arrayOf(insidePath),
    console: insidePath,
    notes: arrayOf(string),
    reproduce: string,
    shell: string
  },
  { attempts: arrayOf(attempt), flaky: boolean, postMortem, timeline: insidePath, devices: arrayOf(device) }
);
var host = object({
  accelerator: oneOf(["kvm", "tcg"]),
  acceleratorReason: string,
  cpus: amount,
  memoryMiB: amount
});
var totals = object({
  tests: whole(),
  ok: whole(),
  notOk: whole(),
  pass: whole(),
  fail: whole(),
  skip: whole(),
  timeout: whole(),
  hang: whole(),
  crash: whole(),
  error: whole()
});
var shard = object({
  index: whole(1, bounds.results.shards),
  count: whole(1, bounds.results.shards),
  plan: name,
  tests: whole()
});
var merged = object({ from: whole(), missing: arrayOf(string), notes: arrayOf(string) });
var interrupted = object({
  notRun: arrayOf(object({ id: testId, cell: cellId }), bounds.results.tests),
  damage: arrayOf(string)
});
var resultsShape = objectWith(
  {
    schema: oneOf(["qemu-driver-test/results/1"]),
    tool: object({ version: name }),
    startedAt: moment,
    durationMs: amount,
    exitStatus: oneOf([0, 1, 2, 69]),
    host,
    cells: arrayOf(cell, bounds.results.cells),
    tests: arrayOf(test, bounds.results.tests),
    totals
  },
  { shuffleSeed: number, shard, interrupted, merged, hardware: arrayOf(hardware) }
);

// src/host/files/read-text.ts
import { closeSync, createReadStream, fstatSync, openSync, readSync, statSync } from "node:fs";
async function readInput(name2, onText) {
  const stream = name2 === "-" ? process.stdin : createReadStream(name2, { highWaterMark: 256 * 1024 });
  stream.setEncoding("utf8");
  try {
    for await (const text of stream) onText(String(text));
    return { kind: "read" };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: "unreadable", reason: error.message };
  }
}
function readTextFile(path, maxBytes) {
  let descriptor;
  try {
    descriptor = openSync(path, "r");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
  try {
    return readUpTo(descriptor, maxBytes).toString("utf8");
  } finally {
    closeSync(descriptor);
  }
}
function readUpTo(descriptor, maxBytes) {
  const pieces = [];
  const piece = Buffer.alloc(64 * 1024);
  for (let left = maxBytes; left > 0; ) {
    const length = readSync(descriptor, piece, 0, Math.min(piece.length, left), null);
    if (length === 0) break;
    pieces.push(Buffer.from(piece.subarray(0, length)));
    left -= length;
  }
  return Buffer.concat(pieces);
}
function readNamedText(path, maxBytes) {
  return statSync(path, { throwIfNoEntry: false }) === void 0 ? void 0 : readTextFile(path, maxBytes + 1);
}
function readTextTail(path, maxBytes) {
  let descriptor;
  try {
    descriptor = openSync(path, "r");
  } catch (error) {
    if (error.code === "ENOENT") return void 0;
    throw error;
  }
  try {
    const { size } = fstatSync(descriptor);
    const buffer = Buffer.alloc(Math.min(size, maxBytes));
    const length = readSync(descriptor, buffer, 0, buffer.length, size - buffer.length);
    const text = buffer.subarray(0, length).toString("utf8");
    return size > maxBytes ? text.slice(text.indexOf("\n") + 1) : text;
  } finally {
    closeSync(descriptor);
  }
}

export {
  parseResults,
  contradictionIn,
  outcome,
  stageName,
  cellId,
  testId,
  moment,
  finding,
  cellShapes,
  subtest,
  fault,
  crash,
  coverage,
  host,
  shard,
  readInput,
  readTextFile,
  readNamedText,
  readTextTail
};
