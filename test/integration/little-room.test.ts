import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { node, root, suites } from './cli.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-room-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A new user and mount namespace, in which file systems can be made small. Not every host allows it. */
const unshared =
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/dev/shm']).status === 0;

describe.skipIf(!unshared)('with little disk space (skipped where user namespaces are not allowed)', () => {
  it('in /dev/shm, memory goes to the disk and tests are still cloned', () => {
    const { status, results } = runWith('mount -t tmpfs -o size=64m tmpfs /dev/shm', 'shm');
    expect(startsOf(results)).toEqual(['contract/pass: pass, clone']);
    expect(status).toBe(0);
  });

  it('anywhere, tests boot cold, with one message about the reason', () => {
    const { status, results, stdout } = runWith(
      `mount -t tmpfs -o size=64m tmpfs /dev/shm && mkdir -p ${scratch}/tmp && mount -t tmpfs -o size=100m ` +
        `tmpfs ${scratch}/tmp && export TMPDIR=${scratch}/tmp`,
      'nowhere',
    );
    expect(startsOf(results)).toEqual(['contract/pass: pass, cold']);
    expect(results).toContain('no room for 256 MiB of memory in a file: /dev/shm: ');
    expect(stdout.match(/warning: /g)).toHaveLength(1);
    expect(status).toBe(0);
  });

  it('in the results directory, nothing passes, and a message names the full disk', () => {
    const out = join(scratch, 'full');
    const { status, stdout, stderr } = runWith(`mkdir -p ${out} && mount -t tmpfs -o size=32k tmpfs ${out}`, 'full');
    expect(stdout + stderr).toMatch(/results\.json could not be written: [^]*ENOSPC/);
    expect(stdout).not.toContain('1 passed');
    expect(status).toBe(69);
  });
});

interface SmallRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Text of results.json; empty: there is none. */
  readonly results: string;
}

/** Runs one test in a new namespace after these shell commands. */
function runWith(preparation: string, name: string): SmallRun {
  const out = join(scratch, name);
  const command = [
    node,
    join(root, 'dist/cli.mjs'),
    'run',
    // What an earlier run saved needs no room here.
    '--fresh',
    join(suites, 'contract'),
    '--test',
    'pass',
    '--kernel',
    'debian:6.1',
    '--machine',
    'm=-m 256',
    '--accel',
    'tcg',
    '--out',
    out,
  ];
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', `${preparation} && exec "$@"`, 'sh', ...command],
    { encoding: 'utf8', timeout: 300_000, cwd: root },
  );
  const path = join(out, 'results.json');
  return { status, stdout, stderr, results: existsSync(path) ? readFileSync(path, 'utf8') : '' };
}

function startsOf(text: string): readonly string[] {
  const results = JSON.parse(text) as {
    readonly tests: readonly { readonly id: string; readonly outcome: string; readonly start: string }[];
  };
  return results.tests.map(({ id, outcome, start }) => `${id}: ${outcome}, ${start}`);
}
