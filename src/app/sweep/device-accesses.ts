import { countingId, countingTest, pointTest, sweepFaultId } from '../../plan/sweep-plan.ts';
import type { SweepFault } from '../../plan/plan.ts';
import type { SweepTarget } from './sweep-target.ts';

/** The accesses to a device model: reads and writes of registers, DMA, interrupts. */
export function deviceAccesses(device: string, faults: readonly SweepFault[]): SweepTarget {
  return {
    noun: { one: 'access', many: 'accesses' },
    device,
    faults,
    countingTest: (planned) => countingTest(planned, device, faults),
    countIn: ({ devices }) => {
      const reports = devices.find(({ id }) => id === device)?.faults ?? [];
      return faults.map((fault) => ({
        fault,
        counted: reports.find(({ id }) => id === countingId(fault))?.counted ?? 0,
      }));
    },
    pointTest: (planned, place) =>
      pointTest(planned, { test: planned.test.name, device, faultId: sweepFaultId, ...place }),
  };
}
