import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  HostShortage,
  fullest,
  shortageFrom
} from "./chunk-ZA4YE7YP.mjs";
import {
  readJsonFile,
  writeJsonFile
} from "./chunk-UQ27WKSB.mjs";
import {
  sha256Of
} from "./chunk-Z5M3ZDMR.mjs";
import {
  programMissing
} from "./chunk-WJUJR6MB.mjs";
import {
  ProvisionError
} from "./chunk-2JNJEXXK.mjs";
import {
  LockUnavailable,
  withFileLock,
  withFreeFileLock
} from "./chunk-NMLPZBC3.mjs";
import {
  spaceLeftWords
} from "./chunk-BUN7IQEI.mjs";
import {
  movePath,
  touch
} from "./chunk-UTU2GXSA.mjs";
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
} from "./chunk-PC3WFA6B.mjs";

// src/provision/store/store.ts
import { join } from "node:path";

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
  findNamed(name) {
    const path = join(this.root, "assets", name);
    if (this.#guarded(() => kindOfFile(path)) !== "directory") return void 0;
    this.#used(name);
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
      const latest = filesIn(assets).filter(({ name }) => name.startsWith(`${kind}-`)).map(({ name }) => ({ name, usedMs: changedMs(join(assets, name)) })).sort((a, b) => b.usedMs - a.usedMs);
      let bytes = 0;
      for (const { name } of latest) {
        const own = bytesOnDisk(join(assets, name));
        if (bytes + own > mostBytes || !isUseful(join(assets, name))) this.#remove(name);
        else bytes += own;
      }
    });
  }
  /** What the assets of a kind take of the disk. */
  bytesOf(kind) {
    const assets = join(this.root, "assets");
    return this.#guarded(
      () => filesIn(assets).filter(({ name }) => name.startsWith(`${kind}-`)).reduce((sum, { name }) => sum + bytesOnDisk(join(assets, name)), 0)
    );
  }
  /** Removes all other assets, for a store that is saved as a whole. */
  keepOnly(isKept) {
    this.#guarded(() => {
      makeDirectory(join(this.root, "staging"));
      for (const { name } of filesIn(join(this.root, "assets"))) if (!isKept(name)) this.#remove(name);
    });
  }
  /** Renamed first, so that nobody finds a part of it. If it is already gone, that is fine. */
  #remove(name) {
    const removed = join(this.root, "staging", `${name}.${secretToken()}`);
    try {
      movePath(join(this.root, "assets", name), removed);
    } catch (error) {
      if (isSystemError(error) && error.code === "ENOENT") return;
      throw error;
    }
    removeTree(removed);
  }
  /** Runs `work` while no other process holds the lock with that name. */
  async withLock(name, signal, work) {
    this.#guarded(() => makeDirectory(join(this.root, "locks")));
    return await withFileLock(join(this.root, "locks", name), signal, work).catch(
      (error) => this.#explain(error)
    );
  }
  /** What only serves to make other assets is fetched again when it is needed, which costs a cache less. */
  #used(name) {
    if (isWorthCaching(name)) this.#onUse({ kind: "asset", name });
  }
  /** A small JSON document that outlives runs, by name; undefined when there is none. */
  readDocument(name) {
    this.#onUse({ kind: "document", name });
    return this.#guarded(() => readJsonFile(this.#documentPath(name)));
  }
  writeDocument(name, value) {
    this.#onUse({ kind: "document", name });
    this.#guarded(() => {
      makeDirectory(join(this.root, "refs"));
      writeJsonFile(this.#documentPath(name), value);
    });
  }
  #documentPath(name) {
    return join(this.root, "refs", `${encodeURIComponent(name)}.json`);
  }
  async #make(asset) {
    await this.sweep(asset.signal, directoryName(asset));
    const name = directoryName(asset);
    const staging = join(this.root, "staging", `${name}.${secretToken()}`);
    try {
      makeDirectory(staging);
      await asset.make(staging);
      asset.signal.throwIfAborted();
      const path = join(this.root, "assets", name);
      movePath(staging, path);
      this.#used(name);
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
function isWorthCaching(name) {
  return !name.startsWith("kernel-source-") && !name.startsWith("tree-kernel-");
}
function directoryName({ kind, key }) {
  return `${kind}-${sha256Of(key)}`;
}

export {
  AssetStore,
  isWorthCaching,
  directoryName
};
