import { type LinePort } from '../board/device-line.ts';
import { type DeviceGpios } from '../gpio/device-gpios.ts';
import { type I2cTarget } from '../i2c/i2c-bus.ts';
import type { I2cModel } from '../i2c/i2c-definition.ts';
import { type I2cMessage, type I2cResult } from '../i2c/i2c-message.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';
/** An I2C device at its address of a bus: instance → faults → log → bus. */
export declare class I2cUnit extends DeviceUnit<I2cModel> implements I2cTarget {
    #private;
    readonly id: string;
    readonly address: number;
    readonly gpios: DeviceGpios;
    /** `id`: for error messages; absent: the model's name. */
    constructor(model: I2cModel, options: UnitOptions, id?: string);
    /** For a bus with interrupts: the line at which the device is. */
    connect(port: LinePort): void;
    get holdsLow(): boolean;
    readonly message: (message: I2cMessage) => Promise<I2cResult>;
    readonly more: (length: number) => Promise<I2cResult>;
    readonly stop: () => void;
    protected get device(): object;
}
