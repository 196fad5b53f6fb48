import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  CanBus,
  CanUnit,
  DmaError,
  GpioUnit,
  I2cBus,
  I2cUnit,
  KiB,
  LinkUnit,
  ModelLife,
  PciFunction,
  PciInstance,
  PciUnit,
  PlatformUnit,
  SerialUnit,
  SpiUnit,
  UsbUnit,
  bounds,
  byCompatible,
  configBytes,
  controlPacket,
  cutText,
  defaultSpeed,
  defineDevice,
  defineUsbDevice,
  errorFrame,
  firmwareOf,
  hex,
  hostTime,
  isIn,
  isModel,
  maxNameBytes,
  noLine,
  parseFault
} from "./chunks/chunk-VDGRWF6W.mjs";
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
  #hold(bytes2) {
    const length = this.#heldLength + bytes2.length;
    if (length > this.#held.length) {
      const larger = Buffer.alloc(
        Math.max(length, Math.min(2 * this.#held.length, this.#splitting.maxLength), smallBytes)
      );
      this.#held.copy(larger, 0, 0, this.#heldLength);
      this.#held = larger;
    }
    bytes2.copy(this.#held, this.#heldLength);
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

// src/device/tree/tree-facts.ts
function treeFactsOf({ platform, bars, firmware, gpios }) {
  if (platform.compatible === void 0) return void 0;
  const { properties, clocks, interrupt } = firmware;
  return {
    size: bars[0].size,
    properties: bytesOf(properties),
    clocks,
    ...interrupt === void 0 ? {} : { interrupt },
    lines: Object.entries(gpios).map(([name, { activeLow = false }]) => ({ name, activeLow }))
  };
}
function bytesOf(properties) {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, propertyBytes(value).toString("hex")])
  );
}
function propertyBytes(value) {
  if (value === true) return Buffer.alloc(0);
  const values = typeof value === "object" ? value : [value];
  const isWide = values.some((one) => typeof one !== "string" && (one > 0xffffffffn || one < -0x80000000n));
  return Buffer.concat(values.map((one) => typeof one === "string" ? Buffer.from(`${one}\0`) : cells(one, isWide)));
}
function cells(value, isWide) {
  const bytes2 = Buffer.alloc(isWide ? 8 : 4);
  if (isWide) bytes2.writeBigUInt64BE(BigInt.asUintN(64, BigInt(value)));
  else bytes2.writeUInt32BE(Number(BigInt.asUintN(32, BigInt(value))));
  return bytes2;
}

// src/device/can/gs-usb.ts
var recipient = "interface";
var frameBytes = 20;
var fromBus = 4294967295;
var extendedFlag = 2147483648;
var remoteFlag = 1073741824;
var idMask = 536870911;
var modeBytes = 8;
function canAdapter(bus) {
  return defineUsbDevice({
    name: "can-adapter",
    usb: { vendor: 7504, product: 24687, speed: "full", strings: { product: "CAN adapter" } },
    interfaces: {
      can: {
        class: 255,
        subclass: 255,
        protocol: 255,
        endpoints: { received: { in: 1, type: "bulk" }, sent: { out: 2, type: "bulk" } }
      }
    },
    control: {
      HOST_FORMAT: { request: 0, recipient, out: () => void 0 },
      BIT_TIMING: { request: 1, recipient, out: () => void 0 },
      MODE: {
        request: 2,
        recipient,
        out: ({ endpoints: { received } }, { bytes: bytes2 }) => {
          if (bytes2.length !== modeBytes) return "stall";
          if (bytes2.readUInt32LE(0) === 1) bus.start((frame) => void received.send(encode(fromBus, frame)));
          else bus.stop();
          return void 0;
        }
      },
      // Features, clock, then for each part of a bit its least and its most, the prescaler with its step.
      CONSTANTS: { request: 4, recipient, in: () => words(0, 48e6, 1, 16, 1, 8, 4, 1, 1024, 1) },
      // The number of channels less one, the versions of software and hardware.
      DEVICE: { request: 5, recipient, in: () => words(0, 2, 1) }
    },
    received: {
      sent: ({ endpoints: { received } }, bytes2) => {
        if (bytes2.length < frameBytes) return "stall";
        const sent = Buffer.from(bytes2.subarray(0, frameBytes));
        bus.send(decode(sent), (error) => {
          if (error !== void 0) received.send(encodeBytes(fromBus, errorFrame(error)));
          received.send(sent);
        });
        return void 0;
      }
    },
    reset: () => bus.stop()
  });
}
function decode(bytes2) {
  const id = bytes2.readUInt32LE(4);
  const isRemote = (id & remoteFlag) !== 0;
  return {
    id: id & idMask,
    data: isRemote ? Buffer.alloc(0) : bytes2.subarray(12, 12 + Math.min(8, bytes2.readUInt8(8))),
    ...(id & extendedFlag) === 0 ? {} : { isExtended: true },
    ...isRemote ? { isRemote: true } : {}
  };
}
function encode(echo, { id, data: data2, isExtended = false, isRemote = false }) {
  const flags = (isExtended ? extendedFlag : 0) + (isRemote ? remoteFlag : 0);
  return encodeBytes(echo, { id: id + flags, data: data2 });
}
function encodeBytes(echo, { id, data: data2 }) {
  const bytes2 = Buffer.alloc(frameBytes);
  bytes2.writeUInt32LE(echo, 0);
  bytes2.writeUInt32LE(id, 4);
  bytes2.writeUInt8(data2.length, 8);
  bytes2.set(data2, 12);
  return bytes2;
}
function words(...values) {
  const bytes2 = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes2.writeUInt32LE(value, 4 * index);
  return bytes2;
}

// src/device-host/places.ts
var Places = class {
  #shared;
  #places = /* @__PURE__ */ new Map();
  constructor(shared) {
    this.#shared = shared;
  }
  /** @throws UnservableModel @throws SystemError @throws what `add` throws */
  async join(member, { name = this.#shared.first, socket }, listener) {
    const { check, add, remove } = this.#shared;
    check(member);
    const place = this.#places.get(name) ?? await this.#make(name, socket);
    add(place.bus, member);
    place.members.add(listener);
    if (place.isConnected) listener.onConnected();
    return {
      path: place.controller.path,
      remove: () => remove(place.bus, member),
      transfersDone: () => place.controller.transfersDone(),
      [Symbol.dispose]: () => {
        remove(place.bus, member);
        place.members.delete(listener);
        if (place.members.size === 0) this.#end(name, place);
      }
    };
  }
  async #make(name, socket) {
    const bus = this.#shared.make();
    const members = /* @__PURE__ */ new Set();
    const controller = await this.#shared.serve(bus, socket, {
      onConnected: () => {
        place.isConnected = true;
        for (const { onConnected } of members) onConnected();
      },
      onClosed: (reason) => {
        place.isConnected = false;
        for (const { onClosed } of members) onClosed(reason);
      }
    });
    const place = { bus, members, controller, isConnected: false };
    this.#places.set(name, place);
    return place;
  }
  #end(name, { controller }) {
    this.#places.delete(name);
    controller[Symbol.dispose]();
  }
};

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

// src/device-host/usb-redir/describe-usb.ts
var speeds = { low: 0, full: 1, high: 2, super: 3 };
var endpointTypes = { control: 0, bulk: 2, interrupt: 3, none: 255 };
var places = 32;
function connectBody({
  vendor,
  product,
  speed = defaultSpeed,
  class: code = 0,
  revision = 256
}) {
  const body = Buffer.alloc(10);
  body.writeUInt8(speeds[speed], 0);
  body.writeUIntBE(code, 1, 3);
  body.writeUInt16LE(vendor, 4);
  body.writeUInt16LE(product, 6);
  body.writeUInt16LE(revision, 8);
  return body;
}
function interfacesBody(chosen) {
  const body = Buffer.alloc(4 + 4 * places);
  body.writeUInt32LE(chosen.length, 0);
  for (const [at2, setting] of chosen.entries())
    for (const [column, value] of [setting.number, setting.class, setting.subclass, setting.protocol].entries())
      body.writeUInt8(value, 4 + column * places + at2);
  return body;
}
function endpointsBody(chosen, isConfigured, speed) {
  const body = Buffer.alloc(5 * places);
  body.fill(endpointTypes.none, 0, places);
  const put = (address, type, packet, [interval, face]) => {
    const at2 = (address & 128) >> 3 | address & 15;
    body.writeUInt8(type, at2);
    body.writeUInt8(interval, places + at2);
    body.writeUInt8(face, 2 * places + at2);
    body.writeUInt16LE(packet, 3 * places + 2 * at2);
  };
  put(0, endpointTypes.control, controlPacket(speed), [0, 0]);
  put(128, endpointTypes.control, controlPacket(speed), [0, 0]);
  if (!isConfigured) return body;
  for (const { number, endpoints } of chosen)
    for (const { address, type, packet, interval } of endpoints)
      put(address, endpointTypes[type], packet, [interval, number]);
  return body;
}

// src/device-host/usb-redir/redir-message.ts
var messages = {
  hello: 0,
  deviceConnect: 1,
  deviceDisconnect: 2,
  reset: 3,
  interfaceInfo: 4,
  endpointInfo: 5,
  setConfiguration: 6,
  getConfiguration: 7,
  configurationStatus: 8,
  setAlternate: 9,
  getAlternate: 10,
  alternateStatus: 11,
  startIsochronous: 12,
  stopIsochronous: 13,
  isochronousStatus: 14,
  startInterrupts: 15,
  stopInterrupts: 16,
  interruptStatus: 17,
  cancel: 21,
  filterReject: 22,
  filterRules: 23,
  disconnectAck: 24,
  control: 100,
  bulk: 101,
  interrupt: 103
};
var statuses = { success: 0, cancelled: 1, invalid: 2, ioError: 3, stall: 4, timeout: 5, babble: 6 };
var ourCapabilities = 126;
var neededCapabilities = 112;
var versionBytes = 64;
var shortHeaderBytes = 12;
var headerBytes = 16;
var RedirError = class extends Error {
  name = "RedirError";
};
function encodeMessage(type, id, body) {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(type, 0);
  header.writeUInt32LE(body.length, 4);
  header.writeBigUInt64LE(id, 8);
  return Buffer.concat([header, body]);
}
function encodeHello(version) {
  const message = Buffer.alloc(shortHeaderBytes + versionBytes + 4);
  message.writeUInt32LE(messages.hello, 0);
  message.writeUInt32LE(versionBytes + 4, 4);
  message.write(version.slice(0, versionBytes - 1), shortHeaderBytes, "latin1");
  message.writeUInt32LE(ourCapabilities, shortHeaderBytes + versionBytes);
  return message;
}
function readHello(body) {
  needBytes(body, versionBytes + 4, "hello");
  const capabilities = body.readUInt32LE(versionBytes);
  if ((capabilities & neededCapabilities) !== neededCapabilities)
    throw new RedirError(
      `expected a peer with the capabilities ${hex(neededCapabilities)}, found ${hex(capabilities)}`
    );
}
function needBytes(body, bytes2, what) {
  if (body.length < bytes2) throw new RedirError(`${what}: expected at least ${bytes2} bytes, found ${body.length}`);
  return body;
}
var RedirSplitter = class {
  #chunks = [];
  #bytes = 0;
  #isGreeted = false;
  /** @throws RedirError for an impossible length, or when the first message is no hello */
  *push(chunk) {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    for (let message = this.#next(); message !== void 0; message = this.#next()) yield message;
  }
  /** The size of the incomplete message so far. */
  get pendingBytes() {
    return this.#bytes;
  }
  #next() {
    const header = this.#isGreeted ? headerBytes : shortHeaderBytes;
    if (this.#bytes < header) return void 0;
    const start = this.#front(header);
    const length = start.readUInt32LE(4);
    const type = start.readUInt32LE(0);
    const id = this.#isGreeted ? start.readBigUInt64LE(8) : BigInt(start.readUInt32LE(8));
    if (length > bounds.usb.messageBytes)
      throw new RedirError(`expected a message of at most ${bounds.usb.messageBytes} bytes, found one of ${length}`);
    if (!this.#isGreeted && type !== messages.hello)
      throw new RedirError(`expected hello first, found message ${type}`);
    if (this.#bytes < header + length) return void 0;
    this.#isGreeted = true;
    return { type, id, body: this.#take(header + length).subarray(header) };
  }
  /** The first bytes, in one piece. */
  #front(bytes2) {
    const [first] = this.#chunks;
    if (first !== void 0 && first.length >= bytes2) return first;
    return Buffer.concat(this.#chunks.slice(0, bytes2), bytes2);
  }
  #take(bytes2) {
    const [first] = this.#chunks;
    this.#bytes -= bytes2;
    if (first !== void 0 && first.length >= bytes2) {
      this.#chunks[0] = first.subarray(bytes2);
      if (first.length === bytes2) this.#chunks.shift();
      return first.subarray(0, bytes2);
    }
    const whole = Buffer.concat(this.#chunks);
    this.#chunks = whole.length === bytes2 ? [] : [whole.subarray(bytes2)];
    return whole.subarray(0, bytes2);
  }
};

// src/device-host/usb-redir/redir-transfer.ts
var controlHeaderBytes = 10;
var bulkHeaderBytes = 10;
var interruptHeaderBytes = 4;
function readTransfer({ type, body }) {
  switch (type) {
    case messages.control:
      return readControl(needBytes(body, controlHeaderBytes, "control_packet"));
    case messages.bulk: {
      needBytes(body, bulkHeaderBytes, "bulk_packet");
      const length = body.readUInt16LE(2) + body.readUInt16LE(8) * 65536;
      return readData(body.readUInt8(0), length, body.subarray(bulkHeaderBytes));
    }
    case messages.interrupt: {
      needBytes(body, interruptHeaderBytes, "interrupt_packet");
      const address = body.readUInt8(0);
      if ((address & 128) !== 0) throw new RedirError("interrupt_packet: expected an endpoint that receives");
      return readData(address, body.readUInt16LE(2), body.subarray(interruptHeaderBytes));
    }
    default:
      return void 0;
  }
}
function readControl(body) {
  const setup = {
    request: body.readUInt8(1),
    requestType: body.readUInt8(2),
    value: body.readUInt16LE(4),
    index: body.readUInt16LE(6),
    length: body.readUInt16LE(8)
  };
  const bytes2 = body.subarray(controlHeaderBytes);
  checkLength(bytes2.length, isIn(setup) ? 0 : setup.length);
  return { kind: "control", setup, bytes: Buffer.from(bytes2) };
}
function readData(address, length, bytes2) {
  const isInward = (address & 128) !== 0;
  checkLength(bytes2.length, isInward ? 0 : length);
  return isInward ? { kind: "in", address, length } : { kind: "out", address, bytes: Buffer.from(bytes2) };
}
function checkLength(found, expected) {
  if (found !== expected) throw new RedirError(`expected a transfer with ${expected} bytes, found ${found}`);
}
function transferAnswer({ type, body }, { outcome, bytes: bytes2 }) {
  const isInward = type === messages.control ? (body.readUInt8(2) & 128) !== 0 : (body.readUInt8(0) & 128) !== 0;
  const header = Buffer.from(body.subarray(0, type === messages.interrupt ? interruptHeaderBytes : bulkHeaderBytes));
  const length = outcome === "done" ? bytes2.length : 0;
  if (type === messages.control) {
    header.writeUInt8(statusOf(outcome), 3);
    header.writeUInt16LE(length, 8);
  } else {
    header.writeUInt8(statusOf(outcome), 1);
    header.writeUInt16LE(length % 65536, 2);
    if (type === messages.bulk) header.writeUInt16LE(Math.floor(length / 65536), 8);
  }
  return isInward && outcome === "done" ? Buffer.concat([header, bytes2]) : header;
}
function interruptBody(address, { outcome, bytes: bytes2 }) {
  const header = Buffer.alloc(interruptHeaderBytes);
  header.writeUInt8(address, 0);
  header.writeUInt8(statusOf(outcome), 1);
  header.writeUInt16LE(outcome === "done" ? bytes2.length : 0, 2);
  return outcome === "done" ? Buffer.concat([header, bytes2]) : header;
}
function statusOf(outcome) {
  switch (outcome) {
    case "done":
      return statuses.success;
    case "stall":
      return statuses.stall;
    case "babble":
      return statuses.babble;
    case "nak":
    case "cancelled":
    case "gone":
      return statuses.cancelled;
    case "io-error":
    case "dropped":
      return statuses.ioError;
  }
}

// src/device-host/usb-redir/device-settings.ts
var nothing = Buffer.alloc(0);
var setConfiguration = 9;
var setInterface = 11;
var DeviceSettings = class {
  #unit;
  #links;
  constructor(unit, links) {
    this.#unit = unit;
    this.#links = links;
  }
  /** What the machine must know before it may use the endpoints. */
  describe() {
    const { state, model } = this.#unit;
    const { chosen, configuration } = state;
    const speed = model.usb.speed ?? defaultSpeed;
    this.#links.send(messages.interfaceInfo, 0n, interfacesBody(chosen));
    this.#links.send(messages.endpointInfo, 0n, endpointsBody(chosen, configuration !== 0, speed));
  }
  tellConfiguration(id, status2 = statuses.success) {
    this.#links.send(messages.configurationStatus, id, Buffer.from([status2, this.#unit.state.configuration]));
  }
  tellAlternate(id, body) {
    const face = body.readUInt8(0);
    const isKnown = this.#unit.state.alternate(face) !== void 0;
    this.#sendAlternate(id, face, isKnown ? statuses.success : statuses.stall);
  }
  configure(id, body) {
    const setup = { requestType: 0, request: setConfiguration, value: body.readUInt8(0), index: 0, length: 0 };
    this.#change(id, setup, (status2) => this.tellConfiguration(id, status2));
  }
  choose(id, body) {
    const [face, value] = [body.readUInt8(0), body.readUInt8(1)];
    const setup = { requestType: 1, request: setInterface, value, index: face, length: 0 };
    this.#change(id, setup, (status2) => this.#sendAlternate(id, face, status2));
  }
  #sendAlternate(id, face, status2) {
    const alternate = this.#unit.state.alternate(face) ?? 0;
    this.#links.send(messages.alternateStatus, id, Buffer.from([status2, face, alternate]));
  }
  #change(id, setup, tell) {
    if (!this.#links.isThere()) {
      tell(statuses.cancelled);
      return;
    }
    this.#links.pending.begin(id, 0, {
      carry: (cancelled2) => this.#unit.carryControl(setup, nothing, cancelled2),
      answer: ({ outcome }) => {
        if (outcome === "done") this.describe();
        tell(statusOf(outcome));
      }
    });
  }
};

