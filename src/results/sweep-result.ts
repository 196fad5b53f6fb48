import type { FaultReport } from '../device/fault/fault-spec.ts';
import type { TestResult } from './results.ts';

/**
 * The result of a test with a fault at one access. `absorbed`: it passed anyway. `reported`: it failed, and the kernel
 * survived. `missed`: it took another path, and the fault never fired. `leaked`: teardown failed. `unjudged`: there is
 * no verdict.
 */
export const pointOutcomes = ['absorbed', 'reported', 'leaked', 'crashed', 'hung', 'missed', 'unjudged'] as const;
export type PointOutcome = (typeof pointOutcomes)[number];

export interface PointResult {
  /** The fault without its trigger. */
  readonly fault: string;
  /** The number of the access that it hits, among those that it counts; from 1. */
  readonly nth: number;
  readonly outcome: PointOutcome;
  /** The access that it hit: `read of STATUS`; absent: none. */
  readonly access?: string;
  /** Id of the point in results.json. */
  readonly test: string;
}

/** `sweep.json`. */
export interface SweepResult {
  readonly schema: 'qemu-driver-test/sweep/1';
  /** `suite/test`. */
  readonly test: string;
  readonly cell: string;
  readonly device: string;
  /** `swept`: the number of tested accesses. */
  readonly faults: readonly { readonly text: string; readonly counted: number; readonly swept: number }[];
  readonly points: readonly PointResult[];
  readonly totals: Readonly<Record<PointOutcome, number>>;
  readonly durationMs: number;
}

/** `report`: the report of the sweep's own fault. */
export function pointOutcome(test: TestResult, report: FaultReport | undefined): PointOutcome {
  if (test.findings.some(({ kind }) => kind === 'memory-leak')) return 'leaked';
  switch (test.outcome) {
    case 'crash':
      return 'crashed';
    case 'hang':
    case 'timeout':
      return 'hung';
    case 'error':
      return test.ok ? 'reported' : tearsDown(test) ? 'unjudged' : 'leaked';
    case 'pass':
    case 'fail':
    case 'skip':
      if (!tearsDown(test)) return 'leaked';
      if (report === undefined || report.fired === 0) return 'missed';
      return test.outcome === 'pass' ? 'absorbed' : 'reported';
  }
}

function tearsDown({ stages }: TestResult): boolean {
  return stages.every(({ name, exitStatus }) => !name.endsWith('teardown') || exitStatus === 0);
}

export function countPoints(points: readonly PointResult[]): SweepResult['totals'] {
  const count = (outcome: PointOutcome): number => points.filter((point) => point.outcome === outcome).length;
  return {
    absorbed: count('absorbed'),
    reported: count('reported'),
    leaked: count('leaked'),
    crashed: count('crashed'),
    hung: count('hung'),
    missed: count('missed'),
    unjudged: count('unjudged'),
  };
}
