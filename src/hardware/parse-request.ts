import { bounds } from '../bounds/bounds.ts';
import type { RequestLine } from './request-lines.ts';

/** What the guest's `hw` was called with. `id`: of this call, so that the answer finds it. */
export interface HwRequest {
  readonly id: string;
  readonly words: readonly string[];
}

/** `id` is undefined where not even that can be read: nobody waits for the answer then. */
export interface MalformedRequest {
  readonly id: string | undefined;
  readonly problem: string;
}

const { requestBytes, words: maxWords } = bounds.hw;

/** Reads `ID<tab>WORD<tab>WORD…`, strictly: what our own script cannot have sent is malformed. */
export function parseRequest({ bytes, isWhole }: RequestLine): HwRequest | MalformedRequest {
  const [first = '', ...words] = decode(bytes).split('\t');
  const id = /^[0-9a-f-]{36}$/.test(first) ? first : undefined;
  if (id === undefined) return { id, problem: 'what came is no request' };
  if (!isWhole) return { id, problem: `expected a request of at most ${requestBytes} bytes, found a longer one` };
  if (words.length > maxWords) return { id, problem: `expected at most ${maxWords} words, found ${words.length}` };
  if (words.some((word) => hasControlCharacter(word)))
    return { id, problem: 'expected text, found a control character, or bytes that are no UTF-8' };
  return { id, words };
}

/** What is no UTF-8 becomes a character that no request has. */
function decode(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\ufffd', '\0');
}

function hasControlCharacter(word: string): boolean {
  return /[\u0000-\u001f\u007f-\u009f]/.test(word);
}
