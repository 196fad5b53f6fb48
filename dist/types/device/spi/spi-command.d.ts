import type { SpiCommand } from './spi-definition.ts';
/** The name of an exchange whose first byte is no command of the model. */
export declare const otherExchange = "other";
/** What exchanges are called, by their first byte. */
export interface CommandNames {
    readonly all: readonly string[];
    /** Undefined: no command of the model. */
    readonly find: (sent: Buffer) => string | undefined;
}
export declare function commandNames(commands: Readonly<Record<string, SpiCommand>>): CommandNames;
