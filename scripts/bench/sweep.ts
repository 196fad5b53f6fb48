import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernel } from './plan-of.ts';
import { runProgram, type ProgramRun } from './program-run.ts';

export interface SweepTime extends ProgramRun {
  readonly points: number;
  readonly jobs: number;
}

export interface SweepPlace {
  readonly root: string;
  readonly scratch: string;
  /** A built distribution. */
  readonly dist: string;
  readonly points: number;
}

const jobs = 2;

/**
 * A sweep of `examples/edu-ts` with the driver of `examples/edu`, from the command line to the results on disk. The
 * fault is one that the driver does not notice, so that no point waits for a timeout.
 */
export async function measureSweep({ root, scratch, dist, points }: SweepPlace): Promise<SweepTime> {
  const out = join(scratch, 'results-sweep');
  const run = await runProgram([
    join(dist, 'cli.mjs'),
    'sweep',
    `${writeSweptSuite(root, scratch, points)}/reads`,
    '--fault',
    'read-late by=1us',
    '--max-points',
    String(points),
    '--kernel',
    kernel.text,
    '--accel',
    'tcg',
    '--jobs',
    String(jobs),
    '--out',
    out,
  ]);
  // The program wrote it.
  const { totals } = JSON.parse(readFileSync(join(out, 'sweep.json'), 'utf8')) as {
    readonly totals: { readonly absorbed: number };
  };
  if (totals.absorbed !== points)
    throw new Error(`expected ${points} points to be absorbed, found ${JSON.stringify(totals)}`);
  return { ...run, points, jobs };
}

function writeSweptSuite(root: string, scratch: string, reads: number): string {
  const suite = join(scratch, 'swept');
  const edu = join(root, 'examples/edu');
  for (const directory of ['info', 'reads']) mkdirSync(join(suite, directory), { recursive: true });
  writeFileSync(join(suite, 'info/devices'), `edu0 ${join(root, 'examples/edu-ts/edu.ts')}\n`);
  writeFileSync(join(suite, 'info/modules'), `${join(edu, 'driver')}\n`);
  for (const stage of ['setup', 'teardown']) copyFileSync(join(edu, stage), join(suite, stage));
  writeFileSync(
    join(suite, 'reads/run'),
    `#!/bin/sh\nfor number in $(seq ${reads}); do read value </sys/class/misc/edu0/liveness || exit 1; done\n`,
    { mode: 0o755 },
  );
  return suite;
}
