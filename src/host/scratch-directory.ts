import { mkdtempSync, rmSync, chmodSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'qemu-driver-test-';

export interface ScratchDirectory extends Disposable {
  readonly path: string;
}

/** A private directory (mode 0700) that is gone when it is disposed of, whatever was put into it. */
export function createScratchDirectory(): ScratchDirectory {
  const path = mkdtempSync(join(tmpdir(), prefix));
  return { path, [Symbol.dispose]: () => removeTree(path) };
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
