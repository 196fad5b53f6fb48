import type { CachedAsset, CacheIndex } from './cache-index.ts';

/** The task of the artifact worker. */
export interface ArtifactTask {
  readonly name: string;
  /** Absolute paths below `root`. */
  readonly files: readonly string[];
  readonly root: string;
  readonly retentionDays: number | undefined;
  /** The single file is uploaded without a zip archive, so that a browser shows it. Its name is the artifact's. */
  readonly isPage: boolean;
}

export type ArtifactMessage =
  | { readonly kind: 'uploaded'; readonly id: number; readonly bytes: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** The task of the cache worker. */
export type CacheTask =
  | { readonly operation: 'restore'; readonly storeRoot: string; readonly request: string }
  | {
      readonly operation: 'save';
      readonly storeRoot: string;
      readonly request: string;
      /** The names of what the run used. */
      readonly assets: readonly string[];
      readonly documents: readonly string[];
      /** Assets that are known to be in the cache. */
      readonly known: readonly CachedAsset[];
      /** Assets whose cache entry was bad. */
      readonly discarded: readonly string[];
      /** The index that is known to be in the cache. */
      readonly knownIndexKey: string | undefined;
    };

/** Progress messages of the cache worker. */
export type CacheMessage =
  /** The service answers, and a transfer of this size begins. */
  | { readonly kind: 'transfer'; readonly bytes: number }
  /** The download is complete. The rest is local work. */
  | { readonly kind: 'delivered' }
  | { readonly kind: 'index'; readonly key: string; readonly index: CacheIndex }
  | { readonly kind: 'restored'; readonly asset: CachedAsset }
  | { readonly kind: 'discarded'; readonly what: string; readonly reason: string }
  | { readonly kind: 'saved'; readonly what: string }
  | { readonly kind: 'not-saved'; readonly what: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'done' };
