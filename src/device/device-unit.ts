import type { ControlValue } from './definition/control.ts';
import type { DeviceModel } from './definition/definition.ts';
import { FaultLayer } from './fault/fault-layer.ts';
import type { FaultSet } from './fault/fault-set.ts';
import { DeviceInstance } from './instance/instance.ts';
import type { ModelClock, TimeSource } from './instance/model-clock.ts';
import type { ModelCrash } from './instance/model-crash.ts';
import { AccessLog } from './log/access-log.ts';
import { CoverageCounter } from './log/coverage.ts';
import { type HardwareCoverage } from './log/hardware-coverage.ts';
import { ObservedEndpoint } from './log/observed-endpoint.ts';
import { type HostBus, PciFunction } from './pci/pci-function.ts';
import { RegisterNames } from './register/bar-map.ts';

export interface UnitOptions {
  readonly time: TimeSource;
  readonly isClockStopped?: boolean;
  /** Late answers wait on the host's clock, or on the device's own if the test steps it. */
  readonly waitsOnDeviceClock?: boolean;
  readonly onCrash?: (crash: ModelCrash) => void;
  readonly onRemoved?: () => void;
}

/** A device with everything around it: instance → faults → log → PCI function → a machine. */
export class DeviceUnit {
  readonly model: DeviceModel;
  readonly log: AccessLog;
  readonly #nowUs: () => number;
  readonly #instance: DeviceInstance;
  readonly #faults: FaultLayer;
  readonly #observed: ObservedEndpoint;
  readonly #coverage: CoverageCounter;

  constructor(model: DeviceModel, options: UnitOptions) {
    const { time, isClockStopped = false, waitsOnDeviceClock = false, onCrash, onRemoved } = options;
    this.model = model;
    this.#nowUs = time.nowUs;
    this.log = new AccessLog(time.nowUs);
    this.#coverage = new CoverageCounter(model);
    const names = new RegisterNames(model);
    this.#instance = new DeviceInstance(model, {
      time,
      isClockStopped,
      onCrash: (crash) => {
        this.log.record({ kind: 'crash', during: crash.during, message: crash.message });
        onCrash?.(crash);
      },
    });
    const after = this.#instance.clock.after;
    this.#faults = new FaultLayer({
      endpoint: this.#instance,
      names,
      nowUs: time.nowUs,
      after,
      wait: (delayUs) =>
        new Promise((resolve) => {
          if (waitsOnDeviceClock) after(delayUs, resolve);
          else time.wake(delayUs, resolve);
        }),
      onFired: (id, access) => this.log.record({ kind: 'fault', id, access }),
      onRemoved: () => onRemoved?.(),
    });
    this.#observed = new ObservedEndpoint({
      endpoint: this.#faults,
      names,
      log: this.log,
      coverage: this.#coverage,
      nowUs: time.nowUs,
    });
  }

  get clock(): ModelClock {
    return this.#instance.clock;
  }

  get faults(): FaultSet {
    return this.#faults.set;
  }

  get crash(): ModelCrash | undefined {
    return this.#instance.crash;
  }

  get coverage(): HardwareCoverage {
    return this.#coverage.coverage;
  }

  /** @throws ControlError */
  control(name: string): ControlValue {
    return this.#instance.control(name);
  }

  /** Returns the end of an asynchronous handler. @throws ControlError */
  setControl(name: string, value: ControlValue): Promise<void> | undefined {
    const handled = this.#instance.setControl(name, value);
    this.log.record({ kind: 'control', name, value: String(this.#instance.control(name)) });
    return handled;
  }

  /** Connects it to a machine. It may be connected to another one later, after a reset. */
  plugInto(bus: HostBus): PciFunction {
    return new PciFunction({
      model: this.model,
      endpoint: this.#observed,
      bus,
      nowUs: this.#nowUs,
      onInterrupt: (vector, outcome, atUs) => {
        const name = this.model.interrupts.names?.[vector];
        this.#coverage.interrupt(vector);
        this.log.record({ kind: 'interrupt', vector, ...(name === undefined ? {} : { name }), outcome }, atUs);
      },
    });
  }
}
