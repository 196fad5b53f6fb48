/** An error of the operating system: a full disk, a missing permission, too many open files. */
export interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
}

export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** The host itself is at fault, and not a path that somebody named or a bug of ours. */
export function isHostExhausted(error: unknown): error is SystemError {
  return isSystemError(error) && shortages.has(error.code);
}

/** A limited resource of the host is used up: memory, processes, open files, disk space. */
export function isHostShort(error: unknown): error is SystemError {
  return isSystemError(error) && scarce.has(error.code);
}

const scarce: ReadonlySet<string> = new Set(['ENOMEM', 'EAGAIN', 'EMFILE', 'ENFILE', 'ENOSPC', 'EDQUOT']);

/** A resource that a host can run out of. */
export interface Shortage {
  readonly code: string;
  /** The system's English message, to recognise it in other programs' output. */
  readonly systemWords: string;
  /** A sentence without its full stop. */
  readonly meaning: string;
  /** What to do: a complete sentence. */
  readonly advice: string;
}

const madeRoom = 'Free some space, or choose another place.';

const all: readonly Shortage[] = [
  { code: 'ENOSPC', systemWords: 'No space left on device', meaning: 'the disk is full', advice: madeRoom },
  {
    code: 'EDQUOT',
    systemWords: 'Disk quota exceeded',
    meaning: 'this user’s disk quota is used up',
    advice: madeRoom,
  },
  {
    code: 'EROFS',
    systemWords: 'Read-only file system',
    meaning: 'the file system is read-only',
    advice: 'Choose another place, or mount it for writing.',
  },
  {
    code: 'EIO',
    systemWords: 'Input/output error',
    meaning: 'the disk has failed',
    advice: 'The host’s kernel log (dmesg) says why.',
  },
  {
    code: 'ENFILE',
    systemWords: 'Too many open files in system',
    meaning: 'this host has too many files open',
    advice: 'Close other programs, or raise fs.file-max.',
  },
  {
    code: 'EMFILE',
    systemWords: 'Too many open files',
    meaning: 'this process may not open more files',
    advice: 'Raise the limit (ulimit -n), or run fewer machines at a time (--jobs).',
  },
  {
    code: 'ENOMEM',
    systemWords: 'Cannot allocate memory',
    meaning: 'this host has no memory left',
    advice: 'Close other programs, or run fewer machines at a time (--jobs).',
  },
  {
    code: 'EAGAIN',
    systemWords: 'Resource temporarily unavailable',
    meaning: 'this user may not start more processes',
    advice: 'Raise the limit (ulimit -u, or the container’s), or run fewer machines at a time (--jobs).',
  },
  {
    code: 'EACCES',
    systemWords: 'Permission denied',
    meaning: 'this user may not do that',
    advice: 'Give this user permission, or choose another place.',
  },
  {
    code: 'EPERM',
    systemWords: 'Operation not permitted',
    meaning: 'this user may not do that',
    advice: 'Give this user permission, or choose another place.',
  },
];

const shortages: ReadonlyMap<string, Shortage> = new Map(all.map((shortage) => [shortage.code, shortage]));

/** The shortage that a system error code means; undefined for other codes. */
export function shortageOf(code: string): Shortage | undefined {
  return shortages.get(code);
}

/**
 * The shortage that a program's output in the C locale names. The message must end a line, which quoted source text
 * does not. Permissions are ignored, because many programs continue without.
 */
export function shortageIn(words: string): Shortage | undefined {
  // The disk filled up during a write. tar prints nothing else.
  if (/: Wrote only \d+ of \d+ bytes$/m.test(words)) return shortages.get('ENOSPC');
  const closes = (systemWords: string): boolean => new RegExp(`[:(] ?'?${systemWords}[')]?\\.?$`, 'm').test(words);
  return all.find(({ code, systemWords }) => code !== 'EACCES' && code !== 'EPERM' && closes(systemWords));
}
