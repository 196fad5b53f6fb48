import type { Controls } from '../definition/control.ts';
import type { Exchanged, OutcomeOf } from '../exchange/outcome.ts';
import { hostTime } from '../instance/model-clock.ts';
import { UsbUnit } from '../unit/usb-unit.ts';
import { configurationValue, type UsbDescriptors } from '../usb/descriptors.ts';
import type { TypedUsbModel, UsbModel } from '../usb/usb-definition.ts';
import type { InName, OutName, UsbInterfaces } from '../usb/usb-interface.ts';
import { requestTypeOf, type UsbSetup } from '../usb/usb-setup.ts';
import { throwCrash, UnitBus } from './unit-bus.ts';

/** A transfer did not end well. The machine's driver would get an error. */
export class UsbTransferError extends Error {
  override readonly name = 'UsbTransferError';
  readonly outcome: OutcomeOf<'transfer'>;

  constructor(what: string, outcome: OutcomeOf<'transfer'>) {
    super(`${what}: ${outcome}`);
    this.outcome = outcome;
  }
}

/** `signal` cancels a transfer, as a driver's timeout does. */
export interface UsbWait {
  readonly signal?: AbortSignal;
}

export interface UsbRequest extends UsbWait {
  readonly value?: number;
  readonly index?: number;
  /** For requests that read; absent: as much as there is. */
  readonly length?: number;
  /** For requests that write. */
  readonly bytes?: Uint8Array;
}

const nothing = Buffer.alloc(0);
const standard = { clearFeature: 1, setConfiguration: 9, setInterface: 11 } as const;

/** The machine's side of a USB device, operated by hand. A transfer without an answer waits until it is cancelled. */
export class UsbHost<I extends UsbInterfaces, R extends string> {
  readonly #unit: UsbUnit;

  constructor(unit: UsbUnit) {
    this.#unit = unit;
  }

  get descriptors(): UsbDescriptors {
    return this.#unit.descriptors;
  }

  /** A request of the model, by its name. Returns what was read. @throws UsbTransferError */
  async control(name: R, { value = 0, index = 0, length = 0xffff, bytes, signal }: UsbRequest = {}): Promise<Buffer> {
    const request = this.#unit.model.control[name];
    if (request === undefined)
      throw new RangeError(`no request ${name}; the requests are ${Object.keys(this.#unit.model.control).join(', ')}`);
    const direction = bytes === undefined && request.in !== undefined ? 'in' : 'out';
    const setup: UsbSetup = {
      requestType: requestTypeOf(request, direction),
      request: request.request,
      value,
      index,
      length: direction === 'in' ? length : (bytes?.length ?? 0),
    };
    return await this.setup(setup, bytes, signal === undefined ? {} : { signal });
  }

  /** Any control request, with the numbers of the wire. Returns what was read. @throws UsbTransferError */
  async setup(setup: UsbSetup, bytes: Uint8Array = nothing, { signal }: UsbWait = {}): Promise<Buffer> {
    const seen = await this.#unit.carryControl(setup, Buffer.from(bytes), signal ?? neverCancelled());
    return this.#result(`control request 0x${setup.request.toString(16)}`, seen);
  }

  /** Sends a transfer. Resolves when the device has taken it. @throws UsbTransferError */
  async out(name: OutName<I>, bytes: Uint8Array, { signal }: UsbWait = {}): Promise<void> {
    const seen = await this.#unit.carryOut(this.#address(name), Buffer.from(bytes), signal ?? neverCancelled());
    this.#result(name, seen);
  }

  /**
   * Asks for a transfer, and waits until the device has one. `length`: one packet, if absent.
   * @throws UsbTransferError
   */
  async in(name: InName<I>, length?: number, { signal }: UsbWait = {}): Promise<Buffer> {
    const bytes = length ?? this.#cell(name).laid.packet;
    return this.#result(name, await this.#unit.carryIn(this.#address(name), bytes, signal ?? neverCancelled()));
  }

  /** Asks for a transfer. Undefined: the device has nothing now. @throws UsbTransferError */
  async poll(name: InName<I>, length?: number): Promise<Buffer | undefined> {
    const controller = new AbortController();
    const asked = this.in(name, length, { signal: controller.signal });
    const first = await Promise.race([
      asked,
      new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined))),
    ]);
    controller.abort();
    if (first !== undefined) return first;
    try {
      return await asked;
    } catch (error) {
      if (error instanceof UsbTransferError && error.outcome === 'cancelled') return undefined;
      throw error;
    }
  }

  /** Lets a stalled endpoint go on. @throws UsbTransferError */
  async clearHalt(name: InName<I> | OutName<I>): Promise<void> {
    const index = this.#address(name);
    await this.setup({ requestType: 0x02, request: standard.clearFeature, value: 0, index, length: 0 });
  }

  /** @throws UsbTransferError */
  async setInterface(name: keyof I & string, alternate: number): Promise<void> {
    const index = Object.keys(this.#unit.model.interfaces).indexOf(name);
    await this.setup({ requestType: 0x01, request: standard.setInterface, value: alternate, index, length: 0 });
  }

  /** Resets the port. The device has no configuration then, as after it was plugged in. */
  reset(): void {
    this.#unit.reset();
  }

  /** Chooses the configuration, as a machine does before its driver probes. @throws UsbTransferError */
  async configure(): Promise<void> {
    const { setConfiguration } = standard;
    await this.setup({ requestType: 0, request: setConfiguration, value: configurationValue, index: 0, length: 0 });
  }

  #result(what: string, { outcome, bytes }: Exchanged<'transfer'>): Buffer {
    throwCrash(this.#unit.crash);
    if (outcome !== 'done') throw new UsbTransferError(what, outcome);
    return bytes;
  }

  #address(name: string): number {
    return this.#cell(name).laid.address;
  }

  #cell(name: string) {
    const { cells } = this.#unit.state;
    const cell = cells.get(name);
    if (cell === undefined)
      throw new RangeError(`no endpoint ${name}; the endpoints are ${[...cells.keys()].join(', ')}`);
    return cell;
  }
}

/** A USB device in a simulated machine. Actions of the driver are awaited: `await bus.usb.out('commands', bytes)`. */
export class UsbTestBus<I extends UsbInterfaces, R extends string, C extends Controls> extends UnitBus<UsbModel, C> {
  readonly usb: UsbHost<I, R>;

  constructor(model: TypedUsbModel<I, R, C>) {
    const unit = new UsbUnit(model, { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true });
    super(unit);
    this.usb = new UsbHost(unit);
  }
}

function neverCancelled(): AbortSignal {
  return new AbortController().signal;
}
