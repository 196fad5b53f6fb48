import { closeSync, openSync } from 'node:fs';
import { type KeptProcess, startKept } from '../process/kept-process.ts';

/**
 * The file is there, but cannot be locked: its file system has no locks, as some network and shared folders, or the
 * host has no room for one.
 */
export class LockUnavailable extends Error {
  override readonly name = 'LockUnavailable';
  readonly path: string;
  /** The system's words. */
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path} cannot be locked (${reason}), so two runs there could not be kept apart.`);
    this.path = path;
    this.reason = reason;
  }
}

/**
 * Runs `work` while an exclusive lock on a file is held; waits for whoever holds it. The kernel gives the lock up when
 * the holder ends in whatever way, so nothing has to be cleaned up after a kill, and it holds across containers that
 * share the file.
 * @throws LockUnavailable; CommandNotStarted when there is no `flock` program; the signal's reason when it aborts.
 */
export async function withFileLock<T>(path: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const lock = await acquire(path, 'wait', signal);
  if (lock === 'busy') throw new Error(`Internal error: waiting for ${path} ended without the lock`);
  try {
    return await work();
  } finally {
    await release(lock);
  }
}

/** The same, but gives up at once when somebody else holds the lock: then no work is done. */
export async function withFreeFileLock(path: string, signal: AbortSignal, work: () => void): Promise<'done' | 'busy'> {
  const lock = await acquire(path, 'give-up', signal);
  if (lock === 'busy') return 'busy';
  try {
    work();
    return 'done';
  } finally {
    await release(lock);
  }
}

/** Runs `work` with the lock, unless somebody else holds it: then what `onBusy` returns. @throws as withFileLock */
export async function withLockOrElse<T>(
  path: string,
  signal: AbortSignal,
  work: () => Promise<T>,
  onBusy: () => T,
): Promise<T> {
  const lock = await acquire(path, 'give-up', signal);
  if (lock === 'busy') return onBusy();
  try {
    return await work();
  } finally {
    await release(lock);
  }
}

/**
 * flock(1): "the exit status used when the -n option is in use, and the conflicting lock exists", where there is no -E.
 */
const busyStatus = 1;

/** Said when the lock is to be given up at once. */
const doneWord = 'done\n';

/**
 * When we have died, what we had started under the lock is being killed; whoever gets the lock next shall not meet the
 * last of it.
 */
const holder = 'echo held && { read -r word || sleep 1; }';

/**
 * Node has no flock(2). A child holds the lock until it is told, or its standard input ends, which our own death brings
 * about too.
 */
async function acquire(path: string, when: 'wait' | 'give-up', signal: AbortSignal): Promise<KeptProcess | 'busy'> {
  signal.throwIfAborted();
  // Made here, so that what is wrong with the file is reported as a system error and not as flock's text.
  closeSync(openSync(path, 'a'));
  const kept = startKept({
    argv: ['flock', when === 'wait' ? '-x' : '-n', path, '/bin/sh', '-c', holder],
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  signal.addEventListener('abort', kept.kill, { once: true });
  try {
    const outcome = await firstWord(kept);
    signal.throwIfAborted();
    if (outcome.kind === 'ended') return refusal(path, outcome);
    kept.letGo();
    return kept;
  } finally {
    signal.removeEventListener('abort', kept.kill);
  }
}

type FirstWord =
  | { readonly kind: 'held' }
  | { readonly kind: 'ended'; readonly exitCode: number | undefined; readonly complaint: string };

async function firstWord({ child, ended }: KeptProcess): Promise<FirstWord> {
  let complaint = '';
  child.stdin?.on('error', () => undefined);
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const held = new Promise<FirstWord>((resolve) => child.stdout?.once('data', () => resolve({ kind: 'held' })));
  return await Promise.race([held, ended.then(({ exitCode }): FirstWord => ({ kind: 'ended', exitCode, complaint }))]);
}

function refusal(path: string, { exitCode, complaint }: Extract<FirstWord, { kind: 'ended' }>): 'busy' {
  if (exitCode === busyStatus) return 'busy';
  // `flock: PATH: No locks available`
  const said = complaint.trim().split('\n').at(-1)?.split(': ').at(-1) ?? '';
  throw new LockUnavailable(
    path,
    said === '' ? `flock ended with ${exitCode === undefined ? 'a signal' : `exit status ${exitCode}`}` : said,
  );
}

async function release({ child, ended }: KeptProcess): Promise<void> {
  child.stdin?.end(doneWord);
  await ended;
}
