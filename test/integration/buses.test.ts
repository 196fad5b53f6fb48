import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, root, runSuite, suites } from './cli.ts';

// Every night: the models of each bus on each kernel that has it, cloned and cold. The gate has rows of this in
// board.test.ts, examples.test.ts, i2c.test.ts and lines.test.ts.

const examples = ['usb-scale', 'usb-stock', 'lm75', 'spi-eeprom', 'platform-uart'];
const anyKernel = [
  ...examples.map((name) => join(root, 'examples', name)),
  ...['lines', 'i2c', 'chip-lines'].map((name) => join(suites, name)),
];
/** Drivers that look for lines below their device find them from Linux 6.2 on. */
const all = [...anyKernel, join(root, 'examples/gpio-keys')];

const rows: readonly (readonly [kernel: string, suites: readonly string[]])[] = [
  ['debian:5.10', anyKernel],
  ['debian:6.1', anyKernel],
  ['debian:6.12', all],
  ['debian:newest', all],
];

describe.each(rows)('the models of all buses on %s', (kernel, paths) => {
  let clones: FinishedRun;
  let cold: FinishedRun;

  beforeAll(async () => {
    const words = ['--kernel', kernel, '--accel', 'tcg', '--jobs', '2'];
    clones = await runSuite([...paths, ...words]);
    cold = await runSuite([...paths, ...words, '--start', 'cold']);
  });
  afterAll(() => {
    clones[Symbol.dispose]();
    cold[Symbol.dispose]();
  });

  it('work as clones', () => {
    // A model that throws is the error of its test: that is what these are for.
    const wrong = clones.results.tests.filter(({ id, ok }) => !ok && !id.endsWith('/throws'));
    expect(wrong.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
  });

  it('have the same verdicts in machines that boot', () => {
    const verdicts = ({ results }: FinishedRun): readonly string[] =>
      results.tests.map(({ id, outcome }) => `${id}: ${outcome}`).toSorted();
    expect(verdicts(cold)).toEqual(verdicts(clones));
  });
});
