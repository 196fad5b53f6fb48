import { join } from 'node:path';
import { kernel } from './plan-of.ts';
import { runProgram, type ProgramRun } from './program-run.ts';
import { writeTrivialSuite } from './trivial-suite.ts';

export interface ManyTests extends ProgramRun {
  readonly tests: number;
  readonly jobs: number;
  readonly start: 'clone' | 'cold';
}

export interface ManyTestsPlace {
  readonly scratch: string;
  /** A built distribution. */
  readonly dist: string;
  readonly cloneTests: number;
  readonly coldTests: number;
}

const jobCounts = [1, 2];

/** The whole program, as users run it: a suite of trivial tests, from the command line to the results on disk. */
export async function measureManyTests({
  scratch,
  dist,
  cloneTests,
  coldTests,
}: ManyTestsPlace): Promise<readonly ManyTests[]> {
  const measured: ManyTests[] = [];
  for (const [start, tests] of [
    ['clone', cloneTests],
    ['cold', coldTests],
  ] as const) {
    const suite = writeTrivialSuite(scratch, tests);
    for (const jobs of jobCounts) {
      const out = join(scratch, `results-${start}-${jobs}`);
      const run = await runProgram([
        join(dist, 'cli.mjs'),
        'run',
        '--fresh',
        suite,
        '--kernel',
        kernel.text,
        '--accel',
        'tcg',
        '--start',
        start,
        '--jobs',
        String(jobs),
        '--out',
        out,
      ]);
      measured.push({ ...run, tests, jobs, start });
    }
  }
  return measured;
}
