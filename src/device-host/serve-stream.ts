import type { Duplex } from 'node:stream';
import { bounds } from '../bounds/bounds.ts';
import type { Outlet } from '../device/unit/stream-unit.ts';
import { deferred } from '../host/deferred.ts';
import { listenLocal } from '../host/local-socket.ts';
import type { CloseReason, ServedDevice, ServiceListener } from './served-device.ts';

/** A device that sends and receives pieces without answers. */
interface StreamDevice {
  readonly connect: (outlet: Outlet) => void;
  readonly disconnect: () => void;
  /** Never rejects. */
  readonly receive: (piece: Buffer) => Promise<void>;
}

/** How pieces stand in a stream of bytes. */
export interface PieceCodec {
  /** A decoder of one stream. Its pieces are whole. @throws Error when this is no such stream */
  readonly decoder: () => (chunk: Buffer) => Iterable<Buffer>;
  readonly encode: (piece: Buffer) => Buffer;
}

/** A line has no pieces: bytes are passed on as they come. */
export const bytesAsTheyCome: PieceCodec = { decoder: () => (chunk) => [chunk], encode: (piece) => piece };

/**
 * Serves a device at a socket for QEMU, for one machine at a time. A later one finds the device reset. While the model
 * deals with a piece, no further one is read. @throws SystemError
 */
export async function serveStream(
  device: StreamDevice,
  path: string,
  { codec, onConnected, onClosed }: ServiceListener & { readonly codec: PieceCodec },
): Promise<ServedDevice> {
  let current: StreamConnection | undefined;
  const take = (stream: Duplex): void => {
    if (current !== undefined) {
      stream.destroy();
      return;
    }
    const connection = new StreamConnection(stream, { device, codec });
    current = connection;
    void connection.ended.then((reason) => {
      current = undefined;
      onClosed(reason);
    });
    onConnected();
  };
  const server = await listenLocal(path, take);
  return {
    path,
    remove: () => current?.close({ kind: 'removed' }),
    transfersDone: async () => await current?.flushed(),
    [Symbol.dispose]: () => {
      current?.close({ kind: 'removed' });
      server[Symbol.dispose]();
    },
  };
}

interface ConnectionOptions {
  readonly device: StreamDevice;
  readonly codec: PieceCodec;
}

/** The device in one machine. */
class StreamConnection {
  readonly #stream: Duplex;
  readonly #device: StreamDevice;
  readonly #ended = deferred<CloseReason>();
  #isOver = false;

  constructor(stream: Duplex, { device, codec }: ConnectionOptions) {
    this.#stream = stream;
    this.#device = device;
    stream.on('error', () => undefined);
    stream.once('close', () => this.close({ kind: 'peer-closed' }));
    device.connect((piece) => {
      // What the machine does not take is lost, as on a wire.
      if (stream.writableLength <= bounds.frames.unreadBytes && stream.writable) stream.write(codec.encode(piece));
    });
    this.#read(codec.decoder()).then(
      () => this.close({ kind: 'peer-closed' }),
      (error: unknown) => this.close(reasonOf(error)),
    );
  }

  /** Resolves when it is over. */
  get ended(): Promise<CloseReason> {
    return this.#ended.promise;
  }

  /** The first reason counts. When the stream tells its end once more, the device may be in the next machine. */
  close(reason: CloseReason): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ended.resolve(reason);
    this.#device.disconnect();
    this.#stream.destroy();
  }

  /** Resolves when everything sent has left for QEMU, or the connection is closed. */
  async flushed(): Promise<void> {
    if (!this.#stream.writable || this.#stream.writableLength === 0) return;
    await new Promise<void>((resolve) => this.#stream.write('', () => resolve()));
  }

  async #read(decode: (chunk: Buffer) => Iterable<Buffer>): Promise<void> {
    for await (const chunk of this.#stream as AsyncIterable<Buffer>)
      for (const piece of decode(chunk)) await this.#device.receive(piece);
  }
}

/** Any other error is of the connection, which is over. */
function reasonOf(error: unknown): CloseReason {
  return error instanceof PieceError ? { kind: 'protocol-error', detail: error.message } : { kind: 'peer-closed' };
}

/** QEMU does not speak as it should. */
export class PieceError extends Error {
  override readonly name = 'PieceError';
}
