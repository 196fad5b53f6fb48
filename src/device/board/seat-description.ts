import { gpioInterrupt, type Resource, uartConnection } from '../acpi/resources.ts';
import type { LineProperty } from '../acpi/device-properties.ts';
import type { Firmware } from '../definition/firmware.ts';
import type { Properties } from '../definition/property.ts';
import type { PlatformUnit } from '../unit/platform-unit.ts';
import type { BoardSeat } from './board-bus.ts';
import type { LineUse } from './board-gpios.ts';
import { childRecord, firmwareRecords, gpioRecord, propertyRecord } from './board-records.ts';
import type { TableEntry, TablePlace } from './board-table.ts';

// What the guest is told of a device: records of the board, or an entry of the table.

/** The device at the far end of a UART, if it has a driver of its own. */
export function behindLine({ line }: PlatformUnit): readonly TableEntry[] {
  const serdev = line?.farEnd?.serdev;
  if (serdev === undefined) return [];
  const { acpi, properties, baud } = serdev;
  const resources = ({ parent }: TablePlace): readonly Resource[] => [uartConnection(baud, parent)];
  return [
    { bus: 'serial', acpi, clocks: {}, properties: { properties, lines: [], nodes: [] }, resources, children: [] },
  ];
}

/** On a bus whose model has no clock. */
export const i2cHz = 400_000;

/** A node below a device. Its lines have the names of properties, such as `gpios`. */
export interface ChildNode {
  readonly properties: Properties;
  readonly uses: readonly LineUse[];
}

export interface Description {
  readonly record: () => Buffer;
  /** Of its interrupt. */
  readonly line: number | undefined;
  /** The lines that its driver asks for by name. */
  readonly uses: readonly LineUse[];
  readonly nodes?: readonly ChildNode[];
  /** `connections`: what the device has besides its lines. */
  readonly entry: Pick<TableEntry, 'bus' | 'channel'> & {
    readonly connections: (place: TablePlace) => readonly Resource[];
    readonly children?: () => readonly TableEntry[];
  };
}

/** By records, or as ACPI has it. */
export function describe(firmware: Firmware, description: Description): Pick<BoardSeat, 'records' | 'entry'> {
  const { acpi } = firmware;
  return acpi === undefined
    ? { records: recordsOf(firmware, description) }
    : { records: [], entry: () => entryOf({ ...firmware, acpi }, description) };
}

function recordsOf(firmware: Firmware, { record, uses, nodes = [] }: Description): readonly Buffer[] {
  return [
    record(),
    ...firmwareRecords(firmware),
    ...uses.map(gpioRecord),
    ...nodes.flatMap((node) => [
      childRecord(),
      ...Object.entries(node.properties).map(([name, property]) => propertyRecord(name, property)),
      ...node.uses.map(gpioRecord),
    ]),
  ];
}

function entryOf(
  { acpi, dsm, properties, clocks, interrupt = {} }: Firmware & { readonly acpi: string },
  { line, uses, nodes = [], entry: { connections, children = () => [], ...entry } }: Description,
): TableEntry {
  const resources = (place: TablePlace): readonly Resource[] => [
    ...connections(place),
    ...(line === undefined ? [] : [gpioInterrupt(line, interrupt, place.gpios)]),
  ];
  return {
    ...entry,
    acpi,
    dsm,
    clocks,
    properties: {
      properties,
      lines: uses.map((use) => lineProperty(use, use.name === '' ? 'gpios' : `${use.name}-gpios`)),
      nodes: nodes.map((node) => ({
        properties: node.properties,
        lines: node.uses.map((use) => lineProperty(use, use.name)),
      })),
    },
    resources,
    children: children(),
  };
}

function lineProperty({ line, activeLow }: LineUse, property: string): LineProperty {
  return { property, pin: line, activeLow };
}
