import type { ModelLife } from '../instance/model-life.ts';
import type { GpioModel } from './gpio-definition.ts';
/** A GPIO model's device in one machine. */
export declare class GpioInstance {
    #private;
    /** What the model's handlers get. */
    readonly device: {
        state: unknown;
    };
    /** `lines`: as handlers see them. */
    constructor(model: GpioModel, life: ModelLife, lines: object);
    /** The lines stay as they are. */
    reset(): void;
}
