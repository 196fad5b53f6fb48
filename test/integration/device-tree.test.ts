import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../unit/temporary-directory.ts';
import { type FinishedRun, root, runCli, runSuite, suites } from './cli.ts';

const suite = join(suites, 'device-tree');
const arm64 = 'debian:6.12:arm64';
const sweep = ['--fault', 'irq-drop', '--device', 'thermo0'];

const alarms = [
  'facts: of the model, 32768 Hz, gain 1, limit 60',
  'temp: 75, alarms: 2',
  'temp: 30, alarms: 3',
] as const;

/** What each test has seen, in its own words. */
const seen: Readonly<Record<string, readonly string[]>> = {
  alarm: alarms,
  cold: alarms,
  faulty: ['after a lost alarm: 0', 'after the next: 2', 'all ones: an error', 'a removed device: an error'],
  reset: ['resets: 0', 'resets: 2'],
  sensor: ['sensor: 21500', 'sensor: -12500', 'sensor: Remote I/O error'],
  source: ['facts: of the source, 32768 Hz, gain 7, limit 60'],
  two: ['thermo0: 20, alarms: 0', 'thermo1: 40, alarms: 0', 'thermo0: 20, alarms: 0', 'thermo1: 41, alarms: 1'],
};

describe('devices that only the device tree of an arm64 machine describes', () => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite([suite, '--jobs', '2', '--fresh']);
  });
  afterAll(() => run[Symbol.dispose]());

  it.each(Object.entries(seen))('%s: is found by its driver and works', (name, lines) => {
    const { outcome, reason, findings, stages } = run.test(name);
    expect({ outcome, reason, findings }).toEqual({ outcome: 'pass', reason: '', findings: [] });
    const output = run.read(stages.find((stage) => stage.name === 'run')?.log ?? '').trimEnd();
    expect(output.split('\n').filter((line) => line.includes(': '))).toEqual(lines);
  });

  it('are plugged into clones, or into a machine before it boots', () => {
    const starts = run.results.tests.map(({ id, start }) => [id.replace('device-tree/', ''), start]);
    expect(Object.fromEntries(starts)).toEqual({
      ...Object.fromEntries(Object.keys(seen).map((name) => [name, 'clone'])),
      cold: 'cold',
    });
  });

  it('have their faults counted', () => {
    const faults = run.test('faulty').devices?.flatMap((device) => device.faults.map(({ id, fired }) => [id, fired]));
    expect(faults).toEqual([
      ['irq-drop', 1],
      // busybox's cat reads a failing file twice.
      ['read-ones', 2],
    ]);
  });
});

it('a driver in the kernel finds its registers, too, with the model that x86 has behind a board', async () => {
  using run = await runSuite([join(root, 'examples/platform-uart'), '--kernel', arm64]);
  expect(run.results.tests.map(({ id, outcome, start }) => [id, outcome, start])).toEqual([
    ['platform-uart/interrupt-lost', 'pass', 'clone'],
    ['platform-uart/sends-and-receives', 'pass', 'clone'],
  ]);
  // Each is a clone of a machine with the tree, so nothing needs the boot of one without.
  expect(run.results.cells.map(({ boot }) => boot.outcome)).toEqual(['not-needed']);
});

it('every access of a driver can be swept', async () => {
  const out = join(temporaryDirectory(), 'sweep');
  const { stdout, exitStatus } = await runCli(['sweep', join(suite, 'alarm'), ...sweep, '--out', out]);
  expect(stdout).toMatch(/^ {2}irq-drop +2 accesses +2 absorbed$/m);
  expect(exitStatus).toBe(0);
});

it('a machine that takes no nodes is an error of the tests that need one, with the reason', async () => {
  using run = await runSuite([suite, '--test', 'device-tree/two', '--kernel', 'debian:6.12', '--accel', 'tcg']);
  const { outcome, reason } = run.test('two');
  expect([outcome, reason]).toEqual([
    'error',
    expect.stringMatching(
      /takes no nodes of ours in a device tree, but the device thermo0 \(info\/devices:1\) needs one: a PC has/,
    ),
  ]);
});

