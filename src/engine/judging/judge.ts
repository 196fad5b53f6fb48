import type { Finding } from '../../diagnose/finding.ts';
import type { JudgingRules, Verdict } from '../../diagnose/verdict.ts';
import type { RunRecord } from '../../run/evidence/run-record.ts';

/** An attempt to judge. Its files are read where it is judged. */
export interface JudgeJob {
  /** Absolute. */
  readonly resultsDirectory: string;
  readonly record: RunRecord;
  readonly rules: JudgingRules;
  /** Fingerprints of findings that the cell's own boot reported. */
  readonly bootFingerprints: readonly string[];
  /** YYYY-MM-DD */
  readonly today: string;
}

/** The console of the boot of a cell. */
export interface BootConsole {
  readonly resultsDirectory: string;
  /** Path relative to the results directory. */
  readonly consolePath: string;
}

/** Reads untrusted text and returns a verdict. @throws Error only for a bug of our own, which fails only this test */
export interface Judge {
  readonly judge: (job: JudgeJob) => Promise<Verdict>;
  readonly findBugs: (boot: BootConsole) => Promise<readonly Finding[]>;
}
