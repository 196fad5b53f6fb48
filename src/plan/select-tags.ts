import { nearestName } from '../text/nearest-name.ts';
import { isTag } from '../suite/tags.ts';
import type { PlanProblem } from './plan-problem.ts';

/** What a test must have, and must not have. */
export interface TagFilter {
  /** One of these is enough; empty: any test. */
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/** `NAME` wants a tag, `!NAME` does not want it. */
export function parseTagWords(words: readonly string[]): TagFilter {
  return {
    wanted: words.filter((word) => !word.startsWith('!')),
    unwanted: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1)),
  };
}

export function hasTags({ wanted, unwanted }: TagFilter, tags: readonly string[]): boolean {
  return (
    (wanted.length === 0 || wanted.some((tag) => tags.includes(tag))) && !unwanted.some((tag) => tags.includes(tag))
  );
}

/**
 * What is wrong with the words of `--tag`. A tag that no test has is a mistake, because fewer tests would run than were
 * meant. Of one that must not be there, only what looks like another tag is: nothing may be left to exclude.
 * @param known the tags of all tests
 */
export function tagProblems(words: readonly string[], known: readonly string[]): readonly PlanProblem[] {
  return words.flatMap((word) => {
    const tag = word.replace(/^!/, '');
    if (!isTag(tag)) return [wordBadTag(word)];
    if (known.includes(tag)) return [];
    const near = nearestName(tag, known);
    return near === undefined && word.startsWith('!') ? [] : [wordUnknownTag(tag, near, known)];
  });
}

function wordBadTag(word: string): PlanProblem {
  return {
    message: `--tag: expected NAME or !NAME, found ${JSON.stringify(word)}`,
    hint: 'A name has letters, digits, ".", "_" and "-". Give --tag once for each tag.',
  };
}

function wordUnknownTag(tag: string, near: string | undefined, known: readonly string[]): PlanProblem {
  const message = `no test has the tag ${tag}`;
  if (near !== undefined) return { message, hint: `Did you mean ${near}?` };
  if (known.length === 0) return { message, hint: 'No test has a tag. Tags are words in info/tags.' };
  const more = known.length > maxShown ? ', …' : '';
  return { message, hint: `The tags are ${known.toSorted().slice(0, maxShown).join(', ')}${more}.` };
}

const maxShown = 20;
