import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root, suites } from './cli.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-nobody-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const nobody = 65534;
const isRoot = process.getuid?.() === 0;

/** As root it switches to an unprivileged user. Started by an ordinary user, it already is one. */
it('fetches, builds and tests in an empty home, without root', () => {
  // A copy that everybody may read, because only the owner may be able to enter the checkout.
  for (const part of ['dist', 'guest', 'package.json'])
    cpSync(join(root, part), join(scratch, part), { recursive: true });
  cpSync(join(suites, 'outcomes'), join(scratch, 'outcomes'), { recursive: true });
  const home = join(scratch, 'home');
  const shell =
    `umask 022 && mkdir -p "$HOME" && cd "$HOME" && exec "$0" "${scratch}/dist/cli.mjs" run ` +
    `"${scratch}/outcomes" --kernel debian:6.1 --test pass --test expected-crash --test setup-fails --accel ` +
    'tcg --out "$HOME/results"';
  const asNobody = isRoot
    ? ['setpriv', '--reuid', String(nobody), '--regid', String(nobody), '--clear-groups', '--']
    : [];
  chmodSync(scratch, 0o777);
  // This user's directory for temporary files may not be accessible to everybody.
  const temporary = join(scratch, 'tmp');
  mkdirSync(temporary);
  chmodSync(temporary, 0o1777);
  const argv = [...asNobody, 'sh', '-c', shell, readableNode()];
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, TMPDIR: temporary };
  const { status, stdout, stderr } = spawnSync(argv[0] ?? '', argv.slice(1), {
    env,
    encoding: 'utf8',
    timeout: 500_000,
  });
  const results = JSON.parse(readFileSync(join(home, 'results/results.json'), 'utf8')) as {
    tests: { id: string; outcome: string }[];
  };
  expect(
    results.tests.map(({ id, outcome }) => `${id}: ${outcome}`),
    stdout + stderr,
  ).toEqual(['outcomes/expected-crash: crash', 'outcomes/pass: pass', 'outcomes/setup-fails: error']);
  expect(status).toBe(1);
});

/** A Node that user `nobody` may not execute is useless here. */
function readableNode(): string {
  const copy = join(scratch, 'node');
  cpSync(process.execPath, copy);
  chmodSync(copy, 0o755);
  return copy;
}
