import { describe, expect, it } from 'vitest';
import { hostTime } from '../../../../src/device/instance/model-clock.ts';
import { definePlatformDevice } from '../../../../src/device/platform/define-platform-device.ts';
import type { PlatformModel } from '../../../../src/device/platform/platform-definition.ts';
import { propertyBytes, treeFactsOf } from '../../../../src/device/tree/tree-facts.ts';
import { TreeFunction } from '../../../../src/device/tree/tree-function.ts';
import { crowdedOfTree, type TreeDevice, treeNodes } from '../../../../src/device/tree/tree-nodes.ts';
import { treeBase } from '../../../../src/device/tree/tree-places.ts';
import { PlatformUnit } from '../../../../src/device/unit/platform-unit.ts';

function model(name: string, size: number, more: object = {}): PlatformModel {
  return definePlatformDevice({
    name,
    platform: { compatible: `test,${name}` },
    interrupts: { line: true },
    bars: { 0: { size, registers: { ID: { at: 0, reset: name.length, access: 'RO' }, GO: { at: 4 } } } },
    write: { GO: ({ interrupts }: { interrupts: { raise: () => void } }) => interrupts.raise() },
    ...more,
  });
}

const models: Readonly<Record<string, PlatformModel>> = {
  small: model('a', 0x100, { clocks: { bus: 1000, core: 2000 }, properties: { label: 'first', depth: 3 } }),
  large: model('bb', 0x20000, { gpios: { enable: { direction: 'out' }, ready: { direction: 'in', activeLow: true } } }),
  edge: model('ccc', 0x1000, { interrupts: { line: { trigger: 'edge', activeLow: true } }, clocks: { '': 5 } }),
};

function devices(): readonly TreeDevice[] {
  return Object.entries(models).map(([id, one]) => {
    const facts = treeFactsOf(one);
    if (facts === undefined) throw new Error('no facts');
    return { id, facts: JSON.parse(JSON.stringify(facts)) as typeof facts };
  });
}

function nodesByName(): ReadonlyMap<string, ReadonlyMap<string, Buffer>> {
  return new Map(treeNodes(devices()).map(({ name, properties }) => [name.replace(/@.*/, ''), properties]));
}

function cells(bytes: Buffer | undefined): readonly number[] {
  return Array.from({ length: (bytes?.length ?? 0) / 4 }, (_, index) => bytes?.readUInt32BE(4 * index) ?? 0);
}

