import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { bounds } from '../../bounds/bounds.ts';
import { LineSplitter } from '../../bounds/line-splitter.ts';
import { parseJson } from '../../bounds/parse-json.ts';
import { secretToken } from '../clock.ts';
import { ownedPrefix, sweepDead } from './owned-name.ts';

/**
 * What a JSON file holds; undefined when it is not there, no plain file, no JSON, or larger or deeper than any of ours,
 * which a reader treats alike: nothing is known. @throws SystemError when it may not be read.
 */
export function readJsonFile(path: string): unknown {
  const text = readPlainText(path, bounds.json.bytes);
  if (text === undefined) return undefined;
  const parsed = parseJson(text, bounds.json);
  return parsed.kind === 'value' ? parsed.value : undefined;
}

/**
 * A whole text file that a user or a variable names, links followed; undefined when it is not there, no plain file (a
 * pipe is not waited for), or larger than that. @throws SystemError when it may not be read.
 */
export function readPlainText(path: string, maxBytes: number): string | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (error) {
    if (nothingThere.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
  try {
    const info = fstatSync(descriptor);
    return info.isFile() && info.size <= maxBytes ? readFileSync(descriptor, 'utf8') : undefined;
  } finally {
    closeSync(descriptor);
  }
}

const nothingThere: ReadonlySet<string> = new Set(['ENOENT', 'ENXIO', 'ENODEV']);

/**
 * Writes a JSON file so that a reader sees the old content or the new one, never a part. Drafts of killed writers are
 * swept.
 */
export function writeJsonFile(path: string, value: unknown): void {
  sweepDead(dirname(path));
  const draft = join(dirname(path), `${ownedPrefix()}${secretToken()}`);
  try {
    writeFileSync(draft, `${JSON.stringify(value, undefined, 2)}\n`, { flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

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
