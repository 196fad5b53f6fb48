import { defineDevice } from '../definition/define-device.ts';
import type { PciModel } from '../definition/definition.ts';
import type { BarAccess, Endpoint, Upstream } from '../pci/endpoint.ts';
import { type HostBus, PciFunction } from '../pci/pci-function.ts';
import { Board } from './board.ts';
import {
  barBytes,
  boardRegisters,
  channelCount,
  channelRegisters,
  idValue,
  versionValue,
  windowsAt,
} from './board-layout.ts';
import { RequestChannels } from './request-channels.ts';

/** Without registers: the function answers for them itself. */
const boardModel: PciModel = defineDevice({
  name: 'board',
  pci: { vendor: 0x1de5, device: 0x00b0, class: 0x118000 },
  interrupts: { msix: { vectors: 2, bar: 1, table: 0, pending: 0x800 }, names: ['answer', 'lines'] },
  bars: { 0: { size: barBytes }, 1: { size: 4096 } },
});

/** The PCI function of a board: the registers of its lines and request channels, and the windows of its devices. */
export class BoardFunction implements Endpoint {
  readonly model = boardModel;
  readonly board: Board;
  readonly #channels: RequestChannels;
  readonly #nowUs: () => number;
  #upstream: Upstream | undefined;

  constructor(nowUs: () => number) {
    this.#nowUs = nowUs;
    this.board = new Board(() => this.#upstream);
    this.#channels = new RequestChannels(
      () => this.#upstream,
      (channel, request) => this.board.perform(channel, request),
    );
  }

  /** Connects it to a machine. It may be connected to another one later, after a reset. */
  plugInto(bus: HostBus): PciFunction {
    return new PciFunction({ model: this.model, endpoint: this, bus, nowUs: this.#nowUs });
  }

  attach(upstream: Upstream): void {
    this.#upstream = upstream;
  }

  read(access: BarAccess): Buffer | Promise<Buffer> {
    const { bar, offset, length } = access;
    const window = bar === 0 ? this.board.windows.find(access) : undefined;
    if (window !== undefined) return window.unit.read(window.access);
    const bytes = Buffer.alloc(length, 0xff);
    const value = bar === 0 && length === 4 ? this.#register(offset) : undefined;
    if (value !== undefined) bytes.writeUInt32LE(value);
    return bytes;
  }

  write(access: BarAccess, bytes: Buffer): void {
    const { bar, offset, length } = access;
    const window = bar === 0 ? this.board.windows.find(access) : undefined;
    if (window !== undefined) window.unit.write(window.access, bytes);
    else if (bar === 0 && length === 4 && offset < windowsAt) this.#setRegister(offset, bytes.readUInt32LE());
  }

  reset(): void {
    this.#channels.reset();
    this.board.reset();
  }

  #setRegister(offset: number, value: number): void {
    const { first, stride } = channelRegisters;
    if (offset >= first && offset < first + channelCount * stride) this.#channels.write(offset, value);
    else if (offset === boardRegisters.base) this.board.base = value;
    else this.board.lines.write(offset, value);
  }

  #register(offset: number): number | undefined {
    if (offset === boardRegisters.id) return idValue;
    if (offset === boardRegisters.version) return versionValue;
    return this.board.lines.read(offset);
  }
}
