import { mkdtempSync, rmSync, chmodSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'qemu-driver-test-';

export interface ScratchDirectory extends Disposable {
  readonly path: string;
}

/** A private directory (mode 0700) that is gone when it is disposed of or this process exits, whatever was put into it. */
export function createScratchDirectory(): ScratchDirectory {
  removeAllAtExit();
  const path = mkdtempSync(join(tmpdir(), prefix));
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
    for (const path of open) removeTree(path);
  });
}

/** Removes a directory tree, also when a guest made parts of it unreadable for us. */
export function removeTree(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // A directory without permissions for its owner: give them back, then the second try must work or say why.
    openUp(path);
    rmSync(path, { recursive: true, force: true });
  }
}

function openUp(path: string): void {
  chmodSync(path, 0o700);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) openUp(join(path, entry.name));
  }
}
