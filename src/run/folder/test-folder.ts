import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bounds } from '../../bounds/bounds.ts';
import { readBytes } from '../../host/files/byte-streams.ts';
import { type CopyLimits, TreeCopier } from '../../host/files/copy-tree.ts';
import { listDirectory, makeDirectory } from '../../host/files/scratch-directory.ts';
import type { PlannedTest } from '../../plan/plan.ts';
import { AgentRefusal } from '../agent/agent-message.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import type { StageName } from '../evidence/run-record.ts';

/** The stages of this test, in order. */
export function stagesOf({ suite, test }: PlannedTest): { readonly name: StageName; readonly program: string }[] {
  const programs: readonly (readonly [StageName, string | undefined])[] = [
    ['suite-setup', suite.setup],
    ['setup', test.setup],
    ['run', test.run],
    ['teardown', test.teardown],
    ['suite-teardown', suite.teardown],
  ];
  return programs.flatMap(([name, program]) => (program === undefined ? [] : [{ name, program }]));
}

/**
 * Creates the folder for the guest. It is a copy, so that a test's writes do not reach the suite. @throws CannotCopy
 * when the source leads out of the suite or exceeds the limits @throws SystemError when a file cannot be read
 */
export async function fillFolder(
  folder: string,
  planned: PlannedTest,
  modules: readonly string[],
  stages = stagesOf(planned),
): Promise<void> {
  for (const part of ['', 'modules', 'artifacts', 'logs']) makeDirectory(join(folder, part));
  const { suite, test } = planned;
  const copier = new TreeCopier(bounds.data);
  for (const { name, program } of stages) await copier.copyInside(program, join(folder, name), suite.directory);
  if (test.dataDirectory !== undefined) {
    for (const name of listDirectory(test.dataDirectory))
      await copier.copyInside(join(test.dataDirectory, name), join(folder, name), suite.directory);
  }
  if (suite.libDirectory !== undefined)
    await copier.copyInside(suite.libDirectory, join(folder, 'lib'), suite.directory);
  for (const module of modules) {
    const directory = module.slice(0, module.lastIndexOf('/'));
    await copier.copyInside(module, join(folder, 'modules', module.slice(directory.length + 1)), directory);
  }
}

/** How the test's folder reaches the guest, and its artifacts the host. Both ways transfer the same content. */
export interface FolderTransport {
  /** `onProgress`: called whenever the guest has received a piece. */
  readonly bring: (session: AgentSession, onProgress: () => void) => Promise<void>;
  /** Brings the artifacts into the folder on the host. Returns what was left out, and why. */
  readonly collect: (session: AgentSession) => Promise<readonly string[]>;
}

/** VirtFS: the guest mounts the folder itself, and its writes appear here at once. */
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

/** For kernels without 9p: a tar over the files port, in both directions. */
export function tarFolder({ folder, scratch, files, limits }: TarFolder): FolderTransport {
  return {
    bring: async (session, onProgress) => {
      const archivePath = join(scratch, 'folder.tar');
      const { packFolder } = await import('./folder-tar.ts');
      const size = await packFolder(folder, archivePath, onProgress);
      const brought = session.ask(`folder tar ${size}`);
      const over = new AbortController();
      const sending = { end: false, signal: over.signal };
      // If the machine dies meanwhile, the session learns it from the control port.
      const sent = pipeline(readBytes(archivePath), countPieces(onProgress), files, sending).catch(() => undefined);
      try {
        await Promise.all([brought, sent]);
      } finally {
        // A guest that has failed takes nothing any more, and its archive would stay open.
        over.abort();
      }
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

/** Passes on the pieces of a stream, each after the previous one was taken, and calls `onPiece`. */
function countPieces(onPiece: () => void): (source: AsyncIterable<unknown>) => AsyncGenerator {
  return async function* pass(source) {
    for await (const piece of source) {
      yield piece;
      onPiece();
    }
  };
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
