import { join } from 'node:path';
import { Cancelled } from '../command/cancel-on-signals.ts';
import { now, secretToken } from '../host/clock.ts';
import { environmentVariable, takeVariables } from '../host/environment.ts';
import { appendToFile, replaceFrom } from '../host/files/file-changes.ts';
import { sizeOfFile } from '../host/files/read-text.ts';
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
  readonly summary: (markdown: string) => void;
}

export function runnerFiles(variable: (name: string) => string | undefined): RunnerFiles {
  const append = (file: string, text: string): void => {
    const path = variable(file);
    if (path !== undefined) appendToFile(path, text);
  };
  let summaryAt: number | undefined;
  const summary = (markdown: string): void => {
    const path = variable('GITHUB_STEP_SUMMARY');
    if (path !== undefined) replaceFrom(path, (summaryAt ??= sizeOfFile(path)), markdown);
  };
  return {
    output: (name, value) => append('GITHUB_OUTPUT', keyValue(name, value)),
    state: (name, value) => append('GITHUB_STATE', keyValue(name, value)),
    summary,
  };
}

/** The delimiter is random: no value can end itself early and go on as another. */
function keyValue(name: string, value: string): string {
  const delimiter = `qdt_${secretToken()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
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
  const head = field(field(event, 'pull_request'), 'head');
  const sha = field(head, 'sha');
  return typeof sha === 'string' && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha) ? sha : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
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
