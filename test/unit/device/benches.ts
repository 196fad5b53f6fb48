import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servePci } from '../../../src/device-host/serve-pci.ts';
import type { CloseReason } from '../../../src/device-host/served-device.ts';
import { PciUnit } from '../../../src/device/unit/pci-unit.ts';
import { hostTime } from '../../../src/device/instance/model-clock.ts';
import { linkTo } from '../../../src/device/test-bus/create-test-bus.ts';
import { type GuestBuffer, GuestMemory } from '../../../src/device/test-bus/guest-memory.ts';
import { type InterruptMode, TestMachine } from '../../../src/device/test-bus/test-machine.ts';
import { connectLocal } from '../../../src/host/local-socket.ts';
import type { BenchMemory, DeviceBench, MakeBench } from '../../device-contract/bench.ts';
import { sample, type SampleBars, type SampleControls } from '../../device-contract/sample-device.ts';
import { QemuClient } from '../device-host/qemu-client.ts';

/** In this process: everything of the device and of the machine is at hand. */
export interface Bench extends DeviceBench {
  readonly machine: TestMachine<SampleBars, SampleControls>;
}

/** Behind a socket, as QEMU finds it. */
export interface SocketBench extends Bench {
  readonly client: QemuClient;
  readonly closed: readonly CloseReason[];
  /** Where another machine can connect. */
  readonly path: string;
}

export const benches: readonly (readonly [string, MakeBench])[] = [
  ['in memory', inMemory],
  ['over vfio-user', overVfioUser],
];

async function inMemory(mode: InterruptMode = 'msix'): Promise<Bench> {
  const { unit, memory, ...rest } = parts();
  const machine = new TestMachine(sample, linkTo(unit, memory, 'all-ones'), memory);
  await machine.enable(mode);
  return {
    machine,
    unit,
    ...rest,
    settle: () => new Promise((resolve) => setTimeout(resolve, 5)),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

export async function overVfioUser(mode: InterruptMode = 'msix'): Promise<SocketBench> {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-bench-'));
  const { unit, memory, ...rest } = parts();
  const closed: CloseReason[] = [];
  const served = await servePci(unit, join(directory, 'd.sock'), {
    onConnected: () => undefined,
    onClosed: (reason) => closed.push(reason),
  });
  const client = new QemuClient(await connectLocal(served.path), memory);
  await client.handshake();
  const machine = new TestMachine(sample, client, memory);
  await machine.enable(mode);
  return {
    machine,
    unit,
    ...rest,
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

function parts(): Omit<Bench, 'machine' | 'settle' | typeof Symbol.asyncDispose> & { readonly memory: GuestMemory } {
  const messages: number[] = [];
  const memory = new GuestMemory(
    (data) => messages.push(data),
    () => undefined,
  );
  return {
    unit: new PciUnit(sample, { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true }),
    memory,
    interrupts: () => Promise.resolve(messages),
    allocate: (length) => Promise.resolve(memoryOf(memory.allocate(length))),
    msiVectors: 4,
    mergesMessages: false,
  };
}

function memoryOf({ address, bytes }: GuestBuffer): BenchMemory {
  return {
    address,
    store: (given) => Promise.resolve(void given.copy(bytes)),
    load: () => Promise.resolve(Buffer.from(bytes)),
  };
}
