import { resolve } from 'node:path';
import { now } from '../host/clock.ts';
import { environmentVariable, homeDirectory } from '../host/environment.ts';
import { realPlace } from '../host/files/file-facts.ts';
import type { ProgressListener } from './provisioned.ts';
import { AssetStore, type StoreUse } from './store/store.ts';
import { storeRoot } from './store/store-root.ts';

/** The shared context of provisioning. */
export interface ProvisionContext {
  readonly store: AssetStore;
  readonly progress: ProgressListener;
  readonly signal: AbortSignal;
  /** The address of an archive's mirror, by `DISTRIBUTION` or `DISTRIBUTION-ARCHIVE`; absent: found on this host. */
  readonly mirrors: ReadonlyMap<string, string>;
  /** Wall clock, in milliseconds since 1970. */
  readonly nowMs: () => number;
}

export interface ProvisionOptions {
  readonly progress: ProgressListener;
  readonly signal: AbortSignal;
  /** Another directory for the store. */
  readonly storeRoot?: string | undefined;
  /** Receives everything in the store that is used. */
  readonly onStoreUse?: ((use: StoreUse) => void) | undefined;
  /** Mirrors that were set explicitly. QDT_MIRROR_… in the environment sets the others. */
  readonly mirrors?: ReadonlyMap<string, string>;
}

/** The context of a run on this host. */
export function createProvisionContext({
  progress,
  signal,
  storeRoot: chosenRoot,
  onStoreUse,
  mirrors = new Map(),
}: ProvisionOptions): ProvisionContext {
  const store = new AssetStore(chosenRoot ?? hostStoreRoot(), onStoreUse);
  return { store, progress, signal, mirrors, nowMs: () => now().getTime() };
}

/**
 * The store of this host, with every link resolved: a compiler reports its working directory that way, and its paths
 * must match ours.
 */
export function hostStoreRoot(): string {
  return realPlace(resolve(storeRoot({ variable: environmentVariable, home: homeDirectory() })));
}
