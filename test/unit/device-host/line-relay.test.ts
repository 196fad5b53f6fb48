import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreateDevice } from '../../../src/device-host/control-protocol.ts';
import { connectLocal } from '../../../src/host/local-socket.ts';
import { eventually } from '../eventually.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { buildDeviceHost, type HostRig, startHostRig, writeRegister } from './host-rig.ts';
import {
  buildLinePrograms,
  connectMachine,
  irqs,
  type LineMachine,
  type LinePrograms,
  openFiles,
  processesOf,
  setLine,
} from './line-rig.ts';
import { message, words } from './qemu-client.ts';

let host: ReturnType<typeof buildDeviceHost>;
let programs: LinePrograms;
beforeAll(() => {
  host = buildDeviceHost();
  programs = buildLinePrograms();
});
afterAll(() => {
  host[Symbol.dispose]();
  programs[Symbol.dispose]();
});

const [raise, lower, store] = [0, 4, 8];
const dmaMap = 2;
const setIrqs = 8;
const irqInfo = 7;
const dmaWrite = 12;
const busMaster = 0x06;

async function createLine(rig: HostRig, model = 'line.mjs'): Promise<CreateDevice> {
  return await rig.create(model, { lineRelay: { kind: 'ready', program: programs.relay } });
}

/** A file with some content, to be sent where it does not belong. */
function someFile(): string {
  const path = join(temporaryDirectory(), 'memory');
  writeFileSync(path, 'a template’s memory');
  return path;
}

async function connect({ socket }: CreateDevice, file = someFile()): Promise<LineMachine> {
  return await connectMachine(programs.machineEnd, socket, file);
}

describe('the interrupt line of a model', () => {
  it('is there, signals when it rises, and again when the machine has looked and it is still high', async () => {
    using rig = startHostRig(host.program);
    using machine = await connect(await createLine(rig));
    const { client, signals } = machine;
    const { body } = await client.request(irqInfo, words(16, 0, 0, 0));
    expect([body.readUInt32LE(4), body.readUInt32LE(12), ...(await client.readConfig(0x3d, 1))]).toEqual([7, 1, 1]);
    await writeRegister(client, raise, 1);
    expect(signals()).toBe(0);
    await setLine(machine, irqs.trigger | irqs.eventfd);
    await eventually(() => expect(signals()).toBe(1));
    await writeRegister(client, raise, 1);
    await settle(machine);
    expect(signals()).toBe(1);
    await setLine(machine, irqs.unmask | irqs.none);
    await eventually(() => expect(signals()).toBe(2));
    await writeRegister(client, lower, 1);
    await setLine(machine, irqs.unmask | irqs.none);
    await settle(machine);
    expect(signals()).toBe(2);
    await writeRegister(client, raise, 1);
    await eventually(() => expect(signals()).toBe(3));
    expect(await setLine(machine, irqs.unmask | irqs.eventfd)).toBe(95);
  });

  it('does not overtake data', async () => {
    using rig = startHostRig(host.program);
    using machine = await connect(await createLine(rig));
    await setLine(machine, irqs.trigger | irqs.eventfd);
    await machine.client.writeConfig(4, Buffer.from([busMaster, 0]));
    const seen: string[] = [];
    const { address, bytes } = machine.client.memory.allocate(6);
    machine.onSignal = () => seen.push(bytes.toString());
    await writeRegister(machine.client, store, address);
    await eventually(() => expect(seen).toEqual(['stored']));
    expect(machine.client.transfers.filter(({ command, count }) => command === dmaWrite && count === 6n)).toHaveLength(
      1,
    );
  });

  it('is set only outside of accesses, where its descriptor is received', async () => {
    using rig = startHostRig(host.program);
    using machine = await connect(await createLine(rig));
    const { client } = machine;
    for (let times = 0; times < 3; times++) {
      await setLine(machine, irqs.trigger | irqs.eventfd);
      for (let access = 0; access < 3; access++) await writeRegister(client, lower, 1);
      expect(await client.readConfig(0x3d, 1)).toEqual(Buffer.from([1]));
    }
    await writeRegister(client, raise, 1);
    await eventually(() => expect(machine.signals()).toBe(1));
    await writeRegister(client, lower, 1);
    void client.request(setIrqs, words(20, irqs.trigger | irqs.eventfd, 0, 0, 1)).catch(() => undefined);
    await eventually(() =>
      expect(rig.events).toMatchObject([
        {
          event: 'disconnected',
          reason: {
            kind: 'protocol-error',
            detail: 'the interrupt line was set in the middle of accesses, where its descriptor is not received',
          },
        },
      ]),
    );
  });

  it('is not there for the guest where it cannot be served; a device with nothing else is refused', async () => {
    using rig = startHostRig(host.program);
    const both = await rig.create('line-and-messages.mjs', {
      lineRelay: { kind: 'absent', reason: 'there is no gcc' },
    });
    const client = await rig.connect(both);
    const { body } = await client.request(irqInfo, words(16, 0, 0, 0));
    expect([body.readUInt32LE(12), ...(await client.readConfig(0x3d, 1))]).toEqual([0, 0]);
    await expect(rig.create('line.mjs', { lineRelay: { kind: 'absent', reason: 'there is no gcc' } })).rejects.toThrow(
      'device line has only an interrupt line (interrupts.intx), which does not work here: there is no ' +
        'gcc. Use msi or msix, which need no relay.',
    );
  });
});

