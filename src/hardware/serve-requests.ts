import type { Duplex } from 'node:stream';
import { monotonicUs } from '../host/clock.ts';
import { writeFully } from '../host/write-fully.ts';
import { answerRequest, type HwAnswer } from './desk.ts';
import type { Hardware } from './hardware.ts';
import { maxRequestBytes, parseRequest } from './parse-request.ts';
import { RequestLines, type RequestLine } from './request-lines.ts';

/** For the timeline: one a request. The guest's words are untrusted. */
export interface HwEntry {
  /** When it came, on the host's monotonic clock. */
  readonly askedUs: number;
  readonly durationMs: number;
  /** As it was asked, in one line of bounded length. */
  readonly request: string;
  readonly outcome: HwAnswer['outcome'];
  readonly text: string;
}

export type HwListener = (entry: HwEntry) => void;

const maxShownLength = 400;

/**
 * Answers requests on a channel, one after the other, as long as it lasts. While one is being done, and while an answer is not read,
 * nothing more is read: a guest that asks without end fills its own pipe.
 */
export function serveRequests(channel: Duplex, hardware: Promise<Hardware>, listener: HwListener): void {
  const lines = new RequestLines(maxRequestBytes);
  channel.on('data', (chunk: Buffer) => {
    channel.pause();
    void serveAll(lines.push(chunk)).then(() => channel.resume());
  });

  async function serveAll(requests: readonly RequestLine[]): Promise<void> {
    for (const line of requests) if (!channel.destroyed) await serveOne(line);
  }

  async function serveOne(line: RequestLine): Promise<void> {
    const askedUs = monotonicUs();
    const request = parseRequest(line);
    const answer: HwAnswer = 'problem' in request ? { outcome: 'usage', text: request.problem } : await answerRequest(request.words, hardware);
    const shown = 'problem' in request ? '' : request.words.join(' ');
    listener({ askedUs, durationMs: (monotonicUs() - askedUs) / 1000, request: cut(shown), outcome: answer.outcome, text: cut(answer.text) });
    if (request.id !== undefined) await writeFully(channel, formatAnswer(request.id, answer));
  }
}

const statuses: Readonly<Record<HwAnswer['outcome'], number>> = { done: 0, refused: 1, usage: 2 };

/** As guest/PROTOCOL.md has it. */
export function formatAnswer(id: string, { outcome, text, guestPath }: HwAnswer): string {
  const kind = outcome === 'done' ? 'out' : 'err';
  const lines = text === '' ? [] : text.split('\n').map((line) => `${id} ${kind} ${line.replaceAll('\t', ' ').slice(0, 4000)}\n`);
  return [...(guestPath === undefined ? [] : [`${id} await ${guestPath}\n`]), ...lines, `${id} end ${statuses[outcome]}\n`].join('');
}

function cut(text: string): string {
  return text.length <= maxShownLength ? text : `${text.slice(0, maxShownLength)}…`;
}
