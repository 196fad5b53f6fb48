import { join } from 'node:path';
import { DeviceHostError } from '../../device-host/device-host-process.ts';
import type { ModelTrouble } from '../../device-host/model-trouble.ts';
import type { ModelCrash } from '../../device/instance/model-crash.ts';
import type { LogEntry } from '../../device/log/access-log.ts';
import type { AttachedModels } from '../../hardware/answerers.ts';
import type { Timeline } from '../evidence/timeline.ts';
import { dataOf, describeClose, describeDeviceEvent, PrintedLog } from './device-events.ts';
import type { ModelDevice, ModelLease } from './model-device.ts';
import type { DeviceRecord } from '../evidence/device-record.ts';
import { createDevice } from './plug-devices.ts';

/** What a machine needs to have device models. */
export interface ModelsJob {
  readonly devices: readonly ModelDevice[];
  /** Lends a process to serve them, and tells what they print. @throws SystemError */
  readonly lend: (onOutput: (chunk: Buffer) => void) => ModelLease;
}

export interface ModelsPlace {
  /** A private directory for sockets. */
  readonly sockets: string;
  /** Of the test's results; what models print goes to `logs/models.log` there. */
  readonly directory: string;
  readonly signal: AbortSignal;
}

/** Why a machine has no models: the model's own reason, this host's, or nobody waits any more. */
export type NotAttached = ModelTrouble | { readonly kind: 'cancelled' };

/** A device of the suite that cannot be had. */
export class ModelNotAttached extends Error {
  override readonly name = 'ModelNotAttached';
  readonly why: NotAttached;

  constructor(why: NotAttached, options?: ErrorOptions) {
    super(why.kind === 'cancelled' ? 'cancelled' : why.detail, options);
    this.why = why;
  }
}

/** For all that is asked of models when their machine is gone; and when nobody waits for it any more, milliseconds. */
const finishMs = 30_000;
const abortedMs = 1000;

/**
 * The device models of one machine: there before it starts, asked for what they saw when it is gone. Disposing of it
 * takes them away.
 */
export class MachineModels implements Disposable {
  readonly #lease: ModelLease;
  readonly #devices: readonly ModelDevice[];
  readonly #names = new Map<string, string>();
  readonly #printed: PrintedLog;
  readonly #signal: AbortSignal;
  readonly #onAbort: () => void;
  /** Values of `-device`, in the order of the suite. */
  readonly deviceArguments: readonly string[];

  private constructor({ devices, lend }: ModelsJob, { sockets, directory, signal }: ModelsPlace) {
    this.#devices = devices;
    this.deviceArguments = devices.map(({ id }, index) => deviceArgument(id, socketPath(sockets, index)));
    this.#printed = new PrintedLog(join(directory, 'logs', 'models.log'), 'logs/models.log');
    this.#lease = lend((chunk) => this.#printed.write(chunk));
    this.#signal = signal;
    this.#onAbort = () => this.#endIn(abortedMs);
    signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** @throws ModelNotAttached; SystemError when this host has no room for their process */
  static async attach(job: ModelsJob, place: ModelsPlace): Promise<MachineModels> {
    if (place.signal.aborted) throw new ModelNotAttached({ kind: 'cancelled' });
    const models = new MachineModels(job, place);
    try {
      for (const [index, device] of job.devices.entries())
        await models.#create(device, socketPath(place.sockets, index));
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
    return { ids: this.#devices.map(({ id }) => id), ask: this.#lease.ask };
  }

  /** Settles, with what happened, when a model breaks: its machine proves nothing any more. */
  get broken(): Promise<ModelTrouble> {
    return this.#lease.broken;
  }

  /** What went wrong between QEMU and a device, and what is missing of what models printed. */
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
   * After the machine is gone: what was seen of each device, its log put into the timeline. Then the devices and their
   * process are no more. `hadStages`: it came so far that its devices must have been there.
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

  async #create({ id, path, parameters, faults }: ModelDevice, socket: string): Promise<void> {
    const { model } = await createDevice(this.#lease, {
      device: id,
      model: path,
      socket,
      controls: parameters,
      faults,
    });
    this.#names.set(id, model);
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

  /** Page by page, up to where it was at the first one: a device whose timers run has no end. */
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

  /** A model that cannot be asked is broken, unless it was this host that took it away, or we did. */
  #failureOf(device: ModelDevice, { message, isHostShort }: DeviceHostError): Pick<DeviceRecord, 'crash' | 'lost'> {
    const found = this.#crashOf(device);
    if (found.crash !== undefined || this.#signal.aborted) return found;
    return isHostShort ? { lost: message } : { crash: { during: 'an unknown place', message, stack: '' } };
  }

  /** A process that ends takes all its devices with it; where the stack names a model, it is that model's. */
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

/** Short: the path of a socket has 107 bytes at most. */
function socketPath(directory: string, index: number): string {
  return join(directory, `m${index}`);
}

/**
 * A read may take as long as its fault says, hence the minute; and a write is done when the guest goes on, hence the
 * other.
 */
function deviceArgument(id: string, path: string): string {
  return JSON.stringify({
    driver: 'vfio-user-pci',
    id,
    socket: { type: 'unix', path },
    'x-msg-timeout': 60_000,
    'x-no-posted-writes': true,
  });
}
