import { headerBytes, isError, maxMessageBytes, messageType, noReply, ProtocolError } from './protocol.ts';

export interface Message {
  readonly id: number;
  readonly command: number;
  readonly kind: 'request' | 'reply';
  /** A request whose sender does not wait. */
  readonly isPosted: boolean;
  /** Of a reply: 0 when it went well. */
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

export function encodeMessage({ id, command, kind, errno = 0, body = new Uint8Array() }: OutgoingMessage): Buffer {
  const message = Buffer.alloc(headerBytes + body.length);
  message.writeUInt16LE(id, 0);
  message.writeUInt16LE(command, 2);
  message.writeUInt32LE(message.length, 4);
  message.writeUInt32LE((kind === 'reply' ? messageType.reply : messageType.request) | (errno === 0 ? 0 : isError), 8);
  message.writeUInt32LE(errno, 12);
  message.set(body, headerBytes);
  return message;
}

/** Cuts a byte stream into messages. Holds at most one that is not complete. */
export class MessageSplitter {
  #rest: Buffer = Buffer.alloc(0);

  /** @throws ProtocolError for a length that no message has. */
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

  /** Bytes of a message that has not ended. */
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

/** A body that must have at least so many bytes. @throws ProtocolError */
export function needBytes(body: Buffer, bytes: number, what: string): Buffer {
  if (body.length < bytes) throw new ProtocolError(`${what}: expected at least ${bytes} bytes, found ${body.length}`);
  return body;
}

/** Numbers of 32 bits, one after the other. */
export function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * index);
  return bytes;
}
