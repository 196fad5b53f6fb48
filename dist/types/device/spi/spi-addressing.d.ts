import type { PointedModel } from '../register/pointed-register.ts';
/**
 * How an exchange says which register it means, and in which direction. `readBit`: the first byte is the address, and
 * this bit of it makes a read; `writeBit`: this one makes a write. `read` and `write`: the first byte is one of these
 * commands, and the address follows.
 */
export type SpiAddressing = {
    readonly readBit: number;
} | {
    readonly writeBit: number;
} | {
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
export declare const usualAddressing: SpiAddressing;
export declare function addressBytesOf(addressing: SpiAddressing): 1 | 2 | 3;
/** Undefined: the exchange is not with registers, or ends before its address does. */
export declare function addressIn(sent: Buffer, addressing: SpiAddressing): AddressedExchange | undefined;
/** What a driver sends before the bytes of a register. */
export declare function headerOf(address: number, direction: 'read' | 'write', addressing: SpiAddressing): Buffer;
export declare function checkAddressing(addressing: SpiAddressing, registers: PointedModel['registers']): Iterable<string>;
