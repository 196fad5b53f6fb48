import { describe, expect, it } from 'vitest';
import { defineUsbDevice, ms } from 'qemu-driver-test/device';
import { parseFault } from '../../../src/device/fault/parse-fault.ts';
import { scale } from '../device/usb/scale.ts';
import { eventually } from '../eventually.ts';
import { configured, serveForTest } from './redir-client.ts';

const bytes = (text: string): Buffer => Buffer.from(text);
const types = (heard: readonly { readonly type: number }[]): readonly number[] => heard.map(({ type }) => type);

describe('a machine that connects', () => {
  it('is told what the device is, before it is told that it is there', async () => {
    await using rig = await serveForTest(scale);
    const client = await rig.connect();
    client.greet();
    await client.answer(1, 0);
    expect(types(client.heard)).toEqual([0, 4, 5, 1]);
    const [hello, faces, endpoints, connect] = client.heard.map(({ body }) => body);
    expect(hello?.readUInt32LE(64)).toBe(0x7e);
    expect([...(connect ?? [])]).toEqual([2, 0, 0, 0, 0xe5, 0x1d, 0xcd, 0x0a, 0x00, 0x01]);
    expect(faces).toHaveLength(132);
    expect([faces?.readUInt32LE(0), faces?.[4], faces?.[36]]).toEqual([1, 0, 0xff]);
    // Only the control endpoint, which has a place for each direction.
    expect([...(endpoints ?? [])].slice(0, 32)).toEqual(
      Array.from({ length: 32 }, (_, at) => (at === 0 || at === 16 ? 0 : 255)),
    );
  });

  it('is told of the endpoints, before its choice is answered', async () => {
    await using rig = await serveForTest(scale);
    const client = await configured(rig);
    expect(types(client.heard).slice(4)).toEqual([4, 5, 8]);
    const endpoints = client.heard[5]?.body ?? Buffer.alloc(0);
    expect([endpoints[1], endpoints[17], endpoints[18]]).toEqual([2, 2, 3]);
    expect(endpoints[32 + 18]).toBe(7);
    expect(endpoints.readUInt16LE(96 + 2 * 17)).toBe(512);
    expect([...(await client.answer(8, 1))]).toEqual([0, 1]);
  });

  it('finds the device reset, if another one was there before', async () => {
    await using rig = await serveForTest(scale);
    const first = await configured(rig);
    first.bulk(2, 0x01, bytes('left'));
    await first.answer(101, 2);
    first.stream.destroy();
    await eventually(() => expect(rig.closed).toEqual([{ kind: 'peer-closed' }]));
    const second = await configured(rig);
    second.bulk(3, 0x81, 64);
    second.control(4, [0x80, 8, 0, 0, 1]);
    await second.answer(100, 4);
    expect(second.heard.some(({ type }) => type === 101)).toBe(false);
  });

  it('is refused while another one is there', async () => {
    await using rig = await serveForTest(scale);
    await configured(rig);
    const second = await rig.connect();
    await eventually(() => expect(second.isEnded).toBe(true));
  });
});

describe('a transfer', () => {
  it('comes back with its id, its header and its data', async () => {
    await using rig = await serveForTest(scale);
    const client = await configured(rig);
    client.bulk(2, 0x01, bytes('hello'));
    expect((await client.answer(101, 2)).toString('hex')).toBe('01000500000000000000');
    client.bulk(3, 0x81, 512);
    expect((await client.answer(101, 3)).toString('hex')).toBe(`81000500000000000000${bytes('hello').toString('hex')}`);
    client.control(4, [0xc0, 0x11, 1, 2, 64]);
    expect((await client.answer(100, 4)).toString('hex')).toBe(`8011c000010002000400${bytes('1000').toString('hex')}`);
  });

  it('of 256 KiB is one message', async () => {
    await using rig = await serveForTest(scale);
    const client = await configured(rig);
    const sent = Buffer.alloc(256 * 1024, 3);
    client.bulk(2, 0x01, sent);
    expect((await client.answer(101, 2)).readUInt16LE(8)).toBe(4);
    client.bulk(3, 0x81, 300 * 1024);
    const answer = await client.answer(101, 3);
    expect([answer.readUInt16LE(2), answer.readUInt16LE(8)]).toEqual([0, 4]);
    expect(answer.subarray(10).equals(sent)).toBe(true);
  });

  it('that nobody answers waits, and is answered when it is cancelled', async () => {
    await using rig = await serveForTest(scale);
    const client = await configured(rig);
    client.bulk(2, 0x81, 64);
    client.control(3, [0x80, 8, 0, 0, 1]);
    await client.answer(100, 3);
    expect(types(client.heard)).not.toContain(101);
    client.send(21, 2);
    expect([...(await client.answer(101, 2))].slice(0, 4)).toEqual([0x81, 1, 0, 0]);
    client.bulk(4, 0x01, bytes('x'));
    client.bulk(5, 0x81, 64);
    expect((await client.answer(101, 5)).subarray(10)).toEqual(bytes('x'));
  });

  it('to an interrupt endpoint is one, too', async () => {
    const device = defineUsbDevice({
      name: 'lamp',
      usb: { vendor: 1, product: 2 },
      interfaces: { all: { class: 0xff, endpoints: { colour: { out: 2, type: 'interrupt', everyMs: 1 } } } },
      state: () => ({ colour: '' }),
      control: { COLOUR: { request: 1, in: ({ state }) => Buffer.from(state.colour) } },
      received: { colour: ({ state }, given) => void (state.colour = given.toString()) },
    });
    await using rig = await serveForTest(device);
    const client = await configured(rig);
    client.send(103, 2, Buffer.from([2, 0, 3, 0]), bytes('red'));
    expect((await client.answer(103, 2)).toString('hex')).toBe('02000300');
    client.control(3, [0xc0, 1, 0, 0, 64]);
    expect((await client.answer(100, 3)).subarray(10)).toEqual(bytes('red'));
  });

  it.each([
    ['stall', 4],
    ['io-error', 3],
    ['babble', 6],
    ['link-down', 3],
  ])('with %s has status %i', async (fault, status) => {
    await using rig = await serveForTest(scale);
    const client = await configured(rig);
    rig.unit.faults.add(parseFault(fault));
    client.bulk(2, 0x01, bytes('x'));
    expect([...(await client.answer(101, 2))].slice(0, 4)).toEqual([0x01, status, 0, 0]);
    client.control(3, [0xc0, 0x11, 0, 0, 64]);
    expect((await client.answer(100, 3))[3]).toBe(status);
  });
});

