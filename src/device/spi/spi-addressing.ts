import { checkNumber } from '../definition/check-definition.ts';
import type { PointedModel } from '../register/pointed-register.ts';

/**
 * How an exchange says which register it means, and in which direction. `readBit`: the first byte is the address, and
 * this bit of it makes a read; `writeBit`: this one makes a write. `read` and `write`: the first byte is one of these
 * commands, and the address follows.
 */
export type SpiAddressing =
  | { readonly readBit: number }
  | { readonly writeBit: number }
  | {
      readonly read: number;
      readonly write: number;
      /** The length of the address, the highest byte first; 1 by default. */
      readonly addressBytes?: 1 | 2 | 3;
      /** Bytes between the address and what is read; 0 by default. */
      readonly dummyBytes?: number;
    };

/** An exchange with registers. */
export interface AddressedExchange {
  readonly direction: 'read' | 'write';
  /** As many bytes as the model's pointer has. */
  readonly pointer: Buffer;
  /** Where the bytes of registers begin. */
  readonly from: number;
}

export const usualAddressing: SpiAddressing = { readBit: 0x80 };

export function addressBytesOf(addressing: SpiAddressing): 1 | 2 | 3 {
  return 'read' in addressing ? (addressing.addressBytes ?? 1) : 1;
}

/** Undefined: the exchange is not with registers, or ends before its address does. */
export function addressIn(sent: Buffer, addressing: SpiAddressing): AddressedExchange | undefined {
  const [first] = sent;
  if (first === undefined) return undefined;
  if ('read' in addressing) return commanded(sent, first, addressing);
  const bit = 'readBit' in addressing ? addressing.readBit : addressing.writeBit;
  const isRead = ((first & bit) !== 0) === 'readBit' in addressing;
  return { direction: isRead ? 'read' : 'write', pointer: Buffer.of(first & ~bit), from: 1 };
}

function commanded(
  sent: Buffer,
  first: number,
  addressing: Extract<SpiAddressing, { readonly read: number }>,
): AddressedExchange | undefined {
  const { read, write, dummyBytes = 0 } = addressing;
  const end = 1 + addressBytesOf(addressing);
  if ((first !== read && first !== write) || sent.length < end) return undefined;
  const isRead = first === read;
  return {
    direction: isRead ? 'read' : 'write',
    pointer: sent.subarray(1, end),
    from: isRead ? Math.min(sent.length, end + dummyBytes) : end,
  };
}

/** What a driver sends before the bytes of a register. */
export function headerOf(address: number, direction: 'read' | 'write', addressing: SpiAddressing): Buffer {
  if ('read' in addressing) {
    const pointer = Buffer.alloc(addressBytesOf(addressing));
    pointer.writeUIntBE(address, 0, pointer.length);
    const dummies = direction === 'read' ? (addressing.dummyBytes ?? 0) : 0;
    return Buffer.concat([Buffer.of(addressing[direction]), pointer, Buffer.alloc(dummies)]);
  }
  const bit = 'readBit' in addressing ? addressing.readBit : addressing.writeBit;
  return Buffer.of(((direction === 'read') === 'readBit' in addressing ? bit : 0) | address);
}

export function* checkAddressing(addressing: SpiAddressing, registers: PointedModel['registers']): Iterable<string> {
  if ('read' in addressing) {
    const { read, write, dummyBytes = 0 } = addressing;
    yield* checkNumber('addressing.read', read, 0xff);
    yield* checkNumber('addressing.write', write, 0xff);
    yield* checkNumber('addressing.dummyBytes', dummyBytes, 16);
    if (read === write) yield 'addressing.write: expected another command than that of a read';
    if (![1, 2, 3].includes(addressBytesOf(addressing)))
      yield `addressing.addressBytes: expected 1, 2 or 3, found ${addressBytesOf(addressing)}`;
    return;
  }
  const [[name, bit] = ['readBit', NaN]] = Object.entries(addressing);
  if (!Number.isInteger(Math.log2(bit)) || bit < 1 || bit > 0x80) {
    yield `addressing.${name}: expected one bit of a byte, such as 0x80, found ${bit}`;
    return;
  }
  for (const [register, { at }] of Object.entries(registers))
    if ((at & bit) !== 0) yield `${register}: its address has the bit that tells reads from writes`;
}
