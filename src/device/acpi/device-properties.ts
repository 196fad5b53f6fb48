import type { Properties, PropertyValue } from '../definition/property.ts';
import { type AmlData, type AmlObject, bytes, integer, list, named, reference, text } from './aml.ts';
import { uuidBytes } from './dsm-method.ts';

// `_DSD`: what a driver reads by device_property_read_*, the lines that it asks for, and nodes below the device.

/** A line that a driver finds under the name of a property. */
export interface LineProperty {
  /** With its ending: `reset-gpios`. */
  readonly property: string;
  readonly pin: number;
  readonly activeLow: boolean;
}

export interface PropertyNode {
  readonly properties: Properties;
  readonly lines: readonly LineProperty[];
}

/** A device's properties, and those of nodes below it, such as the keys of gpio-keys. */
export interface DeviceProperties extends PropertyNode {
  readonly nodes: readonly PropertyNode[];
}

const propertiesId = uuidBytes('daffd814-6eba-4d8c-8a91-bc9bbf4aa301');
const nodesId = uuidBytes('dbb8e3e6-5886-4ba6-8795-1319f52a966b');

/** The pins in the order in which the properties count them among the device's resources. */
export function pinsOf({ lines, nodes }: DeviceProperties): readonly number[] {
  return [lines, ...nodes.map((node) => node.lines)].flat().map(({ pin }) => pin);
}

/** `path`: of the device, whose resources its lines are. */
export function propertyObjects(path: string, { nodes, ...own }: DeviceProperties): readonly AmlObject[] {
  let counted = 0;
  const groupOf = ({ properties, lines }: PropertyNode): readonly AmlData[] => {
    const pairs = Object.entries(properties).map(([name, value]) => list([text(name), valueData(value)]));
    const references = lines.map((line) => list([text(line.property), lineData(path, counted++, line)]));
    return pairs.length + references.length === 0 ? [] : [bytes(propertiesId), list([...pairs, ...references])];
  };
  const first = groupOf(own);
  const below = nodes.map((node, index) => named(nodeName(index), list(groupOf(node))));
  const names = nodes.map((_node, index) => list([text(nodeName(index)), text(nodeName(index))]));
  const all = [...first, ...(names.length === 0 ? [] : [bytes(nodesId), list(names)])];
  return [...(all.length === 0 ? [] : [named('_DSD', list(all))]), ...below];
}

function nodeName(index: number): string {
  return `N${index.toString(16).toUpperCase().padStart(3, '0')}`;
}

/** The resource, the first pin of it, and whether the line is active low. */
function lineData(path: string, resource: number, { activeLow }: LineProperty): AmlData {
  return list([reference(path), integer(resource), integer(0), integer(activeLow ? 1 : 0)]);
}

function valueData(value: PropertyValue): AmlData {
  if (value === true) return integer(1);
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object') return integer(Number(value));
  const items: readonly (string | number | bigint)[] = value;
  return list(items.map((item) => (typeof item === 'string' ? text(item) : integer(Number(item)))));
}
