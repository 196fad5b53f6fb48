import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/device/definition/control.ts
var ControlError = class extends Error {
  name = "ControlError";
};
var maxTextLength = 4096;
function findControl(controls, name) {
  const found = Object.hasOwn(controls, name) ? controls[name] : void 0;
  if (found !== void 0) return found;
  const names = Object.keys(controls);
  throw new ControlError(
    `no control "${name}"; ` + (names.length === 0 ? "this model has none" : `its controls are ${names.join(", ")}`)
  );
}
function parseControl(name, control, given2) {
  switch (control.type) {
    case "number":
      return parseNumber(name, control, given2);
    case "switch":
      return parseSwitch(name, given2);
    case "choice":
      if (typeof given2 === "string" && control.of.includes(given2)) return given2;
      throw wrong(name, control.of.join(" or "), given2);
    case "text":
      if (typeof given2 === "string" && given2.length <= maxTextLength) return given2;
      throw wrong(
        name,
        `text of at most ${maxTextLength} characters`,
        typeof given2 === "string" ? `${given2.length} characters` : given2
      );
  }
}
function parseNumber(name, { min = -Infinity, max = Infinity, unit }, given2) {
  const value = typeof given2 === "string" && /^-?(0x[0-9a-f]+|\d+(\.\d+)?)$/i.test(given2) ? numberOf(given2) : given2;
  if (typeof value === "number" && Number.isFinite(value) && value >= min && value <= max) return value;
  const bounds2 = [Number.isFinite(min) ? ` from ${min}` : "", Number.isFinite(max) ? ` up to ${max}` : ""].join("");
  throw wrong(name, `a number${bounds2}${unit === void 0 ? "" : ` in ${unit}`}`, given2);
}
function numberOf(text) {
  return text.startsWith("-") ? -Number(text.slice(1)) : Number(text);
}
function parseSwitch(name, given2) {
  if (given2 === true || given2 === "on" || given2 === "1" || given2 === "true" || given2 === 1) return true;
  if (given2 === false || given2 === "off" || given2 === "0" || given2 === "false" || given2 === 0) return false;
  throw wrong(name, "on or off", given2);
}
function wrong(name, expected, found) {
  return new ControlError(`control ${name}: expected ${expected}, found ${JSON.stringify(found)}`);
}

// src/device/definition/register.ts
var accessNames = ["RO", "RW", "WO", "W1C", "W1S", "RC"];
function registerBlock(prefix, { numbers, at, stride }, registers) {
  const named = numbers.flatMap(
    (number, index) => Object.entries(registers).map(
      ([name, register]) => [`${prefix}${number}_${name}`, placed(register, at + index * stride, `${prefix}${number}_`)]
    )
  );
  return Object.fromEntries(named);
}
function blockHandlers(prefix, numbers, handlers) {
  const named = numbers.flatMap(
    (number) => Object.entries(handlers).map(([name, make]) => [`${prefix}${number}_${name}`, make(number)])
  );
  return Object.fromEntries(named);
}
function placed({ lockedBy, ...register }, base, prefix) {
  return {
    ...register,
    at: base + register.at,
    ...lockedBy === void 0 ? {} : { lockedBy: `${prefix}${lockedBy}` }
  };
}

// src/device/register/bits.ts
var masks = Array.from({ length: 9 }, (_, bytes) => (1n << BigInt(8 * bytes)) - 1n);
function widthMask(bytes) {
  return masks[bytes] ?? (1n << BigInt(8 * bytes)) - 1n;
}
function bitsOf(bits) {
  return typeof bits === "number" ? { high: bits, low: bits } : { high: bits[0], low: bits[1] };
}
function fieldMask({ bits }) {
  const { high, low } = bitsOf(bits);
  return (1n << BigInt(high - low + 1)) - 1n << BigInt(low);
}
function bytesOf(value, length) {
  const bytes = Buffer.allocUnsafe(length);
  if (length === 4) {
    bytes.writeUInt32LE(Number(BigInt.asUintN(32, value)));
    return bytes;
  }
  let rest = BigInt.asUintN(8 * length, value);
  for (let index = 0; index < length; index++) {
    bytes[index] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}
function valueOf(bytes) {
  if (bytes.length === 4) return BigInt(wordOf(bytes));
  let value = 0n;
  for (let index = bytes.length - 1; index >= 0; index--) value = value << 8n | BigInt(bytes[index] ?? 0);
  return value;
}
function wordOf([first = 0, second = 0, third = 0, fourth = 0]) {
  return (first | second << 8 | third << 16 | fourth << 24) >>> 0;
}
function outward(value, width) {
  return width === 8 ? value : Number(value);
}
function inward(value, width) {
  return BigInt.asUintN(8 * width, typeof value === "bigint" ? value : BigInt(Math.trunc(value)));
}
function hex(value) {
  return value < 0 || typeof value === "number" && !Number.isInteger(value) ? String(value) : `0x${value.toString(16)}`;
}

// src/device/definition/check-definition.ts
function msixLayout(msix) {
  const table = msix.table ?? 0;
  const tableBytes = 16 * msix.vectors;
  const pending = msix.pending ?? Math.ceil((table + tableBytes) / 4096) * 4096;
  return { table, pending, tableBytes, pendingBytes: 8 * Math.ceil(msix.vectors / 64) };
}
function* checkInterrupts({ interrupts: { msi, msix, names = [] }, bars }) {
  if (msi !== void 0 && ![1, 2, 4, 8, 16, 32].includes(msi))
    yield `interrupts.msi: expected 1, 2, 4, 8, 16 or 32 vectors, found ${msi}`;
  if (new Set(names).size !== names.length) yield "interrupts.names: two vectors have the same name";
  if (msix === void 0) return;
  if (!Number.isInteger(msix.vectors) || msix.vectors < 1 || msix.vectors > 2048)
    yield `interrupts.msix: expected 1 to 2048 vectors, found ${msix.vectors}`;
  const bar = bars[msix.bar];
  if (bar === void 0) {
    yield `interrupts.msix: expected a bar for its table, found no bar ${msix.bar}`;
    return;
  }
  const { table, pending, tableBytes, pendingBytes } = msixLayout(msix);
  if (table % 8 !== 0 || pending % 8 !== 0)
    yield "interrupts.msix: expected the table and the pending bits at multiples of 8";
  if (table < pending + pendingBytes && pending < table + tableBytes)
    yield "interrupts.msix: the table and the pending bits overlap";
  const end = Math.max(table + tableBytes, pending + pendingBytes);
  if (end > bar.size)
    yield `interrupts.msix: its table and pending bits end at 0x${end.toString(16)}, but bar ${msix.bar} has 0x${bar.size.toString(16)} bytes`;
}
var DefinitionError = class extends Error {
  name = "DefinitionError";
};
function checkDefinition(model) {
  refuseProblems(model, [
    ...checkIdentity(model),
    ...checkBars(model),
    ...checkNames(model),
    ...checkInterrupts(model),
    ...checkControls(model)
  ]);
}
function refuseProblems({ name }, problems) {
  if (problems.length > 0)
    throw new DefinitionError(`device ${name}:
${problems.map((problem) => `  ${problem}`).join("\n")}`);
}
function* checkIdentity({ name, pci, addressBits }) {
  yield* checkName("name", name);
  yield* checkNumber("pci.vendor", pci.vendor, 65534);
  yield* checkNumber("pci.device", pci.device, 65535);
  yield* checkNumber("pci.class", pci.class, 16777215);
  yield* checkNumber("pci.revision", pci.revision ?? 0, 255);
  yield* checkNumber("pci.subsystem.vendor", pci.subsystem?.vendor ?? 0, 65535);
  yield* checkNumber("pci.subsystem.device", pci.subsystem?.device ?? 0, 65535);
  yield* checkNumber("dma.addressBits", addressBits, 64);
}
function* checkName(what, name) {
  if (!/^[A-Za-z0-9._-]+$/.test(name))
    yield `${what}: expected letters, digits, ".", "_" and "-", found ${JSON.stringify(name)}`;
}
function* checkNumber(what, value, max) {
  if (!Number.isInteger(value) || value < 0 || value > max)
    yield `${what}: expected a whole number up to 0x${max.toString(16)}, found ${value}`;
}
function* checkBars({ bars }) {
  for (const [key, bar] of Object.entries(bars)) {
    if (bar === void 0) continue;
    const number = Number(key);
    if (!Number.isInteger(number) || number < 0 || number > 5) yield `bar ${key}: expected a bar from 0 to 5`;
    if (bar.size < 16 || bar.size > 2 ** 31 || !Number.isInteger(Math.log2(bar.size)))
      yield `bar ${key}: expected a size that is a power of two from 16 to 2 GiB, found ${bar.size}`;
    if (bar.is64Bit === true && (number === 5 || Object.hasOwn(bars, number + 1)))
      yield `bar ${key}: a 64-bit bar takes the next number, too, which is not free`;
    yield* checkContents(key, bar);
  }
}
function* checkContents(key, bar) {
  const registers = Object.entries(bar.registers ?? {});
  for (const [name, register] of registers) yield* checkRegister(name, register);
  const memories = Object.entries(bar.memory ?? {}).map(([name, { at, size }]) => ({ name, at, size }));
  const places = [...registers.map(([name, { at, width = 4 }]) => ({ name, at, size: width })), ...memories].sort(
    (a, b) => a.at - b.at
  );
  let end = 0;
  let before = "";
  for (const { name, at, size } of places) {
    if (at < 0 || !Number.isInteger(at) || !Number.isInteger(size) || at + size > bar.size)
      yield `${name}: bytes ${hex(at)} to ${hex(at + size - 1)} are not in bar ${key} of ${hex(bar.size)} bytes`;
    if (at < end) yield `${name}: at ${hex(at)}, it overlaps ${before}`;
    end = at + size;
    before = name;
  }
}
function* checkRegister(name, register) {
  const { at, width = 4 } = register;
  if (![1, 2, 4, 8].includes(width)) yield `${name}: expected a width of 1, 2, 4 or 8 bytes, found ${width}`;
  if (at % width !== 0) yield `${name}: at ${hex(at)}, expected a multiple of its width ${width}`;
  yield* checkBits(name, register, width);
}
function* checkBits(name, { access, reset = 0, fields = {} }, width) {
  if (BigInt(reset) !== (BigInt(reset) & widthMask(width)))
    yield `${name}: its reset value ${hex(reset)} has more than ${8 * width} bits`;
  let taken = 0n;
  for (const [field, spec] of Object.entries(fields)) {
    const { high, low } = bitsOf(spec.bits);
    if (low < 0 || high < low || high >= 8 * width)
      yield `${name}.${field}: expected bits from 0 to ${8 * width - 1}, the highest first, found ` + JSON.stringify(spec.bits);
    else if ((taken & fieldMask(spec)) !== 0n) yield `${name}.${field}: it overlaps another field`;
    else taken |= fieldMask(spec);
    yield* checkAccess(`${name}.${field}`, spec.access);
  }
  yield* checkAccess(name, access);
}
function* checkAccess(what, access) {
  if (access !== void 0 && !accessNames.includes(access))
    yield `${what}: expected an access of ${accessNames.join(", ")}, found ${access}`;
}
function* checkNames({ bars, read, write }) {
  const registers = /* @__PURE__ */ new Map();
  const memories = /* @__PURE__ */ new Set();
  for (const bar of Object.values(bars)) {
    for (const [name, register] of Object.entries(bar.registers ?? {})) {
      if (registers.has(name)) yield `${name}: two registers have this name`;
      registers.set(name, register);
    }
    for (const name of Object.keys(bar.memory ?? {})) {
      if (memories.has(name)) yield `${name}: two memories have this name`;
      memories.add(name);
    }
  }
  for (const name of /* @__PURE__ */ new Set([...Object.keys(read), ...Object.keys(write)]))
    if (!registers.has(name)) yield `a handler for ${name}: no such register`;
  for (const [name, { lockedBy }] of registers) {
    const [register = "", field = ""] = (lockedBy ?? "").split(".");
    if (lockedBy !== void 0 && registers.get(register)?.fields?.[field] === void 0)
      yield `${name}: lockedBy: expected REGISTER.FIELD of this device, found ${lockedBy}`;
  }
}
function* checkControls({ controls, changed }) {
  for (const name of Object.keys(changed)) if (!Object.hasOwn(controls, name)) yield `changed.${name}: no such control`;
  for (const [name, control] of Object.entries(controls)) {
    const problem = initialProblem(name, control);
    if (problem !== void 0) yield `${problem}, as its initial value`;
  }
}
function initialProblem(name, control) {
  try {
    parseControl(name, control, control.initial);
    return void 0;
  } catch (error) {
    if (error instanceof ControlError) return error.message;
    throw error;
  }
}

// src/device/definition/model-base.ts
var isModel = /* @__PURE__ */ Symbol.for("qemu-driver-test.device-model");
function markModel(model) {
  return Object.freeze(Object.assign(model, { [isModel]: true }));
}

// src/device/definition/define-device.ts
function defineDevice(definition) {
  const model = {
    bus: "pci",
    name: definition.name,
    pci: definition.pci,
    bars: definition.bars,
    interrupts: definition.interrupts ?? {},
    addressBits: definition.dma?.addressBits ?? 64,
    controls: definition.controls ?? {},
    state: definition.state ?? (() => void 0),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    read: definition.read ?? {},
    write: definition.write ?? {},
    reset: definition.reset,
    ...definition.received === void 0 ? {} : { received: definition.received },
    changed: definition.changed ?? {}
  };
  checkDefinition(model);
  return markModel(model);
}

// src/device/acpi/dsm.ts
function hidDescriptorAt(register) {
  return { "3cdff6f7-4267-4555-ad05-b30a3d8938de": { 1: register } };
}
var maxFunction = 63;
var maxItems = 1024;
function* checkDsm(where, dsm) {
  if (Object.keys(dsm).length === 0) yield `${where}: expected functions by the UUID of their interface, found none`;
  for (const [uuid, functions] of Object.entries(dsm)) {
    if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid))
      yield `${where}: expected a UUID such as 3cdff6f7-4267-4555-ad05-b30a3d8938de, found ${JSON.stringify(uuid)}`;
    for (const [number, value] of Object.entries(functions))
      yield* checkFunction(`${where}[${JSON.stringify(uuid)}][${number}]`, number, value);
  }
}
function* checkFunction(where, number, value) {
  if (!/^[1-9]\d?$/.test(number) || Number(number) > maxFunction)
    yield `${where}: expected a function from 1 to ${maxFunction}; function 0 is made of the others`;
  const items = Array.isArray(value) ? value : [value];
  const isList = items.length <= maxItems && (items.every(isNumber) || items.every(isText));
  if (!(value instanceof Uint8Array) && !isList)
    yield `${where}: expected a number of up to 32 bits, a text, bytes, or a list of numbers or texts, found ` + items.map(String).join(", ").slice(0, 100);
}
function isNumber(value) {
  return Number.isInteger(value) && Number(value) >= -2147483648 && Number(value) <= 4294967295;
}
function isText(value) {
  return typeof value === "string" && !value.includes("\0");
}

// src/device/fault/fault-spec.ts
var FaultSyntaxError = class extends Error {
  name = "FaultSyntaxError";
};
function readSettings(kind, words, known) {
  const settings = /* @__PURE__ */ new Map();
  for (const word2 of words) {
    const [, key, value] = /^([a-z]+)=(.*)$/s.exec(word2) ?? [];
    if (key === void 0 || value === void 0) throw new FaultSyntaxError(`expected key=value, found "${word2}"`);
    if (!known.includes(key))
      throw new FaultSyntaxError(`${kind} has no setting "${key}"; its settings are ${known.join(", ")}`);
    if (settings.has(key)) throw new FaultSyntaxError(`"${key}" is given twice`);
    settings.set(key, value);
  }
  return settings;
}
function readName(settings, key) {
  const name = settings.get(key);
  if (name !== void 0 && !/^[A-Za-z0-9._-]+$/.test(name))
    throw wrong2(key, 'letters, digits, ".", "_" and "-"', name);
  return name;
}
var units = { us: 1, ms: 1e3, s: 1e6 };
function readNumber(settings, key, { min, max = Number.MAX_SAFE_INTEGER, absent }) {
  const expected = `a whole number from ${min}${max === Number.MAX_SAFE_INTEGER ? "" : ` to ${max}`}`;
  const text = settings.get(key) ?? given(key, absent?.toString(), expected);
  const value = /^(\d+|0x[0-9a-f]+)$/i.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max)) throw wrong2(key, expected, text);
  return value;
}
function readMask(settings, key, absent) {
  const expected = "a number such as 0x10";
  const text = settings.get(key) ?? given(key, absent?.toString(), expected);
  if (!/^(\d{1,20}|0x[0-9a-f]{1,16})$/i.test(text)) throw wrong2(key, expected, text);
  return BigInt(text);
}
function readDuration(settings, key, absentUs, maxUs = 36e8) {
  const expected = `a time such as 100us, 5ms or 1s, up to ${maxUs / 1e6}s`;
  const text = settings.get(key) ?? given(key, absentUs === void 0 ? void 0 : `${absentUs}us`, expected);
  const [, amount = "", unit = ""] = /^(\d+(?:\.\d+)?)(us|ms|s)$/.exec(text) ?? [];
  const valueUs = Number(amount) * (units[unit] ?? NaN);
  if (amount === "" || !(valueUs <= maxUs)) throw wrong2(key, expected, text);
  return valueUs;
}
function readProbability(text) {
  const value = /^(\d+(\.\d+)?|\.\d+)$/.test(text) ? Number(text) : NaN;
  if (!(value > 0 && value <= 1)) throw wrong2("probability", "a number above 0 and up to 1", text);
  return value;
}
function readChoice(settings, key, words) {
  const text = settings.get(key) ?? words[0];
  const choice = words.find((word2) => word2 === text);
  if (choice === void 0) throw wrong2(key, words.join(" or "), text);
  return choice;
}
function wrong2(key, expected, found) {
  return new FaultSyntaxError(`${key}: expected ${expected}, found "${found}"`);
}
function given(key, absent, expected) {
  if (absent === void 0) throw new FaultSyntaxError(`${key} is missing: expected ${expected}`);
  return absent;
}

// src/device/fault/catalogue/exchange-faults.ts
var exchangeFaults = {
  stall: {
    targets: ["transfer"],
    about: "the endpoint refuses the transfer, and the following ones until it is told to go on",
    settings: [],
    effect: () => ({ kind: "stall" })
  },
  nak: {
    targets: ["transfer", "message"],
    about: "USB: no answer, so that the driver waits; I2C: no acknowledge, or only for the byte byte=1",
    settings: ["byte"],
    effect: (s) => ({
      kind: "nak",
      ...s.has("byte") ? { byte: readNumber(s, "byte", { min: 1, max: 65535 }) } : {}
    })
  },
  short: {
    targets: ["transfer"],
    about: "the transfer ends early, bytes=0",
    settings: ["bytes"],
    effect: (s) => ({ kind: "short", toBytes: readNumber(s, "bytes", { min: 0, absent: 0 }) })
  },
  corrupt: {
    targets: ["transfer", "message", "exchange", "frame", "can-frame"],
    about: "one byte arrives changed, byte=0 mask=0xff",
    settings: ["byte", "mask"],
    effect: (s) => ({
      kind: "corrupt",
      byte: readNumber(s, "byte", { min: 0, absent: 0 }),
      mask: readNumber(s, "mask", { min: 1, max: 255, absent: 255 })
    })
  },
  babble: {
    targets: ["transfer"],
    about: "the device sends more than it was asked for",
    settings: [],
    effect: () => ({ kind: "babble" })
  },
  "io-error": {
    targets: ["transfer"],
    about: "the transfer ends with a transaction error, and the following ones at its endpoint, too, times=1 in all",
    settings: ["times"],
    effect: (s) => ({ kind: "io-error", times: readNumber(s, "times", { min: 1, max: 1e3, absent: 1 }) })
  },
  late: {
    targets: ["transfer", "exchange"],
    about: "the answer comes later, by=5ms; nothing else waits",
    settings: ["by"],
    effect: (s) => ({ kind: "late", byUs: readDuration(s, "by") })
  },
  stretch: {
    targets: ["message"],
    about: "the device holds the clock low before it answers, by=5ms",
    settings: ["by"],
    effect: (s) => ({ kind: "stretch", byUs: readDuration(s, "by") })
  },
  "arbitration-lost": {
    targets: ["message"],
    about: "another master takes the bus",
    settings: [],
    effect: () => ({ kind: "arbitration-lost" })
  },
  "bus-error": {
    targets: ["message", "exchange"],
    about: "the controller reports an error of the bus",
    settings: [],
    effect: () => ({ kind: "bus-error" })
  },
  "stuck-low": {
    targets: ["message"],
    about: "the data line stays low, so that nothing passes until the fault is cleared",
    settings: [],
    effect: () => ({ kind: "stuck-low" })
  },
  "miso-stuck": {
    targets: ["exchange"],
    about: "what the device sends reads all zeros or all ones, at=0|1",
    settings: ["at"],
    effect: (s) => ({ kind: "miso-stuck", at: readNumber(s, "at", { min: 0, max: 1, absent: 1 }) === 0 ? 0 : 1 })
  }
};

// src/device/can/can-error.ts
var frameErrors = ["ack", "bit", "stuff", "form", "crc"];
var errorFlag = 536870912;
var protocolViolation = 8;
var noAcknowledge = 32;
var busIsOff = 64;
var violations = {
  bit: [1, 10],
  form: [2, 26],
  stuff: [4, 10],
  crc: [0, 8]
};
function errorFrame(error) {
  const data = new Uint8Array(8);
  if (error === "ack") return { id: errorFlag | noAcknowledge, data };
  if (error === "bus-off") return { id: errorFlag | busIsOff, data };
  data.set(violations[error], 2);
  return { id: errorFlag | protocolViolation, data };
}

// src/device/fault/catalogue/frame-faults.ts
var frameFaults = {
  drop: {
    targets: ["frame", "can-frame"],
    about: "the frame never arrives",
    settings: [],
    effect: () => ({ kind: "drop" })
  },
  delay: {
    targets: ["frame", "can-frame"],
    about: "the frame arrives later, by=5ms; later ones may overtake it",
    settings: ["by"],
    effect: (s) => ({ kind: "delay", byUs: readDuration(s, "by") })
  },
  duplicate: {
    targets: ["frame", "can-frame"],
    about: "the frame arrives again at once, times=1",
    settings: ["times"],
    effect: (s) => ({ kind: "duplicate", times: readNumber(s, "times", { min: 1, max: 1e3, absent: 1 }) })
  },
  reorder: {
    targets: ["frame", "can-frame"],
    about: "the frame arrives after the next one of its direction",
    settings: [],
    effect: () => ({ kind: "reorder" })
  },
  truncate: {
    targets: ["frame", "can-frame"],
    about: "only the first bytes arrive, bytes=0",
    settings: ["bytes"],
    effect: (s) => ({ kind: "truncate", toBytes: readNumber(s, "bytes", { min: 0, absent: 0 }) })
  },
  "error-frame": {
    targets: ["can-frame"],
    about: "the frame does not get through, and its sender reports why, what=ack|bit|stuff|form|crc",
    settings: ["what"],
    effect: (s) => ({ kind: "error-frame", what: readChoice(s, "what", frameErrors) })
  },
  "bus-off": {
    targets: ["can-frame"],
    about: "the sender has had too many errors and leaves the bus, until its interface is started again",
    settings: [],
    effect: () => ({ kind: "bus-off" })
  },
  "line-stuck": {
    targets: ["line"],
    about: "the line does not change",
    settings: [],
    effect: () => ({ kind: "line-stuck" })
  },
  "line-bounce": {
    targets: ["line"],
    about: "the line goes back and forth before it stays, times=3 apart=1ms",
    settings: ["times", "apart"],
    effect: (s) => ({
      kind: "line-bounce",
      times: readNumber(s, "times", { min: 1, max: 1e3, absent: 3 }),
      everyUs: readDuration(s, "apart", 1e3)
    })
  }
};

