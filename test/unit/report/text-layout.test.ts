import { describe, expect, test } from 'vitest';
import { formatDuration, formatSeconds } from '../../../src/text/duration.ts';
import { cutLine, cutText, fitWidth, padWidth, textWidth, wrapWords } from '../../../src/text/text-width.ts';

describe('durations', () => {
  test.each([
    [0, '0 ms'],
    [40, '40 ms'],
    [94.6, '95 ms'],
    [100, '0.1 s'],
    [2_449, '2.4 s'],
    [9_949, '9.9 s'],
    [9_950, '10 s'],
    [19_400, '19 s'],
    [59_499, '59 s'],
    [59_600, '1 min 00 s'],
    [200_000, '3 min 20 s'],
    [3_599_600, '1 h 00 min'],
    [3_900_000, '1 h 05 min'],
  ])('%d ms is %s', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });

  test('are seconds with three decimals for machines', () => {
    expect([0, 1, 2400, 61_005.6].map(formatSeconds)).toEqual(['0.000', '0.001', '2.400', '61.006']);
  });
});

describe('text within limits', () => {
  test('stays as it is when it fits', () => {
    expect(cutText('a\nb\n', { lines: 2, columns: 5 })).toBe('a\nb');
  });

  test('loses its middle, and says how much', () => {
    const text = Array.from({ length: 9 }, (_, index) => `line ${index}`).join('\n');
    expect(cutText(text, { lines: 3, columns: 80 })).toBe('line 0\nline 1\n[… 6 lines left out …]\nline 8');
    expect(cutText('a\nb\nc\nd', { lines: 3, columns: 80 })).toBe('a\nb\n[… 1 line left out …]\nd');
  });

  test('loses the ends of long lines, never half a character', () => {
    expect(cutLine('abcdef', 4)).toBe('abc…');
    expect(cutLine('ab\u{1f600}ef', 4)).toBe('ab…');
  });
});

describe('the width of a terminal', () => {
  test('counts wide characters twice and combining ones not at all', () => {
    expect(['abc', '✓✗·', '漢字', 'e\u0301', '\u{1f600}'].map(textWidth)).toEqual([3, 3, 4, 1, 2]);
  });

  test('counts a grapheme as one character', () => {
    const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
    expect(['✅', family, '\u{1f1e8}\u{1f1ed}', '❤️'].map(textWidth)).toEqual([2, 2, 2, 2]);
    expect(fitWidth(`${family}${family}${family}`, 4)).toBe(`${family}…`);
  });

  test('is kept by cutting, filling and wrapping', () => {
    expect(fitWidth('漢字漢字', 6)).toBe('漢字…');
    expect(padWidth('漢', 4)).toBe('漢  ');
    expect(wrapWords('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapWords('abcdefghij kl', 4)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
    expect(wrapWords('', 4)).toEqual(['']);
  });
});
