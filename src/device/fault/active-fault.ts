import { bounds } from '../../bounds/bounds.ts';
import { cutText } from '../../bounds/cut-text.ts';
import type { RegisterSpan } from '../register/bar-map.ts';
import { bytesOf, valueOf } from '../register/bits.ts';
import { faultCatalogue, type FaultTarget } from './fault-catalogue.ts';
import type { FaultReport, FaultSpec } from './fault-spec.ts';
import { FaultCounter } from './trigger.ts';

/**
 * What a guest sees of a read that faults have hit: of the registers they name, or of the whole access where they name
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

/** `start`: where these bytes begin in the register, since stuck bits are numbered there. */
function distortSpan(bytes: Buffer, start: number, effect: ActiveFault['spec']['effect']): void {
  if (effect.kind === 'read-ones') bytes.fill(0xff);
  if (effect.kind !== 'read-stuck') return;
  const stuck = effect.bits >> BigInt(8 * start);
  const value = valueOf(bytes);
  bytesOf(effect.at === 1 ? value | stuck : value & ~stuck, bytes.length).copy(bytes);
}

/** What arrives of a transfer. What is cut off a read is 0 in the device: its length was the device's own choice. */
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

/** Something that passes between a device and its machine. */
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

/** A fault in force: counts what it could hit, and says when it does. */
export class ActiveFault {
  readonly spec: FaultSpec;
  readonly #target: FaultTarget;
  readonly #counter: FaultCounter;

  constructor(spec: FaultSpec) {
    this.spec = spec;
    this.#target = faultCatalogue[spec.effect.kind].target;
    this.#counter = new FaultCounter(spec);
  }

  /** It has hit once; what lasts until it is cleared (a link that is down) begins with that. */
  get hasFired(): boolean {
    return this.#counter.hasFired;
  }

  get report(): FaultReport {
    return this.#counter.report;
  }

  get isCleared(): boolean {
    return this.#counter.isCleared;
  }

  /** Counts an access that is for it, and says whether this one is hit. */
  hits(passing: Passing, atUs: number): boolean {
    if (this.isCleared || !this.#counts(passing)) return false;
    return this.#counter.hits(() => ({ atUs, access: describePassing(passing) }));
  }

  /** What it broke works again; what it did stays known. */
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
      return `${passing.kind} of ${names || `bar ${passing.bar} at 0x${passing.offset.toString(16)}`}`;
  }
}
