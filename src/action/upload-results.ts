import { join } from 'node:path';
import { filesBelow, fileSize, kindOfFile } from '../host/file-facts.ts';
import { hardLink } from '../host/file-changes.ts';
import { createScratchDirectory } from '../host/scratch-directory.ts';
import { runWorker } from '../host/worker-process.ts';
import type { ArtifactMessage, ArtifactTask } from './artifact-messages.ts';
import { isLegalPath, legalPath } from './artifact-name.ts';

export interface UploadHost {
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly warn: (message: string) => void;
  /** How long an upload may take, besides what its bytes need. */
  readonly patienceMs: number;
}

export interface UploadRequest {
  readonly directory: string;
  /** Legal. */
  readonly name: string;
  readonly retentionDays: number | undefined;
}

export interface UploadedResults {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  /** `report.html`, as a page of its own that a browser shows. */
  readonly pageId: number | undefined;
}

export const uploadPatienceMs = 60_000;
const slowestBytesPerMs = 1000;
const page = 'report.html';

/** Uploads a results directory. What fails is a warning: the verdict stands without it. */
export async function uploadResults(request: UploadRequest, host: UploadHost): Promise<UploadedResults | undefined> {
  using staged = createScratchDirectory();
  const root = stage(request.directory, staged.path);
  const files = filesBelow(root).map((path) => join(root, path));
  const task = { files, root, retentionDays: request.retentionDays, isPage: false };
  const uploaded = await uploadUnderFreeName({ ...task, name: request.name }, host);
  if (uploaded === undefined) return undefined;
  return { ...uploaded, pageId: await uploadPage(request, uploaded.name, host) };
}

/** A name is taken when a job uses the action twice, or is run again: then it gets a number. */
async function uploadUnderFreeName(task: ArtifactTask, host: UploadHost): Promise<Omit<UploadedResults, 'pageId'> | undefined> {
  for (const name of [task.name, ...[2, 3, 4, 5].map((number) => `${task.name}-${number}`)]) {
    const told = await upload({ ...task, name }, host);
    if (told.kind === 'uploaded') return { id: told.id, name, bytes: told.bytes };
    if (!isTaken(told.reason)) {
      host.warn(`The results could not be uploaded as artifact ${name}: ${told.reason}`);
      return undefined;
    }
  }
  host.warn(`The results could not be uploaded: artifact ${task.name} and four numbered names after it are taken.`);
  return undefined;
}

/** Its own name tells whose page it is. */
async function uploadPage({ directory, retentionDays }: UploadRequest, name: string, host: UploadHost): Promise<number | undefined> {
  const path = join(directory, page);
  if (kindOfFile(path) !== 'file') return undefined;
  using staged = createScratchDirectory();
  const named = join(staged.path, `${name}.html`);
  hardLink(path, named);
  const told = await upload({ name, files: [named], root: staged.path, retentionDays, isPage: true }, host);
  // The same page lies in the artifact.
  return told.kind === 'uploaded' ? told.id : undefined;
}

async function upload(task: ArtifactTask, { script, env, signal, patienceMs }: UploadHost): Promise<ArtifactMessage> {
  const bytes = task.files.reduce((sum, file) => sum + fileSize(file), 0);
  let told: ArtifactMessage | undefined;
  const { kind, output } = await runWorker({
    script,
    input: task,
    env: { ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS: '30000', ...env },
    budgetMs: patienceMs + bytes / slowestBytesPerMs,
    signal,
    onMessage: (message) => {
      told = message as ArtifactMessage;
      return 0;
    },
  });
  if (told !== undefined) return told;
  if (kind === 'out-of-time') return { kind: 'failed', reason: 'the service took too long' };
  return { kind: 'failed', reason: kind === 'cancelled' ? 'the run was cancelled' : output.slice(-3).join(' ').slice(0, 500) };
}

function isTaken(reason: string): boolean {
  return /\b409\b|already exists/i.test(reason);
}

/** A guest may have left files whose names GitHub refuses, and would refuse all of them for one. */
function stage(directory: string, scratch: string): string {
  const files = filesBelow(directory);
  if (files.every(isLegalPath)) return directory;
  for (const file of files) hardLink(join(directory, file), join(scratch, legalPath(file)));
  return scratch;
}
