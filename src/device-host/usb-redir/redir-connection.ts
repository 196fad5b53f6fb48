import { bounds } from '../../bounds/bounds.ts';
import type { Exchanged } from '../../device/exchange/outcome.ts';
import type { UsbUnit } from '../../device/unit/usb-unit.ts';
import { defaultSpeed } from '../../device/usb/usb-layout.ts';
import type { CloseReason } from '../served-device.ts';
import type { Wire } from '../vfio-user/wire.ts';
import { connectBody, endpointsBody, interfacesBody } from './describe-usb.ts';
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
  statuses,
} from './redir-message.ts';
import { interruptBody, readTransfer, type RedirTransfer, statusOf, transferAnswer } from './redir-transfer.ts';

const nothing = Buffer.alloc(0);
const setConfiguration = 9;
const setInterface = 11;

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
  /** The interrupt endpoints that the machine polls. */
  readonly #streams = new Map<number, AbortController>();
  #isGreeted = false;
  #isPulledOut = false;
  #closed: CloseReason | undefined;

  constructor(wire: Wire, unit: UsbUnit, onClosed: (reason: CloseReason) => void = () => undefined) {
    this.#wire = wire;
    this.#unit = unit;
    this.#onClosed = onClosed;
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
    this.#stopStreams();
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
        this.#configure(id, needBytes(body, 1, 'set_configuration').readUInt8(0));
        return;
      case messages.getConfiguration:
        this.#send(messages.configurationStatus, id, Buffer.from([statuses.success, this.#unit.state.configuration]));
        return;
      case messages.setAlternate:
        this.#choose(id, needBytes(body, 2, 'set_alt_setting'));
        return;
      case messages.getAlternate: {
        const face = needBytes(body, 1, 'get_alt_setting').readUInt8(0);
        const alternate = this.#unit.state.alternate(face);
        const status = alternate === undefined ? statuses.stall : statuses.success;
        this.#send(messages.alternateStatus, id, Buffer.from([status, face, alternate ?? 0]));
        return;
      }
      case messages.startInterrupts:
        this.#startStream(id, needBytes(body, 1, 'start_interrupt_receiving').readUInt8(0));
        return;
      case messages.stopInterrupts:
        this.#stopStream(id, needBytes(body, 1, 'stop_interrupt_receiving').readUInt8(0));
        return;
      case messages.startIsochronous:
      case messages.stopIsochronous: {
        const address = needBytes(body, 1, 'an isochronous stream').readUInt8(0);
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
    this.#describe();
    this.#send(messages.deviceConnect, 0n, connectBody(this.#unit.model.usb));
  }

  #reset(): void {
    if (this.#isPulledOut) return;
    this.#letGo();
    this.#unit.reset();
  }

  /** What the machine must know before it may use the endpoints. */
  #describe(): void {
    const { state, model } = this.#unit;
    const { chosen, configuration } = state;
    const speed = model.usb.speed ?? defaultSpeed;
    this.#send(messages.interfaceInfo, 0n, interfacesBody(chosen));
    this.#send(messages.endpointInfo, 0n, endpointsBody(chosen, configuration !== 0, speed));
  }

  #configure(id: bigint, value: number): void {
    const setup = { requestType: 0x00, request: setConfiguration, value, index: 0, length: 0 };
    this.#change(id, setup, (status) =>
      this.#send(messages.configurationStatus, id, Buffer.from([status, this.#unit.state.configuration])),
    );
  }

  #choose(id: bigint, body: Buffer): void {
    const [face, value] = [body.readUInt8(0), body.readUInt8(1)];
    const setup = { requestType: 0x01, request: setInterface, value, index: face, length: 0 };
    this.#change(id, setup, (status) =>
      this.#send(messages.alternateStatus, id, Buffer.from([status, face, this.#unit.state.alternate(face) ?? 0])),
    );
  }

  #change(id: bigint, setup: Parameters<UsbUnit['carryControl']>[0], tell: (status: number) => void): void {
    if (this.#isPulledOut) {
      tell(statuses.cancelled);
      return;
    }
    this.#pending.begin(id, 0, {
      carry: (cancelled) => this.#unit.carryControl(setup, nothing, cancelled),
      answer: ({ outcome }) => {
        if (outcome === 'done') this.#describe();
        tell(statusOf(outcome));
      },
    });
  }

  #startStream(id: bigint, address: number): void {
    const isThere = this.#unit.state.cellAt(address)?.laid.direction === 'in' && !this.#isPulledOut;
    const status = isThere ? statuses.success : statuses.stall;
    this.#send(messages.interruptStatus, id, Buffer.from([status, address]));
    if (!isThere || this.#streams.has(address)) return;
    const controller = new AbortController();
    this.#streams.set(address, controller);
    let next = 0n;
    void this.#unit.stream(address, controller.signal, (seen) =>
      this.#send(messages.interrupt, next++, interruptBody(address, seen)),
    );
  }

  #stopStream(id: bigint, address: number): void {
    this.#streams.get(address)?.abort();
    this.#streams.delete(address);
    this.#send(messages.interruptStatus, id, Buffer.from([statuses.success, address]));
  }

  #stopStreams(): void {
    for (const controller of this.#streams.values()) controller.abort();
    this.#streams.clear();
  }
}
