/** Paints text for a terminal, or leaves it as it is. */
export interface Style {
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly bold: Paint;
  readonly dim: Paint;
}

export type Paint = (text: string) => string;

export function createStyle(color: boolean): Style {
  const paint =
    (on: number, off: number): Paint =>
    (text) =>
      color && text !== '' ? `\x1b[${on}m${text}\x1b[${off}m` : text;
  return { red: paint(31, 39), green: paint(32, 39), yellow: paint(33, 39), bold: paint(1, 22), dim: paint(2, 22) };
}

/** What the terminal reporter needs of the world. */
export interface TerminalOptions {
  readonly write: (text: string) => void;
  /** Width now; asked again before everything that is drawn. */
  readonly columns: () => number;
  readonly isTty: boolean;
  readonly color: boolean;
  /** Milliseconds on a clock that does not go back. */
  readonly now: () => number;
  /** Also says which tests begin, and on a terminal every test that ends. */
  readonly verbose: boolean;
}

/** How a finished test is shown: the outcome in the light of what was expected. */
export type Mark = 'passed' | 'skipped' | 'expected-failure' | 'not-ok';

/** What a mark is made of; events carry the outcome as a plain word. */
export interface Marked {
  readonly outcome: string;
  readonly ok: boolean;
}

export function markOf({ outcome, ok }: Marked): Mark {
  if (!ok) return 'not-ok';
  if (outcome === 'pass') return 'passed';
  return outcome === 'skip' ? 'skipped' : 'expected-failure';
}

/** One character a test. */
export const markSymbols: Readonly<Record<Mark, string>> = {
  passed: '✓',
  skipped: '-',
  'expected-failure': 'x',
  'not-ok': '✗',
};

/** The word before a test in plain output: `PASS`, `XFAIL` for an expected failure, `NOT OK` for a pass that is not. */
export function markWord(test: Marked): string {
  const mark = markOf(test);
  if (mark === 'expected-failure') return 'XFAIL';
  if (mark === 'not-ok' && test.outcome === 'pass') return 'NOT OK';
  return test.outcome.toUpperCase();
}

export function paintMark(mark: Mark, text: string, style: Style): string {
  switch (mark) {
    case 'passed':
      return style.green(text);
    case 'skipped':
      return style.dim(text);
    case 'expected-failure':
      return style.yellow(text);
    case 'not-ok':
      return style.red(text);
  }
}

/** `12 ok`, `11 ok, 1 not`. */
export function countMarks(tests: readonly Marked[]): string {
  const notOk = tests.filter((test) => !test.ok).length;
  return notOk === 0 ? `${tests.length} ok` : `${tests.length - notOk} ok, ${notOk} not`;
}

/** One symbol a test when they fit, else how many of each. */
export function drawMarks(
  tests: readonly Marked[],
  columns: number,
): readonly { readonly mark: Mark; readonly text: string }[] {
  const marks = tests.map(markOf);
  if (marks.length <= columns) return marks.map((mark) => ({ mark, text: markSymbols[mark] }));
  const kinds: readonly Mark[] = ['passed', 'not-ok', 'expected-failure', 'skipped'];
  return kinds
    .map((mark) => ({ mark, count: marks.filter((other) => other === mark).length }))
    .filter(({ count }) => count > 0)
    .map(({ mark, count }, index) => ({ mark, text: `${index === 0 ? '' : ' '}${count}${markSymbols[mark]}` }));
}
