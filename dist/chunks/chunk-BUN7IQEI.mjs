import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  isSystemError
} from "./chunk-PC3WFA6B.mjs";

// src/host/files/disk-use.ts
import { existsSync, statfsSync } from "node:fs";
import { lstat, opendir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
var mebibyte = 1024 * 1024;
function spaceLeftAt(path) {
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize, files, ffree } = statfsSync(existing);
  return { freeBytes: bavail * bsize, freeFiles: files === 0 ? void 0 : ffree };
}
function freeMiB(path) {
  return Math.floor(spaceLeftAt(path).freeBytes / mebibyte);
}
function spaceLeftWords(place, neededBytes) {
  const { freeBytes, freeFiles } = spaceLeftAt(place);
  const needed = neededBytes === void 0 ? "" : `, and at least ${Math.ceil(neededBytes / mebibyte)} MiB are needed`;
  if (freeFiles === 0) return `no more files can be made there (no inodes are free)${needed}`;
  return `${freeBytes < mebibyte ? `${freeBytes} bytes` : `${Math.floor(freeBytes / mebibyte)} MiB`} are free${needed}`;
}
function temporaryPlace() {
  return tmpdir();
}
var lotSize = 32;
async function diskUse(path, limits, isWanted = () => true) {
  const look = new DiskUseCount(limits, isWanted);
  await look.take([Buffer.from(path)], 0);
  return look.found;
}
var DiskUseCount = class {
  #limits;
  #isWanted;
  #deadlineMs;
  #bytes = 0;
  #entries = 0;
  #unseen;
  constructor(limits, isWanted) {
    this.#limits = limits;
    this.#isWanted = isWanted;
    this.#deadlineMs = performance.now() + limits.timeMs;
  }
  get found() {
    return { bytes: this.#bytes, entries: this.#entries, unseen: this.#unseen };
  }
  /** Counts the entries of one directory in batches, then those below them. */
  async take(paths, depth) {
    for (let start = 0; start < paths.length && this.#goesOn(); start += lotSize) {
      const directories = await Promise.all(paths.slice(start, start + lotSize).map((path) => this.#count(path)));
      for (const directory of directories) if (directory !== void 0) await this.#descend(directory, depth + 1);
    }
  }
  #goesOn() {
    if (this.#entries >= this.#limits.entries) this.#unseen ??= "too many entries";
    else if (performance.now() > this.#deadlineMs) this.#unseen ??= "out of time";
    return this.#unseen === void 0 && this.#isWanted();
  }
  /** Returns the path if it is a directory. */
  async #count(path) {
    const info = await unlessRefused(() => lstat(path));
    if (info === "gone") return void 0;
    this.#entries += 1;
    if (info === "too deep") this.#unseen ??= "too deep";
    if (typeof info === "string") return void 0;
    this.#bytes += info.blocks * 512;
    return info.isDirectory() ? path : void 0;
  }
  async #descend(directory, depth) {
    if (!this.#goesOn()) return;
    if (depth > this.#limits.depth) {
      this.#unseen = "too deep";
      return;
    }
    const left = this.#limits.entries - this.#entries;
    const paths = await pathsIn(directory, left + 1);
    await this.take(paths.slice(0, left), depth);
    if (paths.length > left) this.#unseen ??= "too many entries";
  }
};
async function pathsIn(directory, atMost) {
  const paths = [];
  await unlessRefused(async () => {
    const opened = await opendir(directory, { encoding: "buffer", bufferSize: 256 });
    for await (const { name } of opened) {
      paths.push(Buffer.concat([directory, Buffer.from("/"), name]));
      if (paths.length >= atMost) break;
    }
  });
  return paths;
}
async function unlessRefused(action) {
  try {
    return await action();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "ENAMETOOLONG") return "too deep";
    return ["ENOENT", "ENOTDIR", "ELOOP"].includes(error.code) ? "gone" : "refused";
  }
}

export {
  spaceLeftAt,
  freeMiB,
  spaceLeftWords,
  temporaryPlace,
  diskUse
};
