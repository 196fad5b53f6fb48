import type { Controls, ControlValues } from '../definition/control.ts';
import type { DeviceInterrupt } from '../definition/firmware.ts';
import type { Handled, ModelBase } from '../definition/model-base.ts';
import type { Properties } from '../definition/property.ts';
import type { Access, Field } from '../definition/register.ts';
import type { GpioLines, GpioModelPart, GpioUser, LineStates } from '../gpio/gpio-line.ts';
import type { Clock } from '../instance/model-clock.ts';
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
    /** It has a line to its machine. Only a bus with interrupts can have such a device. */
    readonly interrupt?: DeviceInterrupt;
}
export type Endian = 'big' | 'little';
/**
 * What the pointer is, and what it does after a byte. `none`: it names a register, and stays, so that reading on
 * repeats the register. `register`: it names a register, and goes on to the next number after the register's last byte.
 * `byte`: every byte has an address, and the pointer goes on byte by byte.
 */
export type AutoIncrement = 'none' | 'register' | 'byte';
export interface I2cRegister {
    /** The value of the pointer. */
    readonly at: number;
    /** In bytes: 1 (the default), 2, 3, 4 or 8. A register of 8 bytes has bigint values. */
    readonly width?: 1 | 2 | 3 | 4 | 8;
    /** Access to bits without a field; `RW` by default, `RO` in a register with fields. */
    readonly access?: Access;
    readonly reset?: number | bigint;
    readonly fields?: Readonly<Record<string, Field>>;
    readonly about?: string;
}
/** Plain bytes, such as the cells of an EEPROM. It needs `autoIncrement: 'byte'`. */
export interface I2cMemory {
    readonly at: number;
    /** In bytes. */
    readonly size: number;
    readonly access?: 'RO' | 'RW';
    /** In bytes: a write that reaches the end of a page goes on at its start. Absent: there are no pages. */
    readonly page?: number;
    /** The value of each byte after a reset; 0 by default. */
    readonly fill?: number;
    readonly about?: string;
}
export type I2cRegisters = Readonly<Record<string, I2cRegister>>;
export type I2cMemories = Readonly<Record<string, I2cMemory>>;
/** bigint for registers of 8 bytes, number for others. */
export type I2cValue<R extends I2cRegisters, N extends keyof R> = R[N] extends {
    readonly width: 8;
} ? bigint : number;
type FieldName<R> = R extends {
    readonly fields: infer F;
} ? keyof F & string : never;
/** A model without registers, or without memory, has no such names instead of all. */
type Nothing = Readonly<Record<string, never>>;
/** The device in a model's handlers. */
export interface I2cDevice<R extends I2cRegisters, M extends I2cMemories, S, C extends Controls, L extends GpioLines> {
    readonly regs: string extends keyof R ? Nothing : {
        -readonly [N in keyof R]: I2cValue<R, N>;
    };
    readonly fields: string extends keyof R ? Nothing : {
        readonly [N in keyof R]: {
            -readonly [F in FieldName<R[N]>]: number;
        };
    };
    readonly memory: string extends keyof M ? Nothing : {
        readonly [N in keyof M]: Buffer;
    };
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
type RegisterHandlers<R extends I2cRegisters, D> = string extends keyof R ? unknown : {
    readonly [N in keyof R]?: (device: D, written: I2cValue<R, N>) => Handled;
};
type MemoryHandlers<M extends I2cMemories, D> = string extends keyof M ? unknown : {
    readonly [N in keyof M]?: (device: D, written: Buffer) => Handled;
};
export interface I2cDefinition<R extends I2cRegisters, M extends I2cMemories, S, C extends Controls, L extends GpioLines> extends GpioUser<L, I2cDevice<R, M, S, C, L>> {
    /** The name in reports: letters, digits, `.`, `_`, `-`. */
    readonly name: string;
    readonly i2c: I2cIdentity;
    /** What a driver reads by `device_property_read_*`. Only a bus with firmware properties can have such a device. */
    readonly properties?: Properties;
    readonly registers?: R;
    readonly memory?: M;
    /** The order of a register's bytes on the wire; `big` by default. */
    readonly endian?: Endian;
    /** The length of the pointer, which is sent with its highest byte first; 1 by default. */
    readonly addressBytes?: 1 | 2;
    /** `none` by default. */
    readonly autoIncrement?: AutoIncrement;
    readonly state?: () => S;
    readonly controls?: C;
    /** The value that the machine reads, if it differs from the register's. A promise holds the clock low. */
    readonly read?: {
        readonly [N in keyof R]?: (device: I2cDevice<R, M, S, C, L>) => I2cValue<R, N> | Promise<I2cValue<R, N>>;
    };
    /**
     * Called after a write of the machine, when the register has taken what its access rules allow, or a memory its
     * bytes.
     */
    readonly write?: RegisterHandlers<R, I2cDevice<R, M, S, C, L>> & MemoryHandlers<M, I2cDevice<R, M, S, C, L>>;
    /** Instead of registers and memory: carries out a message. */
    readonly transfer?: (device: I2cDevice<R, M, S, C, L>, message: I2cRequest) => I2cAnswer | Promise<I2cAnswer> | Handled;
    /** Whether the device acknowledges its address now. Asked at the start of each message. */
    readonly acknowledges?: (device: I2cDevice<R, M, S, C, L>) => boolean;
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
export interface I2cModel extends ModelBase, GpioModelPart {
    readonly bus: 'i2c';
    readonly i2c: I2cIdentity;
    readonly properties: Properties;
    readonly registers: I2cRegisters;
    readonly memory: I2cMemories;
    readonly endian: Endian;
    readonly addressBytes: 1 | 2;
    readonly autoIncrement: AutoIncrement;
    readonly state: () => unknown;
    readonly read: Readonly<Record<string, Handler<[], unknown> | undefined>>;
    readonly write: Readonly<Record<string, Handler<[written: number | bigint | Buffer], Handled> | undefined>>;
    readonly transfer: Handler<[I2cRequest], unknown> | undefined;
    readonly acknowledges: Handler<[], boolean> | undefined;
    readonly stop: Handler<[], Handled> | undefined;
    readonly reset: Handler<[], void> | undefined;
}
export {};
