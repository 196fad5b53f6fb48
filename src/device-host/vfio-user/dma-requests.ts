import { DmaError } from '../../device/instance/dma.ts';
import { deferred, type Deferred } from '../../host/deferred.ts';
import { commands, errno, maxDataBytes, type Message, type OutgoingMessage, ProtocolError } from './message.ts';

interface Transfer {
  readonly kind: 'transfer';
  readonly address: bigint;
  /** The data to write; absent: `length` bytes are read. */
  readonly bytes?: Buffer;
  readonly length: number;
  readonly done: Deferred<Buffer>;
}

/** What must not overtake transfers. */
interface Step {
  readonly kind: 'step';
  readonly take: () => void;
  readonly done: Deferred<Buffer>;
}

type Job = Transfer | Step;

interface Outstanding {
  readonly id: number;
  readonly command: number;
  readonly reply: Deferred<Message>;
  readonly timer: NodeJS.Timeout;
}

export interface DmaRequestsOptions {
  readonly send: (message: OutgoingMessage) => void;
  /** Called when the peer has left a request unanswered for too long. */
  readonly onSilence: () => void;
  readonly timeoutMs: number;
}

/** A guest can make a model start transfers faster than the machine handles them. */
const maxJobs = 4096;
/** Ids that the peer is unlikely to use. Replies are distinguished from requests by their type anyway. */
const firstId = 0x8000;

/**
 * Reads and writes the machine's memory by messages, one request at a time: in order, so that an interrupt does not
 * overtake the data, and never more than the peer's socket takes in one piece.
 */
export class DmaRequests {
  readonly #options: DmaRequestsOptions;
  readonly #jobs: Job[] = [];
  #outstanding: Outstanding | undefined;
  #isWorking = false;
  #isClosed = false;
  /** Counts resets. */
  #life = 0;
  #nextId = firstId;
  /** Size of the header before the data in the body: 8 bytes of address, and a count of 4 or 8 bytes. */
  #dataOffset: 12 | 16 | undefined;

  constructor(options: DmaRequestsOptions) {
    this.#options = options;
  }

  /** Whether the machine has something to answer. */
  get isBusy(): boolean {
    return this.#isWorking;
  }

  read(address: bigint, length: number): Promise<Buffer> {
    return this.#enqueue({ kind: 'transfer', address, length, done: deferred() });
  }

  async write(address: bigint, bytes: Buffer): Promise<void> {
    await this.#enqueue({ kind: 'transfer', address, bytes, length: bytes.length, done: deferred() });
  }

  /** Takes a step after all earlier transfers. @throws DmaError when it is not taken */
  async afterTransfers(take: () => void): Promise<void> {
    await this.#enqueue({ kind: 'step', take, done: deferred() });
  }

  /** @throws ProtocolError for a reply without a request */
  receive(reply: Message): void {
    const asked = this.#outstanding;
    if (asked === undefined || asked.id !== reply.id || asked.command !== reply.command)
      throw new ProtocolError(
        `a reply to request ${reply.id}, command ${reply.command}, which is not pending: ` +
          'it is late, or was never requested',
      );
    this.#outstanding = undefined;
    clearTimeout(asked.timer);
    asked.reply.resolve(reply);
  }

  /**
   * The device was reset, so requests that were not sent yet are dropped. The current one stays, because its reply will
   * come.
   */
  abandon(): void {
    this.#life++;
    for (const { done } of this.#jobs.splice(0)) done.reject(new DmaError('gone', 'the device was reset'));
  }

  close(): void {
    this.#isClosed = true;
    const gone = new DmaError('gone', 'the machine is gone');
    if (this.#outstanding !== undefined) clearTimeout(this.#outstanding.timer);
    this.#outstanding?.reply.reject(gone);
    for (const { done } of this.#jobs.splice(0)) done.reject(gone);
  }

  #enqueue(job: Job): Promise<Buffer> {
    if (this.#isClosed) job.done.reject(new DmaError('gone', 'the machine is gone'));
    else if (this.#jobs.length >= maxJobs)
      job.done.reject(new DmaError('too-many', `expected at most ${maxJobs} waiting transfers, found another one`));
    else this.#jobs.push(job);
    void this.#work();
    return job.done.promise;
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      try {
        job.done.resolve(await this.#perform(job));
      } catch (error) {
        job.done.reject(error instanceof Error ? error : new Error(String(error)));
      }
    }
    this.#isWorking = false;
  }

  async #perform(job: Job): Promise<Buffer> {
    if (job.kind === 'transfer') return await this.#transfer(job);
    job.take();
    return Buffer.alloc(0);
  }

  async #transfer({ address, bytes, length }: Transfer): Promise<Buffer> {
    const life = this.#life;
    this.#dataOffset ??= await this.#probe();
    const data = Buffer.allocUnsafeSlow(bytes === undefined ? length : 0);
    for (let at = 0; at < length; at += maxDataBytes) {
      if (life !== this.#life) throw new DmaError('gone', 'the device was reset');
      const count = Math.min(maxDataBytes, length - at);
      const reply = await this.#request(address + BigInt(at), BigInt(count), bytes?.subarray(at, at + count));
      if (reply.errno !== 0) throw refusal(address + BigInt(at), count, reply.errno);
      if (bytes === undefined) this.#dataOf(reply, count).copy(data, at);
    }
    return data;
  }

  #dataOf({ body }: Message, count: number): Buffer {
    const expected = (this.#dataOffset ?? 0) + count;
    if (body.length === expected) return body.subarray(expected - count);
    // The error closes the connection, and that tells the waiting code that the machine is gone.
    throw new ProtocolError(`a reply to DMA_READ: expected ${expected} bytes, found ${body.length}`);
  }

  /**
   * The specification has a 64-bit count; early QEMU uses 32 bits. A peer that expects 64 bits finds this count too
   * large. QEMU 11.1 does.
   */
  async #probe(): Promise<12 | 16> {
    const { errno: found } = await this.#request(0n, 0x5a5a5a5a_00000004n);
    return found === errno.tooBig ? 16 : 12;
  }

  #request(address: bigint, count: bigint, bytes?: Buffer): Promise<Message> {
    if (this.#isClosed) throw new DmaError('gone', 'the machine is gone');
    const numbers = Buffer.alloc(bytes === undefined ? 16 : (this.#dataOffset ?? 16));
    numbers.writeBigUInt64LE(BigInt.asUintN(64, address), 0);
    if (numbers.length === 16) numbers.writeBigUInt64LE(count, 8);
    else numbers.writeUInt32LE(Number(count), 8);
    const id = this.#nextId;
    this.#nextId = id === 0xffff ? firstId : id + 1;
    const command = bytes === undefined ? commands.dmaRead : commands.dmaWrite;
    const reply = deferred<Message>();
    this.#outstanding = { id, command, reply, timer: setTimeout(this.#options.onSilence, this.#options.timeoutMs) };
    this.#options.send({
      id,
      command,
      kind: 'request',
      body: bytes === undefined ? numbers : Buffer.concat([numbers, bytes]),
    });
    return reply.promise;
  }
}

/**
 * QEMU 11.1 returns ENODEV (19) for an address with nothing behind it, and also for a device without bus mastering; the
 * latter is known from configuration space.
 */
function refusal(address: bigint, count: number, found: number): DmaError {
  return new DmaError('refused', `the machine refused 0x${address.toString(16)}, ${count} bytes: errno ${found}`);
}
