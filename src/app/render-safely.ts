import { isSystemError } from '../host/system-error.ts';
import type { Results, TestResult } from '../results/results.ts';

/** Makes a text of results, in one piece or many. */
export type Renderer = (results: Results) => Iterable<string>;

/** A test that a renderer of ours cannot show, and why. */
export interface Unrendered {
  readonly test: TestResult;
  readonly error: unknown;
}

export interface Rendering<T> {
  readonly render: Renderer;
  /** Takes the text: writes it, or keeps it. */
  readonly use: (pieces: Iterable<string>) => T;
  readonly onUnrendered: (unrendered: Unrendered) => void;
}

/**
 * Renders results so that no test can cost another its report: when the renderer throws, the tests that it cannot show
 * alone are told, and shown as an error of ours.
 * @throws what it cannot do without them either; SystemError of `use`
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

/** What the renderer throws when there are only these tests. */
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

/** Only what is always in memory is taken over. */
function standIn({ id, cell, description, expected, reproduce, shell }: TestResult, error: unknown): TestResult {
  const what = error instanceof Error ? error.message : String(error);
  return {
    id,
    cell,
    description,
    outcome: 'error',
    ok: false,
    expected,
    reason: `Internal error: this result could not be shown: ${what.slice(0, 500)}`,
    start: 'cold',
    startReason: 'it could not be shown',
    startMs: null,
    durationMs: 0,
    stages: [],
    findings: [],
    subtests: [],
    artifacts: [],
    console: `${cell}/boot/console.log`,
    notes: [],
    reproduce,
    shell,
  };
}
