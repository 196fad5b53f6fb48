import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  DmaError,
  PciUnit,
  bounds,
  configBytes,
  cutText,
  hostTime,
  isModel,
  parseFault
} from "./chunks/chunk-E7RYBNAT.mjs";
import {
  isHostShort
} from "./chunks/chunk-2ECDMY2R.mjs";
import "./chunks/chunk-TOO6KRSQ.mjs";

// src/device-host.ts
import * as module from "node:module";

// src/bounds/parse-json.ts
var [quote, backslash, comma, openBracket, openBrace, closeBracket, closeBrace] = [
  '"',
  "\\",
  ",",
  "[",
  "{",
  "]",
  "}"
].map((sign) => sign.charCodeAt(0));
function asObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}

// src/device-host/control-protocol.ts
var controlDescriptor = 3;
var settingNames = {
  key: "QDT_MODEL_KEY",
  loadLimitMs: "QDT_MODEL_LOAD_MS",
  /** Absent: no text is kept for later processes. */
  texts: "QDT_MODEL_TEXTS"
};

// src/bounds/line-splitter.ts
var lineFeed = 10;
var smallBytes = 256;
var LineSplitter = class {
  #splitting;
  #held = Buffer.alloc(0);
  #heldLength = 0;
  /** Pieces of this line were handed on already. */
  #isContinued = false;
  constructor(splitting) {
    this.#splitting = splitting;
  }
  push(chunk) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      this.#take(chunk.subarray(start, end));
      this.#emit(true);
      start = end + 1;
    }
    this.#take(chunk.subarray(start));
  }
  end() {
    if (this.#heldLength > 0) this.#emit(true);
  }
  #take(piece) {
    const { maxLength } = this.#splitting;
    for (let rest = piece; rest.length > 0; ) {
      if (this.#heldLength === maxLength) this.#emit(false);
      const taken = rest.subarray(0, maxLength - this.#heldLength);
      this.#hold(taken);
      rest = rest.subarray(taken.length);
    }
  }
  #hold(bytes) {
    const length = this.#heldLength + bytes.length;
    if (length > this.#held.length) {
      const larger = Buffer.alloc(
        Math.max(length, Math.min(2 * this.#held.length, this.#splitting.maxLength), smallBytes)
      );
      this.#held.copy(larger, 0, 0, this.#heldLength);
      this.#held = larger;
    }
    bytes.copy(this.#held, this.#heldLength);
    this.#heldLength = length;
  }
  #emit(isEnd) {
    const line = Buffer.from(this.#held.subarray(0, this.#heldLength));
    const part = this.#isContinued ? isEnd ? "last" : "middle" : isEnd ? "whole" : "first";
    this.#heldLength = 0;
    this.#isContinued = !isEnd;
    if (line.length > 64 * 1024) this.#held = Buffer.alloc(0);
    this.#splitting.onLine(line, part);
  }
};

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

// src/device-host/host-line.ts
function writeHostLine(line, key2) {
  const text = serialize(line, key2);
  if (text !== void 0 && text.length <= bounds.models.lineBytes / maxBytesPerCharacter) return `${text}
`;
  const message = text === void 0 ? "the answer contains a value that JSON does not support, such as a bigint" : `the answer is too long: ${text.length} characters`;
  return `${JSON.stringify({ key: key2, ...refusalOf(line, message) })}
`;
}
function refusalOf(line, message) {
  return "id" in line ? { id: line.id, error: { message } } : { event: "threw", message, stack: "" };
}
var maxBytesPerCharacter = 3;
function serialize(line, key2) {
  try {
    return JSON.stringify({ key: key2, ...line });
  } catch {
    return void 0;
  }
}
function describeFailure(thrown) {
  if (!(thrown instanceof Error)) return { message: cutText(wordsOf(thrown), bounds.models.errorChars) };
  const { message, stack } = thrown;
  return {
    message: cutText(message, bounds.models.errorChars),
    ...typeof stack === "string" ? { stack: cutText(stack, bounds.models.stackChars) } : {},
    ...isHostShort(thrown) || isHostShort(thrown.cause) ? { isHostShort: true } : {}
  };
}
function wordsOf(thrown) {
  try {
    return String(thrown);
  } catch {
    return "something that is not text";
  }
}

// src/host/local-socket.ts
import { connect, createServer, Socket } from "node:net";
function openInheritedSocket(descriptor) {
  return new Socket({ fd: descriptor, readable: true, writable: true });
}
async function listenLocal(path, onConnection, { pauseOnConnect = false } = {}) {
  const open = /* @__PURE__ */ new Set();
  const server = createServer({ pauseOnConnect }, (stream) => {
    open.add(stream);
    stream.once("close", () => open.delete(stream));
    onConnection(stream);
  });
  await new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(path, resolve);
  });
  return {
    path,
    [Symbol.dispose]: () => {
      server.close();
      for (const stream of open) stream.destroy();
    }
  };
}

// src/host/process/supervised-process.ts
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

// src/host/process/process-keeper.ts
function killGroup(groupId) {
  try {
    process.kill(-groupId, "SIGKILL");
  } catch (cause) {
    if (cause.code !== "ESRCH") throw cause;
  }
}

// src/host/process/supervised-process.ts
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

// src/device-host/line-relay.ts
function startLineRelay(program, machine) {
  const { channels, exited, kill } = startSupervised({
    ...relayCommand([program]),
    channelCount: 1,
    passed: [machine]
  });
  const [channel] = channels;
  if (channel === void 0) throw new Error("Internal error: a relay was started without its channel");
  channel.on("error", () => void 0);
  return { channel, exited, kill };
}
async function checkLineRelay(program) {
  const exit = await startSupervised({ ...relayCommand([program, "check"]), channelCount: 0 }).exited;
  if (exit.kind === "not-started")
    throw new LineRelayError(`The relay of the interrupt line could not be started: ${exit.error.message}`, {
      cause: exit.error
    });
  if (exit.kind !== "exited" || exit.exitCode !== 0)
    throw new LineRelayError(
      `The relay of the interrupt line did not start: ${describeExit(exit)}. Remove it to build it again: rm ${program}`
    );
}
function relayCommand(argv) {
  return { argv, env: {}, onOutput: (chunk) => process.stderr.write(chunk) };
}
var LineRelayError = class extends Error {
  name = "LineRelayError";
};

// src/device-host/vfio-user/message.ts
var headerBytes = 16;
var commands = {
  version: 1,
  dmaMap: 2,
  dmaUnmap: 3,
  deviceInfo: 4,
  regionInfo: 5,
  irqInfo: 7,
  setIrqs: 8,
  regionRead: 9,
  regionWrite: 10,
  dmaRead: 11,
  dmaWrite: 12,
  deviceReset: 13
};
var messageType = { mask: 15, request: 0, reply: 1 };
var noReply = 16;
var isError = 32;
var errno = { tooBig: 7, noDevice: 19, invalid: 22, notImplemented: 38, notSupported: 95 };
var configRegion = 7;
var regionCount = 9;
var irqKinds = 5;
var lineKind = 0;
var maxDataBytes = 32 * 1024;
var maxMessageBytes = maxDataBytes + 256;
var ProtocolError = class extends Error {
  name = "ProtocolError";
};
var nothing = new Uint8Array();
function encodeMessage({ id, command, kind, errno: errno2 = 0, body = nothing }) {
  const message = Buffer.allocUnsafe(headerBytes + body.length);
  message.writeUInt16LE(id, 0);
  message.writeUInt16LE(command, 2);
  message.writeUInt32LE(message.length, 4);
  message.writeUInt32LE((kind === "reply" ? messageType.reply : messageType.request) | (errno2 === 0 ? 0 : isError), 8);
  message.writeUInt32LE(errno2, 12);
  message.set(body, headerBytes);
  return message;
}
var MessageSplitter = class {
  #rest = Buffer.alloc(0);
  /** @throws ProtocolError for an impossible length */
  *push(chunk) {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= headerBytes) {
      const length = this.#rest.readUInt32LE(4);
      if (length < headerBytes || length > maxMessageBytes)
        throw new ProtocolError(
          `expected a message of ${headerBytes} to ${maxMessageBytes} bytes, found one of ${length}`
        );
      if (this.#rest.length < length) return;
      const message = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      yield decode(message);
    }
  }
  /** The size of the incomplete message so far. */
  get pendingBytes() {
    return this.#rest.length;
  }
};
function decode(message) {
  const flags = message.readUInt32LE(8);
  const type = flags & messageType.mask;
  if (type !== messageType.request && type !== messageType.reply)
    throw new ProtocolError(`expected a request or a reply, found a message of type ${type}`);
  return {
    id: message.readUInt16LE(0),
    command: message.readUInt16LE(2),
    kind: type === messageType.reply ? "reply" : "request",
    isPosted: (flags & noReply) !== 0,
    errno: (flags & isError) === 0 ? 0 : message.readUInt32LE(12) || 5,
    body: message.subarray(headerBytes)
  };
}
function needBytes(body, bytes, what) {
  if (body.length < bytes) throw new ProtocolError(`${what}: expected at least ${bytes} bytes, found ${body.length}`);
  return body;
}
function words(...values) {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * index);
  return bytes;
}
function answerVersion(body) {
  const major = needBytes(body, 4, "VERSION").readUInt16LE(0);
  if (major !== 0) throw new ProtocolError(`expected version 0 of the protocol, found ${major}`);
  checkCapabilities(body.subarray(4));
  const capabilities = Buffer.from(
    `${JSON.stringify({ capabilities: { max_msg_fds: 8, max_data_xfer_size: maxDataBytes } })}\0`
  );
  const version = Buffer.alloc(4);
  return capabilities.length > body.length - version.length ? version : Buffer.concat([version, capabilities]);
}
function checkCapabilities(json) {
  if (json.length === 0) return;
  const text = json.toString("utf8").replace(/\0.*$/s, "");
  try {
    if (asObject(JSON.parse(text)) !== void 0) return;
  } catch {
  }
  throw new ProtocolError(
    `VERSION: expected capabilities as a JSON object, found ${JSON.stringify(text.slice(0, headerBytes * 4))}`
  );
}

