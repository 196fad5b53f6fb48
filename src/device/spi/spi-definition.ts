import type { LineControl } from '../board/device-line.ts';
import type { Controls, ControlValues } from '../definition/control.ts';
import type { Firmware, FirmwareDefinition, FirmwareIdentity } from '../definition/firmware.ts';
import type { Handled, ModelBase } from '../definition/model-base.ts';
import type { GpioLines, GpioModelPart, GpioUser, LineStates } from '../gpio/gpio-line.ts';
import type { Clock } from '../instance/model-clock.ts';
import type {
  PointedDefinition,
  PointedMemories,
  PointedModel,
  PointedRegisters,
  PointedView,
} from '../register/pointed-register.ts';
import type { SpiAddressing } from './spi-addressing.ts';

export interface SpiIdentity extends FirmwareIdentity {
  /** The name by which its driver knows it: one of the driver's `id_table`, or the driver's own. Or `acpi` finds it. */
  readonly type?: string;
  /** The fastest clock; 10 MHz by default. */
  readonly maxHz?: number;
  /** Clock polarity and phase; 0 by default. */
  readonly mode?: 0 | 1 | 2 | 3;
}

/** A command: the first byte of an exchange. `mask`: the bits of it that count, all by default. */
export type SpiCommand = number | { readonly code: number; readonly mask?: number };

/** The device in a model's handlers. */
export interface SpiDevice<
  S,
  C extends Controls,
  L extends GpioLines,
  R extends PointedRegisters,
  M extends PointedMemories,
> extends PointedView<R, M> {
  /** What it knows; recreated at every reset. */
  readonly state: S;
  readonly controls: ControlValues<C>;
  readonly clock: Clock;
  /** The line of `spi.interrupt`. Without it, nothing listens. */
  readonly interrupts: LineControl;
  /** Whether each line of `gpios` is on. Those of direction `in` can be set. */
  readonly lines: LineStates<L>;
}

/** How the controller carries an exchange. */
export interface SpiSetting<K extends string = string> {
  /** The name of the command in the definition; undefined: it has none. */
  readonly command: K | undefined;
  readonly hz: number;
  readonly mode: number;
}

export interface SpiDefinition<
  S,
  C extends Controls,
  K extends string,
  L extends GpioLines,
  R extends PointedRegisters,
  M extends PointedMemories,
> extends FirmwareDefinition,
    GpioUser<L, SpiDevice<S, C, L, R, M>>,
    PointedDefinition<R, M, SpiDevice<S, C, L, R, M>> {
  /** The name in `info/devices` and reports: letters, digits, `.`, `_`, `-`. */
  readonly name: string;
  readonly spi: SpiIdentity;
  /** Names for what the first byte says, for handlers, the filter `command=` of faults and coverage. */
  readonly commands?: Readonly<Record<K, SpiCommand>>;
  readonly state?: () => S;
  readonly controls?: C;
  /** How an exchange names a register; `{ readBit: 0x80 }` by default. */
  readonly addressing?: SpiAddressing;
  /**
   * Called once for the time that the chip select is low, unless the exchange is with registers. `sent`: all bytes of
   * the controller, zeros where it only listens. Returns what the device sends at the same time, byte by byte; what is
   * missing at the end reads 0xff.
   */
  readonly exchange?: (
    device: SpiDevice<S, C, L, R, M>,
    sent: Buffer,
    setting: SpiSetting<K>,
  ) => Uint8Array | Promise<Uint8Array>;
  /** Called after a reset, when state has its initial value and timers are cancelled. */
  readonly reset?: (device: SpiDevice<S, C, L, R, M>) => void;
  /** Called after a test has set a control. */
  readonly changed?: {
    readonly [N in keyof C]?: (device: SpiDevice<S, C, L, R, M>, value: ControlValues<C>[N]) => Handled;
  };
}

/** A checked definition, without the type-level names of its handlers. */
export interface SpiModel extends ModelBase, GpioModelPart, PointedModel {
  readonly bus: 'spi';
  /** `type`: empty if ACPI finds the driver. */
  readonly spi: Required<Omit<SpiIdentity, keyof FirmwareIdentity>>;
  readonly firmware: Firmware;
  readonly commands: Readonly<Record<string, SpiCommand>>;
  readonly state: () => unknown;
  /** Undefined: the device has no registers. */
  readonly addressing: SpiAddressing | undefined;
  readonly exchange:
    | ((device: object, sent: Buffer, setting: SpiSetting) => Uint8Array | Promise<Uint8Array>)
    | undefined;
  readonly reset: ((device: object) => void) | undefined;
}

/** The names of a model's controls, lines and registers, for the types of a test bus. */
export interface TypedSpiModel<
  C extends Controls,
  L extends GpioLines = GpioLines,
  R extends PointedRegisters = PointedRegisters,
  M extends PointedMemories = PointedMemories,
> extends SpiModel {
  readonly controls: C;
  readonly gpios: L;
  readonly registers: R;
  readonly memory: M;
}
