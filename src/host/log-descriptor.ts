import { closeSync, openSync } from 'node:fs';

/** Opens a file for a child's output: created with mode 0644, appended to. */
export function openForAppend(path: string): number {
  return openSync(path, 'a', 0o644);
}

export function closeDescriptor(descriptor: number): void {
  closeSync(descriptor);
}
