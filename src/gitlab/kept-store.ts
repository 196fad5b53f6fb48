import { join } from 'node:path';
import { fieldOf } from '../bounds/parse-json.ts';
import { writeFileAt } from '../host/files/file-changes.ts';
import { kindOfFile, realPlace } from '../host/files/file-facts.ts';
import { makeDirectory, removeTree } from '../host/files/scratch-directory.ts';
import { resultsMark } from '../plan/plan.ts';
import { type AssetStore, isWorthCaching, type StoreUse } from '../provision/store/store.ts';
import { places } from './places.ts';

/** Long enough for headers, which are only needed when a driver has changed. */
const keptDays = 14;
const dayMs = 24 * 60 * 60 * 1000;
const document = 'last used in CI';

/**
 * The store, if GitLab caches it. GitLab keeps the directory as a whole, under a key that is known before the job
 * starts. So what nobody needs any more has to be removed from it.
 */
export class KeptStore {
  readonly #store: AssetStore;
  readonly #isCached: boolean;
  readonly #used = new Set<string>();

  constructor(store: AssetStore, workspace: string) {
    this.#store = store;
    const cache = realPlace(join(workspace, places.cache));
    this.#isCached = store.root === cache || store.root.startsWith(`${cache}/`);
    if (this.#isCached) markAsOurs(cache);
  }

  readonly onUse = ({ kind, name }: StoreUse): void => {
    if (kind === 'asset') this.#used.add(name);
  };

  /**
   * Removes what no job has used for two weeks, objects and sources of kernels, and saved machines: they are large, and
   * start only on the same kind of processor. Other shards may use what this one does not.
   */
  prune(nowMs: number): void {
    if (!this.#isCached) return;
    const before = this.#store.readDocument(document);
    const lastUsed = new Map<string, number>();
    removeTree(this.#store.kernelTrees);
    this.#store.keepOnly((name) => {
      const known = fieldOf(before, name);
      const usedMs = this.#used.has(name) || typeof known !== 'number' ? nowMs : known;
      if (name.startsWith('template-') || !isWorthCaching(name) || nowMs - usedMs > keptDays * dayMs) return false;
      lastUsed.set(name, usedMs);
      return true;
    });
    this.#store.writeDocument(document, Object.fromEntries(lastUsed));
  }
}

/** With the mark, the directory is no source file of a module in the root of the repository. */
function markAsOurs(cache: string): void {
  const mark = join(cache, resultsMark);
  if (kindOfFile(mark) !== 'nothing') return;
  makeDirectory(cache);
  writeFileAt(mark, 'The store of qemu-driver-test for the next job.\n');
}
