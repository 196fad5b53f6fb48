import type { FaultReport } from '../../device/fault/fault-spec.ts';
import type { TestResult } from '../results.ts';

/** A fault that a test set and that hit nothing: the path that it was to test is untested. */
export interface UnfiredFault {
  /** The test's id. */
  readonly test: string;
  /** The device's. */
  readonly device: string;
  readonly fault: FaultReport;
  /** Ids of the cells in which it was so. */
  readonly cells: readonly string[];
}

/** Each once, in the order of the results. A test that asked to be skipped set out to test nothing. */
export function unfiredFaults(tests: readonly TestResult[]): readonly UnfiredFault[] {
  const found = new Map<string, UnfiredFault>();
  for (const test of tests) {
    if (test.outcome === 'skip') continue;
    for (const device of test.devices ?? []) {
      for (const fault of device.faults.filter(({ fired }) => fired === 0)) {
        const key = JSON.stringify([test.id, device.id, fault.id, fault.text]);
        const before = found.get(key);
        found.set(
          key,
          before === undefined
            ? { test: test.id, device: device.id, fault, cells: [test.cell] }
            : { ...before, cells: [...before.cells, test.cell] },
        );
      }
    }
  }
  return [...found.values()];
}
