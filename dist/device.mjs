import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  BarMap,
  ControlError,
  DefinitionError,
  DmaError,
  FaultError,
  FaultSyntaxError,
  PciUnit,
  blockHandlers,
  bytesOf,
  checkDefinition,
  hostTime,
  inward,
  markModel,
  msixLayout,
  outward,
  parseFault,
  registerBlock,
  valueOf
} from "./chunks/chunk-E7RYBNAT.mjs";
import "./chunks/chunk-TOO6KRSQ.mjs";

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
    changed: definition.changed ?? {}
  };
  checkDefinition(model);
  return markModel(model);
}

// src/device/definition/definition.ts
var KiB = 1024;
var MiB = 1024 * KiB;
var us = 1;
var ms = 1e3 * us;
var seconds = 1e3 * ms;

// src/device/test-bus/guest-memory.ts
var messageAddress = 0xfee00000n;
var GuestMemory = class {
  #buffers = [];
  #onMessage;
  setLine;
  #next;
  constructor(onMessage, setLine, firstAddress = 1048576) {
    this.#onMessage = onMessage;
    this.setLine = setLine;
    this.#next = firstAddress;
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

// src/device/test-bus/create-test-bus.ts
var TestBus = class extends TestMachine {
  #unit;
  #messages;
  #line;
  constructor(model, { onCrash = "throw" } = {}) {
    const unit = new PciUnit(model, { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true });
    const messages = [];
    const line = { isHigh: false };
    const memory = new GuestMemory(
      (data) => messages.push(data),
      (isHigh) => line.isHigh = isHigh
    );
    super(model, linkTo(unit, memory, onCrash), memory);
    this.#unit = unit;
    this.#messages = messages;
    this.#line = line;
  }
  /** Returns and removes the vectors of received messages, in order. */
  takeInterrupts() {
    return this.#messages.splice(0);
  }
  /** The level of the interrupt line. */
  get isLineHigh() {
    return this.#line.isHigh;
  }
  get clock() {
    return this.#unit.clock;
  }
  /** Advances the device's clock, and waits until the resulting work is done. */
  async step(byUs) {
    this.clock.step(byUs);
    await this.settle();
  }
  /** Waits until the device has nothing left to do at this time: its transfers are done. */
  async settle() {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#unit.crash !== void 0) throw crashError(this.#unit.crash);
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
  /** `irq-drop nth=3`. Returns the fault's id. @throws FaultSyntaxError @throws FaultError */
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
async function createTestBus(model, options = {}) {
  const bus = new TestBus(model, options);
  if (options.enabled !== "asleep") await bus.enable(options.enabled);
  return bus;
}
function linkTo(unit, memory, onCrash) {
  const pci = unit.plugInto(memory);
  const alive = (value) => {
    if (onCrash === "throw" && unit.crash !== void 0) throw crashError(unit.crash);
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
function crashError({ during, message, stack }) {
  const error = new Error(`the model failed in ${during}: ${message}`);
  error.stack = `${error.message}
${stack}`;
  return error;
}
export {
  ControlError,
  DefinitionError,
  DmaError,
  FaultError,
  FaultSyntaxError,
  KiB,
  MiB,
  blockHandlers,
  createTestBus,
  defineDevice,
  ms,
  parseFault,
  registerBlock,
  seconds,
  us
};
