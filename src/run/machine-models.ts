import { join } from 'node:path';
import { DeviceHostError } from '../device-host/device-host-process.ts';
import type { CloseReason } from '../device-host/vfio-user/connection.ts';
import type { LogEntry } from '../device/log/access-log.ts';
import type { ModelCrash } from '../device/instance/model-crash.ts';
import type { AttachedModels } from '../hardware/attached-models.ts';
import { createDevice } from './create-device.ts';
import { dataOf, describeDeviceEvent } from './describe-device-event.ts';
import type { DeviceRecord } from './device-record.ts';
import type { ModelDevice, ModelLease } from './model-device.ts';
import type { Timeline } from './timeline.ts';

/** What a machine needs to have device models. */
export interface ModelsJob {
  readonly devices: readonly ModelDevice[];
  /** Lends a process to serve them. */
  readonly lend: () => ModelLease;
}

/** A device of the suite that cannot be had: the model's own reason. */
export class ModelNotAttached extends Error {
  override readonly name = 'ModelNotAttached';
}

/** The device models of one machine: there before it starts, asked for what they saw when it is gone. Disposing of it takes them away. */
export class MachineModels implements Disposable {
  readonly #lease: ModelLease;
  readonly #devices: readonly ModelDevice[];
  readonly #names = new Map<string, string>();
  /** Values of `-device`, in the order of the suite. */
  readonly deviceArguments: readonly string[];
  /** What was left behind is a process as good as new. */
  #isTrusted = false;

  private constructor({ devices, lend }: ModelsJob, sockets: string) {
    this.#devices = devices;
    this.deviceArguments = devices.map(({ id }, index) => deviceArgument(id, socketPath(sockets, index)));
    this.#lease = lend();
  }

  /** `sockets`: a private directory. @throws ModelNotAttached */
  static async attach(job: ModelsJob, sockets: string): Promise<MachineModels> {
    const models = new MachineModels(job, sockets);
    try {
      for (const [index, { id, path, parameters, faults }] of job.devices.entries()) {
        const { model } = await createDevice(models.#lease, { device: id, model: path, socket: socketPath(sockets, index), controls: parameters, faults });
        models.#names.set(id, model);
      }
      return models;
    } catch (error) {
      models[Symbol.dispose]();
      if (!(error instanceof DeviceHostError)) throw error;
      throw new ModelNotAttached(error.message, { cause: error });
    }
  }

  get port(): AttachedModels {
    return { ids: this.#devices.map(({ id }) => id), ask: this.#lease.ask };
  }

  /** Settles, with what happened, when a model breaks: its machine proves nothing any more. */
  get broken(): Promise<string> {
    return this.#lease.broken;
  }

  /** What models printed; empty: nothing. */
  get output(): string {
    return this.#lease.output();
  }

  /** What went wrong between QEMU and a device. */
  get notes(): readonly string[] {
    return this.#lease.events.flatMap((event) => {
      const why = event.event === 'disconnected' ? describeClose(event.reason) : undefined;
      return why === undefined || event.event !== 'disconnected' ? [] : [`device ${event.device} lost its machine: ${why}`];
    });
  }

  /** After the machine is gone: what was seen of each device, its log put into the timeline. Then the devices are no more. */
  async finish(timeline: Timeline): Promise<readonly DeviceRecord[]> {
    const records: DeviceRecord[] = [];
    for (const device of this.#devices) records.push(await this.#finishDevice(device, timeline));
    this.#isTrusted = records.every(({ crash }) => crash === undefined);
    return records;
  }

  async #finishDevice({ id, path }: ModelDevice, timeline: Timeline): Promise<DeviceRecord> {
    const model = this.#names.get(id) ?? id;
    const { ask } = this.#lease;
    try {
      const { faults } = await ask({ do: 'faults', device: id });
      const { coverage } = await ask({ do: 'coverage', device: id });
      const { entries } = await ask({ do: 'log', device: id, from: 0, limit: maxEntries });
      await ask({ do: 'destroy', device: id });
      for (const entry of entries) addEntry(timeline, id, entry);
      return { id, model, faults, coverage, ...this.#crashOf(id, path) };
    } catch (error) {
      if (!(error instanceof DeviceHostError)) throw error;
      return { id, model, faults: [], crash: this.#crashOf(id, path).crash ?? { during: 'an unknown place', message: await this.#lease.broken, stack: '' } };
    }
  }

  /** A process that hangs takes all its devices with it; where the stack names the model, it is that model's. */
  #crashOf(id: string, path: string): { readonly crash?: ModelCrash } {
    for (const event of this.#lease.events) {
      if (event.event === 'crashed' && event.device === id) return { crash: event.crash };
      if (event.event === 'hung' && (event.stack.includes(path) || !this.#devices.some((other) => event.stack.includes(other.path)))) {
        return { crash: { during: 'a call that did not return', message: `no answer for ${event.afterMs / 1000} s`, stack: event.stack } };
      }
    }
    return {};
  }

  [Symbol.dispose](): void {
    this.#lease.release(this.#isTrusted);
  }
}

/** Undefined: as it should be. */
function describeClose(reason: CloseReason): string | undefined {
  switch (reason.kind) {
    case 'peer-closed':
    case 'removed':
      return undefined;
    case 'protocol-error':
      return reason.detail;
    case 'peer-silent':
      return `QEMU did not answer a transfer for ${reason.afterMs / 1000} s`;
    case 'peer-does-not-read':
      return 'QEMU does not read what the device answers';
  }
}

/** As many as a device keeps. */
const maxEntries = 10_000;

function addEntry(timeline: Timeline, device: string, entry: LogEntry): void {
  timeline.add('device', describeDeviceEvent(entry), { device, data: dataOf(entry) }, entry.atUs);
}

/** Short: the path of a socket has 107 bytes at most. */
function socketPath(directory: string, index: number): string {
  return join(directory, `m${index}`);
}

/** A read may take as long as its fault says, hence the minute; and a write is done when the guest goes on, hence the other. */
function deviceArgument(id: string, path: string): string {
  return JSON.stringify({ driver: 'vfio-user-pci', id, socket: { type: 'unix', path }, 'x-msg-timeout': 60_000, 'x-no-posted-writes': true });
}
