import { posix } from 'node:path';
import { ByteCursor, LinesDamaged } from './byte-cursor.ts';

/** What a table of lines says before its program (DWARF 2 to 5, section 6.2.4). */
export interface LineHeader {
  readonly minimumLength: number;
  readonly isStatement: boolean;
  readonly lineBase: number;
  readonly lineRange: number;
  /** Numbers of operands of the standard opcodes, from opcode 1 on. */
  readonly operandCounts: readonly number[];
  /** By their number in the program; relative to where the compiler ran, or absolute. */
  readonly files: ReadonlyMap<number, string>;
}

/** Texts outside the table: `.debug_line_str` and `.debug_str`. */
export interface LineTexts {
  readonly lineTexts: Buffer;
  readonly texts: Buffer;
}

/** Reads up to the program. `offsetBytes`: of an offset in this table. @throws LinesDamaged */
export function readLineHeader(
  unit: ByteCursor,
  texts: LineTexts,
  offsetBytes: 4 | 8,
): { readonly header: LineHeader; readonly program: ByteCursor } {
  const version = unit.u16();
  if (version < 2 || version > 5) throw new LinesDamaged(`its version is ${version}`);
  if (version === 5) unit.skip(2);
  const lengthBytes = offsetBytes === 4 ? unit.u32() : unit.u64();
  const rest = unit.take(lengthBytes);
  const minimumLength = rest.u8();
  if (version >= 4) rest.skip(1);
  const isStatement = rest.u8() !== 0;
  const lineBase = rest.i8();
  const lineRange = rest.u8();
  const opcodeBase = rest.u8();
  if (lineRange === 0) throw new LinesDamaged('it has no range of lines');
  const operandCounts = Array.from({ length: Math.max(0, opcodeBase - 1) }, () => rest.u8());
  const files = version === 5 ? filesOfFive(rest, texts, offsetBytes) : filesOfFour(rest);
  return { header: { minimumLength, isStatement, lineBase, lineRange, operandCounts, files }, program: unit };
}

/** Until version 4: lists of texts that end with an empty one. Directory 0 is that of the compiler. */
function filesOfFour(cursor: ByteCursor): ReadonlyMap<number, string> {
  const directories = [''];
  for (let name = cursor.text(); name !== ''; name = cursor.text()) directories.push(name);
  const files = new Map<number, string>();
  for (let name = cursor.text(); name !== ''; name = cursor.text()) {
    const directory = directories[cursor.unsigned()] ?? '';
    cursor.unsigned();
    cursor.unsigned();
    files.set(files.size + 1, joined(directory, name));
  }
  return files;
}

const pathContent = 1;
const directoryContent = 2;
type Entry = ReadonlyMap<number, string | number>;

function filesOfFive(cursor: ByteCursor, texts: LineTexts, offsetBytes: 4 | 8): ReadonlyMap<number, string> {
  const pathOf = (entry: Entry): string => String(entry.get(pathContent) ?? '');
  const directories = inOwnDirectory(entries(cursor, texts, offsetBytes).map(pathOf));
  const files = entries(cursor, texts, offsetBytes).map((entry) =>
    joined(directories[Number(entry.get(directoryContent) ?? 0)] ?? '', pathOf(entry)),
  );
  return new Map(files.entries());
}

/**
 * The first directory is the one in which the compiler ran. An absolute one is a place of the build: what is relative
 * to it stays so. A relative one was put in its place by `-ffile-prefix-map`, so it belongs to the path: kbuild runs
 * the compiler beside the sources of a module since 6.13. What begins with it was put into place itself.
 */
function inOwnDirectory([own = '', ...others]: readonly string[]): readonly string[] {
  if (posix.isAbsolute(own)) return ['', ...others];
  return [own, ...others.map((other) => (other.startsWith(own) ? other : joined(own, other)))];
}

function entries(cursor: ByteCursor, texts: LineTexts, offsetBytes: 4 | 8): readonly Entry[] {
  const format = Array.from({ length: cursor.u8() }, () => [cursor.unsigned(), cursor.unsigned()] as const);
  const count = cursor.unsigned();
  // Each takes a byte or more, unless it has no format at all.
  if (count > cursor.left || (format.length === 0 && count > 0)) throw new LinesDamaged('it lists too many files');
  return Array.from(
    { length: count },
    () => new Map(format.map(([content, form]) => [content, valueOf(form, { cursor, texts, offsetBytes })])),
  );
}

interface Reading {
  readonly cursor: ByteCursor;
  readonly texts: LineTexts;
  readonly offsetBytes: 4 | 8;
}

/** Forms that the standard allows here (section 6.2.4.1). */
function valueOf(form: number, { cursor, texts, offsetBytes }: Reading): string | number {
  const offset = (): number => (offsetBytes === 4 ? cursor.u32() : cursor.u64());
  switch (form) {
    case 0x08:
      return cursor.text();
    case 0x0e:
      return new ByteCursor(texts.texts, offset()).text();
    case 0x1f:
      return new ByteCursor(texts.lineTexts, offset()).text();
    case 0x0b:
      return cursor.u8();
    case 0x05:
      return cursor.u16();
    case 0x06:
      return cursor.u32();
    case 0x07:
      return cursor.u64();
    case 0x0f:
      return cursor.unsigned();
    case 0x1e:
      cursor.skip(16);
      return 0;
    case 0x09:
      cursor.skip(cursor.unsigned());
      return 0;
    default:
      throw new LinesDamaged(`its form 0x${form.toString(16)} is unknown`);
  }
}

function joined(directory: string, name: string): string {
  if (posix.isAbsolute(name) || directory === '') return posix.normalize(name);
  return posix.normalize(`${directory}/${name}`);
}
