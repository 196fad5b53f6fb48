import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bisectCommand } from '../../../src/cli/bisect-command.ts';
import { explain, statusForGit } from '../../../src/command/explain-failure.ts';
import { UsageError } from '../../../src/command/parse-arguments.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { commandIn, wordsOf } from './command-rig.ts';

function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { mode: path.endsWith('/run') ? 0o755 : 0o644 });
  }
}

const run = '#!/bin/sh\n';

interface Ended {
  readonly exitStatus: number;
  readonly text: string;
}

async function bisect(root: string, ...words: readonly string[]): Promise<Ended> {
  const { host, written, complaints } = commandIn(root);
  try {
    return { exitStatus: await bisectCommand(wordsOf('bisect', words), host), text: written() + complaints() };
  } catch (error) {
    const { message, exitStatus } = explain(error);
    return { exitStatus, text: message };
  }
}

describe('bisect --step at a commit at which nothing can be run', () => {
  it.each([
    ['the suite does not exist', {}, 'skip: the suite tests does not exist at this commit'],
    ['the test does not exist', { 'tests/other/run': run }, 'skip: the test tests/probe does not exist at this commit'],
    [
      'the suite is not valid',
      { 'tests/probe/run': run, 'tests/info/timeout': 'soon' },
      'skip: the suite is not valid: tests/info/timeout:1: ',
    ],
    [
      'the row does not exist',
      { 'tests/probe/run': run, 'tests/probe/info/each': 'size\n1\n' },
      'skip: the test tests/probe@2 does not exist at this commit',
    ],
  ] as const)('is 125: %s', async (_name, files, words) => {
    const root = temporaryDirectory();
    writeFiles(root, files);
    const test = words.includes('@2') ? 'tests/probe@2' : 'tests/probe';
    const { exitStatus, text } = await bisect(root, '--step', test);
    expect([exitStatus, text.slice(0, words.length)]).toEqual([125, words]);
  });
});

describe('a wrong command line', () => {
  it.each([
    [[], 'Name one test: SUITE/TEST.'],
    [['tests/a', 'tests/b'], 'Name one test: SUITE/TEST.'],
    [
      ['tests/a', '--kernel', 'debian:6.1', '--kernel', 'debian:6.12'],
      '--kernel: a bisection runs one test in one cell.',
    ],
    [['--step', 'tests/a', '--good', 'v1'], '--step runs what is checked out: it takes no --good.'],
    [['tests/a', '--build-failure', 'good'], '--build-failure: expected skip, bad, found "good".'],
  ] as const)('%j', async (words, message) => {
    const root = temporaryDirectory();
    mkdirSync(join(root, 'tests'));
    const ended = await bisect(root, ...words, ...(words.includes('--build-failure' as never) ? ['--step'] : []));
    expect(ended).toEqual({ exitStatus: 2, text: message });
  });

  it('stops a search of git bisect run, and a broken environment skips the commit', () => {
    expect([statusForGit(explain(new UsageError('no')).exitStatus), statusForGit(69)]).toEqual([130, 125]);
  });
});
