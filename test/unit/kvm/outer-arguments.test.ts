import { expect, it } from 'vitest';
import { type OuterArchitecture, outerArchitectures } from '../../../scripts/kvm/outer-architectures.ts';
import { outerArguments, type OuterMachine } from '../../../scripts/kvm/outer-arguments.ts';
import { elfPattern } from '../../../scripts/kvm/user-mode.ts';
import { architectureOf } from '../../../src/architecture/architectures.ts';

const machine: OuterMachine = {
  ...{ machine: 'q35', cpu: 'max,+svm', console: 'ttyS0', kernelParameters: ['no_timer_check'] },
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

it('is a machine of the architecture that is asked for', () => {
  const [amd64, arm64] = [outerArchitectures['amd64'], outerArchitectures['arm64']];
  if (amd64 === undefined || arm64 === undefined) throw new Error('expected both architectures');
  const of = (one: OuterArchitecture): readonly string[] => {
    const args = outerArguments({ ...machine, ...one, console: architectureOf(one.name).guest.console, kernel: '/k' });
    return ['-machine', '-cpu', '-append'].flatMap((option) => after(args, option));
  };
  expect(of(amd64)).toEqual(['q35', 'max,+svm', expect.stringMatching(/^console=ttyS0 .* no_timer_check /)]);
  expect(of(arm64)).toEqual([
    'virt,virtualization=on,gic-version=3',
    'neoverse-n1',
    expect.stringMatching(/^console=ttyAMA0 panic=-1 random/),
  ]);
});

it('programs of another architecture are known by the header of their files', () => {
  const header = (type: number, machine: number): Buffer => {
    const bytes = Buffer.alloc(20);
    bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
    bytes.writeUInt16LE(type, 16);
    bytes.writeUInt16LE(machine, 18);
    return bytes;
  };
  const { magic, mask } = elfPattern(183);
  const bytesOf = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');
  const fits = (file: Buffer): boolean =>
    bytesOf(magic).every((byte, at) => ((file[at] ?? 0) & (bytesOf(mask)[at] ?? 0)) === byte);
  expect([fits(header(2, 183)), fits(header(3, 183)), fits(header(1, 183)), fits(header(2, 62))]).toEqual([
    true,
    true,
    false,
    false,
  ]);
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
