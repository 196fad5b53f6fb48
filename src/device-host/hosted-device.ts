import { bounds } from '../bounds/bounds.ts';
import type { DeviceModel } from '../device/definition/define-device.ts';
import { parseFault } from '../device/fault/parse-fault.ts';
import { DeviceUnit } from '../device/device-unit.ts';
import { hostTime } from '../device/instance/host-time.ts';
import type { CreateDevice, HostAnswers, HostEvent, HostRequest } from './control-protocol.ts';
import { serveDevice, type ServedDevice, type ServiceListener } from './serve-device.ts';

type DeviceRequest = Exclude<HostRequest, CreateDevice | { readonly do: 'destroy' | 'examine' | 'ping' }>;

/** A device of a model at its socket, with what a test may ask of it. */
export class HostedDevice implements Disposable {
  readonly #unit: DeviceUnit;
  readonly #served: ServedDevice;

  private constructor(unit: DeviceUnit, served: ServedDevice) {
    this.#unit = unit;
    this.#served = served;
  }

  /** @throws UnservableModel, ControlError, FaultSyntaxError, FaultError, LineRelayError, SystemError */
  static async create(
    { device, socket, controls, faults, lineRelay }: Omit<CreateDevice, 'model'>,
    model: DeviceModel,
    onEvent: (event: HostEvent) => void,
  ): Promise<HostedDevice> {
    const holder: { served?: ServedDevice } = {};
    const unit = new DeviceUnit(model, {
      time: hostTime,
      onCrash: (crash) => onEvent({ event: 'crashed', device, crash }),
      // The access that it was must still be answered.
      onRemoved: () =>
        setImmediate(() => {
          holder.served?.remove();
          onEvent({ event: 'removed', device });
        }),
    });
    for (const [name, value] of Object.entries(controls)) unit.setControl(name, value);
    for (const text of faults) unit.faults.add(parseFault(text));
    const listener: ServiceListener = {
      onConnected: () => onEvent({ event: 'connected', device }),
      onClosed: (reason) => onEvent({ event: 'disconnected', device, reason }),
    };
    holder.served = await serveDevice(unit, socket, listener, lineRelay);
    return new HostedDevice(unit, holder.served);
  }

  get modelName(): string {
    return this.#unit.model.name;
  }

  /** @throws ControlError, FaultSyntaxError, FaultError, RangeError */
  answer(request: DeviceRequest): HostAnswers[DeviceRequest['do']] {
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
        unit.setControl(request.name, request.value);
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

  #changeClock(change: 'stop' | 'resume' | { readonly stepUs: number }): void {
    if (change === 'stop') this.#unit.clock.stop();
    else if (change === 'resume') this.#unit.clock.resume();
    else this.#unit.clock.step(change.stepUs);
  }
}
