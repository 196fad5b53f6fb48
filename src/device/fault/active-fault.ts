import { bounds } from '../../bounds/bounds.ts';
import { cutText } from '../../bounds/cut-text.ts';
import type { RegisterSpan } from '../register/bar-map.ts';
import { bytesOf, valueOf } from '../register/bits.ts';
import { faultCatalogue, type FaultTarget } from './fault-catalogue.ts';
import type { FaultReport, FaultSpec } from './fault-spec.ts';
import { FaultCounter } from './trigger.ts';

/**
 * The result of a read that faults have hit: they affect the registers that they name, or the whole access if they name
 * none.
 */
export function distortRead(
  bytes: Buffer,
  { registers }: Passing & { kind: 'read' | 'write' },
  hits: readonly ActiveFault[],
): Buffer {
  const seen = Buffer.from(bytes);
  for (const { spec } of hits) {
    const spans =
      spec.filter.register === undefined
        ? [{ start: 0, skip: 0, length: seen.length }]
        : registers.filter(({ name }) => name === spec.filter.register);
    for (const span of spans) distortSpan(seen.subarray(span.skip, span.skip + span.length), span.start, spec.effect);
  }
  return seen;
}

/** `start`: the position of these bytes in the register, because stuck bits are numbered there. */
function distortSpan(bytes: Buffer, start: number, effect: ActiveFault['spec']['effect']): void {
  if (effect.kind === 'read-ones') bytes.fill(0xff);
  if (effect.kind !== 'read-stuck') return;
  const stuck = effect.bits >> BigInt(8 * start);
  const value = valueOf(bytes);
  bytesOf(effect.at === 1 ? value | stuck : value & ~stuck, bytes.length).copy(bytes);
}

/** The data that arrives. The device reads 0 for a missing part, because it chose the length. */
export function distortDma(bytes: Buffer, hits: readonly ActiveFault[], missing: 'pad' | 'cut'): Buffer {
  let seen: Buffer = bytes;
  for (const { spec } of hits) {
    const { effect } = spec;
    if (effect.kind === 'dma-truncate' && effect.toBytes < seen.length) {
      const kept = seen.subarray(0, effect.toBytes);
      seen = missing === 'cut' ? kept : Buffer.concat([kept], seen.length);
    }
    if (effect.kind === 'dma-corrupt') {
      seen = Buffer.from(seen);
      const byte = seen[effect.byte];
      if (byte !== undefined) seen[effect.byte] = byte ^ effect.mask;
    }
  }
  return seen;
}

/** An exchange between a device and its machine. */
export type Passing =
  | {
      readonly kind: 'read' | 'write';
      readonly bar: number;
      readonly offset: number;
      readonly length: number;
      readonly registers: readonly RegisterSpan[];
    }
  | { readonly kind: 'dma'; readonly direction: 'read' | 'write'; readonly address: bigint; readonly length: number }
  | { readonly kind: 'interrupt'; readonly vector: number };

/** An active fault: counts the accesses that it could hit, and decides which it hits. */
export class ActiveFault {
  readonly spec: FaultSpec;
  readonly #target: FaultTarget;
  readonly #counter: FaultCounter;

  constructor(spec: FaultSpec) {
    this.spec = spec;
    this.#target = faultCatalogue[spec.effect.kind].target;
    this.#counter = new FaultCounter(spec);
  }

  /** It has hit at least once. Lasting effects (a link that is down) start then. */
  get hasFired(): boolean {
    return this.#counter.hasFired;
  }

  get report(): FaultReport {
    return this.#counter.report;
  }

  get isCleared(): boolean {
    return this.#counter.isCleared;
  }

  /** Counts a matching access, and returns whether it is hit. */
  hits(passing: Passing, atUs: number): boolean {
    if (this.isCleared || !this.#counts(passing)) return false;
    return this.#counter.hits(() => ({ atUs, access: describePassing(passing) }));
  }

  /** Ends the fault's effect; its report remains. */
  clear(): void {
    this.#counter.clear();
  }

  #counts(passing: Passing): boolean {
    if (this.#target !== 'any' && this.#target !== passing.kind) return false;
    const { register, bar, range, vector, direction } = this.spec.filter;
    switch (passing.kind) {
      case 'interrupt':
        return (
          (vector === undefined || vector === passing.vector) &&
          register === undefined &&
          bar === undefined &&
          range === undefined
        );
      case 'dma':
        return (
          (direction === undefined || direction === passing.direction) &&
          register === undefined &&
          bar === undefined &&
          range === undefined
        );
      case 'read':
      case 'write':
        return (
          (register === undefined || passing.registers.some(({ name }) => name === register)) &&
          (bar === undefined || bar === passing.bar) &&
          (range === undefined || (passing.offset <= range.to && passing.offset + passing.length > range.from))
        );
    }
  }
}

export function describePassing(passing: Passing): string {
  switch (passing.kind) {
    case 'interrupt':
      return `interrupt ${passing.vector}`;
    case 'dma':
      return (
        `DMA ${passing.direction} of ${passing.length} bytes ${passing.direction === 'read' ? 'from' : 'to'} ` +
        `0x${passing.address.toString(16)}`
      );
    case 'read':
    case 'write':
      const names = cutText(passing.registers.map(({ name }) => name).join(', '), bounds.deviceLog.textChars);
      const place = `bar${passing.bar}+0x${passing.offset.toString(16)}`;
      return `${passing.kind} of ${names === '' ? place : `${names} (${place})`}`;
  }
}
