import type { Controls } from '../definition/control.ts';
import type { TypedModel } from '../definition/define-device.ts';
import type { RegisterName, RegisterValue } from '../definition/definition.ts';
import type { Bars, Width } from '../definition/register.ts';
import type { BarAccess } from '../pci/endpoint.ts';
import { type GuestMemory } from './guest-memory.ts';
/** The connection to a device: in the same process, or through a socket. */
export interface DeviceLink {
    readonly readConfig: (offset: number, length: number) => Promise<Buffer>;
    readonly writeConfig: (offset: number, bytes: Buffer) => Promise<void>;
    readonly readBar: (access: BarAccess) => Promise<Buffer>;
    readonly writeBar: (access: BarAccess, bytes: Buffer) => Promise<void>;
    readonly reset: () => Promise<void>;
}
/** How a test's driver receives interrupts. */
export type InterruptMode = 'msi' | 'msix' | 'intx' | 'none';
/** The machine's and the driver's side of a device, operated by hand. */
export declare class TestMachine<B extends Bars, C extends Controls> {
    #private;
    readonly memory: GuestMemory;
    constructor(model: TypedModel<B, C>, link: DeviceLink, memory: GuestMemory);
    /** Does what a driver's probe does: assigns BAR addresses and enables memory, bus mastering and interrupts. */
    enable(mode?: InterruptMode): Promise<void>;
    setBusMaster(isOn: boolean, mode?: InterruptMode): Promise<void>;
    /** Masks or unmasks an MSI-X vector. */
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
    /** Resets the function. Its configuration is lost, so `enable` it again. */
    reset(): Promise<void>;
}
