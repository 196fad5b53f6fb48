import { describe, expect, it } from 'vitest';
import { foldHistory } from '../../../../src/results/history/fold-history.ts';
import { joinLetters } from '../../../../src/results/history/letters.ts';
import { commitOf, record } from './sample-history.ts';

const later = '2026-06-01T00:00:00.000Z';

describe('runs put together', () => {
  it('are in the order of time, whatever the order of the files', () => {
    const runs = [3, 1, 2, 4].map((day) => record({ day, outcomes: { 'debian:6.1': { 'edu/a': 'p' } } }));
    const folded = foldHistory(runs);
    expect(folded.commits.map(({ commit }) => commit)).toEqual([1, 2, 3, 4].map(commitOf));
    expect(foldHistory(runs.toReversed())).toEqual(folded);
    expect(foldHistory([...runs.slice(2), ...runs.slice(0, 2)])).toEqual(folded);
  });

  it('have a column a commit: shards add up, and a later run of it stays in its column', () => {
    const { commits, rows } = foldHistory([
      record({ day: 1, outcomes: { 'debian:6.1': { 'edu/a': 'p' } } }),
      record({ day: 2, outcomes: { 'debian:6.1': { 'edu/a': 'F' } } }),
      record({ day: 1, outcomes: { 'debian:6.12': { 'edu/a': 'p' } } }),
      record({ day: 1, outcomes: { 'debian:6.1': { 'edu/b': 's' } }, changes: { startedAt: later } }),
    ]);
    expect(commits.map(({ runs }) => runs)).toEqual([3, 1]);
    expect(rows.map(({ test, cell, letters }) => [test, cell, letters])).toEqual([
      ['edu/a', 0, 'pF'],
      ['edu/a', 1, 'p.'],
      ['edu/b', 0, 's.'],
    ]);
  });

  it('keep a commit on two branches apart', () => {
    const outcomes = { 'debian:6.1': { 'edu/a': 'p' } };
    const { commits } = foldHistory([
      record({ day: 1, outcomes }),
      record({ day: 1, outcomes, changes: { branch: 'topic' } }),
    ]);
    expect(commits.map(({ branch }) => branch)).toEqual(['main', 'topic']);
  });

  it.each([
    ['the same twice', ['p', 'p'], 'p'],
    ['both ways', ['p', 'F'], '~'],
    ['both ways, the other order', ['C', 'p'], '~'],
    ['failures of two kinds: the newest', ['C', 'F'], 'C'],
    ['no verdict and one', ['E', 'p'], 'p'],
    ['no verdict twice', ['E', 'E'], 'E'],
    ['not run and a verdict', ['.', 'F'], 'F'],
    ['flaky by itself', ['p', '~'], '~'],
    ['nothing', [], '.'],
  ])('say of one commit: %s', (_, letters, joined) => {
    expect(joinLetters(letters)).toBe(joined);
  });

  it('know when a crash was seen first and last, and where', () => {
    const crashes = [{ fingerprint: 'oops:f', title: 'Oops in f', cells: [0], tests: [0] }];
    const outcomes = { 'debian:6.1': { 'edu/a': 'C' } };
    const folded = foldHistory(
      [1, 2, 3, 4].map((day) => record({ day, outcomes, changes: day === 1 || day === 4 ? {} : { crashes } })),
    );
    expect(folded.crashes).toEqual([
      { fingerprint: 'oops:f', title: 'Oops in f', commits: [1, 2], cells: ['debian-6.1-small'], tests: ['edu/a'] },
    ]);
  });

  it('have coverage where it changed', () => {
    const outcomes = { 'debian:6.1': { 'edu/a': 'p' } };
    const folded = foldHistory(
      [5, 5, 7, 7].map((touched, day) =>
        record({ day, outcomes, changes: { coverage: [{ name: 'registers', touched, all: 9 }] } }),
      ),
    );
    expect(folded.coverage).toEqual([
      {
        name: 'registers',
        points: [
          { commit: 0, touched: 5, all: 9 },
          { commit: 2, touched: 7, all: 9 },
        ],
      },
    ]);
  });

  it('leave out the oldest tests if there are too many, and say so', () => {
    const many = (from: number): Readonly<Record<string, string>> =>
      Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`edu/${from + index}`, 'p']));
    const folded = foldHistory([
      record({ day: 1, outcomes: { 'debian:6.1': many(0) } }),
      record({ day: 2, outcomes: { 'debian:6.1': many(3000) } }),
    ]);
    expect(folded.rows).toHaveLength(4000);
    expect(folded.rows.filter(({ letters }) => letters.endsWith('p'))).toHaveLength(3000);
    expect(folded.notes).toEqual(['2000 tests in cells are not shown: those that were run longest ago.']);
  });
});
