import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  HostShortage,
  fullest,
  shortageFrom
} from "./chunk-FX2T7QRF.mjs";
import {
  readJsonFile,
  sha256Of,
  writeJsonFile
} from "./chunk-CZYP53SI.mjs";
import {
  ProvisionError,
  programMissing
} from "./chunk-2C35U6OZ.mjs";
import {
  LockUnavailable,
  withFileLock,
  withFreeFileLock
} from "./chunk-NMLPZBC3.mjs";
import {
  spaceLeftWords
} from "./chunk-KLTUR2PH.mjs";
import {
  movePath,
  touch
} from "./chunk-3V3CBYNY.mjs";
import {
  CommandNotStarted
} from "./chunk-GRJFLVWM.mjs";
import {
  bytesOnDisk,
  changedMs,
  filesIn,
  kindOfFile
} from "./chunk-42EG7RIT.mjs";
import {
  isSystemError,
  makeDirectory,
  removeTree,
  secretToken
} from "./chunk-OY4GEF45.mjs";

// src/provision/store/store.ts
import { isAbsolute, join } from "node:path";

// src/provision/store/store-problem.ts
var meanings = {
  EROFS: "is on a read-only file system",
  EACCES: "may not be written by this user",
  EPERM: "may not be written by this user",
  ENOSPC: "is on a file system that is full",
  EDQUOT: "is over this user\u2019s disk quota",
  EIO: "is on a failing disk"
};
var elsewhere = "choose another place: QDT_STORE=/path/to/a/directory";
function storeProblem(error, root) {
  if (!isSystemError(error)) return void 0;
  const { code } = error;
  const path = pathOf(error) ?? (isAboutSpace(code) ? fullest(root) : void 0);
  if (path === void 0 || !isRelated(path, root))
    return isOurShortage(code) ? shortageFrom(code, path, { root, cause: error }) : void 0;
  const meaning = meanings[code];
  if (meaning !== void 0) {
    const figure = code === "ENOSPC" ? `: ${spaceLeftWords(root)}` : "";
    return new HostShortage(code, `The store ${root} ${meaning}${figure}.`, {
      hint: `${isAboutSpace(code) ? "Free some space there" : "Fix that"}, or ${elsewhere}`,
      cause: error
    });
  }
  if (code === "ENOTDIR" || code === "EEXIST")
    return new ProvisionError(`The store ${root} has a file where a directory should be.`, {
      hint: `Fix that, or ${elsewhere}`,
      cause: error
    });
  if (code === "ENOENT" && kindOfFile(root) === "nothing")
    return new ProvisionError(`The store ${root} was removed during its use.`, {
      hint: "Try again",
      cause: error
    });
  return shortageFrom(code, void 0, { root, cause: error });
}
function pathOf(error) {
  return "path" in error && typeof error.path === "string" ? error.path : void 0;
}
function isAboutSpace(code) {
  return code === "ENOSPC" || code === "EDQUOT";
}
function isOurShortage(code) {
  return !["EACCES", "EPERM", "EROFS", "EIO"].includes(code);
}
function isRelated(path, root) {
  return path.startsWith(root) || root.startsWith(path);
}

