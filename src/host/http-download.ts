import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isSystemError } from './system-error.ts';

export interface Download {
  /** `https:`, `http:` or `file:` */
  readonly url: string;
  /** `authorization` is sent to this host only, not to one that it redirects to. Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** What came of asking for an address. */
export type Downloading =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Its value; undefined: there is no such header. */
      readonly header: (name: string) => string | undefined;
      /** To be read to its end, or left by `return`, as `for await` does. @throws BodyBroken */
      readonly body: AsyncIterable<Uint8Array>;
    }
  /** Nobody answered, or not as a server should. */
  | { readonly kind: 'unreachable'; readonly reason: string };

/** The connection ended, or nothing came for a long time, before the whole content was there. */
export class BodyBroken extends Error {
  override readonly name = 'BodyBroken';
}

const maxRedirects = 10;
/** The longest wait for an answer, and for the next piece of it. */
const idleMs = 60_000;

/**
 * Asks for an address, and follows redirects, but not from an encrypted connection to a plain one. Network errors are
 * returned as values. @throws the signal's reason when it aborts
 */
export async function download({ url, headers, signal }: Download): Promise<Downloading> {
  signal.throwIfAborted();
  const first = new URL(url);
  if (first.protocol === 'file:') return openFile(first);
  let at = first;
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const own = at.origin === first.origin ? headers : withoutCredentials(headers);
    const answer = await ask(at, own, signal);
    if (answer.kind === 'unreachable' || answer.location === undefined) return answer;
    const next = URL.canParse(answer.location, at.href) ? new URL(answer.location, at.href) : undefined;
    await answer.leave();
    if (next === undefined || !mayFollow(at, next))
      return { kind: 'unreachable', reason: `${at.host} redirects to ${answer.location}, which is not followed` };
    at = next;
  }
  return { kind: 'unreachable', reason: `${first.host} redirects more than ${maxRedirects} times` };
}

function withoutCredentials(headers: Download['headers']): Download['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'));
}

function mayFollow(from: URL, to: URL): boolean {
  return to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:');
}

function openFile(url: URL): Downloading {
  return { kind: 'answer', status: 200, header: () => undefined, body: bytesOfFile(fileURLToPath(url)) };
}

async function* bytesOfFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 1024 * 1024 });
  } catch (error) {
    if (isSystemError(error)) throw new BodyBroken(error.message, { cause: error });
    throw error;
  }
}

type Answer = Downloading & {
  readonly location?: string | undefined;
  readonly leave?: () => Promise<void>;
};
type Redirecting = Extract<Answer, { kind: 'answer' }> & { readonly leave: () => Promise<void> };

async function ask(
  url: URL,
  headers: Download['headers'],
  signal: AbortSignal,
): Promise<Extract<Downloading, { kind: 'unreachable' }> | (Redirecting & { readonly location: string | undefined })> {
  const idle = new IdleTimer();
  try {
    const response = await fetch(url, {
      // A package is wanted as it is. Some servers would pack it for the way.
      headers: { 'accept-encoding': 'identity', ...headers },
      redirect: 'manual',
      signal: AbortSignal.any([signal, idle.signal]),
    });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    return {
      kind: 'answer',
      status: response.status,
      header: (name) => response.headers.get(name) ?? undefined,
      body: piecesOf(response, idle, signal),
      location: location ?? undefined,
      leave: async () => {
        idle.stop();
        await response.body?.cancel();
      },
    };
  } catch (error) {
    idle.stop();
    signal.throwIfAborted();
    return { kind: 'unreachable', reason: networkWords(error) };
  }
}

async function* piecesOf(response: Response, idle: IdleTimer, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of response.body ?? []) {
      idle.restart();
      yield piece as Uint8Array;
      idle.restart();
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new BodyBroken(networkWords(error), { cause: error });
  } finally {
    idle.stop();
  }
}

/** The whole of a short answer; undefined when it is longer. */
export async function readUpTo(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > maxBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Node's fetch only says that it failed; the cause says why. */
function networkWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof AggregateError ? (error.cause.errors as readonly unknown[])[0] : error.cause;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}

/** Aborts when it was not restarted for a minute. */
class IdleTimer {
  readonly #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.restart();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  restart(): void {
    this.stop();
    const silence = new Error(`nothing came for ${idleMs / 1000} seconds`);
    this.#timer = setTimeout(() => this.#controller.abort(silence), idleMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
