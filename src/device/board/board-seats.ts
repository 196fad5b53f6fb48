import { i2cConnection, memory32, spiConnection } from '../acpi/resources.ts';
import { type DeviceInterrupt, firmwareOf } from '../definition/firmware.ts';
import type { GpioConsumer } from '../gpio/gpio-definition.ts';
import { DmaError } from '../instance/dma.ts';
import type { Upstream } from '../pci/endpoint.ts';
import type { GpioUnit } from '../unit/gpio-unit.ts';
import type { I2cUnit } from '../unit/i2c-unit.ts';
import type { PlatformUnit } from '../unit/platform-unit.ts';
import type { SpiUnit } from '../unit/spi-unit.ts';
import type { BoardI2c } from './board-i2c.ts';
import type { BoardSeat } from './board-bus.ts';
import { type DeviceEntry, deviceRecord } from './board-records.ts';
import type { BoardSpi } from './board-spi.ts';
import { connectGpios, type FindLine, type LineUse } from './board-gpios.ts';
import { type LinePort, noLine } from './device-line.ts';
import { BoardError, type LineBank, type Lines } from './line-bank.ts';
import { behindLine, type Description, describe, i2cHz } from './seat-description.ts';
import type { WindowBank } from './window-bank.ts';

/** What a board has for its devices. */
export interface BoardParts {
  readonly lines: LineBank;
  readonly windows: WindowBank<PlatformUnit>;
  /** The number of the next platform device with this driver. */
  readonly nextId: (driver: string) => number;
  /** Undefined: no machine is there. */
  readonly machine: () => Upstream | undefined;
}

/** @throws AddressTaken @throws BoardError */
export function i2cSeat(id: string, unit: I2cUnit, { lines }: BoardParts, bus: BoardI2c): BoardSeat {
  const { i2c, properties } = unit.model;
  const { address, interrupt } = i2c;
  const firmware = firmwareOf({ properties }, i2c);
  const name = i2c.type ?? i2c.compatible?.replace(/^.*,/, '');
  if (name === undefined && i2c.acpi === undefined)
    throw new BoardError(
      `device ${id}: expected i2c.type, i2c.compatible or i2c.acpi, by which its driver finds it, found none`,
    );
  bus.add(unit);
  const { line, port } = interruptLine(id, interrupt, lines);
  unit.connect(port);
  const { channel } = bus;
  const gpios = connectGpios(id, unit.gpios, lines);
  return {
    id,
    ...describe(firmware, {
      record: () => deviceRecord({ bus: 'i2c', channel, address, line, interrupt, name: name ?? '' }),
      line,
      uses: gpios.uses,
      entry: {
        bus: 'i2c',
        channel,
        connections: ({ parent }) => [i2cConnection(address, i2cHz, parent)],
      },
    }),
    // What it holds stays: it hangs on a supply of its own.
    reset: () => undefined,
    leave: () => {
      bus.remove(unit);
      port.lower();
      gpios.leave();
    },
  };
}

/** @throws BoardError */
export function spiSeat(id: string, unit: SpiUnit, { lines }: BoardParts, bus: BoardSpi): BoardSeat {
  const { spi, firmware } = unit.model;
  const chipSelect = bus.add(id, unit);
  const { line, port } = interruptLine(id, firmware.interrupt, lines);
  unit.connect(port);
  const gpios = connectGpios(id, unit.gpios, lines);
  const { channel } = bus;
  const { maxHz: hz, mode, type: name } = spi;
  const { interrupt } = firmware;
  return {
    id,
    ...describe(firmware, {
      record: () => deviceRecord({ bus: 'spi', channel, address: chipSelect, hz, mode, line, interrupt, name }),
      line,
      uses: gpios.uses,
      entry: {
        bus: 'spi',
        channel,
        connections: ({ parent }) => [spiConnection({ chipSelect, hz, mode }, parent)],
      },
    }),
    reset: () => unit.reset(),
    leave: () => {
      bus.remove(chipSelect);
      port.lower();
      gpios.leave();
    },
  };
}

