import type { FaultReport } from '../device/fault/fault-spec.ts';
import type { ModelCrash } from '../device/instance/model-crash.ts';
import type { HardwareCoverage } from '../device/log/hardware-coverage.ts';
import type { Finding } from '../diagnose/finding.ts';
import type { Outcome, Subtest } from '../diagnose/verdict.ts';
import type { ShardOrigin } from '../plan/shard-origin.ts';
import type { StageName } from '../run/evidence/run-record.ts';

/**
 * `results.json`, the single source of truth: everything else is rendered from it. schema/results.schema.json describes
 * the format; a test compares them. Durations are milliseconds; paths are relative to the results directory unless
 * stated otherwise.
 */
export interface Results {
  readonly schema: 'qemu-driver-test/results/1';
  readonly tool: { readonly version: string };
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** With --shuffle: the seed of the order. */
  readonly shuffleSeed?: number;
  readonly exitStatus: 0 | 1 | 2 | 69;
  readonly host: HostResult;
  readonly cells: readonly CellResult[];
  readonly tests: readonly TestResult[];
  readonly totals: Totals;
  /** The part of a plan to which the results belong; absent: the whole plan. */
  readonly shard?: ShardOrigin;
  /**
   * The run was killed before its end; absent: it was not. The results cover what was known; nothing is ok by default.
   */
  readonly interrupted?: InterruptedResult;
  /** How several results were merged; absent: they were not. */
  readonly merged?: MergeResult;
  /** What each suite's drivers used of its device models, over all tests and cells; absent: no suite has models. */
  readonly hardware?: readonly HardwareResult[];
}

export interface InterruptedResult {
  /** Tests that had not ended. In `tests` they have the outcome `error`. */
  readonly notRun: readonly { readonly id: string; readonly cell: string }[];
  /** Sentences about unreadable lines of the record. */
  readonly damage: readonly string[];
}

/** One model in one suite: everything that it declares, with usage counts. */
export interface HardwareResult {
  readonly suite: string;
  /** The model's own name. */
  readonly model: string;
  /** The number of machines with a device of it. */
  readonly machines: number;
  readonly coverage: HardwareCoverage;
}

export interface MergeResult {
  /** The number of merged results. */
  readonly from: number;
  /** Missing results, in words. If there are any, the exit status is not 0. */
  readonly missing: readonly string[];
  /** Notes for readers: replaced runs, cells with differences. */
  readonly notes: readonly string[];
}

export interface HostResult {
  readonly accelerator: 'kvm' | 'tcg';
  /** Why this accelerator: what was requested, or what is missing. */
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

/** The cell's own boot, before any test: `not-needed` when every test boots its own machine. */
export interface BootResult {
  readonly outcome: 'ok' | 'failed' | 'not-needed';
  readonly durationMs: number;
  readonly findings: readonly Finding[];
  /** Why tests of this cell are booted cold instead of cloned, each reason once; absent: they are not. */
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
  /** Why it started that way. */
  readonly startReason: string;
  /** From QEMU's launch until the first stage begins; null when none began. */
  readonly startMs: number | null;
  /** From the launch until the machine is gone. */
  readonly durationMs: number;
  readonly stages: readonly StageResult[];
  readonly findings: readonly Finding[];
  readonly subtests: readonly Subtest[];
  readonly artifacts: readonly string[];
  /** Path of the console log. */
  readonly console: string;
  /** Evidence from a machine that hung or ran out of time; absent: it was not asked. */
  readonly postMortem?: PostMortemResult;
  /** Truncated logs, artifacts left out, failed clean-up. */
  readonly notes: readonly string[];
  /** Path of the timeline, one JSON object per line, as in `run/timeline-entry.ts`; absent: no machine was started. */
  readonly timeline?: string;
  /** The device models of its machine; absent: there are none. */
  readonly devices?: readonly DeviceResult[];
  /** The command line that runs this test alone. */
  readonly reproduce: string;
  /** The command line that opens a shell on this test's machine. */
  readonly shell: string;
  /**
   * With --repeat: every run of the test. The fields above are those of the first run that was not as expected, or else
   * of the first.
   */
  readonly attempts?: readonly AttemptResult[];
  /** With --repeat: whether the runs differ. */
  readonly flaky?: boolean;
}

/** A device model in a test's machine. */
export interface DeviceResult {
  /** As in `info/devices`. */
  readonly id: string;
  /** The model's own name. */
  readonly model: string;
  /** Every fault that was set, in order. One that never fired tested nothing. */
  readonly faults: readonly FaultReport[];
  /** A crash of the model; absent: none was seen. */
  readonly crash?: ModelCrash;
}

/** One run of a test that ran several times. */
export interface AttemptResult {
  readonly outcome: Outcome;
  readonly ok: boolean;
  readonly reason: string;
  readonly startMs: number | null;
  readonly durationMs: number;
  /** Path of its console log; its other logs are in the same directory. */
  readonly console: string;
}

export interface PostMortemResult {
  readonly files: readonly string[];
  /** Positions of processors and tasks: `CPU 0 in foo_poll+0x12 [foo], interrupts off`. */
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
