import { symlinkSync } from 'node:fs';
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
  readonly root: string;
  readonly scratch: string;
  readonly cloneTests: number;
  readonly coldTests: number;
}

const jobCounts = [1, 2];

/** The whole program, as users run it: a suite of trivial tests, from the command line to the results on disk. */
export async function measureManyTests({ root, scratch, cloneTests, coldTests }: ManyTestsPlace): Promise<readonly ManyTests[]> {
  const cli = await bundle(root, scratch);
  const measured: ManyTests[] = [];
  for (const [start, tests] of [['clone', cloneTests], ['cold', coldTests]] as const) {
    const suite = writeTrivialSuite(scratch, tests);
    for (const jobs of jobCounts) {
      const out = join(scratch, `results-${start}-${jobs}`);
      const run = await runProgram([cli, 'run', suite, '--kernel', kernel.text, '--accel', 'tcg', '--start', start, '--jobs', String(jobs), '--out', out]);
      measured.push({ ...run, tests, jobs, start });
    }
  }
  return measured;
}

/** The program finds the guest's files beside its own directory. */
async function bundle(root: string, scratch: string): Promise<string> {
  const { buildDist } = (await import(join(root, 'scripts/build-dist.mjs'))) as { readonly buildDist: (outdir: string) => Promise<void> };
  await buildDist(join(scratch, 'dist'));
  symlinkSync(join(root, 'guest'), join(scratch, 'guest'));
  return join(scratch, 'dist', 'cli.mjs');
}
