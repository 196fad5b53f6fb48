import type { LinePort } from '../board/device-line.ts';
import type { Controls } from '../definition/control.ts';
import type { RegisterName, RegisterValue } from '../definition/definition.ts';
import type { OutcomeOf } from '../exchange/outcome.ts';
import type { GpioModel, TypedGpioModel } from '../gpio/gpio-definition.ts';
import type { GpioLines } from '../gpio/gpio-line.ts';
import { hostTime } from '../instance/model-clock.ts';
import type { PlatformBars, PlatformModel, TypedPlatformModel } from '../platform/platform-definition.ts';
import { BarMap } from '../register/bar-map.ts';
import { bytesOf, inward, outward, valueOf } from '../register/bits.ts';
import type { PointedRegisters, PointedValue } from '../register/pointed-register.ts';
import { wireOf } from '../register/pointer-map.ts';
import { headerOf, usualAddressing } from '../spi/spi-addressing.ts';
import type { SpiModel, TypedSpiModel } from '../spi/spi-definition.ts';
import { GpioUnit } from '../unit/gpio-unit.ts';
import { PlatformUnit } from '../unit/platform-unit.ts';
import { SpiUnit } from '../unit/spi-unit.ts';
import { GpioEnds } from './gpio-ends.ts';
import { GuestMemory } from './guest-memory.ts';
import { UartTestLine } from './uart-test-line.ts';
import { throwCrash, UnitBus } from './unit-bus.ts';

const options = { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true } as const;

/** The machine's end of an interrupt line. */
class LineEnd {
  isActive = false;
  events = 0;
  readonly port: LinePort = {
    raise: () => {
      if (!this.isActive) this.events++;
      this.isActive = true;
    },
    lower: () => {
      this.isActive = false;
    },
    again: () => {
      this.events++;
    },
  };

  /** How many events there were since this was last asked. */
  take(): number {
    const { events } = this;
    this.events = 0;
    return events;
  }
}

/** An exchange did not end well. The machine's driver would get an error. */
export class SpiExchangeError extends Error {
  override readonly name = 'SpiExchangeError';
  readonly outcome: OutcomeOf<'exchange'>;

  constructor(outcome: OutcomeOf<'exchange'>) {
    super(`an SPI exchange: ${outcome}`);
    this.outcome = outcome;
  }
}

/** An SPI device in a simulated machine. */
export class SpiTestBus<C extends Controls, L extends GpioLines, R extends PointedRegisters> extends UnitBus<
  SpiModel,
  C
