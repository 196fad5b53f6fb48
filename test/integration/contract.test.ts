import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSuite, suites, type FinishedRun } from './cli.ts';
import { inScope } from './scope.ts';

/** The results of the contract suite on every kernel and machine, however started. */
const verdicts = [
  'contract/crash: crash, kernel panic: sysrq triggered crash',
  'contract/fail: fail, run ended with exit status 7: expected 42, found 41',
  'contract/pass: pass, ',
  'contract/plugged-device: pass, ',
  'contract/processors: pass, ',
  'contract/reboot: crash, the machine rebooted by itself',
  'contract/skip: skip, run asked to be skipped (exit status 4): no such hardware',
  'contract/timeout: timeout, no end after 3 s, but the guest still answers',
];

/** The generic kernels run the longer outcomes suite. */
describe.each(
  inScope<readonly [kernel: string, machine: string, processors: number, start: string]>(
    [['debian:6.12-cloud', 'pc', 4, 'clone']],
    [
      ['debian:6.12-rt', 'q35', 4, 'clone'],
      ['debian:6.12-rt', 'q35', 4, 'cold'],
      ['debian:6.1-rt', 'pc', 1, 'clone'],
      ['debian:6.1-cloud', 'pc', 4, 'clone'],
    ],
  ),
)('on %s, %s with %i processors', (kernel, machine, processors, start) => {
  it(`a start as ${start} keeps the contract`, async () => {
    using run = await runSuite([
      join(suites, 'contract'),
      '--fresh',
      '--kernel',
      kernel,
      '--machine',
      `m=-machine ${machine} -smp ${processors} -m 256`,
      '--accel',
      'tcg',
      '--start',
      start,
    ]);
    expect(run.results.tests.map(({ id, outcome, reason }) => `${id}: ${outcome}, ${reason}`)).toEqual(verdicts);
    // First, because its notes would explain why tests were not cloned.
    expect(run.results.cells.map(({ boot }) => boot)).toEqual([
      { outcome: 'ok', durationMs: expect.any(Number) as number, findings: [], image: 'vmlinux' },
    ]);
    expect(
      run.results.tests
        .map((test) => `${test.start}: ${test.startReason}`)
        .filter((text) => !text.startsWith(`${start}: `)),
    ).toEqual([]);
    expect(artifact(run, 'processors')).toBe(`${processors}\n`);
    expect(artifact(run, 'version').includes('PREEMPT_RT')).toBe(kernel.endsWith('-rt'));
  });
});

function artifact(run: FinishedRun, name: string): string {
  return run.read(run.test('processors').artifacts.find((path) => path.endsWith(`/${name}`)) ?? `no artifact ${name}`);
}
