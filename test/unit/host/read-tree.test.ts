import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Directory, RegularFile, TreeEntry } from '../../../src/host/files/file-tree.ts';
import { readTree } from '../../../src/host/files/read-tree.ts';
import { parseSuiteAt } from '../../../src/suite/parse-suite.ts';
import { formatProblem } from '../../../src/suite/suite-problem.ts';

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'read-tree-')));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('readTree', () => {
  it('tells files, directories, links and the rest apart', () => {
    write('dir/run', '#!/bin/sh\n', 0o755);
    write('dir/plain', 'four');
    link('dir/up', '..');
    link('dir/dangling', 'nowhere');
    link('dir/itself', 'itself');
    expect(spawnSync('mkfifo', [join(root, 'dir/pipe')]).status).toBe(0);
    const { entries } = directoryAt('dir');
    expect(Object.fromEntries([...entries].map(([name, { kind }]) => [name, kind]))).toEqual({
      dangling: 'link',
      itself: 'link',
      pipe: 'other',
      plain: 'file',
      run: 'file',
      up: 'link',
    });
    expect(entries.get('run')).toMatchObject({ path: join(root, 'dir/run'), executable: true, sizeBytes: 10 });
    expect(entries.get('plain')).toMatchObject({ executable: false, sizeBytes: 4 });
    expect(entries.get('up')).toMatchObject({
      text: '..',
      resolvedPath: root,
      target: { kind: 'directory', path: join(root, 'dir/up'), realPath: root },
    });
    expect(entries.get('dangling')).toEqual({
      kind: 'link',
      path: join(root, 'dir/dangling'),
      text: 'nowhere',
      resolvedPath: undefined,
      target: undefined,
    });
    expect(entries.get('itself')).toMatchObject({ resolvedPath: undefined, target: undefined });
  });

  it('finds nothing where nothing is, also below a file', () => {
    write('file', '');
    expect([readTree(join(root, 'none')), readTree(join(root, 'file/below'))]).toEqual([undefined, undefined]);
  });

  it('keeps the path by which a link was reached, and knows where it really is', () => {
    write('store/a/file', '');
    link('alias', 'store');
    const entry = readTree(join(root, 'alias'));
    const alias = entry?.kind === 'link' ? asDirectory(entry.target) : undefined;
    expect(asDirectory(alias?.entries.get('a'))).toMatchObject({
      path: join(root, 'alias/a'),
      realPath: join(root, 'store/a'),
    });
  });

  it('reads no more than asked for', () => {
    write('file', '0123456789');
    const file = fileAt('file');
    expect(text(file, 4)).toEqual(['0123', false]);
    expect(text(file, 10)).toEqual(['0123456789', true]);
    expect(text(file, 11)).toEqual(['0123456789', true]);
  });

  it('says why a file that has gone since cannot be read', () => {
    write('file', 'x');
    const file = fileAt('file');
    rmSync(file.path);
    expect(file.read(10)).toEqual({ kind: 'unreadable', reason: 'it was deleted meanwhile' });
  });

  it('lists a directory when its entries are asked for, and once', () => {
    mkdirSync(join(root, 'dir'));
    const directory = directoryAt('dir');
    write('dir/late', '');
    expect([...directory.entries.keys()]).toEqual(['late']);
    write('dir/later', '');
    expect([...directory.entries.keys()]).toEqual(['late']);
  });

  it.skipIf(process.getuid?.() === 0)('says that a directory may not be listed', () => {
    mkdirSync(join(root, 'dir'));
    chmodSync(join(root, 'dir'), 0o000);
    expect(readTree(join(root, 'dir'))).toEqual({
      kind: 'unreadable',
      path: join(root, 'dir'),
      reason: 'permission denied',
    });
    chmodSync(join(root, 'dir'), 0o700);
  });
});

describe('a suite on disk', () => {
  it('is parsed with what its info files name outside it', () => {
    write('edu/probe/run', '#!/bin/sh\n', 0o755);
    write('edu/probe/data/deep/fw.bin', 'x');
    link('edu/probe/data/fw', 'deep/fw.bin');
    write('edu/info/modules', '../driver\n');
    write('edu/info/kernel', '../boot/bzImage\n');
    write('driver/Makefile', 'obj-m := edu.o\n');
    write('boot/bzImage', 'x');
    expect(parseSuiteAt(join(root, 'edu'), readTree)).toMatchObject({
      kind: 'suite',
      suite: {
        name: 'edu',
        kernel: join(root, 'boot/bzImage'),
        moduleDirectories: [join(root, 'driver')],
        tests: [{ name: 'probe', run: join(root, 'edu/probe/run'), dataDirectory: join(root, 'edu/probe/data') }],
      },
    });
  });

  it('is checked to its last link, and parsing ends though links lead round', () => {
    write('edu/probe/run', '#!/bin/sh\n');
    mkdirSync(join(root, 'edu/probe/data/a'), { recursive: true });
    link('edu/probe/data/a/round', '../a');
    link('edu/probe/data/out', '/');
    link('edu/probe/data/gone', 'nowhere');
    link('edu/loop', '.');
    const parse = parseSuiteAt(join(root, 'edu'), readTree);
    expect(
      parse.kind === 'problems' &&
        parse.problems.map((problem) => formatProblem(problem, root, { path: String, words: String }).split('\n')[0]),
    ).toEqual([
      'edu/loop: expected a test, found a directory that looks like a suite',
      'edu/probe/data/a/round: found a link to "../a", which contains the link itself: copying data/ ' +
        'would never end',
      'edu/probe/data/gone: found a link to "nowhere", which does not exist',
      'edu/probe/data/out: found a link to "/", which is outside the suite',
      'edu/probe/run: expected an executable, found a file without the execute bit',
    ]);
  });
});

function write(path: string, content: string, mode = 0o644): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content, { mode });
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
}

function directoryAt(path: string): Directory {
  return asDirectory(readTree(join(root, path)));
}

function asDirectory(entry: TreeEntry | undefined): Directory {
  if (entry?.kind !== 'directory') throw new Error(`expected a directory, found ${entry?.kind ?? 'nothing'}`);
  return entry;
}

function fileAt(path: string): RegularFile {
  const entry = readTree(join(root, path));
  if (entry?.kind !== 'file') throw new Error(`expected a file, found ${entry?.kind ?? 'nothing'}`);
  return entry;
}

function text(file: RegularFile, limitBytes: number): readonly [string, boolean] {
  const content = file.read(limitBytes);
  if (content.kind !== 'bytes') throw new Error(content.reason);
  return [new TextDecoder().decode(content.bytes), content.complete];
}
