import type { Finding } from '../../diagnose/finding.ts';
import type { JudgingRules, Verdict } from '../../diagnose/verdict.ts';
import type { RunRecord } from '../../run/evidence/run-record.ts';

/** One attempt to be judged. Its texts are read where it is judged. */
export interface JudgeJob {
  /** Absolute. */
  readonly resultsDirectory: string;
  readonly record: RunRecord;
  readonly rules: JudgingRules;
  /** Fingerprints of what the cell's own boot reported already. */
  readonly bootFingerprints: readonly string[];
  /** YYYY-MM-DD */
  readonly today: string;
}

/** What a machine wrote on its console while its cell was booted. */
export interface BootConsole {
  readonly resultsDirectory: string;
  /** Relative. */
  readonly consolePath: string;
}

/** Reads hostile text and concludes. @throws Error only for a bug of our own, which is then the test's alone. */
export interface Judge {
  readonly judge: (job: JudgeJob) => Promise<Verdict>;
  readonly findBugs: (boot: BootConsole) => Promise<readonly Finding[]>;
}
