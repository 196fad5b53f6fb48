import { bounds } from '../bounds/bounds.ts';
import { sha256Of } from '../host/files/file-digest.ts';
import type { Plan } from '../plan/plan.ts';
import { arrayOf, matching, object, oneOf, recordOf, type Shape, ShapeMismatch, whole } from '../results/shape.ts';

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
  const lasting = Object.entries(documents)
    .filter(([name]) => isLasting(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const content = JSON.stringify([lasting, assets.map(({ name, key }) => [name, key]).sort()]);
  return `${indexKeyPrefix(request)}${sha256Of(content).slice(0, 32)}`;
}

/**
 * The key of an asset's entry; an entry cannot be written again, so what replaces a bad one is told apart by `suffix`.
 */
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

/**
 * An index as this version writes it; undefined for anything else. Its content comes from a cache and is not trusted.
 */
export function parseIndex(value: unknown): CacheIndex | undefined {
  try {
    return indexShape(value, '');
  } catch (error) {
    if (!(error instanceof ShapeMismatch)) throw error;
    return undefined;
  }
}

const { assets, documents, nameChars, assetBytes } = bounds.cacheIndex;

export const cachedAsset: Shape<CachedAsset> = object({
  name: matching(/^[a-z][a-z-]{0,60}-[0-9a-f]{64}$/, 'the name of an asset'),
  sha256: matching(/^[0-9a-f]{64}$/, 'a SHA-256'),
  bytes: whole(0, assetBytes),
  key: matching(/^[\w-]{1,300}$/, 'the key of an entry'),
});

/** What a document holds is its reader's to check; its name becomes that of a file. */
const cachedDocuments: Shape<CacheIndex['documents']> = (value, place) => {
  const found = recordOf<unknown>((field) => field)(value, place);
  const names = Object.keys(found);
  if (names.length > documents || !names.every(isDocumentName))
    throw new ShapeMismatch(place, 'documents of ours', value);
  return found;
};

function isDocumentName(name: string): boolean {
  return (
    name !== '' &&
    name.length <= nameChars &&
    !/\p{Surrogate}/u.test(name) &&
    encodeURIComponent(name).length <= nameChars
  );
}

const indexShape: Shape<CacheIndex> = object({
  schema: oneOf(['qemu-driver-test/cache-index/1']),
  documents: cachedDocuments,
  assets: arrayOf(cachedAsset, assets),
});
