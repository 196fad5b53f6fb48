import type { FaultReport } from '../../device/fault/fault-spec.ts';
import type { HardwareCoverage } from '../../device/log/hardware-coverage.ts';
import type { ModelCrash } from '../../device/instance/model-crash.ts';

/** What was observed of a device model in a machine. */
export interface DeviceRecord {
  readonly id: string;
  /** The model's own name; its id if it was never loaded. */
  readonly model: string;
  readonly faults: readonly FaultReport[];
  /** Absent: its process was gone before it could be asked. */
  readonly coverage?: HardwareCoverage;
  /** A crash of the model; absent: none was seen. */
  readonly crash?: ModelCrash;
  /** Why the device was missing, if not by its own fault, as the end of a sentence. Absent: it was there. */
  readonly lost?: string;
}
