import type { Duplex } from 'node:stream';
import { DmaError } from '../../../src/device/instance/dma.ts';
import type { BarAccess } from '../../../src/device/pci/endpoint.ts';
import type { GuestMemory } from '../../../src/device/test-bus/guest-memory.ts';
import type { DeviceLink } from '../../../src/device/test-bus/test-machine.ts';

interface Reply {
  readonly errno: number;
  readonly body: Buffer;
}

const E2BIG = 7;
/** Of 11.1, whatever is wrong with the address. */
const ENODEV = 19;
const maxTransfer = 1024 * 1024;

/**
 * The protocol as QEMU 11.1's client speaks it, written down a second time: a mistake in the product's codec must not
 * cancel out here. Answers the device's transfers from `memory`.
 */
export class QemuClient implements DeviceLink {
  readonly stream: Duplex;
  readonly memory: GuestMemory;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #closed: Promise<void>;
  #rest: Buffer = Buffer.alloc(0);
  #nextId = 1;
  /** Requests of the device, for tests that look at them. */
  readonly transfers: { readonly command: number; readonly address: bigint; readonly count: bigint }[] = [];
  /** Bytes that a transfer's count has: 4 in the sources of early QEMU, where data then begins at 28. */
  countBytes: 4 | 8 = 8;
  /** What happens to a reply to the device before it is sent. */
  onTransferReply: (reply: Buffer) => Buffer | undefined = (reply) => reply;

  constructor(stream: Duplex, memory: GuestMemory) {
    this.stream = stream;
    this.memory = memory;
    this.#closed = new Promise((resolve) => stream.once('close', () => resolve()));
    stream.on('error', () => undefined);
    stream.on('data', (chunk: Buffer) => this.#receive(chunk));
    void this.#closed.then(() => {
      for (const answer of this.#waiting.values()) answer({ errno: -1, body: Buffer.alloc(0) });
    });
  }

  get closed(): Promise<void> {
    return this.#closed;
  }

  /** What QEMU does when a device is added. */
  async handshake(): Promise<void> {
    const capabilities = {
      capabilities: {
        max_msg_fds: 8,
        max_data_xfer_size: maxTransfer,
        pgsizes: 4096,
        max_dma_maps: 65_535,
        migration: { pgsize: 4096 },
        write_multiple: true,
      },
    };
    const version = await this.request(
      1,
      Buffer.concat([Buffer.from([0, 0, 3, 0]), Buffer.from(`${JSON.stringify(capabilities)}\0`)]),
    );
    if (version.body[version.body.length - 1] !== 0) throw new Error('the version reply does not end in NUL');
    await this.request(4, Buffer.concat([words(16), Buffer.alloc(12)]));
    await this.request(13, Buffer.alloc(0));
  }

  async readConfig(offset: number, length: number): Promise<Buffer> {
    return await this.#read(7, offset, length);
  }

  async writeConfig(offset: number, bytes: Buffer): Promise<void> {
    await this.#write(7, offset, bytes);
  }

  async readBar({ bar, offset, length }: BarAccess): Promise<Buffer> {
    return await this.#read(bar, offset, length);
  }

  async writeBar({ bar, offset }: BarAccess, bytes: Buffer): Promise<void> {
    await this.#write(bar, offset, bytes);
  }

  async reset(): Promise<void> {
    await this.request(13, Buffer.alloc(0));
  }

  async request(command: number, body: Buffer): Promise<Reply> {
    const id = this.#nextId++ & 0x7fff;
    const answered = new Promise<Reply>((resolve) => this.#waiting.set(id, resolve));
    this.stream.write(message({ id, command, flags: 0, body }));
    return await answered;
  }

  /** All ones where the device does not answer, or refuses: what a guest sees then. */
  async #read(region: number, offset: number, length: number): Promise<Buffer> {
    const { errno, body } = await this.request(9, Buffer.concat([u64(BigInt(offset)), words(region, length)]));
    return errno === 0 && body.length === 16 + length ? Buffer.from(body.subarray(16)) : Buffer.alloc(length, 0xff);
  }

  async #write(region: number, offset: number, bytes: Buffer): Promise<void> {
    await this.request(10, Buffer.concat([u64(BigInt(offset)), words(region, bytes.length), bytes]));
  }

  #receive(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= 16 && this.#rest.length >= this.#rest.readUInt32LE(4)) {
      const whole = this.#rest.subarray(0, this.#rest.readUInt32LE(4));
      this.#rest = this.#rest.subarray(whole.length);
      if ((whole.readUInt32LE(8) & 1) === 1) this.#settle(whole);
      else void this.#serve(whole);
    }
  }

  #settle(reply: Buffer): void {
    const id = reply.readUInt16LE(0);
    this.#waiting.get(id)?.({
      errno: (reply.readUInt32LE(8) & 0x20) === 0 ? 0 : reply.readUInt32LE(12),
      body: reply.subarray(16),
    });
    this.#waiting.delete(id);
  }

  async #serve(request: Buffer): Promise<void> {
    const command = request.readUInt16LE(2);
    const address = request.readBigUInt64LE(16);
    const count = this.countBytes === 8 ? request.readBigUInt64LE(24) : BigInt(request.readUInt32LE(24));
    const dataAt = 24 + this.countBytes;
    this.transfers.push({ command, address, count });
    const header = { id: request.readUInt16LE(0), command, flags: 1 };
    const { errno, data } = await this.#transfer(command, { address, count, bytes: request.subarray(dataAt) });
    const body = errno === 0 ? Buffer.concat([request.subarray(16, dataAt), data]) : Buffer.alloc(0);
    const reply = this.onTransferReply(message({ ...header, body, errno }));
    if (reply !== undefined) this.stream.write(reply);
  }

  async #transfer(
    command: number,
    { address, count, bytes }: { address: bigint; count: bigint; bytes: Buffer },
  ): Promise<{ errno: number; data: Buffer }> {
    if (count > BigInt(maxTransfer)) return { errno: E2BIG, data: Buffer.alloc(0) };
    try {
      if (command === 11) return { errno: 0, data: await this.memory.read(address, Number(count)) };
      await this.memory.write(address, Buffer.from(bytes));
      return { errno: 0, data: Buffer.alloc(0) };
    } catch (error) {
      if (!(error instanceof DmaError)) throw error;
      return { errno: ENODEV, data: Buffer.alloc(0) };
    }
  }
}

export function message({
  id,
  command,
  flags,
  body,
  errno = 0,
}: {
  id: number;
  command: number;
  flags: number;
  body: Buffer;
  errno?: number;
}): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt16LE(id, 0);
  header.writeUInt16LE(command, 2);
  header.writeUInt32LE(16 + body.length, 4);
  header.writeUInt32LE(flags | (errno === 0 ? 0 : 0x20), 8);
  header.writeUInt32LE(errno, 12);
  return Buffer.concat([header, body]);
}

export function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
}

export function u64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}
