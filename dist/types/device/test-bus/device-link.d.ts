import type { BarAccess } from '../pci/endpoint.ts';
/** How a machine reaches a device: in the same process, or through a socket. */
export interface DeviceLink {
    readonly readConfig: (offset: number, length: number) => Promise<Buffer>;
    readonly writeConfig: (offset: number, bytes: Buffer) => Promise<void>;
    readonly readBar: (access: BarAccess) => Promise<Buffer>;
    readonly writeBar: (access: BarAccess, bytes: Buffer) => Promise<void>;
    readonly reset: () => Promise<void>;
}
