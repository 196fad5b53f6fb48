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
export function findCode(
  { isRelocatable, sections, codeByName }: ElfObject,
  place: CodePlace,
): CodeAddress | undefined {
  const symbol = oneOf(codeByName.get(place.symbol) ?? [], place);
  const section = symbol && sections[symbol.section];
  if (symbol === undefined || section === undefined) return undefined;
  // What was called last is what counts, not where the call will return to: that may even be another function.
  const address = symbol.value + BigInt(place.exact ? place.offset : place.offset - 1);
  return { section: isRelocatable ? section : undefined, address };
}

function oneOf(named: readonly ElfSymbol[], place: CodePlace): ElfSymbol | undefined {
  const holding = named.filter((symbol) => holds(symbol, place));
  if (holding.length <= 1) return holding[0];
  const fitting = holding.filter(({ spanBytes }) => spanBytes === place.size);
  // The kernel reckons the last symbol of a section to reach into the next one.
  const candidates = fitting.length > 0 ? fitting : holding.filter(({ spanBytes }) => spanBytes === undefined);
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Assembler often states no size. */
function holds({ sizeBytes }: ElfSymbol, { offset, exact }: CodePlace): boolean {
  return sizeBytes === 0 || (exact ? offset < sizeBytes : offset <= sizeBytes);
}