// src/device/fault/catalogue/register-faults.ts
var maxLateUs = 3e7;
var registerFaults = {
  "irq-drop": {
    targets: ["interrupt"],
    about: "the interrupt never comes",
    settings: [],
    effect: () => ({ kind: "irq-drop" })
  },
  "irq-delay": {
    targets: ["interrupt"],
    about: "the interrupt comes later, by=5ms",
    settings: ["by"],
    effect: (s) => ({ kind: "irq-delay", byUs: readDuration(s, "by") })
  },
  "irq-duplicate": {
    targets: ["interrupt"],
    about: "the interrupt comes again at once, times=1",
    settings: ["times"],
    effect: (s) => ({ kind: "irq-duplicate", times: readNumber(s, "times", { min: 1, max: 1e3, absent: 1 }) })
  },
  "irq-storm": {
    targets: ["interrupt"],
    about: "the interrupt comes again and again, times=1000 apart=100us",
    settings: ["times", "apart"],
    effect: (s) => ({
      kind: "irq-storm",
      times: readNumber(s, "times", { min: 1, max: 1e6, absent: 1e3 }),
      everyUs: readDuration(s, "apart", 100)
    })
  },
  "dma-fail": {
    targets: ["dma"],
    about: "the transfer ends with an error",
    settings: [],
    effect: () => ({ kind: "dma-fail" })
  },
  "dma-hang": {
    targets: ["dma"],
    about: "the transfer never ends",
    settings: [],
    effect: () => ({ kind: "dma-hang" })
  },
  "dma-truncate": {
    targets: ["dma"],
    about: "only the first bytes arrive, bytes=0",
    settings: ["bytes"],
    effect: (s) => ({ kind: "dma-truncate", toBytes: readNumber(s, "bytes", { min: 0, absent: 0 }) })
  },
  "dma-corrupt": {
    targets: ["dma"],
    about: "one byte arrives changed, byte=0 mask=0xff",
    settings: ["byte", "mask"],
    effect: (s) => ({
      kind: "dma-corrupt",
      byte: readNumber(s, "byte", { min: 0, absent: 0 }),
      mask: readNumber(s, "mask", { min: 1, max: 255, absent: 255 })
    })
  },
  "dma-misdirect": {
    targets: ["dma"],
    about: "the transfer goes to another address, by=0x1000",
    settings: ["by"],
    effect: (s) => ({ kind: "dma-misdirect", by: readMask(s, "by", 0x1000n) })
  },
  "read-ones": {
    targets: ["read"],
    about: "the register reads all ones, as if nothing were there",
    settings: [],
    effect: () => ({ kind: "read-ones" })
  },
  "read-stuck": {
    targets: ["read", "message", "exchange"],
    about: "some bits always read the same, bits=0x1 at=0|1",
    settings: ["bits", "at"],
    effect: (s) => ({
      kind: "read-stuck",
      bits: readMask(s, "bits"),
      at: readNumber(s, "at", { min: 0, max: 1 }) === 0 ? 0 : 1
    })
  },
  "read-late": {
    targets: ["read"],
    about: "the answer takes its time, and the machine waits, by=5ms",
    settings: ["by"],
    effect: (s) => ({ kind: "read-late", byUs: readDuration(s, "by", void 0, maxLateUs) })
  },
  "write-ignore": {
    targets: ["write"],
    about: "the write has no effect",
    settings: [],
    effect: () => ({ kind: "write-ignore" })
  }
};

// src/device/fault/trigger.ts
var neverNth = Number.MAX_SAFE_INTEGER;
function randomNumbers(seed) {
  let state = BigInt(seed);
  const next = () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 11n) / 2 ** 53;
  };
  for (let index = 0; index < 4; index++) next();
  return next;
}
var FaultCounter = class {
  #name;
  #decide;
  #counted = 0;
  #fired = 0;
  #hits = {};
  #isCleared = false;
  constructor({ id, text, trigger }) {
    this.#name = { id, text };
    this.#decide = decider(trigger);
  }
  get report() {
    return { ...this.#name, fired: this.#fired, counted: this.#counted, ...this.#hits, isCleared: this.#isCleared };
  }
  get hasFired() {
    return this.#fired > 0;
  }
  get isCleared() {
    return this.#isCleared;
  }
  /** Counts a matching access, and returns whether it is hit. */
  hits(describe2) {
    if (!this.#decide(++this.#counted)) return false;
    this.#hit(describe2());
    return true;
  }
  /** Counts an access that is hit because of an earlier one, without a decision. */
  again(hit) {
    this.#counted++;
    this.#hit(hit);
  }
  #hit(last) {
    this.#fired++;
    this.#hits = { first: this.#hits.first ?? last, last };
  }
  clear() {
    this.#isCleared = true;
  }
};
var triggerSettings = ["nth", "from", "every", "probability", "seed"];
function readTrigger(settings) {
  const chosen = ["nth", "from", "every", "probability"].filter((key) => settings.has(key));
  if (chosen.length > 1) throw new FaultSyntaxError(`${chosen.join(" and ")} exclude each other`);
  if (settings.has("seed") && chosen[0] !== "probability") throw new FaultSyntaxError("seed needs probability");
  switch (chosen[0]) {
    case "nth":
      return { kind: "nth", nth: readNumber(settings, "nth", { min: 1 }) };
    case "from":
      return { kind: "from", nth: readNumber(settings, "from", { min: 1 }) };
    case "every":
      return { kind: "every", period: readNumber(settings, "every", { min: 1 }) };
    case "probability":
      return {
        kind: "probability",
        probability: readProbability(settings.get("probability") ?? ""),
        seed: readNumber(settings, "seed", { min: 0, max: 4294967295, absent: 1 })
      };
    case void 0:
    default:
      return { kind: "always" };
  }
}
function decider(trigger) {
  switch (trigger.kind) {
    case "always":
      return () => true;
    case "nth":
      return (count) => count === trigger.nth;
    case "from":
      return (count) => count >= trigger.nth;
    case "every":
      return (count) => count % trigger.period === 0;
    case "probability": {
      const next = randomNumbers(trigger.seed);
      return () => next() < trigger.probability;
    }
  }
}

// src/device/fault/fault-catalogue.ts
var faultCatalogue = {
  ...registerFaults,
  ...exchangeFaults,
  ...frameFaults,
  "device-remove": {
    targets: ["any"],
    about: "the device is pulled out, for good",
    settings: [],
    effect: () => ({ kind: "device-remove" })
  },
  "link-down": {
    targets: ["any"],
    about: "nothing passes between device and machine until the fault is cleared",
    settings: [],
    effect: () => ({ kind: "link-down" })
  }
};
var commonSettings = ["id", "device", ...triggerSettings];
var filterSettings = {
  interrupt: ["vector"],
  dma: ["direction"],
  read: ["register", "bar", "range"],
  write: ["register", "bar", "range"],
  transfer: ["endpoint", "request", "direction"],
  message: ["register", "direction"],
  exchange: ["command", "register"],
  line: ["line", "direction"],
  frame: ["direction"],
  "can-frame": ["direction"],
  any: ["register", "bar", "range", "endpoint", "request", "command", "line"]
};
function faultsOn(accesses) {
  return Object.keys(faultCatalogue).filter(
    (kind) => faultCatalogue[kind].targets.some((target) => target === "any" || accesses.includes(target))
  );
}

// src/bounds/bounds.ts
var bounds = {
  /**
   * Lines of text from a console or a program. The kernel's own messages have at most 2048 characters; one that starts
   * a report can be recognised by its first `headerChars`. `messages`: the pieces into which other processors' output
   * can cut one line.
   */
  lines: { chars: 16 * 1024, headerChars: 1024, messages: 64 },
  /**
   * Kernel reports per console. Titles that differ only after 200 characters are the same bug; a report of 64 KiB holds
   * the stacks of about twenty processors. `open`: interleaved reports, one per processor or task that prints.
   */
  findings: { count: 50, titleChars: 200, reportChars: 64 * 1024, reportLines: 600, open: 64 },
  /** Function names: 512 is the kernel's own limit. `depth` and `parts` are for mangled names. */
  symbols: { nameChars: 512, depth: 40, parts: 500 },
  /**
   * (K)TAP on the output of `run`, per test. KUnit nests four levels; each level costs parser stack and a full name's
   * length. All results are counted. The last quarter of the kept ones is reserved for failures.
   */
  subtests: { count: 2e4, depth: 32, nameChars: 300, reasonChars: 500, totalChars: 2 * 1024 * 1024 },
  /** The files in a test's `artifacts/`. */
  artifacts: {
    files: 1e3,
    bytes: 64 * 1024 * 1024,
    depth: 64,
    pathBytes: 1024,
    entries: 1e4,
    headerBytes: 64 * 1024 * 1024,
    complaints: 100
  },
  /** Host disk space for the folder of a test's machine, and how long counting it may take. */
  folder: { bytes: 2048 * 1024 * 1024, entries: 5e4, depth: 200, lookMs: 3e4 },
  /**
   * A test's `data/`. It is copied for each machine and, for a kernel without 9p, sent to it, so the limits are lower
   * than the folder's.
   */
  data: { bytes: 1024 * 1024 * 1024, entries: 2e4, depth: 64 },
  /** The words of an `info/tags`. */
  tags: { count: 50, chars: 100 },
  /**
   * The table of an `info/each`. A value of this length fits into a line of the agent's port, whatever its
   * characters.
   */
  each: { rows: 1e3, columns: 32, nameChars: 100, valueChars: 1e3 },
  /** The saved state of a machine's devices. Its memory is stored separately. */
  savedState: { bytes: 512 * 1024 * 1024 },
  /** QEMU's own output, and how much of it is quoted. */
  qemuLog: { bytes: 64 * 1024 * 1024, quotedLines: 5, quotedLineChars: 500 },
  /** Lines on the agent's port. Lines beyond the rate are read later; longer lines are cut. */
  control: { lineBytes: 4096, linesPerSecond: 2e4, toldLines: 1e3 },
  /** The console after a bug, while its report is being completed. */
  bugReport: { chars: 64 * 1024, titles: 50, matchMs: 500 },
  /** `timeline.jsonl`: the first and last entries of each source and each device model; `data` of an entry as JSON. */
  timeline: { firstEntries: 1e3, lastEntries: 4e3, textChars: 500, dataChars: 4e3 },
  /** A device's log of its exchanges with the machine, and how much of it is returned per request. */
  deviceLog: { entries: 1e4, textChars: 500, registers: 16, exchangeBytes: 32, pageChars: 1024 * 1024 },
  /**
   * A USB device: what waits at an endpoint for the machine, the transfers of a machine that wait for the device, with
   * their bytes, and the longest message.
   */
  usb: {
    queuedTransfers: 1024,
    queuedBytes: 16 * 1024 * 1024,
    pendingTransfers: 4096,
    pendingBytes: 64 * 1024 * 1024,
    messageBytes: 16 * 1024 * 1024 + 64,
    unreadBytes: 64 * 1024 * 1024
  },
  /**
   * Frames between a machine and a model: QEMU's longest, and what may wait in a direction because a fault delays it.
   * `unreadBytes`: what QEMU has not taken yet. More is lost, as on a wire.
   */
  frames: { bytes: 69632, delayed: 1e3, delayedBytes: 4 * 1024 * 1024, unreadBytes: 1024 * 1024 },
  /**
   * The process of a test's device models: a line on its control channel, an error, events, and the output of models.
   */
  models: {
    lineBytes: 16 * 1024 * 1024,
    errorChars: 4e3,
    stackChars: 16 * 1024,
    events: 1e3,
    printedHeadBytes: 768 * 1024,
    printedTailBytes: 256 * 1024
  },
  /** Notes on a test's evidence: cut logs, artifacts left out. */
  notes: { count: 100, chars: 500 },
  /** One line of `record.jsonl`. The header of a run of 10,000 tests has about 10 MB. */
  recordLineBytes: 64 * 1024 * 1024,
  /**
   * Requests of a guest's `hw`: a request and its words, a value to set, a fault's text, the devices plugged in at a
   * time, and an answer. A model's log of 10,000 values of this length fits into one answer of its process.
   */
  hw: {
    requestBytes: 16 * 1024,
    words: 64,
    valueChars: 256,
    faultChars: 1e3,
    plugged: 16,
    disks: 8,
    diskBytes: 1024 ** 3,
    answerLines: 2e3,
    answerChars: 128 * 1024,
    answerLineChars: 4e3
  },
  /**
   * The coverage of modules: what a guest records, as guest/coverage/coverage.c has it, and the sources that are kept
   * with the results. `codeLine`: beyond the longest source.
   */
  coverage: {
    memoryBytes: 1024 * 1024,
    modules: 60,
    files: 5e3,
    codeLine: 1e7,
    linesOfFile: 1e6,
    sourceBytes: 2 * 1024 * 1024,
    sourcesBytes: 64 * 1024 * 1024,
    rangeChars: 256 * 1024
  },
  /** A single sentence of a verdict. */
  sentenceChars: 4e3,
  /** A `results.json` to read. Another job or another version may have written it. */
  results: {
    bytes: 256 * 1024 * 1024,
    /** The sum over all parts of a merge. */
    mergedBytes: 512 * 1024 * 1024,
    depth: 32,
    values: 5e6,
    tests: 1e5,
    cells: 2e3,
    listed: 2e5,
    tags: 100,
    shards: 99999,
    idChars: 512,
    pathChars: 4096,
    textChars: 1024 * 1024
  },
  /** Files and directories of the parts of a merge. Results are a few directories above the artifacts. */
  parts: { files: 1e6, bytes: 64 * 1024 ** 3, depth: 80, pathBytes: 2048 },
  /** Missing results and notes of a merge, one per line. */
  mergedLines: { count: 1e3, chars: 1e3 },
  /**
   * The record of many runs: a file of one run, all files together, and what the page of them shows. `rows` are tests
   * in cells, `columns` commits; older ones are left out first.
   */
  history: {
    recordBytes: 4 * 1024 * 1024,
    totalBytes: 512 * 1024 * 1024,
    values: 25e4,
    depth: 8,
    files: 5e4,
    columns: 2e4,
    rows: 1e5,
    shownRows: 4e3,
    pageBytes: 4 * 1024 * 1024,
    crashes: 500,
    shownChars: 300
  },
  /**
   * A kernel that is fetched as packages or as a container's layers, packed and unpacked. A distribution's kernel with
   * its headers has 1.5 GB and 60,000 files; an image may hold a whole system around it. `linkChars`: where a link
   * leads.
   */
  fetchedKernel: {
    files: 64,
    packedBytes: 8 * 1024 ** 3,
    unpackedBytes: 32 * 1024 ** 3,
    keptBytes: 16 * 1024 ** 3,
    entries: 2e6,
    keptEntries: 5e5,
    depth: 64,
    pathBytes: 4096,
    nameBytes: 255,
    headerBytes: 64 * 1024 * 1024,
    images: 16,
    imageBytes: 1024 ** 3
  },
  /** What a container registry says before the layers: a manifest (4 MiB by its specification), a token, an error. */
  registry: {
    manifestBytes: 4 * 1024 * 1024,
    tokenBytes: 1024 * 1024,
    errorBytes: 64 * 1024,
    listed: 1e3,
    layers: 200
  },
  /** Any other JSON file: of the store, the runner or the cache. */
  json: { bytes: 64 * 1024 * 1024, depth: 100, values: 2e6 },
  /** A text file from the command line that is parsed as a whole. */
  inputTextChars: 64 * 1024 * 1024,
  /** An input of the Action. */
  actionInput: { chars: 64 * 1024, lines: 1e3 },
  /** The contents of `cache-index.json`. */
  cacheIndex: { assets: 1e3, documents: 1e4, nameChars: 250, assetBytes: 1024 ** 4 },
  /** Names in a GitHub artifact, in bytes. File systems allow 255. */
  upload: { files: 1e5, depth: 80, pathBytes: 1024, nameBytes: 200 },
  /** `junit.xml`: GitLab takes 30 MB per file. */
  junit: { totalChars: 6e6, noteChars: 1e4, nameChars: 300, missing: 500 },
  /** GitLab's report of problems on lines of the repository. */
  codeQuality: { issues: 500, descriptionChars: 1e3 },
  /** Results as TAP. */
  tapChars: 16 * 1024 * 1024,
  /** Annotations of a check run. */
  annotations: { count: 500, titleChars: 255, messageChars: 3e3 }
};

// src/bounds/cut-text.ts
function cutText(text, maxChars) {
  if (text.length <= maxChars) return text;
  return Buffer.from(`${text.slice(0, maxChars - 1)}\u2026`, "utf16le").toString("utf16le");
}

// src/device/fault/passing.ts
function describePassing(passing3) {
  switch (passing3.kind) {
    case "interrupt":
      return `interrupt ${passing3.vector}`;
    case "dma":
      return `DMA ${passing3.direction} of ${passing3.length} bytes ${passing3.direction === "read" ? "from" : "to"} 0x${passing3.address.toString(16)}`;
    case "read":
    case "write": {
      const names = cutText(passing3.registers.map(({ name }) => name).join(", "), bounds.deviceLog.textChars);
      const place = `bar${passing3.bar}+0x${passing3.offset.toString(16)}`;
      return `${passing3.kind} of ${names === "" ? place : `${names} (${place})`}`;
    }
    case "line":
      return `line ${cutText(passing3.name, bounds.deviceLog.textChars)} ${passing3.isOn ? "on" : "off"} (${passing3.direction})`;
    case "transfer":
    case "message":
    case "exchange":
    case "frame":
    case "can-frame": {
      const way = passing3.direction === "both" ? "" : `${passing3.direction}, `;
      const name = cutText(passing3.name, bounds.deviceLog.textChars);
      const noun = passing3.kind === "can-frame" ? "CAN frame" : passing3.kind;
      return `${noun} ${name} (${way}${passing3.length} byte${passing3.length === 1 ? "" : "s"})`;
    }
  }
}

// src/device/fault/active-fault.ts
function distortRead(bytes, { registers }, hits) {
  const seen = Buffer.from(bytes);
  for (const { spec } of hits) {
    const spans = spec.filter.register === void 0 ? [{ start: 0, skip: 0, length: seen.length }] : registers.filter(({ name }) => name === spec.filter.register);
    for (const span of spans) distortSpan(seen.subarray(span.skip, span.skip + span.length), span.start, spec.effect);
  }
  return seen;
}
function distortSpan(bytes, start, effect) {
  if (effect.kind === "read-ones") bytes.fill(255);
  if (effect.kind !== "read-stuck") return;
  const stuck2 = effect.bits >> BigInt(8 * start);
  const value = valueOf(bytes);
  bytesOf(effect.at === 1 ? value | stuck2 : value & ~stuck2, bytes.length).copy(bytes);
}
function distortDma(bytes, hits, missing) {
  let seen = bytes;
  for (const { spec } of hits) {
    const { effect } = spec;
    if (effect.kind === "dma-truncate" && effect.toBytes < seen.length) {
      const kept = seen.subarray(0, effect.toBytes);
      seen = missing === "cut" ? kept : Buffer.concat([kept], seen.length);
    }
    if (effect.kind === "dma-corrupt") {
      seen = Buffer.from(seen);
      const byte = seen[effect.byte];
      if (byte !== void 0) seen[effect.byte] = byte ^ effect.mask;
    }
  }
  return seen;
}
var ActiveFault = class {
  spec;
  #targets;
  #counter;
  /** By the name of what passes: how many more of it are hit. */
  #burst = /* @__PURE__ */ new Map();
  constructor(spec) {
    this.spec = spec;
    this.#targets = faultCatalogue[spec.effect.kind].targets;
    this.#counter = new FaultCounter(spec);
  }
  /** It has hit at least once. Lasting effects (a link that is down) start then. */
  get hasFired() {
    return this.#counter.hasFired;
  }
  get report() {
    return this.#counter.report;
  }
  get isCleared() {
    return this.#counter.isCleared;
  }
  /** Counts a matching access, and returns whether it is hit. */
  hits(passing3, atUs) {
    if (this.isCleared || !this.#counts(passing3)) return false;
    const describe2 = () => ({ atUs, access: describePassing(passing3) });
    if (this.#isInBurst(passing3)) {
      this.#counter.again(describe2());
      return true;
    }
    const isHit = this.#counter.hits(describe2);
    if (isHit) this.#startBurst(passing3);
    return isHit;
  }
  #startBurst(passing3) {
    const { effect } = this.spec;
    if (effect.kind === "io-error" && "name" in passing3) this.#burst.set(passing3.name, effect.times - 1);
  }
  #isInBurst(passing3) {
    const left = "name" in passing3 ? this.#burst.get(passing3.name) ?? 0 : 0;
    if (left > 0 && "name" in passing3) this.#burst.set(passing3.name, left - 1);
    return left > 0;
  }
  /** Ends the fault's effect; its report remains. */
  clear() {
    this.#counter.clear();
  }
  #counts(passing3) {
    if (!this.#targets.includes("any") && !this.#targets.includes(passing3.kind)) return false;
    const { effect, filter } = this.spec;
    if (passing3.kind === "message" && !isInMessage(effect, passing3)) return false;
    return filterKeys(filter).every((key) => matches[key](filter, passing3));
  }
};
function isInMessage(effect, { direction, length }) {
  if (effect.kind === "nak" && effect.byte !== void 0) return direction === "out" && length >= effect.byte;
  if (effect.kind === "read-stuck") return direction === "in";
  return true;
}
function filterKeys(filter) {
  return Object.keys(filter).filter((key) => filter[key] !== void 0);
}
var matches = {
  register: ({ register }, passing3) => "registers" in passing3 ? passing3.registers.some(({ name }) => name === register) : (passing3.kind === "message" || passing3.kind === "exchange") && passing3.name === register,
  bar: ({ bar }, passing3) => "bar" in passing3 && passing3.bar === bar,
  range: ({ range }, passing3) => "bar" in passing3 && range !== void 0 && passing3.offset <= range.to && passing3.offset + passing3.length > range.from,
  vector: ({ vector }, passing3) => passing3.kind === "interrupt" && passing3.vector === vector,
  direction: ({ direction }, passing3) => "direction" in passing3 && passing3.direction === direction,
  endpoint: ({ endpoint }, passing3) => passing3.kind === "transfer" && passing3.name === endpoint,
  request: ({ request }, passing3) => passing3.kind === "transfer" && passing3.name === request,
  command: ({ command: command2 }, passing3) => passing3.kind === "exchange" && passing3.name === command2,
  line: ({ line }, passing3) => passing3.kind === "line" && passing3.name === line
};

// src/device/fault/device-parts.ts
var busWords = {
  pci: "a PCI",
  usb: "a USB",
  i2c: "an I2C",
  spi: "an SPI",
  gpio: "a GPIO",
  platform: "a platform",
  serial: "a serial",
  link: "a link partner",
  can: "a CAN node"
};

