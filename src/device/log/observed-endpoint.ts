import { DmaError } from '../instance/dma.ts';
import type { BarAccess, Endpoint, Upstream } from '../pci/endpoint.ts';
import type { RegisterNames } from '../register/bar-map.ts';
import { hex, valueOf } from '../register/bits.ts';
import type { AccessLog } from './access-log.ts';
import type { CoverageCounter } from './coverage.ts';

export interface Observation {
  readonly endpoint: Endpoint;
  readonly names: RegisterNames;
  readonly log: AccessLog;
  readonly coverage: CoverageCounter;
  readonly nowUs: () => number;
}

/** Accesses longer than a processor makes are shortened in the log. */
const maxLoggedBytes = 8;

/**
 * Logs everything that passes between a machine and a device, with the effects of faults, because it is on the
 * machine's side.
 */
export class ObservedEndpoint implements Endpoint {
  readonly #seen: Observation;

  constructor(seen: Observation) {
    this.#seen = seen;
  }

  attach(upstream: Upstream): void {
    this.#seen.endpoint.attach({
      ...upstream,
      dmaRead: (address, length) => this.#dma('read', address, length, () => upstream.dmaRead(address, length)),
      dmaWrite: (address, bytes) => this.#dma('write', address, bytes.length, () => upstream.dmaWrite(address, bytes)),
    });
  }

  read(access: BarAccess): Buffer | Promise<Buffer> {
    const answer = this.#seen.endpoint.read(access);
    if (!(answer instanceof Promise)) return this.#note('read', access, answer);
    return answer.then((bytes) => this.#note('read', access, bytes));
  }

  write(access: BarAccess, bytes: Buffer): void {
    // Logged before its effects.
    this.#note('write', access, bytes);
    this.#seen.endpoint.write(access, bytes);
  }

  reset(): void {
    this.#seen.log.record({ kind: 'reset' });
    this.#seen.endpoint.reset();
  }

  #note(kind: 'read' | 'write', { bar, offset, length }: BarAccess, bytes: Buffer): Buffer {
    const spans = this.#seen.names.at(bar, offset, length);
    this.#seen.coverage.access(kind, spans, bytes);
    const value = length === 4 ? bytes.readUInt32LE() : valueOf(bytes.subarray(0, maxLoggedBytes));
    this.#seen.log.recordAccess({ kind, bar, offset, length, spans, value });
    return bytes;
  }

  async #dma<T>(direction: 'read' | 'write', address: bigint, length: number, transfer: () => Promise<T>): Promise<T> {
    const { nowUs, log, coverage } = this.#seen;
    const startedUs = nowUs();
    coverage.dma(direction, length);
    const note = (outcome: 'done' | DmaError['reason']): void =>
      log.record({ kind: 'dma', direction, address: hex(address), length, outcome, tookUs: nowUs() - startedUs });
    try {
      const result = await transfer();
      note('done');
      return result;
    } catch (error) {
      if (error instanceof DmaError) note(error.reason);
      throw error;
    }
  }
}
