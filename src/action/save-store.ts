import { join } from 'node:path';
import { linkTree } from '../host/link-tree.ts';
import { writeJsonFile } from '../host/json-file.ts';
import { makeDirectory } from '../host/directories.ts';
import { secretToken } from '../host/token.ts';
import { digestTree } from '../host/tree-digest.ts';
import { assetKey, indexKey, isCached, type CacheIndex, type CachedAsset } from './cache-index.ts';
import type { CacheTask } from './cache-messages.ts';
import { indexFile, type CacheWork } from './restore-store.ts';

type SaveTask = Extract<CacheTask, { operation: 'save' }>;

/** Saves what the run used and the cache has not: the assets first, then the index that lists those that are there. */
export async function saveStore(task: SaveTask, work: CacheWork): Promise<void> {
  const { store, tell } = work;
  const assets = task.assets.flatMap((name) => describeAsset(name, task, work));
  const documents = Object.fromEntries(
    task.documents
      .filter(isCached)
      .sort()
      .map((name) => [name, store.readDocument(name)] as const)
      .filter(([, value]) => value !== undefined),
  );
  const wanted = indexOf(documents, assets);
  if (task.knownIndexKey?.startsWith(indexKey(task.request, wanted)) === true) {
    tell({ kind: 'unchanged' });
    return;
  }
  const saved: CachedAsset[] = [];
  // One after the other: packing one uses all processors.
  for (const asset of assets) if (task.known.includes(asset) || (await saveAsset(asset, work))) saved.push(asset);
  await saveIndex(task.request, indexOf(documents, saved), work);
}

function indexOf(documents: CacheIndex['documents'], assets: readonly CachedAsset[]): CacheIndex {
  return { schema: 'qemu-driver-test/cache-index/1', documents, assets };
}

/** What came from the cache was digested then, and nobody changes an asset. */
function describeAsset(name: string, { known, discarded }: SaveTask, { store }: CacheWork): readonly CachedAsset[] {
  const directory = store.findNamed(name);
  if (directory === undefined) return [];
  const there = known.find((asset) => asset.name === name);
  if (there !== undefined) return [there];
  const digest = digestTree(directory);
  return [{ name, ...digest, key: assetKey({ name, ...digest }, discarded.includes(name) ? newSuffix() : '') }];
}

function newSuffix(): string {
  return `-${secretToken().slice(0, 8)}`;
}

async function saveAsset(asset: CachedAsset, { store, transfer, tell }: CacheWork): Promise<boolean> {
  return await store.withLock(`transfer-${asset.name}`, new AbortController().signal, async () => {
    if (await transfer.isThere(asset.name, asset.key)) return true;
    const directory = store.findNamed(asset.name);
    if (directory === undefined) return false;
    tell({ kind: 'transfer', bytes: asset.bytes });
    transfer.remove(asset.name);
    linkTree(directory, transfer.place(asset.name));
    const isSaved = await transfer.save(asset.name, asset.key);
    transfer.remove(asset.name);
    tell({ kind: isSaved ? 'saved' : 'not-saved', what: asset.name });
    return isSaved;
  });
}

async function saveIndex(request: string, index: CacheIndex, { store, transfer, tell }: CacheWork): Promise<void> {
  const name = `index-${request}`;
  await store.withLock(`transfer-${name}`, new AbortController().signal, async () => {
    const usual = indexKey(request, index);
    // The newest counts: what was right once, and then no longer, needs an entry that is new.
    const key = (await transfer.isThere(name, usual)) ? `${usual}${newSuffix()}` : usual;
    transfer.remove(name);
    makeDirectory(transfer.place(name));
    writeJsonFile(join(transfer.place(name), indexFile), index);
    const isSaved = await transfer.save(name, key);
    transfer.remove(name);
    tell({ kind: isSaved ? 'saved' : 'not-saved', what: 'the index' });
    if (isSaved) tell({ kind: 'index', key, index });
  });
}
