import { skipGroups, type SkipGroup } from '../catalogue/never-guilty.ts';

export type Innocence = (name: string) => boolean;

const known = new Map<string, Innocence>();

/**
 * Whether a function is one of these groups'. A report has hundreds of frames and there are hundreds of patterns: they
 * are tried as two.
 */
export function innocence(groups: readonly SkipGroup[]): Innocence {
  const key = groups.join(' ');
  const innocent = known.get(key) ?? innocenceOf(groups.flatMap((group): readonly RegExp[] => skipGroups[group]));
  known.set(key, innocent);
  return innocent;
}

function innocenceOf(patterns: readonly RegExp[]): Innocence {
  const sources = patterns.map(({ source }) => source);
  const atStart = sources.filter(isAnchored).map((source) => `(?:${source.slice(1)})`);
  const anywhere = sources.filter((source) => !isAnchored(source)).map((source) => `(?:${source})`);
  const [first, other] = [new RegExp(`^(?:${atStart.join('|')})`), new RegExp(anywhere.join('|'))];
  return (name) => {
    // arm64 runs some functions before the kernel is where it will be: `__pi_memcpy`.
    const plain = name.replace(/^__pi_/, '');
    return (atStart.length > 0 && first.test(plain)) || (anywhere.length > 0 && other.test(plain));
  };
}

/** One alternative, and it begins with `^`. The patterns have no parenthesis or bar in a class. */
function isAnchored(source: string): boolean {
  let depth = 0;
  for (const character of source) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return false;
  }
  return source.startsWith('^');
}
