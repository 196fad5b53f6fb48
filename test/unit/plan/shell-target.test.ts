import { describe, expect, it } from 'vitest';
import { shellTarget } from '../../../src/plan/shell-target.ts';
import { planOf, suite, suiteTest } from './plan-request.ts';

const edu = {
  ...suite('/w/edu', []),
  tests: [
    suiteTest('/w/edu', 'probe', {
      qemuArgs: ['-m', '512'],
      start: 'cold',
      setup: '/w/edu/probe/setup',
      dataDirectory: '/w/edu/probe/data',
    }),
  ],
};

describe('the machine that a shell is opened on', () => {
  it("is the test's, with all that is its own", () => {
    const plan = planOf([edu]);
    const [planned] = plan.tests;
    expect(shellTarget(plan, false)).toEqual({
      kind: 'target',
      target: { cell: plan.cells[0], planned, hasTest: true },
    });
  });

  it("is the suite's, without the additions of a test", () => {
    const found = shellTarget(planOf([edu]), true);
    expect(found).toMatchObject({
      kind: 'target',
      target: {
        hasTest: false,
        planned: {
          id: 'edu',
          suite: { name: 'edu' },
          test: { name: '', qemuArgs: [], start: 'auto', setup: undefined, dataDirectory: undefined },
        },
      },
    });
  });

  it('is one: several cells are a problem that names them', () => {
    const plan = planOf([edu]);
    const [cell] = plan.cells;
    if (cell === undefined) throw new Error('expected a cell');
    const other = { ...cell, id: 'another' };
    expect(shellTarget({ ...plan, cells: [cell, other] }, false)).toMatchObject({
      kind: 'problem',
      problem: {
        message: expect.stringMatching(/^expected one cell, found 2:\n +\S+ [^\n]+\n +another [^\n]+$/) as unknown,
        hint: 'Choose one kernel with --kernel and one machine with --machine.',
      },
    });
  });
});
