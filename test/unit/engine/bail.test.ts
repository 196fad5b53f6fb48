import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/event/event.ts';
import { filesIn } from '../../../src/host/files/file-facts.ts';
import type { Results } from '../../../src/results/results.ts';
import { fakeQemu } from '../../fake-qemu/scenario.ts';
import { kernel, planOf, suite } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { type EngineRun, resultsIn, runEngine, writtenTest } from './engine-rig.ts';
import { fakeSupplies } from './fake-supplies.ts';

interface Stopped {
  readonly results: Results;
  readonly events: readonly RunEvent[];
  /** How many machines there were. */
  readonly launches: number;
}

/** Runs tests that all pass, in two cells; those whose names begin with `bad` were expected to fail. */
async function run(names: readonly string[], options: Partial<EngineRun>): Promise<Stopped> {
  const root = temporaryDirectory();
  const directory = join(root, 'edu');
  const tests = names.map((name) =>
    writtenTest(directory, name, name.startsWith('bad') ? { expectation: { kind: 'fail' } } : {}),
  );
  const plan = planOf([suite(directory, [], { tests })], { kernels: [kernel('debian:6.1'), kernel('debian:6.12')] });
  const qemu = fakeQemu({ atStart: [{ note: join(root, 'launches') }] }, root);
  mkdirSync(join(root, 'launches'));
  const supplies = new Map(plan.cells.map((cell) => [cell, fakeSupplies(qemu, join(root, 'archive'))]));
  const events: RunEvent[] = [];
  const outDirectory = join(root, 'results');
  await runEngine({ plan, supplies, outDirectory, start: 'cold', onEvent: (event) => events.push(event), ...options });
  const results = resultsIn(outDirectory);
  return { results, events, launches: filesIn(join(root, 'launches')).length };
}

const outcomesOf = ({ tests }: Results): readonly string[] =>
  tests.map(({ id, cell, outcome, ok }) => `${cell.slice(7, 11)} ${id} ${outcome}${ok ? '' : ', not ok'}`);
const notRunOf = ({ bail }: Results): readonly string[] | undefined =>
  bail?.notRun.map(({ id, cell }) => `${cell.slice(7, 11)} ${id}`);

describe('--bail', () => {
  it('starts no more tests and boots no more cells after the first failure; what was not run is not ok', async () => {
    const { results, events, launches } = await run(['a', 'bad', 'c'], { bail: 1 });
    expect(outcomesOf(results)).toEqual([
      '6.1- edu/a pass',
      '6.1- edu/bad pass, not ok',
      '6.1- edu/c error, not ok',
      '6.12 edu/a error, not ok',
      '6.12 edu/bad error, not ok',
      '6.12 edu/c error, not ok',
    ]);
    expect(notRunOf(results)).toEqual(['6.1- edu/c', '6.12 edu/a', '6.12 edu/bad', '6.12 edu/c']);
    expect(results.tests.at(-1)?.reason).toBe('not run: after 1 failure, --bail started no more tests');
    expect([results.exitStatus, results.interrupted, results.bail?.failures]).toEqual([1, undefined, 1]);
    expect(results.cells.map(({ boot }) => boot.outcome)).toEqual(['ok', 'not-needed']);
    expect(events.filter(({ kind }) => kind === 'stopping')).toEqual([{ kind: 'stopping', failures: 1 }]);
    // The boot of the cell, and two tests.
    expect(launches).toBe(3);
  });

  it('counts up to its number, and says nothing when it is not reached', async () => {
    const second = await run(['bad', 'c'], { bail: 2 });
    expect([notRunOf(second.results), second.results.bail?.failures]).toEqual([['6.12 edu/c'], 2]);
    const never = await run(['bad', 'c'], { bail: 3 });
    expect([
      never.results.bail,
      never.results.exitStatus,
      never.events.some(({ kind }) => kind === 'stopping'),
    ]).toEqual([undefined, 1, false]);
  });

  it('says nothing either when the last test is the one that failed', async () => {
    const { results } = await run(['bad'], { bail: 2 });
    expect([results.bail, results.exitStatus, results.totals.tests]).toEqual([undefined, 1, 2]);
  });

  it('counts a test once, and leaves one without all of its runs as not run', async () => {
    const repeated = await run(['bad', 'c'], { bail: 2, repeat: 2 });
    expect(notRunOf(repeated.results)).toEqual(['6.12 edu/c']);
    // Its first run failed. That it has no second one hides nothing.
    const [first] = (await run(['bad', 'c'], { bail: 1, repeat: 2 })).results.tests;
    expect(first).toMatchObject({ outcome: 'pass', ok: false, flaky: false, attempts: [{ outcome: 'pass' }] });
  });

  it('lets a test under way end', async () => {
    const { results } = await run(['bad', 'slow', 'c'], { bail: 1, jobs: 2 });
    expect(notRunOf(results)).not.toContain('6.1- edu/bad');
    expect(results.tests.filter(({ startMs }) => startMs !== null).every(({ stages }) => stages.length > 0)).toBe(true);
    expect(results.exitStatus).toBe(1);
  });
});
