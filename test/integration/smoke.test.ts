import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TestResult } from '../../src/results/results.ts';
import { root, runCli, runSuite } from './cli.ts';
import { nightlyIt } from './scope.ts';

const edu = join(root, 'examples/edu/driver');
const faulty = join(root, 'test/integration/smoke/faulty');
const debian61 = ['--kernel', 'debian:6.1', '--accel', 'tcg'];

it('a driver is tried without a suite: also while it is in use, and in a machine that suspends', async () => {
  using run = await runSuite(['--smoke', edu, '--test', 'unbind-while-open', '--test', 'suspend-resume', ...debian61]);
  expect([run.exitStatus, run.stdout]).toEqual([0, expect.stringContaining('2 of 2 as expected (2 passed)')]);
  const said = output(run.test('unbind-while-open'), run.read);
  expect(said).toContain('plugged in: edu');
  expect(said).toContain('in use: /dev/edu0');
});

nightlyIt('a driver passes every test of smoke', async () => {
  using run = await runSuite(['--smoke', edu, ...debian61, '--kernel', 'debian:6.12']);
  expect([run.exitStatus, run.stdout]).toEqual([0, expect.stringContaining('14 of 14 as expected (14 passed)')]);
});

nightlyIt('each fault of a module is named', async () => {
  using run = await runSuite(['--smoke', faulty, ...debian61]);
  const reason = (name: string): string => `${run.test(name).outcome}: ${run.test(name).reason}`;
  expect(reason('build')).toMatch(
    /^fail: .*expected no warning, found 1: .*warns\.c:\d+:\d+: warning: unused variable/,
  );
  expect(reason('reload')).toMatch(/^crash: .* NULL pointer dereference in oopses_on_unload_exit/);
  expect(reason('unbind-while-open')).toMatch(/^crash: .* NULL pointer dereference in uses_freed_read/);
  expect(reason('unbind')).toMatch(/^fail: .* leaks_region: still reserved after .* : leaks_region in \/proc\/iomem/);
  expect(run.test('reload').subtests).toContainEqual({
    name: 'leaks_node',
    status: 'fail',
    reason: 'left behind after the first unload: /dev/leaks0 and 2 more',
  });
  expect(run.test('load').outcome).toBe('pass');
});

nightlyIt('what cannot be tried is skipped, and the reason is shown', async () => {
  using run = await runSuite(['--smoke', join(faulty, '../no-device'), '--test', 'bind', ...debian61]);
  expect(run.exitStatus).toBe(0);
  expect(run.stdout).toMatch(
    /skipped: smoke\/bind: QEMU has no device with the id of no_device:\s+pci:v00001234d0000DEAD/,
  );
});

nightlyIt('a suite that init writes passes', async () => {
  using project = createProject();
  const cwd = project.path;
  cpSync(edu, join(cwd, 'driver'), { recursive: true });
  expect(await runCli(['init', 'driver'], { cwd })).toMatchObject({ exitStatus: 0 });
  expect(await runCli(['init', 'driver'], { cwd })).toMatchObject({ exitStatus: 2 });
  using run = await runSuite([join(cwd, 'driver/qdt'), ...debian61]);
  expect([run.exitStatus, run.stdout]).toEqual([0, expect.stringContaining('1 of 1 as expected (1 passed)')]);
});

nightlyIt("the devices of smoke have the ids that are in its table, and fit into a machine's slots", async () => {
  using project = createProject();
  const suite = join(project.path, 'devices');
  cpSync(join(faulty, '../devices'), suite, { recursive: true });
  cpSync(join(root, 'smoke/lib/devices'), join(suite, 'ids/data/devices'));
  using run = await runSuite([suite, '--timeout', '300', ...debian61]);
  expect([run.exitStatus, output(run.test('ids'), run.read)]).toEqual([0, '']);
});

function createProject(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'qdt-smoke-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** What `run` printed. */
function output({ stages }: TestResult, read: (path: string) => string): string {
  const log = stages.find(({ name }) => name === 'run')?.log;
  return log === undefined ? '' : read(log);
}
