import type { LineControl } from '../board/device-line.ts';
import type { ModelLife } from '../instance/model-life.ts';
import { type OnAccess } from '../register/register-map.ts';
import { type CommandNames } from './spi-command.ts';
import type { SpiModel, SpiSetting } from './spi-definition.ts';
export interface SpiParts {
    readonly line: LineControl;
    readonly names: CommandNames;
    /** The lines of the device, as handlers see them. */
    readonly gpios: object;
    readonly onAccess: OnAccess;
}
/** An SPI model's device in one machine. */
export declare class SpiInstance {
    #private;
    /** What the model's handlers get. */
    readonly device: {
        state: unknown;
    };
    constructor(model: SpiModel, life: ModelLife, { line, names, gpios, onAccess }: SpiParts);
    /** A register or a memory, or a command. */
    nameOf(sent: Buffer): string;
    /** What the device sends; nothing after the model has failed. */
    exchange(sent: Buffer, setting: Omit<SpiSetting, 'command'>): Promise<Buffer>;
    reset(): void;
}
