import type { Exchanged } from '../exchange/outcome.ts';
import type { ModelLife } from '../instance/model-life.ts';
import { type UsbDescriptors } from './descriptors.ts';
import type { EndpointCell } from './endpoint-cell.ts';
import type { UsbModel } from './usb-definition.ts';
import { type UsbSetup } from './usb-setup.ts';
import { UsbState } from './usb-state.ts';
/** A USB model's device in one machine: its state, its endpoints, and the answers of its handlers. */
export declare class UsbInstance {
    #private;
    readonly model: UsbModel;
    readonly descriptors: UsbDescriptors;
    readonly state: UsbState;
    /** What the model's handlers get. */
    readonly device: {
        state: unknown;
    };
    /** `onDropped`: an endpoint's queue was full. */
    constructor(model: UsbModel, life: ModelLife, onDropped: (cell: EndpointCell, bytes: Buffer) => void);
    /** A reset of the port, and the start. */
    reset(): void;
    /** The model's own name of a request. Undefined: it does not declare it. */
    requestName(setup: UsbSetup): string | undefined;
    control(setup: UsbSetup, bytes: Buffer): Promise<Exchanged<'transfer'>>;
    /** The machine has sent this to an endpoint. */
    receive({ laid: { name } }: EndpointCell, bytes: Buffer): Promise<Exchanged<'transfer'>>;
}
