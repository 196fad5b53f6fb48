import type { Dsm } from '../acpi/dsm.ts';
import type { Controls, ControlValues } from '../definition/control.ts';
import type { DeviceInterrupt } from '../definition/firmware.ts';
import type { Handled, ModelBase } from '../definition/model-base.ts';
import type { Properties } from '../definition/property.ts';
import type { GpioLines, GpioModelPart, GpioUser, LineStates } from '../gpio/gpio-line.ts';
import type { Clock } from '../instance/model-clock.ts';
import type { PointedDefinition, PointedMemories, PointedMemory, PointedModel, PointedRegister, PointedRegisters, PointedValue, PointedView } from '../register/pointed-register.ts';
/** Where a device is on its bus, and how its driver finds it. */
export interface I2cIdentity {
    /** 7 bits, without the bit for the direction. */
    readonly address: number;
    /** The name in the driver's `id_table`, such as `lm75`. Absent: the test makes the client, or needs none. */
    readonly type?: string;
    /** The name in the driver's `of_match_table`, such as `national,lm75`. */
    readonly compatible?: string;
    /** The id by which ACPI finds the driver, such as `CPLM3218`, instead of `type`. It needs a board. */
    readonly acpi?: string;
    /** What the method `_DSM` answers, with `acpi`. */
    readonly dsm?: Dsm;
    /** It has a line to its machine. Only a bus with interrupts can have such a device. */
    readonly interrupt?: DeviceInterrupt;
}
export type I2cRegister = PointedRegister;
export type I2cMemory = PointedMemory;
export type I2cRegisters = PointedRegisters;
export type I2cMemories = PointedMemories;
export type I2cValue<R extends I2cRegisters, N extends keyof R> = PointedValue<R, N>;
/** The device in a model's handlers. */
export interface I2cDevice<R extends I2cRegisters, M extends I2cMemories, S, C extends Controls, L extends GpioLines> extends PointedView<R, M> {
    /** State outside the registers; made once, as at power-on. */
    readonly state: S;
    readonly controls: ControlValues<C>;
    readonly clock: Clock;
    /** The interrupt line of `i2c.interrupt`. */
    readonly interrupts: {
        readonly raise: () => void;
        readonly lower: () => void;
    };
    /** Whether each line of `gpios` is on. Those of direction `in` can be set. */
    readonly lines: LineStates<L>;
}
/** As the machine sees it: `in` comes from the device. */
export type I2cDirection = 'in' | 'out';
/**
 * A message for a device that is no register map. `from`: how many bytes of this read the machine has already, because
 * a long one is asked for in pieces.
 */
export type I2cRequest = {
    readonly direction: 'out';
    readonly bytes: Buffer;
} | {
    readonly direction: 'in';
    readonly length: number;
    readonly from: number;
};
/**
 * The answer. Of a read: its bytes; missing ones read 0xff. Of a write: how many bytes the device acknowledges; nothing
 * is all. `nak`: the device does not acknowledge its address.
 */
export type I2cAnswer = Uint8Array | number | 'nak' | undefined;
/** The answer to a written byte. `nak`: the device refuses it, which ends the message. */
export type I2cByteAnswer = 'nak' | undefined;
export interface I2cDefinition<R extends I2cRegisters, M extends I2cMemories, S, C extends Controls, L extends GpioLines> extends GpioUser<L, I2cDevice<R, M, S, C, L>>, PointedDefinition<R, M, I2cDevice<R, M, S, C, L>> {
    /** The name in reports: letters, digits, `.`, `_`, `-`. */
    readonly name: string;
    readonly i2c: I2cIdentity;
    /** What a driver reads by `device_property_read_*`. Only a bus with firmware properties can have such a device. */
    readonly properties?: Properties;
    /** The length of the pointer, which is sent with its highest byte first; 1 by default. */
    readonly addressBytes?: 1 | 2;
    readonly state?: () => S;
    readonly controls?: C;
    /** Instead of registers and memory: carries out a whole message. */
    readonly transfer?: (device: I2cDevice<R, M, S, C, L>, message: I2cRequest) => I2cAnswer | Promise<I2cAnswer> | Handled;
    /** Instead of registers and memory, by the byte: a message begins, whose address the device has acknowledged. */
    readonly start?: (device: I2cDevice<R, M, S, C, L>, direction: I2cDirection) => Handled;
    /** By the byte: the machine has written a byte. Absent: all are acknowledged. */
    readonly writeByte?: (device: I2cDevice<R, M, S, C, L>, byte: number) => I2cByteAnswer | Promise<I2cByteAnswer> | Handled;
    /** By the byte: the next byte that the machine reads, from 0 to 0xff; nothing reads 0xff. */
    readonly readByte?: (device: I2cDevice<R, M, S, C, L>) => number | undefined | Promise<number | undefined>;
    /** Whether the device acknowledges its address now. Asked at the start of each message. */
    readonly acknowledges?: (device: I2cDevice<R, M, S, C, L>, direction: I2cDirection) => boolean | Promise<boolean>;
    /** The machine has sent the stop after messages to this device. */
    readonly stop?: (device: I2cDevice<R, M, S, C, L>) => Handled;
    /** Called at power-on: registers, memory and state have their initial values. */
    readonly reset?: (device: I2cDevice<R, M, S, C, L>) => void;
    /** Called after a test has set a control. */
    readonly changed?: {
        readonly [N in keyof C]?: (device: I2cDevice<R, M, S, C, L>, value: ControlValues<C>[N]) => Handled;
    };
}
type Handler<A extends readonly unknown[], T> = (device: object, ...rest: A) => T;
/** A checked definition, without the type-level names of its handlers. */
export interface I2cModel extends ModelBase, GpioModelPart, PointedModel {
    readonly bus: 'i2c';
    readonly i2c: I2cIdentity;
    readonly properties: Properties;
    readonly addressBytes: 1 | 2;
    readonly state: () => unknown;
    readonly transfer: Handler<[I2cRequest], unknown> | undefined;
    readonly start: Handler<[I2cDirection], unknown> | undefined;
    readonly writeByte: Handler<[number], unknown> | undefined;
    readonly readByte: Handler<[], unknown> | undefined;
    readonly acknowledges: Handler<[I2cDirection], boolean | Promise<boolean>> | undefined;
    readonly stop: Handler<[], Handled> | undefined;
    readonly reset: Handler<[], void> | undefined;
}
export {};
