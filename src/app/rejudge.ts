import type { Finding } from '../diagnose/finding.ts';
import type { Verdict } from '../diagnose/verdict.ts';
import type { Judge } from '../engine/judging/judge.ts';
import type { AttemptEntry, PlannedEntry } from '../record/entries.ts';
import { RecordDamaged } from '../record/entry-text.ts';
import { readRecord } from '../record/read-record.ts';

/** The part of a verdict that is compared. */
export type VerdictDigest = Pick<Verdict, 'outcome' | 'ok' | 'reason'> & { readonly titles: readonly string[] };

/** An attempt of a kept run, with its old and new verdicts. */
export interface Rejudged {
  readonly test: string;
  readonly cell: string;
  readonly attempt: number;
  readonly changed: boolean;
  readonly was: VerdictDigest;
  readonly now: VerdictDigest;
}

export interface KeptRun {
  /** Absolute. */
  readonly directory: string;
  /** Its name in messages. */
  readonly name: string;
  readonly judge: Judge;
}

/**
 * Judges every attempt of a kept run again, from its logs, with the rules of this version. Expiry dates are compared
 * with the day of the run. @throws RecordDamaged when there is no record @throws SystemError
 */
export async function* rejudge({ directory, name, judge }: KeptRun): AsyncGenerator<Rejudged> {
  const tests: PlannedEntry[] = [];
  const bootFingerprints = new Map<string, readonly string[]>();
  for (const line of readRecord({ directory, name, unwritten: [] })) {
    if (line.kind === 'damaged') throw new RecordDamaged(line.problem);
    const { entry } = line;
    if (entry.entry === 'run' || entry.entry === 'tests') tests.push(...entry.tests);
    if (entry.entry === 'boot') bootFingerprints.set(entry.cell, fingerprintsOf(entry.findings));
    if (entry.entry !== 'attempt') continue;
    const planned = tests[entry.test];
    if (planned === undefined)
      throw new RecordDamaged(`${name}: the record has an attempt of a test that it does not name`);
    const { record } = entry;
    const now = await judge.judge({
      resultsDirectory: directory,
      record,
      rules: planned.rules,
      bootFingerprints: bootFingerprints.get(planned.cell) ?? [],
      today: record.startedAt.toISOString().slice(0, 10),
    });
    yield compared(entry, { test: planned.id, cell: planned.cell, now });
  }
}

function fingerprintsOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ fingerprint }) => fingerprint);
}

interface JudgedAgain {
  readonly test: string;
  readonly cell: string;
  readonly now: Verdict;
}

function compared({ attempt, verdict }: AttemptEntry, { test, cell, now }: JudgedAgain): Rejudged {
  const digests = { was: digest(verdict), now: digest(now) };
  return { test, cell, attempt, changed: JSON.stringify(digests.was) !== JSON.stringify(digests.now), ...digests };
}

function digest({ outcome, ok, reason, findings }: Verdict): VerdictDigest {
  return { outcome, ok, reason, titles: findings.map(({ title }) => title) };
}
