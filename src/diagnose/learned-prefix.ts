import { matchHeader, mayHoldHeader } from './report-header.ts';

/** A message behind a prefix that the file itself has taught. */
export interface BehindPrefix {
  readonly prefix: string;
  readonly text: string;
}

/** A longer prefix is not one. */
const maxPrefix = 160;
const maxKnown = 8;
/** The places on one line where a report may begin. */
const maxPlaces = 24;

/**
 * Learns what stands before the kernel's messages from the first lines of its reports. Any text may cite such a line,
 * so a report counts only if the lines of its stack have the same prefix.
 */
export class LearnedPrefixes {
  /** The latest one is last. */
  #known: readonly string[] = [];

  /** Looks for the first line of a report in the middle of a line. */
  learn(text: string): BehindPrefix | undefined {
    const place = headerPlace(text);
    if (place === undefined) return undefined;
    const prefix = text.slice(0, place);
    this.#known = [...this.#known.filter((known) => known !== prefix), prefix].slice(-maxKnown);
    return { prefix, text: text.slice(place) };
  }

  /** The message, if the line has a known prefix. */
  strip(text: string): BehindPrefix | undefined {
    for (const prefix of this.#known) {
      const end = endOfSame(prefix, text);
      if (end !== undefined) return { prefix, text: text.slice(end) };
    }
    return undefined;
  }
}

function headerPlace(text: string): number | undefined {
  separators.lastIndex = 0;
  for (let places = 0; places < maxPlaces; places += 1) {
    if (separators.exec(text) === null || separators.lastIndex > maxPrefix) return undefined;
    const rest = text.slice(separators.lastIndex);
    if (!mayHoldHeader(rest)) return undefined;
    if (matchHeader(rest) !== undefined) return separators.lastIndex;
  }
  return undefined;
}

const separators = /(?:[:|>\])]\s{0,8}|\s(?:-\s)?)(?=[A-Za-z[-])/g;

/** Where a prefix of the same shape ends: numbers and their padding differ, all else is equal. */
function endOfSame(prefix: string, text: string): number | undefined {
  let at = 0;
  for (const [part] of prefix.matchAll(/[\d ]+|[^\d ]+/g)) {
    const isLast = part.trim() === '' && prefix.endsWith(part);
    if (!isNumeric(part.charCodeAt(0))) {
      if (!text.startsWith(part, at)) return undefined;
      at += part.length;
    } else if (isLast) {
      for (let blanks = 0; blanks < part.length && text[at] === ' '; blanks += 1) at += 1;
    } else {
      const from = at;
      while (at < text.length && at - from < maxPrefix && isNumeric(text.charCodeAt(at))) at += 1;
      if (at === from) return undefined;
    }
  }
  return at;
}

function isNumeric(code: number): boolean {
  return code === 0x20 || (code >= 0x30 && code <= 0x39);
}
