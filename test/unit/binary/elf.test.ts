import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readElfHeader } from '../../../src/binary/elf-header.ts';
import { readElfImports } from '../../../src/binary/elf-imports.ts';
import { readElfNotes } from '../../../src/binary/elf-notes.ts';
import { readElfFile, sectionContent } from '../../../src/binary/elf-sections.ts';
import { type ElfSymbol, readElfSymbols } from '../../../src/binary/elf-symbols.ts';
import { bytesOf } from '../../../src/binary/read-bytes.ts';
import { linkedCopy } from '../../../src/symbols/linked-copy.ts';
import { randomOf } from '../../hostile/random.ts';
import { elfWithNotes } from '../provision/kernel-images.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

let built: Buffer | undefined;

/** A module with code, data and debug information. */
function builtObject(): Buffer {
  if (built !== undefined) return built;
  const directory = temporaryDirectory();
  writeFileSync(
    join(directory, 'm.c'),
    'int data = 1; const char text[] = "a text"; int first(void) { return data; } int second(void) { return first(); }',
  );
  execFileSync('gcc', ['-g', '-c', 'm.c', '-o', 'm.o'], { cwd: directory });
  built = readFileSync(join(directory, 'm.o'));
  return built;
}

function symbolsOf(file: Buffer): readonly ElfSymbol[] {
  const found = readElfFile(bytesOf(file));
  return found === undefined ? [] : readElfSymbols(bytesOf(file), found);
}

describe('an ELF file', () => {
  it('has sections by their names, with what is in them', () => {
    const found = readElfFile(bytesOf(builtObject()));
    expect(found?.header).toMatchObject({ bits: 64, isRelocatable: true, machine: 62 });
    const readOnly = found?.sections.find(({ name }) => name === '.rodata');
    expect(readOnly && sectionContent(bytesOf(builtObject()), readOnly).toString()).toBe('a text\0');
  });

  it('has functions and data in its sections', () => {
    const named = new Map(symbolsOf(builtObject()).map((symbol) => [symbol.name, symbol]));
    expect(named.get('first')).toMatchObject({ isCode: true, value: 0n });
    expect(named.get('second')).toMatchObject({ isCode: true, value: BigInt(named.get('first')?.sizeBytes ?? 0) });
    expect(named.get('data')).toMatchObject({ isCode: false, sizeBytes: 4 });
  });

  it('names what it imports', () => {
    const directory = temporaryDirectory();
    writeFileSync(
      join(directory, 'm.c'),
      'int there(void); extern int data; int here(void) { return there() + data; }',
    );
    execFileSync('gcc', ['-c', '-mcmodel=kernel', '-fno-pic', 'm.c', '-o', 'm.o'], { cwd: directory });
    expect([...readElfImports(bytesOf(readFileSync(join(directory, 'm.o'))))].sort()).toEqual(['data', 'there']);
    expect(readElfImports(bytesOf(Buffer.from('no ELF file')))).toEqual([]);
  });

  it.each([32, 64] as const)('of %i bits has notes', (bits) => {
    const notes = [
      { owner: 'GNU', type: 3 },
      { owner: 'Xen', type: 18 },
    ];
    expect(readElfNotes(bytesOf(elfWithNotes(notes, bits)))).toEqual(notes);
  });
});

describe('of a damaged ELF file', () => {
  it('that was cut off before its notes, there are none', () => {
    expect(readElfNotes(bytesOf(elfWithNotes([{ owner: 'Xen', type: 18 }]).subarray(0, 130)))).toEqual([]);
  });

  it('of the other byte order, nothing is read', () => {
    const file = Buffer.from(builtObject());
    file[5] = 2;
    expect(readElfHeader(bytesOf(file))).toBeUndefined();
    expect(readElfFile(bytesOf(file))).toBeUndefined();
  });

  it('the segments that all hold the same bytes are read up to a limit', () => {
    const notes = Array.from({ length: 20_000 }, () => ({ owner: 'GNU', type: 3 }));
    const file = elfWithNotes(notes);
    const segments = 1000;
    const table = Buffer.concat(Array.from({ length: segments }, () => file.subarray(64, 120)));
    file.writeBigUInt64LE(BigInt(file.length), 32);
    file.writeUInt16LE(segments, 56);
    expect(readElfNotes(bytesOf(Buffer.concat([file, table]))).length).toBeLessThan(2 * notes.length);
  });

  it('an owner of nothing but zeros costs no more than its bytes', () => {
    const file = elfWithNotes([{ owner: `${'\0'.repeat(500_000)}x`, type: 18 }]);
    expect(readElfNotes(bytesOf(file))).toEqual([{ owner: '', type: 18 }]);
  });

  it('whatever is taken for its tables is read without an error', () => {
    const object = builtObject();
    const table = readElfFile(bytesOf(object))?.header.sections;
    if (table === undefined) throw new Error('no object to damage');
    for (let seed = 0; seed < 1000; seed++) {
      const { below, bytes } = randomOf(seed);
      const file = Buffer.from(object.subarray(0, below(5) === 0 ? below(object.length) : object.length));
      for (let changes = 1 + below(6); changes > 0; changes--)
        bytes(1 + below(8)).copy(file, below(3) === 0 ? below(64) : table.offset + below(table.count * 64));
      symbolsOf(file);
      readElfNotes(bytesOf(file));
      linkedCopy(file);
    }
  });
});
