import { describe, expect, it } from 'vitest';
import { median, spreadOf } from '../../../scripts/bench/statistics.ts';

describe('the median', () => {
  it.each([
    [[5], 5],
    [[9, 1, 5], 5],
    [[10, 9, 1, 2], 5.5],
    [[100, 20, 3], 20],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('does not change the order of what it was given', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('of nothing is a mistake', () => {
    expect(() => median([])).toThrow('expected at least one measurement, found none');
  });
});

it('a series is described by its median and minimum', () => {
  expect(spreadOf([4, 2, 9])).toEqual({ median: 4, least: 2 });
});
