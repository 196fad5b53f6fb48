import type { PlannedTest, SweepBaseline, SweepPoint } from '../plan/plan.ts';
import type { ConsoleExpectation, Expectation } from '../suite/suite.ts';
import type { Finding } from './finding.ts';
import type { PointVerdict } from './sweep/point-verdict.ts';

export const outcomes = ['pass', 'fail', 'skip', 'timeout', 'hang', 'crash', 'error'] as const;
export type Outcome = (typeof outcomes)[number];

/** The verdict on one run record. */
export interface Verdict {
  readonly outcome: Outcome;
  /** Whether the outcome is as expected. */
  readonly ok: boolean;
  /** The expectation in words: `pass`, `any failure`, `crash matching /…/`. */
  readonly expected: string;
  /** The reason for the outcome, in one sentence for people. */
  readonly reason: string;
  readonly findings: readonly Finding[];
  readonly subtests: readonly Subtest[];
  /** Positions of processors and tasks in a machine that did not end. */
  readonly whereabouts: readonly string[];
  /** Sentences about evidence that is not in the verdict because there was too much: subtests, findings. */
  readonly notes: readonly string[];
  /** Of a point of a sweep. */
  readonly point?: PointVerdict;
}

/** A (K)TAP result from the output of `run`. */
export interface Subtest {
  readonly name: string;
  readonly status: 'pass' | 'fail' | 'skip' | 'todo' | 'crash' | 'error';
  readonly reason?: string;
}

/** The author's rules for judging a test. The record contains them, so that a run can be judged again. */
export interface JudgingRules {
  readonly expectation: Expectation;
  /** Those of the suite, then those of the test. */
  readonly expectConsole: readonly ConsoleExpectation[];
  /** A point of a sweep only has to be handled. */
  readonly isSweepPoint: boolean;
  /** Where to look for what the driver made of the fault. Absent: it is no point, or one of an earlier version. */
  readonly point?: PointRules;
}

export interface PointRules {
  /** Id of the device; absent: a call fails. */
  readonly device?: string;
  /** Id of the sweep's fault. */
  readonly fault: string;
  /** The call at which the fault is set: `misc_register in edu_probe (driver/edu.c:120)`. Absent: it is no call. */
  readonly call?: string;
  readonly baseline: SweepBaseline;
}

export function rulesOf({ suite, test, sweep }: PlannedTest): JudgingRules {
  return {
    expectation: test.expectation,
    expectConsole: [...suite.expectConsole, ...test.expectConsole, ...(suite.leaks?.allowed ?? [])],
    isSweepPoint: sweep !== undefined,
    ...(sweep === undefined ? {} : { point: pointRules(sweep) }),
  };
}

function pointRules({ device, faultId, call, baseline }: SweepPoint): PointRules {
  return {
    ...(device === undefined ? {} : { device }),
    fault: faultId,
    ...(call === undefined ? {} : { call: call.name }),
    baseline,
  };
}
