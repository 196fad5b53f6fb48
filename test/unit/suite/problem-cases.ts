import { describe, expect, it } from 'vitest';
import { goodTest, parseSketch, problemsOf, type Sketch } from './memory-tree.ts';

type Entries = Readonly<Record<string, Sketch>>;

/** A suite, what lies beside it in /work, and the one problem that it has. */
export type Case = readonly [title: string, suite: Entries, problem: string, beside?: Entries];

/** A suite with a good test and these fields in info/. */
export const info = (fields: Entries): Entries => ({ t: goodTest, info: fields });
/** A suite whose test also has these entries. */
export const test = (entries: Entries): Entries => ({ t: { ...goodTest, ...entries } });
/** A suite whose test has these fields in info/. */
export const testInfo = (fields: Entries): Entries => test({ info: fields });

/** A test for each case: `check` reports its problem, to the letter, and no other. */
export function testProblems(groups: readonly (readonly [where: string, cases: readonly Case[]])[]): void {
  describe.each(groups)('problems %s', (_where, cases) => {
    for (const [title, suite, problem, beside] of cases) {
      it(title, () => {
        expect(problemsOf(parseSketch(suite, beside)).join('\n')).toBe(problem);
      });
    }
  });
}
