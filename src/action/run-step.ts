import { isAbsolute, join } from 'node:path';
import { selftestSuites } from '../app/selftest/selftest-suites.ts';
import type { ParsedArguments } from '../command/parse-arguments.ts';
import type { PlanPart } from '../command/run-options.ts';
import { hostArchitecture } from '../host/environment.ts';
import { probeKvm } from '../host/kvm.ts';
import { requireOwnBranch } from '../job/history/history-wish.ts';
import { keepInBranch } from '../job/history/keep-in-branch.ts';
import { explainJobFailure } from '../job/job-outcome.ts';
import type { JobOutput } from '../job/job-output.ts';
import { mergeParts } from '../job/merge-parts.ts';
import { type AskedPlan, planOfInputs, SuitesInvalid } from '../job/plan-of-inputs.ts';
import { type JobRun, runInJob } from '../job/run-in-job.ts';
import { workspacePath } from '../job/source-places.ts';
import { requireHostArchitecture } from '../provision/apt/host-architecture.ts';
import { hostStoreRoot } from '../provision/provision-context.ts';
import { AssetStore } from '../provision/store/store.ts';
import type { Results } from '../results/results.ts';
import type { SuiteProblem } from '../suite/suite.ts';
import { type CacheHost, cacheGracePeriodMs, nothingKnown, restoreFromCache } from './cache-client.ts';
import { requestOf } from './cache-index.ts';
import { githubAdvice, githubDefaultBranch, githubPlace, githubRemote } from './github-history.ts';
import { inputTable } from './input-table.ts';
import { StepWarnings } from './job-log.ts';
import { isRepairable, repairKvm } from './kvm-permissions.ts';
import { type ActionInputs, readInputs } from './read-inputs.ts';
import { reportResults } from './report-results.ts';
import { reportSelftest } from './selftest-step.ts';
import type { StepHost } from './step-host.ts';
import { formatState, stateName, type StepState } from './step-state.ts';
import { RunnerToolCache } from './tool-cache.ts';
import { type Annotation, problemAnnotation, withinLimit } from './annotation.ts';

/**
 * The whole step: inputs → plan → cache → run → report, or, to merge results: inputs → plan → merge → report. A
 * self-test comes before: if its verdicts are not the expected ones, those of the suites would say nothing. Returns
 * the exit status: 0, 1 according to `fail-on`, 2 for invalid inputs and suites, 69 when nothing could be concluded.
 */
export async function runStep(host: StepHost, signal: AbortSignal): Promise<number> {
  const { log, files } = host;
  const state: WritableState = { cache: undefined, upload: undefined, unreported: undefined };
  try {
    return await attempt(host, signal, state);
  } catch (error) {
    const { message, exitStatus } = explainJobFailure(error);
    const isInvalid = error instanceof SuitesInvalid || exitStatus === 2;
    if (error instanceof SuitesInvalid) sayProblems(error.problems, host.workspace).forEach(log.annotate);
    else
      log.annotate({
        level: 'error',
        file: undefined,
        line: undefined,
        title: isInvalid ? 'Invalid input' : 'Nothing could be concluded',
        message,
      });
    files.output('outcome', signal.aborted ? 'cancelled' : isInvalid ? 'invalid' : 'inconclusive');
    return isInvalid ? 2 : exitStatus;
  } finally {
    files.state(stateName, formatState({ ...state, unreported: undefined }));
    log.close();
  }
}

async function attempt(host: StepHost, signal: AbortSignal, state: WritableState): Promise<number> {
  const { log, variable, workspace } = host;
  const inputs = readInputs(host.inputs);
  log.text(`qemu-driver-test ${host.installation.version}`);
  if (inputs.history !== undefined)
    requireOwnBranch(inputs.history, githubPlace(variable), githubDefaultBranch(variable));
  const { args, selftest } = inputs;
  const jobOf = (given: ParsedArguments, outDirectory: string): StepJob => {
    const asked = { ...askedPlan(inputs, host), args: given };
    return {
      ...asked,
      ...planOfInputs(asked),
      installation: host.installation,
      inputs,
      outDirectory,
      warnings,
      signal,
    };
  };
  const warnings = new StepWarnings(log);
  const place = resultsPlace(variable, workspace);
  if (selftest === undefined) return await runJob(jobOf(args, place), host, state);
  const hasSuites = args.operands.length > 0 || args.values('smoke').length > 0;
  const job = hasSuites ? jobOf(args, place) : undefined;
  const operands = selftestSuites(host.installation.selftestDirectory);
  const testing = { ...jobOf({ ...selftest, operands }, `${place}-selftest`), hidesTests: true };
  const results = await runCached(testing, host, state);
  const tested = await reportSelftest({ ...testing, results, isAlone: job === undefined }, host);
  return job === undefined || tested.exitStatus !== 0
    ? tested.exitStatus
    : await runJob(job, withSummaryBefore(host, tested.markdown), state);
}

function withSummaryBefore(host: StepHost, before: string): StepHost {
  const { files } = host;
  return { ...host, files: { ...files, summary: async (text) => await files.summary(`${before}\n${text}`) } };
}

