import { describe, expect, it } from 'vitest';
import { pageContents } from '../../../../src/report/html/page-contents.ts';
import { kindOf, matchingTests, noFilter } from '../../../../src/report/html/page-filter.ts';
import { fileLink, formatPlace, parsePlace } from '../../../../src/report/html/page-place.ts';
import { cell, results, test } from '../sample-results.ts';
import { mixedFiles, mixedResults } from './sample-directory.ts';

const files = mixedFiles();
const data = pageContents(mixedResults(), { readLog: (path) => files[path], filesAt: '' });
const crashed = data.tests.findIndex(({ outcome }) => outcome === 'crash');

describe('places', () => {
  it('are written as paths in the results', () => {
    expect(formatPlace({ kind: 'test', test: crashed }, data)).toBe('debian-6.12-small/edu/dma-past-mask');
    expect(
      formatPlace(
        { kind: 'test', test: crashed, line: { path: 'debian-6.12-small/edu/dma-past-mask/console.log', number: 812 } },
        data,
      ),
    ).toBe('debian-6.12-small/edu/dma-past-mask/console.log:812');
    expect(formatPlace({ kind: 'overview' }, data)).toBe('');
  });

  it('are found again', () => {
    for (const place of [
      { kind: 'test', test: crashed },
      { kind: 'test', test: crashed, line: { path: 'debian-6.12-small/edu/dma-past-mask/logs/run.log', number: 1 } },
    ] as const) {
      expect(parsePlace(`#${formatPlace(place, data)}`, data)).toEqual(place);
    }
  });

  it.each(['', '#', '#nothing', '#debian-6.12-small', '#%', '#debian-6.12-small/edu/dma-past:1'])(
    '%j is the overview',
    (hash) => {
      expect(parsePlace(hash, data)).toEqual({ kind: 'overview' });
    },
  );
});

describe('the filter', () => {
  const names = (filter: Partial<typeof noFilter>): readonly string[] =>
    [...matchingTests(data, { ...noFilter, ...filter })].map(
      (index) => `${data.tests[index]?.id ?? ''} ${data.cells[data.tests[index]?.cell ?? 0]?.label ?? ''}`,
    );

  it('lets everything pass when it is empty', () => {
    expect(names({})).toHaveLength(48);
    expect(names({ text: '  ' })).toHaveLength(48);
  });

  it('wants all words, in any case, wherever they stand', () => {
    expect(names({ text: 'NULL 6.12 big' })).toEqual(['edu/dma-past-mask debian:6.12 · big']);
    expect(names({ text: 'driver/edu.c:214' })).toHaveLength(2);
    expect(names({ text: 'stopped answering' })).toEqual(['edu/irq-lost debian:6.1 · big']);
  });

  it('finds the tags and the row of a test', () => {
    const small = cell('debian:6.12', 'small');
    const row = { outcome: 'fail', ok: false, tags: ['slow'], parameters: { SIZE: '4096' } } as const;
    const page = pageContents(results([small], [test('edu/a', small.id), test('edu/dma@4096', small.id, row)]), {
      readLog: () => undefined,
      filesAt: '',
    });
    for (const text of ['slow', 'size=4096'])
      expect([...matchingTests(page, { ...noFilter, text })].map((index) => page.tests[index]?.id)).toEqual([
        'edu/dma@4096',
      ]);
  });

  it('knows outcomes as they are shown', () => {
    expect(names({ kinds: new Set(['unexpected', 'hang']) })).toEqual([
      'edu/reset debian:6.1 · small',
      'edu/irq-lost debian:6.1 · big',
    ]);
    expect(names({ kinds: new Set(['xfail']), cell: 2 })).toEqual(['edu/leak debian:6.12 · small']);
  });

  it('a test that should have failed is not as expected, a flaky one stands out', () => {
    const base = { id: 'a/b', cell: 0, durationMs: 1, brief: '' } as const;
    expect([
      kindOf({ ...base, outcome: 'pass', ok: false }),
      kindOf({ ...base, outcome: 'skip', ok: false }),
      kindOf({ ...base, outcome: 'pass', ok: true, flaky: true }),
      kindOf({ ...base, outcome: 'crash', ok: true }),
    ]).toEqual(['unexpected', 'unexpected', 'flaky', 'xfail']);
  });
});

describe('links to files', () => {
  it('stay in the results', () => {
    expect(fileLink('cell/edu/a b/x#y?.txt', '')).toBe('./cell/edu/a%20b/x%23y%3F.txt');
    expect(fileLink('javascript:alert(1)', '')).toBe('./javascript%3Aalert(1)');
    expect(fileLink('cell/x', '../out')).toBe('../out/cell/x');
    for (const path of ['../x', 'a/../../x', '/etc/passwd', '', 'a//b', './x'])
      expect(fileLink(path, '')).toBeUndefined();
  });
});