// src/device/fault/fault-set.ts
var FaultError = class extends Error {
  name = "FaultError";
};
var maxFaults = 100;
var FaultSet = class {
  #parts;
  #faults = [];
  constructor(parts) {
    this.#parts = parts;
  }
  get all() {
    return this.#faults;
  }
  get reports() {
    return this.#faults.map(({ report }) => report);
  }
  /** @throws FaultError when an active fault has this id, or it fits nothing of this device */
  add(spec) {
    checkFits(spec, this.#parts);
    const before = this.#faults.find(({ spec: { id } }) => id === spec.id);
    if (before?.isCleared === false)
      throw new FaultError(
        `fault "${spec.text}": ${spec.id} is already active; clear it, or give this one its own id=`
      );
    if (this.#faults.length >= maxFaults)
      throw new FaultError(`fault "${spec.text}": a device has at most ${maxFaults} faults`);
    this.#faults = [...this.#faults.filter((fault) => fault !== before), new ActiveFault(spec)];
  }
  /** Without an id, clears all. @throws FaultError with the list, when the id is unknown */
  clear(id) {
    for (const fault of id === void 0 ? this.#faults : [this.#find(id)]) fault.clear();
  }
  /** @throws FaultError with the list, when the id is unknown */
  report(id) {
    return this.#find(id).report;
  }
  #find(id) {
    const found = this.#faults.find(({ spec }) => spec.id === id);
    if (found !== void 0) return found;
    const ids = this.#faults.map(({ spec }) => spec.id);
    throw new FaultError(`no fault "${id}"; ${ids.length === 0 ? "none is set" : `the faults are ${ids.join(", ")}`}`);
  }
};
var partFilters = ["register", "endpoint", "request", "command", "line"];
function checkFits({ effect, filter, text }, { bus, accesses, names }) {
  const { targets } = faultCatalogue[effect.kind];
  if (!targets.some((target) => target === "any" || accesses.includes(target)))
    throw new FaultError(
      `fault "${text}": ${busWords[bus]} device has no ${effect.kind}; its faults are ` + faultsOn(accesses).join(", ")
    );
  if (effect.kind === "read-stuck" && !accesses.includes("read") && effect.bits > 0xffn)
    throw new FaultError(`fault "${text}": bits: expected up to 0xff, because they stick in each byte of the bus`);
  for (const part of partFilters) {
    const name = filter[part];
    const known = names[part];
    if (name === void 0 || known?.includes(name) === true) continue;
    throw new FaultError(
      known === void 0 ? `fault "${text}": ${busWords[bus]} device has no ${part}s` : `fault "${text}": no ${part} ${name}; the ${part}s are ${known.join(", ")}`
    );
  }
}

// src/device/instance/dma.ts
var DmaError = class extends Error {
  name = "DmaError";
  reason;
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
};
var maxTransferBytes = 64 * 1024 * 1024;
var TransferBudget = class {
  #bytes = 0;
  /** Call it before allocating memory. @throws DmaError */
  take(bytes) {
    if (this.#bytes + bytes > maxTransferBytes)
      throw new DmaError(
        "too-many",
        `expected at most ${maxTransferBytes} bytes of pending transfers, found ${this.#bytes} already`
      );
    this.#bytes += bytes;
  }
  give(bytes) {
    this.#bytes -= bytes;
  }
};
function makeDma(raw, addressBits) {
  const address = (given2) => BigInt.asUintN(addressBits, BigInt(given2));
  const read = async (at, length) => {
    checkLength(length);
    return length === 0 ? Buffer.alloc(0) : await raw.read(address(at), length);
  };
  const write = async (at, bytes) => {
    checkLength(bytes.length);
    if (bytes.length > 0) await raw.write(address(at), bytes);
  };
  return {
    read,
    write,
    gather: async (list) => {
      checkLength(list.reduce((sum, { length }) => sum + length, 0));
      const pieces = [];
      for (const segment of list) pieces.push(await read(segment.address, segment.length));
      return Buffer.concat(pieces);
    },
    scatter: async (list, bytes) => {
      let done = 0;
      for (const segment of list) {
        const piece = bytes.subarray(done, done + segment.length);
        await write(segment.address, piece);
        done += piece.length;
      }
      return done;
    }
  };
}
function checkLength(length) {
  if (!Number.isInteger(length) || length < 0 || length > maxTransferBytes)
    throw new DmaError("refused", `a transfer of ${length} bytes: expected up to ${maxTransferBytes}`);
}

// src/device/fault/parse-fault.ts
var maxFaultLength = 1e3;
function parseFault(text) {
  const line = text.trim();
  try {
    return parseLine(line);
  } catch (error) {
    if (error instanceof FaultSyntaxError)
      throw new FaultSyntaxError(`fault "${line.slice(0, 200)}": ${error.message}`);
    throw error;
  }
}
function parseLine(line) {
  if (line.length > maxFaultLength)
    throw new FaultSyntaxError(`expected at most ${maxFaultLength} characters, found ${line.length}`);
  const [kind = "", ...words] = line.split(/\s+/);
  if (!isFaultKind(kind))
    throw new FaultSyntaxError(`unknown fault "${kind}"; the faults are ${Object.keys(faultCatalogue).join(", ")}`);
  const description = faultCatalogue[kind];
  const settings = readSettings(kind, words, [
    ...description.settings,
    ...new Set(description.targets.flatMap((target) => filterSettings[target])),
    ...commonSettings
  ]);
  return {
    id: readName(settings, "id") ?? kind,
    ...optional("device", readName(settings, "device")),
    effect: description.effect(settings),
    filter: readFilter(settings, description),
    trigger: readTrigger(settings),
    text: line
  };
}
function isFaultKind(text) {
  return Object.hasOwn(faultCatalogue, text);
}
function readFilter(settings, { targets }) {
  return {
    ...optional("register", readName(settings, "register")),
    ...optional("bar", settings.has("bar") ? readNumber(settings, "bar", { min: 0, max: 5 }) : void 0),
    ...optional("range", readRange(settings)),
    ...optional("vector", settings.has("vector") ? readNumber(settings, "vector", { min: 0, max: 2047 }) : void 0),
    ...optional("direction", readDirection(settings, targets.includes("dma") ? ["read", "write"] : ["in", "out"])),
    ...optional("endpoint", readName(settings, "endpoint")),
    ...optional("request", readName(settings, "request")),
    ...optional("command", readName(settings, "command")),
    ...optional("line", readName(settings, "line"))
  };
}
function readRange(settings) {
  const text = settings.get("range");
  if (text === void 0) return void 0;
  const [, first = "", last = first] = /^(0x[0-9a-f]{1,8}|\d{1,10})(?:-(0x[0-9a-f]{1,8}|\d{1,10}))?$/i.exec(text) ?? [];
  if (first === "" || Number(last) < Number(first))
    throw wrong2("range", "offsets such as 0x10-0x1f (the lower one first)", text);
  return { from: Number(first), to: Number(last) };
}
function readDirection(settings, ways) {
  const text = settings.get("direction");
  if (text === void 0) return void 0;
  const direction = ways.find((way) => way === text);
  if (direction === void 0) throw wrong2("direction", ways.join(" or "), text);
  return direction;
}
function optional(key, value) {
  return value === void 0 ? {} : { [key]: value };
}

// src/device/usb/usb-layout.ts
var defaultSpeed = "high";
function layOut({ usb, interfaces }) {
  return Object.values(interfaces).flatMap((face, number) => settingsOf(face, number, usb.speed ?? defaultSpeed));
}
function settingsOf(face, number, speed) {
  return [face, ...face.alternates ?? []].map(({ endpoints = {}, descriptors = [] }, alternate) => ({
    number,
    alternate,
    class: face.class,
    subclass: face.subclass ?? 0,
    protocol: face.protocol ?? 0,
    descriptors: descriptors.flatMap((bytes) => [...bytes]),
    endpoints: Object.entries(endpoints).map(([name, endpoint]) => layEndpoint(name, endpoint, speed))
  }));
}
function layEndpoint(name, endpoint, speed) {
  const isIn2 = endpoint.in !== void 0;
  return {
    name,
    address: isIn2 ? endpoint.in | 128 : endpoint.out,
    direction: isIn2 ? "in" : "out",
    type: endpoint.type,
    packet: endpoint.packet ?? usualPacket(endpoint.type, speed),
    interval: endpoint.type === "bulk" ? 0 : intervalOf(endpoint.everyMs ?? 1, speed)
  };
}
var bulkPackets = {
  low: [],
  full: [8, 16, 32, 64],
  high: [512],
  super: [1024]
};
var longestInterrupt = { low: 8, full: 64, high: 1024, super: 1024 };
function usualPacket(type, speed) {
  return type === "bulk" ? bulkPackets[speed].at(-1) ?? 8 : Math.min(64, longestInterrupt[speed]);
}
function pollRange(speed) {
  return isFast(speed) ? { min: 0.125, max: 4096 } : { min: 1, max: 255 };
}
function intervalOf(everyMs, speed) {
  return isFast(speed) ? Math.floor(Math.log2(everyMs * 8)) + 1 : Math.floor(everyMs);
}
function isFast(speed) {
  return speed === "high" || speed === "super";
}

// src/device/usb/usb-setup.ts
var types = ["standard", "class", "vendor", "reserved"];
var recipients = ["device", "interface", "endpoint", "other"];
function isIn({ requestType }) {
  return (requestType & 128) !== 0;
}
function typeOf({ requestType }) {
  return types[requestType >> 5 & 3] ?? "reserved";
}
function recipientOf({ requestType }) {
  return recipients[requestType & 31];
}
function completeCode({ request, type = "vendor", recipient }) {
  return { request, type, recipient: recipient ?? (type === "vendor" ? "device" : "interface") };
}
function matches2(setup, code) {
  const { request, type, recipient } = completeCode(code);
  return setup.request === request && typeOf(setup) === type && recipientOf(setup) === recipient;
}
function requestTypeOf(code, direction) {
  const { type, recipient } = completeCode(code);
  return (direction === "in" ? 128 : 0) | types.indexOf(type) << 5 | recipients.indexOf(recipient);
}

// src/device/usb/check-usb-model.ts
var controlName = "control";
var speeds = ["low", "full", "high", "super"];
var maxInterfaces = 32;
var maxConfigurationBytes = 65535;
function checkUsbModel(model) {
  const problems = [
    ...checkIdentity2(model),
    ...checkInterfaces(model),
    ...checkRequests(model),
    ...checkControls(model)
  ];
  refuseProblems(model, problems.length > 0 ? problems : [...checkWhole(model)]);
}
function* checkIdentity2({ name, usb }) {
  yield* checkName("name", name);
  yield* checkNumber("usb.vendor", usb.vendor, 65535);
  yield* checkNumber("usb.product", usb.product, 65535);
  yield* checkNumber("usb.class", usb.class ?? 0, 16777215);
  yield* checkNumber("usb.revision", usb.revision ?? 0, 65535);
  yield* checkNumber("usb.maxPowerMa", usb.maxPowerMa ?? 0, usb.speed === "super" ? 900 : 500);
  if (!speeds.includes(usb.speed ?? defaultSpeed))
    yield `usb.speed: expected ${speeds.join(", ")}, found ${JSON.stringify(usb.speed)}`;
  for (const [what, text] of Object.entries(usb.strings ?? {}))
    if (typeof text !== "string" || text.length === 0 || text.length > 126)
      yield `usb.strings.${what}: expected text of 1 to 126 characters, found ${JSON.stringify(text)}`;
}
function* checkInterfaces({ interfaces, usb: { speed = defaultSpeed } }) {
  const all = Object.entries(interfaces);
  if (all.length === 0 || all.length > maxInterfaces)
    yield `interfaces: expected 1 to ${maxInterfaces}, found ${all.length}`;
  const names = /* @__PURE__ */ new Set();
  const addresses = /* @__PURE__ */ new Set();
  for (const [name, face] of all) {
    yield* checkNumber(`interfaces.${name}.class`, face.class, 255);
    yield* checkNumber(`interfaces.${name}.subclass`, face.subclass ?? 0, 255);
    yield* checkNumber(`interfaces.${name}.protocol`, face.protocol ?? 0, 255);
    const own = /* @__PURE__ */ new Set();
    for (const setting of [face, ...face.alternates ?? []]) {
      yield* checkDescriptors(name, setting);
      yield* checkEndpoints(setting, speed, [names, addresses, own]);
    }
    for (const address of own) addresses.add(address);
  }
}
function* checkEndpoints({ endpoints = {} }, speed, [names, others, own]) {
  const here = /* @__PURE__ */ new Set();
  for (const [name, endpoint] of Object.entries(endpoints)) {
    yield* checkEndpoint(name, endpoint, speed);
    if (names.has(name)) yield `endpoint ${name}: two endpoints have this name`;
    names.add(name);
    const address = endpoint.in === void 0 ? `out ${endpoint.out}` : `in ${endpoint.in}`;
    if (others.has(address) || here.has(address))
      yield `endpoint ${name}: another endpoint has the address ${address}, too`;
    here.add(address);
    own.add(address);
  }
}
function* checkEndpoint(name, endpoint, speed) {
  const what = `endpoint ${name}`;
  yield* checkName(what, name);
  if (name === controlName) yield `${what}: this name is taken by the control endpoint`;
  const { in: inward2, out: outward2 } = endpoint;
  const number = inward2 ?? outward2;
  if (inward2 === void 0 === (outward2 === void 0))
    yield `${what}: expected either in: NUMBER or out: NUMBER, found ${inward2 === void 0 ? "neither" : "both"}`;
  else if (!Number.isInteger(number) || Number(number) < 1 || Number(number) > 15)
    yield `${what}: expected a number from 1 to 15, found ${String(number)}`;
  const { type } = endpoint;
  if (type === "isochronous" || type === "iso")
    yield `${what}: isochronous endpoints are not there; the types are bulk and interrupt`;
  else if (type === "bulk") yield* checkBulk(what, endpoint, speed);
  else if (type === "interrupt") yield* checkInterrupt(what, endpoint, speed);
  else yield `${what}: expected a type of bulk or interrupt, found ${JSON.stringify(type)}`;
}
function* checkBulk(what, { packet, everyMs }, speed) {
  const sizes = bulkPackets[speed];
  if (sizes?.length === 0) yield `${what}: a low-speed device has no bulk endpoints`;
  else if (packet !== void 0 && sizes?.includes(packet) === false)
    yield `${what}: expected a packet of ${sizes.join(", ")} bytes at ${speed} speed, found ${packet}`;
  if (everyMs !== void 0) yield `${what}: everyMs is for interrupt endpoints`;
}
function* checkInterrupt(what, { packet, everyMs }, speed) {
  const longest2 = longestInterrupt[speed] ?? 64;
  if (packet !== void 0 && (!Number.isInteger(packet) || packet < 1 || packet > longest2))
    yield `${what}: expected a packet of 1 to ${longest2} bytes at ${speed} speed, found ${packet}`;
  const { min, max } = pollRange(speed);
  if (everyMs === void 0 || !(everyMs >= min && everyMs <= max))
    yield `${what}: everyMs: expected ${min} to ${max} milliseconds at ${speed} speed, found ${everyMs ?? "none"}`;
}
function* checkDescriptors(name, { descriptors = [] }) {
  for (const [index, given2] of descriptors.entries()) {
    const what = `interfaces.${name}.descriptors[${index}]`;
    const bytes = typeof given2 === "object" ? [...given2] : [];
    if (bytes.length < 2 || bytes[0] !== bytes.length)
      yield `${what}: expected a list of bytes that begins with its length, found ${JSON.stringify(given2)}`;
    if (bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255))
      yield `${what}: expected bytes from 0 to 255`;
  }
}
function* checkRequests({ control, interfaces, received }) {
  const endpoints = new Map(
    Object.values(interfaces).flatMap((face) => [face, ...face.alternates ?? []]).flatMap(({ endpoints: own = {} }) => Object.entries(own))
  );
  const seen = /* @__PURE__ */ new Map();
  for (const [name, request] of Object.entries(control)) {
    const what = `control.${name}`;
    yield* checkName(what, name);
    yield* checkNumber(`${what}.request`, request.request, 255);
    if (endpoints.has(name) || name === controlName) yield `${what}: an endpoint has this name, too`;
    if (request.in === void 0 && request.out === void 0) yield `${what}: expected a handler in or out`;
    const { type, recipient } = completeCode(request);
    if (!["vendor", "class", "standard"].includes(type)) yield `${what}: expected a type of vendor, class or standard`;
    if (!["device", "interface", "endpoint", "other"].includes(recipient))
      yield `${what}: expected a recipient of device, interface, endpoint or other`;
    for (const way of ["in", "out"]) {
      if (request[way] === void 0) continue;
      const code = `${way} ${type} ${recipient} ${request.request}`;
      const other = seen.get(code);
      if (other !== void 0) yield `${what}: ${other} is the same request`;
      seen.set(code, name);
    }
  }
  for (const name of Object.keys(received)) {
    const endpoint = endpoints.get(name);
    if (endpoint === void 0) yield `received.${name}: no such endpoint`;
    else if (endpoint.in !== void 0) yield `received.${name}: this endpoint sends to the machine`;
  }
}
function* checkWhole(model) {
  const bytes = layOut(model).reduce((sum, { descriptors, endpoints }) => {
    return sum + 9 + descriptors.length + endpoints.length * 13;
  }, 9);
  if (bytes > maxConfigurationBytes)
    yield `interfaces: expected descriptors of at most ${maxConfigurationBytes} bytes in all, found ${bytes}`;
}

// src/device/usb/define-usb-device.ts
function defineUsbDevice(definition) {
  const model = {
    bus: "usb",
    name: definition.name,
    usb: definition.usb,
    interfaces: definition.interfaces,
    controls: definition.controls ?? {},
    state: definition.state ?? (() => void 0),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    control: definition.control ?? {},
    received: definition.received ?? {},
    reset: definition.reset,
    changed: definition.changed ?? {}
  };
  checkUsbModel(model);
  return markModel(model);
}

// src/device/definition/definition.ts
var KiB = 1024;
var MiB = 1024 * KiB;
var us = 1;
var ms = 1e3 * us;
var seconds = 1e3 * ms;

// src/device/instance/model-clock.ts
var hostTime = {
  nowUs: () => Number(process.hrtime.bigint() / 1000n),
  wake: (delayUs, call) => {
    const timer = setTimeout(call, Math.ceil(delayUs / 1e3));
    return () => clearTimeout(timer);
  }
};
var maxTimers = 1e4;
var ModelClock = class {
  #source;
  #run;
  #pending = /* @__PURE__ */ new Set();
  /** The device's time at `#sinceUs` of the source. */
  #baseUs = 0;
  #sinceUs;
  #isStopped;
  #order = 0;
  #takeBackWake = () => void 0;
  /** `run` executes due calls and handles their exceptions. */
  constructor(source, run, isStopped) {
    this.#source = source;
    this.#run = run;
    this.#sinceUs = source.nowUs();
    this.#isStopped = isStopped;
  }
  get nowUs() {
    return this.#isStopped ? this.#baseUs : this.#baseUs + (this.#source.nowUs() - this.#sinceUs);
  }
  get isStopped() {
    return this.#isStopped;
  }
  after = (delayUs, call) => {
    checkTime("delay", delayUs, 0);
    return this.#start(this.nowUs + delayUs, call);
  };
  every = (periodUs, call) => {
    checkTime("period", periodUs, 1);
    let dueUs = this.nowUs + periodUs;
    const again = () => {
      dueUs = Math.max(dueUs + periodUs, this.nowUs);
      current = this.#start(dueUs, again);
      return call();
    };
    let current = this.#start(dueUs, again);
    return { cancel: () => current.cancel() };
  };
  #start(dueUs, call) {
    if (this.#pending.size >= maxTimers)
      throw new Error(
        `expected at most ${maxTimers} running timers of the model, found another one; is a cancel() missing?`
      );
    const timer = { dueUs, order: this.#order++, call };
    this.#pending.add(timer);
    this.#arm();
    return { cancel: () => void this.#pending.delete(timer) };
  }
  /** Stops the clock; due calls wait. */
  stop() {
    this.#baseUs = this.nowUs;
    this.#isStopped = true;
    this.#takeBackWake();
  }
  resume() {
    if (!this.#isStopped) return;
    this.#sinceUs = this.#source.nowUs();
    this.#isStopped = false;
    this.#arm();
  }
  /** Advances the clock, including its timers. @throws RangeError while the clock runs by itself */
  step(byUs) {
    checkTime("step", byUs, 0);
    if (!this.#isStopped) throw new RangeError("the clock runs; stop it before stepping it");
    const endUs = this.#baseUs + byUs;
    for (let next = this.#next(); next !== void 0 && next.dueUs <= endUs; next = this.#next()) {
      this.#baseUs = Math.max(this.#baseUs, next.dueUs);
      this.#fire(next);
    }
    this.#baseUs = Math.max(this.#baseUs, endUs);
  }
  /** Cancels all timers, as at a reset. */
  cancelAll() {
    this.#pending.clear();
    this.#takeBackWake();
  }
  #next() {
    let first;
    for (const timer of this.#pending) {
      if (first === void 0 || timer.dueUs < first.dueUs || timer.dueUs === first.dueUs && timer.order < first.order)
        first = timer;
    }
    return first;
  }
  #fire(timer) {
    this.#pending.delete(timer);
    this.#run(timer.call);
  }
  #arm() {
    this.#takeBackWake();
    const next = this.#next();
    if (this.#isStopped || next === void 0) return;
    this.#takeBackWake = this.#source.wake(Math.max(0, next.dueUs - this.nowUs), () => this.#wake());
  }
  #wake() {
    const nowUs = this.nowUs;
    const due = [...this.#pending].filter((timer) => timer.dueUs <= nowUs).sort((a, b) => a.dueUs - b.dueUs || a.order - b.order);
    for (const timer of due) if (this.#pending.has(timer)) this.#fire(timer);
    this.#arm();
  }
};
function checkTime(what, valueUs, leastUs) {
  if (!Number.isFinite(valueUs) || valueUs < leastUs)
    throw new RangeError(`${what}: expected at least ${leastUs} microseconds, found ${valueUs}`);
}

// src/device/register/register-cell.ts
var RegisterCell = class {
  name;
  bar;
  at;
  width;
  fields;
  lockedBy;
  /** The bits of each kind of access. */
  #bits;
  #reset;
  #value;
  constructor(name, bar, register) {
    this.name = name;
    this.bar = bar;
    this.at = register.at;
    this.width = register.width;
    this.fields = new Map(Object.entries(register.fields ?? {}));
    this.lockedBy = register.lockedBy;
    this.#bits = bitsByAccess(register, this.width);
    this.#reset = BigInt(register.reset ?? 0);
    this.#value = this.#reset;
  }
  get value() {
    return this.#value;
  }
  set value(value) {
    this.#value = inward(value, this.width);
  }
  reset() {
    this.#value = this.#reset;
  }
  field(field) {
    return (this.#value & fieldMask(field)) >> BigInt(bitsOf(field.bits).low);
  }
  setField(field, value) {
    const mask = fieldMask(field);
    this.#value = this.#value & ~mask | inward(value, 8) << BigInt(bitsOf(field.bits).low) & mask;
  }
  /** The guest's view of `value`; `touched`: the bits of the bytes that it reads. */
  guestRead(value, touched2) {
    this.#value &= ~(this.#bits.RC & touched2);
    return value & ~this.#bits.WO & widthMask(this.width);
  }
  guestWrite(written, touched2) {
    const plain = (this.#bits.RW | this.#bits.WO) & touched2;
    this.#value = this.#value & ~plain | written & plain;
    this.#value &= ~(written & this.#bits.W1C & touched2);
    this.#value |= written & this.#bits.W1S & touched2;
  }
};
function bitsByAccess({ access, fields = {} }, width) {
  const bits = { RO: 0n, RW: 0n, WO: 0n, W1C: 0n, W1S: 0n, RC: 0n };
  const ofRegister = access ?? (Object.keys(fields).length === 0 ? "RW" : "RO");
  let claimed = 0n;
  for (const field of Object.values(fields)) {
    bits[field.access ?? access ?? "RW"] |= fieldMask(field);
    claimed |= fieldMask(field);
  }
  bits[ofRegister] |= widthMask(width) & ~claimed;
  return bits;
}

// src/device/register/bar-map.ts
var nothing = { kind: "nothing" };
var BarMap = class {
  registers = /* @__PURE__ */ new Map();
  memories = /* @__PURE__ */ new Map();
  /** Per BAR, ordered by offset. */
  #spans = /* @__PURE__ */ new Map();
  constructor(bars) {
    for (const [key, bar] of Object.entries(bars))
      if (bar !== void 0) this.#add(Number(key), bar);
  }
  #add(number, bar) {
    const spans = [];
    for (const [name, register] of Object.entries(bar.registers ?? {})) {
      const cell = new RegisterCell(name, number, { ...register, width: register.width ?? 4 });
      this.registers.set(name, cell);
      spans.push({ at: cell.at, end: cell.at + cell.width, place: { kind: "register", cell } });
    }
    for (const [name, memory] of Object.entries(bar.memory ?? {})) {
      const cell = {
        name,
        bar: number,
        at: memory.at,
        isWritable: memory.access !== "RO",
        bytes: Buffer.alloc(memory.size)
      };
      this.memories.set(name, cell);
      spans.push({ at: cell.at, end: cell.at + memory.size, place: { kind: "memory", cell } });
    }
    this.#spans.set(
      number,
      spans.sort((a, b) => a.at - b.at)
    );
  }
  /** The parts of the access in order: an access of 8 bytes may cover two registers of 4. */
  split(bar, offset, length) {
    const pieces = [];
    const end = offset + length;
    for (let at = offset; at < end; ) {
      const span = this.#spans.get(bar)?.find((candidate) => candidate.end > at);
      const isHere = span !== void 0 && span.at <= at;
      const stop = Math.min(end, span === void 0 ? end : isHere ? span.end : span.at);
      pieces.push({
        place: isHere ? span.place : nothing,
        start: isHere ? at - span.at : at,
        length: stop - at,
        skip: at - offset
      });
      at = stop;
    }
    return pieces;
  }
  reset() {
    for (const cell of this.registers.values()) cell.reset();
    for (const { bytes } of this.memories.values()) bytes.fill(0);
  }
};
var maxKnownAccesses = 4096;
var RegisterNames = class {
  #map;
  /** A driver makes the same few accesses again and again. */
  #known = /* @__PURE__ */ new Map();
  constructor({ bars }) {
    this.#map = new BarMap(bars);
  }
  /** The same array for the same access. */
  at(bar, offset, length) {
    const key = (offset * 8192 + length) * 8 + bar;
    const known = this.#known.get(key);
    if (known !== void 0) return known;
    const found = this.#find(bar, offset, length);
    if (this.#known.size >= maxKnownAccesses) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }
  #find(bar, offset, length) {
    return this.#map.split(bar, offset, length).flatMap(
      ({ place, start, length: bytes, skip }) => place.kind === "nothing" ? [] : [{ name: place.cell.name, start, length: bytes, skip }]
    );
  }
  /** Registers and memories. */
  has(name) {
    return this.#map.registers.has(name) || this.#map.memories.has(name);
  }
  get all() {
    return [...this.#map.registers.keys(), ...this.#map.memories.keys()];
  }
};

// src/device/register/pointer-map.ts
var PointerMap = class {
  registers = /* @__PURE__ */ new Map();
  memories = /* @__PURE__ */ new Map();
  #byPointer = /* @__PURE__ */ new Map();
  constructor({ registers, memory, autoIncrement }) {
    for (const [name, register] of Object.entries(registers)) {
      const cell = new RegisterCell(name, 0, { ...register, width: register.width ?? 1 });
      this.registers.set(name, cell);
      const pointers = autoIncrement === "byte" ? cell.width : 1;
      for (let skip = 0; skip < pointers; skip++) this.#byPointer.set(cell.at + skip, { kind: "register", cell, skip });
    }
    for (const [name, { at, size, access, page, fill = 0 }] of Object.entries(memory)) {
      const bytes = Buffer.alloc(size, fill);
      this.memories.set(name, { name, at, isWritable: access !== "RO", page, fill, bytes });
    }
  }
  at(pointer) {
    const register = this.#byPointer.get(pointer);
    if (register !== void 0) return register;
    for (const cell of this.memories.values())
      if (pointer >= cell.at && pointer < cell.at + cell.bytes.length)
        return { kind: "memory", cell, skip: pointer - cell.at };
    return void 0;
  }
  reset() {
    for (const cell of this.registers.values()) cell.reset();
    for (const { bytes, fill } of this.memories.values()) bytes.fill(fill);
  }
};
function wireOf(value, width, endian) {
  const bytes = bytesOf(value, width);
  return endian === "big" ? bytes.reverse() : bytes;
}
function partOf(wire, skip, width, endian) {
  const start = endian === "big" ? width - skip - wire.length : skip;
  const bytes = endian === "big" ? Buffer.from(wire).reverse() : Buffer.from(wire);
  const shift = BigInt(8 * start);
  return { start, bytes, value: valueOf(bytes) << shift, touched: widthMask(bytes.length) << shift };
}

// src/device/spi/spi-addressing.ts
var usualAddressing = { readBit: 128 };
function addressBytesOf(addressing) {
  return "read" in addressing ? addressing.addressBytes ?? 1 : 1;
}
function addressIn(sent, addressing) {
  const [first] = sent;
  if (first === void 0) return void 0;
  if ("read" in addressing) return commanded(sent, first, addressing);
  const bit = "readBit" in addressing ? addressing.readBit : addressing.writeBit;
  const isRead = (first & bit) !== 0 === "readBit" in addressing;
  return { direction: isRead ? "read" : "write", pointer: Buffer.of(first & ~bit), from: 1 };
}
function commanded(sent, first, addressing) {
  const { read, write, dummyBytes = 0 } = addressing;
  const end = 1 + addressBytesOf(addressing);
  if (first !== read && first !== write || sent.length < end) return void 0;
  const isRead = first === read;
  return {
    direction: isRead ? "read" : "write",
    pointer: sent.subarray(1, end),
    from: isRead ? Math.min(sent.length, end + dummyBytes) : end
  };
}
function headerOf(address, direction, addressing) {
  if ("read" in addressing) {
    const pointer = Buffer.alloc(addressBytesOf(addressing));
    pointer.writeUIntBE(address, 0, pointer.length);
    const dummies = direction === "read" ? addressing.dummyBytes ?? 0 : 0;
    return Buffer.concat([Buffer.of(addressing[direction]), pointer, Buffer.alloc(dummies)]);
  }
  const bit = "readBit" in addressing ? addressing.readBit : addressing.writeBit;
  return Buffer.of((direction === "read" === "readBit" in addressing ? bit : 0) | address);
}
function* checkAddressing(addressing, registers) {
  if ("read" in addressing) {
    const { read, write, dummyBytes = 0 } = addressing;
    yield* checkNumber("addressing.read", read, 255);
    yield* checkNumber("addressing.write", write, 255);
    yield* checkNumber("addressing.dummyBytes", dummyBytes, 16);
    if (read === write) yield "addressing.write: expected another command than that of a read";
    if (![1, 2, 3].includes(addressBytesOf(addressing)))
      yield `addressing.addressBytes: expected 1, 2 or 3, found ${addressBytesOf(addressing)}`;
    return;
  }
  const [[name, bit] = ["readBit", NaN]] = Object.entries(addressing);
  if (!Number.isInteger(Math.log2(bit)) || bit < 1 || bit > 128) {
    yield `addressing.${name}: expected one bit of a byte, such as 0x80, found ${bit}`;
    return;
  }
  for (const [register, { at }] of Object.entries(registers))
    if ((at & bit) !== 0) yield `${register}: its address has the bit that tells reads from writes`;
}

// src/device/gpio/gpio-instance.ts
var GpioInstance = class {
  #model;
  #life;
  /** What the model's handlers get. */
  device;
  /** `lines`: as handlers see them. */
  constructor(model, life, lines) {
    this.#model = model;
    this.#life = life;
    this.device = Object.seal({ state: void 0, controls: life.controls, clock: life.clock, lines });
    this.reset();
  }
  /** The lines stay as they are. */
  reset() {
    this.#life.restart();
    this.#life.guard("state", () => {
      this.device.state = this.#model.state();
    });
    this.#life.guard("reset", () => this.#model.reset?.(this.device));
  }
};

// src/device/exchange/exchange-path.ts
var nothing2 = Buffer.alloc(0);
var ExchangePath = class {
  #options;
  constructor(options) {
    this.#options = options;
  }
  /** `sent`: the bytes for the device, empty for `in`. */
  async carry(passing3, sent, model) {
    const startedUs = this.#options.nowUs();
    const exchanged = await this.#through(passing3, sent, model);
    this.#note(passing3, exchanged, startedUs);
    return exchanged;
  }
  async #through(passing3, sent, model) {
    const { gate, wait } = this.#options;
    if (gate.isUntouched) return await model(sent, []);
    if (gate.isCut(passing3)) return { outcome: "gone", bytes: nothing2 };
    const hits = gate.hits(passing3);
    const lateUs = latenessUs(hits);
    if (lateUs > 0) await wait(lateUs);
    const ending = endingOf(passing3.kind, hits);
    if (ending !== void 0) return { outcome: ending, bytes: nothing2 };
    if (passing3.direction === "out") return await model(distort(sent, hits), hits);
    const { outcome, bytes } = await model(sent, hits);
    return { outcome, bytes: distort(bytes, hits) };
  }
  #note(passing3, { outcome, bytes }, startedUs) {
    const { log, coverage, nowUs } = this.#options;
    if (outcome === "done") coverage.exchange(passing3.name, bytes.length);
    log.recordExchange({ what: describePassing(passing3), bytes, outcome, tookUs: nowUs() - startedUs });
  }
};
function latenessUs(hits) {
  return hits.reduce((sum, { spec: { effect } }) => {
    const isLate = effect.kind === "late" || effect.kind === "stretch" || effect.kind === "delay";
    return isLate ? sum + effect.byUs : sum;
  }, 0);
}
var endings = {
  transfer: { stall: "stall", nak: "nak", "io-error": "io-error", babble: "babble" },
  message: {
    nak: "nak",
    "arbitration-lost": "arbitration-lost",
    "bus-error": "bus-error",
    "stuck-low": "stuck-low"
  },
  exchange: { "bus-error": "bus-error" }
};
function endingOf(kind, hits) {
  return hits.filter(({ spec: { effect } }) => effect.kind !== "nak" || effect.byte === void 0).map(({ spec: { effect } }) => endings[kind][effect.kind]).find((ending) => ending !== void 0);
}
function distort(bytes, hits) {
  let seen = bytes;
  for (const {
    spec: { effect }
  } of hits) {
    if (effect.kind === "short" || effect.kind === "truncate") seen = seen.subarray(0, effect.toBytes);
    if (effect.kind === "miso-stuck") seen = Buffer.alloc(seen.length, effect.at === 1 ? 255 : 0);
    if (effect.kind === "read-stuck") seen = Buffer.from(seen.map((byte) => stuck(byte, effect)));
    if (effect.kind === "corrupt" && effect.byte < seen.length) {
      seen = Buffer.from(seen);
      seen[effect.byte] = (seen[effect.byte] ?? 0) ^ effect.mask;
    }
  }
  return seen;
}
function stuck(byte, { bits, at }) {
  const mask = Number(BigInt.asUintN(8, bits));
  return at === 1 ? byte | mask : byte & ~mask;
}

// src/device/exchange/frame-path.ts
var losses = ["drop", "error-frame", "bus-off"];
var { delayed: maxDelayed, delayedBytes: maxDelayedBytes } = bounds.frames;
var FramePath = class {
  #options;
  /** Of each direction at most one: it arrives after the next. */
  #held = /* @__PURE__ */ new Map();
  #delayed = { count: 0, bytes: 0 };
  #life = 0;
  constructor(options) {
    this.#options = options;
  }
  /** No fault was ever set: frames may be passed in pieces of any size, because nothing counts them. */
  get isUntouched() {
    return this.#options.gate.isUntouched;
  }
  carry(passing3, frame, ends) {
    if (this.isUntouched) this.#arrive({ passing: passing3, frame, ends, startedUs: this.#options.nowUs() });
    else this.judge(passing3, frame, ends).go();
  }
  /** For a frame that goes to several: what happens at one of them may decide for all. */
  judge(passing3, frame, ends) {
    const { gate, nowUs } = this.#options;
    const moving = { passing: passing3, frame, ends, startedUs: nowUs() };
    if (!gate.isUntouched && gate.isCut(passing3)) return this.#lostFrame(moving, "gone", []);
    const hits = gate.isUntouched ? [] : gate.hits(passing3);
    const kinds2 = new Set(hits.map(({ spec }) => spec.effect.kind));
    const loss = losses.find((kind) => kinds2.has(kind));
    if (loss !== void 0) return this.#lostFrame(moving, loss === "drop" ? "dropped" : loss, hits);
    return {
      lostTo: void 0,
      go: () => this.#through(moving, hits),
      destroy: () => this.#note(moving, "error-frame")
    };
  }
  /** Forgets what is still on its way: the other end is a new one. */
  restart() {
    this.#life++;
    this.#held.clear();
    this.#delayed = { count: 0, bytes: 0 };
  }
  #lostFrame(moving, outcome, hits) {
    return {
      lostTo: hits,
      go: () => this.#lose(moving, outcome),
      destroy: () => this.#note(moving, outcome)
    };
  }
  #through(moving, hits) {
    const seen = { ...moving, frame: distort(moving.frame, hits) };
    const isHeldBack = hits.some(({ spec }) => spec.effect.kind === "reorder");
    const go = () => {
      if (isHeldBack && !this.#held.has(seen.passing.direction)) this.#held.set(seen.passing.direction, seen);
      else for (let copy = 0; copy < copiesOf(hits); copy++) this.#arrive(seen);
    };
    const lateUs = latenessUs(hits);
    if (lateUs === 0) go();
    else this.#delay(seen, lateUs, go);
  }
  /** What is too much to be kept is lost. */
  #delay(moving, lateUs, go) {
    const waiting = this.#delayed;
    const { length } = moving.frame;
    if (waiting.count >= maxDelayed || waiting.bytes + length > maxDelayedBytes) {
      this.#lose(moving, "dropped");
      return;
    }
    waiting.count++;
    waiting.bytes += length;
    const life = this.#life;
    void this.#options.wait(lateUs).then(() => {
      waiting.count--;
      waiting.bytes -= length;
      if (life === this.#life) go();
    });
  }
  #arrive(moving) {
    const { direction } = moving.passing;
    this.#note(moving, "done");
    moving.ends.arrived(moving.frame);
    const held = this.#held.get(direction);
    if (held === void 0) return;
    this.#held.delete(direction);
    this.#arrive(held);
  }
  #lose(moving, outcome) {
    this.#note(moving, outcome);
    moving.ends.lost?.();
  }
  #note({ passing: passing3, frame, startedUs }, outcome) {
    const { log, coverage, nowUs } = this.#options;
    if (outcome === "done") coverage.exchange(passing3.name, frame.length);
    log.recordExchange({ what: describePassing(passing3), bytes: frame, outcome, tookUs: nowUs() - startedUs });
  }
};
function copiesOf(hits) {
  return hits.reduce((sum, { spec: { effect } }) => effect.kind === "duplicate" ? sum + effect.times : sum, 1);
}

