import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ArchiveEntry, writeCpio } from '../../../src/provision/initramfs/cpio.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { readCpio } from './read-cpio.ts';

const entries: readonly ArchiveEntry[] = [
  { kind: 'directory', path: 'bin' },
  { kind: 'file', path: 'bin/busybox', executable: true, content: Buffer.from('program') },
  { kind: 'link', path: 'bin/sh', target: 'busybox' },
  { kind: 'file', path: 'empty', executable: false, content: Buffer.alloc(0) },
  { kind: 'file', path: 'ünïcode', executable: false, content: Buffer.from([0, 255, 10]) },
  { kind: 'character-device', path: 'console', major: 5, minor: 1 },
];

describe('writeCpio', () => {
  it('writes every entry with its type, mode and content', () => {
    const members = readCpio(writeCpio(entries));
    expect(
      members.map(({ name, mode, content, device }) => [name, mode.toString(8), content.toString('latin1'), ...device]),
    ).toEqual([
      ['bin', '40755', '', 0, 0],
      ['bin/busybox', '100755', 'program', 0, 0],
      ['bin/sh', '120777', 'busybox', 0, 0],
      ['empty', '100644', '', 0, 0],
      ['ünïcode', '100644', '\0\xff\n', 0, 0],
      ['console', '20600', '', 5, 1],
    ]);
  });

  it('lets everything belong to root, at no time, and nothing be a hard link to another', () => {
    const members = readCpio(writeCpio(entries));
    expect(
      members.every(({ owner, modifiedAt, links }) => owner.join() === '0,0' && modifiedAt === 0 && links === 1),
    ).toBe(true);
    expect(new Set(members.map(({ inode }) => inode)).size).toBe(entries.length);
  });

  it('aligns names and contents of every length', () => {
    const lengths = [0, 1, 2, 3, 4, 5, 6, 7];
    const all = lengths.flatMap((name) =>
      lengths.map(
        (size): ArchiveEntry => ({
          kind: 'file',
          path: `${size}${'n'.repeat(name)}`,
          executable: false,
          content: Buffer.alloc(size, 'c'),
        }),
      ),
    );
    expect(readCpio(writeCpio(all)).map(({ name, content }) => [name, content.toString()])).toEqual(
      all.map((entry) => [entry.path, 'c'.repeat(Number(entry.path[0]))]),
    );
  });

  it('writes an archive of nothing, and the same bytes for the same entries', () => {
    expect(readCpio(writeCpio([]))).toEqual([]);
    expect(writeCpio(entries).equals(writeCpio(entries))).toBe(true);
  });

  it.skipIf(spawnSync('cpio', ['--version']).status !== 0)('is what cpio itself unpacks', () => {
    const directory = temporaryDirectory();
    const files = entries.filter(({ kind }) => kind !== 'character-device');
    expect(spawnSync('cpio', ['--extract', '--quiet'], { cwd: directory, input: writeCpio(files) }).status).toBe(0);
    expect(readFileSync(join(directory, 'bin/busybox'), 'utf8')).toBe('program');
    expect(readlinkSync(join(directory, 'bin/sh'))).toBe('busybox');
    expect([lstatSync(join(directory, 'bin/busybox')).mode & 0o777, lstatSync(join(directory, 'empty')).size]).toEqual([
      0o755, 0,
    ]);
  });
});
