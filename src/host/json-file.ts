import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownedPrefix, sweepDead } from './owned-name.ts';
import { secretToken } from './token.ts';

/** What a JSON file holds; undefined when it is not there or is no JSON, which a reader treats alike: nothing is known. */
export function readJsonFile(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Writes a JSON file so that a reader sees the old content or the new one, never a part. Drafts of killed writers are swept. */
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
