// Entry of a separate process: the artifact client is large, prints to standard output, and may wait long for a service
// that is down.
import { DefaultArtifactClient } from '@actions/artifact';
import { readWorkerInput, tellParent } from '../host/process/worker-process.ts';
import type { ArtifactMessage, ArtifactTask } from './worker-messages.ts';

const task = (await readWorkerInput()) as ArtifactTask;
tellParent(await upload(task));
// Sockets that the client keeps open must not keep the process alive.
process.exit(0);

async function upload({ name, files, root, retentionDays, isPage }: ArtifactTask): Promise<ArtifactMessage> {
  try {
    const options = {
      ...(retentionDays === undefined ? {} : { retentionDays }),
      ...(isPage ? { skipArchive: true } : {}),
    };
    const { id, size } = await new DefaultArtifactClient().uploadArtifact(name, [...files], root, options);
    if (id === undefined) return { kind: 'failed', reason: 'the service returned no ID' };
    return { kind: 'uploaded', id, bytes: size ?? 0 };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
