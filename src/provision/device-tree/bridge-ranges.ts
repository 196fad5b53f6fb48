import { type DeviceTreeNode, NoDeviceTree } from '../../binary/flattened-tree.ts';

/** Addresses of a machine. */
export interface TakenRange {
  readonly address: number;
  readonly bytes: number;
}

const bridge = 'pci-host-ecam-generic';
/** An entry of `ranges`: the kind of space and an address of PCI, the address of the machine, the length. */
const entryBytes = 28;
const places = { pciAddress: 4, address: 12, length: 20 } as const;

/**
 * The tree whose PCI bridge gives away less: not what is taken, which is at the beginning of one of its ranges. @throws
 * NoDeviceTree when it has no such range
 */
export function withoutRange(root: DeviceTreeNode, taken: TakenRange): DeviceTreeNode {
  const shortened = new Map(root.children.flatMap((child) => shorterBridge(child, taken)));
  if (shortened.size === 0)
    throw new NoDeviceTree(`it has no ${bridge} with addresses from 0x${taken.address.toString(16)} on`);
  return { ...root, children: root.children.map((child) => shortened.get(child) ?? child) };
}

/** The node, and the node as it shall be; empty: it is not the bridge, or does not have these addresses. */
function shorterBridge(
  node: DeviceTreeNode,
  taken: TakenRange,
): readonly (readonly [DeviceTreeNode, DeviceTreeNode])[] {
  const { properties } = node;
  const ranges = Buffer.from(properties.get('ranges') ?? []);
  if (!properties.get('compatible')?.toString('latin1').startsWith(`${bridge}\0`)) return [];
  const count = Math.floor(ranges.length / entryBytes);
  const entries = Array.from({ length: count }, (_, at) => ranges.subarray(at * entryBytes, (at + 1) * entryBytes));
  const isFound = entries.map((entry) => shorten(entry, taken)).includes(true);
  return isFound ? [[node, { ...node, properties: new Map([...properties, ['ranges', ranges]]) }]] : [];
}

/** Whether it is the entry at this address. */
function shorten(entry: Buffer, { address, bytes }: TakenRange): boolean {
  if (entry.readBigUInt64BE(places.address) !== BigInt(address)) return false;
  const more = BigInt(bytes);
  entry.writeBigUInt64BE(entry.readBigUInt64BE(places.pciAddress) + more, places.pciAddress);
  entry.writeBigUInt64BE(BigInt(address) + more, places.address);
  entry.writeBigUInt64BE(entry.readBigUInt64BE(places.length) - more, places.length);
  return true;
}
