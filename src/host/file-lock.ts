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
  if (lock === undefined) throw new Error(`Internal error: waiting for ${path} ended without the lock`);
  try {
    return await work();
  } finally {
    await release(lock);
  }
}

/** The same, but gives up at once when somebody else holds the lock: then no work is done. */
export async function withFreeFileLock(path: string, signal: AbortSignal, work: () => void): Promise<'done' | 'busy'> {
  const lock = await acquire(path, 'give-up', signal);
  if (lock === undefined) return 'busy';
  try {
    work();
    return 'done';
  } finally {
    await release(lock);
  }
}

/**
 * Node has no flock(2). A child holds the lock until its standard input ends, which our own death brings about too.
 */
async function acquire(path: string, when: 'wait' | 'give-up', signal: AbortSignal): Promise<ChildProcess | undefined> {
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
    const held = await new Promise<boolean>((resolve, reject) => {
      child.once('error', (cause) => reject(new CommandNotStarted('flock', cause)));
      child.once('close', () => resolve(false));
      child.stdout.once('data', () => resolve(true));
    });
    signal.throwIfAborted();
    return held ? child : undefined;
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
