import { describe, expect, it } from 'vitest';
import {
  boardRegisters,
  busKinds,
  recordKinds,
  vectors,
  windowsAt,
} from '../../../../src/device/board/board-layout.ts';
import { BoardError } from '../../../../src/device/board/line-bank.ts';
import { GpioUnit } from '../../../../src/device/unit/gpio-unit.ts';
import { I2cUnit } from '../../../../src/device/unit/i2c-unit.ts';
import { PlatformUnit } from '../../../../src/device/unit/platform-unit.ts';
import { SpiUnit } from '../../../../src/device/unit/spi-unit.ts';
import {
  defineGpioLines,
  defineI2cDevice,
  definePlatformDevice,
  defineSpiDevice,
  ms,
  parseFault,
} from '../../../../src/device.ts';
import { BoardRig, requestOf, settle, unitOptions } from './board-rig.ts';

/** Sends back what it got before. */
const echo = defineSpiDevice({
  name: 'echo',
  spi: { type: 'echo', compatible: 'acme,echo', interrupt: { activeLow: true } },
  properties: { size: 4, names: ['a', 'b'], wide: true },
  controls: { alarm: { type: 'switch', initial: false } },
  state: () => ({ last: 0xee }),
  exchange: ({ state }, sent) => {
    const answer = Buffer.from([state.last, ...sent.subarray(0, -1)]);
    state.last = sent.at(-1) ?? 0;
    return answer;
  },
  changed: { alarm: ({ interrupts }, isOn) => (isOn ? interrupts.raise() : interrupts.lower()) },
});

const sensor = defineI2cDevice({
  name: 'sensor',
  i2c: { address: 0x48, compatible: 'acme,sensor' },
  registers: { TEMPERATURE: { at: 0, width: 2, access: 'RO', reset: 0x1234 }, LIMIT: { at: 1 } },
});

const port = definePlatformDevice({
  name: 'port',
  platform: { driver: 'acme-port' },
  clocks: { '': 1_000_000 },
  interrupts: { line: true },
  bars: { 0: { size: 0x100, registers: { DATA: { at: 0 }, START: { at: 4 }, RESULT: { at: 8, access: 'RO' } } } },
  write: {
    START: async ({ regs, dma, interrupts }, address) => {
      await dma.write(address, Buffer.from('dma'));
      regs.RESULT = 1;
      interrupts.raise();
    },
  },
});

const key = defineGpioLines({
  name: 'key',
  lines: { pressed: { direction: 'in', activeLow: true }, lamp: { direction: 'out' } },
});

function spi() {
  return new SpiUnit(echo, unitOptions);
}

