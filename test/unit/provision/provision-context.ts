import type { ProvisionContext } from '../../../src/provision/provision-context.ts';
import type { ProvisionProgress } from '../../../src/provision/provisioned.ts';
import { AssetStore } from '../../../src/provision/store/store.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

export interface TestContext extends ProvisionContext {
  /** Everything that was reported, in order. */
  readonly reported: readonly ProvisionProgress[];
}

/** A context with an empty store of its own, gone when the test has ended. */
export function testContext(): TestContext {
  const reported: ProvisionProgress[] = [];
  return {
    store: new AssetStore(temporaryDirectory()),
    progress: (progress) => void reported.push(progress),
    signal: new AbortController().signal,
    mirrors: new Map(),
    nowMs: () => Date.parse('2026-11-01T00:00:00Z'),
    reported,
  };
}
