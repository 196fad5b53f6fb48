import { join } from 'node:path';
import { secretToken } from '../../host/clock.ts';
import { movePath, touch } from '../../host/files/file-changes.ts';
import { sha256Of } from '../../host/files/file-digest.ts';
import { bytesOnDisk, changedMs, filesIn, kindOfFile } from '../../host/files/file-facts.ts';
import { LockUnavailable, withFileLock, withFreeFileLock } from '../../host/files/file-lock.ts';
import { readJsonFile, writeJsonFile } from '../../host/files/json-file.ts';
import { makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';
import { CommandNotStarted } from '../../host/process/command.ts';
import { isSystemError } from '../../host/system-error.ts';
import { ProvisionError } from '../provisioned.ts';
import { programMissing } from '../required-program.ts';
import { storeProblem } from './store-problem.ts';

/** Identifies an asset. The same kind and key always have the same content. */
export interface AssetName {
  /** `qemu`, `kernel`, …: valid as a file name, without dots. */
  readonly kind: string;
  /** Made of resolved versions and digests, never of user input. */
  readonly key: string;
}

/** Something in the store that was used, which a cache of it must contain. */
export interface StoreUse {
  readonly kind: 'asset' | 'document';
  /** For an asset its directory's name, for a document its own name. */
  readonly name: string;
}

export interface Asset extends AssetName {
  readonly signal: AbortSignal;
  /** Fills an empty directory. If it throws, the directory is removed. */
  readonly make: (staging: string) => Promise<void>;
}

/**
 * Directories by content: `assets/KIND-SHA` is complete or does not exist. It is made in `staging/` under a lock, and
 * renamed when complete, so that concurrent runs do not disturb each other or do the same work twice. Reading needs no
 * lock and writes nothing, so a warm store may be read-only.
 */
export class AssetStore {
  readonly root: string;
  readonly #onUse: (use: StoreUse) => void;

  constructor(root: string, onUse: (use: StoreUse) => void = () => undefined) {
    this.root = root;
    this.#onUse = onUse;
  }

  /** Where kernels are built from the user's own trees: not an asset, because each build changes it. */
  get kernelTrees(): string {
    return join(this.root, 'kernel-trees');
  }

  /** The asset's directory, if it exists. */
  find(asset: AssetName): string | undefined {
    return this.findNamed(directoryName(asset));
  }

  /** The same by the directory's name. */
  findNamed(name: string): string | undefined {
    const path = join(this.root, 'assets', name);
    if (this.#guarded(() => kindOfFile(path)) !== 'directory') return undefined;
    this.#used(name);
    return path;
  }

  /**
   * The asset's directory, which is made if it does not exist. @throws ProvisionError when the store cannot be written
   * @throws whatever `make` throws @throws the signal's reason
   */
  async provide(asset: Asset): Promise<string> {
    const there = this.find(asset);
    if (there !== undefined) return there;
    this.#guarded(() => ['assets', 'staging', 'locks'].forEach((part) => makeDirectory(join(this.root, part))));
    return await this.withLock(
      directoryName(asset),
      asset.signal,
      async () => this.find(asset) ?? (await this.#make(asset)),
    );
  }

  /** Removes an asset at once. Its open files remain usable. */
  discard(asset: AssetName): void {
    this.#guarded(() => this.#remove(directoryName(asset)));
  }

  /** Marks an asset as used now. In a read-only store, its age does not change. */
  markUsed(asset: AssetName, nowMs: number): void {
    try {
      touch(join(this.root, 'assets', directoryName(asset)), new Date(nowMs));
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  /**
   * For what can be made again: keeps the assets of a kind that were used last, as many as fit into `mostBytes` of the
   * disk, and removes the others, and those that `isUseful` says no of.
   */
  keepWithin(kind: string, mostBytes: number, isUseful: (directory: string) => boolean): void {
    this.#guarded(() => {
      const assets = join(this.root, 'assets');
      const latest = filesIn(assets)
        .filter(({ name }) => name.startsWith(`${kind}-`))
        .map(({ name }) => ({ name, usedMs: changedMs(join(assets, name)) }))
        .sort((a, b) => b.usedMs - a.usedMs);
      let bytes = 0;
      for (const { name } of latest) {
        const own = bytesOnDisk(join(assets, name));
        if (bytes + own > mostBytes || !isUseful(join(assets, name))) this.#remove(name);
        else bytes += own;
      }
    });
  }

  /** What the assets of a kind take of the disk. */
  bytesOf(kind: string): number {
    const assets = join(this.root, 'assets');
    return this.#guarded(() =>
      filesIn(assets)
        .filter(({ name }) => name.startsWith(`${kind}-`))
        .reduce((sum, { name }) => sum + bytesOnDisk(join(assets, name)), 0),
    );
  }

  /** Removes all other assets, for a store that is saved as a whole. */
  keepOnly(isKept: (name: string) => boolean): void {
    this.#guarded(() => {
      makeDirectory(join(this.root, 'staging'));
      for (const { name } of filesIn(join(this.root, 'assets'))) if (!isKept(name)) this.#remove(name);
    });
  }

  /** Renamed first, so that nobody finds a part of it. If it is already gone, that is fine. */
  #remove(name: string): void {
    const removed = join(this.root, 'staging', `${name}.${secretToken()}`);
    try {
      movePath(join(this.root, 'assets', name), removed);
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return;
      throw error;
    }
    removeTree(removed);
  }

  /** Runs `work` while no other process holds the lock with that name. */
  async withLock<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    this.#guarded(() => makeDirectory(join(this.root, 'locks')));
    return await withFileLock(join(this.root, 'locks', name), signal, work).catch((error: unknown) =>
      this.#explain(error),
    );
  }

  /** What only serves to make other assets is fetched again when it is needed, which costs a cache less. */
  #used(name: string): void {
    if (isWorthCaching(name)) this.#onUse({ kind: 'asset', name });
  }

  /** A small JSON document that outlives runs, by name; undefined when there is none. */
  readDocument(name: string): unknown {
    this.#onUse({ kind: 'document', name });
    return this.#guarded(() => readJsonFile(this.#documentPath(name)));
  }

  writeDocument(name: string, value: unknown): void {
    this.#onUse({ kind: 'document', name });
    this.#guarded(() => {
      makeDirectory(join(this.root, 'refs'));
      writeJsonFile(this.#documentPath(name), value);
    });
  }

  #documentPath(name: string): string {
    return join(this.root, 'refs', `${encodeURIComponent(name)}.json`);
  }

  async #make(asset: Asset): Promise<string> {
    await this.sweep(asset.signal, directoryName(asset));
    const name = directoryName(asset);
    const staging = join(this.root, 'staging', `${name}.${secretToken()}`);
    try {
      makeDirectory(staging);
      await asset.make(staging);
      asset.signal.throwIfAborted();
      const path = join(this.root, 'assets', name);
      movePath(staging, path);
      this.#used(name);
      return path;
    } catch (error) {
      removeTree(staging);
      return this.#explain(error);
    }
  }

  /**
   * Removes what killed runs left in `staging/`. The maker of an asset holds its lock, so whatever can be locked is
   * abandoned. `held` is an asset whose lock this process has.
   */
  async sweep(signal: AbortSignal, held?: string): Promise<void> {
    const entries = this.#guarded(() => filesIn(join(this.root, 'staging')));
    for (const { name: entry } of entries) {
      const owner = entry.slice(0, entry.indexOf('.'));
      const path = join(this.root, 'staging', entry);
      if (owner === held) removeTree(path);
      else await withFreeFileLock(join(this.root, 'locks', owner), signal, () => removeTree(path));
    }
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      return this.#explain(error);
    }
  }

  #explain(error: unknown): never {
    if (error instanceof CommandNotStarted) throw programMissing(error);
    if (error instanceof LockUnavailable) throw noLocks(error, this.root);
    throw storeProblem(error, this.root) ?? error;
  }
}

/** Without locks two runs would overwrite each other's work. */
function noLocks(error: LockUnavailable, root: string): ProvisionError {
  return new ProvisionError(
    `The store ${root} is on a file system without locks (${error.path}: ${error.reason}), so concurrent runs ` +
      'there would disturb each other.',
    {
      hint: 'Use another file system: QDT_STORE=/path/to/a/directory',
      cause: error,
    },
  );
}

/** Whether a cache of the store should have an asset, by the name of its directory. */
export function isWorthCaching(name: string): boolean {
  return !name.startsWith('kernel-source-') && !name.startsWith('tree-kernel-');
}

/** What its directory is called. */
export function directoryName({ kind, key }: AssetName): string {
  return `${kind}-${sha256Of(key)}`;
}
