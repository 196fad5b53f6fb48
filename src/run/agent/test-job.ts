import type { CallsJob } from '../../calls/machine-calls.ts';
import type { MachineSpec } from '../../machine/machine-spec.ts';
import type { PlannedTest } from '../../plan/plan.ts';
import type { QemuInstall } from '../../provision/provisioned.ts';
import type { ModelsJob } from '../devices/machine-models.ts';
import type { CoverageReader } from '../evidence/coverage-evidence.ts';
import type { Forks } from '../fork/forks.ts';
import type { Template } from '../template.ts';

/** One test with everything that it needs to boot. Paths are absolute. */
export interface TestJob {
  readonly planned: PlannedTest;
  readonly qemu: QemuInstall;
  /** The machine without the test's folder. */
  readonly machine: Omit<MachineSpec, 'sharedFolder'>;
  readonly folderTransport: '9p' | 'tar';
  readonly modules: readonly string[];
  /** Absent: the machine is booted. */
  readonly clone?: CloneStart;
  /** Absent: the machine has no device models. */
  readonly models?: ModelsJob;
  /** Absent: no call fails, and the machine has no helper for that. */
  readonly calls?: CallsJob;
  /** The modules that the ledger watches, as the kernel names them; absent: the machine has none. */
  readonly ledger?: readonly string[];
  /** Reads what of the modules has run from the memory of the machine; absent: nothing records it there. */
  readonly coverage?: CoverageReader;
  readonly bootDeadlineMs: number;
  /** Whether to keep the memory of a machine that hangs. */
  readonly memoryDump?: boolean;
  /** Results directories of the whole run and of this test. */
  readonly resultsDirectory: string;
  readonly directory: string;
}

/** The saved machine to start from, and the devices to plug in. */
export interface CloneStart {
  readonly template: Template;
  /** Values of `-device`. */
  readonly devices: readonly string[];
  readonly hasSlots: boolean;
  /**
   * The slots that its own template would have. A saved machine with more of them serves as well, and the test may use
   * no more of it; absent: it is its own.
   */
  readonly usableSlots?: number;
  /** It is a copy of what these have prepared from the template; absent: it is restored. */
  readonly forks?: Pick<Forks, 'copy'>;
}
