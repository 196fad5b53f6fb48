import type { RegisterModel } from '../definition/definition.ts';
import type { BarAccess, Endpoint, Upstream } from '../pci/endpoint.ts';
import type { ModelLife } from './model-life.ts';
/** The device of a model with registers in one machine: its registers and state. */
export declare class PciInstance implements Endpoint {
    #private;
    readonly model: RegisterModel;
    readonly life: ModelLife;
    /** What the model's handlers get. */
    readonly device: {
        state: unknown;
    };
    /** `more`: what handlers get on this bus besides. */
    constructor(model: RegisterModel, life: ModelLife, more?: object);
    attach(upstream: Upstream): void;
    read({ bar, offset, length }: BarAccess): Buffer;
    write({ bar, offset, length }: BarAccess, bytes: Buffer): void;
    reset(): void;
}
