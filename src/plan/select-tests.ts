import { basename, dirname, join } from 'node:path';
import { nearestNames } from '../text/nearest-name.ts';
import type { Suite, SuiteTest } from '../suite/suite.ts';
import { shellJoin } from '../text/shell-quote.ts';
import type { PlanProblem } from './plan-problem.ts';
import { hasTags, parseTagWords, tagProblems } from './select-tags.ts';

/**
 * Whether `name` matches as a whole: `*` is any run of characters except `/`, `?` is one of them, the rest is literal.
 */
export function matchesGlob(glob: string, name: string): boolean {
  const source = glob
    .replaceAll(/[\\^$.+()[\]{}|]/g, String.raw`\$&`)
    .replaceAll(/\*+/g, '[^/]*')
    .replaceAll('?', '[^/]');
  return new RegExp(`^${source}$`, 'su').test(name);
}

/** A test and its suite. */
export interface SelectedTest {
  /** `suite/test`. */
  readonly id: string;
  readonly suite: Suite;
  readonly test: SuiteTest;
}

/** Which tests are asked for. What is empty does not restrict them. */
export interface Selection {
  /**
   * Absolute paths of tests, `SUITE/TEST` or `SUITE/TEST@ROW`. Of a suite in which tests are named, only these are
   * selected.
   */
  readonly named: readonly string[];
  /** Globs for `suite/test` and for bare test names. */
  readonly tests: readonly string[];
  /** `NAME` or `!NAME`. */
  readonly tags: readonly string[];
}

/**
 * The tests that match at least one glob, as `suite/test` or by bare name, and the tags. Ordered by suite, then by
 * name. A glob without a match is a problem, because a typo would otherwise run fewer tests than requested.
 */
export function selectTests(
  suites: readonly Suite[],
  { named, tests: globs, tags }: Selection,
): { readonly tests: readonly SelectedTest[]; readonly problems: readonly PlanProblem[] } {
  const known = suites.flatMap((suite) =>
    suite.tests.map((test) => ({ id: `${suite.name}/${test.name}`, suite, test })),
  );
  const missing = named.filter((path) => !known.some((one) => isAt(path, one)));
  const restricted = new Set(named.map((path) => dirname(path)));
  const all = known.filter((one) => !restricted.has(one.suite.directory) || named.some((path) => isAt(path, one)));
  const unmatched = globs.filter((glob) => !all.some((selected) => isMatched(glob, selected)));
  const problems = [
    ...missing.map((path) => wordMissing(path, known)),
    ...(unmatched.length === 0 ? [] : [wordUnmatched(unmatched, all)]),
    ...tagProblems(tags, [...new Set(all.flatMap(({ test }) => test.tags))]),
  ];
  const filter = parseTagWords(tags);
  const matched = all.filter((one) => globs.length === 0 || globs.some((glob) => isMatched(glob, one)));
  const tests = matched.filter(({ test }) => hasTags(filter, test.tags));
  if (problems.length === 0 && tests.length === 0 && matched.length > 0)
    return { tests, problems: [wordNoneLeft(tags)] };
  return { tests, problems };
}

function isAt(path: string, { suite, test }: SelectedTest): boolean {
  return path === test.directory || path === join(suite.directory, test.name);
}

function wordMissing(path: string, known: readonly SelectedTest[]): PlanProblem {
  const own = known.filter(({ suite }) => suite.directory === dirname(path));
  const nearest = nearestNames(basename(path), namesOf(own), 3);
  return {
    message: `no test ${basename(dirname(path))}/${basename(path)}`,
    hint: nearest.length > 0 ? `Did you mean ${nearest.join(', ')}?` : `The tests are ${someIds(own)}.`,
  };
}

/** The names of tests, and those that stand for all rows of a table. */
function namesOf(tests: readonly SelectedTest[], prefix: (one: SelectedTest) => string = () => ''): readonly string[] {
  return [
    ...new Set(
      tests.flatMap((one) => [basename(one.test.directory), one.test.name].map((name) => `${prefix(one)}${name}`)),
    ),
  ];
}

function wordNoneLeft(tags: readonly string[]): PlanProblem {
  return {
    message: `no test is left by ${shellJoin(tags.flatMap((tag) => ['--tag', tag]))}`,
    hint: 'The command list shows the tags of all tests.',
  };
}

/** A glob for a test with a table means all of its rows. */
function isMatched(glob: string, { id, suite, test }: SelectedTest): boolean {
  const directory = basename(test.directory);
  const names = [id, test.name, ...(test.row === undefined ? [] : [`${suite.name}/${directory}`, directory])];
  return names.some((name) => matchesGlob(glob, name));
}

function wordUnmatched(globs: readonly string[], all: readonly SelectedTest[]): PlanProblem {
  const nearest = [...new Set(globs.flatMap((glob) => namesNear(glob, all)))].slice(0, 5);
  return {
    message: `no test matches ${globs.map((glob) => `--test ${glob}`).join(', nor ')}`,
    hint:
      nearest.length > 0
        ? `Did you mean ${nearest.join(', ')}?`
        : `The tests are ${someIds(all)}; the command list shows all of them.`,
  };
}

/** Similar names, with or without the suite, as the glob is written. */
function namesNear(glob: string, all: readonly SelectedTest[]): readonly string[] {
  const literal = glob.replaceAll(/[*?]/g, '');
  return nearestNames(literal, glob.includes('/') ? namesOf(all, ({ suite }) => `${suite.name}/`) : namesOf(all), 3);
}

function someIds(all: readonly SelectedTest[]): string {
  const first = all.slice(0, 5).map(({ id }) => id);
  return `${first.join(', ')}${all.length > first.length ? ' …' : ''}`;
}