// src/device/fault/fault-gate.ts
var FaultGate = class {
  set;
  #options;
  #isRemoved = false;
  constructor(options) {
    this.#options = options;
    this.set = new FaultSet(options.parts);
  }
  /** No fault was ever set, so that nothing needs to be counted. */
  get isUntouched() {
    return !this.#isRemoved && this.set.all.length === 0;
  }
  /** A fault has removed the device. */
  get isRemoved() {
    return this.#isRemoved;
  }
  /** Nothing passes now: the device is gone, or its link is down. */
  get isClosed() {
    return this.#isRemoved || this.#faultsOf("link-down").some(isInForce);
  }
  /**
   * Nothing passes: the device is gone, or its link is down. The access that triggers this is the first that does not
   * pass.
   */
  isCut(passing3) {
    if (this.#isRemoved) return true;
    if (this.#faultsOf("device-remove").some((fault) => this.#fires(fault, passing3))) {
      this.#isRemoved = true;
      this.#options.onRemoved?.();
      return true;
    }
    return this.#faultsOf("link-down").some((fault) => isInForce(fault) || this.#fires(fault, passing3));
  }
  /** The other faults that hit this. */
  hits(passing3) {
    return this.set.all.filter(({ spec: { effect } }) => effect.kind !== "device-remove" && effect.kind !== "link-down").filter((fault) => this.#fires(fault, passing3));
  }
  #faultsOf(kind) {
    return this.set.all.filter(({ spec }) => spec.effect.kind === kind);
  }
  #fires(fault, passing3) {
    const isHit = fault.hits(passing3, this.#options.nowUs());
    if (isHit) this.#options.onFired?.(fault.spec.id, describePassing(passing3));
    return isHit;
  }
};
function isInForce(fault) {
  return fault.hasFired && !fault.isCleared;
}

// src/device/fault/line-faults.ts
var LineFaults = class {
  #options;
  /** Counts the changes of each line, because a newer one ends the bouncing of the one before. */
  #changes = /* @__PURE__ */ new Map();
  constructor(options) {
    this.#options = options;
  }
  /** `arrive`: the other end sees the line on or off. It is not called for what does not get there. */
  pass(passing3, arrive) {
    const { gate } = this.#options;
    if (gate.isCut(passing3)) return;
    const hits = gate.hits(passing3);
    if (hits.some(({ spec }) => spec.effect.kind === "line-stuck")) return;
    const change = (this.#changes.get(passing3.name) ?? 0) + 1;
    this.#changes.set(passing3.name, change);
    this.#arrive(passing3, arrive);
    for (const fault of hits)
      this.#bounce(fault, passing3, (isOn) => {
        if (this.#changes.get(passing3.name) !== change) return false;
        this.#arrive({ ...passing3, isOn }, arrive);
        return true;
      });
  }
  #arrive(passing3, arrive) {
    const { log, coverage } = this.#options;
    coverage.exchange(passing3.name, 1);
    const bytes = Buffer.of(passing3.isOn ? 1 : 0);
    log.recordExchange({ what: describePassing(passing3), bytes, outcome: "done", tookUs: 0 });
    arrive(passing3.isOn);
  }
  /** Back and forth, and in the end where it belongs. */
  #bounce({ spec: { effect } }, { isOn }, show) {
    if (effect.kind !== "line-bounce") return;
    let left = 2 * effect.times;
    const next = () => {
      left--;
      if (!show(left % 2 === 0 ? isOn : !isOn) || left === 0) return;
      this.#options.after(effect.everyUs, next);
    };
    this.#options.after(effect.everyUs, next);
  }
};

// src/device/gpio/device-gpios.ts
function initialStates(lines) {
  const states = Object.entries(lines).map(
    ([name, { direction, initial = false }]) => [name, direction === "in" && initial]
  );
  return Object.fromEntries(states);
}
function gpioParts({ gpios }) {
  const lines = Object.keys(gpios);
  if (lines.length === 0) return { accesses: [], names: {}, lines };
  return { accesses: ["line"], names: { line: lines }, lines };
}
var DeviceGpios = class {
  lines;
  /** What the model's handlers get: `lines.ready = true`. */
  view;
  #options;
  #faults;
  #ends = () => void 0;
  constructor(options) {
    this.#options = options;
    this.lines = options.lines;
    this.#faults = new LineFaults(options);
    this.view = Object.seal(Object.defineProperties({}, this.#properties()));
  }
  connect(ends) {
    this.#ends = ends;
  }
  isOn(line) {
    return this.#options.states[line] === true;
  }
  /** The guest has switched a line. */
  driven(line, isOn) {
    const { states, onDriven } = this.#options;
    this.#faults.pass({ kind: "line", name: line, direction: "out", isOn }, (arrived) => {
      states[line] = arrived;
      onDriven(line, arrived);
    });
  }
  /** The guest sees the line as the device has it. */
  tell(line) {
    const isOn = this.isOn(line);
    this.#faults.pass({ kind: "line", name: line, direction: "in", isOn }, (arrived) => this.#ends(line, arrived));
  }
  /** A line of direction `out` has no setter, so that a model which sets it fails. */
  #properties() {
    return Object.fromEntries(
      Object.entries(this.lines).map(([name, { direction }]) => [
        name,
        {
          enumerable: true,
          get: () => this.isOn(name),
          ...direction === "in" ? { set: (isOn) => this.#switch(name, isOn) } : {}
        }
      ])
    );
  }
  #switch(line, isOn) {
    if (this.isOn(line) === isOn) return;
    this.#options.states[line] = isOn;
    this.tell(line);
  }
};

// src/device/instance/model-crash.ts
var maxStackLength = 16 * 1024;
function crashOf(during, thrown) {
  const error = thrown instanceof Error ? thrown : new Error(`it threw ${String(thrown)}, which is not an Error`);
  return {
    during,
    message: `${error.name}: ${error.message}`.slice(0, maxStackLength),
    stack: (error.stack ?? error.message).slice(0, maxStackLength)
  };
}

