import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { attempt, boot, end, header, recordOf, replay } from './record-rig.ts';

/** Bytes of the heap that are in use. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

it.each([
  ['many tests', 200, 1],
  ['many attempts of one test', 1, 200],
])('a replay keeps little of %s in memory, whatever they found', async (_what, tests, repeat) => {
  const found = attempt(0, {
    runOutput: [
      '1..1000',
      ...Array.from({ length: 1000 }, (_, index) => `ok ${index + 1} a case of the driver`),
      '',
    ].join('\n'),
  });
  const attempts = Array.from({ length: 200 }, (_, index) => ({
    ...found,
    test: index % tests,
    attempt: Math.floor(index / tests) + 1,
  }));
  const directory = await recordOf([header(tests, { repeat }), boot, ...attempts, end]);
  const before = heapInUse();
  const { results } = replay(directory);
  const grown = heapInUse() - before;
  expect(results.tests).toHaveLength(tests);
  expect(JSON.stringify(found).length).toBeGreaterThan(40_000);
  // Some hundred bytes an attempt, and the few that were looked at last.
  expect(grown).toBeLessThan(2_000_000);
});
