import { bounds } from '../bounds/bounds.ts';
import { sha256Of } from '../host/files/file-digest.ts';
import type { Plan } from '../plan/plan.ts';
import { readAs } from '../results/formats/read.ts';
import {
  anything,
  listOf,
  matching,
  must,
  object,
  oneOf,
  type Read,
  recordOf,
  wholeNumber,
} from '../results/formats/values.ts';

const { assets, documents, nameChars, assetBytes } = bounds.cacheIndex;

export const cachedAsset = object({
  /** `KIND-SHA`; the SHA covers resolved versions and digests. */
  name: matching(/^[a-z][a-z-]{0,60}-[0-9a-f]{64}$/, 'the name of an asset'),
  /** Digest of the whole tree; a restored tree is compared with it. */
  sha256: matching(/^[0-9a-f]{64}$/, 'a SHA-256'),
  bytes: wholeNumber(undefined, { max: assetBytes }),
  /** Key of its cache entry. */
  key: matching(/^[\w-]{1,300}$/, 'the key of an entry'),
});
export interface CachedAsset extends Read<typeof cachedAsset> {}

/** The reader of a document checks its content; here its name is checked, because it becomes a file name. */
const cachedDocuments = recordOf(anything()).check(
  must((found) => {
    const names = Object.keys(found);
    return names.length > documents || !names.every(isDocumentName) ? 'documents of ours' : undefined;
  }),
);

function isDocumentName(name: string): boolean {
  return (
    name !== '' &&
    name.length <= nameChars &&
    !/\p{Surrogate}/u.test(name) &&
    encodeURIComponent(name).length <= nameChars
  );
}

const cacheIndex = object({
  schema: oneOf(['qemu-driver-test/cache-index/1']),
  /** Documents of the store by name. */
  documents: cachedDocuments,
  assets: listOf(cachedAsset, undefined, assets),
});

/**
 * The assets and documents that a request needs. The index is stored in the cache under the request's key, and each
 * asset under its own key, so that requests share assets.
 */
export interface CacheIndex extends Read<typeof cacheIndex> {}

/** Increase this when older entries become unusable. */
const layout = 'qemu-driver-test-1';

/** A digest of what a plan asks of the store. Jobs that ask for the same share an index. */
export function requestOf({ cells, tests }: Plan, placeOf: (path: string) => string): string {
  const parts = [
    ...cells.map(({ kernel, qemu, arch }) => `${arch} ${kernel.text} ${qemu.text}`),
    ...tests.flatMap(({ suite }) => [placeOf(suite.directory), ...suite.moduleDirectories.map(placeOf)]),
  ];
  return sha256Of([...new Set(parts)].sort().join('\n')).slice(0, 32);
}

/** Prefix of an index's key; the newest entry with it is used. */
export function indexKeyPrefix(request: string): string {
  return `${layout}-index-${request}-`;
}

/** Test durations are kept, but do not justify a new entry; neither does a failed lookup. */
export function indexKey(request: string, { documents, assets }: CacheIndex): string {
  const lasting = Object.entries(documents)
    .filter(([name]) => isLasting(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const content = JSON.stringify([lasting, assets.map(({ name, key }) => [name, key]).sort()]);
  return `${indexKeyPrefix(request)}${sha256Of(content).slice(0, 32)}`;
}

/** The key of an asset's entry. Entries are immutable, so `suffix` distinguishes a replacement from the bad entry. */
export function assetKey({ name, sha256 }: Pick<CachedAsset, 'name' | 'sha256'>, suffix = ''): string {
  return `${layout}-asset-${name}-${sha256.slice(0, 32)}${suffix}`;
}

/** Our own bookkeeping is not part of what a run needs. */
export function isCached(documentName: string): boolean {
  return !documentName.startsWith(localIndexPrefix);
}

function isLasting(documentName: string): boolean {
  return !documentName.startsWith('durations/');
}

const localIndexPrefix = 'cache-index/';

/** The document in which the store notes that an index is in the cache. */
export function localIndexName(request: string): string {
  return `${localIndexPrefix}${request}`;
}

/**
 * Parses an index as this version writes it; undefined for anything else. The content comes from a cache and is not
 * trusted.
 */
export function parseIndex(value: unknown): CacheIndex | undefined {
  const reading = readAs(cacheIndex, value);
  return reading.kind === 'value' ? reading.value : undefined;
}
