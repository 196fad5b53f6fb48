import type { Duplex } from 'node:stream';
import { bounds } from '../bounds/bounds.ts';
import type { DeviceModel } from '../device/definition/definition.ts';
import { DeviceUnit } from '../device/device-unit.ts';
import { parseFault } from '../device/fault/parse-fault.ts';
import { hostTime } from '../device/instance/model-clock.ts';
import { listenLocal } from '../host/local-socket.ts';
import type { CreateDevice, HostAnswers, HostEvent, HostRequest } from './control-protocol.ts';
import { describeFailure } from './host-line.ts';
import { checkLineRelay, type LineRelay, startLineRelay } from './line-relay.ts';
import { type CloseReason, DeviceConnection } from './vfio-user/connection.ts';
import { LineWire } from './vfio-user/line-wire.ts';
import { streamWire, type Wire } from './vfio-user/wire.ts';

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
   * @throws UnservableModel @throws ControlError @throws FaultSyntaxError @throws FaultError @throws LineRelayError
   * @throws SystemError
   */
  static async create(
    { device, socket, controls, faults, lineRelay }: Omit<CreateDevice, 'model'>,
    model: DeviceModel,
    onEvent: (event: HostEvent) => void,
  ): Promise<HostedDevice> {
    const holder: { served?: ServedDevice } = {};
    const unit = new DeviceUnit(model, {
      time: hostTime,
      onCrash: (crash) => onEvent({ event: 'crashed', device, crash }),
      // The access that triggered the removal must still be answered.
      onRemoved: () =>
        setImmediate(() => {
          holder.served?.remove();
          onEvent({ event: 'removed', device });
        }),
    });
    for (const [name, value] of Object.entries(controls)) void unit.setControl(name, value);
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

/** A model that cannot be served to QEMU. */
export class UnservableModel extends Error {
  override readonly name = 'UnservableModel';
}

/** Called when machines connect and disconnect. */
export interface ServiceListener {
  readonly onConnected: () => void;
  readonly onClosed: (reason: CloseReason) => void;
}

/** A device at a socket, for one machine at a time. */
export interface ServedDevice extends Disposable {
  readonly path: string;
  /** Removes it from its machine, where it then reads all ones. */
  readonly remove: () => void;
  /** Resolves when its machine, if any, has answered all transfers. */
  readonly transfersDone: () => Promise<void>;
}

/**
 * Serves a device at a socket for QEMU. A second machine that connects at the same time is rejected; a later one finds
 * the device reset. The descriptor of an interrupt line needs a relay; without one the device has only messages.
 * @throws UnservableModel when it has only a line and there is no relay @throws LineRelayError @throws SystemError
 */
export async function serveDevice(
  unit: DeviceUnit,
  path: string,
  listener: ServiceListener,
  lineRelay?: LineRelay,
): Promise<ServedDevice> {
  const relay = relayFor(unit.model, lineRelay);
  if (relay === undefined) return await serveAt(unit, path, { wireFor: streamWire, ...listener });
  const { program, isTried } = relay;
  if (isTried !== true) await checkLineRelay(program);
  return await serveAt(unit, path, {
    wireFor: (machine) => new LineWire(machine, startLineRelay(program, machine)),
    isRelayed: true,
    ...listener,
  });
}

/** Undefined: the device is served without a relay. */
function relayFor(
  { name, interrupts: { msi, msix, intx } }: DeviceModel,
  lineRelay: LineRelay | undefined,
): Extract<LineRelay, { kind: 'ready' }> | undefined {
  if (intx !== true) return undefined;
  if (lineRelay?.kind === 'ready') return lineRelay;
  if (msi !== undefined || msix !== undefined) return undefined;
  throw new UnservableModel(
    `device ${name} has only an interrupt line (interrupts.intx), which does not work here: ` +
      `${lineRelay?.reason ?? 'its relay was not provided'}. Use msi or msix, which need no relay.`,
  );
}

interface Serving extends ServiceListener {
  /** @throws SystemError */
  readonly wireFor: (machine: Duplex) => Wire;
  readonly isRelayed?: boolean;
}

async function serveAt(
  unit: DeviceUnit,
  path: string,
  { wireFor, isRelayed = false, onConnected, onClosed }: Serving,
): Promise<ServedDevice> {
  let current: DeviceConnection | undefined;
  const closed = (reason: CloseReason): void => {
    current = undefined;
    onClosed(reason);
  };
  const take = (stream: Duplex): void => {
    if (current !== undefined) {
      stream.destroy();
      return;
    }
    try {
      current = new DeviceConnection(wireFor(stream), unit, { onClosed: closed });
    } catch (error) {
      stream.destroy();
      closed({
        kind: 'protocol-error',
        detail: `the relay of its interrupt line did not start: ${describeFailure(error).message}`,
      });
      return;
    }
    onConnected();
  };
  const server = await listenLocal(path, take, { pauseOnConnect: isRelayed });
  return {
    path,
    remove: () => current?.pullOut(),
    transfersDone: async () => await current?.transfersDone(),
    [Symbol.dispose]: () => {
      current?.close({ kind: 'removed' });
      server[Symbol.dispose]();
    },
  };
}
