import type { AgentMessage } from './agent/agent-message.ts';
import type { CallLocator } from './calls/call-records.ts';
import type { CodeNamer } from './evidence/code-windows.ts';
import type { Tripwire } from './evidence/evidence.ts';
import type { WatchLimits } from './watch/watch-limits.ts';
import type { DiskLimits } from './watch/disk-limits.ts';
import type { BugReader } from './watch/bug-watch.ts';

/** A phase of a test's machine, reported at once. Only measurements use it. */
export type Phase =
  /** The test's folder is complete. */
  | { readonly kind: 'folder-filled' }
  /** QEMU's process exists. */
  | { readonly kind: 'launched'; readonly pid: number | undefined }
  /** QEMU's monitor answers. */
  | { readonly kind: 'monitor-ready' }
  /** A QEMU event: `RESUME`, `SHUTDOWN`. */
  | { readonly kind: 'event'; readonly name: string }
  /** A message of the agent. */
  | { readonly kind: 'agent'; readonly message: AgentMessage }
  /** The process is gone, and its output has been read. */
  | { readonly kind: 'gone' };

export type PhaseListener = (phase: Phase) => void;

export interface RunPorts {
  readonly tripwire: Tripwire;
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Absent: the limits for a real guest. */
  readonly limits?: WatchLimits;
  /** Absent: the limits of every run. */
  readonly disk?: DiskLimits;
  /**
   * Finds the bugs in a console, exactly those that the verdict would find; absent: a bug is recognised by its lines.
   */
  readonly bugsIn?: BugReader | undefined;
  /** Finds the driver's lines of failed calls; absent: they have none. */
  readonly locateCalls?: CallLocator | undefined;
  /** Names places in the modules under test by their code; absent: none is named. */
  readonly nameCode?: CodeNamer | undefined;
  /** Receives the phases of the machine. */
  readonly onPhase?: PhaseListener;
}
