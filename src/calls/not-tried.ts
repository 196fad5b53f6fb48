import { cannotFail } from './cannot-fail.ts';
import type { FailableFunction } from './failable.ts';
import type { ModuleCalls } from './machine-calls.ts';

/**
 * What a module imports and nobody knows how it fails, in the order of the alphabet: neither in the catalogue, nor in
 * `info/failable`, nor among the functions that cannot fail. Such calls are not tried.
 */
export function notTried({ imports }: ModuleCalls, known: readonly FailableFunction[]): readonly string[] {
  const symbols = new Set(known.map(({ symbol }) => symbol));
  return [...imports].filter((name) => !symbols.has(name) && !cannotFail(name)).sort();
}
