import type { Exchanged, OutcomeOf } from '../../device/exchange/outcome.ts';
import { isIn, type UsbSetup } from '../../device/usb/usb-setup.ts';
import { messages, needBytes, RedirError, type RedirMessage, statuses } from './redir-message.ts';

/** A transfer that the machine has asked for. */
export type RedirTransfer =
  | { readonly kind: 'control'; readonly setup: UsbSetup; readonly bytes: Buffer }
  | { readonly kind: 'out'; readonly address: number; readonly bytes: Buffer }
  | { readonly kind: 'in'; readonly address: number; readonly length: number };

const controlHeaderBytes = 10;
const bulkHeaderBytes = 10;
const interruptHeaderBytes = 4;

/** Undefined: the message is no transfer. @throws RedirError */
export function readTransfer({ type, body }: RedirMessage): RedirTransfer | undefined {
  switch (type) {
    case messages.control:
      return readControl(needBytes(body, controlHeaderBytes, 'control_packet'));
    case messages.bulk: {
      needBytes(body, bulkHeaderBytes, 'bulk_packet');
      const length = body.readUInt16LE(2) + body.readUInt16LE(8) * 0x1_0000;
      return readData(body.readUInt8(0), length, body.subarray(bulkHeaderBytes));
    }
    case messages.interrupt: {
      needBytes(body, interruptHeaderBytes, 'interrupt_packet');
      const address = body.readUInt8(0);
      if ((address & 0x80) !== 0) throw new RedirError('interrupt_packet: expected an endpoint that receives');
      return readData(address, body.readUInt16LE(2), body.subarray(interruptHeaderBytes));
    }
    default:
      return undefined;
  }
}

function readControl(body: Buffer): RedirTransfer {
  const setup: UsbSetup = {
    request: body.readUInt8(1),
    requestType: body.readUInt8(2),
    value: body.readUInt16LE(4),
    index: body.readUInt16LE(6),
    length: body.readUInt16LE(8),
  };
  const bytes = body.subarray(controlHeaderBytes);
  checkLength(bytes.length, isIn(setup) ? 0 : setup.length);
  return { kind: 'control', setup, bytes: Buffer.from(bytes) };
}

function readData(address: number, length: number, bytes: Buffer): RedirTransfer {
  const isInward = (address & 0x80) !== 0;
  checkLength(bytes.length, isInward ? 0 : length);
  // A copy, so that a transfer that waits does not keep what was received with it.
  return isInward ? { kind: 'in', address, length } : { kind: 'out', address, bytes: Buffer.from(bytes) };
}

function checkLength(found: number, expected: number): void {
  if (found !== expected) throw new RedirError(`expected a transfer with ${expected} bytes, found ${found}`);
}

/** The answer: the header of the request with its result, and what was read. */
export function transferAnswer({ type, body }: RedirMessage, { outcome, bytes }: Exchanged<'transfer'>): Buffer {
  const isInward = type === messages.control ? (body.readUInt8(2) & 0x80) !== 0 : (body.readUInt8(0) & 0x80) !== 0;
  const header = Buffer.from(body.subarray(0, type === messages.interrupt ? interruptHeaderBytes : bulkHeaderBytes));
  const length = outcome === 'done' ? bytes.length : 0;
  if (type === messages.control) {
    header.writeUInt8(statusOf(outcome), 3);
    header.writeUInt16LE(length, 8);
  } else {
    header.writeUInt8(statusOf(outcome), 1);
    header.writeUInt16LE(length % 0x1_0000, 2);
    if (type === messages.bulk) header.writeUInt16LE(Math.floor(length / 0x1_0000), 8);
  }
  return isInward && outcome === 'done' ? Buffer.concat([header, bytes]) : header;
}

/** A packet of an interrupt endpoint, unasked. */
export function interruptBody(address: number, { outcome, bytes }: Exchanged<'transfer'>): Buffer {
  const header = Buffer.alloc(interruptHeaderBytes);
  header.writeUInt8(address, 0);
  header.writeUInt8(statusOf(outcome), 1);
  header.writeUInt16LE(outcome === 'done' ? bytes.length : 0, 2);
  return outcome === 'done' ? Buffer.concat([header, bytes]) : header;
}

/** QEMU tells a guest the same for an error, a timeout and all that it does not know. */
export function statusOf(outcome: OutcomeOf<'transfer'>): number {
  switch (outcome) {
    case 'done':
      return statuses.success;
    case 'stall':
      return statuses.stall;
    case 'babble':
      return statuses.babble;
    case 'nak':
    case 'cancelled':
    case 'gone':
      return statuses.cancelled;
    case 'io-error':
    case 'dropped':
      return statuses.ioError;
  }
}
