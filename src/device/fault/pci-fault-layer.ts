import { DmaError } from '../instance/dma.ts';
import type { BarAccess, Endpoint, Upstream } from '../pci/endpoint.ts';
import type { RegisterNames } from '../register/bar-map.ts';
import { type ActiveFault, distortDma, distortRead } from './active-fault.ts';
import type { FaultGate } from './fault-gate.ts';
import { InterruptFaults } from './interrupt-faults.ts';
import type { Passing, RegisterPassing } from './passing.ts';

export interface PciFaultOptions {
  readonly endpoint: Endpoint;
  readonly gate: FaultGate;
  readonly names: RegisterNames;
  /** Calls later, on the device's own clock. */
  readonly after: (delayUs: number, call: () => void) => unknown;
  /** Resolves later, on the clock for late answers. */
  readonly wait: (delayUs: number) => Promise<void>;
}

/** Applies faults to what passes between a model with registers and its machine. The model does not notice. */
export class PciFaultLayer implements Endpoint {
  readonly #options: PciFaultOptions;
  readonly #interrupts: InterruptFaults;

  constructor(options: PciFaultOptions) {
    this.#options = options;
    this.#interrupts = new InterruptFaults(options);
  }

  attach(upstream: Upstream): void {
    this.#options.endpoint.attach({
      dmaRead: async (address, length) =>
        await this.#dma({ kind: 'dma', direction: 'read', address, length }, async (hits) =>
          distortDma(await upstream.dmaRead(misdirect(address, hits), length), hits, 'pad'),
        ),
      dmaWrite: async (address, bytes) =>
        await this.#dma(
          { kind: 'dma', direction: 'write', address, length: bytes.length },
          async (hits) => await writeWhatIsLeft(upstream, misdirect(address, hits), distortDma(bytes, hits, 'cut')),
        ),
      raise: (vector) =>
        this.#interrupts.raise(
          vector,
          () => upstream.raise(vector),
          () => (upstream.again ?? upstream.raise)(vector),
        ),
      lower: (vector) => {
        this.#interrupts.lower(vector);
        upstream.lower(vector);
      },
    });
  }

  read(access: BarAccess): Buffer | Promise<Buffer> {
    if (this.#options.gate.isUntouched) return this.#options.endpoint.read(access);
    const passing = this.#passing('read', access);
    if (this.#options.gate.isCut(passing)) return Buffer.alloc(access.length, 0xff);
    const hits = this.#options.gate.hits(passing);
    const lateUs = hits.reduce((sum, { spec: { effect } }) => sum + (effect.kind === 'read-late' ? effect.byUs : 0), 0);
    const answer = (): Buffer | Promise<Buffer> => {
      const seen = this.#options.endpoint.read(access);
      return seen instanceof Promise
        ? seen.then((bytes) => distortRead(bytes, passing, hits))
        : distortRead(seen, passing, hits);
    };
    return lateUs === 0 ? answer() : this.#options.wait(lateUs).then(answer);
  }

  write(access: BarAccess, bytes: Buffer): void {
    if (!this.#options.gate.isUntouched) {
      const passing = this.#passing('write', access);
      if (this.#options.gate.isCut(passing) || this.#options.gate.hits(passing).length > 0) return;
    }
    this.#options.endpoint.write(access, bytes);
  }

  reset(): void {
    if (!this.#options.gate.isClosed) this.#options.endpoint.reset();
  }

  #passing(kind: 'read' | 'write', { bar, offset, length }: BarAccess): RegisterPassing {
    return { kind, bar, offset, length, registers: this.#options.names.at(bar, offset, length) };
  }

  async #dma<T>(passing: Passing, transfer: (hits: readonly ActiveFault[]) => Promise<T>): Promise<T> {
    if (this.#options.gate.isCut(passing)) throw new DmaError('failed', 'the link to the machine is down');
    const hits = this.#options.gate.hits(passing);
    const failing = hits.find(({ spec }) => spec.effect.kind === 'dma-fail');
    if (failing !== undefined) throw new DmaError('failed', `the fault ${failing.spec.id}`);
    if (hits.some(({ spec }) => spec.effect.kind === 'dma-hang')) return await new Promise<never>(() => undefined);
    return await transfer(hits);
  }
}

function misdirect(address: bigint, hits: readonly ActiveFault[]): bigint {
  return hits.reduce(
    (sum, { spec: { effect } }) => (effect.kind === 'dma-misdirect' ? BigInt.asUintN(64, sum + effect.by) : sum),
    address,
  );
}

async function writeWhatIsLeft(upstream: Upstream, address: bigint, bytes: Buffer): Promise<void> {
  if (bytes.length > 0) await upstream.dmaWrite(address, bytes);
}
