import type { RunListener } from '../../event/event.ts';
import type { LaterTest } from '../../engine/run.ts';
import type { PlannedTest } from '../../plan/plan.ts';
import { sweepFaults, sweptAccesses } from '../../plan/sweep-plan.ts';
import type { AttemptEntry } from '../../record/entries.ts';
import type { Results } from '../../results/results.ts';
import { countPoints, pointsOf, type SweepResult } from '../../results/sweep-result.ts';
import { writeSweep } from '../results-directory.ts';
import { runSuites, type SuitesRun } from '../run-suites.ts';
import { checkSweep } from './check-sweep.ts';
import { deviceAccesses } from './device-accesses.ts';
import type { CountedFault, SweepTarget } from './sweep-target.ts';

export interface SweepRun extends Omit<SuitesRun, 'plan' | 'shard' | 'planLater'> {
  /** The test to sweep, in its cell. */
  readonly planned: PlannedTest;
  /** Undefined: the only device of the test. */
  readonly device: string | undefined;
  /** Faults without triggers. */
  readonly faults: readonly string[];
  /** Only these accesses; empty: all. */
  readonly points: readonly number[];
  /** The limit per fault. */
  readonly maxPoints: number;
}

/** `not-swept`: the reason, and the results of the run without a fault. */
export type SweepOutcome =
  | { readonly kind: 'swept'; readonly sweep: SweepResult; readonly results: Results }
  | { readonly kind: 'not-swept'; readonly reason: string; readonly results: Results };

/**
 * Runs a test once to count the accesses that faults could hit, then once per access, each time on a new machine: all
 * in one run. @throws RunRefused @throws ProvisionError
 */
export async function runSweep(run: SweepRun): Promise<SweepOutcome> {
  const startedMs = performance.now();
  const target = deviceAccesses(checkSweep(run), sweepFaults(run.faults));
  const counting = target.countingTest(run.planned);
  let swept: readonly SweptFault[] = [];
  const results = await runSuites({
    ...run,
    plan: { cells: [run.planned.cell], tests: [counting] },
    shard: undefined,
    choices: { ...run.choices, repeat: 1, shuffleSeed: undefined },
    planLater: ([counted]) => {
      if (counted?.verdict.ok !== true) return [];
      swept = target.countIn(counted.record).map((fault) => ({ ...fault, places: placesOf(fault, run) }));
      announce(swept, run.listener);
      return pointTests(swept, { target, planned: run.planned, madeFrom: counting, counted });
    },
  });
  const reason = whyNotSwept(results, swept, { run, target });
  if (reason !== undefined) return reason;
  const points = pointsOf(results.tests);
  const sweep: SweepResult = {
    schema: 'qemu-driver-test/sweep/1',
    test: run.planned.id,
    cell: run.planned.cell.id,
    device: target.device,
    faults: swept.map(({ fault, counted, places }) => ({ text: fault.text, counted, swept: places.length })),
    points,
    totals: countPoints(points),
    durationMs: Math.round(performance.now() - startedMs),
  };
  writeSweep(run.outDirectory, sweep);
  return { kind: 'swept', sweep, results };
}

interface SweptFault extends CountedFault {
  /** Numbers of the places at which it is set. */
  readonly places: readonly number[];
}

function placesOf({ counted }: CountedFault, { points, maxPoints }: SweepRun): readonly number[] {
  return points.length > 0 ? points : sweptAccesses(counted, maxPoints);
}

function announce(swept: readonly SweptFault[], listener: RunListener): void {
  const text = swept.map(({ fault, counted }) => `${counted} for ${fault.text}`).join(', ');
  listener({ kind: 'fact', topic: 'accesses', text });
}

interface PointPlan {
  readonly target: SweepTarget;
  readonly planned: PlannedTest;
  readonly madeFrom: PlannedTest;
  readonly counted: AttemptEntry;
}

function pointTests(
  swept: readonly SweptFault[],
  { target, planned, madeFrom, counted: { record } }: PointPlan,
): readonly LaterTest[] {
  const baseline = { console: record.consolePath ?? '', logs: record.stages.map(({ log }) => log) };
  return swept.flatMap(({ fault, places }) =>
    places.map((nth) => ({ planned: target.pointTest(planned, { fault, nth, baseline }), madeFrom })),
  );
}

function whyNotSwept(
  results: Results,
  swept: readonly SweptFault[],
  { run, target }: { readonly run: SweepRun; readonly target: SweepTarget },
): Extract<SweepOutcome, { kind: 'not-swept' }> | undefined {
  if (results.tests[0]?.ok !== true)
    return {
      kind: 'not-swept',
      reason: 'The test is not as expected even without a fault, so a sweep proves nothing. Fix the test first.',
      results,
    };
  if (swept.some(({ places }) => places.length > 0)) return undefined;
  return {
    kind: 'not-swept',
    reason: `The test never accesses ${target.device} in a way that ${run.faults.join(' or ')} can hit.`,
    results: { ...results, exitStatus: 69 },
  };
}
