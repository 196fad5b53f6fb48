import type { PlannedTest, SweepFault, SweepPoint } from '../../plan/plan.ts';
import type { RunRecord } from '../../run/evidence/run-record.ts';

/** How often a fault could have hit, in the run without a fault. */
export interface CountedFault {
  readonly fault: SweepFault;
  readonly counted: number;
}

/**
 * What a sweep goes through: the places of a machine at which faults of one kind can hit, numbered by a run without a
 * fault. Today these are the accesses to a device model. What a fault hit names its point (`FaultHit.access`).
 */
export interface SweepTarget {
  /** What is counted. */
  readonly noun: { readonly one: string; readonly many: string };
  /** Id of the device that reports on the faults. */
  readonly device: string;
  readonly faults: readonly SweepFault[];
  /** The test in which everything is counted and nothing fails. */
  readonly countingTest: (planned: PlannedTest) => PlannedTest;
  /** What the counting test saw. */
  readonly countIn: (record: Pick<RunRecord, 'devices'>) => readonly CountedFault[];
  /** The test with a fault at one place. */
  readonly pointTest: (planned: PlannedTest, place: Pick<SweepPoint, 'fault' | 'nth' | 'baseline'>) => PlannedTest;
}
