import type { Readable } from 'node:stream';

export interface JsonLines {
  /** A longer line is a mistake of ours, or no JSON. */
  readonly maxBytes: number;
  /** What it throws is the reader's own bug. */
  readonly onValue: (value: unknown) => void;
  /** Once, when nothing more will come. */
  readonly onEnd: (end: JsonLinesEnd) => void;
}

/** `nonsense`: something came that is no line of JSON; nothing after it is read. */
export type JsonLinesEnd = { readonly kind: 'ended' } | { readonly kind: 'nonsense'; readonly found: string };

const shownBytes = 100;

/** Reads a value a line. Memory is bounded by the longest line. */
export function readJsonLines(stream: Readable, { maxBytes, onValue, onEnd }: JsonLines): void {
  let rest: Buffer[] = [];
  let restBytes = 0;
  let isEnded = false;
  const end = (how: JsonLinesEnd): void => {
    if (isEnded) return;
    isEnded = true;
    rest = [];
    onEnd(how);
  };
  const take = (line: Buffer): void => {
    const parsed = parse(line);
    if ('value' in parsed) onValue(parsed.value);
    else end({ kind: 'nonsense', found: JSON.stringify(line.subarray(0, shownBytes).toString('utf8')) });
  };
  stream.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let at = chunk.indexOf(0x0a); at !== -1 && !isEnded; at = chunk.indexOf(0x0a, start)) {
      take(Buffer.concat([...rest, chunk.subarray(start, at)]));
      rest = [];
      restBytes = 0;
      start = at + 1;
    }
    if (isEnded) return;
    rest.push(chunk.subarray(start));
    restBytes += chunk.length - start;
    if (restBytes > maxBytes) end({ kind: 'nonsense', found: `a line longer than ${maxBytes} bytes` });
  });
  // A peer that is killed with something unread resets the connection: that, too, is its end.
  for (const event of ['end', 'close', 'error']) stream.on(event, () => end({ kind: 'ended' }));
}

function parse(line: Buffer): { readonly value: unknown } | { readonly problem: 'no JSON' } {
  try {
    return { value: JSON.parse(line.toString('utf8')) };
  } catch {
    return { problem: 'no JSON' };
  }
}
