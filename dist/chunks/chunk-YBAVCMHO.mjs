import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  describeFile
} from "./chunk-MP4KCKVT.mjs";
import {
  writeFileAt
} from "./chunk-GEGC7X7J.mjs";
import {
  freeMiB
} from "./chunk-SCEE63KM.mjs";
import {
  makeDirectory
} from "./chunk-VEV5XY66.mjs";
import {
  isSystemError
} from "./chunk-BGL2MGIU.mjs";
import {
  secretToken
} from "./chunk-LFGQZFD2.mjs";

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
      return `the boot did not reach the test agent within ${seconds(ending.timeoutMs)}: ` + describePhase(ending.phase);
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
    case "after-bug":
      return `the machine was ended after a bug in which its kernel killed a task: ${ending.bug}`;
    case "model-broke":
      return `a device model broke: ${ending.detail}`;
    case "over-limit":
      return `the machine was ended because it wrote ${ending.detail}`;
    case "host-failed":
      return `this host could not do its part: ${ending.detail}`;
    case "internal-error":
      return `Internal error: ${ending.detail}; ${ending.log} has the stack. This is a bug of qemu-driver-test: please report it`;
    case "not-started":
      return describeCause(ending.cause);
    case "cancelled":
      return "the run was cancelled";
  }
}
function describeCause(cause) {
  switch (cause.kind) {
    case "module-build":
      return `the modules in ${cause.directory} did not build`;
    case "boot-failed":
      return `the cell did not boot: ${cause.detail}`;
    case "model-failed":
      return `a device model could not be started: ${cause.detail}`;
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
  if (signal !== void 0 && ownSignals.has(signal))
    return withLastLine(
      `QEMU itself died of ${signal}, which is its fault or this host's, not the guest's`,
      lastOutput
    );
  if (signal !== void 0) return withLastLine(`QEMU was ended by ${signal}`, lastOutput);
  const how = exitCode !== void 0 ? `ended by itself with exit status ${exitCode}` : "could not be started";
  return lastOutput === "" ? `QEMU ${how}` : `QEMU ${how}: ${lastOutput}`;
}
var ownSignals = /* @__PURE__ */ new Set([
  "SIGABRT",
  "SIGSEGV",
  "SIGBUS",
  "SIGILL",
  "SIGFPE",
  "SIGTRAP",
  "SIGSYS"
]);
function withLastLine(sentence, lastOutput) {
  const line = lastOutput.trimEnd().split("\n").at(-1)?.trim() ?? "";
  return line === "" ? sentence : `${sentence}: ${line}`;
}
function seconds(milliseconds) {
  return `${Number((milliseconds / 1e3).toFixed(1))} s`;
}

// src/run/record-post-mortem.ts
import { join as join2, relative } from "node:path";

// src/run/memory-dump.ts
import { join } from "node:path";

// src/host/compress-file.ts
import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
async function compressFile(path, signal) {
  const { createZstdCompress } = zlib;
  const [extension, compressor] = createZstdCompress === void 0 ? ["gz", zlib.createGzip({ level: 1 })] : ["zst", createZstdCompress()];
  const compressed = `${path}.${extension}`;
  const part = `${compressed}.part`;
  try {
    await pipeline(createReadStream(path), compressor, createWriteStream(part, { mode: 420 }), { signal });
    renameSync(part, compressed);
    return compressed;
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : error;
  } finally {
    for (const left of [path, part]) rmSync(left, { force: true });
  }
}

// src/host/empty-directory.ts
import { chmod, opendir, rename, rm, rmdir, unlink } from "node:fs/promises";
async function emptyDirectory(path, limitMs) {
  const top = Buffer.from(path);
  const emptying = new Emptying(top, performance.now() + limitMs);
  try {
    await emptying.run();
    return void 0;
  } catch (error) {
    if (error instanceof OutOfTime) return `it was not empty after ${limitMs / 1e3} s`;
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
  /** Takes a directory of the top away; what directories it has go to the top. */
  async #dissolve(directory) {
    await chmod(directory, 448);
    while (await this.#clear(directory, (below) => this.#lift(below))) ;
    await rmdir(directory);
  }
  async #lift(directory) {
    await chmod(directory, 448);
    await rename(directory, inside(this.#top, Buffer.from(`.lifted-${this.#lifted++}-${secretToken()}`)));
  }
  /** One pass over the entries as they were listed; tells whether there were any. */
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

// src/machine/qmp/error.ts
var QmpError = class extends Error {
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

// src/machine/qmp/exact-json.ts
function encodeExactJson(value) {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return `[${value.map(encodeExactJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return value === void 0 ? "null" : JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== void 0);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${encodeExactJson(field)}`).join(",")}}`;
}
var stringOrLongNumber = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,20}(?![\d.eE])/g;
var mark = "\0";
function parseExactJson(text) {
  const value = JSON.parse(text);
  if (!/\d{16}/.test(text) || text.includes("\\u0000")) return value;
  const markNumber = (found) => found.startsWith('"') ? found : JSON.stringify(`${mark}${found}`);
  return JSON.parse(text.replace(stringOrLongNumber, markNumber), (_name, field) => {
    return typeof field === "string" && /^\0-?\d{16,20}$/.test(field) ? wholeNumber(field.slice(1)) : field;
  });
}
function wholeNumber(digits) {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}

// src/machine/qmp/message.ts
function parseQmpMessage(line) {
  const message = parseObject(line);
  if (message === void 0) return void 0;
  if ("QMP" in message) return { kind: "greeting", version: greetingVersion(message["QMP"]) };
  if (typeof message["event"] === "string") {
    return { kind: "event", event: { name: message["event"], data: asObject(message["data"]) ?? {} } };
  }
  const id = typeof message["id"] === "number" ? message["id"] : void 0;
  if ("return" in message) return { kind: "return", id, value: asObject(parseExactJson(line))?.["return"] };
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

// src/run/deadline.ts
var longestTimerMs = 2 ** 31 - 1;
function startDeadline(afterMs, value) {
  let isCancelled = false;
  let timer;
  const passed = new Promise((resolve, reject) => {
    const pass = () => {
      if (isCancelled) return;
      try {
        resolve(value());
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
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
function pause(durationMs) {
  return new Promise((resolve) => setTimeout(resolve, durationMs).unref());
}

// src/run/memory-dump.ts
var maxBytes = 4 * 1024 ** 3;
var reserveMiB = 256;
var dumpMs = 12e4;
var packMs = 3e5;
async function dumpMemory(machine, directory, aborted) {
  const path = join(directory, "memory.elf");
  try {
    makeDirectory(directory);
    const monitor = await machine.monitor;
    const refusal = await whyNot(monitor, directory);
    if (refusal !== void 0) return { kind: "none", reason: refusal };
    const failure = await writeDump({ machine, monitor, path }, aborted);
    return failure === void 0 ? { kind: "dump", path } : { kind: "none", reason: failure, leftover: path };
  } catch (error) {
    if (error instanceof QmpError || isSystemError(error))
      return { kind: "none", reason: error.message, leftover: path };
    throw error;
  }
}
async function whyNot(monitor, directory) {
  const { "base-memory": size } = asObject(await monitor.execute("query-memory-size-summary")) ?? {};
  if (typeof size !== "number") return "QEMU did not say how much memory the guest has";
  if (size > maxBytes) return `the guest's memory, ${size} bytes, is more than ${maxBytes}`;
  const wantedMiB = Math.ceil(size / 1024 ** 2) + reserveMiB;
  const free = freeMiB(directory);
  return free < wantedMiB ? `${free} MiB are free on the disk, and ${wantedMiB} are wanted` : void 0;
}
async function writeDump({ machine, monitor, path }, aborted) {
  const written = monitor.execute("dump-guest-memory", { paging: false, protocol: `file:${path}` }).then(() => void 0);
  const late = startDeadline(dumpMs, () => `it was not written within ${dumpMs / 1e3} s`);
  try {
    return await Promise.race([
      written,
      machine.exited.then(() => "QEMU ended while it wrote"),
      aborted.then(() => "the run was cancelled"),
      late.passed
    ]);
  } finally {
    late.cancel();
    written.catch(() => void 0);
  }
}
async function packDump(dump) {
  try {
    if (dump.kind === "none") {
      if (dump.leftover !== void 0) await removeFile(dump.leftover);
      return dump;
    }
    if (describeFile(dump.path).size === 0) {
      await removeFile(dump.path);
      return { kind: "none", reason: "QEMU wrote nothing" };
    }
    return { kind: "dump", path: await compressFile(dump.path, AbortSignal.timeout(packMs)) };
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError")
      return { kind: "none", reason: `it was not compressed within ${packMs / 1e3} s` };
    if (isSystemError(error))
      return { kind: "none", reason: dump.kind === "none" ? `${dump.reason}; ${error.message}` : error.message };
    throw error;
  }
}

// src/run/record-post-mortem.ts
var tailLines = 50;
var postMortemFiles = { registersFile: "registers.txt", consoleFile: "console.log" };
async function recordPostMortem({ registers, console, memory, notes }, lastConsole, { directory, resultsDirectory }) {
  const { registersFile, consoleFile } = postMortemFiles;
  const files = Object.entries({
    [registersFile]: registers,
    [consoleFile]: console.text,
    "last-lines.log": lastLines(lastConsole)
  }).filter(([, text]) => text !== "").map(([name, text]) => {
    const path = join2(directory, "postmortem", name);
    writeFileAt(path, text);
    return relative(resultsDirectory, path);
  });
  const dump = memory && await packDump(memory);
  return {
    record: { files: [...files, ...dump?.kind === "dump" ? [relative(resultsDirectory, dump.path)] : []] },
    notes: [...notes, ...dump?.kind === "none" ? [`no memory dump: ${dump.reason}`] : []]
  };
}
function lastLines(text) {
  const lines = text.trimEnd().split("\n").slice(-tailLines);
  return lines.join("\n") === "" ? "" : `${lines.join("\n")}
`;
}

export {
  describeEnding,
  QmpError,
  encodeExactJson,
  parseExactJson,
  parseQmpMessage,
  asObject,
  startDeadline,
  atMost,
  pause,
  emptyDirectory,
  dumpMemory,
  postMortemFiles,
  recordPostMortem
};
