import type { ModelLife } from '../instance/model-life.ts';
import type { GpioModel } from './gpio-definition.ts';
/** A GPIO model's device in one machine. */
export declare class GpioInstance {
    #private;
    /** What the model's handlers get. */
    readonly device: {
        state: unknown;
    };
    /** `onChange`: the device has switched a line that it drives. */
    constructor(model: GpioModel, life: ModelLife, onChange: (line: string, isOn: boolean) => void);
    /** The guest has switched a line. */
    driven(line: string, isOn: boolean): void;
    /** The lines stay as they are. */
    reset(): void;
}
