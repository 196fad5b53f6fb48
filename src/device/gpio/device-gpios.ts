import type { ControlValue } from '../definition/control.ts';
import type { DeviceParts } from '../fault/device-parts.ts';
import { LineFaults, type LineFaultOptions } from '../fault/line-faults.ts';
import type { GpioLine, GpioLines, GpioModelPart } from './gpio-line.ts';

/** Where the lines of a device end on a board. */
export type LineEnds = (line: string, isOn: boolean) => void;

export interface GpioOptions extends LineFaultOptions {
  readonly lines: GpioLines;
  /** Holds whether each line is on, as the device has it. */
  readonly states: Record<string, ControlValue>;
  /** The guest has switched a line. */
  readonly onDriven: (line: string, isOn: boolean) => void;
}

/** Whether each line of a device is on after power-on. */
export function initialStates(lines: GpioLines): Record<string, ControlValue> {
  const states = Object.entries<GpioLine>(lines).map(
    ([name, { direction, initial = false }]) => [name, direction === 'in' && initial] as const,
  );
  return Object.fromEntries(states);
}

/** What faults and coverage find on a device with these lines, beside the rest of it. */
export function gpioParts({ gpios }: GpioModelPart): Pick<DeviceParts, 'accesses' | 'names'> & {
  readonly lines: readonly string[];
} {
  const lines = Object.keys(gpios);
  if (lines.length === 0) return { accesses: [], names: {}, lines };
  return { accesses: ['line'], names: { line: lines }, lines };
}

/** The lines of a device: device → faults → log → board, and back. */
export class DeviceGpios {
  readonly lines: GpioLines;
  /** What the model's handlers get: `lines.ready = true`. */
  readonly view: object;
  readonly #options: GpioOptions;
  readonly #faults: LineFaults;
  #ends: LineEnds = () => undefined;

  constructor(options: GpioOptions) {
    this.#options = options;
    this.lines = options.lines;
    this.#faults = new LineFaults(options);
    this.view = Object.seal(Object.defineProperties({}, this.#properties()));
  }

  connect(ends: LineEnds): void {
    this.#ends = ends;
  }

  isOn(line: string): boolean {
    return this.#options.states[line] === true;
  }

  /** The guest has switched a line. */
  driven(line: string, isOn: boolean): void {
    const { states, onDriven } = this.#options;
    this.#faults.pass({ kind: 'line', name: line, direction: 'out', isOn }, (arrived) => {
      states[line] = arrived;
      onDriven(line, arrived);
    });
  }

  /** The guest sees the line as the device has it. */
  tell(line: string): void {
    const isOn = this.isOn(line);
    this.#faults.pass({ kind: 'line', name: line, direction: 'in', isOn }, (arrived) => this.#ends(line, arrived));
  }

  /** A line of direction `out` has no setter, so that a model which sets it fails. */
  #properties(): PropertyDescriptorMap {
    return Object.fromEntries(
      Object.entries<GpioLine>(this.lines).map(([name, { direction }]) => [
        name,
        {
          enumerable: true,
          get: () => this.isOn(name),
          ...(direction === 'in' ? { set: (isOn: boolean) => this.#switch(name, isOn) } : {}),
        },
      ]),
    );
  }

  #switch(line: string, isOn: boolean): void {
    if (this.isOn(line) === isOn) return;
    this.#options.states[line] = isOn;
    this.tell(line);
  }
}
