import type { BusName } from '../definition/model-base.ts';
import type { FaultTarget } from './catalogue/fault-description.ts';
/** The filters of a fault that name a part of a device. */
export type PartFilter = 'register' | 'endpoint' | 'request' | 'command' | 'line';
/** What the faults of a device can hit: the kinds of accesses on its bus, and the names of its parts. */
export interface DeviceParts {
    readonly bus: BusName;
    readonly accesses: readonly FaultTarget[];
    /** Absent: a device on this bus has no such parts. */
    readonly names: Readonly<Partial<Record<PartFilter, readonly string[]>>>;
}
/** For people, before `device`. */
export declare const busWords: Readonly<Record<BusName, string>>;
