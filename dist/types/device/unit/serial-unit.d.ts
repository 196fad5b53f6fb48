import type { SerialModel } from '../serial/serial-definition.ts';
import type { UnitOptions } from './device-unit.ts';
import { StreamUnit } from './stream-unit.ts';
/** A device at the far end of a serial line. */
export declare class SerialUnit extends StreamUnit<SerialModel> {
    constructor(model: SerialModel, options: UnitOptions);
}
