import type { Duplex } from 'node:stream';
import { bounds } from '../bounds/bounds.ts';
import { monotonicUs } from '../host/clock.ts';
import { writeFully } from '../host/files/file-changes.ts';
import type { GuestQuestion } from './hardware.ts';
import {
  answerRequest,
  concludeRequest,
  type HwAnswer,
  type HwDispatcher,
  internalError,
  parseRequest,
} from './request-dispatcher.ts';
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

interface BegunRequest {
  /** Undefined: nobody waits for the answer. */
  readonly id: string | undefined;
  readonly words: readonly string[];
  readonly askedUs: number;
}

interface AskedRequest extends BegunRequest {
  readonly id: string;
  readonly question: GuestQuestion;
  /** What the guest has answered so far, for each order. */
  readonly answers: readonly (readonly string[])[];
}

/**
 * Answers requests on a channel, one after the other, until it closes. While a request is processed, or an answer is
 * not read, nothing more is read: a guest that sends without limit fills its own pipe.
 */
export function serveRequests(channel: Duplex, dispatcher: HwDispatcher, listener: HwListener): void {
  const lines = new RequestLines(bounds.hw.requestBytes);
  const server = new RequestServer(channel, dispatcher, listener);
  channel.on('data', (chunk: Buffer) => {
    channel.pause();
    // A failure here belongs to the machine. The listener to the channel is informed.
    server.serve(lines.push(chunk)).then(
      () => channel.resume(),
      (error: unknown) => channel.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });
}

class RequestServer {
  readonly #channel: Duplex;
  readonly #dispatcher: HwDispatcher;
  readonly #listener: HwListener;
  /** The caller that was asked last. One that is gone does not answer, and the next request is another one. */
  #asked: AskedRequest | undefined;

  constructor(channel: Duplex, dispatcher: HwDispatcher, listener: HwListener) {
    this.#channel = channel;
    this.#dispatcher = dispatcher;
    this.#listener = listener;
  }

  async serve(requests: readonly RequestLine[]): Promise<void> {
    for (const line of requests) if (!this.#channel.destroyed) await this.#serveOne(line);
  }

  async #serveOne(line: RequestLine): Promise<void> {
    const request = parseRequest(line);
    const begun = this.#asked;
    this.#asked = undefined;
    if (begun !== undefined && !('problem' in request) && request.id === begun.id && request.words[0] === 'told') {
      await this.#goOn(begun, request.words.slice(1));
      return;
    }
    const askedUs = monotonicUs();
    const isProblem = 'problem' in request;
    const answer: HwAnswer = isProblem
      ? { outcome: 'usage', text: request.problem }
      : await answerRequest(request.words, this.#dispatcher);
    const made = { id: request.id, words: isProblem ? [] : request.words, askedUs };
    if (answer.question === undefined || made.id === undefined) await this.#end(made, answer);
    else await this.#ask({ ...made, id: made.id, question: answer.question, answers: [] });
  }

  /** The guest does the next of what it has to, and sends what that answers as a request of its own. */
  async #ask(next: AskedRequest): Promise<void> {
    this.#asked = next;
    const { id, question, answers } = next;
    await writeFully(this.#channel, `${id} ${question.orders[answers.length] ?? ''}\n`);
  }

  async #goOn(begun: AskedRequest, told: readonly string[]): Promise<void> {
    const answers = [...begun.answers, told];
    if (told[0] === 'ok' && answers.length < begun.question.orders.length) {
      await this.#ask({ ...begun, answers });
      return;
    }
    await this.#end(begun, await concludeRequest(begun.words, begun.question, answers, this.#dispatcher));
  }

  async #end({ id, words, askedUs }: BegunRequest, answer: HwAnswer): Promise<void> {
    const failed = tell(this.#listener, {
      askedUs,
      durationMs: (monotonicUs() - askedUs) / 1000,
      request: cut(words.join(' ')),
      outcome: answer.outcome,
      text: cut(answer.text),
    });
    if (id !== undefined) await writeFully(this.#channel, formatAnswer(id, failed ?? answer));
  }
}

/** A failing listener of ours is reported to the guest's test and ends nothing else. */
function tell(listener: HwListener, entry: HwEntry): HwAnswer | undefined {
  try {
    listener(entry);
    return undefined;
  } catch (error) {
    return { outcome: 'refused', text: internalError(error) };
  }
}

const statuses: Readonly<Record<HwAnswer['outcome'], number>> = { done: 0, refused: 1, usage: 2 };

/** The format is in guest/PROTOCOL.md. */
export function formatAnswer(id: string, { outcome, text, guestPath, isUnannounced }: HwAnswer): string {
  const kind = outcome === 'done' ? 'out' : 'err';
  const lines = text === '' ? [] : boundedLines(text).map((line) => `${id} ${kind} ${line}\n`);
  return [
    ...(isUnannounced === true ? [`${id} look\n`] : []),
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
