import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, root, runCli, runSuite, suites } from './cli.ts';
import { expected } from './outcome-table.ts';

const arm64 = 'debian:6.12:arm64';
const riscv64 = 'debian:trixie:riscv64';

/** Guests of other architectures than this host's. The verdicts are those of x86-64. */
describe.each([
  [arm64, 'aarch64', 'clone'],
  [arm64, 'aarch64', 'cold'],
  [riscv64, 'riscv64', 'clone'],
  [riscv64, 'riscv64', 'cold'],
] as const)('%s (%s), %s', (kernel, arch, start) => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite([join(suites, 'outcomes'), '--kernel', kernel, '--start', start, '--jobs', '2']);
  });
  afterAll(() => run[Symbol.dispose]());

  it('is what the machines were, and how they started', () => {
    expect(run.results.cells.map((cell) => [cell.arch, cell.boot.outcome, cell.boot.image])).toEqual([
      [arch, 'ok', 'Image'],
    ]);
    const others = run.results.tests.filter((test) => test.start !== start);
    expect(others.map((test) => `${test.id}: ${test.startReason}`)).toEqual([]);
  });

  it.each(Object.entries(expected))('gives %s its verdict', (name, { outcome, ok, reason }) => {
    const test = run.test(name);
    expect({ outcome: test.outcome, ok: test.ok, reason: test.reason }).toEqual({
      outcome,
      ok,
      reason: reason === undefined ? (expect.any(String) as string) : (expect.stringMatching(reason) as string),
    });
  });

  it('leads to the line of the module that failed', () => {
    const [finding] = run.test('oops-that-does-not-panic').findings;
    expect(finding).toMatchObject({
      kind: 'null-deref',
      source: { file: expect.stringMatching(/misbehave\.c$/) as string },
    });
  });

  it('shows where each processor is that hangs, with its code', () => {
    const { console: path, notes } = run.test('hang');
    const registers = run.read((path ?? '').replace(/console\.log$/, 'postmortem/registers.txt'));
    expect(registers).toMatch(/^CPU#0$/m);
    expect(registers).toMatch(/^code from the instruction before:\r?\n0x[\da-f]+:/m);
    expect(registers).toMatch(/^pc : \w+\+0x[\da-f]+\/0x[\da-f]+ \[misbehave\]$/m);
    // These machines have no NMI by which a kernel with its interrupts off could be asked.
    expect(notes).toEqual(['post-mortem: QEMU refused inject-nmi: machine does not provide NMIs']);
  });
});

