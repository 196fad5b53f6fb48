import { spaceLeftWords } from '../../host/files/disk-use.ts';
import { kindOfFile } from '../../host/files/file-facts.ts';
import { isSystemError } from '../../host/system-error.ts';
import { fullest, HostShortage, shortageFrom } from '../host-shortage.ts';
import { ProvisionError } from '../provisioned.ts';

const meanings: Readonly<Record<string, string>> = {
  EROFS: 'is on a read-only file system',
  EACCES: 'may not be written by this user',
  EPERM: 'may not be written by this user',
  ENOSPC: 'is on a file system that is full',
  EDQUOT: 'is over this user’s disk quota',
  EIO: 'is on a disk that fails',
};

const elsewhere = 'name another place: QDT_STORE=/path/to/a/directory';

/**
 * A system error inside the store, as the user can understand and mend it; undefined for every other error, a mistake
 * of ours among them: a file that is not there although we have made it.
 */
export function storeProblem(error: unknown, root: string): ProvisionError | undefined {
  if (!isSystemError(error)) return undefined;
  const { code } = error;
  const path = pathOf(error) ?? (isAboutSpace(code) ? fullest(root) : undefined);
  if (path === undefined || !isRelated(path, root))
    return isOurShortage(code) ? shortageFrom(code, path, { root, cause: error }) : undefined;
  const meaning = meanings[code];
  if (meaning !== undefined) {
    const figure = code === 'ENOSPC' ? `: ${spaceLeftWords(root)}` : '';
    return new HostShortage(code, `The store ${root} ${meaning}${figure}.`, {
      hint: `${isAboutSpace(code) ? 'Make room there' : 'Mend that'}, or ${elsewhere}`,
      cause: error,
    });
  }
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new ProvisionError(`The store ${root} has a file where a directory should be.`, {
      hint: `Mend that, or ${elsewhere}`,
      cause: error,
    });
  if (code === 'ENOENT' && kindOfFile(root) === 'nothing')
    return new ProvisionError(`The store ${root} was removed while it was being used.`, {
      hint: 'Try again',
      cause: error,
    });
  return shortageFrom(code, undefined, { root, cause: error });
}

/** A write does not say which file it was for. */
function pathOf(error: Error): string | undefined {
  return 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}

function isAboutSpace(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT';
}

/**
 * Of the host, whichever file it shows with. What an author's file or another's directory lacks is said by who uses it.
 */
function isOurShortage(code: string): boolean {
  return !['EACCES', 'EPERM', 'EROFS', 'EIO'].includes(code);
}

/** Inside the root, or one of its parents: a missing parent is what mkdir complains about. */
function isRelated(path: string, root: string): boolean {
  return path.startsWith(root) || root.startsWith(path);
}
