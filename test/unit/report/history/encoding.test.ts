import { describe, expect, it } from 'vitest';
import { viewBranch } from '../../../../src/report/history/branch-view.ts';
import { encodeHistory } from '../../../../src/report/history/encode-history.ts';
import { fitHistory } from '../../../../src/report/history/fit-history.ts';
import { renderHistory } from '../../../../src/report/history/render-history.ts';
import { foldHistory } from '../../../../src/results/history/fold-history.ts';
import { decodeRuns, encodeRuns } from '../../../../src/results/history/run-lengths.ts';
import { simulatedRuns } from './simulated-history.ts';

describe('runs of letters', () => {
  it.each([
    ['', ''],
    ['p', 'p'],
    ['ppppFp..', 'p4Fp.2'],
    ['~~C', '~2C'],
  ])('%s is %s', (letters, runs) => {
    expect(encodeRuns(letters)).toBe(runs);
    expect(decodeRuns(runs, letters.length)).toBe(letters);
  });

  it('are never longer than the commits, whatever they say', () => {
    expect(decodeRuns('p999999999999F', 5)).toBe('ppppp');
    expect(decodeRuns('12p', 5)).toBe('p');
  });
});

describe('10,000 runs of 50 tests in 4 cells', () => {
  const records = [...simulatedRuns({ runs: 10_000, tests: 50, cells: 4 })];
  const folded = foldHistory(records);
  const data = encodeHistory(folded, '0.1.0');

  it('are a page of less than 1 MB', () => {
    expect(Buffer.byteLength(renderHistory(data))).toBeLessThan(1_000_000);
  });

  it('grow by less than 100 bytes a run', () => {
    const half = encodeHistory(foldHistory(records.slice(0, 5000)), '0.1.0');
    expect((JSON.stringify(data).length - JSON.stringify(half).length) / 5000).toBeLessThan(100);
  });

  it('are fewer commits where the page would be too large, and it says so', () => {
    const fitted = fitHistory(records, '0.1.0', 300_000);
    expect(JSON.stringify(fitted).length).toBeLessThan(300_000);
    expect(fitted.commits).toEqual(data.commits.slice(-fitted.commits.length));
    expect(fitted.notes).toEqual([`The oldest ${10_000 - fitted.commits.length} commits are not shown.`]);
  });

  it('are all there again', () => {
    const main = viewBranch(data, data.branches.indexOf('main'));
    const onMain = records.filter(({ branch }) => branch === 'main');
    expect(main.commits.map(({ id }) => id)).toEqual(onMain.map(({ commit }) => commit));
    const row = main.rows.find(({ test, cell }) => test === 'driver/test-of-something-6' && cell === 2);
    expect(row?.letters).toBe(onMain.map(({ cells }) => cells[2]?.outcomes.charAt(5)).join(''));
  });
});
