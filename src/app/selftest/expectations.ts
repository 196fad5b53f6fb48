import type { TestResult } from '../../results/results.ts';

/** What a test of the self-test must end with, and what a reader learns from it. */
export interface Expectation {
  /** `SUITE/TEST` */
  readonly id: string;
  /** What is shown by the right verdict. */
  readonly shows: string;
  readonly outcome: TestResult['outcome'];
  /** Whether the test counts as expected by its own suite. */
  readonly ok: boolean;
  /** What the reason must contain, beyond the outcome. */
  readonly reason?: RegExp;
  readonly start?: TestResult['start'];
  /** A comment of the driver's source; the first finding must name its line. */
  readonly at?: string;
  /** The end of the path of an artifact. */
  readonly artifact?: string;
}

/** All tests of `selftest/`, in the order of the table. */
export const expectations: readonly Expectation[] = [
  { id: 'machine/pass', shows: 'a pass', outcome: 'pass', ok: true, start: 'clone' },
  { id: 'machine/cold', shows: 'a machine that boots for itself', outcome: 'pass', ok: true, start: 'cold' },
  { id: 'machine/fail', shows: 'a failure', outcome: 'fail', ok: false, reason: /expected 42, found 41/ },
  { id: 'machine/skip', shows: 'a skip', outcome: 'skip', ok: true },
  { id: 'machine/expected-failure', shows: 'a failure that was expected', outcome: 'fail', ok: true },
  { id: 'machine/unexpected-pass', shows: 'a pass that was not expected', outcome: 'pass', ok: false },
  { id: 'machine/timeout', shows: 'a test without an end', outcome: 'timeout', ok: false, reason: /still answers/ },
  { id: 'machine/panic', shows: 'a kernel panic', outcome: 'crash', ok: false, reason: /sysrq/i },
  { id: 'machine/reboot', shows: 'a reboot', outcome: 'crash', ok: false, reason: /rebooted by itself/ },
  { id: 'machine/power-off', shows: 'a power-off', outcome: 'crash', ok: false, reason: /powered off/ },
  { id: 'machine/setup-fails', shows: 'a failed setup', outcome: 'error', ok: false, reason: /setup failed/ },
  { id: 'machine/teardown-fails', shows: 'a failed teardown', outcome: 'error', ok: false, reason: /teardown failed/ },
  { id: 'machine/subtests', shows: 'subtests', outcome: 'fail', ok: false, reason: /1 of 2 subtests failed/ },
  { id: 'machine/forged', shows: 'a forged verdict', outcome: 'fail', ok: false, reason: /exit status 1/ },
  { id: 'machine/missing-message', shows: 'a message that is missing', outcome: 'pass', ok: false },
  { id: 'machine/artifact', shows: 'a file from the guest', outcome: 'pass', ok: true, artifact: '/found.txt' },
  { id: 'machine/changes-kernel', shows: 'a pristine kernel', outcome: 'pass', ok: true },
  { id: 'machine/pristine-kernel', shows: 'another pristine kernel', outcome: 'pass', ok: true },
  { id: 'machine/hot-plug', shows: 'a device plugged in and removed', outcome: 'pass', ok: true },
  { id: 'machine/disk-fault', shows: 'a disk that fails on command', outcome: 'pass', ok: true },
  { id: 'driver/loads', shows: 'a module built here, loaded, removed', outcome: 'pass', ok: true },
  { id: 'driver/kernel-module', shows: 'a module of the kernel', outcome: 'pass', ok: true },
  { id: 'driver/oops', shows: 'an oops, with its line', outcome: 'crash', ok: false, at: 'the oops' },
  { id: 'driver/warning', shows: 'a warning, with its line', outcome: 'crash', ok: false, at: 'the warning' },
  { id: 'driver/hang', shows: 'a hang, with its function', outcome: 'hang', ok: false, reason: /probe_stuck/ },
  { id: 'driver/model', shows: 'a device model', outcome: 'pass', ok: true },
  { id: 'driver/model-fault', shows: 'a device model that fails', outcome: 'pass', ok: true },
];
