import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseAccelerator } from '../../../src/engine/accelerator.ts';
import type { KvmState } from '../../../src/host/kvm.ts';
import { replayRecord } from '../../../src/record/replay.ts';
import type { Results } from '../../../src/results/results.ts';
import type { Scenario, Step } from '../../fake-qemu/scenario.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { runThree } from './three-tests.ts';

const promising: KvmState = { kind: 'promising' };
const gone: KvmState = { kind: 'unusable', reason: '/dev/kvm may not be opened by this user (EACCES)', advice: '' };
const refused =
  'Could not access KVM kernel module: Permission denied\n' +
  'qemu-system-x86_64: -accel kvm: failed to initialize kvm: Permission denied\n';
const dead: readonly Step[] = [{ complain: refused }, { exit: 1 }];
const noMsr: readonly Step[] = [
  { complain: 'error: failed to set MSR 0x38f to 0x7000000ff\n' },
  { complain: "qemu-system-x86_64: kvm.c:2701: kvm_buf_set_msrs: Assertion `ret == nmsrs' failed.\n" },
  { signal: 'SIGABRT' },
];

interface KvmRun {
  readonly results: Results;
  readonly warnings: readonly string[];
}

/** Three tests with `--accel auto` on a host where KVM looks usable. */
async function runOnKvm(
  scenario: (root: string) => Scenario,
  { probe = promising, asked = 'auto', start = 'auto' }: RunOptions = {},
): Promise<KvmRun> {
  const root = temporaryDirectory();
  const choice = chooseAccelerator(asked, promising);
  mkdirSync(join(root, 'kvm'));
  const { outDirectory, warnings } = await runThree(scenario(join(root, 'kvm')), {
    root,
    choice,
    start,
    // Long enough for a simulated boot on any host.
    bootTimeoutMs: 10_000,
    probe: () => probe,
  });
  const { results } = replayRecord({ directory: outDirectory, name: 'results', unwritten: [] });
  return { results, warnings };
}

interface RunOptions {
  readonly probe?: KvmState;
  readonly asked?: 'auto' | 'kvm';
  readonly start?: 'auto' | 'cold';
}

/** KVM that lets so many machines start. */
function lost(machines: number): (counted: string) => Scenario {
  return (counted) => ({ asKvm: { atStart: [{ refuseAfter: machines, counted, complain: refused }] } });
}

const summary = ({ tests }: Results): readonly (readonly string[])[] =>
  tests.map(({ outcome, start }) => [outcome, start]);
const allClones = Array.from({ length: 3 }, () => ['pass', 'clone']);
const allCold = Array.from({ length: 3 }, () => ['pass', 'cold']);

describe('KVM that looks usable and', () => {
  it.each<[string, Scenario['asKvm'], RegExp]>([
    [
      'lets no machine start',
      { atStart: dead },
      /exit status 1: Could not access KVM kernel module: Permission denied/,
    ],
    [
      'makes no machine',
      { atStart: [{ complain: 'ioctl(KVM_CREATE_VM) failed: 16 Device or resource busy\n' }, { exit: 1 }] },
      /KVM_CREATE_VM\) failed: 16 Device or resource busy/,
    ],
    [
      'resets every guest',
      { boot: [{ event: 'SHUTDOWN', data: { guest: true, reason: 'guest-reset' } }, { exit: 0 }] },
      /rebooted by itself/,
    ],
    ['hangs', { boot: [{ hang: true }] }, /did not reach the test agent within 10 s: the kernel printed nothing/],
    [
      'gives up every guest',
      {
        boot: [{ complain: 'KVM internal error. Suberror: 1\n' }, { event: 'STOP' }, { hang: true }],
        monitor: { 'query-status': { return: { status: 'internal-error' } } },
      },
      /KVM gave up on the guest: KVM internal error. Suberror: 1/,
    ],
  ])('%s ends in TCG before the first test, with the reason', async (_what, asKvm, reason) => {
    const { results, warnings } = await runOnKvm(() => ({ asKvm: asKvm ?? {} }));
    expect(summary(results)).toEqual(allClones);
    expect(results.host.accelerator).toBe('tcg');
    expect(results.host.acceleratorReason).toMatch(reason);
    expect(warnings).toHaveLength(1);
  });
});

