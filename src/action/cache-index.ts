import { sha256Of } from '../host/file-digest.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * What a request needs of the store: which names stood for what, and which assets that led to. It lies in the cache
 * under the request; the assets lie there each under a key of its own, so that requests share them.
 */
export interface CacheIndex {
  readonly schema: 'qemu-driver-test/cache-index/1';
  /** Documents of the store, by name. */
  readonly documents: Readonly<Record<string, unknown>>;
  readonly assets: readonly CachedAsset[];
}

export interface CachedAsset {
  /** `KIND-SHA`, where the SHA is that of resolved versions and digests. */
  readonly name: string;
  /** Of the whole tree: what was restored is checked against it. */
  readonly sha256: string;
  readonly bytes: number;
  /** Of its entry. */
  readonly key: string;
}

/** Changes when older entries can no longer be used. */
const layout = 'qemu-driver-test-1';

/** What a plan asks of the store, in a word: two jobs that ask for the same share an index. */
export function requestOf({ cells, tests }: Plan, placeOf: (path: string) => string): string {
  const parts = [
    ...cells.map(({ kernel, qemu, arch }) => `${arch} ${kernel.text} ${qemu.text}`),
    ...tests.flatMap(({ suite }) => [placeOf(suite.directory), ...suite.moduleDirectories.map(placeOf)]),
  ];
  return sha256Of([...new Set(parts)].sort().join('\n')).slice(0, 32);
}

/** Prefix of an index's key: the newest with it counts. */
export function indexKeyPrefix(request: string): string {
  return `${layout}-index-${request}-`;
}

/** How long tests took is kept, but is no reason to write a new entry; nor is a lookup that failed. */
export function indexKey(request: string, { documents, assets }: CacheIndex): string {
  const lasting = Object.entries(documents).filter(([name]) => isLasting(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${indexKeyPrefix(request)}${sha256Of(JSON.stringify([lasting, assets.map(({ name, key }) => [name, key]).sort()])).slice(0, 32)}`;
}

/** The key of an asset's entry; an entry cannot be written again, so what replaces a bad one is told apart by `suffix`. */
export function assetKey({ name, sha256 }: Pick<CachedAsset, 'name' | 'sha256'>, suffix = ''): string {
  return `${layout}-asset-${name}-${sha256.slice(0, 32)}${suffix}`;
}

/** Our own bookkeeping is no part of what a run needs. */
export function isCached(documentName: string): boolean {
  return !documentName.startsWith(localIndexPrefix);
}

function isLasting(documentName: string): boolean {
  return !documentName.startsWith('durations/');
}

const localIndexPrefix = 'cache-index/';

/** Under which the store itself notes an index that is known to be in the cache. */
export function localIndexName(request: string): string {
  return `${localIndexPrefix}${request}`;
}

/** An index as this version writes it; undefined for anything else. Its content comes from a cache and is not trusted. */
export function parseIndex(value: unknown): CacheIndex | undefined {
  if (typeof value !== 'object' || value === null || !('schema' in value) || !('documents' in value) || !('assets' in value)) return undefined;
  const { schema, documents, assets } = value;
  if (schema !== 'qemu-driver-test/cache-index/1' || typeof documents !== 'object' || documents === null || Array.isArray(documents)) return undefined;
  if (!Array.isArray(assets) || !assets.every(isCachedAsset)) return undefined;
  return { schema, documents: documents as Readonly<Record<string, unknown>>, assets };
}

function isCachedAsset(value: unknown): value is CachedAsset {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('sha256' in value) || !('bytes' in value) || !('key' in value)) return false;
  const { name, sha256, bytes, key } = value;
  return typeof name === 'string' && assetName.test(name) && typeof key === 'string' && /^[\w-]{1,300}$/.test(key) && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && typeof bytes === 'number' && bytes >= 0;
}

const assetName = /^[a-z][a-z-]*-[0-9a-f]{64}$/;
