import { connect, createServer, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A socket that this process was started with. */
export function openInheritedSocket(descriptor: number): Duplex {
  return new Socket({ fd: descriptor, readable: true, writable: true });
}

/** A socket in the file system that others connect to. Disposing of it closes it and every connection. */
export interface LocalServer extends Disposable {
  readonly path: string;
}

/**
 * Listens at a path, which must lie in a directory that nobody else may enter. A file descriptor that a peer sends
 * along is discarded by the kernel, since nobody here asks for it.
 * @throws SystemError when there is something at the path, or it is too long for a socket (107 bytes).
 */
export async function listenLocal(path: string, onConnection: (stream: Duplex) => void): Promise<LocalServer> {
  const open = new Set<Duplex>();
  const server = createServer((stream) => {
    open.add(stream);
    stream.once('close', () => open.delete(stream));
    onConnection(stream);
  });
  await new Promise<void>((resolve, reject) => {
    // It stays: an error after the first, of a connection that could not be accepted, is that connection's.
    server.on('error', reject);
    server.listen(path, resolve);
  });
  return {
    path,
    [Symbol.dispose]: () => {
      server.close();
      for (const stream of open) stream.destroy();
    },
  };
}

/** @throws SystemError when nobody listens there. */
export async function connectLocal(path: string): Promise<Duplex> {
  return await new Promise((resolve, reject) => {
    const stream = connect(path, () => resolve(stream));
    stream.once('error', reject);
  });
}
