import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../../src/record/entries.ts';
import { parseResults } from '../../../src/results/parse-results.ts';
import type { Results } from '../../../src/results/results.ts';
import { panicConsole } from '../diagnose/run-records.ts';
import { renderJson } from '../report/joined.ts';
import { attempt, boot, end, header, recordOf, replay } from './record-rig.ts';

const coverage = {
  registers: { ID: { reads: 2, writes: 0, fields: {} } },
  interrupts: {},
  dma: { reads: 0, writes: 0, bytes: 0 },
  unmapped: 0,
};
const device = { id: 'edu0', model: 'edu', faults: [], coverage };

async function resultsOf(entries: readonly RecordEntry[]): Promise<Results> {
  return replay(await recordOf(entries)).results;
}

describe('a run that --bail stopped', () => {
  const stopped: RecordEntry = { entry: 'end', durationMs: 1234.6, bail: { failures: 2 } };

  it('came to its end, and says of each test that was not run why', async () => {
    const results = await resultsOf([header(3), boot, attempt(0, { statuses: { run: 1 } }), stopped]);
    expect(results).toMatchObject({
      exitStatus: 1,
      bail: {
        failures: 2,
        notRun: [
          { id: 'edu/test-1', cell: 'cell' },
          { id: 'edu/test-2', cell: 'cell' },
        ],
      },
    });
    expect(results).not.toHaveProperty('interrupted');
    expect(results.tests.map(({ outcome, ok, reason }) => [outcome, ok, reason])).toEqual([
      ['fail', false, 'run ended with exit status 1'],
      ['error', false, 'not run: after 2 failures, --bail started no more tests'],
      ['error', false, 'not run: after 2 failures, --bail started no more tests'],
    ]);
    expect(parseResults(renderJson(results))).toEqual({ kind: 'results', results });
  });

  it('never calls a test ok that lacks some of its runs, and not flaky either', async () => {
    const { tests, bail } = await resultsOf([header(1, { repeat: 3 }), attempt(0), stopped]);
    expect(bail?.notRun).toEqual([{ id: 'edu/test-0', cell: 'cell' }]);
    expect(tests[0]).toMatchObject({
      outcome: 'error',
      ok: false,
      reason: 'ended after 1 of 3 runs, which were as expected: after 2 failures, --bail started no more tests',
    });
    expect(tests[0]).not.toHaveProperty('flaky');
  });

  it('concluded nothing when no test that was started did', async () => {
    const ending = { kind: 'not-started', cause: { kind: 'boot-failed', detail: 'it hung' } } as const;
    const unstarted = attempt(0, { ending }, { record: { startMs: undefined } });
    expect((await resultsOf([header(2), unstarted, stopped])).exitStatus).toBe(69);
  });

  it('is interrupted where lines of its record are lost', async () => {
    const directory = await recordOf([header(2), attempt(0), attempt(7), stopped]);
    const { interrupted, bail, exitStatus } = replay(directory).results;
    expect([interrupted?.notRun.length, interrupted?.damage.length, bail, exitStatus]).toEqual([1, 1, undefined, 1]);
  });
});

