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
  return isSystemError(error) && shortages.has(error.code);
}

/** Of what a host has only so much: memory, processes, open files, room on a disk. */
export function isHostShort(error: unknown): error is SystemError {
  return isSystemError(error) && scarce.has(error.code);
}

const scarce: ReadonlySet<string> = new Set(['ENOMEM', 'EAGAIN', 'EMFILE', 'ENFILE', 'ENOSPC', 'EDQUOT']);

/** What a host can be short of. */
export interface Shortage {
  readonly code: string;
  /** How the system says it in English: programs of which we see only the words say so. */
  readonly systemWords: string;
  /** A sentence without its end. */
  readonly meaning: string;
  /** The next move, a whole sentence. */
  readonly advice: string;
}

const madeRoom = 'Make room there, or name another place.';

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
    advice: 'Name another place, or mount it for writing.',
  },
  {
    code: 'EIO',
    systemWords: 'Input/output error',
    meaning: 'the disk fails',
    advice: 'The host’s kernel log (dmesg) says why.',
  },
  {
    code: 'ENFILE',
    systemWords: 'Too many open files in system',
    meaning: 'this host has too many files open',
    advice: 'End other programs, or raise fs.file-max.',
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
    advice: 'End other programs, or run fewer machines at a time (--jobs).',
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
    advice: 'Give this user the right, or name another place.',
  },
  {
    code: 'EPERM',
    systemWords: 'Operation not permitted',
    meaning: 'this user may not do that',
    advice: 'Give this user the right, or name another place.',
  },
];

const shortages: ReadonlyMap<string, Shortage> = new Map(all.map((shortage) => [shortage.code, shortage]));

/** What the host is short of, by the system's code; undefined for every other code. */
export function shortageOf(code: string): Shortage | undefined {
  return shortages.get(code);
}

/**
 * What a program was refused, by its words in the C locale: they close a line, as what was quoted from a source does
 * not. Permissions are left out: many programs go on without.
 */
export function shortageIn(words: string): Shortage | undefined {
  // A disk that filled up in the middle of a write: tar says no more.
  if (/: Wrote only \d+ of \d+ bytes$/m.test(words)) return shortages.get('ENOSPC');
  const closes = (systemWords: string): boolean => new RegExp(`[:(] ?'?${systemWords}[')]?\\.?$`, 'm').test(words);
  return all.find(({ code, systemWords }) => code !== 'EACCES' && code !== 'EPERM' && closes(systemWords));
}
