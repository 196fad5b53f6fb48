import { addCoverage } from '../device/log/add-coverage.ts';
import type { HardwareResult } from '../report/results.ts';
import type { JudgedTest } from './attempt.ts';

/** What each suite's drivers touched of its models, all machines together; undefined: no machine had one. */
export function hardwareResults(tests: readonly JudgedTest[]): readonly HardwareResult[] | undefined {
  const sums = new Map<string, HardwareResult>();
  for (const { planned, attempts } of tests) {
    const suite = planned.suite.name;
    for (const { model, coverage } of attempts.flatMap(({ record }) => record.devices)) {
      if (coverage === undefined) continue;
      const key = JSON.stringify([suite, model]);
      const sum = sums.get(key);
      sums.set(key, sum === undefined ? { suite, model, machines: 1, coverage } : { ...sum, machines: sum.machines + 1, coverage: addCoverage(sum.coverage, coverage) });
    }
  }
  return sums.size === 0 ? undefined : [...sums.values()];
}
