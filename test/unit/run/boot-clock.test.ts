import { expect, it } from 'vitest';
import { listenForClock } from '../../../src/run/watch/boot-clock.ts';

function isAhead(line: string, sinceLaunchMs: number): boolean {
  const clock = listenForClock(() => sinceLaunchMs);
  clock.hear(Buffer.from(line));
  return clock.isAhead();
}

it.each([
  ['[   78.512004] qdt: agent ready', 3000, true],
  ['<6>[  1078.512004] qdt: agent ready', 3000, true],
  // Far less than a wrong calibration makes of it.
  ['[    8.100000] qdt: agent ready', 3000, false],
  ['[    3.100000] qdt: agent ready', 3000, false],
  // A kernel that starts late or is read late.
  ['[    3.100000] qdt: agent ready', 40_000, false],
  // No stamp of the kernel.
  ['99.000000 something', 3000, false],
  ['[99] something', 3000, false],
  [`[${' '.repeat(100)}99.000000] something`, 3000, false],
  ['', 3000, false],
])('%s after %i ms: ahead is %s', (line, sinceLaunchMs, expected) => {
  expect(isAhead(line, sinceLaunchMs)).toBe(expected);
});

it('one line is enough: later ones do not take it back', () => {
  const clock = listenForClock(() => 3000);
  clock.hear(Buffer.from('[   78.512004] ahead'));
  clock.hear(Buffer.from('[    2.000000] not ahead'));
  expect(clock.isAhead()).toBe(true);
});
