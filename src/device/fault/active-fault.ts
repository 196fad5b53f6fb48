import type { RegisterSpan } from '../register/register-names.ts';
import { faultCatalogue, type FaultTarget } from './fault-catalogue.ts';
import type { FaultHit, FaultReport, FaultSpec } from './fault-spec.ts';
import { decider } from './trigger.ts';

/** Something that passes between a device and its machine. */
export type Passing =
  | { readonly kind: 'read' | 'write'; readonly bar: number; readonly offset: number; readonly length: number; readonly registers: readonly RegisterSpan[] }
  | { readonly kind: 'dma'; readonly direction: 'read' | 'write'; readonly address: bigint; readonly length: number }
  | { readonly kind: 'interrupt'; readonly vector: number };

/** A fault in force: counts what it could hit, and says when it does. */
export class ActiveFault {
  readonly spec: FaultSpec;
  readonly #target: FaultTarget;
  readonly #decide: (count: number) => boolean;
  #counted = 0;
  #fired = 0;
  #first: FaultHit | undefined;
  #last: FaultHit | undefined;
  #isCleared = false;

  constructor(spec: FaultSpec) {
    this.spec = spec;
    this.#target = faultCatalogue[spec.effect.kind].target;
    this.#decide = decider(spec.trigger);
  }

  /** It has hit once; what lasts until it is cleared (a link that is down) begins with that. */
  get hasFired(): boolean {
    return this.#fired > 0;
  }

  get report(): FaultReport {
    return {
      id: this.spec.id,
      text: this.spec.text,
      fired: this.#fired,
      counted: this.#counted,
      ...(this.#first === undefined ? {} : { first: this.#first }),
      ...(this.#last === undefined ? {} : { last: this.#last }),
      isCleared: this.#isCleared,
    };
  }

  get isCleared(): boolean {
    return this.#isCleared;
  }

  /** Counts an access that is for it, and says whether this one is hit. */
  hits(passing: Passing, atUs: number): boolean {
    if (this.#isCleared || !this.#counts(passing)) return false;
    this.#counted++;
    if (!this.#decide(this.#counted)) return false;
    this.#note({ atUs, access: describePassing(passing) });
    return true;
  }

  /** What it broke works again; what it did stays known. */
  clear(): void {
    this.#isCleared = true;
  }

  #note(hit: FaultHit): void {
    this.#fired++;
    this.#first ??= hit;
    this.#last = hit;
  }

  #counts(passing: Passing): boolean {
    if (this.#target !== 'any' && this.#target !== passing.kind) return false;
    const { register, bar, range, vector, direction } = this.spec.filter;
    switch (passing.kind) {
      case 'interrupt':
        return (vector === undefined || vector === passing.vector) && register === undefined && bar === undefined && range === undefined;
      case 'dma':
        return (direction === undefined || direction === passing.direction) && register === undefined && bar === undefined && range === undefined;
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
      return `DMA ${passing.direction} of ${passing.length} bytes ${passing.direction === 'read' ? 'from' : 'to'} 0x${passing.address.toString(16)}`;
    case 'read':
    case 'write':
      return `${passing.kind} of ${passing.registers.map(({ name }) => name).join(', ') || `bar ${passing.bar} at 0x${passing.offset.toString(16)}`}`;
  }
}
