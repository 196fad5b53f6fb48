import { orderTests } from '../plan/order.ts';
import { attemptsOf } from './attempt.ts';
import { CellBoots } from './cell-boots.ts';
import { runAttempt } from './run-attempt.ts';
import type { Run } from './run.ts';
import { runScheduled, type Task } from './schedule.ts';
import type { SettledAccelerator } from './settle-accelerator.ts';

/**
 * Boots every cell and runs every test on a machine of its own, so many at a time; a test waits for its own cell only.
 * All that is learnt is in the run's record.
 * @param early the boot that settled the accelerator
 */
export async function runPlan(run: Run, early?: SettledAccelerator['boot']): Promise<void> {
  using boots = new CellBoots(run, early);
  const placeOf = new Map(run.plan.tests.map((planned, index) => [planned, index]));
  const tests = orderTests(run.plan.tests, run.order)
    .flatMap((planned) => attemptsOf(planned, placeOf.get(planned) ?? 0, run.repeat))
    .map(
      (attempt): Task => ({
        kind: 'test',
        needs: boots.preparationsFor(attempt.planned),
        run: () => runAttempt(attempt, { run, boots }),
      }),
    );
  await runScheduled([...boots.preparations, ...tests], run.jobs);
}
