import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a server received, in order. */
export interface Received {
  readonly url: string;
  readonly authorization: string | undefined;
}

export interface LoopbackServer {
  /** `127.0.0.1:40001` */
  readonly host: string;
  readonly received: readonly Received[];
}

export type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The connection ends behind the body, however long it was said to be. */
  readonly isCut?: boolean;
};

/** A server on this machine that is gone when the test has ended. */
export async function loopbackServer(answer: (request: Received) => Answer): Promise<LoopbackServer> {
  const received: Received[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const asked = { url: request.url ?? '', authorization: request.headers.authorization };
    received.push(asked);
    const { status = 200, headers = {}, body = '', isCut = false } = answer(asked);
    response.writeHead(status, headers);
    if (isCut) response.write(body, () => response.destroy());
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}
