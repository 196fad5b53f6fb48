import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bounds } from '../../bounds/bounds.ts';
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
