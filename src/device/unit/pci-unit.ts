import type { PciModel } from '../definition/definition.ts';
import { PciInstance } from '../instance/pci-instance.ts';
import { vectorNames } from '../log/coverage.ts';
import type { ObservedEndpoint } from '../log/observed-endpoint.ts';
import { type HostBus, PciFunction } from '../pci/pci-function.ts';
import { RegisterNames } from '../register/bar-map.ts';
import type { UartLine } from '../serial/uart-line.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';
import { registerPath } from './register-path.ts';

/** A PCI device: instance → faults → log → PCI function → a machine. */
export class PciUnit extends DeviceUnit<PciModel> {
  readonly #instance: PciInstance;
  readonly #observed: ObservedEndpoint;

  constructor(model: PciModel, options: UnitOptions) {
    const names = new RegisterNames(model);
    const places = Object.values(model.bars);
    super(
      model,
      {
        bus: 'pci',
        accesses: ['read', 'write', 'dma', 'interrupt'],
        names: { register: names.all },
        places,
        vectors: vectorNames(model.interrupts),
        exchanges: [],
      },
      options,
    );
    this.#instance = new PciInstance(model, this.life);
    this.#observed = registerPath(this.#instance, { ...this.around, names, after: this.clock.after });
  }

  /** Undefined: it is no UART. */
  get line(): UartLine | undefined {
    return this.model.received === undefined ? undefined : this.#instance.line;
  }

  protected override get device(): object {
    return this.#instance.device;
  }

  /** Connects it to a machine. It may be connected to another one later, after a reset. */
  plugInto(bus: HostBus): PciFunction {
    return new PciFunction({
      model: this.model,
      endpoint: this.#observed,
      bus,
      nowUs: this.nowUs,
      onInterrupt: (vector, outcome, atUs) => {
        const name = this.model.interrupts.names?.[vector];
        this.counter.interrupt(vector);
        this.log.record({ kind: 'interrupt', vector, ...(name === undefined ? {} : { name }), outcome }, atUs);
      },
    });
  }
}
