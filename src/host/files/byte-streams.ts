import { createReadStream, createWriteStream, lstatSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { Readable, type Writable } from 'node:stream';
import { deferred, type Deferred } from '../deferred.ts';

/** Reads exactly the requested number of bytes from a stream. Without a request, nothing is read. */
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

  /** Undefined: the stream ended early. */
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
    const changed = this.#change;
    this.#change = deferred();
    changed.resolve(undefined);
  }
}

/** The bytes of a file. */
export function readBytes(path: string): Readable {
  return createReadStream(path);
}

/** A part of a file: from an offset on, at most so many bytes. */
export function readPart(
  path: string,
  { offset, bytes }: { readonly offset: number; readonly bytes: number },
): Readable {
  if (bytes === 0) return Readable.from([]);
  return createReadStream(path, { start: offset, end: offset + bytes - 1, highWaterMark: 1024 * 1024 });
}

/** A new file. Fails if the path exists, so that no link is followed. */
export function writeNewFile(path: string): Writable {
  return createWriteStream(path, { flags: 'wx', mode: 0o644 });
}

/** The kind of file at a path; links are not followed. */
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
   * Everything that the first connection sent, once it has ended. Rejects with a SystemError when that exceeds the
   * limit.
   */
  readonly received: Promise<Buffer>;
}

/** Listens on a socket in a private folder for one sender. @throws SystemError when listening fails */
export async function receiveStream(path: string, maxBytes: number): Promise<StreamReceiver> {
  const { promise, resolve, reject } = deferred<Buffer>();
  const server = createServer((connection) => {
    collect(connection, maxBytes).then(resolve, reject);
  });
  server.maxConnections = 1;
  await listening(server, path);
  // A connection that cannot be accepted is like one that never comes. The caller has a time limit.
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
