import type { Readable } from 'node:stream';
import { LineSplitter } from '../bounds/line-splitter.ts';

export interface JsonLines {
  /** A longer line is a bug of ours, or not JSON. */
  readonly maxBytes: number;
  /** If it throws, that is the reader's own bug. */
  readonly onValue: (value: unknown) => void;
  /** Called once, when nothing more will come. */
  readonly onEnd: (end: JsonLinesEnd) => void;
}

/** `nonsense`: something other than a line of JSON arrived. Nothing after it is read. */
export type JsonLinesEnd = { readonly kind: 'ended' } | { readonly kind: 'nonsense'; readonly found: string };

const shownBytes = 100;

/** Reads one JSON value per line. Memory is bounded by the longest line. */
export function readJsonLines(stream: Readable, { maxBytes, onValue, onEnd }: JsonLines): void {
  let isEnded = false;
  const end = (how: JsonLinesEnd): void => {
    if (isEnded) return;
    isEnded = true;
    onEnd(how);
  };
  const take = (line: Buffer): void => {
    const parsed = parse(line);
    if ('value' in parsed) onValue(parsed.value);
    else end({ kind: 'nonsense', found: JSON.stringify(line.subarray(0, shownBytes).toString('utf8')) });
  };
  const lines = new LineSplitter({
    maxLength: maxBytes,
    onLine: (line, part) => {
      if (isEnded) return;
      if (part === 'whole') take(line);
      else end({ kind: 'nonsense', found: `a line longer than ${maxBytes} bytes` });
    },
  });
  stream.on('data', (chunk: Buffer) => {
    if (!isEnded) lines.push(chunk);
  });
  // If a peer is killed with unread data, the connection is reset. That also counts as its end.
  for (const event of ['end', 'close', 'error']) stream.on(event, () => end({ kind: 'ended' }));
}

function parse(line: Buffer): { readonly value: unknown } | { readonly problem: 'no JSON' } {
  try {
    return { value: JSON.parse(line.toString('utf8')) };
  } catch {
    return { problem: 'no JSON' };
  }
}
