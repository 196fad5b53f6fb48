import type { ConfigValues } from '../../../plan/config-wish.ts';
import { nearestName } from '../../../text/nearest-name.ts';
import { isGranted, valueIn } from './config-values.ts';
import { conjuncts, evaluate } from './kconfig-expression.ts';
import type { SymbolDefinition, SymbolDefinitions } from './kconfig-tree.ts';

/** What the configuration of a kernel should say, and who wants it. */
export interface Wanted {
  readonly symbol: string;
  readonly value: string;
  /** `+kasan`, `suite/info/kernel-config:3`: the beginning of a line for people. */
  readonly origin: string;
  /** Whether a kernel may lack it: `never`, where it does not know the symbol, or for any reason. */
  readonly mayLack: 'never' | 'unknown' | 'any';
}

/** What did not survive kbuild's own check, each in a line with its reason. */
export function unmetWishes(
  wanted: readonly Wanted[],
  values: ConfigValues,
  definitions: () => SymbolDefinitions,
): readonly string[] {
  const unmet = wanted.filter(
    ({ symbol, value, mayLack }) => mayLack !== 'any' && !isGranted(value, valueIn(values, symbol)),
  );
  if (unmet.length === 0) return [];
  const known = definitions();
  return unmet
    .filter(({ symbol, mayLack }) => mayLack === 'never' || known.has(symbol))
    .map(({ symbol, value, origin }) => {
      const found = valueIn(values, symbol);
      const result = found === 'n' ? 'is not set' : `is ${found}`;
      return `${origin}: CONFIG_${symbol}=${value} ${result}: ${whyUnmet(symbol, value, values, known)}`;
    });
}

/** The unmet dependency of a symbol, in words. */
function whyUnmet(symbol: string, value: string, values: ConfigValues, known: SymbolDefinitions): string {
  const definitions = known.get(symbol);
  if (definitions === undefined) {
    const nearest = nearestName(symbol, [...known.keys()]);
    return `this kernel has no such symbol${nearest === undefined ? '' : `; did you mean CONFIG_${nearest}?`}`;
  }
  if (value === 'n') return 'another symbol selects it, or its default is not to be changed';
  const settable = definitions.filter(({ hasPrompt }) => hasPrompt);
  if (settable.length === 0) return 'it cannot be set; only other symbols select it';
  const reasons = settable.map((definition) => reasonOf(definition, { values, known, depth: 0 }));
  return reasons.find((reason) => reason !== undefined) ?? 'kbuild gives it another value; it may be one of a choice';
}

interface Explanation {
  readonly values: ConfigValues;
  readonly known: SymbolDefinitions;
  readonly depth: number;
}

const maxDepth = 3;
/** The first unmet terms usually cause the others. */
const maxTerms = 2;

function reasonOf({ depends }: SymbolDefinition, explanation: Explanation): string | undefined {
  const { values } = explanation;
  const terms = [...new Set(depends.flatMap(conjuncts))];
  const unmet = terms.filter((term) => evaluate(term, values) === 'n');
  const weak = terms.filter((term) => evaluate(term, values) === 'm');
  const named = (unmet.length > 0 ? unmet : weak).slice(0, maxTerms).map((term) => termWords(term, explanation));
  return named.length === 0 ? undefined : `it depends on ${named.join(', and on ')}`;
}

/** A term, and for a single symbol its value and what keeps it from being set. */
function termWords(term: string, { values, known, depth }: Explanation): string {
  const [, not = '', symbol] = /^(!?)\s*([A-Z0-9_]+)$/.exec(term) ?? [];
  if (symbol === undefined) return term;
  if (not === '!') return `!${symbol}, and ${symbol} is ${valueIn(values, symbol)}`;
  const found = valueIn(values, symbol);
  const state = found === 'n' ? 'which is not set' : `which is ${found}`;
  const definition = known.get(symbol)?.find(({ hasPrompt }) => hasPrompt);
  const deeper =
    definition === undefined || depth >= maxDepth
      ? undefined
      : reasonOf(definition, { values, known, depth: depth + 1 });
  return `${symbol}, ${state}${deeper === undefined ? '' : ` (${deeper})`}`;
}
