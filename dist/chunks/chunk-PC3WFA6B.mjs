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

// src/bounds/bounds.ts
var bounds = {
  /**
   * Lines of text from a console or a program. The kernel's own messages have at most 2048 characters; one that starts
   * a report can be recognised by its first `headerChars`. `messages`: the pieces into which other processors' output
   * can cut one line.
   */
  lines: { chars: 16 * 1024, headerChars: 1024, messages: 64 },
  /**
   * Kernel reports per console. Titles that differ only after 200 characters are the same bug; a report of 64 KiB holds
   * the stacks of about twenty processors. `open`: interleaved reports, one per processor or task that prints.
   */
  findings: { count: 50, titleChars: 200, reportChars: 64 * 1024, reportLines: 600, open: 64 },
  /** Function names: 512 is the kernel's own limit. `depth` and `parts` are for mangled names. */
  symbols: { nameChars: 512, depth: 40, parts: 500 },
  /**
   * (K)TAP on the output of `run`, per test. KUnit nests four levels; each level costs parser stack and a full name's
   * length. All results are counted. The last quarter of the kept ones is reserved for failures.
   */
  subtests: { count: 2e4, depth: 32, nameChars: 300, reasonChars: 500, totalChars: 2 * 1024 * 1024 },
  /** The files in a test's `artifacts/`. */
  artifacts: {
    files: 1e3,
    bytes: 64 * 1024 * 1024,
    depth: 64,
    pathBytes: 1024,
    entries: 1e4,
    headerBytes: 64 * 1024 * 1024,
    complaints: 100
  },
  /** Host disk space for the folder of a test's machine, and how long counting it may take. */
  folder: { bytes: 2048 * 1024 * 1024, entries: 5e4, depth: 200, lookMs: 3e4 },
  /**
   * A test's `data/`. It is copied for each machine and, for a kernel without 9p, sent to it, so the limits are lower
   * than the folder's.
   */
  data: { bytes: 1024 * 1024 * 1024, entries: 2e4, depth: 64 },
  /** The words of an `info/tags`. */
  tags: { count: 50, chars: 100 },
  /**
   * The table of an `info/each`. A value of this length fits into a line of the agent's port, whatever its
   * characters.
   */
  each: { rows: 1e3, columns: 32, nameChars: 100, valueChars: 1e3 },
  /** The saved state of a machine's devices. Its memory is stored separately. */
  savedState: { bytes: 512 * 1024 * 1024 },
  /** QEMU's own output, and how much of it is quoted. */
  qemuLog: { bytes: 64 * 1024 * 1024, quotedLines: 5, quotedLineChars: 500 },
  /** Lines on the agent's port. Lines beyond the rate are read later; longer lines are cut. */
  control: { lineBytes: 4096, linesPerSecond: 2e4, toldLines: 1e3 },
  /** The console after a bug, while its report is being completed. */
  bugReport: { chars: 64 * 1024, titles: 50, matchMs: 500 },
  /** `timeline.jsonl`: the first and last entries of each source and each device model; `data` of an entry as JSON. */
  timeline: { firstEntries: 1e3, lastEntries: 4e3, textChars: 500, dataChars: 4e3 },
  /** A device's log of its exchanges with the machine, and how much of it is returned per request. */
  deviceLog: { entries: 1e4, textChars: 500, registers: 16, exchangeBytes: 32, pageChars: 1024 * 1024 },
  /**
   * A USB device: what waits at an endpoint for the machine, the transfers of a machine that wait for the device, with
   * their bytes, and the longest message.
   */
  usb: {
    queuedTransfers: 1024,
    queuedBytes: 16 * 1024 * 1024,
    pendingTransfers: 4096,
    pendingBytes: 64 * 1024 * 1024,
    messageBytes: 16 * 1024 * 1024 + 64,
    unreadBytes: 64 * 1024 * 1024
  },
  /**
   * Frames between a machine and a model: QEMU's longest, and what may wait in a direction because a fault delays it.
   * `unreadBytes`: what QEMU has not taken yet. More is lost, as on a wire.
   */
  frames: { bytes: 69632, delayed: 1e3, delayedBytes: 4 * 1024 * 1024, unreadBytes: 1024 * 1024 },
  /**
   * The process of a test's device models: a line on its control channel, an error, events, and the output of models.
   */
  models: {
    lineBytes: 16 * 1024 * 1024,
    errorChars: 4e3,
    stackChars: 16 * 1024,
    events: 1e3,
    printedHeadBytes: 768 * 1024,
    printedTailBytes: 256 * 1024
  },
  /** Notes on a test's evidence: cut logs, artifacts left out. */
  notes: { count: 100, chars: 500 },
  /** One line of `record.jsonl`. The header of a run of 10,000 tests has about 10 MB. */
  recordLineBytes: 64 * 1024 * 1024,
  /**
   * Requests of a guest's `hw`: a request and its words, a value to set, a fault's text, the devices plugged in at a
   * time, and an answer. A model's log of 10,000 values of this length fits into one answer of its process.
   */
  hw: {
    requestBytes: 16 * 1024,
    words: 64,
    valueChars: 256,
    faultChars: 1e3,
    plugged: 16,
    disks: 8,
    diskBytes: 1024 ** 3,
    answerLines: 2e3,
    answerChars: 128 * 1024,
    answerLineChars: 4e3
  },
  /**
   * The coverage of modules: what a guest records, as guest/coverage/coverage.c has it, and the sources that are kept
   * with the results. `codeLine`: beyond the longest source.
   */
  coverage: {
    memoryBytes: 1024 * 1024,
    modules: 60,
    files: 5e3,
    codeLine: 1e7,
    linesOfFile: 1e6,
    sourceBytes: 2 * 1024 * 1024,
    sourcesBytes: 64 * 1024 * 1024,
    rangeChars: 256 * 1024
  },
  /** A single sentence of a verdict. */
  sentenceChars: 4e3,
  /** A `results.json` to read. Another job or another version may have written it. */
  results: {
    bytes: 256 * 1024 * 1024,
    /** The sum over all parts of a merge. */
    mergedBytes: 512 * 1024 * 1024,
    depth: 32,
    values: 5e6,
    tests: 1e5,
    cells: 2e3,
    listed: 2e5,
    tags: 100,
    shards: 99999,
    idChars: 512,
    pathChars: 4096,
    textChars: 1024 * 1024
  },
  /** Files and directories of the parts of a merge. Results are a few directories above the artifacts. */
  parts: { files: 1e6, bytes: 64 * 1024 ** 3, depth: 80, pathBytes: 2048 },
  /** Missing results and notes of a merge, one per line. */
  mergedLines: { count: 1e3, chars: 1e3 },
  /**
   * The record of many runs: a file of one run, all files together, and what the page of them shows. `rows` are tests
   * in cells, `columns` commits; older ones are left out first.
   */
  history: {
    recordBytes: 4 * 1024 * 1024,
    totalBytes: 512 * 1024 * 1024,
    values: 25e4,
    depth: 8,
    files: 5e4,
    columns: 2e4,
    rows: 1e5,
    shownRows: 4e3,
    pageBytes: 4 * 1024 * 1024,
    crashes: 500,
    shownChars: 300
  },
  /**
   * A kernel that is fetched as packages or as a container's layers, packed and unpacked. A distribution's kernel with
   * its headers has 1.5 GB and 60,000 files; an image may hold a whole system around it. `linkChars`: where a link
   * leads.
   */
  fetchedKernel: {
    files: 64,
    packedBytes: 8 * 1024 ** 3,
    unpackedBytes: 32 * 1024 ** 3,
    keptBytes: 16 * 1024 ** 3,
    entries: 2e6,
    keptEntries: 5e5,
    depth: 64,
    pathBytes: 4096,
    nameBytes: 255,
    headerBytes: 64 * 1024 * 1024,
    images: 16,
    imageBytes: 1024 ** 3
  },
  /** What a container registry says before the layers: a manifest (4 MiB by its specification), a token, an error. */
  registry: {
    manifestBytes: 4 * 1024 * 1024,
    tokenBytes: 1024 * 1024,
    errorBytes: 64 * 1024,
    listed: 1e3,
    layers: 200
  },
  /** Any other JSON file: of the store, the runner or the cache. */
  json: { bytes: 64 * 1024 * 1024, depth: 100, values: 2e6 },
  /** A text file from the command line that is parsed as a whole. */
  inputTextChars: 64 * 1024 * 1024,
  /** An input of the Action. */
  actionInput: { chars: 64 * 1024, lines: 1e3 },
  /** The contents of `cache-index.json`. */
  cacheIndex: { assets: 1e3, documents: 1e4, nameChars: 250, assetBytes: 1024 ** 4 },
  /** Names in a GitHub artifact, in bytes. File systems allow 255. */
  upload: { files: 1e5, depth: 80, pathBytes: 1024, nameBytes: 200 },
  /** `junit.xml`: GitLab takes 30 MB per file. */
  junit: { totalChars: 6e6, noteChars: 1e4, nameChars: 300, missing: 500 },
  /** GitLab's report of problems on lines of the repository. */
  codeQuality: { issues: 500, descriptionChars: 1e3 },
  /** Results as TAP. */
  tapChars: 16 * 1024 * 1024,
  /** Annotations of a check run. */
  annotations: { count: 500, titleChars: 255, messageChars: 3e3 }
};
function stepsInside(path) {
  if (path === "" || path.length > bounds.results.pathChars || notInNames.test(path)) return void 0;
  const steps = path.split("/");
  return steps.some((step) => step === "" || step === "." || step === "..") ? void 0 : steps;
}
var notInNames = /[\0\p{Surrogate}]/u;

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
  createScratchDirectory,
  bounds,
  stepsInside
};
