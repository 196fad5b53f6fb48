import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CopyLimits, copyUntrusted } from '../../../src/host/files/copy-tree.ts';
import type { FileNotes } from '../../../src/host/files/walk-untrusted.ts';
import { mappedFileNotes } from '../../../src/machine/mapped-file-notes.ts';
import { makeDeepDirectories } from '../deep-directories.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const limits = { files: 100, bytes: 1000 };

describe('copyUntrusted', () => {
  it('copies regular files and directories, readable and never executable', async () => {
    const { root, write } = place();
    write('left/a', 'A', 0o4755);
    write('left/d/b', 'B', 0o600);
    mkdirSync(join(root, 'left/empty'));
    expect(await copy(root)).toEqual({ copied: ['a', 'd/b'], leftOut: [] });
    expect(['a', 'd/b'].map((name) => statSync(join(root, 'copy', name)).mode & 0o7777)).toEqual([0o644, 0o644]);
  });

  it('leaves out links, sockets and pipes, and never follows a link', async () => {
    const { root, write } = place();
    write('secret/key', 'secret');
    mkdirSync(join(root, 'left'));
    symlinkSync('../secret', join(root, 'left/directory-link'));
    symlinkSync('/etc/passwd', join(root, 'left/file-link'));
    symlinkSync('nowhere', join(root, 'left/dangling'));
    expect(spawnSync('mkfifo', [join(root, 'left/pipe')]).status).toBe(0);
    expect(await copy(root)).toEqual({
      copied: [],
      leftOut: ['dangling', 'directory-link', 'file-link', 'pipe'].map((name) => `${name}: not a regular file`),
    });
  });

  it('follows no link in the place of the source itself', async () => {
    const { root, write } = place();
    write('secret/key', 'secret');
    symlinkSync('secret', join(root, 'left'));
    expect(await copy(root)).toEqual({ copied: [], leftOut: ['.: not a directory'] });
  });

  it('has nothing to say of a source that is not there', async () => {
    expect(await copy(place().root)).toEqual({ copied: [], leftOut: [] });
  });

  it('believes what mapped-file wrote beside a file, and copies none of that', async () => {
    const { root, write } = place();
    const mode = (type: number): string => `virtfs.uid=1\nvirtfs.gid=1\nvirtfs.mode=${type}\n`;
    for (const [name, type] of [
      ['link', 0o120777],
      ['socket', 0o140777],
      ['plain', 0o100644],
    ] as const) {
      write(`left/d/${name}`, 'x');
      write(`left/d/.virtfs_metadata/${name}`, mode(type));
    }
    expect(await copy(root, { ...limits, notes: mappedFileNotes })).toEqual({
      copied: ['d/plain'],
      leftOut: ['d/link: not a regular file', 'd/socket: not a regular file'],
    });
  });

  it('copies a limited number of files and bytes, and reports what it left out and why', async () => {
    const { root, write } = place();
    for (const [name, length] of [
      ['a', 60],
      ['b', 60],
      ['c', 40],
      ['d', 0],
      ['e', 0],
    ] as const)
      write(`left/${name}`, 'x'.repeat(length));
    expect(await copy(root, { files: 3, bytes: 100 })).toEqual({
      copied: ['a', 'c', 'd'],
      leftOut: ['b: 60 bytes, over the limit of 100 in all', 'e: more than 3 files'],
    });
  });

  it('copies no file that is huge only in name', async () => {
    const { root, write } = place();
    write('left/sparse', '');
    truncateSync(join(root, 'left/sparse'), 2 ** 40);
    expect((await copy(root)).leftOut).toEqual([`sparse: ${2 ** 40} bytes, over the limit of 1000 in all`]);
  });

  it('keeps names with blanks, line feeds, leading dots and dashes as they are', async () => {
    const { root, write } = place();
    const names = ['-rf', '.hidden', 'a b', 'line\nfeed', 'ünïcode'];
    for (const name of names) write(`left/${name}`, name);
    expect(await copy(root)).toEqual({ copied: names, leftOut: [] });
    expect(readFileSync(join(root, 'copy/line\nfeed'), 'utf8')).toBe('line\nfeed');
  });

  it('leaves out a name that is no UTF-8', async () => {
    const { root } = place();
    mkdirSync(join(root, 'left'));
    writeFileSync(Buffer.concat([Buffer.from(join(root, 'left/')), Buffer.from([0xff])]), 'x');
    expect(await copy(root)).toEqual({ copied: [], leftOut: ['\ufffd: its name is not UTF-8'] });
  });

  it('goes no deeper than it may', async () => {
    const { root, write } = place();
    write(`left/${'d/'.repeat(20)}kept`, 'x');
    write(`left/${'d/'.repeat(21)}lost`, 'x');
    expect(await copy(root)).toEqual({
      copied: [`${'d/'.repeat(20)}kept`],
      leftOut: [`${'d/'.repeat(20)}d: deeper than 20 directories`],
    });
  });

  it('leaves out overlong paths, with a short note', async () => {
    const { root, write } = place();
    write('left/z', 'x');
    makeDeepDirectories(join(root, 'left'), 'a'.repeat(250), 19);
    const { copied, leftOut } = await copy(root);
    expect([copied, leftOut]).toEqual([
      ['z'],
      [expect.stringMatching(/^a{120}…a+(\/a+)?: its path is longer than 1000 bytes$/)],
    ]);
  });

  it('reaches the ground of a tree that is deeper than any path', async () => {
    const { root } = place();
    mkdirSync(join(root, 'left'));
    makeDeepDirectories(join(root, 'left'), 'a'.repeat(250), 19);
    const deep = { ...limits, depth: 30, pathBytes: 10_000 };
    expect((await copyUntrusted({ directory: root, path: 'left' }, join(root, 'copy'), deep)).leftOut).toEqual([]);
  });

  it.each(['../secret', '/etc', 'left/../secret', '', 'link/key'])(
    'copies nothing from %j, which leads out',
    async (path) => {
      const { root, write } = place();
      write('secret/key', 'secret');
      write('inner/left/a', 'A');
      symlinkSync('../secret', join(root, 'inner/link'));
      const { copied } = await copyUntrusted({ directory: join(root, 'inner'), path }, join(root, 'copy'), {
        ...limits,
        depth: 20,
        pathBytes: 1000,
      });
      expect(copied).toEqual([]);
      expect(existsSync(join(root, 'copy'))).toBe(false);
    },
  );

  it('takes no link, no pipe and no directory for the file that stood there a moment ago', async () => {
    const { root, write } = place();
    write('secret', 'secret');
    mkdirSync(join(root, 'left'));
    const swapping = spawn(
      'sh',
      [
        '-c',
        'cd left; while :; do ln -sf ../secret x; rm x; mkfifo x; rm x; mkdir x; rmdir x; echo fine > x; rm x; done',
      ],
      { cwd: root, stdio: 'ignore' },
    );
    try {
      for (let round = 0; round < 300; round++) {
        const { copied } = await copy(root);
        if (copied.length > 0) expect(['fine\n', '']).toContain(readFileSync(join(root, 'copy/x'), 'utf8'));
      }
    } finally {
      swapping.kill('SIGKILL');
    }
  });

  it('leaves the loop to others while it copies', async () => {
    const { root, write } = place();
    for (let index = 0; index < 500; index++) write(`left/${index}`, 'x');
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    expect((await copy(root, { files: 1000, bytes: 1000 })).copied).toHaveLength(500);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(20);
  });

  it('does not look at directories without end', async () => {
    const { root } = place();
    for (let index = 0; index < 50; index++) mkdirSync(join(root, 'left', String(index)), { recursive: true });
    expect(await copy(root, { files: 3, bytes: 100 })).toEqual({
      copied: [],
      leftOut: ['the rest: more than 30 files and directories'],
    });
  });

  it('complains about a hundred times, then counts', async () => {
    const { root } = place();
    mkdirSync(join(root, 'left'));
    for (let index = 0; index < 150; index++) symlinkSync('x', join(root, 'left', String(index)));
    writeFileSync(join(root, 'left/z'), 'the last');
    const { copied, leftOut } = await copy(root);
    expect([copied, leftOut.length, leftOut.at(-1)]).toEqual([['z'], 101, 'and 50 more']);
  });

  it("says what the target's file system refuses, and leaves no half file there", async () => {
    const { root, write } = place();
    write('left/a', 'A');
    write('left/b/c', 'C');
    write('copy/b', 'a file in the way');
    expect(await copy(root)).toEqual({ copied: ['a'], leftOut: [expect.stringMatching(/^b\/c: (EEXIST|ENOTDIR)$/)] });
  });
});

function copy(
  root: string,
  to: CopyLimits & { readonly notes?: FileNotes } = limits,
): ReturnType<typeof copyUntrusted> {
  return copyUntrusted({ directory: root, path: 'left' }, join(root, 'copy'), { ...to, depth: 20, pathBytes: 1000 });
}

function place(): { readonly root: string; readonly write: (path: string, content: string, mode?: number) => void } {
  const root = temporaryDirectory();
  const write = (path: string, content: string, mode = 0o644): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    chmodSync(join(root, path), mode);
  };
  return { root, write };
}
