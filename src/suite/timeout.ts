import { readOneValue } from './one-value.ts';
import { wording } from './problem-wording.ts';
import { parseSeconds } from './seconds.ts';
import type { Report } from './suite-problem.ts';
import type { TextFile } from './text-file.ts';

/** `info/timeout` in milliseconds; undefined when it was reported as wrong. */
export function parseTimeout(file: TextFile, report: Report): number | undefined {
  const value = readOneValue(file, 'timeout', report);
  if (value === undefined) return undefined;
  const seconds = parseSeconds(value.text);
  if (seconds.kind === 'duration') return seconds.durationMs;
  report(file.path, value.number, wording.badTimeout(seconds.reason, value.text));
  return undefined;
}
