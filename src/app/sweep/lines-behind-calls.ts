import type { CellSupplies } from '../../engine/supplies.ts';
import type { PlannedTest } from '../../plan/plan.ts';
import { type ErrorPaths, errorPathsOf } from '../../results/coverage/error-paths.ts';
import type { Results } from '../../results/results.ts';
import type { CountedFault } from './sweep-target.ts';

/** What ran of the functions that make the calls of a sweep; undefined: no call was swept, or it was not measured. */
export function linesBehindCalls(
  swept: readonly Pick<CountedFault, 'callers'>[],
  planned: PlannedTest,
  { coverage }: Pick<CellSupplies, 'coverage'>,
  { tests }: Pick<Results, 'tests'>,
): ErrorPaths | undefined {
  const own = coverage?.suites.get(planned.suite);
  const callers = swept.flatMap((fault) => fault.callers ?? []);
  if (own?.kind !== 'measured' || callers.length === 0) return undefined;
  const [counting, ...points] = tests;
  return errorPathsOf(own.linesOf(callers), {
    withoutFault: counting?.coverage ?? [],
    atPoints: points.flatMap((test) => test.coverage ?? []),
  });
}
