import { type ElfSection, readElfFile } from '../binary/elf-sections.ts';
import { type CodePlace, placeKey, type SourceFrame } from '../diagnose/source/code-place.ts';
import { openForReading } from '../host/files/disk-file.ts';
import { type CodeObject, type CodeSymbol, hasLines, readCodeObject } from './code-object.ts';
import { type DebugReader, runReader } from './run-reader.ts';

/** The address of an instruction for a debug-info reader. */
export interface CodeAddress {
  /** The section to which the address is relative; undefined: the object is linked. */
  readonly section: ElfSection | undefined;
  readonly address: bigint;
}

/**
 * The instruction of a place. Undefined: there is no such function, or there are several candidates; then no line is
 * better than a wrong one.
 */
function findCode({ isRelocatable, sections, codeByName }: CodeObject, place: CodePlace): CodeAddress | undefined {
  const symbol = oneOf(codeByName.get(place.symbol) ?? [], place);
  const section = symbol && sections[symbol.section];
  if (symbol === undefined || section === undefined) return undefined;
  // The call instruction counts, not the return address, which may even be in another function.
  const address = symbol.value + BigInt(place.exact ? place.offset : place.offset - 1);
  return { section: isRelocatable ? section : undefined, address };
}

function oneOf(named: readonly CodeSymbol[], place: CodePlace): CodeSymbol | undefined {
  const holding = named.filter((symbol) => holds(symbol, place));
  if (holding.length <= 1) return holding[0];
  const fitting = holding.filter(({ spanBytes }) => spanBytes === place.size);
  // The kernel assumes that the last symbol of a section reaches into the next one.
  const candidates = fitting.length > 0 ? fitting : holding.filter(({ spanBytes }) => spanBytes === undefined);
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Assembler symbols often have no size. */
function holds({ sizeBytes }: CodeSymbol, { offset, exact }: CodePlace): boolean {
  return sizeBytes === 0 || (exact ? offset < sizeBytes : offset <= sizeBytes);
}

/** The frames of places, by `placeKey`. */
export type DecodedPlaces = ReadonlyMap<string, readonly SourceFrame[]>;

/** More places than a report can name in one object; further ones stay as printed. */
const maxAddresses = 2000;

/** Finds the source lines of places in code. Each place is looked up once, however many tests need it. */
export class Symbolizer {
  readonly #reader: DebugReader;
  readonly #objects = new Map<string, CodeObject | undefined>();
  readonly #known = new Map<string, readonly SourceFrame[]>();

  constructor(reader: DebugReader) {
    this.#reader = reader;
  }

  /**
   * @param path an object file with debug information: a module, or a kernel @throws ReaderFailed @throws the signal's
   * reason when it aborts
   */
  async decode(path: string, places: readonly CodePlace[], signal: AbortSignal): Promise<DecodedPlaces> {
    const keyOf = (place: CodePlace): string => `${path} ${placeKey(place)}`;
    await this.#lookUp(path, places.filter((place) => !this.#known.has(keyOf(place))).slice(0, maxAddresses), signal);
    return new Map(places.map((place) => [placeKey(place), this.#known.get(keyOf(place)) ?? []]));
  }

  async #lookUp(path: string, places: readonly CodePlace[], signal: AbortSignal): Promise<void> {
    const object = places.length === 0 ? undefined : this.#objectAt(path);
    if (object === undefined) return;
    const wanted = places.map((place) => ({ place, at: findCode(object, place) }));
    for (const section of new Set(wanted.flatMap(({ at }) => (at === undefined ? [] : [at.section])))) {
      const inSection = wanted.flatMap(({ place, at }) =>
        at === undefined || at.section !== section ? [] : [{ place, address: at.address }],
      );
      const addresses = [...new Set(inSection.map(({ address }) => address))];
      const found = await runReader(this.#reader, { object: path, section, addresses }, signal);
      for (const { place, address } of inSection)
        this.#known.set(`${path} ${placeKey(place)}`, named(found.get(address) ?? [], place));
    }
    for (const { place, at } of wanted) if (at === undefined) this.#known.set(`${path} ${placeKey(place)}`, []);
  }

  /** Undefined: it has no debug information. */
  #objectAt(path: string): CodeObject | undefined {
    if (!this.#objects.has(path)) this.#objects.set(path, readDebugObject(path));
    return this.#objects.get(path);
  }
}

function readDebugObject(path: string): CodeObject | undefined {
  using file = openForReading(path);
  return readCodeObject(file.read);
}

/** Whether a file is an ELF file with source lines in its debug information. */
export function hasDebugLines(path: string): boolean {
  using file = openForReading(path);
  return hasLines(readElfFile(file.read)?.sections ?? []);
}

/** LLVM takes the outermost function's name from the symbols of the wrong section. */
function named(frames: readonly SourceFrame[], { symbol }: CodePlace): readonly SourceFrame[] {
  return frames.map((frame, index) => (index === frames.length - 1 ? { ...frame, function: symbol } : frame));
}
