import type { ModelLife } from '../instance/model-life.ts';
import type { RegisterSpan } from './bar-map.ts';
import type { PointedModel } from './pointed-register.ts';
import { type PointerMap } from './pointer-map.ts';
/** Called for each access to a register or a memory. Bytes: lowest first. No span: nothing is there. */
export type OnAccess = (kind: 'read' | 'write', spans: readonly RegisterSpan[], bytes: Buffer) => void;
export interface RegisterMapParts {
    readonly model: PointedModel;
    readonly life: ModelLife;
    /** What handlers get. */
    readonly device: object;
    readonly map: PointerMap;
    readonly onAccess: OnAccess;
}
/**
 * A device that is a map of registers: a write begins with the pointer, which the next read uses, too. Where nothing
 * is, reads return 0xff, and writes are acknowledged and have no effect.
 */
export declare class RegisterMap {
    #private;
    constructor(parts: RegisterMapParts);
    nameOf(sent: Buffer | undefined): string | undefined;
    reset(): void;
    write(bytes: Buffer): Promise<Buffer>;
    read(length: number): Promise<Buffer>;
    more(length: number): Promise<Buffer>;
}
