import { join } from 'node:path';
import { describeEnding } from '../diagnose/describe-ending.ts';
import { describeExpectation } from '../diagnose/expectation.ts';
import { rulesOf, type Verdict } from '../diagnose/verdict.ts';
import { now } from '../host/clock.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { isHostExhausted } from '../host/system-error.ts';
import { orderTests } from '../plan/order.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { PlannedStart } from '../plan/start-plan.ts';
import type { AttemptEntry } from '../record/entries.ts';
import { published } from '../record/test-result.ts';
import { unstartedRecord } from '../run/evidence/keep-record.ts';
import type { Ending, RunRecord } from '../run/evidence/run-record.ts';
import { CellBoots, templatesOf } from './cell-boots.ts';
import { keepStack } from './internal-error.ts';
import { runPlanned } from './run-planned.ts';
import type { StartedRecord, TestBasis } from './unstarted.ts';
import { type Attempt, attemptDirectory, attemptName, attemptsOf, bootSupplies, type Run, suppliesOf } from './run.ts';
import { runScheduled, type Task } from './schedule.ts';
import type { SettledAccelerator } from './settle-accelerator.ts';

export interface AttemptContext {
  readonly run: Run;
  readonly boots: TestBasis;
}

/**
 * Runs a test once, judges and records it, and informs the listeners. Any failure becomes the error of this attempt.
 */
async function runAttempt(attempt: Attempt, context: AttemptContext): Promise<AttemptEntry> {
  const { run } = context;
  const place = { id: attemptName(attempt), cell: attempt.planned.cell.id };
  run.listener({ kind: 'test-begin', ...place });
  const entry = await concludeSafely(attempt, context);
  const { outcome, ok, reason } = entry.verdict;
  run.listener({ kind: 'test-end', ...place, outcome, ok, reason, durationMs: entry.record.durationMs });
  if (!ok) run.failureLimit.add(attempt.planned);
  return entry;
}

/**
 * The boundary between one attempt and all others. An exception while it is run, unpacked, judged, located or recorded
 * becomes its verdict, with the stack in its own log. Evidence collected before is kept.
 */
async function concludeSafely(attempt: Attempt, context: AttemptContext): Promise<AttemptEntry> {
  let seen: StartedRecord | undefined;
  try {
    seen = await runPlanned(attempt, {
      ...context,
      supplies: bootSupplies(context.run, attempt.planned.cell),
      start: startOf(context.run, attempt.planned),
    });
    return await recorded(entryOf(attempt, seen, await judgeAttempt(attempt, seen.record, context)), context);
  } catch (error) {
    const record = brokenRecord(attempt, seen?.record, endingOf(error, attempt, context), context.run);
    return await recorded(
      entryOf(attempt, { record, startReason: seen?.startReason ?? 'it was not started' }, notJudged(attempt, record)),
      context,
    );
  }
}

/** Written to the disk before its slot is used again. */
async function recorded(entry: AttemptEntry, { run }: AttemptContext): Promise<AttemptEntry> {
  await run.record.append(entry);
  return entry;
}

function startOf({ starts }: Run, planned: PlannedTest): PlannedStart {
  return starts.get(planned) ?? { kind: 'cold', reason: 'not planned' };
}

async function judgeAttempt({ planned }: Attempt, record: RunRecord, { run, boots }: AttemptContext): Promise<Verdict> {
  const bootFingerprints = (boots.of(planned.cell)?.findings ?? []).map(({ fingerprint }) => fingerprint);
  const verdict = await run.services.judge.judge({
    resultsDirectory: run.outDirectory,
    record,
    rules: rulesOf(planned),
    bootFingerprints,
    today: now().toISOString().slice(0, 10),
  });
  return {
    ...verdict,
    findings: await run.services.locator.locate(verdict.findings, planned, suppliesOf(run, planned.cell)),
  };
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

/** A shortage or refusal of the host is not a bug of ours, wherever it occurs. */
function endingOf(error: unknown, attempt: Attempt, { run }: AttemptContext): BrokenEnding {
  if (isHostExhausted(error)) return { kind: 'host-failed', detail: error.message };
  return { kind: 'internal-error', ...keepStack(error, run, attemptDirectory(attempt)) };
}

type BrokenEnding = Extract<Ending, { kind: 'host-failed' | 'internal-error' }>;

/** What broke may have had a machine already, and its console is evidence. */
function brokenRecord(attempt: Attempt, seen: RunRecord | undefined, ending: BrokenEnding, run: Run): RunRecord {
  if (seen !== undefined) return { ...seen, ending };
  const directory = attemptDirectory(attempt);
  const consolePath = join(directory, 'console.log');
  const hasConsole = kindOfFile(join(run.outDirectory, consolePath)) === 'file';
  return unstartedRecord(directory, ending, hasConsole ? { consolePath } : {});
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

/**
 * Boots every cell and runs every test on its own machine, up to `jobs` at a time. A test waits only for its own cell.
 * All results go to the run's record; tests that are not started because others failed (--bail) have none there.
 * @param early the boot that settled the accelerator
 */
export async function runPlan(run: Run, early?: SettledAccelerator['boot']): Promise<void> {
  using boots = new CellBoots(run, early);
  const ended = await runTests(run, { boots, first: 0 });
  if (run.later === undefined || run.signal.aborted || run.failureLimit.isReached) return;
  const later = await run.later(ended);
  const { plan, starts } = run;
  const laterStarts = later.map(({ planned, madeFrom }) => [planned, startOf(run, madeFrom)] as const);
  boots.templateCache.expect(
    templatesOf(
      laterStarts.map(([, start]) => start),
      run.choices.repeat,
    ),
  );
  const longer: Run = Object.freeze({
    ...run,
    plan: { ...plan, tests: [...plan.tests, ...later.map(({ planned }) => planned)] },
    starts: new Map([...starts, ...laterStarts]),
  });
  await runTests(longer, { boots, first: plan.tests.length });
}

/** Runs the tests of the plan from the `first` on, and returns what became of them. */
async function runTests(
  run: Run,
  { boots, first }: { readonly boots: CellBoots; readonly first: number },
): Promise<readonly AttemptEntry[]> {
  const ended: AttemptEntry[] = [];
  const placeOf = new Map(run.plan.tests.map((planned, index) => [planned, index]));
  const tests = orderTests(run.plan.tests.slice(first), run.order)
    .flatMap((planned) => attemptsOf(planned, placeOf.get(planned) ?? 0, run.choices.repeat))
    .map(
      (attempt): Task => ({
        kind: 'test',
        needs: first === 0 ? boots.preparationsFor(attempt.planned) : [],
        run: async () => {
          if (run.failureLimit.isReached) return;
          const entry = await runAttempt(attempt, { run, boots });
          // The others are kept in the record only, because there may be many.
          if (first === 0 && run.later !== undefined) ended.push(entry);
        },
      }),
    );
  await runScheduled([...(first === 0 ? boots.preparations : []), ...tests], run.jobs);
  return ended;
}
