import { describe, expect, it } from 'vitest';
import type { DeviceTreeNode } from '../../../../src/binary/flattened-tree.ts';
import { withoutRange } from '../../../../src/provision/device-tree/bridge-ranges.ts';
import { readComplaints, treeSource } from '../../../../src/provision/device-tree/tree-source.ts';

describe('the source of a tree', () => {
  it('has the tree, then the fragments with their own places', () => {
    const child: DeviceTreeNode = {
      name: 'uart@10',
      label: 'uart0',
      properties: new Map([
        ['reg', Buffer.of(0, 0, 0, 16)],
        ['wakeup', Buffer.alloc(0)],
      ]),
      children: [],
    };
    const root = { name: '', properties: new Map(), children: [child] };
    expect(treeSource(root, [{ file: '/s/a "b"', text: '&uart0 { };' }])).toBe(
      [
        '/dts-v1/;',
        '/ {',
        '\tuart0: uart@10 {',
        '\t\treg = [00000010];',
        '\t\twakeup;',
        '\t};',
        '};',
        '# 1 "/s/a \\"b\\""',
        '&uart0 { };',
        '',
      ].join('\n'),
    );
  });

  it('gets the complaints of dtc at the lines of the fragments, each once', () => {
    const output = [
      'Error: /s/one:7.1-2 syntax error',
      'FATAL ERROR: Unable to parse input tree',
      '/s/two:3.13-5.4: ERROR (phandle_references): /i2c0: Reference to non-existent node or label "x"',
      '/s/two:3.13-5.4: ERROR (phandle_references): /i2c0: Reference to non-existent node or label "x"',
      '/s/two:9.1-7: Warning (unit_address_vs_reg): /i2c0/a: node has a reg or ranges property, but no unit name',
      '/tmp/tree.dts:3.21-43: ERROR (phandle_references): /uart0: Reference to non-existent node or label "y"',
      '',
      '  also defined at /s/one:1.10-3.3',
      '/tmp/tree.dts:20.1-4: Warning (simple_bus_reg): /pcie: missing',
      '  also defined at /s/two:1.1-2.2',
    ].join('\n');
    expect(readComplaints(output, new Set(['/s/one', '/s/two']))).toEqual([
      { kind: 'error', file: '/s/one', line: 7, message: 'syntax error' },
      {
        kind: 'error',
        file: '/s/two',
        line: 3,
        message: '/i2c0: Reference to non-existent node or label "x" (phandle_references)',
      },
      {
        kind: 'warning',
        file: '/s/two',
        line: 9,
        message: '/i2c0/a: node has a reg or ranges property, but no unit name (unit_address_vs_reg)',
      },
      {
        kind: 'error',
        file: '/s/one',
        line: 1,
        message: '/uart0: Reference to non-existent node or label "y" (phandle_references)',
      },
    ]);
  });
});

describe('the PCI bridge', () => {
  const entry = (space: number, address: number, length: number): readonly number[] => [
    ...[space, 0, address],
    ...[0, address, 0, length],
  ];
  const words = (...values: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(4 * values.length);
    values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index));
    return bytes;
  };
  const bridge = (first: number): DeviceTreeNode => ({
    name: '',
    properties: new Map(),
    children: [
      {
        name: 'pcie@10000000',
        properties: new Map([
          ['compatible', Buffer.from('pci-host-ecam-generic\0')],
          ['ranges', words(...entry(0x01000000, 0x3eff0000, 0x10000), ...entry(0x02000000, first, 0x2eff0000))],
        ]),
        children: [],
      },
    ],
  });
  const taken = { address: 0x10000000, bytes: 0x200000 };

  it('gives away what is left', () => {
    const [pcie] = withoutRange(bridge(0x10000000), taken).children;
    const rest = entry(0x02000000, 0x10200000, 0x2edf0000);
    expect(pcie?.properties.get('ranges')).toEqual(words(...entry(0x01000000, 0x3eff0000, 0x10000), ...rest));
  });

  it('of another machine is not ours to change', () => {
    expect(() => withoutRange(bridge(0x20000000), taken)).toThrow(
      'it has no pci-host-ecam-generic with addresses from 0x10000000 on',
    );
  });
});
