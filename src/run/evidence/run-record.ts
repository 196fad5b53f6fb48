import type { DeviceRecord } from './device-record.ts';

/**
 * Everything that was seen of one attempt: evidence only, no opinion. Times are milliseconds. Texts stay in their
 * files, so that the record is small; `readEvidence` reads them.
 */
export interface RunRecord {
  readonly start: 'cold' | 'clone';
  /** Wall clock when the machine was launched. */
  readonly startedAt: Date;
  /** QEMU's launch until the first stage begins; undefined if none did. */
  readonly startMs: number | undefined;
  /** Launch until the machine is gone. */
  readonly durationMs: number;
  /** The agent said anything in this machine. */
  readonly isHeard: boolean;
  readonly ending: Ending;
  readonly stages: readonly StageRecord[];
  /** Paths below are relative to the results directory. */
  readonly directory: string;
  readonly consolePath: string;
  /** Relative paths of artifacts that came back. */
  readonly artifacts: readonly string[];
  /** The device models in its machine. */
  readonly devices: readonly DeviceRecord[];
  /** Relative path of the timeline; absent: there was no machine. */
  readonly timelinePath?: string;
  /** What a machine that made no end could still be asked; absent: it was not asked. */
  readonly postMortem?: PostMortemRecord;
  /** What a reader of the evidence must know: truncated logs, artifacts left out. */
  readonly notes: readonly string[];
}

/** Nothing in it is the test's doing, least of all the panic in which it can end. */
export interface PostMortemRecord {
  /** Relative paths of what was written. */
  readonly files: readonly string[];
}

/** What was said, as decoded text, bounded in size; what was cut is said in the record's `notes`. */
export interface EvidenceTexts {
  readonly console: string;
  /** Output of the `run` stage, for (K)TAP; empty if it did not run. */
  readonly runOutput: string;
  /** Of a machine that was asked where it stands; absent: it was not. */
  readonly postMortem?: PostMortemTexts;
}

export interface PostMortemTexts {
  /** Each processor's registers and code, as QEMU shows them; empty: it did not. */
  readonly registers: string;
  /** What the kernel answered on its console: untrusted. */
  readonly console: string;
}

export interface StageRecord {
  readonly name: StageName;
  /** Undefined: it did not end. */
  readonly exitStatus: number | undefined;
  readonly durationMs: number;
  /** Path of its output, relative to the results directory. */
  readonly log: string;
}

export const stageNames = ['suite-setup', 'setup', 'run', 'teardown', 'suite-teardown'] as const;
export type StageName = (typeof stageNames)[number];

/** How a machine's life ended, as seen from outside. The first cause wins. */
export type Ending =
  /** The agent reported the end of all stages and the machine went down. */
  | { readonly kind: 'completed' }
  /** The stages' deadline passed. `answering`: the guest's heartbeat was still there. */
  | { readonly kind: 'deadline'; readonly timeoutMs: number; readonly answering: boolean }
  /** The agent reported the end of all stages, and then the guest did not power off. */
  | { readonly kind: 'no-power-off'; readonly timeoutMs: number }
  /** The agent was not ready within the boot deadline. */
  | { readonly kind: 'boot-deadline'; readonly timeoutMs: number; readonly phase: BootPhase }
  /** The guest powered off before the agent had reported the end. */
  | { readonly kind: 'guest-shutdown' }
  /** The guest reset before the agent had reported the end. */
  | { readonly kind: 'guest-reset' }
  /** The kernel said by pvpanic that it panicked. */
  | { readonly kind: 'guest-panicked' }
  /** QEMU ended by itself: killed, aborted, or refused its arguments. */
  | {
      readonly kind: 'qemu-exited';
      readonly exitCode: number | undefined;
      readonly signal: string | undefined;
      readonly lastOutput: string;
    }
  /** The agent left its port, or spoke nonsense, while the machine went on. */
  | { readonly kind: 'agent-lost'; readonly detail: string }
  /**
   * The kernel had killed a task because of a bug that nobody expected: what comes after that proves nothing. `bug`:
   * the line that said so.
   */
  | { readonly kind: 'after-bug'; readonly bug: string }
  /** A device model broke: nothing more is to be learnt from its machine. */
  | { readonly kind: 'model-broke'; readonly detail: string }
  /** The machine took more of this host's disk than it may, and was ended. */
  | { readonly kind: 'over-limit'; readonly detail: string }
  /** This host could not do its part: a full disk, too many open files. Nothing is known of the test. */
  | { readonly kind: 'host-failed'; readonly detail: string }
  /**
   * Our own code failed while it ran, judged or recorded this test. `detail`: the error, `log`: the file with its
   * stack.
   */
  | { readonly kind: 'internal-error'; readonly detail: string; readonly log: string }
  /** The machine was never started: why. */
  | { readonly kind: 'not-started'; readonly cause: NotStartedCause }
  /** The user or the CI system ended the run. */
  | { readonly kind: 'cancelled' };

/** How far a boot came that did not reach the agent. */
export type BootPhase = 'kernel-silent' | 'kernel-started' | 'init-started';

export type NotStartedCause =
  | { readonly kind: 'module-build'; readonly directory: string; readonly output: string }
  | { readonly kind: 'boot-failed'; readonly detail: string }
  | { readonly kind: 'model-failed'; readonly detail: string };
