import type { Accelerator } from '../../src/machine/machine-spec.ts';
import type { Results, TestResult } from '../../src/results/results.ts';
import type { TrialEnd } from './run-trials.ts';
import type { Trial } from './trials.ts';

/** What became of a trial on one accelerator. `undefined` results: it did not write any. */
export interface TrialOutcome {
  readonly end: TrialEnd;
  readonly results: Results | undefined;
  /** What the consoles of its clones say about their clocks, each with its place. */
  readonly clockLines: readonly string[];
}

export type TrialOutcomes = Readonly<Record<Accelerator, TrialOutcome | undefined>>;

/** A test or a boot on both accelerators, in milliseconds; undefined: there is none. */
export interface ComparedRow {
  readonly what: string;
  readonly found: string;
  readonly start: string;
  readonly kvmMs: number | undefined;
  readonly tcgMs: number | undefined;
  /** Each way in which it is not as expected. */
  readonly differences: readonly string[];
}

export interface ComparedTrial {
  readonly name: string;
  readonly rows: readonly ComparedRow[];
  /** What is not as expected of the trial as a whole. */
  readonly differences: readonly string[];
}

/** A trial on KVM must end as it does on TCG, and test for test with the same verdict, started in the same way. */
export function compareTrial(trial: Trial, { kvm, tcg }: TrialOutcomes): ComparedTrial {
  const differences = [...problemsOf('KVM', trial, kvm), ...problemsOf('TCG', trial, tcg)];
  const onKvm = kvm?.results;
  const onTcg = tcg?.results;
  if (onKvm === undefined || onTcg === undefined) return { name: trial.name, rows: [], differences };
  if (trial.isEmulated !== true && onKvm.host.accelerator !== 'kvm')
    differences.push(`not on KVM: ${onKvm.host.acceleratorReason}`);
  return {
    name: trial.name,
    rows: [...bootRows(onKvm, onTcg, trial), ...testRows(onKvm, onTcg)],
    differences: [...differences, ...(kvm?.clockLines ?? []).map((line) => `a clock went wrong: ${line}`)],
  };
}

function problemsOf(name: string, { exitStatus }: Trial, outcome: TrialOutcome | undefined): readonly string[] {
  if (outcome === undefined) return [`${name}: it did not run`];
  const { end, results } = outcome;
  return [
    ...(end.exitStatus === exitStatus ? [] : [`${name}: expected exit status ${exitStatus}, found ${end.exitStatus}`]),
    ...(results === undefined ? [`${name}: no results`] : []),
  ];
}

function bootRows(
  onKvm: Results,
  onTcg: Results,
  { losesKvm: isLost = false }: { readonly losesKvm?: boolean },
): readonly ComparedRow[] {
  return onKvm.cells.map(({ id, boot }) => {
    const other = onTcg.cells.find((cell) => cell.id === id)?.boot;
    const notes = boot.notes ?? [];
    return {
      what: `boot of ${id}`,
      found: boot.outcome,
      start: boot.bootedAt === undefined ? 'boot' : 'kept',
      // A machine of an earlier run took no time.
      kvmMs: boot.bootedAt === undefined ? boot.durationMs : undefined,
      tcgMs: other === undefined || other.bootedAt !== undefined ? undefined : other.durationMs,
      differences: [
        ...(boot.outcome === other?.outcome
          ? []
          : [`expected ${other?.outcome ?? 'no boot'}, found ${boot.outcome}: ${boot.failure?.message ?? ''}`]),
        ...(isLost ? notes.filter((note) => !lostKvm.test(note)) : notes),
        ...(isLost && !notes.some((note) => lostKvm.test(note)) ? ['expected that KVM is lost, found no note'] : []),
      ],
    };
  });
}

const lostKvm = /^KVM was lost at .* on TCG: /;

function testRows(onKvm: Results, onTcg: Results): readonly ComparedRow[] {
  const keyOf = ({ cell, id }: TestResult): string => `${cell} ${id}`;
  const others = new Map(onTcg.tests.map((test) => [keyOf(test), test]));
  const rows = onKvm.tests.map((test) => testRow(test, others.get(keyOf(test))));
  const known = new Set(onKvm.tests.map(keyOf));
  const missing = onTcg.tests.filter((test) => !known.has(keyOf(test)));
  return [
    ...rows,
    ...missing.map(({ id, durationMs, start }) => ({
      what: id,
      found: 'not run',
      start,
      kvmMs: undefined,
      tcgMs: durationMs,
      differences: ['expected a verdict on KVM, found none'],
    })),
  ];
}

function testRow(test: TestResult, other: TestResult | undefined): ComparedRow {
  return {
    what: test.id,
    found: test.outcome,
    start: test.start,
    kvmMs: test.durationMs,
    tcgMs: other?.durationMs,
    differences: other === undefined ? ['expected no such test: TCG had none'] : differencesOf(test, other),
  };
}

function differencesOf(test: TestResult, other: TestResult): readonly string[] {
  const differences: string[] = [];
  const compare = (what: string, found: string, expected: string, why: string): void => {
    if (found !== expected) differences.push(`expected ${what}${expected} as on TCG, found ${found}${why}`);
  };
  compare('', wordsOf(test), wordsOf(other), `: ${test.reason}`);
  compare('a start as ', test.start, other.start, `: ${test.startReason}`);
  compare('the report ', titleOf(test), titleOf(other), '');
  return differences;
}

function wordsOf({ outcome, ok }: TestResult): string {
  return `${outcome} (${ok ? 'ok' : 'not ok'})`;
}

/** Two clocks of the kernel tell of a processor that is stuck. Which of them is first depends on the host's load. */
function titleOf({ findings }: TestResult): string {
  return (
    findings[0]?.title.replace(/^(?:BUG: soft lockup|INFO: rcu detected stall) in /, 'a stuck processor in ') ?? 'none'
  );
}

export function isAsExpected(compared: readonly ComparedTrial[]): boolean {
  return compared.every(
    ({ differences, rows }) => differences.length === 0 && rows.every((row) => row.differences.length === 0),
  );
}
