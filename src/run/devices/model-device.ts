import type { HostEvent } from '../../device-host/control-protocol.ts';
import type { LineRelay } from '../../device-host/line-relay.ts';
import type { ModelTrouble } from '../../device-host/model-trouble.ts';

import type { AttachedModels } from '../../hardware/answerers.ts';

/** A device model that a machine gets. */
export interface ModelDevice {
  readonly id: string;
  /** Absolute path of the model's file. */
  readonly path: string;
  /** First values of its controls, as the suite has them. */
  readonly parameters: Readonly<Record<string, string>>;
  /** In force from the start, as `info/faults` has them. */
  readonly faults: readonly string[];
}

/** A process of the models, for one machine alone. Disposing of it ends it. */
export interface ModelLease extends Disposable {
  readonly ask: AttachedModels['ask'];
  /** For a model with an interrupt line. */
  readonly lineRelay: () => Promise<LineRelay>;
  /** What it has said of itself, in that order, bounded in number. */
  readonly events: readonly HostEvent[];
  /** Settles when a model breaks, or the process is of no use any more. */
  readonly broken: Promise<ModelTrouble>;
  /** Ends it, and waits a moment for what it has printed. */
  readonly end: () => Promise<void>;
}
