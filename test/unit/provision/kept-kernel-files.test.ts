import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bounds } from '../../../src/bounds/bounds.ts';
import { cpioEntries } from '../../../src/provision/unpack/cpio-entries.ts';
import { keepKernelFiles, type Keeping } from '../../../src/provision/unpack/keep-kernel-files.ts';
import { StagingTree } from '../../../src/provision/unpack/staging-tree.ts';
import { tarEntries } from '../../../src/provision/unpack/tar-entries.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { type CpioMember, cpioOf, type Member, tarOf } from './archives.ts';
import { bzImage } from './kernel-images.ts';

const limits = bounds.fetchedKernel;
const modules = 'lib/modules/6.1.0';
const image = bzImage(Buffer.from('packed'));

let around: string;
let root: string;
let keeping: Keeping;
beforeEach(() => {
  around = temporaryDirectory();
  root = join(around, 'root');
  const tree = new StagingTree(root, 100);
  keeping = { tree, images: new Set(), roots: new Set(), unpackedBytes: 0, keptBytes: 0 };
});

/** In pieces, as a network or a program delivers them. */
async function* inPieces(bytes: Buffer, size = 333): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function keepTar(isLayer: boolean, ...members: readonly Member[]): Promise<void> {
  await keepKernelFiles(tarEntries(inPieces(await tarOf(...members)), limits), keeping, { isLayer });
}

async function keepCpio(...members: readonly CpioMember[]): Promise<void> {
  await keepKernelFiles(cpioEntries(inPieces(cpioOf(...members)), limits), keeping, { isLayer: false });
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}

