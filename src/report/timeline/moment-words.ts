import type { TimelineEntry } from '../../run/timeline-entry.ts';
import { cutLine } from '../cut-text.ts';
import { formatDuration } from '../duration.ts';
import { plainLine } from '../escape-text.ts';
import type { Moment } from './fold-entries.ts';

/** A moment as every report shows it, safe to show. */
export interface MomentWords {
  /** Milliseconds since the launch, as `timeline.jsonl` has them. */
  readonly at: string;
  /** The device that it is about, else where it comes from. */
  readonly who: string;
  readonly text: string;
  readonly tone: MomentTone;
}

/** `fault`: the hardware failed as a test wanted it to; `crash`: here it went wrong. */
export type MomentTone = 'plain' | 'fault' | 'crash';

/** What stands where a telling ends. */
export function markWords(entry: TimelineEntry): MomentWords {
  return { ...entryWords(entry), tone: 'crash' };
}

export function momentWords({ entry, times, spanMs, inTurn }: Moment): MomentWords {
  const repeated = times === 1 ? '' : ` ×${times}${inTurn > 1 ? ' in turn,' : ''} in ${formatSpan(spanMs)}`;
  const { at, who, text, tone } = entryWords(entry);
  return { at, who, text: text + repeated, tone };
}

function entryWords(entry: TimelineEntry): MomentWords {
  const { atMs, source, text, device } = entry;
  const who = source === 'device' && device !== undefined ? device : source;
  return {
    at: atMs.toFixed(3),
    who: plainLine(who.slice(0, maxWho)),
    text: cutLine(plainLine(text.slice(0, 4 * maxText)), maxText),
    tone: toneOf(entry),
  };
}

const maxWho = 64;
const maxText = 400;

function toneOf({ source, data }: TimelineEntry): MomentTone {
  if (source !== 'device') return 'plain';
  const kind = data?.['kind'];
  return kind === 'fault' || kind === 'crash' ? kind : 'plain';
}

function formatSpan(spanMs: number): string {
  return spanMs < 1 ? `${Math.round(spanMs * 1000)} µs` : formatDuration(spanMs);
}
