import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import { secretToken } from '../host/clock.ts';
import { linkTree } from '../host/files/copy-tree.ts';
import { movePath } from '../host/files/file-changes.ts';
import { digestTree } from '../host/files/file-digest.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { writeJsonFile } from '../host/files/json-file.ts';
import { readWholeInside } from '../host/files/read-inside.ts';
import { makeDirectory } from '../host/files/scratch-directory.ts';
import type { AssetStore } from '../provision/store/store.ts';
import {
  assetKey,
  type CachedAsset,
  type CacheIndex,
  indexKey,
  indexKeyPrefix,
  isCached,
  parseIndex,
} from './cache-index.ts';
import type { CacheTransfer } from './cache-transfer.ts';
import type { CacheMessage, CacheTask } from './worker-messages.ts';

export interface CacheWork {
  readonly store: AssetStore;
  readonly transfer: CacheTransfer;
  readonly tell: (message: CacheMessage) => void;
}

const indexFile = 'index.json';

/** Restores into the store what the newest index of a request lists and the store lacks. */
export async function restoreStore(
  { request }: Extract<CacheTask, { operation: 'restore' }>,
  work: CacheWork,
): Promise<void> {
  const { store, tell } = work;
  const found = await restoreIndex(request, work);
  if (found === undefined) return;
  tell({ kind: 'index', ...found });
  for (const [name, value] of Object.entries(found.index.documents)) {
    if (isCached(name) && store.readDocument(name) === undefined) store.writeDocument(name, value);
  }
  const missing = found.index.assets.filter(({ name }) => store.findNamed(name) === undefined);
  tell({ kind: 'transfer', bytes: missing.reduce((sum, { bytes }) => sum + bytes, 0) });
  let expected = missing.length;
  const onDelivered = (): void => {
    expected -= 1;
    if (expected === 0) tell({ kind: 'delivered' });
  };
  work.transfer.onDownloaded = onDelivered;
  await Promise.all(missing.map((asset) => restoreAsset(asset, work)));
}

async function restoreIndex(
  request: string,
  { store, transfer, tell }: CacheWork,
): Promise<{ readonly key: string; readonly index: CacheIndex } | undefined> {
  const name = `index-${request}`;
  return await store.withLock(`transfer-${name}`, new AbortController().signal, async () => {
    const prefix = indexKeyPrefix(request);
    const key = await transfer.restore(name, [prefix, prefix]);
    if (key === undefined) return undefined;
    const index = parseIndex(readIndex(transfer, name));
    transfer.remove(name);
    if (index === undefined) tell({ kind: 'discarded', what: 'the index', reason: 'this version did not write it' });
    return index && { key, index };
  });
}

/** A cache entry may hold anything: a link, a pipe, or a file larger than any index. */
function readIndex(transfer: CacheTransfer, name: string): unknown {
  const read = readWholeInside({ directory: transfer.root, path: `${name}/${indexFile}` }, bounds.json.bytes);
  const parsed = read.kind === 'text' ? parseJson(read.text, bounds.json) : undefined;
  return parsed?.kind === 'value' ? parsed.value : undefined;
}

async function restoreAsset(asset: CachedAsset, { store, transfer, tell }: CacheWork): Promise<void> {
  await store.withLock(`transfer-${asset.name}`, new AbortController().signal, async () => {
    // Another job on this machine was faster.
    if (store.findNamed(asset.name) !== undefined) {
      transfer.onDownloaded();
      return;
    }
    const place = transfer.place(asset.name);
    const isRestored = (await transfer.restore(asset.name, [asset.key])) !== undefined;
    // The entry was evicted, or the service has trouble. The entry itself is not bad.
    if (!isRestored && !(await transfer.isThere(asset.name, asset.key))) return;
    const reason = isRestored ? whyNot(asset, place) : 'it could not be unpacked';
    if (reason !== undefined) {
      transfer.remove(asset.name);
      tell({ kind: 'discarded', what: asset.name, reason });
      return;
    }
    // The rename makes it appear complete or not at all, because other jobs may be looking.
    makeDirectory(join(store.root, 'assets'));
    if (store.findNamed(asset.name) === undefined) movePath(place, join(store.root, 'assets', asset.name));
    else transfer.remove(asset.name);
    tell({ kind: 'restored', asset });
  });
}

/** Why the restored asset differs from the saved one; undefined: it does not. */
function whyNot({ sha256 }: CachedAsset, place: string): string | undefined {
  if (kindOfFile(place) !== 'directory') return 'it does not hold a directory';
  const found = digestTree(place);
  return found.sha256 === sha256
    ? undefined
    : `expected the digest ${sha256.slice(0, 12)}…, found ${found.sha256.slice(0, 12)}…`;
}

type SaveTask = Extract<CacheTask, { operation: 'save' }>;

/** Saves what the run used and the cache lacks: first the assets, then the index of those that are saved. */
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
  // One at a time: packing uses all processors.
  for (const asset of assets) if (task.known.includes(asset) || (await saveAsset(asset, work))) saved.push(asset);
  await saveIndex(task.request, indexOf(documents, saved), work);
}

function indexOf(documents: CacheIndex['documents'], assets: readonly CachedAsset[]): CacheIndex {
  return { schema: 'qemu-driver-test/cache-index/1', documents, assets };
}

/** An asset from the cache was verified on arrival, and assets do not change. */
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
    // The newest entry counts. Content that was current, then outdated and is current again needs a new entry.
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
