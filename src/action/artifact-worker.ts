// Entry of a process of its own: the client for artifacts is large, prints, and may wait long on a service that is
// down.
import { DefaultArtifactClient } from '@actions/artifact';
import { readWorkerInput, tellParent } from '../host/process/worker-process.ts';
import type { ArtifactMessage, ArtifactTask } from './worker-messages.ts';

const task = (await readWorkerInput()) as ArtifactTask;
tellParent(await upload(task));
// Sockets that the client keeps open are no reason to stay.
process.exit(0);

async function upload({ name, files, root, retentionDays, isPage }: ArtifactTask): Promise<ArtifactMessage> {
  try {
    const options = {
      ...(retentionDays === undefined ? {} : { retentionDays }),
      ...(isPage ? { skipArchive: true } : {}),
    };
    const { id, size } = await new DefaultArtifactClient().uploadArtifact(name, [...files], root, options);
    if (id === undefined) return { kind: 'failed', reason: 'the service gave it no number' };
    return { kind: 'uploaded', id, bytes: size ?? 0 };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
