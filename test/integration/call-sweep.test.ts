import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Results } from '../../src/results/results.ts';
import type { SweepResult } from '../../src/results/sweep-result.ts';
import { runCli, suites } from './cli.ts';
import { lineWithMark } from './marked-line.ts';
import { inScope, nightlyIt } from './scope.ts';

/** Every night on the oldest and the newest kernel, too. */
const kernels = inScope(['debian:6.12'], ['debian:5.10', 'debian:6.1', 'debian:newest']);

const source = join(suites, 'callsweep/driver/shelf.c');

it.each(kernels)(
  'lets each call of a driver fail in turn, from its init to its last use, and says what came of it: %s',
  async (kernel) => {
    const directory = mkdtempSync(join(tmpdir(), 'qdt-call-sweep-'));
    try {
      const outcome = await runCli([
        ...['sweep', join(suites, 'callsweep/reads'), '--fault', 'call-fail', '--kernel', kernel],
        ...['--accel', 'tcg', '--jobs', '2', '--out', join(directory, 'out')],
      ]);
      // Written by the run above.
      const sweep = JSON.parse(readFileSync(join(directory, 'out/sweep.json'), 'utf8')) as SweepResult;
      expect(sweep.faults).toEqual([{ text: 'call-fail', counted: 14, places: 7, swept: 7 }]);
      const at = (caller: string, mark: string): unknown =>
        expect.stringMatching(new RegExp(` in ${caller} \\(\\S*driver/shelf\\.c:${lineWithMark(source, mark)}\\)$`));
      const refused: unknown = expect.stringMatching(
        /^suite-setup said: insmod: can't insert .*: (?:Cannot allocate|Device or)/,
      );
      expect(sweep.points.map(({ access, reached, outcome: found, why }) => [access, reached, found, why])).toEqual([
        // What busybox loads twice does not pass the second time.
        [at('shelf_init', 'device'), 1, 'reported', refused],
        [at('shelf_init', 'driver'), 1, 'reported', refused],
        // The kernel says nothing of this error, and the test passes without the device.
        [at('shelf_probe', 'probe'), 1, 'reported', 'the driver gave the kernel an error, and its probe failed'],
        [at('shelf_init', 'init'), 1, 'reported', refused],
        // Three times in a loop, in each of two reads.
        [at('shelf_read', 'loop'), 6, 'reported', 'run said: cat: read error: Cannot allocate memory'],
        [at('shelf_read', 'swallowed'), 2, 'silent', 'only the test noticed: expected 6, found'],
        [at('shelf_read', 'copied'), 2, 'reported', 'run said: cat: read error: Bad address'],
      ]);
      const results = JSON.parse(readFileSync(join(directory, 'out/results.json'), 'utf8')) as Results;
      expect(results.tests.map(({ start }) => start)).toEqual(Array.from({ length: 8 }, () => 'clone'));
      expect(outcome.exitStatus).toBe(1);
      expect(outcome.stdout).toContain('14 calls from 7 places');
      expect(outcome.stdout).toContain('shelf.c:' + `${lineWithMark(source, 'loop')}), reached 6 times   reported`);
      expect(outcome.stdout).toContain('6 of 7 points handled (6 reported, 0 absorbed) · 1 silent');
      expect(outcome.stdout).toMatch(/again .* sweep \S+reads --fault call-fail --point 6 /);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
);

nightlyIt('says how much of the error paths ran', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-call-sweep-'));
  try {
    const outcome = await runCli([
      ...['sweep', join(suites, 'callsweep/reads'), '--fault', 'call-fail group=alloc', '--coverage'],
      ...['--kernel', 'debian:6.12', '--accel', 'tcg', '--jobs', '2', '--out', join(directory, 'out')],
    ]);
    // Written by the run above.
    const { errorPaths } = JSON.parse(readFileSync(join(directory, 'out/sweep.json'), 'utf8')) as SweepResult;
    // Where a probe, the loop and the copy return for want of memory.
    expect(errorPaths).toMatchObject({
      files: [{ file: expect.stringContaining('shelf.c') as string, unreached: '' }],
    });
    expect(errorPaths?.lines).toBeGreaterThan(1);
    expect(outcome.stdout).toContain('lines behind calls ran (100 %)');
    expect(readFileSync(join(directory, 'out/summary.md'), 'utf8')).toContain('Error paths: ');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