// src/device-host/vfio-user/describe-device.ts
var deviceFlags = { reset: 1, pci: 2 };
var regionFlags = { read: 1, write: 2 };
var irqFlags = { eventfd: 1, maskable: 2, masksItself: 4, noResize: 8 };
function describeDevice() {
  return words(16, deviceFlags.reset | deviceFlags.pci, regionCount, irqKinds);
}
function regionSize(model, region) {
  if (region === configRegion) return configBytes;
  return model.bars[region]?.size ?? 0;
}
function describeRegion(model, body) {
  const region = needBytes(body, 12, "DEVICE_GET_REGION_INFO").readUInt32LE(8);
  if (region >= regionCount) return errno.invalid;
  const size = regionSize(model, region);
  return Buffer.concat([
    words(32, size === 0 ? 0 : regionFlags.read | regionFlags.write, region, 0, size, 0),
    Buffer.alloc(8)
  ]);
}
function describeIrq({ interrupts: { msi = 0, msix } }, hasLine, body) {
  const kind = needBytes(body, 12, "DEVICE_GET_IRQ_INFO").readUInt32LE(8);
  if (kind >= irqKinds) return errno.invalid;
  const count = [hasLine ? 1 : 0, msi, msix?.vectors ?? 0, 1, 0][kind] ?? 0;
  const flags = irqFlags.eventfd | (kind === lineKind ? irqFlags.maskable | irqFlags.masksItself : irqFlags.noResize);
  return words(16, count === 0 ? 0 : flags, kind, count);
}
var setIrqFlags = { eventfd: 4, unmask: 16, trigger: 32 };
function bringsLine(body) {
  const both = setIrqFlags.eventfd | setIrqFlags.trigger;
  return body.length >= 20 && body.readUInt32LE(8) === lineKind && (body.readUInt32LE(4) & both) === both;
}
function isUnmask(body) {
  return body.length >= 8 && (body.readUInt32LE(4) & setIrqFlags.unmask) !== 0;
}
function answerSetIrqs(line, body) {
  const flags = needBytes(body, 20, "DEVICE_SET_IRQS").readUInt32LE(4);
  const [byDescriptor, isUnmask2, isTrigger] = [setIrqFlags.eventfd, setIrqFlags.unmask, setIrqFlags.trigger].map(
    (flag) => (flags & flag) !== 0
  );
  if (isUnmask2 === true && byDescriptor === true) return errno.notSupported;
  if (body.readUInt32LE(8) === lineKind && (isUnmask2 === true || isTrigger === true && byDescriptor === true))
    line.unmask();
  return Buffer.alloc(0);
}
function expectedAfter({ kind, command, body }) {
  if (kind === "reply" || command === commands.setIrqs && isUnmask(body)) return void 0;
  const isAccess = command === commands.regionRead || command === commands.regionWrite;
  return isAccess && body.length >= 12 && body.readUInt32LE(8) !== configRegion ? "accesses" : "a descriptor";
}

