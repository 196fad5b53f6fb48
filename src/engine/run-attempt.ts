import { judge } from '../diagnose/judge.ts';
import { now } from '../host/clock.ts';
import type { PlannedStart } from '../plan/start-plan.ts';
import { attemptName, type Attempt, type JudgedAttempt } from './attempt.ts';
import { suppliesOf, type CellBoots } from './cell-boots.ts';
import type { FindingLocator } from './finding-locator.ts';
import { runPlanned } from './run-planned.ts';

export interface AttemptContext {
  readonly boots: CellBoots;
  readonly start: PlannedStart;
  readonly locator: FindingLocator;
}

/** Runs a test once, judges what was seen, and tells the listeners. */
export async function runAttempt(attempt: Attempt, { boots, start, locator }: AttemptContext): Promise<JudgedAttempt> {
  const { run } = boots;
  const { cell } = attempt.planned;
  const supplies = suppliesOf(run, cell);
  const place = { id: attemptName(attempt), cell: cell.id };
  run.listener({ kind: 'test-begin', ...place });
  const { startReason, record: full } = await runPlanned(attempt, { run, supplies, start, boots });
  const bootFingerprints = new Set(boots.of(cell)?.findings.map(({ fingerprint }) => fingerprint));
  const judged = judge(full, { bootFingerprints, today: now().toISOString().slice(0, 10) });
  const verdict = { ...judged, findings: await locator.locate(judged.findings, attempt.planned, supplies) };
  // Thousands of tests may follow: of this one only what the results need is kept.
  const { consoleText, runOutput, postMortem, ...record } = full;
  run.listener({ kind: 'test-end', ...place, outcome: verdict.outcome, ok: verdict.ok, reason: verdict.reason, durationMs: record.durationMs });
  return { record, startReason, verdict, ...(postMortem === undefined ? {} : { postMortemFiles: postMortem.files }) };
}
