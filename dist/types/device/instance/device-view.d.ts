import type { BarMap } from '../register/bar-map.ts';
/**
 * `regs.STATUS`, `fields.STATUS.BUSY` and `memory.BUFFER`, as objects whose properties are those of the device and no
 * others.
 */
export interface DeviceView {
    readonly regs: object;
    readonly fields: object;
    readonly memory: object;
}
export declare function viewOf(map: BarMap): DeviceView;
