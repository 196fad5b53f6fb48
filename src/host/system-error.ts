/** What the operating system refused: a full disk, a missing permission, too many open files. */
export interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
}

export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** The host itself is at fault, not a path that somebody named or that our own code got wrong. */
export function isHostExhausted(error: unknown): error is SystemError {
  return isSystemError(error) && exhaustion.has(error.code);
}

/** Of what a host has only so much: memory, processes, open files, room on a disk. */
export function isHostShort(error: unknown): error is SystemError {
  return isSystemError(error) && shortage.has(error.code);
}

const shortage: ReadonlySet<string> = new Set(['ENOMEM', 'EAGAIN', 'EMFILE', 'ENFILE', 'ENOSPC', 'EDQUOT']);

const exhaustion: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'ENOMEM', 'EROFS', 'EIO', 'EACCES', 'EPERM', 'EAGAIN']);