/** Runs the suites, or merges results of theirs, and reports. */
async function runJob(job: StepJob, host: StepHost, state: WritableState): Promise<number> {
  const { inputs } = job;
  if (inputs.merge.length === 0) {
    // If this process dies, `post` reports what the record has.
    state.unreported = job.outDirectory;
    host.files.state(stateName, formatState(state));
  }
  const results =
    inputs.merge.length > 0
      ? await mergeParts({ ...job, directories: inputs.merge }, outputOf(job, host))
      : await runCached(job, host, state);
  const reported = await reportResults({ ...job, results }, host);
  state.upload = reported.pendingUpload;
  await keepRun(job, host);
  return reported.exitStatus;
}

async function keepRun(job: StepJob, host: StepHost): Promise<void> {
  const { inputs, installation } = job;
  if (inputs.history === undefined) return;
  const run = {
    ...job,
    wish: inputs.history,
    place: githubPlace(host.variable),
    remote: githubRemote(host.variable, inputs.token),
    advice: githubAdvice,
    version: installation.version,
  };
  await keepInBranch(run, outputOf(job, host));
}

type WritableState = { -readonly [Key in keyof StepState]: StepState[Key] };

interface StepJob extends Omit<JobRun, 'onStoreUse'> {
  readonly inputs: ActionInputs;
  readonly warnings: StepWarnings;
}

export function outputOf({ warnings }: Pick<StepJob, 'warnings'>, { log }: Pick<StepHost, 'log'>): JobOutput {
  return { text: log.text, beginFold: log.beginFold, endFold: log.endFold, warn: warnings.add };
}

/** The default directory for results: one per step, outside the checkout. */
function resultsPlace(variable: StepHost['variable'], workspace: string): string {
  const step = (variable('GITHUB_ACTION') ?? 'step').replace(/[^\w.-]/g, '_');
  return join(variable('RUNNER_TEMP') ?? workspace, `qemu-driver-test-${step}`);
}

/** Runs the tests with what the cache has. What else they used is left to `post` to save. */
async function runCached(job: StepJob, host: StepHost, state: WritableState): Promise<Results> {
  const { plan, inputs, warnings, signal } = job;
  requireHostArchitecture();
  await settleKvm(inputs, warnings, signal);
  const store = new AssetStore(hostStoreRoot());
  const tools = toolCacheOf(host, store, warnings, signal);
  await tools?.adopt(plan.cells);
  const request = requestOf(plan, (path) => workspacePath(path, host.workspace) ?? path);
  const digests = new Map<string, string>();
  const cache: CacheHost = {
    ...cacheHost(host, store, warnings, signal),
    onRestored: ({ name, sha256 }) => void digests.set(name, sha256),
  };
  const known = inputs.cache === 'off' ? nothingKnown : await restoreFromCache(request, cache);
  const used = { asset: new Set<string>(), document: new Set<string>() };
  try {
    return await runInJob({ ...job, onStoreUse: ({ kind, name }) => void used[kind].add(name) }, outputOf(job, host));
  } finally {
    // Downloads are kept whatever the tests' outcome.
    if (inputs.cache === 'read-write')
      state.cache = { request, assets: [...used.asset].sort(), documents: [...used.document].sort(), known };
    await tools?.register(plan.cells, digests);
  }
}

/** Undefined: this runner has none. */
function toolCacheOf(
  { variable, log }: StepHost,
  store: AssetStore,
  { add: warn }: StepWarnings,
  signal: AbortSignal,
): RunnerToolCache | undefined {
  const directory = variable('RUNNER_TOOL_CACHE');
  if (directory === undefined || !isAbsolute(directory)) return undefined;
  const architecture = hostArchitecture();
  return new RunnerToolCache({
    directory,
    architecture,
    store,
    signal,
    warn,
    say: log.text,
    beforeCommands: log.close,
  });
}

export function cacheHost(host: StepHost, store: AssetStore, warnings: StepWarnings, signal: AbortSignal): CacheHost {
  return {
    script: host.workers.cache,
    store,
    env: host.services,
    signal,
    warn: warnings.add,
    say: host.log.text,
    nowMs: host.nowMs,
    gracePeriodMs: cacheGracePeriodMs,
  };
}

function askedPlan({ args }: ActionInputs, { workspace, installation }: StepHost): AskedPlan {
  return { table: inputTable, args, workspace, installation };
}

/** Builds the plan from the inputs. @throws InputError @throws SuitesInvalid */
export function makePlan(inputs: ActionInputs, host: StepHost): PlanPart {
  return planOfInputs(askedPlan(inputs, host));
}

function sayProblems(problems: readonly SuiteProblem[], workspace: string): readonly Annotation[] {
  const annotations = problems.map((problem) => problemAnnotation(problem, (path) => workspacePath(path, workspace)));
  return withinLimit(annotations, 'qemu-driver-test check shows all of them at once.');
}

/** One warning at most: without KVM everything works, only slower. */
async function settleKvm(
  { args, kvmPermissions }: ActionInputs,
  warnings: StepWarnings,
  signal: AbortSignal,
): Promise<void> {
  if (args.value('accel') === 'tcg') return;
  const found = probeKvm();
  const state = kvmPermissions === 'fix' && isRepairable(found) ? await repairKvm(signal) : found;
  if (state.kind === 'unusable' && args.value('accel') !== 'kvm')
    warnings.add(`Without KVM tests run about 10 times slower: ${state.reason}. ${state.advice}`);
}
