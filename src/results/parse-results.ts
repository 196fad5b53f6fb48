import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import type { FaultHit, FaultReport } from '../device/fault/fault-spec.ts';
import type { ModelCrash } from '../device/instance/model-crash.ts';
import type { FieldCoverage, HardwareCoverage, RegisterCoverage } from '../device/log/hardware-coverage.ts';
import type { Finding, FindingKind } from '../diagnose/finding.ts';
import type { Outcome, Subtest } from '../diagnose/verdict.ts';
import type { ShardOrigin } from '../plan/shard-origin.ts';
import type { StageName } from '../run/evidence/run-record.ts';
import type {
  AttemptResult,
  BootResult,
  CellResult,
  DeviceResult,
  HardwareResult,
  HostResult,
  InterruptedResult,
  MergeResult,
  PostMortemResult,
  Results,
  StageResult,
  TestResult,
  Totals,
} from './results.ts';
import {
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
  type Shape,
  ShapeMismatch,
  string,
  whole,
} from './shape.ts';

export type ParsedResults =
  | { readonly kind: 'results'; readonly results: Results }
  /** What is wrong, with its place: `results.json: tests[3].outcome: expected one of …, found "foo"`. */
  | { readonly kind: 'problem'; readonly message: string };

/**
 * Reads back what `renderJson` wrote, which others may have changed: nothing in it is longer, deeper or more than our
 * bounds, and no path leads out of the directory. `called` is what the file is called in messages.
 */
export function parseResults(text: string, called = 'results.json'): ParsedResults {
  const parsed = parseJson(text, bounds.results);
  if (parsed.kind === 'problem') return { kind: 'problem', message: `${called}: ${parsed.reason}` };
  try {
    const results = resultsShape(parsed.value, `${called}: `);
    const contradiction = contradictionIn(results);
    return contradiction === undefined
      ? { kind: 'results', results }
      : { kind: 'problem', message: `${called}: ${contradiction}` };
  } catch (cause) {
    if (cause instanceof ShapeMismatch) return { kind: 'problem', message: cause.message };
    throw cause;
  }
}

interface Contradictory {
  readonly cells: readonly { readonly id: string }[];
  readonly tests: readonly { readonly id: string; readonly cell: string }[];
}

/** Every reader finds a test by its cell and its name: a test of no cell would be in no report. */
export function contradictionIn({ cells, tests }: Contradictory): string | undefined {
  const ids = new Set(cells.map(({ id }) => id));
  if (ids.size < cells.length) return 'cells: two of them have the same id';
  const places = new Set<string>();
  for (const [index, { id, cell: of }] of tests.entries()) {
    if (!ids.has(of)) return `tests[${index}].cell: expected the id of a cell, found ${JSON.stringify(of)}`;
    const place = `${of}/${id}`;
    if (places.has(place)) return `tests[${index}]: ${JSON.stringify(place)} is there twice`;
    places.add(place);
  }
  return undefined;
}

export const outcome = keyOf<Outcome>({ pass: 0, fail: 0, skip: 0, timeout: 0, hang: 0, crash: 0, error: 0 });
export const stageName = keyOf<StageName>({ 'suite-setup': 0, setup: 0, run: 0, teardown: 0, 'suite-teardown': 0 });
const subtestStatus = keyOf<Subtest['status']>({ pass: 0, fail: 0, skip: 0, todo: 0, crash: 0, error: 0 });
const findingKind = keyOf<FindingKind>({
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
  'rcu-stall': 0,
  'soft-lockup': 0,
  'hard-lockup': 0,
  'hung-task': 0,
  'atomic-sleep': 0,
  'memory-leak': 0,
  oom: 0,
  refcount: 0,
  gpf: 0,
  'null-deref': 0,
  'page-fault': 0,
  'stack-overflow': 0,
  general: 0,
  reboot: 0,
  lost: 0,
});

// Names become paths of directories.
export const cellId = matching(/^(?!\.\.?$)[A-Za-z0-9._-]+$/, 'the id of a cell');
const testName = matching(/^[^\0]+$/, 'the id of a test');
export const testId: Shape<string> = (value, place) => insidePath(testName(value, place), place);
export const moment = matching(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  'a time such as 2026-01-31T12:00:00.000Z',
);

