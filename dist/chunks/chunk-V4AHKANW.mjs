import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  asObject
} from "./chunk-ZOCY7ZAN.mjs";
import {
  killGroup
} from "./chunk-L2Z4XR4T.mjs";

// src/device-host/control-protocol.ts
var deviceHostLimits = {
  startMs: 6e4,
  hangMs: 5e3,
  loadMs: 1e4,
  createMs: 3e4,
  answerMs: 15e3,
  pulseMs: 2e3
};
var controlDescriptor = 3;
var settingNames = {
  key: "QDT_MODEL_KEY",
  hangLimitMs: "QDT_MODEL_HANG_MS",
  loadLimitMs: "QDT_MODEL_LOAD_MS"
};
function readHostLine(value, key) {
  const { key: toldKey, ...line } = asObject(value) ?? {};
  return toldKey === key ? line : void 0;
}

// src/host/process/supervised-process.ts
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
function openForAppend(path) {
  return openSync(path, "a", 420);
}
function closeDescriptor(descriptor) {
  closeSync(descriptor);
}
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
    channels: child.stdio.slice(3, 3 + command.channelCount),
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
function spawnWithChannels({ argv, env, channelCount, passed = [], ...wanted }) {
  hookExit();
  const file = "outputPath" in wanted ? openForAppend(wanted.outputPath) : void 0;
  const output = file ?? "pipe";
  try {
    const channels = Array.from({ length: channelCount }, () => "pipe");
    const child = spawn("setpriv", ["--pdeathsig", "KILL", "--", ...argv], {
      detached: true,
      env,
      stdio: ["ignore", output, output, ...channels, ...passed]
    });
    if (child.stdio !== void 0) return child;
    child.once("error", () => void 0);
    throw Object.assign(new Error("too many open files to start a process (ulimit -n)"), {
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
  startSupervised,
  deviceHostLimits,
  controlDescriptor,
  settingNames,
  readHostLine,
  troubleOfExit,
  describeExit
};
