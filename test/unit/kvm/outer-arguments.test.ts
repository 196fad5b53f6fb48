import { expect, it } from 'vitest';
import { outerArguments, type OuterMachine } from '../../../scripts/kvm/outer-arguments.ts';

const machine: OuterMachine = {
  kernel: '/store/vmlinux',
  initramfs: '/tmp/x/outer-initramfs',
  cpus: 2,
  memoryMiB: 8192,
  jobDirectory: '/tmp/x/kvm',
  settings: { node: '/usr/bin/node', now: '1700000000' },
};

const after = (args: readonly string[], option: string): readonly string[] =>
  args.flatMap((argument, index) => (argument === option ? [args[index + 1] ?? ''] : []));

it('the emulated machine has the virtualisation of a processor that TCG emulates', () => {
  const args = outerArguments(machine);
  expect([after(args, '-accel'), after(args, '-cpu')]).toEqual([['tcg,thread=multi'], ['max,+svm']]);
});

it('it may write nothing of the host but the directory of its job', () => {
  const [root, job, ...others] = after(outerArguments(machine), '-fsdev');
  expect(root).toMatch(/^local,id=qdt.root,path=\/,.*readonly=on/);
  expect(job).toBe('local,id=qdt.job,path=/tmp/x/kvm,security_model=none,multidevs=remap');
  expect(others).toEqual([]);
  expect(after(outerArguments({ ...machine, jobDirectory: '/a,b' }), '-fsdev')[1]).toContain('path=/a,,b,');
});

it('its init is told by the command line, which has no place for a space', () => {
  const [line] = after(outerArguments(machine), '-append');
  expect(line).toMatch(/ qdt.node=\/usr\/bin\/node qdt.now=1700000000$/);
  expect(() => outerArguments({ ...machine, settings: { node: '/a b/node' } })).toThrow('/a b/node');
});
