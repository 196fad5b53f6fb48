import { connect, createServer, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A socket that this process inherited. */
export function openInheritedSocket(descriptor: number): Duplex {
  return new Socket({ fd: descriptor, readable: true, writable: true });
}

/** A server socket in the file system. Disposing closes it and all connections. */
export interface LocalServer extends Disposable {
  readonly path: string;
}

/**
 * Listens at a path, in a directory that nobody else may enter. The kernel discards file descriptors that a peer sends,
 * because we never receive them. `pauseOnConnect`: nothing is read from a connection before it is resumed.
 * @throws SystemError when the path exists or is too long for a socket (107 bytes)
 */
export async function listenLocal(
  path: string,
  onConnection: (stream: Duplex) => void,
  { pauseOnConnect = false }: { readonly pauseOnConnect?: boolean } = {},
): Promise<LocalServer> {
  const open = new Set<Duplex>();
  const server = createServer({ pauseOnConnect }, (stream) => {
    open.add(stream);
    stream.once('close', () => open.delete(stream));
    onConnection(stream);
  });
  await new Promise<void>((resolve, reject) => {
    // The listener stays: later errors concern connections that could not be accepted.
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

/** @throws SystemError when nobody listens there */
export async function connectLocal(path: string): Promise<Duplex> {
  return await new Promise((resolve, reject) => {
    const stream = connect(path, () => resolve(stream));
    stream.once('error', reject);
  });
}
