import { expect, it } from 'vitest';
import { describeDeviceEvent } from '../../../src/run/devices/device-events.ts';

it.each([
  ['transfer control (in, 255 bytes)', 'done', '04030904', 4, 'transfer control (in, 255 bytes): 4 bytes 04030904'],
  ['transfer answers (in, 64 bytes)', 'done', '', 0, 'transfer answers (in, 64 bytes): 0 bytes'],
  ['message TOS (out, 3 bytes)', 'done', '037c00', 3, 'message TOS (out, 3 bytes) 037c00'],
  ['message TOS (out, 1 byte)', 'done', '03', 1, 'message TOS (out, 1 byte) 03'],
  ['frame received (out, 64 bytes)', 'done', 'ff', 64, 'frame received (out, 64 bytes) ff…'],
  ['message TOS (out, 3 bytes)', 'nak', '', 0, 'message TOS (out, 3 bytes): nak'],
] as const)('%s, %s, %j', (...row) => {
  const [what, outcome, bytes, length, words] = row;
  expect(describeDeviceEvent({ kind: 'exchange', what, outcome, bytes, length, tookUs: 1 })).toBe(words);
});
