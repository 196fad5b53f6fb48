import type { Upstream } from '../pci/endpoint.ts';
import { GpioUnit } from '../unit/gpio-unit.ts';
import { I2cUnit } from '../unit/i2c-unit.ts';
import type { PlatformUnit } from '../unit/platform-unit.ts';
import { SpiUnit } from '../unit/spi-unit.ts';
import type { BoardBus, BoardSeat } from './board-bus.ts';
import { answerBytes, answerHeaderBytes, channelCount, errnos, requestKinds, vectors } from './board-layout.ts';
import { busRecord, clockRecords, lineRecord, nodeRecord } from './board-records.ts';
import { type BoardAnswer, type BoardRequest, invalidRequest } from './board-request.ts';
import { type BoardParts, gpioSeat, i2cSeat, platformSeat, spiSeat } from './board-seats.ts';
import { busTable, deviceTable, tablePaths } from './board-table.ts';
import { BoardI2c } from './board-i2c.ts';
import { BoardSpi } from './board-spi.ts';
import { BoardError, LineBank } from './line-bank.ts';
import { WindowBank } from './window-bank.ts';

/** The units of devices that can be behind a board. */
export type BoardUnit = I2cUnit | SpiUnit | GpioUnit | PlatformUnit;

/**
 * What is on a board: buses with their devices, lines, and windows of platform devices. It must be complete before the
 * guest's driver asks for it, which it does once.
 */
export class Board {
  readonly lines: LineBank;
  readonly windows = new WindowBank<PlatformUnit>('on a board');
  /** Where the guest has the BAR. */
  base = 0;
  readonly #parts: BoardParts;
  readonly #seats: BoardSeat[] = [];
  readonly #buses: BoardBus[] = [];
  readonly #ids = new Map<string, number>();

  /** `machine`: undefined while there is none. */
  constructor(machine: () => Upstream | undefined) {
    this.lines = new LineBank(() => machine()?.raise(vectors.lines));
    this.#parts = { lines: this.lines, windows: this.windows, nextId: (driver) => this.#nextId(driver), machine };
  }

  /** `place`: the bus, as in `bus=`. @throws BoardError */
  add(id: string, unit: BoardUnit, place: string | undefined): BoardSeat {
    const seat = this.#seatOf(id, unit, place);
    this.#seats.push(seat);
    if (this.#descriptions.every((description) => description.length <= answerBytes - answerHeaderBytes)) return seat;
    this.remove(seat);
    throw new BoardError(`device ${id}: the descriptions of a board's devices have more than ${answerBytes} bytes`);
  }

  remove(seat: BoardSeat): void {
    seat.leave();
    const at = this.#seats.indexOf(seat);
    if (at !== -1) this.#seats.splice(at, 1);
  }

  get isEmpty(): boolean {
    return this.#seats.length === 0;
  }

  /** The machine was reset. */
  reset(): void {
    this.lines.reset();
    this.base = 0;
    for (const { reset } of this.#seats) reset();
  }

  /** Its promise never rejects. */
  async perform(channel: number, { kind, pieces }: BoardRequest): Promise<BoardAnswer> {
    if (channel === 0) return this.#describe(kind);
    const bus = this.#buses.find((candidate) => candidate.channel === channel);
    if (bus === undefined || requestKinds[bus.kind] !== kind) return invalidRequest;
    return await bus.perform(pieces);
  }

  #describe(kind: number): BoardAnswer {
    const [configuration, devices] = this.#descriptions;
    if (kind === requestKinds.configuration) return { status: errnos.none, received: [configuration] };
    if (kind === requestKinds.deviceTable) return { status: errnos.none, received: [devices] };
    if (kind !== requestKinds.busTable) return invalidRequest;
    return { status: errnos.none, received: [busTable(this.#buses.map(({ channel }) => channel))] };
  }

  /** The configuration and the table of devices. */
  get #descriptions(): readonly [Buffer, Buffer] {
    const entries = this.#seats.flatMap(({ entry }) => (entry === undefined ? [] : [entry()]));
    const configuration = Buffer.concat([
      ...this.lines.names.map((name, line) => lineRecord(line, name)),
      ...this.#buses.map(({ kind, channel, chipSelects }) => busRecord(kind, channel, chipSelects)),
      ...this.#seats.flatMap(({ records }) => records),
      ...tablePaths(entries).flatMap(({ bus, path, clocks }) => [nodeRecord(bus, path), ...clockRecords(clocks)]),
    ]);
    return [configuration, deviceTable(entries, this.base)];
  }

  #seatOf(id: string, unit: BoardUnit, place: string | undefined): BoardSeat {
    if (unit instanceof I2cUnit) return i2cSeat(id, unit, this.#parts, this.#i2cBus(id));
    if (unit instanceof SpiUnit) return spiSeat(id, unit, this.#parts, this.#spiBus(id, place ?? 'spi0'));
    return unit instanceof GpioUnit ? gpioSeat(id, unit, this.#parts) : platformSeat(id, unit, this.#parts);
  }

  #nextId(driver: string): number {
    const id = this.#ids.get(driver) ?? 0;
    this.#ids.set(driver, id + 1);
    return id;
  }

  #spiBus(id: string, name: string): BoardSpi {
    if (!/^spi\d{1,2}$/.test(name))
      throw new BoardError(`device ${id}: expected bus=spi0 or another SPI bus, found bus=${name}`);
    const found = this.#buses.find((bus) => bus.name === name);
    if (found instanceof BoardSpi) return found;
    const bus = new BoardSpi(name, this.#freeChannel(id));
    this.#buses.push(bus);
    return bus;
  }

  /** One bus, which `bus=board` means. */
  #i2cBus(id: string): BoardI2c {
    const found = this.#buses.find((bus) => bus.kind === 'i2c');
    if (found instanceof BoardI2c) return found;
    const bus = new BoardI2c(this.#freeChannel(id));
    this.#buses.push(bus);
    return bus;
  }

  #freeChannel(id: string): number {
    // Channel 0 is for the configuration.
    const channel = this.#buses.length + 1;
    if (channel < channelCount) return channel;
    throw new BoardError(`device ${id}: expected at most ${channelCount - 1} buses on a board, found another one`);
  }
}
