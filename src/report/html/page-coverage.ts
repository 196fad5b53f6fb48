import { linesIn } from '../../results/coverage/line-ranges.ts';
import type { CoverageResult, Results, TestResult } from '../../results/results.ts';
import { plainLine, plainText } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { coverageWords } from '../text/coverage-words.ts';
import { embeddedBytes } from './embed-json.ts';
import type { PageCoverage, PageSource, PageSourceLine } from './page-data.ts';

type CoverageFile = CoverageResult['files'][number];

const maxFiles = 500;
const maxReasons = 50;
const maxLines = 20_000;
const maxColumns = 240;
const nameLength = 300;
/** Tests that one line names. */
const maxTests = 60;
/** The limit for the sources of all files together. */
const maxBytes = 2_500_000;
const tabColumns = 8;

/**
 * The coverage for the page: each file with its source, the tests that reached each line, and how it was reached. Files
 * that do not fit have their figures only. @param tests those on the page, in its order
 */
export function pageCoverage(
  { coverage }: Results,
  tests: readonly TestResult[],
  readLog: (path: string) => string | undefined,
): PageCoverage | undefined {
  if (coverage === undefined) return undefined;
  let left = maxBytes;
  const files = coverage.files.slice(0, maxFiles).map((one): PageSource => {
    const bare = { file: short(one.file), said: coverageWords(one), never: one.lines - one.reached };
    const figures = { ...bare, onlyByFaults: one.onlyByFaults };
    const source = left > 0 ? pageSource(one, tests, readLog) : undefined;
    const bytes = source === undefined ? 0 : embeddedBytes(source);
    if (source === undefined || bytes > left) return { ...figures, lines: [], groups: [] };
    left -= bytes;
    return { ...figures, ...source };
  });
  return {
    said: coverageWords(coverage),
    files,
    notMeasured: coverage.notMeasured
      .slice(0, maxReasons)
      .map(({ cell, suite, reason }) => short(`${suite} on ${cell} was not measured: ${reason}`)),
    more: coverage.files.length - files.length,
  };
}

function pageSource(
  one: CoverageFile,
  tests: readonly TestResult[],
  readLog: (path: string) => string | undefined,
): Pick<PageSource, 'lines' | 'groups'> {
  const text = one.source === undefined ? undefined : readLog(one.source);
  const coverable = new Set(linesIn(one.coverable));
  const groups = new Groups(testsOf(one.file, tests));
  const [ran, byFaults] = [new Set(linesIn(one.ran)), new Set(linesIn(one.ranOnlyByFaults))];
  const lineOf = (number: number, code: string): PageSourceLine => {
    const state = ran.has(number) ? 'ran' : byFaults.has(number) ? 'faults' : coverable.has(number) ? 'never' : 'none';
    const group = state === 'ran' || state === 'faults' ? groups.of(number) : undefined;
    return group === undefined ? [number, state, code] : [number, state, code, group];
  };
  const lines =
    text === undefined
      ? [...coverable].slice(0, maxLines).map((number) => lineOf(number, ''))
      : sourceLines(text).map((code, index) => lineOf(index + 1, code));
  return { lines, groups: groups.all };
}

function sourceLines(text: string): readonly string[] {
  const lines = text.replace(/\n$/, '').split('\n', maxLines);
  return lines.map((line) => plainText(expandTabs(line.slice(0, maxColumns))).replaceAll('\n', ' '));
}

function expandTabs(line: string): string {
  let column = 0;
  return line.replaceAll(/\t|[^\t]+/g, (part) => {
    const shown = part === '\t' ? ' '.repeat(tabColumns - (column % tabColumns)) : part;
    column += shown.length;
    return shown;
  });
}

/** By line, the indices of the tests that reached it. */
function testsOf(file: string, tests: readonly TestResult[]): ReadonlyMap<number, readonly number[]> {
  const reached = new Map<number, number[]>();
  for (const [index, { coverage = [] }] of tests.entries()) {
    for (const one of coverage.filter((lines) => lines.file === file)) {
      for (const line of linesIn(one.lines)) {
        const known = reached.get(line);
        if (known === undefined) reached.set(line, [index]);
        else if (known.length < maxTests) known.push(index);
      }
    }
  }
  return reached;
}

/** Most lines of a function are reached by the same tests, so each group of tests is there once. */
class Groups {
  readonly all: (readonly number[])[] = [];
  readonly #tests: ReadonlyMap<number, readonly number[]>;
  readonly #known = new Map<string, number>();

  constructor(tests: ReadonlyMap<number, readonly number[]>) {
    this.#tests = tests;
  }

  of(line: number): number | undefined {
    const tests = this.#tests.get(line);
    if (tests === undefined) return undefined;
    const key = tests.join(',');
    const known = this.#known.get(key) ?? this.all.push(tests) - 1;
    this.#known.set(key, known);
    return known;
  }
}

function short(text: string): string {
  return cutLine(plainLine(text.slice(0, 4 * nameLength)), nameLength);
}
