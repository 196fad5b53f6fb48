import type { ElfSymbol } from '../binary/elf-symbols.ts';

/** A call in a section of a module. */
interface CallPlace {
  readonly inSection: number;
  readonly offset: number;
}

/**
 * The points of each function, by its name without what the compiler appends: the cold part of a function, in a section
 * of its own, belongs to it. `numberOf`: the number of a point; undefined: it is none.
 */
export function pointsOfFunctions<C extends CallPlace>(
  calls: readonly C[],
  symbols: readonly ElfSymbol[],
  numberOf: (call: C) => number | undefined,
): ReadonlyMap<string, ReadonlySet<number>> {
  const functions = new Map<number, ElfSymbol[]>();
  for (const symbol of symbols.filter(({ isCode, sizeBytes }) => isCode && sizeBytes > 0)) {
    const others = functions.get(symbol.section);
    if (others === undefined) functions.set(symbol.section, [symbol]);
    else others.push(symbol);
  }
  const points = new Map<string, Set<number>>();
  for (const call of calls) {
    const number = numberOf(call);
    const owner = functions.get(call.inSection)?.find((symbol) => holds(symbol, call.offset));
    if (number === undefined || owner === undefined) continue;
    const name = plainFunction(owner.name);
    points.set(name, (points.get(name) ?? new Set()).add(number));
  }
  return points;
}

/** `edu_probe` of `edu_probe.cold` and `edu_probe.isra.0`. */
export function plainFunction(symbol: string): string {
  return symbol.split('.', 1)[0] ?? symbol;
}

function holds({ value, sizeBytes }: ElfSymbol, offset: number): boolean {
  const start = Number(value);
  return start <= offset && offset < start + sizeBytes;
}
