import { expect, it } from 'vitest';
import { storeProblem } from '../../../src/provision/store-problem.ts';
import { storeRoot } from '../../../src/provision/store-root.ts';

function systemError(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: refused`), { code, ...(path === undefined ? {} : { path }) });
}

it.each([
  ['EROFS', '/cache/store/locks', 'The store /cache/store is on a read-only file system.', 'Mend that'],
  ['EACCES', '/cache', 'The store /cache/store may not be written by this user.', 'Mend that'],
  ['ENOSPC', undefined, 'The store /cache/store is on a file system that is full.', 'Make room there'],
  ['EIO', '/cache/store/refs/x', 'The store /cache/store cannot be used (EIO: refused).', 'Mend that'],
])('%s is explained', (code, path, message, move) => {
  expect(storeProblem(systemError(code, path), '/cache/store')).toMatchObject({ message, hint: `${move}, or name another place: QDT_STORE=/path/to/a/directory` });
});

it('errors about other files, and other errors, are not the store’s', () => {
  expect(storeProblem(systemError('EACCES', '/home/author/driver'), '/cache/store')).toBeUndefined();
  expect(storeProblem(new Error('Internal error: a bug'), '/cache/store')).toBeUndefined();
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
