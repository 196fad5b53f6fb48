import { expect, it } from 'vitest';
import { type CoveragePlace, listenForPlace } from '../../../src/run/evidence/coverage-place.ts';

function placeIn(...lines: readonly string[]): CoveragePlace | undefined {
  const listener = listenForPlace();
  for (const line of lines) listener.hear(Buffer.from(line));
  return listener.place();
}

it('where a guest records what runs is what its recorder said first', () => {
  expect(
    placeIn(
      '[   17.170593] qdt_coverage: loading out-of-tree module taints kernel.',
      '[   17.199773] qdt-coverage: 1048576 bytes at 0x5b00000',
      '[   18.000000] qdt-coverage: 4096 bytes at 0x1000',
    ),
  ).toEqual({ bytes: 1_048_576, address: 0x5b0_0000 });
});

it.each([
  'qdt-coverage: 0 bytes at 0x5b00000',
  'qdt-coverage: 99999999 bytes at 0x5b00000',
  'qdt-coverage: 4096 bytes at 0x0',
  'qdt-coverage: 4096 bytes at 0xfffffffffffffffff',
  'qdt-coverage: somewhere',
])('is not in %j', (line) => expect(placeIn(line)).toBeUndefined());