it.each([arm64, riscv64])(
  'a driver of a PCI device works in clones of %s: DMA, interrupts, hot-plug',
  async (kernel) => {
    using run = await runSuite([join(root, 'examples/edu'), '--kernel', kernel]);
    expect(run.results.tests.filter(({ ok }) => !ok).map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    const starts = new Set(run.results.tests.map(({ start }) => start));
    expect([...starts]).toEqual(['clone']);
  },
);

it.each(['clone', 'cold'] as const)(
  'a kernel without hot-plug finds and releases what comes and goes a hundred times, %s',
  async (start) => {
    const buses = ['pci', 'serial', 'usb'];
    const rounds = buses.map((bus) => join(suites, 'plug-rounds', bus));
    using run = await runSuite([...rounds, '--kernel', riscv64, '--start', start, '--jobs', '2']);
    expect(run.results.tests.map(({ id, outcome, start: found }) => [id, outcome, found])).toEqual(
      buses.map((bus) => [`plug-rounds/${bus}`, 'pass', start]),
    );
  },
);

it('a serial line is a terminal beside the console, in clones and in a machine that boots with it', async () => {
  const tests = ['cold', 'talks'].flatMap((name) => ['--test', `lines/${name}`]);
  using run = await runSuite([join(suites, 'lines'), '--kernel', arm64, '--kernel', riscv64, ...tests]);
  expect(run.results.tests.map(({ id, cell, outcome, start }) => [id, cell, outcome, start])).toEqual([
    ['lines/cold', 'debian-6.12-arm64-default', 'pass', 'cold'],
    ['lines/talks', 'debian-6.12-arm64-default', 'pass', 'clone'],
    ['lines/cold', 'debian-trixie-riscv64-default', 'pass', 'cold'],
    ['lines/talks', 'debian-trixie-riscv64-default', 'pass', 'clone'],
  ]);
  const consoles = run.results.tests.map(({ console: path }) => run.read(path ?? ''));
  for (const text of consoles) expect(text).toContain('qdt: stage run ended with 0');
});

it('models of devices interrupt all guests', async () => {
  const tests = ['--test', 'fmc-tdc/one-pulse', '--test', 'fmc-tdc/moderation'];
  using run = await runSuite([join(root, 'examples/fmc-tdc'), '--kernel', arm64, '--kernel', riscv64, ...tests]);
  expect(run.results.tests.map(({ id, cell, outcome, start }) => [id, cell, outcome, start])).toEqual([
    ['fmc-tdc/moderation', 'debian-6.12-arm64-default', 'pass', 'clone'],
    ['fmc-tdc/one-pulse', 'debian-6.12-arm64-default', 'pass', 'clone'],
    ['fmc-tdc/moderation', 'debian-trixie-riscv64-default', 'pass', 'clone'],
    ['fmc-tdc/one-pulse', 'debian-trixie-riscv64-default', 'pass', 'clone'],
  ]);
});

/** The titles of exceptions that are not alike on all architectures; the function is `trap_` and the test's name. */
const exceptions: Readonly<Record<string, readonly [onArm64: string, onRiscv64: string]>> = {
  undefined: ['Oops - Undefined instruction', 'Oops - illegal instruction'],
  breakpoint: ['unexpected BRK exception', 'kernel BUG'],
  'stack-corrupted': ['kernel panic: stack is corrupted', 'kernel panic: stack is corrupted'],
  'call-of-null': twice('BUG: unable to handle kernel NULL pointer dereference'),
  'call-of-data': twice('BUG: unable to handle kernel paging request'),
  'write-to-constant': twice('BUG: unable to handle kernel paging request'),
  'user-pointer': ['BUG: unable to handle kernel paging request', 'BUG: unable to handle kernel access to user memory'],
  'freed-pointer': twice('BUG: unable to handle kernel paging request'),
  'error-pointer': twice('BUG: unable to handle kernel paging request'),
  bus: ['Internal error', 'Oops - load access fault'],
  unaligned: ['BUG: unable to handle kernel paging request', 'Oops - load access fault'],
  list: twice('BUG: corrupted list'),
  usercopy: twice('WARNING'),
};
/** Those whose function has another name, or that the ledger finds before the kernel does. */
const elsewhere: Readonly<Record<string, readonly [onArm64: string, onRiscv64: string]>> = {
  'stack-overflow': twice('kernel stack overflow in trap_deeper'),
  'null-in-interrupt': twice('BUG: unable to handle kernel NULL pointer dereference in trap_null_here'),
  'double-free': ['double free of 64 bytes from kmalloc in trap_double_free', 'kernel BUG in trap_double_free'],
};

function twice(title: string): readonly [string, string] {
  return [title, title];
}

it('each exception has one finding, with its kind, its function and its line', async () => {
  using run = await runSuite([join(suites, 'exceptions'), '--kernel', arm64, '--kernel', riscv64]);
  const found = (cell: string): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(
      run.results.tests
        .filter((test) => test.cell === cell)
        .map(({ id, findings }) => [id.replace('exceptions/', ''), findings.map(({ title }) => title)]),
    );
  const wanted = (index: 0 | 1): Readonly<Record<string, readonly string[]>> => ({
    ...Object.fromEntries(
      Object.entries(exceptions).map(([name, titles]) => [
        name,
        [`${titles[index]} in trap_${name.replaceAll('-', '_')}`],
      ]),
    ),
    ...Object.fromEntries(Object.entries(elsewhere).map(([name, titles]) => [name, [titles[index]]])),
  });
  expect(found('debian-6.12-arm64-default')).toEqual(wanted(0));
  expect(found('debian-trixie-riscv64-default')).toEqual(wanted(1));
  const files = run.results.tests.map(({ findings }) => findings[0]?.source?.file);
  expect(new Set(files)).toEqual(new Set([expect.stringMatching(/exceptions\/module\/traps\.c$/) as string]));
});

it.each([arm64, riscv64])(
  'calls fail on %s as on x86-64: each in turn, in each group, in processes',
  async (kernel) => {
    const directory = mkdtempSync(join(tmpdir(), 'qdt-other-calls-'));
    try {
      const swept = await runCli([
        ...['sweep', join(suites, 'callsweep/reads'), '--fault', 'call-fail', '--kernel', kernel],
        ...['--jobs', '2', '--out', directory],
      ]);
      expect(swept.stdout).toContain('14 calls from 7 places   6 reported, 1 silent');
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
    const names = ['groups', 'concurrent', 'from-start', 'recursion', 'unloads'];
    const machine = ['--kernel', kernel, '--machine', 'two=-m 256 -smp 2'];
    using run = await runSuite([join(suites, 'calls'), ...machine, ...names.flatMap((name) => ['--test', name])]);
    expect(run.results.tests.map(({ id, outcome }) => [id, outcome])).toEqual(
      names.sort().map((name) => [`calls/${name}`, 'pass']),
    );
    const callfix = run.results.cells[0]?.calls?.find(({ module }) => module === 'callfix');
    const copies = kernel === arm64 ? '__arch_copy_from_user' : '_copy_from_user';
    expect(callfix?.canFail).toEqual(expect.arrayContaining([copies, 'misc_register']));
  },
);

it('coverage of arm64 and riscv64 has the lines of x86-64', async () => {
  const kernels = ['debian:6.12', arm64, riscv64].flatMap((kernel) => ['--kernel', kernel]);
  using run = await runSuite([join(suites, 'coverage'), ...kernels, '--coverage', '--jobs', '2']);
  const ran = run.results.tests.map(({ id, coverage }) => [id, coverage?.map(({ lines }) => lines)]);
  const onFirst = new Map(ran.slice(0, 4).map(([id, lines]) => [id, lines]));
  expect(ran).toHaveLength(12);
  expect(ran.filter(([, lines]) => lines?.length !== 1)).toEqual([]);
  expect(ran).toEqual(ran.map(([id]) => [id, onFirst.get(id)]));
  expect(run.results.coverage).toMatchObject({ notMeasured: [], lines: 32, reached: 32 });
});

const [coreType, typeAt, machineAt] = [4, 16, 18];

it.each([
  [arm64, 183],
  [riscv64, 243],
])('a guest of %s may run out of memory, and one that runs out of time leaves its own', async (kernel, machine) => {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-memory-'));
  try {
    const scripts = {
      greedy: '(tail /dev/zero)\n[ $? = 137 ] && dmesg | grep -q "Out of memory: Killed process"',
      late: 'sleep 99',
    };
    for (const [name, script] of Object.entries(scripts)) {
      mkdirSync(join(directory, name, 'info'), { recursive: true });
      writeFileSync(join(directory, name, 'run'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    }
    writeFileSync(join(directory, 'late/info/timeout'), '4\n');
    using run = await runSuite([directory, '--kernel', kernel, '--memory-dump']);
    expect(run.results.tests.map(({ outcome }) => outcome)).toEqual(['pass', 'timeout']);
    const folder = join(run.directory, run.test('late').console ?? '', '../postmortem');
    const [dump = 'none'] = readdirSync(folder).filter((name) => name.startsWith('memory.elf.'));
    const unpack = `${dump.endsWith('.zst') ? 'zstd' : 'gzip'} -dc "$1" | head -c 20`;
    const header = execFileSync('sh', ['-c', unpack, 'sh', join(folder, dump)]);
    expect([header.readUInt16LE(typeAt), header.readUInt16LE(machineAt)]).toEqual([coreType, machine]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

it('KVM cannot be asked for a guest of another architecture', async () => {
  const refused = await runCli(['run', join(suites, 'contract'), '--kernel', arm64, '--accel', 'kvm']);
  expect(refused.exitStatus).toBe(69);
  expect(refused.stderr).toContain(
    `--accel kvm: ${arm64} is for arm64. KVM runs guests of this host's architecture only`,
  );
});
