import { checkFirmwareName } from '../definition/firmware.ts';
import type { Handled } from '../definition/model-base.ts';

/** A line between a board and what is at its other end: a button, a lamp, the reset of a chip. */
export interface GpioLine {
  /** As the guest has it: `in` is driven by the device and read by the guest, `out` the other way round. */
  readonly direction: 'in' | 'out';
  /** On is the low level. */
  readonly activeLow?: boolean;
  /** Of `in`: whether it is on after power-on. */
  readonly initial?: boolean;
  readonly about?: string;
}

export type GpioLines = Readonly<Record<string, GpioLine>>;

/** No lines were declared. */
export type NoLines = Readonly<Record<string, never>>;

/** Whether each line is on. Those of direction `in` can be set. */
export type LineStates<L extends GpioLines> = string extends keyof L ? NoLines : { -readonly [N in keyof L]: boolean };

/** What a device on a bus says of its lines, beside registers or exchanges. `D`: the device in its handlers. */
export interface GpioUser<L extends GpioLines, D> {
  /** The lines that its driver asks for, by the names that it uses: `devm_gpiod_get(dev, "reset", …)`. */
  readonly gpios?: L;
  /** Called when the guest has switched a line of direction `out`. */
  readonly driven?: string extends keyof L
    ? NoLines
    : { readonly [N in keyof L]?: (device: D, isOn: boolean) => Handled };
}

/** As `GpioUser`, checked and without its names. */
export interface GpioModelPart {
  readonly gpios: GpioLines;
  readonly driven: Readonly<Record<string, ((device: object, isOn: boolean) => Handled) | undefined>>;
}

export function gpiosOf<L extends GpioLines>({
  gpios = {} as L,
  driven = {},
}: GpioUser<L, never>): GpioModelPart & { readonly gpios: L } {
  // The handlers are typed by the names in the definition, and are called only with its instances.
  return { gpios, driven: driven as GpioModelPart['driven'] };
}

/** A board has no more. */
const maxLines = 32;

/** `taken`: other names of the same device, which faults and coverage could not tell from a line's. */
export function* checkGpios(
  { gpios, driven }: GpioModelPart,
  taken: Readonly<Record<string, readonly string[]>> = {},
): Iterable<string> {
  const names = Object.keys(gpios);
  if (names.length > maxLines) yield `gpios: expected at most ${maxLines}, found ${names.length}`;
  for (const name of names) yield* checkFirmwareName(`gpios.${name}`, name);
  yield* checkLines('gpios', gpios, driven);
  for (const [what, others] of Object.entries(taken))
    for (const name of names.filter((candidate) => others.includes(candidate)))
      yield `gpios.${name}: a ${what} has this name`;
}

export function* checkLines(where: string, lines: GpioLines, driven: GpioModelPart['driven']): Iterable<string> {
  for (const [line, { direction, initial }] of Object.entries<GpioLine>(lines)) {
    if (!['in', 'out'].includes(direction)) yield `${where}.${line}.direction: expected in or out, found ${direction}`;
    if (direction === 'out' && initial !== undefined) yield `${where}.${line}.initial: the guest drives this line`;
  }
  for (const line of Object.keys(driven))
    if (lines[line]?.direction !== 'out') yield `driven.${line}: no line of direction out has this name`;
}
