import { lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { hardLink } from './file-changes.ts';

/** The same tree under a second name: directories are made, links copied, files shared where the file system can. */
export function linkTree(from: string, to: string): void {
  const info = lstatSync(from);
  if (info.isDirectory()) {
    mkdirSync(to, { recursive: true, mode: info.mode & 0o777 });
    for (const name of readdirSync(from)) linkTree(join(from, name), join(to, name));
  } else if (info.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
  } else {
    hardLink(from, to);
  }
}
