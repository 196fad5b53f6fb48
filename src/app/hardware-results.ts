import { sumHardware } from '../report/hardware/sum-hardware.ts';
import type { HardwareResult } from '../report/results.ts';
import type { JudgedTest } from '../engine/attempt.ts';

/** What each suite's drivers touched of its models, all machines together; undefined: no machine had one. */
export function hardwareResults(tests: readonly JudgedTest[]): readonly HardwareResult[] | undefined {
  return sumHardware(
    tests.flatMap(({ planned, attempts }) =>
      attempts.flatMap(({ record: { devices } }) =>
        devices.flatMap(({ model, coverage }): readonly HardwareResult[] => (coverage === undefined ? [] : [{ suite: planned.suite.name, model, machines: 1, coverage }])),
      ),
    ),
  );
}
