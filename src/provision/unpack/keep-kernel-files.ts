import { bounds } from '../../bounds/bounds.ts';
import { type ArchiveEntry, ArchiveProblem, stepsOf } from './archive-entry.ts';
import { type KernelFile, kernelFileAt, looksLikeKernel, sniffBytes } from './kernel-files.ts';
import type { StagingTree } from './staging-tree.ts';

/** A place for what several archives hold of a kernel, and what they have used of the limits so far. */
export interface Keeping {
  readonly tree: StagingTree;
  /** Paths below the tree of everything that begins as a kernel image. */
  readonly images: Set<string>;
  /** Below which `lib/modules` or `usr/src` was found. */
  readonly roots: Set<string>;
  unpackedBytes: number;
  keptBytes: number;
}

export interface ArchiveKind {
  /** A layer of an image: it also says what of the layers below is gone. */
  readonly isLayer: boolean;
}

const limits = bounds.fetchedKernel;
const whiteout = '.wh.';
const opaqueWhiteout = '.wh..wh..opq';

/**
 * Keeps the modules, headers and kernel images of an archive, and passes over everything else: an image may hold a
 * whole system. @throws ArchiveProblem for paths, links and devices that no kernel needs, and beyond the limits
 */
export async function keepKernelFiles(
  entries: AsyncIterable<ArchiveEntry>,
  keeping: Keeping,
  { isLayer }: ArchiveKind,
): Promise<void> {
  keeping.tree.beginLayer();
  const cleared = new Set<string>();
  for await (const entry of entries) {
    const steps = stepsOf(entry.path, limits);
    const name = steps.at(-1) ?? '';
    if (isLayer && name.startsWith(whiteout)) removeBelow(steps, keeping.tree, cleared);
    else await keepEntry(entry, steps, keeping);
  }
}

/** A directory is cleared once: a layer may say it as often as it likes. */
function removeBelow(steps: readonly string[], tree: StagingTree, cleared: Set<string>): void {
  const directory = steps.slice(0, -1);
  const name = steps.at(-1) ?? '';
  const gone = name === opaqueWhiteout ? directory : [...directory, name.slice(whiteout.length)];
  const key = JSON.stringify([name === opaqueWhiteout, gone]);
  if (cleared.has(key) || name === whiteout) return;
  cleared.add(key);
  if (gone.includes('..') || gone.includes('.')) throw new ArchiveProblem('a name of something removed is .. or .');
  if (name === opaqueWhiteout) tree.clearLower(gone);
  else tree.removeLower(gone);
}

async function keepEntry(entry: ArchiveEntry, steps: readonly string[], keeping: Keeping): Promise<void> {
  const { kind: place, root } = kernelFileAt(steps);
  if (place !== 'other') keeping.roots.add(root.join('/'));
  switch (entry.kind) {
    case 'file':
      await keepFile(entry, steps, { place, keeping });
      return;
    case 'directory':
      if (place !== 'other') keeping.tree.makeDirectory(steps);
      return;
    case 'link':
      // Those among modules lead to where the headers would be installed; those elsewhere to files that count anyway.
      if (place === 'headers') keeping.tree.writeLink(steps, entry.target);
      return;
    case 'hard-link':
      keepHardLink(entry, steps, { place, keeping });
      return;
    case 'other':
      if (place !== 'other') throw new ArchiveProblem(`expected files, found a device or pipe: ${shown(entry.path)}`);
      return;
  }
}

interface Destination {
  readonly place: KernelFile['kind'];
  readonly keeping: Keeping;
}

async function keepFile(entry: ArchiveEntry, steps: readonly string[], { place, keeping }: Destination): Promise<void> {
  const pieces = counted(entry.content, keeping);
  const { start, rest } = await beginningOf(pieces);
  const isKernel = looksLikeKernel(start);
  if (place === 'other' && !isKernel) {
    keeping.tree.removeLower(steps);
    await passOver(rest);
    return;
  }
  if (isKernel) noteImage(entry, steps, keeping);
  else keeping.images.delete(steps.join('/'));
  await keeping.tree.writeFile(steps, kept(start, rest, keeping), entry.isExecutable);
}

function noteImage({ sizeBytes }: ArchiveEntry, steps: readonly string[], { images }: Keeping): void {
  images.add(steps.join('/'));
  if (images.size > limits.images) throw new ArchiveProblem(`it holds more than ${limits.images} kernel images`);
  if (sizeBytes > limits.imageBytes) throw new ArchiveProblem('a kernel image is too large');
}

function keepHardLink(entry: ArchiveEntry, steps: readonly string[], { place, keeping }: Destination): void {
  const target = stepsOf(entry.target, limits);
  const isImage = keeping.images.has(target.join('/'));
  if (place === 'other' && !isImage) return;
  if (!keeping.tree.writeHardLink(steps, target))
    throw new ArchiveProblem(`${shown(entry.path)} is another name of ${shown(entry.target)}, which is not a kernel’s`);
  if (isImage) keeping.images.add(steps.join('/'));
}

async function* counted(content: AsyncIterable<Uint8Array>, keeping: Keeping): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    keeping.unpackedBytes += piece.length;
    if (keeping.unpackedBytes > limits.unpackedBytes)
      throw new ArchiveProblem(`it has more than ${limits.unpackedBytes / 1024 ** 3} GiB unpacked`);
    yield piece;
  }
}

/** The first bytes of a stream, as far as it has them, and what follows. */
async function beginningOf(
  pieces: AsyncGenerator<Uint8Array>,
): Promise<{ readonly start: Buffer; readonly rest: AsyncGenerator<Uint8Array> }> {
  const held: Uint8Array[] = [];
  for (let bytes = 0; bytes < sniffBytes; ) {
    const next = await pieces.next();
    if (next.done === true) break;
    // A copy: the reader may use its buffer again.
    held.push(Buffer.from(next.value));
    bytes += next.value.length;
  }
  return { start: Buffer.concat(held), rest: pieces };
}

/** Left unread, the rest would be taken for the next entry. */
async function passOver(rest: AsyncGenerator<Uint8Array>): Promise<void> {
  for (let next = await rest.next(); next.done !== true; ) next = await rest.next();
}

async function* kept(start: Uint8Array, rest: AsyncIterable<Uint8Array>, keeping: Keeping): AsyncGenerator<Uint8Array> {
  yield note(start, keeping);
  for await (const piece of rest) yield note(piece, keeping);
}

function note(piece: Uint8Array, keeping: Keeping): Uint8Array {
  keeping.keptBytes += piece.length;
  if (keeping.keptBytes > limits.keptBytes)
    throw new ArchiveProblem(`it has more than ${limits.keptBytes / 1024 ** 3} GiB of kernel files`);
  return piece;
}

function shown(path: string): string {
  return JSON.stringify(path.slice(0, 200));
}
