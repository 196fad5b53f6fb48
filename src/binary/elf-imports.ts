import { readElfFile, sectionContent } from './elf-sections.ts';
import { symbolBytes } from './elf-symbols.ts';
import { type ReadBytes, textAt } from './read-bytes.ts';

const symbolTableType = 2;
const maxImports = 20_000;
const maxNameBytes = 512;

/** The undefined symbols of a kernel module: everything that it can call or use and does not have itself. */
export function readElfImports(read: ReadBytes): readonly string[] {
  const sections = readElfFile(read)?.sections ?? [];
  const table = sections.find(({ type }) => type === symbolTableType);
  const names = table && sections[table.link];
  if (table === undefined || names === undefined) return [];
  return importsIn(sectionContent(read, table), sectionContent(read, names));
}

function importsIn(table: Buffer, names: Buffer): readonly string[] {
  const imports = new Set<string>();
  for (let at = 0; at + symbolBytes <= table.length && imports.size < maxImports; at += symbolBytes) {
    if (table.readUInt16LE(at + 6) !== 0) continue;
    const name = textAt(names, table.readUInt32LE(at), maxNameBytes);
    if (name !== '') imports.add(name);
  }
  return [...imports];
}
