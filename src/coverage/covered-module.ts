import { type ElfSection, readElfFile, sectionContent } from '../binary/elf-sections.ts';
import { type ElfRelocation, readRelocations } from '../binary/elf-relocations.ts';
import { type ElfSymbol, readElfSymbols } from '../binary/elf-symbols.ts';
import { bytesOf } from '../binary/read-bytes.ts';
import { LinesDamaged } from '../symbols/lines/byte-cursor.ts';
import { type LineRow, readLineRows } from '../symbols/lines/line-rows.ts';
import { type CodeForm, codeFormOf } from './code-form.ts';
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
  /** The kernel adds code of its own behind it, so that both are at least as large. */
  readonly grows: boolean;
  /** Where each point's call returns to, when the module is loaded. */
  readonly points: readonly LoadedPlace[];
  /** By file, as the compiler named it, and line: indices of the points, any of which says that the line ran. */
  readonly lines: ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;
  /** By function: indices of its points, with those of what was inlined into it. */
  readonly functions: ReadonlyMap<string, ReadonlySet<number>>;
}

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
  const form = codeFormOf(file.header.machine);
  if (form === undefined) return `it is for an unknown architecture: ELF machine ${file.header.machine}`;
  const isCode = ({ flags, name: section }: ElfSection): boolean =>
    (flags & executable) !== 0 && !ofCompiler.has(section);
  const relocations = readRelocations(read, file, (section) => isCode(section) || leadsIntoCode.test(section.name));
  const codeOf = new Map(
    file.sections.filter(isCode).map((section) => [section.index, sectionContent(read, section)] as const),
  );
  const calls = relocations.flatMap(({ symbol, inSection, offset }) => {
    const code = symbol === pointFunction ? codeOf.get(inSection) : undefined;
    const at = code && form.callAt(code, offset);
    return at === undefined ? [] : [{ inSection, offset: at }];
  });
  if (calls.length === 0) return 'it has no points: was it compiled with -fsanitize-coverage=trace-pc?';
  try {
    const symbols = readElfSymbols(read, file);
    const functions = functionStarts(symbols);
    const spans = new Map(
      [...codeOf].map(([section, code]) => [section, spansIn(section, { form, code, relocations, calls, functions })]),
    );
    const layout = codeLayout(file.sections);
    return describe(name, { form, layout, calls, spans, rows: readLineRows(module), symbols });
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

/** A call of the point function: where it begins. */
interface PointCall {
  readonly inSection: number;
  readonly offset: number;
}

interface CodeFacts {
  readonly form: CodeForm;
  readonly code: Buffer;
  readonly relocations: readonly ElfRelocation[];
  readonly calls: readonly PointCall[];
  readonly functions: ReadonlyMap<number, ReadonlySet<number>>;
}

function spansIn(section: number, facts: CodeFacts): readonly PointSpan[] {
  const { form, code, relocations, calls, functions } = facts;
  const entries = new Set(functions.get(section));
  const relocated = new Set<number>();
  for (const relocation of relocations) {
    if (relocation.inSection === section) relocated.add(relocation.offset);
    if (relocation.symbolSection === section) for (const target of form.targetsOf(relocation)) entries.add(target);
  }
  const points = new Set(calls.filter((call) => call.inSection === section).map(({ offset }) => offset));
  return pointSpans({ code, instructionAt: form.instructionAt, entries, relocated, points });
}

interface Described {
  readonly form: CodeForm;
  readonly layout: CodeLayout;
  readonly calls: readonly PointCall[];
  readonly spans: ReadonlyMap<number, readonly PointSpan[]>;
  readonly rows: readonly LineRow[];
  readonly symbols: readonly ElfSymbol[];
}

function describe(name: string, { form, layout, calls, spans, rows, symbols }: Described): CoveredModule {
  const points: LoadedPlace[] = [];
  const numbers = new Map<string, number>();
  for (const { inSection, offset } of calls) {
    const place = layout.placeOf(inSection, offset + form.callBytes);
    if (place === undefined) continue;
    numbers.set(`${inSection} ${offset}`, points.length);
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
  const { textBytes, initBytes, grows } = layout;
  const numberOf = ({ inSection, offset }: PointCall): number | undefined => numbers.get(`${inSection} ${offset}`);
  return { name, textBytes, initBytes, grows, points, lines, functions: pointsOfFunctions(calls, symbols, numberOf) };
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
  const firstLines = new Map<PointSpan, Map<string, number>>();
  const placed: PlacedRow[] = [];
  for (const row of inSpans(rows, spans).toReversed()) {
    const firstOf = firstLines.get(row.span) ?? new Map<string, number>();
    firstLines.set(row.span, firstOf);
    const first = firstOf.get(row.file) ?? Infinity;
    if (row.isStatement || row.line <= first) placed.push(row);
    firstOf.set(row.file, Math.min(first, row.line));
  }
  return placed;
}

/** Without a point's call that is no statement: where branches meet, it has the line of one of them. */
function inSpans(rows: readonly LineRow[], spans: ReadonlyMap<number, readonly PointSpan[]>): readonly PlacedRow[] {
  const finders = new Map([...spans].map(([section, all]) => [section, spanFinder(all)]));
  return rows.flatMap((row) => {
    const span = finders.get(row.section)?.(row.offset);
    return span === undefined || (!row.isStatement && row.offset === span.point) ? [] : [{ ...row, span }];
  });
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
