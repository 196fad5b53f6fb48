/**
 * Why a transfer failed. `no-bus-master`: the driver has not set the command register's bit, or has cleared it.
 * `refused`: the machine has nothing at this address. `failed`: a fault. `too-many`: more transfers are pending than a
 * device may have. `gone`: the machine is gone.
 */
export type DmaFailure = 'no-bus-master' | 'refused' | 'failed' | 'too-many' | 'gone';

/** A failed transfer. A model turns it into whatever its data sheet says: a status bit, an error interrupt. */
export class DmaError extends Error {
  override readonly name = 'DmaError';
  readonly reason: DmaFailure;

  constructor(reason: DmaFailure, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** A part of the machine's memory. */
export interface Segment {
  readonly address: number | bigint;
  /** In bytes. */
  readonly length: number;
}

/**
 * Bus mastering: the device reads and writes the machine's memory. Transfers run in the order of their start, and no
 * interrupt overtakes them. All reject with DmaError. A transfer that a reset cuts off never settles, because its
 * caller belongs to the state before the reset.
 */
export interface Dma {
  readonly read: (address: number | bigint, length: number) => Promise<Buffer>;
  readonly write: (address: number | bigint, bytes: Uint8Array) => Promise<void>;
  /** Collects a scatter-gather list into one buffer. */
  readonly gather: (list: readonly Segment[]) => Promise<Buffer>;
  /** Writes bytes to a scatter-gather list; returns how many fit. */
  readonly scatter: (list: readonly Segment[], bytes: Uint8Array) => Promise<number>;
}

/** The two basic transfers. */
export interface RawDma {
  readonly read: (address: bigint, length: number) => Promise<Buffer>;
  readonly write: (address: bigint, bytes: Uint8Array) => Promise<void>;
}

/** The limit for a length in a guest's register, checked before memory is allocated. */
const maxTransferBytes = 64 * 1024 * 1024;

/**
 * Limits pending transfers, because a guest can make a model start them faster than its machine handles them. Together
 * they may be no larger than the largest single one.
 */
export class TransferBudget {
  #bytes = 0;

  /** Call it before allocating memory. @throws DmaError */
  take(bytes: number): void {
    if (this.#bytes + bytes > maxTransferBytes)
      throw new DmaError(
        'too-many',
        `expected at most ${maxTransferBytes} bytes of pending transfers, found ${this.#bytes} already`,
      );
    this.#bytes += bytes;
  }

  give(bytes: number): void {
    this.#bytes -= bytes;
  }
}

/** `addressBits`: the width of the device's address bus. Higher bits are lost, as in hardware. */
export function makeDma(raw: RawDma, addressBits: number): Dma {
  const address = (given: number | bigint): bigint => BigInt.asUintN(addressBits, BigInt(given));
  const read = async (at: number | bigint, length: number): Promise<Buffer> => {
    checkLength(length);
    return length === 0 ? Buffer.alloc(0) : await raw.read(address(at), length);
  };
  const write = async (at: number | bigint, bytes: Uint8Array): Promise<void> => {
    checkLength(bytes.length);
    if (bytes.length > 0) await raw.write(address(at), bytes);
  };
  return {
    read,
    write,
    gather: async (list) => {
      checkLength(list.reduce((sum, { length }) => sum + length, 0));
      const pieces: Buffer[] = [];
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
    },
  };
}

function checkLength(length: number): void {
  if (!Number.isInteger(length) || length < 0 || length > maxTransferBytes)
    throw new DmaError('refused', `a transfer of ${length} bytes: expected up to ${maxTransferBytes}`);
}
