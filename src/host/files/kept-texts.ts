import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { isSystemError } from '../system-error.ts';

/**
 * What was made of texts, in a directory that several processes share. Each is named by the digest of the text that it
 * was made of, so a text that changes gets another one.
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
      return readFileSync(path, 'utf8');
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
      writeFileSync(draft, made);
      // Another process sees all of it, or nothing.
      renameSync(draft, path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  #pathOf(text: string): string | undefined {
    if (this.#directory === undefined) return undefined;
    return join(this.#directory, createHash('sha256').update(text).digest('hex'));
  }
}
