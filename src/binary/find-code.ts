import type { CodeSection } from './module-code.ts';

/** Memory around an address. */
export interface CodeWindow {
  readonly bytes: Buffer;
  /** Where in it the address is. */
  readonly at: number;
}

/** A place in a module's code. */
export interface FoundCode {
  readonly symbol: string;
  readonly offset: number;
  /** To the next symbol: what the kernel prints as the size. */
  readonly spanBytes: number;
}

/** The least that instructions are aligned to: riscv64 has some of two bytes. */
const unitBytes = 2;
/** A dozen instructions. Fewer may be alike in two places. */
const leastUnits = 24;
/** Of those that are compared, so many may differ: a breakpoint, or what only this processor needs. */
const differingShare = 0.1;

/**
 * The place in a module that memory was loaded from, by its instructions: those that the kernel does not change must be
 * there. Undefined: in none of the sections, or two places are alike, because no place is better than a wrong one.
 */
export function findCode(sections: readonly CodeSection[], window: CodeWindow): FoundCode | undefined {
  let best: { readonly section: CodeSection; readonly position: number; readonly score: number } | undefined;
  let isAlone = true;
  for (const section of sections)
    for (let position = 0; position < section.bytes.length; position += unitBytes) {
      const score = likeness(section, position, window);
      if (score === undefined || (best !== undefined && score < best.score)) continue;
      isAlone = best === undefined || score > best.score;
      best = { section, position, score };
    }
  return best === undefined || !isAlone ? undefined : symbolAt(best.section, best.position);
}

/** How many units are equal if the address is this position; undefined: it is not. */
function likeness({ bytes, changed }: CodeSection, position: number, window: CodeWindow): number | undefined {
  const shift = position - window.at;
  const from = Math.max(0, -shift);
  const end = Math.min(window.bytes.length, bytes.length - shift) - unitBytes;
  const most = Math.floor(((end - from) / unitBytes) * differingShare);
  let equal = 0;
  let differing = 0;
  for (let at = from + (from % unitBytes); at <= end; at += unitBytes) {
    if (changed[at + shift] !== 0 || changed[at + shift + 1] !== 0) continue;
    if (bytes.readUInt16LE(at + shift) === window.bytes.readUInt16LE(at)) equal += 1;
    else if (++differing > most) return undefined;
  }
  return equal < leastUnits ? undefined : equal - differing;
}

function symbolAt({ symbols, bytes }: CodeSection, position: number): FoundCode | undefined {
  const symbol = symbols.findLast(({ value }) => value <= BigInt(position));
  if (symbol === undefined) return undefined;
  const next = symbols.find(({ value }) => value > symbol.value);
  const begin = Number(symbol.value);
  return {
    symbol: symbol.name,
    offset: position - begin,
    spanBytes: Number(next?.value ?? BigInt(bytes.length)) - begin,
  };
}
