import { openForReading } from '../host/file-range.ts';
import { placeKey, type CodePlace, type SourceFrame } from '../diagnose/source/code-place.ts';
import type { DebugReader } from './debug-reader.ts';
import { readElfObject, readElfSections, type ElfObject, type ElfSection } from './elf-object.ts';
import { findCode } from './find-code.ts';
import { runReader } from './run-reader.ts';

/** The frames of places, by `placeKey`. */
export type DecodedPlaces = ReadonlyMap<string, readonly SourceFrame[]>;

/** More than a report can name of one object; the rest stays as it was printed. */
const maxAddresses = 2000;

/** Finds the lines of source for places in code. The same place is looked up once, however many tests come to it. */
export class Symbolizer {
  readonly #reader: DebugReader;
  readonly #objects = new Map<string, ElfObject | undefined>();
  readonly #known = new Map<string, readonly SourceFrame[]>();

  constructor(reader: DebugReader) {
    this.#reader = reader;
  }

  /**
   * @param path an object file with debug information: a module, or a kernel
   * @throws ReaderFailed when the reader did not do its part; the signal's reason when it aborts
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
      const found = await runReader(
        this.#reader,
        { object: path, sections: sectionsOf(object), section, addresses },
        signal,
      );
      for (const { place, address } of inSection)
        this.#known.set(`${path} ${placeKey(place)}`, named(found.get(address) ?? [], place));
    }
    for (const { place, at } of wanted) if (at === undefined) this.#known.set(`${path} ${placeKey(place)}`, []);
  }

  /** Undefined: it has no debug information. */
  #objectAt(path: string): ElfObject | undefined {
    if (!this.#objects.has(path)) this.#objects.set(path, readDebugObject(path));
    return this.#objects.get(path);
  }
}

function sectionsOf({ isRelocatable, sections }: ElfObject): readonly ElfSection[] | undefined {
  return isRelocatable ? sections : undefined;
}

function readDebugObject(path: string): ElfObject | undefined {
  using file = openForReading(path);
  return hasLines(readElfSections(file.read)) ? readElfObject(file.read) : undefined;
}

/** Whether a file is an ELF file that says which line an instruction comes from. */
export function hasDebugLines(path: string): boolean {
  using file = openForReading(path);
  return hasLines(readElfSections(file.read));
}

function hasLines(sections: readonly ElfSection[] | undefined): boolean {
  return sections?.some(({ name }) => name === '.debug_line' || name === '.zdebug_line') === true;
}

/** LLVM takes the outermost function's name from the wrong section's symbols. */
function named(frames: readonly SourceFrame[], { symbol }: CodePlace): readonly SourceFrame[] {
  return frames.map((frame, index) => (index === frames.length - 1 ? { ...frame, function: symbol } : frame));
}
