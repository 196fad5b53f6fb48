import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { hardLink } from '../host/files/file-changes.ts';
import { sha256Of } from '../host/files/file-digest.ts';
import { listUntrusted } from '../host/files/walk-untrusted.ts';
import { isSystemError } from '../host/system-error.ts';

/** Characters that GitHub rejects in paths of an artifact, because some file systems do not support them. */
const illegalInPaths = /["<>:|*?\\\x00-\x1f\x7f]/;

/** Turns the name of a person, cell or shard into a valid artifact name. */
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

/** The default name of a job's artifact: the same in every attempt, and unique among the jobs of a matrix. */
export function defaultArtifactName(job: string, choices: readonly string[]): string {
  return legalArtifactName(`driver-test-${job}-${sha256Of(choices.join('\n')).slice(0, 8)}`);
}

/** Whether an artifact may hold a file under this path. */
export function isLegalPath(path: string): boolean {
  return (
    !illegalInPaths.test(path) && path.split('/').every((name) => Buffer.byteLength(name) <= bounds.upload.nameBytes)
  );
}

/** The path with illegal characters percent-encoded. A name that is too long is cut and gets its digest at the end. */
export function legalPath(path: string): string {
  return path
    .split('/')
    .map((name) => shortened(name.replace(/["<>:|*?\\%\x00-\x1f\x7f]/g, spelledOut), bounds.upload.nameBytes))
    .join('/');
}

function spelledOut(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Cuts a name. The digest keeps similar names apart, and the extension keeps the file's type. */
function shortened(name: string, maxBytes: number): string {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  const end = `~${sha256Of(name).slice(0, 16)}${extension}`;
  // The cut may leave half a character, which becomes U+FFFD and is removed.
  const begin = Buffer.from(name)
    .subarray(0, maxBytes - Buffer.byteLength(end))
    .toString('utf8')
    .replace(/\ufffd$/, '');
  return `${begin}${end}`;
}

/** The files of an artifact, under names that GitHub accepts. */
export interface StagedArtifact {
  readonly root: string;
  /** Absolute paths below `root`. */
  readonly files: readonly string[];
  readonly bytes: number;
  /** The files that are left out, and why. */
  readonly leftOut: readonly string[];
  /** The files that got a shorter name: `old → new`. */
  readonly shortened: readonly string[];
}

/**
 * Checks every name in a results directory. A guest may have chosen it, and GitHub rejects the whole artifact for one
 * bad name. If any name is illegal, all files get second names in `scratch`.
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

/** Encoded names are not reported, because they are readable. Shortened ones are. */
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
