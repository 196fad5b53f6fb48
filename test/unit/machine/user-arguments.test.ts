import { describe, expect, it } from 'vitest';
import { mergeUserArguments, refuseUserArguments, type UserArguments } from '../../../src/machine/user-arguments.ts';

const nothing: UserArguments = {
  memory: undefined,
  smp: undefined,
  cpu: undefined,
  machine: undefined,
  kernelParameters: [],
  others: [],
};

describe('mergeUserArguments', () => {
  const cases: readonly (readonly [
    title: string,
    places: readonly (readonly string[])[],
    merged: Partial<UserArguments>,
  ])[] = [
    ['nothing of nothing', [], {}],
    [
      'each of the four that win',
      [['-m', '256', '-smp', '2', '-cpu', 'max', '-machine', 'pc']],
      { memory: '256', smp: '2', cpu: 'max', machine: 'pc' },
    ],
    ['the last of one place', [['-m', '256', '-m', '512']], { memory: '512' }],
    ['the most specific place', [['-m', '256', '-smp', '1'], [], ['-m', '1G']], { memory: '1G', smp: '1' }],
    [
      'two dashes for one, and -M for -machine',
      [
        ['--m', '256', '-M', 'pc'],
        ['--machine', 'q35'],
      ],
      { memory: '256', machine: 'q35' },
    ],
    [
      'all that is appended to the command line',
      [
        ['-append', 'a b'],
        ['-append', 'c'],
      ],
      { kernelParameters: ['a b', 'c'] },
    ],
    [
      'everything else in order and as written',
      [
        ['-device', 'edu'],
        ['--device', 'edu', '-no-hpet'],
      ],
      { others: ['-device', 'edu', '--device', 'edu', '-no-hpet'] },
    ],
    [
      'values that look like options of ours',
      [['-device', 'edu', '-m', '-1']],
      { memory: '-1', others: ['-device', 'edu'] },
    ],
  ];

  it.each(cases)('takes %s', (_, places, merged) => {
    expect(mergeUserArguments(places)).toEqual({ ...nothing, ...merged });
  });
});

describe('refuseUserArguments', () => {
  it.each([
    [[]],
    [['-m', '256', '-device', 'edu,dma_mask=0xff']],
    [['-netdev', 'user,id=n0']],
    [['-append', 'quiet']],
    [['-no-reboot']],
  ])('has nothing against %j', (args) => {
    expect(refuseUserArguments(args)).toBeUndefined();
  });

  it.each([
    [['-kernel', 'vmlinuz'], '-kernel cannot be used here: name the kernel with info/kernel or --kernel.'],
    [
      ['-m', '256', '--initrd', 'x'],
      '--initrd cannot be used here: the initramfs is built for each kernel; put files into data/.',
    ],
    [['-accel', 'kvm'], '-accel cannot be used here: choose the accelerator with --accel.'],
    [['-enable-kvm'], '-enable-kvm cannot be used here: choose the accelerator with --accel.'],
    [['-daemonize'], '-daemonize cannot be used here: the runner watches its process.'],
    [['-sandbox', 'off'], '-sandbox cannot be used here: the sandbox stays on.'],
    [['-qmp', 'tcp::4444'], '-qmp cannot be used here: the monitor belongs to the runner.'],
    [['-monitor', 'stdio'], '-monitor cannot be used here: the monitor belongs to the runner.'],
    [
      ['-action', 'reboot=reset'],
      '-action cannot be used here: a guest that powers off, resets or panics ends its test.',
    ],
    [['-S'], '-S cannot be used here: the runner starts the guest.'],
    [['-m'], '-m needs a value: expected one after it, found nothing.'],
    [['-device', 'edu', '-append'], '-append needs a value: expected one after it, found nothing.'],
  ])('refuses %j', (args, message) => {
    expect(refuseUserArguments(args)).toBe(message);
  });
});
