import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { examineHost } from '../../../src/app/doctor.ts';
import { LockUnavailable } from '../../../src/host/files/file-lock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { judgeRefusal, judgeSharedMemory, judgeStoreError } from '../../../src/app/host-limits.ts';

describe('shared memory', () => {
  it('is enough for a machine of 256 MiB from 320 MiB on', () => {
    expect(judgeSharedMemory({ freeMiB: 320, container: 'docker' })).toEqual({
      topic: 'shared memory',
      state: 'good',
      found: '/dev/shm: 320 MiB free',
    });
    expect(judgeSharedMemory({ freeMiB: 319, container: 'docker' })).toMatchObject({ state: 'poor' });
  });

  it.each([
    ['docker', 'Start the container with --shm-size 2g.'],
    ['podman', 'Start the container with --shm-size 2g.'],
    ['rootless-podman', 'Start the container with --shm-size 2g.'],
    ['kubernetes', 'Mount an emptyDir with medium: Memory at /dev/shm; docs/ci.md shows it.'],
    ['other', 'Give the container more room in /dev/shm.'],
    [undefined, 'sudo mount -o remount,size=2g /dev/shm'],
  ] as const)('of 64 MiB is too small, and in %s this helps: %s', (container, advice) => {
    expect(judgeSharedMemory({ freeMiB: 64, container })).toEqual({
      topic: 'shared memory',
      state: 'poor',
      found:
        '/dev/shm: 64 MiB free; a booted machine of 256 MiB needs 320, and is kept in the directory for temporary ' +
        'files instead, which can be slow',
      advice,
    });
  });

  it('may be missing', () => {
    expect(judgeSharedMemory({ freeMiB: undefined, container: undefined }).found).toMatch(/^no \/dev\/shm; /);
  });
});

it('a program that may not work is named, with what it said', () => {
  const output = 'setpriv: set parent death signal failed: Operation not permitted\n';
  expect(judgeRefusal({ program: 'setpriv', output, container: 'docker' })).toMatchObject({
    topic: 'setpriv',
    state: 'missing',
    found: 'does not work here: setpriv: set parent death signal failed: Operation not permitted',
    advice: expect.stringContaining('The seccomp profile of the container') as string,
  });
  expect(judgeRefusal({ program: 'setpriv', output: '', container: undefined }).found).toBe('does not work here');
});

describe('the store', () => {
  it('that cannot be locked is named, with where to put it', () => {
    expect(judgeStoreError(new LockUnavailable('/store/doctor.lock', 'No locks available'))).toMatchObject({
      topic: 'store',
      state: 'missing',
      found: expect.stringContaining('/store/doctor.lock cannot be locked (No locks available)') as string,
    });
  });

  it('is tried by doctor, which leaves nothing in it', async () => {
    const store = temporaryDirectory();
    vi.stubEnv('QDT_STORE', store);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await examineHost()).filter(({ topic }) => topic === 'store')).toHaveLength(1);
    expect(readdirSync(store)).toEqual([]);
    // What is in the way of the lock is in the way of everybody.
    mkdirSync(join(store, 'doctor.lock'));
    expect((await examineHost()).at(-1)).toMatchObject({ topic: 'store', state: 'missing' });
  });
});
