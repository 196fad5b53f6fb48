import type { Finding } from './finding.ts';

/** What the parser knows of a kernel bug beyond a finding's core. */
export interface BugReport extends Finding {
  /** Last line of the report in the console log, counted from 1. */
  readonly lastLine: number;
  /** The first function that can be guilty; undefined if the report names none. */
  readonly guilty: string | undefined;
  /** Kernel-mode registers that say where and with what it went wrong, as printed: `RIP`, `CR2`, `pc`, `badaddr` … */
  readonly registers: Readonly<Record<string, string>>;
  /** The report lacks what its kind always prints: cut short, or mixed with another processor's output. */
  readonly corrupted: boolean;
  /** How often this fingerprint was reported; the text is the first one's. */
  readonly occurrences: number;
}
