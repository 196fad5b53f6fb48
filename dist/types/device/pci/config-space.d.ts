import type { DeviceModel } from '../definition/definition.ts';
/**
 * Bytes of conventional configuration space; extended space exists behind PCI Express capabilities, which we do not
 * claim.
 */
export declare const configBytes = 256;
/** A type 0 header with capabilities for MSI and MSI-X: what a guest reads, and the bits that it may write. */
export declare class ConfigSpace {
    #private;
    /** `hasLine`: an interrupt line of the device leads somewhere; to the guest, a device has one only then. */
    constructor(model: DeviceModel, hasLine: boolean);
    read(offset: number, length: number): Buffer;
    write(offset: number, bytes: Uint8Array): void;
    reset(): void;
    get decodesMemory(): boolean;
    get isBusMaster(): boolean;
    /** Where the guest has put a BAR. */
    barAddress(number: number): bigint;
    /** The message of a vector, as the driver has programmed it; undefined: MSI is off. */
    msiMessage(vector: number): {
        readonly address: bigint;
        readonly data: number;
    } | undefined;
    /** `masked`: on, and all vectors are held back. */
    get msixState(): 'off' | 'on' | 'masked';
}
