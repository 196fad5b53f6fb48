import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';

// A client for the WebSocket of Node's debugger (RFC 6455), as far as that speaks it: short messages of text from us,
// whole ones of any length from there. Node 20 has no client of its own.

export interface DebuggerSocket extends Disposable {
  readonly send: (method: string) => void;
}

const handshake = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' };

/** @throws SystemError when nobody listens there @throws Error when it is no debugger */
export async function connectDebugger(url: string, onMessage: (message: unknown) => void): Promise<DebuggerSocket> {
  const socket = await upgrade(url);
  const reader = new FrameReader(onMessage);
  socket.on('data', (chunk: Buffer) => reader.push(chunk));
  // Whoever waits for a message has a time limit.
  socket.on('error', () => undefined);
  let id = 0;
  return {
    send: (method) => void socket.write(frameOf(JSON.stringify({ id: ++id, method }))),
    [Symbol.dispose]: () => void socket.destroy(),
  };
}

async function upgrade(url: string): Promise<Duplex> {
  const { request } = await import('node:http');
  return await new Promise((resolve, reject) => {
    const asked = request(url.replace(/^ws:/, 'http:'), {
      headers: { ...handshake, 'Sec-WebSocket-Key': randomBytes(16).toString('base64') },
    });
    asked.on('upgrade', (_response, socket, head) => {
      socket.unshift(head);
      resolve(socket);
    });
    asked.on('response', ({ statusCode }) => reject(new Error(`${url}: no debugger, but HTTP status ${statusCode}`)));
    asked.on('error', reject);
    asked.end();
  });
}

const isLast = 0x80;
const text = 1;
const isMasked = 0x80;
const maskBytes = 4;
const longestShort = 125;

/** A client's frame has a mask. It protects proxies, and there is none on the way, so this one changes nothing. */
function frameOf(message: string): Buffer {
  const data = Buffer.from(message);
  if (data.length > longestShort) throw new Error(`Internal error: a message of ${data.length} bytes to a debugger`);
  return Buffer.concat([Buffer.from([isLast | text, isMasked | data.length]), Buffer.alloc(maskBytes), data]);
}

/** A script's source is never asked for, so anything longer is not from a debugger. */
const maxFrameBytes = 16 * 1024 * 1024;

/** Takes messages out of frames, until something else comes. */
class FrameReader {
  readonly #onMessage: (message: unknown) => void;
  #rest: Buffer = Buffer.alloc(0);
  #isLost = false;

  constructor(onMessage: (message: unknown) => void) {
    this.#onMessage = onMessage;
  }

  push(chunk: Buffer): void {
    if (this.#isLost) return;
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (let size = sizeOf(this.#rest); size !== undefined; size = sizeOf(this.#rest)) {
      this.#isLost = size.head + size.body > maxFrameBytes;
      if (this.#isLost || this.#rest.length < size.head + size.body) return;
      const [kind] = this.#rest;
      const body = this.#rest.subarray(size.head, size.head + size.body);
      this.#rest = this.#rest.subarray(size.head + size.body);
      if (kind === (isLast | text)) this.#take(body.toString('utf8'));
    }
  }

  #take(message: string): void {
    try {
      this.#onMessage(JSON.parse(message));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#isLost = true;
    }
  }
}

/** How long the first frame's parts are; undefined: not enough is here to tell. A server's frames have no mask. */
function sizeOf(bytes: Buffer): { readonly head: number; readonly body: number } | undefined {
  const [, length] = bytes;
  if (length === undefined) return undefined;
  if (length <= longestShort) return { head: 2, body: length };
  if (length === longestShort + 1) return bytes.length < 4 ? undefined : { head: 4, body: bytes.readUInt16BE(2) };
  return bytes.length < 10 ? undefined : { head: 10, body: Number(bytes.readBigUInt64BE(2)) };
}
