import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  sha256Of
} from "./chunk-UOT7TFTO.mjs";
import {
  ProvisionError,
  programMissing
} from "./chunk-VCDNO2R4.mjs";
import {
  LockUnavailable,
  withFileLock,
  withFreeFileLock
} from "./chunk-FUPYKIWD.mjs";
import {
  CommandNotStarted
} from "./chunk-EZPV5CM7.mjs";
import {
  parseJson
} from "./chunk-BK7ZKQBN.mjs";
import {
  changedMs,
  kindOfFile
} from "./chunk-LQRWZFRM.mjs";
import {
  ownedPrefix,
  removeTree,
  sweepDead
} from "./chunk-P7NKLADR.mjs";
import {
  movePath,
  touch
} from "./chunk-GEGC7X7J.mjs";
import {
  spaceLeftAt,
  spaceLeftWords,
  temporaryPlace
} from "./chunk-SCEE63KM.mjs";
import {
  listDirectory,
  makeDirectory
} from "./chunk-VEV5XY66.mjs";
import {
  isSystemError,
  shortageIn,
  shortageOf
} from "./chunk-BGL2MGIU.mjs";
import {
  secretToken
} from "./chunk-LFGQZFD2.mjs";
import {
  bounds
} from "./chunk-4PORZPZM.mjs";

// src/provision/store.ts
import { join as join2 } from "node:path";

