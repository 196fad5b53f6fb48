import { bounds } from '../bounds/bounds.ts';
import type { DeviceModel } from '../device/definition/model.ts';
import { parseFault } from '../device/fault/parse-fault.ts';
import { hostTime } from '../device/instance/model-clock.ts';
import type { DeviceUnit, UnitOptions } from '../device/unit/device-unit.ts';
import type { CreateDevice, HostAnswers, HostEvent, HostRequest } from './control-protocol.ts';
import type { ServedDevice } from './served-device.ts';
import { type Seat, serviceOf } from './service.ts';

type DeviceRequest = Exclude<HostRequest, CreateDevice | { readonly do: 'destroy' | 'examine' | 'ping' }>;

/** A model's device at its socket, and the requests that a test may make. */
export class HostedDevice implements Disposable {
  readonly #unit: DeviceUnit;
  readonly #served: ServedDevice;

  private constructor(unit: DeviceUnit, served: ServedDevice) {
    this.#unit = unit;
    this.#served = served;
  }

  /**
   * @throws UnservableModel @throws AddressTaken @throws BoardError @throws ControlError @throws FaultSyntaxError
   * @throws FaultError @throws LineRelayError @throws SystemError
   */
  static async create(
    { device, socket, place, controls, faults, lineRelay }: Omit<CreateDevice, 'model'>,
    model: DeviceModel,
    { onEvent, ...places }: Omit<Seat, 'device' | 'place'> & { readonly onEvent: (event: HostEvent) => void },
  ): Promise<HostedDevice> {
    const holder: { served?: ServedDevice } = {};
    const options: UnitOptions = {
      time: hostTime,
      onCrash: (crash) => onEvent({ event: 'crashed', device, crash }),
      // The access that triggered the removal must still be answered.
      onRemoved: () =>
        setImmediate(() => {
          holder.served?.remove();
          onEvent({ event: 'removed', device });
        }),
    };
    const { unit, serve } = serviceOf(model, options, { device, ...(place === undefined ? {} : { place }), ...places });
    for (const [name, value] of Object.entries(controls)) void unit.setControl(name, value);
    for (const text of faults) unit.faults.add(parseFault(text));
    holder.served = await serve(
      socket,
      {
        onConnected: () => onEvent({ event: 'connected', device }),
        onClosed: (reason) => onEvent({ event: 'disconnected', device, reason }),
      },
      lineRelay,
    );
    return new HostedDevice(unit, holder.served);
  }

  get modelName(): string {
    return this.#unit.model.name;
  }

  /** @throws ControlError @throws FaultSyntaxError @throws FaultError @throws RangeError */
  async answer(request: DeviceRequest): Promise<HostAnswers[DeviceRequest['do']]> {
    const unit = this.#unit;
    switch (request.do) {
      case 'remove':
        this.#served.remove();
        return {};
      case 'faults':
        return { faults: unit.faults.reports };
      case 'coverage':
        return { coverage: unit.coverage };
      case 'get-controls':
        return {
          controls: Object.fromEntries(Object.keys(unit.model.controls).map((name) => [name, unit.control(name)])),
        };
      case 'set-control':
        await endOrLimit(this.#changed(unit.setControl(request.name, request.value)));
        return {};
      case 'set-fault': {
        const spec = parseFault(request.text);
        unit.faults.add(spec);
        return { fault: spec.id };
      }
      case 'clear-fault':
        unit.faults.clear(request.fault);
        return {};
      case 'clock':
        this.#changeClock(request.change);
        await endOrLimit(this.#changed(undefined));
        return { nowUs: unit.clock.nowUs };
      case 'log': {
        const entries = unit.log.page(request.from, bounds.deviceLog.pageChars);
        return { entries, next: (entries.at(-1)?.sequence ?? unit.log.length - 1) + 1, end: unit.log.length };
      }
    }
  }

  [Symbol.dispose](): void {
    this.#served[Symbol.dispose]();
  }

  /** What the machine was told of the change has arrived there: an interrupt is before whatever the test does next. */
  async #changed(handled: Promise<void> | undefined): Promise<void> {
    await handled;
    await this.#served.transfersDone();
  }

  #changeClock(change: 'stop' | 'resume' | { readonly stepUs: number }): void {
    if (change === 'stop') this.#unit.clock.stop();
    else if (change === 'resume') this.#unit.clock.resume();
    else this.#unit.clock.step(change.stepUs);
  }
}

/** A handler may wait for what never comes, for example for a transfer that a fault holds back. */
const handlerWaitMs = 1000;

async function endOrLimit(handled: Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, handlerWaitMs);
    void handled.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
