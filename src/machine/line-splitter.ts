import type { Readable } from 'node:stream';

export interface LineSplitting {
  /** A longer line is passed on in pieces of at most this many bytes. */
  readonly maxLength: number;
  /** Called with each line, without its line feed. */
  readonly onLine: (line: Buffer) => void;
}

/**
 * Splits a stream of bytes into lines, in bounded memory. A last line without a line feed is passed on when the stream
 * ends.
 */
export function splitLines(stream: Readable, { maxLength, onLine }: LineSplitting): void {
  const splitter = createLineSplitter({ maxLength, onLine });
  stream.on('data', (chunk: Buffer) => splitter.push(chunk));
  stream.on('end', () => splitter.end());
}

/** The same for bytes from another source. */
export function createLineSplitter({ maxLength, onLine }: LineSplitting): {
  push: (chunk: Buffer) => void;
  end: () => void;
} {
  let held: Buffer[] = [];
  let heldLength = 0;
  const emit = (): void => {
    const line = Buffer.concat(held, heldLength);
    held = [];
    heldLength = 0;
    onLine(line);
  };
  const hold = (piece: Buffer): void => {
    for (let rest = piece; rest.length > 0; ) {
      const taken = rest.subarray(0, maxLength - heldLength);
      held.push(taken);
      heldLength += taken.length;
      rest = rest.subarray(taken.length);
      if (heldLength === maxLength && rest.length > 0) emit();
    }
  };
  return {
    push: (chunk) => {
      let start = 0;
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
        hold(chunk.subarray(start, end));
        emit();
        start = end + 1;
      }
      hold(chunk.subarray(start));
    },
    end: () => {
      if (heldLength > 0) emit();
    },
  };
}
