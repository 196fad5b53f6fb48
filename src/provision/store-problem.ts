import { ProvisionError } from './provisioned.ts';

const meanings: Readonly<Record<string, string>> = {
  EROFS: 'is on a read-only file system',
  EACCES: 'may not be written by this user',
  EPERM: 'may not be written by this user',
  ENOSPC: 'is on a file system that is full',
  EDQUOT: 'is over this user’s disk quota',
  ENOTDIR: 'has a file where a directory should be',
  EEXIST: 'has a file where a directory should be',
};

/** A system error inside the store, as the user can understand and mend it; undefined for every other error. */
export function storeProblem(error: unknown, root: string): ProvisionError | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const { code } = error;
  if (!isAboutSpace(code) && !('path' in error && typeof error.path === 'string' && isRelated(error.path, root))) return undefined;
  const meaning = meanings[code] ?? `cannot be used (${error.message})`;
  return new ProvisionError(`The store ${root} ${meaning}.`, {
    hint: `${isAboutSpace(code) ? 'Make room there' : 'Mend that'}, or name another place: QDT_STORE=/path/to/a/directory`,
    cause: error,
  });
}

/** A write does not say which file it was for. */
function isAboutSpace(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT';
}

/** Inside the root, or one of its parents: a missing parent is what mkdir complains about. */
function isRelated(path: string, root: string): boolean {
  return path.startsWith(root) || root.startsWith(path);
}
