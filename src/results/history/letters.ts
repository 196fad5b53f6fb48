import type { Outcome } from '../../diagnose/verdict.ts';

/** A letter for what a test came to. Upper case: not as expected. */
export const letterOfKind = {
  crash: 'C',
  hang: 'H',
  timeout: 'T',
  fail: 'F',
  error: 'E',
  unexpected: 'U',
  flaky: '~',
  xfail: 'x',
  skip: 's',
  pass: 'p',
  'not run': '.',
} as const;
export type HistoryKind = keyof typeof letterOfKind;

/** The last commits, whose durations the page has: "slower" compares with these. */
export const timedCommits = 100;

const kinds: ReadonlyMap<string, HistoryKind> = new Map(
  Object.entries(letterOfKind).map(([kind, letter]) => [letter, kind as HistoryKind]),
);

/** Anything that is no letter of ours counts as not run. */
export function kindOfLetter(letter: string): HistoryKind {
  return kinds.get(letter) ?? 'not run';
}

interface Judged {
  readonly outcome: Outcome;
  readonly ok: boolean;
  readonly flaky?: boolean;
}

/** The letter of a test that was run. */
export function letterOf({ outcome, ok, flaky }: Judged): string {
  if (flaky === true) return letterOfKind.flaky;
  const isQuiet = outcome === 'pass' || outcome === 'skip';
  if (ok) return letterOfKind[isQuiet ? outcome : 'xfail'];
  return letterOfKind[isQuiet ? 'unexpected' : outcome];
}

/** Whether a letter says that a test was as expected. */
export function isGood(letter: string): boolean {
  return letter >= 'a' && letter <= 'z';
}

/** Whether a letter says that a test was not as expected, each time. */
export function isBad(letter: string): boolean {
  return letter >= 'A' && letter <= 'Z';
}

/** What several runs of one commit say of a test, from the newest on: the newest verdict, or that they disagree. */
export function joinLetters(letters: readonly string[]): string {
  const run = letters.filter((letter) => letter !== letterOfKind['not run']);
  const judged = run.filter((letter) => letter !== letterOfKind.error);
  const [newest = run[0] ?? letterOfKind['not run']] = judged;
  const isSure = judged.every((letter) => letter !== letterOfKind.flaky && isGood(letter) === isGood(newest));
  return isSure ? newest : letterOfKind.flaky;
}
