/** Reads these bytes of a file; less at its end. */
export type ReadBytes = (offset: number, lengthBytes: number) => Buffer;

export interface ElfSection {
  readonly index: number;
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly link: number;
  /** Where its header lies in the file. */
  readonly headerOffset: number;
}

export interface ElfSymbol {
  readonly name: string;
  /** In a module relative to its section, else an address. */
  readonly value: bigint;
  readonly sizeBytes: number;
  /** Index of its section. */
  readonly section: number;
  readonly isCode: boolean;
  /** To the next symbol of its section, which is what the kernel prints as size; undefined for the last one. */
  readonly spanBytes: number | undefined;
}

/** A module, or a kernel: what is needed to find a function in it. Little-endian, 64 bits. */
export interface ElfObject {
  /** A module as it is before it is loaded: every section begins at 0. */
  readonly isRelocatable: boolean;
  readonly sections: readonly ElfSection[];
  /** Functions, and labels that may be some. */
  readonly codeByName: ReadonlyMap<string, readonly ElfSymbol[]>;
}

const symbolTableType = 2;
const headerBytes = 64;
const sectionHeaderBytes = 64;
const symbolBytes = 24;
/** Far beyond any kernel's; a damaged file may claim anything. */
const maxTableBytes = 256 * 1024 * 1024;

/** Undefined: no such file, or damaged. */
export function readElfObject(read: ReadBytes): ElfObject | undefined {
  const sections = readElfSections(read);
  if (sections === undefined) return undefined;
  const table = sections.find(({ type }) => type === symbolTableType);
  const names = table && sections[table.link];
  const symbols =
    table === undefined || names === undefined ? [] : readSymbols(content(read, table), content(read, names));
  return { isRelocatable: read(0, headerBytes).readUInt16LE(16) === 1, sections, codeByName: indexCode(symbols) };
}

/** The sections alone. Undefined: no ELF file of 64 bits, or damaged. */
export function readElfSections(read: ReadBytes): readonly ElfSection[] | undefined {
  const header = read(0, headerBytes);
  if (header.length < headerBytes || header.readUInt32BE(0) !== 0x7f454c46 || header[4] !== 2 || header[5] !== 1)
    return undefined;
  const count = header.readUInt16LE(60);
  const tableOffset = Number(header.readBigUInt64LE(40));
  const table = read(tableOffset, count * sectionHeaderBytes);
  if (header.readUInt16LE(58) !== sectionHeaderBytes || count === 0 || table.length < count * sectionHeaderBytes)
    return undefined;
  const unnamed = Array.from({ length: count }, (_, index) => readSection(table, index, tableOffset));
  const nameTable = unnamed[header.readUInt16LE(62)];
  const names = nameTable === undefined ? Buffer.alloc(0) : content(read, nameTable);
  return unnamed.map(({ nameOffset, ...section }) => ({ ...section, name: textAt(names, nameOffset) }));
}

function readSection(
  table: Buffer,
  index: number,
  tableOffset: number,
): Omit<ElfSection, 'name'> & { readonly nameOffset: number } {
  const at = index * sectionHeaderBytes;
  return {
    index,
    nameOffset: table.readUInt32LE(at),
    type: table.readUInt32LE(at + 4),
    flags: Number(table.readBigUInt64LE(at + 8)),
    offset: Number(table.readBigUInt64LE(at + 24)),
    sizeBytes: Number(table.readBigUInt64LE(at + 32)),
    link: table.readUInt32LE(at + 40),
    headerOffset: tableOffset + at,
  };
}

export function content(read: ReadBytes, { offset, sizeBytes }: ElfSection | Omit<ElfSection, 'name'>): Buffer {
  return read(offset, Math.min(sizeBytes, maxTableBytes));
}

/** Functions and labels without a type, of sections that are in the file. */
const codeTypes: ReadonlySet<number> = new Set([0, 2, 10]);
const firstReservedSection = 0xff00;

type PlainSymbol = Omit<ElfSymbol, 'spanBytes'>;

function readSymbols(table: Buffer, names: Buffer): readonly PlainSymbol[] {
  const count = Math.floor(table.length / symbolBytes);
  return Array.from({ length: count }, (_, index) => readSymbol(table, index * symbolBytes, names)).filter(
    // The kernel does not list what marks code from data, either.
    ({ name, section }) => name !== '' && !/^(?:\$|\.L)/.test(name) && section > 0 && section < firstReservedSection,
  );
}

function readSymbol(table: Buffer, at: number, names: Buffer): PlainSymbol {
  return {
    name: textAt(names, table.readUInt32LE(at)),
    isCode: codeTypes.has(table.readUInt8(at + 4) & 0xf),
    section: table.readUInt16LE(at + 6),
    value: table.readBigUInt64LE(at + 8),
    sizeBytes: Number(table.readBigUInt64LE(at + 16)),
  };
}

function indexCode(symbols: readonly PlainSymbol[]): ReadonlyMap<string, readonly ElfSymbol[]> {
  const byName = new Map<string, ElfSymbol[]>();
  let next: PlainSymbol | undefined;
  let spanEnd: PlainSymbol | undefined;
  // From the end, so that the next one is known; symbols of one address reach equally far.
  for (const symbol of [...symbols].sort(
    (one, other) => other.section - one.section || Number(other.value - one.value),
  )) {
    if (next === undefined || next.section !== symbol.section) spanEnd = undefined;
    else if (next.value !== symbol.value) spanEnd = next;
    next = symbol;
    if (!symbol.isCode) continue;
    const spanBytes = spanEnd === undefined ? undefined : Number(spanEnd.value - symbol.value);
    byName.set(symbol.name, [...(byName.get(symbol.name) ?? []), { ...symbol, spanBytes }]);
  }
  return byName;
}

function textAt(names: Buffer, offset: number): string {
  const end = names.indexOf(0, offset);
  return names.toString('latin1', offset, end < 0 ? names.length : end);
}
