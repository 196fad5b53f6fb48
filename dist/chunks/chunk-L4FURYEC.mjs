import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/device/fault/fault-spec.ts
var FaultSyntaxError = class extends Error {
  name = "FaultSyntaxError";
};
function readSettings(kind, words, known) {
  const settings = /* @__PURE__ */ new Map();
  for (const word of words) {
    const [, key, value] = /^([a-z]+)=(.*)$/s.exec(word) ?? [];
    if (key === void 0 || value === void 0) throw new FaultSyntaxError(`expected key=value, found "${word}"`);
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
    throw wrong(key, 'letters, digits, ".", "_" and "-"', name);
  return name;
}
var units = { us: 1, ms: 1e3, s: 1e6 };
function readNumber(settings, key, { min, max = Number.MAX_SAFE_INTEGER, absent }) {
  const expected = `a whole number from ${min}${max === Number.MAX_SAFE_INTEGER ? "" : ` to ${max}`}`;
  const text = settings.get(key) ?? given(key, absent?.toString(), expected);
  const value = /^(\d+|0x[0-9a-f]+)$/i.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max)) throw wrong(key, expected, text);
  return value;
}
function readMask(settings, key, absent) {
  const expected = "a number such as 0x10";
  const text = settings.get(key) ?? given(key, absent?.toString(), expected);
  if (!/^(\d{1,20}|0x[0-9a-f]{1,16})$/i.test(text)) throw wrong(key, expected, text);
  return BigInt(text);
}
function readDuration(settings, key, absentUs, maxUs = 36e8) {
  const expected = `a time such as 100us, 5ms or 1s, up to ${maxUs / 1e6}s`;
  const text = settings.get(key) ?? given(key, absentUs === void 0 ? void 0 : `${absentUs}us`, expected);
  const [, amount = "", unit = ""] = /^(\d+(?:\.\d+)?)(us|ms|s)$/.exec(text) ?? [];
  const valueUs = Number(amount) * (units[unit] ?? NaN);
  if (amount === "" || !(valueUs <= maxUs)) throw wrong(key, expected, text);
  return valueUs;
}
function readProbability(text) {
  const value = /^(\d+(\.\d+)?|\.\d+)$/.test(text) ? Number(text) : NaN;
  if (!(value > 0 && value <= 1)) throw wrong("probability", "a number above 0 and up to 1", text);
  return value;
}
function wrong(key, expected, found) {
  return new FaultSyntaxError(`${key}: expected ${expected}, found "${found}"`);
}
function given(key, absent, expected) {
  if (absent === void 0) throw new FaultSyntaxError(`${key} is missing: expected ${expected}`);
  return absent;
}

