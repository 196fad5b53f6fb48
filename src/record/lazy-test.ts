import type { AttemptResult, TestResult } from '../results/results.ts';

/** Small fields that are needed of all tests at once, so they are kept in memory. All others are read on access. */
const lightKeys = [
  'id',
  'cell',
  'description',
  'outcome',
  'ok',
  'expected',
  'start',
  'startMs',
  'durationMs',
  'reproduce',
  'shell',
  'flaky',
  'point',
] as const;
type LightKey = (typeof lightKeys)[number];

/** The source of the fields that are not kept. */
export interface TestSource {
  readonly load: () => TestResult;
  readonly loadAttempts: () => readonly AttemptResult[];
}

const isLight: ReadonlySet<string> = new Set(lightKeys);
const sources = new WeakMap<object, TestSource>();
const getters = new Map<string, (this: object) => unknown>();

/**
 * The same test in little memory: small fields are kept, others are read from the record on each access, so that a
 * report over many tests holds only a few at a time. It has exactly the keys of `whole`.
 */
export function lazyTest(whole: TestResult, source: TestSource): TestResult {
  const test: Partial<Record<keyof TestResult, unknown>> = {};
  for (const [key, value] of Object.entries(whole)) {
    if (isLight.has(key)) Object.defineProperty(test, key, { enumerable: true, configurable: true, value });
    else Object.defineProperty(test, key, { enumerable: true, get: getterOf(key) });
  }
  sources.set(test, source);
  // It has every key of `whole`, with the same values.
  return test as TestResult;
}

/** One function for all tests, so that they share a hidden class. */
function getterOf(key: string): (this: object) => unknown {
  const known = getters.get(key);
  if (known !== undefined) return known;
  const getter = function (this: object): unknown {
    const source = sources.get(this);
    if (source === undefined) throw new Error(`Internal error: ${key} of a test without a record`);
    return key === 'attempts'
      ? source.loadAttempts()
      : source.load()[key as Exclude<keyof TestResult, LightKey | 'attempts'>];
  };
  getters.set(key, getter);
  return getter;
}
