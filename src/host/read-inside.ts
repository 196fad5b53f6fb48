import { lstatSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isSystemError } from './system-error.ts';
import { readTextFile } from './read-text.ts';

/**
 * At most so many bytes of a plain file below a directory, as text; undefined when there is none at that path, or when it is
 * reached through a link or leads out of the directory: whoever wrote the path need not be who owns the files.
 */
export function readTextInside(directory: string, path: string, maxBytes: number): string | undefined {
  if (path.includes('\0')) return undefined;
  const file = join(directory, path);
  try {
    if (!lstatSync(file).isFile()) return undefined;
    const root = realpathSync(directory);
    // A link anywhere on the way makes the two differ.
    if (realpathSync(file) !== join(root, path) || !join(root, path).startsWith(root + sep)) return undefined;
    return readTextFile(file, maxBytes);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}
