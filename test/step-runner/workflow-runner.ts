import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './action-file.ts';
import type { Contexts } from './expression.ts';
import { readKeyValues } from './file-commands.ts';
import { runActionStep, type FinishedStep, type Job } from './step-runner.ts';
import { readWorkflowFile, type Fields } from './workflow-file.ts';

/** The environment of a workflow's jobs. */
export interface WorkflowHost {
  /** The files that actions/checkout provides. */
  readonly checkout: string;
  /** Each job's files are in a separate directory below this one. */
  readonly scratch: string;
  readonly node: string;
  readonly toolCache: string;
  readonly env: Readonly<Record<string, string>>;
  readonly token?: string;
  /** actions/download-artifact. */
  readonly download: (pattern: string, directory: string) => Promise<void>;
  /** Jobs that are lost before their first step. */
  readonly isLost?: (jobName: string) => boolean;
}

export interface FinishedJob {
  readonly id: string;
  readonly name: string;
  readonly result: 'success' | 'failure' | 'skipped';
  /** Steps that use our action. */
  readonly steps: readonly FinishedStep[];
  readonly outputs: Readonly<Record<string, string>>;
}

export interface FinishedWorkflow {
  readonly jobs: readonly FinishedJob[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

/**
 * Runs a reusable workflow as its caller would: jobs in the order of the file, and the jobs of a matrix at the same
 * time.
 */
export async function runWorkflow(
  path: string,
  given: Readonly<Record<string, unknown>>,
  host: WorkflowHost,
): Promise<FinishedWorkflow> {
  const workflow = readWorkflowFile(path);
  const call = workflow.fields('on').fields('workflow_call');
  const inputs = Object.fromEntries(
    call
      .fields('inputs')
      .names.map((name) => [name, given[name] ?? call.fields('inputs').fields(name).get('default', {})]),
  );
  const finished: FinishedJob[] = [];
  const byId = (): Contexts =>
    Object.fromEntries(
      [...new Set(finished.map(({ id }) => id))].map((id) => [id, needOf(finished.filter((job) => job.id === id))]),
    );
  for (const id of workflow.fields('jobs').names) {
    finished.push(
      ...(await runJob(workflow.fields('jobs').fields(id), { id, contexts: { inputs, needs: byId() }, host })),
    );
  }
  const outputs = call.fields('outputs');
  return {
    jobs: finished,
    outputs: Object.fromEntries(
      outputs.names.map((name) => [name, outputs.fields(name).get('value', { inputs, jobs: byId() })]),
    ),
  };
}

/** A job as other jobs see it; for a matrix the worst result. */
function needOf(legs: readonly FinishedJob[]): object {
  const result = (['failure', 'skipped', 'success'] as const).find((word) => legs.some((leg) => leg.result === word));
  return { result, outputs: Object.assign({}, ...legs.map(({ outputs }) => outputs)) as object };
}

interface JobContext {
  readonly id: string;
  readonly contexts: Contexts;
  readonly host: WorkflowHost;
}

async function runJob(job: Fields, { id, contexts, host }: JobContext): Promise<readonly FinishedJob[]> {
  const needs = [job.get('needs', contexts) ?? []].flat().map(String);
  const known = contexts['needs'] as Readonly<Record<string, { readonly result: string }>>;
  const isDue = job.has('if')
    ? job.get('if', contexts) === true
    : needs.every((need) => known[need]?.result === 'success');
  if (!isDue) return [{ id, name: id, result: 'skipped', steps: [], outputs: {} }];
  const matrix = job.fields('strategy').get('matrix', contexts) as { readonly include: readonly object[] } | undefined;
  const legs = (matrix?.include ?? [{}]).map(async (leg, index): Promise<FinishedJob> => {
    const own = { ...contexts, matrix: leg, strategy: { 'job-index': index } };
    const name = job.has('name') ? job.text('name', own) : id;
    return host.isLost?.(name) === true
      ? { id, name, result: 'failure', steps: [], outputs: {} }
      : await runLeg(job, { id, name, contexts: own, host });
  });
  return await Promise.all(legs);
}

async function runLeg(
  job: Fields,
  { id, name, contexts, host }: JobContext & { readonly name: string },
): Promise<FinishedJob> {
  const place = join(host.scratch, name);
  const [workspace, temp] = [join(place, 'work'), join(place, 'temp')];
  for (const directory of [workspace, temp]) mkdirSync(directory, { recursive: true });
  const own: Job = {
    workspace,
    temp,
    toolCache: host.toolCache,
    node: host.node,
    env: { ...host.env, GITHUB_JOB: id },
    ...(host.token === undefined ? {} : { token: host.token }),
  };
  const outputs: Record<string, { readonly outputs: Readonly<Record<string, string>> }> = {};
  const steps: FinishedStep[] = [];
  const during = (): Contexts => ({ ...contexts, steps: outputs, runner: { temp } });
  let result: FinishedJob['result'] = 'success';
  for (const step of job.list('steps')) {
    const ended = await runStep(step, { contexts: during(), own, host });
    outputs[step.text('id', during())] = { outputs: ended.outputs };
    if (ended.action !== undefined) steps.push(ended.action);
    if (ended.exitStatus !== 0) result = 'failure';
    if (result === 'failure') break;
  }
  const declared = job.fields('outputs');
  return {
    id,
    name,
    result,
    steps,
    outputs: Object.fromEntries(declared.names.map((output) => [output, declared.text(output, during())])),
  };
}

interface EndedStep {
  readonly exitStatus: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly action?: FinishedStep;
}

interface StepPlace {
  readonly contexts: Contexts;
  readonly own: Job;
  readonly host: WorkflowHost;
}

async function runStep(step: Fields, { contexts, own, host }: StepPlace): Promise<EndedStep> {
  const [uses = ''] = step.text('uses', contexts).split('@');
  const inputs = step.texts('with', contexts);
  switch (uses) {
    case '':
      return runScript(step, { contexts, own, host });
    case 'actions/checkout':
      if (inputs['repository'] === undefined) cpSync(host.checkout, own.workspace, { recursive: true });
      else symlinkSync(root, join(own.workspace, inputs['path'] ?? ''));
      return { exitStatus: 0, outputs: {} };
    case 'actions/download-artifact':
      await host.download(inputs['pattern'] ?? '*', inputs['path'] ?? own.workspace);
      return { exitStatus: 0, outputs: {} };
    case 'qemu-driver-test/qemu-driver-test': {
      const action = await runActionStep(own, { inputs });
      return { exitStatus: action.main.exitStatus, outputs: action.outputs, action };
    }
    default:
      throw new Error(`the tests know no ${uses}`);
  }
}

/** A `run` step: `bash -e FILE`, as the runner starts it. */
function runScript(step: Fields, { contexts, own }: StepPlace): EndedStep {
  const [script, output] = [join(own.temp, 'script.sh'), join(own.temp, 'output')];
  writeFileSync(script, step.text('run', contexts));
  writeFileSync(output, '');
  const { status, stderr } = spawnSync('bash', ['-e', script], {
    cwd: own.workspace,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ...step.texts('env', contexts),
      GITHUB_OUTPUT: output,
    },
  });
  if (status !== 0) process.stderr.write(stderr);
  return { exitStatus: status, outputs: readKeyValues(readFileSync(output, 'utf8')) };
}
