import { msixLayout } from '../definition/check-definition.ts';
import type { PciModel } from '../definition/definition.ts';
import type { Bar } from '../definition/register.ts';

/**
 * The size of conventional configuration space. Extended space requires PCI Express capabilities, which we do not have.
 */
export const configBytes = 256;

// Offsets and bits: PCI Local Bus Specification 3.0, chapter 6.
const command = 0x04;
const status = 0x06;
const firstBar = 0x10;
const capabilityPointer = 0x34;
const interruptLine = 0x3c;
const interruptPin = 0x3d;
const firstCapability = 0x40;

const writableCommand = 0x0547; // I/O, memory, bus master, parity, SERR, interrupt disable
const hasCapabilities = 0x10;
const busMasterEnable = 0x04;

/** A type 0 header with MSI and MSI-X capabilities: what a guest reads, and the bits that it may write. */
export class ConfigSpace {
  readonly #bytes = Buffer.alloc(configBytes);
  readonly #writable = Buffer.alloc(configBytes);
  readonly #initial: Buffer;
  readonly #msi: number | undefined;
  readonly #msix: number | undefined;
  #end = firstCapability;
  #link = capabilityPointer;

  /** `hasLine`: the interrupt line is connected. Only then the guest sees an interrupt pin. */
  constructor(model: PciModel, hasLine: boolean) {
    this.#identify(model);
    for (const [number, bar] of Object.entries(model.bars) as [string, Bar | undefined][])
      if (bar !== undefined) this.#addBar(Number(number), bar);
    const { msi, msix, intx } = model.interrupts;
    this.#writable[interruptLine] = 0xff;
    if (intx === true && hasLine) this.#bytes[interruptPin] = 1;
    this.#msi = msi === undefined ? undefined : this.#addMsi(msi);
    this.#msix = msix === undefined ? undefined : this.#addMsix(msix);
    this.#initial = Buffer.from(this.#bytes);
  }

  read(offset: number, length: number): Buffer {
    return Buffer.from(this.#bytes.subarray(offset, offset + length));
  }

  write(offset: number, bytes: Uint8Array): void {
    for (const [index, byte] of bytes.entries()) {
      const at = offset + index;
      const mask = this.#writable[at] ?? 0;
      this.#bytes[at] = ((this.#bytes[at] ?? 0) & ~mask) | (byte & mask);
    }
  }

  reset(): void {
    this.#initial.copy(this.#bytes);
  }

  get isBusMaster(): boolean {
    return (this.#bytes.readUInt16LE(command) & busMasterEnable) !== 0;
  }

  /** The address that the guest assigned to a BAR. */
  barAddress(number: number): bigint {
    const at = firstBar + 4 * number;
    const low = this.#bytes.readUInt32LE(at);
    const high = (low & 0x6) === 0x4 ? this.#bytes.readUInt32LE(at + 4) : 0;
    return (BigInt(high) << 32n) | BigInt((low & ~0xf) >>> 0);
  }

  /** The message of a vector, as the driver programmed it; undefined: MSI is off. */
  msiMessage(vector: number): { readonly address: bigint; readonly data: number } | undefined {
    if (this.#msi === undefined) return undefined;
    const control = this.#bytes.readUInt16LE(this.#msi + 2);
    if ((control & 1) === 0) return undefined;
    // Vectors beyond the enabled number share the messages of the others.
    const enabled = 1 << ((control >> 4) & 7);
    return {
      address: this.#bytes.readBigUInt64LE(this.#msi + 4),
      data: (this.#bytes.readUInt16LE(this.#msi + 12) & ~(enabled - 1)) | (vector & (enabled - 1)),
    };
  }

  /** `masked`: on, but with all vectors masked. */
  get msixState(): 'off' | 'on' | 'masked' {
    if (this.#msix === undefined) return 'off';
    const control = this.#bytes.readUInt16LE(this.#msix + 2);
    if ((control & 0x8000) === 0) return 'off';
    return (control & 0x4000) === 0 ? 'on' : 'masked';
  }

  #identify({ pci }: PciModel): void {
    const bytes = this.#bytes;
    bytes.writeUInt16LE(pci.vendor, 0x00);
    bytes.writeUInt16LE(pci.device, 0x02);
    this.#writable.writeUInt16LE(writableCommand, command);
    bytes.writeUInt32LE(((pci.class << 8) | (pci.revision ?? 0)) >>> 0, 0x08);
    bytes.writeUInt16LE(pci.subsystem?.vendor ?? pci.vendor, 0x2c);
    bytes.writeUInt16LE(pci.subsystem?.device ?? pci.device, 0x2e);
  }

  /** The address bits below the size read 0, which tells the guest the size. */
  #addBar(number: number, bar: Bar): void {
    const at = firstBar + 4 * number;
    this.#bytes.writeUInt32LE((bar.is64Bit === true ? 0x4 : 0) | (bar.isPrefetchable === true ? 0x8 : 0), at);
    this.#writable.writeUInt32LE(-bar.size >>> 0, at);
    if (bar.is64Bit === true) this.#writable.writeUInt32LE(0xffffffff, at + 4);
  }

  /** 64-bit addresses, no per-vector masking. */
  #addMsi(vectors: number): number {
    const at = this.#addCapability(0x05, 14);
    this.#bytes.writeUInt16LE(0x80 | (Math.log2(vectors) << 1), at + 2);
    this.#writable.writeUInt16LE(0x71, at + 2);
    this.#writable.writeUInt32LE(0xfffffffc, at + 4);
    this.#writable.writeUInt32LE(0xffffffff, at + 8);
    this.#writable.writeUInt16LE(0xffff, at + 12);
    return at;
  }

  #addMsix(msix: {
    readonly vectors: number;
    readonly bar: number;
    readonly table?: number;
    readonly pending?: number;
  }): number {
    const at = this.#addCapability(0x11, 12);
    const { table, pending } = msixLayout(msix);
    this.#bytes.writeUInt16LE(msix.vectors - 1, at + 2);
    this.#writable.writeUInt16LE(0xc000, at + 2);
    this.#bytes.writeUInt32LE(table | msix.bar, at + 4);
    this.#bytes.writeUInt32LE(pending | msix.bar, at + 8);
    return at;
  }

  #addCapability(id: number, length: number): number {
    const at = this.#end;
    this.#bytes[this.#link] = at;
    this.#bytes[at] = id;
    this.#bytes[status] = (this.#bytes[status] ?? 0) | hasCapabilities;
    this.#link = at + 1;
    this.#end = at + Math.ceil(length / 4) * 4;
    return at;
  }
}