// src/host/deferred.ts
function deferred() {
  let resolve;
  let reject;
  const promise = new Promise((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  promise.catch(() => void 0);
  if (resolve === void 0 || reject === void 0)
    throw new Error("Internal error: a promise did not call its executor");
  return { promise, resolve, reject };
}
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

// src/device-host/vfio-user/dma-requests.ts
var maxJobs = 4096;
var firstId = 32768;
var DmaRequests = class {
  #options;
  #jobs = [];
  #outstanding;
  #isWorking = false;
  #isClosed = false;
  /** Counts resets. */
  #life = 0;
  #nextId = firstId;
  /** Size of the header before the data in the body: 8 bytes of address, and a count of 4 or 8 bytes. */
  #dataOffset;
  constructor(options) {
    this.#options = options;
  }
  /** Whether the machine has something to answer. */
  get isBusy() {
    return this.#isWorking;
  }
  read(address, length) {
    return this.#enqueue({ kind: "transfer", address, length, done: deferred() });
  }
  async write(address, bytes) {
    await this.#enqueue({ kind: "transfer", address, bytes, length: bytes.length, done: deferred() });
  }
  /** Takes a step after all earlier transfers. @throws DmaError when it is not taken */
  async afterTransfers(take) {
    await this.#enqueue({ kind: "step", take, done: deferred() });
  }
  /** @throws ProtocolError for a reply without a request */
  receive(reply) {
    const asked = this.#outstanding;
    if (asked === void 0 || asked.id !== reply.id || asked.command !== reply.command)
      throw new ProtocolError(
        `a reply to request ${reply.id}, command ${reply.command}, which is not pending: it is late, or was never requested`
      );
    this.#outstanding = void 0;
    clearTimeout(asked.timer);
    asked.reply.resolve(reply);
  }
  /**
   * The device was reset, so requests that were not sent yet are dropped. The current one stays, because its reply will
   * come.
   */
  abandon() {
    this.#life++;
    for (const { done } of this.#jobs.splice(0)) done.reject(new DmaError("gone", "the device was reset"));
  }
  close() {
    this.#isClosed = true;
    const gone = new DmaError("gone", "the machine is gone");
    if (this.#outstanding !== void 0) clearTimeout(this.#outstanding.timer);
    this.#outstanding?.reply.reject(gone);
    for (const { done } of this.#jobs.splice(0)) done.reject(gone);
  }
  #enqueue(job) {
    if (this.#isClosed) job.done.reject(new DmaError("gone", "the machine is gone"));
    else if (this.#jobs.length >= maxJobs)
      job.done.reject(new DmaError("too-many", `expected at most ${maxJobs} waiting transfers, found another one`));
    else this.#jobs.push(job);
    void this.#work();
    return job.done.promise;
  }
  async #work() {
    if (this.#isWorking) return;
    this.#isWorking = true;
    for (let job = this.#jobs.shift(); job !== void 0; job = this.#jobs.shift()) {
      try {
        job.done.resolve(await this.#perform(job));
      } catch (error) {
        job.done.reject(error instanceof Error ? error : new Error(String(error)));
      }
    }
    this.#isWorking = false;
  }
  async #perform(job) {
    if (job.kind === "transfer") return await this.#transfer(job);
    job.take();
    return Buffer.alloc(0);
  }
  async #transfer({ address, bytes, length }) {
    const life = this.#life;
    this.#dataOffset ??= await this.#probe();
    const data = Buffer.allocUnsafeSlow(bytes === void 0 ? length : 0);
    for (let at = 0; at < length; at += maxDataBytes) {
      if (life !== this.#life) throw new DmaError("gone", "the device was reset");
      const count = Math.min(maxDataBytes, length - at);
      const reply = await this.#request(address + BigInt(at), BigInt(count), bytes?.subarray(at, at + count));
      if (reply.errno !== 0) throw refusal(address + BigInt(at), count, reply.errno);
      if (bytes === void 0) this.#dataOf(reply, count).copy(data, at);
    }
    return data;
  }
  #dataOf({ body }, count) {
    const expected = (this.#dataOffset ?? 0) + count;
    if (body.length === expected) return body.subarray(expected - count);
    throw new ProtocolError(`a reply to DMA_READ: expected ${expected} bytes, found ${body.length}`);
  }
  /**
   * The specification has a 64-bit count; early QEMU uses 32 bits. A peer that expects 64 bits finds this count too
   * large. QEMU 11.1 does.
   */
  async #probe() {
    const { errno: found } = await this.#request(0n, 0x5a5a5a5a00000004n);
    return found === errno.tooBig ? 16 : 12;
  }
  #request(address, count, bytes) {
    if (this.#isClosed) throw new DmaError("gone", "the machine is gone");
    const numbers = Buffer.alloc(bytes === void 0 ? 16 : this.#dataOffset ?? 16);
    numbers.writeBigUInt64LE(BigInt.asUintN(64, address), 0);
    if (numbers.length === 16) numbers.writeBigUInt64LE(count, 8);
    else numbers.writeUInt32LE(Number(count), 8);
    const id = this.#nextId;
    this.#nextId = id === 65535 ? firstId : id + 1;
    const command = bytes === void 0 ? commands.dmaRead : commands.dmaWrite;
    const reply = deferred();
    this.#outstanding = { id, command, reply, timer: setTimeout(this.#options.onSilence, this.#options.timeoutMs) };
    this.#options.send({
      id,
      command,
      kind: "request",
      body: bytes === void 0 ? numbers : Buffer.concat([numbers, bytes])
    });
    return reply.promise;
  }
};
function refusal(address, count, found) {
  return new DmaError("refused", `the machine refused 0x${address.toString(16)}, ${count} bytes: errno ${found}`);
}

// src/device-host/vfio-user/interrupt-line.ts
var InterruptLine = class {
  #ring;
  #isHigh = false;
  #isMasked = false;
  /** `ring` rejects with a DmaError if nobody received it. */
  constructor(ring) {
    this.#ring = ring;
  }
  set(isHigh) {
    this.#isHigh = isHigh;
    this.#signal();
  }
  unmask() {
    this.#isMasked = false;
    this.#signal();
  }
  #signal() {
    if (!this.#isHigh || this.#isMasked) return;
    this.#isMasked = true;
    this.#ring().catch((error) => {
      if (!(error instanceof DmaError)) throw error;
      this.#isMasked = false;
    });
  }
};

// src/device-host/vfio-user/wakefulness.ts
var rowMs = 0.2;
var awakeMs = 0.1;
var trialAccesses = 32;
var termAccesses = 1024;
var worthwhile = 0.8;
var thisHost = { nowMs: () => performance.now(), afterInput: setImmediate };
var Wakefulness = class {
  #host;
  #waitsMs = { asleep: [], awake: [] };
  #stage = "asleep on trial";
  #termLeft = 0;
  #answeredMs = -Infinity;
  #awakeUntilMs = -Infinity;
  #isInRow = false;
  #isLooking = false;
  constructor(host = thisHost) {
    this.#host = host;
  }
  /** Something has arrived. */
  received() {
    const waitedMs = this.#host.nowMs() - this.#answeredMs;
    if (this.#isInRow) this.#learn(waitedMs);
    this.#isInRow = waitedMs < rowMs;
  }
  /** It has been answered. The machine's next access comes when it likes. */
  answered() {
    this.#answeredMs = this.#host.nowMs();
  }
  /** Called after `answered`, unless the machine has something to do first, for which it needs the processor. */
  wait() {
    if (!this.#isInRow || this.#stage !== "awake" && this.#stage !== "awake on trial") return;
    this.#awakeUntilMs = this.#answeredMs + awakeMs;
    if (this.#isLooking) return;
    this.#isLooking = true;
    this.#host.afterInput(this.#look);
  }
  #look = () => {
    this.#isLooking = this.#host.nowMs() < this.#awakeUntilMs;
    if (this.#isLooking) this.#host.afterInput(this.#look);
  };
  #learn(waitedMs) {
    const { asleep, awake } = this.#waitsMs;
    switch (this.#stage) {
      case "asleep on trial":
        if (asleep.push(waitedMs) >= trialAccesses) this.#stage = "awake on trial";
        return;
      case "awake on trial":
        if (awake.push(waitedMs) >= trialAccesses) this.#decide();
        return;
      case "asleep":
      case "awake":
        if (--this.#termLeft <= 0) this.#stage = "asleep on trial";
    }
  }
  #decide() {
    const { asleep, awake } = this.#waitsMs;
    this.#stage = upperQuartile(awake) < worthwhile * upperQuartile(asleep) ? "awake" : "asleep";
    this.#termLeft = termAccesses;
    asleep.length = 0;
    awake.length = 0;
  }
};
function upperQuartile(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length * 0.75)] ?? Infinity;
}

// src/device-host/vfio-user/connection.ts
var maxAccessBytes = 4096;
var maxUnreadBytes = 4 * 1024 * 1024;
var maxLateAnswers = 1024;
var DeviceConnection = class {
  #wire;
  #unit;
  #pci;
  #dma;
  #line;
  #splitter = new MessageSplitter();
  #wakefulness = new Wakefulness();
  #onClosed;
  #isGreeted = false;
  #closed;
  #isPulledOut = false;
  #lateAnswers = 0;
  constructor(wire, unit, { onClosed, transferTimeoutMs = 6e4 } = {}) {
    this.#wire = wire;
    this.#unit = unit;
    this.#onClosed = onClosed ?? (() => void 0);
    this.#dma = new DmaRequests({
      send: (message) => this.#send(message),
      onSilence: () => this.close({ kind: "peer-silent", afterMs: transferTimeoutMs }),
      timeoutMs: transferTimeoutMs
    });
    const { ring } = wire;
    this.#line = new InterruptLine(() => this.#dma.afterTransfers(() => ring?.()));
    this.#pci = unit.plugInto({
      read: (address, length) => this.#transfer(this.#dma.read(address, length)),
      write: (address, bytes) => this.#transfer(this.#dma.write(address, bytes)),
      ...ring === void 0 ? {} : { setLine: (isHigh) => this.#line.set(isHigh) }
    });
    wire.open({
      onData: (chunk) => this.#guard(() => this.#receive(chunk)),
      onEnd: () => this.#ended(),
      onLost: (detail) => this.close({ kind: "protocol-error", detail })
    });
  }
  /**
   * The machine then reads all ones, as after a surprise removal. May be called repeatedly. A QEMU that lives on may
   * abort when its device's socket closes during a request (11.1: `error_setv: Assertion`). To remove a device from a
   * running QEMU, use `pullOut`.
   */
  close(reason) {
    if (this.#closed !== void 0) return;
    this.#closed = reason;
    this.#letGo();
    this.#wire.close();
    if (!this.#isPulledOut) this.#onClosed(reason);
  }
  /**
   * Removes the device from its machine permanently: reads return all ones, writes and interrupts are dropped. Only the
   * socket stays open.
   */
  pullOut() {
    if (this.#closed !== void 0 || this.#isPulledOut) return;
    this.#isPulledOut = true;
    this.#letGo();
    this.#onClosed({ kind: "removed" });
  }
  /**
   * Resolves when the machine has answered every transfer that was begun, interrupts by message included. A reset or
   * the machine's end cuts them off, and so ends them, too.
   */
  async transfersDone() {
    await this.#dma.afterTransfers(() => void 0).catch((error) => {
      if (!(error instanceof DmaError)) throw error;
    });
  }
  #letGo() {
    this.#dma.close();
    this.#pci.detach();
  }
  #ended() {
    if (this.#splitter.pendingBytes === 0) this.close({ kind: "peer-closed" });
    else
      this.close({
        kind: "protocol-error",
        detail: `the peer disconnected in the middle of a message, after ${this.#splitter.pendingBytes} bytes`
      });
  }
  #guard(action) {
    try {
      action();
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.close({ kind: "protocol-error", detail: error.message });
    }
  }
  async #transfer(transfer) {
    try {
      return await transfer;
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.close({ kind: "protocol-error", detail: error.message });
      return await new Promise(() => void 0);
    }
  }
  #receive(chunk) {
    this.#wakefulness.received();
    let expected = this.#wire.expected;
    for (const message of this.#splitter.push(chunk)) {
      if (this.#closed !== void 0) return;
      if (message.kind === "reply") this.#dma.receive(message);
      else this.#request(message);
      expected = expectedAfter(message) ?? expected;
    }
    this.#wakefulness.answered();
    if (!this.#dma.isBusy) this.#wakefulness.wait();
    if (this.#closed === void 0)
      this.#wire.readOn(this.#splitter.pendingBytes === 0 ? expected : this.#wire.expected);
  }
  #request(message) {
    if (!this.#isGreeted && message.command !== commands.version)
      throw new ProtocolError(`expected VERSION first, found command ${message.command}`);
    const answer = this.#answer(message);
    if (!(answer instanceof Promise)) {
      this.#reply(message, answer);
      return;
    }
    if (++this.#lateAnswers > maxLateAnswers) throw new ProtocolError(`${maxLateAnswers} reads wait for late answers`);
    void answer.then((late) => {
      this.#lateAnswers--;
      this.#reply(message, late);
    });
  }
  #reply({ id, command, isPosted }, answer) {
    if (isPosted) return;
    this.#send(
      typeof answer === "number" ? { id, command, kind: "reply", errno: answer } : { id, command, kind: "reply", body: answer }
    );
  }
  #send(message) {
    if (this.#closed !== void 0) return;
    this.#wire.write(encodeMessage(message));
    if (this.#wire.unsentBytes > maxUnreadBytes) this.close({ kind: "peer-does-not-read" });
  }
  #answer({ command, body }) {
    switch (command) {
      case commands.version:
        this.#isGreeted = true;
        this.#reset();
        return answerVersion(body);
      case commands.dmaMap:
        needBytes(body, 32, "DMA_MAP");
        return Buffer.alloc(0);
      case commands.dmaUnmap:
        return Buffer.from(needBytes(body, 24, "DMA_UNMAP").subarray(0, 24));
      case commands.deviceInfo:
        return describeDevice();
      case commands.regionInfo:
        return describeRegion(this.#unit.model, body);
      case commands.irqInfo:
        return describeIrq(this.#unit.model, this.#wire.ring !== void 0, body);
      case commands.setIrqs:
        this.#checkLine(body);
        return answerSetIrqs(this.#line, body);
      case commands.regionRead:
        return this.#readRegion(body);
      case commands.regionWrite:
        return this.#writeRegion(body);
      case commands.deviceReset:
        this.#reset();
        return Buffer.alloc(0);
      default:
        return errno.notImplemented;
    }
  }
  #checkLine(body) {
    if (this.#wire.ring !== void 0 && this.#wire.expected === "accesses" && bringsLine(body))
      throw new ProtocolError(
        "the interrupt line was set in the middle of accesses, where its descriptor is not received"
      );
  }
  #reset() {
    if (this.#isPulledOut) return;
    this.#dma.abandon();
    this.#pci.reset();
    this.#line.unmask();
  }
  #readRegion(body) {
    const where = this.#access(body, "REGION_READ");
    if (where === void 0) return errno.invalid;
    const { region, offset, length } = where;
    const numbers = Buffer.from(body.subarray(0, 16));
    if (this.#isPulledOut)
      return region === configRegion ? errno.noDevice : Buffer.concat([numbers, Buffer.alloc(length, 255)]);
    if (region === configRegion) return Buffer.concat([numbers, this.#pci.config.read(offset, length)]);
    const seen = this.#pci.read({ bar: region, offset, length });
    return seen instanceof Promise ? seen.then((bytes) => Buffer.concat([numbers, bytes])) : Buffer.concat([numbers, seen]);
  }
  #writeRegion(body) {
    const where = this.#access(body, "REGION_WRITE");
    if (where === void 0) return errno.invalid;
    const { region, offset, length } = where;
    const bytes = Buffer.from(needBytes(body, 16 + length, "REGION_WRITE").subarray(16, 16 + length));
    if (this.#isPulledOut) return Buffer.from(body.subarray(0, 16));
    if (region === configRegion) this.#pci.config.write(offset, bytes);
    else this.#pci.write({ bar: region, offset, length }, bytes);
    return Buffer.from(body.subarray(0, 16));
  }
  /** Undefined: it is not in a region of this device. */
  #access(body, what) {
    needBytes(body, 16, what);
    const offset = body.readBigUInt64LE(0);
    const region = body.readUInt32LE(8);
    const length = body.readUInt32LE(12);
    const isInside = length > 0 && length <= maxAccessBytes && offset + BigInt(length) <= BigInt(regionSize(this.#unit.model, region));
    return isInside ? { region, offset: Number(offset), length } : void 0;
  }
};

// src/device-host/vfio-user/line-wire.ts
var relayCommands = { listen: "L", ring: "R" };
var LineWire = class {
  #machine;
  #relay;
  #expected = "a descriptor";
  #isDiscarding = false;
  /** Nobody has read from `machine` yet. */
  constructor(machine, relay) {
    this.#machine = machine;
    this.#relay = relay;
  }
  open({ onData, onEnd, onLost }) {
    const { channel, exited } = this.#relay;
    this.#machine.on("data", (chunk) => {
      if (!this.#isDiscarding) onData(chunk);
    });
    this.#machine.on("end", onEnd).on("close", onEnd);
    this.#machine.on("error", () => void 0);
    channel.on("data", onData);
    const drained = new Promise((resolve) => channel.once("close", resolve));
    void Promise.all([exited, drained]).then(([exit]) => {
      if (exit.kind === "exited" && exit.exitCode === 0) onEnd();
      else onLost(`the relay of its interrupt line has ended: ${describeExit(exit)}`);
    });
    channel.write(relayCommands.listen);
  }
  write = (bytes) => void this.#machine.write(bytes);
  get unsentBytes() {
    return this.#machine.writableLength;
  }
  ring = () => void this.#relay.channel.write(relayCommands.ring);
  get expected() {
    return this.#expected;
  }
  readOn(expected) {
    const before = this.#expected;
    this.#expected = expected;
    if (expected === "accesses") {
      if (before !== expected) this.#startReading();
      return;
    }
    if (before !== expected) this.#stopReading();
    this.#relay.channel.write(relayCommands.listen);
  }
  close() {
    this.#machine.destroy();
    this.#relay.channel.destroy();
    this.#relay.kill();
  }
  /**
   * A paused stream reads ahead until its buffer is full. A full one stops at once, because we are called while it
   * delivers what it has read.
   */
  #stopReading() {
    this.#machine.pause();
    this.#machine.unshift(Buffer.alloc(this.#machine.readableHighWaterMark));
  }
  #startReading() {
    this.#isDiscarding = true;
    this.#machine.read();
    this.#isDiscarding = false;
    this.#machine.resume();
  }
};

// src/device-host/vfio-user/wire.ts
function streamWire(stream) {
  return {
    open: ({ onData, onEnd }) => {
      stream.on("data", onData).on("end", onEnd).on("close", onEnd);
      stream.on("error", () => void 0);
    },
    write: (bytes) => void stream.write(bytes),
    get unsentBytes() {
      return stream.writableLength;
    },
    expected: "accesses",
    readOn: () => void 0,
    close: () => void stream.destroy()
  };
}

// src/device-host/serve-pci.ts
var UnservableModel = class extends Error {
  name = "UnservableModel";
};
async function servePci(unit, path, listener, lineRelay) {
  const relay = relayFor(unit.model, lineRelay);
  if (relay === void 0) return await serveAt(unit, path, { wireFor: streamWire, ...listener });
  const { program, isTried } = relay;
  if (isTried !== true) await checkLineRelay(program);
  return await serveAt(unit, path, {
    wireFor: (machine) => new LineWire(machine, startLineRelay(program, machine)),
    isRelayed: true,
    ...listener
  });
}
function relayFor({ name, interrupts: { msi, msix, intx } }, lineRelay) {
  if (intx !== true) return void 0;
  if (lineRelay?.kind === "ready") return lineRelay;
  if (msi !== void 0 || msix !== void 0) return void 0;
  throw new UnservableModel(
    `device ${name} has only an interrupt line (interrupts.intx), which does not work here: ${lineRelay?.reason ?? "its relay was not provided"}. Use msi or msix, which need no relay.`
  );
}
async function serveAt(unit, path, { wireFor, isRelayed = false, onConnected, onClosed }) {
  let current;
  const closed = (reason) => {
    current = void 0;
    onClosed(reason);
  };
  const take = (stream) => {
    if (current !== void 0) {
      stream.destroy();
      return;
    }
    try {
      current = new DeviceConnection(wireFor(stream), unit, { onClosed: closed });
    } catch (error) {
      stream.destroy();
      closed({
        kind: "protocol-error",
        detail: `the relay of its interrupt line did not start: ${describeFailure(error).message}`
      });
      return;
    }
    onConnected();
  };
  const server = await listenLocal(path, take, { pauseOnConnect: isRelayed });
  return {
    path,
    remove: () => current?.pullOut(),
    transfersDone: async () => await current?.transfersDone(),
    [Symbol.dispose]: () => {
      current?.close({ kind: "removed" });
      server[Symbol.dispose]();
    }
  };
}

// src/device-host/service.ts
function serviceOf(model, options) {
  switch (model.bus) {
    case "pci": {
      const unit = new PciUnit(model, options);
      return { unit, serve: (path, listener, relay) => servePci(unit, path, listener, relay) };
    }
  }
}

// src/device-host/hosted-device.ts
var HostedDevice = class _HostedDevice {
  #unit;
  #served;
  constructor(unit, served) {
    this.#unit = unit;
    this.#served = served;
  }
  /**
   * @throws UnservableModel @throws ControlError @throws FaultSyntaxError @throws FaultError @throws LineRelayError
   * @throws SystemError
   */
  static async create({ device, socket, controls, faults, lineRelay }, model, onEvent) {
    const holder = {};
    const { unit, serve } = serviceOf(model, {
      time: hostTime,
      onCrash: (crash) => onEvent({ event: "crashed", device, crash }),
      // The access that triggered the removal must still be answered.
      onRemoved: () => setImmediate(() => {
        holder.served?.remove();
        onEvent({ event: "removed", device });
      })
    });
    for (const [name, value] of Object.entries(controls)) void unit.setControl(name, value);
    for (const text of faults) unit.faults.add(parseFault(text));
    holder.served = await serve(
      socket,
      {
        onConnected: () => onEvent({ event: "connected", device }),
        onClosed: (reason) => onEvent({ event: "disconnected", device, reason })
      },
      lineRelay
    );
    return new _HostedDevice(unit, holder.served);
  }
  get modelName() {
    return this.#unit.model.name;
  }
  /** @throws ControlError @throws FaultSyntaxError @throws FaultError @throws RangeError */
  async answer(request) {
    const unit = this.#unit;
    switch (request.do) {
      case "remove":
        this.#served.remove();
        return {};
      case "faults":
        return { faults: unit.faults.reports };
      case "coverage":
        return { coverage: unit.coverage };
      case "get-controls":
        return {
          controls: Object.fromEntries(Object.keys(unit.model.controls).map((name) => [name, unit.control(name)]))
        };
      case "set-control":
        await endOrLimit(this.#changed(unit.setControl(request.name, request.value)));
        return {};
      case "set-fault": {
        const spec = parseFault(request.text);
        unit.faults.add(spec);
        return { fault: spec.id };
      }
      case "clear-fault":
        unit.faults.clear(request.fault);
        return {};
      case "clock":
        this.#changeClock(request.change);
        await endOrLimit(this.#changed(void 0));
        return { nowUs: unit.clock.nowUs };
      case "log": {
        const entries = unit.log.page(request.from, bounds.deviceLog.pageChars);
        return { entries, next: (entries.at(-1)?.sequence ?? unit.log.length - 1) + 1, end: unit.log.length };
      }
    }
  }
  [Symbol.dispose]() {
    this.#served[Symbol.dispose]();
  }
  /** What the machine was told of the change has arrived there: an interrupt is before whatever the test does next. */
  async #changed(handled) {
    await handled;
    await this.#served.transfersDone();
  }
  #changeClock(change) {
    if (change === "stop") this.#unit.clock.stop();
    else if (change === "resume") this.#unit.clock.resume();
    else this.#unit.clock.step(change.stepUs);
  }
};
var handlerWaitMs = 1e3;
async function endOrLimit(handled) {
  await new Promise((resolve) => {
    const timer = setTimeout(resolve, handlerWaitMs);
    void handled.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

// src/device-host/load-model.ts
import { pathToFileURL } from "node:url";

// src/device/definition/model.ts
function isDeviceModel(value) {
  return typeof value === "object" && value !== null && isModel in value;
}

// src/device-host/load-model.ts
var ModelNotLoaded = class extends Error {
  name = "ModelNotLoaded";
};
async function loadModel(path, limitMs) {
  const loaded = await withinTime(importDefault(path), limitMs);
  if (loaded === "late")
    throw new ModelNotLoaded(`${path} could not be loaded: its top level is still waiting after ${limitMs / 1e3} s`);
  const { exported } = loaded;
  if (!isDeviceModel(exported)) {
    throw new ModelNotLoaded(
      `${path}: expected a device as the default export, found ${exported === void 0 ? "none" : typeof exported}. A model ends in: export default defineDevice({ \u2026 })`
    );
  }
  return exported;
}
async function importDefault(path) {
  try {
    const module2 = await import(pathToFileURL(path).href);
    return { exported: module2.default };
  } catch (cause) {
    const found = cause instanceof Error ? cause : new Error(String(cause));
    const error = new ModelNotLoaded(`${path} could not be loaded: ${found.message}`, { cause });
    if (found.stack !== void 0) error.stack = found.stack;
    throw error;
  }
}

// src/device-host/run-device-host.ts
function runDeviceHost(control, { key: key2, loadLimitMs: loadLimitMs2 }) {
  const send = (line) => void control.write(writeHostLine(line, key2));
  const dispatcher = new RequestDispatcher(loadLimitMs2, send);
  tellWhatNobodyCatches((event, told) => control.write(writeHostLine(event, key2), told));
  let queue = Promise.resolve();
  readJsonLines(control, {
    maxBytes: bounds.models.lineBytes,
    onValue: (value) => {
      const request = value;
      if (request.do === "ping") send({ id: request.id, ok: {} });
      else queue = queue.then(async () => send(await dispatcher.answer(request)));
    },
    onEnd: () => process.exit(0)
  });
  send({ event: "ready" });
}
function tellWhatNobodyCatches(tell) {
  process.once("uncaughtException", (thrown) => {
    const { message, stack = "" } = describeFailure(thrown);
    process.stderr.write(`${stack === "" ? message : stack}
`);
    tell({ event: "threw", message, stack }, () => process.exit(1));
  });
}
var RequestDispatcher = class {
  #devices = /* @__PURE__ */ new Map();
  #loadLimitMs;
  #send;
  constructor(loadLimitMs2, send) {
    this.#loadLimitMs = loadLimitMs2;
    this.#send = send;
  }
  async answer(request) {
    try {
      return { id: request.id, ok: await this.#perform(request) };
    } catch (error) {
      return { id: request.id, error: describeFailure(error) };
    }
  }
  async #perform(request) {
    if (request.do === "create") return await this.#create(request);
    if (request.do === "examine") return examine(await loadModel(request.model, this.#loadLimitMs));
    if (request.do === "ping") return {};
    const device = this.#devices.get(request.device);
    if (device === void 0)
      throw new Error(
        `no device ${request.device}; ` + (this.#devices.size === 0 ? "there are none" : `the devices are ${[...this.#devices.keys()].join(", ")}`)
      );
    if (request.do !== "destroy") return await device.answer(request);
    this.#devices.delete(request.device);
    device[Symbol.dispose]();
    return {};
  }
  async #create(request) {
    if (this.#devices.has(request.device)) throw new Error(`there is already a device ${request.device}`);
    const made = await HostedDevice.create(request, await loadModel(request.model, this.#loadLimitMs), this.#send);
    this.#devices.set(request.device, made);
    return { model: made.modelName };
  }
};
function examine(model) {
  return { bus: model.bus, hasLine: model.bus === "pci" && model.interrupts.intx === true };
}

// src/host/resources.ts
import { stat } from "node:fs/promises";
async function startThreadPool() {
  await stat("/");
}
var mebibyte = 1024 * 1024;

// src/device-host.ts
var key = takeSetting(settingNames.key) ?? "";
var loadLimitMs = Number(takeSetting(settingNames.loadLimitMs) ?? 1e4);
var texts = takeSetting(settingNames.texts);
await Promise.all([useLoader(), startThreadPool()]);
runDeviceHost(openInheritedSocket(controlDescriptor), { key, loadLimitMs });
function takeSetting(name) {
  const value = process.env[name];
  Reflect.deleteProperty(process.env, name);
  return value;
}
async function useLoader() {
  const loader = new URL("./device-loader.mjs", import.meta.url).href;
  const { registerHooks } = module;
  const settings = { texts };
  if (registerHooks === void 0) module.register(loader, { data: settings });
  else {
    const hooks = await import("./device-loader.mjs");
    hooks.initialize(settings);
    registerHooks(hooks);
  }
  await import("./device.mjs");
}
