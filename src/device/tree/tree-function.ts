import { connectGpios } from '../board/board-gpios.ts';
import { barBytes, windowsAt } from '../board/board-layout.ts';
import { dmaOf, interruptLine } from '../board/board-seats.ts';
import { WindowBank } from '../board/window-bank.ts';
import { defineDevice } from '../definition/define-device.ts';
import type { PciModel } from '../definition/definition.ts';
import { DmaError } from '../instance/dma.ts';
import type { BarAccess, Endpoint, Upstream } from '../pci/endpoint.ts';
import { type HostBus, PciFunction } from '../pci/pci-function.ts';
import type { PlatformUnit } from '../unit/platform-unit.ts';
import { ChipLines } from './chip-lines.ts';
import { messageAddress, messageOf } from './tree-places.ts';

/** No driver of the kernel knows it, so what the nodes name is all that the kernel has of it. */
const treeModel: PciModel = defineDevice({
  name: 'device-tree',
  pci: { vendor: 0x1de5, device: 0x00b1, class: 0x118000 },
  bars: { 0: { size: barBytes } },
});

/** A device in the window that its node names. */
export interface TreeSeat {
  readonly leave: () => void;
}

/**
 * The PCI function that brings the registers of devices which a machine's tree names to their places, with the chips of
 * their lines. Windows and lines are given in the order of the devices, which is that of the nodes.
 */
export class TreeFunction implements Endpoint {
  readonly model = treeModel;
  readonly #lines = new ChipLines((chip) => this.#interrupt(chip));
  readonly #windows = new WindowBank<PlatformUnit>('in a device tree');
  readonly #units = new Set<PlatformUnit>();
  readonly #nowUs: () => number;
  #upstream: Upstream | undefined;

  constructor(nowUs: () => number) {
    this.#nowUs = nowUs;
  }

  /** @throws BoardError */
  add(id: string, unit: PlatformUnit): TreeSeat {
    const { bars, firmware } = unit.model;
    const window = this.#windows.add(id, bars[0].size, unit);
    const { port } = interruptLine(id, firmware.interrupt, this.#lines);
    unit.connect({ line: port, ...dmaOf(() => this.#upstream) });
    const gpios = connectGpios(id, unit.gpios, this.#lines);
    this.#units.add(unit);
    return {
      leave: () => {
        if (!this.#units.delete(unit)) return;
        this.#windows.remove(window);
        port.lower();
        gpios.leave();
      },
    };
  }

  get isEmpty(): boolean {
    return this.#units.size === 0;
  }

  /** Connects it to a machine. It may be connected to another one later, after a reset. */
  plugInto(bus: HostBus): PciFunction {
    return new PciFunction({ model: this.model, endpoint: this, bus, nowUs: this.#nowUs });
  }

  attach(upstream: Upstream): void {
    this.#upstream = upstream;
  }

  read(access: BarAccess): Buffer | Promise<Buffer> {
    const { offset, length } = access;
    const window = this.#windows.find(access);
    if (window !== undefined) return window.unit.read(window.access);
    const value = offset < windowsAt ? this.#lines.read(offset) : undefined;
    if (value === undefined) return Buffer.alloc(length, 0xff);
    const bytes = Buffer.alloc(length);
    bytes.writeUInt8(value);
    return bytes;
  }

  write(access: BarAccess, bytes: Buffer): void {
    const window = this.#windows.find(access);
    if (window !== undefined) window.unit.write(window.access, bytes);
    else if (access.offset < windowsAt) this.#lines.write(access.offset, bytes.readUInt8());
  }

  reset(): void {
    this.#lines.reset();
    for (const unit of this.#units) unit.reset();
  }

  /** Before the function is a bus master the message goes nowhere; a level sends another when it is let through. */
  #interrupt(chip: number): void {
    const message = Buffer.alloc(4);
    message.writeUInt32LE(messageOf(chip));
    this.#upstream?.dmaWrite(messageAddress, message).catch((error: unknown) => {
      if (!(error instanceof DmaError)) throw error;
    });
  }
}
