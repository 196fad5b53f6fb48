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

/** How many faults are set at each access. They differ in a figure only. */
export const sweptFaults = 8;

/**
 * A sweep of `examples/edu-ts` with the driver of `examples/edu`, from the command line to the results on disk. The
 * faults are those that the driver does not notice, so that no point waits for a timeout.
 */
export async function measureSweep({ root, scratch, dist, points }: SweepPlace): Promise<SweepTime> {
  const reads = points / sweptFaults;
  const faults = Array.from({ length: sweptFaults }, (_, before) => `read-late by=${before + 1}us`);
  const suite = writeSuite(root, scratch, {
    name: 'swept',
    run: `for number in $(seq ${reads}); do read value <${inSysfs}/liveness || exit 1; done`,
  });
  writeFileSync(join(suite, 'info/devices'), `edu0 ${join(root, 'examples/edu-ts/edu.ts')}\n`);
  return await sweep({ scratch, dist, suite, faults, options: ['--max-points', String(reads)] });
}

/** Each matches every function. So each place that calls has as many points. */
const allFunctions = ['*', ...Array.from({ length: 14 }, (_, before) => `${'?'.repeat(before + 1)}*`)];

/** A sweep over all calls of the same driver, which is loaded, used once and unloaded. */
export async function measureCallSweep({ root, scratch, dist }: Omit<SweepPlace, 'points'>): Promise<SweepTime> {
  const suite = writeSuite(root, scratch, { name: 'swept-calls', run: `read value <${inSysfs}/liveness` });
  writeFileSync(join(suite, 'info/qemu-args'), '-device edu\n');
  const faults = allFunctions.map((glob) => `call-fail function=${glob}`);
  return await sweep({ scratch, dist, suite, faults, options: [] });
}

interface SweepWords extends Omit<SweepPlace, 'root' | 'points'> {
  readonly suite: string;
  readonly faults: readonly string[];
  readonly options: readonly string[];
}

async function sweep({ scratch, dist, suite, faults, options }: SweepWords): Promise<SweepTime> {
  const out = join(scratch, 'results-sweep');
  const cli = join(dist, 'cli.mjs');
  const run = await runProgram([
    ...[cli, 'sweep', `${suite}/uses`, ...faults.flatMap((fault) => ['--fault', fault]), ...options],
    ...['--kernel', kernel.text, '--accel', 'tcg', '--jobs', String(jobs), '--out', out],
  ]);
  // The program wrote it.
  const { totals } = JSON.parse(readFileSync(join(out, 'sweep.json'), 'utf8')) as {
    readonly totals: Readonly<Record<string, number>>;
  };
  const { absorbed = 0, reported = 0, ...bad } = totals;
  if (Object.values(bad).some((count) => count > 0))
    throw new Error(`expected every point to be handled, found ${JSON.stringify(totals)}`);
  return { ...run, points: absorbed + reported, jobs };
}

const inSysfs = '/sys/class/misc/edu0';

/** A suite with one test, which uses the driver of `examples/edu`. */
function writeSuite(
  root: string,
  scratch: string,
  { name, run }: { readonly name: string; readonly run: string },
): string {
  const suite = join(scratch, name);
  const edu = join(root, 'examples/edu');
  for (const directory of ['info', 'uses']) mkdirSync(join(suite, directory), { recursive: true });
  writeFileSync(join(suite, 'info/modules'), `${join(edu, 'driver')}\n`);
  for (const stage of ['setup', 'teardown']) copyFileSync(join(edu, stage), join(suite, stage));
  writeFileSync(join(suite, 'uses/run'), `#!/bin/sh\n${run}\n`, { mode: 0o755 });
  return suite;
}
