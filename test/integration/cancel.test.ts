import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli, runSuite, suites } from './cli.ts';
import { inScope, nightlyIt } from './scope.ts';

const slow = [join(suites, 'slow'), '--kernel', 'debian:6.1', '--accel', 'tcg', '--jobs', '2'];
const scratch = mkdtempSync(join(tmpdir(), 'qdt-cancel-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Process ids of machines whose command line names our scratch or results directory of this test. */
function machines(): string[] {
  const table = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return table
    .split('\n')
    .filter(
      (line) => line.includes('qemu-system-x86_64') && line.includes('qdt.control') && line.includes(`path=${scratch}`),
    );
}

/** Calls back once both machines of the tests run, however they started. */
function whenBothRun(child: ChildProcess, then: (machines: number) => void): void {
  const looking = setInterval(() => {
    const count = machines().length;
    if (count < 2) return;
    clearInterval(looking);
    then(count);
  }, 200);
  child.once('exit', () => clearInterval(looking));
}

describe.each(inScope<NodeJS.Signals>(['SIGTERM'], ['SIGINT']))('%s', (signal) => {
  it('stops the machines, writes the known results and leaves nothing behind', async () => {
    const temporary = mkdtempSync(join(scratch, 'tmp-'));
    let machinesSeen = 0;
    let signalledMs = 0;
    using run = await runSuite(slow, {
      env: { TMPDIR: temporary },
      whileRunning: (child) => {
        whenBothRun(child, (count) => {
          machinesSeen = count;
          signalledMs = performance.now();
          child.kill(signal);
        });
      },
    });
    const tookMs = performance.now() - signalledMs;
    expect(machinesSeen).toBe(2);
    expect(tookMs).toBeLessThan(5_000);
    expect(machines()).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(run.results.tests.map(({ outcome, ok }) => ({ outcome, ok }))).toEqual([
      { outcome: 'error', ok: false },
      { outcome: 'error', ok: false },
    ]);
    // A machine may run before its test has begun.
    for (const { reason } of run.results.tests) expect(reason).toMatch(/^(?:not run: )?the run was cancelled$/);
    expect(run.exitStatus).not.toBe(0);
  });
});

it('a second Ctrl-C ends the program and its machines at once', async () => {
  const temporary = mkdtempSync(join(scratch, 'tmp-'));
  const outcome = await runCli(['run', ...slow, '--out', join(scratch, 'twice')], {
    env: { TMPDIR: temporary },
    whileRunning: (child) => {
      whenBothRun(child, () => {
        child.kill('SIGINT');
        child.kill('SIGINT');
      });
    },
  });
  expect([1, 69, 130]).toContain(outcome.exitStatus);
  await expect.poll(machines, { timeout: 5_000 }).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
});

nightlyIt('a run that is killed outright takes its machines with it', async () => {
  const temporary = mkdtempSync(join(scratch, 'tmp-'));
  await runCli(['run', ...slow, '--out', join(scratch, 'killed')], {
    env: { TMPDIR: temporary },
    whileRunning: (child) => whenBothRun(child, () => child.kill('SIGKILL')),
  });
  await expect.poll(machines, { timeout: 5_000 }).toEqual([]);
});
