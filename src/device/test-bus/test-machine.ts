import { msixLayout } from '../definition/check-definition.ts';
import type { Controls } from '../definition/control.ts';
import type { TypedModel } from '../definition/define-device.ts';
import type { RegisterName, RegisterValue } from '../definition/definition.ts';
import type { Bar, Bars, Width } from '../definition/register.ts';
import type { BarAccess } from '../pci/endpoint.ts';
import { BarMap } from '../register/bar-map.ts';
import { bytesOf, inward, outward, valueOf } from '../register/bits.ts';
import { type GuestMemory, messageAddress } from './guest-memory.ts';

/** The connection to a device: in the same process, or through a socket. */
export interface DeviceLink {
  readonly readConfig: (offset: number, length: number) => Promise<Buffer>;
  readonly writeConfig: (offset: number, bytes: Buffer) => Promise<void>;
  readonly readBar: (access: BarAccess) => Promise<Buffer>;
  readonly writeBar: (access: BarAccess, bytes: Buffer) => Promise<void>;
  readonly reset: () => Promise<void>;
}

/** How a test's driver receives interrupts. */
export type InterruptMode = 'msi' | 'msix' | 'intx' | 'none';

const firstBarAddress = 0xe000_0000;
const commandOffset = 0x04;
const memoryAndBusMaster = 0x06;
const interruptDisable = 0x400;

/** The machine's and the driver's side of a device, operated by hand. */
export class TestMachine<B extends Bars, C extends Controls> {
  readonly memory: GuestMemory;
  readonly #model: TypedModel<B, C>;
  readonly #link: DeviceLink;
  readonly #map: BarMap;
  /** Kept by the machine instead of the device, as in QEMU. */
  readonly #msixTable: Buffer | undefined;

  constructor(model: TypedModel<B, C>, link: DeviceLink, memory: GuestMemory) {
    this.memory = memory;
    this.#model = model;
    this.#link = link;
    this.#map = new BarMap(model.bars);
    const { msix } = model.interrupts;
    if (msix === undefined) return;
    const { table, tableBytes } = msixLayout(msix);
    this.#msixTable = Buffer.alloc(tableBytes);
    this.memory.map(barAddress(msix.bar) + table, this.#msixTable);
  }

  /** Does what a driver's probe does: assigns BAR addresses and enables memory, bus mastering and interrupts. */
  async enable(mode: InterruptMode = this.#bestMode()): Promise<void> {
    for (const [number, bar] of Object.entries<Bar>(this.#model.bars)) {
      await this.writeConfig(0x10 + 4 * Number(number), 4, BigInt(barAddress(Number(number))));
      if (bar.is64Bit === true) await this.writeConfig(0x14 + 4 * Number(number), 4, 0n);
    }
    await this.setBusMaster(true, mode);
    await this.#setMsi(mode === 'msi');
    await this.#setMsix(mode === 'msix');
  }

  async setBusMaster(isOn: boolean, mode: InterruptMode = this.#bestMode()): Promise<void> {
    const command = (isOn ? memoryAndBusMaster : 0x02) | (mode === 'intx' ? 0 : interruptDisable);
    await this.writeConfig(commandOffset, 2, BigInt(command));
  }

  /** Masks or unmasks an MSI-X vector. */
  maskVector(vector: number, isMasked: boolean): void {
    this.#msixTable?.writeUInt32LE(isMasked ? 1 : 0, 16 * vector + 12);
  }

  async read<N extends RegisterName<B>>(name: N): Promise<RegisterValue<B, N>> {
    const { bar, at, width } = this.#register(name);
    return outward(await this.readAt(bar, at, width), width) as RegisterValue<B, N>;
  }

  async write<N extends RegisterName<B>>(name: N, value: RegisterValue<B, N>): Promise<void> {
    const { bar, at, width } = this.#register(name);
    await this.writeAt(bar, { offset: at, width }, inward(value, width));
  }

  async readAt(bar: number, offset: number, length: number): Promise<bigint> {
    return valueOf(await this.#link.readBar({ bar, offset, length }));
  }

  async writeAt(
    bar: number,
    { offset, width }: { readonly offset: number; readonly width: Width },
    value: bigint,
  ): Promise<void> {
    await this.#link.writeBar({ bar, offset, length: width }, bytesOf(value, width));
  }

  async readConfig(offset: number, length: number): Promise<bigint> {
    return valueOf(await this.#link.readConfig(offset, length));
  }

  async writeConfig(offset: number, length: number, value: bigint): Promise<void> {
    await this.#link.writeConfig(offset, bytesOf(value, length));
  }

  /** Resets the function. Its configuration is lost, so `enable` it again. */
  async reset(): Promise<void> {
    await this.#link.reset();
  }

  #bestMode(): InterruptMode {
    const { msix, msi, intx } = this.#model.interrupts;
    if (msix !== undefined) return 'msix';
    if (msi !== undefined) return 'msi';
    return intx === true ? 'intx' : 'none';
  }

  #register(name: string): { readonly bar: number; readonly at: number; readonly width: Width } {
    const found = this.#map.registers.get(name);
    if (found === undefined)
      throw new RangeError(`no register ${name}; the registers are ${[...this.#map.registers.keys()].join(', ')}`);
    return found;
  }

  async #setMsi(isOn: boolean): Promise<void> {
    const at = await this.#capability(0x05);
    if (at === undefined) return;
    const log = Math.log2(this.#model.interrupts.msi ?? 1);
    await this.writeConfig(at + 4, 8, messageAddress);
    await this.writeConfig(at + 12, 2, 0n);
    await this.writeConfig(at + 2, 2, BigInt((log << 4) | (isOn ? 1 : 0)));
  }

  async #setMsix(isOn: boolean): Promise<void> {
    const at = await this.#capability(0x11);
    if (at === undefined || this.#msixTable === undefined) return;
    for (let vector = 0; 16 * vector < this.#msixTable.length; vector++) {
      this.#msixTable.writeBigUInt64LE(messageAddress, 16 * vector);
      this.#msixTable.writeUInt32LE(vector, 16 * vector + 8);
      this.#msixTable.writeUInt32LE(0, 16 * vector + 12);
    }
    await this.writeConfig(at + 2, 2, isOn ? 0x8000n : 0n);
  }

  async #capability(id: number): Promise<number | undefined> {
    let at = Number(await this.readConfig(0x34, 1));
    for (let left = 48; at !== 0 && left > 0; left--) {
      if (Number(await this.readConfig(at, 1)) === id) return at;
      at = Number(await this.readConfig(at + 1, 1));
    }
    return undefined;
  }
}

function barAddress(number: number): number {
  return firstBarAddress + number * 0x400_0000;
}
