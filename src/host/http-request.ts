export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** `body` is parsed JSON; undefined when it was not JSON. */
export type HttpReply =
  | { readonly kind: 'reply'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unreachable'; readonly reason: string };

/** The longest wait for an answer. */
const answerMs = 10_000;

/** Sends a request. Network errors are returned as values. */
export async function sendRequest({ method, url, headers, body }: HttpRequest): Promise<HttpReply> {
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: body ?? null,
      signal: AbortSignal.timeout(answerMs),
    });
    return { kind: 'reply', status: response.status, body: parseJson(await response.text()) };
  } catch (error) {
    return { kind: 'unreachable', reason: error instanceof Error ? wordsOf(error) : String(error) };
  }
}

/** Node's fetch only says that it failed; the cause says why. */
function wordsOf(error: Error): string {
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined; // A proxy's page instead of GitHub's answer.
  }
}
