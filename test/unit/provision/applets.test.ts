import { expect, it } from 'vitest';
import { appletsIn } from '../../../src/provision/initramfs/applets.ts';

const program = (table: string): Buffer => Buffer.from(`code ${table}`, 'latin1');

it('the table ends where its order does, or where something else than a name stands', () => {
  expect(appletsIn(program('[\0[[\0acpid\0ar\0zcat\0abc\0'))).toEqual(['[', '[[', 'acpid', 'ar', 'zcat']);
  expect(appletsIn(program('[\0[[\0acpid\0ar\0\0next\0'))).toEqual(['[', '[[', 'acpid', 'ar']);
  expect(appletsIn(program('[\0[[\0acpid\0no name\0'))).toEqual(['[', '[[', 'acpid']);
  expect(appletsIn(program(`[\0[[\0acpid\0b${'b'.repeat(100)}\0`))).toEqual(['[', '[[', 'acpid']);
});

it('a table that is cut off, or missing, is no reason to go on', () => {
  expect(appletsIn(program('[\0[[\0acpid'))).toEqual(['[', '[[']);
  expect(appletsIn(program('nothing'))).toEqual([]);
});
