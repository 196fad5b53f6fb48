import { type ElfSection, readElfFile, sectionContent } from '../binary/elf-sections.ts';
import { type ElfRelocation, readRelocations } from '../binary/elf-relocations.ts';
import { type ElfSymbol, readElfSymbols } from '../binary/elf-symbols.ts';
import { bytesOf } from '../binary/read-bytes.ts';
import { LinesDamaged } from '../symbols/lines/byte-cursor.ts';
import { type LineRow, readLineRows } from '../symbols/lines/line-rows.ts';
import { type PointSpan, pointSpans } from './code-blocks.ts';
import { pointsOfFunctions } from './function-points.ts';
import { type CodeLayout, codeLayout, type LoadedPlace } from './module-layout.ts';

/** The function that the compiler calls at the beginning of a block. */
export const pointFunction = '__sanitizer_cov_trace_pc';

/** A module that was compiled for coverage: its points, and which lines run with them. */
export interface CoveredModule {
  /** As the kernel calls it. */
  readonly name: string;
  readonly textBytes: number;
  readonly initBytes: number;
  /** Where each point's call returns to, when the module is loaded. */
  readonly points: readonly LoadedPlace[];
  /** By file, as the compiler named it, and line: indices of the points, any of which says that the line ran. */
  readonly lines: ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;
  /** By function: indices of its points, with those of what was inlined into it. */
  readonly functions: ReadonlyMap<string, ReadonlySet<number>>;
}

const x86Machine = 62;
const callBytes = 5;
const callOpcode = 0xe8;
/** The relocations of calls and jumps: `R_X86_64_PC32` and `R_X86_64_PLT32`. */
const relative: ReadonlySet<number> = new Set([2, 4]);
const executable = 4;
/** What the compiler adds for its counters, which has no source. The kernel never runs it. */
const ofCompiler: ReadonlySet<string> = new Set(['.text.startup', '.text.exit']);
/** The sections from which code is entered: tables of jumps, static branches, handlers of faults. */
const leadsIntoCode = /^(?:\.rodata|\.data|__jump_table$|__ex_table$)/;

/** The points and lines of a module with debug information. A text: why it cannot be covered. */
export function readCoveredModule(name: string, module: Buffer): CoveredModule | string {
  const read = bytesOf(module);
  const file = readElfFile(read);
  if (file === undefined) return 'it is damaged';
  if (file.header.machine !== x86Machine) return 'it is not for x86-64';
  const isCode = ({ flags, name: section }: ElfSection): boolean =>
    (flags & executable) !== 0 && !ofCompiler.has(section);
  const relocations = readRelocations(read, file, (section) => isCode(section) || leadsIntoCode.test(section.name));
  const codeOf = new Map(
    file.sections.filter(isCode).map((section) => [section.index, sectionContent(read, section)] as const),
  );
  const calls = relocations.filter(
    ({ symbol, inSection, offset }) => symbol === pointFunction && codeOf.get(inSection)?.[offset - 1] === callOpcode,
  );
  if (calls.length === 0) return 'it has no points: was it compiled with -fsanitize-coverage=trace-pc?';
  try {
    const symbols = readElfSymbols(read, file);
    const functions = functionStarts(symbols);
    const spans = new Map(
      [...codeOf].map(([section, code]) => [section, spansIn(section, { code, relocations, calls, functions })]),
    );
    return describe(name, { layout: codeLayout(file.sections), calls, spans, rows: readLineRows(module), symbols });
  } catch (error) {
    if (error instanceof LinesDamaged) return error.message;
    throw error;
  }
}

function functionStarts(symbols: ReturnType<typeof readElfSymbols>): ReadonlyMap<number, ReadonlySet<number>> {
  const starts = new Map<number, Set<number>>();
  for (const { section, value, isCode } of symbols)
    if (isCode) starts.set(section, (starts.get(section) ?? new Set()).add(Number(value)));
  return starts;
}

