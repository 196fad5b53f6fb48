import type { FaultLine } from '../suite/suite.ts';
import type { PlannedTest, SweepFault, SweepPoint } from './plan.ts';

/** The id of a sweep's own faults, to distinguish them from those of the test. */
const sweepFaultId = 'sweep';

/** Counts but never fires (device/fault/trigger.ts), because no test has that many accesses. */
const never = Number.MAX_SAFE_INTEGER;

/** The faults of a sweep, as requested. */
export function sweepFaults(texts: readonly string[]): readonly SweepFault[] {
  return texts.map((text, index) => {
    const kind = text.split(/\s/, 1)[0] ?? text;
    const before = texts.slice(0, index).filter((other) => other.split(/\s/, 1)[0] === kind).length;
    return { text, label: before === 0 ? kind : `${kind}-${before + 1}` };
  });
}

/** The test with every fault counting what it could hit. `settings`: besides id and trigger. */
export function countingTest(planned: PlannedTest, faults: readonly SweepFault[], settings: string): PlannedTest {
  const added = faults.map((fault) =>
    faultLine(planned, `${fault.text} nth=${never} ${[settings, `id=${countingId(fault)}`].join(' ').trim()}`),
  );
  return { ...planned, test: { ...planned.test, faults: [...planned.test.faults, ...added] } };
}

/** The id under which the counting run reports on a fault. */
export function countingId({ label }: SweepFault): string {
  return `${sweepFaultId}-${label}`;
}

/** What a point is made from. */
export interface PointOrigin extends Pick<SweepPoint, 'device' | 'fault' | 'nth' | 'call' | 'baseline'> {
  /** What the fault gets so that it hits there, and nowhere else. */
  readonly settings: string;
}

/** The test with a fault at one place. */
export function pointTest(planned: PlannedTest, { settings, ...point }: PointOrigin): PlannedTest {
  const { fault, nth, call } = point;
  const line = `${fault.text} ${settings} id=${sweepFaultId}`;
  const number = call?.time === undefined ? `${nth}` : `${nth}-${call.time}`;
  const name = `${planned.test.name}.${fault.label}.${number}`;
  return {
    ...planned,
    id: `${planned.suite.name}/${name}`,
    test: { ...planned.test, name, faults: [...planned.test.faults, faultLine(planned, line)] },
    sweep: { ...point, test: planned.test.name, faultId: sweepFaultId, line },
  };
}

function faultLine({ test }: PlannedTest, text: string): FaultLine {
  return { text, file: test.directory, line: 0 };
}

/** At most `max` of the places, evenly spaced, from the first to the last. */
export function evenlySpaced<T>(places: readonly T[], max: number): readonly T[] {
  if (places.length <= max) return places;
  if (max === 1) return places.slice(0, 1);
  const at = (index: number): number => Math.round((index * (places.length - 1)) / (max - 1));
  return Array.from({ length: max }, (_, index) => places.slice(at(index), at(index) + 1)).flat();
}
