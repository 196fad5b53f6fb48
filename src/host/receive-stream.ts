import { createServer, type Server } from 'node:net';
import { deferred } from './deferred.ts';

export interface StreamReceiver extends Disposable {
  /** Everything the first connection sent, when it has ended. */
  readonly received: Promise<Buffer>;
}

/** Listens on a socket in a private folder for one sender. @throws SystemError when the path cannot be listened on. */
export async function receiveStream(path: string): Promise<StreamReceiver> {
  const { promise, resolve, reject } = deferred<Buffer>();
  const server = createServer((connection) => {
    const pieces: Buffer[] = [];
    connection.on('data', (piece: Buffer) => pieces.push(piece));
    connection.on('end', () => resolve(Buffer.concat(pieces)));
    connection.on('error', reject);
  });
  server.maxConnections = 1;
  await listening(server, path);
  return { received: promise, [Symbol.dispose]: () => void server.close() };
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}
