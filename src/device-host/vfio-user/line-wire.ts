import type { Duplex } from 'node:stream';
import type { RelayProcess } from '../line-relay.ts';
import { describeExit } from '../model-trouble.ts';
import type { Expected, Wire, WireListener } from './wire.ts';

/** As in line-relay.c. */
const relayCommands = { listen: 'L', ring: 'R' } as const;

/**
 * A connection with an interrupt line. The relay holds the machine's socket as well as we do, and one of the two reads
 * it: we read a row of accesses, without a detour; the relay reads where the descriptor of the line may come along. We
 * take turns only while the machine waits for an answer.
 */
export class LineWire implements Wire {
  readonly #machine: Duplex;
  readonly #relay: RelayProcess;
  #expected: Expected = 'a descriptor';
  #isDiscarding = false;

  /** Nobody has read from `machine` yet. */
  constructor(machine: Duplex, relay: RelayProcess) {
    this.#machine = machine;
    this.#relay = relay;
  }

  open({ onData, onEnd, onLost }: WireListener): void {
    const { channel, exited } = this.#relay;
    this.#machine.on('data', (chunk: Buffer) => {
      if (!this.#isDiscarding) onData(chunk);
    });
    this.#machine.on('end', onEnd).on('close', onEnd);
    // The following close event reports it.
    this.#machine.on('error', () => undefined);
    channel.on('data', onData);
    // The channel's last bytes come before its end.
    const drained = new Promise((resolve) => channel.once('close', resolve));
    void Promise.all([exited, drained]).then(([exit]) => {
      if (exit.kind === 'exited' && exit.exitCode === 0) onEnd();
      else onLost(`the relay of its interrupt line has ended: ${describeExit(exit)}`);
    });
    channel.write(relayCommands.listen);
  }

  readonly write = (bytes: Uint8Array): void => void this.#machine.write(bytes);

  get unsentBytes(): number {
    return this.#machine.writableLength;
  }

  readonly ring = (): void => void this.#relay.channel.write(relayCommands.ring);

  get expected(): Expected {
    return this.#expected;
  }

  readOn(expected: Expected): void {
    const before = this.#expected;
    this.#expected = expected;
    if (expected === 'accesses') {
      if (before !== expected) this.#startReading();
      return;
    }
    if (before !== expected) this.#stopReading();
    this.#relay.channel.write(relayCommands.listen);
  }

  close(): void {
    this.#machine.destroy();
    this.#relay.channel.destroy();
    this.#relay.kill();
  }

  /**
   * A paused stream reads ahead until its buffer is full. A full one stops at once, because we are called while it
   * delivers what it has read.
   */
  #stopReading(): void {
    this.#machine.pause();
    this.#machine.unshift(Buffer.alloc(this.#machine.readableHighWaterMark));
  }

  #startReading(): void {
    this.#isDiscarding = true;
    this.#machine.read();
    this.#isDiscarding = false;
    this.#machine.resume();
  }
}
