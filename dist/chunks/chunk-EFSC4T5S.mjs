import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  bounds
} from "./chunk-PC3WFA6B.mjs";

// src/diagnose/stack/demangle.ts
function demangle(name2) {
  if (name2.length > bounds.symbols.nameChars) return name2;
  const plain2 = name2.startsWith("_R") ? demangleRust(name2) : name2.startsWith("_Z") ? demangleCpp(name2) : void 0;
  return plain2 === void 0 || plain2.length > bounds.symbols.nameChars ? name2 : plain2;
}
function demangleCpp(name2) {
  const nested = name2.startsWith("_ZN");
  const parts = [];
  let rest = name2.slice(nested ? 3 : 2);
  for (let match = /^(\d+)/.exec(rest); match !== null; match = /^(\d+)/.exec(rest)) {
    const length = Number(match[1]);
    parts.push(rest.slice(match[0].length, match[0].length + length));
    rest = rest.slice(match[0].length + length);
    if (!nested) break;
  }
  return parts.length === 0 ? name2 : parts.join("::");
}
function demangleRust(name2) {
  try {
    return new RustName(name2).path();
  } catch (error) {
    if (error instanceof NotRust) return void 0;
    throw error;
  }
}
var NotRust = class extends Error {
};
var basicTypes = {
  a: "i8",
  b: "bool",
  c: "char",
  d: "f64",
  e: "str",
  f: "f32",
  h: "u8",
  i: "isize",
  j: "usize",
  l: "i32",
  m: "u32",
  n: "i128",
  o: "u128",
  s: "i16",
  t: "u16",
  u: "()",
  v: "...",
  x: "i64",
  y: "u64",
  z: "!",
  p: "_"
};
var RustName = class {
  #text;
  #at = 2;
  #depth = 0;
  #parts = 0;
  constructor(text) {
    this.#text = text;
  }
  path() {
    return this.#part(() => this.#pathOf(this.#next()));
  }
  #part(read) {
    this.#depth += 1;
    this.#parts += 1;
    if (this.#depth > bounds.symbols.depth || this.#parts > bounds.symbols.parts) throw new NotRust();
    const part = read();
    this.#depth -= 1;
    return part;
  }
  #pathOf(tag) {
    switch (tag) {
      case "C":
        return this.#identifier();
      case "M":
        return this.#inherent();
      case "X":
        this.#implementation();
        return this.#asTrait();
      case "Y":
        return this.#asTrait();
      case "N":
        return this.#nested();
      case "I":
        return this.#generic();
      case "B":
        return this.#back(() => this.path());
      default:
        throw new NotRust();
    }
  }
  #inherent() {
    this.#implementation();
    return `<${this.#type()}>`;
  }
  #implementation() {
    this.#disambiguator();
    this.path();
  }
  #asTrait() {
    const type = this.#type();
    return `<${type} as ${this.path()}>`;
  }
  #nested() {
    const namespace = this.#next();
    const path = this.path();
    const name2 = this.#identifier();
    if (namespace === "C") return `${path}::{closure${name2 === "" ? "" : `:${name2}`}}`;
    return name2 === "" ? path : `${path}::${name2}`;
  }
  #generic() {
    const path = this.path();
    const types = [];
    while (!this.#accept("E")) {
      if (this.#accept("L")) this.#base62();
      else types.push(this.#type());
    }
    return `${path}::<${types.join(", ")}>`;
  }
  #type() {
    return this.#part(() => this.#typeOf(this.#next()));
  }
  #typeOf(tag) {
    const basic = basicTypes[tag];
    if (basic !== void 0) return basic;
    switch (tag) {
      case "S":
        return `[${this.#type()}]`;
      case "R":
      case "Q": {
        if (this.#accept("L")) this.#base62();
        return `&${tag === "Q" ? "mut " : ""}${this.#type()}`;
      }
      case "P":
        return `*const ${this.#type()}`;
      case "O":
        return `*mut ${this.#type()}`;
      case "T": {
        const types = [];
        while (!this.#accept("E")) types.push(this.#type());
        return `(${types.join(", ")})`;
      }
      case "B":
        return this.#back(() => this.#type());
      default:
        return this.#pathOf(tag);
    }
  }
  /** Repeats an earlier part of the name. */
  #back(read) {
    const here = this.#at - 1;
    const target = this.#base62() + 2;
    if (target >= here) throw new NotRust();
    const at = this.#at;
    this.#at = target;
    const result = read();
    this.#at = at;
    return result;
  }
  #identifier() {
    this.#disambiguator();
    this.#accept("u");
    const digits = /^\d{1,5}/.exec(this.#text.slice(this.#at, this.#at + 5))?.[0];
    if (digits === void 0) throw new NotRust();
    this.#at += digits.length;
    this.#accept("_");
    const start = this.#at;
    this.#at += Number(digits);
    if (this.#at > this.#text.length) throw new NotRust();
    return this.#text.slice(start, this.#at);
  }
  #disambiguator() {
    if (this.#accept("s")) this.#base62();
  }
  #base62() {
    if (this.#accept("_")) return 0;
    let value = 0;
    for (let digit = this.#next(); digit !== "_"; digit = this.#next()) {
      const place2 = base62Digits.indexOf(digit);
      if (place2 < 0) throw new NotRust();
      value = value * 62 + place2;
    }
    return value + 1;
  }
  #accept(tag) {
    if (this.#text[this.#at] !== tag) return false;
    this.#at += 1;
    return true;
  }
  #next() {
    const tag = this.#text[this.#at];
    if (tag === void 0) throw new NotRust();
    this.#at += 1;
    return tag;
  }
};
var base62Digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

