import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/system-error.ts
function isSystemError(error) {
  return error instanceof Error && "code" in error && "syscall" in error;
}
function isHostExhausted(error) {
  return isSystemError(error) && shortages.has(error.code);
}
var madeRoom = "Free some space, or choose another place.";
var all = [
  { code: "ENOSPC", systemWords: "No space left on device", meaning: "the disk is full", advice: madeRoom },
  {
    code: "EDQUOT",
    systemWords: "Disk quota exceeded",
    meaning: "this user\u2019s disk quota is used up",
    advice: madeRoom
  },
  {
    code: "EROFS",
    systemWords: "Read-only file system",
    meaning: "the file system is read-only",
    advice: "Choose another place, or mount it for writing."
  },
  {
    code: "EIO",
    systemWords: "Input/output error",
    meaning: "the disk has failed",
    advice: "The host\u2019s kernel log (dmesg) says why."
  },
  {
    code: "ENFILE",
    systemWords: "Too many open files in system",
    meaning: "this host has too many files open",
    advice: "Close other programs, or raise fs.file-max."
  },
  {
    code: "EMFILE",
    systemWords: "Too many open files",
    meaning: "this process may not open more files",
    advice: "Raise the limit (ulimit -n), or run fewer machines at a time (--jobs)."
  },
  {
    code: "ENOMEM",
    systemWords: "Cannot allocate memory",
    meaning: "this host has no memory left",
    advice: "Close other programs, or run fewer machines at a time (--jobs)."
  },
  {
    code: "EAGAIN",
    systemWords: "Resource temporarily unavailable",
    meaning: "this user may not start more processes",
    advice: "Raise the limit (ulimit -u, or the container\u2019s), or run fewer machines at a time (--jobs)."
  },
  {
    code: "EACCES",
    systemWords: "Permission denied",
    meaning: "this user may not do that",
    advice: "Give this user permission, or choose another place."
  },
  {
    code: "EPERM",
    systemWords: "Operation not permitted",
    meaning: "this user may not do that",
    advice: "Give this user permission, or choose another place."
  }
];
var shortages = new Map(all.map((shortage) => [shortage.code, shortage]));
function shortageOf(code) {
  return shortages.get(code);
}
function shortageIn(words) {
  if (/: Wrote only \d+ of \d+ bytes$/m.test(words)) return shortages.get("ENOSPC");
  const closes = (systemWords) => new RegExp(`[:(] ?'?${systemWords}[')]?\\.?$`, "m").test(words);
  return all.find(({ code, systemWords }) => code !== "EACCES" && code !== "EPERM" && closes(systemWords));
}

// src/host/clock.ts
import { randomBytes } from "node:crypto";
function now() {
  return /* @__PURE__ */ new Date();
}
function monotonicUs() {
  return Number(process.hrtime.bigint() / 1000n);
}
function secretToken() {
  return randomBytes(16).toString("hex");
}
function randomSeed() {
  return randomBytes(4).readUInt32LE();
}