describe('the relay of an interrupt line', () => {
  it('keeps no descriptor but the line’s, and writes to nothing else', async () => {
    using rig = startHostRig(host.program);
    const device = await createLine(rig);
    const file = someFile();
    using machine = await connect(device, file);
    const [relay = 0] = processesOf(programs.relay);
    const before = openFiles(relay);
    await machine.client.request(dmaMap, Buffer.concat([words(32, 3, 0, 0, 0, 0, 4096, 0)]));
    await setLine(machine, irqs.trigger | irqs.eventfd, 2);
    await setLine(machine, irqs.trigger | irqs.eventfd, 3);
    await setLine(machine, irqs.unmask | irqs.eventfd);
    await writeRegister(machine.client, raise, 1);
    await setLine(machine, irqs.unmask | irqs.none);
    await settle(machine);
    expect(openFiles(relay)).toEqual(before);
    expect([readFileSync(file, 'utf8'), machine.signals()]).toEqual(['a template’s memory', 0]);
    for (let times = 0; times < 3; times++) await setLine(machine, irqs.trigger | irqs.eventfd);
    expect(openFiles(relay).filter((open) => !before.includes(open))).toEqual(['anon_inode:[eventfd]']);
    await setLine(machine, irqs.trigger | irqs.none, 0);
    expect(openFiles(relay)).toEqual(before);
  });

  it('turns a second machine away, and serves one that comes later', async () => {
    using rig = startHostRig(host.program);
    const device = await createLine(rig);
    using machine = await connect(device);
    await (await rigless(device)).closed;
    machine[Symbol.dispose]();
    const left = { event: 'disconnected', device: device.device, reason: { kind: 'peer-closed' } };
    await eventually(() => expect(rig.events).toEqual([left]));
    for (let times = 0; times < 10; times++) {
      const { stream, closed } = await rigless(device);
      stream.end();
      await closed;
    }
    using later = await connect(device);
    await eventually(() => expect(rig.events).toEqual(Array.from({ length: 11 }, () => left)));
    await setLine(later, irqs.trigger | irqs.eventfd);
    await writeRegister(later.client, raise, 1);
    await eventually(() => expect(later.signals()).toBe(1));
  });

  it.each([
    [
      'a message of 4 GiB',
      Buffer.from('01000100ffffffff0000000000000000', 'hex'),
      'expected a message of 16 to 33024 bytes, found one of 4294967295',
    ],
    [
      'a message without a header',
      Buffer.from('01000100080000000000000000000000', 'hex'),
      'expected a message of 16 to 33024 bytes, found one of 8',
    ],
    [
      'half a message',
      message({ id: 1, command: 1, flags: 0, body: Buffer.alloc(16) }).subarray(0, 20),
      'the peer disconnected in the middle of a message, after 20 bytes',
    ],
  ])('reports %s to the model', async (_what, bytes, detail) => {
    using rig = startHostRig(host.program);
    const { stream } = await rigless(await createLine(rig));
    stream.end(bytes);
    await eventually(() =>
      expect(rig.events).toMatchObject([{ event: 'disconnected', reason: { kind: 'protocol-error', detail } }]),
    );
  });

  it('survives noise', async () => {
    using rig = startHostRig(host.program);
    const device = await createLine(rig);
    for (let round = 0; round < 60; round++) {
      const { stream, closed } = await rigless(device);
      for (let part = 0; part < 5; part++)
        stream.write(
          message({
            id: part,
            command: randomBytes(1).readUInt8() % 16,
            flags: randomBytes(1).readUInt8() & 0x3e,
            body: randomBytes(randomBytes(2).readUInt16LE() % 33_100),
          }),
        );
      stream.end(randomBytes(randomBytes(1).readUInt8()));
      await closed;
    }
    await eventually(() => expect(processesOf(programs.relay)).toEqual([]));
    using machine = await connect(device);
    expect(await setLine(machine, irqs.trigger | irqs.eventfd)).toBe(0);
  });

  it('ends with its device and with the process of the models; where it ends by itself, that is told', async () => {
    using rig = startHostRig(host.program);
    const first = await createLine(rig);
    using machine = await connect(first);
    await settle(machine);
    expect(processesOf(programs.relay)).toHaveLength(1);
    await rig.host.ask({ do: 'destroy', device: first.device });
    await eventually(() => expect(processesOf(programs.relay)).toEqual([]));
    using other = await connect(await createLine(rig));
    await settle(other);
    const [relay = NaN] = processesOf(programs.relay);
    process.kill(relay, 'SIGKILL');
    await eventually(() =>
      expect(rig.events).toMatchObject([
        { event: 'disconnected', reason: { kind: 'removed' } },
        {
          event: 'disconnected',
          reason: { kind: 'protocol-error', detail: 'the relay of its interrupt line has ended: SIGKILL' },
        },
      ]),
    );
    using third = await connect(await createLine(rig));
    await settle(third);
    rig.host[Symbol.dispose]();
    await eventually(() => expect(processesOf(programs.relay)).toEqual([]));
  });
});

/** Time for a signal that should not come: the relay has had messages since. */
async function settle({ client }: LineMachine): Promise<void> {
  for (let round = 0; round < 5; round++) await client.readConfig(0, 2);
}

/** A connection without a machine. */
async function rigless({ socket }: CreateDevice): Promise<{
  readonly stream: Awaited<ReturnType<typeof connectLocal>>;
  readonly closed: Promise<void>;
}> {
  const stream = await connectLocal(socket);
  stream.on('error', () => undefined);
  stream.resume();
  return { stream, closed: new Promise((resolve) => stream.once('close', () => resolve())) };
}
