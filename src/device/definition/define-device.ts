import { checkDefinition } from './check-definition.ts';
import type { Controls } from './control.ts';
import type { DeviceDefinition, PciModel, ReceivedHandler } from './definition.ts';
import { markModel } from './model-base.ts';
import type { Bars } from './register.ts';

/**
 * A device, described like its data sheet. Nothing runs yet: every machine gets its own instance. @throws
 * DefinitionError that lists all problems of the description
 */
export function defineDevice<const B extends Bars, const C extends Controls = NoControls, S = undefined>(
  definition: DeviceDefinition<B, S, C>,
): TypedModel<B, C> {
  const model: TypedModel<B, C> = {
    bus: 'pci',
    name: definition.name,
    pci: definition.pci,
    bars: definition.bars,
    interrupts: definition.interrupts ?? {},
    addressBits: definition.dma?.addressBits ?? 64,
    controls: definition.controls ?? ({} as C),
    state: definition.state ?? (() => undefined),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    read: (definition.read ?? {}) as PciModel['read'],
    write: (definition.write ?? {}) as PciModel['write'],
    reset: definition.reset as PciModel['reset'],
    ...(definition.received === undefined ? {} : { received: definition.received as ReceivedHandler }),
    changed: (definition.changed ?? {}) as PciModel['changed'],
  };
  checkDefinition(model);
  return markModel(model);
}

/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;

/** The names of a model's registers and controls, for the types of a test bus. */
export interface TypedModel<B extends Bars, C extends Controls> extends PciModel {
  readonly bars: B;
  readonly controls: C;
}
