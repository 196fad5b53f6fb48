import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordName } from '../../../src/record/entries.ts';
import { RecordWriter } from '../../../src/record/record-writer.ts';
import { replayRecord } from '../../../src/record/replay.ts';
import { mountSmallDisk, smallDisks } from '../small-disk.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { attempt, boot, end, header } from './record-rig.ts';

interface Written {
  readonly directory: string;
  readonly troubles: readonly string[];
  readonly unwritten: number;
  readonly outcomes: readonly string[];
}

/** Two tests, and something that happens to the results between them. */
async function writeAround(happening: (directory: string) => void): Promise<Written> {
  const directory = join(temporaryDirectory(), 'below', 'results');
  mkdirSync(directory, { recursive: true });
  const troubles: string[] = [];
  const writer = await RecordWriter.create(directory, (reason) => troubles.push(reason));
  for (const entry of [header(2), boot, attempt(0)]) await writer.append(entry);
  happening(directory);
  for (const entry of [attempt(1, { statuses: { run: 3 } }), end]) await writer.append(entry);
  await writer.close();
  const { unwritten } = writer;
  const { results } = replayRecord({ directory, name: 'results', unwritten });
  expect(results.interrupted).toBeUndefined();
  return { directory, troubles, unwritten: unwritten.length, outcomes: results.tests.map(({ outcome }) => outcome) };
}

describe('a record that is taken away while it is written', () => {
  it.each<[string, (directory: string) => void]>([
    ['with its directory', (directory) => rmSync(directory, { recursive: true })],
    ['with the directory above', (directory) => rmSync(dirname(directory), { recursive: true })],
    ['by another name for its directory', (directory) => renameSync(directory, `${directory}-old`)],
    ['alone', (directory) => rmSync(join(directory, recordName))],
    [
      'for another file',
      (directory) => {
        rmSync(join(directory, recordName));
        writeFileSync(join(directory, recordName), 'not a record\n');
      },
    ],
  ])('%s is told, once, and put back with all that is known', async (_what, happening) => {
    const { directory, troubles, unwritten, outcomes } = await writeAround(happening);
    expect(troubles).toEqual([`${join(directory, recordName)} was removed during the run`]);
    expect(outcomes).toEqual(['pass', 'fail']);
    expect([unwritten, readFileSync(join(directory, recordName), 'utf8').split('\n').length]).toEqual([0, 6]);
  });

  it('is reported from memory where it cannot be put back', async () => {
    const { directory, troubles, unwritten, outcomes } = await writeAround((results) => {
      rmSync(dirname(results), { recursive: true });
      writeFileSync(dirname(results), 'no directory any more');
    });
    expect(troubles).toHaveLength(1);
    expect(outcomes).toEqual(['pass', 'fail']);
    expect([unwritten, existsSync(directory)]).toEqual([5, false]);
  });
});

it.skipIf(!smallDisks.possible)(`a reserve that cannot be given up costs no entry (${smallDisks.reason})`, async () => {
  const { troubles, outcomes } = await writeAround((directory) => {
    rmSync(join(directory, '.reserve'));
    mountSmallDisk(join(directory, '.reserve'), 16);
  });
  expect([troubles, outcomes]).toEqual([[], ['pass', 'fail']]);
});
