import type { AttemptEntry } from '../record/entries.ts';
import { plannedEntry } from './run-header.ts';
import type { LaterTest, LaterTests, Run } from './run.ts';

/** Plans more tests from what became of those of the plan. */
export type LaterPlan = (ended: readonly AttemptEntry[]) => readonly LaterTest[];

/** Later tests are told before they run, as the tests of the plan are: to the record, and to the listener. */
export function laterTests(
  { record, listener, choices, cwd }: Pick<Run, 'record' | 'listener' | 'choices'> & { readonly cwd: string },
  plan: LaterPlan,
): LaterTests {
  return async (ended) => {
    const later = plan(ended);
    if (later.length === 0) return [];
    await record.append({ entry: 'tests', tests: later.map(({ planned }) => plannedEntry(planned, { choices, cwd })) });
    listener({ kind: 'run-more', tests: later.length * choices.repeat });
    return later;
  };
}