// src/device/instance/model-life.ts
var ModelLife = class {
  clock;
  /** The values of the controls, as handlers see them. */
  controls;
  #model;
  #onCrash;
  #crash;
  #number = 0;
  constructor(model, { time, isClockStopped = false, onCrash }) {
    this.#model = model;
    this.#onCrash = onCrash;
    this.clock = new ModelClock(time, (call) => this.guard("a timer", call), isClockStopped);
    this.controls = Object.seal(
      Object.fromEntries(Object.entries(model.controls).map(([name, { initial }]) => [name, initial]))
    );
  }
  get crash() {
    return this.#crash;
  }
  /** Counts resets. Whatever started under an earlier number is dropped. */
  get number() {
    return this.#number;
  }
  /** A reset: timers are cancelled. */
  restart() {
    this.#number++;
    this.clock.cancelAll();
  }
  /** @throws ControlError */
  control(name) {
    findControl(this.#model.controls, name);
    const value = this.controls[name];
    if (value === void 0) throw new Error(`Internal error: control ${name} has no value`);
    return value;
  }
  /**
   * `device`: what the handler gets. Returns what ends with the model's handler, if that is asynchronous.
   * @throws ControlError when there is no such control, it is read-only, or the value is invalid
   */
  setControl(name, given2, device) {
    const control = findControl(this.#model.controls, name);
    if (control.readOnly === true) throw new ControlError(`control ${name} is read-only: only the model changes it`);
    const value = parseControl(name, control, given2);
    this.controls[name] = value;
    return this.follow(`changed.${name}`, () => this.#model.changed[name]?.(device, value));
  }
  /** Calls the model's code. An exception is the model's crash. */
  guard(during, call) {
    void this.follow(during, call);
  }
  /** Returns the end of an asynchronous handler. It never rejects. */
  follow(during, call) {
    if (this.#crash !== void 0) return void 0;
    try {
      const result = call();
      if (result instanceof Promise) return result.catch((error) => this.#die(crashOf(during, error)));
    } catch (error) {
      this.#die(crashOf(during, error));
    }
    return void 0;
  }
  /**
   * The result of the model's code, which may take its time. Undefined: the model has crashed, or was reset meanwhile.
   */
  async ask(during, call) {
    if (this.#crash !== void 0) return void 0;
    const { number } = this;
    try {
      const result = await call();
      return number === this.#number ? result : void 0;
    } catch (error) {
      if (number === this.#number) this.#die(crashOf(during, error));
      return void 0;
    }
  }
  #die(crash) {
    if (this.#crash !== void 0) return;
    this.#crash = crash;
    this.clock.cancelAll();
    this.#onCrash(crash);
  }
};

// src/device/log/access-log.ts
var AccessLog = class {
  #capacity;
  #nowUs;
  #ring = [];
  #times;
  #next = 0;
  constructor(nowUs, capacity = bounds.deviceLog.entries) {
    this.#nowUs = nowUs;
    this.#capacity = capacity;
    this.#times = new Float64Array(capacity);
  }
  /** `atUs`: when it took place, if that is known only later. */
  record(event, atUs = this.#nowUs()) {
    this.#keep(boundEvent(event), atUs);
  }
  /** As `record`, for what happens most. */
  recordAccess(access) {
    this.#keep(access, this.#nowUs());
  }
  /** As `record`. Only the first bytes are kept. */
  recordExchange({ what, outcome, bytes, tookUs }) {
    const kept = bytes.subarray(0, bounds.deviceLog.exchangeBytes).toString("hex");
    this.#keep({ kind: "exchange", what, outcome, bytes: kept, length: bytes.length, tookUs }, this.#nowUs());
  }
  #keep(event, atUs) {
    const at = this.#next++ % this.#capacity;
    this.#ring[at] = event;
    this.#times[at] = atUs;
  }
  /** The number of all events. */
  get length() {
    return this.#next;
  }
  /** The kept entries from this number on, oldest first, up to `limit`. */
  entries(from = 0, limit = this.#capacity) {
    const first = Math.max(from, this.#next - this.#capacity, 0);
    const count = Math.max(0, Math.min(limit, this.#next - first));
    return Array.from({ length: count }, (_, index) => this.#entry(first + index)).filter(
      (entry) => entry !== void 0
    );
  }
  #entry(sequence) {
    const at = sequence % this.#capacity;
    const kept = this.#ring[at];
    if (kept === void 0) return void 0;
    return { ..."spans" in kept ? eventOf(kept) : kept, sequence, atUs: this.#times[at] ?? 0 };
  }
  /** The entries from this number on that fit into `maxChars` of JSON; always at least one. */
  page(from, maxChars) {
    const all = this.entries(from);
    let chars = 0;
    const tooLong = all.findIndex((entry, index) => {
      chars += JSON.stringify(entry).length + 1;
      return chars > maxChars && index > 0;
    });
    return tooLong === -1 ? all : all.slice(0, tooLong);
  }
};
function eventOf({ kind, bar, offset, length, spans, value }) {
  const registers = spans.map(({ name }) => name);
  return boundEvent({ kind, bar, offset, length, registers, value: hex(value) });
}
var { textChars, registers: maxRegisters } = bounds.deviceLog;
function boundEvent(event) {
  switch (event.kind) {
    case "read":
    case "write":
      return { ...event, registers: boundNames(event.registers) };
    case "interrupt":
      return event.name === void 0 ? event : { ...event, name: cutText(event.name, textChars) };
    case "fault":
      return { ...event, id: cutText(event.id, textChars), access: cutText(event.access, textChars) };
    case "control":
      return { ...event, name: cutText(event.name, textChars), value: cutText(event.value, textChars) };
    case "crash":
      return { ...event, during: cutText(event.during, textChars), message: cutText(event.message, textChars) };
    case "exchange":
      return { ...event, what: cutText(event.what, textChars) };
    case "dma":
    case "reset":
      return event;
  }
}
function boundNames(names) {
  const kept = names.slice(0, names.length <= maxRegisters ? maxRegisters : maxRegisters - 1).map((name) => cutText(name, textChars));
  return kept.length === names.length ? kept : [...kept, `\u2026 and ${names.length - kept.length} more`];
}

// src/device/log/coverage.ts
function vectorNames({ msi = 0, msix, intx, names = [] }) {
  const vectors = Math.max(msi, msix?.vectors ?? 0, intx === true ? 1 : 0);
  return Array.from({ length: vectors }, (_, vector) => names[vector] ?? String(vector));
}
var CoverageCounter = class {
  #registers;
  #interrupts;
  #exchanges;
  #dma;
  #vectorNames;
  /** Whether the model names what is exchanged. */
  #areDeclared;
  #unmapped = 0;
  constructor({ places, vectors, exchanges, lines = [], hasDma = false }) {
    this.#registers = new Map(placesOf(places));
    this.#vectorNames = vectors;
    this.#interrupts = new Map(vectors.map((name) => [name, 0]));
    this.#exchanges = new Map([...exchanges, ...lines].map((name) => [name, { count: 0, bytes: 0 }]));
    this.#areDeclared = exchanges.length > 0;
    this.#dma = hasDma ? { reads: 0, writes: 0, bytes: 0 } : void 0;
  }
  access(kind, spans, bytes) {
    if (spans.length === 0) this.#unmapped++;
    for (const { name, start, skip, length } of spans) {
      const count = this.#registers.get(name);
      if (count === void 0) continue;
      count[kind === "read" ? "reads" : "writes"]++;
      if (count.counts.length === 0) continue;
      const touched2 = (1n << BigInt(8 * length)) - 1n << BigInt(8 * start);
      const value = valueOf(bytes.subarray(skip, skip + Math.min(length, 8))) << BigInt(8 * start);
      for (const field of count.counts) if ((field.mask & touched2) !== 0n) countField(field, kind, value);
    }
  }
  dma(direction, length) {
    if (this.#dma === void 0) return;
    this.#dma[direction === "read" ? "reads" : "writes"]++;
    this.#dma.bytes += length;
  }
  interrupt(vector) {
    const name = this.#vectorNames[vector] ?? String(vector);
    this.#interrupts.set(name, (this.#interrupts.get(name) ?? 0) + 1);
  }
  /**
   * An exchange that came to its end. One of what the model does not declare is unmapped, unless all that it has are
   * registers, which are counted for themselves.
   */
  exchange(name, bytes) {
    const count = this.#exchanges.get(name);
    if (count !== void 0) {
      count.count++;
      count.bytes += bytes;
    } else if (this.#areDeclared && !this.#registers.has(name)) this.#unmapped++;
  }
  /** The last exchange of this name has gone on. */
  moreOfExchange(name, bytes) {
    const count = this.#exchanges.get(name);
    if (count !== void 0) count.bytes += bytes;
  }
  get coverage() {
    const registers = [...this.#registers].map(([name, { reads, writes, fields }]) => {
      const counted = Object.entries(fields).map(
        ([field, { reads: read, writtenZero, writtenNonZero }]) => [field, { reads: read, writtenZero, writtenNonZero }]
      );
      return [name, { reads, writes, fields: Object.fromEntries(counted) }];
    });
    return {
      registers: Object.fromEntries(registers),
      interrupts: Object.fromEntries(this.#interrupts),
      ...this.#dma === void 0 ? {} : { dma: { ...this.#dma } },
      unmapped: this.#unmapped,
      ...this.#exchanges.size === 0 ? {} : { exchanges: Object.fromEntries([...this.#exchanges].map(([name, count]) => [name, { ...count }])) }
    };
  }
};
function countField(field, kind, value) {
  if (kind === "read") field.reads++;
  else if ((value & field.mask) === 0n) field.writtenZero++;
  else field.writtenNonZero++;
}
function* placesOf(places) {
  for (const { registers = {}, memory = {} } of places) {
    for (const [name, register] of Object.entries(registers)) yield [name, uncounted(fieldsOf(register))];
    for (const name of Object.keys(memory)) yield [name, uncounted({})];
  }
}
function uncounted(fields) {
  return { reads: 0, writes: 0, fields, counts: Object.values(fields) };
}
function fieldsOf({ fields = {} }) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      { mask: fieldMask(field), reads: 0, writtenZero: 0, writtenNonZero: 0 }
    ])
  );
}

// src/device/unit/device-unit.ts
var DeviceUnit = class {
  model;
  log;
  nowUs;
  life;
  gate;
  counter;
  /** What every access passes on its way between the machine and the device. */
  around;
  /** For what is no access to a register and has an answer. */
  path;
  /** For what has none. */
  frames;
  #options;
  constructor(model, parts, options) {
    const { time, isClockStopped = false, onCrash, onRemoved } = options;
    this.model = model;
    this.nowUs = time.nowUs;
    this.#options = options;
    this.log = new AccessLog(time.nowUs);
    this.counter = new CoverageCounter({ ...parts, hasDma: parts.accesses.includes("dma") });
    this.life = new ModelLife(model, {
      time,
      isClockStopped,
      onCrash: (crash) => {
        this.log.record({ kind: "crash", during: crash.during, message: crash.message });
        onCrash?.(crash);
      }
    });
    this.gate = new FaultGate({
      parts,
      nowUs: time.nowUs,
      onFired: (id, access) => this.log.record({ kind: "fault", id, access }),
      onRemoved: () => onRemoved?.()
    });
    const { gate, log, counter: coverage, wait } = this;
    this.around = { gate, log, coverage, nowUs: time.nowUs, wait };
    this.path = new ExchangePath(this.around);
    this.frames = new FramePath(this.around);
  }
  get clock() {
    return this.life.clock;
  }
  get faults() {
    return this.gate.set;
  }
  get crash() {
    return this.life.crash;
  }
  get coverage() {
    return this.counter.coverage;
  }
  /** @throws ControlError */
  control(name) {
    return this.life.control(name);
  }
  /** Returns the end of an asynchronous handler. @throws ControlError */
  setControl(name, value) {
    const handled = this.life.setControl(name, value, this.device);
    this.log.record({ kind: "control", name, value: String(this.life.control(name)) });
    return handled;
  }
  /** The lines of a device, which its driver asks for. `states`: whether each is on. */
  makeGpios({ gpios, driven }, states = initialStates(gpios)) {
    return new DeviceGpios({
      lines: gpios,
      states,
      gate: this.gate,
      log: this.log,
      coverage: this.counter,
      after: this.clock.after,
      onDriven: (line, isOn) => this.life.guard(`driven.${line}`, () => driven[line]?.(this.device, isOn))
    });
  }
  /** Resolves later, on the clock for late answers. */
  wait = (delayUs) => new Promise((resolve) => {
    if (this.#options.waitsOnDeviceClock === true) this.clock.after(delayUs, resolve);
    else this.#options.time.wake(delayUs, resolve);
  });
};

// src/device/unit/gpio-unit.ts
var GpioUnit = class extends DeviceUnit {
  gpios;
  #instance;
  constructor(model, options) {
    const names = Object.keys(model.lines);
    super(
      model,
      { bus: "gpio", accesses: ["line"], names: { line: names }, places: [], vectors: [], exchanges: names },
      options
    );
    this.gpios = this.makeGpios({ gpios: model.lines, driven: model.driven }, this.life.controls);
    this.#instance = new GpioInstance(model, this.life, this.gpios.view);
  }
  setControl(name, value) {
    const before = this.control(name);
    const handled = super.setControl(name, value);
    if (this.model.lines[name]?.direction === "in" && this.control(name) !== before) this.gpios.tell(name);
    return handled;
  }
  /** The machine was reset. */
  reset() {
    this.log.record({ kind: "reset" });
    this.#instance.reset();
  }
  get device() {
    return this.#instance.device;
  }
};

// src/device/fault/interrupt-faults.ts
var InterruptFaults = class {
  #options;
  /** How often the cause of each vector has gone. */
  #gone = /* @__PURE__ */ new Map();
  constructor(options) {
    this.#options = options;
  }
  /** `again`: tells the machine once more what it has been told; absent: as the first time. */
  raise(vector, send, again = send) {
    const { gate, after } = this.#options;
    const passing3 = { kind: "interrupt", vector };
    if (gate.isCut(passing3)) return;
    const hits = gate.hits(passing3);
    if (hits.some(({ spec }) => spec.effect.kind === "irq-drop")) return;
    const delayUs = hits.reduce(
      (sum, { spec: { effect } }) => sum + (effect.kind === "irq-delay" ? effect.byUs : 0),
      0
    );
    const before = this.#gone.get(vector);
    if (delayUs === 0) send();
    else after(delayUs, () => (this.#gone.get(vector) === before ? send : again)());
    for (const fault of hits) this.#repeat(fault, again);
  }
  /** The cause of the interrupt is gone. */
  lower(vector) {
    this.#gone.set(vector, (this.#gone.get(vector) ?? 0) + 1);
  }
  #repeat(fault, again) {
    const { effect } = fault.spec;
    if (effect.kind === "irq-duplicate") for (let index = 0; index < effect.times; index++) again();
    if (effect.kind === "irq-storm") this.#storm(fault, effect, again);
  }
  /** Ends early when the fault is cleared. */
  #storm(fault, { times, everyUs }, again) {
    let left = times;
    const next = () => {
      if (left-- === 0 || fault.isCleared) return;
      again();
      this.#options.after(everyUs, next);
    };
    this.#options.after(everyUs, next);
  }
};

// src/device/board/device-line.ts
var noLine = { raise: () => void 0, lower: () => void 0, again: () => void 0 };
var lineVector = 0;
var lineVectorName = "line";
var DeviceLine = class {
  #options;
  #faults;
  #port = noLine;
  constructor(options) {
    this.#options = options;
    this.#faults = new InterruptFaults(options);
  }
  connect(port) {
    this.#port = port;
  }
  raise = () => this.#faults.raise(
    lineVector,
    () => this.#tell(this.#port.raise),
    () => this.#tell(this.#port.again)
  );
  lower = () => {
    this.#faults.lower(lineVector);
    this.#port.lower();
  };
  #tell(how) {
    const { log, coverage } = this.#options;
    coverage.interrupt(lineVector);
    log.record({ kind: "interrupt", vector: lineVector, name: lineVectorName, outcome: "asserted" });
    how();
  }
};

// src/device/instance/device-view.ts
function viewOf(map) {
  const cells = [...map.registers];
  return {
    regs: sealed(cells.map(([name, cell]) => [name, registerProperty(cell)])),
    fields: sealed(cells.map(([name, cell]) => [name, { value: fieldsOf2(cell), enumerable: true }])),
    memory: sealed([...map.memories].map(([name, { bytes }]) => [name, { value: bytes, enumerable: true }]))
  };
}
function sealed(properties) {
  return Object.seal(Object.defineProperties({}, Object.fromEntries(properties)));
}
function registerProperty(cell) {
  return {
    enumerable: true,
    get: () => outward(cell.value, cell.width),
    set: (value) => {
      cell.value = value;
    }
  };
}
function fieldsOf2(cell) {
  return sealed([...cell.fields].map(([name, field]) => [name, fieldProperty(cell, field)]));
}
function fieldProperty(cell, field) {
  return {
    enumerable: true,
    get: () => Number(cell.field(field)),
    set: (value) => cell.setField(field, value)
  };
}

// src/device/serial/uart-line.ts
var UartLine = class {
  /** It is known when the machine starts, also while the line is down. */
  farEnd;
  /** Whether bytes pass. */
  isUp = false;
  #received;
  /** `received`: takes what the far end has sent. */
  constructor(received) {
    this.#received = received;
  }
  /** From the UART. */
  send = (bytes) => {
    if (this.isUp) this.farEnd?.receive(typeof bytes === "string" ? Buffer.from(bytes) : Buffer.from(bytes));
  };
  /** From the far end. */
  deliver(bytes) {
    if (this.isUp) this.#received(bytes);
  }
};

// src/device/instance/pci-instance.ts
var PciInstance = class {
  model;
  life;
  #map;
  /** What the model's handlers get. */
  device;
  /** Of a UART; of another device, a line to nowhere. */
  line;
  #upstream;
  #budget = new TransferBudget();
  /** `more`: what handlers get on this bus besides. */
  constructor(model, life, more = {}) {
    this.model = model;
    this.life = life;
    this.#map = new BarMap(model.bars);
    this.line = new UartLine((bytes) => life.guard("received", () => model.received?.(this.device, bytes)));
    this.device = this.#makeDevice(more);
    this.reset();
  }
  attach(upstream) {
    this.#upstream = upstream;
  }
  read({ bar, offset, length }) {
    const bytes = Buffer.alloc(length, 255);
    for (const piece of this.#map.split(bar, offset, length)) {
      if (this.life.crash !== void 0) return bytes.fill(255);
      if (piece.place.kind === "memory")
        piece.place.cell.bytes.copy(bytes, piece.skip, piece.start, piece.start + piece.length);
      if (piece.place.kind === "register") this.#readRegister(piece.place.cell, piece).copy(bytes, piece.skip);
    }
    return this.life.crash === void 0 ? bytes : bytes.fill(255);
  }
  write({ bar, offset, length }, bytes) {
    for (const piece of this.#map.split(bar, offset, length)) {
      if (this.life.crash !== void 0) return;
      const part = bytes.subarray(piece.skip, piece.skip + piece.length);
      if (piece.place.kind === "memory") writeMemory(piece.place.cell, piece.start, part);
      if (piece.place.kind === "register") this.#writeRegister(piece.place.cell, piece, part);
    }
  }
  reset() {
    this.life.restart();
    this.#budget = new TransferBudget();
    this.#map.reset();
    this.life.guard("state", () => {
      this.device.state = this.model.state();
    });
    this.life.guard("reset", () => this.model.reset?.(this.device));
  }
  #makeDevice(more) {
    return {
      ...more,
      ...viewOf(this.#map),
      state: void 0,
      controls: this.life.controls,
      clock: this.life.clock,
      dma: makeDma(
        {
          read: (address, length) => this.#alive(length, (up) => up.dmaRead(address, length)),
          // A copy, because the model may change its buffer during the transfer.
          write: (address, bytes) => this.#alive(bytes.length, (up) => up.dmaWrite(address, Buffer.from(bytes)))
        },
        this.model.addressBits
      ),
      interrupts: {
        raise: (vector = 0) => this.#interrupt(vector, "raise"),
        lower: (vector = 0) => this.#interrupt(vector, "lower")
      },
      line: { send: this.line.send }
    };
  }
  /** A transfer from before a reset, or in a machine that is gone, never reaches the model. */
  async #alive(bytes, transfer) {
    const life = this.life.number;
    const budget = this.#budget;
    if (this.#upstream === void 0) throw new Error("Internal error: a device without a machine started a transfer");
    budget.take(bytes);
    try {
      const result = await transfer(this.#upstream);
      if (life === this.life.number) return result;
    } catch (error) {
      const isGone = error instanceof DmaError && error.reason === "gone";
      if (life === this.life.number && !isGone) throw error;
    } finally {
      budget.give(bytes);
    }
    return await new Promise(() => void 0);
  }
  #interrupt(vector, what) {
    const { msi = 0, msix, intx } = this.model.interrupts;
    const vectors = Math.max(msi, msix?.vectors ?? 0, intx === true ? 1 : 0);
    if (!Number.isInteger(vector) || vector < 0 || vector >= vectors)
      throw new RangeError(`interrupts.${what}(${vector}): the model declares ${vectors} vectors`);
    this.#upstream?.[what](vector);
  }
  #readRegister(cell, { start, length }) {
    const handler = this.model.read[cell.name];
    let value = cell.value;
    if (handler !== void 0) {
      this.life.guard(`read of ${cell.name}`, () => {
        value = inward(atOnce(handler(this.device)), cell.width);
      });
    }
    const seen = cell.guestRead(value, touched(start, length));
    return bytesOf(seen >> BigInt(8 * start), length);
  }
  #writeRegister(cell, { start, length }, bytes) {
    if (this.#isLocked(cell)) return;
    const written = valueOf(bytes) << BigInt(8 * start);
    cell.guestWrite(written, touched(start, length));
    this.life.guard(
      `write of ${cell.name}`,
      () => this.model.write[cell.name]?.(this.device, outward(written, cell.width))
    );
  }
  #isLocked({ lockedBy }) {
    if (lockedBy === void 0) return false;
    const [register = "", name = ""] = lockedBy.split(".");
    const lock = this.#map.registers.get(register);
    const field = lock?.fields.get(name);
    return lock !== void 0 && field !== void 0 && lock.field(field) !== 0n;
  }
};
function atOnce(given2) {
  if (typeof given2 === "bigint" || typeof given2 === "number" && !Number.isNaN(given2)) return given2;
  throw new TypeError(
    `a read handler must return a number and not wait, but it returned ${given2 instanceof Promise ? "a promise" : String(given2)}`
  );
}
function touched(start, length) {
  return widthMask(length) << BigInt(8 * start);
}
function writeMemory(cell, start, bytes) {
  if (cell.isWritable) bytes.copy(cell.bytes, start);
}

// src/device/fault/pci-fault-layer.ts
var PciFaultLayer = class {
  #options;
  #interrupts;
  constructor(options) {
    this.#options = options;
    this.#interrupts = new InterruptFaults(options);
  }
  attach(upstream) {
    this.#options.endpoint.attach({
      dmaRead: async (address, length) => await this.#dma(
        { kind: "dma", direction: "read", address, length },
        async (hits) => distortDma(await upstream.dmaRead(misdirect(address, hits), length), hits, "pad")
      ),
      dmaWrite: async (address, bytes) => await this.#dma(
        { kind: "dma", direction: "write", address, length: bytes.length },
        async (hits) => await writeWhatIsLeft(upstream, misdirect(address, hits), distortDma(bytes, hits, "cut"))
      ),
      raise: (vector) => this.#interrupts.raise(
        vector,
        () => upstream.raise(vector),
        () => (upstream.again ?? upstream.raise)(vector)
      ),
      lower: (vector) => {
        this.#interrupts.lower(vector);
        upstream.lower(vector);
      }
    });
  }
  read(access) {
    if (this.#options.gate.isUntouched) return this.#options.endpoint.read(access);
    const passing3 = this.#passing("read", access);
    if (this.#options.gate.isCut(passing3)) return Buffer.alloc(access.length, 255);
    const hits = this.#options.gate.hits(passing3);
    const lateUs = hits.reduce((sum, { spec: { effect } }) => sum + (effect.kind === "read-late" ? effect.byUs : 0), 0);
    const answer = () => {
      const seen = this.#options.endpoint.read(access);
      return seen instanceof Promise ? seen.then((bytes) => distortRead(bytes, passing3, hits)) : distortRead(seen, passing3, hits);
    };
    return lateUs === 0 ? answer() : this.#options.wait(lateUs).then(answer);
  }
  write(access, bytes) {
    if (!this.#options.gate.isUntouched) {
      const passing3 = this.#passing("write", access);
      if (this.#options.gate.isCut(passing3) || this.#options.gate.hits(passing3).length > 0) return;
    }
    this.#options.endpoint.write(access, bytes);
  }
  reset() {
    if (!this.#options.gate.isClosed) this.#options.endpoint.reset();
  }
  #passing(kind, { bar, offset, length }) {
    return { kind, bar, offset, length, registers: this.#options.names.at(bar, offset, length) };
  }
  async #dma(passing3, transfer) {
    if (this.#options.gate.isCut(passing3)) throw new DmaError("failed", "the link to the machine is down");
    const hits = this.#options.gate.hits(passing3);
    const failing = hits.find(({ spec }) => spec.effect.kind === "dma-fail");
    if (failing !== void 0) throw new DmaError("failed", `the fault ${failing.spec.id}`);
    if (hits.some(({ spec }) => spec.effect.kind === "dma-hang")) return await new Promise(() => void 0);
    return await transfer(hits);
  }
};
function misdirect(address, hits) {
  return hits.reduce(
    (sum, { spec: { effect } }) => effect.kind === "dma-misdirect" ? BigInt.asUintN(64, sum + effect.by) : sum,
    address
  );
}
async function writeWhatIsLeft(upstream, address, bytes) {
  if (bytes.length > 0) await upstream.dmaWrite(address, bytes);
}

// src/device/log/observed-endpoint.ts
var maxLoggedBytes = 8;
var ObservedEndpoint = class {
  #seen;
  constructor(seen) {
    this.#seen = seen;
  }
  attach(upstream) {
    this.#seen.endpoint.attach({
      ...upstream,
      dmaRead: (address, length) => this.#dma("read", address, length, () => upstream.dmaRead(address, length)),
      dmaWrite: (address, bytes) => this.#dma("write", address, bytes.length, () => upstream.dmaWrite(address, bytes))
    });
  }
  read(access) {
    const answer = this.#seen.endpoint.read(access);
    if (!(answer instanceof Promise)) return this.#note("read", access, answer);
    return answer.then((bytes) => this.#note("read", access, bytes));
  }
  write(access, bytes) {
    this.#note("write", access, bytes);
    this.#seen.endpoint.write(access, bytes);
  }
  reset() {
    this.#seen.log.record({ kind: "reset" });
    this.#seen.endpoint.reset();
  }
  #note(kind, { bar, offset, length }, bytes) {
    const spans = this.#seen.names.at(bar, offset, length);
    this.#seen.coverage.access(kind, spans, bytes);
    const value = length === 4 ? bytes.readUInt32LE() : valueOf(bytes.subarray(0, maxLoggedBytes));
    this.#seen.log.recordAccess({ kind, bar, offset, length, spans, value });
    return bytes;
  }
  async #dma(direction, address, length, transfer) {
    const { nowUs, log, coverage } = this.#seen;
    const startedUs = nowUs();
    coverage.dma(direction, length);
    const note = (outcome) => log.record({ kind: "dma", direction, address: hex(address), length, outcome, tookUs: nowUs() - startedUs });
    try {
      const result = await transfer();
      note("done");
      return result;
    } catch (error) {
      if (error instanceof DmaError) note(error.reason);
      throw error;
    }
  }
};

// src/device/unit/register-path.ts
function registerPath(device, options) {
  return new ObservedEndpoint({ ...options, endpoint: new PciFaultLayer({ ...options, endpoint: device }) });
}

// src/device/unit/platform-unit.ts
var PlatformUnit = class extends DeviceUnit {
  gpios;
  #instance;
  #observed;
  constructor(model, options) {
    const names = new RegisterNames(model);
    const hasLine = model.firmware.interrupt !== void 0;
    const lines = gpioParts(model);
    super(
      model,
      {
        bus: "platform",
        accesses: ["read", "write", "dma", ...hasLine ? ["interrupt"] : [], ...lines.accesses],
        names: { register: names.all, ...lines.names },
        places: [model.bars[0]],
        vectors: vectorNames(model.interrupts),
        exchanges: [],
        lines: lines.lines
      },
      options
    );
    this.gpios = this.makeGpios(model);
    this.#instance = new PciInstance(model, this.life, { lines: this.gpios.view });
    this.#observed = registerPath(this.#instance, { ...this.around, names, after: this.clock.after });
  }
  connect({ line, dmaRead, dmaWrite }) {
    this.#observed.attach({
      dmaRead,
      dmaWrite,
      raise: () => this.#tell(line.raise),
      again: () => this.#tell(line.again),
      lower: () => line.lower()
    });
  }
  read(access) {
    return this.#observed.read(access);
  }
  write(access, bytes) {
    this.#observed.write(access, bytes);
  }
  /** The machine was reset. */
  reset() {
    this.#observed.reset();
  }
  /** Undefined: it is no UART. */
  get line() {
    return this.model.received === void 0 ? void 0 : this.#instance.line;
  }
  get device() {
    return this.#instance.device;
  }
  #tell(how) {
    this.counter.interrupt(lineVector);
    this.log.record({ kind: "interrupt", vector: lineVector, name: lineVectorName, outcome: "asserted" });
    how();
  }
};

