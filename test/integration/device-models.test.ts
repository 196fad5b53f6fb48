import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../src/run/evidence/timeline-entry.ts';
import { type FinishedRun, root, runCli, runSuite } from './cli.ts';
import { nightlyIt } from './scope.ts';

const directories: string[] = [];
afterEach(() => directories.splice(0).forEach((directory) => rmSync(directory, { recursive: true })));

/**
 * The edu example with its unchanged driver on a model instead of QEMU's own device, plus further tests, each a copy of
 * one of its tests.
 */
function eduOnModel(tests: readonly ModelTest[] = []): string {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-edu-ts-'));
  directories.push(directory);
  const suite = join(directory, 'edu');
  cpSync(join(root, 'examples/edu'), suite, { recursive: true });
  cpSync(join(root, 'examples/edu-ts/edu.ts'), join(suite, 'models/edu.ts'));
  rmSync(join(suite, 'info/qemu-args'));
  writeFileSync(join(suite, 'info/devices'), 'edu0 models/edu.ts\n');
  // It adds QEMU's own edu.
  rmSync(join(suite, 'dma-out-of-reach'), { recursive: true });
  for (const test of tests) addTest(suite, test);
  return suite;
}

interface ModelTest {
  readonly name: string;
  /** The test whose `run` it copies. */
  readonly like: string;
  readonly faults?: string;
  /** The model's first action when the driver asks for a factorial. */
  readonly bug?: string;
}

/** The handler that bugs are put into, on one line of the model. */
const handler = 'FACTORIAL: ({ regs, fields, interrupts, clock }, n) => {';

/** A pattern of the line of a model where its bug is. */
function atBug(reason: string, model: string): RegExp {
  const lines = readFileSync(join(root, 'examples/edu-ts/edu.ts'), 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(handler)) + 1;
  return new RegExp(String.raw`^the device model edu \(edu0\) broke at ${reason}, ${model}\.ts:${line}:\d+$`);
}

function addTest(suite: string, { name, like, faults, bug }: ModelTest): void {
  const info = join(suite, name, 'info');
  mkdirSync(info, { recursive: true });
  cpSync(join(suite, like, 'run'), join(suite, name, 'run'));
  chmodSync(join(suite, name, 'run'), 0o755);
  if (faults !== undefined) writeFileSync(join(info, 'faults'), faults);
  if (bug === undefined) return;
  const source = readFileSync(join(suite, 'models/edu.ts'), 'utf8');
  expect(source).toContain(handler);
  writeFileSync(join(suite, `models/${name}.ts`), source.replace(handler, `${handler} ${bug}`));
  writeFileSync(join(info, 'devices'), `edu0 models/${name}.ts\n`);
}

function timelineOf(run: FinishedRun, name: string): readonly TimelineEntry[] {
  const path = run.test(name).timeline;
  if (path === undefined) throw new Error(`${name} has no timeline`);
  // Written by the run above.
  return run
    .read(path)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as TimelineEntry);
}

const expected: Readonly<Record<string, string>> = { 'crash-on-read': 'crash', 'interrupt-affinity': 'skip' };

/** Each fault, the test that meets it, and the reaction of the unchanged driver's kernel. */
const faulty = [
  ['irq-drop', 'factorial', 'no interrupt 0x1'],
  ['irq-drop nth=2', 'dma-round-trip', 'no interrupt 0x100'],
  ['dma-fail direction=write', 'dma-round-trip', 'data did not arrive'],
  ['dma-corrupt direction=write byte=100', 'dma-round-trip', 'other data arrived'],
  ['read-ones register=ID', 'identification', 'unknown identification 0xffffffff'],
] as const;
const faultTests = faulty.map(([faults, like], index): ModelTest => ({ name: `fault-${index}`, like, faults }));

const broken: readonly ModelTest[] = [
  { name: 'throws', like: 'factorial', bug: "throw new TypeError('no such thing');" },
  { name: 'hangs', like: 'factorial', bug: 'for (;;);' },
  { name: 'ends', like: 'factorial', bug: 'process.exit(3);' },
];