> {
  readonly gpios: GpioEnds<L>;
  readonly #unit: SpiUnit;
  readonly #line = new LineEnd();

  constructor(model: TypedSpiModel<C, L, R>) {
    const unit = new SpiUnit(model, options);
    super(unit);
    this.#unit = unit;
    this.gpios = new GpioEnds(unit);
    unit.connect(this.#line.port);
  }

  /** The time that the chip select is low. `length`: absent as long as what is sent. @throws SpiExchangeError */
  async exchange(sent: Uint8Array | readonly number[], length = sent.length): Promise<Buffer> {
    const all = Buffer.concat([Buffer.from(sent)], length);
    const { maxHz: hz, mode } = this.#unit.model.spi;
    const { outcome, bytes } = await this.#unit.exchange(all, { hz, mode });
    throwCrash(this.#unit.crash);
    if (outcome !== 'done' && outcome !== 'gone') throw new SpiExchangeError(outcome);
    return bytes;
  }

  /** As a driver does it. @throws SpiExchangeError */
  async read<N extends keyof R & string>(name: N): Promise<PointedValue<R, N>> {
    const { width = 1 } = this.#register(name);
    const header = this.#header(name, 'read');
    const wire = (await this.exchange(header, header.length + width)).subarray(header.length);
    const value = valueOf(this.#unit.model.endian === 'big' ? wire.reverse() : wire);
    return outward(value, width) as PointedValue<R, N>;
  }

  /** As a driver does it. @throws SpiExchangeError */
  async write<N extends keyof R & string>(name: N, value: PointedValue<R, N>): Promise<void> {
    const { width = 1 } = this.#register(name);
    const wire = wireOf(inward(value, width), width, this.#unit.model.endian);
    await this.exchange(Buffer.concat([this.#header(name, 'write'), wire]));
  }

  #header(name: string, direction: 'read' | 'write'): Buffer {
    const { addressing = usualAddressing } = this.#unit.model;
    return headerOf(this.#register(name).at, direction, addressing);
  }

  #register(name: string): PointedRegisters[string] {
    const { registers } = this.#unit.model;
    const found = Object.hasOwn(registers, name) ? registers[name] : undefined;
    if (found === undefined)
      throw new RangeError(`no register ${name}; the registers are ${Object.keys(registers).join(', ')}`);
    return found;
  }

  get isLineActive(): boolean {
    return this.#line.isActive;
  }

  /** How many interrupts there were since this was last called. */
  takeInterrupts(): number {
    return this.#line.take();
  }

  /** A reset of the machine. */
  reset(): void {
    this.#unit.reset();
  }
}

/** Lines in a simulated machine. */
export class GpioTestBus<L extends GpioLines, C extends Controls> extends UnitBus<GpioModel, C> {
  readonly #ends: GpioEnds<L>;

  constructor(model: TypedGpioModel<L, C>) {
    const unit = new GpioUnit(model, options);
    super(unit);
    this.#ends = new GpioEnds(unit);
  }

  /** As the machine sees it. */
  isOn(line: keyof L & string): boolean {
    return this.#ends.isOn(line);
  }

  /** What the machine has seen since this was last called: `pressed on`. */
  takeChanges(): readonly string[] {
    return this.#ends.takeChanges();
  }

  /** The machine switches a line of direction `out`. */
  drive(line: keyof L & string, isOn: boolean): void {
    this.#ends.drive(line, isOn);
  }
}

/** A platform device in a simulated machine. */
export class PlatformTestBus<B extends PlatformBars, C extends Controls, L extends GpioLines> extends UnitBus<
  PlatformModel,
  C
> {
  readonly gpios: GpioEnds<L>;
  readonly memory = new GuestMemory(
    () => undefined,
    () => undefined,
  );
  readonly #unit: PlatformUnit;
  readonly #map: BarMap;
  readonly #line = new LineEnd();
  /** The far end of the line of a UART. */
  readonly line: UartTestLine;

  constructor(model: TypedPlatformModel<B, C, L>) {
    const unit = new PlatformUnit(model, options);
    super(unit);
    this.#unit = unit;
    this.gpios = new GpioEnds(unit);
    this.#map = new BarMap(model.bars);
    this.line = new UartTestLine(unit.line);
    unit.connect({ line: this.#line.port, dmaRead: this.memory.read, dmaWrite: this.memory.write });
  }

  async read<N extends RegisterName<B>>(name: N): Promise<RegisterValue<B, N>> {
    const { at, width } = this.#register(name);
    const bytes = await this.#unit.read({ bar: 0, offset: at, length: width });
    throwCrash(this.#unit.crash);
    return outward(valueOf(bytes), width) as RegisterValue<B, N>;
  }

  /** When it returns, everything it started is done, including transfers in memory. */
  async write<N extends RegisterName<B>>(name: N, value: RegisterValue<B, N>): Promise<void> {
    const { at, width } = this.#register(name);
    this.#unit.write({ bar: 0, offset: at, length: width }, bytesOf(inward(value, width), width));
    await this.settle();
  }

  get isLineActive(): boolean {
    return this.#line.isActive;
  }

  /** How many interrupts there were since this was last called. */
  takeInterrupts(): number {
    return this.#line.take();
  }

  /** A reset of the machine. */
  reset(): void {
    this.#unit.reset();
  }

  #register(name: string) {
    const found = this.#map.registers.get(name);
    if (found === undefined)
      throw new RangeError(`no register ${name}; the registers are ${[...this.#map.registers.keys()].join(', ')}`);
    return found;
  }
}
