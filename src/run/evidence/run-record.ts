import type { CoverageEvidence } from './covered-lines.ts';
import type { DeviceRecord } from './device-record.ts';

/**
 * All evidence of one attempt, without any judgement. Times are milliseconds. Texts stay in their files, so that the
 * record is small; `readEvidence` reads them.
 */
export interface RunRecord {
  readonly start: 'cold' | 'clone';
  /** Wall clock time of the launch. */
  readonly startedAt: Date;
  /** From QEMU's launch until the first stage begins; undefined if none did. */
  readonly startMs: number | undefined;
  /** From the launch until the machine is gone. */
  readonly durationMs: number;
  /** Whether the agent said anything in this machine. */
  readonly isHeard: boolean;
  readonly ending: Ending;
  readonly stages: readonly StageRecord[];
  /** Paths below are relative to the results directory. */
  readonly directory: string;
  /** Absent: nothing was booted, so there is no console. */
  readonly consolePath?: string;
  /** The output of the build because of which the test has no modules; absent: they were built. */
  readonly buildLogPath?: string;
  /** Relative paths of the artifacts. */
  readonly artifacts: readonly string[];
  /** The device models of its machine. */
  readonly devices: readonly DeviceRecord[];
  /** Relative path of the timeline; absent: there was no machine. */
  readonly timelinePath?: string;
  /** Evidence from a machine that did not end by itself; absent: it was not asked. */
  readonly postMortem?: PostMortemRecord;
  /** What the modules left behind, as the ledger told the host: reports of the kernel. Absent: nothing. */
  readonly leaks?: readonly string[];
  /** What ran of the modules under test; absent: it is not recorded, or there was no machine. */
  readonly coverage?: CoverageEvidence;
  /** Notes for readers of the evidence: truncated logs, artifacts left out. */
  readonly notes: readonly string[];
}

/** Nothing in it is caused by the test, least of all the panic in which it can end. */
export interface PostMortemRecord {
  /** Relative paths of its files. */
  readonly files: readonly string[];
}

/** The texts, decoded and bounded in size. The record's `notes` mention cuts. */
export interface EvidenceTexts {
  readonly console: string;
  /** Output of the `run` stage, for (K)TAP; empty if it did not run. */
  readonly runOutput: string;
  /** Of a machine that was asked for its state; absent: it was not asked. */
  readonly postMortem?: PostMortemTexts;
  /** Of a point of a sweep. */
  readonly point?: PointTexts;
}

/** What a point of a sweep is compared by. */
export interface PointTexts {
  readonly timeline: string;
  /** Output of the stages, in their order. */
  readonly logs: readonly { readonly stage: StageName; readonly text: string }[];
  /** Of the run without a fault: its console, and the output of all its stages. Absent: it is not there. */
  readonly baseline?: { readonly console: string; readonly logs: string };
}

export interface PostMortemTexts {
  /** Each processor's registers and code, as QEMU shows them; empty: it did not answer. */
  readonly registers: string;
  /** The kernel's answers on its console; untrusted. */
  readonly console: string;
}

export interface StageRecord {
  readonly name: StageName;
  /** Undefined: the stage did not end. */
  readonly exitStatus: number | undefined;
  readonly durationMs: number;
  /** Path of its output, relative to the results directory. */
  readonly log: string;
}

export const stageNames = ['suite-setup', 'setup', 'run', 'teardown', 'suite-teardown'] as const;
export type StageName = (typeof stageNames)[number];

/** How a machine's life ended, as seen from outside. The first cause wins. */
export type Ending =
  /** The agent reported the end of all stages, and the machine powered off. */
  | { readonly kind: 'completed' }
  /** The stages' deadline passed. `answering`: the guest still sent heartbeats. */
  | { readonly kind: 'deadline'; readonly timeoutMs: number; readonly answering: boolean }
  /** The agent reported the end of all stages, but the guest did not power off. */
  | { readonly kind: 'no-power-off'; readonly timeoutMs: number }
  /** The agent was not ready within the boot deadline. */
  | { readonly kind: 'boot-deadline'; readonly timeoutMs: number; readonly phase: BootPhase }
  /** The guest powered off before the agent reported the end. */
  | { readonly kind: 'guest-shutdown' }
  /** The guest reset before the agent reported the end. */
  | { readonly kind: 'guest-reset' }
  /** The kernel reported a panic by pvpanic. */
  | { readonly kind: 'guest-panicked' }
  /** QEMU ended by itself: it was killed, aborted, or rejected its arguments. */
  | {
      readonly kind: 'qemu-exited';
      readonly exitCode: number | undefined;
      readonly signal: string | undefined;
      readonly lastOutput: string;
    }
  /** KVM could not run the guest any further, and QEMU stopped the machine. `detail`: QEMU's words. */
  | { readonly kind: 'kvm-failed'; readonly detail: string }
  /** The disk image that starts by itself did not come up. `detail`: why, as the guest tells. */
  | { readonly kind: 'image-failed'; readonly detail: string }
  /** The agent left its port, or violated the protocol, while the machine ran on. */
  | { readonly kind: 'agent-lost'; readonly detail: string }
  /**
   * The kernel killed a task because of an unexpected bug, so later output proves nothing. `bug`: the line that
   * reported it.
   */
  | { readonly kind: 'after-bug'; readonly bug: string }
  /** A device model broke, so its machine proves nothing more. */
  | { readonly kind: 'model-broke'; readonly detail: string }
  /** The machine exceeded its disk limit and was stopped. */
  | { readonly kind: 'over-limit'; readonly detail: string }
  /** This host failed: a full disk, too many open files. Nothing is known about the test. */
  | { readonly kind: 'host-failed'; readonly detail: string }
  /**
   * Our own code failed while it ran, judged or recorded this test. `detail`: the error; `log`: the file with its
   * stack.
   */
  | { readonly kind: 'internal-error'; readonly detail: string; readonly log: string }
  /** The machine was never started. */
  | { readonly kind: 'not-started'; readonly cause: NotStartedCause }
  /** The user or the CI system cancelled the run. */
  | { readonly kind: 'cancelled' };

/** How far a boot came that did not reach the agent. */
export type BootPhase = 'kernel-silent' | 'kernel-started' | 'init-started' | 'port-missing';

/** What a booting kernel said about the cause of its end. Each is one line of its console, in printable characters. */
export interface BootSigns {
  /** Memory ran out. */
  readonly shortage: string | undefined;
  /** It gave up. */
  readonly panic: string | undefined;
}

/** How far a boot came, and what the kernel said. */
export interface BootProgress {
  readonly phase: BootPhase;
  readonly signs: BootSigns;
}

export const notStarted: BootProgress = { phase: 'kernel-silent', signs: { shortage: undefined, panic: undefined } };

export type NotStartedCause =
  /** `error`: the first error of the compiler, with its file and line; undefined: only make complained. */
  | {
      readonly kind: 'module-build';
      readonly directory: string;
      readonly output: string;
      readonly error: string | undefined;
    }
  /** `detail`: what the kernel lacks of `info/kernel-config`. */
  | { readonly kind: 'kernel-config'; readonly detail: string }
  | { readonly kind: 'boot-failed'; readonly detail: string }
  | { readonly kind: 'model-failed'; readonly detail: string }
  /** `detail`: why no call can be made to fail, although the test wants it. */
  | { readonly kind: 'no-calls'; readonly detail: string }
  /** `detail`: which driver of a bus the kernel lacks, and which device needs it. */
  | { readonly kind: 'no-bus'; readonly detail: string }
  /** `detail`: why the disk image could not be provided. */
  | { readonly kind: 'no-disk'; readonly detail: string };
