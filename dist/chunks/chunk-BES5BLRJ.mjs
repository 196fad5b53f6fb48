import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  killGroup
} from "./chunk-7XYTD5F5.mjs";
import {
  deferred
} from "./chunk-MO2YFL3J.mjs";

// src/device-host/control-protocol.ts
var maxLineBytes = 16 * 1024 * 1024;
var controlDescriptor = 3;

// src/host/json-lines.ts
function readJsonLines(stream, { maxBytes, onValue, onEnd }) {
  let rest = [];
  let restBytes = 0;
  let isEnded = false;
  const end = (reason) => {
    if (isEnded) return;
    isEnded = true;
    onEnd(reason);
  };
  const take = (line) => {
    try {
      onValue(JSON.parse(line.toString("utf8")));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      end(`expected a line of JSON, found ${JSON.stringify(line.subarray(0, 100).toString("utf8"))}`);
    }
  };
  stream.on("data", (chunk) => {
    let start = 0;
    for (let at = chunk.indexOf(10); at !== -1 && !isEnded; at = chunk.indexOf(10, start)) {
      take(Buffer.concat([...rest, chunk.subarray(start, at)]));
      rest = [];
      restBytes = 0;
      start = at + 1;
    }
    rest.push(chunk.subarray(start));
    restBytes += chunk.length - start;
    if (restBytes > maxBytes) end(`a line is longer than ${maxBytes} bytes`);
  });
  stream.on("end", () => end());
  stream.on("close", () => end());
  stream.on("error", (error) => end(error.message));
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
  return { pid: child.pid, channels: child.stdio.slice(3), exited, kill };
}
function spawnWithChannels({ argv, env, channelCount, outputPath }) {
  hookExit();
  const output = openForAppend(outputPath);
  try {
    const channels = Array.from({ length: channelCount }, () => "pipe");
    const child = spawn("setpriv", ["--pdeathsig", "KILL", "--", ...argv], { detached: true, env, stdio: ["ignore", output, output, ...channels] });
    if (child.stdio !== void 0) return child;
    child.once("error", () => void 0);
    throw Object.assign(new Error("too many open files to start a process; ulimit -n says how many there may be"), { code: "EMFILE", syscall: "spawn" });
  } finally {
    closeDescriptor(output);
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

// src/device-host/device-host-process.ts
var DeviceHostError = class extends Error {
  name = "DeviceHostError";
};
function startDeviceHost({ program, node = process.execPath, outputPath, onEvent, hangLimitMs = 5e3 }) {
  const child = startSupervised({ argv: [node, program], env: { QDT_MODEL_HANG_MS: String(hangLimitMs) }, channelCount: 1, outputPath });
  const [control] = child.channels;
  if (control === void 0) throw new Error("Internal error: the process of the models was started without its channel");
  const asked = /* @__PURE__ */ new Map();
  let gone;
  const giveUp = (message) => {
    gone ??= new DeviceHostError(message);
    for (const answer of asked.values()) answer.reject(gone);
    asked.clear();
  };
  readJsonLines(control, {
    maxBytes: maxLineBytes,
    onValue: (value) => receive(value, asked, onEvent),
    onEnd: (reason) => giveUp(`the process of the device models is gone${reason === void 0 ? "" : `: ${reason}`}`)
  });
  void child.exited.then((exit) => giveUp(`the process of the device models has ended: ${describeExit(exit)}`));
  let nextId = 1;
  const ask = async (request) => {
    if (gone !== void 0) throw gone;
    const answer = deferred();
    asked.set(nextId, answer);
    control.write(`${JSON.stringify({ id: nextId++, ...request })}
`);
    return await answer.promise;
  };
  return { ask, exited: child.exited, [Symbol.dispose]: child.kill };
}
function receive(line, asked, onEvent) {
  if ("event" in line) {
    onEvent(line);
    return;
  }
  const answer = asked.get(line.id);
  asked.delete(line.id);
  if ("ok" in line) answer?.resolve(line.ok);
  else answer?.reject(errorOf(line.error));
}
function errorOf({ message, stack }) {
  const error = new DeviceHostError(message);
  if (stack !== void 0) error.stack = stack;
  return error;
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

export {
  readJsonLines,
  startSupervised,
  maxLineBytes,
  controlDescriptor,
  DeviceHostError,
  startDeviceHost,
  describeExit
};
