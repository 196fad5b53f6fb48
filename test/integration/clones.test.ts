import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSuite, suites, type FinishedRun } from './cli.ts';

/** The cloud kernel has no driver for the machine's generation id: the seed alone must do. */
describe.each(['debian:6.1', 'debian:6.12', 'debian:6.12-cloud'])('clones of one machine on %s', (kernel) => {
  it('never draw the same random bytes, and know what time it is', async () => {
    using run = await runSuite([join(suites, 'clones'), '--kernel', kernel, '--accel', 'tcg', '--start', 'clone']);
    expect(run.results.tests.map(({ outcome, start }) => ({ outcome, start }))).toEqual(Array.from({ length: 3 }, () => ({ outcome: 'pass', start: 'clone' })));
    for (const kind of ['random', 'uuid']) expect(new Set(artifacts(run, kind)).size).toBe(3);
    for (const clock of artifacts(run, 'clock')) expect(Math.abs(Number(clock) - Date.now() / 1000)).toBeLessThan(120);
  });
});

it.each([
  ['debian:bookworm', 'pc'],
  ['debian:trixie', 'q35'],
])('clones work on the QEMU of %s with the machine %s, devices plugged in', async (qemu, machine) => {
  using run = await runSuite([join(suites, 'starts'), '--kernel', 'debian:6.1', '--qemu', qemu, '--machine', `m=-machine ${machine} -m 256`, '--test', 'plain', '--test', 'with-a-device', '--accel', 'tcg']);
  expect(run.results.tests.map(({ id, outcome, start }) => `${id}: ${outcome}, ${start}`)).toEqual(['starts/plain: pass, clone', 'starts/with-a-device: pass, clone']);
});

it('every way of starting a machine gives the same verdicts, and the results say which it was and why', async () => {
  using run = await runSuite([join(suites, 'starts'), '--kernel', 'debian:6.1', '--accel', 'tcg']);
  const seen = Object.fromEntries(run.results.tests.map(({ id, outcome, start, startReason }) => [id.replace('starts/', ''), `${outcome}, ${start}: ${startReason}`]));
  expect(seen).toEqual({
    'alone-with-memory': 'pass, cold: no other test has its QEMU arguments -m 320, which cannot be plugged',
    'cold-by-choice': 'pass, cold: asked for by info/start',
    plain: "pass, clone: the cell's template, with edu plugged in",
    'shared-memory-a': 'pass, clone: a template of its own (2 tests) with -m 384, with edu plugged in',
    'shared-memory-b': 'pass, clone: a template of its own (2 tests) with -m 384, with edu plugged in',
    'with-a-device': "pass, clone: the cell's template, with edu, edu plugged in",
  });
  expect(run.exitStatus).toBe(0);
});

/** What every test left under this name. */
function artifacts(run: FinishedRun, name: string): readonly string[] {
  return run.results.tests.flatMap((test) => test.artifacts.filter((path) => path.endsWith(`/${name}`)).map((path) => run.read(path)));
}