describe('an interrupt endpoint', () => {
  it('brings packets while it is polled, with ids from 0', async () => {
    await using rig = await serveForTest(scale);
    const client = await configured(rig);
    void rig.unit.setControl('weight', 1);
    client.send(15, 0, 0x82);
    void rig.unit.setControl('weight', 2);
    expect((await client.answer(103, 0)).toString('hex')).toBe('8200010031');
    expect((await client.answer(103, 1)).toString('hex')).toBe('8200010032');
    client.send(16, 0, 0x82);
    await eventually(() => expect(client.heard.filter(({ type }) => type === 17)).toHaveLength(2));
    void rig.unit.setControl('weight', 3);
    client.control(9, [0x80, 8, 0, 0, 1]);
    await client.answer(100, 9);
    expect(client.heard.filter(({ type }) => type === 103)).toHaveLength(2);
  });

  it('stalls once, and goes on when it is cleared', async () => {
    await using rig = await serveForTest(scale);
    const client = await configured(rig);
    rig.unit.faults.add(parseFault('stall endpoint=alarms nth=1'));
    client.send(15, 0, 0x82);
    void rig.unit.setControl('weight', 1);
    void rig.unit.setControl('weight', 2);
    expect([...(await client.answer(103, 0))]).toEqual([0x82, 4, 0, 0]);
    client.control(9, [0x02, 1, 0, 0x82, 0]);
    expect((await client.answer(103, 1)).subarray(4)).toEqual(bytes('2'));
    expect(client.heard.filter(({ type }) => type === 103)).toHaveLength(2);
  });

  it('has errors and lost packets by faults', async () => {
    await using rig = await serveForTest(scale);
    const client = await configured(rig);
    rig.unit.faults.add(parseFault('io-error endpoint=alarms nth=1'));
    rig.unit.faults.add(parseFault('nak endpoint=alarms nth=2'));
    client.send(15, 0, 0x82);
    for (const weight of [1, 2, 3]) void rig.unit.setControl('weight', weight);
    expect([...(await client.answer(103, 0))]).toEqual([0x82, 3, 0, 0]);
    expect((await client.answer(103, 1)).subarray(4)).toEqual(bytes('3'));
  });
});

describe('a device that is removed', () => {
  it('answers everything that the machine waits for, then says that it is gone', async () => {
    await using rig = await serveForTest(scale);
    const client = await configured(rig);
    client.bulk(2, 0x81, 64);
    client.bulk(3, 0x81, 64);
    client.control(4, [0x80, 8, 0, 0, 1]);
    await client.answer(100, 4);
    rig.served.remove();
    await client.answer(2, 0);
    expect(client.heard.slice(-3).map(({ type, id }) => [type, id])).toEqual([
      [101, 2n],
      [101, 3n],
      [2, 0n],
    ]);
    expect((await client.answer(101, 2))[1]).toBe(1);
    expect(rig.closed).toEqual([{ kind: 'removed' }]);
    // What the machine had sent before it knew.
    client.bulk(5, 0x01, bytes('x'));
    expect((await client.answer(101, 5))[1]).toBe(1);
  });

  it('goes in the middle of the transfer that a fault names', async () => {
    await using rig = await serveForTest(scale);
    const client = await configured(rig);
    rig.unit.faults.add(parseFault('device-remove request=WEIGHT nth=2'));
    for (const id of [2, 3]) client.control(id, [0xc0, 0x11, 0, 0, 64]);
    await client.answer(2, 0);
    expect((await client.answer(100, 2))[3]).toBe(0);
    expect((await client.answer(100, 3))[3]).toBe(1);
    expect(types(client.heard).slice(-2)).toEqual([100, 2]);
  });
});

it('a reset ends what is under way, and the device is new', async () => {
  await using rig = await serveForTest(scale);
  const client = await configured(rig);
  client.bulk(2, 0x01, bytes('old'));
  rig.unit.faults.add(parseFault('late by=5ms nth=1'));
  client.control(3, [0xc0, 0x11, 0, 0, 64]);
  client.send(3, 0);
  expect((await client.answer(100, 3))[3]).toBe(1);
  rig.unit.clock.stop();
  rig.unit.clock.step(5 * ms);
  client.send(7, 4);
  expect([...(await client.answer(8, 4))]).toEqual([0, 0]);
});

it('settings of interfaces are chosen and told', async () => {
  await using rig = await serveForTest(scale);
  const client = await configured(rig);
  client.send(10, 2, 0);
  expect([...(await client.answer(11, 2))]).toEqual([0, 0, 0]);
  client.send(9, 3, 0, 1);
  expect([...(await client.answer(11, 3))]).toEqual([4, 0, 0]);
  client.send(12, 4, 0x83, 1, 1);
  expect([...(await client.answer(14, 4))]).toEqual([2, 0x83]);
});
