import { findBugs } from '../../diagnose/find-bugs.ts';
import type { Finding } from '../../diagnose/finding.ts';
import { judge } from '../../diagnose/judge.ts';
import type { JudgingRules, Verdict } from '../../diagnose/verdict.ts';
import { readTextInside } from '../../host/files/read-inside.ts';
import { maxLogBytes } from '../../run/evidence/evidence.ts';
import { readEvidence, readPointTexts } from '../../run/evidence/read-evidence.ts';
import type { BootConsole, Judge, JudgeJob } from './judge.ts';

/** A message to a judging thread. */
export type JudgeQuestion =
  | { readonly kind: 'judge'; readonly job: JudgeJob }
  | { readonly kind: 'find-bugs'; readonly boot: BootConsole };

/** The places of the suite's patterns, in the order in which `watchPatterns` numbers them from 1. */
export function patternPlaces({ expectation, expectConsole }: JudgingRules): readonly string[] {
  const title =
    expectation.kind === 'crash' && expectation.title !== undefined
      ? [`the pattern /${expectation.title.source}/ of info/expect-failure`]
      : [];
  return [
    ...expectConsole.map(({ file, line, pattern }) => `${file}:${line}: the pattern /${pattern.source}/`),
    ...title,
  ];
}

/** The same rules with patterns that report their number when they start and 0 when they end. */
export function watchPatterns(
  { expectation, expectConsole, ...rest }: JudgingRules,
  at: (step: number) => void,
): JudgingRules {
  const watch = (pattern: RegExp, step: number): RegExp =>
    new WatchedPattern(
      pattern,
      () => at(step),
      () => at(0),
    );
  const title = expectation.kind === 'crash' ? expectation.title : undefined;
  return {
    ...rest,
    expectConsole: expectConsole.map((line, index) => ({ ...line, pattern: watch(line.pattern, index + 1) })),
    expectation: title === undefined ? expectation : { kind: 'crash', title: watch(title, expectConsole.length + 1) },
  };
}

/** A pattern that reports the start and end of each use. */
class WatchedPattern extends RegExp {
  readonly #begin: () => void;
  readonly #end: () => void;

  constructor(pattern: RegExp, begin: () => void, end: () => void) {
    super(pattern.source, pattern.flags);
    this.#begin = begin;
    this.#end = end;
  }

  override exec(text: string): RegExpExecArray | null {
    this.#begin();
    const found = super.exec(text);
    this.#end();
    return found;
  }
}

/** Judges in this thread, in one go. */
export function judgeHere({ resultsDirectory, record, rules, bootFingerprints, today }: JudgeJob): Verdict {
  const { point } = rules;
  const texts = {
    ...readEvidence(resultsDirectory, record),
    ...(point === undefined ? {} : { point: readPointTexts(resultsDirectory, record, point.baseline) }),
  };
  return judge({ record, texts, rules }, { bootFingerprints: new Set(bootFingerprints), today });
}

export function findBugsHere({ resultsDirectory, consolePath }: BootConsole): readonly Finding[] {
  return findBugs(readTextInside(resultsDirectory, consolePath, maxLogBytes) ?? '');
}

/** For processes in which nothing else waits for this thread. */
export const localJudge: Judge = {
  judge: (job) => Promise.resolve().then(() => judgeHere(job)),
  findBugs: (boot) => Promise.resolve().then(() => findBugsHere(boot)),
};