it('a machine whose interrupts cannot be those of models costs the tests with nodes, not the others', async () => {
  const plain = join(temporaryDirectory(), 'plain');
  mkdirSync(join(plain, 'test'), { recursive: true });
  writeFileSync(join(plain, 'test/run'), '#!/bin/sh\n', { mode: 0o755 });
  const names = ['plain/test', 'device-tree/cold', 'device-tree/two'];
  const machine = ['--kernel', arm64, '--machine', 'v3=-machine virt,gic-version=3'];
  using run = await runSuite([plain, suite, ...names.flatMap((name) => ['--test', name]), ...machine]);
  const reason = expect.stringMatching(
    /-machine virt,gic-version=3 has no GICv2m frame.* Use -machine virt,/,
  ) as string;
  expect(run.results.tests.map(({ id, outcome, reason: why }) => [id, outcome, why])).toEqual([
    ['plain/test', 'pass', ''],
    ['device-tree/cold', 'error', reason],
    ['device-tree/two', 'error', reason],
  ]);
});

describe('what is wrong is said before anything runs', () => {
  /** A suite with one device in the tree, and this source. */
  const suiteWith = (source: string | undefined): string => {
    const directory = join(temporaryDirectory(), 'wrong');
    for (const path of ['info', 'test']) mkdirSync(join(directory, path), { recursive: true });
    writeFileSync(join(directory, 'info/devices'), `thermo0 ${join(suite, 'models/thermo.ts')}\n`);
    writeFileSync(join(directory, 'info/kernel'), `${arm64}\n`);
    if (source !== undefined) writeFileSync(join(directory, 'info/device-tree'), source);
    writeFileSync(join(directory, 'test/run'), '#!/bin/sh\n', { mode: 0o755 });
    return directory;
  };
  const refusedOf = async (directory: string, ...args: readonly string[]): Promise<readonly string[]> => {
    const { stderr, exitStatus } = await runCli(['run', directory, ...args], { cwd: directory });
    return [
      `exit status ${exitStatus}`,
      ...stderr.split('\n').filter((text) => text.startsWith('info/') || /^-\w/.test(text)),
    ];
  };

  it('all errors of references, with file and line', async () => {
    const lines = ['&thermo0 {', '\tclocks = <&no_clock>;', '};', '', '/ {', '\tfoo { bar = <&no_bar>; };', '};'];
    expect(await refusedOf(suiteWith(lines.join('\n')))).toEqual([
      'exit status 2',
      expect.stringMatching(
        /^info\/device-tree:1: dtc: \/thermo0@\w+: Reference to non-existent node or label "no_clock"/,
      ),
      expect.stringMatching(/^info\/device-tree:6: dtc: \/foo: Reference to non-existent node or label "no_bar"/),
    ]);
  });

  it('an error of the syntax, with file and line', async () => {
    const directory = suiteWith('/ {\n\tfoo = <1 2;\n};\n');
    const refused = ['exit status 2', 'info/device-tree:2: dtc: syntax error'];
    expect(await refusedOf(directory)).toEqual(refused);
    // Now dtc is there.
    const { stderr, exitStatus } = await runCli(['check', directory], { cwd: directory });
    expect([`exit status ${exitStatus}`, stderr.split('\n')[0]]).toEqual(refused);
  });

  it('only what is wrong: what a source refers to is the machine’s', async () => {
    const { stdout, stderr } = await runCli(['check', suite, join(root, 'examples/platform-uart')]);
    expect([stdout, stderr]).toEqual([expect.stringMatching(/^device-tree: \d+ tests, no problems$/m), '']);
  });

  it('a machine whose interrupts cannot be those of models, where no test does without', async () => {
    expect(await refusedOf(suiteWith(undefined), '--machine', 'v3=-machine virt,gic-version=3')).toEqual([
      'exit status 2',
      expect.stringMatching(/^-machine virt,gic-version=3 has no GICv2m frame/),
    ]);
  });

  it('a tree of the user’s own, where no test does without', async () => {
    expect(await refusedOf(suiteWith(undefined), '--machine', 'own=-dtb /own.dtb')).toEqual([
      'exit status 2',
      '-dtb cannot be used here: the devices of the suite are in a device tree of ours.',
    ]);
  });
});
