import { describe, expect, it } from 'vitest';
import { matchEach } from '../../../src/host/process/worker-thread.ts';

describe('matchEach', () => {
  it('tells of each list whether any pattern matches any of its texts', () => {
    expect(matchEach([/^Oops/, /WARNING in f/], [['x', 'Oops: 2'], ['x'], ['a WARNING in f'], []], 1000)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(matchEach([], [['x']], 1000)).toEqual([false]);
  });

  it('gives up on a pattern that takes for ever', () => {
    expect(matchEach([/^(a+)+$/], [[`${'a'.repeat(60)}!`]], 100)).toBeUndefined();
  });
});
