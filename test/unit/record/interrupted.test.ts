import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../../src/record/entries.ts';
import type { Results } from '../../../src/results/results.ts';
import { attempt, boot, end, header, recordOf, replay } from './record-rig.ts';

async function resultsOf(entries: readonly RecordEntry[]): Promise<Results> {
  return replay(await recordOf(entries)).results;
}

describe('the record of a run that was killed', () => {
  it('is reported with the tests that were not run, and is not ok', async () => {
    const results = await resultsOf([header(3), boot, attempt(1)]);
    expect(results).toMatchObject({
      exitStatus: 1,
      durationMs: 7600,
      interrupted: {
        notRun: [
          { id: 'edu/test-0', cell: 'cell' },
          { id: 'edu/test-2', cell: 'cell' },
        ],
      },
      totals: { tests: 3, ok: 1, pass: 1, error: 2 },
    });
    expect(results.tests.map(({ outcome, ok, reason }) => [outcome, ok, reason])).toEqual([
      ['error', false, 'not run: the run was interrupted'],
      ['pass', true, ''],
      ['error', false, 'not run: the run was interrupted'],
    ]);
    expect(results.tests.map((test) => 'console' in test)).toEqual([false, true, false]);
  });

  it('is not ok even when every test had ended well', async () => {
    expect(await resultsOf([header(1), boot, attempt(0)])).toMatchObject({
      exitStatus: 1,
      interrupted: { notRun: [] },
    });
  });

  it('does not call a test ok that had some of its runs before it', async () => {
    const { tests } = await resultsOf([header(2, { repeat: 3 }), attempt(0), attempt(1, { statuses: { run: 1 } })]);
    expect(tests.map(({ outcome, ok, reason }) => [outcome, ok, reason])).toEqual([
      ['error', false, 'interrupted after 1 of 3 runs, which were as expected'],
      ['fail', false, 'run ended with exit status 1'],
    ]);
  });

  it('may end in the middle of a line, wherever that is', async () => {
    const directory = await recordOf([header(2), boot, attempt(0), attempt(1)]);
    const path = join(directory, 'record.jsonl');
    const text = readFileSync(path);
    const lastLine = text.lastIndexOf('\n', text.length - 2) + 1;
    for (const end of [lastLine, lastLine + 1, Math.floor((lastLine + text.length) / 2), text.length - 1]) {
      writeFileSync(path, text);
      truncateSync(path, end);
      expect(replay(directory).results.interrupted?.notRun).toEqual([{ id: 'edu/test-1', cell: 'cell' }]);
    }
  });
});

describe('a record that is none, or has a line that is none,', () => {
  it.each<[string, string, RegExp]>([
    ['nothing', '', /expected a record that begins with its run, found none/],
    ['no JSON', 'hello\n', /^results\/record\.jsonl:1: expected JSON/],
    ['another version', '{"entry":"run","schema":"qemu-driver-test/record/2"}\n', /record\.jsonl:1/],
    ['no header', `${JSON.stringify(end)}\n`, /begins with its run/],
  ])('is refused, with the place: %s', async (_what, text, message) => {
    const directory = await recordOf([]);
    writeFileSync(join(directory, 'record.jsonl'), text);
    expect(() => replay(directory)).toThrow(message);
  });

  it.each<[string, unknown]>([
    ['an attempt of a test that is none', { ...attempt(7), record: attempt(7).record }],
    ['an entry of an unknown kind', { entry: 'more' }],
    ['a second header', header(1)],
    ['an ending that is none', { ...attempt(1), record: { ...attempt(1).record, ending: { kind: 'fine' } } }],
  ])('loses only its own content, and is reported: %s', async (_what, entry) => {
    const directory = await recordOf([header(2), attempt(0)]);
    for (const more of [entry, end])
      appendFileSync(
        join(directory, 'record.jsonl'),
        `${JSON.stringify(more, (_key, value: unknown) => (value instanceof RegExp ? value.source : value))}\n`,
      );
    const { results } = replay(directory);
    expect(results).toMatchObject({
      exitStatus: 1,
      interrupted: { notRun: [{ id: 'edu/test-1' }] },
      totals: { pass: 1 },
    });
    expect(results.interrupted?.damage).toHaveLength(1);
  });
});
