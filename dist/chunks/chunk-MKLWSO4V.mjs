import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

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

// src/device/log/coverage.ts
var CoverageCounter = class {
  #registers;
  #interrupts;
  #dma = { reads: 0, writes: 0, bytes: 0 };
  #vectorNames;
  #unmapped = 0;
  constructor({ bars, interrupts: { msi = 0, msix, intx, names = [] } }) {
    this.#registers = new Map(placesOf(bars));
    const vectors = Math.max(msi, msix?.vectors ?? 0, intx === true ? 1 : 0);
    this.#vectorNames = Array.from({ length: vectors }, (_, vector) => names[vector] ?? String(vector));
    this.#interrupts = new Map(this.#vectorNames.map((name) => [name, 0]));
  }
  access(kind, spans, bytes) {
    if (spans.length === 0) this.#unmapped++;
    for (const { name, start, skip, length } of spans) {
      const count = this.#registers.get(name);
      if (count === void 0) continue;
      count[kind === "read" ? "reads" : "writes"]++;
      if (count.counts.length === 0) continue;
      const touched = (1n << BigInt(8 * length)) - 1n << BigInt(8 * start);
      const value = valueOf(bytes.subarray(skip, skip + Math.min(length, 8))) << BigInt(8 * start);
      for (const field of count.counts) if ((field.mask & touched) !== 0n) countField(field, kind, value);
    }
  }
  dma(direction, length) {
    this.#dma[direction === "read" ? "reads" : "writes"]++;
    this.#dma.bytes += length;
  }
  interrupt(vector) {
    const name = this.#vectorNames[vector] ?? String(vector);
    this.#interrupts.set(name, (this.#interrupts.get(name) ?? 0) + 1);
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
      dma: { ...this.#dma },
      unmapped: this.#unmapped
    };
  }
};
function countField(field, kind, value) {
  if (kind === "read") field.reads++;
  else if ((value & field.mask) === 0n) field.writtenZero++;
  else field.writtenNonZero++;
}
function* placesOf(bars) {
  for (const bar of Object.values(bars)) {
    for (const [name, register] of Object.entries(bar.registers ?? {})) yield [name, uncounted(fieldsOf(register))];
    for (const name of Object.keys(bar.memory ?? {})) yield [name, uncounted({})];
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
function addCoverage(a, b) {
  return {
    registers: addEach(a.registers, b.registers, addRegisters),
    interrupts: addEach(a.interrupts, b.interrupts, (one, other) => one + other),
    dma: { reads: a.dma.reads + b.dma.reads, writes: a.dma.writes + b.dma.writes, bytes: a.dma.bytes + b.dma.bytes },
    unmapped: a.unmapped + b.unmapped
  };
}
function addRegisters(a, b) {
  return { reads: a.reads + b.reads, writes: a.writes + b.writes, fields: addEach(a.fields, b.fields, addFields) };
}
function addFields(a, b) {
  return {
    reads: a.reads + b.reads,
    writtenZero: a.writtenZero + b.writtenZero,
    writtenNonZero: a.writtenNonZero + b.writtenNonZero
  };
}
function addEach(a, b, add) {
  const sums = new Map(Object.entries(a));
  for (const [name, value] of Object.entries(b)) {
    const sum = sums.get(name);
    sums.set(name, sum === void 0 ? value : add(sum, value));
  }
  return Object.fromEntries(sums);
}

export {
  widthMask,
  bitsOf,
  fieldMask,
  bytesOf,
  valueOf,
  outward,
  inward,
  CoverageCounter,
  addCoverage
};
