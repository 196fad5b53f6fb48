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

/** The stages that this test has, in their order. */
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
 * Makes the folder that the guest gets: a copy, so that nothing a test writes touches the suite.
 * @throws CannotCopy when it leads out of the suite, or is more than a folder may hold; SystemError when a file cannot
 *   be read.
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
  for (const module of modules) {
    const directory = module.slice(0, module.lastIndexOf('/'));
    await copier.copyInside(module, join(folder, 'modules', module.slice(directory.length + 1)), directory);
  }
}

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
