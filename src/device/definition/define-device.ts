import { checkDefinition } from './check-definition.ts';
import type { Controls } from './control.ts';
import type { DeviceDefinition, DeviceModel } from './definition.ts';
import type { Bars } from './register.ts';

/**
 * A device, described like its data sheet. Nothing runs yet: every machine gets its own instance. @throws
 * DefinitionError that lists all problems of the description
 */
export function defineDevice<const B extends Bars, const C extends Controls = NoControls, S = undefined>(
  definition: DeviceDefinition<B, S, C>,
): TypedModel<B, C> {
  const model: TypedModel<B, C> = {
    name: definition.name,
    pci: definition.pci,
    bars: definition.bars,
    interrupts: definition.interrupts ?? {},
    addressBits: definition.dma?.addressBits ?? 64,
    controls: definition.controls ?? ({} as C),
    state: definition.state ?? (() => undefined),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    read: (definition.read ?? {}) as DeviceModel['read'],
    write: (definition.write ?? {}) as DeviceModel['write'],
    reset: definition.reset as DeviceModel['reset'],
    changed: (definition.changed ?? {}) as DeviceModel['changed'],
  };
  checkDefinition(model);
  return Object.freeze(Object.assign(model, { [isModel]: true as const }));
}

/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;

/** The names of a model's registers and controls, for the types of a test bus. */
export interface TypedModel<B extends Bars, C extends Controls> extends DeviceModel {
  readonly bars: B;
  readonly controls: C;
}

/** Works across two copies of this module: the one that a model imports, and the one in the process that runs it. */
const isModel = Symbol.for('qemu-driver-test.device-model');

export function isDeviceModel(value: unknown): value is DeviceModel {
  return typeof value === 'object' && value !== null && isModel in value;
}
