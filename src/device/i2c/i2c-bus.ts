import { endedAs, type I2cMessage, type I2cResult } from './i2c-message.ts';

/** A device at an address of a bus. Its promises never reject. They may take long: it holds the clock low meanwhile. */
export interface I2cTarget {
  /** The id of the device, for error messages. */
  readonly id: string;
  /** 7 bits. */
  readonly address: number;
  /** It keeps the data line low, so that nothing passes on the whole bus. */
  readonly holdsLow: boolean;
  readonly message: (message: I2cMessage) => Promise<I2cResult>;
  /** Further bytes of the read that it has answered last. This is still the same message. */
  readonly more: (length: number) => Promise<I2cResult>;
  /** The transaction is over. */
  readonly stop: () => void;
}

/** Two devices of a bus have the same address. */
export class AddressTaken extends Error {
  override readonly name = 'AddressTaken';
}

/**
 * The wires of an I2C bus with the devices on them. It knows no controller: a model of one, or any other channel to the
 * machine, begins transactions here.
 */
export class I2cBus {
  readonly #targets = new Map<number, I2cTarget>();
  #isBusy = false;
  /** The one that waits for a device which holds the clock. A newer one takes its place. */
  #waiting: ((isItsTurn: boolean) => void) | undefined;

  /** @throws AddressTaken */
  add(target: I2cTarget): void {
    const before = this.#targets.get(target.address);
    if (before !== undefined)
      throw new AddressTaken(
        `device ${target.id}: expected an address of its own on this bus, found ${addressText(target.address)}, ` +
          `which is that of ${before.id}`,
      );
    this.#targets.set(target.address, target);
  }

  /** From now on, nobody answers at its address. */
  remove(target: I2cTarget): void {
    if (this.#targets.get(target.address) === target) this.#targets.delete(target.address);
  }

  get isEmpty(): boolean {
    return this.#targets.size === 0;
  }

  /** A transaction by the message, for controllers that learn of their messages one by one. */
  begin(): I2cTransaction {
    return new I2cTransaction((address, carry) => this.#carry(address, carry));
  }

  /**
   * A whole transaction: messages with repeated starts between them, and a stop. It ends at the first message that
   * fails, which is the last of the results.
   */
  async transfer(messages: readonly I2cMessage[]): Promise<readonly I2cResult[]> {
    const transaction = this.begin();
    const results: I2cResult[] = [];
    for (const message of messages) {
      const result = await transaction.message(message);
      results.push(result);
      if (result.outcome !== 'done') break;
    }
    transaction.stop();
    return results;
  }

  async #carry(address: number, carry: (target: I2cTarget) => Promise<I2cResult>): Promise<I2cResult> {
    if (!(await this.#turn())) return endedAs('abandoned');
    try {
      if ([...this.#targets.values()].some(({ holdsLow }) => holdsLow)) return endedAs('stuck-low');
      const target = this.#targets.get(address);
      return target === undefined ? endedAs('nak-address') : await carry(target);
    } finally {
      this.#handOver();
    }
  }

  /** A controller that was reset may begin anew while a device still holds the clock. */
  #turn(): Promise<boolean> {
    this.#waiting?.(false);
    this.#waiting = undefined;
    if (this.#isBusy) return new Promise((resolve) => (this.#waiting = resolve));
    this.#isBusy = true;
    return Promise.resolve(true);
  }

  #handOver(): void {
    const next = this.#waiting;
    this.#waiting = undefined;
    this.#isBusy = next !== undefined;
    next?.(true);
  }
}

type Carry = (address: number, carry: (target: I2cTarget) => Promise<I2cResult>) => Promise<I2cResult>;

/** What happens between a start and a stop. One message is carried at a time. */
export class I2cTransaction {
  readonly #carry: Carry;
  readonly #addressed = new Set<I2cTarget>();
  #isOver = false;

  constructor(carry: Carry) {
    this.#carry = carry;
  }

  /** After a message that did not end as `done`, only `stop` may follow. */
  message(message: I2cMessage): Promise<I2cResult> {
    return this.#through(message.address, (target) => target.message(message));
  }

  /** Further bytes of the read before: a controller with a short queue asks for a long message in pieces. */
  more(address: number, length: number): Promise<I2cResult> {
    return this.#through(address, (target) => target.more(length));
  }

  /** Also when the controller gives up: what has not begun yet is not carried out any more. */
  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const target of this.#addressed) target.stop();
  }

  #through(address: number, carry: (target: I2cTarget) => Promise<I2cResult>): Promise<I2cResult> {
    return this.#carry(address, async (target) => {
      if (this.#isOver) return endedAs('abandoned');
      this.#addressed.add(target);
      return await carry(target);
    });
  }
}

export function addressText(address: number): string {
  return `0x${address.toString(16).padStart(2, '0')}`;
}