// src/provision/store/store.ts
var name = "qemu-driver-test";
function storeRoot({ variable, home }) {
  const chosen = variable("QDT_STORE");
  if (chosen !== void 0) return chosen;
  const caches = [variable("RUNNER_TOOL_CACHE"), variable("XDG_CACHE_HOME")].filter(
    (path) => path !== void 0 && isAbsolute(path)
  );
  return join(caches[0] ?? join(home, ".cache"), name);
}
var AssetStore = class {
  root;
  #onUse;
  constructor(root, onUse = () => void 0) {
    this.root = root;
    this.#onUse = onUse;
  }
  /** Where kernels are built from the user's own trees: not an asset, because each build changes it. */
  get kernelTrees() {
    return join(this.root, "kernel-trees");
  }
  /** The asset's directory, if it exists. */
  find(asset) {
    return this.findNamed(directoryName(asset));
  }
  /** The same by the directory's name. */
  findNamed(name2) {
    const path = join(this.root, "assets", name2);
    if (this.#guarded(() => kindOfFile(path)) !== "directory") return void 0;
    this.#used(name2);
    return path;
  }
  /**
   * The asset's directory, which is made if it does not exist. @throws ProvisionError when the store cannot be written
   * @throws whatever `make` throws @throws the signal's reason
   */
  async provide(asset) {
    const there = this.find(asset);
    if (there !== void 0) return there;
    this.#guarded(() => ["assets", "staging", "locks"].forEach((part) => makeDirectory(join(this.root, part))));
    return await this.withLock(
      directoryName(asset),
      asset.signal,
      async () => this.find(asset) ?? await this.#make(asset)
    );
  }
  /** Removes an asset at once. Its open files remain usable. */
  discard(asset) {
    this.#guarded(() => this.#remove(directoryName(asset)));
  }
  /** Marks an asset as used now. In a read-only store, its age does not change. */
  markUsed(asset, nowMs) {
    try {
      touch(join(this.root, "assets", directoryName(asset)), new Date(nowMs));
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  /**
   * For what can be made again: keeps the assets of a kind that were used last, as many as fit into `mostBytes` of the
   * disk, and removes the others, and those that `isUseful` says no of.
   */
  keepWithin(kind, mostBytes, isUseful) {
    this.#guarded(() => {
      const assets = join(this.root, "assets");
      const latest = filesIn(assets).filter(({ name: name2 }) => name2.startsWith(`${kind}-`)).map(({ name: name2 }) => ({ name: name2, usedMs: changedMs(join(assets, name2)) })).sort((a, b) => b.usedMs - a.usedMs);
      let bytes = 0;
      for (const { name: name2 } of latest) {
        const own = bytesOnDisk(join(assets, name2));
        if (bytes + own > mostBytes || !isUseful(join(assets, name2))) this.#remove(name2);
        else bytes += own;
      }
    });
  }
  /** What the assets of a kind take of the disk. */
  bytesOf(kind) {
    const assets = join(this.root, "assets");
    return this.#guarded(
      () => filesIn(assets).filter(({ name: name2 }) => name2.startsWith(`${kind}-`)).reduce((sum, { name: name2 }) => sum + bytesOnDisk(join(assets, name2)), 0)
    );
  }
  /** Removes all other assets, for a store that is saved as a whole. */
  keepOnly(isKept) {
    this.#guarded(() => {
      makeDirectory(join(this.root, "staging"));
      for (const { name: name2 } of filesIn(join(this.root, "assets"))) if (!isKept(name2)) this.#remove(name2);
    });
  }
  /** Renamed first, so that nobody finds a part of it. If it is already gone, that is fine. */
  #remove(name2) {
    const grave = join(this.root, "staging", `${name2}.${secretToken()}`);
    try {
      movePath(join(this.root, "assets", name2), grave);
    } catch (error) {
      if (isSystemError(error) && error.code === "ENOENT") return;
      throw error;
    }
    removeTree(grave);
  }
  /** Runs `work` while no other process holds the lock with that name. */
  async withLock(name2, signal, work) {
    this.#guarded(() => makeDirectory(join(this.root, "locks")));
    return await withFileLock(join(this.root, "locks", name2), signal, work).catch(
      (error) => this.#explain(error)
    );
  }
  /** What only serves to make other assets is fetched again when it is needed, which costs a cache less. */
  #used(name2) {
    if (isWorthCaching(name2)) this.#onUse({ kind: "asset", name: name2 });
  }
  /** A small JSON document that outlives runs, by name; undefined when there is none. */
  readDocument(name2) {
    this.#onUse({ kind: "document", name: name2 });
    return this.#guarded(() => readJsonFile(this.#documentPath(name2)));
  }
  writeDocument(name2, value) {
    this.#onUse({ kind: "document", name: name2 });
    this.#guarded(() => {
      makeDirectory(join(this.root, "refs"));
      writeJsonFile(this.#documentPath(name2), value);
    });
  }
  #documentPath(name2) {
    return join(this.root, "refs", `${encodeURIComponent(name2)}.json`);
  }
  async #make(asset) {
    await this.sweep(asset.signal, directoryName(asset));
    const name2 = directoryName(asset);
    const staging = join(this.root, "staging", `${name2}.${secretToken()}`);
    try {
      makeDirectory(staging);
      await asset.make(staging);
      asset.signal.throwIfAborted();
      const path = join(this.root, "assets", name2);
      movePath(staging, path);
      this.#used(name2);
      return path;
    } catch (error) {
      removeTree(staging);
      return this.#explain(error);
    }
  }
  /**
   * Removes what killed runs left in `staging/`. The maker of an asset holds its lock, so whatever can be locked is
   * abandoned. `held` is an asset whose lock this process has.
   */
  async sweep(signal, held) {
    const entries = this.#guarded(() => filesIn(join(this.root, "staging")));
    for (const { name: entry } of entries) {
      const owner = entry.slice(0, entry.indexOf("."));
      const path = join(this.root, "staging", entry);
      if (owner === held) removeTree(path);
      else await withFreeFileLock(join(this.root, "locks", owner), signal, () => removeTree(path));
    }
  }
  #guarded(work) {
    try {
      return work();
    } catch (error) {
      return this.#explain(error);
    }
  }
  #explain(error) {
    if (error instanceof CommandNotStarted) throw programMissing(error);
    if (error instanceof LockUnavailable) throw noLocks(error, this.root);
    throw storeProblem(error, this.root) ?? error;
  }
};
function noLocks(error, root) {
  return new ProvisionError(
    `The store ${root} is on a file system without locks (${error.path}: ${error.reason}), so concurrent runs there would disturb each other.`,
    {
      hint: "Use another file system: QDT_STORE=/path/to/a/directory",
      cause: error
    }
  );
}
function isWorthCaching(name2) {
  return !name2.startsWith("kernel-source-") && !name2.startsWith("tree-kernel-");
}
function directoryName({ kind, key }) {
  return `${kind}-${sha256Of(key)}`;
}

export {
  storeRoot,
  AssetStore,
  isWorthCaching,
  directoryName
};
