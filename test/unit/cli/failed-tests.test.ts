import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/cli/run-command.ts';
import { UsageError } from '../../../src/command/parse-arguments.ts';
import { resultsDirectory } from '../report/html/sample-directory.ts';
import { cell, results, test } from '../report/sample-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { commandIn, wordsOf } from './command-rig.ts';
import { listed, writeAll } from './selected-tests.ts';

const old = cell('debian:6.1', 'default');
const current = cell('debian:6.12', 'default');
const bad = { outcome: 'fail', ok: false } as const;
const kernels = ['--kernel', 'debian:6.1', '--kernel', 'debian:6.12'];

/** Three tests, and the directory with the results of their last run. */
function suiteAfter(tests: Parameters<typeof results>[1]): { readonly root: string; readonly out: string } {
  const root = temporaryDirectory();
  writeAll(root, { 'edu/a/run': '#!/bin/sh\n', 'edu/b/run': '#!/bin/sh\n', 'edu/c/run': '#!/bin/sh\n' });
  return { root, out: resultsDirectory(results([old, current], tests)) };
}

describe('--failed', () => {
  it('selects in each cell what was not as expected there, and in a new cell what was not in any', async () => {
    const { root, out } = suiteAfter([
      test('edu/a', old.id, bad),
      test('edu/b', old.id),
      test('edu/a', current.id),
      test('edu/b', current.id, { ...bad, outcome: 'pass' }),
      test('edu/c', current.id),
    ]);
    expect(await listed(root, 'edu', '--failed', '--out', out, ...kernels)).toEqual({
      ids: ['edu/a', 'edu/b'],
      said: `2 of 6 tests: not as expected in the last run (${out})\n`,
    });
    expect((await listed(root, 'edu', '--failed', '--out', out, '--kernel', 'debian:6.12')).ids).toEqual(['edu/b']);
    expect((await listed(root, 'edu', '--failed', '--out', out, '--kernel', 'debian:6.12-rt')).ids).toEqual([
      'edu/a',
      'edu/b',
    ]);
  });

  it('reads qdt-results unless a directory is named, and combines with the other options', async () => {
    const { root, out } = suiteAfter([test('edu/a', current.id, bad), test('edu/b', current.id, bad)]);
    await expect(listed(root, 'edu', '--failed')).rejects.toThrow(
      new UsageError(
        '--failed: expected the results of an earlier run in qdt-results, found none. Run the tests without --failed ' +
          'first, or name the directory of an earlier run with --out.',
      ),
    );
    expect((await listed(root, 'edu/b', '--failed', '--out', out)).ids).toEqual(['edu/b']);
    await expect(listed(root, 'edu', '--test', 'c', '--failed', '--out', out)).rejects.toThrow(
      `--failed: 2 tests of the last run (${out}) were not as expected, but none of them is among the 1 selected: ` +
        'edu/a, edu/b.',
    );
    await expect(listed(root, 'edu', '--failed', '--out', out, '--shard', '1/2')).rejects.toThrow(
      '--failed takes the tests of the last run, which were a shard already: leave out --shard.',
    );
  });

  it.each(['--failed', '--changed', '--changed=HEAD'])('is refused with --watch: %s', async (option) => {
    const { host } = commandIn(suiteAfter([]).root);
    await expect(runCommand(wordsOf('run', ['edu', '--watch', option]), host)).rejects.toThrow(
      '--watch chooses the tests itself, by what you save, and has the key f for failed ones: leave out --failed and ' +
        '--changed.',
    );
  });

  it('is refused with what is wrong when the results cannot be read', async () => {
    const { root } = suiteAfter([]);
    writeAll(root, { 'qdt-results/results.json': '{' });
    await expect(listed(root, 'edu', '--failed')).rejects.toThrow(/^--failed: qdt-results\/results\.json: /);
  });

  it.each([
    ['terminal', (message: string) => [`${message}\n`, '']],
    ['tap', (message: string) => [`TAP version 14\n1..0 # SKIP ${message}\n`, '']],
    ['json', (message: string) => ['', `${message}\n`]],
  ])('leaves nothing to run when nothing failed; %s says so, and the results stay', async (format, said) => {
    const { root, out } = suiteAfter([test('edu/a', current.id), test('edu/b', current.id, { outcome: 'skip' })]);
    writeFileSync(join(out, 'mine'), '');
    const { host, written, complaints } = commandIn(root);
    expect(await runCommand(wordsOf('run', ['edu', '--failed', '--out', out, '--format', format]), host)).toBe(0);
    expect([written(), complaints()]).toEqual(
      said(`Nothing to run: all 2 tests of the last run (${out}) were as expected. Nothing was tested.`),
    );
    expect((await listed(root, 'edu', '--failed', '--out', out)).ids).toEqual([]);
  });
});
