import type { BarMap } from '../register/bar-map.ts';
/** `regs.STATUS`, `fields.STATUS.BUSY` and `memory.BUFFER`: objects with exactly the device's properties. */
export interface DeviceView {
    readonly regs: object;
    readonly fields: object;
    readonly memory: object;
}
export declare function viewOf(map: BarMap): DeviceView;