/** @throws BoardError */
export function platformSeat(
  id: string,
  unit: PlatformUnit,
  { lines, windows, nextId, machine }: BoardParts,
): BoardSeat {
  const { platform, firmware } = unit.model;
  if (platform.driver === undefined && platform.acpi === undefined)
    throw new BoardError(
      `device ${id}: expected platform.driver or platform.acpi, by which its driver finds it on a board, found only ` +
        'platform.compatible, which is for device trees',
    );
  const window = windows.add(id, unit.model.bars[0].size, unit);
  const platformRecord = (name: string, entry: Partial<DeviceEntry>): Buffer =>
    deviceRecord({ bus: 'platform', id: nextId(name), name, ...entry });
  const { line, port } = interruptLine(id, firmware.interrupt, lines);
  unit.connect({ line: port, ...dmaOf(machine) });
  const gpios = connectGpios(id, unit.gpios, lines);
  const { at, size } = window;
  return {
    id,
    ...describe(firmware, {
      record: () => platformRecord(platform.driver ?? '', { address: at, size, line, interrupt: firmware.interrupt }),
      line,
      uses: gpios.uses,
      entry: {
        bus: 'platform',
        connections: ({ base }) => [memory32(base + at, size)],
        children: () => behindLine(unit),
      },
    }),
    reset: () => unit.reset(),
    leave: () => {
      windows.remove(window);
      port.lower();
      gpios.leave();
    },
  };
}

/** A platform device is a bus master as long as its board is one. */
export function dmaOf(machine: () => Upstream | undefined): Pick<Upstream, 'dmaRead' | 'dmaWrite'> {
  const present = (): Upstream => {
    const upstream = machine();
    if (upstream === undefined) throw new DmaError('gone', 'the machine is gone');
    return upstream;
  };
  return {
    dmaRead: async (address, length) => await present().dmaRead(address, length),
    dmaWrite: async (address, bytes) => await present().dmaWrite(address, bytes),
  };
}

/** @throws BoardError */
export function gpioSeat(id: string, unit: GpioUnit, { lines, nextId }: BoardParts): BoardSeat {
  const { platform, firmware } = unit.model;
  const { find, leave } = connectGpios(id, unit.gpios, lines);
  const name = platform?.driver ?? '';
  const described =
    platform === undefined
      ? { records: [] }
      : describe(firmware, {
          record: () => deviceRecord({ bus: 'platform', id: nextId(name), name }),
          line: undefined,
          ...usesOf(platform, find),
          entry: { bus: 'platform', connections: () => [] },
        });
  return { id, ...described, reset: () => unit.reset(), leave };
}

function usesOf(
  { lines = {}, children = [] }: GpioConsumer<string>,
  find: FindLine,
): Pick<Description, 'uses' | 'nodes'> {
  const uses = (asked: Readonly<Record<string, string>>): readonly LineUse[] =>
    Object.entries(asked).map(([name, used]) => ({ name, ...find(used) }));
  const nodes = children.map(({ properties = {}, lines: own = {} }) => ({ properties, uses: uses(own) }));
  return { uses: uses(lines), nodes };
}

/** The line of a device's interrupt, if it has one. */
export function interruptLine(
  id: string,
  interrupt: DeviceInterrupt | undefined,
  lines: Lines,
): { readonly line: number | undefined; readonly port: LinePort } {
  if (interrupt === undefined) return { line: undefined, port: noLine };
  const activeLevel = interrupt.activeLow !== true;
  const line = lines.take(`${id}.interrupt`, !activeLevel);
  return {
    line,
    port: {
      raise: () => lines.drive(line, activeLevel),
      lower: () => lines.drive(line, !activeLevel),
      again: () => lines.pulse(line),
    },
  };
}
