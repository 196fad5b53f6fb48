import { type I2cMessage, type I2cResult } from './i2c-message.ts';
/** A device at an address of a bus. Its promises never reject. They may take long: it holds the clock low meanwhile. */
export interface I2cTarget {
    /** The id of the device, for error messages. */
    readonly id: string;
    /** 7 bits. */
    readonly address: number;
    /** It keeps the data line low, so that nothing passes on the whole bus. */
    readonly holdsLow: boolean;
    readonly message: (message: I2cMessage) => Promise<I2cResult>;
    /** Further bytes of the read that it has answered last. This is still the same message. */
    readonly more: (length: number) => Promise<I2cResult>;
    /** The transaction is over. */
    readonly stop: () => void;
}
/** Two devices of a bus have the same address. */
export declare class AddressTaken extends Error {
    readonly name = "AddressTaken";
}
/**
 * The wires of an I2C bus with the devices on them. It knows no controller: a model of one, or any other channel to the
 * machine, begins transactions here.
 */
export declare class I2cBus {
    #private;
    /** @throws AddressTaken */
    add(target: I2cTarget): void;
    /** From now on, nobody answers at its address. */
    remove(target: I2cTarget): void;
    get isEmpty(): boolean;
    /** A transaction by the message, for controllers that learn of their messages one by one. */
    begin(): I2cTransaction;
    /**
     * A whole transaction: messages with repeated starts between them, and a stop. It ends at the first message that
     * fails, which is the last of the results.
     */
    transfer(messages: readonly I2cMessage[]): Promise<readonly I2cResult[]>;
}
type Carry = (address: number, carry: (target: I2cTarget) => Promise<I2cResult>) => Promise<I2cResult>;
/** What happens between a start and a stop. One message is carried at a time. */
export declare class I2cTransaction {
    #private;
    constructor(carry: Carry);
    /** After a message that did not end as `done`, only `stop` may follow. */
    message(message: I2cMessage): Promise<I2cResult>;
    /** Further bytes of the read before: a controller with a short queue asks for a long message in pieces. */
    more(address: number, length: number): Promise<I2cResult>;
    /** Also when the controller gives up: what has not begun yet is not carried out any more. */
    stop(): void;
}
export declare function addressText(address: number): string;
export {};
