import { join } from 'node:path';
import { DeviceHostError } from '../../device-host/device-host-error.ts';
import type { ModelTrouble } from '../../device-host/model-trouble.ts';
import type { ModelCrash } from '../../device/instance/model-crash.ts';
import type { LogEntry } from '../../device/log/access-log.ts';
import type { AttachedModels } from '../../hardware/answerers.ts';
import type { AttachedDevice } from '../../hardware/attach/attached-device.ts';
import { LayoutBuilder, socketName } from '../../hardware/attach/layout.ts';
import type { Timeline } from '../evidence/timeline.ts';
import { dataOf, describeClose, describeDeviceEvent, PrintedLog } from './device-events.ts';
import type { ModelDevice, ModelLease } from './model-device.ts';
import type { DeviceRecord } from '../evidence/device-record.ts';
import { createDevice } from './create-device.ts';

/** The device models of a machine, and the process for them. */
export interface ModelsJob {
  readonly devices: readonly ModelDevice[];
  /** Lends a process to serve the models, and passes on its output. @throws SystemError */
  readonly lend: (onOutput: (chunk: Buffer) => void) => ModelLease;
}

export interface ModelsPlace {
  /** A private directory for sockets. */
  readonly sockets: string;
  /** The test's results directory. The models' output goes to its `logs/models.log`. */
  readonly directory: string;
  readonly signal: AbortSignal;
}

/** Why a machine has no models: the model's failure, this host's failure, or a cancelled run. */
export type NotAttached = ModelTrouble | { readonly kind: 'cancelled' };

/** A device of the suite that is not available. */
export class ModelNotAttached extends Error {
  override readonly name = 'ModelNotAttached';
  readonly why: NotAttached;

  constructor(why: NotAttached, options?: ErrorOptions) {
    super(why.kind === 'cancelled' ? 'cancelled' : why.detail, options);
    this.why = why;
  }
}

/** The time limit, in milliseconds, for all questions to models after their machine is gone. */
const finishMs = 30_000;
const abortedMs = 1000;

/**
 * The device models of one machine. They are created before it starts and report after it is gone. Disposing removes
 * them.
 */
export class MachineModels implements Disposable {
  readonly #lease: ModelLease;
  readonly #devices: readonly ModelDevice[];
  readonly #names = new Map<string, string>();
  readonly #printed: PrintedLog;
  readonly #signal: AbortSignal;
  readonly #onAbort: () => void;
  readonly #layout = new LayoutBuilder();
  readonly #sockets: string;

