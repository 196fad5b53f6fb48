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
  let isFound = false;
  const children = root.children.map((child): DeviceTreeNode => {
    const ranges = child.properties.get('ranges');
    if (ranges === undefined || !child.properties.get('compatible')?.toString('latin1').startsWith(`${bridge}\0`))
      return child;
    const less = Buffer.from(ranges);
    for (let at = 0; at + entryBytes <= less.length; at += entryBytes)
      isFound = shorten(less.subarray(at, at + entryBytes), taken) || isFound;
    return { ...child, properties: new Map([...child.properties, ['ranges', less]]) };
  });
  if (!isFound) throw new NoDeviceTree(`it has no ${bridge} with addresses from 0x${taken.address.toString(16)} on`);
  return { ...root, children };
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
