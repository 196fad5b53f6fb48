import type { I2cBus, I2cTransaction } from '../i2c-bus.ts';
import type { I2cResult } from '../i2c-message.ts';
import { type Assembly, askFor, type Command, newAssembly, sourceOf } from './assembly.ts';
import { abortSource, cause, Causes, flushed } from './causes.ts';

/** Both queues. What the stock driver assumes for this PCI function, so that its reads come in such pieces. */
export const queueDepth = 32;

/** The longest message of the kernel's interface has 65535 bytes. */
const maxMessageBytes = 0xffff;

/**
 * The master in a DesignWare I2C block. Commands are put together to messages, because that is what passes on the bus:
 * a write is sent when its end is known, a read when its end is known, the queue is full, or the driver looks. Until a
 * device has answered, the block is busy, and further commands wait in the queue.
 */
export class Master {
  readonly causes: Causes;
  readonly #bus: I2cBus;
  #isEnabled = false;
  #address = 0;
  #isTenBit = false;
  #rxThreshold = 0;
  #txThreshold = 0;
  #abortSources = 0;
  readonly #commands: Command[] = [];
  readonly #received: number[] = [];
  #assembly: Assembly | undefined;
  #transaction: I2cTransaction | undefined;
  /** A message is on its way. */
  #isBusy = false;

  constructor(bus: I2cBus, raise: () => void) {
    this.#bus = bus;
    this.causes = new Causes(raise);
  }

  get isEnabled(): boolean {
    return this.#isEnabled;
  }

  get isActive(): boolean {
    return this.#transaction !== undefined || this.#isBusy;
  }

  get waiting(): number {
    return this.#commands.length;
  }

  get received(): number {
    return this.#received.length;
  }

  get abortSources(): number {
    return this.#abortSources;
  }

  setTarget(address: number, isTenBit: boolean): void {
    this.#address = address;
    this.#isTenBit = isTenBit;
  }

  setThresholds({ rx = this.#rxThreshold, tx = this.#txThreshold }: Readonly<{ rx?: number; tx?: number }>): void {
    this.#rxThreshold = rx;
    this.#txThreshold = tx;
    this.#update();
  }

  /** Off: what is under way is given up, and both queues are emptied. */
  enable(isEnabled: boolean): void {
    this.#isEnabled = isEnabled;
    if (!isEnabled) {
      this.#giveUp();
      this.#received.length = 0;
      this.#abortSources = 0;
      this.causes.clear(-1);
    }
    this.#update();
  }

  command(command: Command): void {
    if (!this.#isEnabled || this.#isAborted) return;
    if (this.#commands.length >= queueDepth) {
      this.causes.set(cause.txOver);
      return;
    }
    this.#commands.push(command);
    this.#proceed();
    this.#update();
  }

  /** Somebody looks at the state: a read whose end is not known yet has taken place meanwhile. */
  look(): void {
    if (!this.#isBusy && this.#assembly?.isRead === true && this.#assembly.asked > 0) this.#fetch(this.#assembly);
  }

  takeByte(): number {
    const byte = this.#received.shift();
    if (byte === undefined) this.causes.set(cause.rxUnder);
    this.#update();
    return byte ?? 0;
  }

  /** The driver has seen why. Only now are new commands accepted. */
  clearAbort(): void {
    this.#abortSources = 0;
    this.causes.clear(cause.txAbort);
  }

  /** The driver gives up the transfer. */
  abortByDriver(): void {
    if (this.#isEnabled && this.isActive) this.#abort(abortSource.byDriver);
  }

  /** The block is reset. Nothing that is still under way has an effect any more. */
  giveUp(): void {
    this.#isEnabled = false;
    this.#giveUp();
  }

  get #isAborted(): boolean {
    return (this.causes.raw & cause.txAbort) !== 0;
  }

  #proceed(): void {
    while (!this.#isBusy) {
      const [next] = this.#commands;
      if (next === undefined) return;
      const assembly = this.#assembly;
      if (assembly !== undefined && (next.isRestart || next.isRead !== assembly.isRead)) {
        this.#end(assembly, false);
        continue;
      }
      this.#commands.shift();
      this.#take(next);
    }
  }

  #take({ isRead, byte, isStop }: Command): void {
    const assembly = (this.#assembly ??= newAssembly(isRead));
    if (assembly.bytes.length >= maxMessageBytes) {
      this.#abort(abortSource.dataNak);
      return;
    }
    if (isRead) assembly.asked++;
    else assembly.bytes.push(byte);
    if (isStop) this.#end(assembly, true);
    else if (assembly.asked >= queueDepth) this.#fetch(assembly);
  }

  /** The end of a message. */
  #end(assembly: Assembly, isStop: boolean): void {
    this.#assembly = undefined;
    if (assembly.isBegun && assembly.asked === 0) this.#ended(isStop);
    else this.#carry(assembly, () => this.#ended(isStop));
  }

  #ended(isStop: boolean): void {
    if (!isStop) return;
    this.#stop();
    this.causes.set(cause.stop);
  }

  /** A part of a read that may go on. */
  #fetch(assembly: Assembly): void {
    this.#carry(assembly, () => undefined);
  }

  #carry(assembly: Assembly, done: () => void): void {
    if (this.#isTenBit) {
      this.#abort(abortSource.tenBitAddressNak);
      return;
    }
    const transaction = (this.#transaction ??= this.#bus.begin());
    this.#isBusy = true;
    this.causes.set(cause.activity | cause.start);
    const result = askFor(transaction, this.#address, assembly);
    assembly.isBegun = true;
    assembly.asked = 0;
    void result.then((answer) => {
      if (transaction !== this.#transaction) return;
      this.#answered(answer, assembly, done);
    });
  }

  #answered({ outcome, bytes }: I2cResult, { isRead, bytes: sent }: Assembly, done: () => void): void {
    // The block waits for the line, and the driver for the block.
    if (outcome === 'stuck-low' || outcome === 'abandoned') return;
    this.#isBusy = false;
    if (outcome !== 'done') {
      // The refused byte has left the queue; those behind it have not.
      const refused = outcome === 'nak-byte' ? 1 : 0;
      this.#abort(sourceOf(outcome), isRead ? 0 : sent.length - bytes.length - refused);
      return;
    }
    if (isRead) this.#receive(bytes);
    done();
    this.#proceed();
    this.#update();
  }

  #receive(bytes: Buffer): void {
    const room = queueDepth - this.#received.length;
    this.#received.push(...bytes.subarray(0, room));
    if (bytes.length > room) this.causes.set(cause.rxOver);
    // Bytes behind those that the driver is just reading are news.
    this.#update(cause.rxFull);
  }

  /** `unsent`: bytes of the message that the bus did not take. */
  #abort(source: number, unsent = 0): void {
    const dropped = Math.min(unsent + this.#commands.length, queueDepth);
    this.#giveUp();
    this.#abortSources |= source | flushed(dropped);
    this.causes.set(cause.txAbort | cause.stop);
    this.#update();
  }

  #giveUp(): void {
    this.#commands.length = 0;
    this.#assembly = undefined;
    this.#stop();
  }

  #stop(): void {
    this.#isBusy = false;
    const transaction = this.#transaction;
    this.#transaction = undefined;
    transaction?.stop();
  }

  #update(renewed = 0): void {
    const isFull = this.#received.length > this.#rxThreshold;
    const isEmpty = this.#isEnabled && this.#commands.length <= this.#txThreshold;
    this.causes.setLevels((isFull ? cause.rxFull : 0) | (isEmpty ? cause.txEmpty : 0), renewed);
  }
}
