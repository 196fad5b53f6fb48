import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunRefused } from '../../../src/app/load-suites.ts';
import { mergeCommand } from '../../../src/cli/merge-command.ts';
import { reportCommand } from '../../../src/cli/report-command.ts';
import { UsageError } from '../../../src/command/parse-arguments.ts';
import type { Results } from '../../../src/results/results.ts';
import { resultsDirectory } from '../report/html/sample-directory.ts';
import { cell, crash, results, test as testResult } from '../report/sample-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { commandIn, wordsOf } from './command-rig.ts';

const small = cell('debian:6.12', 'small', { boot: { outcome: 'ok', durationMs: 2000, findings: [] } });
const plan = 'd'.repeat(64);

/** A shard with a log for each test and one of the boot. */
function writeShard(root: string, name: string, of: Results): void {
  const logs = Object.fromEntries(of.tests.map(({ console = '' }) => [console, `console of ${name}\n`]));
  mkdirSync(join(root, name));
  resultsDirectory(of, { ...logs, [`${small.id}/boot/console.log`]: `boot of ${name}\n` }, join(root, name));
}

function twoShards(second = testResult('edu/b', small.id)): string {
  const root = temporaryDirectory();
  writeShard(
    root,
    'one',
    results([small], [testResult('edu/a', small.id)], { shard: { index: 1, count: 2, plan, tests: 2 } }),
  );
  writeShard(root, 'two', results([small], [second], { shard: { index: 2, count: 2, plan, tests: 2 } }));
  return root;
}

describe('merge', () => {
  it('puts results, logs and every report into one directory', async () => {
    const root = twoShards(crash('edu/b', small.id));
    const { host, written, complaints } = commandIn(root);
    expect(await mergeCommand(wordsOf('merge', ['one', 'two', '--out', 'all']), host)).toBe(1);
    expect(readdirSync(join(root, 'all')).sort()).toEqual([
      '.qemu-driver-test',
      small.id,
      'junit.xml',
      'report.html',
      'results.json',
      'summary.md',
    ]);
    expect(readdirSync(join(root, 'all', small.id)).sort()).toEqual(['boot', 'boot-2', 'edu']);
    const contents = [
      `${small.id}/edu/a/console.log`,
      `${small.id}/edu/b/console.log`,
      `${small.id}/boot/console.log`,
      `${small.id}/boot-2/console.log`,
    ].map((path) => readFileSync(join(root, 'all', path), 'utf8'));
    expect(contents).toEqual(['console of one\n', 'console of two\n', 'boot of one\n', 'boot of two\n']);
    expect(written()).toContain('1 of 2 as expected (1 passed) · 1 crashed');
    expect(complaints()).toBe('');
  });

  it('is not green when a shard is not there, and says which', async () => {
    const root = twoShards();
    const { host, complaints } = commandIn(root);
    expect(await mergeCommand(wordsOf('merge', ['one', '--out', 'all']), host)).toBe(69);
    expect(complaints()).toBe('missing: shard 2 of 2 (debian-6.12-small)\n');
    expect(await mergeCommand(wordsOf('merge', ['one', 'two', '--out', 'all']), commandIn(root).host)).toBe(0);
  });

  it('counts a directory without results, or with broken ones, as missing', async () => {
    const root = twoShards();
    mkdirSync(join(root, 'three'));
    writeFileSync(join(root, 'two', 'results.json'), '{"schema": "qemu-driver-test/results/1", "tool": 3}');
    const { host, complaints } = commandIn(root);
    expect(await mergeCommand(wordsOf('merge', ['one', 'two', 'three', '--out', 'all']), host)).toBe(69);
    expect(complaints()).toBe(
      'missing: shard 2 of 2 (debian-6.12-small)\nmissing: two/results.json: startedAt: expected a value, ' +
        'found nothing\nmissing: three/results.json: expected the results of a run, found no such file\n',
    );
  });

  it('wants every job of a matrix', async () => {
    const root = twoShards();
    const matrix = (kernel: string): void =>
      writeFileSync(
        join(root, 'matrix.json'),
        JSON.stringify({ include: [1, 2].map((index) => ({ kernel, machine: 'small=-m 256', shard: `${index}/2` })) }),
      );
    matrix('debian:6.1');
    expect(
      await mergeCommand(
        wordsOf('merge', ['one', 'two', '--matrix', 'matrix.json', '--out', 'all']),
        commandIn(root).host,
      ),
    ).toBe(69);
    matrix('debian:6.12');
    expect(
      await mergeCommand(
        wordsOf('merge', ['one', 'two', '--matrix', 'matrix.json', '--out', 'all']),
        commandIn(root).host,
      ),
    ).toBe(0);
  });

  it('never follows a link out of its inputs', async () => {
    const root = twoShards();
    writeFileSync(join(root, 'secret'), 'secret');
    symlinkSync('../../../../../secret', join(root, 'one', small.id, 'edu/a/stolen'));
    const { host, complaints } = commandIn(root);
    expect(await mergeCommand(wordsOf('merge', ['one', 'two', '--out', 'all']), host)).toBe(0);
    expect(existsSync(join(root, 'all', small.id, 'edu/a/stolen'))).toBe(false);
    expect(complaints()).toContain('not copied: one/debian-6.12-small/edu/a/stolen: not a regular file');
  });

  it.each(['one', '.', 'one/below'])('never overwrites its inputs: --out %s', async (out) => {
    const root = twoShards();
    const before = readFileSync(join(root, 'one/results.json'), 'utf8');
    await expect(mergeCommand(wordsOf('merge', ['one', 'two', '--out', out]), commandIn(root).host)).rejects.toThrow(
      RunRefused,
    );
    expect(readFileSync(join(root, 'one/results.json'), 'utf8')).toBe(before);
  });

  it.each([
    [[], 'merge needs the directories'],
    [['one'], 'merge needs --out DIR'],
    [['one', '--out', 'all', '--matrix', 'nothing.json'], 'found no file nothing.json'],
  ])('reports what it needs: %j', async (words, message) => {
    const { host } = commandIn(twoShards());
    await expect(mergeCommand(wordsOf('merge', words), host)).rejects.toThrow(UsageError);
    await expect(mergeCommand(wordsOf('merge', words), host)).rejects.toThrow(message);
  });
});

