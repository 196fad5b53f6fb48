import type { PciModel } from '../definition/definition.ts';
import type { ModelCrash } from '../instance/model-crash.ts';
import { ModelLife } from '../instance/model-life.ts';
import type { TimeSource } from '../instance/model-clock.ts';
import { PciInstance } from '../instance/pci-instance.ts';
import { type HostBus, PciFunction, type PluggableFunction } from '../pci/pci-function.ts';

export interface ControllerOptions {
  readonly time: TimeSource;
  readonly onCrash: (crash: ModelCrash) => void;
}

/**
 * A controller of ours in front of devices: instance → PCI function → a machine. Faults, log and coverage are those of
 * the devices behind it, so an access to the controller costs nothing for them.
 */
export class ControllerFunction implements PluggableFunction {
  readonly model: PciModel;
  readonly #instance: PciInstance;
  readonly #nowUs: () => number;

  constructor(model: PciModel, { time, onCrash }: ControllerOptions) {
    this.model = model;
    this.#nowUs = time.nowUs;
    this.#instance = new PciInstance(model, new ModelLife(model, { time, onCrash }));
  }

  readonly plugInto = (bus: HostBus): PciFunction =>
    new PciFunction({ model: this.model, endpoint: this.#instance, bus, nowUs: this.#nowUs });
}
