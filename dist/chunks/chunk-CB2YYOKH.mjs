import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/report/shape.ts
var ShapeMismatch = class extends Error {
  name = "ShapeMismatch";
  constructor(place, expected, found) {
    super(`${place.replace(/: $/, "")}: expected ${expected}, found ${describe(found)}`);
  }
};
var string = (value, place) => {
  if (typeof value !== "string") throw new ShapeMismatch(place, "a string", value);
  return value;
};
var number = (value, place) => {
  if (typeof value !== "number") throw new ShapeMismatch(place, "a number", value);
  return value;
};
var boolean = (value, place) => {
  if (typeof value !== "boolean") throw new ShapeMismatch(place, "true or false", value);
  return value;
};
function oneOf(allowed) {
  return (value, place) => {
    const found = allowed.find((one) => one === value);
    if (found === void 0) throw new ShapeMismatch(place, `one of ${allowed.join(", ")}`, value);
    return found;
  };
}
function keyOf(allowed) {
  return oneOf(Object.keys(allowed));
}
function orNull(shape) {
  return (value, place) => value === null ? null : shape(value, place);
}
function arrayOf(shape) {
  return (value, place) => {
    if (!Array.isArray(value)) throw new ShapeMismatch(place, "an array", value);
    return value.map((element, index) => shape(element, `${place}[${index}]`));
  };
}
function recordOf(shape) {
  return (value, place) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ShapeMismatch(place, "an object", value);
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, shape(field, `${place}.${key}`)]));
  };
}
function object(required) {
  return (value, place) => readFields(value, place, { required, optional: {} });
}
function objectWith(required, optional) {
  return (value, place) => readFields(value, place, { required, optional });
}
function readFields(value, place, { required, optional }) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ShapeMismatch(place, "an object", value);
  const placeOf = (key) => `${place}${place.endsWith(": ") ? "" : "."}${key}`;
  const missing = Object.keys(required).find((key) => !Object.hasOwn(value, key));
  if (missing !== void 0) throw new ShapeMismatch(placeOf(missing), "a value", void 0);
  const shapes = new Map(Object.entries({ ...optional, ...required }));
  const read = Object.entries(value).map(([key, field]) => {
    const shape = shapes.get(key);
    if (shape === void 0) throw new ShapeMismatch(placeOf(key), "no such field", field);
    return [key, shape(field, placeOf(key))];
  });
  return Object.fromEntries(read);
}
function describe(value) {
  if (value === void 0) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}\u2026` : text;
}

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
var cellShapes = {
  id: string,
  kernel: object({ spec: string, release: string, sha256: string }),
  machine: object({ name: string, args: arrayOf(string) }),
  arch: string,
  qemu: object({ version: string, sha256: string }),
  boot
};
var cell = object(cellShapes);
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
var interrupted = object({ notRun: arrayOf(object({ id: string, cell: string })), damage: arrayOf(string) });
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
  { shuffleSeed: number, shard, interrupted, merged, hardware: arrayOf(hardware) }
);

export {
  ShapeMismatch,
  string,
  number,
  boolean,
  oneOf,
  keyOf,
  arrayOf,
  recordOf,
  object,
  objectWith,
  parseResults,
  outcome,
  stageName,
  finding,
  cellShapes,
  subtest,
  fault,
  crash,
  coverage,
  host,
  shard
};
