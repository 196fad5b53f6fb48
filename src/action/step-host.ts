import { join } from 'node:path';
import { getInput, saveState, setOutput, summary } from '@actions/core';
import type { Variable } from '../app/github-event.ts';
import type { Installation } from '../app/installation.ts';
import { Cancelled } from '../command/cancel-on-signals.ts';
import { now, secretToken } from '../host/clock.ts';
import { environmentVariable, takeVariables, variableNames } from '../host/environment.ts';
import { JobLog } from './job-log.ts';

/** Writes outputs, state and the summary to the files that the runner named. Does nothing where it named none. */
export interface RunnerFiles {
  readonly output: (name: string, value: string) => void;
  /** `post` reads it as `STATE_name`. */
  readonly state: (name: string, value: string) => void;
  /** Replaces the previous summary. */
  readonly summary: (markdown: string) => Promise<void>;
}

export function runnerFiles(): RunnerFiles {
  const isNamed = (file: string): boolean => environmentVariable(file) !== undefined;
  return {
    output: (name, value) => {
      if (isNamed('GITHUB_OUTPUT')) setOutput(name, value);
    },
    state: (name, value) => {
      if (isNamed('GITHUB_STATE')) saveState(name, value);
    },
    summary: async (markdown) => {
      if (isNamed('GITHUB_STEP_SUMMARY')) await summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
    },
  };
}

/** The address of this run on GitHub. */
export function runAddress(variable: Variable): string {
  const [server = 'https://github.com', repository = '', run = ''] = [
    'GITHUB_SERVER_URL',
    'GITHUB_REPOSITORY',
    'GITHUB_RUN_ID',
  ].map(variable);
  return `${server}/${repository}/actions/runs/${run}`;
}

export function artifactAddress(id: number, variable: Variable): string {
  return `${runAddress(variable)}/artifacts/${id}`;
}

/**
 * A cancelled job gets SIGINT, SIGTERM after 7.5 s and SIGKILL after another 2.5 s. The first aborts the run, which
 * stops its machines and writes results; the second ends the process with everything it started.
 */
export function cancelOnRunnerSignals(): AbortSignal {
  const controller = new AbortController();
  const cancel = (name: string) => (): void => {
    // 128 + SIGINT.
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new Cancelled(name));
  };
  process.on('SIGINT', cancel('SIGINT'));
  process.on('SIGTERM', cancel('SIGTERM'));
  return controller.signal;
}

/** What the action needs from its process and its job. */
export interface StepHost {
  readonly installation: Installation;
  /** Scripts that run as separate processes. */
  readonly workers: { readonly cache: string; readonly artifact: string };
  /** The checkout; absolute. */
  readonly workspace: string;
  /** `INPUT_…`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Tokens for the runner's services. Only the cache and artifact workers get them. */
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

/** Variables that would let a program act for the job. The tests' programs, compilers and machines do not need them. */
function isSecret(name: string): boolean {
  return /^(?:ACTIONS_(?:RUNTIME_|RESULTS_|CACHE_|ID_TOKEN_)|GITHUB_TOKEN$|GH_TOKEN$)/.test(name);
}

/** The runner's tokens by variable name. No other program sees them. */
function takeInputs(): Readonly<Record<string, string>> {
  const isInput = (name: string): boolean => name.startsWith(inputPrefix);
  const values = variableNames(isInput).map((name) => [name, getInput(name.slice(inputPrefix.length))] as const);
  takeVariables(isInput);
  return Object.fromEntries(values);
}

const inputPrefix = 'INPUT_';

/** The real process. Removes inputs and secrets from the environment that other programs inherit. */
export function stepHost({ version, directory }: StepPlaces): StepHost {
  return {
    installation: {
      version,
      guestDirectory: join(directory, '../../guest'),
      forkServer: join(directory, '../../fork-server/fork-server-x86_64.so'),
      smokeDirectory: join(directory, '../../smoke'),
      deviceHostProgram: join(directory, '../device-host.mjs'),
      judgeProgram: join(directory, '../judge-worker.mjs'),
      selftestDirectory: join(directory, '../../selftest'),
    },
    workers: { cache: join(directory, 'cache-worker.mjs'), artifact: join(directory, 'artifact-worker.mjs') },
    workspace: environmentVariable('GITHUB_WORKSPACE') ?? process.cwd(),
    inputs: takeInputs(),
    services: Object.fromEntries(takeVariables(isSecret)),
    variable: environmentVariable,
    log: new JobLog(secretToken),
    files: runnerFiles(),
    nowMs: () => now().getTime(),
  };
}
