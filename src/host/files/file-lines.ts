import { closeSync, fstatSync, readSync } from 'node:fs';
import { openInside, type PlaceInside } from './read-inside.ts';

/** The position of a line in a file, without its line feed. */
export interface LinePlace {
  readonly offset: number;
  readonly bytes: number;
}

export type FileLine =
  | { readonly kind: 'line'; readonly text: string; readonly place: LinePlace }
  /** The file ends in the middle of the line. */
  | { readonly kind: 'cut-off'; readonly place: LinePlace }
  | { readonly kind: 'too-long'; readonly place: LinePlace };

const pieceBytes = 1024 * 1024;
const lineFeed = 0x0a;

/**
 * The lines of a plain file, in memory bounded by the longest allowed line, `maxBytes`. Links are not followed. @throws
 * SystemError
 */
export function* readFileLines(place: PlaceInside, maxBytes: number): Generator<FileLine> {
  const descriptor = openPlain(place);
  try {
    yield* linesOf(descriptor, maxBytes);
  } finally {
    closeSync(descriptor);
  }
}

function* linesOf(descriptor: number, maxBytes: number): Generator<FileLine> {
  const piece = Buffer.alloc(pieceBytes);
  let offset = 0;
  let rest: Buffer[] = [];
  let restBytes = 0;
  for (
    let length = readSync(descriptor, piece, 0, pieceBytes, null);
    length > 0;
    length = readSync(descriptor, piece, 0, pieceBytes, null)
  ) {
    let start = 0;
    for (let at = piece.indexOf(lineFeed); at !== -1 && at < length; at = piece.indexOf(lineFeed, start)) {
      const bytes = restBytes + at - start;
      const place = { offset, bytes };
      const isKept = bytes <= maxBytes;
      yield isKept
        ? { kind: 'line', text: Buffer.concat([...rest, piece.subarray(start, at)]).toString('utf8'), place }
        : { kind: 'too-long', place };
      offset += bytes + 1;
      rest = [];
      restBytes = 0;
      start = at + 1;
    }
    restBytes += length - start;
    // An overlong line is only counted.
    if (restBytes <= maxBytes) rest.push(Buffer.from(piece.subarray(start, length)));
    else rest = [];
  }
  if (restBytes > 0) yield { kind: 'cut-off', place: { offset, bytes: restBytes } };
}

/** Reads a line again, by its position. @throws SystemError */
export function readLineAt(place: PlaceInside, { offset, bytes }: LinePlace): string {
  const descriptor = openPlain(place);
  try {
    const buffer = Buffer.alloc(bytes);
    let done = 0;
    for (let length = 1; done < bytes && length > 0; done += length)
      length = readSync(descriptor, buffer, done, bytes - done, offset + done);
    return buffer.subarray(0, done).toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}

function openPlain(place: PlaceInside): number {
  const descriptor = openInside(place);
  if (descriptor !== undefined && fstatSync(descriptor).isFile()) return descriptor;
  if (descriptor !== undefined) closeSync(descriptor);
  throw Object.assign(new Error(`${place.path} is not a plain file`), { code: 'EINVAL', syscall: 'open' });
}
