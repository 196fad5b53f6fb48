import { describeEnding } from '../diagnose/describe-ending.ts';
import { describeExpectation } from '../diagnose/expectation.ts';
import { rulesOf } from '../diagnose/judging-rules.ts';
import type { Verdict } from '../diagnose/verdict.ts';
import { now } from '../host/clock.ts';
import { isHostExhausted } from '../host/system-error.ts';
import type { PlannedStart } from '../plan/start-plan.ts';
import type { AttemptEntry } from '../record/entries.ts';
import { published } from '../record/published-finding.ts';
import type { Ending, RunRecord } from '../run/run-record.ts';
import { unstartedRecord } from '../run/unstarted-record.ts';
import { attemptDirectory, attemptName, type Attempt } from './attempt.ts';
import type { CellBoots } from './cell-boots.ts';
import { keepStack } from './internal-error.ts';
import { runPlanned, type StartedRecord } from './run-planned.ts';
import { suppliesOf, type Run } from './run.ts';

export interface AttemptContext {
  readonly run: Run;
  readonly boots: Pick<CellBoots, 'of' | 'shelf'>;
}

/**
 * Runs a test once, judges what was seen, records it, and tells the listeners. Whatever goes wrong is this attempt's
 * error.
 */
export async function runAttempt(attempt: Attempt, context: AttemptContext): Promise<void> {
  const { run } = context;
  const place = { id: attemptName(attempt), cell: attempt.planned.cell.id };
  run.listener({ kind: 'test-begin', ...place });
  const entry = await concludeSafely(attempt, context);
  const { outcome, ok, reason } = entry.verdict;
  run.listener({ kind: 'test-end', ...place, outcome, ok, reason, durationMs: entry.record.durationMs });
}

/**
 * The boundary between one attempt and all others: what is thrown while it is run, unpacked, judged, located or
 * recorded becomes its verdict, with the stack in its own log. What was seen before is kept.
 */
async function concludeSafely(attempt: Attempt, context: AttemptContext): Promise<AttemptEntry> {
  let seen: StartedRecord | undefined;
  try {
    seen = await runPlanned(attempt, {
      ...context,
      supplies: suppliesOf(context.run, attempt.planned.cell),
      start: startOf(context.run, attempt),
    });
    return await recorded(entryOf(attempt, seen, await judgeAttempt(attempt, seen.record, context)), context);
  } catch (error) {
    const record = brokenRecord(attempt, seen?.record, endingOf(error, attempt, context));
    return await recorded(
      entryOf(attempt, { record, startReason: seen?.startReason ?? 'it was not started' }, notJudged(attempt, record)),
      context,
    );
  }
}

/** On the disk before anything else begins in its slot. */
async function recorded(entry: AttemptEntry, { run }: AttemptContext): Promise<AttemptEntry> {
  await run.record.append(entry);
  return entry;
}

function startOf({ starts }: Run, { planned }: Attempt): PlannedStart {
  return starts.get(planned) ?? { kind: 'cold', reason: 'not planned' };
}

async function judgeAttempt({ planned }: Attempt, record: RunRecord, { run, boots }: AttemptContext): Promise<Verdict> {
  const bootFingerprints = (boots.of(planned.cell)?.findings ?? []).map(({ fingerprint }) => fingerprint);
  const verdict = await run.judge.judge({
    resultsDirectory: run.outDirectory,
    record,
    rules: rulesOf(planned),
    bootFingerprints,
    today: now().toISOString().slice(0, 10),
  });
  return { ...verdict, findings: await run.locator.locate(verdict.findings, planned, suppliesOf(run, planned.cell)) };
}

function entryOf({ test, number }: Attempt, { record, startReason }: StartedRecord, verdict: Verdict): AttemptEntry {
  return {
    entry: 'attempt',
    test,
    attempt: number,
    startReason,
    record,
    verdict: { ...verdict, findings: verdict.findings.map(published) },
  };
}

/** What the host is short of, or refuses, is no bug of ours, wherever it shows. */
function endingOf(error: unknown, attempt: Attempt, { run }: AttemptContext): BrokenEnding {
  if (isHostExhausted(error)) return { kind: 'host-failed', detail: error.message };
  return { kind: 'internal-error', ...keepStack(error, run, attemptDirectory(attempt)) };
}

type BrokenEnding = Extract<Ending, { kind: 'host-failed' | 'internal-error' }>;

function brokenRecord(attempt: Attempt, seen: RunRecord | undefined, ending: BrokenEnding): RunRecord {
  return seen === undefined ? unstartedRecord(attemptDirectory(attempt), ending) : { ...seen, ending };
}

function notJudged({ planned }: Attempt, { ending }: RunRecord): Verdict {
  return {
    outcome: 'error',
    ok: false,
    expected: describeExpectation(planned.test.expectation),
    reason: describeEnding(ending),
    findings: [],
    subtests: [],
    whereabouts: [],
    notes: [],
  };
}
