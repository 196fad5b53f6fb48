import { expect, it } from 'vitest';
import { pageFailures } from '../../../../src/report/html/page-failures.ts';
import { cell, results, test } from '../sample-results.ts';

it('a reason of several lines keeps them, each made safe to show, and not more than four', () => {
  const small = cell('debian:6.12', 'small');
  const reason = `driver/x.c:4: error: undeclared\nthe modules did not build\u202e\n${'more\n'.repeat(10)}`;
  const { failures } = pageFailures(
    results([small], [test('edu/a', small.id, { ok: false, outcome: 'error', reason, findings: [] })]),
  );
  expect(failures[0]?.reason.split('\n')).toEqual([
    'driver/x.c:4: error: undeclared',
    expect.stringMatching(/^the modules did not build[^\u202e]+$/),
    'more',
    'more',
  ]);
});
