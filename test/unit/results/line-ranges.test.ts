import { describe, expect, it } from 'vitest';
import { formatLines, parseLines } from '../../../src/results/coverage/line-ranges.ts';

describe('numbers of lines', () => {
  it.each([
    [[], ''],
    [[7], '7'],
    [[1, 2], '1-2'],
    [[9, 3, 4, 5, 5, 11], '3-5,9,11'],
  ] as const)('%j are written as %j', (lines, text) => {
    expect(formatLines(lines)).toBe(text);
    expect(parseLines(text)).toEqual([...new Set(lines)].sort((a, b) => a - b));
  });

  it.each(['0', '5-3', '3,3', '9,3', '3,', ' 3', '1-', 'x', '-1', '1-9999999', '99999999', '1-2-3'])(
    '%j are none',
    (text) => expect(parseLines(text)).toBeUndefined(),
  );
});
