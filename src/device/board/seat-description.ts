import { gpioInterrupt, type Resource, uartConnection } from '../acpi/resources.ts';
import type { Firmware } from '../definition/firmware.ts';
import type { PlatformUnit } from '../unit/platform-unit.ts';
import type { BoardSeat } from './board-bus.ts';
import type { ConnectedGpios } from './board-gpios.ts';
import { firmwareRecords } from './board-records.ts';
import type { TableEntry, TablePlace } from './board-table.ts';

// What the guest is told of a device: records of the board, or an entry of the table.

/** The device at the far end of a UART, if it has a driver of its own. */
export function behindLine({ line }: PlatformUnit): readonly TableEntry[] {
  const serdev = line?.farEnd?.serdev;
  if (serdev === undefined) return [];
  const { acpi, properties, baud } = serdev;
  const resources = ({ parent }: TablePlace): readonly Resource[] => [uartConnection(baud, parent)];
  return [{ bus: 'serial', acpi, properties, resources, children: [] }];
}

/** On a bus whose model has no clock. */
export const i2cHz = 400_000;

export interface Description {
  readonly record: () => Buffer;
  readonly line: number | undefined;
  readonly gpios: ConnectedGpios;
  /** `connections`: what the device has besides its interrupt. */
  readonly entry: Pick<TableEntry, 'bus' | 'channel'> & {
    readonly connections: (place: TablePlace) => readonly Resource[];
    readonly children?: () => readonly TableEntry[];
  };
}

/** By records, or as ACPI has it. */
export function describe(
  firmware: Firmware,
  { record, line, gpios, entry: { connections, children = () => [], ...entry } }: Description,
): Pick<BoardSeat, 'records' | 'entry'> {
  const { acpi, dsm, properties, interrupt = {} } = firmware;
  if (acpi === undefined) return { records: [record(), ...firmwareRecords(firmware), ...gpios.records()] };
  const resources = (place: TablePlace): readonly Resource[] => [
    ...connections(place),
    ...(line === undefined ? [] : [gpioInterrupt(line, interrupt, place.gpios)]),
  ];
  return { records: [], entry: () => ({ ...entry, acpi, dsm, properties, resources, children: children() }) };
}
