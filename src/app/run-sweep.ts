import { type FaultReport, FaultSyntaxError } from '../device/fault/fault-spec.ts';
import { parseFault } from '../device/fault/parse-fault.ts';
import type { RunListener } from '../event/event.ts';
import { devicesOf } from '../plan/device-args.ts';
import type { PlannedTest, SweepFault, SweepPoint } from '../plan/plan.ts';
import { countingId, countingTest, pointTest, sweepFaultId, sweepFaults, sweptAccesses } from '../plan/sweep-plan.ts';
import type { Results, TestResult } from '../results/results.ts';
import { countPoints, pointOutcome, type PointResult, type SweepResult } from '../results/sweep-result.ts';
import { RunRefused } from './load-suites.ts';
import { writeSweep } from './results-directory.ts';
import { runSuites, type SuitesRun } from './run-suites.ts';

export interface SweepRequest {
  readonly planned: PlannedTest;
  readonly device: string | undefined;
  readonly faults: readonly string[];
}

/**
 * Finds the device to sweep. @throws RunRefused when there is none, or when a fault is invalid or has its own trigger
 */
export function checkSweep({ planned, device, faults }: SweepRequest): string {
  for (const text of faults) checkFault(text);
  const ids = devicesOf(planned).map(({ id }) => id);
  const [only] = ids;
  if (only === undefined)
    throw new RunRefused(
      `${planned.id} has no device model to sweep: add one to info/devices ` + '(docs/device-models.md).',
    );
  if (device === undefined && ids.length > 1)
    throw new RunRefused(
      `${planned.id} has ${ids.length} device models: choose one with --device ${ids.join(' or --device ')}.`,
    );
  if (device !== undefined && !ids.includes(device))
    throw new RunRefused(`--device ${device}: expected a device model of ${planned.id}: ${ids.join(', ')}.`);
  return device ?? only;
}

function checkFault(text: string): void {
  try {
    const { trigger, device, id, effect } = parseFault(text);
    if (trigger.kind !== 'always')
      throw new RunRefused(
        `--fault "${text}": expected no nth, from, every or probability, because a sweep sets the access itself.`,
      );
    if (device !== undefined || id !== effect.kind)
      throw new RunRefused(`--fault "${text}": expected no device or id, because a sweep sets them itself.`);
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    throw new RunRefused(`--fault: ${error.message}`);
  }
}

export interface SweepRun extends Omit<SuitesRun, 'plan' | 'shard'> {
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
 * Runs a test once to count the accesses that faults could hit, then once per access, each time on a new machine.
 * @throws RunRefused @throws ProvisionError
 */
export async function runSweep(run: SweepRun): Promise<SweepOutcome> {
  const startedMs = performance.now();
  const device = checkSweep(run);
  const faults = sweepFaults(run.faults);
  const counts =
    run.points.length > 0
      ? faults.map((fault) => ({ fault, counted: Math.max(...run.points), accesses: run.points }))
      : await countAccesses(run, device, faults);
  if ('kind' in counts) return counts;
  const points = counts.flatMap(({ fault, accesses }) =>
    accesses.map((nth): SweepPoint => ({ test: run.planned.test.name, device, fault, nth })),
  );
  if (run.points.length === 0)
    run.listener({
      kind: 'fact',
      topic: 'accesses',
      text: counts.map(({ fault, counted }) => `${counted} for ${fault.text}`).join(', '),
    });
  const results = await runTests(
    { ...run, listener: withoutFacts(run) },
    points.map((point) => pointTest(run.planned, point)),
  );
  const pointResults = points.flatMap((point, index) => resultOf(point, results.tests[index]));
  const sweep: SweepResult = {
    schema: 'qemu-driver-test/sweep/1',
    test: run.planned.id,
    cell: run.planned.cell.id,
    device,
    faults: counts.map(({ fault, counted, accesses }) => ({ text: fault.text, counted, swept: accesses.length })),
    points: pointResults,
    totals: countPoints(pointResults),
    durationMs: Math.round(performance.now() - startedMs),
  };
  writeSweep(run.outDirectory, sweep);
  return { kind: 'swept', sweep, results };
}

/** The facts about supplies were already reported before the counting run. */
function withoutFacts({ points, listener }: SweepRun): RunListener {
  if (points.length > 0) return listener;
  return (event) => {
    if (event.kind !== 'fact') listener(event);
  };
}

interface CountedFault {
  readonly fault: SweepFault;
  readonly counted: number;
  readonly accesses: readonly number[];
}

async function countAccesses(
  run: SweepRun,
  device: string,
  faults: readonly SweepFault[],
): Promise<readonly CountedFault[] | Extract<SweepOutcome, { kind: 'not-swept' }>> {
  const results = await runTests(run, [countingTest(run.planned, device, faults)]);
  const [test] = results.tests;
  if (test?.ok !== true)
    return {
      kind: 'not-swept',
      reason: 'The test is not as expected even without a fault, so a sweep proves nothing. Fix the test first.',
      results,
    };
  const counts = faults.map((fault) => {
    const counted = reportOf(test, device, countingId(fault))?.counted ?? 0;
    return { fault, counted, accesses: sweptAccesses(counted, run.maxPoints) };
  });
  if (counts.some(({ counted }) => counted > 0)) return counts;
  return {
    kind: 'not-swept',
    reason: `The test never accesses ${device} in a way that ${run.faults.join(' or ')} can hit.`,
    results: { ...results, exitStatus: 69 },
  };
}

async function runTests(run: SweepRun, tests: readonly PlannedTest[]): Promise<Results> {
  return await runSuites({
    ...run,
    plan: { cells: [run.planned.cell], tests },
    shard: undefined,
    choices: { ...run.choices, repeat: 1, shuffleSeed: undefined },
  });
}

function reportOf({ devices }: TestResult, device: string, fault: string): FaultReport | undefined {
  return devices?.find(({ id }) => id === device)?.faults.find(({ id }) => id === fault);
}

function resultOf({ device, fault, nth }: SweepPoint, test: TestResult | undefined): readonly PointResult[] {
  if (test === undefined) throw new Error('Internal error: a point of a sweep has no result');
  const report = reportOf(test, device, sweepFaultId);
  return [
    {
      fault: fault.text,
      nth,
      outcome: pointOutcome(test, report),
      ...(report?.first === undefined ? {} : { access: report.first.access }),
      test: test.id,
    },
  ];
}
