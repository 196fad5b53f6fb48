import { join } from 'node:path';
import { listDirectory } from '../host/directories.ts';
import { readWholeFile } from '../host/file-facts.ts';

/** The files of `guest/` that go into the initramfs; its documentation does not. */
export function readGuestFiles(directory: string): ReadonlyMap<string, Uint8Array> {
  const names = listDirectory(directory).filter((name) => !name.endsWith('.md'));
  return new Map(names.map((name) => [name, readWholeFile(join(directory, name))]));
}
