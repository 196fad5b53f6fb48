import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import { movePath } from '../host/file-changes.ts';
import { kindOfFile } from '../host/file-facts.ts';
import { makeDirectory } from '../host/directories.ts';
import { readWholeInside } from '../host/read-inside.ts';
import { digestTree } from '../host/tree-digest.ts';
import type { AssetStore } from '../provision/store.ts';
import { indexKeyPrefix, isCached, parseIndex, type CacheIndex, type CachedAsset } from './cache-index.ts';
import type { CacheMessage, CacheTask } from './cache-messages.ts';
import type { CacheTransfer } from './cache-transfer.ts';

export interface CacheWork {
  readonly store: AssetStore;
  readonly transfer: CacheTransfer;
  readonly tell: (message: CacheMessage) => void;
}

export const indexFile = 'index.json';

/** Brings into the store what the newest index of a request lists and the store has not. */
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
    if (index === undefined)
      tell({ kind: 'discarded', what: 'the index', reason: 'it is not what this version writes' });
    return index && { key, index };
  });
}

/** What a cache has brought may be anything: a link, a pipe, more than any index of ours. */
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
    // Evicted, or the service has trouble: nothing is wrong with the entry then.
    if (!isRestored && !(await transfer.isThere(asset.name, asset.key))) return;
    const reason = isRestored ? whyNot(asset, place) : 'it could not be unpacked';
    if (reason !== undefined) {
      transfer.remove(asset.name);
      tell({ kind: 'discarded', what: asset.name, reason });
      return;
    }
    // Complete or not there: others may be looking.
    makeDirectory(join(store.root, 'assets'));
    if (store.findNamed(asset.name) === undefined) movePath(place, join(store.root, 'assets', asset.name));
    else transfer.remove(asset.name);
    tell({ kind: 'restored', asset });
  });
}

/** Why what was restored is not what was saved; undefined: it is. */
function whyNot({ sha256 }: CachedAsset, place: string): string | undefined {
  if (kindOfFile(place) !== 'directory') return 'it holds something else';
  const found = digestTree(place);
  return found.sha256 === sha256
    ? undefined
    : `its digest is ${found.sha256.slice(0, 12)}…, and ${sha256.slice(0, 12)}… was saved`;
}
