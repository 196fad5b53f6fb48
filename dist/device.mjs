import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  BarMap,
  CanBus,
  CanUnit,
  ControlError,
  DefinitionError,
  DmaError,
  FaultError,
  FaultSyntaxError,
  GpioUnit,
  I2cBus,
  I2cUnit,
  KiB,
  LinkUnit,
  MiB,
  PciUnit,
  PlatformUnit,
  SerialUnit,
  SpiUnit,
  UsbUnit,
  addressBytesOf,
  blockHandlers,
  byCompatible,
  bytesOf,
  checkAcpi,
  checkAddressing,
  checkBars,
  checkBits,
  checkControls,
  checkFinding,
  checkFirmware,
  checkFirmwareName,
  checkName,
  checkNames,
  checkNumber,
  checkNumbers,
  checkProperties,
  configurationValue,
  defineDevice,
  defineUsbDevice,
  firmwareOf,
  hasPlaces,
  headerOf,
  hex,
  hidDescriptorAt,
  hostTime,
  inward,
  lineVectorName,
  markModel,
  maxNameBytes,
  ms,
  msixLayout,
  outward,
  parseFault,
  pointedOf,
  refuseProblems,
  registerBlock,
  requestTypeOf,
  seconds,
  us,
  usualAddressing,
  valueOf,
  wireOf
} from "./chunks/chunk-VDGRWF6W.mjs";
import "./chunks/chunk-TOO6KRSQ.mjs";

