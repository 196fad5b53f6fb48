import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';

const mebibyte = 1024 * 1024;

/** What a file system still takes. */
export interface SpaceLeft {
  /** For an unprivileged user. */
  readonly freeBytes: number;
  /** How many files can still be made; undefined: the file system has no such limit. */
  readonly freeFiles: number | undefined;
}

/** What can still be written at a path, or where it would be made. @throws SystemError */
export function spaceLeftAt(path: string): SpaceLeft {
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize, files, ffree } = statfsSync(existing);
  return { freeBytes: bavail * bsize, freeFiles: files === 0 ? undefined : ffree };
}

/** The same in MiB. */
export function freeMiB(path: string): number {
  return Math.floor(spaceLeftAt(path).freeBytes / mebibyte);
}

/** How much room there is: `12 MiB are free`. `neededBytes`: the least that has to fit. */
export function spaceLeftWords(place: string, neededBytes?: number): string {
  const { freeBytes, freeFiles } = spaceLeftAt(place);
  const needed = neededBytes === undefined ? '' : `, and at least ${Math.ceil(neededBytes / mebibyte)} MiB are needed`;
  if (freeFiles === 0) return `no more files can be made there (no inodes are free)${needed}`;
  return `${freeBytes < mebibyte ? `${freeBytes} bytes` : `${Math.floor(freeBytes / mebibyte)} MiB`} are free${needed}`;
}

/** Where programs put their temporary files. */
export function temporaryPlace(): string {
  return tmpdir();
}
