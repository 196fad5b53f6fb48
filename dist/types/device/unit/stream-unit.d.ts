import type { LinkModel } from '../link/link-definition.ts';
import type { SerialModel } from '../serial/serial-definition.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';
/** The machine's end: takes what the model sends. */
export type Outlet = (bytes: Buffer) => void;
export interface StreamShape {
    /** What the handlers get besides state, controls and clock. `send`: towards the machine. */
    readonly ports: (send: (bytes: Buffer) => void) => object;
    /** What faults count and hit: a frame as it is, or each byte. */
    readonly unit: 'frame' | 'byte';
}
/** A device at the end of a line or a cable, where nothing is answered: instance → faults → log → a machine. */
export declare abstract class StreamUnit<M extends SerialModel | LinkModel> extends DeviceUnit<M> {
    #private;
    protected constructor(model: M, { ports, unit }: StreamShape, options: UnitOptions);
    protected get device(): object;
    /** Connects it to a machine, which is a reset. */
    connect(outlet: Outlet): void;
    disconnect(): void;
    /** What the machine has sent. Resolves when the model has dealt with what of it came at once. It never rejects. */
    receive(bytes: Buffer): Promise<void>;
}
