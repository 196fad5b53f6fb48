import type { AgentMessage } from './agent/agent-message.ts';
import type { Tripwire } from './evidence/evidence.ts';
import type { WatchLimits } from './watch/watch-limits.ts';
import type { DiskLimits } from './watch/disk-limits.ts';
import type { BugReader } from './watch/bug-watch.ts';

/**
 * What one test's machine has come to, told at the moment it is known. For those who want to know where the time goes;
 * nothing depends on it.
 */
export type Phase =
  /** The test's folder is there. */
  | { readonly kind: 'folder-filled' }
  /** QEMU's process exists. */
  | { readonly kind: 'launched'; readonly pid: number | undefined }
  /** QEMU's monitor answers. */
  | { readonly kind: 'monitor-ready' }
  /** QEMU said this of the machine: `RESUME`, `SHUTDOWN`. */
  | { readonly kind: 'event'; readonly name: string }
  /** The agent said this. */
  | { readonly kind: 'agent'; readonly message: AgentMessage }
  /** The process is gone, and all it said has been read. */
  | { readonly kind: 'gone' };

export type PhaseListener = (phase: Phase) => void;

export interface RunPorts {
  readonly tripwire: Tripwire;
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Absent: those that suit a real guest. */
  readonly limits?: WatchLimits;
  /** Absent: those of every run. */
  readonly disk?: DiskLimits;
  /**
   * Names the bugs that a console reports, and no others than the verdict would; absent: a bug is what its lines say.
   */
  readonly bugsIn?: BugReader | undefined;
  /** Told how far the machine has come. */
  readonly onPhase?: PhaseListener;
}