describe('KVM that is lost in the middle', () => {
  it.each([
    ['with the first clone', 1],
    ['with the last', 3],
  ])('%s costs no test: the others are clones of a machine on TCG', async (_when, machines) => {
    const { results, warnings } = await runOnKvm(lost(machines), { probe: gone });
    expect(summary(results)).toEqual(allClones);
    expect(results.exitStatus).toBe(0);
    expect(results.host.accelerator).toBe('kvm');
    expect(results.cells[0]?.boot.notes).toEqual([expect.stringMatching(/^KVM was lost at .* on TCG: \/dev\/kvm may/)]);
    expect(warnings).toHaveLength(1);
  });

  it('costs no test that boots, either, and each says so', async () => {
    const { results } = await runOnKvm(lost(2), { start: 'cold' });
    expect(summary(results)).toEqual(allCold);
    const [first, second, third] = results.tests.map(({ startReason }) => startReason);
    expect([first, third]).toEqual(['requested with --start cold', 'requested with --start cold']);
    expect(second).toMatch(/; on TCG: QEMU ended by itself with exit status 1: Could not access KVM/);
    expect(results.cells[0]?.boot.notes).toHaveLength(1);
  });

  it('is believed from QEMU’s words when the device can still be opened', async () => {
    const { results } = await runOnKvm(lost(1));
    expect(results.tests.map(({ outcome }) => outcome)).toEqual(['pass', 'pass', 'pass']);
    expect(results.cells[0]?.boot.notes).toContainEqual(expect.stringMatching(/^KVM was lost/));
  });

  it('ends the tests without a verdict when KVM was asked for', async () => {
    const { results } = await runOnKvm(lost(1), { probe: gone, asked: 'kvm' });
    expect(results.tests.map(({ outcome }) => outcome)).toEqual(['error', 'error', 'error']);
    expect(results.tests[0]?.reason).toMatch(/Could not access KVM kernel module/);
  });
});

it.each<[string, Scenario['asKvmClone'], string]>([
  ['cannot restore it', { atMonitor: { 'migrate-incoming': noMsr } }, 'QEMU itself crashed with SIGABRT'],
  [
    'gives it up as a clone',
    {
      at: { session: [{ complain: 'error: kvm run failed Bad address\n' }, { event: 'STOP' }, { hang: true }] },
      monitor: { 'query-status': { return: { status: 'internal-error' } } },
    },
    'KVM gave up on the guest: error: kvm run failed Bad address',
  ],
])('KVM that boots a machine and %s is kept: the tests boot on it', async (_what, asKvmClone, reason) => {
  const { results } = await runOnKvm(() => ({ asKvmClone: asKvmClone ?? {} }));
  expect(summary(results)).toEqual(allCold);
  expect(results.host.accelerator).toBe('kvm');
  expect(results.cells[0]?.boot.notes).toEqual([
    expect.stringContaining(
      `tests boot cold instead of being cloned from the cell's machine: a clone was dead: ${reason}`,
    ),
  ]);
});

describe('a machine on KVM that resets before its first line, once', () => {
  const usualBoot: readonly Step[] = [
    { say: 'console', text: 'Linux version 6.1.0-fake\r\nqdt: init started\r\nqdt: agent ready\r\n' },
    { say: 'control', text: 'ready 1 6.1.0-fake\n' },
  ];
  const boot = (counted: string, resetTimes: number, after = 0): Scenario => ({
    asKvm: { boot: [{ resetTimes, after, counted }, ...usualBoot] },
  });

  it('is started again, and makes the template', async () => {
    const { results, warnings } = await runOnKvm((counted) => boot(counted, 1));
    expect(summary(results)).toEqual(allClones);
    expect([results.host.accelerator, warnings]).toEqual(['kvm', []]);
  });

  it('is started again for a test that boots', async () => {
    const { results } = await runOnKvm((counted) => boot(counted, 1, 1), { start: 'cold', asked: 'kvm' });
    expect(summary(results)).toEqual(allCold);
    const again = 'its machine had reset before its first line, and was started once more';
    expect(results.tests.filter(({ startReason }) => startReason.endsWith(again))).toHaveLength(1);
  });

  it('and then again, is a crash of its test', async () => {
    const { results } = await runOnKvm((counted) => boot(counted, 2, 1), { start: 'cold', asked: 'kvm' });
    expect(summary(results)).toEqual([['crash', 'cold'], ...allCold.slice(1)]);
  });
});
