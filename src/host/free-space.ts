import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** What an unprivileged user can still write at a path, or where it would be made, in MiB. */
export function freeMiB(path: string): number {
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  return Math.floor((bavail * bsize) / (1024 * 1024));
}
