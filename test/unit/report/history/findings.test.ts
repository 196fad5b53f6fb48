// cspell:ignore ppxx fpppppp fppp
import { describe, expect, it } from 'vitest';
import { renderBadge } from '../../../../src/report/history/badge.ts';
import { brokenRows, flakyRows, slowerRows } from '../../../../src/report/history/findings.ts';
import { kernelSupport, supportWords } from '../../../../src/report/history/kernel-support.ts';
import { commitOf, daysOf, record, viewOf } from './sample-history.ts';

describe('what broke', () => {
  const broken = (letters: string): unknown => {
    const view = viewOf(daysOf(letters));
    const day = (at: number | undefined): number | undefined =>
      at === undefined ? undefined : Number(view.commits[at]?.id.slice(0, 7));
    return brokenRows(view).map(({ since, lastGood, letter }) => [day(since), day(lastGood), letter]);
  };

  it.each([
    ['passes', 'pppp', []],
    ['broke at once', 'ppFF', [[2, 1, 'F']]],
    ['crashes by now', 'ppFCC', [[2, 1, 'C']]],
    ['was repaired', 'ppFFp', []],
    ['was repaired, and broke again', 'pFFpF', [[4, 3, 'F']]],
    ['never passed', 'FFF', [[0, undefined, 'F']]],
    ['was not run in between', 'pp.F.F.', [[3, 1, 'F']]],
    ['was both in between', 'pp~F', [[3, 1, 'F']]],
    ['fails as it should', 'ppxx', []],
    ['is gone for long', `pF${'.'.repeat(31)}`, []],
  ])('a test that %s: %s', (_, letters, found) => {
    expect(broken(letters)).toEqual(found);
  });

  it('names the newest first', () => {
    const days = [0, 1, 2, 3].map((day) =>
      record({
        day,
        outcomes: { 'debian:6.1': { 'edu/a': day > 0 ? 'F' : 'p', 'edu/b': day > 2 ? 'C' : 'p' } },
      }),
    );
    expect(brokenRows(viewOf(days)).map(({ row }) => row.test)).toEqual(['edu/b', 'edu/a']);
  });

  it('looks at one branch alone', () => {
    const topic = record({
      day: 9,
      outcomes: { 'debian:6.1': { 'edu/dma': 'F' } },
      changes: { branch: 'topic' },
    });
    expect(brokenRows(viewOf([...daysOf('pp'), topic]))).toEqual([]);
  });
});

describe('what is flaky', () => {
  it.each([
    ['never fails', 'pppppppppp', undefined],
    ['failed once, which may have been real', 'pppFpppppp', undefined],
    ['failed and recovered twice', 'ppFpppFFpp', [3, 10]],
    ['was both at one commit', 'pppp~ppppp', [1, 10]],
    ['is broken now', 'ppppppppFF', undefined],
    ['was broken for long', 'pFFFFpFFFFp', undefined],
    ['failed before it ever passed', 'FFpppppppp', undefined],
    ['was not run sometimes', 'p.F.p.F.p.', [2, 5]],
  ])('a test that %s: %s', (_, letters, found) => {
    const flaky = flakyRows(viewOf(daysOf(letters))).map(({ count, judged }) => [count, judged]);
    expect(flaky).toEqual(found === undefined ? [] : [found]);
  });
});

describe('what is slower', () => {
  const timed = (durationsMs: readonly number[], changes: (day: number) => object = () => ({})): unknown =>
    slowerRows(
      viewOf(
        durationsMs.map((durationMs, day) =>
          record({ day, durationMs, outcomes: { 'debian:6.1': { 'edu/a': 'p' } }, changes: changes(day) }),
        ),
      ),
    ).map(({ lastMs, medianMs, ratio }) => [lastMs, medianMs, ratio]);

  it('is the last duration against the median of earlier ones', () => {
    expect(timed([900, 1100, 1000, 9000, 1000, 2500])).toEqual([[2500, 1000, 2.5]]);
    expect(timed([1000, 1000, 1000, 1000, 1000, 1400])).toEqual([]);
    expect(timed([10, 10, 10, 10, 10, 100])).toEqual([]);
  });

  it('needs some earlier ones, with the same accelerator', () => {
    expect(timed([1000, 1000, 1000, 1000, 2500])).toEqual([]);
    const kvmBefore = (day: number): object => ({ accelerator: day < 5 ? 'kvm' : 'tcg' });
    expect(timed([100, 100, 100, 100, 100, 2500], kvmBefore)).toEqual([]);
  });
});

describe('the kernels that a driver supports', () => {
  const days = [
    record({
      day: 1,
      outcomes: { 'debian:6.1': { 'edu/a': 'F', 'edu/b': 'p' }, 'debian:6.12': { 'edu/a': 'p', 'edu/b': 'C' } },
    }),
    record({ day: 2, outcomes: { 'debian:6.1': { 'edu/a': 'p' }, 'debian:6.2': { 'edu/a': '~' } } }),
  ];

  it('follow from the last verdict on each test', () => {
    expect(kernelSupport(viewOf(days))).toEqual([
      {
        suite: 'edu',
        kernels: [
          { kernel: 'debian:6.1', release: '6.1.0-amd64', good: 2, bad: 0, flaky: 0 },
          { kernel: 'debian:6.2', release: '6.2.0-amd64', good: 0, bad: 0, flaky: 1 },
          { kernel: 'debian:6.12', release: '6.12.0-amd64', good: 1, bad: 1, flaky: 0 },
        ],
      },
    ]);
  });

  it.each([
    [0, 0, 'no runs', 'unknown'],
    [1, 0, '1 kernel ok', 'good'],
    [5, 0, '5 kernels ok', 'good'],
    [5, 1, '5 kernels ok / 1 fails', 'bad'],
    [1, 2, '1 kernel ok / 2 fail', 'bad'],
    [0, 1, '1 kernel fails', 'bad'],
    [0, 3, '3 kernels fail', 'bad'],
  ])('%i good and %i bad ones: %s', (good, bad, message, state) => {
    const kernels = Array.from({ length: good + bad }, (_, index) => ({
      kernel: `debian:6.${index}`,
      release: '',
      good: 1,
      bad: index < good ? 0 : 1,
      flaky: 0,
    }));
    expect(supportWords([{ suite: 'edu', kernels }])).toEqual({ label: 'edu', message, state });
  });

  it('are on a badge that is valid XML and loads nothing, whatever the names are', () => {
    const badge = renderBadge({
      label: `<a href="&">${'\u{1f600}'.repeat(99)}`,
      message: '5 kernels ok',
      state: 'good',
    });
    expect(badge).toContain('&lt;a href=&quot;&amp;&quot;&gt;');
    expect(badge).not.toMatch(/<a |href="|url\((?!#)/);
    expect(badge.length).toBeLessThan(2000);
    expect(renderBadge({ label: 'edu', message: '1 kernel ok', state: 'good' })).toContain(
      'aria-label="edu: 1 kernel ok"',
    );
  });

  it('have commits with their addresses', () => {
    const [commit] = viewOf(daysOf('p', { commitsAt: 'https://example.org/o/r/commit/' })).commits;
    expect(commit?.address).toBe(`https://example.org/o/r/commit/${commitOf(0)}`);
  });
});
