import type { Controls } from '../definition/control.ts';
import type { TypedModel } from '../definition/define-device.ts';
import type { RegisterName, RegisterValue } from '../definition/definition.ts';
import type { Bars, Width } from '../definition/register.ts';
import type { BarAccess } from '../pci/endpoint.ts';
import { type GuestMemory } from './guest-memory.ts';
/** How a machine reaches a device: in the same process, or through a socket. */
export interface DeviceLink {
    readonly readConfig: (offset: number, length: number) => Promise<Buffer>;
    readonly writeConfig: (offset: number, bytes: Buffer) => Promise<void>;
    readonly readBar: (access: BarAccess) => Promise<Buffer>;
    readonly writeBar: (access: BarAccess, bytes: Buffer) => Promise<void>;
    readonly reset: () => Promise<void>;
}
/** How the driver of a test takes interrupts. */
export type InterruptMode = 'msi' | 'msix' | 'intx' | 'none';
/** The machine's and the driver's side of a device: what a kernel and a driver do with one, by hand. */
export declare class TestMachine<B extends Bars, C extends Controls> {
    #private;
    readonly memory: GuestMemory;
    constructor(model: TypedModel<B, C>, link: DeviceLink, memory: GuestMemory);
    /**
     * What a driver's probe does: BARs get addresses, memory and bus mastering are switched on, and so are the
     * interrupts.
     */
    enable(mode?: InterruptMode): Promise<void>;
    setBusMaster(isOn: boolean, mode?: InterruptMode): Promise<void>;
    /** Masks a vector of MSI-X, or lets it through. */
    maskVector(vector: number, isMasked: boolean): void;
    read<N extends RegisterName<B>>(name: N): Promise<RegisterValue<B, N>>;
    write<N extends RegisterName<B>>(name: N, value: RegisterValue<B, N>): Promise<void>;
    readAt(bar: number, offset: number, length: number): Promise<bigint>;
    writeAt(bar: number, { offset, width }: {
        readonly offset: number;
        readonly width: Width;
    }, value: bigint): Promise<void>;
    readConfig(offset: number, length: number): Promise<bigint>;
    writeConfig(offset: number, length: number, value: bigint): Promise<void>;
    /** A reset of the function. Configuration is lost: `enable` again. */
    reset(): Promise<void>;
}
