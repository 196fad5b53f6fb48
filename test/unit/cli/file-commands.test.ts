import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnoseCommand } from '../../../src/cli/diagnose-command.ts';
import { tapCommand } from '../../../src/cli/tap-command.ts';
import { UsageError } from '../../../src/command/parse-arguments.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { type Command, commandIn, wordsOf } from './command-rig.ts';

/** What a command wrote: one JSON value per line. */
function linesOf({ written }: Command): readonly unknown[] {
  return written()
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

describe('diagnose', () => {
  it('prints a line for each log, and goes on after one that is not there', async () => {
    const directory = temporaryDirectory();
    writeFileSync(
      join(directory, 'bad.log'),
      '[    1.000000] Kernel panic - not syncing: a test of ours\n[    1.100000] CPU: 0 PID: 1 Comm: init\n',
    );
    writeFileSync(join(directory, 'good.log'), '[    1.000000] Run /init as init process\n');
    const command = commandIn(directory);
    expect(await diagnoseCommand(wordsOf('diagnose', ['bad.log', 'missing.log', 'good.log']), command.host)).toBe(2);
    expect(linesOf(command)).toMatchObject([
      { file: 'bad.log', findings: [{ kind: 'panic', title: 'kernel panic: a test of ours', line: 1 }] },
      { file: 'good.log', findings: [] },
    ]);
    expect(command.complaints()).toMatch(/^missing\.log: ENOENT/);
  });

  it('wants a file', async () => {
    await expect(diagnoseCommand(wordsOf('diagnose', []), commandIn('/').host)).rejects.toThrow(UsageError);
  });
});

describe('tap', () => {
  it('prints status, counts and the tests', async () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'out'), 'KTAP version 1\n1..2\nok 1 first\nnot ok 2 second\n');
    const command = commandIn(directory);
    expect(await tapCommand(wordsOf('tap', ['out']), command.host)).toBe(0);
    expect(linesOf(command)).toMatchObject([
      {
        file: 'out',
        status: 'fail',
        counts: { pass: 1, fail: 1 },
        tests: [
          { name: 'first', status: 'pass' },
          { name: 'second', status: 'fail' },
        ],
      },
    ]);
  });
});
