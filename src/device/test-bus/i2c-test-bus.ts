import type { Controls } from '../definition/control.ts';
import type { GpioLines } from '../gpio/gpio-line.ts';
import { I2cBus } from '../i2c/i2c-bus.ts';
import type { TypedI2cModel } from '../i2c/define-i2c-device.ts';
import type { I2cMemories, I2cModel, I2cRegisters, I2cValue } from '../i2c/i2c-definition.ts';
import { wireOf } from '../register/pointer-map.ts';
import type { I2cMessage, I2cOutcome, I2cResult } from '../i2c/i2c-message.ts';
import { hostTime } from '../instance/model-clock.ts';
import { bytesOf, inward, outward, valueOf } from '../register/bits.ts';
import { I2cUnit } from '../unit/i2c-unit.ts';
import { GpioEnds } from './gpio-ends.ts';
import { throwCrash, UnitBus } from './unit-bus.ts';

/** A message did not end well. The machine's driver would get an error. */
export class I2cMessageError extends Error {
  override readonly name = 'I2cMessageError';
  readonly outcome: I2cOutcome;

  constructor(what: string, { outcome, bytes }: I2cResult) {
    super(`${what}: ${outcome}${outcome === 'nak-byte' ? ` after ${bytes.length} bytes` : ''}`);
    this.outcome = outcome;
  }
}

/** The machine's side of an I2C device: each call is a transaction with the device's address. */
export class I2cHost {
  readonly #unit: I2cUnit;
  readonly #bus = new I2cBus();

  constructor(unit: I2cUnit) {
    this.#unit = unit;
    this.#bus.add(unit);
  }

  /** @throws I2cMessageError */
  async write(bytes: Uint8Array | readonly number[]): Promise<void> {
    await this.#all([this.#out(bytes)]);
  }

  /** @throws I2cMessageError */
  async read(length: number): Promise<Buffer> {
    return await this.#all([this.#in(length)]);
  }

  /** With a repeated start between the two. @throws I2cMessageError */
  async writeRead(bytes: Uint8Array | readonly number[], length: number): Promise<Buffer> {
    return await this.#all([this.#out(bytes), this.#in(length)]);
  }

  /** One after the other, up to the first that fails. */
  async transfer(messages: readonly I2cMessage[]): Promise<readonly I2cResult[]> {
    const results = await this.#bus.transfer(messages);
    throwCrash(this.#unit.crash);
    return results;
  }

  async #all(messages: readonly I2cMessage[]): Promise<Buffer> {
    const results = await this.transfer(messages);
    for (const [index, result] of results.entries())
      if (result.outcome !== 'done') throw new I2cMessageError(describe(messages[index]), result);
    return results.at(-1)?.bytes ?? Buffer.alloc(0);
  }

  #out(bytes: Uint8Array | readonly number[]): I2cMessage {
    return { direction: 'out', address: this.#unit.address, bytes: Buffer.from(bytes) };
  }

  #in(length: number): I2cMessage {
    return { direction: 'in', address: this.#unit.address, length };
  }
}

/** An I2C device and the machine's side of its bus, for tests of a model without QEMU. */
export class I2cTestBus<
  R extends I2cRegisters,
  M extends I2cMemories,
  C extends Controls,
  L extends GpioLines,
> extends UnitBus<I2cModel, C> {
  readonly gpios: GpioEnds<L>;
  readonly i2c: I2cHost;
  readonly #model: I2cModel;

  constructor(model: TypedI2cModel<R, M, C, L>) {
    const unit = new I2cUnit(model, { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true });
    super(unit);
    this.#model = model;
    this.gpios = new GpioEnds(unit);
    this.i2c = new I2cHost(unit);
  }

  /** As a driver does it: sends the pointer, then reads the register. @throws I2cMessageError */
  async read<N extends keyof R & string>(name: N): Promise<I2cValue<R, N>> {
    const { at, width = 1 } = this.#register(name);
    const wire = await this.i2c.writeRead(this.#pointer(at), width);
    const value = valueOf(this.#model.endian === 'big' ? wire.reverse() : wire);
    return outward(value, width) as I2cValue<R, N>;
  }

  /** The pointer and the register's bytes in one message. @throws I2cMessageError */
  async write<N extends keyof R & string>(name: N, value: I2cValue<R, N>): Promise<void> {
    const { at, width = 1 } = this.#register(name);
    const wire = wireOf(inward(value, width), width, this.#model.endian);
    await this.i2c.write(Buffer.concat([this.#pointer(at), wire]));
  }

  #pointer(at: number): Buffer {
    return bytesOf(BigInt(at), this.#model.addressBytes).reverse();
  }

  #register(name: string): I2cRegisters[string] {
    const { registers } = this.#model;
    const found = Object.hasOwn(registers, name) ? registers[name] : undefined;
    if (found === undefined)
      throw new RangeError(`no register ${name}; the registers are ${Object.keys(registers).join(', ')}`);
    return found;
  }
}

function describe(message: I2cMessage | undefined): string {
  if (message === undefined) return 'a message';
  return message.direction === 'in' ? `a read of ${message.length} bytes` : `a write of ${message.bytes.length} bytes`;
}
