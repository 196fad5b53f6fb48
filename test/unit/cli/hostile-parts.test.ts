import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { mergeCommand } from '../../../src/cli/merge-command.ts';
import { reportCommand } from '../../../src/cli/report-command.ts';
import { UsageError } from '../../../src/command/parse-arguments.ts';
import { parseResults } from '../../../src/results/parse-results.ts';
import { resultsDirectory } from '../report/html/sample-directory.ts';
import { renderJson } from '../report/joined.ts';
import { cell, crash, results, test as testResult } from '../report/sample-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { commandIn, wordsOf } from './command-rig.ts';

const small = cell('debian:6.12', 'small', { boot: { outcome: 'ok', durationMs: 2000, findings: [] } });
const secret = 'AUTHORIZATION: basic c2VjcmV0';
let root: string;

/** Two parts that are fine; what a case does, it does to `two`. */
beforeEach(() => {
  root = temporaryDirectory();
  mkdirSync(join(root, 'work/.git'), { recursive: true });
  writeFileSync(join(root, 'work/.git/config'), secret);
  for (const [index, name] of ['one', 'two'].entries()) {
    const id = `edu/${name}`;
    mkdirSync(join(root, name));
    resultsDirectory(
      results([small], [testResult(id, small.id)], {
        shard: { index: index + 1, count: 2, plan: 'd'.repeat(64), tests: 2 },
      }),
      { [`${small.id}/${id}/console.log`]: `console of ${name}\n` },
      join(root, name),
    );
  }
});

function rewrite(change: (text: string) => string): void {
  const path = join(root, 'two/results.json');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function replaceResults(make: (path: string) => void): void {
  rmSync(join(root, 'two/results.json'));
  make(join(root, 'two/results.json'));
}

const hostile: readonly (readonly [string, () => void, RegExp])[] = [
  [
    'has 300 million shards',
    () => rewrite((text) => text.replace('"count": 2', '"count": 300000000')),
    /shard\.count: expected a whole number/,
  ],
  [
    'names a file of the runner as a console',
    () => rewrite((text) => text.replace(`${small.id}/edu/two/console.log`, '../work/.git/config')),
    /console: expected the path of a file inside/,
  ],
  [
    'is a pipe',
    () => replaceResults((path) => spawnSync('mkfifo', [path])),
    /found something other than a regular file/,
  ],
  [
    'is a link to an endless device',
    () => replaceResults((path) => symlinkSync('/dev/zero', path)),
    /found something other than a regular file/,
  ],
  [
    'is a link to a file of the runner',
    () => replaceResults((path) => symlinkSync('../work/.git/config', path)),
    /found something other than a regular file/,
  ],
  ['is a directory', () => replaceResults((path) => mkdirSync(path)), /found something other than a regular file/],
  ['is a terabyte', () => truncateSync(join(root, 'two/results.json'), 2 ** 40), /found a file of 1099511627776 bytes/],
  ['is 200,000 levels deep', () => rewrite(() => '['.repeat(200_000)), /expected JSON of at most 32 levels/],
  [
    'has a cell that is no name',
    () => rewrite((text) => text.replaceAll(small.id, '../../x')),
    /cells\[0\]\.id: expected the id of a cell/,
  ],
];

describe('a part of a merge that is hostile', () => {
  it.each(hostile)('%s: it counts as missing with its reason, and the others are merged', async (_, spoil, reason) => {
    spoil();
    const { host, complaints } = commandIn(root);
    expect(await mergeCommand(wordsOf('merge', ['one', 'two', '--out', 'all']), host)).toBe(69);
    expect(complaints()).toMatch(
      new RegExp(`missing: shard 2 of 2 .*\nmissing: two/results\\.json: .*${reason.source}`),
    );
    const merged = parseResults(readFileSync(join(root, 'all/results.json'), 'utf8'));
    expect(merged).toMatchObject({ kind: 'results', results: { tests: [{ id: 'edu/one' }], merged: { from: 1 } } });
    for (const file of ['results.json', 'junit.xml', 'summary.md', 'report.html'])
      expect(readFileSync(join(root, 'all', file), 'utf8')).not.toContain(secret);
  });

  it.each(hostile)('%s: report says so', (_, spoil, reason) => {
    spoil();
    expect(() => reportCommand(wordsOf('report', ['two']), commandIn(root).host)).toThrow(UsageError);
    expect(() => reportCommand(wordsOf('report', ['two']), commandIn(root).host)).toThrow(reason);
  });

  it.each(['', '/edu', '/edu/two'])('has a link in place of cell%s: nothing behind it is copied', async (below) => {
    renameSync(join(root, 'two', small.id), join(root, 'hidden'));
    const place = join(root, 'two', small.id + below);
    mkdirSync(join(place, '..'), { recursive: true });
    symlinkSync(join(root, 'hidden', below), place);
    await mergeCommand(wordsOf('merge', ['one', 'two', '--out', 'all']), commandIn(root).host);
    expect(existsSync(join(root, 'all', small.id, 'edu/two/console.log'))).toBe(false);
    expect(existsSync(join(root, 'all', small.id, 'edu/one/console.log'))).toBe(true);
  });

  it('leads --out around itself by a link: it is refused', async () => {
    symlinkSync('two', join(root, 'alias'));
    const before = renderJson(results([], []));
    writeFileSync(join(root, 'two/results.json'), before);
    await expect(
      mergeCommand(wordsOf('merge', ['one', 'two', '--out', 'alias']), commandIn(root).host),
    ).rejects.toThrow('--out must not be inside two');
    expect(readFileSync(join(root, 'two/results.json'), 'utf8')).toBe(before);
  });
});

describe('a report of hostile results', () => {
  it.each(['terminal', 'tap', 'junit', 'summary', 'html', 'json'])(
    'is made as %s without a file of the runner',
    (format) => {
      const directory = join(root, 'one');
      const paths = ['../work/.git/config', `${small.id}/linked`, join(root, 'work/.git/config')];
      symlinkSync('../../work/.git/config', join(directory, small.id, 'linked'));
      // As a version of ours would have written them that took any path.
      const tests = paths.map((console, index) => crash(`edu/t${index}`, small.id, { console, timeline: console }));
      resultsDirectory(results([small], tests), {}, join(root, 'one'));
      for (const file of ['junit.xml', 'summary.md', 'report.html'])
        expect(readFileSync(join(directory, file), 'utf8')).not.toContain(secret);
      expect(() => reportCommand(wordsOf('report', ['one', '--format', format]), commandIn(root).host)).toThrow(
        'expected the path of a file inside',
      );
    },
  );
});
