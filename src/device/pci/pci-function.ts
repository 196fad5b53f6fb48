import { msixLayout } from '../definition/check-definition.ts';
import type { PciModel } from '../definition/definition.ts';
import { DmaError } from '../instance/dma.ts';
import { ConfigSpace } from './config-space.ts';
import type { BarAccess, Endpoint, Upstream } from './endpoint.ts';

/**
 * A machine as its devices see it: memory, in which a message-signalled interrupt is an ordinary write, and perhaps an
 * interrupt line.
 */
export interface HostBus {
  /** @throws DmaError */
  readonly read: (address: bigint, length: number) => Promise<Buffer>;
  /** @throws DmaError */
  readonly write: (address: bigint, bytes: Buffer) => Promise<void>;
  /** The level of the interrupt line; absent: the machine has no line for us. */
  readonly setLine?: (isHigh: boolean) => void;
}

/** The result of an interrupt that a device raised. */
export type InterruptOutcome =
  | 'sent'
  | 'asserted'
  | 'lost: bus mastering is off'
  | 'lost: the driver has enabled none'
  | 'lost: the machine refused it';

/** What can be plugged into a machine as a PCI function. */
export interface PluggableFunction {
  readonly model: PciModel;
  /** It may be plugged into another machine later, after a reset. */
  readonly plugInto: (bus: HostBus) => PciFunction;
}

export interface FunctionOptions {
  readonly model: PciModel;
  readonly endpoint: Endpoint;
  readonly bus: HostBus;
  readonly nowUs: () => number;
  /** `atUs`: when it was sent. The guest may already have reacted. Absent: nobody records the interrupts. */
  readonly onInterrupt?: (vector: number, outcome: InterruptOutcome, atUs: number) => void;
}

/** How soon a masked vector is checked again. The guest's writes to the table do not reach us. */
const maskedRetryMs = 1;

/**
 * A PCI function: configuration space in front of an endpoint. It allows DMA only while the driver has enabled bus
 * mastering, and sends interrupts in the way that the driver has enabled.
 */
export class PciFunction {
  readonly config: ConfigSpace;
  readonly #model: PciModel;
  readonly #endpoint: Endpoint;
  readonly #bus: HostBus;
  readonly #nowUs: () => number;
  readonly #onInterrupt: FunctionOptions['onInterrupt'];
  /** Vectors whose message waits until the driver unmasks it. */
  readonly #held = new Map<number, NodeJS.Timeout>();
  /** The causes that keep the line asserted. */
  readonly #asserted = new Set<number>();

  constructor({ model, endpoint, bus, nowUs, onInterrupt }: FunctionOptions) {
    this.config = new ConfigSpace(model, bus.setLine !== undefined);
    this.#model = model;
    this.#endpoint = endpoint;
    this.#bus = bus;
    this.#nowUs = nowUs;
    this.#onInterrupt = onInterrupt;
    endpoint.attach(this.#upstream());
  }

  read(access: BarAccess): Buffer | Promise<Buffer> {
    return this.#endpoint.read(access);
  }

  write(access: BarAccess, bytes: Buffer): void {
    this.#endpoint.write(access, bytes);
  }

  reset(): void {
    this.config.reset();
    this.detach();
    this.#endpoint.reset();
  }

  /** Drops all held messages. */
  detach(): void {
    for (const timer of this.#held.values()) clearTimeout(timer);
    this.#held.clear();
    for (const vector of [...this.#asserted]) this.#lower(vector);
  }

  #upstream(): Upstream {
    return {
      dmaRead: async (address, length) => {
        this.#checkBusMaster();
        return await this.#bus.read(address, length);
      },
      dmaWrite: async (address, bytes) => {
        this.#checkBusMaster();
        await this.#bus.write(address, bytes);
      },
      raise: (vector) => this.#raise(vector),
      lower: (vector) => this.#lower(vector),
    };
  }

  #checkBusMaster(): void {
    if (!this.config.isBusMaster)
      throw new DmaError('no-bus-master', 'the driver has not enabled bus mastering (pci_set_master)');
  }

  #raise(vector: number): void {
    const atUs = this.#nowUs();
    this.#send(vector).then(
      (outcome) => {
        if (outcome !== undefined) this.#onInterrupt?.(vector, outcome, atUs);
      },
      (error: unknown) => {
        if (!(error instanceof DmaError)) throw error;
        this.#onInterrupt?.(vector, 'lost: the machine refused it', atUs);
      },
    );
  }

  /** Undefined: it is held back and reported later. */
  async #send(vector: number): Promise<InterruptOutcome | undefined> {
    if (this.config.msixState !== 'off') return await this.#sendMsix(vector);
    const message = this.config.msiMessage(vector);
    if (message !== undefined) return await this.#sendMessage(message.address, message.data);
    if (this.#model.interrupts.intx !== true || this.#bus.setLine === undefined)
      return 'lost: the driver has enabled none';
    this.#asserted.add(vector);
    this.#bus.setLine(true);
    return 'asserted';
  }

  async #sendMessage(address: bigint, data: number): Promise<InterruptOutcome> {
    if (!this.config.isBusMaster) return 'lost: bus mastering is off';
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(data);
    await this.#bus.write(address, bytes);
    return 'sent';
  }

  /** The table is in the machine, which does not report writes to it, so the device reads its entry over the bus. */
  async #sendMsix(vector: number): Promise<InterruptOutcome | undefined> {
    const { msix } = this.#model.interrupts;
    if (msix === undefined) throw new Error('Internal error: MSI-X is on in a device without it');
    if (!this.config.isBusMaster) return 'lost: bus mastering is off';
    const entry = await this.#bus.read(
      this.config.barAddress(msix.bar) + BigInt(msixLayout(msix).table + 16 * vector),
      16,
    );
    const isMasked = (entry.readUInt32LE(12) & 1) !== 0 || this.config.msixState === 'masked';
    if (!isMasked) return await this.#sendMessage(entry.readBigUInt64LE(0), entry.readUInt32LE(8));
    this.#hold(vector);
    return undefined;
  }

  /** A masked vector is pending once, however often it was raised. */
  #hold(vector: number): void {
    if (this.#held.has(vector)) return;
    const timer = setTimeout(() => {
      this.#held.delete(vector);
      this.#raise(vector);
    }, maskedRetryMs);
    this.#held.set(vector, timer);
  }

  #lower(vector: number): void {
    if (!this.#asserted.delete(vector)) return;
    if (this.#asserted.size === 0) this.#bus.setLine?.(false);
  }
}
