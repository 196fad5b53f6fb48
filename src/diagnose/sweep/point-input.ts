import type { EvidenceTexts, RunRecord, StageRecord } from '../../run/evidence/run-record.ts';
import type { Finding } from '../finding.ts';
import type { JudgingRules, Outcome } from '../verdict.ts';
import type { PointOutcome, PointVerdict } from './point-verdict.ts';

/** A point, with the verdict on it as a test. */
export interface PointInput {
  readonly record: RunRecord;
  readonly texts: EvidenceTexts;
  readonly rules: JudgingRules;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly findings: readonly Finding[];
  /** Whether a (K)TAP result of `run` is bad. */
  readonly subtestsFailed: boolean;
}

export function because(outcome: PointOutcome, why: string): PointVerdict {
  return { outcome, why };
}

export function failedSetup(stages: readonly StageRecord[]): StageRecord | undefined {
  return stages.find(({ name, exitStatus }) => name.endsWith('setup') && exitStatus !== 0);
}

export function lastLine(text: string): string | undefined {
  const line =
    text
      .slice(-4 * maxWords)
      .trimEnd()
      .split('\n')
      .at(-1)
      ?.trim() ?? '';
  return line === '' ? undefined : quoted(line);
}

const maxWords = 200;

export function quoted(line: string): string {
  const words = line.trim();
  return words.length <= maxWords ? words : `${words.slice(0, maxWords - 1)}…`;
}
