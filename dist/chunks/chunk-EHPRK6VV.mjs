import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  withFileLock,
  withFreeFileLock
} from "./chunk-IF3SDQBP.mjs";
import {
  sha256Of
} from "./chunk-UOT7TFTO.mjs";
import {
  ProvisionError
} from "./chunk-NDZHT6TS.mjs";
import {
  changedMs,
  kindOfFile
} from "./chunk-OAU2IF34.mjs";
import {
  CommandNotStarted,
  runCommand
} from "./chunk-7XYTD5F5.mjs";
import {
  removeTree
} from "./chunk-EC7TNNSF.mjs";
import {
  secretToken
} from "./chunk-LFGQZFD2.mjs";
import {
  movePath,
  touch
} from "./chunk-E5RNW4JP.mjs";
import {
  isSystemError
} from "./chunk-A22H6BHT.mjs";
import {
  listDirectory,
  makeDirectory
} from "./chunk-VEV5XY66.mjs";

// src/provision/store.ts
import { join } from "node:path";

// src/host/json-file.ts
import { readFileSync, renameSync, writeFileSync } from "node:fs";
function readJsonFile(path) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return void 0;
    throw error;
  }
  try {
    const value = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function writeJsonFile(path, value) {
  const draft = `${path}.${secretToken()}`;
  writeFileSync(draft, `${JSON.stringify(value, void 0, 2)}
`, { flag: "wx" });
  renameSync(draft, path);
}

// src/provision/required-program.ts
var packages = {
  "apt-get": "apt",
  "apt-cache": "apt",
  "dpkg-deb": "dpkg",
  flock: "util-linux"
};
async function runRequired(argv, options) {
  try {
    return await runCommand(argv, options);
  } catch (error) {
    throw error instanceof CommandNotStarted ? programMissing(error) : error;
  }
}
function programMissing(error) {
  const name = error.program.slice(error.program.lastIndexOf("/") + 1);
  return new ProvisionError(`${name} is needed and could not be started here.`, { hint: installHint(name), cause: error });
}
function installHint(program) {
  return `Install it: sudo apt-get install ${packages[program] ?? program}`;
}
function lastLines(output, count = 5) {
  return output.trimEnd().split("\n").slice(-count).join("\n");
}

// src/provision/store-problem.ts
var meanings = {
  EROFS: "is on a read-only file system",
  EACCES: "may not be written by this user",
  EPERM: "may not be written by this user",
  ENOSPC: "is on a file system that is full",
  EDQUOT: "is over this user\u2019s disk quota",
  ENOTDIR: "has a file where a directory should be",
  EEXIST: "has a file where a directory should be"
};
function storeProblem(error, root) {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return void 0;
  const { code } = error;
  if (!isAboutSpace(code) && !("path" in error && typeof error.path === "string" && isRelated(error.path, root))) return void 0;
  const meaning = meanings[code] ?? `cannot be used (${error.message})`;
  return new ProvisionError(`The store ${root} ${meaning}.`, {
    hint: `${isAboutSpace(code) ? "Make room there" : "Mend that"}, or name another place: QDT_STORE=/path/to/a/directory`,
    cause: error
  });
}
function isAboutSpace(code) {
  return code === "ENOSPC" || code === "EDQUOT";
}
function isRelated(path, root) {
  return path.startsWith(root) || root.startsWith(path);
}

// src/provision/store.ts
var AssetStore = class {
  root;
  #onUse;
  constructor(root, onUse = () => void 0) {
    this.root = root;
    this.#onUse = onUse;
  }
  /** The asset's directory, when it is there. */
  find(asset) {
    return this.findNamed(directoryName(asset));
  }
  /** The same by the name of the directory. */
  findNamed(name) {
    const path = join(this.root, "assets", name);
    if (this.#guarded(() => kindOfFile(path)) !== "directory") return void 0;
    this.#onUse({ kind: "asset", name });
    return path;
  }
  /**
   * The asset's directory; made when it is not there.
   * @throws ProvisionError when the store cannot be written; whatever `make` throws; the signal's reason.
   */
  async provide(asset) {
    const there = this.find(asset);
    if (there !== void 0) return there;
    this.#guarded(() => ["assets", "staging", "locks"].forEach((part) => makeDirectory(join(this.root, part))));
    return await this.withLock(directoryName(asset), asset.signal, async () => this.find(asset) ?? await this.#make(asset));
  }
  /** Takes an asset away at once; who has its files open keeps them. */
  discard(asset) {
    this.#guarded(() => this.#remove(directoryName(asset)));
  }
  /** Marks an asset as used now. In a store that may only be read it stays as old as it was. */
  markUsed(asset, nowMs) {
    try {
      touch(join(this.root, "assets", directoryName(asset)), new Date(nowMs));
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  /** Keeps the assets of a kind that were used last, so many, and removes the others: for what can be made again. */
  keepLatest(kind, count) {
    this.#guarded(() => {
      const all = listDirectory(join(this.root, "assets")).filter((name) => name.startsWith(`${kind}-`));
      const latest = all.map((name) => ({ name, usedMs: changedMs(join(this.root, "assets", name)) })).sort((a, b) => b.usedMs - a.usedMs);
      for (const { name } of latest.slice(count)) this.#remove(name);
    });
  }
  /** Renamed first, so that nobody finds a part of it. One that is not there any more is what was wanted. */
  #remove(name) {
    const grave = join(this.root, "staging", `${name}.${secretToken()}`);
    try {
      movePath(join(this.root, "assets", name), grave);
    } catch (error) {
      if (isSystemError(error) && error.code === "ENOENT") return;
      throw error;
    }
    removeTree(grave);
  }
  /** Runs `work` while no other process holds the lock of that name. */
  async withLock(name, signal, work) {
    this.#guarded(() => makeDirectory(join(this.root, "locks")));
    return await withFileLock(join(this.root, "locks", name), signal, work).catch((error) => this.#explain(error));
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
    await this.#sweep(asset);
    const name = directoryName(asset);
    const staging = join(this.root, "staging", `${name}.${secretToken()}`);
    try {
      makeDirectory(staging);
      await asset.make(staging);
      asset.signal.throwIfAborted();
      const path = join(this.root, "assets", name);
      movePath(staging, path);
      this.#onUse({ kind: "asset", name });
      return path;
    } catch (error) {
      removeTree(staging);
      return this.#explain(error);
    }
  }
  /** Removes what killed runs left in `staging/`. Who makes an asset holds its lock: what can be locked belongs to nobody. */
  async #sweep(asset) {
    for (const entry of listDirectory(join(this.root, "staging"))) {
      const owner = entry.slice(0, entry.indexOf("."));
      const path = join(this.root, "staging", entry);
      if (owner === directoryName(asset)) removeTree(path);
      else await withFreeFileLock(join(this.root, "locks", owner), asset.signal, () => removeTree(path));
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
    throw storeProblem(error, this.root) ?? error;
  }
};
function directoryName({ kind, key }) {
  return `${kind}-${sha256Of(key)}`;
}

export {
  readJsonFile,
  writeJsonFile,
  runRequired,
  installHint,
  lastLines,
  AssetStore
};
