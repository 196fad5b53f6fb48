import type { FaultReport } from '../device/fault/fault-spec.ts';
import { pointOutcomes, type sweep } from './formats/sweep-format.ts';
import type { Read } from './formats/values.ts';
import type { StageResult, TestResult } from './results.ts';

export { pointOutcomes };

/** `sweep.json`. Its format describes each field. */
export interface SweepResult extends Read<typeof sweep> {}
export type PointResult = SweepResult['points'][number];
export type PointOutcome = PointResult['outcome'];

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

function tearsDown(test: TestResult): boolean {
  return failedTeardown(test) === undefined;
}

/** The first teardown that failed; undefined: none. */
export function failedTeardown({ stages }: TestResult): StageResult | undefined {
  return stages.find(({ name, exitStatus }) => name.endsWith('teardown') && exitStatus !== 0);
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
