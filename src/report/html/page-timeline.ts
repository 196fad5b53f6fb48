import type { Finding } from '../../diagnose/finding.ts';
import { markWords, momentWords } from '../timeline/moment-words.ts';
import { parseTimeline } from '../timeline/parse-timeline.ts';
import { tellTimeline, tellingMoments } from '../timeline/tell-timeline.ts';
import type { PageTimeline } from './page-data.ts';

/** How many moments before a crash or another end, and after it: all that is worth reading, or what led to it. */
const lengths = [
  { before: 700, after: 200 },
  { before: tellingMoments, after: 5 },
] as const;

/** The text of a timeline as a page may show it, the longest version first; none: there is nothing on it. */
export function pageTimelines(text: string, finding: Finding | undefined): readonly PageTimeline[] {
  const { entries, unreadable } = parseTimeline(text);
  if (entries.length === 0) return [];
  const { until, before, mark, after } = tellTimeline(entries, finding);
  const counted = { count: before.length + after.length + (mark === undefined ? 0 : 1), unreadable };
  return lengths.map((length) => {
    const shown = before.slice(-length.before);
    return {
      moments: [
        ...shown.map(momentWords),
        ...(mark === undefined ? [] : [markWords(mark)]),
        ...after.slice(0, length.after).map(momentWords),
      ],
      until,
      last: [Math.max(0, shown.length - tellingMoments), shown.length + (mark === undefined ? 0 : 1)],
      ...counted,
    };
  });
}
