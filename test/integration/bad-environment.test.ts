import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { node, root, runCli, runSuite, suites } from './cli.ts';
import { nightlyIt } from './scope.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-bad-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it('shows a compiler error as the compiler wrote it, names the log, judges no test, and ends with 1', async () => {
  using run = await runSuite([join(suites, 'broken-module'), '--kernel', 'debian:6.1', '--accel', 'tcg']);
  const file = join('test/integration/suites/broken-module/driver/broken.c');
  expect(run.stdout).toMatch(new RegExp(`${file}:4:14: error: .undeclared_name. undeclared here`));
  expect(run.results.tests).toMatchObject([{ id: 'broken-module/first', outcome: 'error', ok: false, stages: [] }]);
  const [test] = run.results.tests;
  expect(test?.reason).toMatch(
    new RegExp(`^${file}:4: error: .undeclared_name. undeclared here.*\nthe modules in .* did not build$`),
  );
  expect(test).not.toHaveProperty('console');
  expect(run.exitStatus).toBe(1);
  const log = 'debian-6.1-default/broken-module/build.log';
  expect(run.read(log)).toContain('undeclared_name');
  expect(test?.buildLog).toBe(log);
  expect(run.results.cells[0]?.builds).toMatchObject([
    { suite: 'broken-module', outcome: 'failed', log, errors: 1, messages: [{ file, line: 4 }] },
  ]);
  expect(run.stdout).toMatch(/driver for \S+ {2}building failed after/);
  expect(run.stdout).toContain(`build log   ${relative(root, run.directory)}/${log}`);
  for (const name of ['summary.md', 'junit.xml', 'report.html']) expect(run.read(name)).toContain(log);
});

it('boots nothing and ends with 69 when there is no such kernel', async () => {
  const outcome = await runCli([
    'run',
    join(suites, 'outcomes'),
    '--kernel',
    'debian:5.3',
    '--out',
    join(scratch, 'none'),
  ]);
  expect(outcome.stderr).toMatch(/debian:5\.3/);
  expect(outcome.exitStatus).toBe(69);
});

nightlyIt('loses only the tests of a kernel that is not there when others are', async () => {
  using run = await runSuite([
    join(suites, 'outcomes'),
    ...['--kernel', 'debian:6.12', '--kernel', 'debian:9.9', '--test', 'pass', '--accel', 'tcg'],
  ]);
  expect(run.results.tests.map(({ cell, outcome }) => [cell, outcome])).toEqual([
    ['debian-6.12-default', 'pass'],
    ['debian-9.9-default', 'error'],
  ]);
  expect(run.results.tests[1]?.reason).toContain('the cell did not boot: debian:9.9: not found.');
  expect(run.exitStatus).toBe(1);
});

it('ends with 69 and QEMU’s message when QEMU refuses to start any machine', async () => {
  using run = await runSuite([
    join(suites, 'outcomes'),
    '--kernel',
    'debian:6.1',
    '--test',
    'pass',
    '--machine',
    'odd=-m 256 -device no-such-device',
    '--accel',
    'tcg',
  ]);
  expect(run.exitStatus).toBe(69);
  expect(run.results.tests[0]?.reason).toContain("'no-such-device' is not a valid device model name");
});

it('a test with an argument that QEMU refuses is an error, and other tests get their verdicts', async () => {
  const suite = join(scratch, 'refused');
  for (const name of ['good', 'bad']) {
    mkdirSync(join(suite, name, 'info'), { recursive: true });
    writeFileSync(join(suite, name, 'run'), '#!/bin/sh\nexit 0\n');
    chmodSync(join(suite, name, 'run'), 0o755);
  }
  writeFileSync(join(suite, 'bad/info/qemu-args'), '-device no-such-device\n');
  using run = await runSuite([suite, '--kernel', 'debian:6.1', '--accel', 'tcg']);
  expect(run.test('good').outcome).toBe('pass');
  expect(run.test('bad')).toMatchObject({ outcome: 'error', ok: false });
  expect(run.test('bad').reason).toContain("'no-such-device' is not a valid device model name");
  expect(run.exitStatus).toBe(1);
});

