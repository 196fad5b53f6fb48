import { describe, expect, it } from 'vitest';
import type { Plan, PlannedTest } from '../../../src/plan/plan.ts';
import { planDigest, type ShardedPlan, shardPlan } from '../../../src/plan/shard.ts';
import { kernel, machine, planOf, suite, testsOf } from './plan-request.ts';

const names = Array.from({ length: 11 }, (_, index) => `test-${index}`);
const plan = planOf([suite('/work/edu', names)], {
  kernels: [kernel('debian:6.1'), kernel('debian:6.12')],
  machines: [machine('small=-m 256')],
});

function shardOf(
  whole: Plan,
  place: readonly [number, number],
  durationOf?: (planned: PlannedTest) => number | undefined,
): ShardedPlan {
  const shared = shardPlan(whole, { index: place[0], count: place[1] }, durationOf);
  if (shared.kind !== 'shard') throw new Error(`there are only ${shared.tests} tests`);
  return shared;
}

function allShards(count: number, durationOf?: (planned: PlannedTest) => number | undefined): readonly ShardedPlan[] {
  return Array.from({ length: count }, (_, index) => shardOf(plan, [index + 1, count], durationOf));
}

/** Grows with the test's number; unknown for every fifth. */
function duration({ test, cell }: PlannedTest): number | undefined {
  const number = Number(test.name.slice('test-'.length));
  return number % 5 === 0 ? undefined : number * number * 100 + (cell.id.includes('6.12') ? 7 : 0);
}

describe.each([
  ['by count', undefined],
  ['by durations', duration],
])('shards %s', (_title, durationOf) => {
  it.each([1, 2, 3, 5, 11, 22])('have every test in exactly one of %i, and none is empty', (count) => {
    const shards = allShards(count, durationOf);
    expect(shards.flatMap((shard) => testsOf(shard.plan)).sort()).toEqual([...testsOf(plan)].sort());
    for (const { plan: part } of shards) expect(part.tests.length).toBeGreaterThan(0);
  });

  it('are the same whenever they are made, their tests in the order of the plan', () => {
    for (const [index, shard] of allShards(4, durationOf).entries()) {
      expect(shardOf(plan, [index + 1, 4], durationOf)).toEqual(shard);
      const order = shard.plan.tests.map((test) => plan.tests.indexOf(test));
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });

  it('have only the cells that their tests are in', () => {
    for (const { plan: part } of allShards(7, durationOf))
      expect(new Set(part.tests.map(({ cell }) => cell))).toEqual(new Set(part.cells));
  });

  it('say what they are a part of', () => {
    expect(allShards(2, durationOf).map(({ origin }) => origin)).toEqual(
      [1, 2].map((index) => ({ index, count: 2, plan: planDigest(plan), tests: 22 })),
    );
  });
});

it('shards by count differ by one test at most, and share few cells', () => {
  const shards = allShards(4);
  expect(shards.map(({ plan: part }) => part.tests.length)).toEqual([6, 5, 6, 5]);
  expect(shards.map(({ plan: part }) => part.cells.length)).toEqual([1, 1, 1, 1]);
});

it('shards by durations take about as long', () => {
  const loads = allShards(3, duration).map(({ plan: part }) =>
    part.tests.reduce((sum, test) => sum + (duration(test) ?? 0), 0),
  );
  expect(Math.max(...loads) / Math.min(...loads)).toBeLessThan(1.5);
});

it('the longest test has a shard of its own when it takes as long as all others', () => {
  const shard = shardOf(plan, [1, 2], (test) => (test === plan.tests[4] ? 1_000_000 : 10));
  expect(shard.plan.tests).toEqual([plan.tests[4]]);
});

it('refuses more shards than tests', () => {
  expect(shardPlan(plan, { index: 1, count: 23 })).toEqual({ kind: 'too-many', tests: 22 });
});

it('a digest tells plans apart, not the order of their tests', () => {
  const reversed = { ...plan, tests: [...plan.tests].reverse() };
  const fewer = { ...plan, tests: plan.tests.slice(1) };
  expect([planDigest(reversed) === planDigest(plan), planDigest(fewer) === planDigest(plan)]).toEqual([true, false]);
});
