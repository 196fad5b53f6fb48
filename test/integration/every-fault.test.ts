import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultTarget } from '../../src/device/fault/catalogue/fault-description.ts';
import { faultsOn } from '../../src/device/fault/fault-catalogue.ts';
import { parseFault } from '../../src/device/fault/parse-fault.ts';
import { type FinishedRun, runSuite, suites } from './cli.ts';
import { inScope } from './scope.ts';

// Every night: each fault of each bus but PCI, which device-models.test.ts has. The tables of faults, with what the
// guest sees of them, are in the suite.

/** What faults can hit on a bus; the tests whose tables are of it. */
const buses: readonly (readonly [bus: string, accesses: readonly FaultTarget[], tests: readonly string[]])[] = [
  ['usb', ['transfer'], ['usb']],
  ['serial', ['frame'], ['serial']],
  ['link', ['frame'], ['link']],
  ['can', ['can-frame'], ['can']],
  ['i2c', ['message'], ['i2c']],
  ['i2c on a board', ['message', 'interrupt'], ['i2c-on-board', 'i2c-line']],
  ['spi', ['exchange', 'interrupt'], ['spi', 'spi-line']],
  ['gpio', ['line'], ['gpio']],
  ['platform', ['read', 'write', 'dma', 'interrupt'], ['platform']],
];

describe.each(inScope(['debian:6.12'], ['debian:newest']))('on %s', (kernel) => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await runSuite([join(suites, 'every-fault'), '--kernel', kernel, '--accel', 'tcg', '--jobs', '2']);
  });
  afterAll(() => run[Symbol.dispose]());

  it.each(buses)('each fault of %s does in a guest what it says', (_, accesses, tests) => {
    const rows = run.results.tests.filter(({ id }) => tests.includes(id.replace(/^.*\/|@.*$/g, '')));
    expect(rows.filter(({ outcome }) => outcome !== 'pass').map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    const seen = new Set(rows.map(({ parameters = {} }) => parseFault(parameters['FAULT'] ?? '').effect.kind));
    expect([...seen].toSorted()).toEqual([...faultsOn(accesses)].toSorted());
  });
});
