import { checkDefinition } from './check-definition.ts';
import type { Controls } from './control.ts';
import type { DeviceDefinition, DeviceModel } from './definition.ts';
import type { Bars } from './register.ts';

/**
 * A device, described as its data sheet does it. Nothing runs yet: every machine gets an instance of its own.
 * @throws DefinitionError that lists everything in the description that cannot be.
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
    // Handlers are typed by the names in this very definition, and called only with an instance of it.
    read: (definition.read ?? {}) as DeviceModel['read'],
    write: (definition.write ?? {}) as DeviceModel['write'],
    reset: definition.reset as DeviceModel['reset'],
    changed: (definition.changed ?? {}) as DeviceModel['changed'],
  };
  checkDefinition(model);
  return Object.freeze(Object.assign(model, { [isModel]: true as const }));
}

/** `controls` was left out. */
type NoControls = Readonly<Record<string, never>>;

/** The names of a model's registers and controls, for a test bus to be typed with. */
export interface TypedModel<B extends Bars, C extends Controls> extends DeviceModel {
  readonly bars: B;
  readonly controls: C;
}

/** Survives two copies of this module: the one a model imports, and the one of the process that runs it. */
const isModel = Symbol.for('qemu-driver-test.device-model');

export function isDeviceModel(value: unknown): value is DeviceModel {
  return typeof value === 'object' && value !== null && isModel in value;
}
