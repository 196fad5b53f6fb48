import type { FaultReport } from '../device/fault/fault-spec.ts';
import type { ModelCrash } from '../device/instance/model-crash.ts';
import type { HardwareCoverage } from '../device/log/hardware-coverage.ts';
import type { Finding } from '../diagnose/finding.ts';
import type { Outcome, Subtest } from '../diagnose/verdict.ts';
import type { ShardOrigin } from '../plan/shard-origin.ts';
import type { StageName } from '../run/evidence/run-record.ts';

/**
 * `results.json`, the single source of truth: everything else is rendered from it.
 * schema/results.schema.json describes the same; a test holds the two together. Durations are milliseconds,
 * paths are relative to the results directory unless said otherwise.
 */
export interface Results {
  readonly schema: 'qemu-driver-test/results/1';
  readonly tool: { readonly version: string };
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** With --shuffle: what the order of the machines was made from. */
  readonly shuffleSeed?: number;
  readonly exitStatus: 0 | 1 | 2 | 69;
  readonly host: HostResult;
  readonly cells: readonly CellResult[];
  readonly tests: readonly TestResult[];
  readonly totals: Totals;
  /** The part of a plan that these are the results of; absent: all of it. */
  readonly shard?: ShardOrigin;
  /**
   * The run was killed before its end; absent: it was not. What was known by then is here, and nothing is ok by
   * default.
   */
  readonly interrupted?: InterruptedResult;
  /** How they were put together from several results; absent: they were not. */
  readonly merged?: MergeResult;
  /** What each suite's drivers touched of its device models, all tests and cells together; absent: no suite has one. */
  readonly hardware?: readonly HardwareResult[];
}

export interface InterruptedResult {
  /** Tests that had not ended, in the order of `tests`, where they stand with the outcome `error`. */
  readonly notRun: readonly { readonly id: string; readonly cell: string }[];
  /** Lines of the record that could not be read, a sentence each. */
  readonly damage: readonly string[];
}

/** Of one model in one suite: everything that it declares, with how often it was used. */
export interface HardwareResult {
  readonly suite: string;
  /** The model's own name. */
  readonly model: string;
  /** How many machines had a device of it. */
  readonly machines: number;
  readonly coverage: HardwareCoverage;
}

export interface MergeResult {
  /** How many results they are made of. */
  readonly from: number;
  /** What should be there and is not, in words; while there is anything, the exit status is not 0. */
  readonly missing: readonly string[];
  /** What a reader must know: re-runs that were counted in place of a run, cells that are not quite the same. */
  readonly notes: readonly string[];
}

export interface HostResult {
  readonly accelerator: 'kvm' | 'tcg';
  /** Why this accelerator: what was asked, or what is missing. */
  readonly acceleratorReason: string;
  readonly cpus: number;
  readonly memoryMiB: number;
}

export interface CellResult {
  readonly id: string;
  readonly kernel: { readonly spec: string; readonly release: string; readonly sha256: string };
  readonly machine: { readonly name: string; readonly args: readonly string[] };
  readonly arch: string;
  readonly qemu: { readonly version: string; readonly sha256: string };
  readonly boot: BootResult;
}

/** The cell's own boot, before any test: `not-needed` when every test boots for itself. */
export interface BootResult {
  readonly outcome: 'ok' | 'failed' | 'not-needed';
  readonly durationMs: number;
  readonly findings: readonly Finding[];
  /** Why tests of this cell boot cold that should have been cloned, each reason once; absent: there is none. */
  readonly notes?: readonly string[];
}

export interface TestResult {
  /** `suite/test`. */
  readonly id: string;
  /** Id of its cell. */
  readonly cell: string;
  readonly description: string;
  readonly outcome: Outcome;
  readonly ok: boolean;
  readonly expected: string;
  readonly reason: string;
  readonly start: 'clone' | 'cold';
  /** Why it started so. */
  readonly startReason: string;
  /** QEMU's launch until the first stage begins; null when none began. */
  readonly startMs: number | null;
  /** Launch until the machine is gone. */
  readonly durationMs: number;
  readonly stages: readonly StageResult[];
  readonly findings: readonly Finding[];
  readonly subtests: readonly Subtest[];
  readonly artifacts: readonly string[];
  /** Path of the console log. */
  readonly console: string;
  /** Of a machine that hung or ran out of time; absent: it was not asked. */
  readonly postMortem?: PostMortemResult;
  /** Truncated logs, artifacts left out, failed clean-up. */
  readonly notes: readonly string[];
  /**
   * Path of the timeline: a line of JSON an entry, as `run/timeline-entry.ts` has it; absent: no machine was started.
   */
  readonly timeline?: string;
  /** The device models in its machine; absent: there was none. */
  readonly devices?: readonly DeviceResult[];
  /** The command line that runs this test alone. */
  readonly reproduce: string;
  /** The command line that opens a shell on this test's machine. */
  readonly shell: string;
  /**
   * With --repeat: every run of the test. What stands above is the first that was not as expected, or else the first.
   */
  readonly attempts?: readonly AttemptResult[];
  /** With --repeat: whether they did not all come to the same. */
  readonly flaky?: boolean;
}

/** A device model in a test's machine. */
export interface DeviceResult {
  /** As `info/devices` has it. */
  readonly id: string;
  /** The model's own name. */
  readonly model: string;
  /** Every fault that was set, in the order in which it was; one that never fired tested nothing. */
  readonly faults: readonly FaultReport[];
  /** The model's own bug; absent: it has shown none. */
  readonly crash?: ModelCrash;
}

/** One run of a test that ran several times. */
export interface AttemptResult {
  readonly outcome: Outcome;
  readonly ok: boolean;
  readonly reason: string;
  readonly startMs: number | null;
  readonly durationMs: number;
  /** Path of its console log; its other logs lie beside it. */
  readonly console: string;
}

export interface PostMortemResult {
  readonly files: readonly string[];
  /** Where processors and tasks stood: `CPU 0 in foo_poll+0x12 [foo], interrupts off`. */
  readonly whereabouts: readonly string[];
}

export interface StageResult {
  readonly name: StageName;
  /** null: it did not end. */
  readonly exitStatus: number | null;
  readonly durationMs: number;
  readonly log: string;
}

export interface Totals {
  readonly tests: number;
  readonly ok: number;
  readonly notOk: number;
  readonly pass: number;
  readonly fail: number;
  readonly skip: number;
  readonly timeout: number;
  readonly hang: number;
  readonly crash: number;
  readonly error: number;
}
