import type { CodeFunction } from '../../engine/coverage-supplies.ts';
import type { PlannedTest, SweepFault, SweepPoint } from '../../plan/plan.ts';
import type { RunRecord } from '../../run/evidence/run-record.ts';

/** A place at which a fault can hit. What names it is in its point. */
export interface SweptPlace extends Pick<SweepPoint, 'nth' | 'call'> {
  /** What a fault gets so that it hits there, and nowhere else. */
  readonly settings: string;
}

/** Where a fault could have hit, in the run without a fault. */
export interface CountedFault {
  readonly fault: SweepFault;
  /** How often. */
  readonly counted: number;
  /** Of calls: the functions of the driver that made them, one for each place. */
  readonly callers?: readonly CodeFunction[];
  /** One for each point. */
  readonly places: readonly SweptPlace[];
}

/**
 * What a sweep goes through: the places of a machine at which faults of one kind can hit, as a run without a fault
 * reaches them. These are the accesses to a device model, or the calls of a driver.
 */
export interface SweepTarget {
  /** Id of the device model that reports on the faults; undefined: they are calls that fail. */
  readonly device: string | undefined;
  readonly faults: readonly SweepFault[];
  /** What is counted, for a person. */
  readonly counted: (fault: CountedFault) => string;
  /** Why nothing was counted. */
  readonly whyNothing: string;
  /** The test in which everything is counted and nothing fails. */
  readonly countingTest: (planned: PlannedTest) => PlannedTest;
  /** What the counting test saw. */
  readonly countIn: (record: Pick<RunRecord, 'devices'>) => readonly CountedFault[];
}
