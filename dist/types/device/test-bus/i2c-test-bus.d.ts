import type { Controls } from '../definition/control.ts';
import type { GpioLines } from '../gpio/gpio-line.ts';
import type { TypedI2cModel } from '../i2c/define-i2c-device.ts';
import type { I2cMemories, I2cModel, I2cRegisters, I2cValue } from '../i2c/i2c-definition.ts';
import type { I2cMessage, I2cOutcome, I2cResult } from '../i2c/i2c-message.ts';
import { I2cUnit } from '../unit/i2c-unit.ts';
import { GpioEnds } from './gpio-ends.ts';
import { UnitBus } from './unit-bus.ts';
/** A message did not end well. The machine's driver would get an error. */
export declare class I2cMessageError extends Error {
    readonly name = "I2cMessageError";
    readonly outcome: I2cOutcome;
    constructor(what: string, { outcome, bytes }: I2cResult);
}
/** The machine's side of an I2C device: each call is a transaction with the device's address. */
export declare class I2cHost {
    #private;
    constructor(unit: I2cUnit);
    /** @throws I2cMessageError */
    write(bytes: Uint8Array | readonly number[]): Promise<void>;
    /** @throws I2cMessageError */
    read(length: number): Promise<Buffer>;
    /** With a repeated start between the two. @throws I2cMessageError */
    writeRead(bytes: Uint8Array | readonly number[], length: number): Promise<Buffer>;
    /** One after the other, up to the first that fails. */
    transfer(messages: readonly I2cMessage[]): Promise<readonly I2cResult[]>;
}
/** An I2C device and the machine's side of its bus, for tests of a model without QEMU. */
export declare class I2cTestBus<R extends I2cRegisters, M extends I2cMemories, C extends Controls, L extends GpioLines> extends UnitBus<I2cModel, C> {
    #private;
    readonly gpios: GpioEnds<L>;
    readonly i2c: I2cHost;
    constructor(model: TypedI2cModel<R, M, C, L>);
    /** As a driver does it: sends the pointer, then reads the register. @throws I2cMessageError */
    read<N extends keyof R & string>(name: N): Promise<I2cValue<R, N>>;
    /** The pointer and the register's bytes in one message. @throws I2cMessageError */
    write<N extends keyof R & string>(name: N, value: I2cValue<R, N>): Promise<void>;
}
