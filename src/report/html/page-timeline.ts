import type { Finding } from '../../diagnose/finding.ts';
import { entryWords, momentWords } from '../timeline/moment-words.ts';
import { parseTimeline } from '../timeline/parse-timeline.ts';
import { tellTimeline, tellingMoments } from '../timeline/tell-timeline.ts';
import type { PageTimeline } from './page-data.ts';

/** How many moments before a crash and after it: all that is worth reading, or what led to it. */
const lengths = [{ before: 700, after: 200 }, { before: tellingMoments, after: 5 }] as const;

/** The text of a timeline as a page may show it, the longest version first; none: there is nothing on it. */
export function pageTimelines(text: string, finding: Finding | undefined): readonly PageTimeline[] {
  const { entries, unreadable } = parseTimeline(text);
  if (entries.length === 0) return [];
  const { before, crash, after } = tellTimeline(entries, finding);
  const counted = { count: before.length + after.length + (crash === undefined ? 0 : 1), unreadable };
  return lengths.map((length) => {
    const shown = before.slice(-length.before);
    return {
      moments: [...shown.map(momentWords), ...(crash === undefined ? [] : [entryWords(crash)]), ...after.slice(0, length.after).map(momentWords)],
      last: [Math.max(0, shown.length - tellingMoments), shown.length],
      ...(crash === undefined ? {} : { crash: shown.length }),
      ...counted,
    };
  });
}
