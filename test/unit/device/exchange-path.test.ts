import { describe, expect, it } from 'vitest';
import { ExchangePath } from '../../../src/device/exchange/exchange-path.ts';
import type { Exchanged } from '../../../src/device/exchange/outcome.ts';
import type { DeviceParts } from '../../../src/device/fault/device-parts.ts';
import { FaultGate } from '../../../src/device/fault/fault-gate.ts';
import { parseFault } from '../../../src/device/fault/parse-fault.ts';
import type { ExchangePassing } from '../../../src/device/fault/passing.ts';
import { AccessLog } from '../../../src/device/log/access-log.ts';
import { CoverageCounter } from '../../../src/device/log/coverage.ts';

const usb: DeviceParts = {
  bus: 'usb',
  accesses: ['transfer'],
  names: { endpoint: ['answers', 'control'], request: ['TARE'] },
};

function makePath(...faults: readonly string[]) {
  const waits: number[] = [];
  const log = new AccessLog(() => 0);
  const gate = new FaultGate({
    parts: usb,
    nowUs: () => 0,
    onFired: (id, access) => log.record({ kind: 'fault', id, access }),
  });
  for (const text of faults) gate.set.add(parseFault(text));
  const coverage = new CoverageCounter({ places: [], vectors: [], exchanges: ['answers', 'TARE'] });
  const wait = (delayUs: number): Promise<void> => {
    waits.push(delayUs);
    return Promise.resolve();
  };
  return { path: new ExchangePath({ gate, log, coverage, nowUs: () => 0, wait }), gate, log, coverage, waits };
}

const answers: ExchangePassing<'transfer'> = { kind: 'transfer', name: 'answers', direction: 'in', length: 4 };
const commands: ExchangePassing<'transfer'> = { kind: 'transfer', name: 'commands', direction: 'out', length: 3 };
const model = (): Exchanged<'transfer'> => ({ outcome: 'done', bytes: Buffer.from([1, 2, 3, 4]) });
const none = Buffer.alloc(0);

describe('an exchange', () => {
  it('reaches the model, the log and the coverage', async () => {
    const { path, log, coverage } = makePath();
    expect(await path.carry(answers, none, model)).toEqual({ outcome: 'done', bytes: Buffer.from([1, 2, 3, 4]) });
    expect(log.entries()).toMatchObject([
      { kind: 'exchange', what: 'transfer answers (in, 4 bytes)', outcome: 'done', bytes: '01020304', length: 4 },
    ]);
    expect(coverage.coverage.exchanges).toEqual({ answers: { count: 1, bytes: 4 }, TARE: { count: 0, bytes: 0 } });
  });

  it.each(['stall', 'nak', 'io-error', 'babble'] as const)(
    'ends with %s before the model hears of it',
    async (kind) => {
      const { path } = makePath(`${kind} endpoint=answers nth=2`);
      const called: string[] = [];
      const ask = (): Exchanged<'transfer'> => {
        called.push('asked');
        return model();
      };
      const outcomes = [];
      for (let round = 0; round < 3; round++) outcomes.push((await path.carry(answers, none, ask)).outcome);
      expect(outcomes).toEqual(['done', kind, 'done']);
      expect(called).toHaveLength(2);
    },
  );

  it('is shortened and changed on its way to the machine', async () => {
    const { path } = makePath('short bytes=3', 'corrupt byte=2 mask=0x80');
    expect((await path.carry(answers, none, model)).bytes).toEqual(Buffer.from([1, 2, 0x83]));
  });

  it('is shortened and changed on its way to the device', async () => {
    const { path } = makePath('short bytes=2', 'corrupt mask=1');
    const { bytes } = await path.carry(commands, Buffer.from([8, 8, 8]), (sent) => ({ outcome: 'done', bytes: sent }));
    expect(bytes).toEqual(Buffer.from([9, 8]));
  });

  it('waits for a late answer', async () => {
    const { path, waits } = makePath('late by=5ms');
    await path.carry(answers, none, model);
    expect(waits).toEqual([5000]);
  });

  it('does not take place with a device that was removed', async () => {
    const { path } = makePath('device-remove nth=2');
    const outcomes = [];
    for (let round = 0; round < 3; round++) outcomes.push((await path.carry(answers, none, model)).outcome);
    expect(outcomes).toEqual(['done', 'gone', 'gone']);
  });

  it('is counted by direction and name', async () => {
    const { path, gate } = makePath(
      'stall direction=out nth=9',
      'nak endpoint=answers nth=9',
      'babble request=TARE nth=9',
    );
    await path.carry(answers, none, model);
    await path.carry(commands, none, model);
    await path.carry({ ...answers, name: 'TARE' }, none, model);
    expect(gate.set.reports.map(({ counted }) => counted)).toEqual([1, 1, 1]);
  });
});

describe('a fault that fits nothing of a device', () => {
  it.each([
    ['irq-drop', 'a USB device has no irq-drop; its faults are stall, nak, short, corrupt, babble, io-error, late'],
    ['stall endpoint=answer', 'no endpoint answer; the endpoints are answers, control'],
    ['device-remove register=STATUS', 'a USB device has no registers'],
  ])('%s is refused', (text, message) => {
    const { gate } = makePath();
    expect(() => {
      gate.set.add(parseFault(text));
    }).toThrow(message);
  });
});
