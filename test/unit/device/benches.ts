import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeviceUnit } from '../../../src/device/device-unit.ts';
import { hostTime } from '../../../src/device/instance/host-time.ts';
import { GuestMemory } from '../../../src/device/test-bus/guest-memory.ts';
import { linkTo } from '../../../src/device/test-bus/create-test-bus.ts';
import { TestMachine, type InterruptMode } from '../../../src/device/test-bus/test-machine.ts';
import { serveDevice } from '../../../src/device-host/serve-device.ts';
import type { CloseReason } from '../../../src/device-host/vfio-user/connection.ts';
import { connectLocal } from '../../../src/host/local-socket.ts';
import { QemuClient } from '../device-host/qemu-client.ts';
import { sample, type SampleBars, type SampleControls } from './sample-device.ts';

/** The sample device in a machine of some kind. */
export interface Bench extends AsyncDisposable {
  readonly machine: TestMachine<SampleBars, SampleControls>;
  readonly unit: DeviceUnit;
  /** Data of the messages that arrived, which are the vectors. */
  readonly messages: readonly number[];
  /** Everything that was under way is done. */
  readonly settle: () => Promise<void>;
  /** Over a socket only. */
  readonly client?: QemuClient;
  readonly closed: readonly CloseReason[];
  /** Where another machine can connect; over a socket only. */
  readonly path?: string;
}

export const benches: readonly (readonly [string, (mode?: InterruptMode) => Promise<Bench>])[] = [
  ['in memory', inMemory],
  ['over vfio-user', overVfioUser],
];

async function inMemory(mode: InterruptMode = 'msi'): Promise<Bench> {
  const { unit, messages, memory } = parts();
  const machine = new TestMachine(sample, linkTo(unit, memory, 'all-ones'), memory);
  await machine.enable(mode);
  return { machine, unit, messages, closed: [], settle: () => new Promise((resolve) => setTimeout(resolve, 5)), [Symbol.asyncDispose]: () => Promise.resolve() };
}

export async function overVfioUser(mode: InterruptMode = 'msi'): Promise<Bench & { readonly client: QemuClient; readonly path: string }> {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-bench-'));
  const { unit, messages, memory } = parts();
  const closed: CloseReason[] = [];
  const served = await serveDevice(unit, join(directory, 'd.sock'), (reason) => closed.push(reason));
  const client = new QemuClient(await connectLocal(served.path), memory);
  await client.handshake();
  const machine = new TestMachine(sample, client, memory);
  await machine.enable(mode);
  return {
    machine,
    unit,
    messages,
    client,
    closed,
    path: served.path,
    settle: async () => {
      for (let round = 0; round < 5; round++) {
        await client.readConfig(0, 2);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
    [Symbol.asyncDispose]: () => {
      client.stream.destroy();
      served[Symbol.dispose]();
      rmSync(directory, { recursive: true });
      return Promise.resolve();
    },
  };
}

function parts(): { readonly unit: DeviceUnit; readonly messages: number[]; readonly memory: GuestMemory } {
  const messages: number[] = [];
  const memory = new GuestMemory(
    (data) => messages.push(data),
    () => undefined,
  );
  return { unit: new DeviceUnit(sample, { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true }), messages, memory };
}

