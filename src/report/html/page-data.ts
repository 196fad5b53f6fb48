import type { Outcome } from '../../diagnose/verdict.ts';
import type { CellResult, HostResult, StageResult, Totals } from '../../results/results.ts';
import type { MomentWords, ToldUntil } from '../text/tell-timeline.ts';

/**
 * What the page holds besides its script: results as far as they fit, in words that are safe to show (no control
 * characters, escape sequences or marks of direction). Durations are milliseconds, file paths relative to `filesAt`.
 */
export interface PageData {
  readonly version: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly exitStatus: number;
  /** The answer in a line. */
  readonly verdict: string;
  readonly host: HostResult;
  readonly totals: Totals;
  readonly cells: readonly PageCell[];
  /** What should be there and is not. */
  readonly missing: readonly string[];
  /** In the order of the results. */
  readonly tests: readonly PageTest[];
  readonly failures: readonly PageFailure[];
  /** Excerpts of logs by their path. */
  readonly texts: Readonly<Record<string, PageText>>;
  /** Timelines by their path. */
  readonly timelines: Readonly<Record<string, PageTimeline>>;
  /** What the drivers touched of each device model. */
  readonly hardware: readonly PageModel[];
  /** Faults that tested nothing. */
  readonly unfired: readonly PageUnfired[];
  /** What holds for the whole page: what was cut, what a merge found. */
  readonly notes: readonly string[];
  /** Where the files lie, relative to the page; empty: beside it. */
  readonly filesAt: string;
}

export interface PageCell extends CellResult {
  /** What a person calls it. */
  readonly label: string;
}

/** What every test has, so that thousands fit. */
export interface PageTest {
  readonly id: string;
  /** Index of its cell. */
  readonly cell: number;
  readonly outcome: Outcome;
  readonly ok: boolean;
  readonly flaky?: true;
  readonly durationMs: number;
  /** Its finding's title, else its reason, on one line. */
  readonly brief: string;
  /** Absent where the page has no room: it is in results.json. */
  readonly detail?: PageDetail;
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
  /** Where processors and tasks stood in the end. */
  readonly whereabouts: readonly string[];
  readonly console: string;
  /** Path of the timeline. */
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
  /** Path of the console that shows it, and where. */
  readonly console: string;
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

/** One thing that went wrong, however many tests show it. */
export interface PageFailure {
  readonly title: string;
  readonly outcome: Outcome;
  readonly source?: { readonly file: string; readonly line: number };
  readonly reason: string;
  /** Innermost first. */
  readonly frames: readonly string[];
  readonly lastWords: string;
  /** Indices of the tests, the one to look at first. */
  readonly tests: readonly number[];
}

/** As much of a log as is worth a page. */
export interface PageText {
  readonly segments: readonly TextSegment[];
  readonly lineCount: number;
  /** Lines that belong to a kernel's report, as ranges: first, last. */
  readonly marked: readonly (readonly [number, number])[];
  /** What a reader must know: lines cut, bytes not read. */
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

/** As much of a timeline as is worth a page. */
export interface PageTimeline {
  readonly moments: readonly MomentWords[];
  readonly until: ToldUntil;
  /** Index of the first of the last moments until there, and of the one after them. */
  readonly last: readonly [number, number];
  /** How many there are in all, those not on the page included. */
  readonly count: number;
  /** Lines of the file that are no entries. */
  readonly unreadable: number;
}

/** What the drivers of a suite touched of a device model. */
export interface PageModel {
  readonly suite: string;
  readonly model: string;
  readonly machines: number;
  /** `11 of 13 registers`, …: the figures in a line. */
  readonly said: readonly string[];
  readonly registers: readonly PageRegister[];
  readonly interrupts: readonly { readonly name: string; readonly count: number }[];
  /** What was left out. */
  readonly note?: string;
}

export interface PageRegister {
  readonly name: string;
  readonly reads: number;
  readonly writes: number;
  readonly fields: readonly { readonly name: string; readonly isUsed: boolean; readonly said: string }[];
}