// src/host/json-file.ts
import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
function readJsonFile(path) {
  const text = readPlainText(path, bounds.json.bytes);
  if (text === void 0) return void 0;
  const parsed = parseJson(text, bounds.json);
  return parsed.kind === "value" ? parsed.value : void 0;
}
function readPlainText(path, maxBytes) {
  let descriptor;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (error) {
    if (nothingThere.has(error.code ?? "")) return void 0;
    throw error;
  }
  try {
    const info = fstatSync(descriptor);
    return info.isFile() && info.size <= maxBytes ? readFileSync(descriptor, "utf8") : void 0;
  } finally {
    closeSync(descriptor);
  }
}
var nothingThere = /* @__PURE__ */ new Set(["ENOENT", "ENXIO", "ENODEV"]);
function writeJsonFile(path, value) {
  sweepDead(dirname(path));
  const draft = join(dirname(path), `${ownedPrefix()}${secretToken()}`);
  try {
    writeFileSync(draft, `${JSON.stringify(value, void 0, 2)}
`, { flag: "wx" });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

// src/provision/host-shortage.ts
import { isAbsolute } from "node:path";
var HostShortage = class extends ProvisionError {
  /** The system's: `ENOSPC`. */
  code;
  constructor(code, message, options) {
    super(message, options);
    this.code = code;
  }
};
function refuseShortage(words, scene) {
  const shortage = shortageIn(words);
  if (shortage !== void 0) throw hostShortage(shortage, void 0, scene);
}
function shortageFrom(code, path, scene) {
  const shortage = shortageOf(code);
  return shortage && hostShortage(shortage, path, scene);
}
function requireRoom(neededBytes, scene) {
  const full = shortageOf("ENOSPC");
  if (full !== void 0 && spaceLeftAt(scene.root).freeBytes < neededBytes)
    throw hostShortage(full, scene.root, { ...scene, neededBytes });
}
function hostShortage(shortage, path, scene) {
  const { root, during, cause } = scene;
  const when = during === void 0 ? "" : ` while ${during}`;
  if (!aboutFiles.has(shortage.code))
    return new HostShortage(shortage.code, `${capitalized(shortage.meaning)}${when}.`, {
      hint: shortage.advice,
      cause
    });
  const place = path !== void 0 && isAbsolute(path) ? path : fullest(root);
  const message = `${capitalized(shortage.meaning)} at ${place}${when}${shortage.code === "ENOSPC" ? `: ${spaceLeftWords(place, scene.neededBytes)}` : ""}.`;
  return new HostShortage(shortage.code, message, { hint: adviceFor(place, root, shortage), cause });
}
var aboutFiles = /* @__PURE__ */ new Set(["ENOSPC", "EDQUOT", "EROFS", "EIO", "EACCES", "EPERM"]);
function adviceFor(place, root, { code, advice }) {
  if (code === "EIO") return advice;
  const first = code === "ENOSPC" || code === "EDQUOT" ? "Make room there" : "Mend that";
  if (place.startsWith(root) || root.startsWith(place))
    return `${first}, or name another place for the store: QDT_STORE=/path/to/a/directory`;
  return place.startsWith(temporaryPlace()) ? `${first}, or name another place for temporary files: TMPDIR=/path/to/a/directory` : advice;
}
function fullest(root) {
  const room = (place) => {
    const { freeBytes, freeFiles } = spaceLeftAt(place);
    return freeFiles === 0 ? 0 : freeBytes;
  };
  const temporary = temporaryPlace();
  return room(temporary) < room(root) ? temporary : root;
}
function capitalized(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

// src/provision/store-problem.ts
var meanings = {
  EROFS: "is on a read-only file system",
  EACCES: "may not be written by this user",
  EPERM: "may not be written by this user",
  ENOSPC: "is on a file system that is full",
  EDQUOT: "is over this user\u2019s disk quota",
  EIO: "is on a disk that fails"
};
var elsewhere = "name another place: QDT_STORE=/path/to/a/directory";
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
      hint: `${isAboutSpace(code) ? "Make room there" : "Mend that"}, or ${elsewhere}`,
      cause: error
    });
  }
  if (code === "ENOTDIR" || code === "EEXIST")
    return new ProvisionError(`The store ${root} has a file where a directory should be.`, {
      hint: `Mend that, or ${elsewhere}`,
      cause: error
    });
  if (code === "ENOENT" && kindOfFile(root) === "nothing")
    return new ProvisionError(`The store ${root} was removed while it was being used.`, {
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
    const path = join2(this.root, "assets", name);
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
    this.#guarded(() => ["assets", "staging", "locks"].forEach((part) => makeDirectory(join2(this.root, part))));
    return await this.withLock(
      directoryName(asset),
      asset.signal,
      async () => this.find(asset) ?? await this.#make(asset)
    );
  }
  /** Takes an asset away at once; who has its files open keeps them. */
  discard(asset) {
    this.#guarded(() => this.#remove(directoryName(asset)));
  }
  /** Marks an asset as used now. In a store that may only be read it stays as old as it was. */
  markUsed(asset, nowMs) {
    try {
      touch(join2(this.root, "assets", directoryName(asset)), new Date(nowMs));
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  /** Keeps the assets of a kind that were used last, so many, and removes the others: for what can be made again. */
  keepLatest(kind, count) {
    this.#guarded(() => {
      const all = listDirectory(join2(this.root, "assets")).filter((name) => name.startsWith(`${kind}-`));
      const latest = all.map((name) => ({ name, usedMs: changedMs(join2(this.root, "assets", name)) })).sort((a, b) => b.usedMs - a.usedMs);
      for (const { name } of latest.slice(count)) this.#remove(name);
    });
  }
  /** Renamed first, so that nobody finds a part of it. One that is not there any more is what was wanted. */
  #remove(name) {
    const grave = join2(this.root, "staging", `${name}.${secretToken()}`);
    try {
      movePath(join2(this.root, "assets", name), grave);
    } catch (error) {
      if (isSystemError(error) && error.code === "ENOENT") return;
      throw error;
    }
    removeTree(grave);
  }
  /** Runs `work` while no other process holds the lock of that name. */
  async withLock(name, signal, work) {
    this.#guarded(() => makeDirectory(join2(this.root, "locks")));
    return await withFileLock(join2(this.root, "locks", name), signal, work).catch(
      (error) => this.#explain(error)
    );
  }
  /** A small JSON document that outlives runs, by name; undefined when there is none. */
  readDocument(name) {
    this.#onUse({ kind: "document", name });
    return this.#guarded(() => readJsonFile(this.#documentPath(name)));
  }
  writeDocument(name, value) {
    this.#onUse({ kind: "document", name });
    this.#guarded(() => {
      makeDirectory(join2(this.root, "refs"));
      writeJsonFile(this.#documentPath(name), value);
    });
  }
  #documentPath(name) {
    return join2(this.root, "refs", `${encodeURIComponent(name)}.json`);
  }
  async #make(asset) {
    await this.#sweep(asset);
    const name = directoryName(asset);
    const staging = join2(this.root, "staging", `${name}.${secretToken()}`);
    try {
      makeDirectory(staging);
      await asset.make(staging);
      asset.signal.throwIfAborted();
      const path = join2(this.root, "assets", name);
      movePath(staging, path);
      this.#onUse({ kind: "asset", name });
      return path;
    } catch (error) {
      removeTree(staging);
      return this.#explain(error);
    }
  }
  /**
   * Removes what killed runs left in `staging/`. Who makes an asset holds its lock: what can be locked belongs to
   * nobody.
   */
  async #sweep(asset) {
    for (const entry of listDirectory(join2(this.root, "staging"))) {
      const owner = entry.slice(0, entry.indexOf("."));
      const path = join2(this.root, "staging", entry);
      if (owner === directoryName(asset)) removeTree(path);
      else await withFreeFileLock(join2(this.root, "locks", owner), asset.signal, () => removeTree(path));
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
    `The store ${root} is on a file system without locks (${error.path}: ${error.reason}), so two runs there could not be kept apart.`,
    {
      hint: "Name a place on another file system: QDT_STORE=/path/to/a/directory",
      cause: error
    }
  );
}
function directoryName({ kind, key }) {
  return `${kind}-${sha256Of(key)}`;
}

export {
  readJsonFile,
  writeJsonFile,
  HostShortage,
  refuseShortage,
  shortageFrom,
  requireRoom,
  AssetStore
};
