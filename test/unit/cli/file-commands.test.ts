import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnoseCommand } from '../../../src/cli/diagnose-command.ts';
import { tapCommand } from '../../../src/cli/tap-command.ts';
import type { CommandHost } from '../../../src/command/command-host.ts';
import { commands } from '../../../src/command/option-table.ts';
import { parseArguments, UsageError } from '../../../src/command/parse-arguments.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

function hostIn(cwd: string): {
  readonly host: CommandHost;
  readonly lines: () => readonly unknown[];
  readonly complaints: () => string;
} {
  let written = '';
  let complained = '';
  const host: CommandHost = {
    installation: {
      version: '0',
      guestDirectory: '/g',
      smokeDirectory: '/m',
      deviceHostProgram: '/d',
      judgeProgram: '/j',
      selftestDirectory: '/s',
    },
    invocation: ['qemu-driver-test'],
    cwd,
    write: (text) => {
      written += text;
    },
    complain: (text) => {
      complained += text;
    },
    isTty: false,
    color: false,
    columns: () => 80,
    onSignal: () => undefined,
    exit: () => {
      throw new Error('exit');
    },
  };
  return {
    host,
    lines: () =>
      written
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    complaints: () => complained,
  };
}

function wordsOf(name: string, words: readonly string[]): ReturnType<typeof parseArguments> {
  const command = commands.find((entry) => entry.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return parseArguments(command, words);
}

describe('diagnose', () => {
  it('prints a line for each log, and goes on after one that is not there', async () => {
    const directory = temporaryDirectory();
    writeFileSync(
      join(directory, 'bad.log'),
      '[    1.000000] Kernel panic - not syncing: a test of ours\n[    1.100000] CPU: 0 PID: 1 Comm: init\n',
    );
    writeFileSync(join(directory, 'good.log'), '[    1.000000] Run /init as init process\n');
    const { host, lines, complaints } = hostIn(directory);
    expect(await diagnoseCommand(wordsOf('diagnose', ['bad.log', 'missing.log', 'good.log']), host)).toBe(2);
    expect(lines()).toMatchObject([
      { file: 'bad.log', findings: [{ kind: 'panic', title: 'kernel panic: a test of ours', line: 1 }] },
      { file: 'good.log', findings: [] },
    ]);
    expect(complaints()).toMatch(/^missing\.log: ENOENT/);
  });

  it('wants a file', async () => {
    await expect(diagnoseCommand(wordsOf('diagnose', []), hostIn('/').host)).rejects.toThrow(UsageError);
  });
});

describe('tap', () => {
  it('prints status, counts and the tests', async () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'out'), 'KTAP version 1\n1..2\nok 1 first\nnot ok 2 second\n');
    const { host, lines } = hostIn(directory);
    expect(await tapCommand(wordsOf('tap', ['out']), host)).toBe(0);
    expect(lines()).toMatchObject([
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
