import type { PlannedTest } from '../../plan/plan.ts';

/** What the programs of every stage are found by, and know of their place. */
export const everyStage: Readonly<Record<string, string>> = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/qdt/bin',
  HOME: '/root',
  TERM: 'dumb',
};

/** All that a stage sees of the outside, its row of the table first; nothing of the host's own environment is in it. */
export function stageEnvironment({ suite, test, cell }: PlannedTest): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(test.row?.variables ?? []),
    ...everyStage,
    QDT_SUITE: suite.name,
    QDT_TEST: test.name,
    QDT_CELL: cell.id,
    QDT_KERNEL: cell.kernel.text,
    QDT_ARTIFACTS: '/test/artifacts',
    QDT_MODULES: '/test/modules',
  };
}
