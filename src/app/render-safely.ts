import { isSystemError } from '../host/system-error.ts';
import { unknownResult } from '../record/test-result.ts';
import type { Results, TestResult } from '../results/results.ts';

/** Renders results, in one piece or many. */
export type Renderer = (results: Results) => Iterable<string>;

/** A test that one of our renderers cannot show, and the error. */
export interface Unrendered {
  readonly test: TestResult;
  readonly error: unknown;
}

export interface Rendering<T> {
  readonly render: Renderer;
  /** Consumes the text: writes it or keeps it. */
  readonly use: (pieces: Iterable<string>) => T;
  readonly onUnrendered: (unrendered: Unrendered) => void;
}

/**
 * Renders results so that one test cannot spoil the report of others. When the renderer throws, the tests that it
 * cannot show alone are reported and replaced by an internal error. @throws what the renderer throws without them, too
 * @throws SystemError of `use`
 */
export function renderSafely<T>(results: Results, { render, use, onUnrendered }: Rendering<T>): T {
  try {
    return use(render(results));
  } catch (error) {
    if (isSystemError(error)) throw error;
    const broken =
      failsWith(render, results, []) === undefined ? brokenTests(render, results) : new Map<TestResult, unknown>();
    if (broken.size === 0) throw error;
    for (const [test, cause] of broken) onUnrendered({ test, error: cause });
    const tests = results.tests.map((test) => (broken.has(test) ? standIn(test, broken.get(test)) : test));
    return use(render({ ...results, tests }));
  }
}

function brokenTests(render: Renderer, results: Results): ReadonlyMap<TestResult, unknown> {
  return new Map(
    results.tests.flatMap((test) => {
      const failure = failsWith(render, results, [test]);
      return failure === undefined ? [] : [[test, failure.error] as const];
    }),
  );
}

/** The error that the renderer throws for these tests alone. */
function failsWith(
  render: Renderer,
  results: Results,
  tests: readonly TestResult[],
): { readonly error: unknown } | undefined {
  try {
    const pieces = render({ ...results, tests })[Symbol.iterator]();
    while (pieces.next().done !== true);
    return undefined;
  } catch (error) {
    return { error };
  }
}

/** Uses only fields that are always in memory. */
function standIn(test: TestResult, error: unknown): TestResult {
  const what = error instanceof Error ? error.message : String(error);
  return unknownResult(test, {
    reason: `Internal error: this result could not be shown: ${what.slice(0, 500)}`,
    startReason: 'it could not be shown',
  });
}
