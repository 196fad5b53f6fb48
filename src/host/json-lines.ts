import type { Readable } from 'node:stream';

export interface JsonLines {
  /** A longer line is a mistake of ours, or no JSON. */
  readonly maxBytes: number;
  readonly onValue: (value: unknown) => void;
  /** Once, when nothing more will come. `reason`: what was wrong, when it did not just end. */
  readonly onEnd: (reason: string | undefined) => void;
}

/** Reads a value a line. Memory is bounded by the longest line. */
export function readJsonLines(stream: Readable, { maxBytes, onValue, onEnd }: JsonLines): void {
  let rest: Buffer[] = [];
  let restBytes = 0;
  let isEnded = false;
  const end = (reason?: string): void => {
    if (isEnded) return;
    isEnded = true;
    onEnd(reason);
  };
  const take = (line: Buffer): void => {
    try {
      onValue(JSON.parse(line.toString('utf8')));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      end(`expected a line of JSON, found ${JSON.stringify(line.subarray(0, 100).toString('utf8'))}`);
    }
  };
  stream.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let at = chunk.indexOf(0x0a); at !== -1 && !isEnded; at = chunk.indexOf(0x0a, start)) {
      take(Buffer.concat([...rest, chunk.subarray(start, at)]));
      rest = [];
      restBytes = 0;
      start = at + 1;
    }
    rest.push(chunk.subarray(start));
    restBytes += chunk.length - start;
    if (restBytes > maxBytes) end(`a line is longer than ${maxBytes} bytes`);
  });
  stream.on('end', () => end());
  stream.on('close', () => end());
  stream.on('error', (error) => end(error.message));
}
