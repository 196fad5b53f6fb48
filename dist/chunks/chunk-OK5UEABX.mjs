import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  storeRoot
} from "./chunk-KNVQYPQ4.mjs";
import {
  damaged,
  examineUnpacked,
  knownPrograms,
  providePrograms,
  readDescription,
  readUnpackedRoot,
  unpackedCommand
} from "./chunk-PL3PYU5L.mjs";
import {
  hostSystem,
  releaseFor
} from "./chunk-4RYYH6E5.mjs";
import {
  cutText
} from "./chunk-HLYA65ZP.mjs";
import {
  RunRefused,
  devicesOf,
  faultsOf,
  isInTree,
  problemText,
  sortProblems,
  treePlace
} from "./chunk-PP4HT45W.mjs";
import {
  LineSplitter
} from "./chunk-CV4MAWGW.mjs";
import {
  AssetStore
} from "./chunk-WABYQQ2Y.mjs";
import {
  refuseShortage
} from "./chunk-ZA4YE7YP.mjs";
import {
  endingWords,
  inEnglish,
  lastLines
} from "./chunk-WJUJR6MB.mjs";
import {
  ProvisionError,
  withProgress
} from "./chunk-2JNJEXXK.mjs";
import {
  runCommand
} from "./chunk-OO2ITZZJ.mjs";
import {
  asObject
} from "./chunk-ZOCY7ZAN.mjs";
import {
  writeFileAt
} from "./chunk-UTU2GXSA.mjs";
import {
  CommandNotStarted,
  keepGroup,
  killGroup,
  letGroupGo
} from "./chunk-GRJFLVWM.mjs";
import {
  environmentVariable,
  environmentWith,
  findProgram,
  homeDirectory,
  hostArchitecture
} from "./chunk-SMWPJZE2.mjs";
import {
  readTextIfThere,
  readWholeFile,
  realPlace
} from "./chunk-42EG7RIT.mjs";
import {
  deferred,
  withinTime
} from "./chunk-PNGENSD7.mjs";
import {
  bounds,
  createScratchDirectory,
  isSystemError,
  now,
  secretToken
} from "./chunk-PC3WFA6B.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/engine/model-pool.ts
import { dirname } from "node:path";

// src/host/process/stack-of-node.ts
import { readFileSync } from "node:fs";

