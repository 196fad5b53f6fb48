import type { AmlObject } from '../acpi/aml.ts';
import { scope } from '../acpi/aml.ts';
import type { DeviceProperties } from '../acpi/device-properties.ts';
import type { Dsm } from '../acpi/dsm.ts';
import { deviceObject, placeObject } from '../acpi/device-object.ts';
import type { Resource } from '../acpi/resources.ts';
import { ssdt } from '../acpi/ssdt.ts';
import type { Firmware } from '../definition/firmware.ts';
import type { busKinds } from './board-layout.ts';

// A board in the namespace of ACPI. There are two tables: the module of the guest loads the first, registers its buses
// and lines for the places that are there then, and loads the second. So the kernel finds no device before its bus.

/** What a device needs of the places around it. */
export interface TablePlace {
  /** Where the board's BAR lies. */
  readonly base: number;
  /** Of the lines. */
  readonly gpios: string;
  /** What the device is connected to. */
  readonly parent: string;
}

/** A device that ACPI describes. */
export interface TableEntry {
  readonly bus: keyof typeof busKinds;
  /** Of its bus; absent: it is not on one with requests. */
  readonly channel?: number;
  readonly acpi: string;
  readonly dsm?: Dsm | undefined;
  readonly clocks: Firmware['clocks'];
  readonly properties: DeviceProperties;
  readonly resources: (place: TablePlace) => readonly Resource[];
  readonly children: readonly TableEntry[];
}

/** An entry with its name. */
interface Node {
  readonly entry: TableEntry;
  readonly name: string;
  readonly parent: string;
  readonly children: readonly Node[];
}

const system = '\\_SB';
const boardName = 'QDTB';
const board = `${system}.${boardName}`;

/** The board and its buses, by their channels. */
export function busTable(channels: readonly number[]): Buffer {
  const buses = channels.map((channel) => placeObject(busName(channel), channel));
  return ssdt('QDTBUSES', [scope(system, [placeObject(boardName, 0, buses)])]);
}

/** `base`: where the guest has the board's BAR. */
export function deviceTable(entries: readonly TableEntry[], base: number): Buffer {
  const nodes = nodesOf(entries);
  return ssdt(
    'QDTDEVS',
    nodes.map((node) => scope(node.parent, [objectOf(node, base)])),
  );
}

/** The devices of the second table, by their paths. */
export function tablePaths(
  entries: readonly TableEntry[],
): readonly (Pick<TableEntry, 'bus' | 'clocks'> & { readonly path: string })[] {
  const flat = (node: Node): readonly Node[] => [node, ...node.children.flatMap(flat)];
  return nodesOf(entries)
    .flatMap(flat)
    .map(({ entry, name, parent }) => ({ bus: entry.bus, clocks: entry.clocks, path: `${parent}.${name}` }));
}

/** `guest/board/table.c` makes the same. */
function busName(channel: number): string {
  return `B${hex3(channel)}`;
}

function nodesOf(entries: readonly TableEntry[]): readonly Node[] {
  let count = 0;
  const nodeOf = (entry: TableEntry, parent: string): Node => {
    const name = `D${hex3(count++)}`;
    return { entry, name, parent, children: entry.children.map((child) => nodeOf(child, `${parent}.${name}`)) };
  };
  return entries.map((entry) =>
    nodeOf(entry, entry.channel === undefined ? board : `${board}.${busName(entry.channel)}`),
  );
}

function objectOf({ entry, name, parent, children }: Node, base: number): AmlObject {
  const { acpi, dsm, properties } = entry;
  return deviceObject({
    parent,
    name,
    acpi,
    dsm,
    properties,
    gpios: board,
    resources: entry.resources({ base, gpios: board, parent }),
    children: children.map((child) => objectOf(child, base)),
  });
}

function hex3(value: number): string {
  return value.toString(16).toUpperCase().padStart(3, '0');
}