// src/device/test-bus/unit-bus.ts
var UnitBus = class {
  #unit;
  constructor(unit) {
    this.#unit = unit;
  }
  get clock() {
    return this.#unit.clock;
  }
  /** Advances the device's clock, when what was begun is at work, and waits until the resulting work is done. */
  async step(byUs) {
    await this.settle();
    this.clock.step(byUs);
    await this.settle();
  }
  /** Waits until the device has nothing left to do at this time. */
  async settle() {
    await new Promise((resolve) => setImmediate(resolve));
    throwCrash(this.#unit.crash);
  }
  get crash() {
    return this.#unit.crash;
  }
  /** @throws ControlError */
  getControl(name) {
    return this.#unit.control(name);
  }
  /** Await `settle()` if the model's handler is asynchronous. @throws ControlError */
  setControl(name, value) {
    void this.#unit.setControl(name, value);
  }
  /** `stall nth=3`. Returns the fault's id. @throws FaultSyntaxError @throws FaultError */
  setFault(text) {
    const spec = parseFault(text);
    this.#unit.faults.add(spec);
    return spec.id;
  }
  /** Without an id: all. @throws FaultError */
  clearFault(id) {
    this.#unit.faults.clear(id);
  }
  /** @throws FaultError */
  fault(id) {
    return this.#unit.faults.report(id);
  }
  get log() {
    return this.#unit.log.entries();
  }
  get coverage() {
    return this.#unit.coverage;
  }
};
function throwCrash(crash) {
  if (crash === void 0) return;
  const error = new Error(`the model failed in ${crash.during}: ${crash.message}`);
  error.stack = `${error.message}
${crash.stack}`;
  throw error;
}

// src/device/test-bus/gpio-ends.ts
var GpioEnds = class {
  #gpios;
  #crash;
  #levels = /* @__PURE__ */ new Map();
  #changes = [];
  constructor(unit) {
    this.#gpios = unit.gpios;
    this.#crash = () => unit.crash;
    for (const name of Object.keys(unit.gpios.lines)) this.#levels.set(name, unit.gpios.isOn(name));
    unit.gpios.connect((name, isOn) => {
      this.#levels.set(name, isOn);
      this.#changes.push(`${name} ${isOn ? "on" : "off"}`);
    });
  }
  /** As the machine sees it. */
  isOn(line) {
    return this.#levels.get(line) === true;
  }
  /** What the machine has seen since this was last called: `pressed on`. */
  takeChanges() {
    return this.#changes.splice(0);
  }
  /** The machine switches a line of direction `out`. */
  drive(line, isOn) {
    this.#gpios.driven(line, isOn);
    throwCrash(this.#crash());
  }
};

// src/device/test-bus/guest-memory.ts
var messageAddress = 0xfee00000n;
var GuestMemory = class {
  #buffers = [];
  #onMessage;
  setLine;
  #next;
  constructor(onMessage, setLine, firstAddress2 = 1048576) {
    this.#onMessage = onMessage;
    this.setLine = setLine;
    this.#next = firstAddress2;
  }
  /** Zeros, aligned to 4 KiB, with nothing behind them: writes past the end are refused. */
  allocate(length) {
    const buffer = { address: this.#next, bytes: Buffer.alloc(length) };
    this.#buffers.push(buffer);
    this.#next += (Math.ceil(length / 4096) + 1) * 4096;
    return buffer;
  }
  /** Maps bytes at a fixed address, such as a device's table. */
  map(address, bytes) {
    this.#buffers.push({ address, bytes });
  }
  // eslint-disable-next-line @typescript-eslint/require-await -- exceptions must become rejections, as on every bus
  read = async (address, length) => Buffer.from(this.#find(address, length));
  // eslint-disable-next-line @typescript-eslint/require-await -- see above
  write = async (address, bytes) => {
    if (address === messageAddress && bytes.length === 4) this.#onMessage(bytes.readUInt32LE(0));
    else bytes.copy(this.#find(address, bytes.length));
  };
  #find(address, length) {
    for (const buffer of this.#buffers) {
      const start = Number(address - BigInt(buffer.address));
      if (start >= 0 && start + length <= buffer.bytes.length) return buffer.bytes.subarray(start, start + length);
    }
    throw new DmaError("refused", `nothing is at 0x${address.toString(16)} for ${length} bytes`);
  }
};

// src/device/test-bus/uart-test-line.ts
var UartTestLine = class {
  #line;
  #sent = [];
  /** Undefined: the model is no UART. */
  constructor(line) {
    this.#line = line;
    if (line === void 0) return;
    line.farEnd = { serdev: void 0, receive: (bytes) => void this.#sent.push(bytes) };
    line.isUp = true;
  }
  /** The far end sends bytes, or the UTF-8 of a text. @throws RangeError when the model is no UART */
  send(bytes) {
    if (this.#line === void 0) throw new RangeError("the model has no line: a UART has a handler `received`");
    this.#line.deliver(typeof bytes === "string" ? Buffer.from(bytes) : Buffer.from(bytes));
  }
  /** Returns and removes what the UART has sent. */
  take() {
    const sent = Buffer.concat(this.#sent);
    this.#sent = [];
    return sent;
  }
};

// src/device/test-bus/board-test-buses.ts
var options = { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true };
var LineEnd = class {
  isActive = false;
  events = 0;
  port = {
    raise: () => {
      if (!this.isActive) this.events++;
      this.isActive = true;
    },
    lower: () => {
      this.isActive = false;
    },
    again: () => {
      this.events++;
    }
  };
  /** How many events there were since this was last asked. */
  take() {
    const { events } = this;
    this.events = 0;
    return events;
  }
};
var SpiExchangeError = class extends Error {
  name = "SpiExchangeError";
  outcome;
  constructor(outcome) {
    super(`an SPI exchange: ${outcome}`);
    this.outcome = outcome;
  }
};
var SpiTestBus = class extends UnitBus {
  gpios;
  #unit;
  #line = new LineEnd();
  constructor(model) {
    const unit = new SpiUnit(model, options);
    super(unit);
    this.#unit = unit;
    this.gpios = new GpioEnds(unit);
    unit.connect(this.#line.port);
  }
  /** The time that the chip select is low. `length`: absent as long as what is sent. @throws SpiExchangeError */
  async exchange(sent, length = sent.length) {
    const all = Buffer.concat([Buffer.from(sent)], length);
    const { maxHz: hz, mode } = this.#unit.model.spi;
    const { outcome, bytes } = await this.#unit.exchange(all, { hz, mode });
    throwCrash(this.#unit.crash);
    if (outcome !== "done" && outcome !== "gone") throw new SpiExchangeError(outcome);
    return bytes;
  }
  /** As a driver does it. @throws SpiExchangeError */
  async read(name) {
    const { width = 1 } = this.#register(name);
    const header = this.#header(name, "read");
    const wire = (await this.exchange(header, header.length + width)).subarray(header.length);
    const value = valueOf(this.#unit.model.endian === "big" ? wire.reverse() : wire);
    return outward(value, width);
  }
  /** As a driver does it. @throws SpiExchangeError */
  async write(name, value) {
    const { width = 1 } = this.#register(name);
    const wire = wireOf(inward(value, width), width, this.#unit.model.endian);
    await this.exchange(Buffer.concat([this.#header(name, "write"), wire]));
  }
  #header(name, direction) {
    const { addressing = usualAddressing } = this.#unit.model;
    return headerOf(this.#register(name).at, direction, addressing);
  }
  #register(name) {
    const { registers } = this.#unit.model;
    const found = Object.hasOwn(registers, name) ? registers[name] : void 0;
    if (found === void 0)
      throw new RangeError(`no register ${name}; the registers are ${Object.keys(registers).join(", ")}`);
    return found;
  }
  get isLineActive() {
    return this.#line.isActive;
  }
  /** How many interrupts there were since this was last called. */
  takeInterrupts() {
    return this.#line.take();
  }
  /** A reset of the machine. */
  reset() {
    this.#unit.reset();
  }
};
var GpioTestBus = class extends UnitBus {
  #ends;
  constructor(model) {
    const unit = new GpioUnit(model, options);
    super(unit);
    this.#ends = new GpioEnds(unit);
  }
  /** As the machine sees it. */
  isOn(line) {
    return this.#ends.isOn(line);
  }
  /** What the machine has seen since this was last called: `pressed on`. */
  takeChanges() {
    return this.#ends.takeChanges();
  }
  /** The machine switches a line of direction `out`. */
  drive(line, isOn) {
    this.#ends.drive(line, isOn);
  }
};
var PlatformTestBus = class extends UnitBus {
  gpios;
  memory = new GuestMemory(
    () => void 0,
    () => void 0
  );
  #unit;
  #map;
  #line = new LineEnd();
  /** The far end of the line of a UART. */
  line;
  constructor(model) {
    const unit = new PlatformUnit(model, options);
    super(unit);
    this.#unit = unit;
    this.gpios = new GpioEnds(unit);
    this.#map = new BarMap(model.bars);
    this.line = new UartTestLine(unit.line);
    unit.connect({ line: this.#line.port, dmaRead: this.memory.read, dmaWrite: this.memory.write });
  }
  async read(name) {
    const { at, width } = this.#register(name);
    const bytes = await this.#unit.read({ bar: 0, offset: at, length: width });
    throwCrash(this.#unit.crash);
    return outward(valueOf(bytes), width);
  }
  /** When it returns, everything it started is done, including transfers in memory. */
  async write(name, value) {
    const { at, width } = this.#register(name);
    this.#unit.write({ bar: 0, offset: at, length: width }, bytesOf(inward(value, width), width));
    await this.settle();
  }
  get isLineActive() {
    return this.#line.isActive;
  }
  /** How many interrupts there were since this was last called. */
  takeInterrupts() {
    return this.#line.take();
  }
  /** A reset of the machine. */
  reset() {
    this.#unit.reset();
  }
  #register(name) {
    const found = this.#map.registers.get(name);
    if (found === void 0)
      throw new RangeError(`no register ${name}; the registers are ${[...this.#map.registers.keys()].join(", ")}`);
    return found;
  }
};

// src/device/can/define-can-node.ts
function defineCanNode(definition) {
  const model = {
    bus: "can",
    name: definition.name,
    controls: definition.controls ?? {},
    state: definition.state ?? (() => void 0),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    received: definition.received,
    reset: definition.reset,
    changed: definition.changed ?? {}
  };
  refuseProblems(model, [...checkName("name", model.name), ...checkControls(model)]);
  return markModel(model);
}

// src/device/test-bus/can-test-bus.ts
var options2 = { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true };
var CanTestBus = class extends UnitBus {
  can;
  #units;
  constructor(model, others) {
    const unit = new CanUnit(model, options2);
    super(unit);
    this.#units = [unit, ...others.map((other) => new CanUnit(other, options2))];
    const bus = new CanBus();
    for (const node of this.#units) bus.add(node);
    let frames = [];
    const start = () => bus.start((frame) => frames.push({ ...frame, data: Uint8Array.from(frame.data) }));
    start();
    this.can = {
      send: async (frame) => {
        const ended = new Promise((resolve) => bus.send(frame, resolve));
        await this.settle();
        return await ended;
      },
      take: () => {
        const taken = frames;
        frames = [];
        return taken;
      },
      restart: start
    };
  }
  /** A node beside, whose clock goes with the one of the bus. @throws RangeError when the model is not on the bus */
  node(model) {
    const unit = this.#units.find((candidate) => candidate.model === model);
    if (unit === void 0) throw new RangeError(`${model.name} is not on this bus: name it among those beside`);
    return new UnitBus(unit);
  }
  async step(byUs) {
    await this.settle();
    for (const { clock } of this.#units) clock.step(byUs);
    await this.settle();
  }
  async settle() {
    await super.settle();
    for (const { crash } of this.#units) throwCrash(crash);
  }
};

// src/device/gpio/gpio-line.ts
function gpiosOf({
  gpios = {},
  driven = {}
}) {
  return { gpios, driven };
}
var maxLines = 32;
function* checkGpios({ gpios, driven }, taken = {}) {
  const names = Object.keys(gpios);
  if (names.length > maxLines) yield `gpios: expected at most ${maxLines}, found ${names.length}`;
  for (const name of names) yield* checkFirmwareName(`gpios.${name}`, name);
  yield* checkLines("gpios", gpios, driven);
  for (const [what, others] of Object.entries(taken))
    for (const name of names.filter((candidate) => others.includes(candidate)))
      yield `gpios.${name}: a ${what} has this name`;
}
function* checkLines(where, lines, driven) {
  for (const [line, { direction, initial }] of Object.entries(lines)) {
    if (!["in", "out"].includes(direction)) yield `${where}.${line}.direction: expected in or out, found ${direction}`;
    if (direction === "out" && initial !== void 0) yield `${where}.${line}.initial: the guest drives this line`;
  }
  for (const line of Object.keys(driven))
    if (lines[line]?.direction !== "out") yield `driven.${line}: no line of direction out has this name`;
}

// src/device/gpio/define-gpio-lines.ts
function defineGpioLines(definition) {
  const ownControls = definition.controls ?? {};
  const model = {
    bus: "gpio",
    name: definition.name,
    lines: definition.lines,
    platform: definition.platform,
    firmware: firmwareOf(definition, definition.platform ?? {}),
    ownControls,
    controls: { ...controlsOf(definition.lines), ...ownControls },
    state: definition.state ?? (() => void 0),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    driven: definition.driven ?? {},
    reset: definition.reset,
    changed: definition.changed ?? {}
  };
  refuseProblems(model, [
    ...checkOwnLines(model, ownControls),
    ...model.platform === void 0 ? [] : checkConsumer(model.platform, model),
    ...checkFirmware(model.firmware),
    ...checkControls(model)
  ]);
  return markModel(model);
}
function controlsOf(lines) {
  return Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, controlOf(line)]));
}
function controlOf({ direction, initial = false, about }) {
  return {
    type: "switch",
    initial: direction === "in" && initial,
    ...direction === "out" ? { readOnly: true } : {},
    ...about === void 0 ? {} : { about }
  };
}
var maxLines2 = 32;
var maxChildren = 32;
function* checkOwnLines({ name, lines, driven }, ownControls) {
  yield* checkName("name", name);
  const names = Object.keys(lines);
  if (names.length < 1 || names.length > maxLines2) yield `lines: expected 1 to ${maxLines2}, found ${names.length}`;
  for (const line of names) {
    yield* checkName("lines", line);
    if (Object.hasOwn(ownControls, line)) yield `controls.${line}: a line has this name, and is a control already`;
  }
  yield* checkLines("lines", lines, driven);
}
function* checkConsumer({ driver, lines: asked = {}, children = [] }, { lines, firmware }) {
  yield* checkFinding("platform", { name: "driver", value: driver }, firmware);
  yield* checkAsked("platform.lines", asked, lines);
  if (children.length > maxChildren)
    yield `platform.children: expected at most ${maxChildren}, found ${children.length}`;
  for (const [index, { properties = {}, lines: own = {} }] of children.entries()) {
    yield* checkProperties(`platform.children[${index}].properties`, properties);
    if (firmware.acpi !== void 0) yield* checkNumbers(`platform.children[${index}].properties`, properties);
    yield* checkAsked(`platform.children[${index}].lines`, own, lines);
  }
}
function* checkAsked(where, asked, lines) {
  for (const [name, line] of Object.entries(asked)) {
    if (name.length > maxNameBytes)
      yield `${where}: expected names of at most ${maxNameBytes} characters, found ${name}`;
    if (!Object.hasOwn(lines, line)) yield `${where}.${name}: no line ${line}`;
  }
}

// src/device/platform/define-platform-device.ts
function definePlatformDevice(definition) {
  const { platform } = definition;
  const interrupt = interruptOf(definition.interrupts?.line);
  const model = {
    bus: "platform",
    name: definition.name,
    platform,
    firmware: firmwareOf(definition, {
      acpi: platform.acpi,
      dsm: platform.dsm,
      ...platform.compatible === void 0 ? {} : { compatible: platform.compatible },
      ...interrupt === void 0 ? {} : { interrupt }
    }),
    ...gpiosOf(definition),
    bars: definition.bars,
    interrupts: interrupt === void 0 ? {} : { intx: true, names: [lineVectorName] },
    addressBits: definition.dma?.addressBits ?? 32,
    controls: definition.controls ?? {},
    state: definition.state ?? (() => void 0),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    read: definition.read ?? {},
    write: definition.write ?? {},
    reset: definition.reset,
    ...definition.received === void 0 ? {} : { received: definition.received },
    changed: definition.changed ?? {}
  };
  refuseProblems(model, [
    ...checkPlatform(model),
    ...checkBars(model),
    ...checkNames(model),
    ...checkFirmware(model.firmware),
    ...checkGpios(model, { register: Object.keys(model.bars[0].registers ?? {}) }),
    ...checkControls(model)
  ]);
  return markModel(model);
}
function* checkCompatible(compatible, otherwise) {
  if (compatible === void 0) {
    if (otherwise === void 0)
      yield "platform: expected driver, acpi or compatible, by which the driver is found, found none of them";
    return;
  }
  const values = Array.isArray(compatible) ? compatible : [compatible];
  if (values.length > 0 && values.every((one) => typeof one === "string" && /^[\x21-\x7e]{1,100}$/.test(one))) return;
  const found = values.map((one) => JSON.stringify(one)).join(", ").slice(0, 100);
  yield `platform.compatible: expected VENDOR,DEVICE, or a list of them, without spaces, found ${found || "none"}`;
}
function interruptOf(line) {
  return line === true ? {} : line;
}
var maxWindowBytes = 512 * 1024;
function* checkPlatform({ name, platform, bars, addressBits, firmware }) {
  yield* checkName("name", name);
  const { driver, acpi, compatible } = platform;
  if (driver !== void 0 || acpi !== void 0)
    yield* checkFinding("platform", { name: "driver", value: driver }, firmware);
  yield* checkCompatible(compatible, driver ?? acpi);
  yield* checkNumber("dma.addressBits", addressBits, 64);
  const keys = Object.keys(bars);
  if (keys.length !== 1 || keys[0] !== "0")
    yield `bars: expected one window, bars[0], found ${keys.join(", ") || "none"}`;
  else if (bars[0].size > maxWindowBytes)
    yield `bars[0]: expected a size of at most ${maxWindowBytes} bytes, found ${bars[0].size}`;
}

// src/device/register/check-pointed.ts
function* checkPointed(model) {
  yield* checkWire(model);
  yield* checkPlaces(model);
  yield* checkHandlers(model);
}
function* checkWire({ memory, endian, autoIncrement }) {
  if (Object.keys(memory).length > 0 && autoIncrement !== "byte")
    yield `memory: expected autoIncrement 'byte', because each of its bytes has an address, found '${autoIncrement}'`;
  if (!["big", "little"].includes(endian)) yield `endian: expected big or little, found ${endian}`;
  if (!["none", "register", "byte"].includes(autoIncrement))
    yield `autoIncrement: expected none, register or byte, found ${autoIncrement}`;
}
function* checkPlaces({ registers, memory, autoIncrement, addressBytes }) {
  for (const [name, register] of Object.entries(registers)) yield* checkRegister(name, register);
  for (const [name, { size, page, fill = 0 }] of Object.entries(memory)) {
    if (!Number.isInteger(size) || size < 1) yield `${name}: expected a size of at least 1 byte, found ${size}`;
    if (page !== void 0 && (!Number.isInteger(page) || page < 1 || size % page !== 0))
      yield `${name}: expected pages that fill its ${size} bytes, found pages of ${page}`;
    if (!Number.isInteger(fill) || fill < 0 || fill > 255) yield `${name}: expected a fill of 8 bits, found ${fill}`;
    if (Object.hasOwn(registers, name)) yield `${name}: a register and a memory have this name`;
  }
  const isByByte = autoIncrement === "byte";
  const spans = [
    ...Object.entries(registers).map(([name, { at, width = 1 }]) => ({ name, at, size: isByByte ? width : 1 })),
    ...Object.entries(memory).map(([name, { at, size }]) => ({ name, at, size }))
  ];
  yield* checkSpans(spans, 256 ** addressBytes, isByByte);
}
function* checkSpans(given, pointers, isByByte) {
  let before;
  for (const span of [...given].sort((a, b) => a.at - b.at)) {
    if (!Number.isInteger(span.at) || span.at < 0 || span.at + span.size > pointers)
      yield `${span.name}: expected a place below ${hex(pointers)}, which its pointer can reach, found ${hex(span.at)}` + (span.size > 1 ? ` to ${hex(span.at + span.size - 1)}` : "");
    if (before !== void 0 && span.at < before.at + before.size)
      yield `${span.name}: at ${hex(span.at)}, it overlaps ${before.name}` + (isByByte && span.at > before.at ? `; with autoIncrement 'byte' each byte has an address. Does the pointer count registers instead?` : "");
    if (before === void 0 || span.at + span.size >= before.at + before.size) before = span;
  }
}
function* checkRegister(name, register) {
  const { width = 1 } = register;
  if (![1, 2, 3, 4, 8].includes(width)) yield `${name}: expected a width of 1, 2, 3, 4 or 8 bytes, found ${width}`;
  yield* checkBits(name, register, width);
}
function* checkHandlers({ registers, memory, read, write }) {
  for (const name of Object.keys(read))
    if (!Object.hasOwn(registers, name)) yield `a read handler for ${name}: no such register`;
  for (const name of Object.keys(write))
    if (!Object.hasOwn(registers, name) && !Object.hasOwn(memory, name))
      yield `a write handler for ${name}: no such register or memory`;
}

// src/device/spi/define-spi-device.ts
var defaultMaxHz = 1e7;
function defineSpiDevice(definition) {
  const { type = "", maxHz = defaultMaxHz, mode = 0 } = definition.spi;
  const pointed = pointedOf(definition);
  const addressing = hasPlaces(pointed) ? definition.addressing ?? usualAddressing : void 0;
  const model = {
    bus: "spi",
    name: definition.name,
    spi: { type, maxHz, mode },
    firmware: firmwareOf(definition, definition.spi),
    ...gpiosOf(definition),
    ...pointed,
    addressing,
    addressBytes: addressBytesOf(addressing ?? usualAddressing),
    commands: definition.commands ?? {},
    controls: definition.controls ?? {},
    state: definition.state ?? (() => void 0),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    exchange: definition.exchange,
    reset: definition.reset,
    changed: definition.changed ?? {}
  };
  refuseProblems(model, [
    ...checkSpi(model),
    ...checkFirmware(model.firmware),
    ...checkKind(model, definition),
    ...checkPointed(model),
    ...checkGpios(model, {
      command: Object.keys(model.commands),
      register: [...Object.keys(model.registers), ...Object.keys(model.memory)]
    }),
    ...checkControls(model)
  ]);
  return markModel(model);
}
function* checkKind({ addressing, exchange, commands, registers }, given) {
  if (addressing === void 0) {
    if (exchange === void 0) yield "expected registers, memory or exchange, found none of them";
    if (given.addressing !== void 0) yield "addressing: there are no registers";
    return;
  }
  yield* checkAddressing(addressing, registers);
  if (!("read" in addressing) && (exchange !== void 0 || Object.keys(commands).length > 0))
    yield "exchange, commands: every exchange is with registers, because its first byte is an address";
  for (const name of Object.keys(commands))
    if (Object.hasOwn(registers, name)) yield `commands.${name}: a register has this name`;
}
function* checkSpi({ name, spi: { type, maxHz, mode }, commands, firmware }) {
  yield* checkName("name", name);
  yield* checkFinding("spi", { name: "type", value: type === "" ? void 0 : type }, firmware);
  yield* checkNumber("spi.maxHz", maxHz, 4294967295);
  yield* checkNumber("spi.mode", mode, 3);
  for (const [command, spec] of Object.entries(commands)) {
    const { code, mask = 255 } = typeof spec === "number" ? { code: spec } : spec;
    yield* checkName("commands", command);
    yield* checkNumber(`commands.${command}`, code, 255);
    yield* checkNumber(`commands.${command}.mask`, mask, 255);
  }
}

// src/device/link/define-link-partner.ts
var usualMac = "02:00:00:00:00:01";
function defineLinkPartner(definition) {
  const model = {
    bus: "link",
    name: definition.name,
    mac: definition.mac ?? usualMac,
    controls: definition.controls ?? {},
    state: definition.state ?? (() => void 0),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    received: definition.received,
    reset: definition.reset,
    changed: definition.changed ?? {}
  };
  refuseProblems(model, [...checkName("name", model.name), ...checkMac(model), ...checkControls(model)]);
  return markModel(model);
}
function* checkMac({ mac }) {
  if (!/^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i.test(mac))
    yield `mac: expected an address such as ${usualMac}, found ${JSON.stringify(mac)}`;
  else if (Number.parseInt(mac.slice(0, 2), 16) % 2 === 1)
    yield `mac: expected the address of one station, found ${mac}, which is one of a group`;
}

// src/device/serial/define-serial-device.ts
function defineSerialDevice(definition) {
  const serdev = serdevOf(definition);
  const model = {
    bus: "serial",
    name: definition.name,
    ...serdev === void 0 ? {} : { serdev },
    controls: definition.controls ?? {},
    state: definition.state ?? (() => void 0),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    received: definition.received,
    reset: definition.reset,
    changed: definition.changed ?? {}
  };
  refuseProblems(model, [...checkName("name", model.name), ...checkSerdev(definition), ...checkControls(model)]);
  return markModel(model);
}
var defaultBaud = 115200;
var maxBaud = 1e7;
function serdevOf({ serdev, properties = {} }) {
  if (serdev === void 0) return void 0;
  const { compatible, acpi = byCompatible, baud = defaultBaud } = serdev;
  return {
    acpi,
    properties: firmwareOf({ properties }, compatible === void 0 ? {} : { compatible }).properties,
    baud
  };
}
function* checkSerdev(given) {
  const found = serdevOf(given);
  if (found === void 0) {
    if (given.properties !== void 0)
      yield "properties: expected them together with serdev, because only a driver of its own can read them";
    return;
  }
  const { acpi, compatible } = given.serdev ?? {};
  if (acpi === void 0 && compatible === void 0)
    yield "serdev: expected acpi or compatible, by which the driver is found, found neither";
  else yield* checkAcpi("serdev", found);
  yield* checkProperties("properties", found.properties);
  if (!Number.isInteger(found.baud) || found.baud < 1 || found.baud > maxBaud)
    yield `serdev.baud: expected a speed of up to ${maxBaud} bits a second, found ${found.baud}`;
}

// src/device/test-bus/i2c-test-bus.ts
var I2cMessageError = class extends Error {
  name = "I2cMessageError";
  outcome;
  constructor(what, { outcome, bytes }) {
    super(`${what}: ${outcome}${outcome === "nak-byte" ? ` after ${bytes.length} bytes` : ""}`);
    this.outcome = outcome;
  }
};
var I2cHost = class {
  #unit;
  #bus = new I2cBus();
  constructor(unit) {
    this.#unit = unit;
    this.#bus.add(unit);
  }
  /** @throws I2cMessageError */
  async write(bytes) {
    await this.#all([this.#out(bytes)]);
  }
  /** @throws I2cMessageError */
  async read(length) {
    return await this.#all([this.#in(length)]);
  }
  /** With a repeated start between the two. @throws I2cMessageError */
  async writeRead(bytes, length) {
    return await this.#all([this.#out(bytes), this.#in(length)]);
  }
  /** One after the other, up to the first that fails. */
  async transfer(messages) {
    const results = await this.#bus.transfer(messages);
    throwCrash(this.#unit.crash);
    return results;
  }
  async #all(messages) {
    const results = await this.transfer(messages);
    for (const [index, result] of results.entries())
      if (result.outcome !== "done") throw new I2cMessageError(describe(messages[index]), result);
    return results.at(-1)?.bytes ?? Buffer.alloc(0);
  }
  #out(bytes) {
    return { direction: "out", address: this.#unit.address, bytes: Buffer.from(bytes) };
  }
  #in(length) {
    return { direction: "in", address: this.#unit.address, length };
  }
};
var I2cTestBus = class extends UnitBus {
  gpios;
  i2c;
  #model;
  constructor(model) {
    const unit = new I2cUnit(model, { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true });
    super(unit);
    this.#model = model;
    this.gpios = new GpioEnds(unit);
    this.i2c = new I2cHost(unit);
  }
  /** As a driver does it: sends the pointer, then reads the register. @throws I2cMessageError */
  async read(name) {
    const { at, width = 1 } = this.#register(name);
    const wire = await this.i2c.writeRead(this.#pointer(at), width);
    const value = valueOf(this.#model.endian === "big" ? wire.reverse() : wire);
    return outward(value, width);
  }
  /** The pointer and the register's bytes in one message. @throws I2cMessageError */
  async write(name, value) {
    const { at, width = 1 } = this.#register(name);
    const wire = wireOf(inward(value, width), width, this.#model.endian);
    await this.i2c.write(Buffer.concat([this.#pointer(at), wire]));
  }
  #pointer(at) {
    return bytesOf(BigInt(at), this.#model.addressBytes).reverse();
  }
  #register(name) {
    const { registers } = this.#model;
    const found = Object.hasOwn(registers, name) ? registers[name] : void 0;
    if (found === void 0)
      throw new RangeError(`no register ${name}; the registers are ${Object.keys(registers).join(", ")}`);
    return found;
  }
};
function describe(message) {
  if (message === void 0) return "a message";
  return message.direction === "in" ? `a read of ${message.length} bytes` : `a write of ${message.bytes.length} bytes`;
}

// src/device/test-bus/stream-test-bus.ts
var Far = class {
  #unit;
  #pieces = [];
  constructor(unit) {
    this.#unit = unit;
    unit.connect((piece) => this.#pieces.push(piece));
  }
  async give(piece) {
    await this.#unit.receive(Buffer.from(piece));
  }
  take() {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }
};
var inTests = { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true };
var SerialTestBus = class extends UnitBus {
  line;
  constructor(model) {
    const unit = new SerialUnit(model, inTests);
    super(unit);
    const far = new Far(unit);
    this.line = {
      write: async (bytes) => {
        await far.give(typeof bytes === "string" ? Buffer.from(bytes) : bytes);
        await this.settle();
      },
      take: () => Buffer.concat(far.take())
    };
  }
};
var LinkTestBus = class extends UnitBus {
  link;
  constructor(model) {
    const unit = new LinkUnit(model, inTests);
    super(unit);
    const far = new Far(unit);
    this.link = {
      send: async (frame) => {
        await far.give(frame);
        await this.settle();
      },
      take: () => far.take()
    };
  }
};

// src/device/test-bus/test-machine.ts
var firstBarAddress = 3758096384;
var commandOffset = 4;
var memoryAndBusMaster = 6;
var interruptDisable = 1024;
var TestMachine = class {
  memory;
  #model;
  #link;
  #map;
  /** Kept by the machine instead of the device, as in QEMU. */
  #msixTable;
  constructor(model, link, memory) {
    this.memory = memory;
    this.#model = model;
    this.#link = link;
    this.#map = new BarMap(model.bars);
    const { msix } = model.interrupts;
    if (msix === void 0) return;
    const { table, tableBytes } = msixLayout(msix);
    this.#msixTable = Buffer.alloc(tableBytes);
    this.memory.map(barAddress(msix.bar) + table, this.#msixTable);
  }
  /** Does what a driver's probe does: assigns BAR addresses and enables memory, bus mastering and interrupts. */
  async enable(mode = this.#bestMode()) {
    for (const [number, bar] of Object.entries(this.#model.bars)) {
      await this.writeConfig(16 + 4 * Number(number), 4, BigInt(barAddress(Number(number))));
      if (bar.is64Bit === true) await this.writeConfig(20 + 4 * Number(number), 4, 0n);
    }
    await this.setBusMaster(true, mode);
    await this.#setMsi(mode === "msi");
    await this.#setMsix(mode === "msix");
  }
  async setBusMaster(isOn, mode = this.#bestMode()) {
    const command = (isOn ? memoryAndBusMaster : 2) | (mode === "intx" ? 0 : interruptDisable);
    await this.writeConfig(commandOffset, 2, BigInt(command));
  }
  /** Masks or unmasks an MSI-X vector. */
  maskVector(vector, isMasked) {
    this.#msixTable?.writeUInt32LE(isMasked ? 1 : 0, 16 * vector + 12);
  }
  async read(name) {
    const { bar, at, width } = this.#register(name);
    return outward(await this.readAt(bar, at, width), width);
  }
  async write(name, value) {
    const { bar, at, width } = this.#register(name);
    await this.writeAt(bar, { offset: at, width }, inward(value, width));
  }
  async readAt(bar, offset, length) {
    return valueOf(await this.#link.readBar({ bar, offset, length }));
  }
  async writeAt(bar, { offset, width }, value) {
    await this.#link.writeBar({ bar, offset, length: width }, bytesOf(value, width));
  }
  async readConfig(offset, length) {
    return valueOf(await this.#link.readConfig(offset, length));
  }
  async writeConfig(offset, length, value) {
    await this.#link.writeConfig(offset, bytesOf(value, length));
  }
  /** Resets the function. Its configuration is lost, so `enable` it again. */
  async reset() {
    await this.#link.reset();
  }
  #bestMode() {
    const { msix, msi, intx } = this.#model.interrupts;
    if (msix !== void 0) return "msix";
    if (msi !== void 0) return "msi";
    return intx === true ? "intx" : "none";
  }
  #register(name) {
    const found = this.#map.registers.get(name);
    if (found === void 0)
      throw new RangeError(`no register ${name}; the registers are ${[...this.#map.registers.keys()].join(", ")}`);
    return found;
  }
  async #setMsi(isOn) {
    const at = await this.#capability(5);
    if (at === void 0) return;
    const log = Math.log2(this.#model.interrupts.msi ?? 1);
    await this.writeConfig(at + 4, 8, messageAddress);
    await this.writeConfig(at + 12, 2, 0n);
    await this.writeConfig(at + 2, 2, BigInt(log << 4 | (isOn ? 1 : 0)));
  }
  async #setMsix(isOn) {
    const at = await this.#capability(17);
    if (at === void 0 || this.#msixTable === void 0) return;
    for (let vector = 0; 16 * vector < this.#msixTable.length; vector++) {
      this.#msixTable.writeBigUInt64LE(messageAddress, 16 * vector);
      this.#msixTable.writeUInt32LE(vector, 16 * vector + 8);
      this.#msixTable.writeUInt32LE(0, 16 * vector + 12);
    }
    await this.writeConfig(at + 2, 2, isOn ? 0x8000n : 0n);
  }
  async #capability(id) {
    let at = Number(await this.readConfig(52, 1));
    for (let left = 48; at !== 0 && left > 0; left--) {
      if (Number(await this.readConfig(at, 1)) === id) return at;
      at = Number(await this.readConfig(at + 1, 1));
    }
    return void 0;
  }
};
function barAddress(number) {
  return firstBarAddress + number * 67108864;
}

// src/device/test-bus/usb-test-bus.ts
var UsbTransferError = class extends Error {
  name = "UsbTransferError";
  outcome;
  constructor(what, outcome) {
    super(`${what}: ${outcome}`);
    this.outcome = outcome;
  }
};
var nothing = Buffer.alloc(0);
var standard = { clearFeature: 1, setConfiguration: 9, setInterface: 11 };
var UsbHost = class {
  #unit;
  constructor(unit) {
    this.#unit = unit;
  }
  get descriptors() {
    return this.#unit.descriptors;
  }
  /** A request of the model, by its name. Returns what was read. @throws UsbTransferError */
  async control(name, { value = 0, index = 0, length = 65535, bytes, signal } = {}) {
    const request = this.#unit.model.control[name];
    if (request === void 0)
      throw new RangeError(`no request ${name}; the requests are ${Object.keys(this.#unit.model.control).join(", ")}`);
    const direction = bytes === void 0 && request.in !== void 0 ? "in" : "out";
    const setup = {
      requestType: requestTypeOf(request, direction),
      request: request.request,
      value,
      index,
      length: direction === "in" ? length : bytes?.length ?? 0
    };
    return await this.setup(setup, bytes, signal === void 0 ? {} : { signal });
  }
  /** Any control request, with the numbers of the wire. Returns what was read. @throws UsbTransferError */
  async setup(setup, bytes = nothing, { signal } = {}) {
    const seen = await this.#unit.carryControl(setup, Buffer.from(bytes), signal ?? neverCancelled());
    return this.#result(`control request 0x${setup.request.toString(16)}`, seen);
  }
  /** Sends a transfer. Resolves when the device has taken it. @throws UsbTransferError */
  async out(name, bytes, { signal } = {}) {
    const seen = await this.#unit.carryOut(this.#address(name), Buffer.from(bytes), signal ?? neverCancelled());
    this.#result(name, seen);
  }
  /**
   * Asks for a transfer, and waits until the device has one. `length`: one packet, if absent.
   * @throws UsbTransferError
   */
  async in(name, length, { signal } = {}) {
    const bytes = length ?? this.#cell(name).laid.packet;
    return this.#result(name, await this.#unit.carryIn(this.#address(name), bytes, signal ?? neverCancelled()));
  }
  /** Asks for a transfer. Undefined: the device has nothing now. @throws UsbTransferError */
  async poll(name, length) {
    const controller = new AbortController();
    const asked = this.in(name, length, { signal: controller.signal });
    const first = await Promise.race([
      asked,
      new Promise((resolve) => setImmediate(() => resolve(void 0)))
    ]);
    controller.abort();
    if (first !== void 0) return first;
    try {
      return await asked;
    } catch (error) {
      if (error instanceof UsbTransferError && error.outcome === "cancelled") return void 0;
      throw error;
    }
  }
  /** Lets a stalled endpoint go on. @throws UsbTransferError */
  async clearHalt(name) {
    const index = this.#address(name);
    await this.setup({ requestType: 2, request: standard.clearFeature, value: 0, index, length: 0 });
  }
  /** @throws UsbTransferError */
  async setInterface(name, alternate) {
    const index = Object.keys(this.#unit.model.interfaces).indexOf(name);
    await this.setup({ requestType: 1, request: standard.setInterface, value: alternate, index, length: 0 });
  }
  /** Resets the port. The device has no configuration then, as after it was plugged in. */
  reset() {
    this.#unit.reset();
  }
  /** Chooses the configuration, as a machine does before its driver probes. @throws UsbTransferError */
  async configure() {
    const { setConfiguration } = standard;
    await this.setup({ requestType: 0, request: setConfiguration, value: configurationValue, index: 0, length: 0 });
  }
  #result(what, { outcome, bytes }) {
    throwCrash(this.#unit.crash);
    if (outcome !== "done") throw new UsbTransferError(what, outcome);
    return bytes;
  }
  #address(name) {
    return this.#cell(name).laid.address;
  }
  #cell(name) {
    const { cells } = this.#unit.state;
    const cell = cells.get(name);
    if (cell === void 0)
      throw new RangeError(`no endpoint ${name}; the endpoints are ${[...cells.keys()].join(", ")}`);
    return cell;
  }
};
var UsbTestBus = class extends UnitBus {
  usb;
  constructor(model) {
    const unit = new UsbUnit(model, { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true });
    super(unit);
    this.usb = new UsbHost(unit);
  }
};
function neverCancelled() {
  return new AbortController().signal;
}

// src/device/test-bus/create-test-bus.ts
var TestBus = class extends TestMachine {
  #bus;
  #messages;
  #line;
  /** The far end of the line of a UART. */
  line;
  constructor(model, { onCrash = "throw" } = {}) {
    const unit = new PciUnit(model, { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true });
    const messages = [];
    const line = { isHigh: false };
    const memory = new GuestMemory(
      (data) => messages.push(data),
      (isHigh) => line.isHigh = isHigh
    );
    super(model, linkTo(unit, memory, onCrash), memory);
    this.#bus = new UnitBus(unit);
    this.#messages = messages;
    this.#line = line;
    this.line = new UartTestLine(unit.line);
  }
  /** Returns and removes the vectors of received messages, in order. */
  takeInterrupts() {
    return this.#messages.splice(0);
  }
  /** The level of the interrupt line. */
  get isLineHigh() {
    return this.#line.isHigh;
  }
  // The machine's side is inherited, so what all test buses have is passed on.
  get clock() {
    return this.#bus.clock;
  }
  step(byUs) {
    return this.#bus.step(byUs);
  }
  settle() {
    return this.#bus.settle();
  }
  get crash() {
    return this.#bus.crash;
  }
  getControl(name) {
    return this.#bus.getControl(name);
  }
  setControl(name, value) {
    this.#bus.setControl(name, value);
  }
  setFault(text) {
    return this.#bus.setFault(text);
  }
  clearFault(id) {
    this.#bus.clearFault(id);
  }
  fault(id) {
    return this.#bus.fault(id);
  }
  get log() {
    return this.#bus.log;
  }
  get coverage() {
    return this.#bus.coverage;
  }
};
async function createTestBus(model, options3 = {}) {
  switch (model.bus) {
    case "pci": {
      const bus = new TestBus(model, options3);
      if (options3.enabled !== "asleep") await bus.enable(options3.enabled);
      return bus;
    }
    case "usb": {
      const bus = new UsbTestBus(model);
      if (options3.enabled !== "asleep") await bus.usb.configure();
      return bus;
    }
    case "spi":
      return new SpiTestBus(model);
    case "gpio":
      return new GpioTestBus(model);
    case "platform":
      return new PlatformTestBus(model);
    case "serial":
      return new SerialTestBus(model);
    case "link":
      return new LinkTestBus(model);
    case "can":
      return new CanTestBus(model, options3.beside ?? []);
    case "i2c":
      return new I2cTestBus(model);
  }
}
function linkTo(unit, memory, onCrash) {
  const pci = unit.plugInto(memory);
  const alive = (value) => {
    if (onCrash === "throw") throwCrash(unit.crash);
    return value;
  };
  return {
    readConfig: (offset, length) => Promise.resolve(pci.config.read(offset, length)),
    writeConfig: (offset, bytes) => {
      pci.config.write(offset, bytes);
      return Promise.resolve();
    },
    readBar: async (access) => alive(await pci.read(access)),
    writeBar: async (access, bytes) => {
      pci.write(access, bytes);
      await new Promise((resolve) => setImmediate(resolve));
      alive(void 0);
    },
    reset: () => {
      pci.reset();
      return Promise.resolve();
    }
  };
}

// src/device/i2c/check-i2c-model.ts
function checkI2cModel(model) {
  refuseProblems(model, [
    ...checkName("name", model.name),
    ...checkIdentity(model),
    ...checkProperties("properties", model.properties),
    ...checkKind2(model),
    ...checkPointed(model),
    ...checkGpios(model, { register: [...Object.keys(model.registers), ...Object.keys(model.memory)] }),
    ...checkControls(model)
  ]);
}
var firstAddress = 8;
var lastAddress = 119;
function* checkIdentity({ i2c, properties }) {
  const { address, type, compatible, acpi, dsm } = i2c;
  if (!Number.isInteger(address) || address < firstAddress || address > lastAddress)
    yield `i2c.address: expected 7 bits from ${hex(firstAddress)} to ${hex(lastAddress)}, found ${hex(address)}` + (address > lastAddress && address <= 255 ? `; is it an address of 8 bits, which is ${hex(address >> 1)}?` : "");
  if (type !== void 0 && !/^[A-Za-z0-9._-]{1,19}$/.test(type))
    yield `i2c.type: expected up to 19 letters, digits, ".", "_" and "-", found ${JSON.stringify(type)}`;
  if (compatible !== void 0 && !/^[A-Za-z0-9,._+-]{1,127}$/.test(compatible))
    yield `i2c.compatible: expected VENDOR,DEVICE such as national,lm75, found ${JSON.stringify(compatible)}`;
  if (acpi === void 0 && dsm === void 0) return;
  yield* checkFinding("i2c", { name: "type", value: type }, firmwareOf({ properties }, i2c));
}
function* checkKind2(model) {
  const found = formsOf(model);
  if (found.length === 0) yield `expected ${forms}, found none of them`;
  if (found.length > 1) {
    const both = found.map((names) => names.join(" and ")).join(" with ");
    yield `expected ${forms}, found ${both}; keep one of these forms`;
  }
  if (![1, 2].includes(model.addressBytes)) yield `addressBytes: expected 1 or 2, found ${model.addressBytes}`;
}
var forms = "registers and memory, or transfer, or writeByte and readByte";
function formsOf(model) {
  const places = ["registers", "memory"].filter((name) => Object.keys(model[name]).length > 0);
  const message = model.transfer === void 0 ? [] : ["transfer"];
  const byByte = ["start", "writeByte", "readByte"].filter((name) => model[name] !== void 0);
  return [places, message, byByte].filter((names) => names.length > 0);
}

// src/device/i2c/define-i2c-device.ts
function defineI2cDevice(definition) {
  const model = {
    bus: "i2c",
    name: definition.name,
    i2c: definition.i2c,
    ...gpiosOf(definition),
    ...pointedOf(definition),
    properties: definition.properties ?? {},
    addressBytes: definition.addressBytes ?? 1,
    controls: definition.controls ?? {},
    state: definition.state ?? (() => void 0),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    transfer: definition.transfer,
    start: definition.start,
    writeByte: definition.writeByte,
    readByte: definition.readByte,
    acknowledges: definition.acknowledges,
    stop: definition.stop,
    reset: definition.reset,
    changed: definition.changed ?? {}
  };
  checkI2cModel(model);
  return markModel(model);
}
export {
  CanTestBus,
  ControlError,
  DefinitionError,
  DmaError,
  FaultError,
  FaultSyntaxError,
  GpioTestBus,
  I2cMessageError,
  KiB,
  LinkTestBus,
  MiB,
  PlatformTestBus,
  SerialTestBus,
  SpiExchangeError,
  SpiTestBus,
  UsbTestBus,
  UsbTransferError,
  blockHandlers,
  createTestBus,
  defineCanNode,
  defineDevice,
  defineGpioLines,
  defineI2cDevice,
  defineLinkPartner,
  definePlatformDevice,
  defineSerialDevice,
  defineSpiDevice,
  defineUsbDevice,
  hidDescriptorAt,
  ms,
  parseFault,
  registerBlock,
  seconds,
  us
};