describe('a request', () => {
  it('is answered with its number, by an interrupt', async () => {
    const rig = await new BoardRig({ id: 'e', unit: spi() }).start();
    const number = await rig.send(1, 'spi', [
      { address: 0, sent: [1, 2] },
      { address: 0, wanted: 3 },
    ]);
    expect(rig.answer(1)).toEqual({ number, status: 0, data: Buffer.of(2, 0, 0, 0) });
    expect(rig.messages).toEqual([vectors.answer]);
  });

  it('has an exchange for each time that the chip select is low', async () => {
    const rig = await new BoardRig({ id: 'e', unit: spi() }).start();
    await rig.send(1, 'spi', [
      { address: 0, sent: [7], ends: true },
      { address: 0, wanted: 1 },
    ]);
    expect(rig.answer(1).data[0]).toBe(7);
  });

  it('that the guest has given up is not answered any more, and the next one is', async () => {
    const unit = spi();
    unit.faults.add(parseFault('late by=5ms nth=1'));
    const rig = await new BoardRig({ id: 'e', unit }).start();
    await rig.send(1, 'spi', [{ address: 0, sent: [1] }]);
    const second = await rig.send(1, 'spi', [{ address: 0, wanted: 1 }]);
    expect(rig.answer(1)).toEqual({ number: second, status: 0, data: Buffer.of(0xee, 0, 0, 0) });
    unit.clock.step(10 * ms);
    await settle();
    expect(rig.answer(1).number).toBe(second);
    expect(rig.messages).toEqual([vectors.answer]);
  });

  it('to a slow bus does not delay another bus', async () => {
    const slow = spi();
    slow.faults.add(parseFault('late by=1s'));
    const rig = await new BoardRig(
      { id: 'e', unit: slow },
      { id: 's', unit: new I2cUnit(sensor, unitOptions) },
    ).start();
    await rig.send(1, 'spi', [{ address: 0, sent: [1] }]);
    await rig.send(2, 'i2c', [
      { address: 0x48, sent: [0] },
      { address: 0x48, wanted: 2 },
    ]);
    expect(rig.answer(2).data.subarray(0, 2)).toEqual(Buffer.of(0x12, 0x34));
  });

  it('gets nothing when the guest gave no memory, or took bus mastering away', async () => {
    const rig = await new BoardRig({ id: 'e', unit: spi() }).start();
    await rig.machine.writeAt(0, { offset: 0x118, width: 4 }, 64n);
    await settle();
    await rig.machine.setBusMaster(false);
    await rig.send(1, 'spi', [{ address: 0, sent: [1] }]);
    expect(rig.messages).toEqual([]);
  });

  it.each([
    ['a length that is not its own', (good: Buffer) => good.fill(0xff, 12, 16)],
    ['more pieces than it has room for', (good: Buffer) => good.fill(0xff, 8, 12)],
    ['a piece that is longer than the request', (good: Buffer) => good.fill(0x7f, 20, 24)],
    ['an unknown kind', (good: Buffer) => good.fill(9, 4, 8)],
  ])('with %s is refused', async (_what, spoil) => {
    const rig = await new BoardRig({ id: 'e', unit: spi() }).start();
    const request = requestOf(5, 3, [{ address: 0, sent: [1] }]);
    spoil(request);
    await rig.sendRaw(1, request);
    expect(rig.answer(1)).toMatchObject({ number: 5, status: 22 });
  });

  it('of impossible length is ignored', async () => {
    const rig = await new BoardRig({ id: 'e', unit: spi() }).start();
    const request = requestOf(5, 3, []);
    for (const bytes of [0, 15, 32769, 0xffffffff]) await rig.sendRaw(1, request, bytes);
    expect(rig.answer(1).number).toBe(0);
  });
});

describe('an SPI bus', () => {
  it('reads all ones where no device is, and where one was', async () => {
    const unit = spi();
    unit.faults.add(parseFault('device-remove nth=2'));
    const rig = await new BoardRig({ id: 'e', unit }).start();
    await rig.send(1, 'spi', [{ address: 3, wanted: 2 }]);
    expect(rig.answer(1).data.subarray(0, 2)).toEqual(Buffer.of(0xff, 0xff));
    await rig.send(1, 'spi', [{ address: 0, wanted: 1 }]);
    expect(rig.answer(1).data[0]).toBe(0xee);
    await rig.send(1, 'spi', [{ address: 0, wanted: 1 }]);
    expect(rig.answer(1)).toMatchObject({ status: 0, data: Buffer.of(0xff, 0, 0, 0) });
  });

  it('tells an error of the bus', async () => {
    const unit = spi();
    unit.faults.add(parseFault('bus-error'));
    const rig = await new BoardRig({ id: 'e', unit }).start();
    await rig.send(1, 'spi', [{ address: 0, wanted: 1 }]);
    expect(rig.answer(1)).toMatchObject({ status: 5, data: Buffer.alloc(0) });
  });
});

describe('an I2C bus', () => {
  it.each([
    ['nak', 6],
    ['arbitration-lost', 11],
    ['bus-error', 5],
    ['stuck-low', 110],
    ['nak byte=1', 121],
  ])('tells %s as error %i', async (fault, status) => {
    const unit = new I2cUnit(sensor, unitOptions);
    unit.faults.add(parseFault(fault));
    const rig = await new BoardRig({ id: 's', unit }).start();
    await rig.send(1, 'i2c', [{ address: 0x48, sent: [1, 2] }]);
    expect(rig.answer(1)).toMatchObject({ status });
  });

  it('has one device at an address', () => {
    const rig = new BoardRig({ id: 's', unit: new I2cUnit(sensor, unitOptions) });
    expect(() => rig.function.board.add('t', new I2cUnit(sensor, unitOptions), undefined)).toThrow(/0x48/);
  });
});

