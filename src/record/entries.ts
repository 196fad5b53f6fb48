import type { JudgingRules, Verdict } from '../diagnose/verdict.ts';
import type { ShardOrigin } from '../plan/shard-origin.ts';
import type { BootResult, CellResult, HostResult } from '../results/results.ts';
import type { RunRecord } from '../run/evidence/run-record.ts';

/**
 * `record.jsonl`: what a run saw and concluded, one JSON object per line, each written as soon as it is known. The
 * first line is the run's header, the last one its end; without an end the run was interrupted. All results are replays
 * of it. schema/record.schema.json describes the format. Times are milliseconds; paths are relative to the results
 * directory.
 */
export const recordName = 'record.jsonl';
export const recordSchema = 'qemu-driver-test/record/1';

export type RecordEntry = HeaderEntry | BootEntry | TemplateLostEntry | AttemptEntry | EndEntry;

/** The facts that are known before the first machine of a test starts. */
export interface HeaderEntry {
  readonly entry: 'run';
  readonly schema: typeof recordSchema;
  readonly tool: { readonly version: string };
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly host: HostResult;
  /** The number of runs per test. */
  readonly repeat: number;
  readonly shuffleSeed?: number;
  readonly shard?: ShardOrigin;
  readonly cells: readonly Omit<CellResult, 'boot'>[];
  /** All tests of the run, in the order of the report. */
  readonly tests: readonly PlannedEntry[];
}

/** A test in a cell, before its run. */
export interface PlannedEntry {
  readonly id: string;
  readonly cell: string;
  readonly suite: string;
  readonly description: string;
  readonly expected: string;
  readonly rules: JudgingRules;
  /** The command lines that run it again, and that open a shell on its machine. */
  readonly reproduce: string;
  readonly shell: string;
}

/** A cell's own boot. */
export interface BootEntry extends Omit<BootResult, 'notes' | 'outcome'> {
  readonly entry: 'boot';
  readonly cell: string;
  readonly outcome: 'ok' | 'failed';
}

/** Why tests of a cell are booted cold instead of cloned. */
export interface TemplateLostEntry {
  readonly entry: 'template-lost';
  readonly cell: string;
  readonly note: string;
}

/** One finished and judged run of a test. */
export interface AttemptEntry {
  readonly entry: 'attempt';
  /** Index in the header's `tests`. */
  readonly test: number;
  /** Counted from 1. */
  readonly attempt: number;
  readonly startReason: string;
  readonly record: RunRecord;
  readonly verdict: Verdict;
}

/** The run is complete: every test has all its attempts. */
export interface EndEntry {
  readonly entry: 'end';
  readonly durationMs: number;
}
