import type { Interrupts } from '../definition/definition.ts';
import type { Register } from '../definition/register.ts';
import type { RegisterSpan } from '../register/bar-map.ts';
import { fieldMask, valueOf } from '../register/bits.ts';
import type {
  DmaCoverage,
  ExchangeCoverage,
  FieldCoverage,
  HardwareCoverage,
  RegisterCoverage,
} from './hardware-coverage.ts';

interface FieldCount {
  readonly mask: bigint;
  reads: number;
  writtenZero: number;
  writtenNonZero: number;
}

interface RegisterCount {
  reads: number;
  writes: number;
  readonly fields: Readonly<Record<string, FieldCount>>;
  /** The same, for each access. */
  readonly counts: readonly FieldCount[];
}

/** The parts of a device that are counted. */
export interface Countable {
  /** Registers and memories, as in the BARs of a PCI device. */
  readonly places: readonly {
    readonly registers?: Readonly<Record<string, Pick<Register, 'fields'>>>;
    readonly memory?: Readonly<Record<string, unknown>>;
  }[];
  /** The names of the interrupts, by number. */
  readonly vectors: readonly string[];
  /** Names of what is exchanged: endpoints, control requests, frames. */
  readonly exchanges: readonly string[];
  /** Lines of a device that has other exchanges, or registers. */
  readonly lines?: readonly string[];
  readonly hasDma?: boolean;
}

/** A vector without a name has its number. */
export function vectorNames({ msi = 0, msix, intx, names = [] }: Interrupts): readonly string[] {
  const vectors = Math.max(msi, msix?.vectors ?? 0, intx === true ? 1 : 0);
  return Array.from({ length: vectors }, (_, vector) => names[vector] ?? String(vector));
}

/** Counts accesses. Its size depends only on the model. */
export class CoverageCounter {
  readonly #registers: ReadonlyMap<string, RegisterCount>;
  readonly #interrupts: Map<string, number>;
  readonly #exchanges: ReadonlyMap<string, { count: number; bytes: number }>;
  readonly #dma: { reads: number; writes: number; bytes: number } | undefined;
  readonly #vectorNames: readonly string[];
  /** Whether the model names what is exchanged. */
  readonly #areDeclared: boolean;
  #unmapped = 0;

  constructor({ places, vectors, exchanges, lines = [], hasDma = false }: Countable) {
    this.#registers = new Map(placesOf(places));
    this.#vectorNames = vectors;
    this.#interrupts = new Map(vectors.map((name) => [name, 0]));
    this.#exchanges = new Map([...exchanges, ...lines].map((name) => [name, { count: 0, bytes: 0 }]));
    this.#areDeclared = exchanges.length > 0;
    this.#dma = hasDma ? { reads: 0, writes: 0, bytes: 0 } : undefined;
  }

  access(kind: 'read' | 'write', spans: readonly RegisterSpan[], bytes: Buffer): void {
    if (spans.length === 0) this.#unmapped++;
    for (const { name, start, skip, length } of spans) {
      const count = this.#registers.get(name);
      if (count === undefined) continue;
      count[kind === 'read' ? 'reads' : 'writes']++;
      if (count.counts.length === 0) continue;
      const touched = ((1n << BigInt(8 * length)) - 1n) << BigInt(8 * start);
      const value = valueOf(bytes.subarray(skip, skip + Math.min(length, 8))) << BigInt(8 * start);
      for (const field of count.counts) if ((field.mask & touched) !== 0n) countField(field, kind, value);
    }
  }

