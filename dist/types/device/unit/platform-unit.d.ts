import { type LinePort } from '../board/device-line.ts';
import { type DeviceGpios } from '../gpio/device-gpios.ts';
import type { BarAccess, Upstream } from '../pci/endpoint.ts';
import type { PlatformModel } from '../platform/platform-definition.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';
/** The machine as a platform device sees it. */
export interface PlatformPort extends Pick<Upstream, 'dmaRead' | 'dmaWrite'> {
    readonly line: LinePort;
}
/** A device whose registers lie in a window: instance → faults → log → a board. */
export declare class PlatformUnit extends DeviceUnit<PlatformModel> {
    #private;
    readonly gpios: DeviceGpios;
    constructor(model: PlatformModel, options: UnitOptions);
    connect({ line, dmaRead, dmaWrite }: PlatformPort): void;
    read(access: BarAccess): Buffer | Promise<Buffer>;
    write(access: BarAccess, bytes: Buffer): void;
    /** The machine was reset. */
    reset(): void;
    protected get device(): object;
}
