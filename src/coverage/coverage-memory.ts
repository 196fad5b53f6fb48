import { bounds } from '../bounds/bounds.ts';
import type { CoveredModule } from './covered-module.ts';
import { type LoadedPlace, toPages } from './module-layout.ts';

/** What a guest recorded of one module. The other half of this layout is guest/coverage/coverage.c. */
export interface CoverageRecord {
  readonly name: string;
  readonly textBytes: number;
  readonly initBytes: number;
  /** A bit for each byte of its code, then one for each byte of what runs once. */
  readonly bits: Buffer;
}

export interface CoverageMemory {
  readonly records: readonly CoverageRecord[];
  /** Modules for which the guest had no room. */
  readonly lost: number;
}

const magic = 'qdt-coverage\0\0\0\0';
const layout = 1;
const headBytes = 32;
const recordBytes = 80;
const nameBytes = 64;
const wordBytes = 8;

/**
 * Reads the memory in which a guest recorded what ran. The guest can have written anything into it: a record that
 * reaches outside is left out. Undefined: it is no such memory.
 */
export function readCoverageMemory(memory: Buffer): CoverageMemory | undefined {
  if (memory.length < headBytes || memory.toString('latin1', 0, 16) !== magic) return undefined;
  if (memory.readUInt32LE(16) !== layout) return undefined;
  const count = Math.min(memory.readUInt32LE(24), bounds.coverage.modules);
  const records = Array.from({ length: count }, (_, index) => recordAt(memory, headBytes + index * recordBytes));
  return { records: records.filter((record) => record !== undefined), lost: memory.readUInt32LE(28) };
}

function recordAt(memory: Buffer, at: number): CoverageRecord | undefined {
  if (at + recordBytes > memory.length) return undefined;
  const name = memory.toString('latin1', at, at + nameBytes).split('\0', 1)[0] ?? '';
  const textBytes = memory.readUInt32LE(at + nameBytes);
  const initBytes = memory.readUInt32LE(at + nameBytes + 4);
  const start = memory.readUInt32LE(at + nameBytes + 8);
  const end = start + bitsFor(textBytes) + bitsFor(initBytes);
  if (end > memory.length) return undefined;
  return { name, textBytes, initBytes, bits: memory.subarray(start, end) };
}

/** Bytes of the bits for so much code: whole words. */
function bitsFor(codeBytes: number): number {
  return Math.ceil(codeBytes / (8 * wordBytes)) * wordBytes;
}

/**
 * The indices of the points that ran. Only a module that is laid out like this one counts, and only real points: a
 * forged bit is at most one of them.
 */
export function reachedPoints(module: CoveredModule, { records }: CoverageMemory): ReadonlySet<number> {
  const reached = new Set<number>();
  for (const record of records) {
    if (record.name !== module.name || !isLaidOutLike(module, record)) continue;
    for (const [index, point] of module.points.entries()) if (isSet(record, point)) reached.add(index);
  }
  return reached;
}

function isLaidOutLike(module: CoveredModule, record: CoverageRecord): boolean {
  const [text, init] = [toPages(record.textBytes), toPages(record.initBytes)];
  if (module.grows) return text >= module.textBytes && init >= module.initBytes;
  return text === module.textBytes && init === module.initBytes;
}

function isSet({ bits, textBytes }: CoverageRecord, { part, offset }: LoadedPlace): boolean {
  const byte = (part === 'text' ? 0 : bitsFor(textBytes)) + (offset >> 3);
  return ((bits[byte] ?? 0) & (1 << (offset & 7))) !== 0;
}

/** The lines that run with these points, by file. */
export function linesOf(module: CoveredModule, reached: ReadonlySet<number>): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const [file, lines] of module.lines) {
    const ran = [...lines].filter(([, points]) => points.some((point) => reached.has(point))).map(([line]) => line);
    if (ran.length > 0) found.set(file, ran);
  }
  return found;
}