describe('the nodes of devices', () => {
  const nodes = nodesByName();
  const phandle = (name: string): number => cells(nodes.get(name)?.get('phandle'))[0] ?? 0;

  it('say where the registers are that the function brings', () => {
    const tree = new TreeFunction(hostTime.nowUs);
    for (const [id, one] of Object.entries(models)) tree.add(id, new PlatformUnit(one, { time: hostTime }));
    for (const [id, one] of Object.entries(models)) {
      const [, address = 0, , size = 0] = cells(nodes.get(id)?.get('reg'));
      expect([id, size]).toEqual([id, one.bars[0].size]);
      const read = tree.read({ bar: 0, offset: address - treeBase, length: 4 });
      expect(Buffer.isBuffer(read) && read.readUInt32LE()).toBe(one.name.length);
    }
  });

  it('name the lines that the function has for them, with their triggers', () => {
    const chip = phandle('gpio');
    expect(cells(nodes.get('small')?.get('interrupts-extended'))).toEqual([chip, 0, 4]);
    expect(cells(nodes.get('large')?.get('interrupts-extended'))).toEqual([chip, 1, 4]);
    expect(cells(nodes.get('large')?.get('enable-gpios'))).toEqual([chip, 2, 0]);
    expect(cells(nodes.get('large')?.get('ready-gpios'))).toEqual([chip, 3, 1]);
    expect(cells(nodes.get('edge')?.get('interrupts-extended'))).toEqual([chip, 4, 2]);
  });

  it('send the message that the node of the chip names', async () => {
    const sent: string[] = [];
    const tree = new TreeFunction(hostTime.nowUs);
    const write = (address: bigint, bytes: Buffer): Promise<void> => {
      sent.push(`${address.toString(16)} ${bytes.readUInt32LE()}`);
      return Promise.resolve();
    };
    const plugged = tree.plugInto({ read: () => Promise.resolve(Buffer.alloc(0)), write });
    tree.add('small', new PlatformUnit(model('a', 0x100), { time: hostTime }));
    const [, spi = 0, trigger] = cells(nodes.get('gpio')?.get('interrupts'));
    for (const at of [0x404, 0x40c, 0x410]) tree.write({ bar: 0, offset: at, length: 1 }, Buffer.of(1));
    const go = (): void => tree.write({ bar: 0, offset: 0x10004, length: 4 }, Buffer.alloc(4));
    go();
    await Promise.resolve();
    expect(sent).toEqual([]);
    plugged.config.write(4, Buffer.of(6, 0));
    for (const bit of [0, 1]) tree.write({ bar: 0, offset: 0x410, length: 1 }, Buffer.of(bit));
    await Promise.resolve();
    expect(sent).toEqual([`8020040 ${spi + 32}`]);
    expect(trigger).toBe(1);
  });

  it('have clocks, properties, and the supply that they wait for', () => {
    const small = nodes.get('small');
    expect(cells(small?.get('clocks'))).toEqual([phandle('qdt-clock-small-bus'), phandle('qdt-clock-small-core')]);
    expect(small?.get('clock-names')?.toString()).toBe('bus\0core\0');
    expect(cells(nodes.get('qdt-clock-small-core')?.get('clock-frequency'))).toEqual([2000]);
    expect(nodes.get('edge')?.has('clock-names')).toBe(false);
    expect(small?.get('label')?.toString()).toBe('first\0');
    expect(small?.get('compatible')?.toString()).toBe('test,a\0');
    for (const name of ['gpio', 'small', 'large', 'edge'])
      expect(cells(nodes.get(name)?.get('qdt-supply')), name).toEqual([phandle('qdt-power')]);
  });

  it.each([
    [1, '00000001'],
    [-1, 'ffffffff'],
    [2n ** 32n, '0000000100000000'],
    [[1, 2n ** 40n], '00000000000000010000010000000000'],
    ['ab', '616200'],
    [['a', 'b'], '61006200'],
    [true as const, ''],
  ])('write the property %o as %s', (value, hex) => {
    expect(propertyBytes(value).toString('hex')).toBe(hex);
  });

  it('are not more than there is room for', () => {
    const [{ facts } = { facts: undefined }] = devices();
    if (facts === undefined) throw new Error('no facts');
    const many = Array.from({ length: 33 }, (_, index) => ({ id: `d${index}`, facts }));
    expect(crowdedOfTree(many.slice(0, 32))).toBeUndefined();
    expect(crowdedOfTree(many)).toEqual({
      id: 'd32',
      message:
        'device d32: expected at most 32 interrupts and lines of all devices in a device tree, found 33 with this one',
    });
    const wide = ['x', 'y'].map((id) => ({ id, facts: { ...facts, size: 0x80000 } }));
    expect(crowdedOfTree(wide)?.message).toMatch(/^device y: .* in a device tree; there is no room for 0x80000 more$/);
  });

  it('of ids that are alike have one label, which is that of the first', () => {
    const [{ facts } = { facts: undefined }] = devices();
    if (facts === undefined) throw new Error('no facts');
    const alike = treeNodes(['a.b', 'a-b'].map((id) => ({ id, facts: { ...facts, clocks: {} } })));
    expect(alike.filter(({ name }) => name.startsWith('a-b@')).map(({ label }) => label)).toEqual(['a_b', undefined]);
  });
});
