import type { CodePlace } from '../diagnose/source/code-place.ts';
import type { ElfObject, ElfSection, ElfSymbol } from './elf-object.ts';

/** Where a debug-info reader finds an instruction. */
export interface CodeAddress {
  /** What the address is relative to; undefined: to nothing, the object has been linked. */
  readonly section: ElfSection | undefined;
  readonly address: bigint;
}

/**
 * The instruction that a place means. Undefined: there is no such function, or several that it could be in, and then
 * no line is better than a wrong one.
 */
export function findCode({ isRelocatable, sections, symbols }: ElfObject, place: CodePlace): CodeAddress | undefined {
  const named = symbols.filter(({ name, isCode }) => isCode && name === place.symbol);
  const symbol = oneOf(named, place, symbols);
  const section = symbol && sections[symbol.section];
  if (symbol === undefined || section === undefined) return undefined;
  // What was called last is what counts, not where the call will return to: that may even be another function.
  const address = symbol.value + BigInt(place.exact ? place.offset : place.offset - 1);
  return { section: isRelocatable ? section : undefined, address };
}

function oneOf(named: readonly ElfSymbol[], place: CodePlace, all: readonly ElfSymbol[]): ElfSymbol | undefined {
  const holding = named.filter((symbol) => holds(symbol, place));
  if (holding.length <= 1) return holding[0];
  const spans = holding.map((symbol) => ({ symbol, span: spanOf(symbol, all) }));
  const fitting = spans.filter(({ span }) => span === place.size);
  // The kernel reckons the last symbol of a section to reach into the next one.
  const candidates = fitting.length > 0 ? fitting : spans.filter(({ span }) => span === undefined);
  return candidates.length === 1 ? candidates[0]?.symbol : undefined;
}

/** Assembler often states no size. */
function holds({ sizeBytes }: ElfSymbol, { offset, exact }: CodePlace): boolean {
  return sizeBytes === 0 || (exact ? offset < sizeBytes : offset <= sizeBytes);
}

/** Bytes to the next symbol, which is what the kernel prints as size; undefined for the last of a section. */
function spanOf({ section, value }: ElfSymbol, all: readonly ElfSymbol[]): number | undefined {
  let next: bigint | undefined;
  for (const other of all) {
    if (other.section === section && other.value > value && (next === undefined || other.value < next)) next = other.value;
  }
  return next === undefined ? undefined : Number(next - value);
}
