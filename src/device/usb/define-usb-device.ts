import type { Controls } from '../definition/control.ts';
import { markModel } from '../definition/model-base.ts';
import { checkUsbModel } from './check-usb-model.ts';
import type { TypedUsbModel, UsbDefinition, UsbModel } from './usb-definition.ts';
import type { UsbInterfaces } from './usb-interface.ts';

/**
 * A USB device, described like its data sheet: its descriptors and the answers to standard requests are made from this.
 * Nothing runs yet: every machine gets its own instance. @throws DefinitionError that lists all problems of the
 * description
 */
export function defineUsbDevice<
  const I extends UsbInterfaces,
  const C extends Controls = NoControls,
  S = undefined,
  R extends string = never,
>(definition: UsbDefinition<I, R, S, C>): TypedUsbModel<I, R, C> {
  const model: TypedUsbModel<I, R, C> = {
    bus: 'usb',
    name: definition.name,
    usb: definition.usb,
    interfaces: definition.interfaces,
    controls: definition.controls ?? ({} as C),
    state: definition.state ?? (() => undefined),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    control: (definition.control ?? {}) as TypedUsbModel<I, R, C>['control'],
    received: (definition.received ?? {}) as UsbModel['received'],
    reset: definition.reset as UsbModel['reset'],
    changed: (definition.changed ?? {}) as UsbModel['changed'],
  };
  checkUsbModel(model);
  return markModel(model);
}

/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;
