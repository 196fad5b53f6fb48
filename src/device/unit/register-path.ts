import type { PathOptions } from '../exchange/exchange-path.ts';
import { PciFaultLayer } from '../fault/pci-fault-layer.ts';
import type { ModelClock } from '../instance/model-clock.ts';
import { ObservedEndpoint } from '../log/observed-endpoint.ts';
import type { Endpoint } from '../pci/endpoint.ts';
import type { RegisterNames } from '../register/bar-map.ts';

export interface RegisterPathOptions extends PathOptions {
  readonly names: RegisterNames;
  readonly after: ModelClock['after'];
}

/** What a machine reaches of a device that has registers: device → faults → log. */
export function registerPath(device: Endpoint, options: RegisterPathOptions): ObservedEndpoint {
  return new ObservedEndpoint({ ...options, endpoint: new PciFaultLayer({ ...options, endpoint: device }) });
}
