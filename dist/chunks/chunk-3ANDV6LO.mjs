import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  killGroup
} from "./chunk-YGUGVLQU.mjs";

// src/device-host/control-protocol.ts
var controlDescriptor = 3;
var settingNames = {
  key: "QDT_MODEL_KEY",
  hangLimitMs: "QDT_MODEL_HANG_MS",
  loadLimitMs: "QDT_MODEL_LOAD_MS"
};
function readHostLine(value, key) {
  if (typeof value !== "object" || value === null || !("key" in value) || value.key !== key) return void 0;
  const { key: _key, ...line } = value;
  return line;
}

// src/host/json-lines.ts
var shownBytes = 100;
function readJsonLines(stream, { maxBytes, onValue, onEnd }) {
  let rest = [];
  let restBytes = 0;
  let isEnded = false;
  const end = (how) => {
    if (isEnded) return;
    isEnded = true;
    rest = [];
    onEnd(how);
  };
  const take = (line) => {
    const parsed = parse(line);
    if ("value" in parsed) onValue(parsed.value);
    else end({ kind: "nonsense", found: JSON.stringify(line.subarray(0, shownBytes).toString("utf8")) });
  };
  stream.on("data", (chunk) => {
    let start = 0;
    for (let at = chunk.indexOf(10); at !== -1 && !isEnded; at = chunk.indexOf(10, start)) {
      take(Buffer.concat([...rest, chunk.subarray(start, at)]));
      rest = [];
      restBytes = 0;
      start = at + 1;
    }
    if (isEnded) return;
    rest.push(chunk.subarray(start));
    restBytes += chunk.length - start;
    if (restBytes > maxBytes) end({ kind: "nonsense", found: `a line longer than ${maxBytes} bytes` });
  });
  for (const event of ["end", "close", "error"]) stream.on(event, () => end({ kind: "ended" }));
}
function parse(line) {
  try {
    return { value: JSON.parse(line.toString("utf8")) };
  } catch {
    return { problem: "no JSON" };
  }
}

// src/host/within-time.ts
async function withinTime(promise, limitMs) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => setImmediate(() => resolve("late")), limitMs);
  });
  promise.catch(() => void 0);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

// src/host/supervised-process.ts
import { spawn } from "node:child_process";

// src/host/log-descriptor.ts
import { closeSync, openSync } from "node:fs";
function openForAppend(path) {
  return openSync(path, "a", 420);
}
function closeDescriptor(descriptor) {
  closeSync(descriptor);
}

// src/host/supervised-process.ts
function startSupervised(command) {
  const child = spawnWithChannels(command);
  let running = true;
  const kill = () => {
    if (running && child.pid !== void 0) killGroup(child.pid);
  };
  killAtExit.add(kill);
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve({ kind: "not-started", error }));
    child.once(
      "exit",
      (exitCode, signal) => resolve(signal === null ? { kind: "exited", exitCode: exitCode ?? 0 } : { kind: "signalled", signal })
    );
  }).finally(() => {
    running = false;
    killAtExit.delete(kill);
  });
  return {
    pid: child.pid,
    channels: child.stdio.slice(3),
    exited,
    outputEnded: readOutput(child, command),
    kill
  };
}
async function readOutput({ stdout, stderr }, command) {
  if (!("onOutput" in command)) return;
  const streams = [stdout, stderr].filter((stream) => stream !== null);
  for (const stream of streams) stream.on("data", command.onOutput).on("error", () => void 0);
  await Promise.all(streams.map((stream) => new Promise((resolve) => stream.once("close", resolve))));
}
function spawnWithChannels({ argv, env, channelCount, ...wanted }) {
  hookExit();
  const file = "outputPath" in wanted ? openForAppend(wanted.outputPath) : void 0;
  const output = file ?? "pipe";
  try {
    const channels = Array.from({ length: channelCount }, () => "pipe");
    const child = spawn("setpriv", ["--pdeathsig", "KILL", "--", ...argv], {
      detached: true,
      env,
      stdio: ["ignore", output, output, ...channels]
    });
    if (child.stdio !== void 0) return child;
    child.once("error", () => void 0);
    throw Object.assign(new Error("too many open files to start a process; ulimit -n says how many there may be"), {
      code: "EMFILE",
      syscall: "spawn"
    });
  } finally {
    if (file !== void 0) closeDescriptor(file);
  }
}
var killAtExit = /* @__PURE__ */ new Set();
var isHooked = false;
function hookExit() {
  if (isHooked) return;
  isHooked = true;
  process.prependListener("exit", () => {
    for (const kill of killAtExit) kill();
  });
}

// src/device-host/model-trouble.ts
function troubleOfExit({ exit, wasReady, printed }) {
  if (exit.kind === "not-started")
    return { kind: "host", detail: `its process could not be started: ${exit.error.message}` };
  if (!wasReady)
    return {
      kind: "host",
      detail: `its process did not start: ${[describeExit(exit), ...lastLine(printed)].join(": ")}`
    };
  if (exit.kind === "signalled" && exit.signal === "SIGKILL") {
    return {
      kind: "host",
      detail: "its process was killed from outside (SIGKILL), as the kernel does when memory runs out"
    };
  }
  return { kind: "model", detail: `its process has ended: ${[describeExit(exit), ...fatalLine(printed)].join(": ")}` };
}
function describeExit(exit) {
  switch (exit.kind) {
    case "exited":
      return `exit status ${exit.exitCode}`;
    case "signalled":
      return exit.signal;
    case "not-started":
      return exit.error.message;
  }
}
function lastLine(printed) {
  const line = printed.trimEnd().split("\n").at(-1)?.trim() ?? "";
  return line === "" ? [] : [line];
}
function fatalLine(printed) {
  return printed.split("\n").filter((line) => line.startsWith("FATAL ERROR")).slice(-1);
}

export {
  readJsonLines,
  startSupervised,
  withinTime,
  controlDescriptor,
  settingNames,
  readHostLine,
  troubleOfExit,
  describeExit
};
