import { execFileSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loopbackServer } from '../unit/provision/loopback-server.ts';
import { runSuite, suites } from './cli.ts';
import { fileDigest } from './file-digest.ts';
import { storedBusybox } from './stored-busybox.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-layouts-'));
const kernel = ['--kernel', 'debian:6.12', '--accel', 'tcg'];
const tree = join(scratch, 'tree');

beforeAll(async () => {
  // Fills the store, from which busybox comes.
  using first = await runSuite([join(suites, 'outcomes'), ...kernel, '--test', 'pass']);
  expect(first.exitStatus).toBe(0);
  makeTree(storedBusybox());
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it.each([
  ['xfs', ['mkfs.xfs', '-q', '-p', 'PROTO', 'IMAGE'], 300],
  ['btrfs', ['mkfs.btrfs', '-q', '--rootdir', 'TREE', 'IMAGE'], 120],
] as const)('a whole disk with %s, fetched from an address, starts by itself', async (type, argv, mib) => {
  const image = newImage(type, mib);
  const proto = join(scratch, 'proto');
  writeFileSync(proto, protoFile());
  const words = { PROTO: proto, TREE: tree, IMAGE: image } as const;
  withTools(argv.map((word) => (word in words ? words[word as keyof typeof words] : word)));
  const { host } = await loopbackServer(() => ({ body: readFileSync(image) }));
  const spec = `url:http://${host}/${type}.img#sha256=${await fileDigest(image)}`;
  using run = await runSuite([join(suites, 'own-init'), ...kernel, '--disk-image', spec]);
  expect(run.test('up')).toMatchObject({ outcome: 'pass', start: 'clone', reason: '' });
});

it('an image without a root says what it has instead, whether it starts by itself or not', async () => {
  const none = 'no Linux file system (ext2, ext3, ext4, xfs, btrfs) on the disk image or its partitions';
  const copy = '. Copy the root file system on it into an image of its own: dd if=VOLUME of=root.img';
  const reasons = {
    empty: none,
    lvm: `${none}; found vda2: an LVM volume${copy}`,
    luks: `${none}; found vda: an encrypted volume (LUKS)${copy}`,
    home: 'no root of a Linux system on the disk image or its partitions; found vda: ext4 without /etc',
    foreign: 'its programs are for aarch64, the machine is x86_64: choose an image or a kernel for the same',
  };
  makeRootless();
  const own = Object.keys(reasons).filter((name) => name !== 'foreign');
  const all = [
    ...Object.keys(reasons).map((name) => makeSuite(name, false)),
    ...own.map((name) => makeSuite(name, true)),
  ];
  using run = await runSuite([...all, ...kernel, '--start', 'cold']);
  expect(Object.fromEntries(run.results.tests.map(({ id, outcome, reason }) => [id, `${outcome}: ${reason}`]))).toEqual(
    Object.fromEntries(
      Object.entries(reasons).flatMap(([name, reason]) =>
        [`stages-${name}/t`, ...(own.includes(name) ? [`starts-${name}/t`] : [])].map((id) => [
          id,
          `error: the disk image did not come up: ${reason}`,
        ]),
      ),
    ),
  );
});

function makeRootless(): void {
  newImage('empty', 4);
  // The label of LVM is in the second sector of its volume.
  const lvm = newImage('lvm', 8);
  const table = Buffer.alloc(64);
  for (const [index, type] of [0x83, 0x8e].entries()) {
    table.writeUInt8(type, index * 16 + 4);
    table.writeUInt32LE(2048 * (index + 1), index * 16 + 8);
    table.writeUInt32LE(2048, index * 16 + 12);
  }
  writeAt(lvm, 446, Buffer.concat([table, Buffer.from([0x55, 0xaa])]));
  writeAt(lvm, (4096 + 1) * 512, Buffer.from('LABELONE\x01\0\0\0\0\0\0\0\0\0\0\0\x20\0\0\0LVM2 001', 'latin1'));
  writeAt(newImage('luks', 4), 0, Buffer.from('LUKS\xba\xbe\0\x02', 'latin1'));
  mkdirSync(join(scratch, 'no-root/home'), { recursive: true });
  withTools(['mke2fs', '-q', '-F', '-t', 'ext4', '-d', join(scratch, 'no-root'), newImage('home', 4)]);
  const foreign = join(scratch, 'foreign-tree');
  cpSync(tree, foreign, { recursive: true, verbatimSymlinks: true });
  writeAt(join(foreign, 'bin/busybox'), 18, Buffer.from([0xb7, 0]));
  withTools(['mke2fs', '-q', '-F', '-t', 'ext4', '-d', foreign, newImage('foreign', 16)]);
}

function makeSuite(name: string, startsByItself: boolean): string {
  const suite = join(scratch, `${startsByItself ? 'starts' : 'stages'}-${name}`);
  for (const part of ['info', 't']) mkdirSync(join(suite, part), { recursive: true });
  writeFileSync(join(suite, 'info/disk-image'), `${join(scratch, `${name}.img`)}\n`);
  if (startsByItself) writeFileSync(join(suite, 'info/init'), 'image\n');
  writeFileSync(join(suite, 't/run'), '#!/bin/sh\ntrue\n', { mode: 0o755 });
  return suite;
}

/** busybox is its init and its only program. */
function makeTree(program: string): void {
  for (const directory of ['etc', 'bin', 'sbin', 'proc', 'sys', 'dev', 'run', 'tmp', 'root'])
    mkdirSync(join(tree, directory), { recursive: true });
  writeFileSync(join(tree, 'etc/image-name'), 'an image of our own\n');
  writeFileSync(join(tree, 'etc/inittab'), '::sysinit:/bin/touch /run/up\n');
  copyFileSync(program, join(tree, 'bin/busybox'));
  for (const link of ['bin/sh', 'bin/cat', 'bin/touch', 'bin/test', 'sbin/init'])
    symlinkSync('/bin/busybox', join(tree, link));
}

/** The same tree as mkfs.xfs reads it. */
function protoFile(): string {
  const entries = (directory: string): string[] =>
    readdirSync(join(tree, directory), { withFileTypes: true }).map((entry) =>
      entry.isSymbolicLink()
        ? `${entry.name} l--777 0 0 /bin/busybox`
        : `${entry.name} ---755 0 0 ${join(tree, directory, entry.name)}`,
    );
  const directories = readdirSync(tree).flatMap((name) => [`${name} d--755 0 0`, ...entries(name), '$']);
  return ['/stand/boot', '0 0', 'd--755 0 0', ...directories, '$', ''].join('\n');
}

function newImage(name: string, mib: number): string {
  const image = join(scratch, `${name}.img`);
  writeFileSync(image, '');
  truncateSync(image, mib * 1024 * 1024);
  return image;
}

function writeAt(path: string, position: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, position);
  closeSync(file);
}

/** Those of the host, or else of its distribution, unpacked in the scratch directory. */
function withTools([program = '', ...args]: readonly string[]): void {
  const tools = join(scratch, 'tools');
  if (!readdirSync(scratch).includes('tools')) {
    const archives = join(scratch, 'archives');
    mkdirSync(join(archives, 'partial'), { recursive: true });
    const options = ['Debug::NoLocking=1', `Dir::Cache::archives=${archives}`, 'APT::Sandbox::User='];
    const words = ['--download-only', '-y', '--no-install-recommends', 'install', 'xfsprogs', 'btrfs-progs'];
    execFileSync('apt-get', [...options.flatMap((option) => ['-o', option]), ...words], { stdio: 'pipe' });
    mkdirSync(tools);
    for (const name of readdirSync(archives).filter((entry) => entry.endsWith('.deb')))
      execFileSync('dpkg-deb', ['-x', join(archives, name), tools]);
  }
  const libraries = ['lib', 'usr/lib'].map((directory) => join(tools, directory, 'x86_64-linux-gnu'));
  const paths = ['sbin', 'usr/sbin'].map((directory) => join(tools, directory));
  execFileSync(program, args, {
    env: {
      ...process.env,
      PATH: [process.env['PATH'], '/usr/sbin:/sbin', ...paths].join(':'),
      LD_LIBRARY_PATH: libraries.join(':'),
    },
    stdio: 'pipe',
  });
}
