import type { ActiveFault, Passing } from './active-fault.ts';
/**
 * What a guest sees of a read that faults have hit: of the registers they name, or of the whole access where they name
 * none.
 */
export declare function distortRead(bytes: Buffer, { registers }: Passing & {
    kind: 'read' | 'write';
}, hits: readonly ActiveFault[]): Buffer;
/** What arrives of a transfer. What is cut off a read is 0 in the device: its length was the device's own choice. */
export declare function distortDma(bytes: Buffer, hits: readonly ActiveFault[], missing: 'pad' | 'cut'): Buffer;
