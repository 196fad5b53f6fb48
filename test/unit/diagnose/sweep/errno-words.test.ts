import { expect, it } from 'vitest';
import { namesErrno, saysItFailed } from '../../../../src/diagnose/sweep/errno-words.ts';

it.each([
  'cat: read error: Input/output error',
  'cat: read error: I/O error',
  "cat: can't open '/dev/edu0': No such device or address",
  'dd: /dev/edu0: Connection timed out',
  'read: Operation timed out',
  'OSError: [Errno 5] Input/output error',
  'read failed: errno 5',
  'errno=-110',
  'transfer: EIO',
  'ioctl returned -110',
  'edu 0000:01:00.0: dma failed: error -5',
  'status = -22',
  'expected 512 bytes, found EIO',
])('an error is named in: %s', (line) => {
  expect(namesErrno(line)).toBe(true);
});

it.each([
  'expected 70000, found 46000',
  'expected 5, found -5',
  'temperature -5',
  'not ok 1 - reads the temperature',
  'EIOU, a word',
  'expected EIO, found 512 bytes',
  'expected Input/output error, found nothing',
  'read should fail with ETIMEDOUT',
  'timed out waiting for the interrupt',
  'error 5 of 9 blocks differ',
  '',
])('no error is named in: %s', (line) => {
  expect(namesErrno(line)).toBe(false);
});

it.each<[string, boolean]>([
  ["could not read the device's buffer", true],
  ["dd: can't open '/dev/edu0'", true],
  ['failed to start the transfer', true],
  ['could not verify: expected 1, found 2', false],
  ['cannot be: the data differs', false],
  ['1 of 5 values failed', false],
])('an operation failed in "%s": %s', (line, expected) => {
  expect(saysItFailed(line)).toBe(expected);
});

it('reads long lines in linear time', () => {
  for (const part of ['expected ', 'error', 'errno ', '-', 'instead of '])
    expect(namesErrno(part.repeat(100_000))).toBe(false);
});
