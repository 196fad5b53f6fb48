import { join } from 'node:path';
import { hardLink, linkTo } from '../../host/files/file-changes.ts';
import { writeStream } from '../../host/files/save-stream.ts';
import { makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';
import { ArchiveProblem } from './archive-entry.ts';
import { linkInside } from './kernel-files.ts';

/** `layer`: the number of the archive that it came from. */
type Node =
  | { readonly kind: 'directory'; readonly layer: number; readonly children: Map<string, Node> }
  | { readonly kind: 'file' | 'link'; readonly layer: number };

type DirectoryNode = Extract<Node, { readonly kind: 'directory' }>;

/**
 * A directory that archives are unpacked into. It knows all that it wrote, and asks the file system nothing: a file is
 * only made in a directory that it made itself, never through a link.
 */
export class StagingTree {
  readonly directory: string;
  readonly #maxEntries: number;
  readonly #top: DirectoryNode = { kind: 'directory', layer: 0, children: new Map() };
  #layer = 0;
  #entries = 0;

  constructor(directory: string, maxEntries: number) {
    this.directory = directory;
    this.#maxEntries = maxEntries;
    makeDirectory(directory);
  }

  /** What follows lies above everything so far. */
  beginLayer(): void {
    this.#layer++;
  }

  /** A directory; what another one of that name holds stays. */
  makeDirectory(steps: readonly string[]): void {
    this.#directoryAt(steps);
  }

  /** A new file in place of whatever was there. @throws ArchiveProblem @throws whatever `content` throws */
  async writeFile(steps: readonly string[], content: AsyncIterable<Uint8Array>, isExecutable: boolean): Promise<void> {
    const path = this.#vacate(steps);
    await writeStream(content, path, isExecutable);
    this.#note(steps, { kind: 'file', layer: this.#layer });
  }

  /** @throws ArchiveProblem when it might lead out of the tree */
  writeLink(steps: readonly string[], target: string): void {
    const inside = linkInside(steps.slice(0, -1), target);
    if (inside === undefined)
      throw new ArchiveProblem(`a link leads out of it: ${shown(steps.join('/'))} to ${shown(target)}`);
    linkTo(inside, this.#vacate(steps));
    this.#note(steps, { kind: 'link', layer: this.#layer });
  }

  /** Another name of a file. False: there is no such file here. */
  writeHardLink(steps: readonly string[], target: readonly string[]): boolean {
    if (this.#nodeAt(target)?.kind !== 'file') return false;
    if (steps.join('/') === target.join('/')) return true;
    hardLink(join(this.directory, ...target), this.#vacate(steps));
    this.#note(steps, { kind: 'file', layer: this.#layer });
    return true;
  }

  isFile(steps: readonly string[]): boolean {
    return this.#nodeAt(steps)?.kind === 'file';
  }

  /** Removes what lower layers have there. */
  removeLower(steps: readonly string[]): void {
    const node = this.#nodeAt(steps);
    if (node === undefined) return;
    if (node.kind === 'directory') this.clearLower(steps);
    if (node.layer < this.#layer && (node.kind !== 'directory' || node.children.size === 0)) this.#remove(steps);
  }

  /** Removes what lower layers have below a directory. */
  clearLower(steps: readonly string[]): void {
    const node = this.#nodeAt(steps);
    if (node?.kind !== 'directory') return;
    for (const name of [...node.children.keys()]) this.removeLower([...steps, name]);
  }

  /** Removes whatever is there. */
  #remove(steps: readonly string[]): void {
    const name = steps.at(-1);
    const parent = this.#nodeAt(steps.slice(0, -1));
    if (name === undefined || parent?.kind !== 'directory' || !parent.children.has(name)) return;
    removeTree(join(this.directory, ...steps));
    parent.children.delete(name);
  }

  #nodeAt(steps: readonly string[]): Node | undefined {
    let node: Node | undefined = this.#top;
    for (const step of steps) node = node?.kind === 'directory' ? node.children.get(step) : undefined;
    return node;
  }

  /** The path for a new file or link, with its directory made and its predecessor gone. */
  #vacate(steps: readonly string[]): string {
    if (steps.length === 0) throw new ArchiveProblem('expected a directory at the top, found something else');
    this.#directoryAt(steps.slice(0, -1));
    this.#remove(steps);
    return join(this.directory, ...steps);
  }

  #note(steps: readonly string[], node: Node): void {
    if (++this.#entries > this.#maxEntries)
      throw new ArchiveProblem(`it has more than ${this.#maxEntries} files of a kernel`);
    this.#directoryAt(steps.slice(0, -1)).children.set(steps.at(-1) ?? '', node);
  }

  /** Makes the missing ones. A file or a link in the way is from below, and is replaced if it is from a lower layer. */
  #directoryAt(steps: readonly string[]): DirectoryNode {
    let directory = this.#top;
    for (const [index, step] of steps.entries()) {
      const there = directory.children.get(step);
      directory = there?.kind === 'directory' ? there : this.#newDirectory(directory, steps.slice(0, index + 1), there);
    }
    return directory;
  }

  #newDirectory(parent: DirectoryNode, steps: readonly string[], there: Node | undefined): DirectoryNode {
    if (there !== undefined && there.layer === this.#layer)
      throw new ArchiveProblem(`${shown(steps.join('/'))} is a ${there.kind} and a directory`);
    if (there !== undefined) this.#remove(steps);
    const node: DirectoryNode = { kind: 'directory', layer: this.#layer, children: new Map() };
    if (++this.#entries > this.#maxEntries)
      throw new ArchiveProblem(`it has more than ${this.#maxEntries} files of a kernel`);
    makeDirectory(join(this.directory, ...steps));
    parent.children.set(steps.at(-1) ?? '', node);
    return node;
  }
}

function shown(path: string): string {
  return JSON.stringify(path.slice(0, 200));
}
