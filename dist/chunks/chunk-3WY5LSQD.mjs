import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  describeFile
} from "./chunk-MNSBFTQX.mjs";
import {
  writeFileAt
} from "./chunk-E5RNW4JP.mjs";
import {
  isSystemError
} from "./chunk-A22H6BHT.mjs";
import {
  makeDirectory
} from "./chunk-VEV5XY66.mjs";

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
  const how = signal !== void 0 ? `was ended by ${signal}` : exitCode !== void 0 ? `ended by itself with exit status ${exitCode}` : "could not be started";
  return lastOutput === "" ? `QEMU ${how}` : `QEMU ${how}: ${lastOutput}`;
}
function seconds(milliseconds) {
  return `${Number((milliseconds / 1e3).toFixed(1))} s`;
}

// src/run/record-post-mortem.ts
import { join as join2, relative } from "node:path";

// src/run/memory-dump.ts
import { join } from "node:path";

// src/host/compress-file.ts
import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
async function compressFile(path) {
  const { createZstdCompress } = zlib;
  const [extension, compressor] = createZstdCompress === void 0 ? ["gz", zlib.createGzip({ level: 1 })] : ["zst", createZstdCompress()];
  const compressed = `${path}.${extension}`;
  try {
    await pipeline(createReadStream(path), compressor, createWriteStream(compressed, { flags: "wx", mode: 420 }));
  } finally {
    rmSync(path, { force: true });
  }
  return compressed;
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

// src/run/deadline.ts
var longestTimerMs = 2 ** 31 - 1;
function startDeadline(afterMs, value) {
  let isCancelled = false;
  let timer;
  const passed = new Promise((resolve) => {
    const pass = () => {
      if (!isCancelled) resolve(value());
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
var dumpMs = 12e4;
async function dumpMemory(machine, directory, aborted) {
  const path = join(directory, "memory.elf");
  try {
    makeDirectory(directory);
    const monitor = await machine.monitor;
    const { "base-memory": size } = asObject(await monitor.execute("query-memory-size-summary")) ?? {};
    if (typeof size !== "number" || size > maxBytes) return { kind: "none", reason: `the guest's memory, ${String(size)} bytes, is more than ${maxBytes}` };
    const written = monitor.execute("dump-guest-memory", { paging: false, protocol: `file:${path}` });
    const late = await atMost(Promise.race([written, machine.exited, aborted]), dumpMs);
    return late === "late" ? { kind: "none", reason: `it was not written within ${dumpMs / 1e3} s` } : { kind: "dump", path };
  } catch (error) {
    if (error instanceof QmpError || isSystemError(error)) return { kind: "none", reason: error.message };
    throw error;
  }
}
async function packDump(dump) {
  if (dump.kind === "none") return dump;
  try {
    if (describeFile(dump.path).size === 0) return { kind: "none", reason: "QEMU wrote nothing" };
    return { kind: "dump", path: await compressFile(dump.path) };
  } catch (error) {
    if (isSystemError(error)) return { kind: "none", reason: error.message };
    throw error;
  }
}

// src/run/record-post-mortem.ts
var tailLines = 50;
var postMortemFiles = { registersFile: "registers.txt", consoleFile: "console.log" };
async function recordPostMortem({ registers, console, memory, notes }, lastConsole, { directory, resultsDirectory }) {
  const { registersFile, consoleFile } = postMortemFiles;
  const files = Object.entries({ [registersFile]: registers, [consoleFile]: console.text, "last-lines.log": lastLines(lastConsole) }).filter(([, text]) => text !== "").map(([name, text]) => {
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
  parseQmpMessage,
  asObject,
  startDeadline,
  atMost,
  pause,
  dumpMemory,
  postMortemFiles,
  recordPostMortem
};
