import type { Duplex } from 'node:stream';
import { bounds } from '../bounds/bounds.ts';
import { monotonicUs } from '../host/clock.ts';
import { writeFully } from '../host/files/file-changes.ts';
import { answerRequest, type HwAnswer, type HwDispatcher, internalError, parseRequest } from './request-dispatcher.ts';
import { type RequestLine, RequestLines } from './request-lines.ts';

/** A timeline entry for one request. The guest's words are untrusted. */
export interface HwEntry {
  /** When it arrived, on the host's monotonic clock. */
  readonly askedUs: number;
  readonly durationMs: number;
  /** The request on one line, limited in length. */
  readonly request: string;
  readonly outcome: HwAnswer['outcome'];
  readonly text: string;
}

export type HwListener = (entry: HwEntry) => void;

const maxShownLength = 400;

/**
 * Answers requests on a channel, one after the other, until it closes. While a request is processed, or an answer is
 * not read, nothing more is read: a guest that sends without limit fills its own pipe.
 */
export function serveRequests(channel: Duplex, dispatcher: HwDispatcher, listener: HwListener): void {
  const lines = new RequestLines(bounds.hw.requestBytes);
  channel.on('data', (chunk: Buffer) => {
    channel.pause();
    // A failure here belongs to the machine. The listener to the channel is informed.
    serveAll(lines.push(chunk)).then(
      () => channel.resume(),
      (error: unknown) => channel.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });

  async function serveAll(requests: readonly RequestLine[]): Promise<void> {
    for (const line of requests) if (!channel.destroyed) await serveOne(line);
  }

  async function serveOne(line: RequestLine): Promise<void> {
    const askedUs = monotonicUs();
    const request = parseRequest(line);
    const answer: HwAnswer =
      'problem' in request
        ? { outcome: 'usage', text: request.problem }
        : await answerRequest(request.words, dispatcher);
    const shown = 'problem' in request ? '' : request.words.join(' ');
    const failed = tell({
      askedUs,
      durationMs: (monotonicUs() - askedUs) / 1000,
      request: cut(shown),
      outcome: answer.outcome,
      text: cut(answer.text),
    });
    if (request.id !== undefined) await writeFully(channel, formatAnswer(request.id, failed ?? answer));
  }

  /** A failing listener of ours is reported to the guest's test and ends nothing else. */
  function tell(entry: HwEntry): HwAnswer | undefined {
    try {
      listener(entry);
      return undefined;
    } catch (error) {
      return { outcome: 'refused', text: internalError(error) };
    }
  }
}

const statuses: Readonly<Record<HwAnswer['outcome'], number>> = { done: 0, refused: 1, usage: 2 };

/** The format is in guest/PROTOCOL.md. */
export function formatAnswer(id: string, { outcome, text, guestPath }: HwAnswer): string {
  const kind = outcome === 'done' ? 'out' : 'err';
  const lines = text === '' ? [] : boundedLines(text).map((line) => `${id} ${kind} ${line}\n`);
  return [
    ...(guestPath === undefined ? [] : [`${id} await ${guestPath}\n`]),
    ...lines,
    `${id} end ${statuses[outcome]}\n`,
  ].join('');
}

/** The lines of an answer. If there are too many, the last one says how many were left out. */
function boundedLines(text: string): readonly string[] {
  const { answerLines, answerChars, answerLineChars } = bounds.hw;
  const all = text.split('\n');
  const kept: string[] = [];
  let chars = 0;
  for (const line of all) {
    const shown = line.replaceAll('\t', ' ').slice(0, answerLineChars);
    chars += shown.length;
    if (kept.length >= answerLines || chars > answerChars)
      return [...kept, `… ${all.length - kept.length} more lines were left out`];
    kept.push(shown);
  }
  return kept;
}

function cut(text: string): string {
  return text.length <= maxShownLength ? text : `${text.slice(0, maxShownLength)}…`;
}
