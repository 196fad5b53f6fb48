import { closeSync, openSync } from 'node:fs';
import { type KeptProcess, startKept } from '../process/kept-process.ts';

/**
 * The file exists but cannot be locked: its file system does not support locks, as some network and shared folders, or
 * the host is out of resources.
 */
export class LockUnavailable extends Error {
  override readonly name = 'LockUnavailable';
  readonly path: string;
  /** The system's error message. */
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path} cannot be locked (${reason}), so concurrent runs there would disturb each other.`);
    this.path = path;
    this.reason = reason;
  }
}

/**
 * Runs `work` under an exclusive lock on a file, and waits for the lock. The kernel releases it however its holder
 * ends, so a kill needs no clean-up. It works across containers that share the file. @throws LockUnavailable @throws
 * CommandNotStarted when there is no `flock` program @throws the signal's reason when it aborts
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

/** The same, but without waiting: if somebody else holds the lock, no work is done. */
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

/** Runs `work` under the lock, or calls `onBusy` if somebody else holds it. @throws as withFileLock */
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
 * flock(1): "the exit status used when the -n option is in use, and the conflicting lock exists", if -E is not given.
 */
const busyStatus = 1;

/** The message that releases the lock at once. */
const doneWord = 'done\n';

/** When we die, the programs that we started under the lock are being killed. The next holder must not meet them. */
const holder = 'echo held && { read -r word || sleep 1; }';

/**
 * Node has no flock(2). A child holds the lock until it is told to release it, or its standard input ends, which
 * happens also when we die.
 */
async function acquire(path: string, when: 'wait' | 'give-up', signal: AbortSignal): Promise<KeptProcess | 'busy'> {
  signal.throwIfAborted();
  // Created here, so that a problem with the file is a system error and not a message of flock.
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
