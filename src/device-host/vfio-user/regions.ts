import type { PciModel } from '../../device/definition/definition.ts';
import type { PciFunction } from '../../device/pci/pci-function.ts';
import { type Answer, regionSize } from './describe-device.ts';
import { configRegion, errno, needBytes } from './message.ts';

/** The longest single access of a machine: it reads configuration space as a whole. */
const maxAccessBytes = 4096;

/** A part of a BAR, or of configuration space. */
interface Place {
  readonly region: number;
  readonly offset: number;
  readonly length: number;
}

/** The regions of a function, as the machine reads and writes them. */
export class Regions {
  readonly #model: PciModel;
  readonly #pci: PciFunction;
  #isPulledOut = false;

  constructor(model: PciModel, pci: PciFunction) {
    this.#model = model;
    this.#pci = pci;
  }

  get isPulledOut(): boolean {
    return this.#isPulledOut;
  }

  /** From now on, reads return all ones, and writes are dropped. */
  pullOut(): void {
    this.#isPulledOut = true;
  }

  /** @throws ProtocolError */
  read(body: Buffer): Answer | Promise<Answer> {
    const where = this.#access(body, 'REGION_READ');
    if (where === undefined) return errno.invalid;
    const { region, offset, length } = where;
    const numbers = Buffer.from(body.subarray(0, 16));
    if (this.#isPulledOut)
      return region === configRegion ? errno.noDevice : Buffer.concat([numbers, Buffer.alloc(length, 0xff)]);
    if (region === configRegion) return Buffer.concat([numbers, this.#pci.config.read(offset, length)]);
    const seen = this.#pci.read({ bar: region, offset, length });
    return seen instanceof Promise
      ? seen.then((bytes) => Buffer.concat([numbers, bytes]))
      : Buffer.concat([numbers, seen]);
  }

  /** @throws ProtocolError */
  write(body: Buffer): Answer {
    const where = this.#access(body, 'REGION_WRITE');
    if (where === undefined) return errno.invalid;
    const { region, offset, length } = where;
    const bytes = Buffer.from(needBytes(body, 16 + length, 'REGION_WRITE').subarray(16, 16 + length));
    if (this.#isPulledOut) return Buffer.from(body.subarray(0, 16));
    if (region === configRegion) this.#pci.config.write(offset, bytes);
    else this.#pci.write({ bar: region, offset, length }, bytes);
    return Buffer.from(body.subarray(0, 16));
  }

  /** Undefined: it is not in a region of this device. */
  #access(body: Buffer, what: string): Place | undefined {
    needBytes(body, 16, what);
    const offset = body.readBigUInt64LE(0);
    const region = body.readUInt32LE(8);
    const length = body.readUInt32LE(12);
    const isInside =
      length > 0 && length <= maxAccessBytes && offset + BigInt(length) <= BigInt(regionSize(this.#model, region));
    return isInside ? { region, offset: Number(offset), length } : undefined;
  }
}
