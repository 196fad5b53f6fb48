// node inside.ts DIRECTORY: what runs in the outer machine. DIRECTORY/job.json says what; the results go beside it.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTrials, type TrialPlace } from './run-trials.ts';
import { trials } from './trials.ts';

/** `job.json`. */
export interface InsideJob extends Omit<TrialPlace, 'tell'> {
  readonly names: readonly string[];
}

const [, , directory = ''] = process.argv;
const job = JSON.parse(readFileSync(join(directory, 'job.json'), 'utf8')) as InsideJob;
mkdirSync(job.scratch, { recursive: true });
await runTrials(
  trials.filter(({ name }) => job.names.includes(name)),
  { ...job, tell: (line) => process.stdout.write(`trial: ${line}\n`) },
);
