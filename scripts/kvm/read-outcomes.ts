import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseResults } from '../../src/results/parse-results.ts';
import type { Results } from '../../src/results/results.ts';
import type { TrialOutcome } from './comparison.ts';
import type { TrialEnd } from './run-trials.ts';

/** What `runTrials` left of a trial; undefined: it did not run, or not to its end. */
export function readOutcome(directory: string, name: string): TrialOutcome | undefined {
  const end = readText(join(directory, name, 'trial.json'));
  if (end === undefined) return undefined;
  const text = readText(join(directory, name, 'results.json'));
  const parsed = text === undefined ? undefined : parseResults(text);
  const results = parsed?.kind === 'results' ? parsed.results : undefined;
  return {
    end: JSON.parse(end) as TrialEnd,
    results,
    clockLines: results === undefined ? [] : clockLinesOf(results, join(directory, name)),
  };
}

/** Of clones that passed. Others may have been stuck on purpose. */
function clockLinesOf({ tests }: Results, directory: string): readonly string[] {
  return tests
    .filter(({ start, outcome }) => start === 'clone' && outcome === 'pass')
    .flatMap(({ id, console: path = '' }) =>
      clockLinesIn(readText(join(directory, path)) ?? '').map((line) => `${id}: ${line}`),
    );
}

/** What a kernel says when its clocks do not agree, or when time has passed while it did not run. */
const signs = [
  /Marking clocksource '.*' as unstable|Marking TSC unstable/,
  /self-detected stall|detected stalls|soft lockup/,
];

/** The lines of a console that say that a clock went wrong. */
export function clockLinesIn(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => signs.some((sign) => sign.test(line)));
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
