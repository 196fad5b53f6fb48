import type { HostEvent } from '../device-host/control-protocol.ts';
import type { LineRelay } from '../device-host/line-relay.ts';
import type { AttachedModels } from '../hardware/attached-models.ts';

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

/** A process of the models, lent to one machine. */
export interface ModelLease {
  readonly ask: AttachedModels['ask'];
  /** For a model with an interrupt line. */
  readonly lineRelay: () => Promise<LineRelay>;
  /** What it has said of itself since it was lent, in that order. */
  readonly events: readonly HostEvent[];
  /** Settles, with what happened, when a model breaks or the process is gone. */
  readonly broken: Promise<string>;
  /** What the models have printed since then, bounded in size. */
  readonly output: () => string;
  /** Gives it back. `isTrusted`: its models did nothing that the next machine could suffer from. */
  readonly release: (isTrusted: boolean) => void;
}
