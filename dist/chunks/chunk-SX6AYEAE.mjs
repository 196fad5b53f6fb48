import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  descriptorPath,
  notPlain,
  openInside,
  openUntrusted
} from "./chunk-DZ5U262N.mjs";
import {
  hardLink
} from "./chunk-UTU2GXSA.mjs";
import {
  isSystemError
} from "./chunk-PC3WFA6B.mjs";

// src/host/files/copy-tree.ts
import { constants as constants2, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { chmod, copyFile, lstat, mkdir, open as open2, readdir, readlink, realpath, rm } from "node:fs/promises";
import { dirname, join, sep } from "node:path";

// src/host/files/walk-untrusted.ts
import { closeSync, constants } from "node:fs";
import { open, opendir } from "node:fs/promises";
async function* walkUntrusted(place, limits) {
  const way = [];
  let looksLeft = limits.entries;
  try {
    const start = await openStart(place, looksLeft);
    if (start === void 0) return;
    if ("what" in start) {
      yield start;
      return;
    }
    way.push(start);
    for (let directory = way.at(-1); directory !== void 0; directory = way.at(-1)) {
      const name = directory.names.pop();
      if (name === void 0) {
        way.pop();
        await directory.handle.close();
      } else if (isNotes(name, limits)) {
        continue;
      } else if (looksLeft-- <= 0) {
        yield { kind: "left-out", what: `the rest: more than ${limits.entries} files and directories` };
        return;
      } else {
        const found = await lookAt(directory, name, { limits, depth: way.length, entriesLeft: looksLeft });
        if ("names" in found) way.push(found);
        else if (found.kind === "left-out") yield found;
        else yield* openFor(found);
      }
    }
  } finally {
    for (const { handle } of way) await handle.close();
  }
}
async function* openFor({ handle, path, sizeBytes }) {
  try {
    yield { kind: "file", path, descriptor: handle.fd, sizeBytes };
  } finally {
    await handle.close();
  }
}
async function openStart(place, looks) {
  let descriptor;
  try {
    descriptor = openInside(place);
    if (descriptor === void 0) return leftOut(".", "a path that leaves the directory");
    const handle = await open(descriptorPath(descriptor), constants.O_RDONLY | constants.O_DIRECTORY);
    return await listed(handle, "", looks);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === "ENOENT" ? void 0 : leftOut(".", notPlain.has(error.code) || error.code === "ENOTDIR" ? "not a directory" : error.code);
  } finally {
    if (descriptor !== void 0) closeSync(descriptor);
  }
}
async function lookAt(directory, name, { limits, depth, entriesLeft: looksLeft }) {
  const text = name.toString("utf8");
  const path = directory.path === "" ? text : `${directory.path}/${text}`;
  if (!Buffer.from(text).equals(name)) return leftOut(path, "its name is not UTF-8");
  if (Buffer.byteLength(path) > limits.pathBytes)
    return leftOut(path, `its path is longer than ${limits.pathBytes} bytes`);
  let handle;
  try {
    handle = await open(below(directory.handle, name), openUntrusted);
    const info = await handle.stat();
    if (info.isDirectory())
      return depth > limits.depth ? await refuse(handle, path, `deeper than ${limits.depth} directories`) : await listed(handle, path, looksLeft);
    if (!info.isFile() || !await isNotedPlain(directory.handle, name, limits.notes))
      return await refuse(handle, path, "not a regular file");
    return { kind: "file", path, handle, sizeBytes: info.size };
  } catch (error) {
    await handle?.close();
    if (!isSystemError(error)) throw error;
    return leftOut(path, notPlain.has(error.code) ? "not a regular file" : error.code);
  }
}
async function refuse(handle, path, reason) {
  await handle.close();
  return leftOut(path, reason);
}
function leftOut(path, reason) {
  return { kind: "left-out", what: `${shownPath(path)}: ${reason}` };
}
function shownPath(path) {
  return path.length <= 300 ? path : `${path.slice(0, 120)}\u2026${path.slice(-160)}`;
}
async function listed(handle, path, looks) {
  const names = [];
  try {
    const opened = await opendir(descriptorPath(handle.fd), { encoding: "buffer" });
    for await (const { name } of opened) {
      names.push(name);
      if (names.length > looks + 1) break;
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
  return { handle, path, names: names.sort((a, b) => Buffer.compare(b, a)) };
}
function isNotes(name, { notes }) {
  return notes !== void 0 && name.equals(Buffer.from(notes.directory));
}
async function isNotedPlain(directory, name, notes) {
  if (notes === void 0) return true;
  const handles = [];
  try {
    const noted = await open(below(directory, Buffer.from(notes.directory)), openUntrusted | constants.O_DIRECTORY);
    handles.push(noted);
    const note = await open(below(noted, name), openUntrusted);
    handles.push(note);
    const { buffer, bytesRead } = await note.read(Buffer.alloc(notes.maxBytes), 0, notes.maxBytes, 0);
    return notes.saysPlain(buffer.toString("latin1", 0, bytesRead));
  } catch (error) {
    if (isSystemError(error) && (error.code === "ENOENT" || error.code === "ENOTDIR" || notPlain.has(error.code)))
      return true;
    throw error;
  } finally {
    for (const handle of handles) await handle.close();
  }
}
function below({ fd }, name) {
  return Buffer.concat([Buffer.from(`${descriptorPath(fd)}/`), name]);
}
async function listUntrusted(place, limits) {
  const files = [];
  const leftOut2 = [];
  for await (const found of walkUntrusted(place, limits)) {
    if (found.kind === "file") files.push({ path: found.path, sizeBytes: found.sizeBytes });
    else leftOut2.push(found.what);
  }
  return { files, leftOut: leftOut2 };
}

// src/host/files/copy-tree.ts
function linkTree(from, to) {
  const info = lstatSync(from);
  if (info.isDirectory()) {
    mkdirSync(to, { recursive: true, mode: info.mode & 511 });
    for (const name of readdirSync(from)) linkTree(join(from, name), join(to, name));
  } else if (info.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
  } else {
    hardLink(from, to);
  }
}
var CannotCopy = class extends Error {
  name = "CannotCopy";
};
var TreeCopier = class {
  #limits;
  #bytes = 0;
  #entries = 0;
  constructor(limits) {
    this.#limits = limits;
  }
  get size() {
    return { bytes: this.#bytes, entries: this.#entries };
  }
  /**
   * Follows links: they were checked to stay inside `boundary`, and are checked again here, at the time of use. The
   * boundary itself may be reached through a link. Uses a copy-on-write clone if possible. @throws CannotCopy for a
   * link that leaves the boundary, and when a limit is exceeded @throws SystemError
   */
  async copyInside(source, target, boundary) {
    await this.#copy({ source, target, depth: 0 }, await realpath(boundary));
  }
  async #copy({ source, target, depth }, boundary) {
    const real = await realpath(source);
    checkInside(source, real, boundary);
    const info = await lstat(real);
    this.#count(source, info.isFile() ? info.size : 0, depth);
    if (info.isDirectory()) {
      await mkdir(target, { recursive: true });
      for (const name of (await readdir(real)).sort())
        await this.#copy({ source: join(real, name), target: join(target, name), depth: depth + 1 }, boundary);
    } else if (info.isFile()) {
      await copyOpened({ source, real, target }, boundary);
    }
  }
  #count(source, size, depth) {
    this.#bytes += size;
    this.#entries += 1;
    const { bytes, entries, depth: maxDepth } = this.#limits;
    if (depth > maxDepth) throw new CannotCopy(`${source}: expected at most ${maxDepth} nested directories`);
    if (this.#entries > entries)
      throw new CannotCopy(`${source}: expected at most ${entries} files in a test, including data/ and lib/`);
    if (this.#bytes > bytes)
      throw new CannotCopy(`${source}: expected at most ${bytes / 1024 ** 2} MiB in a test, including data/ and lib/`);
  }
};
function checkInside(source, real, boundary) {
  if (real === boundary || real.startsWith(boundary + sep)) return;
  throw new CannotCopy(`${source} leads to ${real}, outside ${boundary}`);
}
async function copyOpened({ source, real, target }, boundary) {
  const handle = await open2(real, openUntrusted);
  try {
    const opened = descriptorPath(handle.fd);
    checkInside(source, await readlink(opened), boundary);
    await copyFile(opened, target, constants2.COPYFILE_FICLONE);
    await chmod(target, (await handle.stat()).mode & 511);
  } finally {
    await handle.close();
  }
}
async function copyUntrusted(source, target, limits) {
  const copied = [];
  const complaints = new Complaints();
  let bytesLeft = limits.bytes;
  let made;
  const take = async ({ path, descriptor, sizeBytes }) => {
    const directory = dirname(join(target, path));
    if (directory !== made) await mkdir(directory, { recursive: true });
    made = directory;
    await copyPlain(descriptor, join(target, path));
    bytesLeft -= sizeBytes;
    copied.push(path);
  };
  for await (const found of walkUntrusted(source, { ...limits, entries: limits.files * looksPerFile })) {
    if (found.kind === "left-out") complaints.add(found.what);
    else if (copied.length >= limits.files) complaints.add(`${found.path}: more than ${limits.files} files`);
    else if (found.sizeBytes > bytesLeft)
      complaints.add(`${found.path}: ${found.sizeBytes} bytes, over the limit of ${limits.bytes} in all`);
    else await take(found).catch((error) => complaints.addRefusal(found.path, error));
  }
  return { copied, leftOut: complaints.all() };
}
var Complaints = class {
  #said = [];
  #more = 0;
  add(what) {
    if (this.#said.length < maxComplaints) this.#said.push(what);
    else this.#more++;
  }
  addRefusal(path, error) {
    if (!isSystemError(error)) throw error;
    this.add(`${path}: ${error.code}`);
  }
  all() {
    return this.#more === 0 ? this.#said : [...this.#said, `and ${this.#more} more`];
  }
};
async function copyPlain(descriptor, target) {
  try {
    await copyFile(descriptorPath(descriptor), target, constants2.COPYFILE_FICLONE);
    await chmod(target, 420);
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}
var maxComplaints = 100;
var looksPerFile = 10;

export {
  listUntrusted,
  linkTree,
  CannotCopy,
  TreeCopier,
  copyUntrusted
};
