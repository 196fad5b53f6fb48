import { dirname, join, resolve } from 'node:path';
import { filesIn, kindOfFile } from '../host/files/file-facts.ts';
import { isSystemError } from '../host/system-error.ts';

/** A word of a command line that names a suite, or a test in it. */
export interface SuiteOperand {
  /** Absolute path of the suite. */
  readonly suite: string;
  /** Absolute path of the test, `SUITE/TEST` or `SUITE/TEST@ROW`; undefined: the whole suite. */
  readonly test: string | undefined;
}

/**
 * A directory that holds a `run`, and no tests, is a test of the suite above it. So is a path that does not exist, next
 * to other tests: a row of a table, or a name with a typo.
 */
export function suiteOperand(word: string, cwd: string): SuiteOperand {
  const path = resolve(cwd, word);
  return isTest(path) ? { suite: dirname(path), test: path } : { suite: path, test: undefined };
}

/** The suites and tests that are named together. */
export interface NamedSuites {
  /** Absolute paths. A suite is there as often as it is named itself, or else once. */
  readonly suites: readonly string[];
  /** Absolute paths of tests, of suites that are not named themselves. */
  readonly tests: readonly string[];
}

export function suiteOperands(words: readonly string[], cwd: string): NamedSuites {
  const operands = words.map((word) => suiteOperand(word, cwd));
  const whole = new Set(operands.filter(({ test }) => test === undefined).map(({ suite }) => suite));
  const suites = operands.filter(
    ({ suite, test }, index) =>
      test === undefined || (!whole.has(suite) && operands.findIndex((other) => other.suite === suite) === index),
  );
  return {
    suites: suites.map(({ suite }) => suite),
    tests: operands.flatMap(({ suite, test }) => (test === undefined || whole.has(suite) ? [] : [test])),
  };
}

/** What cannot be read is taken for a suite, whose reader says what is wrong with it. */
function isTest(path: string): boolean {
  try {
    return kindOfFile(path) === 'nothing' ? holdsTests(dirname(path)) : isTestDirectory(path) && !holdsTests(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}

function isTestDirectory(path: string): boolean {
  return kindOfFile(join(path, 'run')) === 'file';
}

function holdsTests(directory: string): boolean {
  return filesIn(directory).some(({ name, kind }) => kind === 'directory' && isTestDirectory(join(directory, name)));
}
