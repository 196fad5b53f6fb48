import { lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bounds } from '../../src/bounds/bounds.ts';
import { type ArchiveEntry, ArchiveProblem } from '../../src/provision/unpack/archive-entry.ts';
import { cpioEntries } from '../../src/provision/unpack/cpio-entries.ts';
import { keepKernelFiles, type Keeping } from '../../src/provision/unpack/keep-kernel-files.ts';
import { StagingTree } from '../../src/provision/unpack/staging-tree.ts';
import { tarEntries } from '../../src/provision/unpack/tar-entries.ts';
import { type CpioMember, cpioOf, type Member, tarOf } from '../unit/provision/archives.ts';
import { attackWith } from './family.ts';
import { oddText, spoilt } from './odd-text.ts';
import { type Random, randomOf } from './random.ts';
import { harmTo, type Scratch, scratchPlace } from './scratch.ts';

const limits = { ...bounds.fetchedKernel, entries: 200, headerBytes: 100_000 };
const directories = ['lib/modules/6', 'usr/lib/modules/6', 'usr/src/linux-6', 'usr/lib/linux-kbuild-6'] as const;
const names = ['a', 'b', 'a/b', 'a/b/c', '.wh.a', '.wh..wh..opq', '../../../x', 'l', 'l/x', 'l/l'] as const;
const targets = ['a', '../a', '../../../..', '/', '/usr', 'l/..', 'l', '../usr/src', '.', 'usr/src/linux-6/a'] as const;
const cpioTypes = [0o100644, 0o100755, 0o040755, 0o120777, 0o060600] as const;

interface Layer {
  readonly form: 'tar' | 'cpio';
  readonly bytes: Buffer;
}

/** Packages and layers from a server of a stranger's. @throws Error */
export async function attack(seed: number): Promise<void> {
  const random = randomOf(seed);
  const parts: Layer[] = [];
  for (let count = 1 + random.below(4); count > 0; count--) parts.push(await layerOf(random));
  await attackWith({ what: 'kernel archives', seed, parts, complaintOf });
}

async function layerOf(random: Random): Promise<Layer> {
  const form = random.oneOf(['tar', 'cpio'] as const);
  const count = 1 + random.below(12);
  const bytes =
    form === 'tar'
      ? await tarOf(...Array.from({ length: count }, () => tarMember(random)))
      : cpioOf(...Array.from({ length: count }, () => cpioMember(random)));
  return { form, bytes: random.below(4) === 0 ? spoilt(random, bytes) : bytes };
}

function pathOf(random: Random): string {
  if (random.below(20) === 0) return oddText(random);
  return `${random.oneOf(['', '', '', './', '/', 'data/'])}${random.oneOf(directories)}/${random.oneOf(names)}`;
}

function targetOf(random: Random): string {
  return random.below(10) === 0 ? oddText(random) : random.below(2) === 0 ? random.oneOf(targets) : pathOf(random);
}

function tarMember(random: Random): Member {
  const type = random.oneOf(['file', 'file', 'file', 'directory', 'symlink', 'link', 'block-device'] as const);
  const name = pathOf(random);
  return type === 'file'
    ? { name, type, content: random.bytes(random.below(1500)) }
    : { name, type, linkname: targetOf(random) };
}

function cpioMember(random: Random): CpioMember {
  const mode = random.oneOf(cpioTypes);
  const content = mode === 0o120777 ? targetOf(random) : random.bytes(random.below(2) * random.below(1500));
  return { name: pathOf(random), mode, content, inode: random.below(3), names: 1 + random.below(2) };
}

async function complaintOf(layers: readonly Layer[]): Promise<string | undefined> {
  using scratch = scratchPlace();
  const tree = new StagingTree(scratch.inside, 1000);
  const keeping: Keeping = { tree, images: new Set(), roots: new Set(), unpackedBytes: 0, keptBytes: 0 };
  for (const layer of layers) {
    try {
      await keepKernelFiles(entriesOf(layer), keeping, { isLayer: layer.form === 'tar' });
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) throw error;
    }
  }
  return wrongIn(scratch) ?? harmTo(scratch, []);
}

function entriesOf({ form, bytes }: Layer): AsyncIterable<ArchiveEntry> {
  return form === 'tar' ? tarEntries(pieces(bytes), limits) : cpioEntries(pieces(bytes), limits);
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 700) yield await Promise.resolve(bytes.subarray(at, at + 700));
}

/** Only files, directories, and links that lead inside. */
function wrongIn({ inside }: Scratch): string | undefined {
  for (const name of readdirSync(inside, { recursive: true }).map(String)) {
    const path = join(inside, name);
    const info = lstatSync(path);
    if (info.isSymbolicLink()) {
      const place = resolve(dirname(path), readlinkSync(path));
      if (!`${place}/`.startsWith(`${inside}/`)) return `a link leads out: ${name} to ${readlinkSync(path)}`;
    } else if (!info.isFile() && !info.isDirectory()) return `neither a file nor a directory: ${name}`;
    if (info.isFile() && (info.mode & 0o6000) !== 0) return `set-user-id: ${name}`;
  }
  return undefined;
}
