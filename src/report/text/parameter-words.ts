import { bounds } from '../../bounds/bounds.ts';
import type { TestResult } from '../../results/results.ts';
import { plainLine } from '../../text/escape-text.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import { cutLine } from '../../text/text-width.ts';

const maxChars = 500;

/** `SIZE=16 'MODE=read and write'`: the row of a test with a table; undefined: it has none. */
export function parameterWords({ parameters = {} }: Pick<TestResult, 'parameters'>): string | undefined {
  const words = Object.entries(parameters)
    .slice(0, bounds.each.columns)
    .map(([name, value]) => shellQuote(`${name}=${value.slice(0, bounds.each.valueChars)}`));
  return words.length === 0 ? undefined : cutLine(plainLine(words.join(' ')), maxChars);
}

/** The description with the row and the tags of a test, each on a line of its own. */
export function describedTest(test: Pick<TestResult, 'description' | 'parameters' | 'tags'>): string {
  const { tags = [] } = test;
  const lines = [test.description, parameterWords(test) ?? '', tags.length === 0 ? '' : `tags: ${tags.join(' ')}`];
  return lines.filter((line) => line !== '').join('\n');
}
