import { addCoverage } from '../../device/log/add-coverage.ts';
import type { HardwareResult } from '../results.ts';
import type { MergeInput } from './merge-input.ts';

/** What the drivers of each suite touched of its models, in all results together; undefined: none of them has a model. */
export function mergeHardware(inputs: readonly MergeInput[]): readonly HardwareResult[] | undefined {
  const sums = new Map<string, HardwareResult>();
  for (const one of inputs.flatMap(({ results: { hardware = [] } }) => hardware)) {
    const key = JSON.stringify([one.suite, one.model]);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? one : { ...one, machines: sum.machines + one.machines, coverage: addCoverage(sum.coverage, one.coverage) });
  }
  return sums.size === 0 ? undefined : [...sums.values()];
}
