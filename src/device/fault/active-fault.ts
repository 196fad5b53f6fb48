import { bytesOf, valueOf } from '../register/bits.ts';
import type { FaultTarget } from './catalogue/fault-description.ts';
import { faultCatalogue } from './fault-catalogue.ts';
import type { FaultEffect, FaultFilter, FaultHit, FaultReport, FaultSpec } from './fault-spec.ts';
import { describePassing, type ExchangePassing, type Passing, type RegisterPassing } from './passing.ts';
import { FaultCounter } from './trigger.ts';

/**
 * The result of a read that faults have hit: they affect the registers that they name, or the whole access if they name
 * none.
 */
export function distortRead(bytes: Buffer, { registers }: RegisterPassing, hits: readonly ActiveFault[]): Buffer {
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

/** An active fault: counts the accesses that it could hit, and decides which it hits. */
export class ActiveFault {
  readonly spec: FaultSpec;
  readonly #targets: readonly FaultTarget[];
  readonly #counter: FaultCounter;
  /** By the name of what passes: how many more of it are hit. */
  readonly #burst = new Map<string, number>();

  constructor(spec: FaultSpec) {
    this.spec = spec;
    this.#targets = faultCatalogue[spec.effect.kind].targets;
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
    const describe = (): FaultHit => ({ atUs, access: describePassing(passing) });
    if (this.#isInBurst(passing)) {
      this.#counter.again(describe());
      return true;
    }
    const isHit = this.#counter.hits(describe);
    if (isHit) this.#startBurst(passing);
    return isHit;
  }

  #startBurst(passing: Passing): void {
    const { effect } = this.spec;
    if (effect.kind === 'io-error' && 'name' in passing) this.#burst.set(passing.name, effect.times - 1);
  }

  #isInBurst(passing: Passing): boolean {
    const left = 'name' in passing ? (this.#burst.get(passing.name) ?? 0) : 0;
    if (left > 0 && 'name' in passing) this.#burst.set(passing.name, left - 1);
    return left > 0;
  }

  /** Ends the fault's effect; its report remains. */
  clear(): void {
    this.#counter.clear();
  }

  #counts(passing: Passing): boolean {
    if (!this.#targets.includes('any') && !this.#targets.includes(passing.kind)) return false;
    const { effect, filter } = this.spec;
    if (passing.kind === 'message' && !isInMessage(effect, passing)) return false;
    return filterKeys(filter).every((key) => matches[key](filter, passing));
  }
}

/**
 * Whether a message has what the fault would change. A byte that is not there cannot be refused; what is read is
 * acknowledged by the machine; and only a read can read what is stuck.
 */
function isInMessage(effect: FaultEffect, { direction, length }: ExchangePassing): boolean {
  if (effect.kind === 'nak' && effect.byte !== undefined) return direction === 'out' && length >= effect.byte;
  if (effect.kind === 'read-stuck') return direction === 'in';
  return true;
}

type FilterKey = keyof FaultFilter;

function filterKeys(filter: FaultFilter): readonly FilterKey[] {
  return (Object.keys(filter) as FilterKey[]).filter((key) => filter[key] !== undefined);
}

/** Whether something passes a filter that is set. An access without such a part is not meant. */
const matches: Readonly<Record<FilterKey, (filter: FaultFilter, passing: Passing) => boolean>> = {
  register: ({ register }, passing) =>
    'registers' in passing
      ? passing.registers.some(({ name }) => name === register)
      : (passing.kind === 'message' || passing.kind === 'exchange') && passing.name === register,
  bar: ({ bar }, passing) => 'bar' in passing && passing.bar === bar,
  range: ({ range }, passing) =>
    'bar' in passing &&
    range !== undefined &&
    passing.offset <= range.to &&
    passing.offset + passing.length > range.from,
  vector: ({ vector }, passing) => passing.kind === 'interrupt' && passing.vector === vector,
  direction: ({ direction }, passing) => 'direction' in passing && passing.direction === direction,
  endpoint: ({ endpoint }, passing) => passing.kind === 'transfer' && passing.name === endpoint,
  request: ({ request }, passing) => passing.kind === 'transfer' && passing.name === request,
  command: ({ command }, passing) => passing.kind === 'exchange' && passing.name === command,
  line: ({ line }, passing) => passing.kind === 'line' && passing.name === line,
};
