import type { FaultReport } from '../../device/fault/fault-spec.ts';
import type { HardwareCoverage } from '../../device/log/hardware-coverage.ts';
import type { ModelCrash } from '../../device/instance/model-crash.ts';

/** What was seen of a device model in a machine. */
export interface DeviceRecord {
  readonly id: string;
  /** The model's own name; its id where it was never loaded. */
  readonly model: string;
  readonly faults: readonly FaultReport[];
  /** Absent: its process was gone before it could be asked. */
  readonly coverage?: HardwareCoverage;
  /** The model's own bug; absent: it has shown none. */
  readonly crash?: ModelCrash;
  /** Why it was not there, by no fault of its own: the rest of a sentence. Absent: it was. */
  readonly lost?: string;
}
