import type { RegisterCell } from '../register/register-cell.ts';
/** `regs.STATUS`, `fields.STATUS.BUSY` and `memory.BUFFER`: objects with exactly the device's properties. */
export interface DeviceView {
    readonly regs: object;
    readonly fields: object;
    readonly memory: object;
}
/** `map`: all registers and memories of a device, by name. */
export declare function viewOf(map: {
    readonly registers: ReadonlyMap<string, RegisterCell<number>>;
    readonly memories: ReadonlyMap<string, {
        readonly bytes: Buffer;
    }>;
}): DeviceView;
