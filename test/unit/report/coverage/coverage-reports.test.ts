import { describe, expect, it } from 'vitest';
import { coberturaPieces } from '../../../../src/report/coverage/cobertura.ts';
import { lcovPieces } from '../../../../src/report/coverage/lcov.ts';
import { pageCoverage } from '../../../../src/report/html/page-coverage.ts';
import { renderSummary } from '../../../../src/report/summary/summary.ts';
import { renderFinal } from '../../../../src/report/terminal/final.ts';
import { CoverageSum, mergeCoverage } from '../../../../src/results/coverage/sum-coverage.ts';
import { parseResults } from '../../../../src/results/parse-results.ts';
import type { CoverageResult, Results } from '../../../../src/results/results.ts';
import { cell, results, test } from '../sample-results.ts';
import { complaintsOf } from './document-type.ts';

const small = cell('debian:6.12', 'small');
const file = 'driver/a&b.c';

/** One test without a fault, and one in which a fault fired. */
const tests = [
  test('edu/plain', small.id, { coverage: [{ file, lines: '1-3,7' }] }),
  test('edu/faulty', small.id, { coverage: [{ file, lines: '1-2,5,99' }] }),
];

function summed(): CoverageResult {
  const sum = new CoverageSum();
  sum.addCoverable({ file, coverable: '1-5', source: 'coverage/source/driver/a&b.c' });
  sum.addCoverable({ file, coverable: '2-7' });
  sum.addCoverable({ file: 'other.c', coverable: '4' });
  for (const [index, { coverage = [] }] of tests.entries()) sum.addReached(coverage, index === 1);
  sum.addNotMeasured({ cell: 'debian-6.1', suite: 'edu', reason: 'the kernel has CONFIG_KCOV' });
  const result = sum.result();
  if (result === undefined) throw new Error('there is no coverage');
  return result;
}

function sample(): Results & { readonly coverage: CoverageResult } {
  return { ...results([small], tests), coverage: summed() };
}

describe('the sum', () => {
  it('has the lines of all builds, those that ran, and those that only faults reached', () => {
    expect(summed()).toMatchObject({
      lines: 8,
      reached: 5,
      onlyByFaults: 1,
      files: [
        { file, coverable: '1-7', ran: '1-3,7', ranOnlyByFaults: '5', lines: 7, reached: 5, onlyByFaults: 1 },
        { file: 'other.c', coverable: '4', ran: '', ranOnlyByFaults: '', lines: 1, reached: 0, onlyByFaults: 0 },
      ],
    });
  });

  it('of two parts has a line by faults only if neither reached it without', () => {
    const part = (ran: string, ranOnlyByFaults: string): CoverageResult => ({
      ...summed(),
      files: [{ file, coverable: '1-7', ran, ranOnlyByFaults, lines: 7, reached: 0, onlyByFaults: 0 }],
    });
    expect(mergeCoverage([part('1-2', '3,5'), part('3', '1,6')])).toMatchObject({
      reached: 5,
      onlyByFaults: 2,
      files: [{ ran: '1-3', ranOnlyByFaults: '5-6' }],
      notMeasured: [{ suite: 'edu' }],
    });
    expect(mergeCoverage([])).toBeUndefined();
  });

  it('is part of valid results', () => {
    const parsed = parseResults(JSON.stringify(sample()), 'results.json');
    expect(parsed.kind === 'results' ? parsed.results.coverage : parsed.message).toEqual(summed());
  });
});

describe('lcov.info', () => {
  it('counts the tests that reached each line', () => {
    const all = sample();
    expect([...lcovPieces(all, all.coverage)].join('')).toBe(
      [
        'TN:',
        `SF:${file}`,
        'DA:1,2',
        'DA:2,2',
        'DA:3,1',
        'DA:4,0',
        'DA:5,1',
        'DA:6,0',
        'DA:7,1',
        'LF:7',
        'LH:5',
        'end_of_record',
        'SF:other.c',
        'DA:4,0',
        'LF:1',
        'LH:0',
        'end_of_record',
        '',
      ].join('\n'),
    );
  });
});

describe('cobertura.xml', () => {
  it('is valid against its document type, and names files from the root of the repository', () => {
    const all = sample();
    const text = [...coberturaPieces(all, all.coverage)].join('');
    expect(complaintsOf(text)).toEqual([]);
    expect(text).toContain('<class name="a&amp;b.c" filename="driver/a&amp;b.c" line-rate="0.7142"');
    expect(text).toContain('<line number="5" hits="1" branch="false"/>');
    expect(text).toContain('<line number="6" hits="0" branch="false"/>');
    expect(text).toContain('<package name="." line-rate="0"');
  });

  it('of another shape would not be valid', () => {
    const all = sample();
    const text = [...coberturaPieces(all, all.coverage)].join('');
    expect(complaintsOf(text.replace('<methods/>', ''))).not.toEqual([]);
    expect(complaintsOf(text.replace(' complexity="0" version', ' version'))).not.toEqual([]);
  });
});

describe('for people', () => {
  it('the terminal has the sum, each file, and where it was not measured', () => {
    const text = renderFinal(sample(), {
      color: false,
      columns: 100,
      resultsDirectory: 'out',
      readLog: () => undefined,
    });
    expect(text).toContain('coverage: 5 of 8 lines (62 %), 1 of them only by faults\n');
    expect(text).toContain(`  - ${file}: 5 of 7 lines (71 %), 1 of them only by faults\n`);
    expect(text).toContain('coverage of edu (debian-6.1) was not measured: the kernel has CONFIG_KCOV');
  });

  it('the summary has a table', () => {
    expect(renderSummary(sample())).toContain('| `driver/a&b.c` | 7 | 5 | 1 | 71 % |');
  });

  it('without coverage nothing is said of it', () => {
    const all = results([small], [test('edu/a', small.id)]);
    expect(renderSummary(all).toLowerCase()).not.toContain('coverage');
  });

  it('the page has each line with its state and tests, indented as it is written', () => {
    const all = sample();
    const shown = pageCoverage(all, all.tests, () => 'a\n\tb\u202e\nc\nd\ne\n');
    expect(shown?.files[0]).toMatchObject({
      groups: [[0, 1], [0], [1]],
      lines: [
        [1, 'ran', 'a', 0],
        [2, 'ran', expect.stringMatching(/^ {8}b\S+$/), 0],
        [3, 'ran', 'c', 1],
        [4, 'never', 'd'],
        [5, 'faults', 'e', 2],
      ],
    });
  });
});
