import type { PciModel } from './definition.ts';
/** The offsets of the two MSI-X tables, with defaults filled in: first the table, then the pending bits. */
export declare function msixLayout(msix: {
    readonly vectors: number;
    readonly table?: number;
    readonly pending?: number;
}): {
    readonly table: number;
    readonly pending: number;
    readonly tableBytes: number;
    readonly pendingBytes: number;
};
export declare function checkInterrupts({ interrupts: { msi, msix, names }, bars }: PciModel): Iterable<string>;
/** An invalid description of a device, with one problem per line. */
export declare class DefinitionError extends Error {
    readonly name = "DefinitionError";
}
/** @throws DefinitionError */
export declare function checkDefinition(model: PciModel): void;