// src/device/register/register-map.ts
var RegisterMap = class {
  #parts;
  #pointer = 0;
  #latch;
  constructor(parts) {
    this.#parts = parts;
  }
  nameOf(sent) {
    const pointer = sent === void 0 ? this.#pointer : this.#pointerIn(sent);
    return pointer === void 0 ? void 0 : this.#parts.map.at(pointer)?.cell.name;
  }
  reset() {
    this.#parts.map.reset();
    this.#pointer = 0;
    this.#latch = void 0;
  }
  async write(bytes) {
    this.#latch = void 0;
    const pointer = this.#pointerIn(bytes);
    if (pointer === void 0) return bytes;
    this.#pointer = pointer;
    for (let at = this.#parts.model.addressBytes; at < bytes.length; ) at += await this.#store(bytes.subarray(at));
    return bytes;
  }
  async read(length) {
    this.#latch = void 0;
    return await this.more(length);
  }
  async more(length) {
    const bytes = Buffer.alloc(length, 255);
    for (let at = 0; at < length; ) at += await this.#load(bytes.subarray(at));
    return bytes;
  }
  /** Undefined: the message ends before the pointer does. */
  #pointerIn(bytes) {
    const { addressBytes } = this.#parts.model;
    return bytes.length < addressBytes ? void 0 : bytes.readUIntBE(0, addressBytes);
  }
  /** Takes the bytes for one place, and returns how many. */
  async #store(bytes) {
    const place = this.#parts.map.at(this.#pointer);
    switch (place?.kind) {
      case "register":
        return await this.#storeRegister(place, bytes);
      case "memory":
        return await this.#storeMemory(place, bytes);
      case void 0:
        return this.#passNothing("write", bytes);
    }
  }
  async #storeRegister({ cell, skip }, bytes) {
    const { model, onAccess } = this.#parts;
    const wire = bytes.subarray(0, cell.width - skip);
    const { start, bytes: lowFirst, value, touched: touched2 } = partOf(wire, skip, cell.width, model.endian);
    onAccess("write", [{ name: cell.name, start, skip: 0, length: wire.length }], lowFirst);
    cell.guestWrite(value, touched2);
    this.#advance(wire.length, skip + wire.length === cell.width);
    await this.#handle(cell.name, outward(value, cell.width));
    return wire.length;
  }
  async #storeMemory({ cell, skip }, bytes) {
    const page = cell.page ?? cell.bytes.length;
    const pageStart = skip - skip % page;
    const part = bytes.subarray(0, pageStart + page - skip);
    this.#parts.onAccess("write", [spanOf(cell, part)], part);
    if (cell.isWritable) part.copy(cell.bytes, skip);
    this.#advance(part.length, false);
    if (cell.page !== void 0 && skip + part.length === pageStart + page) this.#pointer = cell.at + pageStart;
    await this.#handle(cell.name, Buffer.from(part));
    return part.length;
  }
  /** A handler that takes its time holds the clock. */
  async #handle(name, written) {
    const { model, life, device } = this.#parts;
    const handled = life.follow(`write of ${name}`, () => model.write[name]?.(device, written));
    if (handled !== void 0) await handled;
  }
  /** Fills the bytes of one place, and returns how many. */
  async #load(bytes) {
    if (this.#latch !== void 0) return this.#takeLatched(this.#latch, bytes);
    const place = this.#parts.map.at(this.#pointer);
    switch (place?.kind) {
      case "register": {
        const wire = wireOf(await this.#valueOf(place.cell), place.cell.width, this.#parts.model.endian);
        this.#latch = { cell: place.cell, wire, taken: place.skip };
        return this.#takeLatched(this.#latch, bytes);
      }
      case "memory": {
        const part = bytes.subarray(0, place.cell.bytes.copy(bytes, 0, place.skip));
        this.#parts.onAccess("read", [spanOf(place.cell, part)], part);
        this.#advance(part.length, false);
        return part.length;
      }
      case void 0:
        return this.#passNothing("read", bytes);
    }
  }
  #takeLatched(latch, bytes) {
    const { cell, wire, taken } = latch;
    const length = wire.copy(bytes, 0, taken);
    const {
      start,
      bytes: lowFirst,
      touched: touched2
    } = partOf(wire.subarray(taken, taken + length), taken, cell.width, this.#parts.model.endian);
    this.#parts.onAccess("read", [{ name: cell.name, start, skip: 0, length }], lowFirst);
    cell.guestRead(0n, touched2);
    latch.taken += length;
    const isDone = latch.taken === cell.width;
    if (isDone) this.#latch = void 0;
    this.#advance(length, isDone);
    return length;
  }
  async #valueOf(cell) {
    const { model, life, device } = this.#parts;
    const handler = model.read[cell.name];
    const value = handler === void 0 ? cell.value : await life.ask(`read of ${cell.name}`, async () => inward(numberFrom(await handler(device)), cell.width));
    return cell.guestRead(value ?? cell.value, 0n);
  }
  #passNothing(kind, bytes) {
    const { model, onAccess } = this.#parts;
    const length = model.autoIncrement === "none" ? bytes.length : 1;
    onAccess(kind, [], bytes.subarray(0, length));
    this.#advance(1, true);
    return length;
  }
  #advance(bytes, isEndOfRegister) {
    const { autoIncrement, addressBytes } = this.#parts.model;
    const steps = autoIncrement === "byte" ? bytes : autoIncrement === "register" && isEndOfRegister ? 1 : 0;
    this.#pointer = (this.#pointer + steps) % 256 ** addressBytes;
  }
};
function spanOf({ name }, bytes) {
  return { name, start: 0, skip: 0, length: bytes.length };
}
function numberFrom(given2) {
  if (typeof given2 === "bigint" || typeof given2 === "number" && !Number.isNaN(given2)) return given2;
  throw new TypeError(`a read handler must return a number, but it returned ${String(given2)}`);
}

// src/device/spi/spi-command.ts
var otherExchange = "other";
function commandNames(commands) {
  const specs = Object.entries(commands).map(([name, spec]) => {
    const { code, mask = 255 } = typeof spec === "number" ? { code: spec } : spec;
    return { name, code: code & mask, mask };
  });
  return {
    all: [...specs.map(({ name }) => name), otherExchange],
    find: ([first]) => first === void 0 ? void 0 : specs.find(({ code, mask }) => (first & mask) === code)?.name
  };
}

// src/device/spi/spi-instance.ts
var SpiInstance = class {
  #model;
  #life;
  #names;
  #line;
  #map;
  #registers;
  /** What the model's handlers get. */
  device;
  constructor(model, life, { line, names, gpios, onAccess }) {
    this.#model = model;
    this.#life = life;
    this.#line = line;
    this.#names = names;
    this.#map = new PointerMap(model);
    const interrupts = { raise: line.raise, lower: line.lower };
    const { controls, clock } = life;
    const view = viewOf(this.#map);
    this.device = Object.seal({ ...view, state: void 0, controls, clock, interrupts, lines: gpios });
    this.#registers = new RegisterMap({ model, life, device: this.device, map: this.#map, onAccess });
    this.reset();
  }
  /** A register or a memory, or a command. */
  nameOf(sent) {
    const addressed = this.#addressIn(sent);
    const register = addressed === void 0 ? void 0 : this.#registers.nameOf(addressed.pointer);
    return register ?? this.#names.find(sent) ?? otherExchange;
  }
  /** What the device sends; nothing after the model has failed. */
  async exchange(sent, setting) {
    const addressed = this.#addressIn(sent);
    if (addressed !== void 0) return await this.#withRegisters(sent, addressed);
    const { exchange } = this.#model;
    if (exchange === void 0) return Buffer.alloc(0);
    const command2 = this.#names.find(sent);
    const during = `exchange ${command2 ?? otherExchange}`;
    const bytes = await this.#life.ask(
      during,
      async () => checkBytes(await exchange(this.device, sent, { command: command2, ...setting }))
    );
    return bytes ?? Buffer.alloc(0);
  }
  reset() {
    this.#life.restart();
    this.#line.lower();
    this.#registers.reset();
    this.#life.guard("state", () => {
      this.device.state = this.#model.state();
    });
    this.#life.guard("reset", () => this.#model.reset?.(this.device));
  }
  #addressIn(sent) {
    const { addressing } = this.#model;
    return addressing === void 0 ? void 0 : addressIn(sent, addressing);
  }
  /** While it is told what to do, the device sends nothing. */
  async #withRegisters(sent, { direction, pointer, from }) {
    if (this.#life.crash !== void 0) return Buffer.alloc(0);
    const more = sent.subarray(from);
    await this.#registers.write(direction === "read" ? pointer : Buffer.concat([pointer, more]));
    if (direction === "write") return Buffer.alloc(0);
    return Buffer.concat([Buffer.alloc(from, 255), await this.#registers.read(more.length)]);
  }
};
function checkBytes(given2) {
  if (given2 instanceof Uint8Array) return Buffer.from(given2);
  throw new TypeError(
    `exchange must return the bytes that the device sends (a Buffer), but it returned ${String(given2)}`
  );
}

// src/device/unit/spi-unit.ts
var SpiUnit = class extends DeviceUnit {
  gpios;
  #instance;
  #line;
  constructor(model, options) {
    const names = commandNames(model.commands);
    const hasLine = model.firmware.interrupt !== void 0;
    const lines = gpioParts(model);
    const registers = [...Object.keys(model.registers), ...Object.keys(model.memory)];
    const commands = model.exchange === void 0 ? [] : names.all;
    super(
      model,
      {
        bus: "spi",
        accesses: ["exchange", ...hasLine ? ["interrupt"] : [], ...lines.accesses],
        names: {
          ...commands.length === 0 ? {} : { command: commands },
          ...registers.length === 0 ? {} : { register: registers },
          ...lines.names
        },
        places: [{ registers: model.registers, memory: model.memory }],
        vectors: hasLine ? [lineVectorName] : [],
        exchanges: commands,
        lines: lines.lines
      },
      options
    );
    this.#line = new DeviceLine({ gate: this.gate, log: this.log, coverage: this.counter, after: this.clock.after });
    this.gpios = this.makeGpios(model);
    this.#instance = new SpiInstance(model, this.life, {
      line: this.#line,
      names,
      gpios: this.gpios.view,
      onAccess: (kind, spans, bytes) => this.counter.access(kind, spans, bytes)
    });
  }
  /** The line at which the device is. */
  connect(port) {
    this.#line.connect(port);
  }
  /** The time that the chip select is low. What nobody sends reads all ones. */
  async exchange(sent, setting) {
    const name = this.#instance.nameOf(sent);
    const { outcome, bytes } = await this.path.carry(
      { kind: "exchange", name, direction: "both", length: sent.length },
      sent,
      async (arrived) => ({ outcome: "done", bytes: await this.#instance.exchange(arrived, setting) })
    );
    return { outcome, bytes: filled(bytes, sent.length) };
  }
  /** The machine was reset. */
  reset() {
    if (this.gate.isClosed) return;
    this.log.record({ kind: "reset" });
    this.#instance.reset();
  }
  get device() {
    return this.#instance.device;
  }
};
function filled(bytes, length) {
  if (bytes.length >= length) return bytes.subarray(0, length);
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 255)]);
}

// src/device/can/can-bus.ts
var { delayed: maxWaiting } = bounds.frames;
var maxInOneGo = 256;
var nobodyAsks = () => void 0;
var CanBus = class {
  #nodes = /* @__PURE__ */ new Set();
  #waiting = [];
  #tell;
  #isMachineOff = false;
  #isCarrying = false;
  get isEmpty() {
    return this.#nodes.size === 0;
  }
  add(node) {
    this.#nodes.add(node);
    if (this.#tell !== void 0) this.#start(node);
  }
  remove(node) {
    if (this.#nodes.delete(node)) node.stop();
  }
  /** The machine starts its interface. `tell`: takes what nodes send. */
  start(tell) {
    this.stop();
    this.#tell = tell;
    this.#holding(() => {
      for (const node of this.#nodes) this.#start(node);
    });
  }
  stop() {
    this.#tell = void 0;
    this.#isMachineOff = false;
    this.#waiting.length = 0;
    for (const node of this.#nodes) node.stop();
  }
  /** The machine sends a frame. `ended`: undefined when a node has acknowledged it. Called once, at once or later. */
  send(frame, ended) {
    if (this.#tell === void 0 || this.#isMachineOff) ended("bus-off");
    else this.#queue({ frame, from: void 0, ended });
  }
  #start(node) {
    node.start((frame) => {
      if (this.#tell !== void 0) this.#queue({ frame, from: node, ended: nobodyAsks });
    });
  }
  /** What is too much to be kept is lost. */
  #queue(sending) {
    if (this.#waiting.length >= maxWaiting) {
      sending.ended("ack");
      return;
    }
    this.#waiting.push(sending);
    this.#work();
  }
  #work() {
    this.#holding(() => {
      for (let carried = 0; carried < maxInOneGo; carried++) {
        const next = this.#waiting.shift();
        if (next === void 0) return;
        this.#carry(next);
      }
    });
  }
  /** What is sent meanwhile waits until it is over. */
  #holding(action) {
    if (this.#isCarrying) return;
    this.#isCarrying = true;
    try {
      action();
    } finally {
      this.#isCarrying = false;
    }
    if (this.#waiting.length > 0) setImmediate(() => this.#work());
  }
  #carry({ frame, from, ended }) {
    const heard = [...this.#nodes].filter((node) => node !== from).map((node) => node.hear(frame));
    const error = heard.map((one) => one.error).find((one) => one !== void 0 && one !== "ack");
    if (error !== void 0) {
      for (const { destroy } of heard) destroy();
      if (from === void 0 && error === "bus-off") this.#isMachineOff = true;
      ended(error);
      return;
    }
    if (from !== void 0 && !this.#isMachineOff) this.#tell?.(frame);
    give(heard, ended);
  }
};
function give(heard, ended) {
  let isEnded = false;
  let left = heard.length;
  const end = (error) => {
    if (!isEnded) ended(error);
    isEnded = true;
  };
  if (left === 0) end("ack");
  for (const { take } of heard)
    take((hasIt) => {
      if (hasIt) end(void 0);
      else if (--left === 0) end("ack");
    });
}

// src/device/unit/can-unit.ts
var longestData = 8;
var CanUnit = class extends DeviceUnit {
  #device;
  #toBus;
  constructor(model, options) {
    const parts = { places: [], vectors: [], exchanges: ["received", "sent"] };
    super(model, { bus: "can", accesses: ["can-frame"], names: {}, ...parts }, options);
    const { controls, clock } = this.life;
    this.#device = { state: void 0, controls, clock, can: portOf((frame) => this.#send(frame)) };
    this.#reset();
  }
  get device() {
    return this.#device;
  }
  start(send) {
    this.stop();
    this.#toBus = send;
    this.log.record({ kind: "reset" });
    this.#reset();
  }
  stop() {
    this.#toBus = void 0;
    this.frames.restart();
  }
  hear(frame) {
    let tell = () => void 0;
    const { lostTo, go, destroy } = this.frames.judge(passing("out", frame), Buffer.from(frame.data), {
      arrived: (data) => {
        tell(true);
        this.life.guard("received", () => this.model.received?.(this.#device, { ...frame, data }));
      },
      lost: () => tell(false)
    });
    const take = (told) => {
      tell = told;
      go();
    };
    return { error: lostTo === void 0 ? void 0 : errorOf(lostTo), take, destroy };
  }
  #send(frame) {
    if (this.#toBus === void 0) return;
    this.frames.carry(passing("in", frame), Buffer.from(frame.data), {
      arrived: (data) => this.#toBus?.({ ...frame, data })
    });
  }
  #reset() {
    this.life.restart();
    this.life.guard("state", () => {
      this.#device.state = this.model.state();
    });
    this.life.guard("reset", () => this.model.reset?.(this.#device));
  }
};
function errorOf(faults) {
  for (const {
    spec: { effect }
  } of faults) {
    if (effect.kind === "error-frame") return effect.what;
    if (effect.kind === "bus-off") return "bus-off";
  }
  return "ack";
}
function passing(direction, { data }) {
  return { kind: "can-frame", name: direction === "out" ? "received" : "sent", direction, length: data.length };
}
function portOf(send) {
  return {
    send: (frame) => {
      const { id, data, isExtended = false, isRemote = false } = frame;
      const most = isExtended ? 536870911 : 2047;
      if (!Number.isInteger(id) || id < 0 || id > most)
        throw new RangeError(`can.send: expected an id up to 0x${most.toString(16)}, found ${id}`);
      if (data.length > (isRemote ? 0 : longestData))
        throw new RangeError(
          `can.send: expected ${isRemote ? "no data in a remote frame" : `at most ${longestData} bytes`}, found ${data.length}`
        );
      send({ ...frame, data: Uint8Array.from(data) });
    }
  };
}

// src/device/definition/firmware.ts
function firmwareOf({ properties = {}, clocks = {} }, { compatible, interrupt, acpi, dsm }) {
  return {
    properties: compatible === void 0 ? properties : { compatible, ...properties },
    clocks,
    interrupt,
    ...acpi === void 0 ? {} : { acpi },
    ...dsm === void 0 ? {} : { dsm }
  };
}
var maxNameBytes = 31;
var maxTextBytes = 1024;
var maxValues = 1024;
var triggers = ["level", "edge"];
function* checkFirmware({ properties, clocks, interrupt }) {
  yield* checkProperties("properties", properties);
  for (const [name, hz] of Object.entries(clocks)) {
    if (name !== "") yield* checkFirmwareName(`clocks.${name}`, name);
    if (!Number.isInteger(hz) || hz < 1 || hz > 4294967295)
      yield `clocks.${name}: expected a rate in Hz up to 4294967295, found ${hz}`;
  }
  const { trigger = "level" } = interrupt ?? {};
  if (!triggers.includes(trigger)) yield `interrupt.trigger: expected ${triggers.join(" or ")}, found ${trigger}`;
}
function* checkProperties(where, properties) {
  for (const [name, property] of Object.entries(properties)) {
    yield* checkFirmwareName(`${where}.${name}`, name);
    const problem = propertyProblem(property);
    if (problem !== void 0) yield `${where}.${name}: ${problem}`;
  }
}
function* checkFirmwareName(what, name) {
  if (!/^[\x21-\x7e]+$/.test(name) || name.length > maxNameBytes)
    yield `${what}: expected a name of 1 to ${maxNameBytes} characters without spaces, found ${JSON.stringify(name)}`;
}
function propertyProblem(property) {
  if (property === true) return void 0;
  const values = Array.isArray(property) ? property : [property];
  if (values.length === 0 || values.length > maxValues) return `expected 1 to ${maxValues} values`;
  if (values.every(isNumber2) || values.every(isText2)) return void 0;
  return `expected true, whole numbers of up to 64 bits, or texts of up to ${maxTextBytes} characters, found ` + values.map(String).join(", ").slice(0, 100);
}
function isNumber2(value) {
  if (typeof value === "bigint") return value >= -(2n ** 63n) && value < 2n ** 64n;
  return typeof value === "number" && Number.isSafeInteger(value);
}
function isText2(value) {
  return typeof value === "string" && value.length <= maxTextBytes && !value.includes("\0");
}

// src/device/acpi/acpi-id.ts
var byCompatible = "PRP0001";
function* checkFinding(where, { name, value }, firmware) {
  const { acpi, dsm } = firmware;
  if (dsm !== void 0 && acpi === void 0)
    yield `${where}.dsm: expected it together with acpi, because it is a method of ACPI's, found no acpi`;
  if (acpi !== void 0 && value !== void 0)
    yield `${where}: expected either ${name} or acpi, found both; with acpi, the driver is not found by a name`;
  else if (acpi !== void 0) yield* checkAcpi(where, { ...firmware, acpi });
  else if (value === void 0) yield `${where}: expected ${name} or acpi, by which the driver is found, found neither`;
  else yield* checkFirmwareName(`${where}.${name}`, value);
}
function* checkAcpi(where, { acpi, dsm, properties }) {
  if (!/^(?:[A-Z]{3}|[A-Z0-9]{4})[0-9A-F]{4}$/.test(acpi))
    yield `${where}.acpi: expected an id such as INT33C4 or ACPI0C50, which is three capital letters, or four of them and of digits, with four hexadecimal digits behind them, found ${JSON.stringify(acpi)}`;
  if (acpi === byCompatible && !Object.hasOwn(properties, "compatible"))
    yield `${where}.compatible: expected VENDOR,DEVICE, because ${byCompatible} says that it finds the driver; found none`;
  if (dsm !== void 0) yield* checkDsm(`${where}.dsm`, dsm);
  yield* checkNumbers("properties", properties);
}
function* checkNumbers(where, properties) {
  for (const [name, property] of Object.entries(properties))
    if (!fits(property))
      yield `${where}.${name}: expected numbers of up to 32 bits, because the numbers of ACPI have no more`;
}
function fits(property) {
  if (property === true || typeof property === "string") return true;
  const values = typeof property === "object" ? property : [property];
  return values.every((value) => typeof value === "string" || value >= -2147483648 && value <= 4294967295);
}

// src/device/register/pointed-register.ts
function pointedOf(definition) {
  return {
    registers: definition.registers ?? {},
    memory: definition.memory ?? {},
    endian: definition.endian ?? "big",
    autoIncrement: definition.autoIncrement ?? "none",
    // The handlers are typed by the names in the definition, and are called only with its instances.
    read: definition.read ?? {},
    write: definition.write ?? {}
  };
}
function hasPlaces({ registers, memory }) {
  return Object.keys(registers).length > 0 || Object.keys(memory).length > 0;
}

// src/device/pci/config-space.ts
var configBytes = 256;
var command = 4;
var status = 6;
var firstBar = 16;
var capabilityPointer = 52;
var interruptLine = 60;
var interruptPin = 61;
var firstCapability = 64;
var writableCommand = 1351;
var hasCapabilities = 16;
var busMasterEnable = 4;
var ConfigSpace = class {
  #bytes = Buffer.alloc(configBytes);
  #writable = Buffer.alloc(configBytes);
  #initial;
  #msi;
  #msix;
  #end = firstCapability;
  #link = capabilityPointer;
  /** `hasLine`: the interrupt line is connected. Only then the guest sees an interrupt pin. */
  constructor(model, hasLine) {
    this.#identify(model);
    for (const [number, bar] of Object.entries(model.bars))
      if (bar !== void 0) this.#addBar(Number(number), bar);
    const { msi, msix, intx } = model.interrupts;
    this.#writable[interruptLine] = 255;
    if (intx === true && hasLine) this.#bytes[interruptPin] = 1;
    this.#msi = msi === void 0 ? void 0 : this.#addMsi(msi);
    this.#msix = msix === void 0 ? void 0 : this.#addMsix(msix);
    this.#initial = Buffer.from(this.#bytes);
  }
  read(offset, length) {
    return Buffer.from(this.#bytes.subarray(offset, offset + length));
  }
  write(offset, bytes) {
    for (const [index, byte] of bytes.entries()) {
      const at = offset + index;
      const mask = this.#writable[at] ?? 0;
      this.#bytes[at] = (this.#bytes[at] ?? 0) & ~mask | byte & mask;
    }
  }
  reset() {
    this.#initial.copy(this.#bytes);
  }
  get isBusMaster() {
    return (this.#bytes.readUInt16LE(command) & busMasterEnable) !== 0;
  }
  /** The address that the guest assigned to a BAR. */
  barAddress(number) {
    const at = firstBar + 4 * number;
    const low = this.#bytes.readUInt32LE(at);
    const high = (low & 6) === 4 ? this.#bytes.readUInt32LE(at + 4) : 0;
    return BigInt(high) << 32n | BigInt((low & ~15) >>> 0);
  }
  /** The message of a vector, as the driver programmed it; undefined: MSI is off. */
  msiMessage(vector) {
    if (this.#msi === void 0) return void 0;
    const control = this.#bytes.readUInt16LE(this.#msi + 2);
    if ((control & 1) === 0) return void 0;
    const enabled = 1 << (control >> 4 & 7);
    return {
      address: this.#bytes.readBigUInt64LE(this.#msi + 4),
      data: this.#bytes.readUInt16LE(this.#msi + 12) & ~(enabled - 1) | vector & enabled - 1
    };
  }
  /** `masked`: on, but with all vectors masked. */
  get msixState() {
    if (this.#msix === void 0) return "off";
    const control = this.#bytes.readUInt16LE(this.#msix + 2);
    if ((control & 32768) === 0) return "off";
    return (control & 16384) === 0 ? "on" : "masked";
  }
  #identify({ pci }) {
    const bytes = this.#bytes;
    bytes.writeUInt16LE(pci.vendor, 0);
    bytes.writeUInt16LE(pci.device, 2);
    this.#writable.writeUInt16LE(writableCommand, command);
    bytes.writeUInt32LE((pci.class << 8 | (pci.revision ?? 0)) >>> 0, 8);
    bytes.writeUInt16LE(pci.subsystem?.vendor ?? pci.vendor, 44);
    bytes.writeUInt16LE(pci.subsystem?.device ?? pci.device, 46);
  }
  /** The address bits below the size read 0, which tells the guest the size. */
  #addBar(number, bar) {
    const at = firstBar + 4 * number;
    this.#bytes.writeUInt32LE((bar.is64Bit === true ? 4 : 0) | (bar.isPrefetchable === true ? 8 : 0), at);
    this.#writable.writeUInt32LE(-bar.size >>> 0, at);
    if (bar.is64Bit === true) this.#writable.writeUInt32LE(4294967295, at + 4);
  }
  /** 64-bit addresses, no per-vector masking. */
  #addMsi(vectors) {
    const at = this.#addCapability(5, 14);
    this.#bytes.writeUInt16LE(128 | Math.log2(vectors) << 1, at + 2);
    this.#writable.writeUInt16LE(113, at + 2);
    this.#writable.writeUInt32LE(4294967292, at + 4);
    this.#writable.writeUInt32LE(4294967295, at + 8);
    this.#writable.writeUInt16LE(65535, at + 12);
    return at;
  }
  #addMsix(msix) {
    const at = this.#addCapability(17, 12);
    const { table, pending } = msixLayout(msix);
    this.#bytes.writeUInt16LE(msix.vectors - 1, at + 2);
    this.#writable.writeUInt16LE(49152, at + 2);
    this.#bytes.writeUInt32LE(table | msix.bar, at + 4);
    this.#bytes.writeUInt32LE(pending | msix.bar, at + 8);
    return at;
  }
  #addCapability(id, length) {
    const at = this.#end;
    this.#bytes[this.#link] = at;
    this.#bytes[at] = id;
    this.#bytes[status] = (this.#bytes[status] ?? 0) | hasCapabilities;
    this.#link = at + 1;
    this.#end = at + Math.ceil(length / 4) * 4;
    return at;
  }
};

// src/device/pci/pci-function.ts
var maskedRetryMs = 1;
var PciFunction = class {
  config;
  #model;
  #endpoint;
  #bus;
  #nowUs;
  #onInterrupt;
  /** Vectors whose message waits until the driver unmasks it. */
  #held = /* @__PURE__ */ new Map();
  /** The causes that keep the line asserted. */
  #asserted = /* @__PURE__ */ new Set();
  constructor({ model, endpoint, bus, nowUs, onInterrupt }) {
    this.config = new ConfigSpace(model, bus.setLine !== void 0);
    this.#model = model;
    this.#endpoint = endpoint;
    this.#bus = bus;
    this.#nowUs = nowUs;
    this.#onInterrupt = onInterrupt;
    endpoint.attach(this.#upstream());
  }
  read(access) {
    return this.#endpoint.read(access);
  }
  write(access, bytes) {
    this.#endpoint.write(access, bytes);
  }
  reset() {
    this.config.reset();
    this.detach();
    this.#endpoint.reset();
  }
  /** Drops all held messages. */
  detach() {
    for (const timer of this.#held.values()) clearTimeout(timer);
    this.#held.clear();
    for (const vector of [...this.#asserted]) this.#lower(vector);
  }
  #upstream() {
    return {
      dmaRead: async (address, length) => {
        this.#checkBusMaster();
        return await this.#bus.read(address, length);
      },
      dmaWrite: async (address, bytes) => {
        this.#checkBusMaster();
        await this.#bus.write(address, bytes);
      },
      raise: (vector) => this.#raise(vector),
      lower: (vector) => this.#lower(vector)
    };
  }
  #checkBusMaster() {
    if (!this.config.isBusMaster)
      throw new DmaError("no-bus-master", "the driver has not enabled bus mastering (pci_set_master)");
  }
  #raise(vector) {
    const atUs = this.#nowUs();
    this.#send(vector).then(
      (outcome) => {
        if (outcome !== void 0) this.#onInterrupt?.(vector, outcome, atUs);
      },
      (error) => {
        if (!(error instanceof DmaError)) throw error;
        this.#onInterrupt?.(vector, "lost: the machine refused it", atUs);
      }
    );
  }
  /** Undefined: it is held back and reported later. */
  async #send(vector) {
    if (this.config.msixState !== "off") return await this.#sendMsix(vector);
    const message = this.config.msiMessage(vector);
    if (message !== void 0) return await this.#sendMessage(message.address, message.data);
    if (this.#model.interrupts.intx !== true || this.#bus.setLine === void 0)
      return "lost: the driver has enabled none";
    this.#asserted.add(vector);
    this.#bus.setLine(true);
    return "asserted";
  }
  async #sendMessage(address, data) {
    if (!this.config.isBusMaster) return "lost: bus mastering is off";
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(data);
    await this.#bus.write(address, bytes);
    return "sent";
  }
  /** The table is in the machine, which does not report writes to it, so the device reads its entry over the bus. */
  async #sendMsix(vector) {
    const { msix } = this.#model.interrupts;
    if (msix === void 0) throw new Error("Internal error: MSI-X is on in a device without it");
    if (!this.config.isBusMaster) return "lost: bus mastering is off";
    const entry = await this.#bus.read(
      this.config.barAddress(msix.bar) + BigInt(msixLayout(msix).table + 16 * vector),
      16
    );
    const isMasked = (entry.readUInt32LE(12) & 1) !== 0 || this.config.msixState === "masked";
    if (!isMasked) return await this.#sendMessage(entry.readBigUInt64LE(0), entry.readUInt32LE(8));
    this.#hold(vector);
    return void 0;
  }
  /** A masked vector is pending once, however often it was raised. */
  #hold(vector) {
    if (this.#held.has(vector)) return;
    const timer = setTimeout(() => {
      this.#held.delete(vector);
      this.#raise(vector);
    }, maskedRetryMs);
    this.#held.set(vector, timer);
  }
  #lower(vector) {
    if (!this.#asserted.delete(vector)) return;
    if (this.#asserted.size === 0) this.#bus.setLine?.(false);
  }
};

// src/device/unit/pci-unit.ts
var PciUnit = class extends DeviceUnit {
  #instance;
  #observed;
  constructor(model, options) {
    const names = new RegisterNames(model);
    const places = Object.values(model.bars);
    super(
      model,
      {
        bus: "pci",
        accesses: ["read", "write", "dma", "interrupt"],
        names: { register: names.all },
        places,
        vectors: vectorNames(model.interrupts),
        exchanges: []
      },
      options
    );
    this.#instance = new PciInstance(model, this.life);
    this.#observed = registerPath(this.#instance, { ...this.around, names, after: this.clock.after });
  }
  /** Undefined: it is no UART. */
  get line() {
    return this.model.received === void 0 ? void 0 : this.#instance.line;
  }
  get device() {
    return this.#instance.device;
  }
  /** Connects it to a machine. It may be connected to another one later, after a reset. */
  plugInto(bus) {
    return new PciFunction({
      model: this.model,
      endpoint: this.#observed,
      bus,
      nowUs: this.nowUs,
      onInterrupt: (vector, outcome, atUs) => {
        const name = this.model.interrupts.names?.[vector];
        this.counter.interrupt(vector);
        this.log.record({ kind: "interrupt", vector, ...name === void 0 ? {} : { name }, outcome }, atUs);
      }
    });
  }
};

// src/device/i2c/i2c-message.ts
var noBytes = Buffer.alloc(0);
function endedAs(outcome) {
  return { outcome, bytes: noBytes };
}

// src/device/i2c/i2c-bus.ts
var AddressTaken = class extends Error {
  name = "AddressTaken";
};
var I2cBus = class {
  #targets = /* @__PURE__ */ new Map();
  #isBusy = false;
  /** The one that waits for a device which holds the clock. A newer one takes its place. */
  #waiting;
  /** @throws AddressTaken */
  add(target) {
    const before = this.#targets.get(target.address);
    if (before !== void 0)
      throw new AddressTaken(
        `device ${target.id}: expected an address of its own on this bus, found ${addressText(target.address)}, which is that of ${before.id}`
      );
    this.#targets.set(target.address, target);
  }
  /** From now on, nobody answers at its address. */
  remove(target) {
    if (this.#targets.get(target.address) === target) this.#targets.delete(target.address);
  }
  get isEmpty() {
    return this.#targets.size === 0;
  }
  /** A transaction by the message, for controllers that learn of their messages one by one. */
  begin() {
    return new I2cTransaction((address, carry) => this.#carry(address, carry));
  }
  /**
   * A whole transaction: messages with repeated starts between them, and a stop. It ends at the first message that
   * fails, which is the last of the results.
   */
  async transfer(messages) {
    const transaction = this.begin();
    const results = [];
    for (const message of messages) {
      const result = await transaction.message(message);
      results.push(result);
      if (result.outcome !== "done") break;
    }
    transaction.stop();
    return results;
  }
  async #carry(address, carry) {
    if (!await this.#turn()) return endedAs("abandoned");
    try {
      if ([...this.#targets.values()].some(({ holdsLow }) => holdsLow)) return endedAs("stuck-low");
      const target = this.#targets.get(address);
      return target === void 0 ? endedAs("nak-address") : await carry(target);
    } finally {
      this.#handOver();
    }
  }
  /** A controller that was reset may begin anew while a device still holds the clock. */
  #turn() {
    this.#waiting?.(false);
    this.#waiting = void 0;
    if (this.#isBusy) return new Promise((resolve) => this.#waiting = resolve);
    this.#isBusy = true;
    return Promise.resolve(true);
  }
  #handOver() {
    const next = this.#waiting;
    this.#waiting = void 0;
    this.#isBusy = next !== void 0;
    next?.(true);
  }
};
var I2cTransaction = class {
  #carry;
  #addressed = /* @__PURE__ */ new Set();
  #isOver = false;
  constructor(carry) {
    this.#carry = carry;
  }
  /** After a message that did not end as `done`, only `stop` may follow. */
  message(message) {
    return this.#through(message.address, (target) => target.message(message));
  }
  /** Further bytes of the read before: a controller with a short queue asks for a long message in pieces. */
  more(address, length) {
    return this.#through(address, (target) => target.more(length));
  }
  /** Also when the controller gives up: what has not begun yet is not carried out any more. */
  stop() {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const target of this.#addressed) target.stop();
  }
  #through(address, carry) {
    return this.#carry(address, async (target) => {
      if (this.#isOver) return endedAs("abandoned");
      this.#addressed.add(target);
      return await carry(target);
    });
  }
};
function addressText(address) {
  return `0x${address.toString(16).padStart(2, "0")}`;
}

// src/device/i2c/message-handler.ts
var MessageHandler = class {
  #parts;
  /** How many bytes of the current read the machine has. */
  #from = 0;
  constructor(parts) {
    this.#parts = parts;
  }
  nameOf() {
    return void 0;
  }
  reset() {
    this.#from = 0;
  }
  async write(bytes) {
    const answer = await this.#ask({ direction: "out", bytes: Buffer.from(bytes) });
    if (answer === "nak") return "nak";
    return bytes.subarray(0, typeof answer === "number" ? Math.max(0, Math.trunc(answer)) : bytes.length);
  }
  async read(length) {
    this.#from = 0;
    const answer = await this.#ask({ direction: "in", length, from: 0 });
    this.#from = length;
    return answer === "nak" ? "nak" : filled2(answer, length);
  }
  async more(length) {
    const from = this.#from;
    this.#from += length;
    return filled2(await this.#ask({ direction: "in", length, from }), length);
  }
  async #ask(request) {
    const { model, life, device } = this.#parts;
    const what = request.direction === "in" ? "transfer of a read" : "transfer of a write";
    const answer = await life.ask(what, async () => checked(request, await model.transfer?.(device, request)));
    return life.crash === void 0 ? answer : "nak";
  }
};
function filled2(answer, length) {
  const bytes = Buffer.alloc(length, 255);
  if (answer instanceof Uint8Array) bytes.set(answer.subarray(0, length));
  return bytes;
}
function checked({ direction }, answer) {
  if (answer === void 0 || answer === "nak") return answer;
  if (direction === "in" && answer instanceof Uint8Array) return answer;
  if (direction === "out" && typeof answer === "number" && !Number.isNaN(answer)) return answer;
  throw new TypeError(
    direction === "in" ? `transfer must answer a read with its bytes or 'nak', but it returned ${kindOf(answer)}` : `transfer must answer a write with a number of bytes, 'nak' or nothing, but it returned ${kindOf(answer)}`
  );
}
function kindOf(value) {
  return typeof value === "object" ? "another object" : `a ${typeof value}`;
}

// src/device/i2c/byte-handler.ts
var ByteHandler = class {
  #parts;
  /** Counts the ends of transactions: a handler that took its time may outlive its own. */
  #ends = 0;
  constructor(parts) {
    this.#parts = parts;
  }
  nameOf() {
    return void 0;
  }
  reset() {
    this.#ends++;
  }
  stop() {
    this.#ends++;
  }
  async write(bytes) {
    const ends = this.#ends;
    await this.#start("out");
    let acknowledged = 0;
    for (const byte of bytes) {
      if (ends !== this.#ends || await this.#refuses(byte)) break;
      acknowledged++;
    }
    return this.#hasCrashed ? "nak" : bytes.subarray(0, acknowledged);
  }
  async read(length) {
    const ends = this.#ends;
    await this.#start("in");
    const bytes = await this.#bytes(length, ends);
    return this.#hasCrashed ? "nak" : bytes;
  }
  async more(length) {
    return await this.#bytes(length, this.#ends);
  }
  get #hasCrashed() {
    return this.#parts.life.crash !== void 0;
  }
  async #start(direction) {
    const { model, life, device } = this.#parts;
    if (model.start === void 0) return;
    await life.ask("start", async () => checkStart(await model.start?.(device, direction)));
  }
  async #refuses(byte) {
    const { model, life, device } = this.#parts;
    const answer = await life.ask("writeByte", async () => checkedAnswer(await model.writeByte?.(device, byte)));
    return answer === "nak" || this.#hasCrashed;
  }
  /** The line is high where the device says nothing. */
  async #bytes(length, ends) {
    const { model, life, device } = this.#parts;
    const bytes = Buffer.alloc(length, 255);
    for (let at = 0; at < length && ends === this.#ends; at++)
      bytes[at] = await life.ask("readByte", async () => checkedByte(await model.readByte?.(device))) ?? 255;
    return bytes;
  }
};
function checkStart(answer) {
  if (answer === "nak" || answer === false)
    throw new TypeError(`start must return nothing, but it returned ${answer}; acknowledges refuses an address`);
}
function checkedAnswer(answer) {
  if (answer === void 0 || answer === "nak") return answer;
  throw new TypeError(`writeByte must return 'nak' or nothing, but it returned ${textOf(answer)}`);
}
function checkedByte(answer) {
  if (answer === void 0) return void 0;
  if (typeof answer === "number" && Number.isInteger(answer) && answer >= 0 && answer <= 255) return answer;
  throw new TypeError(`readByte must return a whole number from 0 to 0xff, but it returned ${textOf(answer)}`);
}
function textOf(value) {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : kindOf(value);
}

