import { parseConsoleLine } from '../console-line.ts';
import { namesErrno } from './errno-words.ts';
import type { TimedLine } from './machine-times.ts';

/**
 * The first line of the kernel after `sinceMs` that the run without a fault does not have. A console does not show the
 * level of a line; that the fault caused it is what matters.
 */
export function kernelWordsOfFault(lines: readonly TimedLine[], baseline: string, sinceMs: number): string | undefined {
  const usual = usualWords(baseline);
  for (const { atMs, text } of lines)
    for (const words of kernelWords(text)) if (!takeUsual(usual, words) && atMs >= sinceMs) return words;
  return undefined;
}

interface UsualWords {
  /** How often each is there, with its numbers left out. */
  readonly counts: Map<string, number>;
  readonly exact: ReadonlySet<string>;
}

function usualWords(console: string): UsualWords {
  const counts = new Map<string, number>();
  const exact = new Set<string>();
  for (const words of console.split('\n').flatMap(kernelWords)) {
    const shape = shapeOf(words);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
    exact.add(words);
  }
  return { counts, exact };
}

/** Each line of the run without a fault excuses one. The number of an error is part of the line. */
function takeUsual({ counts, exact }: UsualWords, words: string): boolean {
  if (namesErrno(words) && !exact.has(words)) return false;
  const shape = shapeOf(words);
  const left = counts.get(shape) ?? 0;
  counts.set(shape, left - 1);
  return left > 0;
}

/** Times, addresses and ids differ from run to run. */
function shapeOf(words: string): string {
  return words.replaceAll(/0x[\da-f]+|\b[\da-f]{8,}\b|\d+/gi, '#');
}

/** Only lines with the kernel's timestamp, without those that come and go with the load of the host. */
function kernelWords(line: string): readonly string[] {
  return parseConsoleLine(line.slice(0, maxChars)).flatMap(({ stamped, text }) => {
    const words = text.trim();
    return stamped && words !== '' && !unrelated.test(words) ? [words] : [];
  });
}

const maxChars = 2000;
const unrelated = new RegExp(
  '^(?:qdt[\\w-]{0,20}|random|clocksource|tsc|hrtimer|perf|sched|workqueue|watchdog|rcu|audit|systemd[\\w.-]{0,40})' +
    '(?:\\[\\d{1,9}\\])?:',
);
