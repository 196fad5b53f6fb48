import { describe, expect, it } from 'vitest';
import { createTestBus, defineCanNode, type LogEntry, ms, parseFault } from 'qemu-driver-test/device';
import { CanBus } from '../../../src/device/can/can-bus.ts';
import { canAdapter } from '../../../src/device/can/gs-usb.ts';
import { errorFrame } from '../../../src/device/can/can-error.ts';
import { hostTime } from '../../../src/device/instance/model-clock.ts';
import { CanUnit } from '../../../src/device/unit/can-unit.ts';

/** Answers each frame with the next id and its data backwards; says by itself when its door is opened. */
const door = defineCanNode({
  name: 'door',
  controls: { isOpen: { type: 'switch', initial: false } },
  state: () => ({ heard: 0 }),
  received: ({ can, state }, { id, data }) => {
    state.heard++;
    can.send({ id: id + 1, data: data.toReversed() });
  },
  changed: {
    isOpen: ({ can }, isOpen) => can.send({ id: 0x123_4567, data: Uint8Array.of(isOpen ? 1 : 0), isExtended: true }),
  },
});

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const question = { id: 0x123, data: bytes(1, 2, 3) };
const answer = { id: 0x124, data: bytes(3, 2, 1) };

describe('a CAN node', () => {
  it('acknowledges a frame and answers it', async () => {
    const bus = await createTestBus(door);
    expect(await bus.can.send(question)).toBeUndefined();
    expect(bus.can.take()).toEqual([answer]);
    expect(bus.log.map((entry) => (entry.kind === 'exchange' ? entry.what : entry.kind))).toEqual([
      'reset',
      'CAN frame received (out, 3 bytes)',
      'CAN frame sent (in, 3 bytes)',
    ]);
    expect(bus.coverage.exchanges).toEqual({ received: { count: 1, bytes: 3 }, sent: { count: 1, bytes: 3 } });
  });

  it('speaks by itself', async () => {
    const bus = await createTestBus(door);
    bus.setControl('isOpen', true);
    expect(bus.can.take()).toEqual([{ id: 0x1234567, data: bytes(1), isExtended: true }]);
  });

  it.each([
    ['drop direction=out', 'ack'],
    ['error-frame', 'ack'],
    ['error-frame what=crc', 'crc'],
    ['link-down', 'ack'],
    ['device-remove', 'ack'],
  ])('%s: the sender is told %s, and the node hears nothing', async (fault, error) => {
    const bus = await createTestBus(door);
    bus.setFault(fault);
    expect(await bus.can.send(question)).toBe(error);
    expect(bus.can.take()).toEqual([]);
  });

  it('hears nothing after bus-off, until the interface is started again', async () => {
    const bus = await createTestBus(door);
    bus.setFault('bus-off nth=1');
    expect(await bus.can.send(question)).toBe('bus-off');
    expect(await bus.can.send(question)).toBe('bus-off');
    bus.can.restart();
    expect(await bus.can.send(question)).toBeUndefined();
    expect(bus.can.take()).toEqual([answer]);
  });

  it('is answered late, twice, cut and changed', async () => {
    const bus = await createTestBus(door);
    bus.setFault('corrupt direction=out nth=1 mask=0x80');
    bus.setFault('truncate direction=out nth=2 bytes=1');
    bus.setFault('duplicate direction=in nth=3');
    bus.setFault('delay direction=in nth=4 by=5ms');
    for (let round = 0; round < 4; round++) await bus.can.send(question);
    expect(bus.can.take()).toEqual([
      { id: 0x124, data: bytes(3, 2, 0x81) },
      { id: 0x124, data: bytes(1) },
      answer,
      answer,
    ]);
    await bus.step(5000);
    expect(bus.can.take()).toEqual([answer]);
  });

  it.each([
    ['an id of 12 bits', { id: 0x800, data: bytes() }, 'expected an id up to 0x7ff, found 2048'],
    ['nine bytes', { id: 1, data: new Uint8Array(9) }, 'expected at most 8 bytes, found 9'],
    ['data in a remote frame', { id: 1, data: bytes(1), isRemote: true }, 'no data in a remote frame, found 1'],
  ])('cannot send %s', async (_what, frame, message) => {
    const node = defineCanNode({ name: 'wrong', received: ({ can }) => can.send(frame) });
    const bus = await createTestBus(node);
    await expect(bus.can.send(question)).rejects.toThrow(message);
  });
});