// src/device-host/usb-redir/interrupt-streams.ts
var InterruptStreams = class {
  #unit;
  #send;
  #streams = /* @__PURE__ */ new Map();
  constructor(unit, send) {
    this.#unit = unit;
    this.#send = send;
  }
  start(id, address) {
    if (this.#unit.state.cellAt(address)?.laid.direction !== "in") {
      this.refuse(id, address);
      return;
    }
    this.#tell(id, address, statuses.success);
    if (this.#streams.has(address)) return;
    const controller = new AbortController();
    this.#streams.set(address, controller);
    let next = 0n;
    void this.#unit.stream(
      address,
      controller.signal,
      (seen) => this.#send(messages.interrupt, next++, interruptBody(address, seen))
    );
  }
  /** There is no such endpoint, or no device any more. */
  refuse(id, address) {
    this.#tell(id, address, statuses.stall);
  }
  stop(id, address) {
    this.#streams.get(address)?.abort();
    this.#streams.delete(address);
    this.#tell(id, address, statuses.success);
  }
  stopAll() {
    for (const controller of this.#streams.values()) controller.abort();
    this.#streams.clear();
  }
  #tell(id, address, status2) {
    this.#send(messages.interruptStatus, id, Buffer.from([status2, address]));
  }
};

// src/device-host/usb-redir/pending-transfers.ts
var cancelled = { outcome: "cancelled", bytes: Buffer.alloc(0) };
var PendingTransfers = class {
  #pending = /* @__PURE__ */ new Map();
  #bytes = 0;
  get count() {
    return this.#pending.size;
  }
  /**
   * Begins something that the device answers later. `bytes`: what it holds in memory. @throws RedirError when the
   * machine has too many under way, or uses an id twice
   */
  begin(id, bytes2, {
    carry,
    answer
  }) {
    this.#check(id, bytes2);
    const controller = new AbortController();
    const end = (seen) => {
      if (!this.#pending.delete(id)) return;
      this.#bytes -= bytes2;
      answer(seen);
    };
    this.#bytes += bytes2;
    this.#pending.set(id, {
      bytes: bytes2,
      cancel: () => {
        end(cancelled);
        controller.abort();
      }
    });
    void carry(controller.signal).then(end);
  }
  /** By the machine. One that has been answered meanwhile is no mistake. */
  cancel(id) {
    this.#pending.get(id)?.cancel();
  }
  cancelAll() {
    for (const { cancel } of [...this.#pending.values()]) cancel();
  }
  #check(id, bytes2) {
    const { pendingTransfers, pendingBytes } = bounds.usb;
    if (this.#pending.has(id)) throw new RedirError(`transfer ${id} is already under way`);
    if (this.#pending.size >= pendingTransfers)
      throw new RedirError(`expected at most ${pendingTransfers} transfers under way, found another one`);
    if (this.#bytes + bytes2 > pendingBytes)
      throw new RedirError(`expected at most ${pendingBytes} bytes under way, found ${this.#bytes + bytes2}`);
  }
};

// src/device-host/usb-redir/redir-connection.ts
var nothing2 = Buffer.alloc(0);
var RedirConnection = class {
  #wire;
  #unit;
  #onClosed;
  #splitter = new RedirSplitter();
  #pending = new PendingTransfers();
  #streams;
  #settings;
  #isGreeted = false;
  #isPulledOut = false;
  #closed;
  constructor(wire, unit, onClosed = () => void 0) {
    this.#wire = wire;
    this.#unit = unit;
    this.#onClosed = onClosed;
    const send = (type, id, body) => this.#send(type, id, body);
    this.#streams = new InterruptStreams(unit, send);
    this.#settings = new DeviceSettings(unit, { send, pending: this.#pending, isThere: () => !this.#isPulledOut });
    wire.open({
      onData: (chunk) => this.#guard(() => this.#receive(chunk)),
      onEnd: () => this.#ended(),
      onLost: (detail) => this.close({ kind: "protocol-error", detail })
    });
    wire.write(encodeHello("qemu-driver-test"));
  }
  /** The machine takes this for an unplugged device. May be called repeatedly. */
  close(reason) {
    if (this.#closed !== void 0) return;
    this.#closed = reason;
    this.#letGo();
    this.#wire.close();
    if (!this.#isPulledOut) this.#onClosed(reason);
  }
  /**
   * Unplugs the device. QEMU forgets the transfers of a device that is gone, and its driver would wait for each of
   * them: they are answered first.
   */
  pullOut() {
    if (this.#closed !== void 0 || this.#isPulledOut) return;
    this.#letGo();
    this.#isPulledOut = true;
    if (this.#isGreeted) this.#send(messages.deviceDisconnect, 0n, nothing2);
    this.#onClosed({ kind: "removed" });
  }
  /** Resolves when all that the device had for its machine is on its way. */
  async sent() {
    await new Promise((resolve) => setImmediate(resolve));
  }
  #letGo() {
    this.#pending.cancelAll();
    this.#streams.stopAll();
  }
  #ended() {
    const left = this.#splitter.pendingBytes;
    if (left === 0) this.close({ kind: "peer-closed" });
    else
      this.close({
        kind: "protocol-error",
        detail: `the peer disconnected in the middle of a message, after ${left} bytes`
      });
  }
  #guard(action) {
    try {
      action();
    } catch (error) {
      if (!(error instanceof RedirError)) throw error;
      this.close({ kind: "protocol-error", detail: error.message });
    }
  }
  #receive(chunk) {
    for (const message of this.#splitter.push(chunk)) {
      if (this.#closed !== void 0) return;
      const transfer = readTransfer(message);
      if (transfer === void 0) this.#obey(message);
      else this.#carry(message, transfer);
    }
  }
  #send(type, id, body) {
    if (this.#closed !== void 0) return;
    this.#wire.write(encodeMessage(type, id, body));
    if (this.#wire.unsentBytes > bounds.usb.unreadBytes) this.close({ kind: "peer-does-not-read" });
  }
  #carry(message, transfer) {
    const answer = (seen) => this.#send(message.type, message.id, transferAnswer(message, seen));
    if (this.#isPulledOut) {
      answer({ outcome: "gone", bytes: nothing2 });
      return;
    }
    const bytes2 = transfer.kind === "in" ? 0 : transfer.bytes.length;
    this.#pending.begin(message.id, bytes2, { carry: (cancelled2) => this.#ask(transfer, cancelled2), answer });
  }
  async #ask(transfer, cancelled2) {
    switch (transfer.kind) {
      case "control":
        return await this.#unit.carryControl(transfer.setup, transfer.bytes, cancelled2);
      case "out":
        return await this.#unit.carryOut(transfer.address, transfer.bytes, cancelled2);
      case "in":
        return await this.#unit.carryIn(transfer.address, transfer.length, cancelled2);
    }
  }
  #obey({ type, id, body }) {
    switch (type) {
      case messages.hello:
        this.#greet(body);
        return;
      case messages.reset:
        this.#reset();
        return;
      case messages.setConfiguration:
        this.#settings.configure(id, needBytes(body, 1, "set_configuration"));
        return;
      case messages.getConfiguration:
        this.#settings.tellConfiguration(id);
        return;
      case messages.setAlternate:
        this.#settings.choose(id, needBytes(body, 2, "set_alt_setting"));
        return;
      case messages.getAlternate:
        this.#settings.tellAlternate(id, needBytes(body, 1, "get_alt_setting"));
        return;
      case messages.startInterrupts:
        if (this.#isPulledOut) this.#streams.refuse(id, addressIn(body, "start_interrupt_receiving"));
        else this.#streams.start(id, addressIn(body, "start_interrupt_receiving"));
        return;
      case messages.stopInterrupts:
        this.#streams.stop(id, addressIn(body, "stop_interrupt_receiving"));
        return;
      case messages.startIsochronous:
      case messages.stopIsochronous: {
        const address = addressIn(body, "an isochronous stream");
        this.#send(messages.isochronousStatus, id, Buffer.from([statuses.invalid, address]));
        return;
      }
      case messages.cancel:
        this.#pending.cancel(id);
        return;
      case messages.filterReject:
        throw new RedirError("QEMU refused the device; its own log says why");
      case messages.filterRules:
      case messages.disconnectAck:
        return;
      default:
        throw new RedirError(`message ${type} is not known`);
    }
  }
  #greet(body) {
    if (this.#isGreeted) throw new RedirError("hello came twice");
    readHello(body);
    this.#isGreeted = true;
    if (this.#isPulledOut) return;
    this.#unit.reset();
    this.#settings.describe();
    this.#send(messages.deviceConnect, 0n, connectBody(this.#unit.model.usb));
  }
  #reset() {
    if (this.#isPulledOut) return;
    this.#letGo();
    this.#unit.reset();
  }
};
function addressIn(body, what) {
  return needBytes(body, 1, what).readUInt8(0);
}

// src/device-host/vfio-user/wire.ts
function streamWire(stream) {
  return {
    open: ({ onData, onEnd }) => {
      stream.on("data", onData).on("end", onEnd).on("close", onEnd);
      stream.on("error", () => void 0);
    },
    write: (bytes2) => void stream.write(bytes2),
    get unsentBytes() {
      return stream.writableLength;
    },
    expected: "accesses",
    readOn: () => void 0,
    close: () => void stream.destroy()
  };
}

// src/device-host/serve-usb.ts
async function serveUsb(unit, path, { onConnected, onClosed }) {
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
    current = new RedirConnection(streamWire(stream), unit, closed);
    onConnected();
  };
  const server = await listenLocal(path, take);
  return {
    path,
    remove: () => current?.pullOut(),
    transfersDone: async () => await current?.sent(),
    [Symbol.dispose]: () => {
      current?.close({ kind: "removed" });
      server[Symbol.dispose]();
    }
  };
}

// src/device-host/can-places.ts
function canPlaces() {
  return new Places({
    first: "can0",
    make: () => new CanBus(),
    serve: (bus, socket, listener) => serveUsb(new UsbUnit(canAdapter(bus), { time: hostTime }), socket, listener),
    check: () => void 0,
    add: (bus, unit) => bus.add(unit),
    remove: (bus, unit) => bus.remove(unit)
  });
}

// src/device-host/host-line.ts
function writeHostLine(line, key2) {
  const text2 = serialize(line, key2);
  if (text2 !== void 0 && text2.length <= bounds.models.lineBytes / maxBytesPerCharacter) return `${text2}
`;
  const message = text2 === void 0 ? "the answer contains a value that JSON does not support, such as a bigint" : `the answer is too long: ${text2.length} characters`;
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

// src/device-host/serve-stream.ts
var bytesAsTheyCome = { decoder: () => (chunk) => [chunk], encode: (piece) => piece };
async function serveStream(device2, path, { codec, onConnected, onClosed }) {
  let current;
  const take = (stream) => {
    if (current !== void 0) {
      stream.destroy();
      return;
    }
    const connection = new StreamConnection(stream, { device: device2, codec });
    current = connection;
    void connection.ended.then((reason) => {
      current = void 0;
      onClosed(reason);
    });
    onConnected();
  };
  const server = await listenLocal(path, take);
  return {
    path,
    remove: () => current?.close({ kind: "removed" }),
    transfersDone: async () => await current?.flushed(),
    [Symbol.dispose]: () => {
      current?.close({ kind: "removed" });
      server[Symbol.dispose]();
    }
  };
}
var StreamConnection = class {
  #stream;
  #device;
  #ended = deferred();
  #isOver = false;
  constructor(stream, { device: device2, codec }) {
    this.#stream = stream;
    this.#device = device2;
    stream.on("error", () => void 0);
    stream.once("close", () => this.close({ kind: "peer-closed" }));
    device2.connect((piece) => {
      if (stream.writableLength <= bounds.frames.unreadBytes && stream.writable) stream.write(codec.encode(piece));
    });
    this.#read(codec.decoder()).then(
      () => this.close({ kind: "peer-closed" }),
      (error) => this.close(reasonOf(error))
    );
  }
  /** Resolves when it is over. */
  get ended() {
    return this.#ended.promise;
  }
  /** The first reason counts. When the stream tells its end once more, the device may be in the next machine. */
  close(reason) {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ended.resolve(reason);
    this.#device.disconnect();
    this.#stream.destroy();
  }
  /** Resolves when everything sent has left for QEMU, or the connection is closed. */
  async flushed() {
    if (!this.#stream.writable || this.#stream.writableLength === 0) return;
    await new Promise((resolve) => this.#stream.write("", () => resolve()));
  }
  async #read(decode3) {
    for await (const chunk of this.#stream)
      for (const piece of decode3(chunk)) await this.#device.receive(piece);
  }
};
function reasonOf(error) {
  return error instanceof PieceError ? { kind: "protocol-error", detail: error.message } : { kind: "peer-closed" };
}
var PieceError = class extends Error {
  name = "PieceError";
};

// src/device-host/frame-codec.ts
var headerBytes2 = 4;
var frameCodec = {
  decoder: () => {
    const decoder = new FrameDecoder();
    return (chunk) => decoder.push(chunk);
  },
  encode: (frame) => {
    const bytes2 = Buffer.allocUnsafe(headerBytes2 + frame.length);
    bytes2.writeUInt32BE(frame.length);
    frame.copy(bytes2, headerBytes2);
    return bytes2;
  }
};
var FrameDecoder = class {
  #header = Buffer.alloc(headerBytes2);
  #headerFilled = 0;
  #frame;
  #frameFilled = 0;
  /** @throws PieceError when a frame is longer than QEMU's are */
  *push(chunk) {
    for (let at2 = 0; at2 < chunk.length; ) {
      if (this.#frame === void 0) {
        const taken2 = chunk.copy(this.#header, this.#headerFilled, at2);
        at2 += taken2;
        this.#headerFilled += taken2;
        if (this.#headerFilled < headerBytes2) return;
        this.#begin(this.#header.readUInt32BE());
        continue;
      }
      const taken = chunk.copy(this.#frame, this.#frameFilled, at2);
      at2 += taken;
      this.#frameFilled += taken;
      if (this.#frameFilled < this.#frame.length) return;
      yield this.#frame;
      this.#frame = void 0;
    }
  }
  #begin(length) {
    this.#headerFilled = 0;
    if (length > bounds.frames.bytes)
      throw new PieceError(`expected a frame of at most ${bounds.frames.bytes} bytes, QEMU announced ${length}`);
    if (length === 0) return;
    this.#frame = Buffer.alloc(length);
    this.#frameFilled = 0;
  }
};

// src/device-host/tree-place.ts
var treePlace = "tree";

// src/host/process/supervised-process.ts
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

// src/host/process/process-keeper.ts
function killGroup(groupId) {
  try {
    process.kill(-groupId, "SIGKILL");
  } catch (cause2) {
    if (cause2.code !== "ESRCH") throw cause2;
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
function spawnWithChannels({ argv, env, channelCount: channelCount2, passed = [], ...wanted }) {
  hookExit();
  const file = "outputPath" in wanted ? openForAppend(wanted.outputPath) : void 0;
  const output = file ?? "pipe";
  try {
    const channels = Array.from({ length: channelCount2 }, () => "pipe");
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
var headerBytes3 = 16;
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
var nothing3 = new Uint8Array();
function encodeMessage2({ id, command, kind, errno: errno2 = 0, body = nothing3 }) {
  const message = Buffer.allocUnsafe(headerBytes3 + body.length);
  message.writeUInt16LE(id, 0);
  message.writeUInt16LE(command, 2);
  message.writeUInt32LE(message.length, 4);
  message.writeUInt32LE((kind === "reply" ? messageType.reply : messageType.request) | (errno2 === 0 ? 0 : isError), 8);
  message.writeUInt32LE(errno2, 12);
  message.set(body, headerBytes3);
  return message;
}
var MessageSplitter = class {
  #rest = Buffer.alloc(0);
  /** @throws ProtocolError for an impossible length */
  *push(chunk) {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= headerBytes3) {
      const length = this.#rest.readUInt32LE(4);
      if (length < headerBytes3 || length > maxMessageBytes)
        throw new ProtocolError(
          `expected a message of ${headerBytes3} to ${maxMessageBytes} bytes, found one of ${length}`
        );
      if (this.#rest.length < length) return;
      const message = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      yield decode2(message);
    }
  }
  /** The size of the incomplete message so far. */
  get pendingBytes() {
    return this.#rest.length;
  }
};
function decode2(message) {
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
    body: message.subarray(headerBytes3)
  };
}
function needBytes2(body, bytes2, what) {
  if (body.length < bytes2) throw new ProtocolError(`${what}: expected at least ${bytes2} bytes, found ${body.length}`);
  return body;
}
function words2(...values) {
  const bytes2 = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes2.writeUInt32LE(value >>> 0, 4 * index);
  return bytes2;
}
function answerVersion(body) {
  const major = needBytes2(body, 4, "VERSION").readUInt16LE(0);
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
  const text2 = json.toString("utf8").replace(/\0.*$/s, "");
  try {
    if (asObject(JSON.parse(text2)) !== void 0) return;
  } catch {
  }
  throw new ProtocolError(
    `VERSION: expected capabilities as a JSON object, found ${JSON.stringify(text2.slice(0, headerBytes3 * 4))}`
  );
}

// src/device-host/vfio-user/describe-device.ts
var deviceFlags = { reset: 1, pci: 2 };
var regionFlags = { read: 1, write: 2 };
var irqFlags = { eventfd: 1, maskable: 2, masksItself: 4, noResize: 8 };
function describeDevice() {
  return words2(16, deviceFlags.reset | deviceFlags.pci, regionCount, irqKinds);
}
function regionSize(model, region) {
  if (region === configRegion) return configBytes;
  return model.bars[region]?.size ?? 0;
}
function describeRegion(model, body) {
  const region = needBytes2(body, 12, "DEVICE_GET_REGION_INFO").readUInt32LE(8);
  if (region >= regionCount) return errno.invalid;
  const size = regionSize(model, region);
  return Buffer.concat([
    words2(32, size === 0 ? 0 : regionFlags.read | regionFlags.write, region, 0, size, 0),
    Buffer.alloc(8)
  ]);
}
function describeIrq({ interrupts: { msi = 0, msix } }, hasLine, body) {
  const kind = needBytes2(body, 12, "DEVICE_GET_IRQ_INFO").readUInt32LE(8);
  if (kind >= irqKinds) return errno.invalid;
  const count = [hasLine ? 1 : 0, msi, msix?.vectors ?? 0, 1, 0][kind] ?? 0;
  const flags = irqFlags.eventfd | (kind === lineKind ? irqFlags.maskable | irqFlags.masksItself : irqFlags.noResize);
  return words2(16, count === 0 ? 0 : flags, kind, count);
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
  const flags = needBytes2(body, 20, "DEVICE_SET_IRQS").readUInt32LE(4);
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
  async write(address, bytes2) {
    await this.#enqueue({ kind: "transfer", address, bytes: bytes2, length: bytes2.length, done: deferred() });
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
  async #transfer({ address, bytes: bytes2, length }) {
    const life = this.#life;
    this.#dataOffset ??= await this.#probe();
    const data2 = Buffer.allocUnsafeSlow(bytes2 === void 0 ? length : 0);
    for (let at2 = 0; at2 < length; at2 += maxDataBytes) {
      if (life !== this.#life) throw new DmaError("gone", "the device was reset");
      const count = Math.min(maxDataBytes, length - at2);
      const reply = await this.#request(address + BigInt(at2), BigInt(count), bytes2?.subarray(at2, at2 + count));
      if (reply.errno !== 0) throw refusal(address + BigInt(at2), count, reply.errno);
      if (bytes2 === void 0) this.#dataOf(reply, count).copy(data2, at2);
    }
    return data2;
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
  #request(address, count, bytes2) {
    if (this.#isClosed) throw new DmaError("gone", "the machine is gone");
    const numbers2 = Buffer.alloc(bytes2 === void 0 ? 16 : this.#dataOffset ?? 16);
    numbers2.writeBigUInt64LE(BigInt.asUintN(64, address), 0);
    if (numbers2.length === 16) numbers2.writeBigUInt64LE(count, 8);
    else numbers2.writeUInt32LE(Number(count), 8);
    const id = this.#nextId;
    this.#nextId = id === 65535 ? firstId : id + 1;
    const command = bytes2 === void 0 ? commands.dmaRead : commands.dmaWrite;
    const reply = deferred();
    this.#outstanding = { id, command, reply, timer: setTimeout(this.#options.onSilence, this.#options.timeoutMs) };
    this.#options.send({
      id,
      command,
      kind: "request",
      body: bytes2 === void 0 ? numbers2 : Buffer.concat([numbers2, bytes2])
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

// src/device-host/vfio-user/regions.ts
var maxAccessBytes = 4096;
var Regions = class {
  #model;
  #pci;
  #isPulledOut = false;
  constructor(model, pci) {
    this.#model = model;
    this.#pci = pci;
  }
  get isPulledOut() {
    return this.#isPulledOut;
  }
  /** From now on, reads return all ones, and writes are dropped. */
  pullOut() {
    this.#isPulledOut = true;
  }
  /** @throws ProtocolError */
  read(body) {
    const where = this.#access(body, "REGION_READ");
    if (where === void 0) return errno.invalid;
    const { region, offset, length } = where;
    const numbers2 = Buffer.from(body.subarray(0, 16));
    if (this.#isPulledOut)
      return region === configRegion ? errno.noDevice : Buffer.concat([numbers2, Buffer.alloc(length, 255)]);
    if (region === configRegion) return Buffer.concat([numbers2, this.#pci.config.read(offset, length)]);
    const seen = this.#pci.read({ bar: region, offset, length });
    return seen instanceof Promise ? seen.then((bytes2) => Buffer.concat([numbers2, bytes2])) : Buffer.concat([numbers2, seen]);
  }
  /** @throws ProtocolError */
  write(body) {
    const where = this.#access(body, "REGION_WRITE");
    if (where === void 0) return errno.invalid;
    const { region, offset, length } = where;
    const bytes2 = Buffer.from(needBytes2(body, 16 + length, "REGION_WRITE").subarray(16, 16 + length));
    if (this.#isPulledOut) return Buffer.from(body.subarray(0, 16));
    if (region === configRegion) this.#pci.config.write(offset, bytes2);
    else this.#pci.write({ bar: region, offset, length }, bytes2);
    return Buffer.from(body.subarray(0, 16));
  }
  /** Undefined: it is not in a region of this device. */
  #access(body, what) {
    needBytes2(body, 16, what);
    const offset = body.readBigUInt64LE(0);
    const region = body.readUInt32LE(8);
    const length = body.readUInt32LE(12);
    const isInside = length > 0 && length <= maxAccessBytes && offset + BigInt(length) <= BigInt(regionSize(this.#model, region));
    return isInside ? { region, offset: Number(offset), length } : void 0;
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
var maxUnreadBytes = 4 * 1024 * 1024;
var maxLateAnswers = 1024;
var DeviceConnection = class {
  #wire;
  #unit;
  #pci;
  #regions;
  #dma;
  #line;
  #splitter = new MessageSplitter();
  #wakefulness = new Wakefulness();
  #onClosed;
  #isGreeted = false;
  #closed;
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
      write: (address, bytes2) => this.#transfer(this.#dma.write(address, bytes2)),
      ...ring === void 0 ? {} : { setLine: (isHigh) => this.#line.set(isHigh) }
    });
    this.#regions = new Regions(unit.model, this.#pci);
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
    if (!this.#regions.isPulledOut) this.#onClosed(reason);
  }
  /**
   * Removes the device from its machine permanently: reads return all ones, writes and interrupts are dropped. Only the
   * socket stays open.
   */
  pullOut() {
    if (this.#closed !== void 0 || this.#regions.isPulledOut) return;
    this.#regions.pullOut();
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
    this.#wire.write(encodeMessage2(message));
    if (this.#wire.unsentBytes > maxUnreadBytes) this.close({ kind: "peer-does-not-read" });
  }
  #answer({ command, body }) {
    switch (command) {
      case commands.version:
        this.#isGreeted = true;
        this.#reset();
        return answerVersion(body);
      case commands.dmaMap:
        needBytes2(body, 32, "DMA_MAP");
        return Buffer.alloc(0);
      case commands.dmaUnmap:
        return Buffer.from(needBytes2(body, 24, "DMA_UNMAP").subarray(0, 24));
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
        return this.#regions.read(body);
      case commands.regionWrite:
        return this.#regions.write(body);
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
    if (this.#regions.isPulledOut) return;
    this.#dma.abandon();
    this.#pci.reset();
    this.#line.unmask();
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
  write = (bytes2) => void this.#machine.write(bytes2);
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

// src/device-host/uart-place.ts
function uartOf(place) {
  return /^(.+)\.line$/.exec(place)?.[1];
}

// src/device-host/service.ts
function serviceOf(model, options, seat) {
  switch (model.bus) {
    case "i2c":
      return onI2cBus(new I2cUnit(model, options, seat.device), seat);
    case "spi":
      return onBoard(new SpiUnit(model, options), seat);
    case "gpio":
      return onBoard(new GpioUnit(model, options), seat);
    case "platform":
      return withLine(onPlatform(new PlatformUnit(model, options), seat), seat);
    case "pci": {
      const unit = new PciUnit(model, options);
      return withLine({ unit, serve: (path, listener, relay) => servePci(unit, path, listener, relay) }, seat);
    }
    case "usb": {
      const unit = new UsbUnit(model, options);
      return { unit, serve: (path, listener) => serveUsb(unit, path, listener) };
    }
    case "can": {
      const unit = new CanUnit(model, { ...options, onRemoved: () => void 0 });
      return { unit, serve: (socket, listener) => seat.can.join(unit, { name: seat.place, socket }, listener) };
    }
    case "serial":
      return onLine(new SerialUnit(model, options), seat);
    case "link": {
      const unit = new LinkUnit(model, options);
      return { unit, serve: (path, listener) => serveStream(unit, path, { ...listener, codec: frameCodec }) };
    }
  }
}
var boardPlace = "board";
function onI2cBus(unit, seat) {
  if (seat.place === boardPlace) return onBoard(unit, seat);
  return { unit, serve: (socket, listener) => seat.i2c.join(unit, { name: seat.place, socket }, listener) };
}
function onPlatform(unit, seat) {
  const { device: id, place, trees: trees2 } = seat;
  if (place !== treePlace) return onBoard(unit, seat);
  return { unit, serve: (path, listener) => trees2.join({ id, unit, place }, path, listener) };
}
function onLine(unit, { device: device2, place, lines }) {
  const uart = place === void 0 ? void 0 : uartOf(place);
  if (uart !== void 0)
    return { unit, serve: (path, listener) => Promise.resolve({ path, ...lines.join(uart, unit, listener) }) };
  return {
    unit,
    serve: async (path, listener) => {
      if (unit.model.serdev !== void 0)
        throw new UnservableModel(
          `device ${device2} has serdev, for a driver of its own, but the UART of QEMU gets a terminal; expected the line of a model of a UART: bus=uart0.line in info/devices`
        );
      return await serveStream(unit, path, { ...listener, codec: bytesAsTheyCome });
    }
  };
}
function withLine({ unit, serve }, { device: device2, lines }) {
  const { line } = unit;
  if (line === void 0) return { unit, serve };
  return {
    unit,
    serve: async (path, listener, relay) => {
      const { leave, ...both } = lines.addUart(device2, line, listener);
      const served = await serve(path, both, relay).catch((error) => {
        leave();
        throw error;
      });
      return {
        path: served.path,
        remove: () => served.remove(),
        transfersDone: () => served.transfersDone(),
        [Symbol.dispose]: () => {
          served[Symbol.dispose]();
          leave();
        }
      };
    }
  };
}
function onBoard(unit, { device: device2, place, boards: boards2 }) {
  return { unit, serve: (path, listener) => boards2.join({ id: device2, unit, place }, path, listener) };
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
   * @throws UnservableModel @throws AddressTaken @throws BoardError @throws ControlError @throws FaultSyntaxError
   * @throws FaultError @throws LineRelayError @throws SystemError
   */
  static async create({ device: device2, socket, place, controls, faults, lineRelay }, model, { onEvent, ...places2 }) {
    const holder = {};
    const options = {
      time: hostTime,
      onCrash: (crash) => onEvent({ event: "crashed", device: device2, crash }),
      // The access that triggered the removal must still be answered.
      onRemoved: () => setImmediate(() => {
        holder.served?.remove();
        onEvent({ event: "removed", device: device2 });
      })
    };
    const { unit, serve } = serviceOf(model, options, { device: device2, ...place === void 0 ? {} : { place }, ...places2 });
    for (const [name, value] of Object.entries(controls)) void unit.setControl(name, value);
    for (const text2 of faults) unit.faults.add(parseFault(text2));
    holder.served = await serve(
      socket,
      {
        onConnected: () => onEvent({ event: "connected", device: device2 }),
        onClosed: (reason) => onEvent({ event: "disconnected", device: device2, reason })
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

// src/device/i2c/designware/causes.ts
var cause = {
  rxUnder: 1 << 0,
  rxOver: 1 << 1,
  rxFull: 1 << 2,
  txOver: 1 << 3,
  txEmpty: 1 << 4,
  rdReq: 1 << 5,
  txAbort: 1 << 6,
  rxDone: 1 << 7,
  activity: 1 << 8,
  stop: 1 << 9,
  start: 1 << 10,
  generalCall: 1 << 11
};
var abortSource = {
  addressNak: 1 << 0,
  tenBitAddressNak: 1 << 1,
  dataNak: 1 << 3,
  /** Somebody acknowledged the start byte: the one thing wrong on the wire that the block can name. */
  startByteAcknowledged: 1 << 7,
  arbitrationLost: 1 << 12,
  byDriver: 1 << 16
};
function flushed(commands2) {
  return commands2 << 23;
}
var Causes = class {
  #raise;
  /** Causes that stay until they are cleared. */
  #latched = 0;
  /** Causes that follow the state of the block. */
  #levels = 0;
  #mask = 0;
  #told = 0;
  /** A message is out, and the driver has not looked since. */
  #isAwaited = false;
  constructor(raise2) {
    this.#raise = raise2;
  }
  get raw() {
    return this.#latched | this.#levels;
  }
  get pending() {
    return this.raw & this.#mask;
  }
  /** The driver reads INTR_STAT, as its handler does. */
  look() {
    this.#isAwaited = false;
    return this.pending;
  }
  set(causes) {
    this.#latched |= causes;
    this.#told &= ~causes;
    this.#tell();
  }
  clear(causes) {
    this.#latched &= ~causes;
    this.#tell();
  }
  /** `renewed`: levels that are to be told again although they were there before. */
  setLevels(levels, renewed = 0) {
    this.#levels = levels;
    this.#told &= ~renewed;
    this.#tell();
  }
  setMask(mask) {
    this.#mask = mask;
    this.#told = 0;
    this.#tell();
  }
  #tell() {
    const isNew = (this.pending & ~this.#told) !== 0;
    this.#told = this.pending;
    if (this.pending === 0) this.#isAwaited = false;
    if (!isNew || this.#isAwaited) return;
    this.#isAwaited = true;
    this.#raise();
  }
};

// src/device/i2c/designware/assembly.ts
function commandOf(value) {
  return {
    isRead: (value & 256) !== 0,
    byte: value & 255,
    isStop: (value & 512) !== 0,
    isRestart: (value & 1024) !== 0
  };
}
function newAssembly(isRead) {
  return { isRead, bytes: [], asked: 0, isBegun: false };
}
function askFor(transaction, address, assembly) {
  const { isRead, bytes: bytes2, asked, isBegun } = assembly;
  if (isBegun) return transaction.more(address, asked);
  return transaction.message(
    isRead ? { direction: "in", address, length: asked } : { direction: "out", address, bytes: Buffer.from(bytes2) }
  );
}
function sourceOf(outcome) {
  switch (outcome) {
    case "nak-address":
      return abortSource.addressNak;
    case "nak-byte":
      return abortSource.dataNak;
    case "arbitration-lost":
      return abortSource.arbitrationLost;
    case "bus-error":
      return abortSource.startByteAcknowledged;
  }
}

// src/device/i2c/designware/master.ts
var queueDepth = 32;
var maxMessageBytes2 = 65535;
var Master = class {
  causes;
  #bus;
  #isEnabled = false;
  #address = 0;
  #isTenBit = false;
  #rxThreshold = 0;
  #txThreshold = 0;
  #abortSources = 0;
  #commands = [];
  #received = [];
  #assembly;
  #transaction;
  /** A message is on its way. */
  #isBusy = false;
  constructor(bus, raise2) {
    this.#bus = bus;
    this.causes = new Causes(raise2);
  }
  get isEnabled() {
    return this.#isEnabled;
  }
  get isActive() {
    return this.#transaction !== void 0 || this.#isBusy;
  }
  get waiting() {
    return this.#commands.length;
  }
  get received() {
    return this.#received.length;
  }
  get abortSources() {
    return this.#abortSources;
  }
  setTarget(address, isTenBit) {
    this.#address = address;
    this.#isTenBit = isTenBit;
  }
  setThresholds({ rx = this.#rxThreshold, tx = this.#txThreshold }) {
    this.#rxThreshold = rx;
    this.#txThreshold = tx;
    this.#update();
  }
  /** Off: what is under way is given up, and both queues are emptied. */
  enable(isEnabled) {
    this.#isEnabled = isEnabled;
    if (!isEnabled) {
      this.#giveUp();
      this.#received.length = 0;
      this.#abortSources = 0;
      this.causes.clear(-1);
    }
    this.#update();
  }
  command(command) {
    if (!this.#isEnabled || this.#isAborted) return;
    if (this.#commands.length >= queueDepth) {
      this.causes.set(cause.txOver);
      return;
    }
    this.#commands.push(command);
    this.#proceed();
    this.#update();
  }
  /** Somebody looks at the state: a read whose end is not known yet has taken place meanwhile. */
  look() {
    if (!this.#isBusy && this.#assembly?.isRead === true && this.#assembly.asked > 0) this.#fetch(this.#assembly);
  }
  takeByte() {
    const byte = this.#received.shift();
    if (byte === void 0) this.causes.set(cause.rxUnder);
    this.#update();
    return byte ?? 0;
  }
  /** The driver has seen why. Only now are new commands accepted. */
  clearAbort() {
    this.#abortSources = 0;
    this.causes.clear(cause.txAbort);
  }
  /** The driver gives up the transfer. */
  abortByDriver() {
    if (this.#isEnabled && this.isActive) this.#abort(abortSource.byDriver);
  }
  /** The block is reset. Nothing that is still under way has an effect any more. */
  giveUp() {
    this.#isEnabled = false;
    this.#giveUp();
  }
  get #isAborted() {
    return (this.causes.raw & cause.txAbort) !== 0;
  }
  #proceed() {
    while (!this.#isBusy) {
      const [next] = this.#commands;
      if (next === void 0) return;
      const assembly = this.#assembly;
      if (assembly !== void 0 && (next.isRestart || next.isRead !== assembly.isRead)) {
        this.#end(assembly, false);
        continue;
      }
      this.#commands.shift();
      this.#take(next);
    }
  }
  #take({ isRead, byte, isStop }) {
    const assembly = this.#assembly ??= newAssembly(isRead);
    if (assembly.bytes.length >= maxMessageBytes2) {
      this.#abort(abortSource.dataNak);
      return;
    }
    if (isRead) assembly.asked++;
    else assembly.bytes.push(byte);
    if (isStop) this.#end(assembly, true);
    else if (assembly.asked >= queueDepth) this.#fetch(assembly);
  }
  /** The end of a message. */
  #end(assembly, isStop) {
    this.#assembly = void 0;
    if (assembly.isBegun && assembly.asked === 0) this.#ended(isStop);
    else this.#carry(assembly, () => this.#ended(isStop));
  }
  #ended(isStop) {
    if (!isStop) return;
    this.#stop();
    this.causes.set(cause.stop);
  }
  /** A part of a read that may go on. */
  #fetch(assembly) {
    this.#carry(assembly, () => void 0);
  }
  #carry(assembly, done) {
    if (this.#isTenBit) {
      this.#abort(abortSource.tenBitAddressNak);
      return;
    }
    const transaction = this.#transaction ??= this.#bus.begin();
    this.#isBusy = true;
    this.causes.set(cause.activity | cause.start);
    const result = askFor(transaction, this.#address, assembly);
    assembly.isBegun = true;
    assembly.asked = 0;
    void result.then((answer) => {
      if (transaction !== this.#transaction) return;
      this.#answered(answer, assembly, done);
    });
  }
  #answered({ outcome, bytes: bytes2 }, { isRead, bytes: sent }, done) {
    if (outcome === "stuck-low" || outcome === "abandoned") return;
    this.#isBusy = false;
    if (outcome !== "done") {
      const refused = outcome === "nak-byte" ? 1 : 0;
      this.#abort(sourceOf(outcome), isRead ? 0 : sent.length - bytes2.length - refused);
      return;
    }
    if (isRead) this.#receive(bytes2);
    done();
    this.#proceed();
    this.#update();
  }
  #receive(bytes2) {
    const room = queueDepth - this.#received.length;
    this.#received.push(...bytes2.subarray(0, room));
    if (bytes2.length > room) this.causes.set(cause.rxOver);
    this.#update(cause.rxFull);
  }
  /** `unsent`: bytes of the message that the bus did not take. */
  #abort(source, unsent = 0) {
    const dropped = Math.min(unsent + this.#commands.length, queueDepth);
    this.#giveUp();
    this.#abortSources |= source | flushed(dropped);
    this.causes.set(cause.txAbort | cause.stop);
    this.#update();
  }
  #giveUp() {
    this.#commands.length = 0;
    this.#assembly = void 0;
    this.#stop();
  }
  #stop() {
    this.#isBusy = false;
    const transaction = this.#transaction;
    this.#transaction = void 0;
    transaction?.stop();
  }
  #update(renewed = 0) {
    const isFull = this.#received.length > this.#rxThreshold;
    const isEmpty = this.#isEnabled && this.#commands.length <= this.#txThreshold;
    this.causes.setLevels((isFull ? cause.rxFull : 0) | (isEmpty ? cause.txEmpty : 0), renewed);
  }
};

// src/device/i2c/designware/registers.ts
var designwareRegisters = {
  CON: { at: 0, reset: 101 },
  TAR: { at: 4, reset: 85 },
  DATA_CMD: { at: 16 },
  SS_SCL_HCNT: { at: 20 },
  SS_SCL_LCNT: { at: 24 },
  FS_SCL_HCNT: { at: 28 },
  FS_SCL_LCNT: { at: 32 },
  HS_SCL_HCNT: { at: 36 },
  HS_SCL_LCNT: { at: 40 },
  INTR_STAT: { at: 44, access: "RO" },
  INTR_MASK: { at: 48 },
  RAW_INTR_STAT: { at: 52, access: "RO" },
  RX_TL: { at: 56 },
  TX_TL: { at: 60 },
  CLR_INTR: { at: 64, access: "RO" },
  CLR_RX_UNDER: { at: 68, access: "RO" },
  CLR_RX_OVER: { at: 72, access: "RO" },
  CLR_TX_OVER: { at: 76, access: "RO" },
  CLR_RD_REQ: { at: 80, access: "RO" },
  CLR_TX_ABRT: { at: 84, access: "RO" },
  CLR_RX_DONE: { at: 88, access: "RO" },
  CLR_ACTIVITY: { at: 92, access: "RO" },
  CLR_STOP_DET: { at: 96, access: "RO" },
  CLR_START_DET: { at: 100, access: "RO" },
  CLR_GEN_CALL: { at: 104, access: "RO" },
  ENABLE: { at: 108 },
  STATUS: { at: 112, access: "RO" },
  TXFLR: { at: 116, access: "RO" },
  RXFLR: { at: 120, access: "RO" },
  SDA_HOLD: { at: 124, reset: 1 },
  TX_ABRT_SOURCE: { at: 128, access: "RO" },
  ENABLE_STATUS: { at: 156, access: "RO" },
  FS_SPKLEN: { at: 160 },
  SMBUS_INTR_MASK: { at: 204 },
  // Data of 32 bits, high speed, and the depths of both queues less one.
  COMP_PARAM_1: { at: 244, access: "RO", reset: queueDepth - 1 << 16 | queueDepth - 1 << 8 | 238 },
  COMP_VERSION: { at: 248, access: "RO", reset: 825308458 },
  COMP_TYPE: { at: 252, access: "RO", reset: 1146552640 }
};

// src/device/i2c/designware/designware-model.ts
function designwareModel(bus) {
  let master;
  return defineDevice({
    name: "designware-i2c",
    pci: { vendor: 32902, device: 40033, class: 819200 },
    interrupts: { msi: 1 },
    bars: { 0: { size: 4 * KiB, registers: designwareRegisters } },
    state: () => {
      master?.giveUp();
      const wires = { raise: () => void 0 };
      master = new Master(bus, () => wires.raise());
      return { master, wires };
    },
    reset: ({ state, interrupts }) => {
      state.wires.raise = () => interrupts.raise();
    },
    read: reads,
    write: writes
  });
}
var clearable = cause.rxUnder | cause.rxOver | cause.txOver | cause.txAbort | cause.activity | cause.stop | cause.start;
var reads = {
  DATA_CMD: ({ state }) => state.master.takeByte(),
  INTR_STAT: (block) => looked(block).causes.look(),
  RAW_INTR_STAT: (block) => looked(block).causes.raw,
  CLR_INTR: (block) => cleared(block, clearable),
  CLR_RX_UNDER: (block) => cleared(block, cause.rxUnder),
  CLR_RX_OVER: (block) => cleared(block, cause.rxOver),
  CLR_TX_OVER: (block) => cleared(block, cause.txOver),
  CLR_TX_ABRT: (block) => cleared(block, cause.txAbort),
  CLR_ACTIVITY: (block) => cleared(block, cause.activity),
  CLR_STOP_DET: (block) => cleared(block, cause.stop),
  CLR_START_DET: (block) => cleared(block, cause.start),
  STATUS: (block) => statusOf2(looked(block)),
  TXFLR: ({ state }) => state.master.waiting,
  RXFLR: (block) => looked(block).received,
  TX_ABRT_SOURCE: ({ state }) => state.master.abortSources,
  ENABLE_STATUS: ({ state }) => state.master.isEnabled ? enable.on : 0
};
var writes = {
  TAR: ({ state }, value) => state.master.setTarget(value & 1023, (value & 4096) !== 0),
  DATA_CMD: ({ state }, value) => state.master.command(commandOf(value)),
  INTR_MASK: (block, value) => looked(block).causes.setMask(value),
  RX_TL: ({ state }, value) => state.master.setThresholds({ rx: value & 255 }),
  TX_TL: ({ state }, value) => state.master.setThresholds({ tx: value & 255 }),
  ENABLE: ({ state, regs }, value) => {
    if ((value & enable.abort) !== 0) state.master.abortByDriver();
    regs.ENABLE = value & enable.on;
    state.master.enable((value & enable.on) !== 0);
  }
};
var enable = { on: 1 << 0, abort: 1 << 1 };
var status = {
  activity: 1 << 0,
  txNotFull: 1 << 1,
  txEmpty: 1 << 2,
  rxNotEmpty: 1 << 3,
  rxFull: 1 << 4,
  masterActivity: 1 << 5
};
function looked({ state }) {
  state.master.look();
  return state.master;
}
function cleared({ state: { master } }, causes) {
  if ((causes & cause.txAbort) !== 0) master.clearAbort();
  master.causes.clear(causes);
  return 0;
}
function statusOf2({ isActive, waiting, received }) {
  return (isActive ? status.activity | status.masterActivity : 0) | (waiting < queueDepth ? status.txNotFull : 0) | (waiting === 0 ? status.txEmpty : 0) | (received > 0 ? status.rxNotEmpty : 0) | (received === queueDepth ? status.rxFull : 0);
}

// src/device/unit/controller-function.ts
var ControllerFunction = class {
  model;
  #instance;
  #nowUs;
  constructor(model, { time, onCrash: onCrash2 }) {
    this.model = model;
    this.#nowUs = time.nowUs;
    this.#instance = new PciInstance(model, new ModelLife(model, { time, onCrash: onCrash2 }));
  }
  plugInto = (bus) => new PciFunction({ model: this.model, endpoint: this.#instance, bus, nowUs: this.#nowUs });
};

// src/device-host/i2c-places.ts
function i2cPlaces() {
  return new Places({
    first: "i2c0",
    make: () => new I2cBus(),
    serve: (bus, socket, listener) => servePci(new ControllerFunction(designwareModel(bus), { time: hostTime, onCrash }), socket, listener),
    check: checkServable,
    add: (bus, unit) => bus.add(unit),
    // Nobody answers at its address any more.
    remove: (bus, unit) => bus.remove(unit)
  });
}
function onCrash({ during, stack }) {
  throw new Error(`Internal error: the I2C controller failed in ${during}: ${stack}`);
}
function checkServable({ model: { name, i2c, properties, gpios } }) {
  const named2 = Object.entries({ properties, gpios }).map(
    ([what2, names]) => [what2, Object.keys(names).join(", ")]
  );
  const [what] = [
    ...i2c.acpi === void 0 ? [] : [`an id of ACPI (${i2c.acpi})`],
    ...i2c.interrupt === void 0 ? [] : ["an interrupt"],
    ...named2.flatMap(([kind, names]) => names === "" ? [] : [`${kind} (${names})`])
  ];
  if (what !== void 0)
    throw new UnservableModel(
      `device ${name} has ${what}, which an I2C bus behind a PCI controller cannot give to its driver; an I2C bus of a board can: bus=board in info/devices`
    );
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
  } catch (cause2) {
    const found = cause2 instanceof Error ? cause2 : new Error(String(cause2));
    const error = new ModelNotLoaded(`${path} could not be loaded: ${found.message}`, { cause: cause2 });
    if (found.stack !== void 0) error.stack = found.stack;
    throw error;
  }
}

// src/device-host/serial-lines.ts
var LineTaken = class extends Error {
  name = "LineTaken";
};
var SerialLines = class {
  #lines = /* @__PURE__ */ new Map();
  /** Follows a UART: its line is up while it is in a machine. Returns its listener, which passes all on. */
  addUart(id, uart, listener) {
    const line = this.#line(id);
    line.uart = uart;
    this.#join(line);
    return {
      onConnected: () => {
        listener.onConnected();
        line.isConnected = true;
        raise(line);
      },
      onClosed: (reason) => {
        listener.onClosed(reason);
        line.isConnected = false;
        lower(line, reason);
      },
      leave: () => {
        lower(line, { kind: "removed" });
        delete line.uart;
        this.#drop(id, line);
      }
    };
  }
  /** A device at the far end of a UART's line. @throws LineTaken */
  join(id, unit, listener) {
    const line = this.#line(id);
    if (line.end !== void 0) throw new LineTaken(`there is already a device at the line of ${id}`);
    line.end = { unit, listener };
    this.#join(line);
    const leave = (reason) => {
      if (line.end?.unit !== unit) return;
      lower(line, reason);
      delete line.end;
      this.#drop(id, line);
    };
    return {
      remove: () => leave({ kind: "removed" }),
      transfersDone: () => Promise.resolve(),
      [Symbol.dispose]: () => leave({ kind: "removed" })
    };
  }
  #line(id) {
    const found = this.#lines.get(id) ?? { isConnected: false };
    this.#lines.set(id, found);
    return found;
  }
  #drop(id, { uart, end }) {
    if (uart === void 0 && end === void 0) this.#lines.delete(id);
  }
  /** The UART knows its far end from now on: the machine's tables may name it. */
  #join(line) {
    const { uart, end } = line;
    if (uart === void 0 || end === void 0) return;
    uart.farEnd = { serdev: end.unit.model.serdev, receive: inTurn(end.unit) };
    if (line.isConnected) raise(line);
  }
};
function raise({ uart, end }) {
  if (uart === void 0 || end === void 0 || uart.isUp) return;
  uart.isUp = true;
  end.listener.onConnected();
  end.unit.connect((bytes2) => uart.deliver(bytes2));
}
function lower({ uart, end }, reason) {
  if (uart?.isUp !== true) return;
  uart.isUp = false;
  end?.unit.disconnect();
  end?.listener.onClosed(reason);
}
function inTurn(unit) {
  let turn = Promise.resolve();
  let waiting = 0;
  return (bytes2) => {
    if (waiting + bytes2.length > bounds.frames.unreadBytes) return;
    waiting += bytes2.length;
    turn = turn.then(async () => {
      waiting -= bytes2.length;
      await unit.receive(bytes2);
    });
  };
}

// src/device/board/board-layout.ts
var boardRegisters = {
  id: 0,
  version: 4,
  /** Where the guest has BAR 0; it says so before it asks for the table of devices. */
  base: 8,
  /** Lines with an event. A read clears it. */
  pending: 16,
  /** Forgets the events of these lines. */
  clear: 20,
  enabled: 24,
  /** The event is the low level or the falling edge. */
  falling: 28,
  /** The event is a level. */
  level: 32,
  /** The event is any edge. */
  both: 36,
  input: 48,
  output: 52,
  /** 1: the guest drives the line. */
  direction: 56
};
var idValue = 1112818769;
var versionValue = 2;
var channelRegisters = { first: 256, stride: 16, low: 0, high: 4, doorbell: 8 };
var channelCount = 16;
var lineCount = 32;
var windowsAt = 65536;
var barBytes = 1048576;
var vectors = { answer: 0, lines: 1 };
var requestBytes = 32768;
var answerBytes = 32768;
var requestHeaderBytes = 16;
var pieceHeaderBytes = 16;
var answerHeaderBytes = 16;
var requestKinds = { configuration: 1, i2c: 2, spi: 3, busTable: 4, deviceTable: 5 };
var pieceFlags = { sends: 1, receives: 2, ends: 4 };
var recordKinds = { line: 1, bus: 2, device: 3, property: 4, clock: 5, gpio: 6, child: 7, node: 8 };
var busKinds = { i2c: 1, spi: 2, platform: 3, serial: 4 };
var propertyTypes = { flag: 1, numbers: 2, texts: 3 };
var noLine2 = 4294967295;
var errnos = {
  none: 0,
  noSuchAddress: 6,
  io: 5,
  again: 11,
  invalid: 22,
  remoteIo: 121,
  timedOut: 110
};
function padded(bytes2) {
  return bytes2 + 3 & ~3;
}

// src/device/board/board-records.ts
function lineRecord(line, name) {
  return record(recordKinds.line, numbers(line), nameBytes(name));
}
function busRecord(kind, channel, chipSelects) {
  return record(recordKinds.bus, numbers(busKinds[kind], channel, chipSelects));
}
function deviceRecord(entry) {
  const { bus, channel = 0, address = 0, size = 0, hz = 0, mode = 0, line = noLine2, interrupt, id = 0, name } = entry;
  return record(
    recordKinds.device,
    numbers(busKinds[bus], channel, address, size, hz, mode, line, lineType(interrupt), id),
    nameBytes(name)
  );
}
function lineType({ activeLow = false, trigger = "level" } = {}) {
  if (trigger === "level") return activeLow ? 8 : 4;
  return activeLow ? 2 : 1;
}
function firmwareRecords({ properties, clocks }) {
  return [
    ...Object.entries(properties).map(([name, property]) => propertyRecord(name, property)),
    ...clockRecords(clocks)
  ];
}
function clockRecords(clocks) {
  return Object.entries(clocks).map(([name, hz]) => record(recordKinds.clock, numbers(hz), nameBytes(name)));
}
function gpioRecord({ name, line, activeLow }) {
  return record(recordKinds.gpio, numbers(line, activeLow ? 1 : 0), nameBytes(name));
}
function nodeRecord(bus, path) {
  return record(recordKinds.node, numbers(busKinds[bus]), nameBytes(path));
}
function childRecord() {
  return record(recordKinds.child);
}
function propertyRecord(name, property) {
  const { type, count, data: data2 } = valueOfProperty(property);
  return record(recordKinds.property, numbers(type, count), nameBytes(name), data2);
}
function valueOfProperty(property) {
  if (property === true) return { type: propertyTypes.flag, count: 0, data: Buffer.alloc(0) };
  const values = Array.isArray(property) ? property : [property];
  const isText = values.every((value) => typeof value === "string");
  const pieces = values.map((value) => typeof value === "string" ? Buffer.from(`${value}\0`) : number64(value));
  return { type: isText ? propertyTypes.texts : propertyTypes.numbers, count: values.length, data: joined(pieces) };
}
function joined(pieces) {
  const bytes2 = Buffer.concat(pieces);
  return Buffer.concat([bytes2], padded(bytes2.length));
}
function number64(value) {
  const bytes2 = Buffer.alloc(8);
  bytes2.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
  return bytes2;
}
function numbers(...values) {
  const bytes2 = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes2.writeUInt32LE(value >>> 0, 4 * index));
  return bytes2;
}
function nameBytes(name) {
  const bytes2 = Buffer.alloc(maxNameBytes + 1);
  bytes2.write(name.slice(0, maxNameBytes), "latin1");
  return bytes2;
}
function record(kind, ...parts) {
  const header = Buffer.alloc(4);
  const whole = Buffer.concat([header, ...parts]);
  whole.writeUInt16LE(kind, 0);
  whole.writeUInt16LE(whole.length, 2);
  return whole;
}

// src/device/board/board-request.ts
var invalidRequest = { status: errnos.invalid, received: [] };
function numberOf(bytes2) {
  return bytes2.readUInt32LE(0);
}
function parseRequest(bytes2) {
  const count = bytes2.readUInt32LE(8);
  if (bytes2.readUInt32LE(12) !== bytes2.length || count > bytes2.length / pieceHeaderBytes) return void 0;
  const pieces = [];
  let received = answerHeaderBytes;
  for (let at2 = requestHeaderBytes; pieces.length < count; ) {
    const piece = readPiece(bytes2, at2);
    if (piece === void 0) return void 0;
    pieces.push(piece);
    at2 += pieceHeaderBytes + padded(piece.sent?.length ?? 0);
    if (piece.receives) received += padded(piece.length);
    if (received > answerBytes) return void 0;
  }
  return { number: numberOf(bytes2), kind: bytes2.readUInt32LE(4), pieces };
}
function readPiece(bytes2, at2) {
  const start = at2 + pieceHeaderBytes;
  if (start > bytes2.length) return void 0;
  const flags = bytes2.readUInt16LE(at2 + 2);
  const length = bytes2.readUInt32LE(at2 + 4);
  const sends = (flags & pieceFlags.sends) !== 0;
  if (length > answerBytes || sends && start + length > bytes2.length) return void 0;
  return {
    address: bytes2.readUInt16LE(at2),
    sent: sends ? bytes2.subarray(start, start + length) : void 0,
    receives: (flags & pieceFlags.receives) !== 0,
    ends: (flags & pieceFlags.ends) !== 0,
    length,
    hz: bytes2.readUInt32LE(at2 + 8),
    mode: bytes2.readUInt16LE(at2 + 12)
  };
}
function encodeAnswer(number, { status: status2, received }) {
  const data2 = status2 === errnos.none ? Buffer.concat(received.map(padData)) : Buffer.alloc(0);
  const header = Buffer.alloc(answerHeaderBytes);
  header.writeUInt32LE(number, 0);
  header.writeUInt32LE(status2, 4);
  header.writeUInt32LE(answerHeaderBytes + data2.length, 8);
  return { header, data: data2 };
}
function padData(bytes2) {
  return Buffer.concat([bytes2], padded(bytes2.length));
}

// src/device/acpi/aml.ts
var op = {
  zero: 0,
  one: 1,
  name: 8,
  byte: 10,
  word: 11,
  dword: 12,
  text: 13,
  scope: 16,
  buffer: 17,
  list: 18,
  longList: 19,
  twoSegments: 46,
  segments: 47,
  root: 92
};
var deviceOp = [91, 130];
function integer(value) {
  const bits = value >>> 0;
  if (bits === 0) return data(op.zero);
  if (bits === 1) return data(op.one);
  if (bits <= 255) return data(op.byte, bits);
  if (bits <= 65535) return data(op.word, little(2, bits));
  return data(op.dword, little(4, bits));
}
function text(value) {
  return data(op.text, Buffer.from(`${value}\0`));
}
function bytes(value) {
  const length = value.length <= 255 ? Buffer.of(op.byte, value.length) : integer(value.length).bytes;
  return data(op.buffer, packaged(length, Buffer.from(value)));
}
function reference(path) {
  return data(namePath(path));
}
function list(items) {
  const content = items.map((item) => item.bytes);
  return items.length <= 255 ? data(op.list, packaged(Buffer.of(items.length), ...content)) : data(op.longList, packaged(integer(items.length).bytes, ...content));
}
function named(name, value) {
  return object(op.name, namePath(name), value.bytes);
}
function scope(path, content) {
  return object(op.scope, packaged(namePath(path), ...content.map((one) => one.bytes)));
}
function device(name, content) {
  return object(...deviceOp, packaged(namePath(name), ...content.map((one) => one.bytes)));
}
function namePath(path) {
  const isAbsolute = path.startsWith("\\");
  const segments = path.slice(isAbsolute ? 1 : 0).split(".");
  if (!segments.every((segment) => /^[A-Z_][A-Z0-9_]{0,3}$/.test(segment)))
    throw new Error(`Internal error: ${path} is no path of ACPI`);
  const prefix = segments.length === 1 ? [] : segments.length === 2 ? [op.twoSegments] : [op.segments, segments.length];
  const names = segments.map((segment) => segment.padEnd(4, "_")).join("");
  return Buffer.from([...isAbsolute ? [op.root] : [], ...prefix, ...Buffer.from(names)]);
}
function little(width, value) {
  const all = Buffer.alloc(width);
  all.writeUIntLE(value, 0, width);
  return all;
}
function data(...parts) {
  return { kind: "data", bytes: joined2(parts) };
}
function object(...parts) {
  return { kind: "object", bytes: joined2(parts) };
}
function joined2(parts) {
  return Buffer.concat(parts.map((part) => typeof part === "number" ? Buffer.of(part) : part));
}
function packaged(...parts) {
  const content = Buffer.concat(parts);
  if (content.length + 1 < 64) return Buffer.concat([Buffer.of(content.length + 1), content]);
  for (const more of [1, 2, 3]) {
    const length = content.length + 1 + more;
    if (length >= 2 ** (4 + 8 * more)) continue;
    const rest = Buffer.alloc(more);
    rest.writeUIntLE(length >>> 4, 0, more);
    return Buffer.concat([Buffer.of(more << 6 | length & 15), rest, content]);
  }
  throw new Error(`Internal error: ${content.length} bytes are too many for an object of ACPI`);
}

// src/device/acpi/resources.ts
var tags = { memory32Fixed: 134, gpio: 140, serialBus: 142, end: 121 };
function resourceTemplate(resources) {
  return bytes(Buffer.concat([...resources.map((resource) => resource.bytes), Buffer.of(tags.end, 0)]));
}
function memory32(base, size) {
  const isWritable = 1;
  return large(tags.memory32Fixed, little(1, isWritable), little(4, base), little(4, size));
}
function i2cConnection(address, hz, controller) {
  return serialBus("i2c", { flags: 0, own: Buffer.concat([little(4, hz), little(2, address)]) }, controller);
}
function spiConnection({ chipSelect, hz, mode }, controller) {
  const [phase, polarity] = [mode & 1, mode >> 1];
  const own = [little(4, hz), Buffer.of(8, phase, polarity), little(2, chipSelect)];
  return serialBus("spi", { flags: 0, own: Buffer.concat(own) }, controller);
}
function uartConnection(baud, controller) {
  const eightBits = 3 << 4;
  const oneStopBit = 1 << 2;
  const fifoBytes = 16;
  const [noParity, noLines] = [0, 0];
  const own = [little(4, baud), little(2, fifoBytes), little(2, fifoBytes), Buffer.of(noParity, noLines)];
  return serialBus("uart", { flags: eightBits | oneStopBit, own: Buffer.concat(own) }, controller);
}
function gpioInterrupt(pin, { activeLow = false, trigger = "level" }, controller) {
  return gpio("interrupt", { pin, flags: (trigger === "edge" ? 1 : 0) | (activeLow ? 2 : 0) }, controller);
}
function gpioLine(pin, controller) {
  return gpio("line", { pin, flags: 0 }, controller);
}
var gpioKinds = { interrupt: 0, line: 1 };
function gpio(kind, { pin, flags }, controller) {
  const [isConsumer, defaultPull] = [1, 0];
  const pinsAt = 23;
  const sourceAt = pinsAt + 2;
  const source = Buffer.from(`${controller}\0`);
  return large(
    tags.gpio,
    Buffer.of(1, gpioKinds[kind]),
    little(2, isConsumer),
    little(2, flags),
    Buffer.of(defaultPull),
    little(2, 0),
    // output drive
    little(2, 0),
    // debounce
    little(2, pinsAt),
    Buffer.of(0),
    // index of the source
    little(2, sourceAt),
    little(2, sourceAt + source.length),
    little(2, 0),
    // bytes of the vendor
    little(2, pin),
    source
  );
}
var serialKinds = { i2c: 1, spi: 2, uart: 3 };
function serialBus(kind, { flags, own }, controller) {
  const [revision, sourceIndex, isConsumer, ownRevision] = [2, 0, 2, 1];
  return large(
    tags.serialBus,
    Buffer.of(revision, sourceIndex, serialKinds[kind], isConsumer),
    little(2, flags),
    Buffer.of(ownRevision),
    little(2, own.length),
    own,
    Buffer.from(`${controller}\0`)
  );
}
function large(tag, ...parts) {
  const content = Buffer.concat(parts);
  return { kind: "resource", bytes: Buffer.concat([Buffer.of(tag), little(2, content.length), content]) };
}

// src/device/board/board-gpios.ts
function connectGpios(id, gpios, bank) {
  const numbers2 = /* @__PURE__ */ new Map();
  for (const [name, { direction, activeLow = false }] of Object.entries(gpios.lines)) {
    const line = bank.take(`${id}.${name}`, (direction === "in" && gpios.isOn(name)) !== activeLow);
    numbers2.set(name, line);
    if (direction === "out") bank.onDriven(line, (isHigh) => gpios.driven(name, isHigh !== activeLow));
  }
  const find = (name) => {
    const line = numbers2.get(name);
    if (line === void 0) throw new Error(`Internal error: line ${name} has no number`);
    return { line, activeLow: gpios.lines[name]?.activeLow === true };
  };
  gpios.connect((name, isOn) => {
    const { line, activeLow } = find(name);
    bank.drive(line, isOn !== activeLow);
  });
  return {
    find,
    uses: [...numbers2.keys()].map((name) => ({ name, ...find(name) })),
    leave: () => gpios.connect(() => void 0)
  };
}

// src/device/board/line-bank.ts
var BoardError = class extends Error {
  name = "BoardError";
};
var LineBank = class {
  #onEvent;
  #names = [];
  #driven = /* @__PURE__ */ new Map();
  /** Where the guest does not drive them. */
  #levels = 0;
  #pending = 0;
  #enabled = 0;
  #falling = 0;
  #level = 0;
  #both = 0;
  #output = 0;
  #direction = 0;
  /** `onEvent`: the guest is to be told. */
  constructor(onEvent) {
    this.#onEvent = onEvent;
  }
  /** In the order of their numbers. */
  get names() {
    return this.#names;
  }
  /** @throws BoardError when there are no more */
  take(name, isHigh) {
    if (this.#names.length === lineCount)
      throw new BoardError(`line ${name}: expected at most ${lineCount} lines on a board, found another one`);
    const line = this.#names.push(name) - 1;
    if (isHigh) this.#levels = set(this.#levels, line, true);
    return line;
  }
  /** Called when the guest changes the level of a line that it drives, or begins or ends to drive it. */
  onDriven(line, call) {
    this.#driven.set(line, call);
  }
  /** A device drives the line. */
  drive(line, isHigh) {
    if (has(this.#levels, line) === isHigh) return;
    this.#levels = set(this.#levels, line, isHigh);
    const isActive = has(this.#both, line) || isHigh !== has(this.#falling, line);
    if (isActive) this.pulse(line);
  }
  /** An event of the line. */
  pulse(line) {
    if (has(this.#level, line) && !has(this.#enabled, line)) return;
    this.#pending = set(this.#pending, line, true);
    if (has(this.#enabled, line)) this.#onEvent();
  }
  /** Undefined: no register of the lines. */
  read(offset) {
    switch (offset) {
      case boardRegisters.pending:
        return this.#takePending();
      case boardRegisters.enabled:
        return this.#enabled;
      case boardRegisters.falling:
        return this.#falling;
      case boardRegisters.level:
        return this.#level;
      case boardRegisters.both:
        return this.#both;
      case boardRegisters.input:
        return this.#actual;
      case boardRegisters.output:
        return this.#output;
      case boardRegisters.direction:
        return this.#direction;
      default:
        return void 0;
    }
  }
  write(offset, value) {
    switch (offset) {
      case boardRegisters.clear:
        this.#pending &= ~value;
        break;
      case boardRegisters.enabled:
        this.#enable(value);
        break;
      case boardRegisters.falling:
        this.#falling = value;
        break;
      case boardRegisters.level:
        this.#level = value;
        break;
      case boardRegisters.both:
        this.#both = value;
        break;
      case boardRegisters.output:
        this.#changeOutput(value, this.#direction);
        break;
      case boardRegisters.direction:
        this.#changeOutput(this.#output, value);
        break;
    }
  }
  /** The registers are as after power-on; the devices drive what they drive. */
  reset() {
    this.#changeOutput(0, 0);
    this.#pending = 0;
    this.#enabled = 0;
    this.#falling = 0;
    this.#level = 0;
    this.#both = 0;
  }
  get #actual() {
    return (this.#levels & ~this.#direction | this.#output & this.#direction) >>> 0;
  }
  #takePending() {
    const seen = this.#pending & this.#enabled;
    this.#pending &= ~seen;
    return seen >>> 0;
  }
  /** A level that is there when its line is let through is an event, and so is an edge that came before. */
  #enable(value) {
    const fresh = value & ~this.#enabled;
    this.#enabled = value >>> 0;
    const active = (this.#levels ^ this.#falling) & this.#level;
    this.#pending |= active & fresh;
    if ((this.#pending & fresh) !== 0) this.#onEvent();
  }
  #changeOutput(output, direction) {
    const before = this.#actual;
    this.#output = output >>> 0;
    this.#direction = direction >>> 0;
    const changed = before ^ this.#actual;
    for (const [line, call] of this.#driven) if (has(changed, line)) call(has(this.#actual, line));
  }
};
function has(word, line) {
  return (word >>> line & 1) === 1;
}
function set(word, line, isSet) {
  const bit = 1 << line >>> 0;
  return (isSet ? word | bit : word & ~bit) >>> 0;
}

// src/device/board/seat-description.ts
function behindLine({ line }) {
  const serdev = line?.farEnd?.serdev;
  if (serdev === void 0) return [];
  const { acpi, properties, baud } = serdev;
  const resources = ({ parent }) => [uartConnection(baud, parent)];
  return [
    { bus: "serial", acpi, clocks: {}, properties: { properties, lines: [], nodes: [] }, resources, children: [] }
  ];
}
var i2cHz = 4e5;
function describe(firmware, description) {
  const { acpi } = firmware;
  return acpi === void 0 ? { records: recordsOf(firmware, description) } : { records: [], entry: () => entryOf({ ...firmware, acpi }, description) };
}
function recordsOf(firmware, { record: record2, uses, nodes = [] }) {
  return [
    record2(),
    ...firmwareRecords(firmware),
    ...uses.map(gpioRecord),
    ...nodes.flatMap((node) => [
      childRecord(),
      ...Object.entries(node.properties).map(([name, property]) => propertyRecord(name, property)),
      ...node.uses.map(gpioRecord)
    ])
  ];
}
function entryOf({ acpi, dsm, properties, clocks, interrupt = {} }, { line, uses, nodes = [], entry: { connections, children = () => [], ...entry } }) {
  const resources = (place) => [
    ...connections(place),
    ...line === void 0 ? [] : [gpioInterrupt(line, interrupt, place.gpios)]
  ];
  return {
    ...entry,
    acpi,
    dsm,
    clocks,
    properties: {
      properties,
      lines: uses.map((use) => lineProperty(use, use.name === "" ? "gpios" : `${use.name}-gpios`)),
      nodes: nodes.map((node) => ({
        properties: node.properties,
        lines: node.uses.map((use) => lineProperty(use, use.name))
      }))
    },
    resources,
    children: children()
  };
}
function lineProperty({ line, activeLow }, property) {
  return { property, pin: line, activeLow };
}

// src/device/board/board-seats.ts
function i2cSeat(id, unit, { lines }, bus) {
  const { i2c, properties } = unit.model;
  const { address, interrupt } = i2c;
  const firmware = firmwareOf({ properties }, i2c);
  const name = i2c.type ?? i2c.compatible?.replace(/^.*,/, "");
  if (name === void 0 && i2c.acpi === void 0)
    throw new BoardError(
      `device ${id}: expected i2c.type, i2c.compatible or i2c.acpi, by which its driver finds it, found none`
    );
  bus.add(unit);
  const { line, port } = interruptLine(id, interrupt, lines);
  unit.connect(port);
  const { channel } = bus;
  const gpios = connectGpios(id, unit.gpios, lines);
  return {
    id,
    ...describe(firmware, {
      record: () => deviceRecord({ bus: "i2c", channel, address, line, interrupt, name: name ?? "" }),
      line,
      uses: gpios.uses,
      entry: {
        bus: "i2c",
        channel,
        connections: ({ parent }) => [i2cConnection(address, i2cHz, parent)]
      }
    }),
    // What it holds stays: it hangs on a supply of its own.
    reset: () => void 0,
    leave: () => {
      bus.remove(unit);
      port.lower();
      gpios.leave();
    }
  };
}
function spiSeat(id, unit, { lines }, bus) {
  const { spi, firmware } = unit.model;
  const chipSelect = bus.add(id, unit);
  const { line, port } = interruptLine(id, firmware.interrupt, lines);
  unit.connect(port);
  const gpios = connectGpios(id, unit.gpios, lines);
  const { channel } = bus;
  const { maxHz: hz, mode, type: name } = spi;
  const { interrupt } = firmware;
  return {
    id,
    ...describe(firmware, {
      record: () => deviceRecord({ bus: "spi", channel, address: chipSelect, hz, mode, line, interrupt, name }),
      line,
      uses: gpios.uses,
      entry: {
        bus: "spi",
        channel,
        connections: ({ parent }) => [spiConnection({ chipSelect, hz, mode }, parent)]
      }
    }),
    reset: () => unit.reset(),
    leave: () => {
      bus.remove(chipSelect);
      port.lower();
      gpios.leave();
    }
  };
}
function platformSeat(id, unit, { lines, windows, nextId, machine }) {
  const { platform, firmware } = unit.model;
  if (platform.driver === void 0 && platform.acpi === void 0)
    throw new BoardError(
      `device ${id}: expected platform.driver or platform.acpi, by which its driver finds it on a board, found only platform.compatible, which is for device trees`
    );
  const window = windows.add(id, unit.model.bars[0].size, unit);
  const platformRecord = (name, entry) => deviceRecord({ bus: "platform", id: nextId(name), name, ...entry });
  const { line, port } = interruptLine(id, firmware.interrupt, lines);
  unit.connect({ line: port, ...dmaOf(machine) });
  const gpios = connectGpios(id, unit.gpios, lines);
  const { at: at2, size } = window;
  return {
    id,
    ...describe(firmware, {
      record: () => platformRecord(platform.driver ?? "", { address: at2, size, line, interrupt: firmware.interrupt }),
      line,
      uses: gpios.uses,
      entry: {
        bus: "platform",
        connections: ({ base }) => [memory32(base + at2, size)],
        children: () => behindLine(unit)
      }
    }),
    reset: () => unit.reset(),
    leave: () => {
      windows.remove(window);
      port.lower();
      gpios.leave();
    }
  };
}
function dmaOf(machine) {
  const present = () => {
    const upstream = machine();
    if (upstream === void 0) throw new DmaError("gone", "the machine is gone");
    return upstream;
  };
  return {
    dmaRead: async (address, length) => await present().dmaRead(address, length),
    dmaWrite: async (address, bytes2) => await present().dmaWrite(address, bytes2)
  };
}
function gpioSeat(id, unit, { lines, nextId }) {
  const { platform, firmware } = unit.model;
  const { find, leave } = connectGpios(id, unit.gpios, lines);
  const name = platform?.driver ?? "";
  const described = platform === void 0 ? { records: [] } : describe(firmware, {
    record: () => deviceRecord({ bus: "platform", id: nextId(name), name }),
    line: void 0,
    ...usesOf(platform, find),
    entry: { bus: "platform", connections: () => [] }
  });
  return { id, ...described, reset: () => unit.reset(), leave };
}
function usesOf({ lines = {}, children = [] }, find) {
  const uses = (asked) => Object.entries(asked).map(([name, used]) => ({ name, ...find(used) }));
  const nodes = children.map(({ properties = {}, lines: own = {} }) => ({ properties, uses: uses(own) }));
  return { uses: uses(lines), nodes };
}
function interruptLine(id, interrupt, lines) {
  if (interrupt === void 0) return { line: void 0, port: noLine };
  const activeLevel = interrupt.activeLow !== true;
  const line = lines.take(`${id}.interrupt`, !activeLevel);
  return {
    line,
    port: {
      raise: () => lines.drive(line, activeLevel),
      lower: () => lines.drive(line, !activeLevel),
      again: () => lines.pulse(line)
    }
  };
}

// src/device/acpi/aml-method.ts
var op2 = { method: 20, firstArgument: 104, equal: 147, ifTrue: 160, returns: 164 };
function method(name, count, statements) {
  const content = packaged(namePath(name), Buffer.of(count), joined3(statements));
  return { kind: "object", bytes: Buffer.concat([Buffer.of(op2.method), content]) };
}
function ifArgument(index, value, then) {
  const condition = Buffer.concat([Buffer.of(op2.equal, op2.firstArgument + index), value.bytes]);
  return statement(op2.ifTrue, packaged(condition, joined3(then)));
}
function returns(value) {
  return statement(op2.returns, value.bytes);
}
function statement(code, content) {
  return { kind: "statement", bytes: Buffer.concat([Buffer.of(code), content]) };
}
function joined3(statements) {
  return Buffer.concat(statements.map(({ bytes: bytes2 }) => bytes2));
}

// src/device/acpi/dsm-method.ts
var [uuidArgument, functionArgument] = [0, 2];
function dsmMethod(dsm) {
  return method("_DSM", 4, [
    ...Object.entries(dsm).map(
      ([uuid, functions]) => ifArgument(uuidArgument, bytes(uuidBytes(uuid)), [
        ifArgument(functionArgument, integer(0), [returns(bytes(functionMask(functions)))]),
        ...Object.entries(functions).map(
          ([number, value]) => ifArgument(functionArgument, integer(Number(number)), [returns(valueData(value))])
        )
      ])
    ),
    // Whoever asks for something else hears that it is not there.
    returns(bytes(Buffer.of(0)))
  ]);
}
function functionMask(functions) {
  const mask = Object.keys(functions).reduce((bits, number) => bits | 1n << BigInt(number), 1n);
  const all = Buffer.alloc(8);
  all.writeBigUInt64LE(mask);
  const used = all.findLastIndex((byte) => byte !== 0) + 1;
  return all.subarray(0, used);
}
function uuidBytes(uuid) {
  const inOrder = Buffer.from(uuid.replaceAll("-", ""), "hex");
  const [first, second, third] = [inOrder.subarray(0, 4), inOrder.subarray(4, 6), inOrder.subarray(6, 8)];
  return Buffer.concat([...[first, second, third].map((part) => Buffer.from(part).reverse()), inOrder.subarray(8)]);
}
function valueData(value) {
  if (typeof value === "number") return integer(value);
  if (typeof value === "string") return text(value);
  if (value instanceof Uint8Array) return bytes(value);
  return list(value.map((item) => typeof item === "string" ? text(item) : integer(item)));
}

// src/device/acpi/device-properties.ts
var propertiesId = uuidBytes("daffd814-6eba-4d8c-8a91-bc9bbf4aa301");
var nodesId = uuidBytes("dbb8e3e6-5886-4ba6-8795-1319f52a966b");
function pinsOf({ lines, nodes }) {
  return [lines, ...nodes.map((node) => node.lines)].flat().map(({ pin }) => pin);
}
function propertyObjects(path, { nodes, ...own }) {
  let counted = 0;
  const groupOf = ({ properties, lines }) => {
    const pairs = Object.entries(properties).map(([name, value]) => list([text(name), valueData2(value)]));
    const references = lines.map((line) => list([text(line.property), lineData(path, counted++, line)]));
    return pairs.length + references.length === 0 ? [] : [bytes(propertiesId), list([...pairs, ...references])];
  };
  const first = groupOf(own);
  const below = nodes.map((node, index) => named(nodeName(index), list(groupOf(node))));
  const names = nodes.map((_node, index) => list([text(nodeName(index)), text(nodeName(index))]));
  const all = [...first, ...names.length === 0 ? [] : [bytes(nodesId), list(names)]];
  return [...all.length === 0 ? [] : [named("_DSD", list(all))], ...below];
}
function nodeName(index) {
  return `N${index.toString(16).toUpperCase().padStart(3, "0")}`;
}
function lineData(path, resource, { activeLow }) {
  return list([reference(path), integer(resource), integer(0), integer(activeLow ? 1 : 0)]);
}
function valueData2(value) {
  if (value === true) return integer(1);
  if (typeof value === "string") return text(value);
  if (typeof value !== "object") return integer(Number(value));
  const items = value;
  return list(items.map((item) => typeof item === "string" ? text(item) : integer(Number(item))));
}

// src/device/acpi/device-object.ts
function deviceObject(given) {
  const { parent, name, acpi, dsm, properties, gpios, resources, children } = given;
  const isFoundByBoth = acpi !== byCompatible && Object.hasOwn(properties.properties, "compatible");
  const lines = pinsOf(properties).map((pin) => gpioLine(pin, gpios));
  return device(name, [
    named("_HID", text(acpi)),
    ...isFoundByBoth ? [named("_CID", text(byCompatible))] : [],
    ...propertyObjects(`${parent}.${name}`, properties),
    named("_CRS", resourceTemplate([...lines, ...resources])),
    ...dsm === void 0 ? [] : [dsmMethod(dsm)],
    ...children
  ]);
}
function placeObject(name, address, children = []) {
  return device(name, [named("_ADR", integer(address)), ...children]);
}

// src/device/acpi/ssdt.ts
var headerBytes4 = 36;
var maker = "QDT";
var at = { length: 4, revision: 8, checksum: 9, maker: 10, name: 16, nameRevision: 24, compiler: 28 };
function ssdt(name, content) {
  const table = Buffer.concat([Buffer.alloc(headerBytes4), ...content.map(({ bytes: bytes2 }) => bytes2)]);
  table.write("SSDT");
  table.writeUInt32LE(table.length, at.length);
  table[at.revision] = 2;
  table.write(maker.padEnd(6), at.maker);
  table.write(name.padEnd(8), at.name);
  table.writeUInt32LE(1, at.nameRevision);
  table.write(maker.padEnd(4), at.compiler);
  table.writeUInt32LE(1, at.compiler + 4);
  table[at.checksum] = -table.reduce((sum, byte) => sum + byte, 0) & 255;
  return table;
}

// src/device/board/board-table.ts
var system = "\\_SB";
var boardName = "QDTB";
var board = `${system}.${boardName}`;
function busTable(channels) {
  const buses = channels.map((channel) => placeObject(busName(channel), channel));
  return ssdt("QDTBUSES", [scope(system, [placeObject(boardName, 0, buses)])]);
}
function deviceTable(entries, base) {
  const nodes = nodesOf(entries);
  return ssdt(
    "QDTDEVS",
    nodes.map((node) => scope(node.parent, [objectOf(node, base)]))
  );
}
function tablePaths(entries) {
  const flat = (node) => [node, ...node.children.flatMap(flat)];
  return nodesOf(entries).flatMap(flat).map(({ entry, name, parent }) => ({ bus: entry.bus, clocks: entry.clocks, path: `${parent}.${name}` }));
}
function busName(channel) {
  return `B${hex3(channel)}`;
}
function nodesOf(entries) {
  let count = 0;
  const nodeOf = (entry, parent) => {
    const name = `D${hex3(count++)}`;
    return { entry, name, parent, children: entry.children.map((child) => nodeOf(child, `${parent}.${name}`)) };
  };
  return entries.map(
    (entry) => nodeOf(entry, entry.channel === void 0 ? board : `${board}.${busName(entry.channel)}`)
  );
}
function objectOf({ entry, name, parent, children }, base) {
  const { acpi, dsm, properties } = entry;
  return deviceObject({
    parent,
    name,
    acpi,
    dsm,
    properties,
    gpios: board,
    resources: entry.resources({ base, gpios: board, parent }),
    children: children.map((child) => objectOf(child, base))
  });
}
function hex3(value) {
  return value.toString(16).toUpperCase().padStart(3, "0");
}

// src/device/board/board-i2c.ts
var BoardI2c = class {
  kind = "i2c";
  name = "i2c";
  channel;
  chipSelects = 0;
  #bus = new I2cBus();
  constructor(channel) {
    this.channel = channel;
  }
  /** @throws AddressTaken */
  add(target) {
    this.#bus.add(target);
  }
  /** From now on, nobody answers at its address. */
  remove(target) {
    this.#bus.remove(target);
  }
  /** A transaction. It ends at the first message that fails. */
  async perform(pieces) {
    const results = await this.#bus.transfer(pieces.map(messageOf));
    const failed = results.find(({ outcome }) => outcome !== "done");
    if (failed !== void 0) return { status: statusOf3(failed.outcome), received: [] };
    const received = pieces.flatMap(
      ({ receives, length }, index) => receives ? [filled(results[index]?.bytes ?? Buffer.alloc(0), length)] : []
    );
    return { status: errnos.none, received };
  }
};
function messageOf({ address, sent, length }) {
  return sent === void 0 ? { direction: "in", address, length } : { direction: "out", address, bytes: sent };
}
function filled(bytes2, length) {
  if (bytes2.length >= length) return bytes2.subarray(0, length);
  return Buffer.concat([bytes2, Buffer.alloc(length - bytes2.length, 255)]);
}
function statusOf3(outcome) {
  switch (outcome) {
    case "done":
      return errnos.none;
    case "nak-address":
      return errnos.noSuchAddress;
    case "nak-byte":
      return errnos.remoteIo;
    case "arbitration-lost":
      return errnos.again;
    case "stuck-low":
      return errnos.timedOut;
    case "bus-error":
    case "abandoned":
      return errnos.io;
  }
}

// src/device/board/board-spi.ts
var maxChipSelects = 16;
var BoardSpi = class {
  kind = "spi";
  name;
  channel;
  #devices = /* @__PURE__ */ new Map();
  #chipSelects = 0;
  constructor(name, channel) {
    this.name = name;
    this.channel = channel;
  }
  get chipSelects() {
    return this.#chipSelects;
  }
  /** Returns its chip select. @throws BoardError */
  add(id, unit) {
    if (this.#chipSelects === maxChipSelects)
      throw new BoardError(
        `device ${id}: expected at most ${maxChipSelects} devices on ${this.name}, found another one`
      );
    this.#devices.set(this.#chipSelects, unit);
    return this.#chipSelects++;
  }
  /** From now on, nobody listens to its chip select. */
  remove(chipSelect) {
    this.#devices.delete(chipSelect);
  }
  /** A message of the kernel: as long as no transfer ends it, the chip select stays low. */
  async perform(pieces) {
    const received = [];
    for (const exchange of exchangesOf(pieces)) {
      const { outcome, bytes: bytes2 } = await this.#exchange(exchange);
      const status2 = statusOf4(outcome);
      if (status2 !== errnos.none) return { status: status2, received: [] };
      received.push(...cut(bytes2, exchange));
    }
    return { status: errnos.none, received };
  }
  async #exchange(pieces) {
    const [first] = pieces;
    const sent = Buffer.concat(pieces.map(({ sent: bytes2, length }) => bytes2 ?? Buffer.alloc(length)));
    const device2 = first === void 0 ? void 0 : this.#devices.get(first.address);
    if (device2 === void 0 || first === void 0) return { outcome: "done", bytes: Buffer.alloc(sent.length, 255) };
    return await device2.exchange(sent, { hz: first.hz, mode: first.mode & 3 });
  }
};
function exchangesOf(pieces) {
  const exchanges = [];
  let open = [];
  for (const piece of pieces) {
    open.push(piece);
    if (!piece.ends) continue;
    exchanges.push(open);
    open = [];
  }
  return open.length === 0 ? exchanges : [...exchanges, open];
}
function cut(bytes2, pieces) {
  let at2 = 0;
  return pieces.flatMap(({ length, receives }) => {
    const part = bytes2.subarray(at2, at2 + length);
    at2 += length;
    return receives ? [part] : [];
  });
}
function statusOf4(outcome) {
  return outcome === "done" || outcome === "gone" ? errnos.none : errnos.io;
}

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
    for (let at2 = Math.max(windowsAt, step); at2 + step <= barBytes; at2 += step) {
      if (this.#windows.some((window2) => window2.at < at2 + step && at2 < window2.at + window2.size)) continue;
      const window = { at: at2, size, unit };
      this.#windows.push(window);
      return window;
    }
    throw new BoardError(
      `device ${id}: expected windows of at most ${barBytes - windowsAt} bytes in all ${this.#where}; there is no room for 0x${size.toString(16)} more`
    );
  }
  remove(window) {
    const at2 = this.#windows.indexOf(window);
    if (at2 !== -1) this.#windows.splice(at2, 1);
  }
  /** The device in whose window all of these bytes are, and the access as the device sees it. */
  find({ offset, length }) {
    const window = this.#windows.find(({ at: at2, size }) => offset >= at2 && offset + length <= at2 + size);
    return window && { unit: window.unit, access: { bar: 0, offset: offset - window.at, length } };
  }
};

// src/device/board/board.ts
var Board = class {
  lines;
  windows = new WindowBank("on a board");
  /** Where the guest has the BAR. */
  base = 0;
  #parts;
  #seats = [];
  #buses = [];
  #ids = /* @__PURE__ */ new Map();
  /** `machine`: undefined while there is none. */
  constructor(machine) {
    this.lines = new LineBank(() => machine()?.raise(vectors.lines));
    this.#parts = { lines: this.lines, windows: this.windows, nextId: (driver) => this.#nextId(driver), machine };
  }
  /** `place`: the bus, as in `bus=`. @throws BoardError */
  add(id, unit, place) {
    const seat = this.#seatOf(id, unit, place);
    this.#seats.push(seat);
    if (this.#descriptions.every((description) => description.length <= answerBytes - answerHeaderBytes)) return seat;
    this.remove(seat);
    throw new BoardError(`device ${id}: the descriptions of a board's devices have more than ${answerBytes} bytes`);
  }
  remove(seat) {
    seat.leave();
    const at2 = this.#seats.indexOf(seat);
    if (at2 !== -1) this.#seats.splice(at2, 1);
  }
  get isEmpty() {
    return this.#seats.length === 0;
  }
  /** The machine was reset. */
  reset() {
    this.lines.reset();
    this.base = 0;
    for (const { reset } of this.#seats) reset();
  }
  /** Its promise never rejects. */
  async perform(channel, { kind, pieces }) {
    if (channel === 0) return this.#describe(kind);
    const bus = this.#buses.find((candidate) => candidate.channel === channel);
    if (bus === void 0 || requestKinds[bus.kind] !== kind) return invalidRequest;
    return await bus.perform(pieces);
  }
  #describe(kind) {
    const [configuration, devices] = this.#descriptions;
    if (kind === requestKinds.configuration) return { status: errnos.none, received: [configuration] };
    if (kind === requestKinds.deviceTable) return { status: errnos.none, received: [devices] };
    if (kind !== requestKinds.busTable) return invalidRequest;
    return { status: errnos.none, received: [busTable(this.#buses.map(({ channel }) => channel))] };
  }
  /** The configuration and the table of devices. */
  get #descriptions() {
    const entries = this.#seats.flatMap(({ entry }) => entry === void 0 ? [] : [entry()]);
    const configuration = Buffer.concat([
      ...this.lines.names.map((name, line) => lineRecord(line, name)),
      ...this.#buses.map(({ kind, channel, chipSelects }) => busRecord(kind, channel, chipSelects)),
      ...this.#seats.flatMap(({ records }) => records),
      ...tablePaths(entries).flatMap(({ bus, path, clocks }) => [nodeRecord(bus, path), ...clockRecords(clocks)])
    ]);
    return [configuration, deviceTable(entries, this.base)];
  }
  #seatOf(id, unit, place) {
    if (unit instanceof I2cUnit) return i2cSeat(id, unit, this.#parts, this.#i2cBus(id));
    if (unit instanceof SpiUnit) return spiSeat(id, unit, this.#parts, this.#spiBus(id, place ?? "spi0"));
    return unit instanceof GpioUnit ? gpioSeat(id, unit, this.#parts) : platformSeat(id, unit, this.#parts);
  }
  #nextId(driver) {
    const id = this.#ids.get(driver) ?? 0;
    this.#ids.set(driver, id + 1);
    return id;
  }
  #spiBus(id, name) {
    if (!/^spi\d{1,2}$/.test(name))
      throw new BoardError(`device ${id}: expected bus=spi0 or another SPI bus, found bus=${name}`);
    const found = this.#buses.find((bus2) => bus2.name === name);
    if (found instanceof BoardSpi) return found;
    const bus = new BoardSpi(name, this.#freeChannel(id));
    this.#buses.push(bus);
    return bus;
  }
  /** One bus, which `bus=board` means. */
  #i2cBus(id) {
    const found = this.#buses.find((bus2) => bus2.kind === "i2c");
    if (found instanceof BoardI2c) return found;
    const bus = new BoardI2c(this.#freeChannel(id));
    this.#buses.push(bus);
    return bus;
  }
  #freeChannel(id) {
    const channel = this.#buses.length + 1;
    if (channel < channelCount) return channel;
    throw new BoardError(`device ${id}: expected at most ${channelCount - 1} buses on a board, found another one`);
  }
};

// src/device/board/request-channels.ts
var RequestChannels = class {
  #channels = Array.from({ length: channelCount }, () => ({ low: 0, high: 0, ticket: 0 }));
  #machine;
  #perform;
  constructor(machine, perform) {
    this.#machine = machine;
    this.#perform = perform;
  }
  /** `offset`: in the BAR. What is no register of a channel is ignored. */
  write(offset, value) {
    const { first, stride, low, high, doorbell } = channelRegisters;
    const index = Math.floor((offset - first) / stride);
    const channel = this.#channels[index];
    if (channel === void 0) return;
    const register2 = (offset - first) % stride;
    if (register2 === low) channel.low = value;
    if (register2 === high) channel.high = value;
    if (register2 === doorbell) void this.#serve(index, channel, value);
  }
  /** Drops what is under way. */
  reset() {
    for (const channel of this.#channels) {
      channel.ticket++;
      channel.low = 0;
      channel.high = 0;
    }
  }
  /** A guest that names no memory, or takes it away, gets no answer. */
  async #serve(index, channel, bytes2) {
    const ticket = ++channel.ticket;
    const machine = this.#machine();
    if (machine === void 0 || bytes2 < requestHeaderBytes || bytes2 > requestBytes) return;
    const address = BigInt(channel.high) << 32n | BigInt(channel.low);
    const isCurrent = () => channel.ticket === ticket;
    try {
      const request = await machine.dmaRead(address, bytes2);
      const answer = await this.#answer(index, request);
      if (isCurrent()) await deliver(machine, address, encodeAnswer(numberOf(request), answer));
      if (isCurrent()) machine.raise(vectors.answer);
    } catch (error) {
      if (!(error instanceof DmaError)) throw error;
    }
  }
  async #answer(index, bytes2) {
    const request = parseRequest(bytes2);
    return request === void 0 ? invalidRequest : await this.#perform(index, request);
  }
};
async function deliver(machine, address, { header, data: data2 }) {
  const at2 = address + BigInt(requestBytes);
  if (data2.length > 0) await machine.dmaWrite(at2 + BigInt(header.length), data2);
  await machine.dmaWrite(at2, header);
}

// src/device/board/board-function.ts
var boardModel = defineDevice({
  name: "board",
  pci: { vendor: 7653, device: 176, class: 1146880 },
  interrupts: { msix: { vectors: 2, bar: 1, table: 0, pending: 2048 }, names: ["answer", "lines"] },
  bars: { 0: { size: barBytes }, 1: { size: 4096 } }
});
var BoardFunction = class {
  model = boardModel;
  board;
  #channels;
  #nowUs;
  #upstream;
  constructor(nowUs) {
    this.#nowUs = nowUs;
    this.board = new Board(() => this.#upstream);
    this.#channels = new RequestChannels(
      () => this.#upstream,
      (channel, request) => this.board.perform(channel, request)
    );
  }
  /** Connects it to a machine. It may be connected to another one later, after a reset. */
  plugInto(bus) {
    return new PciFunction({ model: this.model, endpoint: this, bus, nowUs: this.#nowUs });
  }
  attach(upstream) {
    this.#upstream = upstream;
  }
  read(access) {
    const { bar, offset, length } = access;
    const window = bar === 0 ? this.board.windows.find(access) : void 0;
    if (window !== void 0) return window.unit.read(window.access);
    const bytes2 = Buffer.alloc(length, 255);
    const value = bar === 0 && length === 4 ? this.#register(offset) : void 0;
    if (value !== void 0) bytes2.writeUInt32LE(value);
    return bytes2;
  }
  write(access, bytes2) {
    const { bar, offset, length } = access;
    const window = bar === 0 ? this.board.windows.find(access) : void 0;
    if (window !== void 0) window.unit.write(window.access, bytes2);
    else if (bar === 0 && length === 4 && offset < windowsAt) this.#setRegister(offset, bytes2.readUInt32LE());
  }
  reset() {
    this.#channels.reset();
    this.board.reset();
  }
  #setRegister(offset, value) {
    const { first, stride } = channelRegisters;
    if (offset >= first && offset < first + channelCount * stride) this.#channels.write(offset, value);
    else if (offset === boardRegisters.base) this.board.base = value;
    else this.board.lines.write(offset, value);
  }
  #register(offset) {
    if (offset === boardRegisters.id) return idValue;
    if (offset === boardRegisters.version) return versionValue;
    return this.board.lines.read(offset);
  }
};

// src/device/tree/pl061.ts
var registers = {
  direction: 1024,
  isLevel: 1028,
  isBoth: 1032,
  isHigh: 1036,
  enabled: 1040,
  raw: 1044,
  masked: 1048,
  clear: 1052
};
var dataBytes = 1024;
var identity = [97, 16, 4, 0, 13, 240, 5, 177];
var identityAt = 4064;
var Pl061 = class {
  #onInterrupt;
  #onDriven;
  /** As the devices drive them. */
  #levels = 0;
  #output = 0;
  #direction = 0;
  #isLevel = 0;
  #isBoth = 0;
  #isHigh = 0;
  #enabled = 0;
  /** Edges that nobody has cleared, and events without a cause. */
  #edges = 0;
  /** `onDriven`: the guest drives a line to another level. One that it does not drive is low. */
  constructor(onInterrupt, onDriven) {
    this.#onInterrupt = onInterrupt;
    this.#onDriven = onDriven;
  }
  /** A device drives a line. */
  drive(line, isHigh) {
    const bit = 1 << line;
    if ((this.#levels & bit) !== 0 === isHigh) return;
    const before = this.#masked;
    this.#levels ^= bit;
    const isWanted = (this.#isBoth & bit) !== 0 || isHigh === ((this.#isHigh & bit) !== 0);
    if ((this.#isLevel & bit) !== 0) this.#tellSince(before);
    else if (isWanted) this.pulse(line);
  }
  /** An event of the line, although nothing has changed. */
  pulse(line) {
    const bit = 1 << line;
    this.#edges |= bit;
    if ((this.#masked & bit) !== 0) this.#onInterrupt();
  }
  /** 0 where there is no register. */
  read(offset) {
    if (offset < dataBytes) return this.#lines & offset >> 2;
    switch (offset) {
      case registers.direction:
        return this.#direction;
      case registers.isLevel:
        return this.#isLevel;
      case registers.isBoth:
        return this.#isBoth;
      case registers.isHigh:
        return this.#isHigh;
      case registers.enabled:
        return this.#enabled;
      case registers.raw:
        return this.#raw;
      case registers.masked:
        return this.#masked;
      default:
        return identity[offset - identityAt >> 2] ?? 0;
    }
  }
  write(offset, value) {
    const bits = value & 255;
    if (offset < dataBytes) {
      const mask = offset >> 2;
      this.#changeOutput(this.#output & ~mask | bits & mask, this.#direction);
    } else if (offset === registers.direction) this.#changeOutput(this.#output, bits);
    else {
      const before = this.#masked;
      this.#setInterrupts(offset, bits);
      this.#tellSince(before);
    }
  }
  /** As after power-on; the devices drive what they drive. */
  reset() {
    this.#changeOutput(0, 0);
    this.#isLevel = 0;
    this.#isBoth = 0;
    this.#isHigh = 0;
    this.#enabled = 0;
    this.#edges = 0;
  }
  get #lines() {
    return this.#levels & ~this.#direction | this.#output & this.#direction;
  }
  get #raw() {
    return ~(this.#lines ^ this.#isHigh) & this.#isLevel & 255 | this.#edges;
  }
  get #masked() {
    return this.#raw & this.#enabled;
  }
  #setInterrupts(offset, bits) {
    switch (offset) {
      case registers.isLevel:
        this.#isLevel = bits;
        break;
      case registers.isBoth:
        this.#isBoth = bits;
        break;
      case registers.isHigh:
        this.#isHigh = bits;
        break;
      case registers.enabled:
        this.#edges &= ~(this.#isLevel & ~bits);
        this.#enabled = bits;
        break;
      case registers.clear:
        this.#edges &= ~bits;
        break;
    }
  }
  /** A message if a line is pending that was not. */
  #tellSince(before) {
    if ((this.#masked & ~before) !== 0) this.#onInterrupt();
  }
  #changeOutput(output, direction) {
    const before = this.#output & this.#direction;
    this.#output = output;
    this.#direction = direction;
    const now = output & direction;
    for (let line = 0; line < 8; line++)
      if ((before ^ now) >> line & 1) this.#onDriven(line, (now >> line & 1) === 1);
  }
};

// src/device/tree/tree-places.ts
var messageAddress = 0x08020040n;
var lastMessage = 143;
var chipCount = 4;
var chipLines = 8;
var chipBytes = 4096;
var treeLines = chipCount * chipLines;
function messageOf2(chip) {
  return lastMessage - chip;
}

// src/device/tree/chip-lines.ts
var ChipLines = class {
  #chips;
  #driven = /* @__PURE__ */ new Map();
  #taken = 0;
  /** `onInterrupt`: of a chip, by its number. */
  constructor(onInterrupt) {
    this.#chips = Array.from(
      { length: chipCount },
      (_, chip) => new Pl061(
        () => onInterrupt(chip),
        (line, isHigh) => this.#driven.get(chip * chipLines + line)?.(isHigh)
      )
    );
  }
  /** @throws BoardError when there are no more */
  take(name, isHigh) {
    if (this.#taken === treeLines)
      throw new BoardError(`line ${name}: expected at most ${treeLines} lines in a device tree, found another one`);
    const line = this.#taken++;
    if (isHigh) this.drive(line, true);
    return line;
  }
  onDriven(line, call) {
    this.#driven.set(line, call);
  }
  drive(line, isHigh) {
    this.#chipOf(line)?.drive(line % chipLines, isHigh);
  }
  pulse(line) {
    this.#chipOf(line)?.pulse(line % chipLines);
  }
  /** `offset` in the BAR. Undefined: no chip is there. */
  read(offset) {
    return this.#chips[Math.floor(offset / chipBytes)]?.read(offset % chipBytes);
  }
  write(offset, value) {
    this.#chips[Math.floor(offset / chipBytes)]?.write(offset % chipBytes, value);
  }
  /** The machine was reset. */
  reset() {
    for (const chip of this.#chips) chip.reset();
  }
  #chipOf(line) {
    return this.#chips[Math.floor(line / chipLines)];
  }
};

// src/device/tree/tree-function.ts
var treeModel = defineDevice({
  name: "device-tree",
  pci: { vendor: 7653, device: 177, class: 1146880 },
  bars: { 0: { size: barBytes } }
});
var TreeFunction = class {
  model = treeModel;
  #lines = new ChipLines((chip) => this.#interrupt(chip));
  #windows = new WindowBank("in a device tree");
  #units = /* @__PURE__ */ new Set();
  #nowUs;
  #upstream;
  constructor(nowUs) {
    this.#nowUs = nowUs;
  }
  /** @throws BoardError */
  add(id, unit) {
    const { bars, firmware } = unit.model;
    const window = this.#windows.add(id, bars[0].size, unit);
    const { port } = interruptLine(id, firmware.interrupt, this.#lines);
    unit.connect({ line: port, ...dmaOf(() => this.#upstream) });
    const gpios = connectGpios(id, unit.gpios, this.#lines);
    this.#units.add(unit);
    return {
      leave: () => {
        if (!this.#units.delete(unit)) return;
        this.#windows.remove(window);
        port.lower();
        gpios.leave();
      }
    };
  }
  get isEmpty() {
    return this.#units.size === 0;
  }
  /** Connects it to a machine. It may be connected to another one later, after a reset. */
  plugInto(bus) {
    return new PciFunction({ model: this.model, endpoint: this, bus, nowUs: this.#nowUs });
  }
  attach(upstream) {
    this.#upstream = upstream;
  }
  read(access) {
    const { offset, length } = access;
    const window = this.#windows.find(access);
    if (window !== void 0) return window.unit.read(window.access);
    const value = offset < windowsAt ? this.#lines.read(offset) : void 0;
    if (value === void 0) return Buffer.alloc(length, 255);
    const bytes2 = Buffer.alloc(length);
    bytes2.writeUInt8(value);
    return bytes2;
  }
  write(access, bytes2) {
    const window = this.#windows.find(access);
    if (window !== void 0) window.unit.write(window.access, bytes2);
    else if (access.offset < windowsAt) this.#lines.write(access.offset, bytes2.readUInt8());
  }
  reset() {
    this.#lines.reset();
    for (const unit of this.#units) unit.reset();
  }
  /** Before the function is a bus master the message goes nowhere; a level sends another when it is let through. */
  #interrupt(chip) {
    const message = Buffer.alloc(4);
    message.writeUInt32LE(messageOf2(chip));
    this.#upstream?.dmaWrite(messageAddress, message).catch((error) => {
      if (!(error instanceof DmaError)) throw error;
    });
  }
};

// src/device-host/shared-functions.ts
var SharedFunction = class {
  #shared;
  #path;
  #listeners = /* @__PURE__ */ new Map();
  #served;
  constructor(shared, path) {
    this.#shared = shared;
    this.#path = path;
  }
  /** @throws SystemError */
  async serve() {
    this.#served = await servePci(this.#shared.function, this.#path, {
      onConnected: () => this.#listeners.forEach(({ onConnected }) => onConnected()),
      onClosed: (reason) => this.#listeners.forEach(({ onClosed }) => onClosed(reason))
    });
  }
  /** @throws BoardError */
  join(guest, listener, left) {
    const away = this.#shared.add(guest);
    this.#listeners.set(away, listener);
    const leave = (reason) => {
      if (!this.#listeners.delete(away)) return;
      away();
      if (reason !== void 0) listener.onClosed(reason);
    };
    return {
      path: this.#path,
      remove: () => leave({ kind: "removed" }),
      transfersDone: async () => await this.#served?.transfersDone(),
      [Symbol.dispose]: () => {
        leave(void 0);
        if (!this.#shared.isEmpty()) return;
        this.#served?.[Symbol.dispose]();
        left();
      }
    };
  }
};
var SharedFunctions = class {
  #make;
  #functions = /* @__PURE__ */ new Map();
  constructor(make) {
    this.#make = make;
  }
  /** @throws BoardError @throws SystemError */
  async join(guest, path, listener) {
    const left = () => void this.#functions.delete(path);
    const found = this.#functions.get(path);
    if (found !== void 0) return found.join(guest, listener, left);
    const made = new SharedFunction(this.#make(), path);
    const served = made.join(guest, listener, left);
    await made.serve();
    this.#functions.set(path, made);
    return served;
  }
};
function boards() {
  return new SharedFunctions(() => {
    const own = new BoardFunction(hostTime.nowUs);
    const { board: board2 } = own;
    return {
      function: own,
      add: ({ id, unit, place }) => {
        const seat = board2.add(id, unit, place);
        return () => board2.remove(seat);
      },
      isEmpty: () => board2.isEmpty
    };
  });
}
function trees() {
  return new SharedFunctions(() => {
    const own = new TreeFunction(hostTime.nowUs);
    return {
      function: own,
      add: ({ id, unit }) => own.add(id, unit).leave,
      isEmpty: () => own.isEmpty
    };
  });
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
  #i2c = i2cPlaces();
  #can = canPlaces();
  #boards = boards();
  #trees = trees();
  #lines = new SerialLines();
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
    const device2 = this.#devices.get(request.device);
    if (device2 === void 0)
      throw new Error(
        `no device ${request.device}; ` + (this.#devices.size === 0 ? "there are none" : `the devices are ${[...this.#devices.keys()].join(", ")}`)
      );
    if (request.do !== "destroy") return await device2.answer(request);
    this.#devices.delete(request.device);
    device2[Symbol.dispose]();
    return {};
  }
  async #create(request) {
    if (this.#devices.has(request.device)) throw new Error(`there is already a device ${request.device}`);
    const model = await loadModel(request.model, this.#loadLimitMs);
    const made = await HostedDevice.create(request, model, {
      i2c: this.#i2c,
      can: this.#can,
      boards: this.#boards,
      trees: this.#trees,
      lines: this.#lines,
      onEvent: this.#send
    });
    this.#devices.set(request.device, made);
    return { model: made.modelName };
  }
};
function uartFacts(model) {
  if (model.received === void 0) return {};
  return { uart: model.bus === "platform" && model.firmware.acpi !== void 0 ? "serdev" : "terminal" };
}
function treeOf(model) {
  const tree = treeFactsOf(model);
  const { driver, acpi } = model.platform;
  return {
    ...tree === void 0 ? {} : { tree },
    ...driver === void 0 && acpi === void 0 ? { isForTree: true } : {}
  };
}
function examine(model) {
  const { bus } = model;
  const hasLine = bus === "pci" && model.interrupts.intx === true;
  if (bus === "platform") return { bus, hasLine, ...uartFacts(model), ...treeOf(model) };
  if (bus === "pci") return { bus, hasLine, ...uartFacts(model) };
  if (bus === "serial") return { bus, hasLine, ...model.serdev === void 0 ? {} : { isForSerdev: true } };
  if (bus !== "i2c") return { bus, hasLine };
  const { address, type } = model.i2c;
  return { bus, hasLine, address, ...type === void 0 ? {} : { client: { type, address } } };
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
