import { cutLine } from './cut-text.ts';
import { codeBlock } from './markdown.ts';
import type { DistinctFailure } from './distinct-failures.ts';
import { markWords, momentWords } from './timeline/moment-words.ts';
import { parseTimeline } from './timeline/parse-timeline.ts';
import { tellTimeline, tellingMoments } from './timeline/tell-timeline.ts';

const maxColumns = 200;

/** The last moments of a failed machine, folded; undefined: nothing was seen of it. */
export function foldedTimeline({ finding }: Pick<DistinctFailure, 'finding'>, text: string): string | undefined {
  const { until, before, mark } = tellTimeline(parseTimeline(text).entries, finding);
  if (before.length === 0) return undefined;
  const shown = before.slice(-tellingMoments);
  const words = [...shown.map(momentWords), ...(mark === undefined ? [] : [markWords(mark)])];
  const timeWidth = Math.max(...words.map(({ at }) => at.length));
  const whoWidth = Math.max(...words.map(({ who }) => who.length));
  const lines = words.map(({ at, who, text: said }) =>
    cutLine(`${at.padStart(timeWidth)}  ${who.padEnd(whoWidth)}  ${said}`, maxColumns),
  );
  const count = shown.length < before.length ? `the last ${shown.length} of ${before.length} moments` : 'all moments';
  const summary = `<summary>Before the ${until}: ${count}, in milliseconds since the launch</summary>`;
  return [`<details>${summary}`, codeBlock(lines.join('\n'), 'text'), '</details>'].join('\n\n');
}
