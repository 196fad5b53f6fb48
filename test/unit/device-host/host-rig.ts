import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import type { CreateDevice, DeviceHostLimits, HostEvent } from '../../../src/device-host/control-protocol.ts';
import { type DeviceHostProcess, startDeviceHost } from '../../../src/device-host/device-host-process.ts';
import { GuestMemory } from '../../../src/device/test-bus/guest-memory.ts';
import { connectLocal } from '../../../src/host/local-socket.ts';
import { QemuClient } from './qemu-client.ts';

const source = resolve(import.meta.dirname, '../../../src');

export const models = join(import.meta.dirname, 'models');

/** The process as it is distributed, built once for a test file. */
export function buildDeviceHost(): Disposable & { readonly program: string } {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-device-host-'));
  const entryPoints = ['device.ts', 'device-host.ts', 'device-loader.ts', 'type-stripper.ts'].map((name) =>
    join(source, name),
  );
  const banner = {
    js:
      "import { createRequire as createRequireOfNode } from 'node:module';\nconst require = " +
      'createRequireOfNode(import.meta.url);',
  };
  buildSync({
    entryPoints,
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner,
    logLevel: 'error',
  });
  return {
    program: join(directory, 'device-host.mjs'),
    [Symbol.dispose]: () => rmSync(directory, { recursive: true }),
  };
}

/** A running process, and machines for its devices. */
export interface HostRig extends Disposable {
  readonly host: DeviceHostProcess;
  /** All but that a machine has come, which is in `connected`. */
  readonly events: readonly HostEvent[];
  readonly connected: readonly HostEvent[];
  readonly output: () => string;
  readonly create: (model: string, options?: Partial<CreateDevice>) => Promise<CreateDevice>;
  readonly connect: (device: CreateDevice) => Promise<QemuClient>;
}

export function startHostRig(
  program: string,
  options: { readonly limits?: Partial<DeviceHostLimits>; readonly node?: string; readonly texts?: string } = {},
): HostRig {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-host-rig-'));
  const events: HostEvent[] = [];
  const connected: HostEvent[] = [];
  let printed = '';
  const host = startDeviceHost({
    program,
    onOutput: (chunk) => (printed += chunk.toString()),
    onEvent: (event) => (event.event === 'connected' ? connected : events).push(event),
    ...options,
  });
  let made = 0;
  return {
    host,
    events,
    connected,
    output: () => printed,
    create: async (model, given = {}) => {
      const device = `d${made++}`;
      const request: CreateDevice = {
        do: 'create',
        device,
        model: join(models, model),
        socket: join(directory, `${device}.sock`),
        controls: {},
        faults: [],
        ...given,
      };
      await host.ask(request);
      return request;
    },
    connect: async ({ socket }) => {
      const client = new QemuClient(
        await connectLocal(socket),
        new GuestMemory(
          () => undefined,
          () => undefined,
        ),
      );
      await client.handshake();
      return client;
    },
    [Symbol.dispose]: () => {
      host[Symbol.dispose]();
      rmSync(directory, { recursive: true });
    },
  };
}

export async function readRegister(client: QemuClient, offset: number): Promise<number> {
  return (await client.readBar({ bar: 0, offset, length: 4 })).readUInt32LE();
}

export async function writeRegister(client: QemuClient, offset: number, value: number): Promise<void> {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  await client.writeBar({ bar: 0, offset, length: 4 }, bytes);
}
