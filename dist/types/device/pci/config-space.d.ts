import type { PciModel } from '../definition/definition.ts';
/**
 * The size of conventional configuration space. Extended space requires PCI Express capabilities, which we do not have.
 */
export declare const configBytes = 256;
/** A type 0 header with MSI and MSI-X capabilities: what a guest reads, and the bits that it may write. */
export declare class ConfigSpace {
    #private;
    /** `hasLine`: the interrupt line is connected. Only then the guest sees an interrupt pin. */
    constructor(model: PciModel, hasLine: boolean);
    read(offset: number, length: number): Buffer;
    write(offset: number, bytes: Uint8Array): void;
    reset(): void;
    get isBusMaster(): boolean;
    /** The address that the guest assigned to a BAR. */
    barAddress(number: number): bigint;
    /** The message of a vector, as the driver programmed it; undefined: MSI is off. */
    msiMessage(vector: number): {
        readonly address: bigint;
        readonly data: number;
    } | undefined;
    /** `masked`: on, but with all vectors masked. */
    get msixState(): 'off' | 'on' | 'masked';
}
