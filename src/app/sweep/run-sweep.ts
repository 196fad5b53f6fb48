import type { CellSupplies } from '../../engine/supplies.ts';
import type { RunListener } from '../../event/event.ts';
import type { LaterTest } from '../../engine/run.ts';
import type { PlannedTest } from '../../plan/plan.ts';
import { evenlySpaced, pointTest } from '../../plan/sweep-plan.ts';
import type { AttemptEntry } from '../../record/entries.ts';
import type { Results } from '../../results/results.ts';
import { countPoints, pointsOf, type SweepResult } from '../../results/sweep-result.ts';
import { writeSweep } from '../results-directory.ts';
import { runSuites, type SuitesRun } from '../run-suites.ts';
import { type SweepRequest, sweepTargets } from './check-sweep.ts';
import { linesBehindCalls } from './lines-behind-calls.ts';
import type { CountedFault, SweepTarget, SweptPlace } from './sweep-target.ts';

export interface SweepRun extends Omit<SuitesRun, 'plan' | 'shard' | 'planLater'>, SweepRequest {
  /** Faults without triggers. `device` undefined: the only one of the test. */
  readonly faults: readonly string[];
  /** Only these; empty: all. */
  readonly points: readonly WantedPoint[];
  /** The limit per fault. */
  readonly maxPoints: number;
}

/** `--point N`, or `--point N.TIME` of calls. */
export interface WantedPoint {
  readonly nth: number;
  /** Undefined: the first, which stands for all; with --all, each. */
  readonly time: number | undefined;
}

/** `not-swept`: the reason, and the results of the run without a fault. */
export type SweepOutcome =
  | { readonly kind: 'swept'; readonly sweep: SweepResult; readonly results: Results }
  | { readonly kind: 'not-swept'; readonly reason: string; readonly results: Results };

/**
 * Runs a test once to count where faults could hit, then once per place, each time on a new machine: all in one run.
 * @throws RunRefused @throws ProvisionError
 */
export async function runSweep(run: SweepRun): Promise<SweepOutcome> {
  const startedMs = performance.now();
  const targets = sweepTargets({ ...run, all: run.all || run.points.some(({ time }) => time !== undefined) });
  const counting = targets.reduce((planned, target) => target.countingTest(planned), run.planned);
  let swept: readonly SweptFault[] = [];
  let supplies: CellSupplies | undefined;
  const results = await runSuites({
    ...run,
    plan: { cells: [run.planned.cell], tests: [counting] },
    shard: undefined,
    choices: { ...run.choices, repeat: 1, shuffleSeed: undefined },
    onSupplies: (all) => (supplies = all.get(run.planned.cell)),
    planLater: ([counted]) => {
      if (counted?.verdict.ok !== true) return [];
      swept = targets.flatMap((target) =>
        target.countIn(counted.record).map((fault) => ({ ...fault, target, points: chosenPlaces(fault, run) })),
      );
      announce(swept, run.listener);
      return pointTests(swept, { planned: run.planned, madeFrom: counting, counted });
    },
  });
  const reason = whyNotSwept(results, swept, targets);
  if (reason !== undefined) return reason;
  const points = pointsOf(results.tests);
  const errorPaths = supplies && linesBehindCalls(swept, run.planned, supplies, results);
  const [device] = targets.flatMap((target) => target.device ?? []);
  const sweep: SweepResult = {
    schema: 'qemu-driver-test/sweep/1',
    test: run.planned.id,
    cell: run.planned.cell.id,
    ...(device === undefined ? {} : { device }),
    faults: swept.map(sweptResult),
    ...(errorPaths === undefined ? {} : { errorPaths }),
    points,
    totals: countPoints(points),
    durationMs: Math.round(performance.now() - startedMs),
  };
  writeSweep(run.outDirectory, sweep, results);
  return { kind: 'swept', sweep, results };
}

interface SweptFault extends CountedFault {
  readonly target: SweepTarget;
  /** The places at which it is set. */
  readonly points: readonly SweptPlace[];
}

function sweptResult({ fault, counted, callers, points }: SweptFault): SweepResult['faults'][number] {
  return {
    text: fault.text,
    counted,
    ...(callers === undefined ? {} : { places: callers.length }),
    swept: points.length,
  };
}

/** Those that were asked for; else at most `maxPoints`. */
function chosenPlaces({ places }: CountedFault, { points, maxPoints }: SweepRun): readonly SweptPlace[] {
  if (points.length === 0) return evenlySpaced(places, maxPoints);
  return places.filter(({ nth, call }) =>
    points.some((point) => point.nth === nth && (point.time === undefined || point.time === call?.time)),
  );
}

function announce(swept: readonly SweptFault[], listener: RunListener): void {
  const text = swept.map(({ target, ...fault }) => target.counted(fault)).join(', ');
  listener({ kind: 'fact', topic: 'counted', text });
}

interface PointPlan {
  readonly planned: PlannedTest;
  readonly madeFrom: PlannedTest;
  readonly counted: AttemptEntry;
}

function pointTests(
  swept: readonly SweptFault[],
  { planned, madeFrom, counted: { record } }: PointPlan,
): readonly LaterTest[] {
  const baseline = { console: record.consolePath ?? '', logs: record.stages.map(({ log }) => log) };
  return swept.flatMap(({ target: { device }, fault, points }) =>
    points.map((place) => ({ planned: pointTest(planned, { device, fault, baseline, ...place }), madeFrom })),
  );
}

function whyNotSwept(
  results: Results,
  swept: readonly SweptFault[],
  targets: readonly SweepTarget[],
): Extract<SweepOutcome, { kind: 'not-swept' }> | undefined {
  if (results.tests[0]?.ok !== true)
    return {
      kind: 'not-swept',
      reason: 'The test is not as expected even without a fault, so a sweep proves nothing. Fix the test first.',
      results,
    };
  if (swept.some(({ points }) => points.length > 0)) return undefined;
  const found = swept.filter(({ places }) => places.length > 0);
  const reason =
    found.length === 0
      ? targets.map(({ whyNothing }) => whyNothing).join(' ')
      : `There is no such point: ${found.map(({ fault, places }) => `${fault.text} has ${places.length}`).join(', ')}.`;
  return { kind: 'not-swept', reason, results: { ...results, exitStatus: 69 } };
}
