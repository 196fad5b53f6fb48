import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, runSuite, suites } from './cli.ts';

// Every night: a model that breaks, in each way, on each bus but PCI, which device-models.test.ts has.

const buses = ['usb', 'serial', 'link', 'can', 'i2c', 'i2c-on-board', 'spi', 'gpio', 'platform'];

/** What a test is told of its model. */
const reasons: Readonly<Record<string, RegExp>> = {
  throws: /^the device model bad-[a-z0-9]+ \(bad0\) broke at .+: Error: asked to, .*models\/mood\.ts:\d+/s,
  hangs:
    /^the device model bad-[a-z0-9]+ \(bad0\) broke at a call that did not return: no answer for 5 s, .*mood\.ts:\d+/s,
  exits: /^the device model bad-[a-z0-9]+ \(bad0\) broke at an unknown place: its process has ended: exit status 7$/,
  killed: /^the device model bad-[a-z0-9]+ \(bad0\) was lost: its process was killed from outside \(SIGKILL\)/,
};

describe('models that break', () => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await runSuite([join(suites, 'bad-models'), '--kernel', 'debian:6.12', '--accel', 'tcg', '--jobs', '2']);
  });
  afterAll(() => run[Symbol.dispose]());

  it.each(buses)('on %s cost a test each, which names them', (bus) => {
    const found = Object.keys(reasons).map((how) => {
      const { outcome, reason } = run.test(`${bus}@${how}`);
      return { how, outcome, reason };
    });
    expect(found).toEqual(
      Object.entries(reasons).map(([how, reason]) => ({
        how,
        outcome: 'error',
        reason: expect.stringMatching(reason) as string,
      })),
    );
  });

  it.each(buses)('on %s leave their neighbour its verdict', (bus) => {
    const { outcome, reason } = run.test(`${bus}@well`);
    expect({ outcome, reason }).toEqual({ outcome: 'pass', reason: '' });
  });
});
