import { type LinePort } from '../board/device-line.ts';
import type { Exchanged } from '../exchange/outcome.ts';
import { type DeviceGpios } from '../gpio/device-gpios.ts';
import type { SpiModel, SpiSetting } from '../spi/spi-definition.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';
/** A device on an SPI bus: instance → faults → log → a controller. */
export declare class SpiUnit extends DeviceUnit<SpiModel> {
    #private;
    readonly gpios: DeviceGpios;
    constructor(model: SpiModel, options: UnitOptions);
    /** The line at which the device is. */
    connect(port: LinePort): void;
    /** The time that the chip select is low. What nobody sends reads all ones. */
    exchange(sent: Buffer, setting: Omit<SpiSetting, 'command'>): Promise<Exchanged>;
    /** The machine was reset. */
    reset(): void;
    protected get device(): object;
}
