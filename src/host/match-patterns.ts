import { runInNewContext } from 'node:vm';

/**
 * For each list of texts, whether any pattern matches any of them. The patterns are a suite's and may take for ever on
 * the wrong text: undefined when they were not through in time.
 */
export function matchEach(
  patterns: readonly RegExp[],
  lists: readonly (readonly string[])[],
  limitMs: number,
): readonly boolean[] | undefined {
  if (patterns.length === 0) return lists.map(() => false);
  try {
    // Only code in a context of its own can be interrupted.
    return runInNewContext(
      'lists.map((texts) => texts.some((text) => patterns.some((pattern) => pattern.test(text))))',
      { patterns, lists },
      { timeout: limitMs },
    ) as boolean[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
}
