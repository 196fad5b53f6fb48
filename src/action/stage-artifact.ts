import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { hardLink } from '../host/files/file-changes.ts';
import { sha256Of } from '../host/files/file-digest.ts';
import { listUntrusted } from '../host/files/walk-untrusted.ts';
import { isSystemError } from '../host/system-error.ts';

/** What GitHub refuses in the path of a file in an artifact: some file systems cannot have it. */
const illegalInPaths = /["<>:|*?\\\x00-\x1f\x7f]/;

/** A name that GitHub takes, made of one that a person, a cell or a shard gave. */
export function legalArtifactName(name: string): string {
  const legal = shortened(
    name
      .replace(/["<>:|*?\r\n\\/]/g, '-')
      .replace(/[\s\x00-\x1f\x7f]+/g, ' ')
      .trim(),
    bounds.upload.nameBytes,
  );
  return legal === '' || /^\.+$/.test(legal) ? 'qemu-driver-test' : legal;
}

/** The name for a job that gave none: the same in every attempt, another for every leg of a matrix. */
export function defaultArtifactName(job: string, choices: readonly string[]): string {
  return legalArtifactName(`driver-test-${job}-${sha256Of(choices.join('\n')).slice(0, 8)}`);
}

/** Whether a file may be in an artifact under this path. */
export function isLegalPath(path: string): boolean {
  return (
    !illegalInPaths.test(path) && path.split('/').every((name) => Buffer.byteLength(name) <= bounds.upload.nameBytes)
  );
}

/** The path with what is illegal spelled out, as in a URL; a name that is too long then has its digest at its end. */
export function legalPath(path: string): string {
  return path
    .split('/')
    .map((name) => shortened(name.replace(/["<>:|*?\\%\x00-\x1f\x7f]/g, spelledOut), bounds.upload.nameBytes))
    .join('/');
}

function spelledOut(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Names that begin alike stay apart by their digests, and a file keeps its type. */
function shortened(name: string, maxBytes: number): string {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  const end = `~${sha256Of(name).slice(0, 16)}${extension}`;
  // Half a character at the cut becomes U+FFFD, and goes.
  const begin = Buffer.from(name)
    .subarray(0, maxBytes - Buffer.byteLength(end))
    .toString('utf8')
    .replace(/\ufffd$/, '');
  return `${begin}${end}`;
}

/** The files of an artifact, under names that GitHub takes. */
export interface StagedArtifact {
  readonly root: string;
  /** Absolute, below `root`. */
  readonly files: readonly string[];
  readonly bytes: number;
  /** What is not in it, and why. */
  readonly leftOut: readonly string[];
  /** What is in it under a shorter name: `old → new`. */
  readonly shortened: readonly string[];
}

/**
 * Looks at every name in a results directory: a guest may have chosen it, and GitHub would refuse all files for one.
 * Where one is not legal, all of them get second names in `scratch`.
 */
export async function stageArtifact(directory: string, scratch: string): Promise<StagedArtifact> {
  const { files, leftOut } = await listUntrusted(
    { directory, path: '.' },
    { ...bounds.upload, entries: bounds.upload.files },
  );
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (files.every(({ path }) => isLegalPath(path)))
    return { root: directory, files: files.map(({ path }) => join(directory, path)), bytes, leftOut, shortened: [] };
  const staged = files.map(({ path }) => linkInto(scratch, directory, path));
  return {
    root: scratch,
    files: staged.flatMap(({ file }) => file ?? []),
    bytes,
    leftOut: [...leftOut, ...staged.flatMap(({ reason }) => reason ?? [])],
    shortened: files
      .map(({ path }) => path)
      .filter((path) => !decodesTo(legalPath(path), path))
      .map((path) => `${path} → ${legalPath(path)}`),
  };
}

/** A name that is spelled out needs no word: whoever reads it sees what it was. */
function decodesTo(legal: string, path: string): boolean {
  return legal.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) === path;
}

function linkInto(
  scratch: string,
  directory: string,
  path: string,
): { readonly file?: string; readonly reason?: string } {
  const file = join(scratch, legalPath(path));
  try {
    hardLink(join(directory, path), file);
    return { file };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { reason: `${path}: ${error.code}` };
  }
}
