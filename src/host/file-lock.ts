import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { CommandNotStarted, killGroup } from './command.ts';

/**
 * Runs `work` while an exclusive lock on a file is held; waits for whoever holds it. The kernel gives the lock up when
 * the holder ends in whatever way, so nothing has to be cleaned up after a kill, and it holds across containers that
 * share the file.
 * @throws CommandNotStarted when there is no `flock` program; the signal's reason when it aborts.
 */
export async function withFileLock<T>(path: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const lock = await acquire(path, 'wait', signal);
  if (typeof lock === 'string') throw new Error(`Internal error: waiting for ${path} ended without the lock`);
  try {
    return await work();
  } finally {
    await release(lock);
  }
}

/** The same, but gives up at once when somebody else holds the lock: then no work is done. */
export async function withFreeFileLock(path: string, signal: AbortSignal, work: () => void): Promise<'done' | 'busy'> {
  const lock = await acquire(path, 'give-up', signal);
  if (typeof lock === 'string') return 'busy';
  try {
    work();
    return 'done';
  } finally {
    await release(lock);
  }
}

/**
 * Runs `work` with the lock, unless somebody else holds it: then what `onBusy` returns. For a file that may lie on a file
 * system without locks, where there is nothing to hold.
 */
export async function withLockOrElse<T>(path: string, signal: AbortSignal, work: () => Promise<T>, onBusy: () => T): Promise<T> {
  const lock = await acquire(path, 'give-up', signal);
  if (lock === 'busy') return onBusy();
  try {
    return await work();
  } finally {
    if (lock !== 'no-locks') await release(lock);
  }
}

/** flock(1): "the exit status used when the -n option is in use, and the conflicting lock exists", where there is no -E. */
const busyStatus = 1;

/**
 * Node has no flock(2). A child holds the lock until its standard input ends, which our own death brings about too.
 */
async function acquire(path: string, when: 'wait' | 'give-up', signal: AbortSignal): Promise<ChildProcess | 'busy' | 'no-locks'> {
  signal.throwIfAborted();
  // Made here, so that what is wrong with the file is reported as a system error and not as flock's text.
  closeSync(openSync(path, 'a'));
  const wish = when === 'wait' ? '-x' : '-n';
  const child = spawn('flock', [wish, path, 'sh', '-c', 'echo held && exec cat'], { detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const kill = (): void => {
    if (child.pid !== undefined) killGroup(child.pid);
  };
  signal.addEventListener('abort', kill, { once: true });
  try {
    const outcome = await new Promise<'held' | 'busy' | 'no-locks'>((resolve, reject) => {
      child.once('error', (cause) => reject(new CommandNotStarted('flock', cause)));
      child.once('close', (exitCode) => resolve(exitCode === busyStatus ? 'busy' : 'no-locks'));
      child.stdout.once('data', () => resolve('held'));
    });
    signal.throwIfAborted();
    return outcome === 'held' ? child : outcome;
  } finally {
    signal.removeEventListener('abort', kill);
  }
}

async function release(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.stdin?.end();
  });
}
