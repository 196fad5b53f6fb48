import { addCoverage } from '../../device/log/add-coverage.ts';
import type { HardwareResult } from '../results.ts';

/** What was touched of each model of each suite, all parts together; undefined: there is no model. */
export function sumHardware(parts: readonly HardwareResult[]): readonly HardwareResult[] | undefined {
  const sums = new Map<string, HardwareResult>();
  for (const part of parts) {
    const key = JSON.stringify([part.suite, part.model]);
    const sum = sums.get(key);
    sums.set(
      key,
      sum === undefined
        ? part
        : { ...sum, machines: sum.machines + part.machines, coverage: addCoverage(sum.coverage, part.coverage) },
    );
  }
  return sums.size === 0 ? undefined : [...sums.values()];
}
