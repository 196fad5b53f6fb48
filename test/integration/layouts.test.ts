import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runSuite, suites } from './cli.ts';

it('drivers build by dkms.conf, own rules, variables and info/build, and any module can be loaded', async () => {
  using run = await runSuite([join(suites, 'layouts'), '--kernel', 'debian:6.1', '--accel', 'tcg']);
  expect([run.exitStatus, run.stdout]).toEqual([0, expect.stringContaining('2 of 2 as expected')]);
  const drivers = readdirSync(join(suites, 'layouts/drivers'), { recursive: true, encoding: 'utf8' });
  expect(drivers.filter((path) => /\.(?:h|o|ko)$/.test(path))).toEqual([]);
});
