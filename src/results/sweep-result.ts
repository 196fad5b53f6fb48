import type { sweep } from './formats/sweep-format.ts';
import { pointOutcomes } from './formats/test-format.ts';
import type { Read } from './formats/values.ts';
import type { StageResult, TestResult } from './results.ts';

export { pointOutcomes };

/** `sweep.json`. Its format describes each field. */
export interface SweepResult extends Read<typeof sweep> {}
export type PointResult = SweepResult['points'][number];
export type PointOutcome = PointResult['outcome'];

/** The outcomes that count as handled. */
export const handledOutcomes: readonly PointOutcome[] = ['absorbed', 'reported', 'missed'];

/** The points among the tests of a run, in their order. */
export function pointsOf(tests: readonly TestResult[]): readonly PointResult[] {
  return tests.flatMap(({ id, point }) => {
    if (point === undefined) return [];
    const { of: _of, device: _device, ...rest } = point;
    return [{ ...rest, test: id }];
  });
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
    silent: count('silent'),
    leaked: count('leaked'),
    crashed: count('crashed'),
    hung: count('hung'),
    missed: count('missed'),
    unjudged: count('unjudged'),
  };
}