function textAt(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

describe('what is kept', () => {
  it('of a tar: modules, headers, and kernel images wherever they are', async () => {
    await keepTar(
      false,
      { name: './etc/passwd', content: 'root' },
      { name: './odd/place/kernel', content: image },
      { name: `./usr/${modules}/kernel/a.ko`, content: 'module' },
      { name: `${modules}/build`, type: 'symlink', linkname: '/usr/src/linux-headers-6.1.0' },
      { name: 'usr/src/linux-headers-6.1.0/scripts/fix', mode: 0o755, content: 'program' },
      { name: 'usr/src/linux-headers-6.1.0/tools', type: 'symlink', linkname: '../../lib/linux-kbuild-6.1/tools' },
      { name: 'usr/src/linux-headers-6.1.0/abs', type: 'symlink', linkname: '/usr/src/linux-headers-common/abs' },
      { name: 'usr/src/python/x', content: 'not a kernel’s' },
      { name: 'dev/null', type: 'character-device' },
    );
    expect(filesBelow(root)).toEqual([
      'odd/place/kernel',
      'usr/lib/modules/6.1.0/kernel/a.ko',
      'usr/src/linux-headers-6.1.0/abs',
      'usr/src/linux-headers-6.1.0/scripts/fix',
      'usr/src/linux-headers-6.1.0/tools',
    ]);
    expect([...keeping.images]).toEqual(['odd/place/kernel']);
    expect([...keeping.roots]).toEqual(['']);
    expect(readFileSync(join(root, 'odd/place/kernel')).equals(image)).toBe(true);
    expect(statSync(join(root, 'usr/src/linux-headers-6.1.0/scripts/fix')).mode & 0o111).toBe(0o111);
    expect(readlinkSync(join(root, 'usr/src/linux-headers-6.1.0/abs'))).toBe(
      '../../../usr/src/linux-headers-common/abs',
    );
  });

  it('of a cpio, in which the last of several names has the content', async () => {
    const shared = { inode: 7, names: 3 };
    await keepCpio(
      { name: './usr/src/kernels/6.1.0/a.h', ...shared },
      { name: './usr/src/kernels/6.1.0/b.h', ...shared },
      { name: './etc/empty' },
      { name: './usr/src/kernels/6.1.0/c.h', content: 'same', ...shared },
      { name: './usr/src/kernels/6.1.0/l', mode: 0o120777, content: 'a.h' },
      { name: `./${modules}/vmlinuz`, content: image },
      { name: './usr/src/kernels/6.1.0/none.h', inode: 8, names: 2 },
    );
    expect(['a.h', 'b.h', 'c.h', 'l'].map((name) => textAt(`usr/src/kernels/6.1.0/${name}`))).toEqual([
      'same',
      'same',
      'same',
      'same',
    ]);
    expect(textAt('usr/src/kernels/6.1.0/none.h')).toBe('');
    expect([...keeping.images]).toEqual([`${modules}/vmlinuz`]);
  });

  it('of a tar without the padding behind its last file', async () => {
    const whole = await tarOf({ name: `${modules}/kernel/a.ko`, content: 'module' });
    const cut = whole.subarray(0, 512 + 'module'.length);
    await keepKernelFiles(tarEntries(inPieces(cut), limits), keeping, { isLayer: true });
    expect(textAt(`${modules}/kernel/a.ko`)).toBe('module');
    const shorter = tarEntries(inPieces(cut.subarray(0, -1)), limits);
    await expect(keepKernelFiles(shorter, keeping, { isLayer: true })).rejects.toThrow('it is not a tar archive');
  });
});

describe('layers', () => {
  it('replace, remove and clear what is below them, and not what is beside them', async () => {
    await keepTar(
      true,
      { name: `${modules}/a`, content: '1' },
      { name: `${modules}/b/c`, content: '1' },
      { name: `${modules}/d/e`, content: '1' },
      { name: `${modules}/f`, content: '1' },
      { name: 'boot/vmlinuz', content: image },
    );
    await keepTar(
      true,
      { name: `${modules}/a`, content: '2' },
      { name: `${modules}/.wh.b` },
      { name: `${modules}/d/new`, content: '2' },
      { name: `${modules}/d/.wh..wh..opq` },
      { name: `${modules}/f/g`, content: '2' },
      { name: 'boot/.wh.vmlinuz' },
    );
    expect(filesBelow(root)).toEqual(['a', 'd/new', 'f/g'].map((name) => `${modules}/${name}`));
    expect(textAt(`${modules}/a`)).toBe('2');
    expect(keeping.tree.isFile(['boot', 'vmlinuz'])).toBe(false);
  });

  it('may replace a link by a directory without writing through it', async () => {
    await keepTar(true, { name: 'usr/src/linux-x', type: 'symlink', linkname: '../lib' });
    await keepTar(true, { name: 'usr/src/linux-x/Makefile', content: 'all:' });
    expect(filesBelow(root)).toEqual(['usr/src/linux-x/Makefile']);
  });
});

describe('an archive that tries to get out', () => {
  const headers = 'usr/src/linux-headers-6';
  it.each<readonly [what: string, message: string, members: readonly Member[]]>([
    ['an absolute path', 'expected relative paths', [{ name: '/etc/cron.d/x', content: 'x' }]],
    ['a path with ..', 'expected paths without ..', [{ name: `${modules}/../../../../x`, content: 'x' }]],
    [
      'a file below a link',
      'is a link and a directory',
      [
        { name: `${headers}/l`, type: 'symlink', linkname: '..' },
        { name: `${headers}/l/x`, content: 'x' },
      ],
    ],
    ['a link above the top', 'leads out', [{ name: `${headers}/l`, type: 'symlink', linkname: '../../../../etc' }]],
    ['.. behind a name', 'leads out', [{ name: `${headers}/l`, type: 'symlink', linkname: 'd/../../..' }]],
    ['.. in an absolute link', 'leads out', [{ name: `${headers}/l`, type: 'symlink', linkname: '/usr/../../etc' }]],
    [
      'another name of a file outside',
      'expected relative paths',
      [{ name: `${headers}/h`, type: 'link', linkname: '/etc/passwd' }],
    ],
    ['another name of nothing', 'is another name of', [{ name: `${headers}/h`, type: 'link', linkname: 'etc/passwd' }]],
    ['a device', 'found a device or pipe', [{ name: `${modules}/sda`, type: 'block-device' }]],
    ['a directory of too many names', 'too deep', [{ name: `${modules}/${'d/'.repeat(100)}x`, content: 'x' }]],
    ['a long name', 'a name is too long', [{ name: `${modules}/${'n'.repeat(300)}`, content: 'x' }]],
    [
      'more files than a kernel has',
      'more than 100 files',
      Array.from({ length: 101 }, (_, index) => ({ name: `${modules}/${index}`, content: '' })),
    ],
    ['a whiteout of ..', 'is .. or .', [{ name: `${modules}/a`, content: 'x' }, { name: `${modules}/.wh...` }]],
  ])('%s: %s', async (_, message, members) => {
    await expect(keepTar(true, ...members)).rejects.toThrow(message);
    expect(readdirSync(around)).toEqual(['root']);
  });

  it('in a cpio', async () => {
    await expect(keepCpio({ name: '../x', content: 'x' })).rejects.toThrow('expected paths without ..');
    await expect(
      keepCpio(
        { name: `./${headers}/l`, mode: 0o120777, content: '../..' },
        { name: `./${headers}/l/x`, content: 'x' },
      ),
    ).rejects.toThrow('is a link and a directory');
    await expect(keepCpio({ name: `./${modules}/sda`, mode: 0o060600 })).rejects.toThrow('a device or pipe');
    expect(readdirSync(around)).toEqual(['root']);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'it ends too early'],
    ['something else', Buffer.from('x'.repeat(200)), 'not a cpio archive'],
    ['rpm’s variant for large files', Buffer.from(`07070X${'0'.repeat(200)}`), 'a file of 4 GiB or more'],
    ['a name of 4 GiB', Buffer.from(`070701${'0'.repeat(88)}ffffffff00000000`), 'a path is too long'],
    ['a half', cpioOf({ name: `${modules}/a`, content: 'x'.repeat(1000) }).subarray(0, 500), 'it ends too early'],
  ])('%s is no cpio', async (_, bytes, message) => {
    await expect(keepKernelFiles(cpioEntries(inPieces(bytes), limits), keeping, { isLayer: false })).rejects.toThrow(
      message,
    );
  });

  it('headers without end are not collected', async () => {
    const long = await tarOf({ name: 'x', pax: { comment: 'c'.repeat(10_000) }, content: '' });
    const entries = tarEntries(inPieces(long), { headerBytes: 5000, entries: 10 });
    await expect(keepKernelFiles(entries, keeping, { isLayer: true })).rejects.toThrow('its headers are too long');
  });
});
