import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import edu from '../../examples/edu-ts/edu.ts';
import { parseFault } from '../../src/device/fault/parse-fault.ts';
import { root, runSuite } from './cli.ts';
import { serveModels } from './served-models.ts';

const directories: string[] = [];
afterEach(() => directories.splice(0).forEach((directory) => rmSync(directory, { recursive: true })));

/** The edu example, its driver unchanged, on other hardware. */
function eduSuiteOn(deviceArgument: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-edu-ts-'));
  directories.push(directory);
  const suite = join(directory, 'edu');
  cpSync(join(root, 'examples/edu'), suite, { recursive: true });
  writeFileSync(join(suite, 'info/qemu-args'), `-device '${deviceArgument}'\n`);
  // These add QEMU's own edu, or need an interrupt line, which a model cannot have.
  for (const name of ['dma-out-of-reach', 'bus-master-lost', 'interrupt-intx']) rmSync(join(suite, name), { recursive: true });
  return suite;
}

it.each([
  ['clone', []],
  ['cold', ['--test', 'dma-round-trip', '--test', 'factorial']],
])('the driver of examples/edu works unchanged on the model, in machines that start as %s', async (start, options) => {
  await using served = await serveModels(edu);
  using run = await runSuite([eduSuiteOn(served.deviceArgument), '--kernel', 'debian:6.1', '--accel', 'tcg', '--start', start, ...options]);
  const expected: Readonly<Record<string, string>> = { 'crash-on-read': 'crash', 'interrupt-affinity': 'skip' };
  const surprises = run.results.tests.filter(({ id, outcome, start: how }) => outcome !== (expected[id.replace('edu/', '')] ?? 'pass') || how !== start);
  expect(surprises.map(({ id, outcome, start: how, reason }) => `${id}: ${outcome}, ${how}: ${reason}`)).toEqual([]);
  expect(run.exitStatus).toBe(0);
  expect(served.units.length).toBeGreaterThanOrEqual(run.results.tests.length);
  expect(served.units.map(({ crash }) => crash).filter((crash) => crash !== undefined)).toEqual([]);
  expect(served.closed.filter(({ kind }) => kind !== 'peer-closed')).toEqual([]);
});

/** Each fault, and what the driver makes of it. */
it.each([
  ['irq-drop', 'factorial', 'no interrupt 0x1'],
  ['irq-drop', 'dma-round-trip', 'no interrupt 0x100'],
  ['dma-fail direction=write', 'dma-round-trip', 'data did not arrive'],
  ['dma-corrupt direction=write byte=100', 'dma-round-trip', 'other data arrived'],
  ['read-ones register=ID', 'identification', 'unknown identification 0xffffffff'],
])('a real driver on faulty hardware, %s: %s fails, and the kernel says %s', async (fault, test, message) => {
  await using served = await serveModels(edu, (unit) => unit.faults.add(parseFault(fault)));
  using run = await runSuite([eduSuiteOn(served.deviceArgument), '--kernel', 'debian:6.1', '--accel', 'tcg', '--test', test]);
  const result = run.test(test);
  expect(result.outcome).not.toBe('pass');
  expect(run.read(result.console)).toContain(message);
  expect(served.units.some(({ faults }) => faults.reports.some(({ fired }) => fired > 0))).toBe(true);
});
