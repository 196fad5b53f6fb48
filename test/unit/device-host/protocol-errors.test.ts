import { describe, expect, it } from 'vitest';
import { connectLocal } from '../../../src/host/local-socket.ts';
import { overVfioUser } from '../device/benches.ts';
import { eventually } from '../eventually.ts';
import { message, QemuClient, u64, words } from './qemu-client.ts';

const read = 9;
const write = 10;

/** What a peer may send once, and what is then said of it. */
const mistakes: readonly (readonly [string, Buffer, string])[] = [
  [
    'a message shorter than its header',
    Buffer.from('01000900080000000000000000000000', 'hex'),
    'expected a message of 16 to 33024 bytes, found one of 8',
  ],
  [
    'a message of 4 GiB',
    Buffer.from('01000900ffffffff0000000000000000', 'hex'),
    'expected a message of 16 to 33024 bytes, found one of 4294967295',
  ],
  [
    'a type that there is not',
    message({ id: 1, command: read, flags: 2, body: Buffer.alloc(0) }),
    'expected a request or a reply, found a message of type 2',
  ],
  [
    'a read that ends too early',
    message({ id: 1, command: read, flags: 0, body: Buffer.alloc(15) }),
    'REGION_READ: expected at least 16 bytes, found 15',
  ],
  [
    'a write with less data than it says',
    message({ id: 1, command: write, flags: 0, body: Buffer.concat([u64(0n), words(0, 4), Buffer.alloc(3)]) }),
    'REGION_WRITE: expected at least 20 bytes, found 19',
  ],
  [
    'a reply to nothing',
    message({ id: 0x8123, command: 11, flags: 1, body: Buffer.alloc(16) }),
    'a reply to request 33059, command 11, which is not pending: it is late, or was never requested',
  ],
  [
    'another version',
    message({ id: 1, command: 1, flags: 0, body: Buffer.from([1, 0, 0, 0]) }),
    'expected version 0 of the protocol, found 1',
  ],
  [
    'capabilities that are no JSON',
    message({ id: 1, command: 1, flags: 0, body: Buffer.from('\0\0\0\0{oops\0') }),
    'VERSION: expected capabilities as a JSON object, found "{oops"',
  ],
];

describe('a peer that does not keep to the protocol is left, with the reason', () => {
  it.each(mistakes)('%s', async (_what, bytes, detail) => {
    await using bench = await overVfioUser();
    bench.client.stream.write(bytes);
    await bench.client.closed;
    expect(bench.closed).toEqual([{ kind: 'protocol-error', detail }]);
  });

  it('leaving in the middle of a message', async () => {
    await using bench = await overVfioUser();
    bench.client.stream.end(message({ id: 1, command: read, flags: 0, body: Buffer.alloc(16) }).subarray(0, 20));
    await bench.client.closed;
    expect(bench.closed).toEqual([
      { kind: 'protocol-error', detail: 'the peer disconnected in the middle of a message, after 20 bytes' },
    ]);
  });

  it.each([
    ['shorter than asked for', (reply: Buffer) => cut(reply, 4), 'a reply to DMA_READ: expected 80 bytes, found 76'],
    ['twice', (reply: Buffer) => Buffer.concat([reply, reply]), 'which is not pending'],
    ['to another request', (reply: Buffer) => renumber(reply), 'which is not pending'],
  ])('a transfer answered %s', async (_what, spoil, detail) => {
    await using bench = await overVfioUser();
    const { address } = bench.machine.memory.allocate(64);
    await startTransfer(bench.machine, address);
    await bench.settle();
    bench.client.onTransferReply = spoil;
    await startTransfer(bench.machine, address);
    await bench.client.closed;
    expect(bench.closed).toEqual([{ kind: 'protocol-error', detail: expect.stringContaining(detail) as string }]);
  });
});

