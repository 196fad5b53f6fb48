import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJsonFile } from '../../../src/host/files/json-file.ts';
import {
  directoriesInside,
  readTailInside,
  readTextInside,
  readWholeInside,
} from '../../../src/host/files/read-inside.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** A directory of results beside a secret, with every way to it that a stranger can make. */
function place(): string {
  const root = temporaryDirectory();
  const directory = join(root, 'results');
  mkdirSync(join(root, 'secret'));
  writeFileSync(join(root, 'secret/key'), 'the secret');
  mkdirSync(join(directory, 'cell/edu'), { recursive: true });
  writeFileSync(join(directory, 'cell/edu/console.log'), 'one\ntwo\nthree\n');
  symlinkSync('../secret', join(directory, 'linked'));
  symlinkSync('../../secret/key', join(directory, 'cell/key'));
  symlinkSync('/dev/zero', join(directory, 'endless'));
  expect(spawnSync('mkfifo', [join(directory, 'pipe')]).status).toBe(0);
  return directory;
}

const ways = [
  '../secret/key',
  'cell/../../secret/key',
  '/etc/passwd',
  'linked/key',
  'cell/key',
  'endless',
  'pipe',
  'cell',
  '',
  '.',
  './cell/edu/console.log',
  'cell//edu/console.log',
  'nul\0byte',
  '\ud800',
  'a/'.repeat(3000),
];

describe('reading inside of a directory', () => {
  it('reads plain files, from the beginning and from the end', () => {
    const directory = place();
    expect(readTextInside(directory, 'cell/edu/console.log', 100)).toBe('one\ntwo\nthree\n');
    expect(readTextInside(directory, 'cell/edu/console.log', 5)).toBe('one\nt');
    expect(readTailInside(directory, 'cell/edu/console.log', 100)).toBe('one\ntwo\nthree\n');
    expect(readTailInside(directory, 'cell/edu/console.log', 8)).toBe('three\n');
    expect(readWholeInside({ directory, path: 'cell/edu/console.log' }, 14)).toEqual({
      kind: 'text',
      text: 'one\ntwo\nthree\n',
      bytes: 14,
    });
  });

  it.each(ways)('reads nothing by %j', (path) => {
    const directory = place();
    expect(readTextInside(directory, path, 100)).toBeUndefined();
    expect(readTailInside(directory, path, 100)).toBeUndefined();
    expect(readWholeInside({ directory, path }, 100).kind).not.toBe('text');
  });

  it('may be given a directory that is reached through a link', () => {
    const directory = place();
    symlinkSync('results', join(directory, '../alias'));
    expect(readTextInside(join(directory, '../alias'), 'cell/edu/console.log', 3)).toBe('one');
  });

  it('reports why it does not read, and what is too large', () => {
    const directory = place();
    writeFileSync(join(directory, 'large'), '');
    truncateSync(join(directory, 'large'), 2 ** 40);
    const found = (path: string): unknown => readWholeInside({ directory, path }, 1000);
    expect(found('large')).toEqual({
      kind: 'refused',
      reason: 'a file of 1099511627776 bytes, over the limit of 1000',
    });
    expect(found('pipe')).toEqual({ kind: 'refused', reason: 'something other than a regular file' });
    expect(found('endless')).toEqual({ kind: 'refused', reason: 'something other than a regular file' });
    expect(found('../secret/key')).toEqual({ kind: 'refused', reason: 'a path that leaves the directory' });
    expect(found('not-there')).toEqual({ kind: 'nothing' });
  });

  it('lists directories, and none behind a link', () => {
    const directory = place();
    expect(
      ['cell', 'linked', '../secret', 'pipe', 'nowhere', '.'].map((path) => directoriesInside({ directory, path })),
    ).toEqual([['edu'], [], [], [], [], ['cell']]);
  });
});

describe('readJsonFile', () => {
  it('knows nothing of a pipe, a device, and JSON that is too deep', () => {
    const directory = place();
    writeFileSync(join(directory, 'deep.json'), '['.repeat(200_000));
    writeFileSync(join(directory, 'fine.json'), '{"a":[1,"[[[\\"{"]}');
    expect(
      ['pipe', 'endless', 'cell', 'deep.json', 'nowhere'].map((name) => readJsonFile(join(directory, name))),
    ).toEqual(Array(5).fill(undefined));
    expect(readJsonFile(join(directory, 'fine.json'))).toEqual({ a: [1, '[[["{'] });
  });
});
