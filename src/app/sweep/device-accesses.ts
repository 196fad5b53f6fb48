import { countingId, countingTest } from '../../plan/sweep-plan.ts';
import type { SweepFault } from '../../plan/plan.ts';
import type { SweepTarget, SweptPlace } from './sweep-target.ts';

/** The accesses to a device model: reads and writes of registers, DMA, interrupts. */
export function deviceAccesses(device: string, faults: readonly SweepFault[]): SweepTarget {
  const texts = faults.map(({ text }) => text).join(' or ');
  return {
    device,
    faults,
    counted: ({ fault, counted }) => `${counted} for ${fault.text}`,
    whyNothing: `The test never accesses ${device} in a way that ${texts} can hit.`,
    countingTest: (planned) => countingTest(planned, faults, `device=${device}`),
    countIn: ({ devices }) => {
      const reports = devices.find(({ id }) => id === device)?.faults ?? [];
      return faults.map((fault) => {
        const counted = reports.find(({ id }) => id === countingId(fault))?.counted ?? 0;
        return { fault, counted, places: Array.from({ length: counted }, (_, index) => access(index + 1, device)) };
      });
    },
  };
}

function access(nth: number, device: string): SweptPlace {
  return { nth, call: undefined, settings: `nth=${nth} device=${device}` };
}
