import { chmodSync, lstatSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { secretToken } from './token.ts';

/**
 * Removes whatever is at a path, also what a guest made to be hard to remove: directories without permissions, names
 * that are no UTF-8, trees so deep that no path reaches their ground. A path with nothing there is fine.
 */
export function removeTree(path: string): void {
  try {
    // A process that is being killed can still finish one system call, hence the retries.
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch (error) {
    if (!lstatSync(path).isDirectory()) throw error;
    removeDirectory(Buffer.from(path));
  }
}

/**
 * Lifts the directories of each directory to the top before it removes it: no path has more than two parts of the
 * guest's.
 */
function removeDirectory(top: Buffer): void {
  chmodSync(top, 0o700);
  let lifted = 0;
  for (let entries = entriesOf(top); entries.length > 0; entries = entriesOf(top)) {
    for (const entry of entries) {
      if (!entry.isDirectory) {
        unlinkSync(entry.path);
        continue;
      }
      chmodSync(entry.path, 0o700);
      for (const below of entriesOf(entry.path)) {
        if (below.isDirectory) liftTo(below.path, inside(top, Buffer.from(`.lifted-${lifted++}-${secretToken()}`)));
        else unlinkSync(below.path);
      }
      rmdirSync(entry.path);
    }
  }
  rmdirSync(top);
}

/** To be moved, a directory must be writable: its own entry for the one above it changes. */
function liftTo(path: Buffer, place: Buffer): void {
  chmodSync(path, 0o700);
  renameSync(path, place);
}

function entriesOf(directory: Buffer): { readonly path: Buffer; readonly isDirectory: boolean }[] {
  return readdirSync(directory, { encoding: 'buffer', withFileTypes: true }).map((entry) => ({
    path: inside(directory, entry.name),
    isDirectory: entry.isDirectory(),
  }));
}

function inside(directory: Buffer, name: Buffer): Buffer {
  return Buffer.concat([directory, Buffer.from('/'), name]);
}