  dma(direction: 'read' | 'write', length: number): void {
    if (this.#dma === undefined) return;
    this.#dma[direction === 'read' ? 'reads' : 'writes']++;
    this.#dma.bytes += length;
  }

  interrupt(vector: number): void {
    const name = this.#vectorNames[vector] ?? String(vector);
    this.#interrupts.set(name, (this.#interrupts.get(name) ?? 0) + 1);
  }

  /**
   * An exchange that came to its end. One of what the model does not declare is unmapped, unless all that it has are
   * registers, which are counted for themselves.
   */
  exchange(name: string, bytes: number): void {
    const count = this.#exchanges.get(name);
    if (count !== undefined) {
      count.count++;
      count.bytes += bytes;
    } else if (this.#areDeclared && !this.#registers.has(name)) this.#unmapped++;
  }

  /** The last exchange of this name has gone on. */
  moreOfExchange(name: string, bytes: number): void {
    const count = this.#exchanges.get(name);
    if (count !== undefined) count.bytes += bytes;
  }

  get coverage(): HardwareCoverage {
    const registers = [...this.#registers].map(([name, { reads, writes, fields }]) => {
      const counted = Object.entries(fields).map(
        ([field, { reads: read, writtenZero, writtenNonZero }]) =>
          [field, { reads: read, writtenZero, writtenNonZero }] as const,
      );
      return [name, { reads, writes, fields: Object.fromEntries(counted) }] as const;
    });
    return {
      registers: Object.fromEntries(registers),
      interrupts: Object.fromEntries(this.#interrupts),
      ...(this.#dma === undefined ? {} : { dma: { ...this.#dma } }),
      unmapped: this.#unmapped,
      ...(this.#exchanges.size === 0
        ? {}
        : { exchanges: Object.fromEntries([...this.#exchanges].map(([name, count]) => [name, { ...count }])) }),
    };
  }
}

function countField(field: FieldCount, kind: 'read' | 'write', value: bigint): void {
  if (kind === 'read') field.reads++;
  else if ((value & field.mask) === 0n) field.writtenZero++;
  else field.writtenNonZero++;
}

function* placesOf(places: Countable['places']): Iterable<[string, RegisterCount]> {
  for (const { registers = {}, memory = {} } of places) {
    for (const [name, register] of Object.entries(registers)) yield [name, uncounted(fieldsOf(register))];
    for (const name of Object.keys(memory)) yield [name, uncounted({})];
  }
}

function uncounted(fields: Readonly<Record<string, FieldCount>>): RegisterCount {
  return { reads: 0, writes: 0, fields, counts: Object.values(fields) };
}

function fieldsOf({ fields = {} }: Pick<Register, 'fields'>): Readonly<Record<string, FieldCount>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      { mask: fieldMask(field), reads: 0, writtenZero: 0, writtenNonZero: 0 },
    ]),
  );
}

/** The sum for two devices of one model. If their models differ, it contains everything that either declares. */
export function addCoverage(a: HardwareCoverage, b: HardwareCoverage): HardwareCoverage {
  return {
    registers: addEach(a.registers, b.registers, addRegisters),
    interrupts: addEach(a.interrupts, b.interrupts, (one, other) => one + other),
    ...addDma(a.dma, b.dma),
    unmapped: a.unmapped + b.unmapped,
    ...(a.exchanges === undefined && b.exchanges === undefined
      ? {}
      : { exchanges: addEach(a.exchanges ?? {}, b.exchanges ?? {}, addExchanges) }),
  };
}

function addDma(a: DmaCoverage | undefined, b: DmaCoverage | undefined): { readonly dma?: DmaCoverage } {
  const dma = a === undefined || b === undefined ? (a ?? b) : sumOf(a, b);
  return dma === undefined ? {} : { dma };
}

function sumOf(a: DmaCoverage, b: DmaCoverage): DmaCoverage {
  return { reads: a.reads + b.reads, writes: a.writes + b.writes, bytes: a.bytes + b.bytes };
}

function addExchanges(a: ExchangeCoverage, b: ExchangeCoverage): ExchangeCoverage {
  return { count: a.count + b.count, bytes: a.bytes + b.bytes };
}

function addRegisters(a: RegisterCoverage, b: RegisterCoverage): RegisterCoverage {
  return { reads: a.reads + b.reads, writes: a.writes + b.writes, fields: addEach(a.fields, b.fields, addFields) };
}

function addFields(a: FieldCoverage, b: FieldCoverage): FieldCoverage {
  return {
    reads: a.reads + b.reads,
    writtenZero: a.writtenZero + b.writtenZero,
    writtenNonZero: a.writtenNonZero + b.writtenNonZero,
  };
}

/** The names of `a` in order, then those that only `b` has. */
function addEach<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  add: (one: T, other: T) => T,
): Readonly<Record<string, T>> {
  const sums = new Map(Object.entries(a));
  for (const [name, value] of Object.entries(b)) {
    const sum = sums.get(name);
    sums.set(name, sum === undefined ? value : add(sum, value));
  }
  return Object.fromEntries(sums);
}
