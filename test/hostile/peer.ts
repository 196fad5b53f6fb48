import type { Duplex } from 'node:stream';
import { message, u64, words } from '../unit/device-host/qemu-client.ts';
import type { Random } from './random.ts';

/** How a peer answers a device's transfers. */
export type Manner =
  | 'rightly'
  | 'by refusing'
  | 'too short'
  | 'too long'
  | 'twice'
  | 'to another request'
  | 'late'
  | 'never';

export const command = { version: 1, regionRead: 9, regionWrite: 10, dmaRead: 11, reset: 13 } as const;
export const posted = 0x10;
export const configRegion = 7;

const isReply = 1;
const E2BIG = 7;
const EFAULT = 14;
const lateMs = 20;
const waitMs = 5000;

/** A machine that knows the protocol, and follows it as far as it wants. */
export class HostilePeer {
  readonly #stream: Duplex;
  readonly #random: Random;
  #rest: Buffer = Buffer.alloc(0);
  #isClosed = false;
  #replies = 0;
  #asked = 0;
  /** Called for every transfer. */
  manner: () => Manner = () => 'rightly';

  constructor(stream: Duplex, random: Random) {
    this.#stream = stream;
    this.#random = random;
    stream.on('error', () => undefined);
    stream.once('close', () => (this.#isClosed = true));
    stream.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  /** The device has disconnected. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Sends, and waits while the device does not read. */
  async send(bytes: Buffer): Promise<void> {
    if (this.#isClosed || this.#stream.write(bytes)) return;
    await new Promise<void>((resolve) => {
      this.#stream.once('drain', resolve);
      this.#stream.once('close', resolve);
    });
  }

  async request(what: number, body: Buffer, flags = 0): Promise<void> {
    await this.send(message({ id: this.#random.below(0x7fff), command: what, flags, body }));
  }

  /** Starts like QEMU, then enables bus mastering and MSI-X, so that the device can send. */
  async greet(): Promise<void> {
    await this.request(
      command.version,
      Buffer.concat([
        Buffer.from([0, 0, 3, 0]),
        Buffer.from(
          `${JSON.stringify({ capabilities: { max_data_xfer_size: 1024 * 1024, comment: 'x'.repeat(100) } })}\0`,
        ),
      ]),
    );
    await this.write(configRegion, 4, words(0x06));
    await this.write(configRegion, 0x50, words(0x8000_0011));
  }

  async read(region: number, offset: number, length: number): Promise<void> {
    await this.request(command.regionRead, Buffer.concat([u64(BigInt(offset)), words(region, length)]));
  }

  async write(region: number, offset: number, bytes: Buffer, flags = 0): Promise<void> {
    await this.request(
      command.regionWrite,
      Buffer.concat([u64(BigInt(offset)), words(region, bytes.length), bytes]),
      flags,
    );
  }

  /** Waits until everything is answered, or the device has disconnected. */
  async drain(): Promise<void> {
    const before = this.#replies;
    await this.read(configRegion, 0, 4);
    await this.#until(() => this.#replies > before);
  }

  /** Waits for this many transfers, or until the device has disconnected. */
  async serve(transfers: number): Promise<void> {
    await this.#until(() => this.#asked >= transfers);
  }

  stopReading(): void {
    this.#stream.pause();
  }

  async end(): Promise<void> {
    this.#stream.end();
    await this.#until(() => this.#isClosed);
    this.#stream.destroy();
  }

  async #until(isSo: () => boolean): Promise<void> {
    for (const startedMs = performance.now(); !isSo() && !this.#isClosed && performance.now() - startedMs < waitMs; )
      await new Promise((resolve) => setTimeout(resolve, 1));
  }

  #receive(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= 16 && this.#rest.length >= this.#rest.readUInt32LE(4)) {
      const whole = this.#rest.subarray(0, this.#rest.readUInt32LE(4));
      this.#rest = this.#rest.subarray(whole.length);
      if ((whole.readUInt32LE(8) & 0xf) === isReply) this.#replies++;
      else this.#answer(whole);
    }
  }

  #answer(asked: Buffer): void {
    this.#asked++;
    const id = asked.readUInt16LE(0);
    const what = asked.readUInt16LE(2);
    const count = Number(asked.readBigUInt64LE(24) & 0xffff_ffffn);
    const isProbe = asked.readBigUInt64LE(24) > 0xffff_ffffn;
    const data = what === command.dmaRead && !isProbe ? Buffer.alloc(count, 0x5a) : Buffer.alloc(0);
    const body = Buffer.concat([asked.subarray(16, 32), data]);
    const right = {
      id,
      command: what,
      flags: isReply,
      ...(isProbe ? { errno: E2BIG, body: Buffer.alloc(0) } : { body }),
    };
    const reply = (change: Partial<typeof right> & { readonly errno?: number } = {}): void =>
      void this.send(message({ ...right, ...change }));
    const manners: Readonly<Record<Manner, () => void>> = {
      rightly: reply,
      'by refusing': () => reply({ errno: EFAULT, body: Buffer.alloc(0) }),
      'too short': () => reply({ body: body.subarray(0, this.#random.below(body.length)) }),
      'too long': () => reply({ body: Buffer.concat([body, this.#random.bytes(1 + this.#random.below(64))]) }),
      twice: () => {
        reply();
        reply();
      },
      'to another request': () => reply({ id: this.#random.below(0x10000) }),
      late: () => void setTimeout(reply, lateMs),
      never: () => undefined,
    };
    manners[this.manner()]();
  }
}
