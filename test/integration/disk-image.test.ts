import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
  readFileSync,
  truncateSync,
  symlinkSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSuite, suites } from './cli.ts';
import { storedBusybox } from './stored-busybox.ts';
import { convertToQcow2 } from './stored-files.ts';
import { inScope, nightlyIt } from './scope.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-images-'));
const wholeFileSystem = join(scratch, 'whole.img');
const partitioned = join(scratch, 'partitioned.img');
const qcow2 = join(scratch, 'whole.qcow2');

beforeAll(async () => {
  // Fills the store, from which busybox comes.
  using first = await runSuite([
    join(suites, 'outcomes'),
    '--kernel',
    'debian:6.1',
    '--test',
    'pass',
    '--accel',
    'tcg',
  ]);
  expect(first.exitStatus).toBe(0);
  makeFileSystem(wholeFileSystem);
  makePartitioned(partitioned, wholeFileSystem);
  convertToQcow2(wholeFileSystem, qcow2);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(
  inScope(
    [
      ['the first Linux partition', partitioned, 'debian:6.12'],
      ['a qcow2, without 9p', qcow2, 'debian:6.12-cloud'],
    ],
    [
      ['a whole file system', wholeFileSystem, 'debian:6.1'],
      ['a qcow2', qcow2, 'debian:6.1'],
      ['a whole file system, without 9p', wholeFileSystem, 'debian:6.12-cloud'],
    ],
  ),
)('a disk image that is %s', (_title, image, kernel) => {
  it('runs the stages inside it and discards their writes', async () => {
    const before = digest(image);
    using run = await runSuite([join(suites, 'disk'), '--kernel', kernel, '--disk-image', image, '--accel', 'tcg']);
    expect(run.results.tests.map(({ id, outcome, reason }) => ({ id, outcome, reason }))).toEqual([
      { id: 'disk/program-of-the-image', outcome: 'pass', reason: '' },
      { id: 'disk/writes-are-discarded', outcome: 'pass', reason: '' },
    ]);
    const proof = run.test('program-of-the-image').artifacts[0] ?? '';
    expect(run.read(proof)).toBe('from inside\n');
    expect(digest(image)).toBe(before);
  });
});

nightlyIt('reports an image without a file system', async () => {
  const image = join(scratch, 'empty.img');
  writeFileSync(image, Buffer.alloc(4 * 1024 * 1024));
  using run = await runSuite([
    join(suites, 'disk'),
    '--kernel',
    'debian:6.1',
    '--test',
    'program-of-the-image',
    '--disk-image',
    image,
    '--accel',
    'tcg',
  ]);
  const [test] = run.results.tests;
  expect(test?.outcome).toBe('error');
  expect(test?.reason).toBe(
    'the disk image did not come up: no Linux file system (ext2, ext3, ext4, xfs, btrfs) on the ' +
      'disk image or its partitions',
  );
});

/** An ext4 image with busybox as its only program, made without root. */
function makeFileSystem(image: string): void {
  const tree = join(scratch, 'tree');
  for (const directory of ['etc', 'opt', 'bin', 'proc', 'sys', 'dev', 'run', 'tmp', 'root'])
    mkdirSync(join(tree, directory), { recursive: true });
  writeFileSync(join(tree, 'etc/image-name'), 'an image of our own\n');
  copyFileSync(storedBusybox(), join(tree, 'bin/busybox'));
  symlinkSync('/bin/busybox', join(tree, 'bin/sh'));
  symlinkSync('/bin/busybox', join(tree, 'bin/cat'));
  symlinkSync('/bin/sh', join(tree, 'opt/sh'));
  truncateOrCreate(image, 32 * 1024 * 1024);
  execFileSync('mke2fs', ['-q', '-F', '-t', 'ext4', '-d', tree, image], {
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
  });
}

/** An MBR whose first partition has no file system; the second is ours. */
function makePartitioned(image: string, fileSystem: string): void {
  const sector = 512;
  const start = 4096;
  const content = readFileSync(fileSystem);
  truncateOrCreate(image, start * sector + content.length);
  const table = Buffer.alloc(sector);
  writePartition(table, 0, { type: 0xef, start: 2048, sectors: 1024 });
  writePartition(table, 1, { type: 0x83, start, sectors: content.length / sector });
  table.writeUInt16LE(0xaa55, 510);
  const file = openSync(image, 'r+');
  writeSync(file, table, 0, sector, 0);
  writeSync(file, content, 0, content.length, start * sector);
  closeSync(file);
}

function writePartition(
  table: Buffer,
  index: number,
  { type, start, sectors }: { readonly type: number; readonly start: number; readonly sectors: number },
): void {
  const at = 446 + index * 16;
  table.writeUInt8(type, at + 4);
  table.writeUInt32LE(start, at + 8);
  table.writeUInt32LE(sectors, at + 12);
}

function truncateOrCreate(path: string, size: number): void {
  writeFileSync(path, '');
  truncateSync(path, size);
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
