import { join } from 'node:path';
import { githubHeadSha } from '../app/github-event.ts';
import { logReader } from '../app/results-directory.ts';
import { explain } from '../command/explain-failure.ts';
import { sendRequest } from '../host/http-request.ts';
import { exitStatusOf, isFailure } from '../job/fail-on.ts';
import { outcomeOf } from '../job/job-outcome.ts';
import { showConsoles, tailReader } from '../job/show-consoles.ts';
import { sourcePlaces } from '../job/source-places.ts';
import type { Plan } from '../plan/plan.ts';
import { renderSummary } from '../report/summary/summary.ts';
import { verdictLine } from '../report/text/verdict-line.ts';
import type { Results } from '../results/results.ts';
import { createCheckRun } from './check-run.ts';
import { failureAnnotations, missingAnnotations } from './failure-annotations.ts';
import type { StepWarnings } from './job-log.ts';
import type { ActionInputs } from './read-inputs.ts';
import { defaultArtifactName, legalArtifactName } from './stage-artifact.ts';
import { artifactAddress, runAddress, type StepHost } from './step-host.ts';
import type { StepState } from './step-state.ts';
import { type UploadedResults, uploadGracePeriodMs, uploadResults } from './upload-results.ts';
import { type Annotation, withinLimit } from './annotation.ts';

export interface FinishedJob {
  readonly plan: Plan;
  readonly inputs: ActionInputs;
  readonly results: Results;
  readonly outDirectory: string;
  readonly warnings: StepWarnings;
  readonly signal: AbortSignal;
}

export interface ReportedJob {
  readonly exitStatus: number;
  /** The job was cancelled. */
  readonly pendingUpload: StepState['upload'];
}

/**
 * Reports the results in outputs, log, summary, annotations, and then in the artifact, on which the others do not
 * depend. When the upload succeeds, the summary is written again, with the artifact's address.
 */
export async function reportResults(job: FinishedJob, host: StepHost): Promise<ReportedJob> {
  const { inputs, results, outDirectory, signal } = job;
  const failed = isFailure(inputs.failOn, results);
  const upload = uploadWhenDue(outDirectory, failed || results.totals.notOk > 0, { inputs, host });
  writeOutputs(job, host);
  showConsoles(results, outDirectory, host.log);
  const summarize = async (artifactUrl?: string): Promise<void> => {
    if (inputs.summary)
      await host.files.summary(
        renderSummary(results, {
          artifactUrl,
          consoleTail: tailReader(outDirectory),
          readLog: logReader(outDirectory),
        }),
      );
  };
  await summarize();
  await annotate(job, host);
  const uploaded = upload === undefined || signal.aborted ? undefined : await uploadNow(upload, job, host);
  if (uploaded !== undefined) await summarize(artifactAddress(uploaded.id, host.variable));
  return { exitStatus: exitStatusOf(inputs.failOn, results), pendingUpload: signal.aborted ? upload : undefined };
}

/** Annotates the lines of the repository that failures point to. If GitHub rejects them, a warning is logged. */
async function annotate(job: FinishedJob, host: StepHost): Promise<void> {
  const { inputs, results, plan, warnings } = job;
  const annotations =
    inputs.annotations === 'off'
      ? []
      : [...missingAnnotations(results), ...failureAnnotations(results, sourcePlaces(plan, host.workspace))];
  const isDone = await isChecked(annotations, job, host).catch((error: unknown) => {
    warnings.add(`The check run could not be written: ${explain(error).message}`);
    return false;
  });
  if (!isDone) sayOnStep(annotations, job, host);
}

interface UploadChoice {
  readonly inputs: ActionInputs;
  readonly host: StepHost;
  /** Words for the artifact's name. */
  readonly further?: readonly string[];
}

/** Undefined: the inputs do not ask for it. */
export function uploadWhenDue(directory: string, failed: boolean, choice: UploadChoice): StepState['upload'] {
  const { upload, retentionDays } = choice.inputs;
  const isDue = upload === 'always' || (upload === 'failure' && failed);
  return isDue ? { directory, name: artifactName(choice), retentionDays } : undefined;
}

function artifactName({ inputs, host: { variable }, further = [] }: UploadChoice): string {
  const { artifactName: given, args } = inputs;
  if (given !== undefined) return legalArtifactName(given);
  const choices = [
    ...further,
    ...args.operands,
    ...['kernel', 'machine', 'test', 'tag', 'qemu', 'disk-image', 'shard'].flatMap((option) =>
      args.values(option).map((value) => `${option} ${value}`),
    ),
  ];
  return defaultArtifactName(variable('GITHUB_JOB') ?? 'job', choices);
}

/** Undefined: it failed, which was warned about. */
export async function uploadNow(
  upload: NonNullable<StepState['upload']>,
  { warnings, signal }: Pick<FinishedJob, 'warnings' | 'signal'>,
  { workers, services, files, log, variable }: StepHost,
): Promise<UploadedResults | undefined> {
  if (services['ACTIONS_RUNTIME_TOKEN'] === undefined || services['ACTIONS_RESULTS_URL'] === undefined) {
    warnings.add('The results were not uploaded: this runner does not support artifacts in actions.');
    return undefined;
  }
  const uploaded = await uploadResults(upload, {
    script: workers.artifact,
    env: services,
    signal,
    warn: warnings.add,
    gracePeriodMs: uploadGracePeriodMs,
  });
  if (uploaded === undefined) return undefined;
  const address = artifactAddress(uploaded.id, variable);
  files.output('artifact-id', String(uploaded.id));
  files.output('artifact-url', address);
  if (uploaded.pageId !== undefined) files.output('report-url', artifactAddress(uploaded.pageId, variable));
  log.text(`results: artifact ${uploaded.name}, ${uploaded.bytes} bytes, ${address}`);
  return uploaded;
}

function writeOutputs({ results, outDirectory, signal }: FinishedJob, { files, variable }: StepHost): void {
  const { totals } = results;
  files.output('outcome', outcomeOf(results, signal));
  files.output('tests', String(totals.tests));
  files.output('ok', String(totals.ok));
  files.output('not-ok', String(totals.notOk));
  files.output('results-path', outDirectory);
  files.output('junit-path', join(outDirectory, 'junit.xml'));
  files.output('report-url', runAddress(variable));
}

/** Writes the annotations as a check run, which takes any number of them, if the token allows it. */
async function isChecked(
  annotations: readonly Annotation[],
  { inputs, results, warnings, signal }: FinishedJob,
  { variable }: StepHost,
): Promise<boolean> {
  const { token, failOn } = inputs;
  const [url, repository, headSha] = [
    variable('GITHUB_API_URL'),
    variable('GITHUB_REPOSITORY'),
    githubHeadSha(variable),
  ];
  if (inputs.annotations !== 'auto' || signal.aborted || annotations.length === 0) return false;
  if (token === undefined || url === undefined || repository === undefined || headSha === undefined) return false;
  const title = verdictLine(results);
  const outcome = await createCheckRun(
    {
      name: `qemu-driver-test (${variable('GITHUB_JOB') ?? 'job'})`,
      headSha,
      isFailure: isFailure(failOn, results),
      title,
      summary: title,
      annotations,
    },
    { url, repository, token, send: sendRequest },
  );
  if (outcome.kind === 'failed') warnings.add(`The check run could not be written completely: ${outcome.reason}.`);
  return outcome.kind === 'created';
}

function sayOnStep(annotations: readonly Annotation[], { inputs }: FinishedJob, { log }: StepHost): void {
  const where = inputs.summary ? 'see the summary of this job.' : 'see results.json.';
  withinLimit(annotations, where).forEach(log.annotate);
}
