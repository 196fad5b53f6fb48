import { createReadStream, createWriteStream, lstatSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { deferred, type Deferred } from '../deferred.ts';

/** Reads exactly so many bytes at a time from a stream. While nobody takes, nothing more is read. */
export class ByteReader {
  readonly #stream: Readable;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #isEnded = false;
  #change: Deferred<undefined> = deferred();

  constructor(stream: Readable) {
    this.#stream = stream;
    stream.on('data', (chunk: Buffer) => {
      stream.pause();
      this.#held.push(chunk);
      this.#heldBytes += chunk.length;
      this.#tell();
    });
    for (const event of ['end', 'close', 'error']) {
      stream.once(event, () => {
        this.#isEnded = true;
        this.#tell();
      });
    }
  }

  /** Undefined: the stream ended before. */
  async take(length: number): Promise<Buffer | undefined> {
    while (this.#heldBytes < length) {
      if (this.#isEnded) return undefined;
      this.#stream.resume();
      await this.#change.promise;
    }
    const bytes = Buffer.concat(this.#held);
    this.#held = [bytes.subarray(length)];
    this.#heldBytes = bytes.length - length;
    return bytes.subarray(0, length);
  }

  #tell(): void {
    const told = this.#change;
    this.#change = deferred();
    told.resolve(undefined);
  }
}

/** A file's bytes. */
export function readBytes(path: string): Readable {
  return createReadStream(path);
}

/** A new file; fails when something is there already, so that no link is ever followed. */
export function writeNewFile(path: string): Writable {
  return createWriteStream(path, { flags: 'wx', mode: 0o644 });
}

/** What stands at a path, not following a link. */
export function describeFile(path: string): {
  readonly kind: 'directory' | 'file' | 'other';
  readonly size: number;
  readonly mode: number;
} {
  const info = lstatSync(path);
  return {
    kind: info.isDirectory() ? 'directory' : info.isFile() ? 'file' : 'other',
    size: info.size,
    mode: info.mode & 0o777,
  };
}

export interface StreamReceiver extends Disposable {
  /**
   * Everything the first connection sent, when it has ended. Rejects with a SystemError when that is more than it may
   * be.
   */
  readonly received: Promise<Buffer>;
}

/** Listens on a socket in a private folder for one sender. @throws SystemError when the path cannot be listened on. */
export async function receiveStream(path: string, maxBytes: number): Promise<StreamReceiver> {
  const { promise, resolve, reject } = deferred<Buffer>();
  const server = createServer((connection) => {
    collect(connection, maxBytes).then(resolve, reject);
  });
  server.maxConnections = 1;
  await listening(server, path);
  // A connection that could not be taken is one that never comes: who waits for the sender has a limit.
  server.on('error', reject);
  return { received: promise, [Symbol.dispose]: () => void server.close() };
}

function collect(connection: Socket, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    connection.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes <= maxBytes) pieces.push(piece);
      else
        connection.destroy(
          Object.assign(new Error(`more than ${maxBytes} bytes were sent`), { code: 'EFBIG', syscall: 'read' }),
        );
    });
    connection.on('end', () => resolve(Buffer.concat(pieces)));
    connection.on('error', reject);
  });
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
