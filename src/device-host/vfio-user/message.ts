import { asObject } from '../../bounds/parse-json.ts';

// Constants of the vfio-user protocol, version 0.0. Source: QEMU's docs/interop/vfio-user.rst, and the behaviour of
// QEMU 11.1's client.

const headerBytes = 16;

export const commands = {
  version: 1,
  dmaMap: 2,
  dmaUnmap: 3,
  deviceInfo: 4,
  regionInfo: 5,
  irqInfo: 7,
  setIrqs: 8,
  regionRead: 9,
  regionWrite: 10,
  dmaRead: 11,
  dmaWrite: 12,
  deviceReset: 13,
} as const;

/** The header's flags: the message type, and two bits. */
const messageType = { mask: 0xf, request: 0, reply: 1 } as const;
const noReply = 0x10;
const isError = 0x20;

/**
 * Linux error numbers. When a read of configuration space ends with one, QEMU reads all ones, even for the parts that
 * it emulates.
 */
export const errno = { tooBig: 7, noDevice: 19, invalid: 22, notImplemented: 38, notSupported: 95 } as const;

export const configRegion = 7;
export const regionCount = 9;
/** INTx, MSI, MSI-X, errors, removal requests. */
export const irqKinds = 5;
export const lineKind = 0;

/**
 * The maximum data per message. QEMU 11.1 never completes a reply that the socket accepted only in part. A message of
 * this size is accepted as a whole or not at all.
 */
export const maxDataBytes = 32 * 1024;

/** The longest message: full of data, plus header and fields. */
const maxMessageBytes = maxDataBytes + 256;

/** The peer violates the protocol. The only answer is to disconnect. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

export interface Message {
  readonly id: number;
  readonly command: number;
  readonly kind: 'request' | 'reply';
  /** A request whose sender does not wait. */
  readonly isPosted: boolean;
  /** In a reply: 0 for success. */
  readonly errno: number;
  readonly body: Buffer;
}

export interface OutgoingMessage {
  readonly id: number;
  readonly command: number;
  readonly kind: 'request' | 'reply';
  readonly errno?: number;
  readonly body?: Uint8Array;
}

const nothing = new Uint8Array();

export function encodeMessage({ id, command, kind, errno = 0, body = nothing }: OutgoingMessage): Buffer {
  const message = Buffer.allocUnsafe(headerBytes + body.length);
  message.writeUInt16LE(id, 0);
  message.writeUInt16LE(command, 2);
  message.writeUInt32LE(message.length, 4);
  message.writeUInt32LE((kind === 'reply' ? messageType.reply : messageType.request) | (errno === 0 ? 0 : isError), 8);
  message.writeUInt32LE(errno, 12);
  message.set(body, headerBytes);
  return message;
}

/** Splits a byte stream into messages. Stores at most one incomplete message. */
export class MessageSplitter {
  #rest: Buffer = Buffer.alloc(0);

  /** @throws ProtocolError for an impossible length */
  *push(chunk: Buffer): Generator<Message> {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= headerBytes) {
      const length = this.#rest.readUInt32LE(4);
      if (length < headerBytes || length > maxMessageBytes)
        throw new ProtocolError(
          `expected a message of ${headerBytes} to ${maxMessageBytes} bytes, found one of ${length}`,
        );
      if (this.#rest.length < length) return;
      const message = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      yield decode(message);
    }
  }

  /** The size of the incomplete message so far. */
  get pendingBytes(): number {
    return this.#rest.length;
  }
}

function decode(message: Buffer): Message {
  const flags = message.readUInt32LE(8);
  const type = flags & messageType.mask;
  if (type !== messageType.request && type !== messageType.reply)
    throw new ProtocolError(`expected a request or a reply, found a message of type ${type}`);
  return {
    id: message.readUInt16LE(0),
    command: message.readUInt16LE(2),
    kind: type === messageType.reply ? 'reply' : 'request',
    isPosted: (flags & noReply) !== 0,
    errno: (flags & isError) === 0 ? 0 : message.readUInt32LE(12) || 5,
    body: message.subarray(headerBytes),
  };
}

/** Returns a body with at least this many bytes. @throws ProtocolError */
export function needBytes(body: Buffer, bytes: number, what: string): Buffer {
  if (body.length < bytes) throw new ProtocolError(`${what}: expected at least ${bytes} bytes, found ${body.length}`);
  return body;
}

/** 32-bit numbers, one after the other. */
export function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * index);
  return bytes;
}

/**
 * The answer to the peer's version: 0.0, and the maximum data per message. Its JSON ends with a NUL, and QEMU rejects
 * an answer longer than its request. Capabilities that the peer did not mention are omitted, because it would warn.
 * @throws ProtocolError when the peer has another version
 */
export function answerVersion(body: Buffer): Buffer {
  const major = needBytes(body, 4, 'VERSION').readUInt16LE(0);
  if (major !== 0) throw new ProtocolError(`expected version 0 of the protocol, found ${major}`);
  checkCapabilities(body.subarray(4));
  const capabilities = Buffer.from(
    `${JSON.stringify({ capabilities: { max_msg_fds: 8, max_data_xfer_size: maxDataBytes } })}\0`,
  );
  const version = Buffer.alloc(4);
  return capabilities.length > body.length - version.length ? version : Buffer.concat([version, capabilities]);
}

function checkCapabilities(json: Buffer): void {
  if (json.length === 0) return;
  const text = json.toString('utf8').replace(/\0.*$/s, '');
  try {
    if (asObject(JSON.parse(text)) !== undefined) return;
  } catch {
    // Reported below.
  }
  throw new ProtocolError(
    `VERSION: expected capabilities as a JSON object, found ${JSON.stringify(text.slice(0, headerBytes * 4))}`,
  );
}
