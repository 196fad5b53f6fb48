import { describe, expect, it } from 'vitest';
import { selftestAnnotations, selftestMarkdown } from '../../../src/action/selftest-step.ts';
import type { SelftestRow, SelftestVerdict } from '../../../src/app/selftest/compare.ts';
import { cell, results } from '../report/sample-results.ts';

const some = results([cell('debian:6.12', 'default')], []);
const right: SelftestRow = { id: 'machine/pass', shows: 'a pass', start: 'clone', found: 'pass', differences: [] };
const wrong: SelftestRow = {
  id: 'machine/forged',
  shows: 'a forged verdict',
  start: 'cold',
  found: 'pass | <img>',
  differences: ['expected fail, found pass: ::error::@everyone', 'expected a start as clone, found cold'],
};

describe('the report of a self-test', () => {
  it('says that all is well, with the verdicts folded', () => {
    const verdict: SelftestVerdict = { kind: 'right', rows: [right] };
    const text = selftestMarkdown(verdict, some);
    expect(text).toMatch(/^### Self-test\n\n✅ All 1 verdicts of the self-test are as expected \(\w+, [^)]+\)\.\n/);
    expect(text).toContain('<details><summary>All verdicts</summary>');
    expect(text).toContain('| ✅ | a pass | clone | `pass` | `machine/pass` |  |');
    expect(selftestAnnotations(verdict)).toEqual([]);
  });

  it('has an annotation for each verdict that is not the expected one, and no markup of a guest', () => {
    const verdict: SelftestVerdict = { kind: 'wrong', rows: [right, wrong] };
    const text = selftestMarkdown(verdict, some);
    expect(text).toContain('❌ 1 of 2 verdicts of the self-test are not as expected');
    expect(text).toContain(
      '| ❌ | a forged verdict | cold | `pass ¦ <img>` | `machine/forged` | ' +
        '`expected fail, found pass: ::error::@everyone`<br>`expected a start as clone, found cold` |',
    );
    expect(selftestAnnotations(verdict)).toEqual([
      {
        level: 'error',
        file: undefined,
        line: undefined,
        title: 'Self-test: machine/forged',
        message:
          'a forged verdict: expected fail, found pass: ::error::@everyone; expected a start as clone, found cold',
      },
    ]);
  });

  it('says why nothing can be concluded', () => {
    const verdict: SelftestVerdict = { kind: 'undecided', reason: 'the kernel of debian:6.12 did not boot' };
    expect(selftestMarkdown(verdict, some)).toBe(
      '### Self-test\n\n❌ The self-test says nothing: the kernel of debian:6.12 did not boot\n',
    );
    expect(selftestAnnotations(verdict)).toMatchObject([
      { title: 'Nothing could be concluded', message: 'the kernel of debian:6.12 did not boot' },
    ]);
  });
});
