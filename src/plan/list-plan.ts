import type { Suite } from '../suite/suite.ts';
import { shellJoin, shellQuote } from '../text/shell-quote.ts';
import type { Cell, Plan, PlannedTest } from './plan.ts';

/** The output of `list`, as lines: each suite with its cells and tests. */
export function listPlan(plan: Plan): readonly string[] {
  const suites = [...new Set(plan.tests.map(({ suite }) => suite))];
  return suites.flatMap((suite, index) => [...(index === 0 ? [] : ['']), ...listSuite(suite, plan)]);
}

function listSuite(suite: Suite, plan: Plan): readonly string[] {
  const planned = plan.tests.filter((test) => test.suite === suite);
  const cells = [...new Set(planned.map(({ cell }) => cell))];
  const tests = planned.filter(({ cell }) => cell === cells[0]);
  return [
    `${suite.name}: ${counted(tests.length, 'test')} × ${counted(cells.length, 'cell')} = ${planned.length}`,
    '  cells',
    ...listCells(cells),
    '  tests',
    ...aligned(tests.map((test) => [test.id, describeTest(test)])),
  ];
}

/** The cells, one per line. */
export function listCells(cells: readonly Cell[]): readonly string[] {
  return aligned(cells.map((cell) => [cell.id, describeCell(cell)]));
}

function describeCell({ kernel, machine, qemu }: Cell): string {
  return [kernel.text, `QEMU ${qemu.text}`, shellJoin(machine.args)].filter((part) => part !== '').join(' · ');
}

/** The first line of the description, the row's values, any deviation from the defaults, and the tags. */
function describeTest({ test }: PlannedTest): string {
  const [summary = ''] = test.description.split('\n');
  const expected = test.expectation.kind === 'pass' ? '' : 'expected to fail';
  const tags = test.tags.length === 0 ? '' : `[${test.tags.join(' ')}]`;
  const row = [...(test.row?.variables ?? [])].map(([name, value]) => shellQuote(`${name}=${value}`)).join(' ');
  return [summary, row, expected, tags].filter((part) => part !== '').join(' · ');
}

function aligned(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `    ${first.padEnd(width)}  ${second}`.trimEnd());
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
