import { asObject, fieldOf } from '../bounds/parse-json.ts';
import { makeDirectory } from '../host/files/scratch-directory.ts';
import { runWorker, type WorkerEnd } from '../host/process/worker-process.ts';
import { refLifetimeMs } from '../provision/store/refs.ts';
import type { AssetStore } from '../provision/store/store.ts';
import { type CachedAsset, type CacheIndex, localIndexName, parseIndex } from './cache-index.ts';
import type { CacheMessage, CacheTask } from './worker-messages.ts';

/** What the cache client needs from the step. */
export interface CacheHost {
  readonly script: string;
  readonly store: AssetStore;
  /** Addresses and tokens of the runner's services. Our other processes do not get them. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly warn: (message: string) => void;
  readonly say: (text: string) => void;
  readonly nowMs: () => number;
  /** How long to wait for a service that makes no progress. */
  readonly gracePeriodMs: number;
  /** Told of each asset that was brought, and is what was saved. */
  readonly onRestored?: (asset: CachedAsset) => void;
}

/** What a restore learned about the cache: these entries need not be saved again. */
export interface CacheKnowledge {
  readonly indexKey: string | undefined;
  readonly assets: readonly CachedAsset[];
  readonly discarded: readonly string[];
}

export const nothingKnown: CacheKnowledge = { indexKey: undefined, assets: [], discarded: [] };

/** The longest wait of a run for a service that makes no progress. Its own client would wait 34 s. */
export const cacheGracePeriodMs = 10_000;
/** The limit for unpacking and verifying after the download, when no service is involved any more. */
const unpackingMs = 120_000;
/** The slowest rate at which a healthy service transfers, or a machine packs, the bytes of an asset. */
const slowestBytesPerMs = { restore: 100_000, save: 10_000 };

/**
 * Restores what a request needs from the cache into the store. It never fails a run: what does not arrive in time is
 * downloaded instead.
 */
export async function restoreFromCache(request: string, host: CacheHost): Promise<CacheKnowledge> {
  if (!isAvailable(host)) return nothingKnown;
  const local = findLocal(request, host);
  if (local !== undefined) return local;
  const startedMs = performance.now();
  const restored: CachedAsset[] = [];
  const discarded: string[] = [];
  let index: { readonly key: string; readonly index: CacheIndex } | undefined;
  const end = await work({ operation: 'restore', storeRoot: host.store.root, request }, host, (message) => {
    if (message.kind === 'index') index = message;
    if (message.kind === 'restored') {
      restored.push(message.asset);
      host.onRestored?.(message.asset);
    }
    if (message.kind === 'discarded') {
      discarded.push(message.what);
      host.warn(`The cache entry for ${message.what} was discarded: ${message.reason}. It is downloaded again.`);
    }
  });
  complain('read', end, host, true);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  if (index === undefined) {
    host.say(`cache: no entry for this request yet (${seconds} s)`);
    return { ...nothingKnown, discarded };
  }
  const all = index.index.assets;
  const missing = all.filter(({ name }) => host.store.findNamed(name) === undefined);
  host.say(
    `cache: ${restored.length} of ${all.length} assets restored, ` +
      `${all.length - restored.length - missing.length} already present (${seconds} s)`,
  );
  if (missing.length === 0) host.store.writeDocument(localIndexName(request), index);
  return {
    indexKey: missing.length === 0 ? index.key : undefined,
    assets: all.filter((asset) => !missing.includes(asset)),
    discarded,
  };
}

export interface SaveRequest {
  readonly request: string;
  /** The names of what the run used. */
  readonly assets: readonly string[];
  readonly documents: readonly string[];
  readonly known: CacheKnowledge;
}

/** Saves what the run used, unless the cache has it already. */
export async function saveToCache({ request, assets, documents, known }: SaveRequest, host: CacheHost): Promise<void> {
  if (!isAvailable(host)) return;
  const startedMs = performance.now();
  const saved: string[] = [];
  const notSaved: string[] = [];
  const task: CacheTask = {
    operation: 'save',
    storeRoot: host.store.root,
    request,
    assets,
    documents,
    known: known.assets,
    discarded: known.discarded,
    knownIndexKey: known.indexKey,
  };
  const unchanged: true[] = [];
  const end = await work(task, host, (message) => {
    if (message.kind === 'unchanged') unchanged.push(true);
    if (message.kind === 'saved') saved.push(message.what);
    if (message.kind === 'not-saved') notSaved.push(message.what);
    if (message.kind === 'index')
      host.store.writeDocument(localIndexName(request), { key: message.key, index: message.index });
  });
  complain('written', end, host, notSaved.length > 0);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  host.say(
    unchanged.length > 0 ? `cache: no changes (${seconds} s)` : `cache: ${saved.length} entries saved (${seconds} s)`,
  );
}

/**
 * A self-hosted machine keeps its store. If the store is complete and was checked recently, the service need not be
 * asked.
 */
function findLocal(request: string, { store, nowMs }: CacheHost): CacheKnowledge | undefined {
  const stored = asObject(store.readDocument(localIndexName(request)));
  const key = stored?.['key'];
  const index = parseIndex(stored?.['index']);
  if (
    typeof key !== 'string' ||
    index === undefined ||
    !index.assets.every(({ name }) => store.findNamed(name) !== undefined)
  )
    return undefined;
  const resolvedAt = Object.values(index.documents).map((value) => fieldOf(value, 'resolvedAtMs'));
  if (resolvedAt.some((atMs) => typeof atMs === 'number' && nowMs() - atMs >= refLifetimeMs)) return undefined;
  return { indexKey: key, assets: index.assets, discarded: [] };
}

/** Runners without the service, and other forges with GitHub's interface, offer no address. */
function isAvailable({ env }: CacheHost): boolean {
  return (env['ACTIONS_RESULTS_URL'] ?? env['ACTIONS_CACHE_URL']) !== undefined;
}

/**
 * The client resolves the paths of an entry against GITHUB_WORKSPACE. Setting it to the store makes the paths
 * independent of where a job has its checkout.
 */
async function work(task: CacheTask, host: CacheHost, onMessage: (message: CacheMessage) => void): Promise<WorkerEnd> {
  const { root } = host.store;
  makeDirectory(root);
  return await runWorker({
    script: host.script,
    input: task,
    env: { ...host.env, GITHUB_WORKSPACE: root },
    cwd: root,
    budgetMs: host.gracePeriodMs,
    signal: host.signal,
    onMessage: (message) => {
      const told = message as CacheMessage;
      onMessage(told);
      if (told.kind === 'delivered') return unpackingMs;
      return told.kind === 'transfer' ? told.bytes / slowestBytesPerMs[task.operation] : 0;
    },
  });
}

/** One warning, however many entries are affected. */
function complain(
  what: 'read' | 'written',
  { kind, exitCode, output }: WorkerEnd,
  { warn }: CacheHost,
  isIncomplete: boolean,
): void {
  const words = output.flatMap(
    (line) =>
      /^(?:::(?:warning|error)[^:]*::|)(Failed to (?:restore|save): .*|Cache reservation failed: .*)$/.exec(
        line,
      )?.[1] ?? [],
  );
  const own = words[0] === undefined ? '' : ` ${words[0]}`;
  if (kind === 'out-of-time') warn(`The cache could not be ${what} in time. The run goes on without it.${own}`);
  else if (kind === 'ended' && exitCode !== 0)
    warn(`The cache could not be ${what}: ${output.slice(-3).join(' ').slice(0, 500)}`);
  else if (kind === 'ended' && isIncomplete && (what === 'written' || words.length > 0))
    warn(`The cache could not be ${what} completely.${own}`);
}
