import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import { ownedPrefix, sweepDead } from './owned-name.ts';
import { secretToken } from './token.ts';

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
