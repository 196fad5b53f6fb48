import type { LinkModel } from '../link/link-definition.ts';
import type { UnitOptions } from './device-unit.ts';
import { StreamUnit } from './stream-unit.ts';
/** The link partner of a network card. */
export declare class LinkUnit extends StreamUnit<LinkModel> {
    constructor(model: LinkModel, options: UnitOptions);
}
