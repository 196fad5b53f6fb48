import type { DeviceAnswer, I2cBehaviour } from './i2c-behaviour.ts';
import type { I2cByteAnswer, I2cDirection } from './i2c-definition.ts';
import { kindOf, type MessageHandlerParts } from './message-handler.ts';

/** A device whose model gets each byte by itself, as from a slave controller. */
export class ByteHandler implements I2cBehaviour {
  readonly #parts: MessageHandlerParts;
  /** Counts the ends of transactions: a handler that took its time may outlive its own. */
  #ends = 0;

  constructor(parts: MessageHandlerParts) {
    this.#parts = parts;
  }

  nameOf(): undefined {
    return undefined;
  }

  reset(): void {
    this.#ends++;
  }

  stop(): void {
    this.#ends++;
  }

  async write(bytes: Buffer): Promise<DeviceAnswer> {
    const ends = this.#ends;
    await this.#start('out');
    let acknowledged = 0;
    for (const byte of bytes) {
      if (ends !== this.#ends || (await this.#refuses(byte))) break;
      acknowledged++;
    }
    return this.#hasCrashed ? 'nak' : bytes.subarray(0, acknowledged);
  }

  async read(length: number): Promise<DeviceAnswer> {
    const ends = this.#ends;
    await this.#start('in');
    const bytes = await this.#bytes(length, ends);
    return this.#hasCrashed ? 'nak' : bytes;
  }

  async more(length: number): Promise<Buffer> {
    return await this.#bytes(length, this.#ends);
  }

  get #hasCrashed(): boolean {
    return this.#parts.life.crash !== undefined;
  }

  async #start(direction: I2cDirection): Promise<void> {
    const { model, life, device } = this.#parts;
    if (model.start === undefined) return;
    await life.ask('start', async () => checkStart(await model.start?.(device, direction)));
  }

  async #refuses(byte: number): Promise<boolean> {
    const { model, life, device } = this.#parts;
    const answer = await life.ask('writeByte', async () => checkedAnswer(await model.writeByte?.(device, byte)));
    return answer === 'nak' || this.#hasCrashed;
  }

  /** The line is high where the device says nothing. */
  async #bytes(length: number, ends: number): Promise<Buffer> {
    const { model, life, device } = this.#parts;
    const bytes = Buffer.alloc(length, 0xff);
    for (let at = 0; at < length && ends === this.#ends; at++)
      bytes[at] = (await life.ask('readByte', async () => checkedByte(await model.readByte?.(device)))) ?? 0xff;
    return bytes;
  }
}

// A model in JavaScript may return anything.

/** @throws TypeError */
function checkStart(answer: unknown): void {
  if (answer === 'nak' || answer === false)
    throw new TypeError(`start must return nothing, but it returned ${answer}; acknowledges refuses an address`);
}

/** @throws TypeError */
function checkedAnswer(answer: unknown): I2cByteAnswer {
  if (answer === undefined || answer === 'nak') return answer;
  throw new TypeError(`writeByte must return 'nak' or nothing, but it returned ${textOf(answer)}`);
}

/** @throws TypeError */
function checkedByte(answer: unknown): number | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer === 'number' && Number.isInteger(answer) && answer >= 0 && answer <= 0xff) return answer;
  throw new TypeError(`readByte must return a whole number from 0 to 0xff, but it returned ${textOf(answer)}`);
}

function textOf(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : kindOf(value);
}
