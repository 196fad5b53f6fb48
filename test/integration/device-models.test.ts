import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import edu from '../../examples/edu-ts/edu.ts';
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

it.each(['clone', 'cold'])('the driver of examples/edu works unchanged on the model, in machines that start as %s', async (start) => {
  await using served = await serveModels(edu);
  using run = await runSuite([eduSuiteOn(served.deviceArgument), '--kernel', 'debian:6.1', '--accel', 'tcg', '--start', start]);
  const seen = run.results.tests.map(({ id, outcome, start: how }) => `${id}: ${outcome}, ${how}`);
  expect(seen.filter((line) => !line.endsWith(`: pass, ${start}`))).toEqual([]);
  expect(run.exitStatus).toBe(0);
  expect(served.units.length).toBeGreaterThanOrEqual(run.results.tests.length);
  expect(served.units.map(({ crash }) => crash).filter((crash) => crash !== undefined)).toEqual([]);
  expect(served.closed.filter(({ kind }) => kind !== 'peer-closed')).toEqual([]);
});
