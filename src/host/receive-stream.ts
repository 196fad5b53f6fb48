import { createServer, type Server, type Socket } from 'node:net';
import { deferred } from './deferred.ts';

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
