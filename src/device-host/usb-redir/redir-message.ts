import { hex } from '../../device/register/bits.ts';
import { bounds } from '../../bounds/bounds.ts';

// The USB redirection protocol, version 0.7, in which we have the device and QEMU the machine. Source: the protocol's
// description, and the behaviour of QEMU 11.1's usb-redir. All numbers are little endian.

/** Types of messages, of those that occur here. */
export const messages = {
  hello: 0,
  deviceConnect: 1,
  deviceDisconnect: 2,
  reset: 3,
  interfaceInfo: 4,
  endpointInfo: 5,
  setConfiguration: 6,
  getConfiguration: 7,
  configurationStatus: 8,
  setAlternate: 9,
  getAlternate: 10,
  alternateStatus: 11,
  startIsochronous: 12,
  stopIsochronous: 13,
  isochronousStatus: 14,
  startInterrupts: 15,
  stopInterrupts: 16,
  interruptStatus: 17,
  cancel: 21,
  filterReject: 22,
  filterRules: 23,
  disconnectAck: 24,
  control: 100,
  bulk: 101,
  interrupt: 103,
} as const;

/** How a transfer ended. */
export const statuses = { success: 0, cancelled: 1, invalid: 2, ioError: 3, stall: 4, timeout: 5, babble: 6 } as const;

/**
 * What we can do: 1 tell a device's release, 2 filter, 3 acknowledge a disconnect, 4 tell packet sizes, 5 ids of 64
 * bits, 6 bulk transfers of 32 bits. QEMU's xhci takes no device without 4, 5 and 6.
 */
const ourCapabilities = 0b111_1110;
const neededCapabilities = 0b111_0000;

const versionBytes = 64;
/** The header until the peer's hello has come: its ids still have 32 bits. */
const shortHeaderBytes = 12;
const headerBytes = 16;

/** The peer violates the protocol. The only answer is to disconnect. */
export class RedirError extends Error {
  override readonly name = 'RedirError';
}

export interface RedirMessage {
  readonly type: number;
  readonly id: bigint;
  readonly body: Buffer;
}

/** Sends a message to the machine. */
export type SendMessage = (type: number, id: bigint, body: Buffer) => void;

export function encodeMessage(type: number, id: bigint, body: Buffer): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(type, 0);
  header.writeUInt32LE(body.length, 4);
  header.writeBigUInt64LE(id, 8);
  return Buffer.concat([header, body]);
}

/** Our hello has an id of 32 bits: the peer does not know yet what we can do. */
export function encodeHello(version: string): Buffer {
  const message = Buffer.alloc(shortHeaderBytes + versionBytes + 4);
  message.writeUInt32LE(messages.hello, 0);
  message.writeUInt32LE(versionBytes + 4, 4);
  message.write(version.slice(0, versionBytes - 1), shortHeaderBytes, 'latin1');
  message.writeUInt32LE(ourCapabilities, shortHeaderBytes + versionBytes);
  return message;
}

/** @throws RedirError when the peer cannot do what is needed */
export function readHello(body: Buffer): void {
  needBytes(body, versionBytes + 4, 'hello');
  const capabilities = body.readUInt32LE(versionBytes);
  if ((capabilities & neededCapabilities) !== neededCapabilities)
    throw new RedirError(
      `expected a peer with the capabilities ${hex(neededCapabilities)}, found ${hex(capabilities)}`,
    );
}

/** Returns a body with at least this many bytes. @throws RedirError */
export function needBytes(body: Buffer, bytes: number, what: string): Buffer {
  if (body.length < bytes) throw new RedirError(`${what}: expected at least ${bytes} bytes, found ${body.length}`);
  return body;
}

/** Splits a byte stream into messages, in linear time. Stores at most one incomplete message. */
export class RedirSplitter {
  #chunks: Buffer[] = [];
  #bytes = 0;
  #isGreeted = false;

  /** @throws RedirError for an impossible length, or when the first message is no hello */
  *push(chunk: Buffer): Generator<RedirMessage> {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    for (let message = this.#next(); message !== undefined; message = this.#next()) yield message;
  }

  /** The size of the incomplete message so far. */
  get pendingBytes(): number {
    return this.#bytes;
  }

  #next(): RedirMessage | undefined {
    const header = this.#isGreeted ? headerBytes : shortHeaderBytes;
    if (this.#bytes < header) return undefined;
    const start = this.#front(header);
    const length = start.readUInt32LE(4);
    const type = start.readUInt32LE(0);
    const id = this.#isGreeted ? start.readBigUInt64LE(8) : BigInt(start.readUInt32LE(8));
    if (length > bounds.usb.messageBytes)
      throw new RedirError(`expected a message of at most ${bounds.usb.messageBytes} bytes, found one of ${length}`);
    if (!this.#isGreeted && type !== messages.hello)
      throw new RedirError(`expected hello first, found message ${type}`);
    if (this.#bytes < header + length) return undefined;
    this.#isGreeted = true;
    return { type, id, body: this.#take(header + length).subarray(header) };
  }

  /** The first bytes, in one piece. */
  #front(bytes: number): Buffer {
    const [first] = this.#chunks;
    if (first !== undefined && first.length >= bytes) return first;
    return Buffer.concat(this.#chunks.slice(0, bytes), bytes);
  }

  #take(bytes: number): Buffer {
    const [first] = this.#chunks;
    this.#bytes -= bytes;
    if (first !== undefined && first.length >= bytes) {
      this.#chunks[0] = first.subarray(bytes);
      if (first.length === bytes) this.#chunks.shift();
      return first.subarray(0, bytes);
    }
    const whole = Buffer.concat(this.#chunks);
    this.#chunks = whole.length === bytes ? [] : [whole.subarray(bytes)];
    return whole.subarray(0, bytes);
  }
}