// src/device/fault/trigger.ts
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
  hits(describe) {
    if (!this.#decide(++this.#counted)) return false;
    const last = describe();
    this.#fired++;
    this.#hits = { first: this.#hits.first ?? last, last };
    return true;
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
  "irq-drop": {
    target: "interrupt",
    about: "the interrupt never comes",
    settings: [],
    effect: () => ({ kind: "irq-drop" })
  },
  "irq-delay": {
    target: "interrupt",
    about: "the interrupt comes later, by=5ms",
    settings: ["by"],
    effect: (s) => ({ kind: "irq-delay", byUs: readDuration(s, "by") })
  },
  "irq-duplicate": {
    target: "interrupt",
    about: "the interrupt comes again at once, times=1",
    settings: ["times"],
    effect: (s) => ({ kind: "irq-duplicate", times: readNumber(s, "times", { min: 1, max: 1e3, absent: 1 }) })
  },
  "irq-storm": {
    target: "interrupt",
    about: "the interrupt comes again and again, times=1000 apart=100us",
    settings: ["times", "apart"],
    effect: (s) => ({
      kind: "irq-storm",
      times: readNumber(s, "times", { min: 1, max: 1e6, absent: 1e3 }),
      everyUs: readDuration(s, "apart", 100)
    })
  },
  "dma-fail": {
    target: "dma",
    about: "the transfer ends with an error",
    settings: [],
    effect: () => ({ kind: "dma-fail" })
  },
  "dma-hang": { target: "dma", about: "the transfer never ends", settings: [], effect: () => ({ kind: "dma-hang" }) },
  "dma-truncate": {
    target: "dma",
    about: "only the first bytes arrive, bytes=0",
    settings: ["bytes"],
    effect: (s) => ({ kind: "dma-truncate", toBytes: readNumber(s, "bytes", { min: 0, absent: 0 }) })
  },
  "dma-corrupt": {
    target: "dma",
    about: "one byte arrives changed, byte=0 mask=0xff",
    settings: ["byte", "mask"],
    effect: (s) => ({
      kind: "dma-corrupt",
      byte: readNumber(s, "byte", { min: 0, absent: 0 }),
      mask: readNumber(s, "mask", { min: 1, max: 255, absent: 255 })
    })
  },
  "dma-misdirect": {
    target: "dma",
    about: "the transfer goes to another address, by=0x1000",
    settings: ["by"],
    effect: (s) => ({ kind: "dma-misdirect", by: readMask(s, "by", 0x1000n) })
  },
  "read-ones": {
    target: "read",
    about: "the register reads all ones, as if nothing were there",
    settings: [],
    effect: () => ({ kind: "read-ones" })
  },
  "read-stuck": {
    target: "read",
    about: "some bits always read the same, bits=0x1 at=0|1",
    settings: ["bits", "at"],
    effect: (s) => ({
      kind: "read-stuck",
      bits: readMask(s, "bits"),
      at: readNumber(s, "at", { min: 0, max: 1 }) === 0 ? 0 : 1
    })
  },
  "read-late": {
    target: "read",
    about: "the answer takes its time, and the machine waits, by=5ms",
    settings: ["by"],
    effect: (s) => ({ kind: "read-late", byUs: readDuration(s, "by", void 0, maxLateUs) })
  },
  "write-ignore": {
    target: "write",
    about: "the write has no effect",
    settings: [],
    effect: () => ({ kind: "write-ignore" })
  },
  "device-remove": {
    target: "any",
    about: "the device is pulled out, for good",
    settings: [],
    effect: () => ({ kind: "device-remove" })
  },
  "link-down": {
    target: "any",
    about: "nothing passes between device and machine until the fault is cleared",
    settings: [],
    effect: () => ({ kind: "link-down" })
  }
};
var maxLateUs = 3e7;
var commonSettings = ["id", "device", ...triggerSettings];
var filterSettings = {
  interrupt: ["vector"],
  dma: ["direction"],
  read: ["register", "bar", "range"],
  write: ["register", "bar", "range"],
  any: ["register", "bar", "range"]
};

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
    ...filterSettings[description.target],
    ...commonSettings
  ]);
  return {
    id: readName(settings, "id") ?? kind,
    ...optional("device", readName(settings, "device")),
    effect: description.effect(settings),
    filter: readFilter(settings),
    trigger: readTrigger(settings),
    text: line
  };
}
function isFaultKind(text) {
  return Object.hasOwn(faultCatalogue, text);
}
function readFilter(settings) {
  return {
    ...optional("register", readName(settings, "register")),
    ...optional("bar", settings.has("bar") ? readNumber(settings, "bar", { min: 0, max: 5 }) : void 0),
    ...optional("range", readRange(settings)),
    ...optional("vector", settings.has("vector") ? readNumber(settings, "vector", { min: 0, max: 2047 }) : void 0),
    ...optional("direction", readDirection(settings))
  };
}
function readRange(settings) {
  const text = settings.get("range");
  if (text === void 0) return void 0;
  const [, first = "", last = first] = /^(0x[0-9a-f]{1,8}|\d{1,10})(?:-(0x[0-9a-f]{1,8}|\d{1,10}))?$/i.exec(text) ?? [];
  if (first === "" || Number(last) < Number(first))
    throw wrong("range", "offsets such as 0x10-0x1f (the lower one first)", text);
  return { from: Number(first), to: Number(last) };
}
function readDirection(settings) {
  const direction = settings.get("direction");
  if (direction === void 0 || direction === "read" || direction === "write") return direction;
  throw wrong("direction", "read or write", direction);
}
function optional(key, value) {
  return value === void 0 ? {} : { [key]: value };
}

export {
  FaultSyntaxError,
  readSettings,
  readName,
  readNumber,
  readDuration,
  wrong,
  FaultCounter,
  triggerSettings,
  readTrigger,
  faultCatalogue,
  parseFault
};
