import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readActionFile, root } from './action-file.ts';
import { keptSummary, readKeyValues } from './file-commands.ts';
import { readStepLog, type StepLog } from './step-log.ts';

/** A job as its steps see it. */
export interface Job {
  readonly workspace: string;
  readonly toolCache: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
  readonly node: string;
  /** Added to the runner's variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** github.token; undefined: empty. */
  readonly token?: string;
}

export interface StepOptions {
  /** `with:`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Called regularly with all output so far; true cancels the job. */
  readonly cancelWhen?: (output: string) => boolean;
  /** Called with the running process. */
  readonly whileRunning?: (child: ChildProcess) => void;
}

export interface FinishedPart {
  readonly exitStatus: number | null;
  readonly output: string;
  readonly log: StepLog;
  readonly durationMs: number;
  /** Time since the job was cancelled. */
  readonly cancelledMs: number | undefined;
}

export interface FinishedStep {
  readonly main: FinishedPart;
  readonly post: FinishedPart;
  readonly outputs: Readonly<Record<string, string>>;
  /** Undefined when the runner drops it. */
  readonly summary: string | undefined;
}

/**
 * Runs the action's step and then its `post`, whatever the result, like actions/runner (NodeScriptActionHandler.cs,
 * ProcessInvoker.cs).
 */
export async function runActionStep(
  job: Job,
  { inputs, cancelWhen, whileRunning }: StepOptions,
): Promise<FinishedStep> {
  const action = readActionFile();
  const files = mkdtempSync(join(ensured(job.temp), '_runner_file_commands-'));
  const given = new Map([
    ...action.inputs.map(
      (input) => [input.name, input.default.replace('${{ github.token }}', job.token ?? '')] as const,
    ),
    ...Object.entries(inputs),
  ]);
  const inputVariables = Object.fromEntries(
    [...given].map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
  const part = async (script: string, state: Readonly<Record<string, string>>): Promise<FinishedPart> => {
    const stateVariables = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
    return await runPart(script, {
      job,
      env: { ...runnerVariables(job, files), ...inputVariables, ...stateVariables },
      cancelWhen: script === action.main ? cancelWhen : undefined,
      whileRunning,
    });
  };
  const main = await part(action.main, {});
  const post = await part(action.post, readKeyValues(readFileSync(join(files, 'state'), 'utf8')));
  return {
    main,
    post,
    outputs: readKeyValues(readFileSync(join(files, 'output'), 'utf8')),
    summary: keptSummary(readFileSync(join(files, 'summary'), 'utf8')),
  };
}

interface Part {
  readonly job: Job;
  readonly env: Readonly<Record<string, string>>;
  readonly cancelWhen: StepOptions['cancelWhen'];
  readonly whileRunning: StepOptions['whileRunning'];
}

const untilTermMs = 7_500;
const untilKillMs = 2_500;

async function runPart(script: string, { job, env, cancelWhen, whileRunning }: Part): Promise<FinishedPart> {
  const startedMs = performance.now();
  const child = spawn(job.node, [join(root, script)], { cwd: job.workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let cancelledAtMs: number | undefined;
  const timers: NodeJS.Timeout[] = [];
  const cancel = (): void => {
    cancelledAtMs = performance.now();
    child.kill('SIGINT');
    timers.push(
      setTimeout(() => child.kill('SIGTERM'), untilTermMs),
      setTimeout(() => child.kill('SIGKILL'), untilTermMs + untilKillMs),
    );
  };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const looking = setInterval(() => {
    if (cancelledAtMs === undefined && cancelWhen?.(output) === true) cancel();
  }, 100);
  whileRunning?.(child);
  const exitStatus = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  clearInterval(looking);
  timers.forEach(clearTimeout);
  const endedMs = performance.now();
  return {
    exitStatus,
    output,
    log: readStepLog(output),
    durationMs: endedMs - startedMs,
    cancelledMs: cancelledAtMs === undefined ? undefined : endedMs - cancelledAtMs,
  };
}

/** Only what actions/runner sets: the tests must not depend on this machine. */
function runnerVariables(job: Job, files: string): Record<string, string> {
  const variables: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '/root',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__qemu-driver-test',
    GITHUB_JOB: 'drivers',
    GITHUB_WORKSPACE: job.workspace,
    GITHUB_REPOSITORY: 'me/driver',
    GITHUB_RUN_ID: '4711',
    GITHUB_SHA: 'c0ffee'.padEnd(40, '0'),
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: job.temp,
    RUNNER_TOOL_CACHE: job.toolCache,
  };
  for (const name of ['output', 'state', 'summary', 'env', 'path']) {
    const path = join(files, name);
    writeFileSync(path, '', { flag: 'a' });
    variables[name === 'summary' ? 'GITHUB_STEP_SUMMARY' : `GITHUB_${name.toUpperCase()}`] = path;
  }
  for (const [name, value] of Object.entries(process.env))
    if (/^(?:QDT_MIRROR|https?_proxy|no_proxy)/i.test(name) && value !== undefined) variables[name] = value;
  return { ...variables, ...job.env };
}

function ensured(directory: string): string {
  mkdirSync(directory, { recursive: true });
  return directory;
}
