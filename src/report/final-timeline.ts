import type { DistinctFailure } from './distinct-failures.ts';
import type { FinalLook } from './final-look.ts';
import { padWidth, fitWidth, textWidth } from './text-width.ts';
import { markWords, momentWords, type MomentWords } from './timeline/moment-words.ts';
import { parseTimeline } from './timeline/parse-timeline.ts';
import { tellTimeline } from './timeline/tell-timeline.ts';

const indent = '     ';
const widestWho = 16;

/** The last moments of a failed machine before its crash, or before its end; at most so many. */
export function timelineLines({ test, finding }: DistinctFailure, look: FinalLook, most: number): readonly string[] {
  const isTelling =
    finding !== undefined || test.devices !== undefined || ['crash', 'hang', 'timeout'].includes(test.outcome);
  const text = test.timeline === undefined || !isTelling ? undefined : look.readLog(test.timeline);
  if (text === undefined) return [];
  const { until, before, mark } = tellTimeline(parseTimeline(text).entries, finding);
  const shown = before.slice(-most);
  if (shown.length === 0) return [];
  const words = [...shown.map(momentWords), ...(mark === undefined ? [] : [markWords(mark)])];
  const count =
    shown.length < before.length ? `the last ${shown.length} of ${before.length} moments` : 'all that was seen';
  return [`   before the ${until}: ${count}, in milliseconds since the launch`, ...rows(words, look)];
}

function rows(words: readonly MomentWords[], { style, columns }: FinalLook): readonly string[] {
  const timeWidth = Math.max(...words.map(({ at }) => at.length));
  const whoWidth = Math.min(widestWho, Math.max(...words.map(({ who }) => textWidth(who))));
  const textColumns = Math.max(16, columns - indent.length - timeWidth - whoWidth - 4);
  const paints = { plain: (text: string) => text, fault: style.yellow, crash: style.red };
  return words.map(
    ({ at, who, text, tone }) =>
      `${indent}${style.dim(at.padStart(timeWidth))}  ${padWidth(fitWidth(who, whoWidth), whoWidth)}  ` +
      paints[tone](fitWidth(text, textColumns)),
  );
}
