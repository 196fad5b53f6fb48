import type { Controls, ControlValues } from '../definition/control.ts';
import type { Handled, ModelBase } from '../definition/model-base.ts';
import type { Properties } from '../definition/property.ts';
import type { Clock } from '../instance/model-clock.ts';
import type { Line } from './line.ts';

/** The device in a model's handlers. */
export interface SerialDevice<S, C extends Controls> {
  /** Recreated at every reset. */
  readonly state: S;
  readonly controls: ControlValues<C>;
  readonly clock: Clock;
  readonly line: Line;
}

/** How a serial device bus finds the driver of the device: by an id of ACPI, by a compatible string, or by either. */
export interface SerdevIdentity {
  readonly acpi?: string;
  readonly compatible?: string | readonly string[];
  /** What ACPI says of the speed; 115200 by default. Most drivers choose their own. */
  readonly baud?: number;
}

export interface SerialDefinition<S, C extends Controls> {
  /** The name in `info/devices` and reports: letters, digits, `.`, `_`, `-`. */
  readonly name: string;
  /** It has a driver of its own, instead of a terminal. It must be at the line of a UART that ACPI describes. */
  readonly serdev?: SerdevIdentity;
  /** What that driver reads by `device_property_read_*`. */
  readonly properties?: Properties;
  /**
   * Called with bytes that the machine has sent, in order and in pieces of any size. While a promise is not settled, no
   * further bytes come.
   */
  readonly received?: (device: SerialDevice<S, C>, bytes: Buffer) => Handled;
  readonly state?: () => S;
  readonly controls?: C;
  /** Called when a machine is connected: state has its initial value, and timers are cancelled. */
  readonly reset?: (device: SerialDevice<S, C>) => void;
  /** Called after a test has set a control. */
  readonly changed?: {
    readonly [N in keyof C]?: (device: SerialDevice<S, C>, value: ControlValues<C>[N]) => Handled;
  };
}

/** A checked definition, without the type-level names of its handlers. */
export interface SerialModel extends ModelBase {
  readonly bus: 'serial';
  /** Absent: the machine has a terminal for it. */
  readonly serdev?: { readonly acpi: string; readonly properties: Properties; readonly baud: number };
  readonly state: () => unknown;
  readonly received: ((device: object, bytes: Buffer) => Handled) | undefined;
  readonly reset: ((device: object) => void) | undefined;
}

/** The names of a model's controls, for the types of a test bus. */
export interface TypedSerialModel<C extends Controls> extends SerialModel {
  readonly controls: C;
}
