import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeTree } from '../../src/host/files/empty-directory.ts';

/** The contents of a file outside. Whoever shows it has read too much. */
export const secret = 'c2VjcmV0IG9mIHRoZSBydW5uZXI';

export interface Scratch extends Disposable {
  readonly path: string;
  /** The attacker's directory. */
  readonly inside: string;
  /** The place beside it. */
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

/** The problem: something has changed the file outside. */
export function harmTo({ path, secretFile }: Scratch, mayBeThere: readonly string[]): string | undefined {
  if (readFileSync(secretFile, 'utf8') !== `${secret}\n`) return 'a file outside was changed';
  const known = new Set(['inside', 'secret.txt', ...mayBeThere]);
  const strange = readdirSync(path).filter((name) => !known.has(name));
  return strange.length === 0 ? undefined : `something was made outside: ${strange.join(', ')}`;
}

/** Plain files below a directory of ours that contain the secret. */
export function leaksIn(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'latin1').includes(secret));
}
