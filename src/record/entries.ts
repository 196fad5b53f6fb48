import type { Read } from '../results/formats/values.ts';
import type {
  attempt,
  boot,
  coverable,
  end,
  header,
  laterTests,
  planned,
  templateLost,
} from './formats/record-format.ts';

/**
 * `record.jsonl`: what a run saw and concluded, one JSON object per line, each written when it was known. The first
 * line is the run's header, the last one its end; without an end the run was interrupted. Everything else is a replay
 * of it. What each field means stands in `formats/`. Times are milliseconds, paths relative to the results directory.
 */
export const recordName = 'record.jsonl';

export type RecordEntry =
  | HeaderEntry
  | BootEntry
  | TemplateLostEntry
  | LaterTestsEntry
  | CoverableEntry
  | AttemptEntry
  | EndEntry;

/** The facts that are known before the first machine of a test starts. */
export interface HeaderEntry extends Read<typeof header> {}

/** A test in a cell, before its run. */
export interface PlannedEntry extends Read<typeof planned> {}

/** A cell's own boot. */
export interface BootEntry extends Read<typeof boot> {}

/** Why tests of a cell are booted cold instead of cloned. */
export interface TemplateLostEntry extends Read<typeof templateLost> {}

/** Tests that were planned from what earlier ones came to. */
export interface LaterTestsEntry extends Read<typeof laterTests> {}

/** The lines of a suite's modules that can be covered in a cell. */
export interface CoverableEntry extends Read<typeof coverable> {}

/** One finished and judged run of a test. */
export interface AttemptEntry extends Read<typeof attempt> {}

/** The run is complete: every test has all its attempts. */
export interface EndEntry extends Read<typeof end> {}
