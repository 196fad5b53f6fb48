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
  EIO: 'is on a failing disk',
};

const elsewhere = 'choose another place: QDT_STORE=/path/to/a/directory';

/**
 * A system error in the store, in words for the user; undefined for other errors, including bugs of ours such as a
 * missing file that we created.
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
      hint: `${isAboutSpace(code) ? 'Free some space there' : 'Fix that'}, or ${elsewhere}`,
      cause: error,
    });
  }
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new ProvisionError(`The store ${root} has a file where a directory should be.`, {
      hint: `Fix that, or ${elsewhere}`,
      cause: error,
    });
  if (code === 'ENOENT' && kindOfFile(root) === 'nothing')
    return new ProvisionError(`The store ${root} was removed during its use.`, {
      hint: 'Try again',
      cause: error,
    });
  return shortageFrom(code, undefined, { root, cause: error });
}

/** A failed write does not name its file. */
function pathOf(error: Error): string | undefined {
  return 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}

function isAboutSpace(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT';
}

/**
 * Problems of the host, whatever file shows them. Errors about an author's file or somebody else's directory are
 * reported by their users.
 */
function isOurShortage(code: string): boolean {
  return !['EACCES', 'EPERM', 'EROFS', 'EIO'].includes(code);
}

/** Inside the root, or one of its parents: mkdir complains about a missing parent. */
function isRelated(path: string, root: string): boolean {
  return path.startsWith(root) || root.startsWith(path);
}