// src/device/i2c/i2c-instance.ts
var I2cInstance = class {
  /** What the model's handlers get. */
  device;
  #model;
  #life;
  #behaviour;
  #setLine;
  /** Counts the ends of transactions. */
  #stops = 0;
  /** `lines`: of the device, as handlers see them. */
  constructor(model, life, { onAccess, lines }) {
    this.#model = model;
    this.#life = life;
    const map = new PointerMap(model);
    this.device = this.#makeDevice(map, lines);
    const parts = { model, life, device: this.device };
    if (hasPlaces(model)) this.#behaviour = new RegisterMap({ ...parts, map, onAccess });
    else this.#behaviour = model.transfer === void 0 ? new ByteHandler(parts) : new MessageHandler(parts);
    this.reset();
  }
  connectLine(setLine) {
    this.#setLine = setLine;
  }
  /** `sent`: the bytes of a write; undefined: a read. */
  nameOf(sent) {
    return this.#behaviour.nameOf(sent);
  }
  async write(bytes) {
    return await this.#isThere("out") ? await this.#behaviour.write(bytes) : "nak";
  }
  async read(length) {
    return await this.#isThere("in") ? await this.#behaviour.read(length) : "nak";
  }
  async more(length) {
    return this.#life.crash === void 0 ? await this.#behaviour.more(length) : Buffer.alloc(length, 255);
  }
  stop() {
    this.#stops++;
    this.#behaviour.stop?.();
    this.#life.guard("stop", () => this.#model.stop?.(this.device));
  }
  /** As at power-on. */
  reset() {
    this.#life.restart();
    this.#behaviour.reset();
    this.#life.guard("state", () => {
      this.device.state = this.#model.state();
    });
    this.#life.guard("reset", () => this.#model.reset?.(this.device));
  }
  async #isThere(direction) {
    const { acknowledges } = this.#model;
    if (acknowledges === void 0) return this.#life.crash === void 0;
    const stops = this.#stops;
    const isThere = await this.#life.ask("acknowledges", () => acknowledges(this.device, direction));
    return isThere === true && stops === this.#stops;
  }
  #makeDevice(map, lines) {
    return {
      ...viewOf(map),
      state: void 0,
      controls: this.#life.controls,
      clock: this.#life.clock,
      lines,
      interrupts: {
        raise: () => this.#setLine?.(true),
        lower: () => this.#setLine?.(false)
      }
    };
  }
};

