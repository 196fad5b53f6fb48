import type { PciModel, RegisterModel } from './definition.ts';
import type { ModelBase } from './model-base.ts';
import { type Register } from './register.ts';
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
/** An invalid description of a device, with one problem per line. */
export declare class DefinitionError extends Error {
    readonly name = "DefinitionError";
}
/** @throws DefinitionError */
export declare function checkDefinition(model: PciModel): void;
/** @throws DefinitionError with all of them */
export declare function refuseProblems({ name }: ModelBase, problems: readonly string[]): void;
/** Such a name can stand in `info/devices`, and in the filters of faults. */
export declare function checkName(what: string, name: string): Iterable<string>;
export declare function checkNumber(what: string, value: number, max: number): Iterable<string>;
export declare function checkBars({ bars }: RegisterModel): Iterable<string>;
/** The contents of a register of `width` bytes, on any bus. */
export declare function checkBits(name: string, { access, reset, fields }: Pick<Register, 'access' | 'reset' | 'fields'>, width: number): Iterable<string>;
/** Names are unique in the whole device, and all references are valid. */
export declare function checkNames({ bars, read, write }: RegisterModel): Iterable<string>;
/** On any bus. */
export declare function checkControls({ controls, changed }: ModelBase): Iterable<string>;
