import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeTree } from './empty-directory.ts';
import { ownedPrefix, sweepDead } from './owned-name.ts';

/** Creates a directory and its parents; an existing one is fine. */
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
 * A private directory (mode 0700) that is removed when it is disposed of or this process exits, whatever it contains.
 * The first call in a process also removes what killed processes left.
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

/** The directories that an early exit would leave behind. */
const open = new Set<string>();

let isHooked = false;

function removeAllAtExit(): void {
  if (isHooked) return;
  isHooked = true;
  process.on('exit', () => {
    for (const path of open) removeAtExit(path);
  });
}

/** At exit, a failure cannot be reported any more, and the others can still be removed. */
function removeAtExit(path: string): void {
  try {
    removeTree(path);
  } catch {
    // Nobody is left to read an error.
  }
}
