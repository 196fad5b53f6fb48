import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readTextFrom,
  sizeOfFile
} from "./chunk-LLEU7AI5.mjs";
import {
  RunRefused
} from "./chunk-UUOU5VDB.mjs";
import {
  devicesOf,
  faultsOf,
  formatProblem,
  sortProblems
} from "./chunk-CCLZHWFD.mjs";
import {
  maxLineBytes,
  readJsonLines
} from "./chunk-L33IXZFW.mjs";
import {
  deferred
} from "./chunk-MO2YFL3J.mjs";
import {
  killGroup
} from "./chunk-7XYTD5F5.mjs";
import {
  createScratchDirectory
} from "./chunk-EC7TNNSF.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/app/model-check.ts
import { join as join2 } from "node:path";

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

// src/app/model-pool.ts
import { dirname, join } from "node:path";
var ModelPool = class {
  #program;
  #idle = [];
  #all = /* @__PURE__ */ new Set();
  #scratch;
  #started = 0;
  /** `program`: `device-host.mjs` of our own distribution. */
  constructor(program) {
    this.#program = program;
  }
  /** A process that waits, or else a new one. It starts while its first question is on the way. */
  lend() {
    const pooled = this.#takeIdle() ?? this.#start();
    const events = [];
    const broken = deferred();
    pooled.onEvent = (event) => {
      events.push(event);
      if (event.event === "crashed") broken.resolve(`${event.device}: ${event.crash.message}`);
      if (event.event === "hung") broken.resolve(`no answer for ${event.afterMs / 1e3} s`);
    };
    void pooled.process.exited.then((exit) => broken.resolve(`its process has ended: ${describeExit(exit)}`));
    const from = sizeOfFile(pooled.outputPath);
    return {
      ask: pooled.process.ask,
      events,
      broken: broken.promise,
      output: () => readTextFrom(pooled.outputPath, from, maxOutputBytes),
      release: (isTrusted) => {
        if (isTrusted && !pooled.hasEnded) this.#idle.push(pooled);
        else this.#end(pooled);
      }
    };
  }
  [Symbol.dispose]() {
    for (const pooled of this.#all) this.#end(pooled);
    this.#scratch?.[Symbol.dispose]();
    this.#scratch = void 0;
  }
  #takeIdle() {
    for (let pooled = this.#idle.pop(); pooled !== void 0; pooled = this.#idle.pop()) if (!pooled.hasEnded) return pooled;
    return void 0;
  }
  #start() {
    this.#scratch ??= createScratchDirectory();
    const outputPath = join(this.#scratch.path, `models-${++this.#started}.log`);
    const process2 = startDeviceHost({ program: this.#program, outputPath, onEvent: (event) => pooled.onEvent(inModelsWords(event, dirname(this.#program))) });
    const pooled = { process: process2, outputPath, onEvent: () => void 0, hasEnded: false };
    this.#all.add(pooled);
    void process2.exited.then(() => {
      pooled.hasEnded = true;
    });
    return pooled;
  }
  #end(pooled) {
    this.#all.delete(pooled);
    pooled.process[Symbol.dispose]();
  }
};
var maxOutputBytes = 1024 * 1024;
function inModelsWords(event, ownDirectory) {
  switch (event.event) {
    case "crashed":
      return { ...event, crash: { ...event.crash, stack: authorsFrames(event.crash.stack, ownDirectory) } };
    case "hung":
      return { ...event, stack: authorsFrames(event.stack, ownDirectory) };
    case "removed":
    case "disconnected":
      return event;
  }
}
function authorsFrames(stack, ownDirectory) {
  return stack.split("\n").filter((line) => !/^\s+at /.test(line) || !(line.includes(`${ownDirectory}/`) || /\(?node:/.test(line))).join("\n");
}

// src/app/model-check.ts
async function refuseBrokenModels(plan, pool, cwd) {
  const problems = await modelProblems(plan.tests, pool);
  if (problems.length > 0) throw new RunRefused(problems.map((problem) => formatProblem(problem, cwd)).join("\n"));
}
async function checkModels(suites, deviceHostProgram) {
  var _stack = [];
  try {
    const pool = __using(_stack, new ModelPool(deviceHostProgram));
    return await modelProblems(suites.flatMap((suite) => suite.tests.map((test) => ({ suite, test }))), pool);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function modelProblems(tests, pool) {
  var _stack = [];
  try {
    const devices = distinctDevices(tests);
    if (devices.length === 0) return [];
    const scratch = __using(_stack, createScratchDirectory());
    const problems = [];
    for (const [index, device] of devices.entries()) problems.push(...await tryDevice(device, join2(scratch.path, `m${index}`), pool));
    return sortProblems(problems);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function distinctDevices(tests) {
  const distinct = /* @__PURE__ */ new Map();
  for (const { suite, test } of new Map(tests.map((one) => [one.test, one])).values()) {
    for (const device of devicesOf({ suite, test })) {
      const faults = faultsOf({ suite, test }, device.id);
      distinct.set(JSON.stringify([device.file, device.line, faults.map(({ file, line }) => [file, line])]), { device, faults });
    }
  }
  return [...distinct.values()];
}
async function tryDevice({ device: { id, path, parameters, file, line }, faults }, socket, pool) {
  const lease = pool.lend();
  const created = await complaintOf(lease, { do: "create", device: id, model: path, socket, controls: Object.fromEntries(parameters), faults: [] });
  const problems = created === void 0 ? [] : [{ file, line, message: `${id}: ${created}`, hint: void 0 }];
  for (const fault of created === void 0 ? faults : []) {
    const complaint = await complaintOf(lease, { do: "set-fault", device: id, text: fault.text });
    if (complaint !== void 0) problems.push({ file: fault.file, line: fault.line, message: complaint, hint: void 0 });
  }
  if (created === void 0) await complaintOf(lease, { do: "destroy", device: id });
  lease.release(problems.length === 0 && !lease.events.some(({ event }) => event === "crashed"));
  return problems;
}
async function complaintOf(lease, request) {
  try {
    await lease.ask(request);
    return void 0;
  } catch (error) {
    if (!(error instanceof DeviceHostError)) throw error;
    return error.message;
  }
}

export {
  startSupervised,
  DeviceHostError,
  ModelPool,
  refuseBrokenModels,
  checkModels
};
