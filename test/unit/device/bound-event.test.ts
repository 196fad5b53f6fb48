import { expect, it } from 'vitest';
import { bounds } from '../../../src/bounds/bounds.ts';
import { AccessLog, boundEvent } from '../../../src/device/log/access-log.ts';

const { textChars, registers } = bounds.deviceLog;
const long = 'x'.repeat(100_000);
const cut = `${'x'.repeat(textChars - 1)}…`;

it('cuts every text of an event of a device', () => {
  expect(boundEvent({ kind: 'control', name: long, value: long })).toEqual({ kind: 'control', name: cut, value: cut });
  expect(boundEvent({ kind: 'fault', id: long, access: long })).toEqual({ kind: 'fault', id: cut, access: cut });
  expect(boundEvent({ kind: 'crash', during: long, message: long })).toEqual({
    kind: 'crash',
    during: cut,
    message: cut,
  });
});

it('names the first of many registers, and counts the rest', () => {
  const names = Array.from({ length: 100 }, (_, index) => `R${index}`);
  const event = { kind: 'read', bar: 0, offset: 0, length: 400, value: '0x0' } as const;
  expect(boundEvent({ ...event, registers: names })).toEqual({
    ...event,
    registers: [...names.slice(0, registers - 1), `… and ${101 - registers} more`],
  });
  expect(boundEvent({ ...event, registers: names.slice(0, registers) })).toEqual({
    ...event,
    registers: names.slice(0, registers),
  });
});

it('hands a log out in pages: each fits, and none is empty before the end', () => {
  const log = new AccessLog(() => 0);
  for (let index = 0; index < 10; index++) log.record({ kind: 'control', name: 'note', value: 'x'.repeat(100) });
  const entryChars = JSON.stringify(log.entries(0, 1)[0]).length;
  expect(log.page(0, 3 * (entryChars + 1)).map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
  expect(log.page(9, 1).map(({ sequence }) => sequence)).toEqual([9]);
  expect(log.page(10, 1000)).toEqual([]);
});