describe('the configuration', () => {
  it('has a record for each line, bus and device, and no half one', async () => {
    const rig = await new BoardRig(
      { id: 'e0', unit: spi() },
      { id: 'e1', unit: spi() },
      { id: 's', unit: new I2cUnit(sensor, unitOptions) },
      { id: 'p', unit: new PlatformUnit(port, unitOptions) },
      { id: 'k', unit: new GpioUnit(key, unitOptions) },
    ).start();
    await rig.send(0, 'configuration', []);
    const records = recordsOf(rig.answer(0).data);
    const count = (kind: number): number => records.filter((record) => record.kind === kind).length;
    // Interrupts of the two SPI devices and the port, and two lines of the key.
    expect(count(recordKinds.line)).toBe(5);
    expect(count(recordKinds.bus)).toBe(2);
    // The key has no driver.
    expect(count(recordKinds.device)).toBe(4);
    expect(count(recordKinds.clock)).toBe(1);
    const second = records.filter(({ kind }) => kind === recordKinds.device)[1]?.bytes;
    // Bus, channel, chip select.
    expect([4, 8, 12].map((at) => second?.readUInt32LE(at))).toEqual([busKinds.spi, 1, 1]);
    // A falling or low line: IRQ_TYPE_LEVEL_LOW.
    expect(second?.readUInt32LE(32)).toBe(8);
  });

  it('does not grow without limit', () => {
    const rig = new BoardRig();
    const add = (index: number): unknown => rig.function.board.add(`e${index}`, spi(), `spi${index}`);
    expect(() => Array.from({ length: 40 }, (_, index) => add(index))).toThrow(BoardError);
  });

  it('asks for a bus of its kind', () => {
    expect(() => new BoardRig({ id: 'e', unit: spi(), place: 'i2c0' })).toThrow(/bus=spi0/);
  });
});

describe('a platform device', () => {
  it('has its registers in a window, and is a bus master', async () => {
    const rig = await new BoardRig({ id: 'p', unit: new PlatformUnit(port, unitOptions) }).start();
    await rig.machine.writeAt(0, { offset: windowsAt, width: 4 }, 0x55n);
    expect(await rig.machine.readAt(0, windowsAt, 4)).toBe(0x55n);
    const buffer = rig.memory.allocate(16);
    await rig.write('level', 1);
    await rig.write('enabled', 1);
    await rig.machine.writeAt(0, { offset: windowsAt + 4, width: 4 }, BigInt(buffer.address));
    await settle();
    expect(buffer.bytes.toString('latin1', 0, 3)).toBe('dma');
    expect(rig.messages).toEqual([vectors.lines]);
    expect(await rig.read('pending')).toBe(1);
  });

  it('is reset with its machine', async () => {
    const rig = await new BoardRig({ id: 'p', unit: new PlatformUnit(port, unitOptions) }).start();
    await rig.machine.writeAt(0, { offset: windowsAt, width: 4 }, 0x55n);
    await rig.machine.reset();
    expect(await rig.machine.readAt(0, windowsAt, 4)).toBe(0n);
  });

  it('does not answer for the bytes behind its window', async () => {
    const rig = await new BoardRig({ id: 'p', unit: new PlatformUnit(port, unitOptions) }).start();
    expect(await rig.machine.readAt(0, windowsAt + 0x100, 4)).toBe(0xffffffffn);
    expect(await rig.machine.readAt(0, boardRegisters.id, 2)).toBe(0xffffn);
  });
});

describe('an active-low interrupt', () => {
  it('is low while its device wants attention, until a reset', async () => {
    const unit = spi();
    const rig = await new BoardRig({ id: 'e', unit }).start();
    expect(await rig.read('input')).toBe(1);
    void unit.setControl('alarm', true);
    expect(await rig.read('input')).toBe(0);
    await rig.machine.reset();
    expect(await rig.read('input')).toBe(1);
  });
});

function recordsOf(bytes: Buffer): readonly { readonly kind: number; readonly bytes: Buffer }[] {
  const records = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt16LE(at + 2);
    records.push({ kind: bytes.readUInt16LE(at), bytes: bytes.subarray(at, at + length) });
    at += length;
  }
  return records;
}
