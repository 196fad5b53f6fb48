import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cutText
} from "./chunk-HLYA65ZP.mjs";
import {
  decider,
  faultCatalogue
} from "./chunk-SXD6GIPV.mjs";
import {
  bounds
} from "./chunk-4PORZPZM.mjs";

// src/device/fault/fault-counter.ts
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
  /** Counts an access that the fault is for, and says whether this one is hit. */
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

// src/device/fault/active-fault.ts
var ActiveFault = class {
  spec;
  #target;
  #counter;
  constructor(spec) {
    this.spec = spec;
    this.#target = faultCatalogue[spec.effect.kind].target;
    this.#counter = new FaultCounter(spec);
  }
  /** It has hit once; what lasts until it is cleared (a link that is down) begins with that. */
  get hasFired() {
    return this.#counter.hasFired;
  }
  get report() {
    return this.#counter.report;
  }
  get isCleared() {
    return this.#counter.isCleared;
  }
  /** Counts an access that is for it, and says whether this one is hit. */
  hits(passing, atUs) {
    if (this.isCleared || !this.#counts(passing)) return false;
    return this.#counter.hits(() => ({ atUs, access: describePassing(passing) }));
  }
  /** What it broke works again; what it did stays known. */
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
      return `${passing.kind} of ${cutText(passing.registers.map(({ name }) => name).join(", "), bounds.deviceLog.textChars) || `bar ${passing.bar} at 0x${passing.offset.toString(16)}`}`;
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
  /** @throws FaultError when a fault in force has this id, or the device has no such register. */
  add(spec) {
    const { register } = spec.filter;
    if (register !== void 0 && !this.#names.has(register))
      throw new FaultError(
        `fault "${spec.text}": there is no register ${register}; there are ${this.#names.all.join(", ")}`
      );
    const before = this.#faults.find(({ spec: { id } }) => id === spec.id);
    if (before?.isCleared === false)
      throw new FaultError(`fault "${spec.text}": ${spec.id} is in force already; clear it, or give this one an id=`);
    if (this.#faults.length >= maxFaults)
      throw new FaultError(`fault "${spec.text}": a device has at most ${maxFaults} faults`);
    this.#faults = [...this.#faults.filter((fault) => fault !== before), new ActiveFault(spec)];
  }
  /** Absent id: all of them. @throws FaultError with the list, when there is none of this id. */
  clear(id) {
    for (const fault of id === void 0 ? this.#faults : [this.#find(id)]) fault.clear();
  }
  /** @throws FaultError with the list, when there is none of this id. */
  report(id) {
    return this.#find(id).report;
  }
  #find(id) {
    const found = this.#faults.find(({ spec }) => spec.id === id);
    if (found !== void 0) return found;
    const ids = this.#faults.map(({ spec }) => spec.id);
    throw new FaultError(
      `there is no fault "${id}"; ${ids.length === 0 ? "none was set" : `there are ${ids.join(", ")}`}`
    );
  }
};

export {
  FaultCounter,
  describePassing,
  FaultError,
  FaultSet
};
