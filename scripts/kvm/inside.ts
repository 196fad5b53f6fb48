// node inside.ts DIRECTORY: what runs in the outer machine. DIRECTORY/job.json says what; the results go beside it.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChosen } from './run-chosen.ts';
import type { TrialPlace } from './run-trials.ts';

/** `job.json`. */
export interface InsideJob extends Omit<TrialPlace, 'tell'> {
  readonly names: readonly string[];
}

const [, , directory = ''] = process.argv;
const job = JSON.parse(readFileSync(join(directory, 'job.json'), 'utf8')) as InsideJob;
mkdirSync(job.scratch, { recursive: true });
await runChosen(job.names, { ...job, tell: (line) => process.stdout.write(`trial: ${line}\n`) });
