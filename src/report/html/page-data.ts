import type { Outcome } from '../../diagnose/verdict.ts';
import type { CellResult, HostResult, StageResult, Totals } from '../../results/results.ts';
import type { PointOutcome } from '../../diagnose/sweep/point-verdict.ts';
import type { MomentWords, DescribedUntil } from '../text/describe-timeline.ts';

/**
 * The data of the page: results as far as they fit, with all text safe to show (no control characters, escape sequences
 * or direction marks). Durations are milliseconds; file paths are relative to `filesAt`.
 */
export interface PageData {
  readonly version: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly exitStatus: number;
  /** The verdict in one line. */
  readonly verdict: string;
  readonly host: HostResult;
  readonly totals: Totals;
  readonly cells: readonly PageCell[];
  /** Results that should be there but are not. */
  readonly missing: readonly string[];
  /** In the order of the results. */
  readonly tests: readonly PageTest[];
  readonly failures: readonly PageFailure[];
  /** Excerpts of logs by path. */
  readonly texts: Readonly<Record<string, PageText>>;
  /** Timelines by path. */
  readonly timelines: Readonly<Record<string, PageTimeline>>;
  /** What the drivers used of each device model. */
  readonly hardware: readonly PageModel[];
  /** Faults that never fired. */
  readonly unfired: readonly PageUnfired[];
  /** Which lines of the modules ran; absent: that was not to be measured. */
  readonly coverage?: PageCoverage;
  /** Notes on the whole page: what was cut, what a merge found. */
  readonly notes: readonly string[];
  /** The directory of the files, relative to the page; empty: the page's own. */
  readonly filesAt: string;
}

export interface PageCoverage {
  /** The sum in words. */
  readonly said: string;
  readonly files: readonly PageSource[];
  /** Where it was not measured, and why. */
  readonly notMeasured: readonly string[];
  /** The number of files that are not on the page. */
  readonly more: number;
}

/** A source file of the modules. */
export interface PageSource {
  readonly file: string;
  /** Its figures in words. */
  readonly said: string;
  readonly onlyByFaults: number;
  readonly never: number;
  /** Empty: they do not fit. */
  readonly lines: readonly PageSourceLine[];
  /** Indices of tests; a line names its group. */
  readonly groups: readonly (readonly number[])[];
}

/** `faults`: it ran only in tests in which a fault fired; `none`: it has no code, or it is not known. */
export type LineState = 'ran' | 'faults' | 'never' | 'none';

/** Its number, how it was reached, its text, and the group of the tests that reached it. */
export type PageSourceLine = readonly [number: number, state: LineState, text: string, group?: number];

export interface PageCell extends CellResult {
  /** Its label for people. */
  readonly label: string;
}

/** The data that every test has, kept small so that thousands fit. */
export interface PageTest {
  readonly id: string;
  /** Index of its cell. */
  readonly cell: number;
  readonly outcome: Outcome;
  readonly ok: boolean;
  readonly flaky?: true;
  readonly durationMs: number;
  /** The title of its finding, or else its reason, on one line. */
  readonly brief: string;
  /** Of a point of a sweep. */
  readonly point?: PagePoint;
  /** Absent when it does not fit on the page; results.json has it. */
  readonly detail?: PageDetail;
}

/** A fault at one access, and what the driver made of it. */
export interface PagePoint {
  readonly fault: string;
  /** `3`, or `3.2`. */
  readonly number: string;
  /** Empty: it hit nothing. */
  readonly access: string;
  readonly outcome: PointOutcome;
  readonly why: string;
}

export interface PageDetail {
  readonly description: string;
  readonly expected: string;
  readonly reason: string;
  readonly start: 'clone' | 'cold';
  readonly startReason: string;
  readonly startMs: number | null;
  readonly stages: readonly StageResult[];
  readonly findings: readonly PageFinding[];
  readonly subtests: readonly PageSubtest[];
  readonly attempts: readonly PageAttempt[];
  readonly artifacts: readonly string[];
  readonly postmortem: readonly string[];
  /** Where processors and tasks were at the end. */
  readonly whereabouts: readonly string[];
  /** Paths. Absent: nothing was booted, no build failed, no machine was started. */
  readonly console?: string;
  readonly buildLog?: string;
  readonly timeline?: string;
  readonly devices: readonly PageDevice[];
  readonly notes: readonly string[];
  readonly reproduce: string;
  readonly shell: string;
}

export interface PageFinding {
  readonly kind: string;
  readonly title: string;
  readonly source?: { readonly file: string; readonly line: number };
  /** Path and line of the console that shows it; absent: it is not in the results. */
  readonly console?: string;
  readonly line: number;
  readonly report: string;
}

export interface PageSubtest {
  readonly name: string;
  readonly status: string;
  readonly reason?: string;
}

/** One of several runs of the same test. */
export interface PageAttempt {
  readonly outcome: Outcome;
  readonly ok: boolean;
  readonly reason: string;
  readonly durationMs: number;
  readonly console?: string;
}

/** A distinct failure, and all tests that show it. */
export interface PageFailure {
  readonly title: string;
  readonly outcome: Outcome;
  readonly source?: { readonly file: string; readonly line: number };
  readonly reason: string;
  /** Innermost first. */
  readonly frames: readonly string[];
  readonly lastWords: string;
  /** Indices of the tests, the one to read first in front. */
  readonly tests: readonly number[];
}

/** The excerpt of a log. */
export interface PageText {
  readonly segments: readonly TextSegment[];
  readonly lineCount: number;
  /** Lines of kernel reports, as ranges of first and last. */
  readonly marked: readonly (readonly [number, number])[];
  /** What a reader must know: cut lines, unread bytes. */
  readonly note?: string;
}

/** Consecutive lines. */
export interface TextSegment {
  /** Number of the first line, counted from 1. */
  readonly first: number;
  readonly lines: readonly string[];
}

/** A device model in a test's machine. */
export interface PageDevice {
  readonly id: string;
  readonly model: string;
  readonly faults: readonly PageFault[];
  readonly crash?: { readonly during: string; readonly message: string; readonly stack: string };
}

export interface PageFault {
  /** As the test wrote it. */
  readonly text: string;
  readonly said: string;
  readonly hasFired: boolean;
}

export interface PageUnfired extends PageFault {
  readonly device: string;
  /** Indices of the tests. */
  readonly tests: readonly number[];
}

/** The excerpt of a timeline. */
export interface PageTimeline {
  readonly moments: readonly MomentWords[];
  readonly until: DescribedUntil;
  /** Index of the first of the last moments before the end, and of the one after them. */
  readonly last: readonly [number, number];
  /** The number of moments, including those not on the page. */
  readonly count: number;
  /** Lines of the file that could not be read. */
  readonly unreadable: number;
}

/** What the drivers of a suite used of a device model. */
export interface PageModel {
  readonly suite: string;
  readonly model: string;
  readonly machines: number;
  /** The figures in one line: `11 of 13 registers`, … */
  readonly said: readonly string[];
  readonly registers: readonly PageRegister[];
  readonly interrupts: readonly { readonly name: string; readonly count: number }[];
  /** `said`: how many bytes in all. */
  readonly exchanges: readonly { readonly name: string; readonly count: number; readonly said: string }[];
  /** What was left out. */
  readonly note?: string;
}

export interface PageRegister {
  readonly name: string;
  readonly reads: number;
  readonly writes: number;
  readonly fields: readonly { readonly name: string; readonly isUsed: boolean; readonly said: string }[];
}
