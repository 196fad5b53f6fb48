import { describe, expect, it } from 'vitest';
import { bounds } from '../../../src/bounds/bounds.ts';
import { FramePath } from '../../../src/device/exchange/frame-path.ts';
import { FaultGate } from '../../../src/device/fault/fault-gate.ts';
import { parseFault } from '../../../src/device/fault/parse-fault.ts';
import { AccessLog } from '../../../src/device/log/access-log.ts';
import { CoverageCounter } from '../../../src/device/log/coverage.ts';

function makePath(...faults: readonly string[]) {
  const wakes: (() => void)[] = [];
  const log = new AccessLog(() => 0);
  const gate = new FaultGate({ parts: { bus: 'link', accesses: ['frame'], names: {} }, nowUs: () => 0 });
  for (const text of faults) gate.set.add(parseFault(text));
  const coverage = new CoverageCounter({ places: [], vectors: [], exchanges: ['sent', 'received'] });
  const wait = (): Promise<void> => new Promise((resolve) => wakes.push(resolve));
  const path = new FramePath({ gate, log, coverage, nowUs: () => 0, wait });
  const arrived: string[] = [];
  const carry = (text: string, direction: 'in' | 'out' = 'in'): void => {
    const frame = Buffer.from(text);
    const name = direction === 'in' ? 'sent' : 'received';
    path.carry({ kind: 'frame', name, direction, length: frame.length }, frame, {
      arrived: (seen) => arrived.push(`${direction} ${seen.toString()}`),
    });
  };
  const wakeAll = async (): Promise<void> => {
    for (const wake of wakes.splice(0)) wake();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { path, gate, log, coverage, arrived, carry, wakeAll, wakes };
}

describe('a frame', () => {
  it('arrives at once, and is in the log and the coverage', () => {
    const { carry, arrived, log, coverage } = makePath();
    carry('hello');
    carry('you', 'out');
    expect(arrived).toEqual(['in hello', 'out you']);
    expect(log.entries()).toMatchObject([
      { kind: 'exchange', what: 'frame sent (in, 5 bytes)', outcome: 'done', bytes: '68656c6c6f' },
      { kind: 'exchange', what: 'frame received (out, 3 bytes)', outcome: 'done' },
    ]);
    expect(coverage.coverage.exchanges).toEqual({ sent: { count: 1, bytes: 5 }, received: { count: 1, bytes: 3 } });
  });

  it.each([
    ['drop nth=2', ['a', 'c', 'd']],
    ['duplicate nth=2 times=2', ['a', 'b', 'b', 'b', 'c', 'd']],
    ['reorder nth=2', ['a', 'c', 'b', 'd']],
    ['reorder', ['b', 'a', 'd', 'c']],
    ['reorder nth=4', ['a', 'b', 'c']],
    ['truncate nth=2', ['a', '', 'c', 'd']],
    ['corrupt nth=1 mask=0x20', ['A', 'b', 'c', 'd']],
    ['link-down from=3', ['a', 'b']],
    ['drop direction=out', ['a', 'b', 'c', 'd']],
  ])('with %s', (fault, expected) => {
    const { carry, arrived } = makePath(fault);
    for (const text of ['a', 'b', 'c', 'd']) carry(text);
    expect(arrived).toEqual(expected.map((text) => `in ${text}`));
  });

  it('that is late lets others overtake it', async () => {
    const { carry, arrived, wakeAll } = makePath('delay by=5ms nth=1');
    carry('a');
    carry('b');
    expect(arrived).toEqual(['in b']);
    await wakeAll();
    expect(arrived).toEqual(['in b', 'in a']);
  });

  it('of the other direction does not release one that is held back', () => {
    const { carry, arrived } = makePath('reorder nth=1');
    carry('a', 'in');
    carry('b', 'out');
    expect(arrived).toEqual(['out b']);
    carry('c', 'in');
    expect(arrived).toEqual(['out b', 'in c', 'in a']);
  });

  it('on its way to a machine that is gone never arrives', async () => {
    const { path, carry, arrived, wakeAll } = makePath('delay by=5ms nth=1', 'reorder nth=2');
    carry('a');
    carry('b');
    path.restart();
    await wakeAll();
    carry('c');
    expect(arrived).toEqual(['in c']);
  });

  it('is lost when too many wait', () => {
    const { carry, log, wakes } = makePath('delay by=1s');
    for (let count = 0; count < bounds.frames.delayed + 5; count++) carry('x');
    expect(wakes).toHaveLength(bounds.frames.delayed);
    expect(log.entries()).toMatchObject(Array.from({ length: 5 }, () => ({ outcome: 'dropped' })));
  });

  it('does not pass a device that a fault has removed', () => {
    const { carry, arrived, log } = makePath('device-remove nth=2');
    for (const text of ['a', 'b', 'c']) carry(text);
    expect(arrived).toEqual(['in a']);
    expect(log.entries()).toMatchObject([{ outcome: 'done' }, { outcome: 'gone' }, { outcome: 'gone' }]);
  });
});
