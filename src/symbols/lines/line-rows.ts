import { readElfFile, type ElfSection, sectionContent } from '../../binary/elf-sections.ts';
import { bytesOf } from '../../binary/read-bytes.ts';
import { linkedCopy } from '../linked-copy.ts';
import { ByteCursor, LinesDamaged } from './byte-cursor.ts';
import { type LineHeader, readLineHeader } from './line-header.ts';

/** Where code of a line begins. */
export interface LineRow {
  /** Index of its section. */
  readonly section: number;
  readonly offset: number;
  readonly file: string;
  readonly line: number;
  /** A debugger could stop here. Other code of a line may have been moved away from it. */
  readonly isStatement: boolean;
}

/** Several times what the largest drivers have. */
const maxRows = 8 * 1024 ** 2;
const compressed = 0x800;

/**
 * The lines of a module, by its debug information, in the order in which it has them. @throws LinesDamaged when there
 * is none, or it cannot be read
 */
export function readLineRows(module: Buffer): readonly LineRow[] {
  const linked = linkedCopy(module);
  const file = linked && readElfFile(bytesOf(linked.content));
  if (linked === undefined || file === undefined) throw new LinesDamaged('its debug information is unknown or damaged');
  const read = bytesOf(linked.content);
  const content = (name: string): Buffer => {
    const section = file.sections.find((one) => one.name === name);
    if (section === undefined) return Buffer.alloc(0);
    if ((section.flags & compressed) !== 0) throw new LinesDamaged('its debug information is compressed');
    return sectionContent(read, section);
  };
  const texts = { lineTexts: content('.debug_line_str'), texts: content('.debug_str') };
  const table = new ByteCursor(content('.debug_line'));
  if (table.left === 0) throw new LinesDamaged('it has no debug information');
  const placeOf = placer(file.sections, linked.baseOf);
  const rows: LineRow[] = [];
  while (table.left > 0) {
    const first = table.u32();
    const offsetBytes = first === 0xffffffff ? 8 : 4;
    const unit = table.take(offsetBytes === 8 ? table.u64() : first);
    const { header, program } = readLineHeader(unit, texts, offsetBytes);
    new LineProgram(header, ({ address, file: number, line, isStatement }) => {
      const [place, path] = [placeOf(address), header.files.get(number)];
      if (place === undefined || path === undefined || line === 0) return;
      if (rows.length >= maxRows) throw new LinesDamaged('it has too many lines');
      rows.push({ ...place, file: path, line, isStatement });
    }).run(program);
  }
  return rows;
}

type Place = Pick<LineRow, 'section' | 'offset'>;

/** From an address of the linked copy. Those of a unit follow one another, so the last section is tried first. */
function placer(
  sections: readonly ElfSection[],
  baseOf: (section: ElfSection) => bigint,
): (address: number) => Place | undefined {
  const spans = sections
    .map((section) => ({ section: section.index, start: Number(baseOf(section)), size: section.sizeBytes }))
    .filter(({ start }) => start > 0);
  let last = spans[0];
  return (address) => {
    const holds = (span: (typeof spans)[number]): boolean => address >= span.start && address <= span.start + span.size;
    if (last === undefined || !holds(last)) last = spans.find(holds) ?? last;
    return last !== undefined && holds(last) ? { section: last.section, offset: address - last.start } : undefined;
  };
}

interface State {
  address: number;
  file: number;
  line: number;
  isStatement: boolean;
}

/**
 * A row without an instruction of its own says that a statement begins here, of which the compiler has left nothing, or
 * that a function was put in here. Other such rows are remains of what it moved.
 */
function tells(row: Readonly<State>, nextAddress: number): boolean {
  return row.isStatement || row.address < nextAddress;
}

/** The machine of DWARF's section 6.2.5. */
class LineProgram {
  readonly #header: LineHeader;
  readonly #onRow: (row: Readonly<State>) => void;
  #state: State;
  /** Not told yet: the next one shows whether it has an instruction. */
  #pending: Readonly<State> | undefined;

  constructor(header: LineHeader, onRow: (row: Readonly<State>) => void) {
    this.#header = header;
    this.#onRow = onRow;
    this.#state = this.#fresh();
  }

  #fresh(): State {
    return { address: 0, file: 1, line: 1, isStatement: this.#header.isStatement };
  }

  /** @throws LinesDamaged */
  run(program: ByteCursor): void {
    const { operandCounts, lineBase, lineRange } = this.#header;
    const opcodeBase = operandCounts.length + 1;
    while (program.left > 0) {
      const opcode = program.u8();
      if (opcode === 0) this.#extended(program);
      else if (opcode < opcodeBase) this.#standard(opcode, program);
      else {
        const step = opcode - opcodeBase;
        this.#advance(Math.floor(step / lineRange));
        this.#state.line += lineBase + (step % lineRange);
        this.#emit();
      }
    }
  }

  #emit(): void {
    this.#settle();
    this.#pending = { ...this.#state };
  }

  #settle(): void {
    const { address } = this.#state;
    if (this.#pending !== undefined && tells(this.#pending, address)) this.#onRow(this.#pending);
    this.#pending = undefined;
  }

  #advance(count: number): void {
    this.#state.address += count * this.#header.minimumLength;
  }

  #extended(program: ByteCursor): void {
    const operands = program.take(program.unsigned());
    if (operands.left === 0) return;
    const opcode = operands.u8();
    if (opcode === 1) {
      this.#settle();
      this.#state = this.#fresh();
    }
    if (opcode === 2) this.#state.address = operands.left >= 8 ? operands.u64() : operands.u32();
  }

  #standard(opcode: number, program: ByteCursor): void {
    switch (opcode) {
      case 1:
        this.#emit();
        return;
      case 2:
        this.#advance(program.unsigned());
        return;
      case 3:
        this.#state.line += program.signed();
        return;
      case 4:
        this.#state.file = program.unsigned();
        return;
      case 6:
        this.#state.isStatement = !this.#state.isStatement;
        return;
      case 8:
        this.#advance(Math.floor((255 - this.#header.operandCounts.length - 1) / this.#header.lineRange));
        return;
      case 9:
        this.#state.address += program.u16();
        return;
      default:
        for (let left = this.#header.operandCounts[opcode - 1] ?? 0; left > 0; left--) program.unsigned();
    }
  }
}
