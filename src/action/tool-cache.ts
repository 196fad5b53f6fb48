import { join } from 'node:path';
import { fieldOf } from '../bounds/parse-json.ts';
import { linkTree } from '../host/files/copy-tree.ts';
import { linkTo, movePath, writeFileAt } from '../host/files/file-changes.ts';
import { digestTree } from '../host/files/file-digest.ts';
import { isOnOneFileSystem, kindOfFile, realPath } from '../host/files/file-facts.ts';
import { readPlainText } from '../host/files/json-file.ts';
import { makeDirectory, removeTree } from '../host/files/scratch-directory.ts';
import { isSystemError } from '../host/system-error.ts';
import type { Cell } from '../plan/plan.ts';
import { type KnownAsset, knownAssets } from '../provision/known-assets.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import { type AssetStore, directoryName } from '../provision/store/store.ts';

export interface ToolCacheHost {
  /** RUNNER_TOOL_CACHE. */
  readonly directory: string;
  /** Node's name of the machine's architecture, which is the tool cache's. */
  readonly architecture: string;
  readonly store: AssetStore;
  readonly signal: AbortSignal;
  readonly warn: (message: string) => void;
  readonly say: (text: string) => void;
  /** The toolkit is about to write commands to the log. */
  readonly beforeCommands: () => void;
}

/** What the store remembers of an asset that was registered: an entry counts only if its content is still this. */
interface Note {
  /** Of the whole tree. */
  readonly sha256: string;
  /** As the tool cache has it. */
  readonly version: string;
}

/**
 * The runner's tool cache, where any step finds a tool by name and version. What was provisioned is registered there,
 * and what our store has lost, or never had, is taken from there before it is fetched. Nothing here fails a run.
 */
export class RunnerToolCache {
  readonly #host: ToolCacheHost;
  /** Names of assets whose entry is not what was registered. */
  readonly #refused = new Set<string>();

  constructor(host: ToolCacheHost) {
    this.#host = host;
  }

  /** Brings into the store what the cells need, it has not, and the tool cache has. */
  async adopt(cells: readonly Cell[]): Promise<void> {
    await this.#forEach(cells, async (known) => {
      const { store, warn, say } = this.#host;
      const note = readNote(store, known);
      if (note === undefined || store.find(known.asset) !== undefined) return;
      const path = await this.#find(known, note);
      if (path === undefined) return;
      try {
        await this.#take(known, path, note);
        say(`tool cache: ${known.title} taken from ${path}`);
      } catch (error) {
        if (!(error instanceof NotAsRegistered)) throw error;
        this.#refused.add(directoryName(known.asset));
        warn(`${path} in the runner's tool cache is not what was registered there (${error.message}): it is not used.`);
      }
    });
  }

  /**
   * Makes what the cells used known to the tool cache, without a second copy of it.
   * @param digests of assets whose trees were digested in this run, by their names: that of QEMU takes a second
   */
  async register(cells: readonly Cell[], digests: ReadonlyMap<string, string>): Promise<void> {
    await this.#forEach(cells, async (known) => {
      const { store, say, signal } = this.#host;
      const directory = store.find(known.asset);
      const version = directory === undefined ? undefined : cacheVersion(known.version(directory));
      if (directory === undefined || version === undefined || this.#isRegistered(known, version)) return;
      const name = directoryName(known.asset);
      const place = this.#placeOf(known, version);
      await store.withLock(lockName(known, version), signal, async () => {
        putEntry(directory, place, name);
        await Promise.resolve();
      });
      const note: Note = { sha256: digests.get(name) ?? digestTree(directory).sha256, version };
      store.writeDocument(noteName(known), note);
      say(`tool cache: ${toolName(known)} ${version} registered`);
    });
  }

  async #forEach(cells: readonly Cell[], work: (known: KnownAsset) => Promise<void>): Promise<void> {
    try {
      for (const known of knownAssets(cells, this.#host.store)) await work(known);
    } catch (error) {
      if (this.#host.signal.aborted) return;
      if (!(isSystemError(error) || error instanceof ProvisionError)) throw error;
      this.#host.say(`tool cache: not used: ${error.message}`);
    }
  }

  /** Undefined: it is not there, or another build of the same version is. */
  async #find(known: KnownAsset, { version }: Note): Promise<string | undefined> {
    this.#host.beforeCommands();
    const { find } = await import('./tool-finder.ts');
    const path = find(toolName(known), version, this.#host.architecture);
    if (path === '') return undefined;
    const mark = readMark(path);
    // One that the toolkit itself has made is empty.
    return mark === '' || mark === directoryName(known.asset) ? path : undefined;
  }

  async #take({ asset }: KnownAsset, path: string, { sha256 }: Note): Promise<void> {
    const { store, signal } = this.#host;
    await store.provide({
      ...asset,
      signal,
      // Looked at where nobody else has a name for it.
      make: (staging) => {
        linkTree(realPath(path), staging);
        const found = digestOf(staging);
        if (found === sha256) return Promise.resolve();
        throw new NotAsRegistered(`its digest is ${brief(found)}, and that of what was registered ${brief(sha256)}`);
      },
    });
  }

  #isRegistered(known: KnownAsset, version: string): boolean {
    const name = directoryName(known.asset);
    const place = this.#placeOf(known, version);
    return (
      !this.#refused.has(name) &&
      readNote(this.#host.store, known)?.version === version &&
      kindOfFile(place) === 'directory' &&
      readMark(place) === name
    );
  }

  #placeOf(known: KnownAsset, version: string): string {
    return join(this.#host.directory, toolName(known), version, this.#host.architecture);
  }
}

