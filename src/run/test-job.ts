import type { MachineSpec } from '../machine/machine-spec.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { QemuInstall } from '../provision/provisioned.ts';
import type { BugReader } from './bug-watch.ts';
import type { DiskLimits } from './disk-limits.ts';
import type { Tripwire } from './evidence.ts';
import type { ModelsJob } from './machine-models.ts';
import type { PhaseListener } from './phase.ts';
import type { Template } from './template.ts';
import type { WatchLimits } from './watch-limits.ts';

/** One test, with everything it needs, ready to boot. Paths are absolute. */
export interface TestJob {
  readonly planned: PlannedTest;
  readonly qemu: QemuInstall;
  /** The machine without the test's folder. */
  readonly machine: Omit<MachineSpec, 'sharedFolder'>;
  readonly folderTransport: '9p' | 'tar';
  readonly modules: readonly string[];
  /** Absent: the machine boots for itself. */
  readonly clone?: CloneStart;
  /** Absent: the machine has no device models. */
  readonly models?: ModelsJob;
  readonly bootDeadlineMs: number;
  /** Whether a machine that hangs leaves its memory, too. */
  readonly memoryDump?: boolean;
  /** Results directory of the whole run, and of this test. */
  readonly resultsDirectory: string;
  readonly directory: string;
}

/** The saved machine to start from, and what is plugged into it. */
export interface CloneStart {
  readonly template: Template;
  /** Values of `-device`. */
  readonly devices: readonly string[];
  readonly hasSlots: boolean;
}

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
