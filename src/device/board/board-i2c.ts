import { I2cBus, type I2cTarget } from '../i2c/i2c-bus.ts';
import type { I2cMessage, I2cOutcome } from '../i2c/i2c-message.ts';
import type { BoardBus } from './board-bus.ts';
import { errnos } from './board-layout.ts';
import type { BoardAnswer, RequestPiece } from './board-request.ts';

/** The I2C bus of a board. */
export class BoardI2c implements BoardBus {
  readonly kind = 'i2c';
  readonly name = 'i2c';
  readonly channel: number;
  readonly chipSelects = 0;
  readonly #bus = new I2cBus();

  constructor(channel: number) {
    this.channel = channel;
  }

  /** @throws AddressTaken */
  add(target: I2cTarget): void {
    this.#bus.add(target);
  }

  /** From now on, nobody answers at its address. */
  remove(target: I2cTarget): void {
    this.#bus.remove(target);
  }

  /** A transaction. It ends at the first message that fails. */
  async perform(pieces: readonly RequestPiece[]): Promise<BoardAnswer> {
    const results = await this.#bus.transfer(pieces.map(messageOf));
    const failed = results.find(({ outcome }) => outcome !== 'done');
    if (failed !== undefined) return { status: statusOf(failed.outcome), received: [] };
    const received = pieces.flatMap(({ receives, length }, index) =>
      receives ? [filled(results[index]?.bytes ?? Buffer.alloc(0), length)] : [],
    );
    return { status: errnos.none, received };
  }
}

function messageOf({ address, sent, length }: RequestPiece): I2cMessage {
  return sent === undefined ? { direction: 'in', address, length } : { direction: 'out', address, bytes: sent };
}

/** What no device drives reads high. */
function filled(bytes: Buffer, length: number): Buffer {
  if (bytes.length >= length) return bytes.subarray(0, length);
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0xff)]);
}

/** As the kernel's Documentation/i2c/fault-codes.rst has it. */
function statusOf(outcome: I2cOutcome): number {
  switch (outcome) {
    case 'done':
      return errnos.none;
    case 'nak-address':
      return errnos.noSuchAddress;
    case 'nak-byte':
      return errnos.remoteIo;
    case 'arbitration-lost':
      return errnos.again;
    case 'stuck-low':
      return errnos.timedOut;
    case 'bus-error':
    case 'abandoned':
      return errnos.io;
  }
}
