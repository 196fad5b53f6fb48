import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCommand } from '../../../src/cli/list-command.ts';
import { UsageError } from '../../../src/command/parse-arguments.ts';
import { parseShard, partOfPlan } from '../../../src/command/run-options.ts';
import { planOf, suite, testsOf } from '../plan/plan-request.ts';
import { resultsDirectory } from '../report/html/sample-directory.ts';
import { cell, results, test as testResult } from '../report/sample-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { commandIn, wordsOf } from './command-rig.ts';

const byDefault = cell('debian:6.12', 'default');

describe('--shard', () => {
  const whole = planOf([suite('/work/edu', ['a', 'b', 'c'])]);
  const part = (cwd: string, ...words: readonly string[]): ReturnType<typeof partOfPlan> =>
    partOfPlan(whole, wordsOf('run', ['tests', ...words]), commandIn(cwd).host);

  it('leaves a part of the plan, and all of it when it is not given', () => {
    expect([part('/').plan, part('/').shard]).toEqual([whole, undefined]);
    const second = part('/', '--shard', '2/2');
    expect([testsOf(second.plan), second.shard?.index]).toEqual([['debian-6.12-default: edu/c'], 2]);
  });

  it('goes by the durations of earlier results', () => {
    const directory = resultsDirectory(
      results(
        [byDefault],
        ['a', 'b', 'c'].map((name) =>
          testResult(`edu/${name}`, 'debian-6.12-default', { durationMs: name === 'a' ? 9000 : 100 }),
        ),
      ),
    );
    expect(testsOf(part(directory, '--shard', '1/2', '--durations', 'results.json').plan)).toEqual([
      'debian-6.12-default: edu/a',
    ]);
  });

  it.each([
    [['--shard', '0/2'], '--shard: expected INDEX/COUNT, such as 1/4 for the first of four, found "0/2".'],
    [['--shard', '3/2'], '--shard: expected INDEX/COUNT'],
    [['--shard', '1/4'], '--shard 1/4: expected at most 3 shards, one for each test: an empty shard proves nothing.'],
    [['--durations', 'x'], '--durations balances shards: it needs --shard I/N.'],
    [['--shard', '1/2', '--durations', 'nothing.json'], 'found no file nothing.json'],
  ])('refuses %j', (words, message) => {
    expect(() => part('/', ...words)).toThrow(UsageError);
    expect(() => part('/', ...words)).toThrow(message);
  });

  it('is read strictly', () => {
    expect(parseShard('12/20')).toEqual({ index: 12, count: 20 });
    for (const text of ['', '1', '1/', '/2', '1/2/3', ' 1/2', '-1/2', '1.5/2'])
      expect(() => parseShard(text)).toThrow(UsageError);
  });
});

describe('list', () => {
  function suiteAt(root: string): void {
    for (const name of ['a', 'b']) {
      mkdirSync(join(root, 'tests', name), { recursive: true });
      writeFileSync(join(root, 'tests', name, 'run'), '#!/bin/sh\n', { mode: 0o755 });
    }
  }

  it('writes a matrix as one line that a workflow can use', async () => {
    const root = temporaryDirectory();
    suiteAt(root);
    const { host, written } = commandIn(root);
    expect(
      await listCommand(
        wordsOf('list', ['tests', '--kernel', 'debian:6.1', '--format', 'matrix', '--shards', '2']),
        host,
      ),
    ).toBe(0);
    expect(written().trimEnd()).not.toContain('\n');
    expect(JSON.parse(written())).toMatchObject({
      include: [{ name: 'debian-6.1-default-1-of-2', suites: ['tests'], shard: '1/2' }, { shard: '2/2' }],
    });
  });

  it('writes the plan as JSON, also of one shard', async () => {
    const root = temporaryDirectory();
    suiteAt(root);
    const { host, written } = commandIn(root);
    await listCommand(wordsOf('list', ['tests', '--format', 'json', '--shard', '2/2']), host);
    expect(JSON.parse(written())).toMatchObject({ tests: [{ id: 'tests/b' }] });
  });

  it.each([
    [['--shards', '2'], '--shards sets the max jobs per cell of a matrix'],
    [['--format', 'matrix', '--shards', '0'], '--shards: expected a whole number from 1 to 999'],
    [['--format', 'matrix', '--shard', '1/2'], 'use --shards N instead of --shard'],
    [
      [
        '--format',
        'matrix',
        '--shards',
        '2',
        ...Array.from({ length: 130 }, (_, index) => ['--machine', `m${index}=`]).flat(),
      ],
      'expected at most 256 jobs, the limit of GitHub, found 260.',
    ],
  ])('refuses %j', async (words, message) => {
    const root = temporaryDirectory();
    suiteAt(root);
    const { host } = commandIn(root);
    const refused = listCommand(wordsOf('list', ['tests', ...words]), host);
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(message);
  });
});
