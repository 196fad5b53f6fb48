import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, runSuite, suites } from './cli.ts';
import { inScope, nightlyIt } from './scope.ts';

const slow = [join(suites, 'slow'), '--kernel', 'debian:6.1', '--accel', 'tcg', '--jobs', '2'];
const scratch = mkdtempSync(join(tmpdir(), 'qdt-cancel-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeAll(async () => {
  using warm = await runSuite([join(suites, 'outcomes'), '--kernel', 'debian:6.1', '--test', 'pass', '--accel', 'tcg']);
  expect(warm.exitStatus).toBe(0);
});

/** Ids of machines whose command line names this test's directories. */
function machines(): string[] {
  const table = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return table
    .split('\n')
    .filter(
      (line) => line.includes('qemu-system-x86_64') && line.includes('qdt.control') && line.includes(`path=${scratch}`),
    );
}

describe.each(inScope<NodeJS.Signals>(['SIGTERM'], ['SIGINT']))('%s', (signal) => {
  it('stops the machines, writes the known results and leaves nothing behind', async () => {
    const temporary = mkdtempSync(join(scratch, 'tmp-'));
    let machinesSeen = 0;
    let signalledMs = 0;
    using run = await runSuite(slow, {
      env: { TMPDIR: temporary },
      whileRunning: (child) => {
        child.stdout?.on('data', (text: string) => {
          if (!text.includes('booted in')) return;
          const waitForMachines = setInterval(() => {
            machinesSeen = machines().length;
            if (machinesSeen < 2) return;
            clearInterval(waitForMachines);
            signalledMs = performance.now();
            child.kill(signal);
          }, 200);
        });
      },
    });
    const tookMs = performance.now() - signalledMs;
    expect(machinesSeen).toBe(2);
    expect(tookMs).toBeLessThan(5_000);
    expect(machines()).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(run.results.tests.map(({ outcome, ok, reason }) => ({ outcome, ok, reason }))).toEqual([
      { outcome: 'error', ok: false, reason: 'the run was cancelled' },
      { outcome: 'error', ok: false, reason: 'the run was cancelled' },
    ]);
    expect(run.exitStatus).not.toBe(0);
  });
});

it('a second Ctrl-C ends the program and its machines at once', async () => {
  const temporary = mkdtempSync(join(scratch, 'tmp-'));
  const outcome = await runCli(['run', ...slow, '--out', join(scratch, 'twice')], {
    env: { TMPDIR: temporary },
    whileRunning: (child) => {
      child.stdout?.on('data', (text: string) => {
        if (!text.includes('booted in')) return;
        setTimeout(() => {
          child.kill('SIGINT');
          child.kill('SIGINT');
        }, 3_000);
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
    whileRunning: (child) => {
      child.stdout?.on('data', (text: string) => {
        if (text.includes('booted in')) setTimeout(() => child.kill('SIGKILL'), 3_000);
      });
    },
  });
  await expect.poll(machines, { timeout: 5_000 }).toEqual([]);
});
