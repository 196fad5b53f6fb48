import type { UsbUnit } from '../../device/unit/usb-unit.ts';
import { messages, type SendMessage, statuses } from './redir-message.ts';
import { interruptBody } from './redir-transfer.ts';

/** The interrupt endpoints that the machine polls: each brings what it has by itself, until it is stopped. */
export class InterruptStreams {
  readonly #unit: UsbUnit;
  readonly #send: SendMessage;
  readonly #streams = new Map<number, AbortController>();

  constructor(unit: UsbUnit, send: SendMessage) {
    this.#unit = unit;
    this.#send = send;
  }

  start(id: bigint, address: number): void {
    if (this.#unit.state.cellAt(address)?.laid.direction !== 'in') {
      this.refuse(id, address);
      return;
    }
    this.#tell(id, address, statuses.success);
    if (this.#streams.has(address)) return;
    const controller = new AbortController();
    this.#streams.set(address, controller);
    let next = 0n;
    void this.#unit.stream(address, controller.signal, (seen) =>
      this.#send(messages.interrupt, next++, interruptBody(address, seen)),
    );
  }

  /** There is no such endpoint, or no device any more. */
  refuse(id: bigint, address: number): void {
    this.#tell(id, address, statuses.stall);
  }

  stop(id: bigint, address: number): void {
    this.#streams.get(address)?.abort();
    this.#streams.delete(address);
    this.#tell(id, address, statuses.success);
  }

  stopAll(): void {
    for (const controller of this.#streams.values()) controller.abort();
    this.#streams.clear();
  }

  #tell(id: bigint, address: number, status: number): void {
    this.#send(messages.interruptStatus, id, Buffer.from([status, address]));
  }
}
