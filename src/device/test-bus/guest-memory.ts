import { DmaError } from '../instance/dma.ts';
import type { HostBus } from '../pci/pci-function.ts';

/** A part of the guest's memory that a test has allocated, like a driver's DMA buffer. */
export interface GuestBuffer {
  /** The address for the device. */
  readonly address: number;
  readonly bytes: Buffer;
}

/** The address at which a PC's local APICs receive messages; the data selects the interrupt. */
export const messageAddress = 0xfee00000n;

/** A machine's memory, in which a write to `messageAddress` is an interrupt. It contains only what was allocated. */
export class GuestMemory implements HostBus {
  readonly #buffers: GuestBuffer[] = [];
  readonly #onMessage: (data: number) => void;
  readonly setLine: (isHigh: boolean) => void;
  #next: number;

  constructor(onMessage: (data: number) => void, setLine: (isHigh: boolean) => void, firstAddress = 0x10_0000) {
    this.#onMessage = onMessage;
    this.setLine = setLine;
    this.#next = firstAddress;
  }

  /** Zeros, aligned to 4 KiB, with nothing behind them: writes past the end are refused. */
  allocate(length: number): GuestBuffer {
    const buffer = { address: this.#next, bytes: Buffer.alloc(length) };
    this.#buffers.push(buffer);
    this.#next += (Math.ceil(length / 4096) + 1) * 4096;
    return buffer;
  }

  /** Maps bytes at a fixed address, such as a device's table. */
  map(address: number, bytes: Buffer): void {
    this.#buffers.push({ address, bytes });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- exceptions must become rejections, as on every bus
  readonly read = async (address: bigint, length: number): Promise<Buffer> => Buffer.from(this.#find(address, length));

  // eslint-disable-next-line @typescript-eslint/require-await -- see above
  readonly write = async (address: bigint, bytes: Buffer): Promise<void> => {
    if (address === messageAddress && bytes.length === 4) this.#onMessage(bytes.readUInt32LE(0));
    else bytes.copy(this.#find(address, bytes.length));
  };

  #find(address: bigint, length: number): Buffer {
    for (const buffer of this.#buffers) {
      const start = Number(address - BigInt(buffer.address));
      if (start >= 0 && start + length <= buffer.bytes.length) return buffer.bytes.subarray(start, start + length);
    }
    throw new DmaError('refused', `nothing is at 0x${address.toString(16)} for ${length} bytes`);
  }
}