interface CodeFacts {
  readonly code: Buffer;
  readonly relocations: readonly ElfRelocation[];
  readonly calls: readonly ElfRelocation[];
  readonly functions: ReadonlyMap<number, ReadonlySet<number>>;
}

function spansIn(section: number, { code, relocations, calls, functions }: CodeFacts): readonly PointSpan[] {
  const entries = new Set(functions.get(section));
  const relocated = new Set<number>();
  for (const { inSection, offset, type, symbolSection, symbolValue, addend } of relocations) {
    if (inSection === section) relocated.add(offset);
    // The distance of a call or jump counts from its end, four bytes on.
    if (symbolSection === section) entries.add(symbolValue + addend + (relative.has(type) ? 4 : 0));
    if (symbolSection === section && relative.has(type)) entries.add(symbolValue + addend);
  }
  const points = new Set(calls.filter((call) => call.inSection === section).map(({ offset }) => offset - 1));
  return pointSpans({ code, entries, relocated, points });
}

interface Described {
  readonly layout: CodeLayout;
  readonly calls: readonly ElfRelocation[];
  readonly spans: ReadonlyMap<number, readonly PointSpan[]>;
  readonly rows: readonly LineRow[];
  readonly symbols: readonly ElfSymbol[];
}

function describe(name: string, { layout, calls, spans, rows, symbols }: Described): CoveredModule {
  const points: LoadedPlace[] = [];
  const numbers = new Map<string, number>();
  for (const { inSection, offset } of calls) {
    const place = layout.placeOf(inSection, offset - 1 + callBytes);
    if (place === undefined) continue;
    numbers.set(`${inSection} ${offset - 1}`, points.length);
    points.push(place);
  }
  const lines = new Map<string, Map<number, number[]>>();
  for (const { span, section, file, line } of inPlace(rows, spans)) {
    const point = numbers.get(`${section} ${span.point}`);
    if (point === undefined) continue;
    const ofFile = lines.get(file) ?? new Map<number, number[]>();
    lines.set(file, ofFile);
    const ofLine = ofFile.get(line) ?? [];
    ofFile.set(line, ofLine);
    if (!ofLine.includes(point)) ofLine.push(point);
  }
  const { textBytes, initBytes } = layout;
  const numberOf = ({ inSection, offset }: ElfRelocation): number | undefined =>
    numbers.get(`${inSection} ${offset - 1}`);
  return { name, textBytes, initBytes, points, lines, functions: pointsOfFunctions(calls, symbols, numberOf) };
}

interface PlacedRow extends LineRow {
  readonly span: PointSpan;
}

/**
 * The rows in spans. The compiler may prepare a value before it knows whether it is needed, such as the result of
 * `return 0` behind a condition: code of a line that is no statement, with an earlier line after it. That does not say
 * that the line ran.
 */
function inPlace(rows: readonly LineRow[], spans: ReadonlyMap<number, readonly PointSpan[]>): readonly PlacedRow[] {
  const finders = new Map([...spans].map(([section, all]) => [section, spanFinder(all)]));
  const firstLines = new Map<PointSpan, Map<string, number>>();
  const placed: PlacedRow[] = [];
  for (const row of rows.toReversed()) {
    const span = finders.get(row.section)?.(row.offset);
    if (span === undefined) continue;
    const firstOf = firstLines.get(span) ?? new Map<string, number>();
    firstLines.set(span, firstOf);
    const first = firstOf.get(row.file) ?? Infinity;
    if (row.isStatement || row.line <= first) placed.push({ ...row, span });
    firstOf.set(row.file, Math.min(first, row.line));
  }
  return placed;
}

/** The span that holds an offset. */
function spanFinder(spans: readonly PointSpan[]): (offset: number) => PointSpan | undefined {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  return (offset) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = sorted[low];
    return found !== undefined && found.start <= offset ? found : undefined;
  };
}
