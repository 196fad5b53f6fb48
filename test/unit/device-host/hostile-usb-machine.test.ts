import { describe, expect, it } from 'vitest';
import { RedirSplitter } from '../../../src/device-host/usb-redir/redir-message.ts';
import { randomNumbers } from '../../../src/device/fault/trigger.ts';
import { scale } from '../device/usb/scale.ts';
import { eventually } from '../eventually.ts';
import { configured, type RedirClient, type RedirRig, serveForTest } from './redir-client.ts';

type Attack = readonly [string, (client: RedirClient) => void, string];

const attacks: readonly Attack[] = [
  ['an unknown message', (client) => client.send(99, 0), 'message 99 is not known'],
  ['a control request that is cut off', (client) => client.send(100, 2, 1, 2), 'control_packet: expected at least 10'],
  ['a bulk transfer that is cut off', (client) => client.send(101, 2, 1), 'bulk_packet: expected at least 10'],
  ['a choice without a value', (client) => client.send(6, 2), 'set_configuration: expected at least 1'],
  [
    'less data than it says',
    (client) => client.send(101, 2, Buffer.from([1, 0, 9, 0, 0, 0, 0, 0, 0, 0, 7])),
    'expected a transfer with 9 bytes, found 1',
  ],
  [
    'data for an endpoint that sends',
    (client) => client.send(101, 2, Buffer.from([0x81, 0, 1, 0, 0, 0, 0, 0, 0, 0, 7])),
    'expected a transfer with 0 bytes, found 1',
  ],
  ['an interrupt packet from nowhere', (client) => client.send(103, 2, 0x82, 0, 0, 0), 'an endpoint that receives'],
  ['a second hello', (client) => client.send(0, 0, Buffer.alloc(68, 0xff)), 'hello came twice'],
  [
    'an id that is under way',
    (client) => {
      client.bulk(2, 0x81, 64);
      client.bulk(2, 0x81, 64);
    },
    'transfer 2 is already under way',
  ],
  [
    'transfers without end',
    (client) => {
      for (let id = 2; id < 5000; id++) client.bulk(id, 0x81, 64);
    },
    'expected at most 4096 transfers under way',
  ],
  [
    'a message without end',
    (client) => client.stream.write(Buffer.from('65000000ffffffff0000000000000000', 'hex')),
    'expected a message of at most 16777280 bytes, found one of 4294967295',
  ],
  ['QEMU refusing the device', (client) => client.send(22, 0), 'QEMU refused the device'],
];

async function detailOf({ closed }: RedirRig): Promise<string> {
  await eventually(() => expect(closed).toHaveLength(1));
  const [reason] = closed;
  return reason?.kind === 'protocol-error' ? reason.detail : `no protocol error: ${reason?.kind}`;
}

describe('a machine that breaks the protocol is disconnected:', () => {
  it.each(attacks)('%s', async (_what, attack, detail) => {
    await using rig = await serveForTest(scale);
    const client = await configured(rig);
    attack(client);
    expect(await detailOf(rig)).toContain(detail);
    await eventually(() => expect(client.isEnded).toBe(true));
  });

  it('one that does not greet', async () => {
    await using rig = await serveForTest(scale);
    const client = await rig.connect();
    client.send(100, 0, Buffer.alloc(10));
    expect(await detailOf(rig)).toContain('expected hello first, found message 100');
  });

  it('one that cannot do what is needed', async () => {
    await using rig = await serveForTest(scale);
    const client = await rig.connect();
    client.greet(0x0f);
    expect(await detailOf(rig)).toContain('expected a peer with the capabilities 0x70, found 0xf');
  });

  it('one that hangs up in the middle of a message', async () => {
    await using rig = await serveForTest(scale);
    const client = await configured(rig);
    client.stream.end(Buffer.alloc(5));
    expect(await detailOf(rig)).toContain('in the middle of a message, after 5 bytes');
  });
});

it('serves the next machine after one that broke the protocol', async () => {
  await using rig = await serveForTest(scale);
  const bad = await configured(rig);
  bad.send(99, 0);
  await detailOf(rig);
  const good = await configured(rig);
  good.control(2, [0xc0, 0x11, 0, 0, 64]);
  expect((await good.answer(100, 2)).subarray(10).toString()).toBe('1000');
});

it('survives random messages', async () => {
  await using rig = await serveForTest(scale);
  const next = randomNumbers(11);
  const upTo = (limit: number): number => Math.floor(next() * limit);
  for (let round = 0; round < 40; round++) {
    const client = await rig.connect();
    client.greet();
    for (let count = 0; count < 50; count++) {
      const body = Buffer.from(Array.from({ length: upTo(20) }, () => upTo(256)));
      client.send([100, 101, 103, upTo(24)][upTo(4)] ?? 0, upTo(100), body);
    }
    await new Promise((resolve) => setImmediate(resolve));
    client.stream.destroy();
    await eventually(() => expect(client.isEnded).toBe(true));
  }
  expect(rig.unit.crash).toBeUndefined();
  await eventually(() => expect(rig.closed.length).toBeGreaterThanOrEqual(20));
});

describe('the splitter', () => {
  const message = (type: number, body: Buffer): Buffer => {
    const header = Buffer.alloc(16);
    header.writeUInt32LE(type, 0);
    header.writeUInt32LE(body.length, 4);
    return Buffer.concat([header, body]);
  };
  const hello = Buffer.concat([Buffer.from('000000004400000000000000', 'hex'), Buffer.alloc(68)]);

  it.each([1, 2, 15, 16, 17, 79, 80, 81, 1000])('finds the same messages in pieces of %i bytes', (size) => {
    const bodies = [Buffer.alloc(0), Buffer.alloc(1, 1), Buffer.alloc(300, 2), Buffer.alloc(16, 3)];
    const stream = Buffer.concat([hello, ...bodies.map((body, type) => message(type, body))]);
    const splitter = new RedirSplitter();
    const found: Buffer[] = [];
    for (let at = 0; at < stream.length; at += size)
      for (const { body } of splitter.push(stream.subarray(at, at + size))) found.push(body);
    expect(found.slice(1)).toEqual(bodies);
    expect(splitter.pendingBytes).toBe(0);
  });

  it('takes a long message in many small pieces without copying it again and again', () => {
    const splitter = new RedirSplitter();
    const stream = Buffer.concat([hello, message(101, Buffer.alloc(4 * 1024 * 1024, 7))]);
    let bytes = 0;
    for (let at = 0; at < stream.length; at += 64)
      for (const { body } of splitter.push(stream.subarray(at, at + 64))) bytes += body.length;
    // With a copy for each piece these would be 128 GiB.
    expect(bytes).toBe(68 + 4 * 1024 * 1024);
  });
});
