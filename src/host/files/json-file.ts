import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { bounds } from '../../bounds/bounds.ts';
import { LineSplitter } from '../../bounds/line-splitter.ts';
import { parseJson } from '../../bounds/parse-json.ts';
import { secretToken } from '../clock.ts';
import { ownedPrefix, sweepDead } from './owned-name.ts';

/**
 * The value in a JSON file; undefined when it does not exist, is not a plain file or not JSON, or is larger or deeper
 * than any of ours. Readers treat all these alike. @throws SystemError when access is denied
 */
export function readJsonFile(path: string): unknown {
  const text = readPlainText(path, bounds.json.bytes);
  if (text === undefined) return undefined;
  const parsed = parseJson(text, bounds.json);
  return parsed.kind === 'value' ? parsed.value : undefined;
}

/**
 * The content of a text file that a user or a variable names; links are followed. Undefined when it does not exist, is
 * not a plain file (a pipe is not waited for), or is too large. @throws SystemError when access is denied
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
 * Writes a JSON file atomically: a reader sees the old or the new content. Drafts of killed writers are removed later.
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
