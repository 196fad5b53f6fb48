import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { type Ktap, parseKtap } from '../../../src/diagnose/ktap/ktap-reader.ts';

// Real logs with what is known of them, beside the repository; some may not be published with it, so they are not in
// it.
const corpus = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const present = existsSync(corpus);
if (!present)
  console.log(`SKIPPED: the corpus of console logs is not at ${corpus}: recall and false alarms were not measured`);

interface CrashRow {
  readonly file: string;
  readonly class: string;
  readonly core: boolean;
  readonly title: string;
  readonly alt_titles: readonly string[];
  readonly title_scored: boolean;
}

interface CleanRow {
  readonly file: string;
  readonly tier: string;
}

interface TapRow {
  readonly file: string;
  readonly kind: string;
  readonly asserted: {
    readonly status?: string;
    readonly counts?: Readonly<Record<string, number>>;
    readonly ok?: boolean;
    readonly count?: number;
  };
  readonly reference?: { readonly status: string; readonly counts: Readonly<Record<string, number>> };
  readonly toplevel_derived?: { readonly passed: number; readonly failed: number; readonly skipped: number } | null;
}

interface Rows {
  readonly crash: CrashRow;
  readonly clean: CleanRow;
  readonly ktap: TapRow;
}

function rows<Folder extends keyof Rows>(folder: Folder): readonly Rows[Folder][] {
  // The corpus describes its own format; a wrong row fails the scores below.
  return readFileSync(`${corpus}${folder}/expected.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Rows[Folder]);
}

function log(folder: string, file: string): string {
  return readFileSync(`${corpus}${folder}/${file}`).toString('utf8');
}

class Score {
  readonly misses: string[] = [];
  total = 0;

  add(hit: boolean, miss: string): void {
    this.total += 1;
    if (!hit) this.misses.push(miss);
  }

  get percent(): number {
    return (100 * (this.total - this.misses.length)) / this.total;
  }

  toString(): string {
    return (
      `${this.total - this.misses.length} of ${this.total} (${this.percent.toFixed(1)} ` +
      `%)${this.misses.length === 0 ? '' : `, not ${this.misses.join(', ')}`}`
    );
  }
}

function scores(): { readonly of: (name: string) => Score; readonly all: ReadonlyMap<string, Score> } {
  const all = new Map<string, Score>();
  return {
    all,
    of: (name) => {
      const score = all.get(name) ?? new Score();
      all.set(name, score);
      return score;
    },
  };
}

function print(title: string, all: ReadonlyMap<string, Score>): void {
  console.log(
    [
      title,
      ...[...all]
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([name, score]) => `  ${name.padEnd(24)} ${score.toString()}`),
    ].join('\n'),
  );
}

/** Without what differs between kernels and runs: numbers, addresses, offsets, compilers' suffixes, leading `__`. */
function normalised(title: string): string {
  return title
    .toLowerCase()
    .replace(/\+0x[\da-f]+\/0x[\da-f]+/g, '')
    .replace(/\.(?:part|isra|constprop|cold)(?:\.\d+)*/g, '')
    .replace(/\b0x[\da-f]+\b|\baddr\b|\bnum\b|\d+/g, '')
    .replace(/(?<![a-z])__(?=[a-z])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

describe.skipIf(!present)('console logs with a kernel bug', () => {
  const found = present ? rows('crash').map((row) => ({ row, bugs: findBugs(log('crash', row.file)) })) : [];

  test('99 % are seen, and no class of five or more under 95 %', () => {
    const { of, all } = scores();
    const total = new Score();
    for (const { row, bugs } of found.filter(({ row: { core } }) => core)) {
      of(row.class).add(bugs.length > 0, row.file);
      total.add(bugs.length > 0, row.file);
    }
    print('recall by class', new Map([...all, ['total', total]]));
    expect(total.percent).toBeGreaterThanOrEqual(99);
    expect([...all].filter(([, score]) => score.total >= 5 && score.percent < 95).map(([name]) => name)).toEqual([]);
  });

  test('90 % have the title that syzbot gives them', () => {
    const score = new Score();
    for (const { row, bugs } of found.filter(({ row: { title_scored } }) => title_scored)) {
      const title = normalised(bugs[0]?.title ?? '');
      score.add(
        [row.title, ...row.alt_titles].some((expected) => normalised(expected) === title),
        row.file,
      );
    }
    print('titles', new Map([['first finding', score]]));
    expect(score.percent).toBeGreaterThanOrEqual(90);
  });

  test('everything found has a fingerprint, a text and a place', () => {
    const odd = found.flatMap(({ row, bugs }) =>
      bugs
        .filter(
          ({ fingerprint, report, line, lastLine }) =>
            fingerprint === '' || report === '' || line < 1 || lastLine < line,
        )
        .map(() => row.file),
    );
    expect(odd).toEqual([]);
  });
});

describe.skipIf(!present)('console logs without a kernel bug', () => {
  test('raise no alarm on boots and test runs, at most one on all others', () => {
    const { of, all } = scores();
    for (const { file, tier } of rows('clean')) of(tier).add(findBugs(log('clean', file)).length === 0, file);
    print('quiet by tier', all);
    const alarms = (tiers: (tier: string) => boolean): readonly string[] =>
      [...all].flatMap(([tier, score]) => (tiers(tier) ? score.misses : []));
    expect(alarms((tier) => tier === 'boot' || tier === 'test-run')).toEqual([]);
    expect(alarms((tier) => tier !== 'boot' && tier !== 'test-run').length).toBeLessThanOrEqual(1);
  });
});

const statusOfKunit: Readonly<Record<string, Ktap['status']>> = {
  SUCCESS: 'pass',
  FAILURE: 'fail',
  TEST_CRASHED: 'crash',
  SKIPPED: 'skip',
  NO_TESTS: 'no-tests',
  FAILURE_TO_PARSE_TESTS: 'not-tap',
};
const countsOfKunit = { passed: 'pass', failed: 'fail', crashed: 'crash', skipped: 'skip', errors: 'error' } as const;

function agreesWithKunit(row: TapRow, ktap: Ktap): boolean {
  const { status, counts } = row.reference ?? row.asserted;
  const sameStatus = status === undefined || statusOfKunit[status] === ktap.status;
  return (
    sameStatus &&
    Object.entries(countsOfKunit).every(
      ([theirs, ours]) => counts?.[theirs] === undefined || counts[theirs] === ktap.counts[ours],
    )
  );
}

function agreesAtTopLevel({ toplevel_derived: expected }: TapRow, { tests }: Ktap): boolean {
  const number = (status: string): number => tests.filter((one) => one.status === status).length;
  return (
    number('pass') === (expected?.passed ?? 0) &&
    number('fail') === (expected?.failed ?? 0) &&
    number('skip') === (expected?.skipped ?? 0)
  );
}

function agreesOnTap({ asserted }: TapRow, { status, tests }: Ktap): boolean {
  const reported = tests.filter(({ reason }) => reason === undefined || !reason.includes('gave no result')).length;
  const well =
    status === 'pass' || status === 'skip' || status === 'no-tests' || (status === 'not-tap' && asserted.count === 0);
  return well === asserted.ok && reported === asserted.count;
}

describe.skipIf(!present)('(K)TAP', () => {
  test("all of KUnit's statuses and counts, all of kselftest's verdicts, 97 % of TAP", () => {
    const { of, all } = scores();
    for (const row of rows('ktap')) {
      const ktap = parseKtap(log('ktap', row.file));
      if (row.kind === 'kunit') of('kunit').add(agreesWithKunit(row, ktap), row.file);
      if (row.kind === 'kselftest') of('kselftest').add(agreesAtTopLevel(row, ktap), row.file);
      if (row.kind === 'tap') of('tap').add(agreesOnTap(row, ktap), row.file);
    }
    print('(K)TAP', all);
    expect(of('kunit').misses).toEqual([]);
    expect(of('kselftest').misses).toEqual([]);
    expect(of('tap').percent).toBeGreaterThanOrEqual(97);
  });
});
