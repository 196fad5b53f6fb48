import { hasStamp } from './console-line.ts';
import { parseKernelLine } from './kernel-line.ts';
import { prefixOf } from './line-prefix.ts';
import { matchHeader } from './report-header.ts';

/** Lines of a wrapped text are nearly this long, if the next word does not fit; at most so long. */
const leastWidth = 65;
const mostWidth = 82;
/** The shortest line that a mail program wraps: the next word is a long path. */
const leastChars = 20;
/** Terminals and mails cut at exactly these, in the middle of a word. */
const hardWidths: ReadonlySet<number> = new Set([72, 80]);
/** A first line of a report has at most so many pieces. */
const maxPieces = 4;

/** A line whose rest may follow. */
export interface HeldLine {
  /** The pieces so far, put together. */
  readonly line: string;
  /** The number of its first piece. */
  readonly number: number;
  readonly pieces: number;
  /** The length of the last piece. */
  readonly width: number;
}

/**
 * The line, if it may be the first piece of a wrapped one that is worth putting together: the beginning of a report, or
 * in a report a place. @param mayBegin whether it may hold the beginning of a report
 */
export function holdLine(
  line: string,
  { number, mayBegin }: { number: number; mayBegin: boolean },
): HeldLine | undefined {
  const { length } = line;
  if (length < leastChars || length > mostWidth) return undefined;
  const mayGoOn = length >= leastWidth && (hardWidths.has(length) || pointerBegins.test(line));
  return mayGoOn || mayBegin ? { line, number, pieces: 1, width: length } : undefined;
}

const pointerBegins = /(?:\bE?IP: |\bRIP: |\bpc : |\bepc *: |\bNIP |\bPC is at )/;
const wholePointer = /\+0x[\da-f]+\/0x[\da-f]+/;

/**
 * Puts the next line behind the held one, if it continues it: the held one is full, the next one has no prefix where
 * the held one has, and only together they name a report or a place.
 */
export function joinWrapped(held: HeldLine, next: string): HeldLine | undefined {
  if (held.pieces >= maxPieces || next.length > mostWidth) return undefined;
  const rest = next.slice(prefixOf(next).end).trim();
  const [word = ''] = rest.split(' ', 1);
  const first = held.line.trimEnd();
  if (rest === '' || held.width + 1 + word.length < leastWidth || !isBare(next)) return undefined;
  const isHard = hardWidths.has(held.width) && first.length === held.line.length;
  const gap = isHard ? '' : ' ';
  const begin = parseKernelLine(first).at(-1)?.text ?? '';
  const goesOn = isBare(first)
    ? continuesPlainly.test(rest) && completes(begin, begin + gap + rest)
    : isHard || completes(begin, begin + gap + rest);
  return goesOn
    ? { line: first + gap + rest, number: held.number, pieces: held.pieces + 1, width: next.length }
    : undefined;
}

/** No time, no source: not the beginning of a message, if others have them. */
function isBare(line: string): boolean {
  const { end, dated } = prefixOf(line);
  return !dated && !hasStamp(line.slice(end)) && !hasStamp(line);
}

/** In a file without prefixes only this is the rest of a warning's first line. */
const continuesPlainly = /^\S*:\d+(?::\d+)?(?: |$)|^[A-Za-z_][\w.]*\+0x[\da-f]/;

/** Beginnings that make a header, but a poor one. */
const poor = /^(?:WARNING: (?!.*\+0x)|BUG: unable to hand|UBSAN: .* in$|BUG: K[A-Z]{3,5}: [\w -]*$)/;

function completes(begin: string, whole: string): boolean {
  if (pointerBegins.test(begin)) return !wholePointer.test(begin) && wholePointer.test(whole);
  const alone = matchHeader(begin);
  const together = matchHeader(whole);
  if (together === undefined || alone === undefined) return together !== undefined;
  return poor.test(begin) || (alone.kind.proof !== undefined && alone.kind !== together.kind);
}
