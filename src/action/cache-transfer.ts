import { join } from 'node:path';
import { restoreCache, saveCache } from '@actions/cache';
import { makeDirectory, removeTree } from '../host/files/scratch-directory.ts';
import { watchOutput } from '../host/process/worker-process.ts';

/**
 * One entry of the cache service. What is restored comes to `transfer/NAME` of the store, never to where it would be
 * used: what comes from a cache is looked at first. The place is part of an entry's version, so it is told from the
 * store's root, where the process works: a store that lies elsewhere has the same entries.
 */
export class CacheTransfer {
  readonly #storeRoot: string;
  /** Called when an entry has arrived, before it is unpacked. */
  onDownloaded: () => void = () => undefined;

  constructor(storeRoot: string) {
    this.#storeRoot = storeRoot;
    // The client tells nobody but the log that it has come so far.
    watchOutput((text) => {
      if (text.startsWith('Cache Size: ')) this.onDownloaded();
    });
    makeDirectory(this.root);
  }

  /** Holds the entries. */
  get root(): string {
    return join(this.#storeRoot, 'transfer');
  }

  /** Where an entry of this name lies. */
  place(name: string): string {
    return join(this.#storeRoot, entryPath(name));
  }

  /** The key of the entry that was restored; undefined: there is none, or it cannot be had. */
  async restore(name: string, keys: readonly [string, ...string[]]): Promise<string | undefined> {
    removeTree(this.place(name));
    const [key, ...others] = keys;
    return await restoreCache([entryPath(name)], key, others);
  }

  async isThere(name: string, key: string): Promise<boolean> {
    return (await restoreCache([entryPath(name)], key, [], { lookupOnly: true })) === key;
  }

  /** An entry's content never changes: one that is there already, by somebody else's hand, is as good. */
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
