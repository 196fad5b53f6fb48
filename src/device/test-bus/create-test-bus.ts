import type { Controls, ControlValue } from '../definition/control.ts';
import type { TypedModel } from '../definition/define-device.ts';
import type { Bars } from '../definition/register.ts';
import { DeviceUnit } from '../device-unit.ts';
import type { FaultReport } from '../fault/fault-spec.ts';
import { parseFault } from '../fault/parse-fault.ts';
import { hostTime, type ModelClock } from '../instance/model-clock.ts';
import type { ModelCrash } from '../instance/model-crash.ts';
import type { LogEntry } from '../log/access-log.ts';
import type { HardwareCoverage } from '../log/hardware-coverage.ts';
import { GuestMemory } from './guest-memory.ts';
import { type DeviceLink, type InterruptMode, TestMachine } from './test-machine.ts';

export interface TestBusOptions {
  /**
   * How the driver has set the device up; absent: with the best interrupts that it has. `asleep`: as after power-on.
   */
  readonly enabled?: InterruptMode | 'asleep';
  /**
   * A model that throws ends the test by what is called next; `all-ones`: the device reads all ones, as in a machine.
   */
  readonly onCrash?: 'throw' | 'all-ones';
}

/**
 * A device in a machine that is in memory: for tests of a model, without QEMU. Time stands still until `step`.
 * What a driver does is awaited: `await bus.write('START', 1)`.
 */
export class TestBus<B extends Bars, C extends Controls> extends TestMachine<B, C> {
  readonly #unit: DeviceUnit;
  readonly #messages: number[];
  readonly #line: { isHigh: boolean };

  constructor(model: TypedModel<B, C>, { onCrash = 'throw' }: TestBusOptions = {}) {
    const unit = new DeviceUnit(model, { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true });
    const messages: number[] = [];
    const line = { isHigh: false };
    const memory = new GuestMemory(
      (data) => messages.push(data),
      (isHigh) => (line.isHigh = isHigh),
    );
    super(model, linkTo(unit, memory, onCrash), memory);
    this.#unit = unit;
    this.#messages = messages;
    this.#line = line;
  }

  /** Vectors in the order in which their messages came; asked for once, they are gone. */
  takeInterrupts(): readonly number[] {
    return this.#messages.splice(0);
  }

  /** The level of the interrupt line. */
  get isLineHigh(): boolean {
    return this.#line.isHigh;
  }

  get clock(): ModelClock {
    return this.#unit.clock;
  }

  /** Lets time pass for the device, and what it then does come to its end. */
  async step(byUs: number): Promise<void> {
    this.clock.step(byUs);
    await this.settle();
  }

  /** Waits until the device has nothing left to do at this moment: its transfers are done. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#unit.crash !== undefined) throw crashError(this.#unit.crash);
  }

  get crash(): ModelCrash | undefined {
    return this.#unit.crash;
  }

  /** @throws ControlError */
  getControl(name: keyof C & string): ControlValue {
    return this.#unit.control(name);
  }

  /** @throws ControlError */
  setControl(name: keyof C & string, value: ControlValue): void {
    this.#unit.setControl(name, value);
  }

  /** `irq-drop nth=3`. Says its id. @throws FaultSyntaxError, FaultError */
  setFault(text: string): string {
    const spec = parseFault(text);
    this.#unit.faults.add(spec);
    return spec.id;
  }

  /** Absent id: all. @throws FaultError */
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

/** Puts a device of this model into a machine in memory, and enables it as a driver's probe does. */
export async function createTestBus<B extends Bars, C extends Controls>(
  model: TypedModel<B, C>,
  options: TestBusOptions = {},
): Promise<TestBus<B, C>> {
  const bus = new TestBus(model, options);
  if (options.enabled !== 'asleep') await bus.enable(options.enabled);
  return bus;
}

/** A device in this process. */
export function linkTo(unit: DeviceUnit, memory: GuestMemory, onCrash: 'throw' | 'all-ones'): DeviceLink {
  const pci = unit.plugInto(memory);
  const alive = <T>(value: T): T => {
    if (onCrash === 'throw' && unit.crash !== undefined) throw crashError(unit.crash);
    return value;
  };
  return {
    readConfig: (offset, length) => Promise.resolve(pci.config.read(offset, length)),
    writeConfig: (offset, bytes) => {
      pci.config.write(offset, bytes);
      return Promise.resolve();
    },
    readBar: async (access) => alive(await pci.read(access)),
    writeBar: async (access, bytes) => {
      pci.write(access, bytes);
      // What the write has started, transfers in memory included, is done when it returns.
      await new Promise((resolve) => setImmediate(resolve));
      alive(undefined);
    },
    reset: () => {
      pci.reset();
      return Promise.resolve();
    },
  };
}

function crashError({ during, message, stack }: ModelCrash): Error {
  const error = new Error(`the model failed in ${during}: ${message}`);
  error.stack = `${error.message}\n${stack}`;
  return error;
}
