import { describe, expect, it } from 'vitest';
import {
  type DeviceTreeNode,
  flattenTree,
  NoDeviceTree,
  parseFlattenedTree,
} from '../../../src/binary/flattened-tree.ts';

const tree: DeviceTreeNode = {
  name: '',
  properties: new Map([
    ['#address-cells', Buffer.of(0, 0, 0, 2)],
    ['compatible', Buffer.from('linux,dummy-virt\0')],
  ]),
  children: [
    { name: 'chosen', properties: new Map([['empty', Buffer.alloc(0)]]), children: [] },
    {
      name: 'bus@1000',
      properties: new Map(),
      children: [{ name: 'child', properties: new Map([['compatible', Buffer.from('a,b\0c,d\0')]]), children: [] }],
    },
  ],
};

describe('a flattened device tree', () => {
  it('is read as it was written, and has the same bytes again', () => {
    const bytes = flattenTree(tree);
    expect(parseFlattenedTree(bytes)).toEqual(tree);
    expect(flattenTree(parseFlattenedTree(bytes)).equals(bytes)).toBe(true);
  });

  it('has the header of version 17, with every size', () => {
    const bytes = flattenTree(tree);
    const words = Array.from({ length: 10 }, (_, index) => bytes.readUInt32BE(4 * index));
    const [magic, total = 0, structure = 0, strings = 0, reservations, version, compatible, , stringBytes = 0] = words;
    expect([magic, version, compatible, reservations]).toEqual([0xd00dfeed, 17, 16, 40]);
    expect([total, strings + stringBytes]).toEqual([bytes.length, bytes.length]);
    expect(structure + (words[9] ?? 0)).toBe(strings);
  });

  it('that is cut off anywhere, or has a strange token, is none', () => {
    const bytes = flattenTree(tree);
    for (let length = 0; length < bytes.length; length++)
      expect(() => parseFlattenedTree(bytes.subarray(0, length)), String(length)).toThrow(NoDeviceTree);
    const strange = Buffer.from(bytes);
    strange.writeUInt32BE(7, bytes.readUInt32BE(8));
    expect(() => parseFlattenedTree(strange)).toThrow('it does not begin with a node');
  });

  it('is not followed into any depth', () => {
    let deep: DeviceTreeNode = { name: 'end', properties: new Map(), children: [] };
    for (let depth = 0; depth < 100; depth++) deep = { name: 'n', properties: new Map(), children: [deep] };
    expect(() => parseFlattenedTree(flattenTree(deep))).toThrow('its nodes are deeper than 64');
  });
});
