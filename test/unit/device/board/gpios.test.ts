import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  createTestBus,
  defineI2cDevice,
  definePlatformDevice,
  defineSpiDevice,
  DefinitionError,
} from '../../../../src/device.ts';
import { Board } from '../../../../src/device/board/board.ts';
import { boardRegisters, recordKinds } from '../../../../src/device/board/board-layout.ts';
import { i2cPlaces } from '../../../../src/device-host/i2c-places.ts';
import { I2cUnit } from '../../../../src/device/unit/i2c-unit.ts';
import { SpiUnit } from '../../../../src/device/unit/spi-unit.ts';
import { unitOptions } from './board-rig.ts';

const gpios = { reset: { direction: 'out', activeLow: true }, ready: { direction: 'in', initial: true } } as const;

/** Is not ready while it is held in reset. */
const spi = defineSpiDevice({
  name: 'radio',
  spi: { type: 'radio' },
  gpios,
  state: () => ({ resets: 0 }),
  driven: {
    reset: ({ lines, state }, isOn) => {
      if (isOn) state.resets++;
      lines.ready = !isOn;
    },
  },
  exchange: ({ state, lines }) => Buffer.of(state.resets, lines.reset ? 1 : 0),
});

const i2c = defineI2cDevice({
  name: 'codec',
  i2c: { address: 0x1a, type: 'codec' },
  gpios,
  registers: { RESETS: { at: 0 } },
  driven: {
    reset: ({ regs, lines }, isOn) => {
      if (isOn) regs.RESETS++;
      lines.ready = !isOn;
    },
  },
});

const platform = definePlatformDevice({
  name: 'engine',
  platform: { driver: 'engine' },
  gpios,
  bars: { 0: { size: 0x100, registers: { RESETS: { at: 0 } } } },
  driven: {
    reset: ({ regs, lines }, isOn) => {
      if (isOn) regs.RESETS++;
      lines.ready = !isOn;
    },
  },
});

describe('the lines of a device', () => {
  it('are heard and driven on SPI', async () => {
    const bus = await createTestBus(spi);
    expectTypeOf<Parameters<typeof bus.gpios.isOn>>().toEqualTypeOf<['reset' | 'ready']>();
    expect(bus.gpios.isOn('ready')).toBe(true);
    bus.gpios.drive('reset', true);
    expect([...(await bus.exchange([0, 0]))]).toEqual([1, 1]);
    bus.gpios.drive('reset', false);
    expect(bus.gpios.takeChanges()).toEqual(['ready off', 'ready on']);
    expect(bus.coverage.exchanges).toMatchObject({ reset: { count: 2 }, ready: { count: 2 }, other: { count: 1 } });
  });

  it.each([
    ['I2C', () => createTestBus(i2c)],
    ['a platform bus', () => createTestBus(platform)],
  ])('are heard and driven on %s, and its registers are no exchanges', async (_bus, create) => {
    const bus = await create();
    bus.gpios.drive('reset', true);
    expect(await bus.read('RESETS')).toBe(1);
    expect(bus.gpios.takeChanges()).toEqual(['ready off']);
    expect([bus.coverage.unmapped, bus.coverage.exchanges]).toMatchObject([0, { reset: { count: 1 } }]);
  });

  it('are stuck and bounce', async () => {
    const bus = await createTestBus(spi);
    bus.setFault('line-stuck line=ready');
    bus.setFault('line-bounce line=reset times=1');
    bus.gpios.drive('reset', true);
    await bus.step(1000);
    await bus.step(1000);
    expect([...(await bus.exchange([0, 0]))]).toEqual([2, 1]);
    expect([bus.gpios.isOn('ready'), bus.gpios.takeChanges()]).toEqual([true, []]);
    expect(() => bus.setFault('line-stuck line=enable')).toThrow(/reset, ready/);
  });

  it('are faults of devices that have lines only', async () => {
    const bus = await createTestBus(
      defineSpiDevice({ name: 'bare', spi: { type: 'bare' }, exchange: (_, sent) => sent }),
    );
    expect(() => bus.setFault('line-stuck')).toThrow(/an SPI device has no line-stuck/);
  });

  it.each([
    [
      { gpios: { 'two words': { direction: 'in' } } },
      'gpios.two words: expected a name of 1 to 31 characters without spaces, found "two words"',
    ],
    [{ gpios: { reset: { direction: 'both' } } }, 'gpios.reset.direction: expected in or out, found both'],
    [{ gpios: { reset: { direction: 'out', initial: true } } }, 'gpios.reset.initial: the guest drives this line'],
    [{ gpios, driven: { ready: () => undefined } }, 'driven.ready: no line of direction out has this name'],
    [{ gpios, commands: { reset: 1 } }, 'gpios.reset: a command has this name'],
  ])('have their mistakes told: %j', (mistake, problem) => {
    const definition = { name: 'bad', spi: { type: 'bad' }, exchange: () => Buffer.of(), ...mistake };
    // As a model in JavaScript may do.
    const define = () => defineSpiDevice(definition as unknown as Parameters<typeof defineSpiDevice>[0]);
    expect(define).toThrow(DefinitionError);
    expect(define).toThrow(problem);
  });
});

describe('the lines of a device on a board', () => {
  it('are found by the driver of the device under their names', () => {
    const board = new Board(() => undefined);
    const { records } = board.add('radio0', new SpiUnit(spi, unitOptions), 'spi0');
    expect(board.lines.names).toEqual(['radio0.reset', 'radio0.ready']);
    const found = records.filter((record) => record.readUInt16LE(0) === recordKinds.gpio);
    expect(found.map((record) => [record.readUInt32LE(4), record.readUInt32LE(8), nameIn(record)])).toEqual([
      [0, 1, 'reset'],
      [1, 0, 'ready'],
    ]);
  });

  it('have the levels that the device and the guest drive', () => {
    const board = new Board(() => undefined);
    const seat = board.add('codec0', new I2cUnit(i2c, unitOptions), 'board');
    expect(board.lines.read(boardRegisters.input)).toBe(0b11);
    // Low is on.
    board.lines.write(boardRegisters.output, 0b01);
    board.lines.write(boardRegisters.direction, 0b01);
    expect(board.lines.read(boardRegisters.input)).toBe(0b11);
    board.lines.write(boardRegisters.output, 0);
    expect(board.lines.read(boardRegisters.input)).toBe(0);
    board.remove(seat);
    board.lines.write(boardRegisters.output, 0b01);
    expect(board.lines.read(boardRegisters.input)).toBe(0b01);
  });

  it('are off while the guest does not drive them, so that its first level is told', () => {
    const board = new Board(() => undefined);
    board.add('codec0', new I2cUnit(i2c, unitOptions), 'board');
    // Holds the chip in reset: low, as the register is from the start.
    board.lines.write(boardRegisters.direction, 0b01);
    expect(board.lines.read(boardRegisters.input)).toBe(0);
    // And lets go of the line.
    board.lines.write(boardRegisters.direction, 0);
    expect(board.lines.read(boardRegisters.input)).toBe(0b11);
  });

  it('are refused on an I2C bus without a board', async () => {
    const joined = i2cPlaces().join(
      new I2cUnit(i2c, unitOptions),
      { name: undefined, socket: '/nowhere' },
      { onConnected: () => undefined, onClosed: () => undefined },
    );
    await expect(joined).rejects.toThrow(
      'device codec has gpios (reset, ready), which an I2C bus behind a PCI controller cannot',
    );
  });
});

function nameIn(record: Buffer): string {
  return record.toString('latin1', 12).replace(/\0.*$/s, '');
}