// src/device/unit/i2c-unit.ts
var nothing3 = Buffer.alloc(0);
var I2cUnit = class extends DeviceUnit {
  id;
  address;
  gpios;
  #instance;
  #line;
  #current;
  /** Counts stops: what began before one is not carried out after it. */
  #stops = 0;
  /** `id`: for error messages; absent: the model's name. */
  constructor(model, options, id = model.name) {
    const registers = [...Object.keys(model.registers), ...Object.keys(model.memory)];
    const hasLine = model.i2c.interrupt !== void 0;
    const lines = gpioParts(model);
    super(
      model,
      {
        bus: "i2c",
        accesses: ["message", ...hasLine ? ["interrupt"] : [], ...lines.accesses],
        names: { ...hasPlaces(model) ? { register: registers } : {}, ...lines.names },
        places: [{ registers: model.registers, memory: model.memory }],
        vectors: hasLine ? [lineVectorName] : [],
        exchanges: hasPlaces(model) ? [] : [addressText(model.i2c.address)],
        lines: lines.lines
      },
      options
    );
    this.id = id;
    this.address = model.i2c.address;
    this.gpios = this.makeGpios(model);
    this.#instance = new I2cInstance(model, this.life, {
      onAccess: (kind, spans, bytes) => this.counter.access(kind, spans, bytes),
      lines: this.gpios.view
    });
    this.#line = new DeviceLine({ gate: this.gate, log: this.log, coverage: this.counter, after: this.clock.after });
    this.#instance.connectLine((isActive) => isActive ? this.#line.raise() : this.#line.lower());
  }
  /** For a bus with interrupts: the line at which the device is. */
  connect(port) {
    this.#line.connect(port);
  }
  get holdsLow() {
    return this.faults.all.some(
      ({ spec, hasFired, isCleared }) => spec.effect.kind === "stuck-low" && hasFired && !isCleared
    );
  }
  message = async (message) => {
    const sent = message.direction === "out" ? message.bytes : void 0;
    const name = this.#instance.nameOf(sent) ?? addressText(this.address);
    const length = message.direction === "out" ? message.bytes.length : message.length;
    const passing3 = { kind: "message", name, direction: message.direction, length };
    const stops = this.#stops;
    this.#current = void 0;
    let refused = "nak-address";
    const { outcome, bytes } = await this.path.carry(passing3, sent ?? nothing3, async (arrived, hits) => {
      if (stops !== this.#stops) return { outcome: "cancelled", bytes: nothing3 };
      const answer = sent === void 0 ? await this.#instance.read(length) : await this.#instance.write(arrived.subarray(0, acknowledgedBytes(hits)));
      const isWhole = answer !== "nak" && answer.length >= length;
      if (stops !== this.#stops && !(isWhole && sent !== void 0))
        return { outcome: "cancelled", bytes: answer === "nak" ? nothing3 : answer };
      if (answer === "nak") return { outcome: "nak", bytes: nothing3 };
      if (sent === void 0) this.#current = { passing: passing3, hits, got: length };
      else refused = "nak-byte";
      return { outcome: isWhole ? "done" : "nak", bytes: answer };
    });
    return { outcome: onWire(outcome, refused), bytes };
  };
  more = async (length) => {
    const current = this.#current;
    if (current === void 0 || this.gate.isClosed) return endedAs("nak-address");
    const startedUs = this.nowUs();
    const plain = await this.#instance.more(length);
    const bytes = current.hits.length === 0 ? plain : distort(Buffer.concat([Buffer.alloc(current.got), plain]), current.hits).subarray(current.got);
    current.got += length;
    this.counter.moreOfExchange(current.passing.name, length);
    const what = `${describePassing(current.passing)}, ${length} more`;
    this.log.recordExchange({ what, outcome: "done", bytes, tookUs: this.nowUs() - startedUs });
    return { outcome: "done", bytes };
  };
  stop = () => {
    this.#stops++;
    this.#instance.stop();
  };
  get device() {
    return this.#instance.device;
  }
};
function acknowledgedBytes(hits) {
  const refused = hits.flatMap(
    ({ spec: { effect } }) => effect.kind === "nak" && effect.byte !== void 0 ? [effect.byte - 1] : []
  );
  return refused.length === 0 ? void 0 : Math.min(...refused);
}
function onWire(outcome, refused) {
  switch (outcome) {
    case "done":
    case "arbitration-lost":
    case "bus-error":
    case "stuck-low":
      return outcome;
    case "nak":
      return refused;
    case "gone":
      return "nak-address";
    case "cancelled":
      return "abandoned";
  }
}

// src/device/unit/stream-unit.ts
var StreamUnit = class extends DeviceUnit {
  #unit;
  #device;
  #outlet;
  /** What has arrived of the bytes that are being carried, also of earlier ones that a fault held back. */
  #gathered = /* @__PURE__ */ new Map();
  constructor(model, { ports, unit }, options) {
    const parts = { places: [], vectors: [], exchanges: ["received", "sent"] };
    super(model, { bus: model.bus, accesses: ["frame"], names: {}, ...parts }, options);
    this.#unit = unit;
    const { controls, clock } = this.life;
    const device = { state: void 0, controls, clock, ...ports((bytes) => this.#send(bytes)) };
    this.#device = device;
    this.#reset();
  }
  get device() {
    return this.#device;
  }
  /** Connects it to a machine, which is a reset. */
  connect(outlet) {
    this.disconnect();
    this.#outlet = outlet;
    this.log.record({ kind: "reset" });
    this.#reset();
  }
  disconnect() {
    this.#outlet = void 0;
    this.frames.restart();
  }
  /** What the machine has sent. Resolves when the model has dealt with what of it came at once. It never rejects. */
  async receive(bytes) {
    const handled = [];
    this.#carry("out", bytes, (piece) => {
      const ended = this.life.follow("received", () => this.model.received?.(this.#device, piece));
      if (ended !== void 0) handled.push(ended);
    });
    await Promise.all(handled);
  }
  #send(bytes) {
    if (this.#outlet !== void 0) this.#carry("in", bytes, (piece) => this.#outlet?.(piece));
  }
  /** What arrives at once arrives in one piece, also when each byte is counted. */
  #carry(direction, bytes, deliver) {
    const arrives = (piece2) => {
      if (piece2.length > 0) deliver(piece2);
    };
    if (this.#unit === "frame" || this.frames.isUntouched) {
      this.frames.carry(passing2(direction, bytes.length), bytes, { arrived: arrives });
      return;
    }
    const piece = [];
    this.#gathered.set(direction, piece);
    for (let at = 0; at < bytes.length; at++)
      this.frames.carry(passing2(direction, 1), bytes.subarray(at, at + 1), {
        arrived: (byte) => {
          const gathered = this.#gathered.get(direction);
          if (gathered === void 0) arrives(byte);
          else gathered.push(byte);
        }
      });
    this.#gathered.delete(direction);
    arrives(Buffer.concat(piece));
  }
  #reset() {
    this.life.restart();
    this.life.guard("state", () => {
      this.#device.state = this.model.state();
    });
    this.life.guard("reset", () => this.model.reset?.(this.#device));
  }
};
function passing2(direction, length) {
  return { kind: "frame", name: direction === "out" ? "received" : "sent", direction, length };
}

// src/device/unit/link-unit.ts
var LinkUnit = class extends StreamUnit {
  constructor(model, options) {
    super(model, { unit: "frame", ports: (send) => ({ link: linkOf(model, send) }) }, options);
  }
};
var shortest = 14;
var longest = bounds.frames.bytes;
function linkOf({ mac }, send) {
  return {
    mac: Buffer.from(mac.replaceAll(":", ""), "hex"),
    send: (frame) => {
      if (frame.length < shortest || frame.length > longest)
        throw new RangeError(`link.send: expected a frame of ${shortest} to ${longest} bytes, found ${frame.length}`);
      send(Buffer.from(frame));
    }
  };
}

// src/device/unit/serial-unit.ts
var SerialUnit = class extends StreamUnit {
  constructor(model, options) {
    super(model, { unit: "byte", ports: (send) => ({ line: lineOf(send) }) }, options);
  }
};
function lineOf(send) {
  return { send: (bytes) => send(typeof bytes === "string" ? Buffer.from(bytes) : Buffer.from(bytes)) };
}

// src/device/usb/descriptors.ts
var kinds = {
  device: 1,
  configuration: 2,
  string: 3,
  interface: 4,
  endpoint: 5,
  bos: 15,
  capability: 16,
  companion: 48
};
var endpointTypes = { bulk: 2, interrupt: 3 };
var english = 1033;
var configurationValue = 1;
function describe(model) {
  const { usb } = model;
  const speed = usb.speed ?? defaultSpeed;
  const { manufacturer, product, serial } = usb.strings ?? {};
  const texts = [manufacturer, product, serial].filter((text) => text !== void 0);
  return {
    device: deviceDescriptor(usb, speed, (text) => text === void 0 ? 0 : texts.indexOf(text) + 1),
    configuration: configurationDescriptor(usb, speed, layOut(model)),
    strings: texts.length === 0 ? [] : [Buffer.from([4, kinds.string, ...word(english)]), ...texts.map(stringDescriptor)],
    bos: speed === "super" ? bosDescriptor() : void 0
  };
}
function controlPacket(speed) {
  return { low: 8, full: 64, high: 64, super: 512 }[speed];
}
function deviceDescriptor(usb, speed, indexOf) {
  const { vendor, product, class: code = 0, revision = 256, strings = {} } = usb;
  return Buffer.from([
    18,
    kinds.device,
    ...word(speed === "super" ? 768 : 512),
    code >> 16,
    code >> 8 & 255,
    code & 255,
    // At super speed this is a power of two.
    speed === "super" ? Math.log2(controlPacket(speed)) : controlPacket(speed),
    ...word(vendor),
    ...word(product),
    ...word(revision),
    indexOf(strings.manufacturer),
    indexOf(strings.product),
    indexOf(strings.serial),
    1
  ]);
}
function configurationDescriptor(usb, speed, settings) {
  const body = settings.flatMap((setting) => settingDescriptors(setting, speed));
  const powerUnitMa = speed === "super" ? 8 : 2;
  return Buffer.from([
    9,
    kinds.configuration,
    ...word(9 + body.length),
    new Set(settings.map(({ number }) => number)).size,
    configurationValue,
    0,
    128 | (usb.isSelfPowered === true ? 64 : 0),
    Math.ceil((usb.maxPowerMa ?? 100) / powerUnitMa),
    ...body
  ]);
}
function settingDescriptors(setting, speed) {
  const { number, alternate, endpoints, subclass, protocol, descriptors } = setting;
  return [
    ...[9, kinds.interface, number, alternate, endpoints.length, setting.class, subclass, protocol, 0],
    ...descriptors,
    ...endpoints.flatMap((endpoint) => endpointDescriptors(endpoint, speed))
  ];
}
function endpointDescriptors({ address, type, packet, interval }, speed) {
  const endpoint = [7, kinds.endpoint, address, endpointTypes[type], ...word(packet), interval];
  if (speed !== "super") return endpoint;
  return [...endpoint, 6, kinds.companion, 0, 0, ...word(type === "interrupt" ? packet : 0)];
}
function stringDescriptor(text) {
  const bytes = Buffer.from(text, "utf16le");
  return Buffer.concat([Buffer.from([bytes.length + 2, kinds.string]), bytes]);
}
function bosDescriptor() {
  const usb2Extension = [7, kinds.capability, 2, 0, 0, 0, 0];
  const superSpeed = [10, kinds.capability, 3, 0, ...word(14), 2, 0, ...word(0)];
  return Buffer.from([5, kinds.bos, ...word(22), 2, ...usb2Extension, ...superSpeed]);
}
function word(value) {
  return [value & 255, value >> 8];
}

// src/device/usb/turns.ts
var cancelledExchange = { outcome: "cancelled", bytes: Buffer.alloc(0) };
var Turns = class {
  #last = /* @__PURE__ */ new Map();
  /**
   * Carries a transfer out when it is its turn. A cancelled one makes way at once, except while the model works on it:
   * that device is busy.
   */
  async take(endpoint, cancelled, carry) {
    const before = this.#last.get(endpoint);
    const own = (async () => {
      await before;
      return cancelled.aborted ? cancelledExchange : await this.#run(cancelled, carry);
    })();
    this.#last.set(endpoint, own);
    return await own;
  }
  /** Whatever is still under way no longer keeps others waiting. */
  forget() {
    this.#last = /* @__PURE__ */ new Map();
  }
  async #run(cancelled, carry) {
    const turn = new OwnTurn(cancelled);
    const carried = carry(turn);
    return await new Promise((resolve, reject) => {
      const makeWay = () => {
        if (!turn.isWithModel) resolve(cancelledExchange);
      };
      cancelled.addEventListener("abort", makeWay, { once: true });
      void carried.then(resolve, reject).finally(() => cancelled.removeEventListener("abort", makeWay));
    });
  }
};
var OwnTurn = class {
  #cancelled;
  isWithModel = false;
  wasWithModel = false;
  constructor(cancelled) {
    this.#cancelled = cancelled;
  }
  withModel = async (call) => {
    if (this.#cancelled.aborted) return cancelledExchange;
    this.isWithModel = true;
    this.wasWithModel = true;
    try {
      return await call();
    } finally {
      this.isWithModel = false;
    }
  };
};

// src/device/usb/standard-requests.ts
var requests = {
  getStatus: 0,
  clearFeature: 1,
  setFeature: 3,
  getDescriptor: 6,
  getConfiguration: 8,
  setConfiguration: 9,
  getInterface: 10,
  setInterface: 11,
  setSel: 48,
  setIsochronousDelay: 49
};
var endpointHalt = 0;
var nothing4 = Buffer.alloc(0);
function answerStandard(setup, device) {
  if (typeOf(setup) !== "standard") return void 0;
  switch (recipientOf(setup)) {
    case "device":
      return isIn(setup) ? tellOfDevice(setup, device) : setDevice(setup, device);
    case "interface":
      return isIn(setup) ? tellOfInterface(setup, device) : setInterface(setup, device);
    case "endpoint":
      return onEndpoint(setup, device);
    case "other":
    case void 0:
      return void 0;
  }
}
function tellOfDevice({ request, value }, device) {
  switch (request) {
    case requests.getStatus:
      return Buffer.from([device.isSelfPowered ? 1 : 0, 0]);
    case requests.getDescriptor:
      return descriptorOf(value >> 8, value & 255, device.descriptors);
    case requests.getConfiguration:
      return Buffer.from([device.state.configuration]);
    default:
      return void 0;
  }
}
function descriptorOf(kind, index, descriptors) {
  switch (kind) {
    case 1:
      return descriptors.device;
    case 2:
      return index === 0 ? descriptors.configuration : void 0;
    case 3:
      return descriptors.strings[index];
    case 15:
      return descriptors.bos;
    default:
      return void 0;
  }
}
function setDevice({ request, value }, { state, descriptors }) {
  if (request === requests.setConfiguration) return state.configure(value & 255) ? nothing4 : void 0;
  const isSuper = descriptors.bos !== void 0;
  const isLinkPower = request === requests.setSel || request === requests.setIsochronousDelay || (request === requests.setFeature || request === requests.clearFeature) && (value === 48 || value === 49);
  return isSuper && isLinkPower ? nothing4 : void 0;
}
function tellOfInterface({ request, index }, { state }) {
  const alternate = state.alternate(index & 255);
  if (alternate === void 0) return void 0;
  if (request === requests.getStatus) return Buffer.from([0, 0]);
  return request === requests.getInterface ? Buffer.from([alternate]) : void 0;
}
function setInterface({ request, value, index }, { state }) {
  return request === requests.setInterface && state.choose(index & 255, value) ? nothing4 : void 0;
}
function onEndpoint(setup, { state }) {
  const { request, value, index } = setup;
  const cell = state.cellAt(index & 143);
  const isControl = (index & 15) === 0;
  if (request === requests.getStatus && isIn(setup) && (isControl || cell !== void 0))
    return Buffer.from([cell?.isHalted === true ? 1 : 0, 0]);
  const isHalt = (request === requests.setFeature || request === requests.clearFeature) && value === endpointHalt;
  if (isIn(setup) || !isHalt) return void 0;
  if (cell !== void 0) cell.isHalted = request === requests.setFeature;
  return cell === void 0 && !isControl ? void 0 : nothing4;
}

// src/device/usb/in-queue.ts
var InQueue = class {
  #pieces = [];
  #bytes = 0;
  #ends = 0;
  get transfers() {
    return this.#ends + (this.#pieces.at(-1)?.ends === false ? 1 : 0);
  }
  /** False: it is full, and the bytes are dropped. */
  push(bytes, ends) {
    const { queuedTransfers, queuedBytes } = bounds.usb;
    if (this.#pieces.length >= queuedTransfers || this.#bytes + bytes.length > queuedBytes) return false;
    this.#pieces.push({ bytes: Buffer.from(bytes), ends });
    this.#bytes += bytes.length;
    if (ends) this.#ends++;
    return true;
  }
  /** Whether a machine that asks for so many bytes has its answer: as many, or the end of a transfer. */
  isReady(length) {
    return this.#ends > 0 || this.#bytes > 0 && this.#bytes >= length;
  }
  /**
   * The answer to a machine that asks for so many bytes. It is babble when a packet has more bytes than are left of
   * what the machine asked for; the rest of the transfer is lost then.
   */
  take(length, packet) {
    const parts = [];
    let left = length;
    for (let first = this.#pieces[0]; first !== void 0; first = this.#pieces[0]) {
      if (first.bytes.length > left && length % packet !== 0) return this.#babble();
      if (first.bytes.length > left) {
        parts.push(this.#cut(first, left));
        break;
      }
      parts.push(this.#shift(first).bytes);
      left -= first.bytes.length;
      if (first.ends || left === 0 && this.#pieces[0]?.bytes.length === 0) break;
    }
    return { outcome: "done", bytes: parts.length === 1 && parts[0] !== void 0 ? parts[0] : Buffer.concat(parts) };
  }
  flush() {
    this.#pieces = [];
    this.#bytes = 0;
    this.#ends = 0;
  }
  #cut(piece, length) {
    const part = piece.bytes.subarray(0, length);
    piece.bytes = piece.bytes.subarray(length);
    this.#bytes -= length;
    return part;
  }
  #shift(piece) {
    this.#pieces.shift();
    this.#bytes -= piece.bytes.length;
    if (piece.ends) this.#ends--;
    return piece;
  }
  #babble() {
    for (let first = this.#pieces[0]; first !== void 0; first = this.#pieces[0]) if (this.#shift(first).ends) break;
    return { outcome: "babble", bytes: Buffer.alloc(0) };
  }
};

// src/device/usb/endpoint-cell.ts
var EndpointCell = class {
  laid;
  queue = new InQueue();
  #waiting = /* @__PURE__ */ new Set();
  #isHalted = false;
  constructor(laid) {
    this.laid = laid;
  }
  get isHalted() {
    return this.#isHalted;
  }
  set isHalted(isHalted) {
    this.#isHalted = isHalted;
    this.#wake();
  }
  /** False: the queue is full. @throws RangeError for more than a packet on an interrupt endpoint */
  send(bytes, ends) {
    const { name, type, packet } = this.laid;
    if (type === "interrupt" && bytes.length > packet)
      throw new RangeError(
        `endpoints.${name}.send: an interrupt transfer has at most one packet, here ${packet} bytes, found ${bytes.length}`
      );
    const isQueued = this.queue.push(bytes, ends);
    this.#wake();
    return isQueued;
  }
  /** As after power-on. */
  reset() {
    this.queue.flush();
    this.isHalted = false;
  }
  /** Resolves when it has an answer to a machine that asks for so many bytes, or when it is too late. */
  async answerable(length, cancelled) {
    while (!this.#isHalted && !this.queue.isReady(length) && !cancelled.aborted) await this.#change(cancelled);
  }
  /** Resolves when it no longer stalls. Or when it is too late. */
  async cleared(cancelled) {
    while (this.#isHalted && !cancelled.aborted) await this.#change(cancelled);
  }
  async #change(cancelled) {
    await new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        cancelled.removeEventListener("abort", wake);
        resolve();
      };
      this.#waiting.add(wake);
      cancelled.addEventListener("abort", wake);
    });
  }
  #wake() {
    for (const wake of [...this.#waiting]) wake();
  }
};

// src/device/usb/usb-state.ts
var UsbState = class {
  settings;
  /** By name, in all settings. */
  cells;
  #alternates = /* @__PURE__ */ new Map();
  #configuration = 0;
  constructor(model) {
    this.settings = layOut(model);
    this.cells = new Map(
      this.settings.flatMap(({ endpoints }) => endpoints).map((laid) => [laid.name, new EndpointCell(laid)])
    );
  }
  /** 0: none, so that only the control endpoint answers. */
  get configuration() {
    return this.#configuration;
  }
  /** The setting of each interface that is chosen now, or will be with the configuration. */
  get chosen() {
    return this.settings.filter(({ number, alternate }) => (this.#alternates.get(number) ?? 0) === alternate);
  }
  /** Undefined: there is no such interface, or no configuration. */
  alternate(face) {
    return this.#configuration === 0 ? void 0 : this.chosen.find(({ number }) => number === face)?.alternate;
  }
  /** The endpoint that answers at an address now. */
  cellAt(address) {
    if (this.#configuration === 0) return void 0;
    const laid = this.chosen.flatMap(({ endpoints }) => endpoints).find((endpoint) => endpoint.address === address);
    return laid === void 0 ? void 0 : this.cells.get(laid.name);
  }
  /** False: there is no such configuration. */
  configure(value) {
    if (value !== 0 && value !== configurationValue) return false;
    this.#configuration = value;
    this.#alternates.clear();
    for (const cell of this.cells.values()) cell.isHalted = false;
    return true;
  }
  /** False: there is no such setting, or no configuration. */
  choose(face, alternate) {
    const chosen = this.settings.find((setting) => setting.number === face && setting.alternate === alternate);
    if (chosen === void 0 || this.#configuration === 0) return false;
    this.#alternates.set(face, alternate);
    for (const { name } of chosen.endpoints) {
      const cell = this.cells.get(name);
      if (cell !== void 0) cell.isHalted = false;
    }
    return true;
  }
  /** As after a reset of the port. */
  reset() {
    this.#configuration = 0;
    this.#alternates.clear();
    for (const cell of this.cells.values()) cell.reset();
  }
};

// src/device/usb/usb-instance.ts
var UsbInstance = class {
  model;
  descriptors;
  state;
  /** What the model's handlers get. */
  device;
  #life;
  /** `onDropped`: an endpoint's queue was full. */
  constructor(model, life, onDropped) {
    this.model = model;
    this.#life = life;
    this.descriptors = describe(model);
    this.state = new UsbState(model);
    const endpoints = [...this.state.cells].map(([name, cell]) => [name, viewOf2(cell, onDropped)]);
    this.device = {
      endpoints: Object.freeze(Object.fromEntries(endpoints)),
      state: void 0,
      controls: life.controls,
      clock: life.clock
    };
    this.reset();
  }
  /** A reset of the port, and the start. */
  reset() {
    this.#life.restart();
    this.state.reset();
    this.#life.guard("state", () => {
      this.device.state = this.model.state();
    });
    this.#life.guard("reset", () => this.model.reset?.(this.device));
  }
  /** The model's own name of a request. Undefined: it does not declare it. */
  requestName(setup) {
    const way = isIn(setup) ? "in" : "out";
    return Object.entries(this.model.control).find(
      ([, request]) => request[way] !== void 0 && matches2(setup, request)
    )?.[0];
  }
  async control(setup, bytes) {
    if (this.#life.crash !== void 0) return failed("io-error");
    const isSelfPowered = this.model.usb.isSelfPowered === true;
    const { descriptors, state } = this;
    const known = answerStandard(setup, { descriptors, state, isSelfPowered });
    if (known !== void 0) return { outcome: "done", bytes: isIn(setup) ? known.subarray(0, setup.length) : bytes };
    const name = this.requestName(setup);
    if (name === void 0) return failed("stall");
    return isIn(setup) ? await this.#tell(name, setup) : await this.#be(name, setup, bytes);
  }
  /** The machine has sent this to an endpoint. */
  async receive({ laid: { name } }, bytes) {
    const handler = this.model.received[name];
    const answer = await this.#ask(`received.${name}`, () => handler?.(this.device, bytes));
    return isOutcome(answer) ? failed(answer) : { outcome: "done", bytes };
  }
  async #tell(name, { value, index, length }) {
    const handler = this.model.control[name]?.in;
    const answer = await this.#ask(`control.${name}`, async () => {
      const bytes = await handler?.(this.device, { value, index, length });
      return bytes === "stall" ? bytes : Buffer.from(checkBytes2(bytes)).subarray(0, length);
    });
    return isOutcome(answer) ? failed(answer) : { outcome: "done", bytes: answer };
  }
  async #be(name, { value, index }, bytes) {
    const handler = this.model.control[name]?.out;
    const answer = await this.#ask(`control.${name}`, () => handler?.(this.device, { value, index, bytes }));
    return isOutcome(answer) ? failed(answer) : { outcome: "done", bytes };
  }
  /** The result of a handler, or how the transfer ends without one: the model has crashed, or was reset meanwhile. */
  async #ask(during, call) {
    const answer = await this.#life.ask(during, async () => ({ given: await call() }));
    if (answer !== void 0) return answer.given;
    return this.#life.crash === void 0 ? "cancelled" : "io-error";
  }
};
function isOutcome(answer) {
  return answer === "stall" || answer === "cancelled" || answer === "io-error";
}
function failed(outcome) {
  return { outcome, bytes: Buffer.alloc(0) };
}
function checkBytes2(given2) {
  if (given2 instanceof Uint8Array || Array.isArray(given2)) return given2;
  throw new TypeError(`expected bytes or 'stall' as the answer to a request, found ${typeof given2}`);
}
function viewOf2(cell, onDropped) {
  const halt = () => {
    cell.isHalted = true;
  };
  if (cell.laid.direction === "out") return Object.freeze({ halt });
  return Object.freeze({
    halt,
    send: (bytes, { more = false } = {}) => {
      const isQueued = cell.send(bytes, !more);
      if (!isQueued) onDropped(cell, Buffer.from(bytes));
      return isQueued;
    },
    get queued() {
      return cell.queue.transfers;
    },
    flush: () => cell.queue.flush()
  });
}

// src/device/unit/usb-unit.ts
var nothing5 = Buffer.alloc(0);
var UsbUnit = class extends DeviceUnit {
  #instance;
  #turns = new Turns();
  constructor(model, options) {
    const endpoints = [...layOut(model).flatMap((setting) => setting.endpoints.map(({ name }) => name)), controlName];
    const requests2 = Object.keys(model.control);
    super(
      model,
      {
        bus: "usb",
        accesses: ["transfer"],
        names: { endpoint: endpoints, ...requests2.length === 0 ? {} : { request: requests2 } },
        places: [],
        vectors: [],
        exchanges: [...endpoints, ...requests2]
      },
      options
    );
    this.#instance = new UsbInstance(model, this.life, (cell, bytes) => this.#noteDropped(cell, bytes));
  }
  get descriptors() {
    return this.#instance.descriptors;
  }
  /** What the driver has chosen. */
  get state() {
    return this.#instance.state;
  }
  get device() {
    return this.#instance.device;
  }
  /** A reset of the port. What the machine waits for is not answered any more. */
  reset() {
    this.log.record({ kind: "reset" });
    this.#turns.forget();
    this.#instance.reset();
  }
  /** A control transfer. `bytes`: what the machine sends; empty for `in`. */
  async carryControl(setup, bytes, cancelled) {
    const direction = isIn(setup) ? "in" : "out";
    const passing3 = {
      kind: "transfer",
      name: this.#instance.requestName(setup) ?? controlName,
      direction,
      length: direction === "in" ? setup.length : bytes.length
    };
    return await this.#turns.take(0, cancelled, async (turn) => {
      const seen = await this.path.carry(
        passing3,
        bytes,
        (sent) => turn.withModel(() => this.#instance.control(setup, sent))
      );
      return await this.#ending(seen.outcome, seen, cancelled);
    });
  }
  /** A transfer to an endpoint. */
  async carryOut(address, bytes, cancelled) {
    return await this.#turns.take(address, cancelled, async (turn) => {
      const cell = this.state.cellAt(address);
      if (cell === void 0 || cell.isHalted) return { outcome: "stall", bytes: nothing5 };
      const seen = await this.path.carry(
        passingOf(cell, bytes.length),
        bytes,
        (sent) => turn.withModel(() => this.#instance.receive(cell, sent))
      );
      if (seen.outcome === "stall") cell.isHalted = true;
      return await this.#ending(seen.outcome, seen, cancelled);
    });
  }
  /**
   * A transfer from an endpoint, up to a number of bytes. A fault hits it when the endpoint has its data, so that the
   * faults count answers, and not how often a driver asks.
   */
  async carryIn(address, length, cancelled) {
    return await this.#turns.take(address, cancelled, async (turn) => {
      const cell = this.state.cellAt(address);
      if (cell === void 0) return { outcome: "stall", bytes: nothing5 };
      await cell.answerable(length, cancelled);
      if (cancelled.aborted) return { outcome: "cancelled", bytes: nothing5 };
      if (cell.isHalted) return { outcome: "stall", bytes: nothing5 };
      const take = () => cell.queue.take(length, cell.laid.packet);
      const seen = await this.path.carry(passingOf(cell, length), nothing5, () => turn.withModel(take));
      if (seen.outcome === "stall") cell.isHalted = true;
      const isLost = cell.laid.type === "interrupt" && !turn.wasWithModel && !cancelled.aborted;
      if (isLost) take();
      if (isLost && seen.outcome === "nak") return seen;
      return await this.#ending(seen.outcome, seen, cancelled);
    });
  }
  /** Brings what an interrupt endpoint has, for as long as the machine polls it. */
  async stream(address, cancelled, bring) {
    const cell = this.state.cellAt(address);
    while (cell !== void 0 && !isOver(cancelled)) {
      const seen = await this.carryIn(address, cell.laid.packet, cancelled);
      if (isOver(cancelled)) return;
      if (seen.outcome !== "nak") bring(seen);
      await cell.cleared(cancelled);
    }
  }
  async #ending(outcome, seen, cancelled) {
    if (outcome === "gone" && !this.gate.isRemoved) return { outcome: "io-error", bytes: nothing5 };
    if (outcome !== "gone" && outcome !== "nak") return seen;
    await aborted(cancelled);
    return { outcome: outcome === "nak" ? "cancelled" : outcome, bytes: nothing5 };
  }
  #noteDropped(cell, bytes) {
    const what = `transfer ${cell.laid.name} (in, ${bytes.length} bytes)`;
    this.log.recordExchange({ what, outcome: "dropped", bytes, tookUs: 0 });
  }
};
function passingOf({ laid: { name, direction } }, length) {
  return { kind: "transfer", name, direction, length };
}
function isOver(signal) {
  return signal.aborted;
}
async function aborted(signal) {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

export {
  bytesOf,
  valueOf,
  outward,
  inward,
  hex,
  ControlError,
  registerBlock,
  blockHandlers,
  msixLayout,
  DefinitionError,
  refuseProblems,
  checkName,
  checkNumber,
  checkBars,
  checkBits,
  checkNames,
  checkControls,
  isModel,
  markModel,
  defineDevice,
  hidDescriptorAt,
  hostTime,
  BarMap,
  wireOf,
  usualAddressing,
  addressBytesOf,
  headerOf,
  checkAddressing,
  bounds,
  cutText,
  FaultSyntaxError,
  errorFrame,
  FaultError,
  ModelLife,
  GpioUnit,
  noLine,
  lineVectorName,
  DmaError,
  PciInstance,
  PlatformUnit,
  SpiUnit,
  parseFault,
  CanBus,
  CanUnit,
  firmwareOf,
  maxNameBytes,
  checkFirmware,
  checkProperties,
  checkFirmwareName,
  byCompatible,
  checkFinding,
  checkAcpi,
  checkNumbers,
  pointedOf,
  hasPlaces,
  defaultSpeed,
  isIn,
  requestTypeOf,
  defineUsbDevice,
  KiB,
  MiB,
  us,
  ms,
  seconds,
  configBytes,
  PciFunction,
  PciUnit,
  I2cBus,
  I2cUnit,
  LinkUnit,
  SerialUnit,
  configurationValue,
  controlPacket,
  UsbUnit
};