describe('the replay of a record', () => {
  it('has the exact versions of the run and its cells, and how they booted', async () => {
    const results = await resultsOf([
      header(1),
      boot,
      { entry: 'template-lost', cell: 'cell', note: 'tests boot cold' },
      attempt(0),
      end,
    ]);
    expect(results).toMatchObject({
      schema: 'qemu-driver-test/results/1',
      tool: { version: '0.1.0' },
      startedAt: '2026-11-22T10:00:00.000Z',
      durationMs: 1235,
      exitStatus: 0,
    });
    expect(results.cells).toEqual([
      { ...header(1).cells[0], boot: { outcome: 'ok', durationMs: 2300, findings: [], notes: ['tests boot cold'] } },
    ]);
    expect(results).not.toHaveProperty('interrupted');
  });

  it('has the tags and the parameters of a test, whether or not it was run', async () => {
    const tagged = header(2, {
      tests: header(2).tests.map((planned) => ({ ...planned, tags: ['slow', 'irq'], parameters: { SIZE: '16' } })),
    });
    const { tests } = await resultsOf([tagged, boot, attempt(0)]);
    expect(tests.map(({ outcome, tags, parameters }) => [outcome, tags, parameters])).toEqual([
      ['pass', ['slow', 'irq'], { SIZE: '16' }],
      ['error', ['slow', 'irq'], { SIZE: '16' }],
    ]);
  });

  it('has the evidence and verdict of each test, and the command to run it again', async () => {
    const { tests } = await resultsOf([
      header(1),
      boot,
      attempt(0, { statuses: { run: 3, teardown: undefined } }),
      end,
    ]);
    expect(tests).toEqual([
      expect.objectContaining({
        id: 'edu/test-0',
        outcome: 'fail',
        ok: false,
        expected: 'pass',
        reason: 'run ended with exit status 3',
        startMs: 2300,
        durationMs: 2600,
        stages: [
          { name: 'run', exitStatus: 3, durationMs: 1, log: 'logs/run.log' },
          { name: 'teardown', exitStatus: null, durationMs: 1, log: 'logs/teardown.log' },
        ],
        reproduce: 'qdt run edu --test edu/test-0',
        shell: 'qdt shell edu/test-0',
      }),
    ]);
  });

  it('is valid results, also read back from their JSON', async () => {
    const results = await resultsOf([
      header(2),
      boot,
      attempt(1, { consoleText: panicConsole, devices: [device] }),
      attempt(0),
      end,
    ]);
    const schema = JSON.parse(
      readFileSync(new URL('../../../schema/results.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    const json = renderJson(results);
    expect([validate(JSON.parse(json)), validate.errors]).toEqual([true, null]);
    expect(parseResults(json)).toMatchObject({
      kind: 'results',
      results: { totals: { tests: 2, crash: 1 }, hardware: [{ suite: 'edu', model: 'edu', machines: 1 }] },
    });
  });

  it.each<[string, readonly RecordEntry[], number]>([
    ['all as expected', [attempt(0), attempt(1)], 0],
    ['one failed', [attempt(0), attempt(1, { statuses: { run: 1 } })], 1],
    [
      'none began',
      [0, 1].map((test) =>
        attempt(
          test,
          { ending: { kind: 'not-started', cause: { kind: 'boot-failed', detail: 'no' } } },
          { record: { startMs: undefined } },
        ),
      ),
      69,
    ],
    [
      'our own bug in one, before it began',
      [
        attempt(0),
        attempt(1, { ending: { kind: 'internal-error', detail: 'x', log: 'l' } }, { record: { startMs: undefined } }),
      ],
      1,
    ],
    [
      'our own bug in all, before they began',
      [0, 1].map((test) =>
        attempt(
          test,
          { ending: { kind: 'internal-error', detail: 'x', log: 'l' } },
          { record: { startMs: undefined } },
        ),
      ),
      1,
    ],
  ])('ends with the exit status of it all: %s', async (_what, attempts, exitStatus) => {
    expect((await resultsOf([header(2), boot, ...attempts, end])).exitStatus).toBe(exitStatus);
  });

  it('adds up what the suites touched of their models', async () => {
    const { hardware } = await resultsOf([
      header(2),
      attempt(0, { devices: [device] }),
      attempt(1, { devices: [device] }),
      end,
    ]);
    expect(hardware).toMatchObject([
      { suite: 'edu', model: 'edu', machines: 2, coverage: { registers: { ID: { reads: 4 } } } },
    ]);
  });
});

describe('of a test that ran several times', () => {
  const repeated = (statuses: readonly number[]): Promise<Results> =>
    resultsOf([
      header(1, { repeat: statuses.length }),
      ...statuses.map((run, index) => attempt(0, { statuses: { run } }, { number: index + 1 })).reverse(),
      end,
    ]);

  it('every run is told, and the first that was not as expected is shown', async () => {
    const { tests, exitStatus, totals } = await repeated([0, 3, 0]);
    expect([exitStatus, totals.tests, totals.fail]).toEqual([1, 1, 1]);
    expect(tests).toEqual([
      expect.objectContaining({
        outcome: 'fail',
        ok: false,
        flaky: true,
        reason: 'flaky: as expected in 2 of 3 runs; run 2: run ended with exit status 3',
        console: 'cell/edu/test-0/attempt-2/console.log',
        reproduce: expect.stringMatching(/ --repeat 3$/) as unknown,
        attempts: [
          expect.objectContaining({ outcome: 'pass', ok: true, console: 'cell/edu/test-0/attempt-1/console.log' }),
          expect.objectContaining({ outcome: 'fail', ok: false, reason: 'run ended with exit status 3' }),
          expect.objectContaining({ outcome: 'pass', ok: true }),
        ],
      }),
    ]);
  });

  it.each([
    [[0, 0], true, 'pass', ''],
    [[1, 1], false, 'fail', 'run ended with exit status 1'],
  ])('none is flaky when all come to the same: %j', async (statuses, ok, outcome, reason) => {
    expect((await repeated(statuses)).tests).toEqual([expect.objectContaining({ ok, outcome, reason, flaky: false })]);
  });
});
