import type { ModelLife } from '../instance/model-life.ts';
import type { I2cModel, I2cRequest } from './i2c-definition.ts';
import type { DeviceAnswer, I2cBehaviour } from './i2c-behaviour.ts';

export interface MessageHandlerParts {
  readonly model: I2cModel;
  readonly life: ModelLife;
  /** What handlers get. */
  readonly device: object;
}

/** A device whose model carries out whole messages. */
export class MessageHandler implements I2cBehaviour {
  readonly #parts: MessageHandlerParts;
  /** How many bytes of the current read the machine has. */
  #from = 0;

  constructor(parts: MessageHandlerParts) {
    this.#parts = parts;
  }

  nameOf(): undefined {
    return undefined;
  }

  reset(): void {
    this.#from = 0;
  }

  async write(bytes: Buffer): Promise<DeviceAnswer> {
    const answer = await this.#ask({ direction: 'out', bytes: Buffer.from(bytes) });
    if (answer === 'nak') return 'nak';
    return bytes.subarray(0, typeof answer === 'number' ? Math.max(0, Math.trunc(answer)) : bytes.length);
  }

  async read(length: number): Promise<DeviceAnswer> {
    this.#from = 0;
    const answer = await this.#ask({ direction: 'in', length, from: 0 });
    this.#from = length;
    return answer === 'nak' ? 'nak' : filled(answer, length);
  }

  async more(length: number): Promise<Buffer> {
    const from = this.#from;
    this.#from += length;
    return filled(await this.#ask({ direction: 'in', length, from }), length);
  }

  async #ask(request: I2cRequest): Promise<Uint8Array | number | 'nak' | undefined> {
    const { model, life, device } = this.#parts;
    const what = request.direction === 'in' ? 'transfer of a read' : 'transfer of a write';
    const answer = await life.ask(what, async () => checked(request, await model.transfer?.(device, request)));
    return life.crash === undefined ? answer : 'nak';
  }
}

/** The line is high where the device says nothing. */
function filled(answer: Uint8Array | number | 'nak' | undefined, length: number): Buffer {
  const bytes = Buffer.alloc(length, 0xff);
  if (answer instanceof Uint8Array) bytes.set(answer.subarray(0, length));
  return bytes;
}

/** A model in JavaScript may return anything. @throws TypeError */
function checked({ direction }: I2cRequest, answer: unknown): Uint8Array | number | 'nak' | undefined {
  if (answer === undefined || answer === 'nak') return answer;
  if (direction === 'in' && answer instanceof Uint8Array) return answer;
  if (direction === 'out' && typeof answer === 'number' && !Number.isNaN(answer)) return answer;
  throw new TypeError(
    direction === 'in'
      ? `transfer must answer a read with its bytes or 'nak', but it returned ${kindOf(answer)}`
      : `transfer must answer a write with a number of bytes, 'nak' or nothing, but it returned ${kindOf(answer)}`,
  );
}

export function kindOf(value: unknown): string {
  return typeof value === 'object' ? 'another object' : `a ${typeof value}`;
}
