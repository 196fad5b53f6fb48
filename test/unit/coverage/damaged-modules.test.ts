import { expect, it } from 'vitest';
import { readCoverageMemory, reachedPoints } from '../../../src/coverage/coverage-memory.ts';
import { readCoveredModule } from '../../../src/coverage/covered-module.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { compileObject, smallDriver } from './compiled-object.ts';
import { memoryWith } from './recorded-memory.ts';

/** Numbers that are the same in each run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function damaged(content: Buffer, next: (below: number) => number): Buffer {
  const copy = Buffer.from(content.subarray(0, next(4) === 0 ? next(content.length) : content.length));
  for (let count = 1 + next(20); count > 0 && copy.length > 0; count--) copy[next(copy.length)] = next(256);
  return copy;
}

it('a damaged module is read as far as it goes, or says why not', () => {
  const object = compileObject(temporaryDirectory(), smallDriver);
  const next = numbersFrom(1);
  for (let round = 0; round < 300; round++) {
    const module = readCoveredModule('driver', damaged(object, next));
    if (typeof module === 'string') expect(module).not.toBe('');
    else expect(module.points.length).toBeLessThan(1000);
  }
});

it('whatever a guest has written is at most what its modules have', () => {
  const module = readCoveredModule('driver', compileObject(temporaryDirectory(), smallDriver));
  if (typeof module === 'string') throw new Error(module);
  const memory = memoryWith(module, [0, 1]);
  const next = numbersFrom(2);
  for (let round = 0; round < 2000; round++) {
    const head = damaged(memory.subarray(0, 9000), next);
    const read = readCoverageMemory(Buffer.concat([head, memory.subarray(9000)]));
    const reached = read === undefined ? new Set() : reachedPoints(module, read);
    expect(reached.size).toBeLessThanOrEqual(module.points.length);
  }
});