// src/diagnose/stack/stack-frame.ts
var name = String.raw`([A-Za-z_$][\w.$]*)`;
var place = String.raw`\+(0x[\da-f]+)\/0x[\da-f]+`;
var moduleName = String.raw`(?: \[([\w-]+)(?: [\da-f]+)?\])?`;
var address = String.raw`(?:\(?\[<?(?:0x)?[\da-f]{4,}>?\]\)? *){0,2}`;
var plain = new RegExp(String.raw`^\s*${address}(\? )?(?:\d+:)?${name}${place}${moduleName}(?: \(unreliable\))?`);
var from = new RegExp(
  String.raw`^\s*(?:\[<[\da-f]+>\] )?\(?([A-Za-z_$][\w.$]*)(?:\+0x[\da-f]+\/0x[\da-f]+)?(?: \[([\w-]+)\])?\)? from ` + String.raw`(?:\[<[\da-f]+>\] )?\(?${name}${place}${moduleName}\)?`
);
var padding = /^__(?:pfx|cfi)_/;
var inlined = /^\s+([A-Za-z_][\w.$]*) [\w./+-]+\.[chSrs]{1,2}:\d+ \[inline\]/;
function parseFrames(text) {
  const atPlain = text.includes("+0x") && !text.includes(" from ") ? plain.exec(text) : null;
  if (atPlain !== null) {
    const [, question, func2 = "", offset, module] = atPlain;
    return [
      {
        name: baseName(func2),
        offset,
        module,
        reliable: question === void 0 && !text.includes("(unreliable)") && !padding.test(func2)
      }
    ];
  }
  const atFrom = text.includes(" from ") ? from.exec(text) : null;
  if (atFrom !== null) {
    const [, callee = "", calleeModule, caller = "", offset, module] = atFrom;
    return [
      { name: baseName(callee), offset: void 0, module: calleeModule, reliable: true },
      { name: baseName(caller), offset, module, reliable: true }
    ];
  }
  const atInlined = text.endsWith("[inline]") ? inlined.exec(text) : null;
  return atInlined === null ? [] : [{ name: baseName(atInlined[1] ?? ""), offset: void 0, module: void 0, reliable: true }];
}
var suffix = /\.(?:isra|part|constprop|cold|llvm|lto_priv|clone|rust)(?=\.|$)[\w.]*|\.\d+$/;
function baseName(func2) {
  const known = func2.slice(0, bounds.symbols.nameChars);
  const end = known.search(suffix);
  return demangle(end > 0 ? known.slice(0, end) : known);
}

