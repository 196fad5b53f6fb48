import type { PageData, PageTest } from './page-data.ts';

/** How a test is shown: its outcome in relation to what was expected. */
export const testKinds = [
  'crash',
  'hang',
  'timeout',
  'fail',
  'error',
  'unexpected',
  'flaky',
  'xfail',
  'skip',
  'pass',
] as const;
export type TestKind = (typeof testKinds)[number];

/** A sign per tile, so that colour is never the only difference. */
export const kindSigns: Readonly<Record<TestKind, string>> = {
  crash: 'C',
  hang: 'H',
  timeout: 'T',
  fail: 'F',
  error: 'E',
  unexpected: '!',
  flaky: '~',
  xfail: 'x',
  skip: '–',
  pass: '✓',
};

export const kindWords: Readonly<Record<TestKind, string>> = {
  crash: 'crashed',
  hang: 'hung',
  timeout: 'timed out',
  fail: 'failed',
  error: 'not judged',
  unexpected: 'passed, not ok',
  flaky: 'flaky',
  xfail: 'failed as expected',
  skip: 'skipped',
  pass: 'passed',
};

export function kindOf({ outcome, ok, flaky }: PageTest): TestKind {
  if (!ok) return outcome === 'pass' || outcome === 'skip' ? 'unexpected' : outcome;
  if (flaky === true) return 'flaky';
  return outcome === 'pass' || outcome === 'skip' ? outcome : 'xfail';
}

/** What a test came to, in words; of a point of a sweep, what the driver made of the fault. */
export function wordsOf(test: PageTest): string {
  return test.point?.outcome ?? kindWords[kindOf(test)];
}

/** Which tests are shown. */
export interface PageFilter {
  /** All of these words must match, in any case. */
  readonly text: string;
  /** Empty: all outcomes. */
  readonly kinds: ReadonlySet<TestKind>;
  /** Index of the only cell; undefined: all cells. */
  readonly cell: number | undefined;
}

export const noFilter: PageFilter = { text: '', kinds: new Set(), cell: undefined };

/** The indices of the matching tests. */
export function matchingTests(data: PageData, { text, kinds, cell }: PageFilter): ReadonlySet<number> {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = (test: PageTest): boolean =>
    (cell === undefined || test.cell === cell) &&
    (kinds.size === 0 || kinds.has(kindOf(test))) &&
    containsAll(test, words, data);
  return new Set(data.tests.flatMap((test, index) => (matches(test) ? [index] : [])));
}

function containsAll(test: PageTest, words: readonly string[], { cells }: PageData): boolean {
  if (words.length === 0) return true;
  const { detail } = test;
  const findings =
    detail?.findings.flatMap(({ kind, title, source }) => [
      kind,
      title,
      source === undefined ? '' : `${source.file}:${source.line}`,
    ]) ?? [];
  const subtests = detail?.subtests.map(({ name }) => name) ?? [];
  const devices =
    detail?.devices.flatMap(({ id, model, faults, crash }) => [
      id,
      model,
      crash?.message,
      ...faults.map(({ text: fault, said }) => `${fault} ${said}`),
    ]) ?? [];
  const described = [
    test.id,
    test.outcome,
    cells[test.cell]?.label,
    test.brief,
    test.point?.access,
    test.point?.outcome,
    test.point?.why,
    detail?.reason,
    detail?.description,
    ...findings,
    ...subtests,
    ...devices,
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => described.includes(word));
}
