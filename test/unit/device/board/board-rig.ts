import type { BoardUnit } from '../../../../src/device/board/board.ts';
import { BoardFunction } from '../../../../src/device/board/board-function.ts';
import {
  boardRegisters,
  channelRegisters,
  requestBytes,
  requestKinds,
} from '../../../../src/device/board/board-layout.ts';
import { hostTime } from '../../../../src/device/instance/model-clock.ts';
import { GuestMemory } from '../../../../src/device/test-bus/guest-memory.ts';
import { TestMachine } from '../../../../src/device/test-bus/test-machine.ts';
import type { UnitOptions } from '../../../../src/device/unit/device-unit.ts';

export const unitOptions: UnitOptions = { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true };

/** A message of I2C or a transfer of SPI, as the guest's driver writes it. */
export interface Piece {
  readonly address: number;
  readonly sent?: readonly number[];
  /** How many bytes are wanted. */
  readonly wanted?: number;
  readonly ends?: boolean;
}

export interface Answer {
  readonly number: number;
  readonly status: number;
  readonly data: Buffer;
}

/** A board in a simulated machine, with the guest's driver operated by hand. */
export class BoardRig {
  readonly function = new BoardFunction(hostTime.nowUs);
  readonly messages: number[] = [];
  readonly memory = new GuestMemory(
    (data) => this.messages.push(data),
    () => undefined,
  );
  readonly #pci = this.function.plugInto(this.memory);
  readonly machine = new TestMachine<typeof this.function.model.bars, Readonly<Record<string, never>>>(
    { ...this.function.model, controls: {} },
    {
      readConfig: (offset, length) => Promise.resolve(this.#pci.config.read(offset, length)),
      writeConfig: (offset, bytes) => {
        this.#pci.config.write(offset, bytes);
        return Promise.resolve();
      },
      readBar: async (access) => await this.#pci.read(access),
      writeBar: (access, bytes) => {
        this.#pci.write(access, bytes);
        return Promise.resolve();
      },
      reset: () => {
        this.#pci.reset();
        return Promise.resolve();
      },
    },
    this.memory,
  );
  readonly #buffers = new Map<number, { readonly address: number; readonly bytes: Buffer }>();
  #number = 0;

  constructor(...guests: readonly { readonly id: string; readonly unit: BoardUnit; readonly place?: string }[]) {
    for (const { id, unit, place } of guests) this.function.board.add(id, unit, place);
  }

  async start(): Promise<this> {
    await this.machine.enable();
    return this;
  }

  async read(register: keyof typeof boardRegisters): Promise<number> {
    return Number(await this.machine.readAt(0, boardRegisters[register], 4));
  }

  async write(register: keyof typeof boardRegisters, value: number): Promise<void> {
    await this.machine.writeAt(0, { offset: boardRegisters[register], width: 4 }, BigInt(value));
  }

  /** Memory of a channel, as its driver's probe gives it. */
  async open(channel: number): Promise<{ readonly address: number; readonly bytes: Buffer }> {
    const known = this.#buffers.get(channel);
    if (known !== undefined) return known;
    const buffer = this.memory.allocate(2 * requestBytes);
    this.#buffers.set(channel, buffer);
    await this.#ring(channel, channelRegisters.low, buffer.address);
    await this.#ring(channel, channelRegisters.high, 0);
    return buffer;
  }

  /** Sends a request. Returns its number. */
  async send(channel: number, kind: keyof typeof requestKinds, pieces: readonly Piece[]): Promise<number> {
    return await this.sendRaw(channel, requestOf(++this.#number, requestKinds[kind], pieces));
  }

  async sendRaw(channel: number, request: Buffer, bytes = request.length): Promise<number> {
    const buffer = await this.open(channel);
    request.copy(buffer.bytes);
    await this.#ring(channel, channelRegisters.doorbell, bytes);
    await settle();
    return request.readUInt32LE(0);
  }

  /** What stands in the channel's memory now. */
  answer(channel: number): Answer {
    const bytes = this.#buffers.get(channel)?.bytes.subarray(requestBytes) ?? Buffer.alloc(16);
    const [number, status, length] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4), bytes.readUInt32LE(8)];
    return { number, status, data: Buffer.from(bytes.subarray(16, Math.max(length, 16))) };
  }

  async #ring(channel: number, register: number, value: number): Promise<void> {
    const offset = channelRegisters.first + channel * channelRegisters.stride + register;
    await this.machine.writeAt(0, { offset, width: 4 }, BigInt(value));
  }
}

/** Until everything that was begun has come to its end or waits for time. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

export function requestOf(number: number, kind: number, pieces: readonly Piece[]): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(16), ...pieces.map(pieceOf)]);
  [number, kind, pieces.length, bytes.length].forEach((value, index) => bytes.writeUInt32LE(value, 4 * index));
  return bytes;
}

function pieceOf({ address, sent, wanted = 0, ends = false }: Piece): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt16LE(address, 0);
  header.writeUInt16LE((sent === undefined ? 0 : 1) | (wanted > 0 ? 2 : 0) | (ends ? 4 : 0), 2);
  header.writeUInt32LE(sent?.length ?? wanted, 4);
  const data = Buffer.from(sent ?? []);
  return Buffer.concat([header, data], 16 + Math.ceil(data.length / 4) * 4);
}
