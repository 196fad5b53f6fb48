import type { HostEvent } from '../../device-host/control-protocol.ts';
import type { LineRelay } from '../../device-host/line-relay.ts';
import type { ModelTrouble } from '../../device-host/model-trouble.ts';

import type { AttachedModels } from '../../hardware/answerers.ts';

/** A device model of a machine. */
export interface ModelDevice {
  readonly id: string;
  /** Absolute path of the model's file. */
  readonly path: string;
  /** The value of `bus=`; absent: the first place of its bus. */
  readonly place?: string | undefined;
  /** The value of `nic=`; absent: the usual network card. */
  readonly nic?: string | undefined;
  /** Initial values of its controls, from the suite. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Faults that are active from the start, from `info/faults`. */
  readonly faults: readonly string[];
}

/** A process for the models of one machine. Disposing ends it. */
export interface ModelLease extends Disposable {
  readonly ask: AttachedModels['ask'];
  /** For models with an interrupt line. */
  readonly lineRelay: () => Promise<LineRelay>;
  /** Its events, in order; the number is bounded. */
  readonly events: readonly HostEvent[];
  /** Resolves when a model breaks or the process becomes unusable. */
  readonly broken: Promise<ModelTrouble>;
  /** Ends the process, and waits briefly for its last output. */
  readonly end: () => Promise<void>;
}
