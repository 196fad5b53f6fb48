import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSuite, suites, type FinishedRun } from './cli.ts';
import { inScope } from './scope.ts';

describe.each(inScope(['debian:6.12'], ['debian:6.1-cloud', 'debian:6.1']))('clones of one machine on %s', (kernel) => {
  it('draw different random bytes, have the right time, and do not see each other', async () => {
    using run = await runSuite([join(suites, 'clones'), '--kernel', kernel, '--accel', 'tcg', '--start', 'clone']);
    expect(run.results.tests.map(({ outcome, start }) => ({ outcome, start }))).toEqual(
      Array.from({ length: 3 }, () => ({ outcome: 'pass', start: 'clone' })),
    );
    for (const kind of ['random', 'uuid']) expect(new Set(artifacts(run, kind)).size).toBe(3);
    for (const clock of artifacts(run, 'clock')) expect(Math.abs(Number(clock) - Date.now() / 1000)).toBeLessThan(120);
  });
});

it.each(
  inScope(
    [],
    [
      ['debian:bookworm', 'pc'],
      ['debian:trixie', 'q35'],
    ],
  ),
)('clones work on the QEMU of %s with the machine %s, devices plugged in', async (qemu, machine) => {
  using run = await runSuite([
    join(suites, 'starts'),
    '--kernel',
    'debian:6.1',
    '--qemu',
    qemu,
    '--machine',
    `m=-machine ${machine} -m 256`,
    '--test',
    'plain',
    '--test',
    'with-a-device',
    '--accel',
    'tcg',
  ]);
  expect(run.results.tests.map(({ id, outcome, start }) => `${id}: ${outcome}, ${start}`)).toEqual([
    'starts/plain: pass, clone',
    'starts/with-a-device: pass, clone',
  ]);
});

it.each(inScope(['debian:6.12-cloud'], ['debian:6.1']))(
  'devices with saved state, and plugged-in devices, work in each clone on %s',
  async (kernel) => {
    using run = await runSuite([join(suites, 'stateful-devices'), '--kernel', kernel, '--accel', 'tcg']);
    expect(
      run.results.tests.map(
        ({ id, outcome, reason, start, startReason }) => `${id}: ${outcome}${reason}, ${start}: ${startReason}`,
      ),
    ).toEqual(
      ['first', 'second'].map(
        (name) => `stateful-devices/${name}: pass, clone: the cell's template, with edu plugged in`,
      ),
    );
  },
);

it('every start mode gives the same verdicts, and the results name the mode and the reason', async () => {
  using run = await runSuite([join(suites, 'starts'), '--kernel', 'debian:6.1', '--accel', 'tcg']);
  const seen = Object.fromEntries(
    run.results.tests.map(({ id, outcome, start, startReason }) => [
      id.replace('starts/', ''),
      `${outcome}, ${start}: ${startReason}`,
    ]),
  );
  expect(seen).toEqual({
    'alone-with-memory': 'pass, cold: no other test has its QEMU arguments -m 320, which cannot be plugged in',
    'cold-by-choice': 'pass, cold: requested by info/start',
    plain: "pass, clone: the cell's template, with edu plugged in",
    'shared-memory-a': 'pass, clone: a template of its own (2 tests) with -m 384, with edu plugged in',
    'shared-memory-b': 'pass, clone: a template of its own (2 tests) with -m 384, with edu plugged in',
    'with-a-device': "pass, clone: the cell's template, with edu, edu plugged in",
  });
  expect(run.exitStatus).toBe(0);
});

/** The files that tests left under this name. */
function artifacts(run: FinishedRun, name: string): readonly string[] {
  return run.results.tests.flatMap((test) =>
    test.artifacts.filter((path) => path.endsWith(`/${name}`)).map((path) => run.read(path)),
  );
}
