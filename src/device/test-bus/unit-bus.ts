import type { Controls, ControlValue } from '../definition/control.ts';
import type { DeviceModel } from '../definition/model.ts';
import type { FaultReport } from '../fault/fault-spec.ts';
import { parseFault } from '../fault/parse-fault.ts';
import type { ModelClock } from '../instance/model-clock.ts';
import type { ModelCrash } from '../instance/model-crash.ts';
import type { LogEntry } from '../log/access-log.ts';
import type { HardwareCoverage } from '../log/hardware-coverage.ts';
import type { DeviceUnit } from '../unit/device-unit.ts';

/**
 * What the test buses of all kinds of devices have. The clock is stopped until `step`. When the model throws, the next
 * call throws.
 */
export class UnitBus<M extends DeviceModel, C extends Controls> {
  readonly #unit: DeviceUnit<M>;

  constructor(unit: DeviceUnit<M>) {
    this.#unit = unit;
  }

  get clock(): ModelClock {
    return this.#unit.clock;
  }

  /** Advances the device's clock, when what was begun is at work, and waits until the resulting work is done. */
  async step(byUs: number): Promise<void> {
    await this.settle();
    this.clock.step(byUs);
    await this.settle();
  }

  /** Waits until the device has nothing left to do at this time. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    throwCrash(this.#unit.crash);
  }

  get crash(): ModelCrash | undefined {
    return this.#unit.crash;
  }

  /** @throws ControlError */
  getControl(name: keyof C & string): ControlValue {
    return this.#unit.control(name);
  }

  /** Await `settle()` if the model's handler is asynchronous. @throws ControlError */
  setControl(name: keyof C & string, value: ControlValue): void {
    void this.#unit.setControl(name, value);
  }

  /** `stall nth=3`. Returns the fault's id. @throws FaultSyntaxError @throws FaultError */
  setFault(text: string): string {
    const spec = parseFault(text);
    this.#unit.faults.add(spec);
    return spec.id;
  }

  /** Without an id: all. @throws FaultError */
  clearFault(id?: string): void {
    this.#unit.faults.clear(id);
  }

  /** @throws FaultError */
  fault(id: string): FaultReport {
    return this.#unit.faults.report(id);
  }

  get log(): readonly LogEntry[] {
    return this.#unit.log.entries();
  }

  get coverage(): HardwareCoverage {
    return this.#unit.coverage;
  }
}

/** @throws Error with the model's stack, when it has crashed */
export function throwCrash(crash: ModelCrash | undefined): void {
  if (crash === undefined) return;
  const error = new Error(`the model failed in ${crash.during}: ${crash.message}`);
  error.stack = `${error.message}\n${crash.stack}`;
  throw error;
}