// src/diagnose/stack/report-stack.ts
var func = String.raw`(?:\[?<?[\da-fx]+>?\]? +){0,2}([A-Za-z_$][\w.$]*)(?:\+(0x[\da-f]+)\/0x[\da-f]+)(?: ` + String.raw`\[([\w-]+)(?:[^\w\]-][^\]]*)?\])?`;
var pointers = [
  // x86: `RIP: 0010:func+0x1/0x2`, `RIP: 0010:[<address>] [<address>] func+…`, `IP: func+…`, `EIP: func+…`, `EIP is at
  // func+…`
  new RegExp(String.raw`^(?:R|E)?IP(?::| is at) (?:[\da-f]{4}:)? *${func}`),
  // arm64 and arm: `pc : func+…`, `PC is at func+…`
  new RegExp(String.raw`^(?:pc : |PC is at )${func}`),
  // riscv, mips: `epc : func+…`
  new RegExp(String.raw`^epc *: *${func}`),
  // powerpc: `NIP [address] func+…`; s390: `Krnl PSW : … (func+…)`; loongarch: `ERA: address func+…`
  new RegExp(String.raw`^NIP:? ${func}`),
  new RegExp(
    String.raw`^Krnl PSW : [\da-f]+ [\da-f]+ \((?:\[<[\da-f]+>\] ` + String.raw`)?([A-Za-z_$][\w.$]*)\+(0x[\da-f]+)\/0x[\da-f]+(?: \[([\w-]+)\])?\)`
  ),
  new RegExp(String.raw`^ *ERA: ${func}`),
  // sparc: `TPC: <func+0x1/0x2>`; m68k: `PC: [<address>] func+…`; parisc: `IAOQ[0]: func+…`
  new RegExp(String.raw`^(?:TPC: <|PC: |IAOQ\[0\]: )${func}`)
];
var nowhere = new RegExp(
  String.raw`^(?:(?:R|E)?IP:? (?:[\da-f]{4}:)? *(?:\[< *)?(?:0x[\da-f]+|\(null\)|[\da-f]{8,})|` + String.raw`e?pc : (?:0x|\[)|PC is at (?:0x|\(null\)|\s))`
);
var link = new RegExp(String.raw`^(?:lr : |LR is at |ra *: *)${func}`);
var user = /^(?:RIP: (?:0033|0023|e033|e02b):|EIP: 0073:)/;
var inlined2 = /^(?:R|E)?IP: (?:[\da-f]{4}:)?([A-Za-z_][\w.$]*) [\w./-]+:\d+ \[inline\]/;
function parseInstructionPointer(text) {
  const trimmed = text.trimStart();
  if (!mentionsPointer(trimmed)) return void 0;
  if (user.test(trimmed)) return { kind: "user" };
  for (const pattern of [...pointers, inlined2]) {
    const match = pattern.exec(trimmed);
    if (match !== null) {
      const [, name2 = "", offset, module] = match;
      return { kind: "kernel", frame: { name: baseName(name2), offset, module, reliable: true } };
    }
  }
  return nowhere.test(trimmed) ? { kind: "nowhere" } : void 0;
}
function mentionsPointer(text) {
  return /^(?:[RE]?IP|pc :|PC is|PC: |epc|NIP|Krnl PSW|ERA:|TPC: |IAOQ)/.test(text);
}
function parseLink(text) {
  const [, name2, offset, module] = link.exec(text.trimStart()) ?? [];
  return name2 === void 0 ? void 0 : { name: baseName(name2), offset, module, reliable: true };
}
var ownTrace = new RegExp(
  String.raw`^\s*(?:<\w+>\s*)?(?:Call [Tt]race|Backtrace|stack backtrace|` + String.raw`backtrace(?: \(crc [\da-f]+\))?):|^(?=.*:$)(?:Out-of-bounds|Use-after-free|` + String.raw`Corrupted memory|Invalid) .*?0x[\da-f]`
);
var otherTrace = new RegExp(
  [
    String.raw`(?:\S+\s+)?(?:[Aa]llocated by|[Ff]reed by) task|(?:Allocated|Freed):|INFO: (?:Allocated|` + "Freed)|page last (?:allocated|free)|page_owner",
    String.raw`Uninit was|Local variable|Memory state|Last (?:potentially related|stream)|Second to last`,
    String.raw`the existing dependency|-> #\d|\{[\w -]+\} state was registered|the (?:first|second|` + "shortest)|to a (?:HARD|SOFT|RECLAIM)",
    String.raw`(?:\.\.\. )?which became|but this new|other info|Preemption disabled at|Registered|` + "last (?:unloaded|function)"
  ].map((headings) => String.raw`^\s*(?:${headings})`).join("|")
);
function traceHeading(text) {
  if (ownTrace.test(text)) return "own";
  return otherTrace.test(text) ? "other" : void 0;
}
var provoked = /^_*should_fail/;
function isProvoked(names) {
  return names.slice(0, 6).some((name2) => provoked.test(name2));
}
function readStack(lines) {
  const traces = [
    { kind: "own", heading: "", frames: [] }
  ];
  let pointer;
  let isLost = false;
  let callerPending = false;
  for (const text of lines) {
    const kind = traceHeading(text);
    if (kind !== void 0) traces.push({ kind, heading: text, frames: [] });
    const trace = traces.at(-1);
    const at = parseInstructionPointer(text);
    isLost ||= at?.kind === "nowhere";
    const known = at?.kind === "kernel" ? at.frame : isLost && pointer === void 0 ? parseLink(text) : void 0;
    if (known !== void 0) {
      pointer ??= known;
      trace?.frames.push({ ...known, pointer: true });
    } else if (at === void 0 && text.includes("+0x") || text.endsWith("[inline]")) {
      const frames = parseFrames(text.replace(ownTrace, "").replace(/^\s*<\/?[A-Z#]+>\s+/, " ")).filter(isNotOurs);
      if (frames.length === 2 && callerPending) trace?.frames.pop();
      callerPending = frames.length === 2;
      for (const frame of frames) trace?.frames.push({ ...frame, pointer: false });
    }
  }
  return {
    pointer,
    traces: withoutStrayFrames(
      traces.filter(({ frames }) => frames.length > 0 && !isProvoked(frames.map(({ name: name2 }) => name2)))
    )
  };
}
function isNotOurs({ module }) {
  return module !== "qdt_ledger";
}
function withoutStrayFrames(traces) {
  if (!traces.some(({ kind, heading }) => kind === "own" && heading !== "")) return traces;
  return traces.map(
    (trace) => trace.heading === "" ? { ...trace, frames: trace.frames.filter(({ pointer }) => pointer) } : trace
  );
}

export {
  parseFrames,
  baseName,
  parseInstructionPointer,
  traceHeading,
  isProvoked,
  readStack
};
