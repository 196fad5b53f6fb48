import type { FaultLine } from '../suite/suite.ts';
import type { PlannedTest, SweepFault, SweepPoint } from './plan.ts';

/** The id of a sweep's own faults, to distinguish them from those of the test. */
export const sweepFaultId = 'sweep';

/** Counts but never fires, because no test has that many accesses. */
const never = Number.MAX_SAFE_INTEGER;

/** The faults of a sweep, as requested. */
export function sweepFaults(texts: readonly string[]): readonly SweepFault[] {
  return texts.map((text, index) => {
    const kind = text.split(/\s/, 1)[0] ?? text;
    const before = texts.slice(0, index).filter((other) => other.split(/\s/, 1)[0] === kind).length;
    return { text, label: before === 0 ? kind : `${kind}-${before + 1}` };
  });
}

/** The test with every fault counting the accesses that it could hit. */
export function countingTest(planned: PlannedTest, device: string, faults: readonly SweepFault[]): PlannedTest {
  const added = faults.map((fault) =>
    faultLine(planned, `${fault.text} nth=${never} device=${device} id=${countingId(fault)}`),
  );
  return { ...planned, test: { ...planned.test, faults: [...planned.test.faults, ...added] } };
}

/** The id under which the counting run reports on a fault. */
export function countingId({ label }: SweepFault): string {
  return `${sweepFaultId}-${label}`;
}

/** The test with a fault at one access. */
export function pointTest(planned: PlannedTest, point: Omit<SweepPoint, 'line'>): PlannedTest {
  const { fault, nth, device, faultId } = point;
  const line = `${fault.text} nth=${nth} device=${device} id=${faultId}`;
  const name = `${planned.test.name}.${fault.label}.${nth}`;
  const added = faultLine(planned, line);
  return {
    ...planned,
    id: `${planned.suite.name}/${name}`,
    test: { ...planned.test, name, faults: [...planned.test.faults, added] },
    sweep: { ...point, line },
  };
}

function faultLine({ test }: PlannedTest, text: string): FaultLine {
  return { text, file: test.directory, line: 0 };
}

/** The accesses to test, from 1. If there are more than `maxPoints`, evenly spaced ones from the first to the last. */
export function sweptAccesses(counted: number, maxPoints: number): readonly number[] {
  if (counted <= maxPoints) return Array.from({ length: counted }, (_, index) => index + 1);
  if (maxPoints === 1) return [1];
  return Array.from({ length: maxPoints }, (_, index) => 1 + Math.round((index * (counted - 1)) / (maxPoints - 1)));
}
