import type { DeviceModel } from './definition.ts';
/** Where the two tables of MSI-X lie, with what was left out filled in: the table first, the pending bits behind it. */
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
export declare function checkInterrupts({ interrupts: { msi, msix, names }, bars }: DeviceModel): Iterable<string>;
/** A description of a device that cannot be. One problem a line. */
export declare class DefinitionError extends Error {
    readonly name = "DefinitionError";
}
/** @throws DefinitionError */
export declare function checkDefinition(model: DeviceModel): void;
