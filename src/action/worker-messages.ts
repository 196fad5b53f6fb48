import type { CachedAsset, CacheIndex } from './cache-index.ts';

/** What the worker for artifacts is to upload. */
export interface ArtifactTask {
  readonly name: string;
  /** Absolute, below `root`. */
  readonly files: readonly string[];
  readonly root: string;
  readonly retentionDays: number | undefined;
  /** The one file is uploaded as it is, so that a browser shows it; its name is the artifact's. */
  readonly isPage: boolean;
}

export type ArtifactMessage =
  | { readonly kind: 'uploaded'; readonly id: number; readonly bytes: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** What the cache's worker is to do. */
export type CacheTask =
  | { readonly operation: 'restore'; readonly storeRoot: string; readonly request: string }
  | {
      readonly operation: 'save';
      readonly storeRoot: string;
      readonly request: string;
      /** Names of what the run used. */
      readonly assets: readonly string[];
      readonly documents: readonly string[];
      /** Assets that are known to be in the cache. */
      readonly known: readonly CachedAsset[];
      /** Names of assets whose entry was no good. */
      readonly discarded: readonly string[];
      /** The index that is known to be in the cache. */
      readonly knownIndexKey: string | undefined;
    };

/** What it tells while it works. */
export type CacheMessage =
  /** The service answers, and a transfer of so many bytes begins. */
  | { readonly kind: 'transfer'; readonly bytes: number }
  /** The service has delivered everything; what is left is this machine's own work. */
  | { readonly kind: 'delivered' }
  | { readonly kind: 'index'; readonly key: string; readonly index: CacheIndex }
  | { readonly kind: 'restored'; readonly asset: CachedAsset }
  | { readonly kind: 'discarded'; readonly what: string; readonly reason: string }
  | { readonly kind: 'saved'; readonly what: string }
  | { readonly kind: 'not-saved'; readonly what: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'done' };
