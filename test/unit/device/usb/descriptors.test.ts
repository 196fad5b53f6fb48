import { describe, expect, it } from 'vitest';
import { createTestBus, defineUsbDevice } from 'qemu-driver-test/device';
import { scale } from './scale.ts';

const get = (value: number, length = 0xffff) => ({ requestType: 0x80, request: 6, value, index: 0, length });

describe('the descriptors of a high-speed device', () => {
  it('are those of its description', async () => {
    const { usb } = await createTestBus(scale);
    expect([...(await usb.setup(get(0x0100)))]).toEqual([
      ...[18, 1, 0x00, 0x02, 0, 0, 0, 64, 0xe5, 0x1d, 0xcd, 0x0a, 0x00, 0x01, 1, 2, 3, 1],
    ]);
    expect([...(await usb.setup(get(0x0200)))]).toEqual([
      ...[9, 2, 39, 0, 1, 1, 0, 0x80, 50],
      ...[9, 4, 0, 0, 3, 0xff, 0, 0, 0],
      ...[7, 5, 0x01, 2, 0x00, 0x02, 0],
      ...[7, 5, 0x81, 2, 0x00, 0x02, 0],
      ...[7, 5, 0x82, 3, 16, 0, 7],
    ]);
    expect([...(await usb.setup(get(0x0300)))]).toEqual([4, 3, 9, 4]);
    expect((await usb.setup(get(0x0302))).toString('latin1')).toBe('\x0c\x03S\0c\0a\0l\0e\0');
  });

  it('are cut to what was asked for', async () => {
    const { usb } = await createTestBus(scale);
    expect(await usb.setup(get(0x0200, 9))).toHaveLength(9);
  });

  it.each([0x0304, 0x0f00, 0x0600, 0x2200])('do not include 0x%s', async (value) => {
    const { usb } = await createTestBus(scale);
    await expect(usb.setup(get(value))).rejects.toMatchObject({ outcome: 'stall' });
  });
});

it('a low-speed device without strings says so', async () => {
  const mouse = defineUsbDevice({
    name: 'mouse',
    usb: {
      vendor: 1,
      product: 2,
      speed: 'low',
      class: 0x010203,
      revision: 0x0213,
      maxPowerMa: 20,
      isSelfPowered: true,
    },
    interfaces: {
      pointer: {
        class: 3,
        subclass: 1,
        protocol: 2,
        endpoints: { moves: { in: 1, type: 'interrupt', everyMs: 10, packet: 4 } },
        descriptors: [[9, 0x21, 0x11, 1, 0, 1, 0x22, 50, 0]],
      },
    },
  });
  const { usb } = await createTestBus(mouse);
  expect([...usb.descriptors.device]).toEqual([18, 1, 0, 2, 1, 2, 3, 8, 1, 0, 2, 0, 0x13, 2, 0, 0, 0, 1]);
  expect([...usb.descriptors.configuration]).toEqual([
    ...[9, 2, 34, 0, 1, 1, 0, 0xc0, 10],
    ...[9, 4, 0, 0, 1, 3, 1, 2, 0],
    ...[9, 0x21, 0x11, 1, 0, 1, 0x22, 50, 0],
    ...[7, 5, 0x81, 3, 4, 0, 10],
  ]);
  await expect(usb.setup(get(0x0300))).rejects.toMatchObject({ outcome: 'stall' });
});

it('a super-speed device has companions and a BOS, and interfaces have settings', async () => {
  const device = defineUsbDevice({
    name: 'fast',
    usb: { vendor: 1, product: 2, speed: 'super' },
    interfaces: {
      control: { class: 2, endpoints: { news: { in: 3, type: 'interrupt', everyMs: 0.125, packet: 32 } } },
      data: { class: 10, alternates: [{ endpoints: { down: { out: 1, type: 'bulk' } } }] },
    },
  });
  const { usb } = await createTestBus(device);
  expect([...usb.descriptors.device].slice(0, 8)).toEqual([18, 1, 0x00, 0x03, 0, 0, 0, 9]);
  expect([...usb.descriptors.configuration]).toEqual([
    ...[9, 2, 62, 0, 2, 1, 0, 0x80, 13],
    ...[9, 4, 0, 0, 1, 2, 0, 0, 0],
    ...[7, 5, 0x83, 3, 32, 0, 1],
    ...[6, 48, 0, 0, 32, 0],
    ...[9, 4, 1, 0, 0, 10, 0, 0, 0],
    ...[9, 4, 1, 1, 1, 10, 0, 0, 0],
    ...[7, 5, 0x01, 2, 0, 4, 0],
    ...[6, 48, 0, 0, 0, 0],
  ]);
  expect([...(await usb.setup(get(0x0f00)))]).toEqual([
    ...[5, 15, 22, 0, 2],
    ...[7, 16, 2, 0, 0, 0, 0],
    ...[10, 16, 3, 0, 0b1110, 0, 2, 0, 0, 0],
  ]);
});

describe('standard requests', () => {
  const ask = (requestType: number, request: number, value: number, index: number) => ({
    requestType,
    request,
    value,
    index,
    length: (requestType & 0x80) === 0 ? 0 : 2,
  });

  it('tell and change the configuration and the settings', async () => {
    const { usb } = await createTestBus(scale);
    expect([...(await usb.setup(ask(0x80, 8, 0, 0)))]).toEqual([1]);
    expect([...(await usb.setup(ask(0x81, 10, 0, 0)))]).toEqual([0]);
    await usb.setup(ask(0x00, 9, 0, 0));
    expect([...(await usb.setup(ask(0x80, 8, 0, 0)))]).toEqual([0]);
    await expect(usb.setup(ask(0x00, 9, 2, 0))).rejects.toMatchObject({ outcome: 'stall' });
  });

  it('halt an endpoint and let it go on', async () => {
    const { usb } = await createTestBus(scale);
    await usb.setup(ask(0x02, 3, 0, 0x81));
    expect([...(await usb.setup(ask(0x82, 0, 0, 0x81)))]).toEqual([1, 0]);
    await expect(usb.in('answers')).rejects.toMatchObject({ outcome: 'stall' });
    await usb.clearHalt('answers');
    expect([...(await usb.setup(ask(0x82, 0, 0, 0x81)))]).toEqual([0, 0]);
    expect(await usb.poll('answers')).toBeUndefined();
  });

  it('tell the status of device, interface and control endpoint', async () => {
    const { usb } = await createTestBus(scale);
    for (const requestType of [0x80, 0x81, 0x82])
      expect([...(await usb.setup(ask(requestType, 0, 0, 0)))]).toEqual([0, 0]);
  });

  it.each([
    [0x82, 0, 0, 0x85],
    [0x02, 1, 0, 0x85],
    [0x81, 10, 0, 7],
    [0x01, 11, 3, 0],
    [0x00, 3, 2, 0x0100],
    [0x82, 12, 0, 0x81],
    [0x83, 0, 0, 0],
    [0x9f, 0, 0, 0],
    [0xe0, 6, 0x100, 0],
  ])('0x%s %s %s %s stalls', async (...numbers) => {
    const { usb } = await createTestBus(scale);
    await expect(usb.setup(ask(...numbers))).rejects.toMatchObject({ outcome: 'stall' });
  });
});
