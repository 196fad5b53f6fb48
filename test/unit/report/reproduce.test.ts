import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { Cell, PlannedTest } from '../../../src/plan/plan.ts';
import { reproduceCommand, shellCommandLine } from '../../../src/results/reproduce.ts';
import { shellJoin } from '../../../src/text/shell-quote.ts';
import { suite, suiteTest } from '../plan/plan-request.ts';

const probe = suiteTest('/w/edu', 'probe');
const edu = suite('/w/edu', [], { tests: [probe] });
const cell: Cell = {
  id: 'debian-6.12-small',
  kernel: {
    kind: 'distribution',
    text: 'debian:6.12',
    distribution: 'debian',
    series: '6.12',
    flavour: 'generic',
    arch: 'x86_64',
  },
  machine: { name: 'small', args: ['-m', '256', '-smp', '1'] },
  qemu: { kind: 'host', text: 'host' },
  arch: 'x86_64',
};
const planned: PlannedTest = {
  id: 'edu/probe',
  cell,
  suite: edu,
  test: probe,
  timeoutMs: 60_000,
  bootTimeoutMs: undefined,
  diskImage: undefined,
};

const invocation = ['qemu-driver-test'];

describe('the command that runs a test again', () => {
  test('names test, kernel and machine', () => {
    expect(reproduceCommand(planned, { invocation, suitePath: 'examples/edu' })).toBe(
      "qemu-driver-test run examples/edu --test edu/probe --kernel debian:6.12 --machine 'small=-m 256 -smp 1'",
    );
  });

  test('names a row of a table without quotes', () => {
    const row = { name: '4096', variables: new Map([['SIZE', '4096']]), file: '/w/edu/probe/info/each', line: 2 };
    const ofRow = { ...planned, id: 'edu/probe@4096', test: { ...probe, name: 'probe@4096', row } };
    const options = { invocation, suitePath: 'examples/edu' };
    expect(reproduceCommand(ofRow, options)).toContain('run examples/edu --test edu/probe@4096 --kernel');
    expect(shellCommandLine(ofRow, options)).toContain('shell examples/edu/probe@4096 --kernel');
  });

  test('leaves out what the suite says itself and a machine without arguments', () => {
    const plain = {
      ...planned,
      suite: { ...edu, kernel: 'debian:6.12' },
      cell: { ...cell, machine: { name: 'default', args: [] } },
    };
    expect(reproduceCommand(plain, { invocation, suitePath: '.' })).toBe('qemu-driver-test run . --test edu/probe');
  });

  test('has the options that were in force', () => {
    const options = {
      invocation,
      suitePath: '-odd dir',
      qemu: 'debian:trixie',
      diskImage: 'a b.qcow2',
      timeoutSeconds: 5,
      bootTimeoutSeconds: 300,
      accelerator: 'tcg',
    } as const;
    expect(reproduceCommand(planned, options)).toBe(
      "qemu-driver-test run './-odd dir' --test edu/probe --kernel debian:6.12 --machine 'small=-m 256 -smp 1'" +
        " --qemu debian:trixie --disk-image 'a b.qcow2' --accel tcg --boot-timeout 300 --timeout 5",
    );
  });

  test('begins as the user called the program, and the one that opens a shell does, too', () => {
    const options = {
      invocation: ['node', 'a b/cli.mjs'],
      suitePath: '-edu',
      timeoutSeconds: 5,
      accelerator: 'kvm',
    } as const;
    const rest = "--kernel debian:6.12 --machine 'small=-m 256 -smp 1' --accel kvm";
    expect(reproduceCommand(planned, options)).toBe(
      `node 'a b/cli.mjs' run ./-edu --test edu/probe ${rest} --timeout 5`,
    );
    expect(shellCommandLine(planned, options)).toBe(`node 'a b/cli.mjs' shell ./-edu/probe ${rest}`);
  });

  test('is parsed correctly by a shell', () => {
    const words = ['', "it's", '$HOME', '~', 'a b', '"', '\\', '*', 'a\nb', '#x', '!', 'plain-word_1.2:/=,'];
    expect(
      execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${shellJoin(words)}`], { encoding: 'utf8' })
        .split('\0')
        .slice(0, -1),
    ).toEqual(words);
    const machine = { name: 'odd', args: ['-append', "a 'b' $c"] };
    const command = reproduceCommand({ ...planned, cell: { ...cell, machine } }, { invocation, suitePath: 'edu' });
    const value = execFileSync('/bin/sh', ['-c', `set -- ${command}; shift 7; printf %s "$2"`], { encoding: 'utf8' });
    expect(value).toBe(`odd=${shellJoin(machine.args)}`);
  });
});
