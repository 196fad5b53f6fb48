import type { RegularFile } from '../host/files/file-tree.ts';
import { wording } from './problem-wording.ts';
import type { Report } from './suite-problem.ts';
import type { TreeSource } from './suite.ts';

/** The lines of a list, without comments (`#` at the start of a word), surrounding white space and empty lines. */
export function listLines(file: TextFile): readonly TextLine[] {
  return linesOf(file)
    .map(({ number, text }) => ({ number, text: text.replace(/(?:^|\s)#.*$/, '').trim() }))
    .filter(({ text }) => text !== '');
}

/** The same with the place of each line, for rooms that read them later. */
export function placedLines(
  file: TextFile,
): readonly { readonly text: string; readonly file: string; readonly line: number }[] {
  return listLines(file).map(({ number, text }) => ({ text, file: file.path, line: number }));
}

/** Only its compiler reads it. */
export function treeSourceOf({ path, text }: TextFile): TreeSource {
  return { file: path, text };
}

/** The text of an info file, with `\n` line ends and without a byte order mark. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface TextLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

const limitBytes = 1024 * 1024;
const lineFeed = 0x0a;

/** Reads an info file; undefined when it is not text, which is reported. */
export function readTextFile(file: RegularFile, report: Report): TextFile | undefined {
  const content = file.read(limitBytes);
  if (content.kind === 'unreadable') {
    report(file.path, undefined, wording.unreadable(content.reason));
    return undefined;
  }
  if (!content.complete) {
    report(file.path, undefined, wording.tooLarge(limitBytes));
    return undefined;
  }
  const text = decodeUtf8(content.bytes);
  if (text === undefined) {
    report(file.path, firstUndecodableLine(content.bytes), wording.notUtf8());
    return undefined;
  }
  return withoutNul({ path: file.path, text: text.replaceAll(/\r\n?/g, '\n') }, report);
}

export function linesOf(file: TextFile): readonly TextLine[] {
  return file.text.split('\n').map((text, index) => ({ number: index + 1, text }));
}

function withoutNul(file: TextFile, report: Report): TextFile | undefined {
  const line = linesOf(file).find(({ text }) => text.includes('\0'));
  if (line === undefined) return file;
  report(file.path, line.number, wording.nulByte());
  return undefined;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}

/** No byte of a multi-byte character is a line feed, so lines can be decoded separately. */
function firstUndecodableLine(bytes: Uint8Array): number {
  let start = 0;
  for (let number = 1; ; number++) {
    const end = bytes.indexOf(lineFeed, start);
    if (end === -1 || decodeUtf8(bytes.subarray(start, end)) === undefined) return number;
    start = end + 1;
  }
}