describe('report', () => {
  it.each([
    ['json', 'results.json'],
    ['junit', 'junit.xml'],
    ['summary', 'summary.md'],
    ['html', 'report.html'],
  ])('makes %s as the run did', (format, file) => {
    const directory = resultsDirectory(results([small], [crash('edu/a', small.id)]), {
      [`${small.id}/edu/a/console.log`]: 'hello\n',
    });
    const { host, written } = commandIn(directory);
    expect(reportCommand(wordsOf('report', ['.', '--format', format]), host)).toBe(0);
    expect(written()).toBe(readFileSync(join(directory, file), 'utf8'));
  });

  it('writes a page elsewhere whose links lead back', () => {
    const directory = resultsDirectory(results([small], [crash('edu/a', small.id)]));
    const { host } = commandIn(join(directory, '..'));
    const out = join(directory, 'pages/today/report.html');
    expect(reportCommand(wordsOf('report', [directory, '--format', 'html', '--out', out]), host)).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('"filesAt":"../.."');
  });

  it('shows the end of a run, and TAP', () => {
    const directory = resultsDirectory(results([small], [crash('edu/a', small.id)]));
    const terminal = commandIn(directory);
    reportCommand(wordsOf('report', ['.']), terminal.host);
    expect(terminal.written()).toContain('1) edu/a   debian:6.12 · small');
    const tap = commandIn(directory);
    reportCommand(wordsOf('report', ['.', '--format', 'tap']), tap.host);
    expect(tap.written()).toMatch(/^TAP version 14\n1\.\.1\nnot ok 1/);
  });

  it.each([
    [['.', '--format', 'pdf'], /^--format: expected terminal, json, tap, junit, summary, html, found "pdf"\.$/],
    [['nowhere'], /^nowhere\/results\.json: expected the results of a run, found no such file$/],
    [['broken'], /^broken\/results\.json: tests\[0\]\.outcome: expected one of pass, .*, found "fine"$/],
    [[], /^report takes one directory/],
    [['.', 'broken'], /^report takes one directory/],
  ])('reports what is wrong: %j', (words, message) => {
    const directory = resultsDirectory(results([small], [testResult('edu/a', small.id)]));
    mkdirSync(join(directory, 'broken'));
    writeFileSync(
      join(directory, 'broken/results.json'),
      readFileSync(join(directory, 'results.json'), 'utf8').replace('"outcome": "pass"', '"outcome": "fine"'),
    );
    const { host } = commandIn(directory);
    expect(() => reportCommand(wordsOf('report', words), host)).toThrow(UsageError);
    expect(() => reportCommand(wordsOf('report', words), host)).toThrow(message);
  });

  it('reads no log outside of the results', () => {
    const root = temporaryDirectory();
    writeFileSync(join(root, 'secret'), 'the secret');
    mkdirSync(join(root, 'results'));
    symlinkSync('../secret', join(root, 'results/link.log'));
    const tests = ['../secret', 'link.log', join(root, 'secret'), 'nul\0byte'].map((console, index) =>
      crash(`edu/t${index}`, small.id, { console }),
    );
    resultsDirectory(results([small], tests), {}, join(root, 'results'));
    expect(readFileSync(join(root, 'results/report.html'), 'utf8')).not.toContain('the secret');
  });
});