  private constructor({ devices, lend }: ModelsJob, { sockets, directory, signal }: ModelsPlace) {
    this.#devices = devices;
    this.#sockets = sockets;
    this.#printed = new PrintedLog(join(directory, 'logs', 'models.log'), 'logs/models.log');
    this.#lease = lend((chunk) => this.#printed.write(chunk));
    this.#signal = signal;
    this.#onAbort = () => this.#endIn(abortedMs);
    signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** @throws ModelNotAttached @throws SystemError when this host has no room for their process */
  static async attach(job: ModelsJob, place: ModelsPlace): Promise<MachineModels> {
    if (place.signal.aborted) throw new ModelNotAttached({ kind: 'cancelled' });
    const models = new MachineModels(job, place);
    try {
      for (const [index, device] of job.devices.entries()) await models.#create(device, `m${index}`);
      return models;
    } catch (error) {
      await models.#lease.end();
      models[Symbol.dispose]();
      throw models.#explain(error);
    }
  }

  #explain(error: unknown): unknown {
    if (this.#signal.aborted) return new ModelNotAttached({ kind: 'cancelled' }, { cause: error });
    if (!(error instanceof DeviceHostError)) return error;
    return new ModelNotAttached(
      { kind: error.isHostShort ? 'host' : 'model', detail: error.message },
      { cause: error },
    );
  }

  get port(): AttachedModels {
    return { ids: this.#devices.map(({ id }) => id), layout: this.#layout, ask: this.#lease.ask };
  }

  /** What QEMU gets for them, in the order in which the guest must find it. */
  get attached(): readonly AttachedDevice[] {
    return this.#layout.devices;
  }

  /** Those that a fault hits from the start. */
  get faulty(): ReadonlySet<string> {
    return new Set(this.#devices.filter(({ faults }) => faults.length > 0).map(({ id }) => id));
  }

  /** Resolves when a model breaks, with what happened. Its machine then proves nothing any more. */
  get broken(): Promise<ModelTrouble> {
    return this.#lease.broken;
  }

  /** Problems between QEMU and a device, and missing output of models. */
  get notes(): readonly string[] {
    const lost = this.#lease.events.flatMap((event) => {
      const why = event.event === 'disconnected' ? describeClose(event.reason) : undefined;
      return why === undefined || event.event !== 'disconnected'
        ? []
        : [`device ${event.device} lost its machine: ${why}`];
    });
    const unfound = this.#devices
      .filter(({ id }) => !this.#isConnected(id))
      .map(({ id }) => `QEMU never connected to the device model ${id}`);
    return [...lost, ...unfound, ...this.#printed.notes];
  }

  /**
   * After the machine is gone: collects each device's record, adds its log to the timeline, and ends the devices and
   * their process. `hadStages`: the machine came far enough that its devices must have been connected.
   */
  async finish(timeline: Timeline, hadStages: boolean): Promise<readonly DeviceRecord[]> {
    const late = this.#endIn(finishMs);
    try {
      const records: DeviceRecord[] = [];
      for (const device of this.#devices) records.push(await this.#finishDevice(device, timeline));
      return records.map((record) =>
        hadStages && record.crash === undefined && !this.#isConnected(record.id)
          ? { lost: 'QEMU never connected to it', ...record }
          : record,
      );
    } finally {
      clearTimeout(late);
      await this.#lease.end();
      this.#printed.close();
    }
  }

  async #create({ id, path, place, nic, parameters, faults }: ModelDevice, own: string): Promise<void> {
    const { model, bus, socket, client } = await createDevice(this.#lease, {
      device: id,
      model: path,
      place,
      // Short names, because the path of a socket has at most 107 bytes.
      socketFor: (busName) => join(this.#sockets, socketName(busName, place, own)),
      controls: parameters,
      faults,
    });
    this.#names.set(id, model);
    this.#layout.add(bus, { id, socket, place, nic, client });
  }

  async #finishDevice(device: ModelDevice, timeline: Timeline): Promise<DeviceRecord> {
    const { id } = device;
    const model = this.#names.get(id) ?? id;
    const { ask } = this.#lease;
    try {
      const { faults } = await ask({ do: 'faults', device: id });
      const { coverage } = await ask({ do: 'coverage', device: id });
      await this.#addLog(id, timeline);
      return { id, model, faults, coverage, ...this.#crashOf(device) };
    } catch (error) {
      if (!(error instanceof DeviceHostError)) throw error;
      return { id, model, faults: [], ...this.#failureOf(device, error) };
    }
  }

  /** Reads pages up to the end as seen at the first page. A device with running timers never stops logging. */
  async #addLog(device: string, timeline: Timeline): Promise<void> {
    let from = 0;
    let end: number | undefined;
    do {
      const page = await this.#lease.ask({ do: 'log', device, from });
      for (const entry of page.entries) addEntry(timeline, device, entry);
      end ??= page.end;
      from = page.entries.length === 0 ? end : page.next;
    } while (from < end);
  }

  /** A model that does not answer is broken, unless this host or we ended it. */
  #failureOf(device: ModelDevice, { message, isHostShort }: DeviceHostError): Pick<DeviceRecord, 'crash' | 'lost'> {
    const found = this.#crashOf(device);
    if (found.crash !== undefined || this.#signal.aborted) return found;
    return isHostShort ? { lost: message } : { crash: { during: 'an unknown place', message, stack: '' } };
  }

  /** A process that ends takes all its devices with it. If its stack names a model, that model crashed. */
  #crashOf({ id, path }: ModelDevice): { readonly crash?: ModelCrash } {
    const isOurs = (stack: string): boolean =>
      stack.includes(path) || !this.#devices.some((other) => stack.includes(other.path));
    for (const event of this.#lease.events) {
      if (event.event === 'crashed' && event.device === id) return { crash: event.crash };
      if (event.event === 'hung' && isOurs(event.stack))
        return {
          crash: {
            during: 'a call that did not return',
            message: `no answer for ${event.afterMs / 1000} s`,
            stack: event.stack,
          },
        };
      if (event.event === 'threw' && isOurs(event.stack))
        return { crash: { during: 'code outside of its handlers', message: event.message, stack: event.stack } };
    }
    return {};
  }

  #isConnected(id: string): boolean {
    return this.#lease.events.some((event) => event.event === 'connected' && event.device === id);
  }

  #endIn(delayMs: number): NodeJS.Timeout {
    return setTimeout(() => this.#lease[Symbol.dispose](), delayMs).unref();
  }

  [Symbol.dispose](): void {
    this.#signal.removeEventListener('abort', this.#onAbort);
    this.#lease[Symbol.dispose]();
    this.#printed.close();
  }
}

function addEntry(timeline: Timeline, device: string, entry: LogEntry): void {
  timeline.add('device', describeDeviceEvent(entry), { device, data: dataOf(entry) }, entry.atUs);
}