describe('a peer that asks for what there is not', () => {
  it.each([
    ['a command', 99, Buffer.alloc(0), 38],
    ['a region', 5, words(32, 0, 9, 0, 0, 0, 0, 0), 22],
    ['a kind of interrupt', 7, words(16, 0, 5, 0), 22],
    ['bytes behind a BAR', read, Buffer.concat([u64(0xffen), words(0, 4)]), 22],
    ['an offset of 64 bits', read, Buffer.concat([u64(0xffff_ffff_ffff_fffen), words(0, 4)]), 22],
    ['a BAR that there is not', read, Buffer.concat([u64(0n), words(3, 4)]), 22],
    ['no bytes', read, Buffer.concat([u64(0n), words(0, 0)]), 22],
    ['4 GiB', read, Buffer.concat([u64(0n), words(0, 0xffff_ffff)]), 22],
    ['the end of an interrupt by descriptor', 8, words(20, 0x14, 0, 0, 1), 95],
  ])('%s: gets an error, and goes on', async (_what, command, body, errno) => {
    await using bench = await overVfioUser();
    expect((await bench.client.request(command, body)).errno).toBe(errno);
    expect(await bench.machine.read('ID')).toBe(0xcafe0042);
  });
});

it('takes messages in pieces of any size', async () => {
  await using bench = await overVfioUser();
  const bytes = message({
    id: 5,
    command: write,
    flags: 0x10,
    body: Buffer.concat([u64(4n), words(0, 4), words(0xabcd)]),
  });
  for (const byte of bytes) {
    bench.client.stream.write(Buffer.from([byte]));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await bench.machine.read('SCRATCH')).toBe(0xabcd);
});

it('turns a second machine away, and serves the next after the first has gone, with a fresh device', async () => {
  await using bench = await overVfioUser();
  await bench.machine.write('SCRATCH', 1);
  const second = new QemuClient(await connectLocal(bench.path), bench.machine.memory);
  await second.closed;
  expect(await bench.machine.read('SCRATCH')).toBe(1);
  bench.client.stream.destroy();
  await eventually(() => expect(bench.closed).toEqual([{ kind: 'peer-closed' }]));
  const third = new QemuClient(await connectLocal(bench.path), bench.machine.memory);
  await third.handshake();
  expect((await third.readBar({ bar: 0, offset: 4, length: 4 })).readUInt32LE()).toBe(0x11223344);
  third.stream.destroy();
});

/**
 * Nothing a peer sends may end the process or take memory without bound: whatever comes is answered, or ends the
 * connection.
 */
it('survives noise', async () => {
  for (let seed = 1; seed <= 30; seed++) {
    await using bench = await overVfioUser();
    sendNoise(bench.client, seed);
    bench.client.stream.end();
    await eventually(() => expect(bench.closed).toHaveLength(1));
    expect(bench.unit.crash).toBeUndefined();
  }
});

function sendNoise(client: QemuClient, seed: number): void {
  let state = seed;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return (state >> 8) % below;
  };
  for (let count = 0; count < 200; count++) {
    const body = Buffer.from(Array.from({ length: next(48) }, () => (next(3) === 0 ? next(256) : 0)));
    client.stream.write(message({ id: next(0x10000), command: next(16), flags: next(20) === 0 ? next(64) : 0, body }));
  }
}

async function startTransfer(
  machine: Awaited<ReturnType<typeof overVfioUser>>['machine'],
  address: number,
): Promise<void> {
  await machine.write('ADDRESS', BigInt(address));
  await machine.write('LENGTH', 64);
  await machine.write('CONTROL', 1);
}

function cut(reply: Buffer, bytes: number): Buffer {
  const shorter = Buffer.from(reply.subarray(0, reply.length - bytes));
  shorter.writeUInt32LE(shorter.length, 4);
  return shorter;
}

function renumber(reply: Buffer): Buffer {
  const other = Buffer.from(reply);
  other.writeUInt16LE(7, 0);
  return other;
}
