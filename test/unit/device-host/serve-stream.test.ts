import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { bounds } from '../../../src/bounds/bounds.ts';
import { frameCodec } from '../../../src/device-host/frame-codec.ts';
import type { CloseReason, ServedDevice } from '../../../src/device-host/served-device.ts';
import { bytesAsTheyCome, type PieceCodec, serveStream } from '../../../src/device-host/serve-stream.ts';
import type { Outlet } from '../../../src/device/unit/stream-unit.ts';
import { connectLocal } from '../../../src/host/local-socket.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { eventually } from '../eventually.ts';

const until = (holds: () => boolean): Promise<unknown> => eventually(() => expect(holds()).toBe(true));

const soon = (text: string): Promise<string> =>
  new Promise((resolve) => void setTimeout(() => resolve(text), 2000).unref());

interface Serving extends Disposable {
  readonly served: ServedDevice;
  readonly received: readonly Buffer[];
  readonly closed: readonly CloseReason[];
  /** How often a machine was connected. */
  readonly connections: () => number;
  readonly send: (bytes: Buffer) => void;
  readonly connect: () => Promise<Duplex>;
}

async function serve(codec: PieceCodec, receive?: (piece: Buffer) => Promise<void>): Promise<Serving> {
  const received: Buffer[] = [];
  const closed: CloseReason[] = [];
  let connections = 0;
  let outlet: Outlet | undefined;
  const device = {
    connect: (to: Outlet) => {
      outlet = to;
      connections++;
    },
    disconnect: () => {
      outlet = undefined;
    },
    receive: async (piece: Buffer) => {
      received.push(piece);
      await receive?.(piece);
    },
  };
  const path = join(temporaryDirectory(), 's');
  const served = await serveStream(device, path, {
    codec,
    onConnected: () => undefined,
    onClosed: (reason) => closed.push(reason),
  });
  return {
    served,
    received,
    closed,
    connections: () => connections,
    send: (bytes) => outlet?.(bytes),
    connect: () => connectLocal(path),
    [Symbol.dispose]: () => served[Symbol.dispose](),
  };
}

function framed(...frames: readonly string[]): Buffer {
  return Buffer.concat(frames.map((frame) => frameCodec.encode(Buffer.from(frame))));
}

describe('frames in a stream', () => {
  it.each([1, 2, 3, 5, 100])('are whole, in whatever pieces of %i bytes they come', (size) => {
    const decode = frameCodec.decoder();
    const stream = framed('hello', '', 'x', 'a longer one');
    const frames: string[] = [];
    for (let at = 0; at < stream.length; at += size)
      for (const frame of decode(stream.subarray(at, at + size))) frames.push(frame.toString());
    expect(frames).toEqual(['hello', 'x', 'a longer one']);
  });

  it('are never longer than those of QEMU', async () => {
    using serving = await serve(frameCodec);
    const machine = await serving.connect();
    const header = Buffer.alloc(4);
    header.writeUInt32BE(bounds.frames.bytes + 1);
    machine.write(Buffer.concat([framed('first'), header]));
    await until(() => serving.closed.length > 0);
    expect(serving.received.map(String)).toEqual(['first']);
    expect(serving.closed).toEqual([
      { kind: 'protocol-error', detail: 'expected a frame of at most 69632 bytes, QEMU announced 69633' },
    ]);
  });
});

describe('a device at the end of a line', () => {
  it('serves one machine at a time, and a later one after that', async () => {
    using serving = await serve(bytesAsTheyCome);
    const first = await serving.connect();
    await until(() => serving.connections() === 1);
    const second = await serving.connect();
    await new Promise((resolve) => second.once('close', resolve));
    first.destroy();
    await until(() => serving.closed.length === 1);
    expect(serving.closed).toEqual([{ kind: 'peer-closed' }]);
    const third = await serving.connect();
    third.write('again');
    await until(() => serving.received.length > 0);
    expect(serving.connections()).toBe(2);
  });

  it('is left alone by the end of the machine before, of which it is told twice', async () => {
    using serving = await serve(bytesAsTheyCome);
    await serving.connect();
    await until(() => serving.connections() === 1);
    // After a timer, a new machine is taken before the stream of the one before says that it is closed.
    await new Promise((resolve) => void setTimeout(resolve, 1));
    const coming = serving.connect();
    serving.served.remove();
    const machine = await coming;
    await until(() => serving.connections() === 2);
    const heard = new Promise<string>((resolve) => machine.once('data', (bytes: Buffer) => resolve(String(bytes))));
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => void setImmediate(resolve));
    serving.send(Buffer.from('hello'));
    expect(await Promise.race([heard, soon('nothing came')])).toBe('hello');
  });

  it('reads no further while the model thinks, and can be removed then', async () => {
    using serving = await serve(frameCodec, () => new Promise(() => undefined));
    const machine = await serving.connect();
    machine.write(framed('one', 'two'));
    await until(() => serving.received.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(serving.received.map(String)).toEqual(['one']);
    serving.served.remove();
    await until(() => serving.closed.length > 0);
    expect(serving.closed).toEqual([{ kind: 'removed' }]);
    await serving.connect();
    await until(() => serving.connections() === 2);
  });

  it('loses what the machine does not read', async () => {
    using serving = await serve(bytesAsTheyCome);
    const machine = await serving.connect();
    machine.pause();
    await until(() => serving.connections() === 1);
    const piece = Buffer.alloc(64 * 1024);
    for (let count = 0; count < 100; count++) serving.send(piece);
    let bytes = 0;
    machine.on('data', (chunk: Buffer) => (bytes += chunk.length));
    machine.resume();
    await serving.served.transfersDone();
    await until(() => bytes >= bounds.frames.unreadBytes);
    expect(bytes).toBeLessThan(100 * piece.length);
  });
});