// src/host/process/debugger-socket.ts
import { randomBytes } from "node:crypto";
var handshake = { Connection: "Upgrade", Upgrade: "websocket", "Sec-WebSocket-Version": "13" };
async function connectDebugger(url, onMessage) {
  const socket = await upgrade(url);
  const reader = new FrameReader(onMessage);
  socket.on("data", (chunk) => reader.push(chunk));
  socket.on("error", () => void 0);
  let id = 0;
  return {
    send: (method) => void socket.write(frameOf(JSON.stringify({ id: ++id, method }))),
    [Symbol.dispose]: () => void socket.destroy()
  };
}
async function upgrade(url) {
  const { request } = await import("node:http");
  return await new Promise((resolve2, reject) => {
    const asked = request(url.replace(/^ws:/, "http:"), {
      headers: { ...handshake, "Sec-WebSocket-Key": randomBytes(16).toString("base64") }
    });
    asked.on("upgrade", (_response, socket, head) => {
      socket.unshift(head);
      resolve2(socket);
    });
    asked.on("response", ({ statusCode }) => reject(new Error(`${url}: no debugger, but HTTP status ${statusCode}`)));
    asked.on("error", reject);
    asked.end();
  });
}
var isLast = 128;
var text = 1;
var isMasked = 128;
var maskBytes = 4;
var longestShort = 125;
function frameOf(message) {
  const data = Buffer.from(message);
  if (data.length > longestShort) throw new Error(`Internal error: a message of ${data.length} bytes to a debugger`);
  return Buffer.concat([Buffer.from([isLast | text, isMasked | data.length]), Buffer.alloc(maskBytes), data]);
}
var maxFrameBytes = 16 * 1024 * 1024;
var FrameReader = class {
  #onMessage;
  #rest = Buffer.alloc(0);
  #isLost = false;
  constructor(onMessage) {
    this.#onMessage = onMessage;
  }
  push(chunk) {
    if (this.#isLost) return;
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (let size = sizeOf(this.#rest); size !== void 0; size = sizeOf(this.#rest)) {
      this.#isLost = size.head + size.body > maxFrameBytes;
      if (this.#isLost || this.#rest.length < size.head + size.body) return;
      const [kind] = this.#rest;
      const body = this.#rest.subarray(size.head, size.head + size.body);
      this.#rest = this.#rest.subarray(size.head + size.body);
      if (kind === (isLast | text)) this.#take(body.toString("utf8"));
    }
  }
  #take(message) {
    try {
      this.#onMessage(JSON.parse(message));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#isLost = true;
    }
  }
};
function sizeOf(bytes) {
  const [, length] = bytes;
  if (length === void 0) return void 0;
  if (length <= longestShort) return { head: 2, body: length };
  if (length === longestShort + 1) return bytes.length < 4 ? void 0 : { head: 4, body: bytes.readUInt16BE(2) };
  return bytes.length < 10 ? void 0 : { head: 10, body: Number(bytes.readBigUInt64BE(2)) };
}

// src/host/process/stack-of-node.ts
var nodeWithDebugger = ["--inspect-port=127.0.0.1:0", "--inspect-publish-uid=stderr"];
var DebuggerNotice = class {
  #found = deferred();
  #rest = "";
  get url() {
    return this.#found.promise;
  }
  push(chunk) {
    this.#rest += chunk.toString("latin1");
    const url = /Debugger listening on (ws:\/\/127\.0\.0\.1:\d{1,5}\/[\w-]{36})\n/.exec(this.#rest)?.[1];
    if (url !== void 0) this.#found.resolve(url);
    this.#rest = this.#rest.slice(-longestNotice);
  }
};
var longestNotice = 200;
var askMs = 1e3;
var noStack = "(no stack: the call is not in JavaScript)";
async function stackOfNode(pid, notice) {
  try {
    process.kill(pid, "SIGUSR1");
    const asked = askUrl(notice.url);
    const stack = await withinTime(asked, askMs);
    return stack === "late" ? noStack : stack;
  } catch (error) {
    return `(no stack: ${error instanceof Error ? error.message : String(error)})`;
  }
}
async function askUrl(told) {
  var _stack = [];
  try {
    const stack = deferred();
    const urls = /* @__PURE__ */ new Map();
    const connection = __using(_stack, await connectDebugger(await told, (message) => {
      const { method, params } = asObject(message) ?? {};
      const { scriptId, url, callFrames } = asObject(params) ?? {};
      if (method === "Debugger.scriptParsed") urls.set(scriptId, String(url));
      if (method === "Debugger.paused") stack.resolve(describeFrames(callFrames, urls));
    }));
    connection.send("Debugger.enable");
    connection.send("Debugger.pause");
    return await stack.promise;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var maxFrames = 30;
function describeFrames(frames, urls) {
  if (!Array.isArray(frames)) return noStack;
  return frames.slice(0, maxFrames).map((frame) => describeFrame(asObject(frame) ?? {}, urls)).join("\n");
}
function describeFrame({ functionName, location }, urls) {
  const { scriptId, lineNumber, columnNumber = 0 } = asObject(location) ?? {};
  const name = typeof functionName === "string" && functionName !== "" ? functionName : "<anonymous>";
  return `    at ${name} (${urls.get(scriptId) ?? "?"}:${Number(lineNumber) + 1}:${Number(columnNumber) + 1})`;
}
function isStopped(pid) {
  const [, state] = /\) (\w) \d+ [^)]*$/.exec(statOf(pid)) ?? [];
  return state === "T" || state === "t";
}
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return "";
  }
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
  const exited = new Promise((resolve2) => {
    child.once("error", (error) => resolve2({ kind: "not-started", error }));
    child.once(
      "exit",
      (exitCode, signal) => resolve2(signal === null ? { kind: "exited", exitCode: exitCode ?? 0 } : { kind: "signalled", signal })
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
  await Promise.all(streams.map((stream) => new Promise((resolve2) => stream.once("close", resolve2))));
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

// src/device-host/control-protocol.ts
var deviceHostLimits = {
  startMs: 6e4,
  hangMs: 5e3,
  loadMs: 1e4,
  createMs: 3e4,
  answerMs: 15e3,
  pulseMs: 2e3
};
var settingNames = {
  key: "QDT_MODEL_KEY",
  loadLimitMs: "QDT_MODEL_LOAD_MS",
  /** Absent: no text is kept for later processes. */
  texts: "QDT_MODEL_TEXTS"
};
function readHostLine(value, key) {
  const { key: toldKey, ...line } = asObject(value) ?? {};
  return toldKey === key ? line : void 0;
}

// src/host/json-lines.ts
var shownBytes = 100;
function readJsonLines(stream, { maxBytes, onValue, onEnd }) {
  let isEnded = false;
  const end = (how) => {
    if (isEnded) return;
    isEnded = true;
    onEnd(how);
  };
  const take = (line) => {
    const parsed = parse(line);
    if ("value" in parsed) onValue(parsed.value);
    else end({ kind: "nonsense", found: JSON.stringify(line.subarray(0, shownBytes).toString("utf8")) });
  };
  const lines = new LineSplitter({
    maxLength: maxBytes,
    onLine: (line, part) => {
      if (isEnded) return;
      if (part === "whole") take(line);
      else end({ kind: "nonsense", found: `a line longer than ${maxBytes} bytes` });
    }
  });
  stream.on("data", (chunk) => {
    if (!isEnded) lines.push(chunk);
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

// src/device-host/device-host-error.ts
var DeviceHostError = class extends Error {
  name = "DeviceHostError";
  /** Not a model's fault: this host had too little memory, or too few processes or open files. */
  isHostShort;
  constructor(message, isHostShort = false) {
    super(message);
    this.isHostShort = isHostShort;
  }
};
function errorOf({ message, stack, isHostShort }) {
  const error = new DeviceHostError(message, isHostShort);
  if (stack !== void 0) error.stack = stack;
  return error;
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

// src/device-host/pending-asks.ts
var PendingAsks = class {
  #onLate;
  #asks = /* @__PURE__ */ new Map();
  #nextId = 1;
  #isTimed = false;
  /** `onLate`: called when a question has waited too long. It remains pending. */
  constructor(onLate) {
    this.#onLate = onLate;
  }
  /** Returns the number to send with it. */
  add(what, limitMs) {
    const ask = { what, limitMs, answer: deferred(), timer: void 0 };
    const id = this.#nextId++;
    this.#asks.set(id, ask);
    if (this.#isTimed) this.#startTimer(ask);
    return { id, answer: ask.answer.promise };
  }
  /** Starts the time limits, when the process is ready. */
  startClock() {
    if (this.#isTimed) return;
    this.#isTimed = true;
    for (const ask of this.#asks.values()) this.#startTimer(ask);
  }
  /** Settles a question. Unknown numbers are ignored. */
  settle(id, result) {
    const ask = this.#asks.get(id);
    if (ask === void 0) return;
    this.#asks.delete(id);
    clearTimeout(ask.timer);
    if ("ok" in result) ask.answer.resolve(result.ok);
    else ask.answer.reject(result.error);
  }
  rejectAll(error) {
    for (const id of [...this.#asks.keys()]) this.settle(id, { error });
  }
  #startTimer(ask) {
    ask.timer = setTimeout(() => setImmediate(() => this.#tellIfLate(ask)), ask.limitMs);
  }
  #tellIfLate(ask) {
    if ([...this.#asks.values()].includes(ask))
      this.#onLate(`${ask.what} was not answered within ${ask.limitMs / 1e3} s`);
  }
};

// src/device-host/pulse.ts
var Pulse = class {
  #options;
  #interval;
  #isAsked = false;
  constructor(options) {
    this.#options = options;
    const everyMs = Math.min(options.everyMs, options.silenceMs / 2);
    this.#interval = setInterval(() => this.#beat(), everyMs).unref();
  }
  [Symbol.dispose]() {
    clearInterval(this.#interval);
  }
  #beat() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const { silenceMs, ask, onSilence } = this.#options;
    const timer = setTimeout(() => setImmediate(() => this.#isAsked && onSilence()), silenceMs).unref();
    const settled = () => {
      this.#isAsked = false;
      clearTimeout(timer);
    };
    ask().then(settled, settled);
  }
};

// src/device-host/host-connection.ts
var drainMs = 250;
var shownChars = 100;
var HostConnection = class {
  #parts;
  #asks;
  #broken = deferred();
  #controlEnded = deferred();
  #startTimer;
  #pulse;
  #isReady = false;
  #gone;
  constructor(parts) {
    this.#parts = parts;
    const { child, control, limits } = parts;
    this.#asks = new PendingAsks(
      (complaint) => this.giveUp({ kind: "model", detail: `its process does not answer: ${complaint}` })
    );
    this.#startTimer = setTimeout(() => setImmediate(() => this.#missStart()), limits.startMs);
    readJsonLines(control, {
      maxBytes: bounds.models.lineBytes,
      onValue: (value) => this.#receive(value),
      onEnd: (end) => {
        this.#controlEnded.resolve("ended");
        if (end.kind === "nonsense") this.#refuse(end.found);
        else void this.#whenHungUp();
      }
    });
    void child.exited.then((exit) => this.#whenExited(exit));
  }
  get broken() {
    return this.#broken.promise;
  }
  ask = async (request) => {
    if (this.#gone !== void 0) throw this.#gone;
    const { limits, control } = this.#parts;
    const isLoading = request.do === "create" || request.do === "examine";
    const { id, answer } = this.#asks.add(request.do, isLoading ? limits.createMs : limits.answerMs);
    control.write(`${JSON.stringify({ id, ...request })}
`);
    return await answer;
  };
  /** The first reason counts. May be called repeatedly. */
  giveUp(trouble) {
    if (this.#gone !== void 0) return;
    this.#gone = new DeviceHostError(trouble.detail, trouble.kind === "host");
    clearTimeout(this.#startTimer);
    this.#pulse?.[Symbol.dispose]();
    this.#parts.child.kill();
    this.#asks.rejectAll(this.#gone);
    this.#broken.resolve(trouble);
  }
  #receive(value) {
    const line = readHostLine(value, this.#parts.key);
    if (line === void 0) this.#refuse(cutText(JSON.stringify(value), shownChars));
    else if (this.#gone === void 0) this.#take(line);
  }
  #take(line) {
    if (!("event" in line)) this.#asks.settle(line.id, "ok" in line ? line : { error: errorOf(line.error) });
    else if (line.event === "ready") this.#start();
    else this.#pass(line);
  }
  #start() {
    this.#isReady = true;
    clearTimeout(this.#startTimer);
    this.#asks.startClock();
    const { pulseMs, hangMs } = this.#parts.limits;
    this.#pulse = new Pulse({
      everyMs: pulseMs,
      silenceMs: hangMs,
      ask: () => this.ask({ do: "ping" }),
      onSilence: () => void this.#tellHang()
    });
  }
  #pass(event) {
    this.#parts.onEvent(event);
    if (event.event === "hung") this.giveUp({ kind: "model", detail: `no answer for ${event.afterMs / 1e3} s` });
    if (event.event === "threw") this.giveUp({ kind: "model", detail: event.message });
  }
  /** Models can access the descriptor, but must not use it. */
  #refuse(found) {
    this.giveUp({
      kind: "model",
      detail: `something in its process wrote to descriptor 3, which belongs to the runner: ${found}`
    });
  }
  /** It runs and does not answer: a model is stuck in one call. One that somebody has stopped is late, and no more. */
  async #tellHang() {
    const { child, limits, notice } = this.#parts;
    if (this.#isGone() || child.pid === void 0 || isStopped(child.pid)) return;
    const stack = await stackOfNode(child.pid, notice);
    if (!this.#isGone()) this.#pass({ event: "hung", afterMs: limits.hangMs, stack });
  }
  #isGone() {
    return this.#gone !== void 0;
  }
  #missStart() {
    if (!this.#isReady)
      this.giveUp({ kind: "host", detail: `its process did not start within ${this.#parts.limits.startMs / 1e3} s` });
  }
  async #whenExited(exit) {
    await withinTime(Promise.all([this.#controlEnded.promise, this.#parts.child.outputEnded]), drainMs);
    this.giveUp(troubleOfExit({ exit, wasReady: this.#isReady, printed: this.#parts.printed() }));
  }
  /** Usually the process ends, and its exit says more. */
  async #whenHungUp() {
    const { child } = this.#parts;
    if (await withinTime(child.exited, 2 * drainMs) === "late")
      this.giveUp({
        kind: "model",
        detail: "something in its process closed descriptor 3, which belongs to the runner"
      });
  }
};

// src/device-host/device-host-process.ts
function startDeviceHost({
  program: program2,
  node = process.execPath,
  onOutput,
  onEvent,
  limits: given = {},
  texts
}) {
  const limits = { ...deviceHostLimits, ...given };
  const key = secretToken();
  let printed = "";
  const notice = new DebuggerNotice();
  const child = startSupervised({
    argv: [node, ...nodeWithDebugger, program2],
    env: {
      [settingNames.key]: key,
      [settingNames.loadLimitMs]: String(limits.loadMs),
      ...texts === void 0 ? {} : { [settingNames.texts]: texts }
    },
    channelCount: 1,
    onOutput: (chunk) => {
      printed = `${printed}${chunk.subarray(-keptOutputBytes).toString("utf8")}`.slice(-keptOutputBytes);
      notice.push(chunk);
      onOutput(chunk);
    }
  });
  keepUntilExit(child);
  const [control] = child.channels;
  if (control === void 0)
    throw new Error("Internal error: the process of the models was started without its channel");
  const connection = new HostConnection({ child, control, key, limits, onEvent, notice, printed: () => printed });
  return {
    pid: child.pid,
    // The protocol defines the type of the answer to each request.
    ask: connection.ask,
    broken: connection.broken,
    exited: child.exited,
    outputEnded: child.outputEnded,
    [Symbol.dispose]: () => connection.giveUp({ kind: "model", detail: "its process was stopped, because it is no longer needed" })
  };
}
function keepUntilExit({ pid, exited }) {
  if (pid === void 0) return;
  keepGroup(pid);
  void exited.then(() => letGroupGo(pid));
}
var keptOutputBytes = 8 * 1024;

// src/engine/model-pool.ts
function inModelsWords(event, ownDirectory) {
  switch (event.event) {
    case "crashed":
      return { ...event, crash: { ...event.crash, stack: authorsFrames(event.crash.stack, ownDirectory) } };
    case "hung":
    case "threw":
      return { ...event, stack: authorsFrames(event.stack, ownDirectory) };
    case "ready":
    case "connected":
    case "removed":
    case "disconnected":
      return event;
  }
}
function authorsFrames(stack, ownDirectory) {
  return stack.split("\n").filter((line) => !/^\s+at /.test(line) || !(line.includes(`${ownDirectory}/`) || /\(?node:/.test(line))).join("\n");
}
var drainMs2 = 1e3;
var ModelPool = class {
  #program;
  #lineRelay;
  #limits;
  #all = /* @__PURE__ */ new Set();
  #triedRelays = /* @__PURE__ */ new Set();
  #spare;
  /** What one process has made of a model's text, for the later ones. */
  #texts;
  #isOpen = true;
  /** `program`: `device-host.mjs` of our distribution. */
  constructor(program2, lineRelay, { limits = {} } = {}) {
    this.#program = program2;
    this.#lineRelay = lineRelay;
    this.#limits = limits;
  }
  /**
   * Returns the process that was started ahead, or a new one. @throws SystemError when this host has no room for one
   */
  lend({ onOutput = () => void 0, isLast: isLast2 = false } = {}) {
    const lent = this.#spare ?? this.#start();
    this.#spare = void 0;
    const { process: process2 } = lent;
    const events = [];
    const broken = deferred();
    lent.onOutput = onOutput;
    lent.onEvent = (event) => {
      if (events.length < bounds.models.events) events.push(event);
      if (event.event === "crashed")
        broken.resolve({ kind: "model", detail: `${event.device}: ${event.crash.message}` });
    };
    void process2.broken.then(broken.resolve);
    const ask = async (request) => {
      try {
        const answer = await process2.ask(request);
        this.#noteRelay(request);
        return answer;
      } finally {
        if (!isLast2) this.#prepare();
      }
    };
    const end = () => this.#end(lent);
    return {
      // The protocol defines the type of the answer to each request.
      ask,
      lineRelay: () => this.#relay(),
      events,
      broken: broken.promise,
      end: async () => {
        end();
        await withinTime(process2.outputEnded, drainMs2);
      },
      [Symbol.dispose]: end
    };
  }
  [Symbol.dispose]() {
    this.#isOpen = false;
    for (const pooled of this.#all) this.#end(pooled);
    this.#texts?.[Symbol.dispose]();
  }
  async #relay() {
    const relay = await this.#lineRelay();
    return relay.kind === "ready" && this.#triedRelays.has(relay.program) ? { ...relay, isTried: true } : relay;
  }
  /** Each process would check it again, which takes a process of its own. */
  #noteRelay(done) {
    if (done.do === "create" && done.lineRelay?.kind === "ready") this.#triedRelays.add(done.lineRelay.program);
  }
  /** Starts a process for the next machine. If there is no room now, that machine will report it. */
  #prepare() {
    if (!this.#isOpen || this.#spare !== void 0) return;
    try {
      this.#spare = this.#start();
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  #start() {
    this.#texts ??= createScratchDirectory();
    const pooled = {
      process: startDeviceHost({
        program: this.#program,
        limits: this.#limits,
        texts: this.#texts.path,
        onOutput: (chunk) => pooled.onOutput(chunk),
        onEvent: (event) => pooled.onEvent(inModelsWords(event, dirname(this.#program)))
      }),
      onEvent: () => void 0,
      onOutput: () => void 0
    };
    this.#all.add(pooled);
    void pooled.process.broken.then(() => {
      this.#all.delete(pooled);
      if (this.#spare === pooled) this.#spare = void 0;
    });
    return pooled;
  }
  #end(pooled) {
    this.#all.delete(pooled);
    pooled.process[Symbol.dispose]();
  }
};

// src/provision/provision-context.ts
import { resolve } from "node:path";
function createProvisionContext({
  progress,
  signal,
  storeRoot: chosenRoot,
  onStoreUse,
  mirrors = /* @__PURE__ */ new Map()
}) {
  const store = new AssetStore(chosenRoot ?? hostStoreRoot(), onStoreUse);
  return { store, progress, signal, mirrors, nowMs: () => now().getTime() };
}
function hostStoreRoot() {
  return realPlace(resolve(storeRoot({ variable: environmentVariable, home: homeDirectory() })));
}

// src/app/model-check.ts
import { join } from "node:path";

// src/device/board/board-layout.ts
var windowsAt = 65536;
var barBytes = 1048576;

// src/device/board/line-bank.ts
var BoardError = class extends Error {
  name = "BoardError";
};

// src/device/board/window-bank.ts
var pageBytes = 4096;
var WindowBank = class {
  #where;
  #windows = [];
  /** `where`: for messages, such as `on a board`. */
  constructor(where) {
    this.#where = where;
  }
  /** @throws BoardError when they do not fit */
  add(id, size, unit) {
    const step = Math.max(size, pageBytes);
    for (let at = Math.max(windowsAt, step); at + step <= barBytes; at += step) {
      if (this.#windows.some((window2) => window2.at < at + step && at < window2.at + window2.size)) continue;
      const window = { at, size, unit };
      this.#windows.push(window);
      return window;
    }
    throw new BoardError(
      `device ${id}: expected windows of at most ${barBytes - windowsAt} bytes in all ${this.#where}; there is no room for 0x${size.toString(16)} more`
    );
  }
  remove(window) {
    const at = this.#windows.indexOf(window);
    if (at !== -1) this.#windows.splice(at, 1);
  }
  /** The device in whose window all of these bytes are, and the access as the device sees it. */
  find({ offset, length }) {
    const window = this.#windows.find(({ at, size }) => offset >= at && offset + length <= at + size);
    return window && { unit: window.unit, access: { bar: 0, offset: offset - window.at, length } };
  }
};

// src/device/tree/tree-facts.ts
function propertyBytes(value) {
  if (value === true) return Buffer.alloc(0);
  const values2 = typeof value === "object" ? value : [value];
  const isWide = values2.some((one) => typeof one !== "string" && (one > 0xffffffffn || one < -0x80000000n));
  return Buffer.concat(values2.map((one) => typeof one === "string" ? Buffer.from(`${one}\0`) : cells(one, isWide)));
}
function cells(value, isWide) {
  const bytes = Buffer.alloc(isWide ? 8 : 4);
  if (isWide) bytes.writeBigUInt64BE(BigInt.asUintN(64, BigInt(value)));
  else bytes.writeUInt32BE(Number(BigInt.asUintN(32, BigInt(value))));
  return bytes;
}

// src/device/tree/tree-places.ts
var treeBase = 268435456;
var treeBytes = 2097152;
var lastMessage = 143;
var firstShared = 32;
var chipCount = 4;
var chipLines = 8;
var chipBytes = 4096;
var treeLines = chipCount * chipLines;
function messageOf(chip) {
  return lastMessage - chip;
}
function sharedInterruptOf(chip) {
  return messageOf(chip) - firstShared;
}

// src/device/tree/tree-nodes.ts
var firstPhandle = 1363410944;
var powerPhandle = firstPhandle;
var busClockPhandle = firstPhandle + 1;
var firstChipPhandle = firstPhandle + 16;
var firstClockPhandle = firstPhandle + 256;
var waitingProperty = "qdt-supply";
function treeNodes(devices) {
  const windows = new WindowBank("in a device tree");
  let lines = 0;
  let clocks = firstClockPhandle;
  const own = devices.flatMap(({ id, facts }) => {
    const { at } = windows.add(id, facts.size, void 0);
    const clockNodes = Object.entries(facts.clocks).map(([name, hz]) => clockNode(id, name, hz, clocks++));
    const firstLine = lines;
    lines += linesOf(facts);
    return [...clockNodes.map(({ node }) => node), deviceNode({ id, facts, at, firstLine, clocks: clockNodes })];
  });
  const chips = Array.from({ length: Math.ceil(lines / chipLines) }, (_, chip) => chipNode(chip));
  return withoutDoubles([powerNode, ...chips.length === 0 ? [] : [busClockNode], ...chips, ...own]);
}
function withoutDoubles(nodes) {
  const known = /* @__PURE__ */ new Set();
  return nodes.map(({ label, ...node }) => {
    const isFirst = label !== void 0 && !known.has(label);
    known.add(label);
    return isFirst ? { ...node, label } : node;
  });
}
function crowdedOfTree(devices) {
  const windows = new WindowBank("in a device tree");
  let lines = 0;
  for (const { id, facts } of devices) {
    try {
      windows.add(id, facts.size, void 0);
    } catch (error) {
      if (!(error instanceof BoardError)) throw error;
      return { id, message: error.message };
    }
    lines += linesOf(facts);
    if (lines > treeLines)
      return {
        id,
        message: `device ${id}: expected at most ${treeLines} interrupts and lines of all devices in a device tree, found ${lines} with this one`
      };
  }
  return void 0;
}
function linesOf({ interrupt, lines }) {
  return (interrupt === void 0 ? 0 : 1) + lines.length;
}
var powerNode = {
  name: "qdt-power",
  label: "qdt_power",
  properties: values({ compatible: "regulator-fixed", "regulator-name": "qdt-power", phandle: powerPhandle })
};
var busClockNode = {
  name: "qdt-bus-clock",
  label: "qdt_bus_clock",
  properties: values({
    compatible: "fixed-clock",
    "#clock-cells": 0,
    "clock-frequency": 24e6,
    "clock-output-names": "qdt-bus-clock",
    phandle: busClockPhandle
  })
};
function chipNode(chip) {
  const address = treeBase + chip * chipBytes;
  return {
    name: `gpio@${address.toString(16)}`,
    label: `qdt_gpio${chip}`,
    properties: values({
      compatible: ["arm,pl061", "arm,primecell"],
      // Without it the kernel would look for the number in the registers, which are not there yet.
      "arm,primecell-periphid": 266337,
      reg: [0, address, 0, chipBytes],
      // A rising edge.
      interrupts: [0, sharedInterruptOf(chip), 1],
      "gpio-controller": true,
      "#gpio-cells": 2,
      "interrupt-controller": true,
      "#interrupt-cells": 2,
      clocks: busClockPhandle,
      "clock-names": "apb_pclk",
      [waitingProperty]: powerPhandle,
      phandle: firstChipPhandle + chip
    })
  };
}
function clockNode(id, name, hz, phandle) {
  const own = name === "" ? `${id}-clock` : `${id}-${name}`;
  const node = {
    name: `qdt-clock-${plain(own, "-")}`,
    label: plain(own, "_"),
    properties: values({
      compatible: "fixed-clock",
      "#clock-cells": 0,
      "clock-frequency": hz,
      "clock-output-names": own,
      phandle
    })
  };
  return { name, node, phandle };
}
function deviceNode({ id, facts, at, firstLine, clocks }) {
  const address = treeBase + at;
  const { interrupt } = facts;
  const firstGpio = firstLine + (interrupt === void 0 ? 0 : 1);
  const properties = new Map([
    ...values({ reg: [0, address, 0, facts.size] }),
    ...interrupt === void 0 ? [] : values({ "interrupts-extended": lineCells(firstLine, triggerOf(interrupt)) }),
    ...clockProperties(clocks),
    ...facts.lines.flatMap(({ name, activeLow }, index) => [
      ...values({ [`${name}-gpios`]: lineCells(firstGpio + index, activeLow ? 1 : 0) })
    ]),
    ...values({ [waitingProperty]: powerPhandle }),
    // Those of the model win.
    ...Object.entries(facts.properties).map(([name, hex]) => [name, Buffer.from(hex, "hex")])
  ]);
  return { name: `${plain(id, "-")}@${address.toString(16)}`, label: plain(id, "_"), properties };
}
function clockProperties(clocks) {
  if (clocks.length === 0) return /* @__PURE__ */ new Map();
  const names = clocks.map(({ name }) => name);
  return values({
    clocks: clocks.map(({ phandle }) => phandle),
    ...names.some((name) => name !== "") ? { "clock-names": names } : {}
  });
}
function lineCells(line, flags) {
  return [firstChipPhandle + Math.floor(line / chipLines), line % chipLines, flags];
}
function triggerOf({ activeLow = false, trigger = "level" }) {
  if (trigger === "level") return activeLow ? 8 : 4;
  return activeLow ? 2 : 1;
}
function plain(text2, other) {
  return text2.replaceAll(/[^A-Za-z0-9]/g, other);
}
function values(properties) {
  return new Map(Object.entries(properties).map(([name, value]) => [name, propertyBytes(value)]));
}

// src/plan/model-buses.ts
var modulesOfBuses = {
  pci: [],
  usb: ["xhci_pci"],
  i2c: ["i2c_designware_pci", "i2c_dev"],
  spi: [],
  gpio: [],
  platform: [],
  serial: ["8250_pci"],
  link: ["virtio_net"],
  can: ["xhci_pci", "gs_usb", "can_raw"]
};
var boardHelper = "qdt_board";
var boardPlace = "board";
function uartOfPlace(place) {
  return place === void 0 ? void 0 : /^(.+)\.line$/.exec(place)?.[1];
}
var boardBuses = /* @__PURE__ */ new Set(["spi", "gpio", "platform"]);
function boardDevice(planned, buses, trees = /* @__PURE__ */ new Map()) {
  const isElsewhere = (path) => trees.get(path)?.isOnly === true || isInTree(planned, path, trees);
  return devicesOf(planned).find((device) => isOnBoard(device, buses) && !isElsewhere(device.path));
}
function isOnBoard({ path, place }, buses) {
  const bus = buses.get(path);
  return bus !== void 0 && (boardBuses.has(bus) || bus === "i2c" && place === boardPlace);
}
function busNeeds(planned, buses) {
  return devicesOf(planned).flatMap((device) => {
    const bus = buses.get(device.path);
    const isAtModel = uartOfPlace(device.place) !== void 0;
    const isPlain = device.nic === void 0 && !isAtModel && !isOnBoard(device, buses);
    const modules = bus === void 0 || !isPlain ? [] : modulesOfBuses[bus];
    return bus === void 0 || modules.length === 0 ? [] : [{ device, bus, modules }];
  });
}
function busModules(planned, buses) {
  return [...new Set(busNeeds(planned, buses).flatMap(({ modules }) => modules))];
}

// src/plan/device-place.ts
var severalBuses = /* @__PURE__ */ new Set(["i2c", "spi", "can"]);
var mostOf = {
  // The ports of QEMU's controller.
  usb: 15
};
var portsOf = { can: "usb" };
var firstCanPlace = "can0";
function placeProblem({ id, place, nic }, bus) {
  if (nic !== void 0 && bus !== "link")
    return {
      message: `${id}: nic=${nic} is for the model of a link partner, but this is a model for ${bus}`,
      hint: "Leave nic= out. A control that is called nic can only be set with hw."
    };
  if (place === void 0) return void 0;
  if (uartOfPlace(place) !== void 0) return bus === "serial" ? void 0 : notAtLine(id, place, bus);
  if (bus === "serial")
    return {
      message: `${id}: expected the line of a model of a UART, such as bus=uart0.line, found bus=${place}`,
      hint: "Without bus=, the device is at a UART of QEMU."
    };
  if (!severalBuses.has(bus))
    return {
      message: `${id}: bus=${place} is a place on I2C, SPI or CAN, but this is a model for ${bus}, which has none`,
      hint: "Leave bus= out."
    };
  if (place.replace(/\d+$/, "") === bus || bus === "i2c" && place === boardPlace) return void 0;
  return {
    message: `${id}: expected a place such as ${bus}0, because this is a model for ${bus}, found bus=${place}`,
    hint: `Write bus=${bus}0, or leave it out.`
  };
}
function notAtLine(id, place, bus) {
  return {
    message: `${id}: bus=${place} is the line of a UART, at which only a serial device can be; this is a model for ${bus}`,
    hint: "Leave bus= out, or describe the device with defineSerialDevice."
  };
}
function crowdedOut(devices, busOf) {
  const counts = /* @__PURE__ */ new Map();
  const adapters = /* @__PURE__ */ new Set();
  for (const device of devices) {
    const bus = busOf(device);
    if (bus === void 0) continue;
    if (bus === "can") {
      const place = device.place ?? firstCanPlace;
      if (adapters.has(place)) continue;
      adapters.add(place);
    }
    const ports = portsOf[bus] ?? bus;
    const count = (counts.get(ports) ?? 0) + 1;
    counts.set(ports, count);
    const most = mostOf[ports] ?? Infinity;
    if (count <= most) continue;
    return {
      device,
      complaint: {
        message: `${device.id}: a machine has at most ${most} devices on ${ports}, and this is one more`,
        hint: "Move devices to the info/devices of the tests that need them."
      }
    };
  }
  return void 0;
}
function misnumberedBus(devices, busOf) {
  const places = /* @__PURE__ */ new Set();
  for (const device of devices) {
    if (busOf(device) !== "can") continue;
    const place = device.place ?? firstCanPlace;
    const next = `can${places.size}`;
    if (place !== next && !places.has(place))
      return {
        device,
        complaint: {
          message: `${device.id}: expected bus=${next} before bus=${place}, as the guest numbers them in this order`,
          hint: `Write bus=${next} here, or put the line of ${next} before it.`
        }
      };
    places.add(place);
  }
  return void 0;
}
var firstI2cPlace = "i2c0";
function sharedAddress(devices, addressOf) {
  const owners = /* @__PURE__ */ new Map();
  for (const device of devices) {
    const address = addressOf(device);
    if (address === void 0) continue;
    const place = device.place ?? firstI2cPlace;
    const key = `${place} ${address}`;
    const owner = owners.get(key);
    owners.set(key, device);
    if (owner === void 0) continue;
    return {
      device,
      complaint: {
        message: `${device.id}: expected an address of its own on ${place}, found 0x${address.toString(16)}, which is that of ${owner.id}`,
        hint: "Put one of them on another bus, such as bus=i2c1."
      }
    };
  }
  return void 0;
}

// src/plan/line-place.ts
function lineProblems(devices, factsOf) {
  const owners = /* @__PURE__ */ new Map();
  return devices.flatMap((device) => {
    const complaint = lineProblem(device, { devices, factsOf, owners }) ?? confusedId(device, devices);
    return complaint === void 0 ? [] : [{ device, complaint }];
  });
}
function lineProblem(device, { devices, factsOf, owners }) {
  const { id, place } = device;
  const wanted = uartOfPlace(place);
  if (wanted === void 0) return void 0;
  const uart = devices.find((candidate) => candidate.id === wanted);
  if (uart === void 0) {
    const others = devices.filter((other) => other !== device).map((other) => other.id);
    return {
      message: `${id}: expected a device ${wanted}, at whose line it is (bus=${place}), found none`,
      hint: others.length === 0 ? `Add a line for ${wanted}.` : `The other devices of the machine are ${others.join(", ")}.`
    };
  }
  const owner = owners.get(wanted);
  owners.set(wanted, device);
  if (owner !== void 0)
    return {
      message: `${id}: expected a line without another device, found ${owner.id} at that of ${wanted}`,
      hint: "A line has one far end. Add a UART for the other device."
    };
  return unfitUart({ id, wanted }, { uart: factsOf(uart), end: factsOf(device) });
}
function unfitUart({ id, wanted }, { uart, end }) {
  if (uart === void 0 || end === void 0) return void 0;
  if (uart.uart === void 0)
    return {
      message: `${id}: expected a model of a UART at ${wanted}, found one without a line`,
      hint: "The model of a UART has a handler `received` for what comes, and sends by `line.send`."
    };
  if (end.isForSerdev !== true || uart.uart === "serdev") return void 0;
  return {
    message: `${id}: its driver is found by ACPI only, but ACPI does not describe ${wanted}`,
    hint: "Give the UART an id instead of its driver's name: platform: { acpi: 'INT33C4' }."
  };
}
function confusedId({ id }, devices) {
  const uart = uartOfPlace(id);
  if (uart === void 0 || !devices.some((other) => other.id === uart)) return void 0;
  return {
    message: `${id}: expected an id that does not look like the line of ${uart}`,
    hint: `A device at that line is written as: gps0 PATH bus=${id}`
  };
}

// src/run/devices/create-device.ts
async function createDevice({ ask, lineRelay }, { place, socketFor, ...wish }) {
  const { bus, hasLine, ...onBus } = await ask({ do: "examine", model: wish.model });
  const ownPlace = place ?? (onBus.isForTree === true ? treePlace : void 0);
  const socket = socketFor(bus);
  const { model } = await ask({
    do: "create",
    ...wish,
    socket,
    ...ownPlace === void 0 ? {} : { place: ownPlace },
    ...hasLine ? { lineRelay: await lineRelay() } : {}
  });
  return { model, bus, socket, ...onBus };
}

// src/app/model-check.ts
async function refuseBrokenModels(plan, pool, { cwd, signal }) {
  const buses = /* @__PURE__ */ new Map();
  const trees = /* @__PURE__ */ new Map();
  const problems = await modelProblems(plan.tests, { pool, signal, buses, trees, facts: /* @__PURE__ */ new Map(), isAll: false });
  if (problems.length > 0) throw new RunRefused(problems.map((problem) => problemText(problem, cwd)).join("\n"));
  return { buses, trees };
}
async function checkModels(suites, pool, signal) {
  return await modelProblems(
    suites.flatMap((suite) => suite.tests.map((test) => ({ suite, test }))),
    { pool, signal, buses: /* @__PURE__ */ new Map(), trees: /* @__PURE__ */ new Map(), facts: /* @__PURE__ */ new Map(), isAll: true }
  );
}
async function modelProblems(tests, { pool, signal, buses, trees, facts, isAll }) {
  var _stack = [];
  try {
    const byModel = /* @__PURE__ */ new Map();
    for (const tried of distinctDevices(tests))
      byModel.set(tried.device.path, [...byModel.get(tried.device.path) ?? [], tried]);
    if (byModel.size === 0) return [];
    const scratch = __using(_stack, createScratchDirectory());
    const problems = [];
    for (const [index, devices] of [...byModel.values()].entries()) {
      const lend = () => pool.lend({ isLast: isAll && index === byModel.size - 1 });
      problems.push(...await tryModel(devices, { socket: join(scratch.path, "m"), lend, signal, buses, trees, facts }));
    }
    const together = distinct(tests.flatMap((test) => togetherProblems(test, { buses, trees, facts })));
    return sortProblems([...problems, ...together]);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function crowdedOfTest(test, trees) {
  const { cell } = test;
  const devices = devicesOf(test).filter(
    ({ path }) => cell === void 0 ? trees.get(path)?.isOnly === true : isInTree({ cell }, path, trees)
  );
  const inTree = devices.flatMap(({ id, path }) => {
    const model = trees.get(path);
    return model === void 0 ? [] : [{ id, facts: model.facts }];
  });
  const crowded = crowdedOfTree(inTree);
  const device = devices.find(({ id }) => id === crowded?.id);
  if (crowded === void 0 || device === void 0) return void 0;
  const hint = "Move devices to the info/devices of the tests that need them.";
  return { device, complaint: { message: crowded.message, hint } };
}
function togetherProblems(test, { buses, trees, facts }) {
  const devices = devicesOf(test);
  const found = [
    crowdedOut(devices, ({ path }) => buses.get(path)),
    sharedAddress(devices, ({ path }) => facts.get(path)?.address),
    misnumberedBus(devices, ({ path }) => buses.get(path)),
    ...lineProblems(devices, ({ path }) => facts.get(path)),
    crowdedOfTest(test, trees)
  ];
  return found.flatMap(
    (one) => one === void 0 ? [] : [{ file: one.device.file, line: one.device.line, ...one.complaint }]
  );
}
function distinct(problems) {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
async function tryModel(devices, { lend, ...trials }) {
  const left = [...devices];
  const problems = [];
  while (left.length > 0) {
    var _stack = [];
    try {
      trials.signal.throwIfAborted();
      const lease = __using(_stack, lend());
      for (let isSound = true; isSound; ) {
        const device = left.shift();
        if (device === void 0) break;
        const wrong = await tryDevice(device, { ...trials, lease });
        problems.push(...wrong);
        isSound = wrong.length === 0 && !lease.events.some(({ event }) => event === "crashed");
      }
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  return problems;
}
function distinctDevices(tests) {
  const distinct2 = /* @__PURE__ */ new Map();
  for (const { suite, test } of new Map(tests.map((one) => [one.test, one])).values()) {
    for (const device of devicesOf({ suite, test })) {
      const faults = faultsOf({ suite, test }, device.id);
      distinct2.set(JSON.stringify([device.file, device.line, faults.map(({ file, line }) => [file, line])]), {
        device,
        faults
      });
    }
  }
  return [...distinct2.values()];
}
async function tryDevice(tried, trial) {
  const { lease, signal } = trial;
  const end = () => lease[Symbol.dispose]();
  signal.addEventListener("abort", end, { once: true });
  const problems = await problemsOf(tried, trial).finally(() => signal.removeEventListener("abort", end));
  signal.throwIfAborted();
  return problems;
}
async function problemsOf({ device, faults }, { socket, lease, buses, trees, facts }) {
  const { id, path, place, parameters, file, line } = device;
  const created = await complaintOf(
    createDevice(lease, {
      device: id,
      model: path,
      place,
      socketFor: () => socket,
      controls: Object.fromEntries(parameters),
      faults: []
    }).then(({ bus: bus2, tree, isForTree, ...found }) => {
      facts.set(path, found);
      if (tree !== void 0) trees.set(path, { facts: tree, isOnly: isForTree === true });
      return buses.set(path, bus2);
    })
  );
  if (created !== void 0) return [{ file, line, message: `${id}: ${created}`, hint: void 0 }];
  const bus = buses.get(path);
  const misplaced = bus === void 0 ? void 0 : placeProblem(device, bus);
  const problems = misplaced === void 0 ? [] : [{ file, line, ...misplaced }];
  for (const fault of faults) {
    const complaint = await complaintOf(lease.ask({ do: "set-fault", device: id, text: fault.text }));
    if (complaint !== void 0)
      problems.push({ file: fault.file, line: fault.line, message: complaint, hint: void 0 });
  }
  const left = await complaintOf(lease.ask({ do: "destroy", device: id }));
  return left === void 0 || problems.length > 0 ? problems : [{ file, line, message: `${id}: ${left}`, hint: void 0 }];
}
async function complaintOf(asked) {
  try {
    await asked;
    return void 0;
  } catch (error) {
    if (!(error instanceof DeviceHostError)) throw error;
    if (error.isHostShort) throw new ProvisionError(`This host could not try the device models: ${error.message}`);
    return error.message;
  }
}

// raw-text:src/device-host/line-relay.c
var line_relay_default = `/*
 * Helps the process of a device model with the one thing that Node cannot do: it receives the eventfd of the interrupt line, and writes to
 * it when the process says so.
 *
 *     line-relay          descriptor 3: the process of the model, descriptor 4: the machine's connection, which both hold
 *     line-relay check    does nothing, successfully
 *
 * Only one of the two reads the machine's messages at a time. The process commands, with one byte each: LISTEN, read the next message and
 * pass it on to me; RING, signal the line. It writes its answers to the machine itself. The relay ends when either hangs up.
 *
 * Whatever else QEMU sends along is closed at once: among it is the file of a template's memory, which must never be mapped or written.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* As in vfio-user/message.ts. */
enum { header_bytes = 16, max_message_bytes = 32 * 1024 + 256 };
enum { command_set_irqs = 8 };
enum { type_mask = 0xf, type_request = 0 };
enum { irqs_data_eventfd = 0x04, irqs_action_trigger = 0x20 };

enum { model = 3, machine = 4 };
/* As in vfio-user/line-wire.ts. */
enum { listen_command = 'L', ring_command = 'R' };

/* The message that is being read, and what came along with it; -1: nothing. */
struct incoming {
	int descriptor;
	size_t held;
	unsigned char bytes[max_message_bytes];
};

static bool obey(bool *is_listening, int bell);
static bool receive(struct incoming *message);
static bool is_whole(const struct incoming *message);
static void keep_line(struct incoming *message, int *bell);
static bool pass_on(struct incoming *message);
static void put_away(int *descriptor);
static void die(const char *what);

int main(int argc, char **argv)
{
	static struct incoming message = { .descriptor = -1 };
	bool is_listening = false, is_open = true;
	int bell = -1;

	if (argc == 2 && strcmp(argv[1], "check") == 0)
		return 0;
	if (argc != 1) {
		fprintf(stderr, "line-relay: expected no arguments\\n");
		return 2;
	}
	while (is_open) {
		struct pollfd watched[] = { { .fd = model, .events = POLLIN }, { .fd = is_listening ? machine : -1, .events = POLLIN } };

		if (poll(watched, 2, -1) < 0) {
			if (errno == EINTR)
				continue;
			die("poll");
		}
		if (watched[0].revents != 0 && !obey(&is_listening, bell))
			return 0;
		if (watched[1].revents == 0)
			continue;
		is_open = receive(&message);
		if (is_open && !is_whole(&message))
			continue;
		/* What has begun goes on as it is: the receiver says what is wrong with it. */
		if (is_open)
			keep_line(&message, &bell);
		if (!pass_on(&message))
			return 0;
		is_listening = false;
	}
	return 0;
}

/* False: the process has hung up. */
static bool obey(bool *is_listening, int bell)
{
	const uint64_t once = 1;
	unsigned char command;
	ssize_t count = recv(model, &command, 1, MSG_DONTWAIT);

	if (count < 0)
		return errno == EAGAIN || errno == EINTR;
	if (count == 0)
		return false;
	if (command == listen_command)
		*is_listening = true;
	/* EAGAIN: it has been rung 2^64 times and not been looked at. */
	if (command == ring_command && bell >= 0 && write(bell, &once, sizeof(once)) < 0 && errno != EAGAIN)
		die("writing to the line's eventfd");
	return true;
}

static uint16_t half_at(const struct incoming *message, size_t at)
{
	return (uint16_t)(message->bytes[at] | message->bytes[at + 1] << 8);
}

static uint32_t word_at(const struct incoming *message, size_t at)
{
	return half_at(message, at) | (uint32_t)half_at(message, at + 2) << 16;
}

/* How long the message is, as far as it is known: first the header is read, then the rest, so that never two messages are in one read. */
static size_t wanted(const struct incoming *message)
{
	return message->held < header_bytes ? (size_t)header_bytes : word_at(message, 4);
}

static bool is_whole(const struct incoming *message)
{
	return message->held == wanted(message);
}

static bool has_possible_length(const struct incoming *message)
{
	return word_at(message, 4) >= header_bytes && word_at(message, 4) <= max_message_bytes;
}

/* Room for one descriptor: the kernel closes what does not fit. */
union control {
	struct cmsghdr header;
	unsigned char bytes[CMSG_SPACE(sizeof(int))];
};

static void keep_descriptor(struct incoming *message, struct msghdr *received)
{
	struct cmsghdr *control = CMSG_FIRSTHDR(received);

	if (control == NULL || control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS || control->cmsg_len < CMSG_LEN(sizeof(int)))
		return;
	put_away(&message->descriptor);
	memcpy(&message->descriptor, CMSG_DATA(control), sizeof(int));
}

/* False: the machine has hung up, or says what is no message. */
static bool receive(struct incoming *message)
{
	union control control;
	struct iovec rest = { .iov_base = message->bytes + message->held, .iov_len = wanted(message) - message->held };
	struct msghdr into = { .msg_iov = &rest, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = CMSG_LEN(sizeof(int)) };
	ssize_t count = recvmsg(machine, &into, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);

	if (count < 0)
		return errno == EAGAIN || errno == EINTR;
	keep_descriptor(message, &into);
	if (count == 0)
		return false;
	message->held += (size_t)count;
	return message->held != header_bytes || has_possible_length(message);
}

/* False: the process has hung up. It waits for the message, so this does not block for long. */
static bool pass_on(struct incoming *message)
{
	size_t passed = 0;

	while (passed < message->held) {
		ssize_t count = send(model, message->bytes + passed, message->held - passed, MSG_NOSIGNAL);

		if (count < 0 && errno != EINTR)
			return false;
		if (count > 0)
			passed += (size_t)count;
	}
	message->held = 0;
	return true;
}

/* Writing to it cannot block, and cannot change a file. */
static bool is_eventfd(int descriptor)
{
	static const char expected[] = "anon_inode:[eventfd]";
	char path[32];
	char found[sizeof(expected)];
	int flags = fcntl(descriptor, F_GETFL);

	if (flags < 0 || (flags & O_NONBLOCK) == 0)
		return false;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", descriptor);
	/* One byte more than expected would show in the length. */
	if (readlink(path, found, sizeof(found)) != (ssize_t)sizeof(expected) - 1)
		return false;
	return memcmp(found, expected, sizeof(expected) - 1) == 0;
}

static bool is_about_line(const struct incoming *message)
{
	const size_t flags_at = header_bytes + 4, index_at = header_bytes + 8, end = header_bytes + 20;

	return message->held >= end && half_at(message, 2) == command_set_irqs && (word_at(message, 8) & type_mask) == type_request &&
	       word_at(message, index_at) == 0 && (word_at(message, flags_at) & irqs_action_trigger) != 0;
}

/*
 * SET_IRQS of index 0 says which eventfd is the line from now on, or that there is none. One that comes to be told the end of an interrupt
 * (action unmask) is refused by the model.
 */
static void keep_line(struct incoming *message, int *bell)
{
	if (is_about_line(message)) {
		put_away(bell);
		if ((word_at(message, header_bytes + 4) & irqs_data_eventfd) != 0 && message->descriptor >= 0 && is_eventfd(message->descriptor)) {
			*bell = message->descriptor;
			message->descriptor = -1;
		}
	}
	put_away(&message->descriptor);
}

static void put_away(int *descriptor)
{
	if (*descriptor >= 0)
		close(*descriptor);
	*descriptor = -1;
}

static void die(const char *what)
{
	fprintf(stderr, "line-relay: %s: %s\\n", what, strerror(errno));
	exit(1);
}
`;

// src/engine/run.ts
import { join as join2 } from "node:path";
function attemptsOf(planned, test, count) {
  return Array.from({ length: count }, (_, index) => ({ planned, test, number: index + 1, of: count }));
}
function attemptDirectory({ planned: { cell, suite, test }, number, of }) {
  return join2(cell.id, suite.name, test.name, ...of === 1 ? [] : [`attempt-${number}`]);
}
function attemptName({ planned, number, of }) {
  return of === 1 ? planned.id : `${planned.id} (${number} of ${of})`;
}
var RunStopped = class extends Error {
  name = "RunStopped";
};
function suppliesOf({ supplies }, cell) {
  const found = supplies.get(cell);
  if (found === void 0) throw new Error(`Internal error: cell ${cell.id} was planned, but not supplied`);
  return found;
}
function bootSupplies(run, cell) {
  const supplies = suppliesOf(run, cell);
  return { ...supplies, kernel: run.services.kernelForms.known(supplies.kernel) };
}

// src/provision/host-program.ts
import { join as join3 } from "node:path";
var compilerArgs = ["-std=c11", "-O2", "-fstack-protector-strong", "-static"];
var install = "sudo apt-get install gcc libc6-dev";
async function provideHostProgram({ name, source }, context) {
  const asset = { kind: "host-program", key: ["1", hostArchitecture(), ...compilerArgs, source].join("\n") };
  const pathIn = (directory) => ({ kind: "ready", program: join3(directory, name) });
  const there = context.store.find(asset);
  if (there !== void 0) return pathIn(there);
  const compiler = findProgram("gcc");
  if (compiler === void 0)
    return { kind: "absent", reason: `${name} needs gcc, which was not found; to install it: ${install}` };
  try {
    const make = (staging) => compile({ name, source, compiler }, staging, context.signal);
    return pathIn(
      await withProgress(
        context.progress,
        { what: name, activity: "building" },
        () => context.store.provide({ ...asset, signal: context.signal, make })
      )
    );
  } catch (error) {
    if (!(error instanceof NotCompiled)) throw error;
    return {
      kind: "absent",
      reason: `gcc did not build ${name} (${error.message}); to install what it needs: ${install}`
    };
  }
}
var NotCompiled = class extends Error {
};
async function compile({ name, source, compiler }, staging, signal) {
  const sourcePath = join3(staging, `${name}.c`);
  writeFileAt(sourcePath, source);
  const result = await runCommand([compiler, ...compilerArgs, "-o", join3(staging, name), sourcePath], {
    cwd: staging,
    env: environmentWith({ LC_ALL: "C" }),
    signal
  });
  if (result.exitCode === 0) return;
  refuseShortage(result.output, { root: staging, during: `building ${name}` });
  throw new NotCompiled(firstError(result.output.replaceAll(`${staging}/`, "")) ?? endingWords(result));
}
function firstError(output) {
  return output.split("\n").find((line) => /\berror:|cannot find/.test(line));
}

// src/provision/qemu/qemu-abilities.ts
import { join as join4 } from "node:path";

// src/provision/qemu/qemu-version.ts
async function askQemu(qemu, { what, args, deadlineMs = 6e4 }, context) {
  const [program2, ...prefix] = qemu.command;
  if (program2 === void 0) throw new Error("Internal error: a QEMU without a command");
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const result = await runCommand([program2, ...prefix, ...qemu.firmwareArgs, ...args], {
      env: environmentWith({ ...qemu.env, LC_ALL: "C" }),
      signal: AbortSignal.any([context.signal, deadline])
    });
    if (result.exitCode !== 0)
      refuseShortage(result.output, { root: context.store.root, during: `asking QEMU ${qemu.version} ${what}` });
    if (result.exitCode === void 0) throw noAnswer(qemu, what, `it was ${endingWords(result)}`, result.output);
    return result;
  } catch (error) {
    context.signal.throwIfAborted();
    if (deadline.aborted) throw noAnswer(qemu, what, `it did not answer within ${deadlineMs / 1e3} s`);
    if (error instanceof CommandNotStarted) throw noAnswer(qemu, what, error.message);
    throw error;
  }
}
function noAnswer(qemu, what, why, output = "") {
  const words = lastLines(output);
  return new ProvisionError(
    `QEMU ${qemu.version} (${qemu.spec}) did not say ${what}: ${why}${words === "" ? "" : `:
${words}`}`,
    {
      hint: "Try again. If that fails, choose another QEMU: --qemu"
    }
  );
}
async function qemuVersion(command, signal) {
  const path = command[command.length - 1] ?? command[0];
  const output = await versionText(command, path, signal);
  const version = parseQemuVersion(output);
  if (version === void 0)
    throw new ProvisionError(`${path} --version: expected \u201CQEMU emulator version \u2026\u201D, found:
${lastLines(output)}`);
  return version;
}
function parseQemuVersion(text2) {
  return /^QEMU emulator version (\d+(?:\.\d+)+)/m.exec(text2)?.[1];
}
async function versionText(command, path, signal) {
  try {
    const result = await runCommand([...command, "--version"], { signal });
    if (result.exitCode === 0) return result.output;
    throw new ProvisionError(`${path} --version failed (${endingWords(result)}):
${lastLines(result.output)}`);
  } catch (error) {
    if (error instanceof CommandNotStarted) throw new ProvisionError(error.message, { cause: error });
    throw error;
  }
}

// src/provision/qemu/qemu-abilities.ts
var savedDevicesQuestion = "which devices can be saved";
var fileName = "vmstate.json";
async function provideStatefulDevices(qemu, context) {
  const directory = await context.store.provide({
    kind: "vmstate",
    key: `2
${qemu.version}
${qemu.sha256}`,
    signal: context.signal,
    make: async (staging) => {
      const path = join4(staging, fileName);
      const result = await askQemu(
        qemu,
        {
          what: savedDevicesQuestion,
          args: ["-machine", "none", "-nodefaults", "-display", "none", "-dump-vmstate", path]
        },
        context
      );
      if (result.exitCode !== 0) throw noAnswer(qemu, savedDevicesQuestion, endingWords(result), result.output);
      if (readDump(path) === void 0)
        throw noAnswer(qemu, savedDevicesQuestion, "it wrote no complete list", result.output);
    }
  });
  const known = readDump(join4(directory, fileName));
  if (known === void 0) throw damaged(directory);
  return known;
}
function readDump(path) {
  return parseVmState(readTextIfThere(path) ?? "");
}
function parseVmState(text2) {
  try {
    const types = Object.keys(asObject(JSON.parse(text2)) ?? {});
    return types.length === 0 ? void 0 : new Set(types);
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
var modelClientQuestion = "whether it takes device models";
async function takesModels(qemu, context) {
  const directory = await context.store.provide({
    kind: "vfio-user",
    key: `2
${qemu.version}
${qemu.sha256}`,
    signal: context.signal,
    make: async (staging) => {
      const { output } = await askQemu(
        qemu,
        { what: modelClientQuestion, args: ["-machine", "none", "-device", "vfio-user-pci,help"] },
        context
      );
      if (readAnswer(output) === void 0) throw noAnswer(qemu, modelClientQuestion, "its answer is unknown", output);
      writeFileAt(join4(staging, "answer"), output);
    }
  });
  return readAnswer(readTextIfThere(join4(directory, "answer")) ?? "") === true;
}
function readAnswer(output) {
  if (output.includes("vfio-user-pci options:")) return true;
  return /'vfio-user-pci' (not found|is not a valid device model name)/.test(output) ? false : void 0;
}

// src/app/model-programs.ts
function lineRelayFrom(context) {
  let provided;
  return () => provided ??= provide(context).catch((error) => {
    provided = void 0;
    if (!(error instanceof ProvisionError)) throw error;
    throw new DeviceHostError(`the relay of its interrupt line could not be provided: ${error.message}`, true);
  });
}
async function provide(context) {
  const relay = await provideHostProgram({ name: "line-relay", source: line_relay_default }, context);
  if (relay.kind === "absent") {
    context.progress({
      kind: "warning",
      message: `Interrupt lines of device models (interrupts.intx) do not work here: ${relay.reason}. Models with msi or msix run without the line.`
    });
  }
  return relay;
}
var withoutClient = /* @__PURE__ */ new Set(["usb", "serial", "link", "can"]);
async function requireModelClient({ plan: { tests }, buses }, supplies, context) {
  const isFunction = ({ path }) => !withoutClient.has(buses.get(path) ?? "pci");
  const cells2 = new Set(tests.filter((planned) => devicesOf(planned).some(isFunction)).map(({ cell }) => cell));
  for (const cell of cells2) {
    const { qemu } = suppliesOf({ supplies }, cell);
    if (await takesModels(qemu, context)) continue;
    throw new ProvisionError(
      `QEMU ${qemu.version} (${cell.qemu.text}) does not support device models (info/devices), which need vfio-user-pci of QEMU 10.1 or later. Remove --qemu and info/qemu to use the default, or choose a newer one.`
    );
  }
}

// src/provision/device-tree/tree-compiler.ts
import { basename, join as join5 } from "node:path";

// src/provision/device-tree/tree-source.ts
function treeSource(root, fragments) {
  return `/dts-v1/;
${nodeSource(root, "")}${pieces(fragments)}`;
}
function overlaySource(fragments) {
  return `/dts-v1/;
/plugin/;
${pieces(fragments)}`;
}
function pieces(fragments) {
  return fragments.map(({ file, text: text2 }) => `# 1 ${JSON.stringify(file)}
${text2}
`).join("");
}
function nodeSource({ name, label, properties, children }, indent) {
  const title = `${label === void 0 ? "" : `${label}: `}${name === "" ? "/" : name}`;
  const inner = `${indent}	`;
  return [
    `${indent}${title} {
`,
    ...[...properties].map(([property, value]) => `${inner}${property}${valueSource(value)};
`),
    ...children.map((child) => nodeSource(child, inner)),
    `${indent}};
`
  ].join("");
}
function valueSource(value) {
  return value.length === 0 ? "" : ` = [${value.toString("hex")}]`;
}
function readComplaints(output, files) {
  const found = [];
  let elsewhere;
  for (const text2 of output.split("\n")) {
    const [, alsoFile, alsoLine] = /^ {2}also defined at (.+?):(\d+)\./.exec(text2) ?? [];
    const complaint = complaintIn(text2);
    if (complaint !== void 0) elsewhere = files.has(complaint.file) ? void 0 : complaint;
    if (complaint !== void 0 && elsewhere === void 0) found.push(complaint);
    else if (alsoFile !== void 0 && files.has(alsoFile) && elsewhere?.kind === "error")
      found.push({ ...elsewhere, file: alsoFile, line: Number(alsoLine) });
  }
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}
function complaintIn(text2) {
  const [, error, file, line, rest] = /^(Error: )?(\/.+?):(\d+)\.[\d.-]+:? (.+)$/.exec(text2) ?? [];
  if (file === void 0 || rest === void 0) return void 0;
  const kind = error !== void 0 || rest.startsWith("ERROR") ? "error" : "warning";
  const message = rest.replace(/^(?:ERROR|Warning) \((.+?)\): (.*)$/, "$2 ($1)");
  return { kind, file, line: Number(line), message };
}

// src/provision/device-tree/tree-compiler.ts
var program = "usr/bin/dtc";
function treeCompilerSelection() {
  const release = releaseFor(hostSystem());
  return { kind: "dtc", version: 1, release, selection: release.treeCompiler };
}
async function provideTreeCompiler(context) {
  const { directory, description } = await providePrograms(context, {
    ...treeCompilerSelection(),
    title: "dtc",
    finish: (root2) => Promise.resolve({ ...examineUnpacked(root2) })
  });
  const root = readUnpackedRoot(description);
  if (root === void 0) throw damaged(directory);
  return unpackedCommand(directory, root, program);
}
function findTreeCompiler(store) {
  const asset = knownPrograms(store, treeCompilerSelection());
  const directory = asset && store.find(asset);
  const root = directory === void 0 ? void 0 : readUnpackedRoot(readDescription(directory));
  if (directory !== void 0 && root !== void 0) return unpackedCommand(directory, root, program);
  const own = findProgram(basename(program));
  return own === void 0 ? void 0 : [own];
}
async function parseFragments(dtc, fragments, signal) {
  const { output } = await runTreeCompiler(dtc, overlaySource(fragments), signal);
  const complaints = readComplaints(output, new Set(fragments.map(({ file }) => file)));
  return complaints.filter(({ kind, message }) => kind === "error" && !/^Label or path .* not found$/.test(message));
}
async function compileTree(source, files, context) {
  const { bytes, ...result } = await runTreeCompiler(await provideTreeCompiler(context), source, context.signal);
  const complaints = readComplaints(result.output, new Set(files));
  if (bytes !== void 0) return { bytes, complaints };
  if (complaints.some(({ kind }) => kind === "error")) return { bytes: void 0, complaints };
  throw new ProvisionError(
    `dtc did not compile the device tree (${endingWords(result)}):
${lastLines(result.output)}`
  );
}
async function runTreeCompiler(dtc, source, signal) {
  var _stack = [];
  try {
    const scratch = __using(_stack, createScratchDirectory());
    const [input, output] = [join5(scratch.path, "tree.dts"), join5(scratch.path, "tree.dtb")];
    writeFileAt(input, source);
    const command = [...dtc, "-I", "dts", "-O", "dtb", "-o", output, input];
    const result = await runCommand(command, { env: inEnglish(), signal });
    return { ...result, bytes: result.exitCode === 0 ? readWholeFile(output) : void 0 };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}

export {
  startSupervised,
  DeviceHostError,
  ModelPool,
  boardHelper,
  boardDevice,
  busNeeds,
  busModules,
  attemptsOf,
  attemptDirectory,
  attemptName,
  RunStopped,
  suppliesOf,
  bootSupplies,
  treeBase,
  treeBytes,
  createDevice,
  askQemu,
  noAnswer,
  qemuVersion,
  provideStatefulDevices,
  treeNodes,
  treeSource,
  findTreeCompiler,
  parseFragments,
  compileTree,
  createProvisionContext,
  hostStoreRoot,
  refuseBrokenModels,
  checkModels,
  lineRelayFrom,
  requireModelClient
};
