import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatEntry } from '../../../src/record/entry-text.ts';
import { header, recordOf, replay } from './record-rig.ts';

// Its results could be written, and not be read back.
it.each([
  [
    'a test twice',
    { tests: [...header(1).tests, ...header(1).tests] },
    'results: tests[1]: "cell/edu/test-0" is there twice',
  ],
  ['a test of no cell', { cells: [] }, 'results: tests[0].cell: expected the id of a cell, found "cell"'],
  [
    'a test whose name leads out',
    { tests: header(1).tests.map((test) => ({ ...test, id: '../../x' })) },
    'tests[0].id: expected the path of a file inside of the directory, found "../../x"',
  ],
  ['a cell twice', { cells: [...header(1).cells, ...header(1).cells] }, 'results: cells: two of them have the same id'],
])('a record whose header has %s is refused', async (_what, changes, message) => {
  const directory = await recordOf([]);
  const whole = JSON.parse(formatEntry(header(1))) as object;
  const changed = { ...whole, ...(JSON.parse(JSON.stringify(changes)) as object) };
  writeFileSync(join(directory, 'record.jsonl'), `${JSON.stringify(changed)}\n`);
  expect(() => replay(directory)).toThrow(message);
});
