import { resolve } from 'node:path';
import { now } from '../host/clock.ts';
import { environmentVariable, homeDirectory } from '../host/environment.ts';
import { realPlace } from '../host/files/file-facts.ts';
import type { ProgressListener } from './provisioned.ts';
import { AssetStore, storeRoot, type StoreUse } from './store/store.ts';

/** What every part of provisioning works with. */
export interface ProvisionContext {
  readonly store: AssetStore;
  readonly progress: ProgressListener;
  readonly signal: AbortSignal;
  /** Address of an archive's mirror, by `DISTRIBUTION` or `DISTRIBUTION-ARCHIVE`; absent: found on this host. */
  readonly mirrors: ReadonlyMap<string, string>;
  /** Wall clock, milliseconds since 1970. */
  readonly nowMs: () => number;
}

export interface ProvisionOptions {
  readonly progress: ProgressListener;
  readonly signal: AbortSignal;
  /** Another place for the store. */
  readonly storeRoot?: string | undefined;
  /** Told of everything in the store that is used. */
  readonly onStoreUse?: ((use: StoreUse) => void) | undefined;
  /** Mirrors that were named explicitly; QDT_MIRROR_… in the environment names the rest. */
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
 * Where this host's store lies, every link resolved: a compiler names its working directory so, and its paths are to be
 * found in ours.
 */
export function hostStoreRoot(): string {
  return realPlace(resolve(storeRoot({ variable: environmentVariable, home: homeDirectory() })));
}
