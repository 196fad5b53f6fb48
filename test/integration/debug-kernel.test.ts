import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, root, runCli, runSuite, suites } from './cli.ts';

/** The kernel is built for the first run, so these tests are for the night (vitest.config.ts). */
const kernel = 'debian:6.12+debug';
const cell = 'debian-6.12-debug-default';

const expected: Readonly<Record<string, readonly [kind: string, title: string, place: string]>> = {
  'use-after-free': ['kasan', 'KASAN: slab-use-after-free Read in found_use_after_free', 'found_use_after_free'],
  'out-of-bounds': ['kasan', 'KASAN: slab-out-of-bounds Write in found_out_of_bounds', 'found_out_of_bounds'],
  inversion: ['lockdep', 'possible deadlock in found_inversion', 'found_inversion'],
  sleep: ['atomic-sleep', 'BUG: sleeping function called from invalid context in found_sleep', 'found_sleep'],
  leak: ['memory-leak', 'memory leak in found_leak', 'found_leak'],
  shift: ['ubsan', 'UBSAN: shift-out-of-bounds in found_shift', 'found_shift'],
  unmap: ['warning', 'WARNING in found_unmap', 'found_unmap'],
};
const source = readFileSync(join(suites, 'debug-kernel/module/found.c'), 'utf8').split('\n');

/** The function that contains a line of the module. */
function functionAt(line: number): string | undefined {
  return source
    .slice(0, line)
    .reverse()
    .map((text) => /^static noinline \w+ (\w+)\(/.exec(text)?.[1])
    .find((name) => name !== undefined);
}

describe(`a kernel with all checks (${kernel})`, () => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await runSuite([join(suites, 'debug-kernel'), '--kernel', kernel, '--accel', 'tcg']);
  }, 3_600_000);
  afterAll(() => run[Symbol.dispose]());

  it.each(Object.entries(expected))('finds %s', (name, [kind, title, place]) => {
    const found = run.test(name, cell).findings[0];
    expect([found?.kind, found?.title]).toEqual([kind, title]);
    expect(found?.source?.file).toMatch(/debug-kernel\/module\/found\.c$/);
    expect(functionAt(found?.source?.line ?? 0)).toBe(place);
  });

  it('finds nothing in a healthy module', () => {
    expect(run.test('healthy', cell)).toMatchObject({ outcome: 'pass', findings: [] });
  });

  it('is in the store now, so that the next run starts at once', async () => {
    const again = await runCli(['list', '--help'], { cwd: root });
    expect(again.exitStatus).toBe(0);
    using second = await runSuite([join(suites, 'debug-kernel'), '--kernel', kernel, '--test', 'healthy']);
    expect(second.stdout + second.stderr).not.toContain('is built from source now');
  });
});
