import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { LockUnavailable, withFileLock, withFreeFileLock, withLockOrElse } from '../../../src/host/files/file-lock.ts';
import { CommandNotStarted } from '../../../src/host/process/command.ts';
import { bundleModule } from '../bundled-module.ts';
import { eventually } from '../eventually.ts';
import { pidsMentioning } from '../processes.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

afterEach(() => vi.unstubAllEnvs());

const never = new AbortController().signal;

/** As flock(1) ends on a file system that refuses: its words, and sysexits' EX_OSERR or EX_DATAERR. */
function refusingFlock(words: string, status: number): void {
  const bin = temporaryDirectory();
  writeFileSync(join(bin, 'flock'), `#!/bin/sh\necho "flock: $2: ${words}" >&2\nexit ${status}\n`);
  chmodSync(join(bin, 'flock'), 0o755);
  vi.stubEnv('PATH', `${bin}${delimiter}${process.env['PATH'] ?? ''}`);
}

/** Another program that takes the lock, and does not end. */
function holderOf(path: string): ReturnType<typeof spawn> {
  const module = bundleModule('host/files/file-lock.ts', temporaryDirectory());
  const script = `import { withFileLock } from ${JSON.stringify(module)};
    const hold = () => { console.log('held'); return new Promise((resolve) => setTimeout(resolve, 1e6)); };
    await withFileLock(${JSON.stringify(path)}, new AbortController().signal, hold);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

describe('a lock', () => {
  it('has one holder at a time, and is free as soon as its work has ended', async () => {
    const path = join(temporaryDirectory(), 'lock');
    await withFileLock(path, never, async () => {
      expect(await withFreeFileLock(path, never, () => undefined)).toBe('busy');
      expect(
        await withLockOrElse(
          path,
          never,
          () => Promise.resolve('mine'),
          () => 'busy',
        ),
      ).toBe('busy');
    });
    expect(await withFreeFileLock(path, never, () => undefined)).toBe('done');
  });

  it('of a process that was killed is free a moment later, and nothing of it is left', async () => {
    const path = join(temporaryDirectory(), 'lock');
    const holder = holderOf(path);
    if (holder.stdout !== null) await once(holder.stdout, 'data');
    holder.kill('SIGKILL');
    expect(await withFileLock(path, never, () => Promise.resolve('mine'))).toBe('mine');
    await eventually(() => expect(pidsMentioning(path)).toEqual([]));
  });

  it('is not waited for any more by a process that was killed', async () => {
    const path = join(temporaryDirectory(), 'lock');
    await withFileLock(path, never, async () => {
      const waiting = holderOf(path);
      await eventually(() => expect(pidsMentioning(path).length).toBeGreaterThanOrEqual(3));
      waiting.kill('SIGKILL');
      // The lock’s own holder stays.
      await eventually(() => expect(pidsMentioning(path)).toHaveLength(1));
    });
  });

  it('is not waited for after a cancel', async () => {
    const path = join(temporaryDirectory(), 'lock');
    await withFileLock(path, never, async () => {
      const cancel = new AbortController();
      setTimeout(() => cancel.abort(new Error('cancelled')), 50);
      await expect(withFileLock(path, cancel.signal, () => Promise.resolve())).rejects.toThrow('cancelled');
    });
  });
});

describe('a file system without locks', () => {
  it.each([
    ['No locks available', 71],
    ['Operation not supported', 65],
  ])('is said with the path and the system’s words: %s', async (words, status) => {
    refusingFlock(words, status);
    const path = join(temporaryDirectory(), 'lock');
    for (const attempt of [
      () => withFileLock(path, never, () => Promise.resolve()),
      () => withFreeFileLock(path, never, () => undefined),
      () =>
        withLockOrElse(
          path,
          never,
          () => Promise.resolve(),
          () => undefined,
        ),
    ]) {
      const error: unknown = await attempt().catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(LockUnavailable);
      expect(error).toMatchObject({
        message: `${path} cannot be locked (${words}), so concurrent runs there would disturb each other.`,
        path,
        reason: words,
      });
    }
  });

  it('is not meant where there is no flock', async () => {
    vi.stubEnv('PATH', temporaryDirectory());
    await expect(withFileLock(join(temporaryDirectory(), 'lock'), never, () => Promise.resolve())).rejects.toThrow(
      CommandNotStarted,
    );
  });
});
