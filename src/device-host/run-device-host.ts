import type { Duplex } from 'node:stream';
import { bounds } from '../bounds/bounds.ts';
import { readJsonLines } from '../host/json-lines.ts';
import type { PciModel } from '../device/definition/definition.ts';
import type { DeviceModel } from '../device/definition/model.ts';
import type { PlatformModel } from '../device/platform/platform-definition.ts';
import { treeFactsOf } from '../device/tree/tree-facts.ts';
import { canPlaces } from './can-places.ts';
import type { CreateDevice, HostAnswers, HostLine, HostRequest } from './control-protocol.ts';
import { describeFailure, writeHostLine } from './host-line.ts';
import { HostedDevice } from './hosted-device.ts';
import { i2cPlaces } from './i2c-places.ts';
import { loadModel } from './load-model.ts';
import { SerialLines } from './serial-lines.ts';
import { boards, trees } from './shared-functions.ts';

export interface DeviceHostSettings {
  /** The key in every line to the runner. */
  readonly key: string;
  /** How long the top level of a model's file may await something, in milliseconds. */
  readonly loadLimitMs: number;
}

type NumberedRequest = HostRequest & { readonly id: number };

/**
 * Runs in the process of the models: carries out the runner's requests until it disconnects. A model's exception is
 * reported as an event, and its device then reads all ones. A failed request is answered with the reason.
 */
export function runDeviceHost(control: Duplex, { key, loadLimitMs }: DeviceHostSettings): void {
  const send = (line: HostLine): void => void control.write(writeHostLine(line, key));
  const dispatcher = new RequestDispatcher(loadLimitMs, send);
  tellWhatNobodyCatches((event, told) => control.write(writeHostLine(event, key), told));
  // One after the other, so that a device exists before the next request for it.
  let queue = Promise.resolve();
  readJsonLines(control, {
    maxBytes: bounds.models.lineBytes,
    onValue: (value) => {
      // The runner is our own code, so its messages match their types.
      const request = value as NumberedRequest;
      if (request.do === 'ping') send({ id: request.id, ok: {} });
      else queue = queue.then(async () => send(await dispatcher.answer(request)));
    },
    onEnd: () => process.exit(0),
  });
  send({ event: 'ready' });
}

/**
 * A model's code outside its handlers, for example in `setTimeout`, has nobody to catch its exceptions. The process
 * cannot continue then.
 */
function tellWhatNobodyCatches(tell: (event: Extract<HostLine, { event: 'threw' }>, told: () => void) => void): void {
  process.once('uncaughtException', (thrown: unknown) => {
    const { message, stack = '' } = describeFailure(thrown);
    process.stderr.write(`${stack === '' ? message : stack}\n`);
    tell({ event: 'threw', message, stack }, () => process.exit(1));
  });
}

/** The devices, and the requests for them. */
class RequestDispatcher {
  readonly #devices = new Map<string, HostedDevice>();
  readonly #i2c = i2cPlaces();
  readonly #can = canPlaces();
  readonly #boards = boards();
  readonly #trees = trees();
  readonly #lines = new SerialLines();
  readonly #loadLimitMs: number;
  readonly #send: (line: HostLine) => void;

  constructor(loadLimitMs: number, send: (line: HostLine) => void) {
    this.#loadLimitMs = loadLimitMs;
    this.#send = send;
  }

  async answer(request: NumberedRequest): Promise<HostLine> {
    try {
      return { id: request.id, ok: await this.#perform(request) };
    } catch (error) {
      return { id: request.id, error: describeFailure(error) };
    }
  }

  async #perform(request: HostRequest): Promise<object> {
    if (request.do === 'create') return await this.#create(request);
    if (request.do === 'examine') return examine(await loadModel(request.model, this.#loadLimitMs));
    if (request.do === 'ping') return {};
    const device = this.#devices.get(request.device);
    if (device === undefined)
      throw new Error(
        `no device ${request.device}; ` +
          (this.#devices.size === 0 ? 'there are none' : `the devices are ${[...this.#devices.keys()].join(', ')}`),
      );
    if (request.do !== 'destroy') return await device.answer(request);
    this.#devices.delete(request.device);
    device[Symbol.dispose]();
    return {};
  }

  async #create(request: CreateDevice): Promise<object> {
    if (this.#devices.has(request.device)) throw new Error(`there is already a device ${request.device}`);
    const model = await loadModel(request.model, this.#loadLimitMs);
    const made = await HostedDevice.create(request, model, {
      i2c: this.#i2c,
      can: this.#can,
      boards: this.#boards,
      trees: this.#trees,
      lines: this.#lines,
      onEvent: this.#send,
    });
    this.#devices.set(request.device, made);
    return { model: made.modelName };
  }
}

/** Whether a serial device can be at its line, and whether a serial device bus can be there. */
function uartFacts(model: PciModel | PlatformModel): Pick<HostAnswers['examine'], 'uart'> {
  if (model.received === undefined) return {};
  return { uart: model.bus === 'platform' && model.firmware.acpi !== undefined ? 'serdev' : 'terminal' };
}

function treeOf(model: PlatformModel): Pick<HostAnswers['examine'], 'tree' | 'isForTree'> {
  const tree = treeFactsOf(model);
  const { driver, acpi } = model.platform;
  return {
    ...(tree === undefined ? {} : { tree }),
    ...(driver === undefined && acpi === undefined ? { isForTree: true } : {}),
  };
}

function examine(model: DeviceModel): HostAnswers['examine'] {
  const { bus } = model;
  const hasLine = bus === 'pci' && model.interrupts.intx === true;
  if (bus === 'platform') return { bus, hasLine, ...uartFacts(model), ...treeOf(model) };
  if (bus === 'pci') return { bus, hasLine, ...uartFacts(model) };
  if (bus === 'serial') return { bus, hasLine, ...(model.serdev === undefined ? {} : { isForSerdev: true }) };
  if (bus !== 'i2c') return { bus, hasLine };
  const { address, type } = model.i2c;
  return { bus, hasLine, address, ...(type === undefined ? {} : { client: { type, address } }) };
}
