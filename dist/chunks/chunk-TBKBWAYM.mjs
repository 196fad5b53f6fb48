import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  ShapeMismatch,
  arrayOf,
  boolean,
  keyOf,
  number,
  object,
  objectWith,
  oneOf,
  orNull,
  recordOf,
  string
} from "./chunk-DOS4DTG3.mjs";

// src/report/parse-results.ts
function parseResults(text, name = "results.json") {
  try {
    return { kind: "results", results: resultsShape(JSON.parse(text), `${name}: `) };
  } catch (cause) {
    if (cause instanceof ShapeMismatch) return { kind: "problem", message: cause.message };
    if (cause instanceof SyntaxError) return { kind: "problem", message: `${name}: expected JSON: ${cause.message}` };
    throw cause;
  }
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
var finding = objectWith(
  { kind: findingKind, title: string, fingerprint: string, line: number, report: string },
  { source: object({ file: string, line: number }) }
);
var boot = objectWith(
  { outcome: oneOf(["ok", "failed", "not-needed"]), durationMs: number, findings: arrayOf(finding) },
  { notes: arrayOf(string) }
);
var cell = object({
  id: string,
  kernel: object({ spec: string, release: string, sha256: string }),
  machine: object({ name: string, args: arrayOf(string) }),
  arch: string,
  qemu: object({ version: string, sha256: string }),
  boot
});
var stage = object({ name: stageName, exitStatus: orNull(number), durationMs: number, log: string });
var subtest = objectWith(
  { name: string, status: subtestStatus },
  { reason: string }
);
var attempt = object({ outcome, ok: boolean, reason: string, startMs: orNull(number), durationMs: number, console: string });
var postMortem = object({ files: arrayOf(string), whereabouts: arrayOf(string) });
var faultHit = object({ atUs: number, access: string });
var fault = objectWith(
  { id: string, text: string, fired: number, counted: number, isCleared: boolean },
  { first: faultHit, last: faultHit }
);
var crash = object({ during: string, message: string, stack: string });
var device = objectWith({ id: string, model: string, faults: arrayOf(fault) }, { crash });
var fieldCoverage = object({ reads: number, writtenZero: number, writtenNonZero: number });
var registerCoverage = object({ reads: number, writes: number, fields: recordOf(fieldCoverage) });
var coverage = object({
  registers: recordOf(registerCoverage),
  interrupts: recordOf(number),
  dma: object({ reads: number, writes: number, bytes: number }),
  unmapped: number
});
var hardware = object({ suite: string, model: string, machines: number, coverage });
var test = objectWith({
  id: string,
  cell: string,
  description: string,
  outcome,
  ok: boolean,
  expected: string,
  reason: string,
  start: oneOf(["clone", "cold"]),
  startReason: string,
  startMs: orNull(number),
  durationMs: number,
  stages: arrayOf(stage),
  findings: arrayOf(finding),
  subtests: arrayOf(subtest),
  artifacts: arrayOf(string),
  console: string,
  notes: arrayOf(string),
  reproduce: string,
  shell: string
}, { attempts: arrayOf(attempt), flaky: boolean, postMortem, timeline: string, devices: arrayOf(device) });
var host = object({ accelerator: oneOf(["kvm", "tcg"]), acceleratorReason: string, cpus: number, memoryMiB: number });
var totals = object({
  tests: number,
  ok: number,
  notOk: number,
  pass: number,
  fail: number,
  skip: number,
  timeout: number,
  hang: number,
  crash: number,
  error: number
});
var shard = object({ index: number, count: number, plan: string, tests: number });
var merged = object({ from: number, missing: arrayOf(string), notes: arrayOf(string) });
var resultsShape = objectWith(
  {
    schema: oneOf(["qemu-driver-test/results/1"]),
    tool: object({ version: string }),
    startedAt: string,
    durationMs: number,
    exitStatus: oneOf([0, 1, 2, 69]),
    host,
    cells: arrayOf(cell),
    tests: arrayOf(test),
    totals
  },
  { shuffleSeed: number, shard, merged, hardware: arrayOf(hardware) }
);

export {
  parseResults
};
