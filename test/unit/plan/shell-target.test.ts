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

  it('is one: a test with a table needs a row', () => {
    const row = (name: string): ReturnType<typeof suiteTest> =>
      suiteTest('/w/edu', `dma@${name}`, {
        directory: '/w/edu/dma',
        row: { name, variables: new Map(), file: '/w/edu/dma/info/each', line: 2 },
      });
    const table = { ...edu, tests: Array.from({ length: 12 }, (_, index) => row(`${index}`)) };
    expect(shellTarget(planOf([table], { tests: ['edu/dma'] }), false)).toEqual({
      kind: 'problem',
      problem: {
        message:
          'expected one test, found 12, one for each row of info/each: dma@0, dma@1, dma@2, dma@3, dma@4, dma@5, ' +
          'dma@6, dma@7, dma@8, dma@9 and 2 more',
        hint: 'Name one of them: SUITE/dma@0',
      },
    });
    expect(shellTarget(planOf([table], { tests: ['edu/dma@11'] }), false)).toMatchObject({
      target: { hasTest: true, planned: { id: 'edu/dma@11' } },
    });
    expect(shellTarget(planOf([table]), true)).toMatchObject({ target: { planned: { test: { row: undefined } } } });
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
