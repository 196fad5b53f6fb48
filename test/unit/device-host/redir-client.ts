import { mkdtempSync, rmSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { DeviceModel } from 'qemu-driver-test/device';
import { serveUsb } from '../../../src/device-host/serve-usb.ts';
import type { CloseReason, ServedDevice } from '../../../src/device-host/served-device.ts';
import { hostTime } from '../../../src/device/instance/model-clock.ts';
import { UsbUnit } from '../../../src/device/unit/usb-unit.ts';
import { connectLocal } from '../../../src/host/local-socket.ts';
import { eventually } from '../eventually.ts';

export interface Heard {
  readonly type: number;
  readonly id: bigint;
  readonly body: Buffer;
}

/** QEMU's side of the USB redirection protocol, written apart from ours. */
export class RedirClient {
  readonly stream: Duplex;
  readonly heard: Heard[] = [];
  isEnded = false;
  #input = Buffer.alloc(0);
  #idBytes = 4;

  constructor(stream: Duplex) {
    this.stream = stream;
    stream.on('data', (chunk: Buffer) => this.#receive(chunk));
    stream.on('error', () => undefined);
    stream.on('close', () => {
      this.isEnded = true;
    });
  }

  /** As QEMU 11.1 does it. */
  greet(capabilities = 0xff): void {
    const hello = Buffer.alloc(80);
    hello.writeUInt32LE(68, 4);
    hello.write('qemu usb-redir guest 11.1', 12);
    hello.writeUInt32LE(capabilities, 76);
    this.stream.write(hello);
  }

  send(type: number, id: number, ...body: readonly (number | Buffer)[]): void {
    const bytes = Buffer.concat(body.map((part) => (typeof part === 'number' ? Buffer.from([part]) : part)));
    const header = Buffer.alloc(16);
    header.writeUInt32LE(type, 0);
    header.writeUInt32LE(bytes.length, 4);
    header.writeBigUInt64LE(BigInt(id), 8);
    this.stream.write(Buffer.concat([header, bytes]));
  }

  /** An out or in transfer of a bulk endpoint. */
  bulk(id: number, address: number, bytes: Buffer | number): void {
    const length = typeof bytes === 'number' ? bytes : bytes.length;
    const head = Buffer.alloc(10);
    head[0] = address;
    head.writeUInt16LE(length & 0xffff, 2);
    head.writeUInt16LE(length >> 16, 8);
    this.send(101, id, head, typeof bytes === 'number' ? Buffer.alloc(0) : bytes);
  }

  control(id: number, setup: readonly [number, number, number, number, number], bytes = Buffer.alloc(0)): void {
    const [requestType, request, value, index, length] = setup;
    const head = Buffer.from([requestType & 0x80, request, requestType, 0, 0, 0, 0, 0, 0, 0]);
    head.writeUInt16LE(value, 4);
    head.writeUInt16LE(index, 6);
    head.writeUInt16LE(length, 8);
    this.send(100, id, head, bytes);
  }

  /** Waits for the answer to an id. */
  async answer(type: number, id: number): Promise<Buffer> {
    const find = (): Heard | undefined =>
      this.heard.find((message) => message.type === type && message.id === BigInt(id));
    await eventually(() => expect(find(), `message ${type} with id ${id}`).toBeDefined());
    return find()?.body ?? Buffer.alloc(0);
  }

  #receive(chunk: Buffer): void {
    this.#input = Buffer.concat([this.#input, chunk]);
    for (;;) {
      const header = 8 + this.#idBytes;
      if (this.#input.length < header) return;
      const length = this.#input.readUInt32LE(4);
      if (this.#input.length < header + length) return;
      const id = this.#idBytes === 4 ? BigInt(this.#input.readUInt32LE(8)) : this.#input.readBigUInt64LE(8);
      const body = Buffer.from(this.#input.subarray(header, header + length));
      this.heard.push({ type: this.#input.readUInt32LE(0), id, body });
      this.#input = this.#input.subarray(header + length);
      this.#idBytes = 8;
    }
  }
}

export interface RedirRig extends AsyncDisposable {
  readonly unit: UsbUnit;
  readonly served: ServedDevice;
  readonly closed: readonly CloseReason[];
  readonly connect: () => Promise<RedirClient>;
}

/** A model at a socket. */
export async function serveForTest(model: DeviceModel & { readonly bus: 'usb' }): Promise<RedirRig> {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-redir-'));
  const closed: CloseReason[] = [];
  const holder: { served?: ServedDevice } = {};
  const unit = new UsbUnit(model, {
    time: hostTime,
    isClockStopped: true,
    waitsOnDeviceClock: true,
    onRemoved: () => setImmediate(() => holder.served?.remove()),
  });
  const served = await serveUsb(unit, join(directory, 'd.sock'), {
    onConnected: () => undefined,
    onClosed: (reason) => closed.push(reason),
  });
  holder.served = served;
  const clients: RedirClient[] = [];
  return {
    unit,
    served,
    closed,
    connect: async () => {
      const client = new RedirClient(await connectLocal(served.path));
      clients.push(client);
      return client;
    },
    [Symbol.asyncDispose]: () => {
      for (const { stream } of clients) stream.destroy();
      served[Symbol.dispose]();
      rmSync(directory, { recursive: true });
      return Promise.resolve();
    },
  };
}

/** A machine that has connected and chosen the configuration. */
export async function configured(rig: RedirRig): Promise<RedirClient> {
  const client = await rig.connect();
  client.greet();
  client.send(6, 1, 1);
  await client.answer(8, 1);
  return client;
}