// src/host/files/empty-directory.ts
import { chmodSync, lstatSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { chmod, opendir, rename, rm, rmdir, unlink } from "node:fs/promises";
function removeTree(path) {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch (error) {
    if (!lstatSync(path).isDirectory()) throw error;
    removeDirectory(Buffer.from(path));
  }
}
function removeDirectory(top) {
  chmodSync(top, 448);
  let lifted = 0;
  for (let entries = entriesAtOnce(top); entries.length > 0; entries = entriesAtOnce(top)) {
    for (const entry of entries) {
      if (!entry.isDirectory) {
        unlinkSync(entry.path);
        continue;
      }
      chmodSync(entry.path, 448);
      for (const below of entriesAtOnce(entry.path)) {
        if (below.isDirectory) liftTo(below.path, inside(top, Buffer.from(`.lifted-${lifted++}-${secretToken()}`)));
        else unlinkSync(below.path);
      }
      rmdirSync(entry.path);
    }
  }
  rmdirSync(top);
}
function liftTo(path, place) {
  chmodSync(path, 448);
  renameSync(path, place);
}
function entriesAtOnce(directory) {
  return readdirSync(directory, { encoding: "buffer", withFileTypes: true }).map((entry) => ({
    path: inside(directory, entry.name),
    isDirectory: entry.isDirectory()
  }));
}
async function emptyDirectory(path, limitMs) {
  const top = Buffer.from(path);
  const emptying = new Emptying(top, performance.now() + limitMs);
  try {
    await emptying.run();
    return void 0;
  } catch (error) {
    if (error instanceof OutOfTime) return `it was still not empty after ${limitMs / 1e3} s`;
    if (isSystemError(error)) return error.code === "ENOENT" ? void 0 : `${error.code} at ${error.syscall}`;
    throw error;
  }
}
var OutOfTime = class extends Error {
  name = "OutOfTime";
};
var lotSize = 64;
var Emptying = class {
  #top;
  #deadlineMs;
  #lifted = 0;
  constructor(top, deadlineMs) {
    this.#top = top;
    this.#deadlineMs = deadlineMs;
  }
  async run() {
    while (await this.#clear(this.#top, (directory) => this.#dissolve(directory))) ;
  }
  /** Removes a directory at the top. Its sub-directories move to the top. */
  async #dissolve(directory) {
    await chmod(directory, 448);
    while (await this.#clear(directory, (below) => this.#lift(below))) ;
    await rmdir(directory);
  }
  async #lift(directory) {
    await chmod(directory, 448);
    await rename(directory, inside(this.#top, Buffer.from(`.lifted-${this.#lifted++}-${secretToken()}`)));
  }
  /** One pass over the listed entries. Returns whether there were any. */
  async #clear(directory, clearDirectory) {
    const entries = await entriesOf(directory);
    for (let start = 0; start < entries.length; start += lotSize) {
      if (performance.now() > this.#deadlineMs) throw new OutOfTime();
      const lot = entries.slice(start, start + lotSize);
      await Promise.all(
        lot.filter(({ isDirectory }) => !isDirectory).map(({ path }) => unlessGone(() => unlink(path)))
      );
      for (const { path } of lot.filter(({ isDirectory }) => isDirectory)) await unlessGone(() => clearDirectory(path));
    }
    return entries.length > 0;
  }
};
var maxListed = 1e3;
async function entriesOf(directory) {
  const entries = [];
  const opened = await opendir(directory, { encoding: "buffer", bufferSize: 256 });
  for await (const entry of opened) {
    entries.push({ path: inside(directory, entry.name), isDirectory: entry.isDirectory() });
    if (entries.length >= maxListed) break;
  }
  return entries;
}
async function unlessGone(action) {
  for (let attempt = 1; ; attempt++) {
    try {
      await action();
      return;
    } catch (error) {
      if (isSystemError(error) && error.code === "ENOENT") return;
      if (!isSystemError(error) || attempt === 3 || !["ENOTEMPTY", "EISDIR", "EPERM", "ENOTDIR"].includes(error.code))
        throw error;
    }
  }
}
async function removeFile(path) {
  await rm(path, { force: true });
}
function inside(directory, name) {
  return Buffer.concat([directory, Buffer.from("/"), name]);
}

// src/host/files/scratch-directory.ts
import { mkdirSync, mkdtempSync, readdirSync as readdirSync2 } from "node:fs";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// src/host/files/owned-name.ts
import { createHash } from "node:crypto";
import { lstatSync as lstatSync2, opendirSync, readFileSync, readlinkSync, renameSync as renameSync2, unlinkSync as unlinkSync2 } from "node:fs";
import { join } from "node:path";
var prefix = "qemu-driver-test-";
var pattern = new RegExp(`^${prefix}([0-9a-z]+)\\.([0-9a-z]+)\\.([0-9a-z]{4})\\.[\\w-]+$`);
function ownedPrefix() {
  const { pid, startTicks, place } = self();
  return `${prefix}${pid.toString(36)}.${startTicks.toString(36)}.${place}.`;
}
function isOwnedName(name) {
  return pattern.test(name);
}
var known;
function self() {
  known ??= { pid: process.pid, startTicks: statOf(process.pid)?.startTicks ?? 0, place: ownPlace() };
  return known;
}
function ownPlace() {
  const text = [readFileSync("/proc/sys/kernel/random/boot_id", "utf8"), readlinkSync("/proc/self/ns/pid")].join(" ");
  return (createHash("sha256").update(text).digest().readUInt32BE(0) % 36 ** 4).toString(36).padStart(4, "0");
}
var limits = { names: 1e4, removals: 20, durationMs: 2e3 };
var longestLifeMs = 30 * 24 * 60 * 60 * 1e3;
var swept = /* @__PURE__ */ new Set();
function sweepDead(directory) {
  if (swept.has(directory)) return;
  swept.add(directory);
  const untilMs = performance.now() + limits.durationMs;
  let removals = 0;
  for (const name of namesIn(directory)) {
    if (removals >= limits.removals || performance.now() > untilMs) return;
    if (removeIfDead(directory, name)) removals++;
  }
}
function removeIfDead(directory, name) {
  const owner = ownerIn(name);
  if (owner === void 0) return false;
  try {
    const path = join(directory, name);
    const info = lstatSync2(path);
    if (info.uid !== process.geteuid?.() || !isDead(owner, info)) return false;
    if (info.isDirectory()) removeClaimed(directory, path);
    else if (info.isFile()) unlinkSync2(path);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}
function removeClaimed(directory, path) {
  const claimed = join(directory, `${ownedPrefix()}${secretToken()}`);
  renameSync2(path, claimed);
  removeTree(claimed);
}
function isDead({ pid, startTicks, place }, { mtimeMs }) {
  if (place !== self().place) return Date.now() - mtimeMs > longestLifeMs;
  const stat = statOf(pid);
  return stat?.startTicks !== startTicks || stat.state === "Z" || stat.state === "X";
}
function ownerIn(name) {
  const [, pid, startTicks, place] = pattern.exec(name) ?? [];
  return pid === void 0 || startTicks === void 0 || place === void 0 ? void 0 : { pid: parseInt(pid, 36), startTicks: parseInt(startTicks, 36), place };
}
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", startTicks: Number(fields[19]) };
  } catch (error) {
    if (isSystemError(error)) return void 0;
    throw error;
  }
}
function namesIn(directory) {
  const names = [];
  try {
    const opened = opendirSync(directory);
    try {
      for (let entry = opened.readSync(); entry !== null && names.length < limits.names; entry = opened.readSync())
        if (entry.name.startsWith(prefix)) names.push(entry.name);
    } finally {
      opened.closeSync();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  return names;
}

// src/host/files/scratch-directory.ts
function makeDirectory(path) {
  mkdirSync(path, { recursive: true });
}
function listDirectory(path) {
  return readdirSync2(path).sort();
}
function createScratchDirectory() {
  removeAllAtExit();
  sweepDead(tmpdir());
  const path = mkdtempSync(join2(tmpdir(), ownedPrefix()));
  open.add(path);
  return {
    path,
    [Symbol.dispose]: () => {
      open.delete(path);
      removeTree(path);
    }
  };
}
var open = /* @__PURE__ */ new Set();
var isHooked = false;
function removeAllAtExit() {
  if (isHooked) return;
  isHooked = true;
  process.on("exit", () => {
    for (const path of open) removeAtExit(path);
  });
}
function removeAtExit(path) {
  try {
    removeTree(path);
  } catch {
  }
}

export {
  isSystemError,
  isHostExhausted,
  shortageOf,
  shortageIn,
  now,
  monotonicUs,
  secretToken,
  randomSeed,
  removeTree,
  emptyDirectory,
  removeFile,
  ownedPrefix,
  isOwnedName,
  sweepDead,
  makeDirectory,
  listDirectory,
  createScratchDirectory
};
