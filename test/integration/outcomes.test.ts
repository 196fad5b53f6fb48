import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSuite, suites, type FinishedRun } from './cli.ts';
import { expected } from './outcome-table.ts';
import { inScope } from './scope.ts';

/** The subset that could depend on how a machine starts: its endings, messages and files. */
const endings = [
  'pass',
  'fail',
  'skip',
  'ktap',
  'setup-fails',
  'timeout',
  'hang',
  'panic',
  'oops-that-does-not-panic',
  'reboot',
  'early-power-off',
  'agent-killed',
  'output-flood',
  'artifacts',
  'folder',
  'forged-verdict',
];

/** The gate's subset for the other kernel. */
const smoke = ['pass', 'fail', 'setup-fails', 'panic', 'oops-that-does-not-panic', 'output-flood', 'artifacts'];

type Row = readonly [kernel: string, start: 'clone' | 'cold', names: readonly string[]];

/** On two kernels, and with a cold boot. The verdicts must be equal. */
const rows = inScope<Row>([['debian:6.12', 'clone', Object.keys(expected)]], [['debian:6.1', 'cold', endings]]);
const otherKernel: Row = [
  'debian:6.1',
  'clone',
  inScope(
    smoke,
    Object.keys(expected).filter((name) => !smoke.includes(name)),
  ),
];

describe.each([...rows, otherKernel])('on %s, %s', (kernel, start, names) => {
  let run: FinishedRun;

  beforeAll(async () => {
    const some = names.length === Object.keys(expected).length ? [] : names.flatMap((name) => ['--test', name]);
    run = await runSuite([
      join(suites, 'outcomes'),
      '--kernel',
      kernel,
      '--accel',
      'tcg',
      '--start',
      start,
      '--jobs',
      '2',
      ...some,
    ]);
  });
  afterAll(() => run[Symbol.dispose]());

  it('runs exactly the tests of the suite', () => {
    expect(run.results.tests.map((test) => test.id.replace('outcomes/', '')).sort()).toEqual([...names].sort());
    expect(run.exitStatus).toBe(1);
  });

  it('starts every machine as requested', () => {
    expect(
      run.results.tests.filter((test) => test.start !== start).map((test) => `${test.id}: ${test.startReason}`),
    ).toEqual([]);
  });

  it.each(Object.entries(expected).filter(([name]) => names.includes(name)))(
    'gives %s its verdict',
    (name, { outcome, ok, reason }) => {
      const test = run.test(name);
      expect({ outcome: test.outcome, ok: test.ok, reason: test.reason }).toEqual({
        outcome,
        ok,
        reason: reason === undefined ? (expect.any(String) as string) : (expect.stringMatching(reason) as string),
      });
    },
  );

  it('streams a stage’s output, even before a failure', () => {
    const log = run.test('fail').stages.find((stage) => stage.name === 'run')?.log ?? '';
    expect(run.read(log)).toBe('expected 42, found 41\n');
  });

  it('runs the teardown, but not run, after a failed setup', () => {
    const { artifacts, stages } = run.test('setup-fails');
    expect(artifacts.map((path) => path.split('/').at(-1))).toEqual(['teardown']);
    expect(stages.map((stage) => stage.name)).toEqual(['setup', 'teardown']);
  });

  it('limits a flood and reports the cut', () => {
    const flood = run.test('output-flood');
    const log = flood.stages[0]?.log ?? '';
    expect(statSync(join(run.directory, log)).size).toBeLessThan(10 * 1024 * 1024);
    expect(run.read(log)).toContain('the end');
    expect(flood.notes).toEqual([expect.stringMatching(/^logs\/run\.log: \d+ bytes were left out of the middle$/)]);
  });

  it('brings back only regular files and directories, and reports the rest', () => {
    const { artifacts, console = '', notes } = run.test('artifacts');
    const directory = console.replace(/console\.log$/, 'artifacts/');
    expect(artifacts).toEqual([`${directory}deep/er/kept`, `${directory}kept`]);
    expect(existsSync(join(run.directory, directory, 'link'))).toBe(false);
    for (const name of ['link', 'pipe', 'device', 'huge'])
      expect(notes).toContainEqual(expect.stringMatching(new RegExp(`artifact left out: (artifacts/)?${name}:`)));
  });
});
