import { DmaError } from '../../device/instance/dma.ts';
import type { PciFunction, PluggableFunction } from '../../device/pci/pci-function.ts';
import type { CloseReason } from '../served-device.ts';
import {
  type Answer,
  answerSetIrqs,
  bringsLine,
  describeDevice,
  describeIrq,
  describeRegion,
  expectedAfter,
} from './describe-device.ts';
import { DmaRequests } from './dma-requests.ts';
import { InterruptLine } from './interrupt-line.ts';
import {
  answerVersion,
  commands,
  encodeMessage,
  errno,
  type Message,
  MessageSplitter,
  needBytes,
  type OutgoingMessage,
  ProtocolError,
} from './message.ts';
import { Regions } from './regions.ts';
import { Wakefulness } from './wakefulness.ts';
import type { Wire } from './wire.ts';

export interface ConnectionOptions {
  readonly onClosed?: (reason: CloseReason) => void;
  /** How long the machine may take for a transfer. Long, because a debugger may stop the machine. */
  readonly transferTimeoutMs?: number;
}

const maxUnreadBytes = 4 * 1024 * 1024;
const maxLateAnswers = 1024;

/**
 * QEMU's side of a device: answers its client's requests one by one. Any violation of the protocol ends the connection.
 */
export class DeviceConnection {
  readonly #wire: Wire;
  readonly #unit: PluggableFunction;
  readonly #pci: PciFunction;
  readonly #regions: Regions;
  readonly #dma: DmaRequests;
  readonly #line: InterruptLine;
  readonly #splitter = new MessageSplitter();
  readonly #wakefulness = new Wakefulness();
  readonly #onClosed: (reason: CloseReason) => void;
  #isGreeted = false;
  #closed: CloseReason | undefined;
  #lateAnswers = 0;

