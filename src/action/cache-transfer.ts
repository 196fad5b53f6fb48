import { join } from 'node:path';
import { restoreCache, saveCache } from '@actions/cache';
import { makeDirectory, removeTree } from '../host/files/scratch-directory.ts';
import { watchOutput } from '../host/process/worker-process.ts';

/**
 * One entry of the cache service. It is restored to `transfer/NAME` of the store, not to its final place, because it
 * must be verified first. The path is part of an entry's version; it is relative to the store's root, the working
 * directory, so that stores in different places share entries.
 */
export class CacheTransfer {
  readonly #storeRoot: string;
  /** Called when an entry has been downloaded, before it is unpacked. */
  onDownloaded: () => void = () => undefined;

  constructor(storeRoot: string) {
    this.#storeRoot = storeRoot;
    // The client reports this only in its log.
    watchOutput((text) => {
      if (text.startsWith('Cache Size: ')) this.onDownloaded();
    });
    makeDirectory(this.root);
  }

  /** The directory with the entries. */
  get root(): string {
    return join(this.#storeRoot, 'transfer');
  }

  /** The path of the entry with this name. */
  place(name: string): string {
    return join(this.#storeRoot, entryPath(name));
  }

  /** The key of the restored entry; undefined: there is none, or it cannot be downloaded. */
  async restore(name: string, keys: readonly [string, ...string[]]): Promise<string | undefined> {
    removeTree(this.place(name));
    const [key, ...others] = keys;
    return await restoreCache([entryPath(name)], key, others);
  }

  async isThere(name: string, key: string): Promise<boolean> {
    return (await restoreCache([entryPath(name)], key, [], { lookupOnly: true })) === key;
  }

  /** Entries are immutable: one that another job has saved is as good. */
  async save(name: string, key: string): Promise<boolean> {
    const id = await saveCache([entryPath(name)], key);
    return id !== -1 || (await this.isThere(name, key));
  }

  remove(name: string): void {
    removeTree(this.place(name));
  }
}

function entryPath(name: string): string {
  return join('transfer', name);
}
