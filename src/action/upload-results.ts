import { join } from 'node:path';
import { explain } from '../command/explain-failure.ts';
import { hardLink } from '../host/files/file-changes.ts';
import { fileSize, kindOfFile } from '../host/files/file-facts.ts';
import { createScratchDirectory } from '../host/files/scratch-directory.ts';
import { runWorker } from '../host/process/worker-process.ts';
import { plainLine } from '../text/escape-text.ts';
import { cutLine } from '../text/text-width.ts';
import { stageArtifact, type StagedArtifact } from './stage-artifact.ts';
import type { ArtifactMessage, ArtifactTask } from './worker-messages.ts';

export interface UploadHost {
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly warn: (message: string) => void;
  /** How long an upload may take, in addition to the time for its bytes. */
  readonly gracePeriodMs: number;
}

export interface UploadRequest {
  readonly directory: string;
  /** A valid artifact name. */
  readonly name: string;
  readonly retentionDays: number | undefined;
}

export interface UploadedResults {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  /** `report.html` as an artifact of its own, which a browser shows. */
  readonly pageId: number | undefined;
}

export const uploadGracePeriodMs = 60_000;
const slowestBytesPerMs = 1000;
const page = 'report.html';

/** Uploads a results directory. A failure is only a warning: the verdict and its report do not depend on it. */
export async function uploadResults(request: UploadRequest, host: UploadHost): Promise<UploadedResults | undefined> {
  let uploaded: Omit<UploadedResults, 'pageId'> | undefined;
  try {
    using scratch = createScratchDirectory();
    const staged = await stageArtifact(request.directory, scratch.path);
    warnOfNames(staged, host);
    const { root, files, bytes } = staged;
    uploaded = await uploadUnderFreeName(
      { name: request.name, files, root, bytes, retentionDays: request.retentionDays, isPage: false },
      host,
    );
    return uploaded && { ...uploaded, pageId: await uploadPage(request, uploaded.name, host) };
  } catch (error) {
    host.warn(
      `The ${uploaded === undefined ? 'results' : 'page of the results'} could not be uploaded: ` +
        explain(error).message,
    );
    return uploaded && { ...uploaded, pageId: undefined };
  }
}

function warnOfNames({ leftOut, shortened }: StagedArtifact, { warn }: UploadHost): void {
  if (leftOut.length > 0)
    warn(`The artifact lacks files that are not plain files or have invalid paths: ${firstOf(leftOut)}.`);
  if (shortened.length > 0) warn(`In the artifact some files have shorter names: ${firstOf(shortened)}.`);
}

function firstOf(lines: readonly string[]): string {
  const shown = lines
    .slice(0, 3)
    .map((line) => plainLine(cutLine(line, 600)))
    .join('; ');
  return lines.length > 3 ? `${shown}; and ${lines.length - 3} more` : shown;
}

/** A task and the number of bytes to upload. */
type Upload = ArtifactTask & { readonly bytes: number };

/** The name is taken when a job uses the action twice or is run again. It then gets a number. */
async function uploadUnderFreeName(
  task: Upload,
  host: UploadHost,
): Promise<Omit<UploadedResults, 'pageId'> | undefined> {
  for (const name of [task.name, ...[2, 3, 4, 5].map((number) => `${task.name}-${number}`)]) {
    const message = await upload({ ...task, name }, host);
    if (message.kind === 'uploaded') return { id: message.id, name, bytes: message.bytes };
    if (!isTaken(message.reason)) {
      host.warn(`The results could not be uploaded as artifact ${name}: ${message.reason}`);
      return undefined;
    }
  }
  host.warn(`The results could not be uploaded: artifact ${task.name} and four numbered names after it are taken.`);
  return undefined;
}

/** The page's name shows which artifact it belongs to. */
async function uploadPage(
  { directory, retentionDays }: UploadRequest,
  name: string,
  host: UploadHost,
): Promise<number | undefined> {
  const path = join(directory, page);
  if (kindOfFile(path) !== 'file') return undefined;
  using staged = createScratchDirectory();
  const named = join(staged.path, `${name}.html`);
  hardLink(path, named);
  const message = await upload(
    { name, files: [named], root: staged.path, bytes: fileSize(named), retentionDays, isPage: true },
    host,
  );
  // The artifact holds the same page.
  return message.kind === 'uploaded' ? message.id : undefined;
}

async function upload(
  { bytes, ...task }: Upload,
  { script, env, signal, gracePeriodMs }: UploadHost,
): Promise<ArtifactMessage> {
  let told: ArtifactMessage | undefined;
  const { kind, output } = await runWorker({
    script,
    input: task,
    env: { ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS: '30000', ...env },
    budgetMs: gracePeriodMs + bytes / slowestBytesPerMs,
    signal,
    onMessage: (message) => {
      told = message as ArtifactMessage;
      return 0;
    },
  });
  if (told !== undefined) return told;
  if (kind === 'out-of-time') return { kind: 'failed', reason: 'the service took too long' };
  return {
    kind: 'failed',
    reason: kind === 'cancelled' ? 'the run was cancelled' : output.slice(-3).join(' ').slice(0, 500),
  };
}

function isTaken(reason: string): boolean {
  return /\b409\b|already exists/i.test(reason);
}
