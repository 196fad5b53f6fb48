import { describe, expect, it } from 'vitest';
import { I2cBus, type I2cTarget } from '../../../src/device/i2c/i2c-bus.ts';
import type { I2cMessage, I2cResult } from '../../../src/device/i2c/i2c-message.ts';

/** Answers when it is told to, and notes what it was asked. */
class HandTarget implements I2cTarget {
  readonly id: string;
  readonly address: number;
  holdsLow = false;
  readonly asked: string[] = [];
  readonly #answers: ((result: I2cResult) => void)[] = [];

  constructor(id: string, address: number) {
    this.id = id;
    this.address = address;
  }

  readonly message = (message: I2cMessage): Promise<I2cResult> => this.#ask(message.direction);
  readonly more = (length: number): Promise<I2cResult> => this.#ask(`more ${length}`);
  readonly stop = (): void => void this.asked.push('stop');

  answer(outcome: I2cResult['outcome'] = 'done'): void {
    this.#answers.shift()?.({ outcome, bytes: Buffer.alloc(0) });
  }

  #ask(what: string): Promise<I2cResult> {
    this.asked.push(what);
    return new Promise((resolve) => this.#answers.push(resolve));
  }
}

const write = (address: number): I2cMessage => ({ direction: 'out', address, bytes: Buffer.from([0]) });
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('an I2C bus', () => {
  it('has one device at an address', () => {
    const bus = new I2cBus();
    bus.add(new HandTarget('temp0', 0x48));
    expect(() => bus.add(new HandTarget('temp1', 0x48))).toThrow(
      'device temp1: expected an address of its own on this bus, found 0x48, which is that of temp0',
    );
  });

  it('has nobody where nobody is, and where somebody was', async () => {
    const bus = new I2cBus();
    const target = new HandTarget('temp0', 0x48);
    expect((await bus.transfer([write(0x48)]))[0]?.outcome).toBe('nak-address');
    bus.add(target);
    bus.remove(target);
    expect((await bus.transfer([write(0x48)]))[0]?.outcome).toBe('nak-address');
  });

  it('ends a transaction at the first message that fails, and stops all who took part', async () => {
    const bus = new I2cBus();
    const [one, other] = [new HandTarget('one', 0x48), new HandTarget('other', 0x49)];
    bus.add(one);
    bus.add(other);
    const results = bus.transfer([write(0x48), write(0x49), write(0x48)]);
    await settle();
    one.answer();
    await settle();
    other.answer('nak-byte');
    expect((await results).map(({ outcome }) => outcome)).toEqual(['done', 'nak-byte']);
    expect([one.asked, other.asked]).toEqual([
      ['out', 'stop'],
      ['out', 'stop'],
    ]);
  });

  it('carries one message at a time; of those who wait, only the last gets its turn', async () => {
    const bus = new I2cBus();
    const target = new HandTarget('slow', 0x48);
    bus.add(target);
    const first = bus.begin().message(write(0x48));
    const second = bus.begin().message(write(0x48));
    const third = bus.begin().message(write(0x48));
    expect((await second).outcome).toBe('abandoned');
    expect(target.asked).toEqual(['out']);
    target.answer();
    await first;
    await settle();
    expect(target.asked).toEqual(['out', 'out']);
    target.answer();
    expect((await third).outcome).toBe('done');
  });

  it('does not begin what was given up while it waited', async () => {
    const bus = new I2cBus();
    const target = new HandTarget('slow', 0x48);
    bus.add(target);
    const first = bus.begin().message(write(0x48));
    const late = bus.begin();
    const given = late.message(write(0x48));
    late.stop();
    await settle();
    target.answer();
    await first;
    expect((await given).outcome).toBe('abandoned');
    expect(target.asked).toEqual(['out']);
    expect((await bus.begin().message(write(0x20))).outcome).toBe('nak-address');
  });

  it('is stuck for all while one holds the data line', async () => {
    const bus = new I2cBus();
    const [one, other] = [new HandTarget('one', 0x48), new HandTarget('other', 0x49)];
    bus.add(one);
    bus.add(other);
    other.holdsLow = true;
    expect((await bus.transfer([write(0x48)]))[0]?.outcome).toBe('stuck-low');
    expect(one.asked).toEqual([]);
  });
});
