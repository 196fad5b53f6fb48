import { DmaError } from '../instance/dma.ts';
import type { Upstream } from '../pci/endpoint.ts';
import { channelCount, channelRegisters, requestBytes, requestHeaderBytes, vectors } from './board-layout.ts';
import {
  type BoardAnswer,
  type BoardRequest,
  encodeAnswer,
  invalidRequest,
  numberOf,
  parseRequest,
} from './board-request.ts';

interface Channel {
  low: number;
  high: number;
  /** Counts its requests. An older one is not answered any more: the guest has given it up. */
  ticket: number;
}

/** Carries out a request of a channel. Its promise never rejects. */
export type Perform = (channel: number, request: BoardRequest) => Promise<BoardAnswer>;

type Machine = Pick<Upstream, 'dmaRead' | 'dmaWrite' | 'raise'>;

/** The request channels of a board: each takes one request at a time through the guest's memory, and answers there. */
export class RequestChannels {
  readonly #channels: readonly Channel[] = Array.from({ length: channelCount }, () => ({ low: 0, high: 0, ticket: 0 }));
  readonly #machine: () => Machine | undefined;
  readonly #perform: Perform;

  constructor(machine: () => Machine | undefined, perform: Perform) {
    this.#machine = machine;
    this.#perform = perform;
  }

  /** `offset`: in the BAR. What is no register of a channel is ignored. */
  write(offset: number, value: number): void {
    const { first, stride, low, high, doorbell } = channelRegisters;
    const index = Math.floor((offset - first) / stride);
    const channel = this.#channels[index];
    if (channel === undefined) return;
    const register = (offset - first) % stride;
    if (register === low) channel.low = value;
    if (register === high) channel.high = value;
    if (register === doorbell) void this.#serve(index, channel, value);
  }

  /** Drops what is under way. */
  reset(): void {
    for (const channel of this.#channels) {
      channel.ticket++;
      channel.low = 0;
      channel.high = 0;
    }
  }

  /** A guest that names no memory, or takes it away, gets no answer. */
  async #serve(index: number, channel: Channel, bytes: number): Promise<void> {
    const ticket = ++channel.ticket;
    const machine = this.#machine();
    if (machine === undefined || bytes < requestHeaderBytes || bytes > requestBytes) return;
    const address = (BigInt(channel.high) << 32n) | BigInt(channel.low);
    const isCurrent = (): boolean => channel.ticket === ticket;
    try {
      const request = await machine.dmaRead(address, bytes);
      const answer = await this.#answer(index, request);
      if (isCurrent()) await deliver(machine, address, encodeAnswer(numberOf(request), answer));
      if (isCurrent()) machine.raise(vectors.answer);
    } catch (error) {
      if (!(error instanceof DmaError)) throw error;
    }
  }

  async #answer(index: number, bytes: Buffer): Promise<BoardAnswer> {
    const request = parseRequest(bytes);
    return request === undefined ? invalidRequest : await this.#perform(index, request);
  }
}

/** The header last: whoever sees the request's number there sees its data, too. */
async function deliver(
  machine: Machine,
  address: bigint,
  { header, data }: { readonly header: Buffer; readonly data: Buffer },
): Promise<void> {
  const at = address + BigInt(requestBytes);
  if (data.length > 0) await machine.dmaWrite(at + BigInt(header.length), data);
  await machine.dmaWrite(at, header);
}
