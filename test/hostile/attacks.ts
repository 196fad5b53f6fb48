import type { Duplex } from 'node:stream';
import { KiB, MiB } from 'qemu-driver-test/device';
import { message, u64, words } from '../unit/device-host/qemu-client.ts';
import { command, configRegion, HostilePeer, posted, type Manner } from './peer.ts';
import type { Random } from './random.ts';

/** The attacks of a machine on a sample device (test/device-contract/sample-device.ts). */
export interface Victim {
  readonly connect: () => Promise<Duplex>;
  readonly random: Random;
  /** The amount: messages, or attempts. */
  readonly amount: number;
}

type Attack = (victim: Victim) => Promise<void>;

const bell = 0x28;
const address = 0x30;
const length = 0x38;
const control = 0x18;
const fetch = words(0x1);
const sendBack = words(0x5);
const knownRegisters = [
  0x00,
  0x04,
  0x08,
  0x0c,
  0x10,
  0x14,
  control,
  0x1c,
  0x20,
  0x24,
  bell,
  address,
  length,
  0x3c,
  0x400,
  0x500,
] as const;
const manners = [
  'rightly',
  'rightly',
  'rightly',
  'rightly',
  'by refusing',
  'late',
  'never',
  'too short',
  'too long',
  'twice',
  'to another request',
] as const satisfies readonly Manner[];

/** Each ends by itself, whatever the device does. */
export const attacks: Readonly<Record<string, Attack>> = {
  'any access, transfers answered in any way': async (victim) => {
    const { random, amount } = victim;
    const peer = await greeted(victim);
    peer.manner = () => random.oneOf(manners);
    for (let count = 0; count < amount && !peer.isClosed; count++) await anyAccess(peer, random);
    await peer.drain();
    await peer.end();
  },
  'any access, transfers answered rightly': async (victim) => {
    const { random, amount } = victim;
    const peer = await greeted(victim);
    for (let count = 0; count < amount && !peer.isClosed; count++) await anyAccess(peer, random);
    await peer.drain();
    await peer.end();
  },
  noise: async ({ connect, random }) => {
    const peer = new HostilePeer(await connect(), random);
    await peer.send(random.bytes(64 * KiB));
    await peer.end();
  },
  'messages of any kind': async (victim) => {
    const { random, amount } = victim;
    const peer = await greeted(victim);
    for (let count = 0; count < amount && !peer.isClosed; count++)
      await peer.request(random.below(20), random.bytes(random.below(64)), random.oneOf([0, 0, 0, posted, 1, 2, 0x20]));
    await peer.end();
  },
  'a message cut off': async (victim) => {
    const peer = await greeted(victim);
    const whole = message({
      id: 1,
      command: command.regionWrite,
      flags: 0,
      body: Buffer.concat([u64(0n), words(0, 256), Buffer.alloc(256)]),
    });
    await peer.send(whole.subarray(0, 1 + victim.random.below(whole.length - 1)));
    await peer.end();
  },
  'a message of any length': async (victim) => {
    const peer = await greeted(victim);
    const header = message({ id: 1, command: command.regionWrite, flags: 0, body: Buffer.alloc(0) });
    header.writeUInt32LE(victim.random.oneOf([0, 15, 33_025, 0x7fff_ffff, 0xffff_ffff]), 4);
    await peer.send(Buffer.concat([header, Buffer.alloc(256 * KiB)]));
    await peer.end();
  },
  'two machines at once': async (victim) => {
    const first = await greeted(victim);
    const second = await greeted(victim);
    await second.send(victim.random.bytes(1 * KiB));
    await first.drain();
    await Promise.all([first.end(), second.end()]);
  },
  'asking without reading the answers': async (victim) => {
    const peer = await greeted(victim);
    await peer.drain();
    peer.stopReading();
    // The device disconnects long before it could answer all of it.
    for (let count = 0; count < 20 * victim.amount && !peer.isClosed; count++) {
      await Promise.race([peer.read(0, 0, 4 * KiB), new Promise((resolve) => setTimeout(resolve, 100))]);
    }
    await peer.end();
  },
  'a flood that wants no answer': async (victim) => {
    const peer = await greeted(victim);
    for (let count = 0; count < 5 * victim.amount && !peer.isClosed; count++)
      await peer.write(0, bell, words(count % 4), posted);
    await peer.drain();
    await peer.end();
  },
  'interrupts that are never taken': async (victim) => {
    const peer = await greeted(victim);
    peer.manner = () => 'never';
    for (let count = 0; count < 10 * victim.amount && !peer.isClosed; count++)
      await peer.write(0, bell, words(count % 4), posted);
    await peer.drain();
    await peer.end();
  },
  'as many large transfers as can be started': async (victim) => {
    const peer = await greeted(victim);
    await startTransfer(peer, { at: 0n, bytes: 64 * MiB }, fetch);
    await peer.serve((64 * MiB) / (32 * KiB) + 1);
    peer.manner = () => 'never';
    await peer.drain();
    for (let count = 0; count < victim.amount && !peer.isClosed; count++)
      await peer.write(0, control, sendBack, posted);
    await peer.drain();
    await peer.end();
  },
  'resets and greetings among transfers': async (victim) => {
    const peer = await greeted(victim);
    for (let count = 0; count < victim.amount / 10 && !peer.isClosed; count++) {
      await startTransfer(peer, { at: BigInt(count) * 4096n, bytes: 64 * KiB }, fetch);
      if (victim.random.below(2) === 0) await peer.request(command.reset, Buffer.alloc(0));
      else await peer.greet();
    }
    await peer.end();
  },
  'byte by byte': async ({ connect, random }) => {
    const stream = await connect();
    const peer = new HostilePeer(stream, random);
    const bytes = message({ id: 1, command: command.version, flags: 0, body: Buffer.from([0, 0, 3, 0]) });
    for (const byte of bytes) {
      await peer.send(Buffer.of(byte));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await peer.end();
  },
  'coming and going': async ({ connect, random, amount }) => {
    for (let count = 0; count < amount / 20; count++) {
      const stream = await connect();
      stream.on('error', () => undefined);
      if (random.below(2) === 0) stream.write(random.bytes(random.below(40)));
      stream.destroy();
    }
  },
};

async function greeted({ connect, random }: Victim): Promise<HostilePeer> {
  const peer = new HostilePeer(await connect(), random);
  await peer.greet();
  return peer;
}

async function startTransfer(
  peer: HostilePeer,
  { at, bytes }: { readonly at: bigint; readonly bytes: number },
  how: Buffer,
): Promise<void> {
  await peer.write(0, address, u64(at));
  await peer.write(0, length, words(bytes));
  await peer.write(0, control, how);
}

/** Usually a valid place, sometimes any. Never one that breaks the model on purpose. */
async function anyAccess(peer: HostilePeer, random: Random): Promise<void> {
  const region = random.oneOf([0, 0, 0, 0, 2, configRegion, random.below(12)]);
  const offset =
    region === configRegion
      ? random.below(264)
      : random.oneOf([random.oneOf(knownRegisters), random.oneOf(knownRegisters), 0x400 + random.below(0x1200)]);
  const size = random.oneOf([1, 2, 4, 4, 4, 8, random.below(512)]);
  if (region === 0 && offset <= 0x40 && offset + size > 0x40) return;
  if (random.below(2) === 0) await peer.read(region, offset, size);
  else
    await peer.write(
      region,
      offset,
      offset === length ? words(random.below(256 * KiB)) : random.bytes(size),
      random.oneOf([0, posted]),
    );
}