it('keeps the results of the last run when the next one has wrong options', async () => {
  const out = join(scratch, 'kept');
  const first = await runCli([
    'run',
    join(suites, 'outcomes'),
    '--kernel',
    'debian:6.1',
    '--test',
    'pass',
    '--accel',
    'tcg',
    '--out',
    out,
  ]);
  expect(first.exitStatus).toBe(0);
  const before = readFileSync(join(out, 'results.json'), 'utf8');
  const second = await runCli(['run', join(suites, 'outcomes'), '--test', 'no-such-test', '--out', out]);
  expect(second.exitStatus).toBe(2);
  const third = await runCli(['run', join(suites, 'outcomes'), '--kernel', 'debian:5.3', '--out', out]);
  expect(third.exitStatus).toBe(69);
  expect(readFileSync(join(out, 'results.json'), 'utf8')).toBe(before);
});

it.each(['gcc', 'make'])('names the package when %s of the host is missing, and ends with 69', async (missing) => {
  const bin = join(scratch, `without-${missing}`);
  linkAllProgramsBut(missing, bin);
  const suite = join(scratch, `needs-${missing}`, 'suite');
  mkdirSync(join(suite, 'first'), { recursive: true });
  mkdirSync(join(suite, 'info'));
  mkdirSync(join(suite, 'driver'));
  writeFileSync(join(suite, 'info/modules'), 'driver\n');
  writeFileSync(join(suite, 'driver/Kbuild'), 'obj-m := it.o\n');
  // Never built before, so that no cached build hides the missing program.
  writeFileSync(
    join(suite, 'driver/it.c'),
    `#include <linux/module.h>\nMODULE_LICENSE("GPL");\n/* ${missing} ${process.hrtime.bigint().toString()} */\n`,
  );
  writeFileSync(join(suite, 'first/run'), '#!/bin/sh\n');
  chmodSync(join(suite, 'first/run'), 0o755);
  const words = ['run', suite, '--kernel', 'debian:6.1', '--compiler', 'host', '--out', join(scratch, 'missing')];
  const outcome = await runCli(words, { env: { PATH: bin } });
  expect(outcome.stderr).toMatch(new RegExp(`${missing}.*\\n.*apt-get install.*${missing}`));
  expect(outcome.exitStatus).toBe(69);
});

it.each([node, process.execPath])('the bundle runs without node_modules on %s', (program) => {
  const alone = mkdtempSync(join(scratch, 'alone-'));
  cpSync(join(root, 'dist'), join(alone, 'dist'), { recursive: true });
  const { stdout, status } = spawnSync(program, [join(alone, 'dist/cli.mjs'), '--help'], { encoding: 'utf8', env: {} });
  expect(stdout).toMatch(/^qemu-driver-test \d+\.\d+\.\d+: /);
  expect(status).toBe(0);
});

it('lists, checks and doctors without touching the network', async () => {
  const env = { XDG_CACHE_HOME: join(scratch, 'empty-cache'), HOME: join(scratch, 'empty-home') };
  expect(await runCli(['check', 'examples/edu'], { env })).toEqual({
    exitStatus: 0,
    stdout: 'edu: 15 tests, no problems\n',
    stderr: '',
  });
  const list = await runCli(['list', 'examples/edu', '--kernel', 'debian:6.1', '--machine', 'big=-m 512 -smp 2'], {
    env,
  });
  expect(list.stdout).toMatch(/^edu: 15 tests × 1 cell = 15\n {2}cells\n {4}debian-6\.1-big /);
  const doctor = await runCli(['doctor'], { env });
  expect(doctor.stdout).toContain('Tests can run here.');
  expect(doctor.exitStatus).toBe(0);
});

/** A directory that replaces PATH and lacks a program under all its names. */
function linkAllProgramsBut(missing: string, bin: string): void {
  mkdirSync(bin);
  const isMissing = new RegExp(`(^|-)${missing}(-[0-9.]+)?$`);
  for (const directory of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of namesIn(directory)) {
      if (isMissing.test(name)) continue;
      try {
        symlinkSync(join(directory, name), join(bin, name));
      } catch {
        // An earlier directory in PATH has the same program.
      }
    }
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(resolve(root, directory));
  } catch {
    return []; // PATH may name what is not there.
  }
}
