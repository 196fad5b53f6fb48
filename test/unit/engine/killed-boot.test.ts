import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Results } from '../../../src/results/results.ts';
import { fakeQemu } from '../../fake-qemu/scenario.ts';
import { planOf, suite } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { resultsIn, runEngine, writtenTest } from './engine-rig.ts';
import { fakeSupplies } from './fake-supplies.ts';

/** Two tests in a cell whose boot is killed so many times, as the kernel does when memory runs out. */
async function runWithKills(killTimes: number): Promise<Results> {
  const root = temporaryDirectory();
  const directory = join(root, 'edu');
  const tests = ['a', 'b'].map((name) => writtenTest(directory, name));
  const plan = planOf([suite(directory, [], { tests })]);
  const qemu = fakeQemu({ atStart: [{ killTimes, counted: join(root, 'kills') }] }, root);
  const supplies = new Map(plan.cells.map((cell) => [cell, fakeSupplies(qemu, join(root, 'archive'))]));
  const outDirectory = join(root, 'results');
  await runEngine({ plan, supplies, outDirectory, start: 'cold' });
  return resultsIn(outDirectory);
}

it('a boot that is killed from outside is tried once more: all tests of its cell hang on it', async () => {
  const { totals, cells } = await runWithKills(1);
  expect([totals.pass, cells[0]?.boot.outcome]).toEqual([2, 'ok']);
});

it('a boot that is killed twice has failed, and its tests say why', async () => {
  const { tests, exitStatus } = await runWithKills(2);
  const why = 'the cell did not boot: QEMU was killed by SIGKILL';
  expect(tests.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['error', why],
    ['error', why],
  ]);
  expect(exitStatus).toBe(69);
});