  constructor(wire: Wire, unit: PluggableFunction, { onClosed, transferTimeoutMs = 60_000 }: ConnectionOptions = {}) {
    this.#wire = wire;
    this.#unit = unit;
    this.#onClosed = onClosed ?? (() => undefined);
    this.#dma = new DmaRequests({
      send: (message) => this.#send(message),
      onSilence: () => this.close({ kind: 'peer-silent', afterMs: transferTimeoutMs }),
      timeoutMs: transferTimeoutMs,
    });
    const { ring } = wire;
    this.#line = new InterruptLine(() => this.#dma.afterTransfers(() => ring?.()));
    this.#pci = unit.plugInto({
      read: (address, length) => this.#transfer(this.#dma.read(address, length)),
      write: (address, bytes) => this.#transfer(this.#dma.write(address, bytes)),
      ...(ring === undefined ? {} : { setLine: (isHigh) => this.#line.set(isHigh) }),
    });
    this.#regions = new Regions(unit.model, this.#pci);
    wire.open({
      onData: (chunk) => this.#guard(() => this.#receive(chunk)),
      onEnd: () => this.#ended(),
      onLost: (detail) => this.close({ kind: 'protocol-error', detail }),
    });
  }

  /**
   * The machine then reads all ones, as after a surprise removal. May be called repeatedly. A QEMU that lives on may
   * abort when its device's socket closes during a request (11.1: `error_setv: Assertion`). To remove a device from a
   * running QEMU, use `pullOut`.
   */
  close(reason: CloseReason): void {
    if (this.#closed !== undefined) return;
    this.#closed = reason;
    this.#letGo();
    this.#wire.close();
    if (!this.#regions.isPulledOut) this.#onClosed(reason);
  }

  /**
   * Removes the device from its machine permanently: reads return all ones, writes and interrupts are dropped. Only the
   * socket stays open.
   */
  pullOut(): void {
    if (this.#closed !== undefined || this.#regions.isPulledOut) return;
    this.#regions.pullOut();
    this.#letGo();
    this.#onClosed({ kind: 'removed' });
  }

  /**
   * Resolves when the machine has answered every transfer that was begun, interrupts by message included. A reset or
   * the machine's end cuts them off, and so ends them, too.
   */
  async transfersDone(): Promise<void> {
    await this.#dma
      .afterTransfers(() => undefined)
      .catch((error: unknown) => {
        if (!(error instanceof DmaError)) throw error;
      });
  }

  #letGo(): void {
    this.#dma.close();
    this.#pci.detach();
  }

  #ended(): void {
    if (this.#splitter.pendingBytes === 0) this.close({ kind: 'peer-closed' });
    else
      this.close({
        kind: 'protocol-error',
        detail: `the peer disconnected in the middle of a message, after ${this.#splitter.pendingBytes} bytes`,
      });
  }

  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.close({ kind: 'protocol-error', detail: error.message });
    }
  }

  async #transfer<T>(transfer: Promise<T>): Promise<T> {
    try {
      return await transfer;
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.close({ kind: 'protocol-error', detail: error.message });
      return await new Promise<never>(() => undefined);
    }
  }

  #receive(chunk: Buffer): void {
    this.#wakefulness.received();
    let expected = this.#wire.expected;
    for (const message of this.#splitter.push(chunk)) {
      if (this.#closed !== undefined) return;
      if (message.kind === 'reply') this.#dma.receive(message);
      else this.#request(message);
      expected = expectedAfter(message) ?? expected;
    }
    this.#wakefulness.answered();
    if (!this.#dma.isBusy) this.#wakefulness.wait();
    if (this.#closed === undefined)
      this.#wire.readOn(this.#splitter.pendingBytes === 0 ? expected : this.#wire.expected);
  }

  #request(message: Message): void {
    if (!this.#isGreeted && message.command !== commands.version)
      throw new ProtocolError(`expected VERSION first, found command ${message.command}`);
    const answer = this.#answer(message);
    if (!(answer instanceof Promise)) {
      this.#reply(message, answer);
      return;
    }
    if (++this.#lateAnswers > maxLateAnswers) throw new ProtocolError(`${maxLateAnswers} reads wait for late answers`);
    void answer.then((late) => {
      this.#lateAnswers--;
      this.#reply(message, late);
    });
  }

  #reply({ id, command, isPosted }: Message, answer: Answer): void {
    if (isPosted) return;
    this.#send(
      typeof answer === 'number'
        ? { id, command, kind: 'reply', errno: answer }
        : { id, command, kind: 'reply', body: answer },
    );
  }

  #send(message: OutgoingMessage): void {
    if (this.#closed !== undefined) return;
    this.#wire.write(encodeMessage(message));
    if (this.#wire.unsentBytes > maxUnreadBytes) this.close({ kind: 'peer-does-not-read' });
  }

  #answer({ command, body }: Message): Answer | Promise<Answer> {
    switch (command) {
      case commands.version:
        this.#isGreeted = true;
        // State that another machine may have left.
        this.#reset();
        return answerVersion(body);
      case commands.dmaMap:
        // The file that comes with it is the template's memory. It is never mapped or even received, because transfers
        // use messages.
        needBytes(body, 32, 'DMA_MAP');
        return Buffer.alloc(0);
      case commands.dmaUnmap:
        return Buffer.from(needBytes(body, 24, 'DMA_UNMAP').subarray(0, 24));
      case commands.deviceInfo:
        return describeDevice();
      case commands.regionInfo:
        return describeRegion(this.#unit.model, body);
      case commands.irqInfo:
        return describeIrq(this.#unit.model, this.#wire.ring !== undefined, body);
      case commands.setIrqs:
        this.#checkLine(body);
        return answerSetIrqs(this.#line, body);
      case commands.regionRead:
        return this.#regions.read(body);
      case commands.regionWrite:
        return this.#regions.write(body);
      case commands.deviceReset:
        this.#reset();
        return Buffer.alloc(0);
      default:
        return errno.notImplemented;
    }
  }

  #checkLine(body: Buffer): void {
    if (this.#wire.ring !== undefined && this.#wire.expected === 'accesses' && bringsLine(body))
      throw new ProtocolError(
        'the interrupt line was set in the middle of accesses, where its descriptor is not received',
      );
  }

  #reset(): void {
    if (this.#regions.isPulledOut) return;
    this.#dma.abandon();
    this.#pci.reset();
    this.#line.unmask();
  }
}