describe('a suite with device models', () => {
  it(
    'passes as it does on QEMU’s device; faults fire, are told, and are met by the driver; a model that breaks ' +
      'costs its test',
    async () => {
      using run = await runSuite([
        eduOnModel([...faultTests, ...broken, { name: 'never-fires', like: 'identification', faults: 'dma-fail' }]),
        '--kernel',
        'debian:6.1',
        '--accel',
        'tcg',
      ]);
      const special = [...faultTests, ...broken].map(({ name }) => `edu/${name}`);
      const surprises = run.results.tests.filter(
        ({ id, outcome, start }) =>
          !special.includes(id) && (outcome !== (expected[id.replace('edu/', '')] ?? 'pass') || start !== 'clone'),
      );
      expect(surprises.map(({ id, outcome, start, reason }) => `${id}: ${outcome}, ${start}: ${reason}`)).toEqual([]);
      expect(run.results.tests.map(({ start, startReason }) => `${start}: ${startReason}`)).toEqual(
        run.results.tests.map(() => "clone: the cell's template, with edu0 plugged in"),
      );

      for (const [index, [fault, , message]] of faulty.entries()) {
        const test = run.test(`fault-${index}`);
        expect([fault, test.outcome]).not.toEqual([fault, 'pass']);
        expect(run.read(test.console ?? '')).toContain(message);
        expect(test.devices?.[0]?.faults[0]?.fired).toBeGreaterThan(0);
        expect(
          timelineOf(run, `fault-${index}`).filter(({ text }) =>
            text.startsWith(`fault ${fault.split(' ')[0] ?? ''} fired at `),
          ).length,
        ).toBe(test.devices?.[0]?.faults[0]?.fired);
      }
      expect(run.test('never-fires').devices?.[0]?.faults).toMatchObject([{ text: 'dma-fail', fired: 0, counted: 0 }]);

      const [hardware] = run.results.hardware ?? [];
      expect(hardware).toMatchObject({ suite: 'edu', model: 'edu', coverage: { unmapped: 0 } });
      expect(Object.keys(hardware?.coverage.registers ?? {})).toContain('IRQ_RAISE');
      expect(hardware?.coverage.registers['FACTORIAL']?.writes).toBeGreaterThan(5);
      // All machines except those whose model ended or hung, which cannot report any more.
      expect(hardware?.machines).toBe(run.results.tests.length - 2);

      expect(
        broken.map(({ name }) => [
          name,
          run.test(name).outcome,
          run.test(name).reason.replace(/, \/.*\/models\//, ', '),
        ]),
      ).toEqual([
        ['throws', 'error', expect.stringMatching(atBug('write of FACTORIAL: TypeError: no such thing', 'throws'))],
        ['hangs', 'error', expect.stringMatching(atBug('a call that did not return: no answer for 5 s', 'hangs'))],
        [
          'ends',
          'error',
          'the device model edu (edu0) broke at an unknown place: its process has ended: exit status 3',
        ],
      ]);
    },
  );

  it(
    'has a timeline that orders console, stages and registers on one clock; cold as in a clone, by messages ' +
      'and by the line',
    async () => {
      const suite = eduOnModel();
      // The host hears that a stage begins a moment after it has begun; its first access is to come later than that.
      for (const stage of ['setup', 'factorial/run']) {
        const script = readFileSync(join(suite, stage), 'utf8');
        writeFileSync(join(suite, stage), script.replace('\n', '\nsleep 0.5\n'));
      }
      using run = await runSuite([
        suite,
        '--kernel',
        'debian:6.1',
        '--accel',
        'tcg',
        '--start',
        'cold',
        '--test',
        'factorial',
        '--test',
        'interrupt-intx',
      ]);
      expect(run.test('factorial')).toMatchObject({
        outcome: 'pass',
        start: 'cold',
        devices: [{ id: 'edu0', model: 'edu', faults: [] }],
      });
      expect(run.test('interrupt-intx')).toMatchObject({ outcome: 'pass', start: 'cold' });
      expect(timelineOf(run, 'interrupt-intx').filter(({ text }) => text === 'interrupt 0: asserted')).toHaveLength(6);
      const entries = timelineOf(run, 'factorial');
      const at = (pattern: RegExp): number => entries.findIndex(({ text }) => pattern.test(text));
      const moments = [
        /^QEMU is launched$/,
        /Linux version/,
        /^suite-setup begins/,
        /^read ID 0x10000ed$/,
        /^run begins/,
        /^write FACTORIAL /,
        /^interrupt 0: sent$/,
        /^run ended with 0/,
        /^the machine is gone$/,
      ];
      expect(moments.filter((moment) => at(moment) === -1)).toEqual([]);
      expect(moments.toSorted((a, b) => at(a) - at(b))).toEqual(moments);
      expect(entries.map(({ atMs }) => atMs)).toEqual(entries.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
    },
  );

  it('is refused before anything runs, with file and line, when a model, control or fault is invalid', async () => {
    const suite = eduOnModel([{ name: 'wrong', like: 'factorial', faults: '# none\nread-ones register=IDD\n' }]);
    writeFileSync(join(suite, 'info/devices'), 'edu0 models/edu.ts speed=3\n');
    const outcome = await runCli(['run', suite, '--kernel', 'debian:6.1'], { cwd: dirname(suite) });
    expect(outcome.exitStatus).toBe(2);
    expect(outcome.stderr).toContain('edu/info/devices:1: edu0: no control "speed"; this model has none');
    writeFileSync(join(suite, 'info/devices'), 'edu0 models/edu.ts\n');
    const atFault = await runCli(['run', suite, '--kernel', 'debian:6.1'], { cwd: dirname(suite) });
    expect(atFault.exitStatus).toBe(2);
    expect(atFault.stderr).toContain(
      'edu/wrong/info/faults:2: fault "read-ones register=IDD": no register IDD; the registers are ID, ' + 'LIVENESS',
    );
  });

  nightlyIt('is refused for a QEMU without a model client, with the required version', async () => {
    const outcome = await runCli([
      'run',
      eduOnModel(),
      '--kernel',
      'debian:6.1',
      '--qemu',
      'debian:bookworm',
      '--test',
      'identification',
    ]);
    expect(outcome.exitStatus).toBe(69);
    expect(outcome.stderr).toMatch(
      /QEMU 7\.2\.\d+ \(debian:bookworm\) does not support device models .* QEMU 10\.1 or later/,
    );
  });
});
