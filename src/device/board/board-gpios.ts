import type { DeviceGpios } from '../gpio/device-gpios.ts';
import type { GpioLine } from '../gpio/gpio-line.ts';
import type { Lines } from './line-bank.ts';

/** The number of a line on the board, by its name at the device. */
export type FindLine = (name: string) => { readonly line: number; readonly activeLow: boolean };

/** A line as a driver asks for it. */
export interface LineUse {
  readonly name: string;
  readonly line: number;
  readonly activeLow: boolean;
}

/** The lines of a device, on a board. */
export interface ConnectedGpios {
  readonly find: FindLine;
  /** Each under its own name, by which the device's driver asks for it. */
  readonly uses: readonly LineUse[];
  readonly leave: () => void;
}

/** @throws BoardError when the board has no more lines */
export function connectGpios(id: string, gpios: DeviceGpios, bank: Lines): ConnectedGpios {
  const numbers = new Map<string, number>();
  for (const [name, { direction, activeLow = false }] of Object.entries<GpioLine>(gpios.lines)) {
    // A line that the guest does not drive is off, as if a resistor pulled it there.
    const line = bank.take(`${id}.${name}`, (direction === 'in' && gpios.isOn(name)) !== activeLow);
    numbers.set(name, line);
    if (direction === 'out') bank.onDriven(line, (isHigh) => gpios.driven(name, isHigh !== activeLow));
  }
  const find: FindLine = (name) => {
    const line = numbers.get(name);
    if (line === undefined) throw new Error(`Internal error: line ${name} has no number`);
    return { line, activeLow: gpios.lines[name]?.activeLow === true };
  };
  gpios.connect((name, isOn) => {
    const { line, activeLow } = find(name);
    bank.drive(line, isOn !== activeLow);
  });
  return {
    find,
    uses: [...numbers.keys()].map((name) => ({ name, ...find(name) })),
    leave: () => gpios.connect(() => undefined),
  };
}
