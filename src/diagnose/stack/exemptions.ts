import { type SkipGroup, skipGroups } from '../catalogue/blame-exemptions.ts';

export type NameTest = (name: string) => boolean;

const known = new Map<string, NameTest>();

/**
 * Tests whether a function belongs to one of these groups. A report has hundreds of frames, and there are many
 * patterns, so they are combined into two.
 */
export function exemptNames(groups: readonly SkipGroup[]): NameTest {
  const key = groups.join(' ');
  const exempt = known.get(key) ?? combined(groups.flatMap((group): readonly RegExp[] => skipGroups[group]));
  known.set(key, exempt);
  return exempt;
}

function combined(patterns: readonly RegExp[]): NameTest {
  const sources = patterns.map(({ source }) => source);
  const atStart = sources.filter(isAnchored).map((source) => `(?:${source.slice(1)})`);
  const anywhere = sources.filter((source) => !isAnchored(source)).map((source) => `(?:${source})`);
  const [first, other] = [new RegExp(`^(?:${atStart.join('|')})`), new RegExp(anywhere.join('|'))];
  return (name) => (atStart.length > 0 && first.test(name)) || (anywhere.length > 0 && other.test(name));
}

/** The source is one alternative that starts with `^`. The patterns contain no parenthesis or bar in a class. */
function isAnchored(source: string): boolean {
  let depth = 0;
  for (const character of source) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return false;
  }
  return source.startsWith('^');
}
