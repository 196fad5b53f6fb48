import { expect, it } from 'vitest';
import { moreMiB, withMemory } from '../../../src/engine/boot-facts.ts';
import { bootDeadlineMs, cellDeadlineMs, trialDeadlineMs } from '../../../src/engine/boot-deadlines.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { planOf, suite } from '../plan/plan-request.ts';

function planWith(...bootTimeouts: readonly (number | undefined)[]): Plan {
  return planOf(bootTimeouts.map((bootTimeoutMs, index) => suite(`/w/s${index}`, ['t'], { bootTimeoutMs })));
}

/** For a plan's only cell, with KVM, with TCG, and when KVM is tried. */
function deadlinesOf(plan: Plan): readonly number[] {
  const [cell] = plan.cells;
  if (cell === undefined) throw new Error('expected a cell, found none');
  return [cellDeadlineMs(plan, cell, 'kvm'), cellDeadlineMs(plan, cell, 'tcg'), trialDeadlineMs(plan, cell)];
}

it('a default deadline is three times as long under emulation; a given one is not', () => {
  expect(deadlinesOf(planWith(undefined))).toEqual([60_000, 180_000, 30_000]);
  expect(deadlinesOf(planWith(20_000))).toEqual([20_000, 20_000, 20_000]);
});

it('suites share the boot of their cell: the longest deadline counts; a test that boots for itself has its own', () => {
  const plan = planWith(20_000, 300_000, undefined);
  expect(deadlinesOf(plan)).toEqual([300_000, 300_000, 300_000]);
  expect(plan.tests.map((planned) => bootDeadlineMs(planned, 'tcg'))).toEqual([20_000, 300_000, 180_000]);
});

it('the option overrides the suites', () => {
  const plan = planOf([suite('/w/s', ['t'], { bootTimeoutMs: 20_000 })], { bootTimeoutMs: 5000 });
  expect(deadlinesOf(plan)).toEqual([5000, 5000, 5000]);
});

it.each([
  [['-m', '40', '-smp', '1'], 40, ['-m', '256M', '-smp', '1']],
  [['-smp', '2'], 128, ['-smp', '2', '-m', '256M']],
  [['-m', '256M', '--m', '300'], 300, ['-m', '256M', '--m', '1024M']],
])('more memory than %j', (args, givenMiB, better) => {
  expect(withMemory(args, moreMiB(givenMiB))).toEqual(better);
});
