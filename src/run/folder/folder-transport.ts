import { type Duplex, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CopiedSize, CopyLimits } from '../../host/files/copy-tree.ts';
import { AgentRefusal } from '../agent/agent-message.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import { packFolder, type PackedFolder } from './folder-pieces.ts';

/** How the test's folder reaches the guest, and its artifacts the host. All ways transfer the same content. */
export interface FolderTransport {
  /** Asks the agent at once. `onProgress`: called whenever the guest has received a piece. */
  readonly bring: (session: AgentSession, onProgress: () => void) => Promise<void>;
  /** Brings the artifacts into the folder on the host. Returns what was left out, and why. */
  readonly collect: (session: AgentSession) => Promise<readonly string[]>;
}

/** VirtFS: the guest mounts the folder itself, and its writes appear here at once. */
export const sharedFolder: FolderTransport = {
  bring: (session) => session.ask('folder 9p'),
  collect: () => Promise.resolve([]),
};

/** Sending it costs less time than mounting it, and it leaves the guest its memory. */
export function isSmall({ bytes, entries }: CopiedSize): boolean {
  return bytes <= 1024 ** 2 && entries <= 200;
}

export interface SentFolder {
  readonly folder: string;
  readonly files: Duplex;
}

/**
 * The folder is sent into the guest's memory. Its artifacts are VirtFS: the guest mounts them when a test first uses
 * them, and writes appear here at once.
 */
export function sentFolder({ folder, files }: SentFolder): FolderTransport {
  return {
    bring: async (session, onProgress) => {
      await send(packFolder(folder), { files, backBy: '9p', session, onProgress });
    },
    collect: () => Promise.resolve([]),
  };
}

export interface TarFolder extends SentFolder {
  readonly limits: CopyLimits;
}

/** For kernels without 9p: the folder is sent, and the artifacts come back as a tar over the files port. */
export function tarFolder({ folder, files, limits }: TarFolder): FolderTransport {
  return {
    bring: async (session, onProgress) => {
      await send(packFolder(folder), { files, backBy: 'tar', session, onProgress });
    },
    collect: async (session) => {
      // Loaded only for kernels without 9p, and before the guest is asked, because it sends without waiting.
      const { unpackArtifacts } = await import('./unpack-artifacts.ts');
      const endMark = Buffer.from(`\n${session.token} end of artifacts\n`);
      const refused = new AbortController();
      const unpacked = unpackArtifacts(files, { endMark, folder, limits, signal: refused.signal });
      const asked = askToCollect(session, refused);
      // Also when the agent is lost: after this has failed, nothing writes to the folder.
      await Promise.allSettled([unpacked, asked]);
      await asked;
      return unpacked;
    },
  };
}

interface Sending {
  readonly files: Duplex;
  /** How the artifacts come back. */
  readonly backBy: '9p' | 'tar';
  readonly session: AgentSession;
  readonly onProgress: () => void;
}

async function send(packed: PackedFolder, { files, backBy, session, onProgress }: Sending): Promise<void> {
  const brought = session.ask(`folder sent ${packed.bytes} ${backBy}`);
  const over = new AbortController();
  let unreadable: { readonly cause: unknown } | undefined;
  async function* pieces(): AsyncGenerator<Buffer> {
    try {
      // Each after the previous one was taken.
      for await (const piece of packed.pieces()) {
        yield piece;
        onProgress();
      }
    } catch (cause) {
      unreadable = { cause };
    }
  }
  const sent = pipeline(Readable.from(pieces()), files, { end: false, signal: over.signal })
    // If the machine dies meanwhile, the session learns it from the control port.
    .catch(() => undefined)
    .then(() => {
      if (unreadable !== undefined) throw unreadable.cause;
    });
  try {
    await Promise.all([brought, sent]);
  } finally {
    // A guest that has failed takes nothing any more, and the file that is being read would stay open.
    over.abort();
  }
}

/**
 * A test can damage its artifacts directory so that nothing can be sent. That becomes a note and does not change the
 * verdict.
 */
async function askToCollect(session: AgentSession, refused: AbortController): Promise<void> {
  try {
    await session.ask('collect');
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    refused.abort(error.message);
  }
}
