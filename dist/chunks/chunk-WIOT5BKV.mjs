import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  bytesOf,
  valueOf
} from "./chunk-MKLWSO4V.mjs";
import {
  cutText
} from "./chunk-HLYA65ZP.mjs";
import {
  FaultCounter,
  faultCatalogue
} from "./chunk-L4FURYEC.mjs";
import {
  bounds
} from "./chunk-Z52LW6BK.mjs";

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
  const stuck = effect.bits >> BigInt(8 * start);
  const value = valueOf(bytes);
  bytesOf(effect.at === 1 ? value | stuck : value & ~stuck, bytes.length).copy(bytes);
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
  #target;
  #counter;
  constructor(spec) {
    this.spec = spec;
    this.#target = faultCatalogue[spec.effect.kind].target;
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
  hits(passing, atUs) {
    if (this.isCleared || !this.#counts(passing)) return false;
    return this.#counter.hits(() => ({ atUs, access: describePassing(passing) }));
  }
  /** Ends the fault's effect; its report remains. */
  clear() {
    this.#counter.clear();
  }
  #counts(passing) {
    if (this.#target !== "any" && this.#target !== passing.kind) return false;
    const { register, bar, range, vector, direction } = this.spec.filter;
    switch (passing.kind) {
      case "interrupt":
        return (vector === void 0 || vector === passing.vector) && register === void 0 && bar === void 0 && range === void 0;
      case "dma":
        return (direction === void 0 || direction === passing.direction) && register === void 0 && bar === void 0 && range === void 0;
      case "read":
      case "write":
        return (register === void 0 || passing.registers.some(({ name }) => name === register)) && (bar === void 0 || bar === passing.bar) && (range === void 0 || passing.offset <= range.to && passing.offset + passing.length > range.from);
    }
  }
};
function describePassing(passing) {
  switch (passing.kind) {
    case "interrupt":
      return `interrupt ${passing.vector}`;
    case "dma":
      return `DMA ${passing.direction} of ${passing.length} bytes ${passing.direction === "read" ? "from" : "to"} 0x${passing.address.toString(16)}`;
    case "read":
    case "write":
      const names = cutText(passing.registers.map(({ name }) => name).join(", "), bounds.deviceLog.textChars);
      const place = `bar${passing.bar}+0x${passing.offset.toString(16)}`;
      return `${passing.kind} of ${names === "" ? place : `${names} (${place})`}`;
  }
}

// src/device/fault/fault-set.ts
var FaultError = class extends Error {
  name = "FaultError";
};
var maxFaults = 100;
var FaultSet = class {
  #names;
  #faults = [];
  constructor(names) {
    this.#names = names;
  }
  get all() {
    return this.#faults;
  }
  get reports() {
    return this.#faults.map(({ report }) => report);
  }
  /** @throws FaultError when an active fault has this id, or the device has no such register */
  add(spec) {
    const { register } = spec.filter;
    if (register !== void 0 && !this.#names.has(register))
      throw new FaultError(
        `fault "${spec.text}": no register ${register}; the registers are ${this.#names.all.join(", ")}`
      );
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

export {
  distortRead,
  distortDma,
  describePassing,
  FaultError,
  FaultSet
};
