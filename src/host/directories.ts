import { mkdirSync, readdirSync } from 'node:fs';

/** Makes a directory and its parents; one that is there is fine. */
export function makeDirectory(path: string): void {
  mkdirSync(path, { recursive: true });
}

/** Names in a directory, sorted. */
export function listDirectory(path: string): string[] {
  return readdirSync(path).sort();
}
