import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { type Header, pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { unpackArtifacts } from '../../../src/run/folder/unpack-artifacts.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const endMark = Buffer.from('\nfeedfacefeedface end of artifacts\n');
const limits = { files: 3, bytes: 100 };

type Entry = Partial<Header> & { readonly name: string; readonly content?: string };

describe('unpackArtifacts', () => {
  it('writes regular files below artifacts', async () => {
    const { leftOut, read } = await unpack(
      await tarOf([
        { name: 'artifacts/', type: 'directory' },
        { name: 'artifacts/a', content: 'A' },
        { name: 'artifacts/d/b', content: 'B' },
      ]),
    );
    expect([leftOut, read('artifacts/a'), read('artifacts/d/b')]).toEqual([[], 'A', 'B']);
  });

  const hostile: readonly (readonly [title: string, entry: Entry, reason: string])[] = [
    ['an absolute path', { name: '/etc/passwd', content: 'x' }, '/etc/passwd: outside artifacts'],
    ['a path that climbs out', { name: 'artifacts/../../x', content: 'x' }, 'artifacts/../../x: outside artifacts'],
    [
      'a path that climbs out by its beginning',
      { name: '../artifacts/x', content: 'x' },
      '../artifacts/x: outside artifacts',
    ],
    ['a path beside artifacts', { name: 'artifacts-not/x', content: 'x' }, 'artifacts-not/x: outside artifacts'],
    ['a program of the test', { name: 'teardown', content: 'x' }, 'teardown: outside artifacts'],
    ['a symbolic link', { name: 'artifacts/l', type: 'symlink', linkname: '/etc' }, 'artifacts/l: not a regular file'],
    ['a hard link', { name: 'artifacts/l', type: 'link', linkname: '/etc/passwd' }, 'artifacts/l: not a regular file'],
    [
      'a device',
      { name: 'artifacts/d', type: 'block-device', devmajor: 8, devminor: 0 },
      'artifacts/d: not a regular file',
    ],
    ['a pipe', { name: 'artifacts/f', type: 'fifo' }, 'artifacts/f: not a regular file'],
    [
      'a file that is too large',
      { name: 'artifacts/big', content: 'x'.repeat(101) },
      'artifacts/big: 101 bytes, more than what is left of the limit',
    ],
    [
      'a name that is too long for any file',
      { name: `artifacts/${'x'.repeat(300)}`, content: 'x' },
      `artifacts/${'x'.repeat(300)}: ENAMETOOLONG`,
    ],
    [
      'a path that is longer than any is kept',
      { name: `artifacts/${'d/'.repeat(100_000)}x`, content: 'x' },
      `artifacts/${'d/'.repeat(194)}d…: its path has more than 1024 bytes`,
    ],
    [
      'a path that is deeper than any is kept',
      { name: `artifacts/${'d/'.repeat(70)}x`, content: 'x' },
      `artifacts/${'d/'.repeat(70)}x: deeper than 64 directories`,
    ],
    ['the directory itself as a file', { name: 'artifacts/.', content: 'x' }, 'artifacts/.: outside artifacts'],
  ];

  it.each(hostile)('leaves out %s, and goes on', async (_, entry, reason) => {
    const { leftOut, read, names } = await unpack(await tarOf([entry, { name: 'artifacts/after', content: 'kept' }]));
    expect([leftOut, read('artifacts/after')]).toEqual([[reason], 'kept']);
    expect(names()).toEqual(['artifacts', 'artifacts/after']);
  });

  it('leaves out a name that comes twice, and what is below a file', async () => {
    const { leftOut, read } = await unpack(
      await tarOf([
        { name: 'artifacts/a', content: '1' },
        { name: 'artifacts/a', content: '2' },
        { name: 'artifacts/a/b', content: '3' },
      ]),
    );
    expect([leftOut, read('artifacts/a')]).toEqual([['artifacts/a: EEXIST', 'artifacts/a/b: EEXIST'], '1']);
  });

  it('never writes through a link that is there already', async () => {
    const folder = folderWithArtifacts();
    writeFileSync(join(folder, 'victim'), 'untouched');
    symlinkSync('../victim', join(folder, 'artifacts', 'link'));
    const { leftOut } = await unpack(await tarOf([{ name: 'artifacts/link', content: 'x' }]), { folder });
    expect([leftOut, readFileSync(join(folder, 'victim'), 'utf8')]).toEqual([['artifacts/link: EEXIST'], 'untouched']);
  });

  it('unpacks a limited number of files and bytes, and reports the rest', async () => {
    const { leftOut } = await unpack(
      await tarOf(['1', '2', '3', '4', '5'].map((name) => ({ name: `artifacts/${name}`, content: name }))),
    );
    expect(leftOut).toEqual(['artifacts/4: too many files', 'artifacts/5: too many files']);
    const bytes = await unpack(
      await tarOf([
        { name: 'artifacts/a', content: 'x'.repeat(60) },
        { name: 'artifacts/b', content: 'x'.repeat(60) },
        { name: 'artifacts/c', content: 'x'.repeat(40) },
      ]),
    );
    expect(bytes.leftOut).toEqual(['artifacts/b: 60 bytes, more than what is left of the limit']);
  });

  it('leaves out a name that is not UTF-8', async () => {
    const archive = await tarOf([
      { name: 'artifacts/x', content: 'x' },
      { name: 'artifacts/after', content: 'kept' },
    ]);
    archive[10] = 0xff;
    const { leftOut, read } = await unpack(withChecksum(archive));
    expect([leftOut, read('artifacts/after')]).toEqual([['artifacts/\ufffd: its name is not UTF-8'], 'kept']);
  });

  it('takes no more entries than there may be, and no headers without end', async () => {
    const many = await unpack(
      await tarOf(Array.from({ length: 10_001 }, (_, index) => ({ name: `artifacts/${index}/`, type: 'directory' }))),
      { pieceLength: 64 * 1024 },
    );
    expect(many.leftOut).toEqual(['the rest: more than 10000 entries']);
    const header = await tarOf([{ name: 'PaxHeader', content: '' }]);
    header.write('00020000000\0', 124, 'latin1');
    header.write('g', 156, 'latin1');
    const megabytes = Buffer.concat([withChecksum(header).subarray(0, 512), Buffer.alloc(4 * 1024 * 1024, 'x')]);
    const headers = await unpack(Buffer.concat(Array.from({ length: 17 }, () => megabytes)), {
      pieceLength: 1024 * 1024,
    });
    expect(headers.leftOut).toEqual(['the rest: more headers than any archive has']);
  });

  it('complains at most a hundred times', async () => {
    const { leftOut } = await unpack(
      await tarOf(Array.from({ length: 300 }, (_, index) => ({ name: `outside/${index}`, content: '' }))),
    );
    expect(leftOut).toHaveLength(100);
  });

  it('keeps the complete files of a truncated archive', async () => {
    const whole = await tarOf([
      { name: 'artifacts/a', content: 'A' },
      { name: 'artifacts/b', content: 'B'.repeat(90) },
    ]);
    const { leftOut, names } = await unpack(whole.subarray(0, 512 + 512 + 512 + 40));
    expect([leftOut, names()]).toEqual([['the rest: Unexpected end of data'], ['artifacts', 'artifacts/a']]);
  });

  it('takes noise for no archive, and settles', async () => {
    const { leftOut } = await unpack(Buffer.from('x'.repeat(5000)));
    expect(leftOut).toEqual([expect.stringMatching(/^the rest: Invalid tar header/)]);
  });

  it('believes no size that a header claims', async () => {
    const archive = await tarOf([{ name: 'artifacts/huge', content: '' }]);
    archive.write('77777777777\0', 124, 'latin1');
    const { leftOut } = await unpack(withChecksum(archive));
    expect(leftOut).toEqual([
      'artifacts/huge: 8589934591 bytes, more than what is left of the limit',
      'the rest: Unexpected end of data',
    ]);
  });

  it('holds no header of any size in memory', async () => {
    const archive = await tarOf([{ name: 'PaxHeader', content: '' }]);
    archive.write('77777777777\0', 124, 'latin1');
    archive.write('x', 156, 'latin1');
    const { leftOut } = await unpack(withChecksum(archive));
    expect(leftOut).toEqual(['the rest: Header exceeds max size']);
  });

  it('settles when the channel closes first', async () => {
    const { leftOut } = await unpack((await tarOf([{ name: 'artifacts/a', content: 'A' }])).subarray(0, 700), {
      ending: 'close',
    });
    expect(leftOut).toEqual(['the rest: the files port closed before the artifacts were complete']);
  });

  it('settles when it is told that no more is coming', async () => {
    const { leftOut } = await unpack(Buffer.alloc(0), { ending: 'abort' });
    expect(leftOut).toEqual(['the rest: no more is coming']);
  });

  it('finds the end mark wherever the channel cuts it, and whatever follows', async () => {
    const archive = await tarOf([{ name: 'artifacts/a', content: 'A' }]);
    for (const pieceLength of [1, 7, endMark.length, 4096]) {
      const { leftOut, read } = await unpack(archive, { pieceLength, after: 'more of something else' });
      expect([leftOut, read('artifacts/a')]).toEqual([[], 'A']);
    }
  });

  it('reads the channel to the mark though the archive is broken: the sender must not be stuck', async () => {
    const source = new PassThrough({ highWaterMark: 1024 });
    const unpacked = unpackArtifacts(source, {
      endMark,
      folder: folderWithArtifacts(),
      limits,
      signal: new AbortController().signal,
    });
    const sent = new Promise((resolve) => source.write(Buffer.alloc(1_000_000, 'x'), resolve));
    await sent;
    source.write(endMark);
    expect(await unpacked).toEqual([expect.stringMatching(/^the rest: Invalid tar header/)]);
  });
});

interface Sending {
  readonly folder?: string;
  readonly pieceLength?: number;
  readonly ending?: 'mark' | 'close' | 'abort';
  readonly after?: string;
}

async function unpack(
  archive: Buffer,
  { folder = folderWithArtifacts(), pieceLength = 1000, ending = 'mark', after = '' }: Sending = {},
): Promise<{
  readonly leftOut: readonly string[];
  readonly read: (path: string) => string;
  readonly names: () => readonly string[];
}> {
  const source = new PassThrough();
  const stop = new AbortController();
  const unpacked = unpackArtifacts(source, { endMark, folder, limits, signal: stop.signal });
  const sent = ending === 'mark' ? Buffer.concat([archive, endMark, Buffer.from(after)]) : archive;
  for (let at = 0; at < sent.length; at += pieceLength) source.write(sent.subarray(at, at + pieceLength));
  if (ending === 'close') source.end();
  if (ending === 'abort') setImmediate(() => stop.abort('no more is coming'));
  return {
    leftOut: await unpacked,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    names: () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort(),
  };
}

function folderWithArtifacts(): string {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'artifacts'));
  expect(existsSync(join(folder, 'artifacts'))).toBe(true);
  return folder;
}

async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const { content, ...header } of entries) {
    if (content === undefined) archive.entry(header);
    else archive.entry(header, content);
  }
  archive.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of archive) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** The first header's checksum made right again after a change. */
function withChecksum(archive: Buffer): Buffer {
  archive.fill(' ', 148, 156);
  const sum = archive.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  archive.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return archive;
}
