import { beforeEach, describe, expect, it } from 'vitest';
import { boardRegisters as at } from '../../../../src/device/board/board-layout.ts';
import { BoardError, LineBank } from '../../../../src/device/board/line-bank.ts';

let events = 0;
let bank = new LineBank(() => events++);
beforeEach(() => {
  events = 0;
  bank = new LineBank(() => events++);
  for (const name of ['a', 'b', 'c']) bank.take(name, false);
});

describe('an edge', () => {
  it('is an event in the direction that the guest asked for', () => {
    bank.write(at.enabled, 0b11);
    bank.write(at.falling, 0b10);
    bank.drive(0, true);
    bank.drive(1, true);
    expect([events, bank.read(at.pending)]).toEqual([1, 0b01]);
    bank.drive(0, false);
    bank.drive(1, false);
    expect([events, bank.read(at.pending)]).toEqual([2, 0b10]);
  });

  it('is an event in both directions', () => {
    bank.write(at.enabled, 1);
    bank.write(at.both, 1);
    bank.drive(0, true);
    bank.drive(0, false);
    expect(events).toBe(2);
  });

  it('that came while the line was masked is told later, unless the guest has cleared it', () => {
    bank.drive(0, true);
    bank.drive(1, true);
    expect([events, bank.read(at.pending)]).toEqual([0, 0]);
    bank.write(at.clear, 0b10);
    bank.write(at.enabled, 0b11);
    expect([events, bank.read(at.pending)]).toEqual([1, 0b01]);
  });
});

describe('a level', () => {
  beforeEach(() => {
    bank.write(at.level, 1);
    bank.write(at.enabled, 1);
  });

  it('is an event again when its line is let through and it is still there', () => {
    bank.drive(0, true);
    expect(bank.read(at.pending)).toBe(1);
    bank.write(at.enabled, 0);
    bank.write(at.enabled, 1);
    expect([events, bank.read(at.pending)]).toEqual([2, 1]);
    bank.write(at.enabled, 0);
    bank.drive(0, false);
    bank.write(at.enabled, 1);
    expect([events, bank.read(at.pending)]).toEqual([2, 0]);
  });

  it('may be the low one', () => {
    bank.drive(0, true);
    bank.read(at.pending);
    bank.write(at.falling, 1);
    events = 0;
    bank.drive(0, false);
    expect([events, bank.read(at.pending)]).toEqual([1, 1]);
  });
});

describe('a line that the guest drives', () => {
  it('tells its device, and reads as it is driven', () => {
    const seen: boolean[] = [];
    bank.onDriven(2, (isHigh) => seen.push(isHigh));
    bank.write(at.output, 0b100);
    expect(seen).toEqual([]);
    bank.write(at.direction, 0b100);
    expect(bank.read(at.input)).toBe(0b100);
    bank.write(at.output, 0);
    bank.write(at.output, 0b100);
    bank.write(at.direction, 0);
    expect(seen).toEqual([true, false, true, false]);
  });

  it('has the level of the guest when its device drives it, too', () => {
    bank.write(at.direction, 1);
    bank.drive(0, true);
    expect(bank.read(at.input)).toBe(0);
  });
});

it('keeps what the devices drive at a reset, and nothing of the guest', () => {
  bank.drive(1, true);
  bank.write(at.enabled, 7);
  bank.write(at.output, 1);
  bank.write(at.direction, 1);
  bank.reset();
  expect(bank.read(at.input)).toBe(0b10);
  expect([at.enabled, at.output, at.direction, at.pending].map((offset) => bank.read(offset))).toEqual([0, 0, 0, 0]);
});

it('has 32 lines, of which the last works as the first', () => {
  for (let line = 3; line < 32; line++) bank.take(`line${line}`, false);
  bank.write(at.enabled, 0x80000000);
  bank.drive(31, true);
  expect([bank.read(at.input), bank.read(at.pending)]).toEqual([0x80000000, 0x80000000]);
  expect(() => bank.take('one more', false)).toThrow(BoardError);
});