/** Somebody else has changed an entry, or taken its place. */
class NotAsRegistered extends Error {
  override readonly name = 'NotAsRegistered';
}

function toolName({ product }: KnownAsset): string {
  return `qemu-driver-test-${product}`;
}

function lockName(known: KnownAsset, version: string): string {
  return `tool-cache-${toolName(known)}-${version}`;
}

function noteName({ asset }: KnownAsset): string {
  return `tool-cache/${directoryName(asset)}`;
}

function readNote(store: AssetStore, known: KnownAsset): Note | undefined {
  const stored = store.readDocument(noteName(known));
  const [sha256, version] = [fieldOf(stored, 'sha256'), fieldOf(stored, 'version')];
  return typeof sha256 === 'string' && typeof version === 'string' ? { sha256, version } : undefined;
}

/** By it the toolkit knows that an entry is complete; ours holds the asset's name. */
function markOf(place: string): string {
  return `${place}.complete`;
}

/** Undefined: it is larger than any of ours, or no file. */
function readMark(place: string): string | undefined {
  return readPlainText(markOf(place), maxMarkBytes);
}

const maxMarkBytes = 1000;

const semanticVersion = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[\dA-Za-z.-]+)?(?=\+|$)/;

/**
 * A version as the tool cache names its directories: semantic, and without what comes after a plus sign. Undefined: it
 * cannot be found under its version.
 */
function cacheVersion(version: string | undefined): string | undefined {
  return semanticVersion.exec(version ?? '')?.[0];
}

/** The same files under a second name; where they lie on another file system, a link to their directory. */
function putEntry(directory: string, place: string, name: string): void {
  const draft = `${place}.partial`;
  makeDirectory(join(place, '..'));
  removeTree(draft);
  if (isOnOneFileSystem(directory, join(place, '..'))) linkTree(directory, draft);
  else linkTo(directory, draft);
  // Without its mark nobody finds it while it is changed.
  removeTree(markOf(place));
  removeTree(place);
  movePath(draft, place);
  writeFileAt(markOf(place), name);
}

/** A tree that holds what no tree of ours does has no digest. */
function digestOf(tree: string): string {
  try {
    return digestTree(tree).sha256;
  } catch (error) {
    if (isSystemError(error) || !(error instanceof Error)) throw error;
    throw new NotAsRegistered(error.message, { cause: error });
  }
}

function brief(sha256: string): string {
  return `${sha256.slice(0, 12)}…`;
}