describe('several nodes on a CAN bus', () => {
  const heardBy = (bus: { readonly log: readonly LogEntry[] }) =>
    bus.log.flatMap((entry) => (entry.kind === 'exchange' ? [`${entry.what.slice(10)} ${entry.outcome}`] : []));
  /** Counts what it hears. */
  const ear = defineCanNode({
    name: 'ear',
    controls: { heard: { type: 'number', initial: 0, readOnly: true } },
    received: ({ controls }) => {
      controls.heard++;
    },
  });
  async function withEar() {
    const bus = await createTestBus(door, { beside: [ear] });
    return { bus, beside: bus.node(ear) };
  }

  it('hear the machine and each other, but not themselves', async () => {
    const { bus, beside } = await withEar();
    expect(await bus.can.send(question)).toBeUndefined();
    expect(beside.getControl('heard')).toBe(2);
    expect(bus.can.take()).toEqual([answer]);
    expect(heardBy(bus)).toEqual(['received (out, 3 bytes) done', 'sent (in, 3 bytes) done']);
  });

  it('hear a frame before its answer', async () => {
    const ids: number[] = [];
    const scribe = defineCanNode({
      name: 'scribe',
      received: (_device, { id }) => {
        ids.push(id);
      },
    });
    const bus = await createTestBus(door, { beside: [scribe] });
    await bus.can.send(question);
    expect(ids).toEqual([question.id, answer.id]);
  });

  it.each(['drop direction=out', 'error-frame what=ack direction=out', 'link-down', 'device-remove'])(
    '%s at one node: another one acknowledges',
    async (fault) => {
      const { bus, beside } = await withEar();
      bus.setFault(fault);
      expect(await bus.can.send(question)).toBeUndefined();
      expect([bus.can.take(), beside.getControl('heard')]).toEqual([[], 1]);
      beside.setFault(fault);
      expect(await bus.can.send(question)).toBe('ack');
    },
  );

  it('an error at one node destroys the frame for all', async () => {
    const { bus, beside } = await withEar();
    beside.setFault('error-frame what=crc nth=1');
    expect(await bus.can.send(question)).toBe('crc');
    expect([bus.can.take(), beside.getControl('heard')]).toEqual([[], 0]);
    expect(heardBy(bus)).toEqual(['received (out, 3 bytes) error-frame']);
    expect(bus.coverage.exchanges).toEqual({ received: { count: 0, bytes: 0 }, sent: { count: 0, bytes: 0 } });
    expect(await bus.can.send(question)).toBeUndefined();
    expect(bus.can.take()).toEqual([answer]);
  });

  it('one that is late keeps nobody waiting', async () => {
    const { bus, beside } = await withEar();
    bus.setFault('delay direction=out by=5ms');
    expect(await bus.can.send(question)).toBeUndefined();
    expect([bus.can.take(), beside.getControl('heard')]).toEqual([[], 1]);
    await bus.step(5 * ms);
    expect([bus.can.take(), beside.getControl('heard')]).toEqual([[answer], 2]);
  });

  it('that answer each other for ever leave room for others', async () => {
    const parrot = (name: string) =>
      defineCanNode({
        name,
        controls: { heard: { type: 'number', initial: 0, readOnly: true } },
        received: ({ can, controls }, frame) => {
          controls.heard++;
          can.send(frame);
        },
      });
    const bus = await createTestBus(parrot('one'), { beside: [parrot('two')] });
    expect(await bus.can.send(question)).toBeUndefined();
    const before = Number(bus.getControl('heard'));
    await bus.settle();
    expect(Number(bus.getControl('heard'))).toBeGreaterThan(before);
    bus.can.restart();
  });

  it('are found by their models', async () => {
    const { bus } = await withEar();
    expect(() => bus.node(defineCanNode({ name: 'stranger' }))).toThrow(
      'stranger is not on this bus: name it among those beside',
    );
  });

  it('fail in their own names', async () => {
    const clumsy = defineCanNode({
      name: 'clumsy',
      received: () => {
        throw new Error('slipped');
      },
    });
    const bus = await createTestBus(door, { beside: [clumsy] });
    await expect(bus.can.send(question)).rejects.toThrow('slipped');
  });
});

describe('the adapter in front of a node', () => {
  async function started() {
    const unit = new CanUnit(door, { time: hostTime });
    const bus = new CanBus();
    bus.add(unit);
    const { usb } = await createTestBus(canAdapter(bus));
    await usb.control('MODE', { bytes: Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]) });
    return { usb, unit };
  }
  const sent = Buffer.concat([Buffer.from([7, 0, 0, 0, 0x23, 1, 0, 0, 3, 0, 0, 0, 1, 2, 3]), Buffer.alloc(5)]);

  it('gives a frame back when it was acknowledged, with the answer before it', async () => {
    const { usb } = await started();
    await usb.out('sent', sent);
    const frames = [await usb.in('received', 20), await usb.in('received', 20)];
    expect(frames[0]).toEqual(sent);
    expect([frames[1]?.readUInt32LE(0), frames[1]?.readUInt32LE(4), frames[1]?.readUInt8(8)]).toEqual([
      0xffff_ffff, 0x124, 3,
    ]);
  });

  it('tells an error as a frame with the flag of errors', async () => {
    const { usb, unit } = await started();
    unit.faults.add(parseFault('error-frame what=stuff'));
    await usb.out('sent', sent);
    const told = await usb.in('received', 20);
    expect([told.readUInt32LE(0), told.readUInt32LE(4)]).toEqual([0xffff_ffff, 0x2000_0008]);
    expect(Uint8Array.from(told.subarray(12))).toEqual(errorFrame('stuff').data);
  });
});
