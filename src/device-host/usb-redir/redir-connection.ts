import { bounds } from '../../bounds/bounds.ts';
import type { Exchanged } from '../../device/exchange/outcome.ts';
import type { UsbUnit } from '../../device/unit/usb-unit.ts';
import type { CloseReason } from '../served-device.ts';
import type { Wire } from '../vfio-user/wire.ts';
import { connectBody } from './describe-usb.ts';
import { DeviceSettings } from './device-settings.ts';
import { InterruptStreams } from './interrupt-streams.ts';
import { PendingTransfers } from './pending-transfers.ts';
import {
  encodeHello,
  encodeMessage,
  messages,
  needBytes,
  readHello,
  RedirError,
  type RedirMessage,
  RedirSplitter,
  type SendMessage,
  statuses,
} from './redir-message.ts';
import { readTransfer, type RedirTransfer, transferAnswer } from './redir-transfer.ts';

const nothing = Buffer.alloc(0);

/**
 * A device at QEMU's usb-redir: tells it what the device is, and carries its transfers. Any violation of the protocol
 * ends the connection.
 */
export class RedirConnection {
  readonly #wire: Wire;
  readonly #unit: UsbUnit;
  readonly #onClosed: (reason: CloseReason) => void;
  readonly #splitter = new RedirSplitter();
  readonly #pending = new PendingTransfers();
  readonly #streams: InterruptStreams;
  readonly #settings: DeviceSettings;
  #isGreeted = false;
  #isPulledOut = false;
  #closed: CloseReason | undefined;

  constructor(wire: Wire, unit: UsbUnit, onClosed: (reason: CloseReason) => void = () => undefined) {
    this.#wire = wire;
    this.#unit = unit;
    this.#onClosed = onClosed;
    const send: SendMessage = (type, id, body) => this.#send(type, id, body);
    this.#streams = new InterruptStreams(unit, send);
    this.#settings = new DeviceSettings(unit, { send, pending: this.#pending, isThere: () => !this.#isPulledOut });
    wire.open({
      onData: (chunk) => this.#guard(() => this.#receive(chunk)),
      onEnd: () => this.#ended(),
      onLost: (detail) => this.close({ kind: 'protocol-error', detail }),
    });
    wire.write(encodeHello('qemu-driver-test'));
  }

  /** The machine takes this for an unplugged device. May be called repeatedly. */
  close(reason: CloseReason): void {
    if (this.#closed !== undefined) return;
    this.#closed = reason;
    this.#letGo();
    this.#wire.close();
    if (!this.#isPulledOut) this.#onClosed(reason);
  }

  /**
   * Unplugs the device. QEMU forgets the transfers of a device that is gone, and its driver would wait for each of
   * them: they are answered first.
   */
  pullOut(): void {
    if (this.#closed !== undefined || this.#isPulledOut) return;
    this.#letGo();
    this.#isPulledOut = true;
    if (this.#isGreeted) this.#send(messages.deviceDisconnect, 0n, nothing);
    this.#onClosed({ kind: 'removed' });
  }

  /** Resolves when all that the device had for its machine is on its way. */
  async sent(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  #letGo(): void {
    this.#pending.cancelAll();
    this.#streams.stopAll();
  }

  #ended(): void {
    const left = this.#splitter.pendingBytes;
    if (left === 0) this.close({ kind: 'peer-closed' });
    else
      this.close({
        kind: 'protocol-error',
        detail: `the peer disconnected in the middle of a message, after ${left} bytes`,
      });
  }

  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof RedirError)) throw error;
      this.close({ kind: 'protocol-error', detail: error.message });
    }
  }

  #receive(chunk: Buffer): void {
    for (const message of this.#splitter.push(chunk)) {
      if (this.#closed !== undefined) return;
      const transfer = readTransfer(message);
      if (transfer === undefined) this.#obey(message);
      else this.#carry(message, transfer);
    }
  }

  #send(type: number, id: bigint, body: Buffer): void {
    if (this.#closed !== undefined) return;
    this.#wire.write(encodeMessage(type, id, body));
    if (this.#wire.unsentBytes > bounds.usb.unreadBytes) this.close({ kind: 'peer-does-not-read' });
  }

  #carry(message: RedirMessage, transfer: RedirTransfer): void {
    const answer = (seen: Exchanged<'transfer'>): void =>
      this.#send(message.type, message.id, transferAnswer(message, seen));
    // A device that is gone: the machine has not heard of it yet.
    if (this.#isPulledOut) {
      answer({ outcome: 'gone', bytes: nothing });
      return;
    }
    const bytes = transfer.kind === 'in' ? 0 : transfer.bytes.length;
    this.#pending.begin(message.id, bytes, { carry: (cancelled) => this.#ask(transfer, cancelled), answer });
  }

  async #ask(transfer: RedirTransfer, cancelled: AbortSignal): Promise<Exchanged<'transfer'>> {
    switch (transfer.kind) {
      case 'control':
        return await this.#unit.carryControl(transfer.setup, transfer.bytes, cancelled);
      case 'out':
        return await this.#unit.carryOut(transfer.address, transfer.bytes, cancelled);
      case 'in':
        return await this.#unit.carryIn(transfer.address, transfer.length, cancelled);
    }
  }

  #obey({ type, id, body }: RedirMessage): void {
    switch (type) {
      case messages.hello:
        this.#greet(body);
        return;
      case messages.reset:
        this.#reset();
        return;
      case messages.setConfiguration:
        this.#settings.configure(id, needBytes(body, 1, 'set_configuration'));
        return;
      case messages.getConfiguration:
        this.#settings.tellConfiguration(id);
        return;
      case messages.setAlternate:
        this.#settings.choose(id, needBytes(body, 2, 'set_alt_setting'));
        return;
      case messages.getAlternate:
        this.#settings.tellAlternate(id, needBytes(body, 1, 'get_alt_setting'));
        return;
      case messages.startInterrupts:
        if (this.#isPulledOut) this.#streams.refuse(id, addressIn(body, 'start_interrupt_receiving'));
        else this.#streams.start(id, addressIn(body, 'start_interrupt_receiving'));
        return;
      case messages.stopInterrupts:
        this.#streams.stop(id, addressIn(body, 'stop_interrupt_receiving'));
        return;
      case messages.startIsochronous:
      case messages.stopIsochronous: {
        const address = addressIn(body, 'an isochronous stream');
        this.#send(messages.isochronousStatus, id, Buffer.from([statuses.invalid, address]));
        return;
      }
      case messages.cancel:
        this.#pending.cancel(id);
        return;
      case messages.filterReject:
        throw new RedirError('QEMU refused the device; its own log says why');
      case messages.filterRules:
      case messages.disconnectAck:
        return;
      default:
        throw new RedirError(`message ${type} is not known`);
    }
  }

  #greet(body: Buffer): void {
    if (this.#isGreeted) throw new RedirError('hello came twice');
    readHello(body);
    this.#isGreeted = true;
    if (this.#isPulledOut) return;
    // State that another machine may have left.
    this.#unit.reset();
    this.#settings.describe();
    this.#send(messages.deviceConnect, 0n, connectBody(this.#unit.model.usb));
  }

  #reset(): void {
    if (this.#isPulledOut) return;
    this.#letGo();
    this.#unit.reset();
  }
}

/** The endpoint that a message is about. @throws RedirError */
function addressIn(body: Buffer, what: string): number {
  return needBytes(body, 1, what).readUInt8(0);
}
