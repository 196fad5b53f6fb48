import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeTree } from './empty-directory.ts';
import { ownedPrefix, sweepDead } from './owned-name.ts';

/** Makes a directory and its parents; one that is there is fine. */
export function makeDirectory(path: string): void {
  mkdirSync(path, { recursive: true });
}

/** Names in a directory, sorted. */
export function listDirectory(path: string): string[] {
  return readdirSync(path).sort();
}

export { removeTree } from './empty-directory.ts';

export interface ScratchDirectory extends Disposable {
  readonly path: string;
}

/**
 * A private directory (mode 0700) that is gone when it is disposed of or this process exits, whatever was put into it.
 * What processes that were killed have left is removed by the first that another one makes.
 */
export function createScratchDirectory(): ScratchDirectory {
  removeAllAtExit();
  sweepDead(tmpdir());
  const path = mkdtempSync(join(tmpdir(), ownedPrefix()));
  open.add(path);
  return {
    path,
    [Symbol.dispose]: () => {
      open.delete(path);
      removeTree(path);
    },
  };
}

/** Those that an exit in the middle of things would leave behind. */
const open = new Set<string>();

let isHooked = false;

function removeAllAtExit(): void {
  if (isHooked) return;
  isHooked = true;
  process.on('exit', () => {
    for (const path of open) removeAtExit(path);
  });
}

/** Nobody is left to tell of one that cannot be removed, and the others still can. */
function removeAtExit(path: string): void {
  try {
    removeTree(path);
  } catch {
    // See above.
  }
}
