import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, runSuite } from './cli.ts';

/** The tests of the example that together cover all its paths. */
const chosen = [
  'many-stamps',
  'overflow',
  'dma-fails-once',
  'dma-hangs',
  'dma-second-fails',
  'irq-dropped',
  'answer-lost',
  'removed',
  'unplugged',
  'two-cards',
];

it('a DMA driver on a modelled card: works, fails as the tests say, and survives removal of the card', async () => {
  using run = await runSuite([
    join(root, 'examples/fmc-tdc'),
    '--kernel',
    'debian:6.12',
    '--accel',
    'tcg',
    ...chosen.flatMap((name) => ['--test', name]),
  ]);
  expect(
    run.results.tests
      .map(({ id, outcome, start, reason }) => `${id}: ${outcome}, ${start}: ${reason}`)
      .filter((line) => !line.includes(': pass, clone: ')),
  ).toEqual([]);
  expect(run.results.tests).toHaveLength(chosen.length);
  expect(run.exitStatus).toBe(0);
});
