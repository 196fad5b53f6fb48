import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root, suites } from './cli.ts';
import { nightlyIt } from './scope.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-nobody-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const nobody = 65534;
const isRoot = process.getuid?.() === 0;

it('fetches, builds and tests in an empty home, without root', () => {
  const chosen = ['pass', 'expected-crash', 'setup-fails'].map((name) => `--test ${name}`).join(' ');
  const { outcomes, status, said } = runAsNobody('outcomes', `--kernel debian:6.1 ${chosen}`);
  expect(outcomes, said).toEqual([
    'outcomes/expected-crash: crash',
    'outcomes/pass: pass',
    'outcomes/setup-fails: error',
  ]);
  expect(status).toBe(1);
});

nightlyIt('makes an image of a distribution and tests on it when it is up, without root', () => {
  const { outcomes, status, said } = runAsNobody(
    'distribution',
    '--kernel debian:6.12 --disk-image debian:bookworm+python3 --test first --test stages',
  );
  expect(outcomes, said).toEqual(['distribution/first: pass', 'distribution/stages: pass']);
  expect(status).toBe(0);
});

interface NobodysRun {
  readonly outcomes: readonly string[];
  readonly status: number | null;
  readonly said: string;
}

/** As root it switches to an unprivileged user. Started by an ordinary user, it already is one. */
function runAsNobody(suite: string, options: string): NobodysRun {
  // A copy that everybody may read, because only the owner may be able to enter the checkout.
  const place = mkdtempSync(join(scratch, 'run-'));
  for (const part of ['dist', 'guest', 'package.json'])
    cpSync(join(root, part), join(place, part), { recursive: true });
  cpSync(join(suites, suite), join(place, suite), { recursive: true });
  const home = join(place, 'home');
  const shell =
    `umask 022 && mkdir -p "$HOME" && cd "$HOME" && exec "$0" "${place}/dist/cli.mjs" run ` +
    `"${place}/${suite}" ${options} --accel tcg --out "$HOME/results"`;
  const asNobody = isRoot
    ? ['setpriv', '--reuid', String(nobody), '--regid', String(nobody), '--clear-groups', '--']
    : [];
  for (const directory of [scratch, place]) chmodSync(directory, 0o777);
  // This user's directory for temporary files may not be accessible to everybody.
  const temporary = join(place, 'tmp');
  mkdirSync(temporary);
  chmodSync(temporary, 0o1777);
  const argv = [...asNobody, 'sh', '-c', shell, readableNode(place)];
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, TMPDIR: temporary };
  const { status, stdout, stderr } = spawnSync(argv[0] ?? '', argv.slice(1), {
    env,
    encoding: 'utf8',
    timeout: 500_000,
  });
  const results = JSON.parse(readFileSync(join(home, 'results/results.json'), 'utf8')) as {
    tests: { id: string; outcome: string }[];
  };
  return { outcomes: results.tests.map(({ id, outcome }) => `${id}: ${outcome}`), status, said: stdout + stderr };
}

/** A Node that user `nobody` may not execute is useless here. */
function readableNode(directory: string): string {
  const copy = join(directory, 'node');
  cpSync(process.execPath, copy);
  chmodSync(copy, 0o755);
  return copy;
}
