import { join } from 'node:path';
import { now } from '../host/clock.ts';
import { environmentVariable, takeVariables } from '../host/environment.ts';
import { secretToken } from '../host/token.ts';
import { JobLog } from './job-log.ts';
import { runnerFiles, type RunnerFiles } from './runner-files.ts';

/** What the action needs of the process and the job that it runs in. */
export interface StepHost {
  readonly version: string;
  /** The files that go into every guest. */
  readonly guestDirectory: string;
  readonly deviceHostProgram: string;
  readonly judgeProgram: string;
  /** Scripts that run in processes of their own. */
  readonly workers: { readonly cache: string; readonly artifact: string };
  /** The checkout: absolute. */
  readonly workspace: string;
  /** `INPUT_…`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Keys to the runner's services. No program that we start has them, but those two. */
  readonly services: Readonly<Record<string, string>>;
  readonly variable: (name: string) => string | undefined;
  readonly log: JobLog;
  readonly files: RunnerFiles;
  readonly nowMs: () => number;
}

export interface StepPlaces {
  readonly version: string;
  /** `dist/action`. */
  readonly directory: string;
}

/** What would let whoever has it act for the job. The tests' programs, compilers and machines have no use for it. */
function isSecret(name: string): boolean {
  return /^(?:ACTIONS_(?:RUNTIME_|RESULTS_|CACHE_|ID_TOKEN_)|GITHUB_TOKEN$|GH_TOKEN$)/.test(name);
}

/** The real process. Takes inputs and secrets out of the environment that other programs inherit. */
export function stepHost({ version, directory }: StepPlaces): StepHost {
  return {
    version,
    guestDirectory: join(directory, '../../guest'),
    deviceHostProgram: join(directory, '../device-host.mjs'),
    judgeProgram: join(directory, '../judge-worker.mjs'),
    workers: { cache: join(directory, 'cache-worker.mjs'), artifact: join(directory, 'artifact-worker.mjs') },
    workspace: environmentVariable('GITHUB_WORKSPACE') ?? process.cwd(),
    inputs: Object.fromEntries(takeVariables((name) => name.startsWith('INPUT_'))),
    services: Object.fromEntries(takeVariables(isSecret)),
    variable: environmentVariable,
    log: new JobLog((text) => void process.stdout.write(text), secretToken),
    files: runnerFiles(environmentVariable),
    nowMs: () => now().getTime(),
  };
}
