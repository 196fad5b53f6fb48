import type { DistinctFailure } from '../../results/distinct-failures.ts';
import { parseTimeline } from '../../results/parse-timeline.ts';
import type { TimelineEntry } from '../../run/evidence/timeline-entry.ts';
import { plainLine } from '../../text/escape-text.ts';
import { fitWidth } from '../../text/text-width.ts';
import { withoutKernelPrefix } from '../text/kernel-report.ts';
import { describeTimeline } from '../text/describe-timeline.ts';
import type { FinalLook } from './final-cells.ts';

const maxShown = 6;
const label = '   kernel      ';

/** What the kernel said while a test failed without a kernel report: its last words, errors preferred. */
export function kernelLines({ test, finding }: DistinctFailure, look: FinalLook): readonly string[] {
  if (finding !== undefined || test.timeline === undefined) return [];
  if (test.outcome !== 'fail' && test.outcome !== 'error') return [];
  const text = look.readLog(test.timeline);
  if (text === undefined) return [];
  const lines = lastKernelWords(parseTimeline(text).entries).filter((line) => !test.reason.includes(line));
  return lines.map(
    (line, index) =>
      (index === 0 ? label : ' '.repeat(label.length)) + fitWidth(line, Math.max(20, look.columns - label.length)),
  );
}

/**
 * The kernel's last lines between the first stage and the end of the one that failed. A console does not show the level
 * of a line, so errors are recognised by their words; without any, all lines count.
 */
export function lastKernelWords(entries: readonly TimelineEntry[]): readonly string[] {
  const first = entries.findIndex(({ source }) => source === 'stage');
  if (first < 0) return [];
  const { before } = describeTimeline(entries.slice(first), undefined);
  const lines = [...new Set(before.flatMap(({ entry }) => kernelWords(entry)))];
  const errors = lines.filter((line) => errorWords.test(line));
  return (errors.length > 0 ? errors : lines).slice(-maxShown);
}

/** A line with a kernel's time stamp. The agent's markers and the taint of every foreign module say nothing. */
function kernelWords({ source, text }: TimelineEntry): readonly string[] {
  if (source !== 'console' || !/^\[ *\d+\.\d+\]/.test(text)) return [];
  const words = plainLine(withoutKernelPrefix(text.slice(0, maxChars)));
  return words === '' || beside.test(words) ? [] : [words];
}

const maxChars = 2000;
/** The last one is of a packed module: busybox offers it to the kernel as it is, before it unpacks it. */
const beside =
  /^qdt: |: loading out-of-tree module taints kernel|: module verification failed: |^Invalid ELF header magic: /;
const errorWords = new RegExp(
  String.raw`\b(?:err(?:or)?|fail\w*|faults?|cannot|can't|could not|unable|invalid|bad|unknown|timed? ?out|denied|` +
    String.raw`refused?|reject\w*|corrupt\w*|abort\w*|lost|missing|warning|over(?:flow|run)|underrun|` +
    String.raw`not (?:found|supported|responding|ready))\b`,
  'i',
);
