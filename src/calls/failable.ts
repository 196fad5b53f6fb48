import { nearestNames } from '../text/nearest-name.ts';
import { type FailureOutcome, parseOutcomes } from './outcome.ts';

/** A kernel function that a module may call and that can fail. */
export interface FailableFunction {
  /** Its symbol, as a module imports it. */
  readonly symbol: string;
  readonly group: string;
  /** What a driver's source calls that leads to it: macros and inline functions. */
  readonly calledAs: readonly string[];
  /** Never empty; the first is the default. */
  readonly outcomes: readonly FailureOutcome[];
  /** The first and the last release that has it, as far as it is known. */
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** A line that is not understood: what is wrong, and what to do. */
export interface FailableProblem {
  readonly message: string;
  readonly hint: string;
}

const lineForm = 'SYMBOL OUTCOME … [group=NAME] [as=NAME,NAME] [in=FIRST-LAST]';
const settingNames = ['group', 'as', 'in'];

/**
 * Parses a line of the catalogue or of `info/failable`: `SYMBOL OUTCOME … [group=NAME] [as=NAME,NAME] [in=6.1-6.9]`.
 */
export function parseFailable(line: string, defaultGroup: string): FailableFunction | FailableProblem {
  const words = line.trim().split(/\s+/);
  const [symbol = '', ...rest] = words.filter((word) => !word.includes('='));
  const settings = new Map<string, string>();
  for (const word of words.filter((candidate) => candidate.includes('='))) {
    const [key = '', value = ''] = word.split('=', 2);
    if (!settingNames.includes(key) || value === '' || settings.has(key)) return wrongSetting(word);
    settings.set(key, value);
  }
  if (!/^[A-Za-z_][\w.]{0,126}$/.test(symbol))
    return {
      message: `expected the name of a function, found ${JSON.stringify(symbol)}`,
      hint: `A line is ${lineForm}.`,
    };
  const outcomes = parseOutcomes(rest);
  if ('unknown' in outcomes) return unknownOutcome(symbol, outcomes);
  if (outcomes.length === 0)
    return {
      message: `expected how ${symbol} fails, found nothing`,
      hint: 'Say NULL, ERR_PTR ENOMEM, an error such as EBUSY, false, zero, timeout, ones or uncopied:ARGUMENT.',
    };
  const [, since, until] = /^(\d+\.\d+)?-(\d+\.\d+)?$/.exec(settings.get('in') ?? '-') ?? [];
  return {
    symbol,
    group: settings.get('group') ?? defaultGroup,
    calledAs: settings.get('as')?.split(',') ?? [],
    outcomes,
    since,
    until,
  };
}

function unknownOutcome(
  symbol: string,
  { unknown, nearest }: { readonly unknown: string; readonly nearest: readonly string[] },
): FailableProblem {
  return {
    message: `${symbol}: ${JSON.stringify(unknown)} is no way to fail`,
    hint:
      nearest.length === 0
        ? 'Say NULL, ERR_PTR ENOMEM, an error such as EBUSY, false, zero, timeout, ones or uncopied:ARGUMENT.'
        : `Did you mean ${nearest.join(' or ')}?`,
  };
}

function wrongSetting(word: string): FailableProblem {
  const [key = ''] = word.split('=', 1);
  const [nearest] = nearestNames(key, settingNames, 1);
  return {
    message: `expected group=, as= or in=, each once and with a value, found ${JSON.stringify(word)}`,
    hint: nearest === undefined || nearest === key ? `A line is ${lineForm}.` : `Did you mean ${nearest}=?`,
  };
}
