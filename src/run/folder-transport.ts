import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readBytes } from '../host/byte-streams.ts';
import type { CopyLimits } from '../host/copy-tree.ts';
import { AgentRefusal } from './agent-failure.ts';
import type { AgentSession } from './agent-session.ts';

/** How the test's folder reaches the guest, and its artifacts the host. The same content either way. */
export interface FolderTransport {
  /** `onProgress`: called whenever a piece has gone to the guest. */
  readonly bring: (session: AgentSession, onProgress: () => void) => Promise<void>;
  /** Makes the artifacts be in the folder on the host; returns what was left out, and why. */
  readonly collect: (session: AgentSession) => Promise<readonly string[]>;
}

/** VirtFS: the guest mounts the folder itself, and what it writes is here at once. */
export const sharedFolder: FolderTransport = {
  bring: (session) => session.ask('folder 9p'),
  collect: () => Promise.resolve([]),
};

export interface TarFolder {
  readonly folder: string;
  /** Private directory for the archive. */
  readonly scratch: string;
  readonly files: Duplex;
  readonly limits: CopyLimits;
}

/** For kernels without 9p: a tar over the files port, both ways. */
export function tarFolder({ folder, scratch, files, limits }: TarFolder): FolderTransport {
  return {
    bring: async (session, onProgress) => {
      const archivePath = join(scratch, 'folder.tar');
      const { packFolder } = await import('./folder-tar.ts');
      const size = await packFolder(folder, archivePath, onProgress);
      const brought = session.ask(`folder tar ${size}`);
      // A machine that dies meanwhile says so on the control port, to the session.
      const sent = pipeline(readBytes(archivePath), tellEach(onProgress), files, { end: false }).catch(() => undefined);
      await Promise.all([brought, sent]);
    },
    collect: async (session) => {
      // Loaded only where there is no 9p; and before the guest is asked, since what it sends is not waited for.
      const { unpackArtifacts } = await import('./unpack-artifacts.ts');
      const endMark = Buffer.from(`\n${session.token} end of artifacts\n`);
      const refused = new AbortController();
      const unpacked = unpackArtifacts(files, { endMark, folder, limits, signal: refused.signal });
      const asked = askToCollect(session, refused);
      // Also when the agent is lost: nothing is written to the folder any more when this has failed.
      await Promise.allSettled([unpacked, asked]);
      await asked;
      return unpacked;
    },
  };
}

/** Passes on a stream's pieces, each when the one before it has been taken, and tells. */
function tellEach(onPiece: () => void): (source: AsyncIterable<unknown>) => AsyncGenerator {
  return async function* pass(source) {
    for await (const piece of source) {
      yield piece;
      onPiece();
    }
  };
}

/** A test can spoil its artifacts directory so that nothing can be sent: a note, no reason to judge it otherwise. */
async function askToCollect(session: AgentSession, refused: AbortController): Promise<void> {
  try {
    await session.ask('collect');
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    refused.abort(error.message);
  }
}
