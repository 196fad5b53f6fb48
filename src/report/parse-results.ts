import type { FaultHit, FaultReport } from '../device/fault/fault-spec.ts';
import type { ModelCrash } from '../device/instance/model-crash.ts';
import type { FieldCoverage, HardwareCoverage, RegisterCoverage } from '../device/log/hardware-coverage.ts';
import type { Finding, FindingKind } from '../diagnose/finding.ts';
import type { Outcome, Subtest } from '../diagnose/verdict.ts';
import type { ShardOrigin } from '../plan/shard-origin.ts';
import type { StageName } from '../run/run-record.ts';
import type { AttemptResult, BootResult, CellResult, DeviceResult, HardwareResult, HostResult, InterruptedResult, MergeResult, PostMortemResult, Results, StageResult, TestResult, Totals } from './results.ts';
import { ShapeMismatch, arrayOf, boolean, keyOf, number, object, objectWith, oneOf, orNull, recordOf, string } from './shape.ts';
import type { Shape } from './shape.ts';

export type ParsedResults =
  | { readonly kind: 'results'; readonly results: Results }
  /** What is wrong, with its place: `results.json: tests[3].outcome: expected one of …, found "foo"`. */
  | { readonly kind: 'problem'; readonly message: string };

/** Reads back what `renderJson` wrote. `name` is what the file is called in messages. */
export function parseResults(text: string, name = 'results.json'): ParsedResults {
  try {
    return { kind: 'results', results: resultsShape(JSON.parse(text), `${name}: `) };
  } catch (cause) {
    if (cause instanceof ShapeMismatch) return { kind: 'problem', message: cause.message };
    if (cause instanceof SyntaxError) return { kind: 'problem', message: `${name}: expected JSON: ${cause.message}` };
    throw cause;
  }
}

export const outcome = keyOf<Outcome>({ pass: 0, fail: 0, skip: 0, timeout: 0, hang: 0, crash: 0, error: 0 });
export const stageName = keyOf<StageName>({ 'suite-setup': 0, setup: 0, run: 0, teardown: 0, 'suite-teardown': 0 });
const subtestStatus = keyOf<Subtest['status']>({ pass: 0, fail: 0, skip: 0, todo: 0, crash: 0, error: 0 });
const findingKind = keyOf<FindingKind>({
  panic: 0, oops: 0, bug: 0, warning: 0, kasan: 0, kmsan: 0, kcsan: 0, kfence: 0, ubsan: 0, lockdep: 0, 'rcu-stall': 0,
  'soft-lockup': 0, 'hard-lockup': 0, 'hung-task': 0, 'atomic-sleep': 0, 'memory-leak': 0, oom: 0, refcount: 0, gpf: 0,
  'null-deref': 0, 'page-fault': 0, 'stack-overflow': 0, general: 0, reboot: 0, lost: 0,
});

export const finding: Shape<Finding> = objectWith<Omit<Finding, 'source'>, Required<Pick<Finding, 'source'>>>(
  { kind: findingKind, title: string, fingerprint: string, line: number, report: string },
  { source: object({ file: string, line: number }) },
);
const boot: Shape<BootResult> = objectWith<Omit<BootResult, 'notes'>, Required<Pick<BootResult, 'notes'>>>(
  { outcome: oneOf(['ok', 'failed', 'not-needed']), durationMs: number, findings: arrayOf(finding) },
  { notes: arrayOf(string) },
);
export const cellShapes = {
  id: string,
  kernel: object({ spec: string, release: string, sha256: string }),
  machine: object({ name: string, args: arrayOf(string) }),
  arch: string,
  qemu: object({ version: string, sha256: string }),
  boot,
};
const cell: Shape<CellResult> = object<CellResult>(cellShapes);
export const stage: Shape<StageResult> = object({ name: stageName, exitStatus: orNull(number), durationMs: number, log: string });
export const subtest: Shape<Subtest> = objectWith<Omit<Subtest, 'reason'>, Required<Pick<Subtest, 'reason'>>>(
  { name: string, status: subtestStatus },
  { reason: string },
);
const attempt: Shape<AttemptResult> = object({ outcome, ok: boolean, reason: string, startMs: orNull(number), durationMs: number, console: string });
const postMortem: Shape<PostMortemResult> = object({ files: arrayOf(string), whereabouts: arrayOf(string) });
const faultHit: Shape<FaultHit> = object({ atUs: number, access: string });
export const fault: Shape<FaultReport> = objectWith<Omit<FaultReport, 'first' | 'last'>, Required<Pick<FaultReport, 'first' | 'last'>>>(
  { id: string, text: string, fired: number, counted: number, isCleared: boolean },
  { first: faultHit, last: faultHit },
);
export const crash: Shape<ModelCrash> = object({ during: string, message: string, stack: string });
const device: Shape<DeviceResult> = objectWith<Omit<DeviceResult, 'crash'>, Required<Pick<DeviceResult, 'crash'>>>({ id: string, model: string, faults: arrayOf(fault) }, { crash });
const fieldCoverage: Shape<FieldCoverage> = object({ reads: number, writtenZero: number, writtenNonZero: number });
const registerCoverage: Shape<RegisterCoverage> = object({ reads: number, writes: number, fields: recordOf(fieldCoverage) });
export const coverage: Shape<HardwareCoverage> = object({
  registers: recordOf(registerCoverage), interrupts: recordOf(number), dma: object({ reads: number, writes: number, bytes: number }), unmapped: number,
});
const hardware: Shape<HardwareResult> = object({ suite: string, model: string, machines: number, coverage });
type OptionalInTest = 'attempts' | 'flaky' | 'postMortem' | 'timeline' | 'devices';
const test: Shape<TestResult> = objectWith<Omit<TestResult, OptionalInTest>, Required<Pick<TestResult, OptionalInTest>>>({
  id: string, cell: string, description: string, outcome, ok: boolean, expected: string, reason: string,
  start: oneOf(['clone', 'cold']), startReason: string, startMs: orNull(number), durationMs: number,
  stages: arrayOf(stage), findings: arrayOf(finding), subtests: arrayOf(subtest), artifacts: arrayOf(string),
  console: string, notes: arrayOf(string), reproduce: string, shell: string,
}, { attempts: arrayOf(attempt), flaky: boolean, postMortem, timeline: string, devices: arrayOf(device) });
export const host: Shape<HostResult> = object({ accelerator: oneOf(['kvm', 'tcg']), acceleratorReason: string, cpus: number, memoryMiB: number });
const totals: Shape<Totals> = object({
  tests: number, ok: number, notOk: number, pass: number, fail: number, skip: number, timeout: number, hang: number, crash: number, error: number,
});
export const shard: Shape<ShardOrigin> = object({ index: number, count: number, plan: string, tests: number });
const merged: Shape<MergeResult> = object({ from: number, missing: arrayOf(string), notes: arrayOf(string) });
const interrupted: Shape<InterruptedResult> = object({ notRun: arrayOf(object({ id: string, cell: string })), damage: arrayOf(string) });
type OptionalInResults = 'shuffleSeed' | 'shard' | 'interrupted' | 'merged' | 'hardware';
const resultsShape: Shape<Results> = objectWith<Omit<Results, OptionalInResults>, Required<Pick<Results, OptionalInResults>>>(
  {
    schema: oneOf(['qemu-driver-test/results/1']), tool: object({ version: string }), startedAt: string, durationMs: number,
    exitStatus: oneOf([0, 1, 2, 69]), host, cells: arrayOf(cell), tests: arrayOf(test), totals,
  },
  { shuffleSeed: number, shard, interrupted, merged, hardware: arrayOf(hardware) },
);
