import { bounds } from '../../bounds/bounds.ts';
import type { CloseReason } from '../../device-host/served-device.ts';
import type { DeviceEvent, LogEntry } from '../../device/log/access-log.ts';
import { CappedLog } from '../../host/files/capped-log.ts';

/** Why a device was disconnected from its machine; undefined: a regular end. */
export function describeClose(reason: CloseReason): string | undefined {
  switch (reason.kind) {
    case 'peer-closed':
    case 'removed':
      return undefined;
    case 'protocol-error':
      return reason.detail;
    case 'peer-silent':
      return `QEMU did not answer a transfer for ${reason.afterMs / 1000} s`;
    case 'peer-does-not-read':
      return 'QEMU does not read the answers of the device';
  }
}

const { printedHeadBytes, printedTailBytes } = bounds.models;

/** The output of device models, in a file of bounded size. The file exists only if there is output. */
export class PrintedLog {
  readonly #path: string;
  readonly #name: string;
  #log: CappedLog | undefined;
  #failure: string | undefined;

  /** `name`: for people. */
  constructor(path: string, name: string) {
    this.#path = path;
    this.#name = name;
  }

  write(chunk: Buffer): void {
    this.#log ??= new CappedLog(
      this.#path,
      { headBytes: printedHeadBytes, tailBytes: printedTailBytes, extraBytes: 0 },
      (error) => {
        this.#failure ??= error.message;
      },
    );
    this.#log.write(chunk);
  }

  /** Notes on output that is not in the file. */
  get notes(): readonly string[] {
    if (this.#failure !== undefined) return [`${this.#name}: not written: ${this.#failure}`];
    const leftOut = this.#log?.leftOutBytes ?? 0;
    return leftOut === 0
      ? []
      : [`${this.#name}: ${leftOut} bytes of the device models' output were left out of the middle`];
  }

  /** May be called repeatedly. */
  close(): void {
    this.#log?.close();
  }
}

/** An event of a device for a reader of the timeline: `write STATUS 0x80`. */
export function describeDeviceEvent(event: DeviceEvent): string {
  switch (event.kind) {
    case 'read':
      return `read ${placeOf(event)} ${event.value}`;
    case 'write':
      return `write ${placeOf(event)} ${event.value}`;
    case 'dma': {
      const what =
        `DMA ${event.direction} of ${event.length} bytes ${event.direction === 'read' ? 'from' : 'to'} ` +
        event.address;
      return event.outcome === 'done' ? what : `${what}: ${event.outcome}`;
    }
    case 'interrupt':
      return `interrupt ${event.vector}${event.name === undefined ? '' : ` (${event.name})`}: ${event.outcome}`;
    case 'exchange':
      return exchangeWords(event);
    case 'reset':
      return 'reset';
    case 'fault':
      return `fault ${event.id} fired at ${event.access}`;
    case 'control':
      return `control ${event.name} set to ${event.value}`;
    case 'crash':
      return `the model crashed at ${event.during}: ${event.message}`;
  }
}

function exchangeWords({ what, outcome, bytes, length }: Extract<DeviceEvent, { kind: 'exchange' }>): string {
  if (outcome !== 'done') return `${what}: ${outcome}`;
  const shown = bytes === '' ? '' : ` ${bytes}${2 * length > bytes.length ? '…' : ''}`;
  // What a machine asks for is often more than there is.
  const [, asked = String(length)] = /, (\d+) bytes?\)$/.exec(what) ?? [];
  return Number(asked) === length ? `${what}${shown}` : `${what}: ${length} byte${length === 1 ? '' : 's'}${shown}`;
}

function placeOf({ registers, bar, offset, length }: Extract<DeviceEvent, { kind: 'read' | 'write' }>): string {
  const name = registers.length === 0 ? `bar ${bar} at 0x${offset.toString(16)}` : registers.join(', ');
  return length <= 8 ? name : `${name} (${length} bytes)`;
}

/** The entry without what the timeline shows elsewhere. */
export function dataOf({ sequence: _sequence, atUs: _atUs, ...event }: LogEntry): Readonly<Record<string, unknown>> {
  return event;
}
