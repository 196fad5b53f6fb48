import { describe, expect, test } from 'vitest';
import { foldEntries, momentWords } from '../../../../src/report/text/describe-timeline.ts';
import type { TimelineEntry } from '../../../../src/run/evidence/timeline-entry.ts';
import { entry, polled, seen } from '../sample-timeline.ts';

function told(entries: readonly TimelineEntry[]): readonly string[] {
  return foldEntries(entries)
    .map(momentWords)
    .map(({ at, who, text }) => `${at} ${who}: ${text}`);
}

describe('entries that repeat', () => {
  test('are one moment with their number, from the first on', () => {
    expect(
      told([
        seen(1, 'edu0', 'read ID 0x1'),
        ...polled(2, 'edu0', 'read STATUS 0x1', 214),
        seen(30, 'edu0', 'read STATUS 0x0'),
      ]),
    ).toEqual(['1.000 edu0: read ID 0x1', '2.000 edu0: read STATUS 0x1 ×214 in 21 ms', '30.000 edu0: read STATUS 0x0']);
  });

  test('of two devices are not the same, nor when something came between', () => {
    expect(
      told([
        seen(1, 'a', 'read STATUS 0x1'),
        seen(2, 'b', 'read STATUS 0x1'),
        entry(3, 'console', 'x'),
        seen(4, 'b', 'read STATUS 0x1'),
      ]),
    ).toHaveLength(4);
  });

  test('within a millisecond are shown in microseconds', () => {
    expect(told([seen(1.001, 'a', 'read R 0x1'), seen(1.026, 'a', 'read R 0x1')])).toEqual([
      '1.001 a: read R 0x1 ×2 in 25 µs',
    ]);
  });

  test('in turn are one moment each, and the turn that was not finished stands as it is', () => {
    const turns = Array.from({ length: 50 }, (_, turn) => [
      seen(turn, 'a', 'write INDEX 0x3', 'write'),
      seen(turn + 0.5, 'a', 'read DATA 0x0'),
    ]).flat();
    expect(told([...turns, seen(50, 'a', 'write INDEX 0x3', 'write'), seen(50.5, 'a', 'read DATA 0x7')])).toEqual([
      '0.000 a: write INDEX 0x3 ×50 in turn, in 49 ms',
      '0.500 a: read DATA 0x0 ×50 in turn, in 49 ms',
      '50.000 a: write INDEX 0x3',
      '50.500 a: read DATA 0x7',
    ]);
  });

  test('in turn only twice are clearer as they stand', () => {
    const twice = [
      seen(1, 'a', 'read X 0x1'),
      seen(2, 'a', 'read Y 0x1'),
      seen(3, 'a', 'read X 0x1'),
      seen(4, 'a', 'read Y 0x1'),
    ];
    expect(foldEntries(twice).map(({ times }) => times)).toEqual([1, 1, 1, 1]);
  });

  test('of the console are folded only when they are one and the same', () => {
    const lines = Array.from({ length: 6 }, (_, index) => entry(index, 'console', index % 2 === 0 ? 'ping' : 'pong'));
    expect(foldEntries(lines)).toHaveLength(6);
    expect(told(Array.from({ length: 3 }, (_, index) => entry(index, 'console', 'ping')))).toEqual([
      '0.000 console: ping ×3 in 2 ms',
    ]);
  });

  test('all of them count, whatever they look like', () => {
    const all = Array.from({ length: 500 }, (_, index) => seen(index, 'a', `read R 0x${((index * index) % 7) % 3}`));
    expect(foldEntries(all).reduce((sum, { times }) => sum + times, 0)).toBe(500);
  });
});

describe('what a guest or a model wrote', () => {
  test('is one bounded line without anything that a terminal obeys', () => {
    const [words] = foldEntries([entry(1, 'console', `\x1b[2Jred\u202e\n::error::x ${'y'.repeat(5000)}`)]).map(
      momentWords,
    );
    expect(words?.text).toMatch(/^red\\u202e ::error::x y+…$/);
    expect(words?.text).toHaveLength(400);
  });
});
