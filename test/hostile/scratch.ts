import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeTree } from '../../src/host/files/empty-directory.ts';

/** Stands in a file beside what is attacked: whoever shows it has read what he was not to. */
export const secret = 'c2VjcmV0IG9mIHRoZSBydW5uZXI';

export interface Scratch extends Disposable {
  readonly path: string;
  /** Where the attacker may do as he likes. */
  readonly inside: string;
  /** Beside it. */
  readonly secretFile: string;
}

export function scratchPlace(): Scratch {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'qdt-attack-')));
  const inside = join(path, 'inside');
  const secretFile = join(path, 'secret.txt');
  mkdirSync(inside);
  writeFileSync(secretFile, `${secret}\n`);
  return { path, inside, secretFile, [Symbol.dispose]: () => removeTree(path) };
}

/** What is wrong with the place: something has reached the file beside. */
export function harmTo({ path, secretFile }: Scratch, mayBeThere: readonly string[]): string | undefined {
  if (readFileSync(secretFile, 'utf8') !== `${secret}\n`) return 'a file outside was changed';
  const known = new Set(['inside', 'secret.txt', ...mayBeThere]);
  const strange = readdirSync(path).filter((name) => !known.has(name));
  return strange.length === 0 ? undefined : `something was made outside: ${strange.join(', ')}`;
}

/** Plain files below a directory that our own code has made, that hold the secret. */
export function leaksIn(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'latin1').includes(secret));
}
