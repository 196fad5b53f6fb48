import type { Finding } from '../../diagnose/finding.ts';
import type { TimelineEntry } from '../../run/timeline-entry.ts';
import { plainLine } from '../escape-text.ts';
import { withoutKernelPrefix } from '../kernel-prefix.ts';

/** The entry with which a kernel's report begins, separators left aside; -1: these entries do not tell of it. */
export function findCrash(entries: readonly TimelineEntry[], { report }: Pick<Finding, 'report'>): number {
  const opening = report
    .split('\n', maxOpening)
    .map(comparable)
    .find((line) => line !== '' && !isSeparator(line));
  if (opening === undefined) return -1;
  // With its time a line is this one; without, it may be an earlier one that reads the same.
  const exact = entries.findIndex((entry) => isConsole(entry) && saysTheSame(comparable(entry.text), opening));
  if (exact >= 0) return exact;
  const words = withoutKernelPrefix(opening);
  return entries.findIndex(
    (entry) => isConsole(entry) && saysTheSame(withoutKernelPrefix(comparable(entry.text)), words),
  );
}

/** `------------[ cut here ]------------`, a row of signs: a line that says nothing. */
export function isSeparator(line: string): boolean {
  return /^(?:-+\[ cut here \]-+|[=-]{4,})$/.test(withoutKernelPrefix(line));
}

const maxOpening = 10;
const shortestTelling = 20;

/** More of a line is not looked at. */
const maxLength = 1000;

function comparable(line: string): string {
  return plainLine(line.slice(0, maxLength));
}

function isConsole({ source }: TimelineEntry): boolean {
  return source === 'console';
}

/** Either may have been cut, and a report has places in the source added at the end of a line. */
function saysTheSame(said: string, wanted: string): boolean {
  if (said === wanted) return true;
  return (
    Math.min(said.length, wanted.length) >= shortestTelling && (said.startsWith(wanted) || wanted.startsWith(said))
  );
}