export const finding: Shape<Finding> = objectWith<Omit<Finding, 'source'>, Required<Pick<Finding, 'source'>>>(
  { kind: findingKind, title: string, fingerprint: string, line: whole(), report: string },
  { source: object({ file: string, line: whole() }) },
);
const boot: Shape<BootResult> = objectWith<Omit<BootResult, 'notes'>, Required<Pick<BootResult, 'notes'>>>(
  { outcome: oneOf(['ok', 'failed', 'not-needed']), durationMs: amount, findings: arrayOf(finding) },
  { notes: arrayOf(string) },
);
export const cellShapes = {
  id: cellId,
  kernel: object({ spec: string, release: name, sha256: name }),
  machine: object({ name: name, args: arrayOf(string) }),
  arch: name,
  qemu: object({ version: name, sha256: name }),
  boot,
};
const cell: Shape<CellResult> = object<CellResult>(cellShapes);
export const stage: Shape<StageResult> = object({
  name: stageName,
  exitStatus: orNull(whole(-(2 ** 31), 2 ** 31)),
  durationMs: amount,
  log: insidePath,
});
export const subtest: Shape<Subtest> = objectWith<Omit<Subtest, 'reason'>, Required<Pick<Subtest, 'reason'>>>(
  { name: string, status: subtestStatus },
  { reason: string },
);
const attempt: Shape<AttemptResult> = object({
  outcome,
  ok: boolean,
  reason: string,
  startMs: orNull(amount),
  durationMs: amount,
  console: insidePath,
});
const postMortem: Shape<PostMortemResult> = object({ files: arrayOf(insidePath), whereabouts: arrayOf(string) });
const faultHit: Shape<FaultHit> = object({ atUs: amount, access: string });
export const fault: Shape<FaultReport> = objectWith<
  Omit<FaultReport, 'first' | 'last'>,
  Required<Pick<FaultReport, 'first' | 'last'>>
>(
  { id: string, text: string, fired: whole(), counted: whole(), isCleared: boolean },
  { first: faultHit, last: faultHit },
);
export const crash: Shape<ModelCrash> = object({ during: string, message: string, stack: string });
const device: Shape<DeviceResult> = objectWith<Omit<DeviceResult, 'crash'>, Required<Pick<DeviceResult, 'crash'>>>(
  { id: string, model: string, faults: arrayOf(fault) },
  { crash },
);
const fieldCoverage: Shape<FieldCoverage> = object({ reads: whole(), writtenZero: whole(), writtenNonZero: whole() });
const registerCoverage: Shape<RegisterCoverage> = object({
  reads: whole(),
  writes: whole(),
  fields: recordOf(fieldCoverage),
});
export const coverage: Shape<HardwareCoverage> = object({
  registers: recordOf(registerCoverage),
  interrupts: recordOf(whole()),
  dma: object({ reads: whole(), writes: whole(), bytes: amount }),
  unmapped: whole(),
});
const hardware: Shape<HardwareResult> = object({ suite: name, model: string, machines: whole(), coverage });
type OptionalInTest = 'attempts' | 'flaky' | 'postMortem' | 'timeline' | 'devices';
const test: Shape<TestResult> = objectWith<
  Omit<TestResult, OptionalInTest>,
  Required<Pick<TestResult, OptionalInTest>>
>(
  {
    id: testId,
    cell: cellId,
    description: string,
    outcome,
    ok: boolean,
    expected: string,
    reason: string,
    start: oneOf(['clone', 'cold']),
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
    shell: string,
  },
  { attempts: arrayOf(attempt), flaky: boolean, postMortem, timeline: insidePath, devices: arrayOf(device) },
);
export const host: Shape<HostResult> = object({
  accelerator: oneOf(['kvm', 'tcg']),
  acceleratorReason: string,
  cpus: amount,
  memoryMiB: amount,
});
const totals: Shape<Totals> = object({
  tests: whole(),
  ok: whole(),
  notOk: whole(),
  pass: whole(),
  fail: whole(),
  skip: whole(),
  timeout: whole(),
  hang: whole(),
  crash: whole(),
  error: whole(),
});
export const shard: Shape<ShardOrigin> = object({
  index: whole(1, bounds.results.shards),
  count: whole(1, bounds.results.shards),
  plan: name,
  tests: whole(),
});
const merged: Shape<MergeResult> = object({ from: whole(), missing: arrayOf(string), notes: arrayOf(string) });
const interrupted: Shape<InterruptedResult> = object({
  notRun: arrayOf(object({ id: testId, cell: cellId }), bounds.results.tests),
  damage: arrayOf(string),
});
type OptionalInResults = 'shuffleSeed' | 'shard' | 'interrupted' | 'merged' | 'hardware';
const resultsShape: Shape<Results> = objectWith<
  Omit<Results, OptionalInResults>,
  Required<Pick<Results, OptionalInResults>>
>(
  {
    schema: oneOf(['qemu-driver-test/results/1']),
    tool: object({ version: name }),
    startedAt: moment,
    durationMs: amount,
    exitStatus: oneOf([0, 1, 2, 69]),
    host,
    cells: arrayOf(cell, bounds.results.cells),
    tests: arrayOf(test, bounds.results.tests),
    totals,
  },
  { shuffleSeed: number, shard, interrupted, merged, hardware: arrayOf(hardware) },
);
