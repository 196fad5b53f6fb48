import { join } from 'node:path';
import { runProgram } from './program-run.ts';
import { type Spread, spreadOf } from './statistics.ts';

export interface WarmRunPlace {
  readonly root: string;
  readonly scratch: string;
  /** A built distribution. */
  readonly dist: string;
}

const runs = 10;

/**
 * One test of a driver, as a developer runs it all day: from the command line to the reports on disk, with the kernel,
 * the built module and the saved machine of an earlier run. In milliseconds.
 */
export async function measureWarmRuns({ root, scratch, dist }: WarmRunPlace): Promise<Spread> {
  const words = [
    join(dist, 'cli.mjs'),
    'run',
    join(root, 'examples/edu'),
    '--test',
    'edu/liveness',
    '--kernel',
    'debian:6.12',
    '--accel',
    'tcg',
    '--out',
    join(scratch, 'results-warm'),
  ];
  await runProgram(words);
  const wallMs: number[] = [];
  for (let round = 0; round < runs; round++) wallMs.push((await runProgram(words)).wallMs);
  return spreadOf(wallMs);
}
