import { join } from 'node:path';
import { getInput, saveState, setOutput, summary } from '@actions/core';
import type { Installation } from '../app/installation.ts';
import { fieldOf } from '../bounds/parse-json.ts';
import { Cancelled } from '../command/cancel-on-signals.ts';
import { now, secretToken } from '../host/clock.ts';
import { environmentVariable, takeVariables, variableNames } from '../host/environment.ts';
import { JobLog } from './job-log.ts';

/**
 * Hands outputs, state and the summary to the runner, in the files it named; where it named none, nothing is handed
 * over.
 */
export interface RunnerFiles {
  readonly output: (name: string, value: string) => void;
  /** Comes back in `post` as `STATE_name`. */
  readonly state: (name: string, value: string) => void;
  /** Takes the place of one that was given before. */
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

/** Reads a variable of the runner's. */
export type Variable = (name: string) => string | undefined;

/** Where GitHub shows this run. */
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

/** The head of the pull request that an event is about; undefined for other events. */
export function eventHeadSha(event: unknown): string | undefined {
  const head = fieldOf(fieldOf(event, 'pull_request'), 'head');
  const sha = fieldOf(head, 'sha');
  return typeof sha === 'string' && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha) ? sha : undefined;
}
/**
 * A job that is cancelled gets SIGINT, 7.5 s later SIGTERM, and 2.5 s later it is killed. The first aborts the run,
 * which ends its machines and writes what it knows; the second ends the process, and with it whatever is left.
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

/** What the action needs of the process and the job that it runs in. */
export interface StepHost {
  readonly installation: Installation;
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

/** As the runner hands them over, by the names of their variables. No other program sees them. */
function takeInputs(): Readonly<Record<string, string>> {
  const isInput = (name: string): boolean => name.startsWith(inputPrefix);
  const values = variableNames(isInput).map((name) => [name, getInput(name.slice(inputPrefix.length))] as const);
  takeVariables(isInput);
  return Object.fromEntries(values);
}

const inputPrefix = 'INPUT_';

/** The real process. Takes inputs and secrets out of the environment that other programs inherit. */
export function stepHost({ version, directory }: StepPlaces): StepHost {
  return {
    installation: {
      version,
      guestDirectory: join(directory, '../../guest'),
      deviceHostProgram: join(directory, '../device-host.mjs'),
      judgeProgram: join(directory, '../judge-worker.mjs'),
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
