import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, runCli, runSuite, suites } from './cli.ts';
import { runCommand } from '../../src/host/process/command.ts';

/** A copy, which has no durations of earlier runs: its tests start in the order of the report. */
const scratch = mkdtempSync(join(tmpdir(), 'qdt-choosing-'));
let stopped: FinishedRun;

beforeAll(async () => {
  cpSync(join(suites, 'choosing'), join(scratch, 'choosing'), { recursive: true });
  stopped = await runSuite(['choosing', '--tag', 'slow', '--bail'], { cwd: scratch });
});

afterAll(() => {
  stopped[Symbol.dispose]();
  rmSync(scratch, { recursive: true });
});

const told = ({ results }: FinishedRun): readonly (readonly unknown[])[] =>
  results.tests.map(({ id, outcome, reason }) => [id, outcome, reason]);

describe('a table, helpers of a suite, --bail and --failed', () => {
  it('run each row with its values and the helpers, and nothing after the first failure', () => {
    expect(told(stopped)).toEqual([
      ['choosing/sizes@16', 'pass', ''],
      ['choosing/sizes@17', 'fail', 'run ended with exit status 1: 17 is odd'],
      ['choosing/sizes@18', 'error', 'not run: after 1 failure, --bail started no more tests'],
    ]);
    expect([stopped.exitStatus, stopped.results.bail?.notRun.map(({ id }) => id)]).toEqual([1, ['choosing/sizes@18']]);
    const [first] = stopped.results.tests;
    expect(stopped.read(first?.stages[0]?.log ?? '')).toBe('sizes@16: SIZE=16 WORDS=[a "quoted" $HOME]\n');
    expect(first).toMatchObject({ tags: ['slow'], parameters: { SIZE: '16', WORDS: 'a "quoted" $HOME' } });
    expect(stopped.stdout).toContain('stopping after 1 failure (--bail)');
    expect(stopped.stdout).toMatch(/\nStopped after 1 failure: 1 of 3 tests was not run · 1 of 3 as expected/);
  });

  it('print a command that runs one row again, as it stands', async () => {
    const again = stopped.test('sizes@17').reproduce;
    const { exitCode, stdout } = await runCommand(['sh', '-c', again], { cwd: scratch });
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/\n0 of 1 as expected · 1 failed/) as unknown]);
  });

  it('run what failed and what was not run, and then nothing', async () => {
    writeFileSync(join(scratch, 'choosing/lib/checks.sh'), 'is_even() { echo "$1 will do"; }\n');
    const words = ['run', 'choosing', '--failed', '--jobs', '1', '--out', stopped.directory];
    const mended = await runCli(words, { cwd: scratch });
    expect([mended.exitStatus, mended.stdout]).toEqual([
      0,
      expect.stringMatching(
        /\n {2}tests {4}2 of 3 tests: not as expected in the last run\s[^]*\n2 of 2 as expected/,
      ) as unknown,
    ]);
    expect(await runCli(words, { cwd: scratch })).toEqual({
      exitStatus: 0,
      stdout:
        `Nothing to run: all 2 tests of the last run (${stopped.directory}) were as expected. ` +
        'Nothing was tested.\n',
      stderr: '',
    });
  });
});
