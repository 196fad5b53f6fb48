import type { DeviceGpios } from '../gpio/device-gpios.ts';
import type { GpioLine } from '../gpio/gpio-line.ts';
import { gpioRecord } from './board-records.ts';
import type { Lines } from './line-bank.ts';

/** The number of a line on the board, by its name at the device. */
export type FindLine = (name: string) => { readonly line: number; readonly activeLow: boolean };

/** The lines of a device, on a board. */
export interface ConnectedGpios {
  readonly find: FindLine;
  /** By which the device's own driver finds each of them under its name. */
  readonly records: () => readonly Buffer[];
  readonly leave: () => void;
}

/** @throws BoardError when the board has no more lines */
export function connectGpios(id: string, gpios: DeviceGpios, bank: Lines): ConnectedGpios {
  const numbers = new Map<string, number>();
  for (const [name, { direction, activeLow = false }] of Object.entries<GpioLine>(gpios.lines)) {
    const line = bank.take(`${id}.${name}`, direction === 'in' && gpios.isOn(name) !== activeLow);
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
    records: () =>
      [...numbers.keys()].map((name) => {
        const { line, activeLow } = find(name);
        return gpioRecord(name, line, activeLow);
      }),
    leave: () => gpios.connect(() => undefined),
  };
}
