import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { readBytes } from '../host/byte-streams.ts';
import type { CopyLimits } from '../host/copy-tree.ts';
import type { AgentSession } from './agent-session.ts';
import { packFolder, unpackArtifacts } from './folder-tar.ts';

/** How the test's folder reaches the guest, and its artifacts the host. The same content either way. */
export interface FolderTransport {
  readonly bring: (session: AgentSession) => Promise<void>;
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
    bring: async (session) => {
      const archivePath = join(scratch, 'folder.tar');
      const size = await packFolder(folder, archivePath);
      const brought = session.ask(`folder tar ${size}`);
      readBytes(archivePath).pipe(files, { end: false });
      await brought;
    },
    collect: async (session) => {
      const endMark = Buffer.from(`\n${session.token} end of artifacts\n`);
      const unpacked = unpackArtifacts(files, { endMark, folder, limits });
      const [leftOut] = await Promise.all([unpacked, session.ask('collect')]);
      return leftOut;
    },
  };
}
