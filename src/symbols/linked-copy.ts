import { type ElfSection, readElfFile } from '../binary/elf-sections.ts';
import { symbolBytes } from '../binary/elf-symbols.ts';
import { bytesOf } from '../binary/read-bytes.ts';
import { applyRelocation, operationsOf, type RelocationOperations } from './relocation.ts';

/** A module laid out as if it were loaded, for readers that cannot distinguish its sections. */
export interface LinkedCopy {
  readonly content: Buffer;
  /** The address of each section, by index. */
  readonly baseOf: (section: ElfSection) => bigint;
}

const allocated = 2;
const relocationsType = 4;
const relocationBytes = 24;
const linkedType = 2;
const firstBase = 0x10000000;
const pageBytes = 4096;

/**
 * Assigns an address to every section and writes the addresses into the debug information. Undefined: the debug
 * information needs unknown relocations, or is damaged.
 */
export function linkedCopy(file: Buffer): LinkedCopy | undefined {
  const { header, sections = [] } = readElfFile(bytesOf(file)) ?? {};
  const operations = header && operationsOf(header.machine);
  const bases = layOut(sections);
  if (operations === undefined || bases === undefined) return undefined;
  const content = Buffer.from(file);
  for (const [index, base] of bases) content.writeBigUInt64LE(base, (sections[index]?.headerOffset ?? 0) + 16);
  for (const table of sections.filter(
    (section) => section.type === relocationsType && section.name.startsWith('.rela.debug_'),
  )) {
    if (!relocate(content, { table, sections, bases, operations })) return undefined;
    // These relocations are applied, and must not be applied again.
    content.writeUInt32LE(0, table.headerOffset + 4);
  }
  content.writeUInt16LE(linkedType, 16);
  return { content, baseOf: ({ index }) => bases.get(index) ?? 0n };
}

/** Undefined: a damaged file's sections, which fill more than there are addresses. */
function layOut(sections: readonly ElfSection[]): ReadonlyMap<number, bigint> | undefined {
  const bases = new Map<number, bigint>();
  let next = firstBase;
  for (const { index, flags, sizeBytes } of sections) {
    if ((flags & allocated) === 0) continue;
    bases.set(index, BigInt(next));
    // One byte more, so that the end of a section is not the start of the next.
    next += Math.ceil((sizeBytes + 1) / pageBytes) * pageBytes;
    if (next > Number.MAX_SAFE_INTEGER) return undefined;
  }
  return bases;
}

interface Relocations {
  readonly table: ElfSection;
  readonly sections: readonly ElfSection[];
  readonly bases: ReadonlyMap<number, bigint>;
  readonly operations: RelocationOperations;
}

function relocate(content: Buffer, { table, sections, bases, operations }: Relocations): boolean {
  const symbols = sections[table.link];
  const target = sections[table.info];
  if (symbols === undefined || target === undefined || table.offset + table.sizeBytes > content.length) return false;
  for (let at = table.offset; at + relocationBytes <= table.offset + table.sizeBytes; at += relocationBytes) {
    const place = target.offset + Number(content.readBigUInt64LE(at));
    const type = content.readUInt32LE(at + 8);
    const symbolAt = symbols.offset + content.readUInt32LE(at + 12) * symbolBytes;
    if (symbolAt + symbolBytes > content.length || place + 8 > content.length) return false;
    const base = bases.get(content.readUInt16LE(symbolAt + 6)) ?? 0n;
    const value = BigInt.asUintN(64, base + content.readBigUInt64LE(symbolAt + 8) + content.readBigInt64LE(at + 16));
    const operation = operations[type];
    if (operation === undefined) return false;
    applyRelocation(content, { place, value, operation });
  }
  return true;
}
