import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storeProblem } from '../../../src/provision/store/store-problem.ts';
import { storeRoot } from '../../../src/provision/store/store-root.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

function systemError(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: refused`), {
    code,
    syscall: 'open',
    ...(path === undefined ? {} : { path }),
  });
}

it.each([
  ['EROFS', '/cache/store/locks', 'The store /cache/store is on a read-only file system.', 'Fix that'],
  ['EACCES', '/cache', 'The store /cache/store may not be written by this user.', 'Fix that'],
  [
    'ENOSPC',
    undefined,
    expect.stringMatching(/^The store \/cache\/store is on a file system that is full: \d+ MiB are free\.$/) as string,
    'Free some space there',
  ],
  ['EIO', '/cache/store/refs/x', 'The store /cache/store is on a failing disk.', 'Fix that'],
])('%s is explained', (code, path, message, move) => {
  expect(storeProblem(systemError(code, path), '/cache/store')).toMatchObject({
    message,
    hint: `${move}, or choose another place: QDT_STORE=/path/to/a/directory`,
  });
});

it('errors about other files, and other errors, are not the store’s', () => {
  expect(storeProblem(systemError('EACCES', '/home/author/driver'), '/cache/store')).toBeUndefined();
  expect(storeProblem(new Error('Internal error: a bug'), '/cache/store')).toBeUndefined();
});

it('a file of ours that is not there in a store that is there is a mistake of ours', () => {
  const root = temporaryDirectory();
  expect(storeProblem(systemError('ENOENT', join(root, 'assets/a/file')), root)).toBeUndefined();
  expect(storeProblem(systemError('ENOENT', '/no/such/store/assets'), '/no/such/store')).toMatchObject({
    message: 'The store /no/such/store was removed during its use.',
  });
});

it.each([
  ['EMFILE', 'This process may not open more files.', 'ulimit -n'],
  ['EAGAIN', 'This user may not start more processes.', 'ulimit -u'],
  ['ENOMEM', 'This host has no memory left.', '--jobs'],
])('%s is the host’s, whichever file it shows with', (code, message, advice) => {
  for (const path of ['/cache/store/refs/x', '/home/author/driver', undefined]) {
    expect(storeProblem(systemError(code, path), '/cache/store')).toMatchObject({
      message,
      hint: expect.stringContaining(advice) as string,
    });
  }
});

it.each([
  [{ QDT_STORE: '/a', RUNNER_TOOL_CACHE: '/b', XDG_CACHE_HOME: '/c' }, '/a'],
  [{ RUNNER_TOOL_CACHE: '/b', XDG_CACHE_HOME: '/c' }, '/b/qemu-driver-test'],
  [{ XDG_CACHE_HOME: '/c' }, '/c/qemu-driver-test'],
  [{ XDG_CACHE_HOME: 'relative' }, '/home/u/.cache/qemu-driver-test'],
  [{}, '/home/u/.cache/qemu-driver-test'],
])('with %j the store lies in %s', (variables: Readonly<Record<string, string>>, expected) => {
  expect(storeRoot({ variable: (name) => variables[name], home: '/home/u' })).toBe(expected);
});
