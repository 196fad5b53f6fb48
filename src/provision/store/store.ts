import { isAbsolute, join } from 'node:path';
import { secretToken } from '../../host/clock.ts';
import { movePath, touch } from '../../host/files/file-changes.ts';
import { sha256Of } from '../../host/files/file-digest.ts';
import { bytesOnDisk, changedMs, kindOfFile } from '../../host/files/file-facts.ts';
import { LockUnavailable, withFileLock, withFreeFileLock } from '../../host/files/file-lock.ts';
import { readJsonFile, writeJsonFile } from '../../host/files/json-file.ts';
import { listDirectory, makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';
import { CommandNotStarted } from '../../host/process/command.ts';
import { isSystemError } from '../../host/system-error.ts';
import { ProvisionError } from '../provisioned.ts';
import { programMissing } from '../required-program.ts';
import { storeProblem } from './store-problem.ts';

export interface HomeFacts {
  readonly variable: (name: string) => string | undefined;
  readonly home: string;
}

const name = 'qemu-driver-test';

/**
 * Where the store lies: QDT_STORE, else beside a CI runner's tool cache, else the user's cache directory.
 * A relative XDG_CACHE_HOME is to be ignored (XDG Base Directory Specification).
 */
export function storeRoot({ variable, home }: HomeFacts): string {
  const chosen = variable('QDT_STORE');
  if (chosen !== undefined) return chosen;
  const caches = [variable('RUNNER_TOOL_CACHE'), variable('XDG_CACHE_HOME')].filter(
    (path) => path !== undefined && isAbsolute(path),
  );
  return join(caches[0] ?? join(home, '.cache'), name);
}

/** What identifies an asset: the same kind and key always have the same content. */
export interface AssetName {
  /** `qemu`, `kernel`, …: safe as a file name, without dots. */
  readonly kind: string;
  /** Made of resolved versions and digests, never of what a user typed. */
  readonly key: string;
}

/** Something of the store that somebody used: what a cache of it has to hold. */
export interface StoreUse {
  readonly kind: 'asset' | 'document';
  /** Of an asset the directory's name, of a document the name it was asked for. */
  readonly name: string;
}

export interface Asset extends AssetName {
  readonly signal: AbortSignal;
  /** Fills an empty directory. What it leaves there when it throws is removed. */
  readonly make: (staging: string) => Promise<void>;
}

/**
 * Directories by content: `assets/KIND-SHA` is complete or not there. Made in `staging/`, renamed when complete, under
 * a lock, so that runs side by side neither disturb each other nor do the same work twice. Reading takes no lock and
 * writes nothing: a warm store may be read-only.
 */
export class AssetStore {
  readonly root: string;
  readonly #onUse: (use: StoreUse) => void;

  constructor(root: string, onUse: (use: StoreUse) => void = () => undefined) {
    this.root = root;
    this.#onUse = onUse;
  }

  /** The asset's directory, when it is there. */
  find(asset: AssetName): string | undefined {
    return this.findNamed(directoryName(asset));
  }

  /** The same by the name of the directory. */
  findNamed(name: string): string | undefined {
    const path = join(this.root, 'assets', name);
    if (this.#guarded(() => kindOfFile(path)) !== 'directory') return undefined;
    this.#onUse({ kind: 'asset', name });
    return path;
  }

  /**
   * The asset's directory; made when it is not there.
   * @throws ProvisionError when the store cannot be written; whatever `make` throws; the signal's reason.
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

  /** Takes an asset away at once; who has its files open keeps them. */
  discard(asset: AssetName): void {
    this.#guarded(() => this.#remove(directoryName(asset)));
  }

  /** Marks an asset as used now. In a store that may only be read it stays as old as it was. */
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
      const latest = listDirectory(assets)
        .filter((name) => name.startsWith(`${kind}-`))
        .map((name) => ({ name, usedMs: changedMs(join(assets, name)) }))
        .sort((a, b) => b.usedMs - a.usedMs);
      let bytes = 0;
      for (const { name } of latest) {
        bytes += bytesOnDisk(join(assets, name));
        if (bytes > mostBytes || !isUseful(join(assets, name))) this.#remove(name);
      }
    });
  }

  /** Renamed first, so that nobody finds a part of it. One that is not there any more is what was wanted. */
  #remove(name: string): void {
    const grave = join(this.root, 'staging', `${name}.${secretToken()}`);
    try {
      movePath(join(this.root, 'assets', name), grave);
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return;
      throw error;
    }
    removeTree(grave);
  }

  /** Runs `work` while no other process holds the lock of that name. */
  async withLock<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    this.#guarded(() => makeDirectory(join(this.root, 'locks')));
    return await withFileLock(join(this.root, 'locks', name), signal, work).catch((error: unknown) =>
      this.#explain(error),
    );
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
    await this.#sweep(asset);
    const name = directoryName(asset);
    const staging = join(this.root, 'staging', `${name}.${secretToken()}`);
    try {
      makeDirectory(staging);
      await asset.make(staging);
      asset.signal.throwIfAborted();
      const path = join(this.root, 'assets', name);
      movePath(staging, path);
      this.#onUse({ kind: 'asset', name });
      return path;
    } catch (error) {
      removeTree(staging);
      return this.#explain(error);
    }
  }

  /**
   * Removes what killed runs left in `staging/`. Who makes an asset holds its lock: what can be locked belongs to
   * nobody.
   */
  async #sweep(asset: Asset): Promise<void> {
    for (const entry of listDirectory(join(this.root, 'staging'))) {
      const owner = entry.slice(0, entry.indexOf('.'));
      const path = join(this.root, 'staging', entry);
      if (owner === directoryName(asset)) removeTree(path);
      else await withFreeFileLock(join(this.root, 'locks', owner), asset.signal, () => removeTree(path));
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

/** Without locks two runs would write over each other's work. */
function noLocks(error: LockUnavailable, root: string): ProvisionError {
  return new ProvisionError(
    `The store ${root} is on a file system without locks (${error.path}: ${error.reason}), so two runs there ` +
      'could not be kept apart.',
    {
      hint: 'Name a place on another file system: QDT_STORE=/path/to/a/directory',
      cause: error,
    },
  );
}

/** What its directory is called. */
export function directoryName({ kind, key }: AssetName): string {
  return `${kind}-${sha256Of(key)}`;
}
