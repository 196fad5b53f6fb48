import type { PathOptions } from '../exchange/exchange-path.ts';
import type { ModelClock } from '../instance/model-clock.ts';
import { ObservedEndpoint } from '../log/observed-endpoint.ts';
import type { Endpoint } from '../pci/endpoint.ts';
import type { RegisterNames } from '../register/bar-map.ts';
export interface RegisterPathOptions extends PathOptions {
    readonly names: RegisterNames;
    readonly after: ModelClock['after'];
}
/** What a machine reaches of a device that has registers: device → faults → log. */
export declare function registerPath(device: Endpoint, options: RegisterPathOptions): ObservedEndpoint;
