/** Paints text for a terminal, or leaves it plain. */
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

/** What the terminal reporter needs from its environment. */
export interface TerminalOptions {
  readonly write: (text: string) => void;
  /** The current width; read again before each drawing. */
  readonly columns: () => number;
  readonly isTty: boolean;
  readonly color: boolean;
  /** Milliseconds on a monotonic clock. */
  readonly now: () => number;
  /** Also print each test that begins, and on a terminal each test that ends. */
  readonly verbose: boolean;
}

/** How a finished test is shown: its outcome in relation to what was expected. */
export type Mark = 'passed' | 'skipped' | 'expected-failure' | 'not-ok';

/** The data behind a mark. Events carry the outcome as a plain word. */
export interface Marked {
  readonly outcome: string;
  readonly ok: boolean;
}

export function markOf({ outcome, ok }: Marked): Mark {
  if (!ok) return 'not-ok';
  if (outcome === 'pass') return 'passed';
  return outcome === 'skip' ? 'skipped' : 'expected-failure';
}

/** One character per test. */
const markSymbols: Readonly<Record<Mark, string>> = {
  passed: '✓',
  skipped: '-',
  'expected-failure': 'x',
  'not-ok': '✗',
};

/**
 * The word before a test in plain output: `PASS`, `XFAIL` for an expected failure, `NOT OK` for a pass that was not
 * expected.
 */
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

/** `12 ok`, `11 ok, 1 not ok`. */
export function countMarks(tests: readonly Marked[]): string {
  const notOk = tests.filter((test) => !test.ok).length;
  return notOk === 0 ? `${tests.length} ok` : `${tests.length - notOk} ok, ${notOk} not ok`;
}

/** A symbol per test if they fit, otherwise a count per symbol. */
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
