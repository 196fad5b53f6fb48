import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { isSystemError } from '../system-error.ts';

/**
 * What was made of texts, in a directory that several processes share. Each is kept with the text that it was made of,
 * so a text that changes is another one.
 */
export class KeptTexts {
  readonly #directory: string | undefined;

  /** Without a directory, nothing is kept. */
  constructor(directory: string | undefined) {
    this.#directory = directory;
  }

  /** What any process has made of this text. @throws SystemError */
  find(text: string): string | undefined {
    const path = this.#pathOf(text);
    if (path === undefined) return undefined;
    try {
      // Written by the function below.
      const [of, made] = JSON.parse(readFileSync(path, 'utf8')) as Kept;
      return of === text ? made : undefined;
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** If there is no room, each process makes it again, which is only slower. */
  keep(text: string, made: string): void {
    const path = this.#pathOf(text);
    if (path === undefined) return;
    const draft = `${path}.${process.pid}.${threadId}`;
    try {
      writeFileSync(draft, JSON.stringify([text, made] satisfies Kept));
      // Another process sees all of it, or nothing.
      renameSync(draft, path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  #pathOf(text: string): string | undefined {
    if (this.#directory === undefined) return undefined;
    return join(this.#directory, nameOf(text));
  }
}

/** A text, and what was made of it. */
type Kept = readonly [of: string, made: string];

/** FNV-1a. To load a digest of OpenSSL's takes longer than everything else here. */
function nameOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}
