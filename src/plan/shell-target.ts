import type { Suite, SuiteTest } from '../suite/suite.ts';
import { listCells } from './list-plan.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { Cell, Plan, PlannedTest } from './plan.ts';

/** The machine for a shell. */
export interface ShellTarget {
  readonly cell: Cell;
  readonly planned: PlannedTest;
  /** False: `planned` is any test of the suite, stripped of its own parts. */
  readonly hasTest: boolean;
}

/** `isWhole`: the suite's machine, not that of a test. The plan must have one cell, and else one test. */
export function shellTarget(
  plan: Plan,
  isWhole: boolean,
):
  | { readonly kind: 'target'; readonly target: ShellTarget }
  | { readonly kind: 'problem'; readonly problem: PlanProblem } {
  const [cell, ...others] = plan.cells;
  const planned = plan.tests.find((test) => test.cell === cell);
  if (cell === undefined || planned === undefined) {
    return {
      kind: 'problem',
      problem: {
        message: 'expected a suite with a test, found none in it',
        hint: 'A test is a directory with an executable run.',
      },
    };
  }
  if (others.length > 0) {
    const message = [`expected one cell, found ${plan.cells.length}:`, ...listCells(plan.cells)].join('\n');
    return {
      kind: 'problem',
      problem: { message, hint: 'Choose one kernel with --kernel and one machine with --machine.' },
    };
  }
  if (!isWhole && plan.tests.length > 1) return { kind: 'problem', problem: wordSeveral(plan.tests) };
  return {
    kind: 'target',
    target: {
      cell,
      planned: isWhole ? { ...planned, id: planned.suite.name, test: bare(planned.suite, planned.test) } : planned,
      hasTest: !isWhole,
    },
  };
}

/** The tests of one directory are the rows of its table. */
function wordSeveral(tests: readonly PlannedTest[]): PlanProblem {
  const names = tests.slice(0, maxNamed).map(({ test }) => test.name);
  const more = tests.length > maxNamed ? ` and ${tests.length - maxNamed} more` : '';
  return {
    message: `expected one test, found ${tests.length}, one for each row of info/each: ${names.join(', ')}${more}`,
    hint: `Name one of them: SUITE/${names[0] ?? ''}`,
  };
}

const maxNamed = 10;

/** A test without its own parts. */
function bare(suite: Suite, test: SuiteTest): SuiteTest {
  return {
    ...test,
    name: '',
    directory: suite.directory,
    qemuArgs: [],
    start: 'auto',
    devices: [],
    faults: [],
    setup: undefined,
    teardown: undefined,
    dataDirectory: undefined,
    row: undefined,
  };
}
